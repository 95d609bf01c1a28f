"""The pack: the parts that were ticked, and nothing else."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessments.dossier.build import DISCLAIMER
from assessments.dossier.case import Case
from assessments.dossier.support import profile_of
from assessments.exports.wording import legible
from assessments.handover.parts import PARTS, Part, Source
from assessments.handover.vocabulary import VOCABULARY
from compliance.domain.support import SupportEntry

SCHEMA = "waymark-handover/1"
ORIGIN = "Prepared with Waymark on our own answers; nobody has checked them."


@dataclass(frozen=True)
class Typed:
    """What is typed for this handover alone: part → text."""

    texts: Mapping[str, str]

    def part(self, slug: str, title: str) -> Part:
        """The typed text as a part; it has no lines where nothing was typed."""
        text = self.texts.get(slug, "")
        return Part(slug, title, ((title, text),) if text else ())


def offered_parts(
    case: Case, dossier: Mapping, entry: SupportEntry, typed: Typed
) -> list[Part]:
    """Every part that this receiver may be given, in its own order and words."""
    source = Source(case, dossier, entry, profile_of(case))
    parts = []
    for slug, title in VOCABULARY[entry.kind]:
        if slug in PARTS:
            lines = tuple(line for line in PARTS[slug](source) if line[1])
            parts.append(Part(slug, title, lines))
        else:
            parts.append(typed.part(slug, title))
    return parts


def pack_of(
    case: Case, entry: SupportEntry, parts: Collection[Part], ticked: Collection[str]
) -> dict:
    """The pack as plain data in the form of its published schema.

    Of the case it holds the ticked parts alone; an empty part is left out.
    """
    return legible(
        {
            "schema": SCHEMA,
            "made": case.as_of.isoformat(),
            "to": {
                "slug": entry.slug,
                "name": entry.name,
                "kind": entry.kind,
                "kind_title": entry.kind_title,
                "country": entry.country,
                "url": entry.url,
                "source_date": entry.source_date,
            },
            "bank": {
                "slug": case.bank.slug,
                "number": case.bank.number,
                "law_date": case.bank.law_date,
            },
            "parts": [
                {
                    "slug": part.slug,
                    "title": part.title,
                    "lines": [
                        {"label": label, "text": text} for label, text in part.lines
                    ],
                }
                for part in parts
                if part.slug in ticked and part.lines
            ],
            "origin": ORIGIN,
            "disclaimer": DISCLAIMER,
        }
    )
