"""What is wrong with a page for somebody: axe, sideways scroll, headings."""

from pathlib import Path

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE, PHONE = (1280, 900), (360, 740)
LOOKS = (("light", WIDE), ("dark", WIDE), ("light", PHONE))
RUN = """async tags => {
    const found = await axe.run(document, {
        runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
    });
    return found.violations.flatMap(rule => rule.nodes.map(
        node => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`
    ));
}"""
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults_of(page):
    """Sentences about the page as it stands, in light and dark, wide and narrow."""
    # Evaluated, as the content security policy rightly refuses a script tag.
    page.evaluate(AXE)
    return [
        *find_headings(page),
        *(fault for look in LOOKS for fault in seen(page, look)),
    ]


def find_headings(page):
    """A fault unless there is exactly one main heading."""
    headings = page.get_by_role("heading", level=1).all_inner_texts()
    return [] if len(headings) == 1 else [f"main headings: {headings}"]


def seen(page, look):
    """What axe finds in one colour scheme and width, and what hangs over the edge."""
    scheme, (width, height) = look
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": height})
    found = page.evaluate(RUN, TAGS)
    overhang = page.evaluate(OVERHANG)
    if overhang > 0:
        found.append(f"scrolls sideways by {overhang} px")
    return [f"{scheme}, {width} px: {fault}" for fault in found]
