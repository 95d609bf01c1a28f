from compliance.glossary import shipped_terms


def test_every_term_rests_on_an_act_of_the_bank(shipped_bank):
    assert {term.act for term in shipped_terms()} <= set(shipped_bank.act)


def test_every_reference_names_its_act(shipped_bank):
    strangers = [
        term.term
        for term in shipped_terms()
        if not term.reference.startswith(shipped_bank.act[term.act].title)
    ]

    assert strangers == []


def test_the_terms_stand_in_the_order_of_the_alphabet_each_once():
    names = [term.term.lower() for term in shipped_terms()]

    assert names == sorted(set(names))
