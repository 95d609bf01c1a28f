"""Published banks: one immutable document each."""

from django.core.exceptions import ValidationError
from django.db import models


class BankVersionQuerySet(models.QuerySet):
    """Versions of question banks."""

    def of_bank(self, slug: str) -> "BankVersionQuerySet":
        """The versions of one bank, newest first."""
        return self.filter(bank=slug).order_by("-published_at", "-pk")

    def light(self) -> "BankVersionQuerySet":
        """Without the document itself, which is read once per process."""
        return self.defer("document")


class BankVersion(models.Model):
    """One numbered, hashed, immutable published document of a question bank."""

    bank = models.SlugField("bank", max_length=80)
    number = models.CharField("number", max_length=20)
    fingerprint = models.CharField("SHA-256 of the content", max_length=64)
    title = models.CharField("title", max_length=200)
    law_date = models.DateField("law as of")
    law_note = models.TextField("state of the law", blank=True)
    changelog = models.TextField("what changed", blank=True)
    document = models.TextField("document (JSON in canonical form)")
    author = models.CharField("published by", max_length=150, blank=True)
    published_at = models.DateTimeField("published", auto_now_add=True)

    objects = BankVersionQuerySet.as_manager()

    class Meta:
        ordering = ["bank", "-published_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["bank", "number"], name="one_document_per_number"
            ),
            models.UniqueConstraint(
                fields=["bank", "fingerprint"], name="one_version_per_content"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"

    def save(self, *args, **kwargs) -> None:
        """Store a new version. Raises ValidationError for a stored one."""
        if self.pk is not None:
            raise ValidationError(
                f"Version {self.number} is published and stays as it is. "
                "Publish a new version instead."
            )
        super().save(*args, **kwargs)
