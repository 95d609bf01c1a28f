"""Measurements of Waymark, on a site of their own in a temporary folder."""

import os
import tempfile

import django

FOLDER = tempfile.TemporaryDirectory(prefix="waymark-benchmark-")
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "WAYMARK_DATA": FOLDER.name,
    "WAYMARK_PUBLIC_URL": "http://127.0.0.1:8000",
    "WAYMARK_TASKS": "immediate",
    "DATABASE_URL": "",
}
django.setup()
