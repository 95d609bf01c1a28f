"""What can be handed over: each part of a case as labelled lines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessments.dossier.case import Case, answer_text, country_name
from assessments.handover.annexes import ANNEXES
from assessments.handover.vocabulary import SERVICES_OF
from compliance.domain.conditions import Condition, subjects
from compliance.domain.gaps import UNKNOWN
from compliance.domain.support import Profile, SupportEntry
from compliance.domain.support_entry import SERVICES, SIZE_TITLES

Line = tuple[str, str]

AI_VERDICTS = ("ai-system", "ai-role", "ai-risk", "gpai", "ai-conformity")
DEVICE_VERDICTS = ("device-regime", "mdr-class", "ivdr-class", "device-kind")
CONFORMITY = ("notified-body", "ai-conformity")
REGULATED = frozenset(
    {
        *AI_VERDICTS,
        *DEVICE_VERDICTS,
        *CONFORMITY,
        *("aia-scope", "annex-iii-point", "annex-iii-filter", "transparency"),
        *("prohibited-practice", "medical-purpose", "in-house", "device-role"),
    }
)
BASES = 3
CITED = 12
GAPS_SHOWN = 12
NOT_TOLD = "Not told in Waymark yet"
SOFTWARE_CODE = (
    "MDA 0315, the code for software: please confirm that your designation holds it"
)
OTHER_CODES = "Please tell us which codes of yours cover a device like this"


@dataclass(frozen=True)
class Part:
    """Something that can be ticked, with the lines that would be handed over."""

    slug: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Source:
    """What the parts are made from: the case, its dossier, and the receiver."""

    case: Case
    dossier: Mapping
    entry: SupportEntry
    profile: Profile

    @property
    def findings(self) -> dict[str, Mapping]:
        """The verdicts that are told, by slug."""
        return {each["slug"]: each for each in self.dossier["findings"]}


def names(source: Source) -> Iterator[Line]:
    """What the product and the organisation are called."""
    yield "Product", source.dossier["product"]
    yield "Organisation", source.dossier["organisation"]


def purpose(source: Source) -> Iterator[Line]:
    """The intended purpose as its founder wrote it."""
    yield "Intended purpose", source.dossier["purpose"]


def profile(source: Source) -> Iterator[Line]:
    """Country and size, and the roles in the law."""
    yield "Country", country_name(source.case.country) if source.case.country else ""
    yield "Size", SIZE_TITLES.get(source.profile.size, "")
    yield from _verdicts(source, ("ai-role", "device-role"))


def maturity(source: Source) -> Iterator[Line]:
    """How mature the technology is, and whether it is on the market."""
    bank = source.case.bank
    conditions = [*(each.when for each in bank.trl), bank.on_market_when]
    yield from _answers(source, conditions)


def verdicts(source: Source) -> Iterator[Line]:
    """Every verdict with the rule it rests on."""
    yield from _verdicts(source, list(source.findings))


def device(source: Source) -> Iterator[Line]:
    """Regime and class, each with the rule it rests on."""
    yield from _verdicts(source, DEVICE_VERDICTS)


def ai(source: Source) -> Iterator[Line]:
    """What the AI Act makes of the product."""
    yield from _verdicts(source, AI_VERDICTS)


def conformity(source: Source) -> Iterator[Line]:
    """Whether a body takes part, and the annexes for each class that is possible."""
    yield from _verdicts(source, CONFORMITY)
    for scheme, annexes in ANNEXES.items():
        possible = source.profile.possible(scheme)
        for value, text in annexes.items():
            if value in possible:
                yield f"In class {value.removesuffix('-sterile')}", text


def codes(source: Source) -> Iterator[Line]:
    """Which codes of its designation the body is asked to confirm."""
    if "software" in source.profile.technologies and "mdr" in source.profile.regimes:
        yield "Software", SOFTWARE_CODE
    yield "Other codes", OTHER_CODES


def documentation(source: Source) -> Iterator[Line]:
    """How far each piece of the technical documentation is."""
    yield from _measures(source, ("technical-file", "risk-safety", "clinical-evidence"))


def quality(source: Source) -> Iterator[Line]:
    """How far the quality system is."""
    yield from _measures(source, ("quality-system",))


def questions(source: Source) -> Iterator[Line]:
    """What is open under the AI Act and device law, or read in two ways there."""
    for point in source.dossier["open_points"]:
        if point["scheme"] in REGULATED:
            asked = "; ".join(each["text"] for each in point["settles_with"])
            yield point["title"], asked if asked != point["title"] else point["text"]
    for finding in source.dossier["findings"]:
        for rule in finding["rules"] if finding["slug"] in REGULATED else ():
            if rule["disputed"]:
                yield f"{finding['title']}, read in two ways", rule["disputed"]["text"]


def provisions(source: Source) -> Iterator[Line]:
    """The provisions behind what is open or heavy under the AI Act and device law."""
    cited: dict[str, str] = {}
    for slug in ("ai-risk", "ai-system", "device-regime", "mdr-class", "ivdr-class"):
        for each in source.findings.get(slug, {}).get("provisions", ()):
            cited.setdefault(each["label"], each["title"])
    yield from list(cited.items())[:CITED]


def sought(source: Source) -> Iterator[Line]:
    """The services of the receiver that are asked for or that gaps need."""
    said = SERVICES | SERVICES_OF.get(source.entry.kind, {})
    for service in said:
        if service in source.entry.services & source.profile.services:
            title = said[service]
            yield f"{title[:1].upper()}{title[1:]}", _why_sought(source, service)


def gaps(source: Source) -> Iterator[Line]:
    """The gaps that the receiver's services would help to close."""
    measures = source.case.bank.measure
    closing = [
        gap
        for gap in source.dossier["gaps"]
        if source.entry.services & set(measures[gap["measure"]].services)
    ]
    for gap in closing[:GAPS_SHOWN]:
        yield gap["title"], gap["state_word"]


