"""The support directory for everybody."""

from django.urls import path

from compliance.directory_pages import open_data, views

app_name = "directory"
urlpatterns = [
    path("", views.directory, name="list"),
    path("europe/", views.europe, name="europe"),
    path("open/", open_data.open_data, name="open"),
    path("open/waymark-directory.json", open_data.whole_json, name="json"),
    path("open/waymark-directory.csv", open_data.whole_csv, name="csv"),
    path("<slug:slug>/", views.entry, name="entry"),
]
