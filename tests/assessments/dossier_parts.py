"""Builders of dossiers from short tables: one line a duty, a gap, a date, a source."""

from tests.assessments import dossier_texts as texts

STATE_WORDS = {
    "in-place": "in place", "partly": "started", "not-started": "not started",
    "not-applicable": "not needed", "settled": "settled", "open": "open",
    "not-needed": "not needed", "not-reached": "not reached",
}  # fmt: skip
GUIDANCE = {"name": "MDCG 2025-6", "address": texts.MDCG}
KINDS = ("in-place", "partly", "not-started", "not-applicable")
METHOD = (
    "The questions, rules, duties and measures come from the question bank named here. "
    "Each verdict follows from the rules of the bank on your answers; a rule that "
    "cannot be decided stays open and every value it could lead to is shown. No "
    "verdict rests on the wording of a note."
)
DISCLAIMER = (
    "This report informs you about what follows from your answers. It is not legal "
    "advice, it is no assessment by an authority or a notified body, and it does not "
    "say that a product meets the law. Have the points that matter checked."
)


def rows(table):
    """The lines of a table as lists of their cells, parted by a bar."""
    return [[c.strip() for c in line.split("|")] for line in table.strip().splitlines()]


def provisions(table=texts.PROVISIONS):
    return [
        {
            "slug": slug, "act": act, "reference": reference,
            "label": f"{act} {reference}", "title": title, "text": text,
            "address": address, "status": status,
        }
        for slug, act, reference, status, address, title, text in rows(table)
    ]  # fmt: skip


def cited(slugs, known=None):
    by_slug = {p["slug"]: p for p in known or provisions()}
    return [by_slug[slug] for slug in slugs.split()]


def answer(slug, number, text, said, unsure=False):
    return {
        "slug": slug, "number": number, "text": text, "answer": said,
        "unsure": unsure,
    }  # fmt: skip


def question(slug, number, text, said, note=""):
    unsure = said == "I don’t know yet"
    return {
        **answer(slug, number, text, said, unsure), "unanswered": not said,
        "note": note, "provisions": [],
    }  # fmt: skip


def sections(table):
    """Answers by section; a line with one cell opens a section."""
    found, number = [], 0
    for cells in rows(table):
        if len(cells) == 1:
            slug = cells[0].lower().replace(" ", "-")
            found.append({"slug": slug, "title": cells[0], "questions": []})
            continue
        number += 1
        found[-1]["questions"].append(question(cells[0], number, *cells[1:]))
    return found


def step(slug, asked, value, basis, state, finding=None, fork=()):
    return {
        "slug": slug, "question": asked, "value": value, "basis": basis,
        "state": state, "state_word": STATE_WORDS[state], "disputed": False,
        "finding": finding or None, "fork": bool(fork), "fork_values": list(fork),
    }  # fmt: skip


def trail(table):
    return [
        step(*cells, [value for value in fork.split(" or ") if value])
        for *cells, fork in rows(table)
    ]


def rule(value, state, why, slugs, basis="law", disputed=None):
    return {
        "slug": f"rule-{value.lower().replace(' ', '-')}", "value": value,
        "value_title": value, "state": state, "why": why, "basis": basis,
        "provisions": cited(slugs), "disputed": disputed, "answers": [],
    }  # fmt: skip


def finding(slug, title, asked, state, value, rules, answers, settles_with=()):
    known = {p["slug"]: p for r in rules for p in r["provisions"]}
    return {
        "slug": slug, "title": title, "question": asked, "state": state, "value": value,
        "values": [], "possible": [], "rules": rules, "answers": answers,
        "rests_on_disputed": [], "settles_with": list(settles_with),
        "provisions": list(known.values()),
    }  # fmt: skip


def findings(table, asked):
    """One finding a line; the answers are named by their slugs."""
    by_slug = {q["slug"]: q for s in asked for q in s["questions"]}
    return [
        finding(
            slug, title, short, state, value,
            [rule(value, "met" if state == "settled" else "open", why, slugs, basis)],
            [by_slug[name] for name in names.split()],
        )
        for slug, title, short, state, value, names, slugs, basis, why in rows(table)
    ]  # fmt: skip


def measure(slug, title, state, note=""):
    return {
        "slug": slug, "title": title, "state": state,
        "state_word": STATE_WORDS[state], "note": note,
        "delta": "",
    }  # fmt: skip


def duty(date, date_text, slugs, title, text, state, status="applies", relief=""):
    basis = cited(slugs)
    return {
        "slug": title.lower().replace(" ", "-"), "title": title, "text": text,
        "act": basis[0]["act"], "act_slug": basis[0]["act"].lower(),
        "addressee": "provider", "basis": basis[0]["label"], "provisions": basis,
        "date": date or None, "date_text": date_text, "milestone": "",
        "gravity": "high", "status": status, "measures": [], "state": state,
        "state_word": STATE_WORDS[state], "relief": relief, "penalty": "",
        "disputed": False,
    }  # fmt: skip


