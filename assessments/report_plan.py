"""The plan on paper: quarters with their gaps, and references said once."""

import re

# Where in a citation the name of the law ends.
PLACE = re.compile(r" (?=Art\.|Annex |Recital )")
MEASURE_KINDS = ("in-place", "partly", "not-started", "not-applicable")


def plan_of(dossier: dict) -> dict:
    """Readiness, plan by quarter, gaps that are only possible, and the references."""
    references = References()
    gaps = {gap["measure"]: {**gap, "bases": bases_of(gap)} for gap in dossier["gaps"]}
    plan = [
        {
            **quarter,
            "gaps": [
                gaps.pop(slug) | references.of(gap)
                for slug in quarter["measures"]
                if (gap := gaps.get(slug))
            ],
        }
        for quarter in dossier["plan"]
    ]
    plan = [quarter for quarter in plan if quarter["gaps"]]
    return {
        "areas": readiness_areas(dossier["readiness"]["areas"]),
        "plan": plan,
        "planned": sum(len(quarter["gaps"]) for quarter in plan),
        "possible": by_area([*gaps.values()]),
        "references": references.entries,
    }


class References:
    """Standards and guidance, numbered in the order in which they are first named."""

    def __init__(self):
        self.entries: list[dict] = []
        self.numbers: dict[str, int] = {}

    def of(self, gap: dict) -> dict:
        """The numbers of a gap's standards and guidance."""
        named = [
            {"name": s["name"], "status": s["status"], "address": ""}
            for s in gap["standards"]
        ] + [
            {"name": g["name"], "status": "", "address": g["address"]}
            for g in gap["guidance"]
        ]
        return {"references": sorted({self._number(each) for each in named})}

    def _number(self, entry: dict) -> int:
        if entry["name"] not in self.numbers:
            self.numbers[entry["name"]] = len(self.entries) + 1
            self.entries.append({**entry, "number": len(self.entries) + 1})
        return self.numbers[entry["name"]]


def bases_of(gap: dict) -> str:
    """The provisions that a gap answers, each once; a law is named once in a row."""
    said, before = [], ""
    for basis in sorted({duty["basis"] for duty in gap["duties"]}):
        law = basis[: place.start()] if (place := PLACE.search(basis)) else basis
        said.append(basis[len(law) :].strip() if law == before else basis)
        before = law
    return "; ".join(each for each in said if each)


def readiness_areas(areas: list[dict]) -> list[dict]:
    """Areas that have a measure, with their four counts in the order of the columns."""
    return [
        {**area, "columns": [area["counts"][kind] for kind in MEASURE_KINDS]}
        for area in areas
        if area["marks"]
    ]


def by_area(gaps: list[dict]) -> list[dict]:
    """The titles of gaps by their area."""
    areas: dict[str, list[str]] = {}
    for gap in gaps:
        areas.setdefault(gap["area_title"], []).append(gap["title"])
    return [{"title": area, "measures": titles} for area, titles in areas.items()]
