"""The glossary that ships with Waymark: terms of the law in plain words."""

from functools import lru_cache
from pathlib import Path

from compliance.bankfile.located import read_yaml
from compliance.domain.glossary import Term

SHIPPED = Path(__file__).parent / "content" / "glossary.yaml"


@lru_cache(maxsize=1)
def shipped_terms() -> tuple[Term, ...]:
    """The terms in the order of the file, which is that of the alphabet."""
    return tuple(
        Term(
            term=entry["term"],
            text=entry["text"],
            act=entry["act"],
            reference=entry["reference"],
            words=tuple(entry.get("words", ())),
        )
        for entry in read_yaml(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name)
    )
