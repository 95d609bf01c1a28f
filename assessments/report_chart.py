"""The figure of effort by quarter, with the dates of the law above it."""

from datetime import date

from django.utils.safestring import SafeString

from assessments.report_figures import (
    ACCENT,
    INK,
    RULE,
    SOFT,
    axis_line,
    figure,
    label,
    numbered_blaze,
    rect,
)

WIDTH, BASE, BAR, MARK = 166.0, 17.0, 1.5, 5.4
HEIGHTS = {"S": 2.4, "M": 4.8, "L": 7.2}
EFFORT_WORDS = {"S": "small", "M": "medium", "L": "large"}


def effort_chart(plan: list[dict], dates: list[dict], as_of: str) -> SafeString:
    """A bar for each measure, as tall as its effort, over the quarter it is due in."""
    if not plan:
        return SafeString("")
    slot = WIDTH / len(plan)
    shapes = [axis_line(0, BASE, WIDTH, BASE, INK, 0.3)]
    before = as_of
    for number, quarter in enumerate(plan):
        left = slot * number
        shapes += bars(quarter["gaps"], left + 1, slot - 3)
        shapes.append(
            label(left + 1, BASE + 4.2, short_title(quarter, as_of), SOFT, "start")
        )
        if number:
            shapes.append(axis_line(left, BASE - 9, left, BASE + 1.5, RULE, 0.25))
        due = [each for each in dates if before < each["date"] <= quarter["by"]]
        for place, entry in enumerate(due[: int(slot // MARK)]):
            shapes.append(numbered_blaze(left + 3.6 + MARK * place, 3.4, entry))
        before = quarter["by"]
    return figure(WIDTH, BASE + 6, said(plan, as_of), shapes, "effort")


def bars(gaps: list[dict], left: float, width: float) -> list[SafeString]:
    pitch = min(BAR + 0.7, width / max(len(gaps), 1))
    return [
        rect(left + pitch * i, BASE - HEIGHTS[gap["effort"]], pitch * 0.68,
             HEIGHTS[gap["effort"]], ACCENT)
        for i, gap in enumerate(gaps)
    ]  # fmt: skip


def short_title(quarter: dict, as_of: str) -> str:
    """A quarter as its label says it: now, or Q1 2027."""
    if quarter["by"] == as_of:
        return "now"
    day = date.fromisoformat(quarter["by"])
    return f"Q{(day.month + 2) // 3} {day.year}"


def said(plan: list[dict], as_of: str) -> str:
    """The figure in words."""
    quarters = "; ".join(
        f"{short_title(quarter, as_of)}: {counts(quarter['gaps'])}" for quarter in plan
    )
    return f"Measures by quarter and effort. {quarters}."


def counts(gaps: list[dict]) -> str:
    efforts = [gap["effort"] for gap in gaps]
    return ", ".join(
        f"{efforts.count(effort)} {word}"
        for effort, word in EFFORT_WORDS.items()
        if effort in efforts
    )
