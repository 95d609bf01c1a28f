"""Every address: the walk at the root, the editors' desk under /admin/."""

from django.contrib import admin
from django.urls import include, path

from compliance.directory_pages.open_data import schema

urlpatterns = [
    path("admin/workbench/", include("compliance.workbench.urls")),
    path("admin/directory/", include("compliance.directory_desk.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("compliance.directory_pages.api_urls")),
    path("schemas/waymark-directory-1.json", schema, name="directory_schema"),
    path("directory/", include("compliance.directory_pages.urls")),
    path("", include("assessments.urls")),
]
