"""How time and memory of the PDF grow with its pages, beside Chromium."""

import subprocess
import sys
import tempfile
from copy import deepcopy
from itertools import cycle, islice
from pathlib import Path

from assessments.dossier import build_dossier
from assessments.examples import shipped_examples
from assessments.printing import render_html, render_pdf
from benchmarks.cases import case_of
from benchmarks.clock import WALL, medians
from benchmarks.report import chromium, pages_of, peak, print_with_chromium, write_page
from compliance.bankfile import load
from compliance.publishing import SHIPPED

SIZES = (10, 50, 200)
ROUNDS = 1
LEAST = 0.02


def sized(dossier: dict, share: float) -> dict:
    """The dossier with its long lists cut or repeated to a share of their length."""
    grown = deepcopy(dossier)
    for group in grown["duties"]["groups"]:
        group["duties"] = stretched(group["duties"], share, "slug")
    grown["gaps"] = stretched(grown["gaps"], share, "measure")
    for quarter in grown["plan"]:
        kept = [{"measure": measure} for measure in quarter["measures"]]
        stretched_rows = stretched(kept, share, "measure")
        quarter["measures"] = [each["measure"] for each in stretched_rows]
    for section in grown["answers"]:
        section["questions"] = stretched(section["questions"], share, "slug")
    for name in ("findings", "open_points", "support", "provisions"):
        grown[name] = grown[name][: max(1, round(len(grown[name]) * min(share, 1)))]
    return grown


def stretched(rows: list[dict], share: float, key: str) -> list[dict]:
    """So many of the rows, each further round under names of its own."""
    count = max(1, round(len(rows) * share)) if rows else 0
    return [
        row | {key: f"{row[key]}-{number // len(rows)}"} if number >= len(rows) else row
        for number, row in enumerate(islice(cycle(rows), count))
    ]


def share_for(dossier: dict, pages: int) -> float:
    """The share that gives about so many pages."""
    one, two = (pages_of(render_pdf(sized(dossier, share))) for share in (1, 2))
    return max(LEAST, 1 + (pages - one) / (two - one))


def measure(pages: int) -> None:
    """Print the figures at about so many pages; in a process of its own."""
    bank = load(SHIPPED)
    examples = {each.slug: each for each in shipped_examples(bank)}
    whole = build_dossier(case_of(bank, examples["glucoloop"]))
    whole |= {"issued": bank.law_date}
    dossier = sized(whole, share_for(whole, pages))
    count = pages_of(render_pdf(dossier))
    with tempfile.TemporaryDirectory() as folder:
        page = write_page(Path(folder), render_html(dossier))
        acts = {"waymark": lambda: render_pdf(dossier)}
        if browser := chromium():
            acts["chromium"] = lambda: print_with_chromium(browser, page)
        taken = medians(acts, ROUNDS, WALL)
    told = ", ".join(
        f"{name} {spent / 1000:.2f} s, {spent / count:.0f} ms a page"
        for name, spent in taken.items()
    )
    print(f"{count:4} pages: {told}; peak {peak():.0f} MB", flush=True)


def main() -> None:
    """Measure each size in a process of its own."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    for pages in SIZES:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.growth", str(pages)], check=True
        )


if __name__ == "__main__":
    main()
