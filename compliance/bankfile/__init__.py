"""A bank as files: a folder by subject or one file, and the compiled document."""

from compliance.bankfile.document import (
    bank_of,
    build_bank,
    canonical,
    document_of,
    fingerprint,
    logic_fingerprint,
    plain_of,
)
from compliance.bankfile.problems import BankFileError, FileProblem
from compliance.bankfile.reading import load, load_bytes, load_files, load_text
from compliance.bankfile.writing import dump, dump_folder

__all__ = [
    "BankFileError",
    "FileProblem",
    "bank_of",
    "build_bank",
    "canonical",
    "document_of",
    "dump",
    "dump_folder",
    "fingerprint",
    "load",
    "load_bytes",
    "load_files",
    "load_text",
    "logic_fingerprint",
    "plain_of",
]
