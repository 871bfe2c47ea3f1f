"""Codes that people type and tokens that links carry."""

import secrets

# Without 0/O, 1/I/L, 5/S, 8/B, U/V: nothing that two people could read differently.
LETTERS = "23467ACDEFGHJKMNPQRTWXYZ9"
LENGTH = 6


def new_code() -> str:
    """Return six symbols that can be read out across a room, from 25**6 (244 million)."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def new_token() -> str:
    """Return 128 random bits or more for a link."""
    return secrets.token_urlsafe(24)


def tidy(typed: str) -> str:
    """Return what was meant by a typed code: capitals, no spaces or dashes."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def spaced(code: str) -> str:
    """Return a code as it is shown: two groups of three."""
    return f"{code[:3]} {code[3:]}"
