"""Reading a bank from a folder or one file, and writing it as one file."""

from pathlib import Path

import yaml

from compliance.bankfile.document import bank_of, document_of
from compliance.bankfile.located import Located, read_yaml
from compliance.bankfile.problems import BankFileError, FileProblem
from compliance.domain.bank import Bank

LISTS = ("provisions", "duties", "measures", "reference_cases")
ORDERED = ("sections", "schemes")
PROPOSALS = "proposals"


def load(path: Path) -> Bank:
    """Read the bank in a folder (bank.yaml and its subjects) or in one file.

    Raises BankFileError with every fault found.
    """
    if path.is_dir():
        return bank_of(_read_folder(path), "bank.yaml")
    return load_text(_read_text(path), path.name)


def load_text(text: str, file: str = "bank.yaml") -> Bank:
    """Read the bank from the text of one file."""
    return bank_of(_as_mapping(read_yaml(text, file), file), file)


def dump(bank: Bank) -> str:
    """Return the bank as the text of one YAML file; `load_text(dump(bank)) == bank`."""
    return yaml.dump(
        document_of(bank),
        Dumper=_TextDumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
    )


class _TextDumper(yaml.CSafeDumper):
    """Writes no anchors: every value stands where it is used."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        problem = FileProblem(
            path.name, 0, "the file", "it is not UTF-8 text", "Save it as UTF-8."
        )
    except OSError as fault:
        problem = FileProblem(
            str(path), 0, "the file", fault.strerror or "it cannot be read",
            "Check the path.",
        )  # fmt: skip
    raise BankFileError([problem]) from None


def _read_folder(folder: Path) -> Located:
    document = _as_mapping(
        read_yaml(_read_text(folder / "bank.yaml"), "bank.yaml"), "bank.yaml"
    )
    for name in LISTS:
        items = document.setdefault(name, [])
        for path in sorted((folder / name).glob("*.yaml")):
            items.extend(_read_list(path, f"{name}/{path.name}"))
    proposals = sorted((folder / PROPOSALS).glob("*.yaml"))
    if proposals:
        document[PROPOSALS] = [_read_mapping(folder, path) for path in proposals]
    for name in ORDERED:
        document[name] = _read_ordered(folder, name, document.get(name, []))
    return document


def _read_list(path: Path, file: str) -> list:
    content = read_yaml(_read_text(path), file)
    if not isinstance(content, list):
        raise BankFileError(
            [FileProblem(file, 1, "the file", "a list is expected", "Start with `- `.")]
        )
    return content


def _read_ordered(folder: Path, name: str, order: object) -> list:
    written = {path.stem: path for path in sorted((folder / name).glob("*.yaml"))}
    listed = order if isinstance(order, list) else []
    problems = [
        FileProblem(
            "bank.yaml", 0, f"{name}: {slug}", "there is no such file",
            f"Write {name}/{slug}.yaml or drop it from the list.",
        )
        for slug in listed
        if slug not in written
    ] + [
        FileProblem(
            f"{name}/{slug}.yaml", 0, "the file", "bank.yaml does not list it",
            f"Add {slug} to `{name}` in bank.yaml.",
        )
        for slug in written
        if slug not in listed
    ]  # fmt: skip
    if problems:
        raise BankFileError(problems)
    return [_read_mapping(folder, written[slug]) for slug in listed]


def _read_mapping(folder: Path, path: Path) -> Located:
    file = path.relative_to(folder).as_posix()
    return _as_mapping(read_yaml(_read_text(path), file), file)


def _as_mapping(content: object, file: str) -> Located:
    if isinstance(content, Located):
        return content
    raise BankFileError(
        [FileProblem(file, 1, "the file", "a mapping is expected", "Start with keys.")]
    )
