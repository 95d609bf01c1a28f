"""Every place in the law that the shipped bank cites exists, and is linked.

`tests/references/index.json` holds what exists; a script makes it of the sources.
"""

import re
from urllib.parse import urlsplit

import pytest

from tests.references.reading import (
    citations,
    fragment,
    nearest,
    read_index,
)

INDEX = read_index()

# Guidance, judgments, proposals and pointers to national law.
WITHOUT_ARTICLES = {
    *("aia-guidance", "commission", "courts", "eu-acts", "mdcg"),
    *("national", "national-any", "national-be", "national-de", "national-fr"),
}
# Acts of the Union of which no text lies with the sources.
TEXT_NOT_HELD = {"e-ifu", "eaa", "eprivacy", "gpsr", "hta", "pld", "red"}
ELI = {
    "aia": "/eli/reg/2024/1689/",
    "cra": "/eli/reg/2024/2847/",
    "data-act": "/eli/reg/2023/2854/",
    "ehds": "/eli/reg/2025/327/",
    "gdpr": "/eli/reg/2016/679/",
    "ivdr": "/eli/reg/2017/746/",
    "mdr": "/eli/reg/2017/745/",
    "nis2": "/eli/dir/2022/2555/",
    "omnibus": "/eli/reg/2026/1744/",
}
OFFICIAL_SITES = {
    "eur-lex.europa.eu",
    "health.ec.europa.eu",
    "digital-strategy.ec.europa.eu",
    "diga.bfarm.de",
    "mhealthbelgium.be",
    "www.gesetze-im-internet.de",
    "www.landesrecht-hamburg.de",
    "www.legifrance.gouv.fr",
}
# What binds those who build, sell and use; Art. 45 binds notified bodies only.
COVERED = {
    "aia": (
        "Art. 1 to 6, 4a, 8 to 27, 40 to 44, 46 to 63, 60a, 71 to 73, 86, 99, 111, 113,"
        " Annex I, III, IV, V, VI, VII, VIII, IX, XI, XII, XIII"
    ),
    "mdr": (
        "Art. 5 to 22, 10a, 27 to 34, 51 to 62, 72 to 80, 83 to 92,"
        " Annex I, II, III, VIII, IX, XIV"
    ),
    # The same matters as in the MDR; Art. 21 binds the Member States only.
    "ivdr": (
        "Art. 4 to 20, 10a, 22, 24 to 30, 47 to 58, 66, 68 to 76, 78 to 87,"
        " Annex I, II, III, VIII, IX, XIII, XIV"
    ),
}
MOST_WORDS = 60


def cited(provision):
    """What the provision cites, in the normal form of the index."""
    return citations(provision.reference)


def indexed(bank):
    return [each for each in bank.provisions if each.act in INDEX]


def missing(provision):
    """A line for each place that the provision cites and the act does not have."""
    existing = INDEX[provision.act]
    return [
        f'{provision.slug} "{provision.reference}": no {place} in {provision.act},'
        f" the nearest is {nearest(place, existing)}"
        for place in cited(provision)
        if place not in existing
    ]


def units(places):
    """The articles, annexes and recitals to which the places belong."""
    return {re.match(r"\w+ \w+", place)[0] for place in places}


def test_every_cited_place_exists(shipped_bank):
    faults = [fault for each in indexed(shipped_bank) for fault in missing(each)]

    assert not faults, "\n  ".join(["Read the source and correct:", *faults])


def test_only_guidance_and_acts_without_a_text_go_unchecked(shipped_bank):
    acts = {each.act for each in shipped_bank.provisions}

    assert acts - set(INDEX) == WITHOUT_ARTICLES | TEXT_NOT_HELD


@pytest.mark.parametrize("act", COVERED)
def test_the_bank_covers_every_article_that_binds_operators(shipped_bank, act):
    places = [
        place
        for each in indexed(shipped_bank)
        if each.act == act
        for place in cited(each)
    ]
    lacking = units(citations(COVERED[act])) - units(places)

    assert not lacking, f"No provision of {act} cites {sorted(lacking)}"


