"""The PDF of each example, beside Chromium printing the same page to a plain PDF."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pikepdf

from assessments.dossier import build_dossier
from assessments.examples import shipped_examples
from assessments.printing import STATIC, render_html, render_pdf
from benchmarks.cases import case_of
from benchmarks.clock import WALL, medians, milliseconds
from compliance.bankfile import load
from compliance.publishing import SHIPPED

ROUNDS = 3
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Chromium's path, or nothing where it is not installed."""
    found = (shutil.which(name) for name in NAMES)
    return os.environ.get("WAYMARK_CHROMIUM") or next(filter(None, found), None)


def print_with_chromium(browser: str, page: Path) -> None:
    """Print an HTML file; the browser's start is part of the time."""
    subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={page.parent}",
            f"--print-to-pdf={page.with_suffix('.pdf')}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


def write_page(folder: Path, html: str) -> Path:
    """The page as a file that Chromium can open, with its style and fonts."""
    page = folder / "report.html"
    base = f'<head><base href="{STATIC.as_uri()}/">'
    page.write_text(html.replace("<head>", base, 1))
    return page


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str) -> None:
    """Print the figures of one example; in a process of its own, for its peak."""
    bank = load(SHIPPED)
    example = next(each for each in shipped_examples(bank) if each.slug == name)
    dossier = build_dossier(case_of(bank, example)) | {"issued": bank.law_date}
    first = milliseconds(lambda: render_pdf(dossier), WALL)
    content = render_pdf(dossier)
    with tempfile.TemporaryDirectory() as folder:
        page = write_page(Path(folder), render_html(dossier))
        acts = {"waymark": lambda: render_pdf(dossier)}
        if browser := chromium():
            acts["chromium"] = lambda: print_with_chromium(browser, page)
        taken = medians(acts, ROUNDS, WALL)
    line = (
        f"{name:15} {pages_of(content):3} pages, {len(content) / 1024:4.0f} kB, "
        f"{taken['waymark'] / 1000:5.2f} s (first {first / 1000:.2f} s), "
        f"peak {peak():.0f} MB"
    )
    if "chromium" in taken:
        ratio = taken["waymark"] / taken["chromium"]
        line += f"; Chromium {taken['chromium'] / 1000:.2f} s: {ratio:.2f} times"
    print(line, flush=True)


def pages_of(content: bytes) -> int:
    """The number of pages of a PDF."""
    with pikepdf.open(BytesIO(content)) as document:
        return len(document.pages)


def main() -> None:
    """Measure each example in a process of its own."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    for example in shipped_examples(load(SHIPPED)):
        subprocess.run(
            [sys.executable, "-m", "benchmarks.report", example.slug], check=True
        )


if __name__ == "__main__":
    main()
