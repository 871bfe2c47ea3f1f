"""The code that brings someone back to their place: two plain words and two digits."""

from pathlib import Path

from django.utils.crypto import salted_hmac

from .codes import tidy

# The order is part of every code: another word or place changes codes that people wrote down.
WORDS = tuple((Path(__file__).parent / "code_words.txt").read_text().split())


def code_for(person: int, serial: int) -> str:
    """Return a participant's code of this number, such as "MAPLE RIVER 47".

    It is made from the signing key, so it is kept nowhere and can be shown again.
    """
    number, digits = divmod(int(_keyed("made", f"{person}:{serial}"), 16), 100)
    number, second = divmod(number, len(WORDS))
    return f"{WORDS[number % len(WORDS)]} {WORDS[second]} {digits:02}".upper()


def hash_of(typed: str) -> str:
    """Return what the database keeps of a code, however it was typed."""
    meant = tidy(typed)
    digits = meant[-2:].translate(str.maketrans("OIL", "011"))
    return _keyed("kept", meant[:-2] + digits)


def _keyed(use: str, text: str) -> str:
    return salted_hmac(f"workshops.personal-code.{use}", text, algorithm="sha256").hexdigest()
