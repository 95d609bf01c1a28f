"""How often one address may start an assessment, or verify a report, in an hour.

Counted in the process's cache by a hash of the address, kept for an hour and never
stored. With several workers the limit holds for each of them.
"""

from contextlib import suppress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

STARTS_AN_HOUR = 60
CHECKS_AN_HOUR = 120
HOUR = 3600


def allows_start(address: str) -> bool:
    """Count one more start from this address; False where it has had its share."""
    return _allows("start", address, STARTS_AN_HOUR)


def allows_check(address: str) -> bool:
    """Count one more verification from this address; False past its share."""
    return _allows("check", address, CHECKS_AN_HOUR)


def _allows(act: str, address: str, limit: int) -> bool:
    key = f"{act}-{salted_hmac('throttle', address).hexdigest()[:32]}"
    cache.add(key, 0, HOUR)
    # A full cache, or the end of the hour, may forget the count in between.
    with suppress(ValueError):
        return cache.incr(key) <= limit
    return True
