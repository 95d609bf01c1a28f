import pytest

from assessments.keeping import start_assessment
from compliance.models import BankVersion, Part
from compliance.publishing import PublishingError, current_version, published_bank
from compliance.workbench.editing import add_part, change_part, delete_part
from compliance.workbench.publication import Wish, next_version, publish_copy
from compliance.workbench.state import changes_of, state_of
from tests.factories import make_answers


def edit(part, **changes):
    change_part(part, part.content | changes, part.revision)


def publish(copy, **wish):
    copy.refresh_from_db()
    return publish_copy(copy, Wish("paul", **{"changelog": "Words."} | wish))


def test_a_published_copy_is_the_current_version_and_the_new_base(copy, part_of):
    edit(part_of("harm"), text="May it hurt somebody?")

    version = publish(copy)

    assert current_version() == version == copy.base
    assert (version.number, version.changelog) == ("1.0.1", "Words.")
    assert version.author == "paul"
    assert changes_of(copy) == ()


def test_an_assessment_stays_with_its_version(copy, part_of):
    pinned, _ = start_assessment(copy.base, "Probe", "", make_answers(country="PT"))
    before = copy.base.document
    edit(part_of("harm"), text="Reworded")
    publish(copy)

    pinned.refresh_from_db()
    assert pinned.version.number == "1.0.0"
    assert pinned.version.document == before
    assert published_bank(pinned.version.fingerprint).questions["harm"].text == "harm?"


def test_nothing_changed_is_nothing_to_publish(copy):
    with pytest.raises(PublishingError, match="Nothing changed"):
        publish(copy)


def test_a_version_needs_a_line_that_says_what_changed(copy, part_of):
    edit(part_of("harm"), text="Reworded")

    with pytest.raises(PublishingError, match="Say in one line"):
        publish(copy, changelog=" ")


def test_a_bank_with_problems_is_not_published(copy, part_of):
    delete_part(part_of("act-1"))

    with pytest.raises(PublishingError, match="The bank has problems"):
        publish(copy)

    assert BankVersion.objects.count() == 1


def test_the_number_is_major_where_a_question_is_gone(copy, part_of):
    delete_part(part_of("uses"))

    copy.refresh_from_db()
    assert next_version(copy) == ("2.0.0", "major")


def test_a_meaning_that_changed_is_noted_in_the_question(copy, part_of):
    edit(part_of("harm"), text="Something else?")

    version = publish(copy, meanings=("harm",))

    assert version.number == "2.0.0"
    assert published_bank(version.fingerprint).questions["harm"].meaning == "2"


def break_the_case(part_of):
    edit(part_of("class-0-III"), when={"harm": "none"})


def test_a_failing_case_keeps_the_copy_from_being_published(copy, part_of):
    break_the_case(part_of)

    with pytest.raises(PublishingError, match="What may kill is class III"):
        publish(copy)


def test_a_failing_case_is_rebaselined_with_its_reason(copy, part_of):
    break_the_case(part_of)

    version = publish(copy, reasons={"deadly-thing": "The rule was turned round."})

    (case,) = published_bank(version.fingerprint).reference_cases
    assert case.expect.mapping == {"class": ("I",)}
    assert case.duties.mapping == {"apply": ("does-not-apply",)}
    assert case.differs == "The rule was turned round."


def test_a_refused_publication_leaves_the_cases_as_they_were(copy, part_of):
    break_the_case(part_of)

    with pytest.raises(PublishingError):
        publish(copy, changelog="", reasons={"deadly-thing": "Because."})

    assert part_of("deadly-thing").revision == 1


def test_with_four_eyes_whoever_edited_does_not_publish(
    copy, part_of, paul, edith, settings
):
    settings.WAYMARK_FOUR_EYES = True
    edit(part_of("harm"), text="Reworded")
    Part.history.update(history_user=paul)

    with pytest.raises(PublishingError, match="somebody else"):
        publish(copy)

    Part.history.update(history_user=edith)
    assert publish(copy).number == "1.0.1"


def test_a_number_that_is_taken_is_passed_over(copy, part_of):
    edit(part_of("harm"), text="Reworded")
    publish(copy)
    first = BankVersion.objects.get(number="1.0.0")
    type(copy).objects.filter(pk=copy.pk).update(base=first)
    edit(part_of("harm"), text="Reworded again")

    assert publish(copy).number == "1.0.2"


def test_what_is_published_is_what_the_rows_make_up(copy, part_of):
    add_part(copy, "headline", "", {"text": "A new headline"}, None)

    version = publish(copy)

    assert version.fingerprint == state_of(copy).fingerprint
    assert published_bank(version.fingerprint).headlines[-1].text == "A new headline"
