"""The glossary: the terms of the law that this case is told with."""

from collections.abc import Iterator

from assessments.dossier.case import Case
from compliance.domain.glossary import terms_in
from compliance.glossary import shipped_terms

# What the law, and not the reader's own note, is told in.
TOLD = {"title", "text", "value", "why", "delta", "headline"}


def glossary_of(case: Case, duties: dict, *trees: object) -> list[dict]:
    """The terms that duties and trees use, of the acts that the duties rest on."""
    groups = duties["groups"]
    acts = {duty["act_slug"] for group in groups for duty in group["duties"]}
    text = "\n".join(told_in((groups, *trees)))
    return [
        {
            "term": term.term,
            "text": term.text,
            "reference": term.reference,
            "address": case.bank.act[term.act].address,
        }
        for term in terms_in(text, shipped_terms())
        if term.act in acts
    ]


def told_in(tree: object, key: str = "") -> Iterator[str]:
    """The texts of a tree that tell the law; citations are left out."""
    if isinstance(tree, str):
        if key in TOLD:
            yield tree
    elif isinstance(tree, dict):
        for name, each in tree.items():
            if name not in ("provisions", "changes"):
                yield from told_in(each, name)
    elif isinstance(tree, list | tuple):
        for each in tree:
            yield from told_in(each, key)
