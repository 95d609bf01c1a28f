"""Opening and saving a section of 12 questions, in a bank of 100 and one of 2,000."""

import re
from collections.abc import Callable
from functools import partial

from django.core.management import call_command
from django.db import connection
from django.test import Client

from assessments.keeping import start_assessment
from benchmarks.clock import medians
from benchmarks.synthetic import SHIPPED_LAW, make_answers, make_bank
from compliance.publishing import publish

SIZES = (100, 2000)
ROUNDS = 40
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
STEP = "s/section-2/"


class Walk:
    """One assessment of a bank, at one of its sections."""

    def __init__(self, questions: int, schemes: int):
        self.bank = make_bank(questions, schemes)
        answers = make_answers(self.bank)
        _, code = start_assessment(publish(self.bank), "Probe", "", answers)
        self.client = Client(headers={"Host": "127.0.0.1:8000"})
        self.address = f"/a/{code}/{STEP}"
        self.turn = 0

    def open(self):
        """GET the section."""
        response = self.client.get(self.address)
        assert response.status_code == 200, response
        return response

    def sent(self) -> dict[str, str]:
        """The section as drawn, filled in otherwise than the last time."""
        self.turn += 1
        fields = dict(HIDDEN.findall(self.open().content.decode()))
        for slug in fields["asked"].split(","):
            options = self.bank.questions[slug].options
            fields[f"q-{slug}"] = options[self.turn % len(options)].slug
        # The first stays: the last three of the section are asked because of it.
        return fields | {"q-q-2-0": "yes"}

    def save(self, fields: dict[str, str]):
        """POST the section."""
        response = self.client.post(self.address, fields)
        assert response.status_code == 302, response
        return response


def queries(act: Callable[[], object]) -> int:
    """How many statements it sends to the database."""
    sent = []

    def count(execute, sql, params, many, context):
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        act()
    return len(sent)


def compare(title: str, walks: dict[int, Walk]) -> None:
    """Print times, ratios and queries of walks through banks of several sizes."""
    opened = medians({str(n): walk.open for n, walk in walks.items()}, ROUNDS)
    saved = saving(walks)
    print(title)
    for name, taken in (("GET", opened), ("POST", saved)):
        small, large = (taken[str(size)] for size in SIZES)
        print(
            f"  {name:4} {small:6.1f} ms at {SIZES[0]} questions, "
            f"{large:6.1f} ms at {SIZES[1]}: {large / small:.2f} times"
        )
    for size, walk in walks.items():
        fields = walk.sent()
        print(
            f"  {size} questions: GET {queries(walk.open)} queries, "
            f"POST {queries(partial(walk.save, fields))} queries"
        )


def saving(walks: dict[int, Walk]) -> dict[str, float]:
    """The medians of saving; each save follows a page drawn for it, not measured."""
    drawn = {}

    def draw(size: int, walk: Walk) -> None:
        drawn[size] = walk.sent()

    acts = {}
    for size, walk in walks.items():
        acts[f"draw {size}"] = partial(draw, size, walk)
        acts[str(size)] = lambda size=size, walk=walk: walk.save(drawn[size])
    return medians(acts, ROUNDS)


def main() -> None:
    """Compare for the same law and for law that grows with the questions."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    same = {size: Walk(size, SHIPPED_LAW) for size in SIZES}
    compare(f"The same {SHIPPED_LAW} schemes and {SHIPPED_LAW * 10} duties:", same)
    grown = {size: Walk(size, size // 10) for size in SIZES}
    compare("A scheme and 10 duties more for every 10 questions:", grown)


if __name__ == "__main__":
    main()
