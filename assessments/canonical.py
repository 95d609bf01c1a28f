"""The canonical form of a report's JSON, the one that is stored, attached and hashed.

RFC 8785 (JSON Canonicalization Scheme): UTF-8, keys sorted, no space between tokens.
"""

import hashlib
import json
from collections.abc import Mapping

# What belongs to the act of issuing, not to the case: the content hash leaves it out.
NOT_CONTENT = ("number", "issued", "changes_since")


def canonical(tree: Mapping) -> str:
    """The tree as text. A dossier has no fractions and its keys are ASCII, which is
    all that RFC 8785 asks beyond what the standard library does."""
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(dossier: Mapping) -> str:
    """SHA-256 over the canonical form of what a dossier says about the case."""
    content = {key: dossier[key] for key in dossier if key not in NOT_CONTENT}
    return sha256(canonical(content).encode())


def sha256(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
