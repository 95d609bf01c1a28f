"""The running assessments under another bank: how many would come out differently."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from django.db.models import Prefetch

from assessments.models import Answer, Assessment
from compliance.domain.answers import Answers
from compliance.domain.bank import Bank
from compliance.domain.determination import Determination, determine
from compliance.publishing import published_bank

BATCH = 200
Differing = Callable[[Determination, Determination], Iterable[dict]]


def count_outcomes(bank: Bank, differing: Differing) -> dict:
    """Counts of private assessments: all, those that differ, and in which verdicts.

    Nothing but counts leaves this function.
    """
    total, different, by_verdict = 0, 0, Counter()
    for fingerprint, answers in _running(bank.slug):
        was = determine(published_bank(fingerprint), answers)
        titles = {row["title"] for row in differing(was, determine(bank, answers))}
        total += 1
        different += bool(titles)
        by_verdict.update(titles)
    return {
        "total": total,
        "different": different,
        "by": [list(pair) for pair in by_verdict.most_common()],
    }


def _running(slug: str) -> Iterator[tuple[str, Answers]]:
    rows = Assessment.objects.filter(example="", version__bank=slug).order_by("version")
    rows = rows.pinned().prefetch_related(
        Prefetch("answers", queryset=Answer.objects.order_by())
    )
    for row in rows.iterator(chunk_size=BATCH):
        answers = {each.slug: each.as_value() for each in row.answers.all()}
        yield row.version.fingerprint, answers
