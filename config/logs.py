"""What the log may say: never the code that opens an assessment or checks a report."""

import logging
import re

CODE_IN_PATH = re.compile(r"/(a|verify)/+[^/\s?#\"']+", re.IGNORECASE)

# For Django and gunicorn alike. Loggers with handlers of their own give them up: those
# would print, or mail, what the formatter leaves out.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "redacted": {
            "()": "config.logs.RedactingFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "redacted"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        # Robots that call a server by its bare address are no news.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "gunicorn.error": {"handlers": [], "level": "WARNING", "propagate": True},
        # These two tell every step of a PDF.
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
    },
}


def redact(line: str) -> str:
    """The line without the code of any private link or verification page."""
    return CODE_IN_PATH.sub(lambda found: f"/{found[1].lower()}/…", line)


class RedactingFormatter(logging.Formatter):
    """Formats a record, traceback included, and redacts what comes out."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))
