"""Dossiers as they are issued, and one that somebody who means harm has filled in."""

from copy import deepcopy
from datetime import date
from types import SimpleNamespace

from assessments.canonical import canonical
from assessments.dossier import Case
from assessments.extras import Extras
from compliance.bankfile import document_of, fingerprint
from compliance.directory import shipped_entries

NUMBER = "WM-2026-0147"
CODE = "K7QX-0A2B-9ZTM-4HNP-WE8R-D5VC-1YGS"
ADDRESS = f"https://waymark.example/verify/{CODE}/"
MARKUP = '<script>alert("x")</script>{{ 7|add:7 }}'
FORMULA = '=HYPERLINK("http://evil.example";"Click")'
CONTROLS = "bell\x07 escape\x1b[31m null\x00 half\ufffe"
REVERSED = "\u202egpj.exe"
OTHER_SCRIPTS = "هذا المنتج המוצר 日本語 Ελληνικά 👩🏽‍⚕️"
LONG_NOTE = "word " * 2_000
LONG_NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk " * 8
HOSTILE_NOTES = (
    *(MARKUP, FORMULA, CONTROLS, REVERSED, OTHER_SCRIPTS, LONG_NOTE),
    *("+1+1", "-2+3", "@SUM(A1)", "\t=1+1", 'a,b;c"d\r\ne', "**not bold**"),
)


def case_of(bank, example):
    """The example on the day of the bank's law, with the shipped directory."""
    day = date.fromisoformat(bank.law_date)
    return Case(
        bank=bank,
        bank_hash=fingerprint(document_of(bank)),
        answers=example.answers,
        product=example.product,
        organisation=example.organisation,
        as_of=day,
        answered_on=day,
        entries=shipped_entries(),
    )


def as_issued(dossier):
    """The dossier with a number and a day of issue."""
    return dossier | {"number": NUMBER, "issued": dossier["as_of"]}


def as_report(dossier):
    """The dossier as a frozen report, as far as an export reads one."""
    return SimpleNamespace(document=canonical(dossier))


def extras_for(dossier):
    """What the files of such a report carry."""
    return Extras(CODE, ADDRESS, canonical(dossier))


def hostile(dossier):
    """The same dossier with hostile names, notes and answers."""
    case = deepcopy(dossier)
    case["product"] = f"{FORMULA} {CONTROLS} {LONG_NAME}"
    case["organisation"] = f"{MARKUP} {REVERSED} {OTHER_SCRIPTS}"
    case["purpose"] = f"{MARKUP} {LONG_NOTE}"
    told = [
        *(question for section in case["answers"] for question in section["questions"]),
        *(measure for area in case["measures"] for measure in area["measures"]),
        *case["gaps"],
    ]
    for number, each in enumerate(told):
        each["note"] = HOSTILE_NOTES[number % len(HOSTILE_NOTES)]
    return case


def duties_of(dossier):
    """The duties that apply or may apply."""
    return [duty for group in dossier["duties"]["groups"] for duty in group["duties"]]


def squeezed(text):
    """The text without any space, as files break lines where they like."""
    return "".join(text.split())
