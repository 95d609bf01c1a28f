"""Requests are read as UTF-8, whatever else their content type asks for."""

import re
from collections.abc import Callable, Iterable

CHARSET = re.compile(r'charset\s*=\s*"?([^\s;"]*)', re.IGNORECASE)
UTF_8 = {"utf-8", "utf8"}
REFUSAL = b"Send forms in UTF-8."


def utf8_only(application: Callable) -> Callable:
    """The application behind a guard that refuses every other character set.

    Django hands the name to Python's codecs, base64 and such included, and fails on
    most of them; for encoded parameters (`charset*=`) it fails before any middleware.
    """

    def respond(environ: dict, start_response: Callable) -> Iterable[bytes]:
        kind = environ.get("CONTENT_TYPE", "")
        names = {name.lower() for name in CHARSET.findall(kind)}
        if names <= UTF_8 and "*" not in kind:
            return application(environ, start_response)
        headers = [("Content-Type", "text/plain; charset=utf-8")]
        start_response("400 Bad Request", headers)
        return [REFUSAL]

    return respond
