"""Why an entry of the directory does not fit a profile: the sentences a reader sees."""

from collections.abc import Callable, Iterator, Mapping

from compliance.domain.countries import (
    COUNTRIES,
    borders_away,
    country_name,
    in_country,
)
from compliance.domain.support_conditions import Reading
from compliance.domain.support_entry import (
    SIZE_TITLES,
    TECHNOLOGIES,
    SupportEntry,
    day_in_words,
    end_in_words,
)
from compliance.domain.support_profile import Profile
from compliance.domain.support_reach import OUT_OF_REACH, reach_of
from compliance.domain.support_wording import both, services_in_words, sizes_in_words

# Technologies too broad to tell one data infrastructure from another.
BROAD_TECHNOLOGIES = frozenset({"ai", "hpc", "big_data", "software", "cloud"})
# Programmes that nobody looks for without a gap or a wish that calls for them.
NEEDS_A_REASON = frozenset({"skills", "cybersecurity"})
INFORMATION_ONLY = frozenset({"legal-basis", "policy"})
# Sandboxes under Art. 57 of the AI Act, which end where the market begins.
UNDER_ARTICLE_57 = frozenset({"", "national", "union", "project"})
DOUBLED = "The same offer stands in the directory under another name"
ONLY_READ = "It is something to read, not a place to turn to"
NOT_AI = "It is for AI systems, and on your answers the product is none"
NOT_A_DEVICE = "On your answers the product is no medical device"


def obstacles(entry: SupportEntry, reading: Reading) -> Iterator[str]:
    """What speaks against the entry, each as a sentence; nothing where it may fit.

    What is open never speaks against an entry, except that a programme must be
    running, or have a day on which it opens and be asked for.
    """
    if said := _elsewhere(entry, reading.profile):
        yield said
    yield from obstacles_within_reach(entry, reading)


def obstacles_within_reach(entry: SupportEntry, reading: Reading) -> Iterator[str]:
    """The same for an entry that is known to serve the profile's country."""
    profile = reading.profile
    if entry.has_ended(profile.as_of):
        yield _ended(entry, profile)
    if entry.same_as:
        yield DOUBLED
    if entry.subkind in INFORMATION_ONLY:
        yield ONLY_READ
    if entry.sizes and profile.size in SIZE_TITLES.keys() - entry.sizes:
        yield _wrong_size(entry, profile)
    condition = entry.eligible_when
    if condition is not None and reading.truth_of(condition) is False:
        told = reading.telling(condition, False)
        yield f"Only where {told}; your answers say otherwise"
    yield from _OF_KIND[entry.kind](entry, profile)


def _elsewhere(entry: SupportEntry, profile: Profile) -> str:
    distances = borders_away(profile.country)
    if reach_of(entry, profile.country, distances) != OUT_OF_REACH:
        return ""
    is_placed = profile.country in COUNTRIES
    serves = f"It serves {country_name(entry.country)}"
    own = f"you are based {in_country(profile.country)}"
    return f"{serves}; {own if is_placed else 'say where you are based'}"


def _ended(entry: SupportEntry, profile: Profile) -> str:
    is_past = entry.closes is not None and entry.closes < profile.as_of
    return f"It ended {end_in_words(entry.closes)}" if is_past else "It has ended"


def _wrong_size(entry: SupportEntry, profile: Profile) -> str:
    served, own = sizes_in_words(entry.sizes), SIZE_TITLES[profile.size]
    return f"Your organisation must be {served}; it is {own}"


