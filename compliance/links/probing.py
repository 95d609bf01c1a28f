"""One link: asked politely, followed a few steps, and told in a word."""

import http.client
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings

from compliance.links.fetching import Answer, UnsafeAddressError, fetch
from compliance.models.links import LinkCheck

Fetch = Callable[[str, str, str], Answer]
Outcome = LinkCheck.Outcome

MOST_STEPS = 5
MOVED = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
# These answer people and turn programs away: the page is there.
REFUSING = frozenset({401, 403, 406, 418, 429, 451, 999})
# A server that does not know HEAD may say anything; it is asked once more with GET.
OK_FROM, OK_BELOW = 200, 300


@dataclass(frozen=True)
class Probe:
    """What came of one link: a word and the detail behind it."""

    outcome: Outcome
    detail: str = ""


def probe(url: str, ask: Fetch = fetch) -> Probe:
    """Follow a link to its end: HEAD first, GET where that was not enough.

    Never raises: whatever happens on the way is the result.
    """
    agent = f"Waymark-link-check (+{settings.WAYMARK_PUBLIC_URL})"
    address = url
    for _ in range(MOST_STEPS):
        try:
            answer = _asked(address, agent, ask)
        except UnsafeAddressError as error:
            return Probe(Outcome.UNSAFE, f"{address[:150]}: {error}")
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            return Probe(Outcome.SILENT, type(error).__name__)
        if answer.status not in MOVED or not answer.location:
            return _told(answer)
        try:
            address = urljoin(address, answer.location)
        except ValueError:
            return Probe(Outcome.UNSAFE, "it leads to what is no address")
    return Probe(Outcome.BROKEN, f"more than {MOST_STEPS} redirects")


def _asked(address: str, agent: str, ask: Fetch) -> Answer:
    answer = ask("HEAD", address, agent)
    if answer.status in MOVED or OK_FROM <= answer.status < OK_BELOW:
        return answer
    return ask("GET", address, agent)


def _told(answer: Answer) -> Probe:
    detail = f"HTTP {answer.status}"
    if OK_FROM <= answer.status < OK_BELOW:
        return Probe(Outcome.OK, detail)
    if answer.status in GONE:
        return Probe(Outcome.GONE, detail)
    if answer.status in REFUSING:
        return Probe(Outcome.REFUSED, detail)
    return Probe(Outcome.BROKEN, detail)
