"""Every address: the walk at the root, the editors' desk under /admin/."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/workbench/", include("compliance.workbench.urls")),
    path("admin/", admin.site.urls),
    path("", include("assessments.urls")),
]
