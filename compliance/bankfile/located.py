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
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as fault:
        raise _broken(file, fault) from None
    except RecursionError:
        raise _too_deep(file, 0) from None
    if node is None:
        raise _error(file, 1, "the file", "it is empty", "Write its content.")
    return _Reader(file).value(node, 0)


class _Reader:
    def __init__(self, file: str):
        self.file = file
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, depth: int) -> object:
        line = node.start_mark.line + 1
        if depth > MAX_DEPTH:
            raise _too_deep(self.file, line)
        if id(node) in self.seen:
            raise _error(
                self.file, line, "an alias (*)", "aliases are not allowed",
                "Write the value out.",
            )  # fmt: skip
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, depth + 1) for each in node.value]
        return node.value

    def _mapping(self, node: yaml.MappingNode, depth: int) -> Located:
        mapping = Located(self.file, node.start_mark.line + 1)
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise _error(
                    self.file, line, "a key", "it is not plain text",
                    "Use a word as key.",
                )  # fmt: skip
            key = key_node.value
            if key in mapping:
                raise _error(
                    self.file, line, f'key "{key}"', "it stands twice",
                    f"Keep one; the first is on line {mapping.lines[key]}.",
                )  # fmt: skip
            mapping[key] = self.value(value_node, depth + 1)
            mapping.lines[key] = line
        return mapping


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
