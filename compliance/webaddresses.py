"""Addresses of web pages as the directory takes them."""

import re
from urllib.parse import urlsplit

LONGEST_ADDRESS = 500


def is_web_address(text: str) -> bool:
    """Whether the text is a whole public address without a user's name in it."""
    if re.search(r"\s", text) or len(text) > LONGEST_ADDRESS:
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    is_web = parts.scheme in ("http", "https") and "." in parts.netloc
    return is_web and "@" not in parts.netloc
