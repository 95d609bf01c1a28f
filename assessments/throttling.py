"""How many assessments one address may start in an hour.

Counted in the process's cache by a hash of the address, kept for an hour and never
stored. With several workers the limit holds for each of them.
"""

from contextlib import suppress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

STARTS_AN_HOUR = 60
HOUR = 3600


def allows_start(address: str) -> bool:
    """Count one more start from this address; False where it has had its share."""
    key = f"start-{salted_hmac('throttle', address).hexdigest()[:32]}"
    cache.add(key, 0, HOUR)
    # A full cache, or the end of the hour, may forget the count in between.
    with suppress(ValueError):
        return cache.incr(key) <= STARTS_AN_HOUR
    return True
