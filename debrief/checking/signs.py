"""What tells of one person by its form alone: addresses, numbers, postcodes."""

import re
from collections.abc import Callable, Iterator

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
# British numbers as people write them, and others with their country's number.
TELEPHONE = re.compile(r"(?<![\w+])(?:\(?0|\+44|\+\d{1,3})(?:[\s().-]{0,2}\d){8,12}(?!\w)")
NHS_NUMBER = re.compile(r"(?<![\w+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)")
INSURANCE_NUMBER = re.compile(
    r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(?:\d{2} ?){3}[A-D]\b", re.IGNORECASE
)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)


def is_nhs_number(digits: str) -> bool:
    """Say whether the last of ten digits is the check digit of the others."""
    numbers = [int(sign) for sign in digits if sign.isdigit()]
    weighted = sum(
        number * weight for number, weight in zip(numbers, range(10, 1, -1), strict=False)
    )
    return (11 - weighted % 11) % 11 == numbers[9]


SIGNS: dict[str, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "email": (EMAIL, bool),
    "telephone": (TELEPHONE, bool),
    "nhs_number": (NHS_NUMBER, is_nhs_number),
    "insurance_number": (INSURANCE_NUMBER, bool),
    "postcode": (POSTCODE, bool),
}


def signs_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield what was found, as its kind and its words; each place in the text counts once."""
    taken: list[tuple[int, int]] = []
    for kind, (form, holds) in SIGNS.items():
        for found in form.finditer(text):
            start, end = found.span()
            is_free = all(end <= first or start >= last for first, last in taken)
            if is_free and holds(found[0]):
                taken.append((start, end))
                yield kind, found[0].strip()
