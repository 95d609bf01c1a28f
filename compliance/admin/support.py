"""Staff edit the support directory here; what they change is kept over later loads."""

from datetime import timedelta

from django.contrib import admin, messages
from django.utils import timezone

from compliance.directory import record_edit, verify
from compliance.models.support import SupportEntryRow

FRESH_DAYS = 90


class FreshnessFilter(admin.SimpleListFilter):
    """Rows by when somebody last checked them."""

    title = "freshness"
    parameter_name = "freshness"

    def lookups(self, request, model_admin) -> tuple[tuple[str, str], ...]:
        """The two states a row can be in."""
        return (
            ("fresh", f"verified within {FRESH_DAYS} days"),
            ("overdue", f"not verified for {FRESH_DAYS} days"),
        )

    def queryset(self, request, queryset):
        """The rows in the chosen state."""
        day = timezone.localdate() - timedelta(days=FRESH_DAYS)
        if self.value() == "fresh":
            return queryset.filter(last_verified__gte=day)
        if self.value() == "overdue":
            return queryset.not_verified_since(day)
        return queryset


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


@admin.register(SupportEntryRow)
class SupportEntryAdmin(admin.ModelAdmin):
    """The directory as a work list: what is stale, doubtful or edited."""

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
        FreshnessFilter,
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
    readonly_fields = ("shipped", "edits", "changed_at")
    list_per_page = 100
    actions = ("mark_as_verified",)

    @admin.display(description="last verified", ordering="last_verified")
    def freshness(self, row: SupportEntryRow) -> str:
        """When it was last checked, in words."""
        return f"{row.last_verified:%d %b %Y}" if row.last_verified else "never"

    @admin.display(description="edited by staff")
    def edits(self, row: SupportEntryRow) -> str:
        """The fields that later loads leave alone."""
        return ", ".join(row.edited_fields)

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

    def has_delete_permission(self, request, obj=None) -> bool:
        """Nothing is deleted: an entry that is over is marked as ended."""
        return False
