"""Published banks are read here, never changed."""

from django.contrib import admin
from django.http import HttpRequest

from compliance.models import BankVersion


@admin.register(BankVersion)
class BankVersionAdmin(admin.ModelAdmin):
    """Lists the versions and shows each with its document."""

    list_display = ("title", "number", "law_date", "published_at", "author")
    list_filter = ("bank",)
    search_fields = ("title", "number", "changelog", "fingerprint")

    def get_queryset(self, request: HttpRequest):
        """The list needs no documents."""
        return super().get_queryset(request).light()

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Versions are published by command, not typed."""
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        """A published version stays as it is."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Assessments and reports rest on it."""
        return False
