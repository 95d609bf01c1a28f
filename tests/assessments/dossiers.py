"""Three invented dossiers: what the tests of the report print.

`imaging()` is rich and high-risk with two open points, `class_one()` is short and has
no AI, `hostile()` is what somebody who means harm might have typed.
"""

from copy import deepcopy

from tests.assessments import dossier_parts as parts
from tests.assessments import dossier_texts as texts


def imaging():
    """RetinaScreen: class IIa or IIb, high-risk, 27 duties, 15 gaps, 12 places."""
    asked = parts.sections(texts.IMAGING_ANSWERS)
    groups = parts.duty_groups(texts.IMAGING_DUTIES)
    found = parts.findings(texts.IMAGING_FINDINGS, asked)
    class_found, procedure = found[1], found[-1]
    class_found["settles_with"] = [who_acts()]
    procedure["rules"][0]["disputed"] = {
        "also": ["A second assessment under the AI Act"],
        "text": "Most read Article 43(3) as one procedure. Some bodies ask for a "
        "separate review of the AI part until they are designated for it.",
    }
    return parts.dossier(
        headline="A medical device and a high-risk AI system, with two points still "
        "open",
        open_count=2,
        complete=False,
        disputed_count=1,
        statements=[
            "On your answers, RetinaScreen is a **medical device of class IIa or IIb** "
            "and a **high-risk AI system**.",
            "You are its **manufacturer** and its **provider**.",
            "In either class you need a **notified body**.",
            "The high-risk duties apply from **2 August 2028**.",
        ],
        trail=parts.trail(texts.IMAGING_TRAIL),
        next_steps=[
            "Settle who acts on the output, and write it into the intended purpose.",
            "Assess the impact on data protection before the next training run.",
            "Ask three notified bodies for scope, waiting time and price.",
        ],
        open_points=[class_point(), patient_point()],
        findings=found,
        duties={
            "counts": parts.counts_of(groups),
            "groups": groups,
            "excluded": parts.excluded(texts.IMAGING_EXCLUDED),
        },
        readiness=parts.readiness(texts.IMAGING_READINESS),
        gaps=parts.gaps(texts.IMAGING_GAPS, groups),
        plan=parts.plan(texts.IMAGING_PLAN),
        dates=parts.dates(texts.IMAGING_DATES),
        support=parts.support(texts.IMAGING_SUPPORT),
        answers=asked,
        measures=[
            {
                "area": "data-bias",
                "title": "Data and bias",
                "measures": [
                    parts.measure(
                        "data-governance",
                        "Name where every training photograph comes from",
                        "not-started",
                        "The licence of the public set is being checked.",
                    )
                ],
            }
        ],
        provisions=parts.provisions(),
    )


def who_acts():
    return {
        "slug": "who-acts", "number": 10, "text": "Who acts on the output?",
        "who": "your clinical lead", "section": "use", "section_title": "Use and users",
    }  # fmt: skip


def class_point():
    table = [
        ("Notified body", ["needed", "needed"]),
        ("High-risk under the AI Act", ["yes", "yes"]),
        ("Files the notified body samples",
         ["one per category of devices", "one per generic device group"]),
        ("Safety update report", ["at least every two years", "every year"]),
    ]  # fmt: skip
    return {
        "number": 1, "scheme": "mdr-class", "title": "Class IIa or IIb",
        "text": "You told us that a missed case could lead to surgery. Whether the "
        "output itself decides, or a specialist who reads every photograph, is not "
        "settled yet. That is the whole difference.",
        "disputed": False, "settles_with": [who_acts()],
        "changes": {
            "columns": ["If class IIa", "If class IIb"],
            "rows": [
                {"title": title, "cells": cells, "same": cells[0] == cells[1]}
                for title, cells in table
            ],
        },
    }  # fmt: skip


def patient_point():
    return {
        "number": 2, "scheme": "transparency",
        "title": "Does a patient meet the AI directly?",
        "text": "If so, Article 50(1) already applies and people must be told.",
        "disputed": False, "changes": None,
        "settles_with": [{
            "slug": "patient-meets", "number": 12,
            "text": "Does a patient meet the AI directly?", "who": "your product lead",
            "section": "use", "section_title": "Use and users",
        }],
    }  # fmt: skip


def class_one():
    """Breathe Diary: class I, no AI, every verdict settled."""
    asked = parts.sections(texts.CLASS_ONE_ANSWERS)
    groups = parts.duty_groups(texts.CLASS_ONE_DUTIES)
    found = parts.findings(texts.CLASS_ONE_FINDINGS, asked)
    cited = {
        p["slug"]: p
        for owner in [*found, *(d for g in groups for d in g["duties"])]
        for p in owner["provisions"]
    }
    return parts.dossier(
        number="WM-2026-0148",
        product="Breathe Diary",
        headline="A class I medical device without AI",
        statements=[
            "On your answers, Breathe Diary is a **medical device of class I**.",
            "It is **not an AI system**, so the AI Act asks nothing of it.",
            "You declare conformity yourself, without a notified body.",
        ],
        trail=parts.trail(texts.CLASS_ONE_TRAIL),
        next_steps=["Draw up the technical file.", "Write the clinical evaluation."],
        findings=found,
        duties={"counts": parts.counts_of(groups), "groups": groups, "excluded": []},
        readiness=parts.readiness("Technical file | 0 1 2 0\nMarket | 1 0 1 0"),
        gaps=parts.gaps(texts.CLASS_ONE_GAPS, groups),
        plan=parts.plan(
            "First quarter 2027 | 2027-03-31 | by 31 March | "
            "technical-documentation clinical-evaluation"
        ),
        dates=parts.dates(
            "2021-05-26 | 26 May 2021 | applies | The MDR applies | MDR Art. 123 | Now."
        ),
        support=parts.support(texts.CLASS_ONE_SUPPORT),
        answers=asked,
        provisions=list(cited.values()),
    )


MARKUP = '<script>alert("x")</script><img src="http://evil.example/a.png">{{ 7|add:7 }}'
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten" * 4
ARABIC = "هذا المنتج يفحص صور شبكية العين"
HEBREW = "המוצר בודק תמונות של הרשתית"


def hostile():
    """The rich case with markup, endless words, other scripts and control signs."""
    case = deepcopy(imaging())
    case["product"] = f"{MARKUP} {LONG_WORD} 👩🏽‍⚕️ {ARABIC}"
    case["organisation"] = f"<b>{LONG_WORD}</b>\x00\x1b[31m \u202eevil {HEBREW}"
    case["statements"].append(f"**{MARKUP}** & **<b>bold</b>**")
    case["trail"][0]["value"] = LONG_WORD
    case["next_steps"][0] = MARKUP
    questions = [q for section in case["answers"] for q in section["questions"]]
    notes = [
        "n" * 10_000, "word " * 2_000, f"{ARABIC} {HEBREW} 日本語 Ελληνικά Кириллица",
        MARKUP, "🩺💊🧬 emoji\x07 and \ud800 half a pair", "line\nline\nline",
    ]  # fmt: skip
    for question, note in zip(questions, notes, strict=False):
        question["note"] = note
    questions[6]["answer"] = LONG_WORD
    case["support"][0]["entries"][0]["url"] = "javascript:alert(1)"
    case["support"][0]["entries"][1]["source_url"] = "file:///etc/passwd"
    case["support"][0]["entries"][2]["name"] = LONG_WORD
    case["gaps"][0]["guidance"] = [{"name": MARKUP, "address": "data:text/html,x"}]
    case["duties"]["groups"][0]["duties"][0]["title"] = LONG_WORD
    return case