def _sandbox(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if not profile.may_be_ai:
        yield NOT_AI
    elif not profile.may_be_under_the_ai_act:
        yield "On your answers the AI Act does not reach the product"
    elif profile.possible("ai-risk") == {"prohibited"}:
        yield "On your answers the AI Act forbids this use, and no sandbox allows it"
    elif not profile.may_provide_ai:
        # Art. 58(2): any provider or prospective provider; deployers in partnership.
        yield (
            "Providers apply for a sandbox, others only together with one "
            "(AI Act Art. 58(2)); on your answers you are no provider"
        )
    elif entry.subkind in UNDER_ARTICLE_57:
        yield from _article_57(profile)


def _article_57(profile: Profile) -> Iterator[str]:
    # Art. 57(5): for a limited time before the system is placed on the market.
    if profile.is_on_market:
        yield (
            "A sandbox is for the time before a product is on the market "
            "(AI Act Art. 57(5)); yours is there"
        )
    if not profile.has_ai_question:
        yield (
            "On your answers the product is not high-risk, and nothing about the "
            "AI Act is open that an authority would have to answer"
        )


def _tef(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if not profile.may_be_ai and "robotics" not in profile.technologies:
        yield (
            "TEF-Health tests AI and robotics, and on your answers the product is "
            "neither"
        )


def _tef_service(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    yield from _tef(entry, profile)
    if profile.services and entry.services and not entry.services & profile.services:
        yield f"{_offer(entry)}, which none of your gaps calls for"


def _factory(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if not profile.may_be_ai:
        yield NOT_AI


def _hub(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    yield from ()


def _infrastructure(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    special = entry.technologies - BROAD_TECHNOLOGIES
    if special and profile.technologies:
        if not special & profile.technologies:
            titles = sorted(TECHNOLOGIES[each] for each in special)
            yield f"It is about {both(titles)}, which your answers do not name"
    elif not entry.services & profile.services or not _looks_for_data(profile):
        yield f"{_offer(entry)}, which you did not ask for"


def _data_access(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if not _looks_for_data(profile):
        yield "It gives access to health data, which you did not ask for"


def _looks_for_data(profile: Profile) -> bool:
    # Gaps about one's own data call for data of others only to train and test AI.
    is_for_ai = profile.may_be_ai and "data_access" in profile.services
    is_asked = "data_access" in profile.asked or "ehr" in profile.technologies
    return is_for_ai or is_asked


def _programme(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if "ai" in entry.technologies and not profile.may_be_ai:
        yield NOT_AI
    if entry.subkind in NEEDS_A_REASON and not entry.services & profile.services:
        yield f"{_offer(entry)}, which you did not ask for"
    if entry.is_open(profile.as_of) or entry.has_ended(profile.as_of):
        return
    if entry.opens is None:
        yield "Nothing shows that it runs now, and no opening day is known"
    elif not entry.services & profile.asked:
        yield f"It opens on {day_in_words(entry.opens)}, and you did not ask for it"


def _mdr_authority(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if not profile.may_be_a_device:
        yield NOT_A_DEVICE


def _ai_authority(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if not profile.may_be_ai:
        yield NOT_AI


def _notified_body(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if not profile.may_be_a_device:
        yield NOT_A_DEVICE
    elif not profile.may_need_notified_body:
        yield _no_notified_body(profile)
    elif not entry.regimes & profile.regimes:
        wanted = " or ".join(sorted(each.upper() for each in profile.regimes))
        held = " and ".join(sorted(each.upper() for each in entry.regimes))
        yield f"It is designated under the {held or 'law of other products'}; " + (
            f"yours falls under the {wanted}"
        )


def _no_notified_body(profile: Profile) -> str:
    if "with-device" in profile.possible("notified-body"):
        return (
            "The maker of the whole device applies to a notified body, not the maker "
            "of a part of it"
        )
    alone = {
        "mdr-class": (
            "I",
            "in class I you declare conformity yourself (MDR Art. 52(7))",
        ),
        "ivdr-class": (
            "A",
            "in class A you declare conformity yourself (IVDR Art. 48(10))",
        ),
    }
    told = [
        reason
        for scheme, (lowest, reason) in alone.items()
        if profile.possible(scheme) == {lowest}
    ]
    return ": ".join(["On your answers no notified body has to take part", *told])


def _offer(entry: SupportEntry) -> str:
    return f"It offers {services_in_words(entry.services) or 'nothing that is listed'}"


_OF_KIND: Mapping[str, Callable[[SupportEntry, Profile], Iterator[str]]] = {
    "sandbox": _sandbox,
    "tef-node": _tef,
    "tef-service": _tef_service,
    "edih": _hub,
    "ai-factory": _factory,
    "data-infrastructure": _infrastructure,
    "data-access-body": _data_access,
    "programme": _programme,
    "mdr-authority": _mdr_authority,
    "ai-authority": _ai_authority,
    "notified-body": _notified_body,
}
