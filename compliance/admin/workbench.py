"""The way from the admin's list to the workbench."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from compliance.models import WorkingCopy


@admin.register(WorkingCopy)
class WorkingCopyAdmin(admin.ModelAdmin):
    """Banks are edited on pages of their own."""

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """The workbench itself."""
        return redirect("workbench:banks")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A bank comes with Waymark or by import."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Assessments and reports rest on its versions."""
        return False
