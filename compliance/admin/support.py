"""Staff edit the support directory here; what they change is kept over later loads."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from compliance.admin.entry_form import SupportEntryForm
from compliance.directory import record_edit, verify
from compliance.directory_desk.work import TITLES, work_of
from compliance.domain.freshness import is_overdue, last_checked_in_words
from compliance.models import DirectoryArrival, LinkCheck, SupportEntryRow


class WorkFilter(admin.SimpleListFilter):
    """Rows by the list of work they stand on."""

    title = "work"
    parameter_name = "work"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        """The lists of work."""
        return list(TITLES.items())

    def queryset(self, request, queryset):
        """The rows on the chosen list."""
        if self.value() not in TITLES:
            return queryset
        tasks = work_of(timezone.localdate())[self.value()]
        return queryset.filter(slug__in=[task.entry.slug for task in tasks])


class VerifiedFilter(admin.SimpleListFilter):
    """Rows by whether somebody looked in time."""

    title = "freshness"
    parameter_name = "freshness"

    def lookups(self, request, model_admin) -> tuple[tuple[str, str], ...]:
        """The two states a row can be in."""
        return (("fresh", "checked in time"), ("overdue", "not verified in time"))

    def queryset(self, request, queryset):
        """The rows in the chosen state."""
        if self.value() not in ("fresh", "overdue"):
            return queryset
        wanted, today = self.value() == "overdue", timezone.localdate()
        pks = [
            row.pk
            for row in queryset.order_by()
            if is_overdue(row.as_value(), today) == wanted
        ]
        return queryset.filter(pk__in=pks)


class EditedFilter(admin.SimpleListFilter):
    """Rows by whether staff changed what the files say."""

    title = "edited by staff"
    parameter_name = "edited"

    def lookups(self, request, model_admin) -> tuple[tuple[str, str], ...]:
        """Edited, or as shipped."""
        return (("yes", "edited"), ("no", "as shipped"))

    def queryset(self, request, queryset):
        """The rows in the chosen state."""
        if self.value() == "yes":
            return queryset.exclude(edited_fields=[])
        if self.value() == "no":
            return queryset.filter(edited_fields=[])
        return queryset


FIELDSETS = (
    (None, {"fields": ("name", "slug", "kind", "subkind", "status", "published")}),
    (
        "How we know",
        {"fields": ("source_url", "source_date", "confidence", "last_verified")},
    ),
    (
        "Where",
        {
            "fields": (
                *("country", "place", "latitude", "longitude"),
                *("regions", "partners", "languages"),
            )
        },
    ),
    (
        "What it offers",
        {
            "fields": (
                *("offers", "services", "technologies", "health_focus"),
                *("cost", "opens", "closes", "due"),
            )
        },
    ),
    (
        "Whom it takes, and how to ask",
        {
            "fields": (
                *("eligibility", "eligible_when", "min_trl", "sizes", "regimes"),
                *("how_to_ask", "url"),
            )
        },
    ),
    ("More", {"fields": ("note", "same_as", "extra")}),
    (
        "Kept by the site",
        {"fields": ("page", "edits", "imports", "shipped", "changed_at")},
    ),
)


@admin.register(SupportEntryRow)
class SupportEntryAdmin(admin.ModelAdmin):
    """The directory as a work list: what is stale, doubtful or edited."""

    form = SupportEntryForm
    list_display = (
        "name",
        "kind",
        "country",
        "status",
        "confidence",
        "source_date",
        "freshness",
        "edits",
        "published",
    )
    list_filter = (
        WorkFilter,
        VerifiedFilter,
        EditedFilter,
        "kind",
        "status",
        "confidence",
        "health_focus",
        "cost",
        "published",
        "country",
    )
    search_fields = ("name", "slug", "place", "note", "eligibility", "url")
    readonly_fields = ("shipped", "edits", "imports", "changed_at", "page")
    fieldsets = FIELDSETS
    list_per_page = 100
    actions = ("mark_as_verified",)

    @admin.display(description="last look", ordering="last_verified")
    def freshness(self, row: SupportEntryRow) -> str:
        """When somebody last looked, and whether that is too long ago."""
        entry = row.as_value()
        told = last_checked_in_words(entry)
        if is_overdue(entry, timezone.localdate()):
            return format_html("<strong>not since {}</strong>", told)
        return told

    @admin.display(description="edited by staff")
    def edits(self, row: SupportEntryRow) -> str:
        """The fields that later loads and imports leave alone."""
        return ", ".join(row.edited_fields)

    @admin.display(description="taken from an import")
    def imports(self, row: SupportEntryRow) -> str:
        """The fields that later loads leave alone."""
        return ", ".join(row.imported_fields)

    @admin.display(description="page")
    def page(self, row: SupportEntryRow) -> str:
        """The public page of the entry."""
        if not row.pk:
            return "–"
        return format_html(
            '<a href="{0}">{0}</a>', reverse("directory:entry", args=[row.slug])
        )

    @admin.action(description="Mark as verified today")
    def mark_as_verified(self, request, queryset) -> None:
        """Note that the chosen entries were checked today."""
        count = verify(queryset)
        messages.success(request, f"{count} entries verified.")

    def get_readonly_fields(self, request, obj=None) -> tuple[str, ...]:
        """The slug is chosen once: files and reports know an entry by it."""
        return (*self.readonly_fields, "slug") if obj else self.readonly_fields

    def save_model(self, request, obj, form, change) -> None:
        """Store the entry with a note of what was edited."""
        record_edit(obj)
        super().save_model(request, obj, form, change)

    def history_view(self, request, object_id, extra_context=None):
        """Who changed it, on a page that says before and after."""
        return redirect("directory_desk:history", pk=object_id)

    def has_delete_permission(self, request, obj=None) -> bool:
        """Nothing is deleted: an entry that is over is marked as ended."""
        return False


class OnlyToRead(admin.ModelAdmin):
    """What the site keeps by itself, to look at."""

    def has_add_permission(self, request) -> bool:
        """The site makes them."""
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        """They stay as they came about."""
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        """They tell what happened."""
        return False


@admin.register(LinkCheck)
class LinkCheckAdmin(OnlyToRead):
    """The links of the directory and what came of them."""

    list_display = ("url", "outcome", "detail", "failures", "tried_at", "answered_at")
    list_filter = ("outcome",)
    search_fields = ("url",)


@admin.register(DirectoryArrival)
class DirectoryArrivalAdmin(OnlyToRead):
    """The way from the admin's list to the imports."""

    def changelist_view(self, request, extra_context=None):
        """The page of imports."""
        return redirect("directory_desk:import")
