"""Publishing a bank as a version, and reading published banks."""

import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction

from compliance.bankfile import build_bank, canonical, document_of, fingerprint, load
from compliance.domain.bank import Bank
from compliance.models import BankVersion

SHIPPED = Path(settings.BASE_DIR) / "compliance" / "content" / "banks" / "health-ai"
MAIN_BANK = "health-ai"


class PublishingError(ValueError):
    """A bank that cannot be published as it is; says why and what to do."""


@transaction.atomic
def publish(bank: Bank, author: str = "") -> BankVersion:
    """Store the bank as an immutable version; the same content is stored once.

    Raises PublishingError where the number already stands for another content.
    """
    document = document_of(bank)
    digest = fingerprint(document)
    versions = BankVersion.objects.filter(bank=bank.slug)
    known = versions.filter(fingerprint=digest).first()
    if known is not None:
        return known
    if versions.filter(number=bank.number).exists():
        raise PublishingError(
            f"Version {bank.number} of {bank.slug} is published with other content. "
            "Raise `number` in bank.yaml."
        )
    return BankVersion.objects.create(
        bank=bank.slug,
        number=bank.number,
        fingerprint=digest,
        title=bank.title,
        law_date=bank.law_date,
        law_note=bank.law_note,
        changelog=bank.changelog,
        document=canonical(document),
        author=author,
    )


def current_version(slug: str = MAIN_BANK) -> BankVersion:
    """The newest version of a bank, without its document.

    Raises BankVersion.DoesNotExist where none is published.
    """
    version = BankVersion.objects.of_bank(slug).light().first()
    if version is None:
        raise BankVersion.DoesNotExist(f"No version of {slug} is published.")
    return version


@lru_cache(maxsize=16)
def published_bank(digest: str) -> Bank:
    """The bank of a version, by the hash of its content; parsed once per process."""
    document = (
        BankVersion.objects.filter(fingerprint=digest)
        .values_list("document", flat=True)
        .get()
    )
    # It was checked when it was published; later checks must not close it.
    return build_bank(json.loads(document))


def newest_bank() -> Bank:
    """The newest published main bank; the shipped one where nothing is published."""
    try:
        version = BankVersion.objects.of_bank(MAIN_BANK).light().first()
    except DatabaseError:
        # Commands for bulk work need no database that was set up before.
        version = None
    return load(SHIPPED) if version is None else published_bank(version.fingerprint)
