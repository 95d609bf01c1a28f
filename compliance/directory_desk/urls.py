"""The desk of the directory editors, below the editors' desk."""

from django.urls import path

from compliance.directory_desk import importing, views

app_name = "directory_desk"
urlpatterns = [
    path("", views.work, name="work"),
    path("verified/", views.verified, name="verified"),
    path("links/", views.try_links, name="links"),
    path("import/", importing.bring_in, name="import"),
    path("import/<int:pk>/", importing.arrival, name="arrival"),
    path("entry/<int:pk>/history/", views.history, name="history"),
]
