"""The read-only API of the directory; a new form of its answers gets a new number."""

from django.urls import path

from compliance.directory_pages import open_data

app_name = "directory_api"
urlpatterns = [
    path("directory", open_data.api_list, name="list"),
    path("directory/<slug:slug>", open_data.api_entry, name="entry"),
]
