"""What can be wrong with a bank file, told with place, fault and remedy."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class FileProblem:
    """One fault: the file and line, the place in it, what is wrong, what to do."""

    file: str
    line: int
    place: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.place}: {self.fault}. {self.remedy}"


class BankFileError(ValueError):
    """A bank that cannot be used; `problems` names every fault found."""

    def __init__(self, problems: Sequence[FileProblem]):
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
