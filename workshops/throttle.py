"""Slow down whoever guesses join codes (docs/adr/0001-typed-codes.md says why it is so)."""

from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

WRONG_FOR_ONE, WRONG_IN_ALL, SECONDS = 10, 100, 60
WRONG_IN_A_DAY, DAY = 500, 24 * 60 * 60  # of tries that are `about` one thing

Found = TypeVar("Found")


class TooManyTries(Exception):
    """This address, or everyone together, has tried too many wrong codes this minute."""


def tried(
    request: HttpRequest, look_up: Callable[[], Found | None], about: str = ""
) -> Found | None:
    """Return what a typed code leads to; None counts as a wrong try.

    Each try takes its turn before it is looked up and gives it back when it was
    right, so a burst of tries at once gets no further than the same in a row.
    Past the limit for all, an address is heard once a minute, if the code is right; so it is
    past the limit of a day for what the tries are `about`, a name out of a small number.
    """
    address = address_of(request)
    mine, everyone = _count_up(f"wrong-codes:{address}"), _count_up("wrong-codes")
    day = f"wrong-codes:about:{about}"
    crowded = everyone > WRONG_IN_ALL or (about != "" and cache.get(day, 0) >= WRONG_IN_A_DAY)
    found = None if mine > WRONG_FOR_ONE or (crowded and mine > 1) else look_up()
    over = mine > WRONG_FOR_ONE or crowded
    if found is not None or over:
        _count_down("wrong-codes")
    if found is not None or mine > WRONG_FOR_ONE:
        _count_down(f"wrong-codes:{address}")
    if found is None and about:
        _count_up(day, DAY)
    if found is None and over:
        raise TooManyTries
    return found


def address_of(request: HttpRequest) -> str:
    """Who asks: the peer, or what the trusted proxy in front says; a /48 for IPv6."""
    given = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXY:
        hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        given = hops[-1].strip() or given
    try:
        address = ip_address(given)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ip_network(f"{address}/48", strict=False))
    return str(address)


def _count_up(key: str, seconds: float = 0) -> int:
    cache.add(key, 0, seconds or SECONDS)
    try:
        return cache.incr(key)
    except ValueError:  # its time ended between the two lines
        cache.set(key, 1, seconds or SECONDS)
        return 1


def _count_down(key: str) -> None:
    try:
        cache.decr(key)
    except ValueError:
        return  # its minute has ended
