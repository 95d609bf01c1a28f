"""A bank as files: a folder by subject or one file, and the compiled document."""

from compliance.bankfile.document import (
    bank_of,
    canonical,
    document_of,
    fingerprint,
    logic_fingerprint,
    plain_of,
)
from compliance.bankfile.problems import BankFileError, FileProblem
from compliance.bankfile.reading import dump, load, load_text

__all__ = [
    "BankFileError",
    "FileProblem",
    "bank_of",
    "canonical",
    "document_of",
    "dump",
    "fingerprint",
    "load",
    "load_text",
    "logic_fingerprint",
    "plain_of",
]
