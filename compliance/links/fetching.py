"""One request to an address of the public internet, and to nothing else."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 10
PORTS = {"http": 80, "https": 443}


class UnsafeAddressError(Exception):
    """An address that is not on the public internet, or no web address at all."""


@dataclass(frozen=True)
class Answer:
    """What a server said first: its status and where it sends us, if anywhere."""

    status: int
    location: str = ""


def fetch(method: str, url: str, agent: str) -> Answer:
    """Ask once, without following where it leads and without reading the page.

    Raises UnsafeAddressError before anything is sent, OSError or
    http.client.HTTPException where nobody answers.
    """
    host, port, path, is_secure = _parts(url)
    # The address that was looked at is the one that is asked: a name may change hands
    # between the two.
    connection = _connection(host, port, public_address(host, port), is_secure)
    try:
        headers = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        return Answer(response.status, response.headers.get("Location", ""))
    finally:
        connection.close()


def _parts(url: str) -> tuple[str, int, str, bool]:
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        raise UnsafeAddressError("no web address") from None
    host = parts.hostname or ""
    if parts.scheme not in PORTS or not host or "@" in parts.netloc:
        raise UnsafeAddressError("no web address")
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    quoted = "".join(each if 32 < ord(each) < 127 else _quoted(each) for each in path)
    return host.encode("idna").decode(), port, quoted, parts.scheme == "https"


def _quoted(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())


def public_address(host: str, port: int) -> str:
    """The host's first address. Raises UnsafeAddressError unless all are public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not all(is_public(address) for address in addresses):
        raise UnsafeAddressError("not on the public internet")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether the address is one of the public internet."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or parsed
    return mapped.is_global and not mapped.is_multicast


def _connection(
    host: str, port: int, address: str, is_secure: bool
) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT_SECONDS)
    raw = socket.create_connection((address, port), timeout=TIMEOUT_SECONDS)
    if is_secure:
        try:
            context = ssl.create_default_context()
            raw = context.wrap_socket(raw, server_hostname=host)
        except OSError:
            raw.close()
            raise
    connection.sock = raw
    return connection
