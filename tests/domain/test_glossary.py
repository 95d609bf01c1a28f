import pytest

from compliance.domain.glossary import Term, terms_in

UDI = Term("UDI", "Tells devices apart.", "mdr", "MDR Art. 2(15)")
BODY = Term("Notified body", "Assesses.", "mdr", "MDR Art. 2(42)", ("notified bodies",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You need a notified body.", [BODY]),
        ("Ask three notified bodies.", [BODY]),
        ("Assign UDI to it; the notified body asks.", [UDI, BODY]),
        ("An audit, no study", []),
        ("udi is no acronym here", []),
    ],
)
def test_a_term_is_found_by_its_words(text, found):
    assert terms_in(text, [UDI, BODY]) == found
