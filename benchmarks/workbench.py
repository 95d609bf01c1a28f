"""The editors' pages: a bank of 100 questions and one of 2,000, in one run."""

from collections.abc import Callable
from functools import partial

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from benchmarks.clock import medians
from benchmarks.synthetic import make_bank
from compliance.models import Arrival, BankVersion, Part, Rehearsal, WorkingCopy
from compliance.workbench.arrivals import receive_shipped
from compliance.workbench.filling import copy_of_newest
from compliance.workbench.publication import Wish, publish_copy

SIZES = (100, 2000)
ROUNDS = 7
HOST = {"Host": "127.0.0.1:8000"}


class Bench:
    """One bank in work, and an editor who changes one question of it."""

    def __init__(self, questions: int):
        for model in (Rehearsal, Part, WorkingCopy, Arrival, BankVersion):
            model.objects.all().delete()
        receive_shipped(make_bank(questions))
        self.copy = copy_of_newest("health-ai")
        person, _ = User.objects.get_or_create(
            username="editor", is_staff=True, is_superuser=True
        )
        self.client = Client(headers=HOST)
        self.client.force_login(person)
        self.part = Part.objects.get(copy=self.copy, slug="q-3-4")
        self.turn = 0

    def open(self) -> None:
        """The page of a question, after somebody edited the bank."""
        self._get(f"part/{self.part.pk}/")

    def save(self) -> None:
        """Save the question with other words; the page that follows included."""
        self.turn += 1
        part = Part.objects.get(pk=self.part.pk)
        fields = {
            "revision": part.revision,
            "f.text": f"What about this, number {self.turn}?",
            "f.kind": "choice",
            "f.why": "It decides.",
            "f.who": "the founder",
            "f.provisions": "act-1",
            "f.choices.items": "0,1",
            "f.choices.0.label": "First",
            "f.choices.0.slug": "first",
            "f.choices.1.label": "Second",
            "f.choices.1.slug": "second",
            "f.asked_when.items": "",
            "f.required": "on",
        }
        address = f"/admin/workbench/health-ai/part/{self.part.pk}/"
        response = self.client.post(address, fields)
        assert response.status_code == 302, response
        self.open()

    def publish(self) -> None:
        """Change a word and publish."""
        self.save()
        self.copy.refresh_from_db()
        publish_copy(self.copy, Wish("editor", f"Change {self.turn}."))

    def _get(self, path: str) -> None:
        response = self.client.get(f"/admin/workbench/health-ai/{path}")
        assert response.status_code == 200, response


def acts_of(bench: Bench) -> dict[str, Callable[[], object]]:
    """What is timed."""
    return {
        "open the bank": partial(bench._get, ""),
        "open a question": bench.open,
        "save it and see it again": bench.save,
        "save and publish": bench.publish,
    }


def main() -> None:
    """Time every act at both sizes."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    taken = {size: medians(acts_of(Bench(size)), ROUNDS) for size in SIZES}
    small, large = (taken[size] for size in SIZES)
    for name in small:
        ratio = large[name] / small[name]
        print(
            f"{name:26} {small[name]:7.0f} ms at {SIZES[0]} questions, "
            f"{large[name]:7.0f} ms at {SIZES[1]}: {ratio:.1f} times"
        )


if __name__ == "__main__":
    main()
