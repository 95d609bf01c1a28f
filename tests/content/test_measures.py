"""What every measure of the shipped bank tells a founder."""

import pytest

from compliance.domain.support_entry import SERVICES

# What a device maker has already → the article of the AI Act that it grows into.
GROWS_INTO = {
    "risk-management-file": "Article 9",
    "software-lifecycle": "Article 11 and Annex IV",
    "pms-system": "Article 72",
    "usability-engineering": "Article 14",
    "instructions-for-use": "Article 13",
    "clinical-evaluation": "Article 15",
    "quality-management-system": "Article 17",
    "cybersecurity-file": "Article 15(5)",
}
KNOWN_FROM_DEVICE_LAW = {
    *GROWS_INTO,
    "change-control",
    "corrective-action",
    "supplier-control",
    "document-retention",
    "regulatory-strategy",
    "clinical-investigation",
    "pmcf-plan",
    "performance-evaluation",
    "performance-study",
    "intended-purpose-statement",
    "technical-documentation",
    "gspr-checklist",
    "declaration-and-ce",
    "notified-body-route",
    "verification-validation-report",
    "user-training-plan",
    "vigilance-procedure",
    "udi-eudamed",
    "authorised-representative",
    "importer-distributor-checks",
    "liability-cover",
}


def test_there_are_at_least_seventy_measures(shipped_bank):
    assert len(shipped_bank.measures) >= 70


@pytest.mark.parametrize("field", ["text", "evidence", "owner"])
def test_every_measure_says_what_good_looks_like_and_who_sees_to_it(
    shipped_bank, field
):
    lacking = [m.slug for m in shipped_bank.measures if not getattr(m, field)]

    assert lacking == []


def test_every_measure_names_a_standard_or_free_guidance(shipped_bank):
    lacking = [
        m.slug for m in shipped_bank.measures if not m.standards and not m.guidance
    ]

    assert lacking == []


def test_every_standard_says_how_far_it_may_be_relied_on(shipped_bank):
    unclear = [
        (measure.slug, standard.name, standard.status)
        for measure in shipped_bank.measures
        for standard in measure.standards
        if not standard.status
    ]

    assert unclear == []


def test_no_standard_of_the_ai_act_is_called_harmonised(shipped_bank):
    harmonised = {
        standard.name.split(":")[0]
        for measure in shipped_bank.measures
        for standard in measure.standards
        if standard.status.startswith("harmonised")
    }

    assert harmonised == {"EN ISO 13485", "EN ISO 14971"}


def test_every_service_of_a_measure_is_one_that_the_directory_knows(shipped_bank):
    asked = {service for m in shipped_bank.measures for service in m.services}

    assert asked <= set(SERVICES)


@pytest.mark.parametrize("slug", sorted(KNOWN_FROM_DEVICE_LAW))
def test_a_measure_known_from_device_law_says_what_the_ai_act_adds(shipped_bank, slug):
    assert shipped_bank.measure[slug].delta


@pytest.mark.parametrize("slug", GROWS_INTO)
def test_the_delta_names_the_article_that_the_file_grows_into(shipped_bank, slug):
    assert GROWS_INTO[slug] in shipped_bank.measure[slug].delta


@pytest.mark.parametrize(
    ("measure", "duty"),
    [
        ("algorithm-change-protocol", "aia-43-4-substantial-modification"),
        ("verification-validation-report", "mdr-software-life-cycle"),
        ("verification-validation-report", "ivdr-software-life-cycle"),
        ("clinical-data-access-agreement", "aia-10-2-data-governance"),
        ("real-world-testing-plan", "aia-60-real-world-testing"),
        ("breach-response-plan", "gdpr-33-breach"),
        ("user-training-plan", "aia-26-2-assign-oversight"),
        ("performance-monitoring", "aia-72-1-post-market"),
        ("performance-monitoring", "aia-26-5-monitor"),
    ],
)
def test_a_measure_meets_the_duty_it_was_written_for(shipped_bank, measure, duty):
    assert measure in shipped_bank.duty[duty].measures
