"""Counting people by kind so that nobody in a small group can be recognised."""

from collections import Counter

from .models.people import Category

SMALLEST = 3


def by_kind(counts: Counter, agreed: set[str]) -> tuple[dict[str, int], list[str]]:
    """Split kinds into those shown with their count and those only counted together.

    Groups under three are shown only if all in them agreed. Others are counted
    together with the first larger group, so that nobody gets at them by taking the
    shown ones from the total. Where even that would tell (no larger group, or a sum
    that only groups of one can give), no kind is shown at all, not even the empty
    ones. A test goes through every room of up to eleven people.
    """
    order = list(Category.values)
    small = [kind for kind in order if 0 < counts[kind] < SMALLEST and kind not in agreed]
    if not small:
        return {kind: counts[kind] for kind in order}, []
    larger = [kind for kind in order if counts[kind] >= SMALLEST]
    together = [*small, *larger[:1]]
    if not larger or sum(counts[kind] for kind in together) == len(small) + SMALLEST:
        return {}, []
    shown = {kind: counts[kind] for kind in order if kind not in together}
    return shown, [kind for kind in order if kind in together]
