"""Lists from outside that wait until an editor has seen what they would change."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

SOURCES = {
    "edih": "Export of the EDIH catalogue (.xls or .xlsx)",
    "csv": "CSV in the columns of the directory",
    "notified-bodies": "List of notified bodies (CSV or .xlsx)",
}


class DirectoryArrival(models.Model):
    """A list that was read and compared with the directory, and not applied yet.

    `changes` are entries that are new, changed field by field, or missing from the
    list; `faults` the rows that could not be read; `left_out` counts of rows that do
    not belong in the directory.
    """

    source = models.CharField("kind of list", max_length=20, choices=SOURCES)
    file = models.CharField("file", max_length=150)
    fingerprint = models.CharField("SHA-256 of the file", max_length=64)
    changes = models.JSONField("changes", default=list, encoder=DjangoJSONEncoder)
    faults = models.JSONField("faults", default=list)
    left_out = models.JSONField("left out", default=dict)
    read = models.PositiveIntegerField("entries read", default=0)
    by = models.CharField("brought in by", max_length=150, blank=True)
    arrived_at = models.DateTimeField("arrived", default=timezone.now)
    settled_at = models.DateTimeField("settled", null=True, blank=True)
    outcome = models.CharField("what became of it", max_length=200, blank=True)

    class Meta:
        verbose_name = "directory import"
        ordering = ["-arrived_at", "-pk"]
        permissions = [("import_directory", "Can import into the directory")]

    def __str__(self) -> str:
        return self.file