def _why_sought(source: Source, service: str) -> str:
    wishes = [e.when for e in source.case.bank.services if e.slug == service]
    met = [e for e in wishes if source.case.determination.truth_of(e) is True]
    told = "; ".join(answer for _, answer in _answers(source, met))
    count = source.profile.gaps_by_service.get(service, 0)
    needed = f"needed for {count} gap{'s' * (count != 1)}" if count else ""
    return "; ".join(each for each in (told, needed) if each)


def _answers(source: Source, conditions: Sequence[Condition | None]) -> Iterator[Line]:
    asked = dict.fromkeys(each for one in conditions for each in subjects(one))
    for slug in asked:
        question = source.case.bank.questions.get(slug)
        if question is not None and slug in source.case.numbers:
            told = answer_text(question, source.case.answer(slug))
            yield question.text.rstrip("?"), told


def _verdicts(source: Source, slugs: Sequence[str]) -> Iterator[Line]:
    for slug in slugs:
        finding = source.findings.get(slug)
        if finding is not None:
            rules = [each for each in finding["rules"] if each["state"] != "open"]
            cited = [e["label"] for r in rules[:1] for e in r["provisions"][:BASES]]
            basis = f" ({', '.join(cited)})" if cited else ""
            yield finding["title"], f"{finding['value']}{basis}"


def _measures(source: Source, areas: Sequence[str]) -> Iterator[Line]:
    asked = [
        measure
        for area in source.dossier["measures"]
        if area["area"] in areas
        for measure in area["measures"]
    ]
    if all(measure["told"] == UNKNOWN for measure in asked):
        yield "State", NOT_TOLD
        return
    for measure in asked:
        yield measure["title"], measure["state_word"]


PARTS: Mapping[str, Callable[[Source], Iterator[Line]]] = {
    "names": names,
    "purpose": purpose,
    "profile": profile,
    "maturity": maturity,
    "verdicts": verdicts,
    "device": device,
    "ai": ai,
    "conformity": conformity,
    "codes": codes,
    "documentation": documentation,
    "quality": quality,
    "questions": questions,
    "provisions": provisions,
    "sought": sought,
    "gaps": gaps,
}
