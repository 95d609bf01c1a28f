"""One organisation's walk: the assessment, its answers, its issued reports."""

import hashlib
import secrets

from django.db import models
from django.utils import timezone

from compliance.domain import answers as domain
from compliance.models import BankVersion

CODE_BYTES = 24


def new_code() -> str:
    """A code of 192 random bits, the key of a private link."""
    return secrets.token_urlsafe(CODE_BYTES)


def hash_of(code: str) -> str:
    """The only form in which a code is stored."""
    return hashlib.sha256(code.encode()).hexdigest()


class AssessmentQuerySet(models.QuerySet):
    """Assessments, found only by what opens them."""

    def with_code(self, code: str) -> "AssessmentQuerySet":
        """The one that this private code opens."""
        return self.filter(code_hash=hash_of(code), example="").pinned()

    def examples(self) -> "AssessmentQuerySet":
        """The public, read-only examples."""
        return self.exclude(example="").pinned()

    def pinned(self) -> "AssessmentQuerySet":
        """With the version they are pinned to, but not its document."""
        return self.select_related("version").defer("version__document")

    def untouched_since(self, moment) -> "AssessmentQuerySet":
        """The private ones that nobody has changed since then."""
        return self.filter(example="", touched_at__lt=moment)


class Assessment(models.Model):
    """One walk about one product, pinned to a bank version for life.

    Whoever holds the code holds the assessment; only its hash is stored. An example has
    no code and is open to everybody, read-only.
    """

    code_hash = models.CharField("hash of the code", max_length=64, unique=True)
    example = models.SlugField("example", max_length=80, blank=True)
    product = models.CharField("product", max_length=120)
    organisation = models.CharField("organisation", max_length=120, blank=True)
    version = models.ForeignKey(
        BankVersion, on_delete=models.PROTECT, verbose_name="bank version"
    )
    started_at = models.DateTimeField("started", default=timezone.now)
    touched_at = models.DateTimeField("last changed", default=timezone.now)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-touched_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["example"],
                condition=~models.Q(example=""),
                name="one_assessment_per_example",
            )
        ]
        indexes = [models.Index(fields=["touched_at"], name="assessment_touched")]

    def __str__(self) -> str:
        return f"Assessment {self.pk}"

    @property
    def is_example(self) -> bool:
        """Whether everybody may read it and nobody change it."""
        return bool(self.example)


class Answer(models.Model):
    """The reply to one question or measure, by slug; an emptied one stays as a row."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="answers"
    )
    slug = models.CharField("question or measure", max_length=80)
    values = models.JSONField("choices or value", default=list)
    unsure = models.BooleanField("I don't know yet", default=False)
    note = models.TextField("note", blank=True)
    answered_at = models.DateTimeField("answered", default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "slug"], name="one_answer_per_question"
            )
        ]

    def __str__(self) -> str:
        return f"{self.slug}: {self.values}"

    def as_value(self) -> domain.Answer:
        """The answer as the domain knows it."""
        return domain.Answer(tuple(self.values), self.unsure, self.note)


class ReportNumber(models.Model):
    """A number that was given out once; it stays when the report is deleted."""

    year = models.PositiveSmallIntegerField("year")
    serial = models.PositiveIntegerField("serial")
    deleted_at = models.DateTimeField("report deleted", null=True, blank=True)

    class Meta:
        ordering = ["-year", "-serial"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "serial"], name="one_report_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"WM-{self.year}-{self.serial:04}"


class ReportQuerySet(models.QuerySet):
    """Issued reports."""

    def listed(self) -> "ReportQuerySet":
        """With number and rendering, without the frozen document."""
        return self.select_related("number", "rendering").defer("document")


class Report(models.Model):
    """An issued report: answers, verdicts, matches and law frozen as JSON; insert only.

    `content_hash` covers the dossier without number and day of issue.
    """

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="reports"
    )
    number = models.OneToOneField(
        ReportNumber, on_delete=models.PROTECT, related_name="report"
    )
    issued_on = models.DateField("issued")
    headline = models.CharField("headline", max_length=300)
    document = models.TextField("frozen dossier (JSON)")
    content_hash = models.CharField("SHA-256 of the content", max_length=64)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.number)


class Rendering(models.Model):
    """The PDF of a report by one version of the renderer, made once.

    A worker holds it by a lease: what is still rendering when the lease has run out was
    dropped by a killed worker and is taken up again.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "queued"
        RUNNING = "rendering", "rendering"
        READY = "ready", "ready"
        FAILED = "failed", "failed"

    report = models.OneToOneField(
        Report, on_delete=models.CASCADE, related_name="rendering"
    )
    renderer = models.CharField("renderer version", max_length=20)
    state = models.CharField(
        "state", max_length=10, choices=State, default=State.QUEUED
    )
    leased_until = models.DateTimeField("lease", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("attempts", default=0)
    queued_at = models.DateTimeField("queued", default=timezone.now)
    file = models.FileField("file", upload_to="reports/%Y", blank=True)

    class Meta:
        ordering = ["queued_at"]
        indexes = [models.Index(fields=["state"], name="rendering_state")]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.state}"

    @property
    def is_ready(self) -> bool:
        """Whether the file can be served."""
        return self.state == self.State.READY
