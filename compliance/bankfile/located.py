"""YAML read as text with its places kept: no types are guessed, no aliases allowed."""

import yaml

from compliance.bankfile.problems import BankFileError, FileProblem

MAX_BYTES = 8_000_000
MAX_DEPTH = 40


class Located(dict):
    """A mapping that remembers its file, its line and the lines of its keys."""

    def __init__(self, file: str, line: int):
        super().__init__()
        self.file = file
        self.line = line
        self.lines: dict[str, int] = {}


def read_yaml(text: str, file: str) -> object:
    """Read one YAML document; every scalar stays text, so `no` is never False.

    Raises BankFileError for broken YAML, duplicate keys, aliases, too large or deep.
    """
    if len(text) > MAX_BYTES:
        raise _error(file, 0, "the file", "it is too large", "Split it by subject.")
    reader = _Reader(file)
    try:
        # Events, not nodes: PyYAML's composer recurses in C, and a text of nothing but
        # brackets ends the process.
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            reader.take(event)
    except yaml.YAMLError as fault:
        raise _broken(file, fault) from None
    if not reader.is_begun:
        raise _error(file, 1, "the file", "it is empty", "Write its content.")
    return reader.content


class _Reader:
    """Builds the document from the events of the parser, on a stack of its own."""

    def __init__(self, file: str):
        self.file = file
        self.content: object = None
        self.is_begun = False
        # What is being filled, and for a mapping the key that waits for its value.
        self.stack: list[list | Located] = []
        self.keys: list[tuple[str, int] | None] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event in."""
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            raise _error(
                self.file, line, "an alias (*)", "aliases are not allowed",
                "Write the value out.",
            )  # fmt: skip
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event.value, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(Located(self.file, line), line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
            self.keys.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.is_begun:
            raise _error(
                self.file, line, "the file", "it holds a second document",
                "Keep one.",
            )  # fmt: skip

    def _open(self, value: list | Located, line: int) -> None:
        if len(self.stack) > MAX_DEPTH:
            raise _too_deep(self.file, line)
        if self._awaits_key():
            raise _error(
                self.file, line, "a key", "it is not plain text",
                "Use a word as key.",
            )  # fmt: skip
        self._put(value)
        self.stack.append(value)
        self.keys.append(None)

    def _scalar(self, text: str, line: int) -> None:
        if not self._awaits_key():
            self._put(text)
            return
        mapping = self.stack[-1]
        if text in mapping:
            raise _error(
                self.file, line, f'key "{text}"', "it stands twice",
                f"Keep one; the first is on line {mapping.lines[text]}.",
            )  # fmt: skip
        self.keys[-1] = (text, line)

    def _awaits_key(self) -> bool:
        is_mapping = bool(self.stack) and isinstance(self.stack[-1], Located)
        return is_mapping and self.keys[-1] is None

    def _put(self, value: object) -> None:
        if not self.stack:
            self.content, self.is_begun = value, True
        elif isinstance(self.stack[-1], list):
            self.stack[-1].append(value)
        else:
            key, line = self.keys[-1]
            self.stack[-1][key] = value
            self.stack[-1].lines[key] = line
            self.keys[-1] = None


def _error(file: str, line: int, place: str, fault: str, remedy: str) -> BankFileError:
    return BankFileError([FileProblem(file, line, place, fault, remedy)])


def _too_deep(file: str, line: int) -> BankFileError:
    return _error(
        file, line, "the nesting", "it is deeper than any bank needs", "Flatten it."
    )


def _broken(file: str, fault: yaml.YAMLError) -> BankFileError:
    mark = getattr(fault, "problem_mark", None)
    line = mark.line + 1 if mark else 0
    problem = getattr(fault, "problem", None) or "it is not YAML"
    return _error(
        file, line, "the YAML", str(problem), "Check indentation, quotes and colons."
    )