def duty_groups(table):
    found = []
    for cells in rows(table):
        if len(cells) == 3:
            slug, title, note = cells
            found.append({"slug": slug, "title": title, "note": note, "duties": []})
        else:
            found[-1]["duties"].append(duty(*cells))
    return found


def readiness(table):
    """Areas from lines such as `Security | 3 1 0 1`."""
    areas = []
    for title, figures in rows(table):
        counts = dict(zip(KINDS, map(int, figures.split()), strict=True))
        marks = [kind for kind in KINDS for _ in range(counts[kind])]
        slug = title.lower().replace(" ", "-")
        areas.append({"slug": slug, "title": title, "marks": marks, "counts": counts})
    totals = {kind: sum(a["counts"][kind] for a in areas) for kind in KINDS}
    return {"areas": areas, "totals": totals}


def gaps(table, duties):
    by_title = {d["title"]: d for group in duties for d in group["duties"]}
    return [
        {
            "measure": slug, "title": title, "area": area.lower(), "area_title": area,
            "state": state, "state_word": STATE_WORDS[state], "possible": False,
            "date": None, "date_text": when, "gravity": "high", "effort": effort,
            "owner": owner, "text": text, "evidence": evidence.split("; "),
            "standards": [
                {"name": name, "status": "harmonised under the MDR"}
                for name in standard.split("; ") if name
            ],
            "guidance": [GUIDANCE] if delta else [],
            "delta": delta,
            "duties": [
                {"slug": d["slug"], "title": d["title"], "basis": d["basis"]}
                for d in (by_title[name] for name in closes.split("; "))
            ],
            "services": [], "reason": "",
        }
        for slug, title, area, state, when, effort, owner, text, evidence, standard,
            delta, closes in rows(table)
    ]  # fmt: skip


def plan(table):
    return [
        {"title": title, "by": by, "by_text": text, "measures": slugs.split()}
        for title, by, text, slugs in rows(table)
    ]


def dates(table):
    return [
        {
            "number": number, "date": date, "date_text": text, "title": title,
            "basis": basis, "note": note, "kind": kind, "proposal": kind == "open",
        }
        for number, (date, text, kind, title, basis, note) in enumerate(rows(table), 1)
    ]  # fmt: skip


def support(table):
    found = []
    for cells in rows(table):
        if len(cells) == 3:
            slug, title, helps = cells
            found.append({
                "slug": slug, "title": title, "text": "",
                "helps_with": helps.split("; "), "entries": [],
            })  # fmt: skip
            continue
        name, kind, place, offers, cost, state, url, dated, fits, later, how = cells
        found[-1]["entries"].append({
            "slug": name.lower().replace(" ", "-"), "name": name, "kind": kind,
            "kind_title": kind, "place": place, "country": "PT", "offers": offers,
            "cost": cost, "state_word": state, "check": state == "check first",
            "url": url, "source_url": url, "source_date": dated,
            "confidence": "high", "reasons": [fits], "eligibility": "",
            "why_not_yet": [later] if later else [], "how_to_ask": how,
        })  # fmt: skip
    return found


def dossier(**parts):
    """A whole dossier of which nothing is known but what `parts` say."""
    return {
        "schema": "waymark-dossier/1", "number": "WM-2026-0147", "issued": "2026-11-23",
        "as_of": "2026-11-23", "answered": "2026-11-23", "product": "RetinaScreen",
        "organisation": "Example Vision, Lda", "country": "PT",
        "country_name": "Portugal",
        "bank": {
            "slug": "health-ai", "title": "Health AI", "number": "0.1.0",
            "hash": "5f1d" * 16, "law_date": "2026-11-23",
            "law_note": "AI Act as amended by Regulation (EU) 2026/1744",
        },
        "headline": "", "open_count": 0, "complete": True, "disputed_count": 0,
        "statements": [], "trail": [], "next_steps": [], "open_points": [],
        "findings": [],
        "duties": {
            "counts": {"applies": 0, "now": 0, "open": 0, "later": 0}, "groups": [],
            "excluded": [],
        },
        "readiness": {"areas": [], "totals": dict.fromkeys(KINDS, 0)}, "gaps": [],
        "plan": [], "dates": [], "support": [], "answers": [], "measures": [],
        "milestones": [], "provisions": [], "overdue_reviews": [],
        "glossary": [],
        "method": METHOD, "disclaimer": DISCLAIMER,
        **parts,
    }  # fmt: skip


def counts_of(groups):
    every = [d for group in groups for d in group["duties"]]
    now = sum(len(g["duties"]) for g in groups if g["slug"] == "now")
    open_duties = sum(d["status"] == "open" for d in every)
    return {
        "applies": len(every), "now": now, "open": open_duties,
        "later": len(every) - now,
    }  # fmt: skip


def excluded(table):
    return [{"title": t, "basis": b, "why": w} for t, b, w in rows(table)]
