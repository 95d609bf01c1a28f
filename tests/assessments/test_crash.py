"""kill -9 at any moment: what was acknowledged is there afterwards."""

import threading
from http.client import HTTPException

import pytest

from tests.assessments.running_site import (
    Visitor,
    eventually,
    kill_hard,
    notes_in,
    stored_notes,
)

SAVES_BEFORE_THE_KILL = 3
RENDERING = "assessments_rendering"


class Walker(threading.Thread):
    """Saves section after section until the server is gone."""

    def __init__(self, site, product):
        super().__init__()
        self.visitor = Visitor(site)
        self.home = self.visitor.start(product)
        self.acknowledged = {}
        self.saved = threading.Semaphore(0)

    def run(self):
        """Walk; what a redirect acknowledged is noted."""
        try:
            self._walk()
        except (OSError, HTTPException):
            self.saved.release(SAVES_BEFORE_THE_KILL)

    def _walk(self):
        address = self.visitor.get(self.home).location
        while "/s/" in address:
            fields = self.visitor.fill(address, self.home)
            reply = self.visitor.post(address, fields)
            assert reply.status == 302
            self.acknowledged |= notes_in(fields)
            self.saved.release()
            address = reply.location


@pytest.mark.parametrize("kill", range(2))
def test_an_acknowledged_answer_outlives_kill_9_of_the_server(site, kill):
    with site.serving() as server:
        walkers = [Walker(site, f"Probe {kill} {number}") for number in range(4)]
        [walker.start() for walker in walkers]
        [walkers[0].saved.acquire() for _ in range(SAVES_BEFORE_THE_KILL)]
        kill_hard(server)
        [walker.join() for walker in walkers]
    assert site.rows("PRAGMA integrity_check") == [("ok",)]

    with site.serving():
        stored = [stored_notes(walker.visitor, walker.home) for walker in walkers]

    assert len(walkers[0].acknowledged) >= SAVES_BEFORE_THE_KILL
    assert all(
        walker.acknowledged.items() <= found.items()
        for walker, found in zip(walkers, stored, strict=True)
    )


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_file_whose_worker_was_killed_is_made_once_all_the_same(site, form):
    with site.serving():
        visitor = Visitor(site)
        home = visitor.start("Printed")
        sent = visitor.fill(visitor.get(home).location, "before")
        report = visitor.post(f"{home}issue/", sent).location
        visitor.post(f"{report}make/", sent | {"form": form})
        site.rows(f"UPDATE {RENDERING} SET state = 'ready' WHERE form != '{form}'")
        before = stored_files(site)
        kill_in_the_middle_of(site, form)
        visitor.get(report)
        with site.working():
            eventually(lambda: (form, "ready", 2) in states(site))
        made = visitor.get(f"{report.removesuffix('/')}.{form}")

    assert made.content.startswith((b"%PDF-", b"PK"))
    assert len(stored_files(site)) == len(before) + 1


def kill_in_the_middle_of(site, form):
    running = f"SELECT 1 FROM {RENDERING} WHERE form = '{form}' AND state = 'rendering'"
    with site.working() as worker:
        eventually(lambda: site.rows(running))
        kill_hard(worker)
    site.rows(f"UPDATE {RENDERING} SET leased_until = '2026-01-01 00:00:00'")


def states(site):
    return site.rows(f"SELECT form, state, attempts FROM {RENDERING}")


def stored_files(site):
    return [path for path in (site.folder / "files").rglob("*.*") if path.is_file()]
