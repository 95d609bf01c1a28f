"""Many at once on SQLite: nobody meets an error, and no answer is lost."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.assessments.running_site import Visitor, notes_in, stored_notes

CLIENTS = 50
SECTIONS = 4
ROUNDS = 6


@pytest.fixture(scope="module", autouse=True)
def _served(site):
    with site.serving():
        yield


def walk(site, number):
    """Walk some sections and read the result; statuses, notes sent, notes stored."""
    visitor = Visitor(site)
    home = visitor.start(f"Probe {number}")
    address = visitor.get(home).location
    statuses, sent = [], {}
    for _ in range(SECTIONS):
        fields = visitor.fill(address, f"client {number}")
        reply = visitor.post(address, fields)
        statuses.append(reply.status)
        sent |= notes_in(fields)
        address = reply.location
    statuses.append(visitor.get(f"{home}result/").status)
    return statuses, sent, stored_notes(visitor, home)


def test_fifty_clients_walk_at_once_without_an_error_or_a_lost_answer(site):
    with ThreadPoolExecutor(CLIENTS) as pool:
        walks = list(pool.map(lambda number: walk(site, number), range(CLIENTS)))

    assert {tuple(statuses) for statuses, _, _ in walks} == {(302,) * SECTIONS + (200,)}
    assert all(sent and sent.items() <= stored.items() for _, sent, stored in walks)


def save_at_the_same_moment(site, home, mark):
    """Two people send the page that both drew; their replies, the winner's first."""
    people = [Visitor(site), Visitor(site)]
    address = people[0].get(home).location
    sent = [who.fill(address, f"{mark} {n}") for n, who in enumerate(people)]
    line = threading.Barrier(len(people))

    def send(number):
        line.wait()
        return people[number].post(address, sent[number]), notes_in(sent[number])

    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(send, range(len(people))))
    return sorted(replies, key=lambda each: each[0].status)


@pytest.mark.parametrize("mark", range(ROUNDS))
def test_of_two_who_save_at_the_same_moment_one_is_told_and_nothing_is_lost(site, mark):
    visitor = Visitor(site)
    home = visitor.start(f"Shared {mark}")

    (won, kept), (told, mine) = save_at_the_same_moment(site, home, mark)

    assert (won.status, told.status) == (302, 409)
    assert kept.items() <= stored_notes(visitor, home).items()
    shown = told.content.decode()
    assert all(note in shown for note in [*kept.values(), *mine.values()])


def test_one_who_issues_twice_at_the_same_moment_gets_one_report(site):
    visitor = Visitor(site)
    home = visitor.start("Twice")
    sent = visitor.fill(visitor.get(home).location, "once")

    with ThreadPoolExecutor(4) as pool:
        issued = list(pool.map(lambda _: visitor.post(f"{home}issue/", sent), range(4)))

    assert len({reply.location for reply in issued}) == 1


def test_many_who_ask_for_a_form_at_the_same_moment_have_it_made_once(site):
    visitor = Visitor(site)
    home = visitor.start("Asked for")
    sent = visitor.fill(visitor.get(home).location, "once")
    report = visitor.post(f"{home}issue/", sent).location
    wanted = sent | {"form": "docx"}

    with ThreadPoolExecutor(8) as pool:
        asked = list(
            pool.map(lambda _: visitor.post(f"{report}make/", wanted), range(8))
        )

    rows = site.rows("SELECT count(*) FROM assessments_rendering WHERE form = 'docx'")
    assert {reply.status for reply in asked} == {302}
    assert rows == [(1,)]
