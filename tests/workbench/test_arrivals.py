from dataclasses import replace

import pytest

from compliance.models import Arrival, BankVersion
from compliance.publishing import current_version
from compliance.workbench.arrivals import (
    StaleComparisonError,
    differences,
    import_bank,
    receive_shipped,
    take_over,
    waiting,
)
from compliance.workbench.editing import change_part
from compliance.workbench.state import state_of


def upgraded(bank, **changes):
    return replace(bank, number="1.1.0", **changes)


def edit(part, **changes):
    change_part(part, part.content | changes, part.revision)


def test_an_upgrade_is_published_where_nobody_edited(copy, small_bank):
    version, _ = receive_shipped(upgraded(small_bank, title="Upgraded"))

    copy.refresh_from_db()
    assert current_version() == version == copy.base
    assert state_of(copy).bank.title == "Upgraded"
    assert waiting("health-ai") == []


def test_the_same_bank_again_is_no_upgrade(copy, small_bank):
    receive_shipped(small_bank)

    assert BankVersion.objects.count() == 1


def test_an_upgrade_never_overwrites_what_editors_changed(copy, small_bank, part_of):
    edit(part_of("harm"), text="May it hurt?")

    version, arrival = receive_shipped(upgraded(small_bank, title="Upgraded"))

    copy.refresh_from_db()
    assert version is None
    assert waiting("health-ai") == [arrival]
    assert state_of(copy).bank.title == "Small bank"
    assert current_version().number == "1.0.0"


def test_an_upgrade_waits_too_where_the_edits_are_published(copy, small_bank, part_of):
    edit(part_of("harm"), text="May it hurt?")
    copy.refresh_from_db()
    type(copy).objects.filter(pk=copy.pk).update(base=copy.base)

    version, _ = receive_shipped(upgraded(small_bank, title="Upgraded"))

    assert version is None


def compared(copy, small_bank, part_of):
    """Edited here: harm's text and reason; there: the title and harm's text."""
    edit(part_of("harm"), text="Ours?")
    edit(part_of("software"), why="Ours.")
    copy.refresh_from_db()
    sections = list(small_bank.sections)
    country, harm = sections[0].questions
    theirs = (country, replace(harm, text="Theirs?"))
    sections[0] = replace(sections[0], questions=theirs)
    _, arrival = receive_shipped(
        upgraded(small_bank, title="Upgraded", sections=tuple(sections))
    )
    return arrival


def test_a_comparison_tells_who_changed_what(copy, small_bank, part_of):
    arrival = compared(copy, small_bank, part_of)

    found = {each.change.slug: each.origin for each in differences(arrival, copy)}

    assert found == {"health-ai": "there", "harm": "both", "software": "here"}


def test_what_is_proposed_keeps_every_edit_of_ours(copy, small_bank, part_of):
    arrival = compared(copy, small_bank, part_of)
    proposed = [e.number for e in differences(arrival, copy) if e.is_proposed]

    take_over(arrival, copy, proposed, state_of(copy).fingerprint)

    copy.refresh_from_db()
    bank = state_of(copy).bank
    assert bank.title == "Upgraded"
    assert bank.questions["harm"].text == "Ours?"
    assert bank.questions["software"].why == "Ours."
    assert waiting("health-ai") == []


def test_a_comparison_of_an_older_copy_is_told(copy, small_bank, part_of):
    arrival = compared(copy, small_bank, part_of)
    drawn_from = state_of(copy).fingerprint
    edit(part_of("country"), why="Meanwhile.")
    copy.refresh_from_db()

    with pytest.raises(StaleComparisonError):
        take_over(arrival, copy, [1], drawn_from)

    assert Arrival.objects.get(pk=arrival.pk).settled_at is None


def test_an_import_waits_until_it_was_seen(copy, small_bank):
    arrival = import_bank(replace(small_bank, title="Imported"), "bank.yaml", "paul")

    assert waiting("health-ai") == [arrival]
    assert state_of(copy).bank.title == "Small bank"


def test_an_import_taken_over_whole_makes_the_copy_that_bank(copy, small_bank, part_of):
    edit(part_of("harm"), text="Ours?")
    copy.refresh_from_db()
    imported = replace(small_bank, title="Imported", headlines=())
    arrival = import_bank(imported, "bank.yaml", "paul")
    every = [each.number for each in differences(arrival, copy)]

    take_over(arrival, copy, every, state_of(copy).fingerprint)

    copy.refresh_from_db()
    assert state_of(copy).bank == imported
