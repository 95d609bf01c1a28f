"""The links of directory and law, tried in turn: few at once, no host in a hurry."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from compliance.domain.addresses import addresses_of
from compliance.links.probing import Probe, probe
from compliance.models import BankVersion, LinkCheck, SupportEntryRow
from compliance.publishing import MAIN_BANK, published_bank

AT_ONCE = 4
PAUSE_SECONDS = 2.0
# A link that was tried within this time is left in peace.
TRIED_WITHIN = timedelta(days=6)
ANSWERED = (LinkCheck.Outcome.OK, LinkCheck.Outcome.REFUSED)


@dataclass(frozen=True)
class Checked:
    """What a run came to, in numbers of links."""

    tried: int
    answered: int
    dead: int

    def __str__(self) -> str:
        return (
            f"{self.tried} links tried, {self.answered} answered, "
            f"{self.dead} dead by now"
        )


def check_links(
    limit: int | None = None,
    everything: bool = False,
    ask: Callable[[str], Probe] = probe,
    pause: float = PAUSE_SECONDS,
) -> Checked:
    """Try the links that are due, those not tried for longest first.

    Marks, and changes no entry: staff decide what a dead link means.
    """
    tried = answered = 0
    for url, found in _probed(due_links(everything)[:limit], ask, pause):
        note(url, found)
        tried += 1
        answered += found.outcome in ANSWERED
    return Checked(tried, answered, LinkCheck.objects.dead().count())


def due_links(everything: bool = False) -> list[str]:
    """The addresses to try: all, or those not tried lately."""
    tried = dict(LinkCheck.objects.values_list("url", "tried_at"))
    line = timezone.now() - TRIED_WITHIN
    due = [
        url
        for url in links_in_use()
        if everything or url not in tried or tried[url] < line
    ]
    never = timezone.now() - timedelta(days=36500)
    return sorted(due, key=lambda url: (tried.get(url, never), url))


def links_in_use() -> set[str]:
    """What the directory's living entries and the published bank send readers to."""
    rows = SupportEntryRow.objects.published().exclude(status="ended")
    entries = {url for pair in rows.values_list("url", "source_url") for url in pair}
    return entries | _links_of_the_law()


def _links_of_the_law() -> set[str]:
    version = BankVersion.objects.of_bank(MAIN_BANK).light().first()
    if version is None:
        return set()
    return {url for _, url in addresses_of(published_bank(version.fingerprint))}


def _probed(
    urls: Iterable[str], ask: Callable[[str], Probe], pause: float
) -> Iterator[tuple[str, Probe]]:
    """Each address with its result, hosts side by side, a host's pages in turn."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        shelves = _by_host(urls).values()
        running = [pool.submit(_one_host, shelf, ask, pause) for shelf in shelves]
        for done in as_completed(running):
            yield from done.result()


def _by_host(urls: Iterable[str]) -> Mapping[str, list[str]]:
    shelves: dict[str, list[str]] = {}
    for url in urls:
        shelves.setdefault(urlsplit(url).hostname or "", []).append(url)
    return shelves


def _one_host(
    urls: list[str], ask: Callable[[str], Probe], pause: float
) -> list[tuple[str, Probe]]:
    found = []
    for number, url in enumerate(urls):
        if number:
            time.sleep(pause)
        found.append((url, ask(url)))
    return found


def note(url: str, found: Probe) -> None:
    """Keep what came of a link; failures count only in a row."""
    now = timezone.now()
    check = LinkCheck.objects.filter(url=url).first() or LinkCheck(url=url)
    check.outcome = found.outcome
    check.detail = found.detail[:200]
    check.tried_at = now
    if found.outcome in ANSWERED:
        check.answered_at, check.failures = now, 0
    else:
        check.failures += 1
    check.save()
