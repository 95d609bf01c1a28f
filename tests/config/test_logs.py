import logging

import pytest

from config.logs import RedactingFormatter, redact


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Not Found: /a/4Xq_9-secret/s/purpose/", "Not Found: /a/…/s/purpose/"),
        ("Forbidden (CSRF): /a/4Xq_9-secret", "Forbidden (CSRF): /a/…"),
        (
            "from https://waymark.example/a/4Xq_9-secret/",
            "from https://waymark.example/a/…/",
        ),
        ("GET '/a/4Xq_9-secret?x=1'", "GET '/a/…?x=1'"),
        ("Not Found: /a//4Xq_9-secret/", "Not Found: /a/…/"),
        ("Not Found: /A/4Xq_9-secret/", "Not Found: /a/…/"),
        ("Not Found: /about/", "Not Found: /about/"),
        ("Not Found: /verify/K7QX-0A2B/", "Not Found: /verify/…/"),
        ("Not Found: /Verify//k7qx", "Not Found: /verify/…"),
        ("Not Found: /verify/", "Not Found: /verify/"),
    ],
)
def test_the_code_of_a_private_link_never_reaches_the_log(line, shown):
    assert redact(line) == shown


def test_a_traceback_is_redacted_too():
    failure = ValueError("no step at /a/4Xq_9-secret/s/purpose/")
    record = logging.LogRecord(
        "django.request", logging.ERROR, "views.py", 1, "At %s", ("/a/4Xq_9-secret/",),
        (ValueError, failure, None),
    )  # fmt: skip

    printed = RedactingFormatter().format(record)

    assert printed == "At /a/…/\nValueError: no step at /a/…/s/purpose/"
