"""Who owns the actions: one box for each action that has an owner, the owner's filled."""

from dataclasses import dataclass

WIDE, HIGH = 224, 12  # pixels, for all boxes of a row
WIDEST = 16  # of one box, with the gap beside it
GAP = 3


@dataclass(frozen=True)
class Share:
    """The left edges of the filled and of the open boxes, and where one half of them ends."""

    filled: list[float]
    open: list[float]
    size: float
    half: float
    width: float

    height = HIGH


def share(actions: int, owned: int) -> Share:
    """Draw so many `actions` of all that are `owned` by somebody."""
    pitch = min(WIDEST, WIDE / max(1, owned))
    gap = GAP if pitch > 3 * GAP else 0
    places = [round(1 + pitch * place, 2) for place in range(owned)]
    half = round(1 + pitch * owned / 2 - gap / 2, 2)
    return Share(
        places[:actions],
        places[actions:],
        round(pitch - gap, 2),
        half,
        round(pitch * owned + 2, 1),
    )
