"""Reading a bank from a folder, an archive of one, or one file."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from compliance.bankfile.document import bank_of
from compliance.bankfile.located import MAX_BYTES, Located, read_yaml
from compliance.bankfile.problems import BankFileError, FileProblem
from compliance.domain.bank import Bank

HEAD = "bank.yaml"
LISTS = ("provisions", "duties", "measures", "reference_cases")
ORDERED = ("sections", "schemes")
PROPOSALS = "proposals"
FOLDERS = (*LISTS, *ORDERED, PROPOSALS)
MAX_FILES = 2_000
ZIP = b"PK\x03\x04"


def load(path: Path) -> Bank:
    """Read the bank in a folder (bank.yaml and its subjects) or in one file.

    Raises BankFileError with every fault found.
    """
    if path.is_dir():
        return load_files(_files_in(path))
    return load_bytes(_bytes_of(path), path.name)


def load_bytes(content: bytes, file: str) -> Bank:
    """Read the bank from a file's content: YAML, or a ZIP archive of the folder."""
    if content.startswith(ZIP):
        return load_files(_files_of_archive(content, file))
    return load_text(_text_of(content, file), file)


def load_text(text: str, file: str = HEAD) -> Bank:
    """Read the bank from the text of one file."""
    return bank_of(_as_mapping(read_yaml(text, file), file), file)


def load_files(files: Mapping[str, bytes]) -> Bank:
    """Read the bank from the files of a folder, by their names in it."""
    return bank_of(_Folder(files).document(), HEAD)


def _files_in(folder: Path) -> dict[str, bytes]:
    paths = [folder / HEAD]
    for name in FOLDERS:
        paths += sorted((folder / name).glob("*.yaml"))
    return {path.relative_to(folder).as_posix(): _bytes_of(path) for path in paths}


def _files_of_archive(content: bytes, file: str) -> dict[str, bytes]:
    """The YAML files of an archive, wherever in it the folder stands."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = [
            each for each in archive.infolist() if each.filename.endswith(".yaml")
        ]
        size = sum(each.file_size for each in members)
        if size > MAX_BYTES or len(members) > MAX_FILES:
            raise _error(file, "the archive", "it is too large", "Send the bank alone.")
        root = _root([each.filename for each in members], file)
        return {
            each.filename.removeprefix(root): archive.read(each)
            for each in sorted(members, key=lambda each: each.filename)
            if each.filename.startswith(root)
        }
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as fault:
        remedy = "Pack the folder again."
        raise _error(file, "the archive", f"it is broken: {fault}", remedy) from None


def _root(names: list[str], file: str) -> str:
    heads = [name for name in names if name.rsplit("/", 1)[-1] == HEAD]
    if len(heads) != 1:
        fault = f"it holds {len(heads)} files named {HEAD}"
        raise _error(file, "the archive", fault, "Pack the folder of one bank.")
    return heads[0].removesuffix(HEAD)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        told = fault.strerror or "it cannot be read"
        raise _error(str(path), "the file", told, "Check the path.") from None


def _text_of(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        told = "it is not UTF-8 text"
        raise _error(file, "the file", told, "Save it as UTF-8.") from None


def _error(file: str, place: str, fault: str, remedy: str) -> BankFileError:
    return BankFileError([FileProblem(file, 0, place, fault, remedy)])


class _Folder:
    """The files of a bank's folder, put together to one document."""

    def __init__(self, files: Mapping[str, bytes]):
        self.files = files

    def document(self) -> Located:
        """The head with everything that stands in files of its own."""
        document = self._mapping(HEAD)
        for name in LISTS:
            items = document.setdefault(name, [])
            if not isinstance(items, list):
                raise _error(HEAD, name, "a list is expected", "Write it as `- …`.")
            for file in self._below(name):
                items.extend(self._list(file))
        proposals = self._below(PROPOSALS)
        if proposals:
            document[PROPOSALS] = [self._mapping(file) for file in proposals]
        for name in ORDERED:
            document[name] = self._ordered(name, document.get(name, []))
        return document

    def _below(self, name: str) -> list[str]:
        return sorted(file for file in self.files if file.startswith(f"{name}/"))

    def _content(self, file: str) -> object:
        if file not in self.files:
            raise _error(file, "the file", "there is no such file", "Write it.")
        return read_yaml(_text_of(self.files[file], file), file)

    def _mapping(self, file: str) -> Located:
        return _as_mapping(self._content(file), file)

    def _list(self, file: str) -> list:
        content = self._content(file)
        if isinstance(content, list):
            return content
        raise BankFileError(
            [FileProblem(file, 1, "the file", "a list is expected", "Start with `- `.")]
        )

    def _ordered(self, name: str, order: object) -> list:
        written = {file.split("/", 1)[1].removesuffix(".yaml"): file
                   for file in self._below(name)}  # fmt: skip
        listed = order if isinstance(order, list) else []
        problems = [
            FileProblem(
                HEAD, 0, f"{name}: {slug}", "there is no such file",
                f"Write {name}/{slug}.yaml or drop it from the list.",
            )
            for slug in listed
            if not isinstance(slug, str) or slug not in written
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
        return [self._mapping(written[slug]) for slug in listed]


def _as_mapping(content: object, file: str) -> Located:
    if isinstance(content, Located):
        return content
    raise BankFileError(
        [FileProblem(file, 1, "the file", "a mapping is expected", "Start with keys.")]
    )
