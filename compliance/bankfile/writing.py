"""Writing a bank as one file or as a folder, always in the same form."""

from collections.abc import Iterator

import yaml

from compliance.bankfile.document import document_of
from compliance.bankfile.reading import LISTS, ORDERED, PROPOSALS
from compliance.domain.bank import Bank


def dump(bank: Bank) -> str:
    """Return the bank as the text of one YAML file; `load_text(dump(bank)) == bank`."""
    return _text(document_of(bank))


def dump_folder(bank: Bank) -> dict[str, str]:
    """Return the bank as a folder, file name → text; reading it gives the same bank."""
    return dict(_files(document_of(bank)))


def _files(document: dict) -> Iterator[tuple[str, str]]:
    head = dict(document)
    for name in LISTS:
        listed = head.pop(name, [])
        if listed:
            yield f"{name}/all.yaml", _text(listed)
    for number, proposal in enumerate(head.pop(PROPOSALS, []), 1):
        yield f"{PROPOSALS}/{number:02}-{proposal['slug']}.yaml", _text(proposal)
    for name in ORDERED:
        for each in head[name]:
            yield f"{name}/{each['slug']}.yaml", _text(each)
        head[name] = [each["slug"] for each in head[name]]
    yield "bank.yaml", _text(head)


def _text(plain: object) -> str:
    return yaml.dump(
        plain,
        Dumper=_TextDumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
    )


class _TextDumper(yaml.CSafeDumper):
    """Writes no anchors: every value stands where it is used."""

    def ignore_aliases(self, data: object) -> bool:
        return True