def test_the_bank_holds_at_least_300_provisions(shipped_bank):
    assert len(shipped_bank.provisions) >= 300


def test_every_provision_has_a_title_and_a_short_paraphrase(shipped_bank):
    faults = [
        each.slug
        for each in shipped_bank.provisions
        if not each.title or not 0 < len(each.text.split()) <= MOST_WORDS
    ]

    assert faults == []


def test_every_provision_links_to_a_page_of_an_official_site(shipped_bank):
    faults = [
        f"{each.slug}: {each.address}"
        for each in shipped_bank.provisions
        if not each.address.startswith("https://")
        or urlsplit(each.address).netloc not in OFFICIAL_SITES
    ]

    assert faults == []


def test_every_address_leads_to_the_act_and_the_article_that_is_cited(shipped_bank):
    faults = [
        f'{each.slug} "{each.reference}": {each.address}'
        for each in indexed(shipped_bank)
        for address in [urlsplit(each.address)]
        if not address.path.startswith(ELI[each.act])
        or address.fragment not in ("", fragment(cited(each)[0]))
    ]

    assert faults == []


@pytest.mark.parametrize(
    ("reference", "places"),
    [
        ("Art. 6(1)", ["art 6(1)"]),
        ("Art. 5(1)(ba)", ["art 5(1)(ba)"]),
        ("Art. 82(1), 82(2)", ["art 82(1)", "art 82(2)"]),
        ("Art. 22(3)(c)-(d)", ["art 22(3)(c)", "art 22(3)(d)"]),
        ("Art. 48(3)-(5)", ["art 48(3)", "art 48(4)", "art 48(5)"]),
        ("Art. 9 to 11", ["art 9", "art 10", "art 11"]),
        ("Art. 113, point (a)", ["art 113", "art 113(a)"]),
        ("Recital 19", ["recital 19"]),
        ("Annex II and III", ["annex II", "annex III"]),
        ("Annex III point 5(d)", ["annex III 5(d)"]),
        ("Annex VIII Rule 11", ["annex VIII rule 11"]),
        ("Annex I, Ch. II s. 17.2", ["annex I", "annex I chapter II 17.2"]),
        ("Art. 61(1) and Annex XIV Part A", ["art 61(1)", "annex XIV part A"]),
    ],
)
def test_a_reference_is_read_in_full(reference, places):
    assert citations(reference) == places


@pytest.mark.parametrize("reference", ["", "s. 3", "Art. six", "Annex 3", "Rule 11"])
def test_a_reference_that_cannot_be_read_is_a_fault(reference):
    with pytest.raises(ValueError, match="cannot read"):
        citations(reference)


@pytest.mark.parametrize(
    ("act", "place"),
    [
        ("aia", "art 5(1)(bb)"),
        ("aia", "art 75d"),
        ("aia", "annex I section A 11"),
        ("aia", "recital 180"),
        ("mdr", "art 120(3c)(e)"),
        ("mdr", "annex I chapter II 17.2"),
        ("mdr", "annex VIII rule 22"),
        ("ivdr", "annex VIII rule 3(h)"),
        ("cra", "annex III class I 19"),
        ("nis2", "annex I 5"),
    ],
)
def test_the_index_holds_what_exists(act, place):
    assert place in INDEX[act]


@pytest.mark.parametrize(
    ("act", "place"),
    [
        ("aia", "art 10(5)"),  # repealed by the omnibus regulation
        ("aia", "annex I section A 1"),  # moved to section B
        ("aia", "annex VIII section B 7"),  # repealed by the omnibus regulation
        ("aia", "art 114"),
        ("mdr", "annex VIII rule 23"),
        ("mdr", "annex I chapter III 17.2"),
        ("ivdr", "annex VIII rule 8"),
        ("gdpr", "art 22(5)"),
        ("ehds", "annex I 7"),
        ("omnibus", "art 5"),
    ],
)
def test_the_index_holds_nothing_else(act, place):
    assert place not in INDEX[act]
