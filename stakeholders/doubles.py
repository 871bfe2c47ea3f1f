"""Which names may mean the same stakeholder. It only ever leads to a question."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, islice, permutations, product
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from boards.spelling import Reading, abbreviations, readings, same_spellings

# A slip changes, drops, adds or swaps one letter. Words under six letters are too close to
# each other (carer and career, east and west); in long ones a second slip is as likely.
SHORTEST_WITH_A_SLIP = 6  # letters
SHORTEST_WITH_TWO_SLIPS = 11  # letters: councillor and counsellor are two apart, and ten long
MOST_WORDS_WITH_A_SLIP = 2  # of one name: with more there is little left that is the same
MOST_COMPARED = 5000  # pairs of names, so that no board keeps a room waiting

# Scripts in which one sign is a syllable or a word: there one other sign is no slip.
DENSE_FROM, DENSE_TO = "\u2e80", "\ud7ff"
DENSE_BEYOND = "\U00020000"


class Double(NamedTuple):
    """Two positions in a list of names: `goes` may be the same as `stays`."""

    goes: int
    stays: int


def likely_doubles(names: Sequence[Iterable[str]]) -> Iterator[Double]:
    """Yield the likely doubles among `names`, each of them all spellings of one stakeholder.

    What reads the same comes first, then initials with what they stand for, then slips of
    spelling. The earlier of two stays, or the one written in full.
    """
    read = [[way for name in spellings for way in readings(name)] for spellings in names]
    seen = set()
    for double in chain(_same(read), _initials(read), _slips(read)):
        if frozenset(double) not in seen:
            seen.add(frozenset(double))
            yield double


Read = list[list[Reading]]  # for each name its readings


def _same(read: Read) -> Iterator[Double]:
    for places in _places(read, same_spellings):
        for early, late in combinations(places, 2):
            yield Double(goes=late, stays=early)


def _initials(read: Read) -> Iterator[Double]:
    short = defaultdict(set)
    for place, ways in enumerate(read):
        for way in ways:
            short[" ".join(way.words)].add(place)
    for place, ways in enumerate(read):
        for words in {each for way in ways for each in abbreviations(way)}:
            for other in short.get(words, set()) - {place}:
                yield Double(goes=other, stays=place)


def _slips(read: Read) -> Iterator[Double]:
    """Look only at names that hold two words which are a slip apart."""
    having = defaultdict(set)
    for place, ways in enumerate(read):
        for word in {word for way in ways for word in way.words}:
            having[word].add(place)
    near = near_words(list(having))
    pairs = (pair for one, other in near for pair in product(having[one], having[other]))
    for early, late in map(sorted, islice(pairs, MOST_COMPARED)):
        both = product(read[early], read[late])
        if early != late and any(is_slip(one.words, other.words) for one, other in both):
            yield Double(goes=late, stays=early)


def near_words(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that are a slip apart; a first letter is seldom wrong."""
    by_initial = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST_WITH_A_SLIP and not any(map(is_dense, word)):
            by_initial[word[0]].append(word)
    for alike in by_initial.values():
        for place, word in enumerate(alike):
            most = slips_in(word)
            rest = alike[place + 1 :]
            for other, _slips_made, _at in process.extract(
                word, rest, scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                if is_near(word, other):
                    yield word, other


def is_slip(one: list[str], other: list[str]) -> bool:
    """Say whether two names differ only by slips, whatever the order of their words."""
    left, right = list(one), list(other)
    for word in one:
        if word in right:
            left.remove(word)
            right.remove(word)
    if len(left) != len(right) or not 0 < len(left) <= MOST_WORDS_WITH_A_SLIP:
        return False
    return any(all(map(is_near, left, turned)) for turned in permutations(right))


def is_near(one: str, other: str) -> bool:
    """Say whether two words are a slip apart; a number is another number."""
    if one[0] != other[0] or any(sign.isdigit() for sign in one + other):
        return False
    most = min(slips_in(one), slips_in(other))
    return OSA.distance(one, other, score_cutoff=most) <= most


def slips_in(word: str) -> int:
    """How many slips a word of this length may have."""
    if len(word) < SHORTEST_WITH_A_SLIP or any(map(is_dense, word)):
        return 0
    return 2 if len(word) >= SHORTEST_WITH_TWO_SLIPS else 1


def is_dense(sign: str) -> bool:
    return DENSE_FROM <= sign <= DENSE_TO or sign >= DENSE_BEYOND


def _places(read: Read, keys) -> Iterator[list[int]]:
    """Yield the places, in order, that have a key in common."""
    having: dict[str, set[int]] = defaultdict(set)
    for place, ways in enumerate(read):
        for way in ways:
            for key in keys(way):
                having[key].add(place)
    return (sorted(places) for places in having.values() if len(places) > 1)
