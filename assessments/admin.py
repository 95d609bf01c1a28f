"""Staff see that assessments exist, never what they say."""

from django.contrib import admin
from django.http import HttpRequest

from assessments.models import Assessment


@admin.register(Assessment)
class AssessmentAdmin(admin.ModelAdmin):
    """Metadata only: no product, no organisation, no answers, no code."""

    list_display = ("id", "version", "started_at", "touched_at", "is_an_example")
    list_filter = ("version__number", "started_at")
    list_select_related = ("version",)
    fields = ("id", "version", "started_at", "touched_at", "is_an_example")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest):
        """Without the documents of the versions."""
        return super().get_queryset(request).pinned()

    @admin.display(description="example", boolean=True)
    def is_an_example(self, assessment: Assessment) -> bool:
        """Whether it is one of the open examples."""
        return assessment.is_example

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Assessments are started by their owners."""
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        """They belong to their owners."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Deletion is the owner's, or expiry's."""
        return False
