"""One organisation's walk: the assessment, its answers, its issued reports."""

import hashlib
import secrets

from django.db import models
from django.utils import timezone

from compliance.domain import answers as domain
from compliance.models import BankVersion

CODE_BYTES = 24
# More copies of copies than these are not followed back.
LONGEST_LINEAGE = 20
# Crockford's 32 signs, without those that are misread: 28 of them are 140 bits.
VERIFICATION_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
VERIFICATION_LENGTH, VERIFICATION_GROUP = 28, 4


def new_code() -> str:
    """A code of 192 random bits, the key of a private link."""
    return secrets.token_urlsafe(CODE_BYTES)


def hash_of(code: str) -> str:
    """The only form in which a code is stored."""
    return hashlib.sha256(code.encode()).hexdigest()


def new_verification_code() -> str:
    """A code of 140 random bits by which anybody may check a report; to be typed."""
    signs = "".join(
        secrets.choice(VERIFICATION_SIGNS) for _ in range(VERIFICATION_LENGTH)
    )
    groups = range(0, VERIFICATION_LENGTH, VERIFICATION_GROUP)
    return "-".join(signs[start : start + VERIFICATION_GROUP] for start in groups)


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
    copied_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="copies",
        verbose_name="copied from",
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

    def lineage(self) -> list[int]:
        """Its key, then those of the assessments that it was copied from, in turn."""
        keys, before = [self.pk], self.copied_from_id
        while before is not None and len(keys) < LONGEST_LINEAGE:
            keys.append(before)
            rows = Assessment.objects.filter(pk=before)
            before = rows.values_list("copied_from", flat=True).first()
        return keys

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
    """A number that was given out once; it stays when the report is deleted.

    With it stays the hash of the report's verification code, so that a copy that is
    still about can be told as deleted.
    """

    year = models.PositiveSmallIntegerField("year")
    serial = models.PositiveIntegerField("serial")
    deleted_at = models.DateTimeField("report deleted", null=True, blank=True)
    verification_hash = models.CharField(
        "hash of the verification code", max_length=64, blank=True
    )

    class Meta:
        ordering = ["-year", "-serial"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "serial"], name="one_report_per_number"
            ),
            models.UniqueConstraint(
                fields=["verification_hash"],
                condition=~models.Q(verification_hash=""),
                name="one_report_per_verification_code",
            ),
        ]

    def __str__(self) -> str:
        return f"WM-{self.year}-{self.serial:04}"


class ReportQuerySet(models.QuerySet):
    """Issued reports."""

    def listed(self) -> "ReportQuerySet":
        """With number and renderings, without the frozen document."""
        reports = self.select_related("number").prefetch_related("renderings")
        return reports.defer("document")

    def of_product(self, assessment: "Assessment") -> "ReportQuerySet":
        """Those of an assessment and of what it was copied from, the newest first."""
        return self.filter(assessment__in=assessment.lineage()).order_by("-pk")


class Report(models.Model):
    """An issued report: answers, verdicts, matches and law frozen as JSON; insert only.

    `content_hash` covers the dossier without what belongs to the act of issuing: its
    number, its day, what changed since the report before. The verification code is no
    part of the dossier, and is derived from nothing.
    """

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="reports"
    )
    number = models.OneToOneField(
        ReportNumber, on_delete=models.PROTECT, related_name="report"
    )
    issued_on = models.DateField("issued")
    headline = models.CharField("headline", max_length=300)
    document = models.TextField("frozen dossier (JSON in canonical form)")
    content_hash = models.CharField("SHA-256 of the content", max_length=64)
    verification_code = models.CharField("verification code", max_length=40)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.number)

    def rendering(self, form: str) -> "Rendering | None":
        """The file of one form: the one that is ready, else the newest attempt."""
        found = [each for each in self.renderings.all() if each.form == form]
        ready = [each for each in found if each.is_ready]
        return next(iter([*ready, *reversed(found)]), None)


def place_of_file(rendering: "Rendering", name: str) -> str:
    """Where a file is stored: in the folder of its report's year."""
    return f"reports/{rendering.report.number.year}/{name}"


class Rendering(models.Model):
    """One file of a report: one form, made once by one version of its renderer.

    A worker holds it by a lease: what is still rendering when the lease has run out was
    dropped by a killed worker and is taken up again.
    """

    class Form(models.TextChoices):
        PDF = "pdf", "PDF"
        BRIEF = "brief", "brief"
        DOCX = "docx", "Word"
        XLSX = "xlsx", "Excel"

    class State(models.TextChoices):
        QUEUED = "queued", "queued"
        RUNNING = "rendering", "rendering"
        READY = "ready", "ready"
        FAILED = "failed", "failed"

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="renderings"
    )
    form = models.CharField("form", max_length=10, choices=Form)
    renderer = models.CharField("renderer version", max_length=20)
    state = models.CharField(
        "state", max_length=10, choices=State, default=State.QUEUED
    )
    leased_until = models.DateTimeField("lease", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("attempts", default=0)
    queued_at = models.DateTimeField("queued", default=timezone.now)
    file = models.FileField("file", upload_to=place_of_file, blank=True)
    file_hash = models.CharField("SHA-256 of the file", max_length=64, blank=True)
    size = models.PositiveIntegerField("bytes", default=0)

    class Meta:
        ordering = ["queued_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "form", "renderer"], name="one_file_per_renderer"
            )
        ]
        indexes = [models.Index(fields=["state"], name="rendering_state")]

    def __str__(self) -> str:
        return f"{self.report_id}, {self.form}: {self.state}"

    @property
    def is_ready(self) -> bool:
        """Whether the file can be served."""
        return self.state == self.State.READY

    @property
    def is_under_way(self) -> bool:
        """Whether a worker has it, or will take it up."""
        return self.state in (self.State.QUEUED, self.State.RUNNING)
