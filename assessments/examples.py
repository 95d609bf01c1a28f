"""The examples: invented companies with full answers, open to everybody."""

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from assessments.answering import write_answers
from assessments.dossier import Case
from assessments.dossier.build import headline_of
from assessments.dossier.points import find_points
from assessments.dossier.trail import trail_of
from assessments.models import Assessment, hash_of
from assessments.panels import case_of
from assessments.visits import Visit
from compliance.answersfile import AnswersFileError, read_answers
from compliance.bankfile.located import read_yaml
from compliance.domain.answers import Answer
from compliance.domain.bank import Bank
from compliance.models import BankVersion

FOLDER = Path(settings.BASE_DIR) / "compliance" / "content" / "examples"
ABOUT = ("product", "organisation", "purpose")


@dataclass(frozen=True)
class Example:
    """An invented product with its answers."""

    slug: str
    product: str
    organisation: str
    purpose: str
    answers: dict[str, Answer]


def shipped_examples(bank: Bank) -> list[Example]:
    """The examples that ship with the bank, in the order of their files.

    One that answers what editors took out of the bank is left out.
    """
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        with suppress(AnswersFileError):
            found.append(_read(path, bank))
    return found


def _read(path: Path, bank: Bank) -> Example:
    about, answers = split_example(path)
    slug = path.stem.partition("-")[2]
    return Example(slug, *about, read_answers(answers, bank, path.name))


def split_example(path: Path) -> tuple[list[str], str]:
    """What the head of an example's file says, and its answers as text."""
    head, _, answers = path.read_text(encoding="utf-8").partition("\n---\n")
    about = read_yaml(head, path.name)
    return [about[key] for key in ABOUT], answers


@transaction.atomic
def load_example(example: Example, version: BankVersion) -> Assessment:
    """Create the example, or bring it to this version and these answers."""
    found, _ = Assessment.objects.update_or_create(
        example=example.slug,
        defaults={
            "code_hash": hash_of(f"example {example.slug}"),
            "product": example.product,
            "organisation": example.organisation,
            "version": version,
        },
    )
    stored = {row.slug: row.as_value() for row in found.answers.all()}
    if stored != example.answers:
        found.answers.all().delete()
        write_answers(found, example.answers)
        Assessment.objects.filter(pk=found.pk).update(touched_at=timezone.now())
    return found


def home_examples() -> list[dict]:
    """The examples as the home page lists them."""
    examples = Assessment.objects.examples().order_by("pk")
    return [_on_home(example) for example in examples]


def _on_home(example: Assessment) -> dict:
    told = _told(example.pk, example.version.fingerprint, example.touched_at)
    url = reverse("example:result", kwargs={"example": example.example})
    return told | {"url": url}


@lru_cache(maxsize=64)
def _told(pk: int, fingerprint: str, touched_at) -> dict:
    # An example changes with its version or its answers, and with nothing else.
    example = Assessment.objects.pinned().get(pk=pk)
    visit = Visit(example, {"example": example.example})
    case = case_of(visit, example.version.law_date)
    steps = trail_of(case)
    return {
        "product": example.product,
        "purpose": _purpose(case),
        "steps": steps,
        "trail": [step["state"] for step in steps],
        "verdict": headline_of(case, len(find_points(case))),
        "main_date": steps[-1]["value"],
    }


def _purpose(case: Case) -> str:
    return purposes().get(case.product, "")


@lru_cache(maxsize=1)
def purposes() -> dict[str, str]:
    """Product → its purpose in a line, from the shipped files."""
    heads = [split_example(path)[0] for path in sorted(FOLDER.glob("*.yaml"))]
    return {product: purpose for product, _, purpose in heads}
