"""One Chromium for all browser tests, watched tabs, and a published site."""

import os
import shutil
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import sync_playwright

from assessments.examples import load_example, shipped_examples
from compliance.directory import load_directory
from compliance.publishing import publish
from tests.browser.places import Founder

CHROMIUM = (
    os.environ.get("WAYMARK_CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
# Patience for a slow machine; nothing waits that long where all is well.
PATIENCE = 60_000
WIDE = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once; make test names it where it is missing."""
    with pytest.MonkeyPatch.context() as environment:
        # Playwright keeps an event loop in this thread. Django takes that for async
        # code and refuses the database, though the tests themselves are synchronous.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=CHROMIUM,
                args=["--no-sandbox", "--disable-background-networking"],
            )
            yield chromium
            chromium.close()


@pytest.fixture(scope="session")
def live_server(django_db_setup, live_server):
    """The running site, on the database of the tests."""
    return live_server


class Watch:
    """What a tab complained of, and whom it asked besides the site."""

    def __init__(self, page, address):
        self.site = urlsplit(address).netloc
        self.complaints = []
        self.strangers = []
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._check)
        page.on("request", self._note)

    def _listen(self, message):
        # Failed loads are told by their responses, where the page itself is apart.
        if not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _check(self, response):
        if response.status >= 400 and response.request.resource_type != "document":
            self.complaints.append(f"{response.status} {response.url}")

    def _note(self, request):
        asked = urlsplit(request.url)
        if asked.scheme in ("http", "https", "ws", "wss") and asked.netloc != self.site:
            self.strangers.append(request.url)


@contextmanager
def open_tab(browser, address, **options):
    """A tab of a fresh profile that must end without complaint or foreign request."""
    context = browser.new_context(base_url=address, viewport=WIDE, **options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = Watch(page, address)
    try:
        yield page
    finally:
        context.close()
    assert watch.complaints == []
    assert watch.strangers == []


def publish_shipped(bank):
    """What make run loads: the bank, the directory and the examples."""
    cache.clear()
    version = publish(bank)
    load_directory()
    for example in shipped_examples(bank):
        load_example(example, version)
    return version


@contextmanager
def site_of_a_module(blocker, bank, files):
    """The published site for a fixture that outlives a test; emptied at the end."""
    with blocker.unblock(), override_settings(MEDIA_ROOT=files):
        try:
            yield publish_shipped(bank)
        finally:
            call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def site(live_server, transactional_db, shipped_bank):
    """The running site with all that ships; its version."""
    return publish_shipped(shipped_bank)


@pytest.fixture(scope="session")
def examples(shipped_bank):
    """The shipped examples by slug."""
    return {example.slug: example for example in shipped_examples(shipped_bank)}


@pytest.fixture
def founder(browser, site, live_server, shipped_bank, examples):
    """Somebody with a tab before the published site."""
    address = live_server.url
    with open_tab(browser, address) as page:
        yield Founder(page, address, site, shipped_bank, examples)


@pytest.fixture
def plain_founder(browser, site, live_server, shipped_bank, examples):
    """Somebody whose browser runs no scripts."""
    address = live_server.url
    with open_tab(browser, address, java_script_enabled=False) as page:
        yield Founder(page, address, site, shipped_bank, examples)
