"""The support directory as rows: what was shipped, and what staff made of it."""

from datetime import date

from django.core.validators import (
    MaxValueValidator,
    MinValueValidator,
    URLValidator,
)
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from compliance.domain.conditions import parse
from compliance.domain.countries import COUNTRIES, UNION
from compliance.domain.support_entry import (
    CONFIDENCES,
    COSTS,
    HEALTH_FOCUS,
    KINDS,
    STATUSES,
    SupportEntry,
)
from compliance.models.vocabulary import (
    validate_condition,
    validate_countries,
    validate_languages,
    validate_names,
    validate_regimes,
    validate_services,
    validate_sizes,
    validate_slug_is_free,
    validate_source_date,
    validate_technologies,
)

COUNTRY_CHOICES = {UNION: "European Union"} | dict(COUNTRIES)
WEB_ONLY = URLValidator(schemes=["http", "https"])


class SupportEntryQuerySet(models.QuerySet):
    """Rows of the support directory."""

    def published(self) -> "SupportEntryQuerySet":
        """What visitors may see, in the order of the directory."""
        return self.filter(published=True).order_by("kind", "slug")

    def shipped(self) -> "SupportEntryQuerySet":
        """Rows that came with the shipped files, edited since or not."""
        return self.filter(shipped=True)

    def not_verified_since(self, day: date) -> "SupportEntryQuerySet":
        """Rows that nobody has checked on or after this day."""
        return self.filter(Q(last_verified=None) | Q(last_verified__lt=day))


class SupportEntryRow(models.Model):
    """Somebody who can help: a sandbox, hub, test site, authority, call and so on.

    Fields named in `edited_fields` were changed by staff and are kept over the
    shipped files and over imports; those in `imported_fields` came with an approved
    import and are kept over the shipped files. Rows are never deleted by a load, only
    marked as ended.
    """

    slug = models.SlugField(
        "slug", max_length=80, unique=True, validators=[validate_slug_is_free]
    )
    kind = models.CharField("kind", max_length=30, choices=dict(KINDS))
    subkind = models.CharField("sub-kind", max_length=30, blank=True)
    name = models.CharField("name", max_length=250)
    country = models.CharField("country", max_length=2, choices=COUNTRY_CHOICES)
    place = models.CharField("city or region", max_length=120, blank=True)
    latitude = models.FloatField(
        "latitude",
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Of the city, in degrees; empty where the place is not known.",
    )
    longitude = models.FloatField(
        "longitude",
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    regions = models.JSONField(
        "regions served", default=list, blank=True, validators=[validate_names]
    )
    languages = models.JSONField(
        "languages",
        default=list,
        blank=True,
        validators=[validate_languages],
        help_text='By ISO 639-1, such as ["pt", "en"].',
    )
    health_focus = models.CharField(
        "health focus",
        max_length=10,
        choices={word: word for word in HEALTH_FOCUS},
        default="unknown",
    )
    technologies = models.JSONField(
        "technologies", default=list, blank=True, validators=[validate_technologies]
    )
    services = models.JSONField(
        "services", default=list, blank=True, validators=[validate_services]
    )
    offers = models.TextField("what it offers", blank=True)
    eligibility = models.TextField("who may apply", blank=True)
    how_to_ask = models.TextField("how to ask", blank=True)
    cost = models.CharField(
        "cost to a small firm", max_length=12, choices=dict(COSTS), default="unknown"
    )
    status = models.CharField("status", max_length=10, choices=dict(STATUSES))
    min_trl = models.PositiveSmallIntegerField(
        "from TRL",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
    )
    opens = models.DateField("opens on", null=True, blank=True)
    closes = models.DateField("closes on", null=True, blank=True)
    due = models.DateField("must be there by law on", null=True, blank=True)
    sizes = models.JSONField(
        "only for sizes", default=list, blank=True, validators=[validate_sizes]
    )
    regimes = models.JSONField(
        "device regimes", default=list, blank=True, validators=[validate_regimes]
    )
    partners = models.JSONField(
        "partner countries", default=list, blank=True, validators=[validate_countries]
    )
    eligible_when = models.JSONField(
        "eligible when",
        null=True,
        blank=True,
        validators=[validate_condition],
        help_text='A condition, such as {"device-regime": ["mdr", "ivdr"]}.',
    )
    same_as = models.SlugField("same as", max_length=80, blank=True)
    url = models.URLField("entry point", max_length=500, validators=[WEB_ONLY])
    source_url = models.URLField("source", max_length=500, validators=[WEB_ONLY])
    source_date = models.CharField(
        "date of the source", max_length=10, validators=[validate_source_date]
    )
    confidence = models.CharField(
        "confidence", max_length=6, choices={word: word for word in CONFIDENCES}
    )
    note = models.TextField("note", blank=True)
    extra = models.JSONField("further facts", default=dict, blank=True)
    last_verified = models.DateField("last verified", null=True, blank=True)
    published = models.BooleanField("published", default=True)
    shipped = models.BooleanField("came with the files", default=False, editable=False)
    edited_fields = models.JSONField(
        "edited by staff", default=list, blank=True, editable=False
    )
    imported_fields = models.JSONField(
        "taken from an import", default=list, blank=True, editable=False
    )
    changed_at = models.DateTimeField("changed", auto_now=True)

    history = HistoricalRecords(excluded_fields=["changed_at"])

    objects = SupportEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "support entry"
        verbose_name_plural = "support entries"
        ordering = ["kind", "country", "name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(source_url=""), name="support_entry_has_a_source"
            ),
            models.CheckConstraint(
                condition=~Q(source_date=""), name="support_entry_has_a_source_date"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=list(KINDS)), name="support_entry_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=list(STATUSES)),
                name="support_entry_status_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def as_value(self) -> SupportEntry:
        """The row as the domain knows it."""
        return SupportEntry(
            slug=self.slug,
            kind=self.kind,
            subkind=self.subkind,
            name=self.name,
            country=self.country,
            place=self.place,
            latitude=self.latitude,
            longitude=self.longitude,
            regions=frozenset(self.regions),
            languages=frozenset(self.languages),
            health_focus=self.health_focus,
            technologies=frozenset(self.technologies),
            services=frozenset(self.services),
            offers=self.offers,
            eligibility=self.eligibility,
            how_to_ask=self.how_to_ask,
            cost=self.cost,
            status=self.status,
            min_trl=self.min_trl,
            opens=self.opens,
            closes=self.closes,
            due=self.due,
            sizes=frozenset(self.sizes),
            regimes=frozenset(self.regimes),
            partners=frozenset(self.partners),
            eligible_when=parse(self.eligible_when) if self.eligible_when else None,
            same_as=self.same_as,
            url=self.url,
            source_url=self.source_url,
            source_date=self.source_date,
            confidence=self.confidence,
            note=self.note,
            last_verified=self.last_verified,
            extra=self.extra,
        )
