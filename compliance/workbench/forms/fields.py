"""The flat fields of a form: names such as `choices.0.label`, each with its values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

ITEMS = "items"
# Rows that a form may hold in one place; nobody fills in more by hand.
MOST_ITEMS = 500


@dataclass
class Fields:
    """Field name → values. A list of things names its rows, in order, under `items`."""

    values: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def sent(cls, post: Mapping) -> "Fields":
        """The fields of a request, without the control characters no text needs."""
        return cls(
            {name: [_clean(each) for each in post.getlist(name)] for name in post}
        )

    def one(self, name: str) -> str:
        """The first value of a field, or nothing."""
        return next(iter(self.values.get(name, ())), "")

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return self.values.get(name, [])

    def put(self, name: str, *values: str) -> None:
        """Set a field to these values."""
        self.values[name] = list(values)

    def items(self, name: str) -> list[str]:
        """The paths of the rows of a list, in order."""
        numbers = self.one(f"{name}.{ITEMS}").split(",")
        known = dict.fromkeys(each for each in numbers if each.isdecimal())
        return [f"{name}.{number}" for number in known][:MOST_ITEMS]

    def put_items(self, name: str, numbers: Iterable[int | str]) -> None:
        """Name the rows of a list."""
        self.put(f"{name}.{ITEMS}", ",".join(map(str, numbers)))

    def numbers(self, name: str) -> list[str]:
        """The numbers of the rows of a list, in order."""
        return [path.rpartition(".")[2] for path in self.items(name)]

    def add_item(self, name: str) -> str:
        """One more row at the end of a list; returns its path."""
        numbers = self.numbers(name)
        fresh = max(map(int, numbers), default=-1) + 1
        self.put_items(name, [*numbers, fresh])
        return f"{name}.{fresh}"


def _clean(text: str) -> str:
    kept = (c for c in text if c in "\t\n" or (c >= " " and c != "\x7f"))
    return "".join(kept).encode("utf-8", "replace").decode()
