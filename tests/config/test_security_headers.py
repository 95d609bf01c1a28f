"""What browsers are told, and what the log says: on every kind of page."""

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from assessments.models import new_code
from config.logs import LOGGING, RedactingFormatter
from tests.assessments.test_wizard import address, drawn_form, send

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = ("/", "/start/", "/about/", "/privacy/", "/accessibility/", "/missing/")
STAFF = ("/admin/login/", "/admin/", "/admin/compliance/supportentryrow/")
OWNED = (
    *("link/", "s/product/", "answers/", "result/", "reasons/", "duties/", "plan/"),
    *("support/", "reports/", "delete/", "download.json"),
)
LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|object|embed)\b[^>]*?(?:src|data)="
    r'"([^"]+)"|<link\b[^>]*?href="([^"]+)"|<form\b[^>]*?action="([^"]+)"'
)


def is_strict(response):
    policy = response["Content-Security-Policy"]
    return "default-src 'self'" in policy and "unsafe" not in policy


def loaded_from_elsewhere(response):
    addresses = ("".join(each) for each in LOADED.findall(response.content.decode()))
    return [each for each in addresses if re.match(r"[a-z]+:|//", each)]


@pytest.mark.parametrize("page", PUBLIC)
def test_a_public_page_allows_no_inline_code_and_loads_nothing_from_elsewhere(
    client, version, page
):
    response = client.get(page)

    assert is_strict(response)
    assert loaded_from_elsewhere(response) == []


@pytest.mark.parametrize("page", OWNED)
def test_a_page_under_a_code_allows_no_inline_code_and_loads_nothing_from_elsewhere(
    client, code, page
):
    response = client.get(f"/a/{code}/{page}")

    assert response.status_code == 200
    assert is_strict(response)
    assert loaded_from_elsewhere(response) == []


@pytest.mark.parametrize("page", STAFF)
def test_a_staff_page_allows_no_inline_code_and_loads_nothing_from_elsewhere(
    admin_client, version, page
):
    response = admin_client.get(page, follow=True)

    assert response.status_code == 200
    assert is_strict(response)
    assert loaded_from_elsewhere(response) == []


def test_a_refused_form_allows_no_inline_code_either(client, code):
    client.handler.enforce_csrf_checks = True

    refused = client.post(address(code, "product"), {"q-harm": "none"})

    assert refused.status_code == 403
    assert is_strict(refused)


@pytest.mark.parametrize("page", ["/", "/start/", "/admin/login/"])
def test_every_page_forbids_frames_and_guessed_content_types(client, version, page):
    response = client.get(page)

    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_visitors_get_the_csrf_cookie_and_no_other(client, version):
    begun = client.post("/start/", {"product": "Probe"})
    home = begun.url.removesuffix("link/")
    for page in OWNED:
        client.get(f"{home}{page}")

    assert set(client.cookies) == {settings.CSRF_COOKIE_NAME}
    assert client.cookies[settings.CSRF_COOKIE_NAME]["httponly"]


def test_staff_get_the_session_and_the_csrf_cookie_and_no_other(client, admin_user):
    client.get("/admin/login/")
    client.post("/admin/login/", {"username": "admin", "password": "password"})

    kept = {settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME}
    assert set(client.cookies) == kept
    assert client.cookies[settings.SESSION_COOKIE_NAME]["httponly"]


def test_the_check_for_deployment_is_silent_with_the_settings_of_a_public_site(
    tmp_path,
):
    finished = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "WAYMARK_DATA": str(tmp_path),
            "WAYMARK_PUBLIC_URL": "https://waymark.example",
            "WAYMARK_SECRET_KEY": "".join(map(chr, range(40, 120))),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.stdout + finished.stderr == (
        "System check identified no issues (0 silenced).\n"
    )


@pytest.fixture
def printed(caplog):
    """The lines as the site would print them."""
    told = LOGGING["formatters"]["redacted"]
    caplog.handler.setFormatter(RedactingFormatter(told["format"], style="{"))
    caplog.set_level(logging.DEBUG)
    return caplog


def break_down(*arguments):
    raise RuntimeError("broken on purpose")


def test_a_page_that_is_not_found_is_logged_without_the_code(client, db, printed):
    code = new_code()

    for page in ("", "result/", "s/product/", "no/such/page"):
        client.get(f"/a/{code}/{page}")

    assert "Not Found: /a/…/" in printed.text
    assert code not in printed.text


def test_a_refused_form_is_logged_without_the_code(client, code, printed):
    client.handler.enforce_csrf_checks = True
    sent = {"HTTP_REFERER": f"http://testserver/a/{code}/"}

    client.post(address(code, "product"), {}, **sent)
    client.post(address(code, "product"), {}, HTTP_ORIGIN=f"http://x/a/{code}/")

    assert "Forbidden" in printed.text
    assert code not in printed.text


def test_a_form_for_another_section_is_logged_without_the_code(client, code, printed):
    client.post(address(code, "product"), {"section_wizard-current_step": "use"})

    assert "Bad Request" in printed.text or "another section" in printed.text
    assert code not in printed.text


def test_a_conflict_is_logged_without_the_code(client, code, printed):
    old = drawn_form(client, code, "product")
    send(client, code, "product", q_harm="none")

    response = client.post(address(code, "product"), old | {"q-harm": "death"})

    assert response.status_code == 409
    assert code not in printed.text


def test_a_breakdown_is_logged_with_its_traceback_but_without_the_code(
    client, code, printed, monkeypatch
):
    client.raise_request_exception = False
    monkeypatch.setattr("assessments.views.results.build_dossier", break_down)

    response = client.get(f"/a/{code}/result/")

    assert response.status_code == 500
    assert "broken on purpose" in printed.text
    assert code not in printed.text
    assert code not in response.content.decode()
