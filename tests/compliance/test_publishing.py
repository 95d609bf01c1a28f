from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from compliance.publishing import (
    PublishingError,
    current_version,
    publish,
    published_bank,
)

pytestmark = pytest.mark.django_db


def test_a_published_bank_reads_back_as_it_was(walk_bank, version):
    assert published_bank(version.fingerprint) == walk_bank


def test_the_same_content_is_published_once(walk_bank, version):
    assert publish(walk_bank) == version


def test_a_number_stands_for_one_content(walk_bank, version):
    changed = replace(walk_bank, title="Another title")

    with pytest.raises(PublishingError, match="Raise `number`"):
        publish(changed)


def test_the_newest_version_is_the_current_one(walk_bank, version):
    newer = publish(replace(walk_bank, title="Another title", number="1.1.0"))

    assert current_version() == newer


def test_a_published_version_cannot_be_changed(version):
    version.document = "{}"

    with pytest.raises(ValidationError, match="Publish a new version"):
        version.save()
