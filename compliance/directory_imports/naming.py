"""Names in the form in which two lists can be held against each other."""

import re
import unicodedata

NAME_AND_TITLE = " – "
LONGEST_SLUG = 60


def folded(text: str) -> str:
    """Letters and digits alone, without accents and capitals."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(each for each in parts if each.isalnum()).casefold()


def slugified(text: str) -> str:
    """The text as a slug, cut at a word."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    slug = ""
    for word in words:
        if len(slug) + len(word) > LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug


def name_of(short: str, title: str) -> str:
    """Short name and title as one, without saying the same twice."""
    short, title = " ".join(short.split()), " ".join(title.split())
    if title.startswith(f"{short}{NAME_AND_TITLE}"):
        return title
    if not title or folded(short).startswith(folded(title)):
        return short
    return f"{short}{NAME_AND_TITLE}{title}"


def says_the_same(name: str, other: str) -> bool:
    """Whether two names differ in spelling alone, or one was cut off."""
    one, two = folded(name), folded(other.rstrip("….] "))
    return one == two or (other.endswith(("…", "...")) and one.startswith(two))
