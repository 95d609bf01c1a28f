"""What came of following the links of the directory."""

from django.db import models

DEAD_AFTER = 3


class LinkCheckQuerySet(models.QuerySet):
    """Links that were tried."""

    def dead(self) -> "LinkCheckQuerySet":
        """Links that failed so often in a row that somebody should look."""
        return self.filter(failures__gte=DEAD_AFTER)


class LinkCheck(models.Model):
    """One address of the directory: when it was tried last, and how often it failed.

    It marks, and never changes an entry: a site may be down or refuse programs.
    """

    class Outcome(models.TextChoices):
        OK = "ok", "answers"
        GONE = "gone", "says that the page is gone"
        REFUSED = "refused", "answers, but refuses programs"
        BROKEN = "broken", "answers with an error"
        SILENT = "silent", "does not answer"
        UNSAFE = "unsafe", "leads to an address that is not public"

    url = models.URLField("address", max_length=500, unique=True)
    outcome = models.CharField("outcome", max_length=10, choices=Outcome)
    detail = models.CharField("in detail", max_length=200, blank=True)
    tried_at = models.DateTimeField("last tried")
    answered_at = models.DateTimeField("last answered", null=True, blank=True)
    failures = models.PositiveIntegerField("failures in a row", default=0)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-failures", "url"]

    def __str__(self) -> str:
        return self.url

    @property
    def is_dead(self) -> bool:
        """Whether it failed often enough in a row that somebody should look."""
        return self.failures >= DEAD_AFTER
