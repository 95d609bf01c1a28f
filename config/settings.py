"""All settings. What differs between places comes from environment variables.

docs/operations.md lists them. Nothing needs to be set to run on one's own machine.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.environment import flag, one_of, text, whole_number
from config.local_key import local_secret_key
from config.logs import LOGGING as LOGGING

BASE_DIR = Path(__file__).resolve().parent.parent
TESTING = "PYTEST_VERSION" in os.environ

# Everything that the running site writes stands below this folder.
WAYMARK_DATA = Path(text("WAYMARK_DATA", str(BASE_DIR / "var")))
WAYMARK_DATA.mkdir(parents=True, exist_ok=True)

# The public address decides what is allowed and how strict the site is.
WAYMARK_PUBLIC_URL = text("WAYMARK_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
_public = urlsplit(WAYMARK_PUBLIC_URL)
if _public.scheme not in ("http", "https") or not _public.hostname:
    raise ImproperlyConfigured(
        f"WAYMARK_PUBLIC_URL is {WAYMARK_PUBLIC_URL!r}: "
        "give the whole address, such as https://waymark.example.org."
    )
_is_local = _public.hostname in ("127.0.0.1", "localhost", "::1")
_is_https = _public.scheme == "https"

WAYMARK_EXPIRY_DAYS = whole_number("WAYMARK_EXPIRY_DAYS", 180)
WAYMARK_REPORTS_QUEUED_MAX = whole_number("WAYMARK_REPORTS_QUEUED_MAX", 20)
WAYMARK_PROXY_COUNT = whole_number("WAYMARK_PROXY_COUNT", 0)
# Whether a question bank must be published by somebody who did not edit it.
WAYMARK_FOUR_EYES = flag("WAYMARK_FOUR_EYES")
# What counts the running assessments that a bank would change; compliance knows none.
WAYMARK_RUNNING_OUTCOMES = "assessments.running.count_outcomes"

DEBUG = flag("WAYMARK_DEBUG")
SECRET_KEY = text("WAYMARK_SECRET_KEY")
if not SECRET_KEY and not _is_local:
    raise ImproperlyConfigured(
        "WAYMARK_SECRET_KEY is not set: give this site a long random text of its own."
    )
if not SECRET_KEY:
    SECRET_KEY = local_secret_key(WAYMARK_DATA / "secret-key")

ALLOWED_HOSTS = [_public.hostname]
if _is_local:
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{_public.scheme}://{_public.netloc}"]

INSTALLED_APPS = [
    "compliance",
    "assessments",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "formtools",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "config.proxies.client_address_middleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "assessments.context.site",
            ],
        },
    },
]

# Storage

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": WAYMARK_DATA / "waymark.sqlite3",
    }
}
if text("DATABASE_URL"):
    DATABASES["default"] = dict(dj_database_url.parse(text("DATABASE_URL")))
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Without IMMEDIATE two writers at once fail with "database is locked", at once and
    # whatever the timeout says: docs/decisions/sqlite-in-wal-mode-by-default.md
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=NORMAL;"
            "PRAGMA cache_size=-20000;"
            "PRAGMA mmap_size=134217728;"
            "PRAGMA temp_store=MEMORY"
        ),
    }

# A comparison of two large banks has a tick for each difference.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Only the import of a bank takes a file, by a handler of its own; what is sent as one
# elsewhere is dropped instead of filling the disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

MEDIA_ROOT = WAYMARK_DATA / "files"
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = None if TESTING else WAYMARK_DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if TESTING or DEBUG:
    # Files as they are, so that nothing has to be collected first.
    STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )

# Background tasks

WAYMARK_TASKS = one_of(
    "WAYMARK_TASKS",
    ("immediate", "database") if TESTING else ("database", "immediate"),
)
TASKS = {
    "default": {
        "BACKEND": {
            "database": "django_tasks_db.DatabaseBackend",
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
        }[WAYMARK_TASKS]
    }
}

# Staff sign-in

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# What browsers are told

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
# Other sites learn nothing. "no-referrer" would also make browsers send "Origin: null"
# with our own forms, and the CSRF protection then refuses every one of them.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = _is_https
SESSION_COOKIE_SECURE = _is_https
SECURE_SSL_REDIRECT = _is_https
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if _is_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _is_https
SECURE_HSTS_PRELOAD = _is_https

# Language

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
# Django 6 takes https for granted, and so do we.
FORMS_URLFIELD_ASSUME_HTTPS = True
