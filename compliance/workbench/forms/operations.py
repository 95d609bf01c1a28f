"""What the buttons of a form do beside saving: rows come, go and change places.

An operation is written as its verb and the name of the field, such as
`add:f.choices` or `remove:f.when.2`; a row that was dragged names the row in whose
place it goes: `place:f.choices.3:f.choices.1`.
"""

from compliance.workbench.forms.conditions import GROUP, TEST
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.flattening import ON


def apply(fields: Fields, operation: str) -> str:
    """Carry an operation out; returns the name of the field it was about.

    One that is not known changes nothing.
    """
    verb, _, name = operation.partition(":")
    act = OPERATIONS.get(verb)
    if act is not None and name:
        act(fields, name)
    return name


def _add(fields: Fields, name: str) -> None:
    fields.add_item(name)


def _add_test(fields: Fields, name: str) -> None:
    fields.put(f"{fields.add_item(name)}.is", TEST)


def _add_group(fields: Fields, name: str) -> None:
    path = fields.add_item(name)
    fields.put(f"{path}.is", GROUP)
    # A group within "all" is most often meant as alternatives, and the other way round.
    outer = fields.one(f"{name}.joins")
    fields.put(f"{path}.joins", "all" if outer in ("any", "none") else "any")
    fields.put_items(path, [])
    _add_test(fields, path)


def _remove(fields: Fields, name: str) -> None:
    holder, _, number = name.rpartition(".")
    numbers = [each for each in fields.numbers(holder) if each != number]
    fields.put_items(holder, numbers)


def _move(steps: int):
    def move(fields: Fields, name: str) -> None:
        holder, _, number = name.rpartition(".")
        numbers = fields.numbers(holder)
        if number in numbers:
            place = numbers.index(number)
            target = min(max(place + steps, 0), len(numbers) - 1)
            numbers.insert(target, numbers.pop(place))
            fields.put_items(holder, numbers)

    return move


def _place(fields: Fields, names: str) -> None:
    moved, _, other = names.partition(":")
    holder, _, number = moved.rpartition(".")
    before, _, target = other.rpartition(".")
    numbers = fields.numbers(holder)
    if before == holder and {number, target} <= set(numbers):
        place = numbers.index(target)
        numbers.remove(number)
        numbers.insert(place, number)
        fields.put_items(holder, numbers)


def _give(fields: Fields, name: str) -> None:
    fields.put(f"{name}.{ON}", ON)


def _take(fields: Fields, name: str) -> None:
    fields.put(f"{name}.{ON}")


def _more(fields: Fields, name: str) -> None:
    fields.put(name, *fields.all(name), "")


OPERATIONS = {
    "add": _add,
    "add-test": _add_test,
    "add-group": _add_group,
    "remove": _remove,
    "up": _move(-1),
    "down": _move(1),
    "place": _place,
    "give": _give,
    "take": _take,
    "more": _more,
}
