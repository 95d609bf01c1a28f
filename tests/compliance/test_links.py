"""Links of the directory: tried politely, never inside our own network, only marked."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.management import call_command
from django.utils import timezone

from compliance.links import fetching
from compliance.links.checking import check_links, due_links, note
from compliance.links.fetching import Answer, UnsafeAddressError, fetch, is_public
from compliance.links.probing import Probe, probe
from compliance.models import LinkCheck, SupportEntryRow
from tests.compliance.directory_rows import make_row

Outcome = LinkCheck.Outcome
SITE = "https://example.org"


class Web:
    """A web of canned answers that remembers what was asked."""

    def __init__(self, **answers):
        self.answers = answers
        self.asked = []

    def __call__(self, method, url, agent):
        self.asked.append(f"{method} {url}")
        found = self.answers[url.removeprefix(f"{SITE}/") or "home"]
        if isinstance(found, dict):
            found = found[method]
        if isinstance(found, Exception):
            raise found
        return found


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer(200), Outcome.OK),
        (Answer(404), Outcome.GONE),
        (Answer(410), Outcome.GONE),
        (Answer(403), Outcome.REFUSED),
        (Answer(429), Outcome.REFUSED),
        (Answer(500), Outcome.BROKEN),
        (Answer(301), Outcome.BROKEN),
        (TimeoutError(), Outcome.SILENT),
        (ConnectionResetError(), Outcome.SILENT),
        (UnsafeAddressError("private"), Outcome.UNSAFE),
    ],
)
def test_what_a_server_says_is_told_in_a_word(answer, outcome):
    assert probe(f"{SITE}/page", Web(page=answer)).outcome == outcome


def test_a_server_that_does_not_know_head_is_asked_again():
    web = Web(page={"HEAD": Answer(405), "GET": Answer(200)})

    assert probe(f"{SITE}/page", web).outcome == Outcome.OK
    assert web.asked == [f"HEAD {SITE}/page", f"GET {SITE}/page"]


def test_redirects_are_followed_step_by_step():
    web = Web(old=Answer(301, "/new"), new=Answer(200))

    assert probe(f"{SITE}/old", web).outcome == Outcome.OK


def test_a_circle_of_redirects_ends():
    web = Web(old=Answer(302, "/old"))

    assert probe(f"{SITE}/old", web).outcome == Outcome.BROKEN
    assert len(web.asked) == 5


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/admin/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.7/",
        "http://[::1]/",
        "http://[::ffff:192.168.0.1]/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://user:word@example.org/",
        "http://[broken",
    ],
)
def test_nothing_leads_into_our_own_network_not_even_a_redirect(target):
    def ask(method, url, agent):
        if url.startswith(SITE):
            return Answer(302, target)
        return fetch(method, url, agent)

    assert probe(f"{SITE}/page", ask).outcome == Outcome.UNSAFE


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_public_addresses_are_told_from_all_others(address, public):
    assert is_public(address) is public


class Handler(BaseHTTPRequestHandler):
    """A page that is there, for HEAD alone."""

    def do_HEAD(self):
        self.send_response(200 if self.path == "/p%C3%A1gina?a=1" else 404)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def local_site():
    """A web server of this machine."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_with_accents_in_its_address_is_found(local_site, monkeypatch):
    monkeypatch.setattr(fetching, "is_public", lambda address: True)

    assert fetch("HEAD", f"{local_site}/página?a=1", "test") == Answer(200)


def test_nobody_at_home_is_silence(local_site, monkeypatch):
    monkeypatch.setattr(fetching, "is_public", lambda address: True)

    assert probe("http://127.0.0.1:9/").outcome == Outcome.SILENT


def always(outcome):
    return lambda url: Probe(outcome)


@pytest.mark.django_db
def test_a_link_is_dead_after_three_failures_and_alive_after_one_answer():
    for _ in range(3):
        note(SITE, Probe(Outcome.SILENT))
    assert LinkCheck.objects.dead().get().url == SITE

    note(SITE, Probe(Outcome.REFUSED))

    assert not LinkCheck.objects.dead().exists()


@pytest.mark.django_db
def test_a_run_tries_each_address_once_and_changes_no_entry():
    make_row("one")
    make_row("two")
    make_row("over", url="https://ended.example", status="ended")

    checked = check_links(ask=always(Outcome.GONE), pause=0)

    assert (checked.tried, checked.answered) == (2, 0)
    assert set(SupportEntryRow.objects.values_list("status", flat=True)) == {
        "active",
        "ended",
    }


@pytest.mark.django_db
def test_what_was_tried_lately_is_left_in_peace():
    make_row("one")
    check_links(ask=always(Outcome.OK), pause=0)

    assert due_links() == []
    assert len(due_links(everything=True)) == 2
    LinkCheck.objects.update(tried_at=timezone.now() - timedelta(days=8))
    assert len(due_links()) == 2


@pytest.mark.django_db
def test_pages_of_one_host_are_asked_in_turn(monkeypatch):
    naps = []
    monkeypatch.setattr("compliance.links.checking.time.sleep", naps.append)
    make_row("one", url=f"{SITE}/a", source_url=f"{SITE}/b")

    check_links(ask=always(Outcome.OK))

    assert naps == [2.0]


@pytest.mark.django_db
def test_the_command_tells_what_it_found(monkeypatch, capsys):
    make_row("one")
    monkeypatch.setattr("compliance.links.checking.time.sleep", lambda seconds: None)
    monkeypatch.setattr(fetching, "public_address", _nobody)

    call_command("check_links")

    assert "2 links tried, 0 answered, 0 dead by now." in capsys.readouterr().out


@pytest.mark.django_db
def test_a_worker_does_it_when_asked(monkeypatch):
    make_row("one")
    monkeypatch.setattr("compliance.links.checking.time.sleep", lambda seconds: None)
    monkeypatch.setattr(fetching, "public_address", _nobody)

    call_command("check_links", queue=True)

    assert LinkCheck.objects.count() == 2


def _nobody(host, port):
    raise OSError(f"{host} is not asked in tests")
