"""The working copy of a bank: the rows that editors change before they publish."""

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from compliance.domain.parts import HEAD, KINDS
from compliance.models.versions import BankVersion

KIND_CHOICES = {HEAD: "bank", **{slug: kind.name for slug, kind in KINDS.items()}}


class WorkingCopy(models.Model):
    """One bank as its editors have it; nothing in it reaches anybody before publishing.

    `base` is the version that it was last published as or filled from; `edits` grows
    with every change, so that what was worked out of the rows can be kept until then.
    """

    bank = models.SlugField("bank", max_length=80, unique=True)
    base = models.ForeignKey(
        BankVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="last version",
    )
    number = models.CharField("number of what it was filled from", max_length=20)
    changelog = models.TextField("changelog of what it was filled from", blank=True)
    edits = models.PositiveIntegerField("edits", default=0)
    changed_at = models.DateTimeField("last changed", default=timezone.now)

    class Meta:
        verbose_name = "question bank"
        verbose_name_plural = "question banks"
        permissions = [
            ("publish_bank", "Can publish a question bank"),
            ("import_bank", "Can import a question bank"),
        ]

    def __str__(self) -> str:
        return self.bank


class PartQuerySet(models.QuerySet):
    """Parts of working copies."""

    def in_order(self) -> "PartQuerySet":
        """In the order of the document, parts of a kind by their place."""
        return self.order_by("position", "pk")

    def on_shelf(self, part: "Part") -> "PartQuerySet":
        """The parts among which this one has its place, itself included."""
        beside = self.filter(copy_id=part.copy_id, kind=part.kind)
        return beside.filter(parent_id=part.parent_id).in_order()


class Part(models.Model):
    """A section, question, scheme, rule, duty, measure, date or other part of a bank.

    `content` is the part in the form of the file, without slug and without the parts
    that stand in it; `revision` tells editors whether somebody else saved meanwhile.
    """

    copy = models.ForeignKey(
        WorkingCopy, on_delete=models.CASCADE, related_name="parts"
    )
    kind = models.CharField("kind", max_length=20, choices=KIND_CHOICES)
    slug = models.CharField("name in files", max_length=80, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="inside"
    )
    position = models.BigIntegerField("place")
    content = models.JSONField("content", default=dict)
    revision = models.PositiveIntegerField("revision", default=1)
    changed_at = models.DateTimeField("changed", default=timezone.now)
    history = HistoricalRecords(cascade_delete_history=False)

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["copy", "kind"], name="part_of_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.slug}"


class Arrival(models.Model):
    """A bank that came from outside: shipped with an upgrade, or imported from a file.

    It waits until an editor took over what is wanted of it, or set it aside.
    """

    class Origin(models.TextChoices):
        SHIPPED = "shipped", "shipped with Waymark"
        IMPORTED = "imported", "imported from a file"

    bank = models.SlugField("bank", max_length=80)
    origin = models.CharField("origin", max_length=10, choices=Origin)
    name = models.CharField("file", max_length=150, blank=True)
    number = models.CharField("number", max_length=20)
    fingerprint = models.CharField("SHA-256 of the content", max_length=64)
    document = models.TextField("document (JSON in canonical form)")
    by = models.CharField("brought in by", max_length=150, blank=True)
    arrived_at = models.DateTimeField("arrived", default=timezone.now)
    settled_at = models.DateTimeField("settled", null=True, blank=True)

    class Meta:
        ordering = ["-arrived_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.bank} {self.number}"


class Rehearsal(models.Model):
    """What a working copy would change if it were published as it stands.

    Worked out in the background, once for each content: `cases` from the reference
    cases, `running` from the running assessments; empty until they are known.
    """

    copy = models.ForeignKey(
        WorkingCopy, on_delete=models.CASCADE, related_name="rehearsals"
    )
    fingerprint = models.CharField("SHA-256 of the content", max_length=64)
    done = models.PositiveIntegerField("worked out", default=0)
    total = models.PositiveIntegerField("of", default=0)
    cases = models.JSONField("reference cases", null=True, blank=True)
    running = models.JSONField("running assessments", null=True, blank=True)
    asked_at = models.DateTimeField("asked for", default=timezone.now)
    counted_at = models.DateTimeField("count asked for", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["copy", "fingerprint"], name="one_rehearsal_per_content"
            )
        ]

    def __str__(self) -> str:
        return f"{self.copy_id}: {self.done} of {self.total}"
