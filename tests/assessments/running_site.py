"""The real site for tests: gunicorn and a worker on this machine, and its visitors."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
# Settings tell tests by the first; the others would leave the folder of the test.
APART = ("PYTEST_", "WAYMARK_", "DATABASE_URL", "WEB_CONCURRENCY")
PREPARE = (
    ("migrate", "--verbosity", "0"),
    ("collectstatic", "--no-input", "--verbosity", "0"),
    ("publish_bank", "compliance/content/banks/health-ai"),
)
PATIENCE = 60


def free_port():
    """A port on which nobody listens."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def eventually(check):
    """What `check` returns as soon as that is true; fails after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"{check} did not come true in {PATIENCE} seconds.")


class Site:
    """One site with a data folder of its own, started and killed at will."""

    def __init__(self, folder):
        self.folder = folder
        self.port = 0
        self.log = folder / "log"
        kept = {k: v for k, v in os.environ.items() if not k.startswith(APART)}
        self.environment = kept | {
            "WAYMARK_DATA": str(folder),
            "WEB_CONCURRENCY": "2",
        }

    def prepare(self):
        """Make the database with the shipped bank, and collect the static files."""
        for command in PREPARE:
            self._command(*command).check_returncode()

    def _command(self, *arguments):
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            check=False,
        )

    @contextmanager
    def serving(self):
        """The web server, until it is killed or the block ends."""
        # Each time another one: a killed server may still be letting go of its own.
        self.port = free_port()
        self.environment["WAYMARK_BIND"] = f"127.0.0.1:{self.port}"
        arguments = ("-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi")
        with self._running(arguments) as server:
            eventually(self._answers)
            yield server

    @contextmanager
    def working(self):
        """The task worker, until it is killed or the block ends."""
        with self._running(("manage.py", "db_worker", "--verbosity", "0")) as worker:
            yield worker

    @contextmanager
    def _running(self, arguments):
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            yield process
        finally:
            kill_hard(process)

    def _answers(self):
        try:
            return Visitor(self).get("/healthy/").content == b"ok"
        except OSError:
            return False

    def rows(self, statement):
        """What stands in the database; a statement that changes it is kept."""
        with closing(sqlite3.connect(self.folder / "waymark.sqlite3")) as database:
            found = database.execute(statement).fetchall()
            database.commit()
            return found


def kill_hard(process):
    """kill -9 for the process and all that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Reply:
    """A response as far as a walk needs it."""

    def __init__(self, response):
        self.status = response.status
        self.location = response.getheader("Location", "")
        self.content = response.read()
        self.cookies = response.headers.get_all("Set-Cookie", [])

    @property
    def fields(self):
        """The named inputs of the page: name → type and values in their order."""
        reader = Fields()
        reader.feed(self.content.decode())
        return reader.found


class Fields(HTMLParser):
    """Collects the inputs of a page."""

    def __init__(self):
        super().__init__()
        self.found = {}

    def handle_starttag(self, tag, attrs):
        """Note an input."""
        told = dict(attrs)
        if tag == "input" and "name" in told:
            kind, values = self.found.setdefault(told["name"], (told["type"], []))
            values.append(told.get("value", ""))


class Visitor:
    """A browser without a screen: keeps cookies, sends forms, follows nothing."""

    def __init__(self, site):
        self.site = site
        self.cookies = {}

    def get(self, address):
        """Open a page."""
        return self._send("GET", address)

    def post(self, address, fields):
        """Send a form."""
        return self._send("POST", address, urlencode(fields, doseq=True))

    def _send(self, method, address, body=None):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(HTTPConnection("127.0.0.1", self.site.port, timeout=60)) as link:
            link.request(method, address.partition("#")[0], body, headers)
            reply = Reply(link.getresponse())
        for cookie in reply.cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return reply

    def start(self, product):
        """Start an assessment; the address of its first page."""
        fields = hidden(self.get("/start/"))
        begun = self.post("/start/", fields | {"product": product})
        return begun.location.removesuffix("link/")

    def fill(self, address, mark):
        """A drawn section filled in: first choices, and the mark as every note."""
        page = self.get(address)
        fields = hidden(page)
        for slug in fields["asked"].split(","):
            kind, values = page.fields.get(f"q-{slug}", ("text", [""]))
            picked = values[0] if kind in ("radio", "checkbox") else ""
            fields |= {f"q-{slug}": picked, f"note-{slug}": f"{mark}: {slug}"}
        return fields


def hidden(page):
    """The hidden fields of a page with their first values."""
    return {
        name: values[0]
        for name, (kind, values) in page.fields.items()
        if kind == "hidden"
    }


def notes_in(fields):
    """Slug → note, as a form sends it."""
    return {
        name.removeprefix("note-"): value
        for name, value in fields.items()
        if name.startswith("note-")
    }


def stored_notes(visitor, home):
    """Slug → note, as the owner's download has it."""
    answers = json.loads(visitor.get(f"{home}download.json").content)["answers"]
    return {slug: answer["note"] for slug, answer in answers.items()}
