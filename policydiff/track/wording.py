"""Wordings: what a commitment's words are about, and how alike two of them are.

A gram counts the more the fewer items of the documents seen so far hold it, so
that what was said of two wordings stays true when a later year is added.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log

from policydiff.lexicon.actions import find_verb
from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.lexicon.distinctions import LEAD, MANNER, Marks, are_apart, marks_in
from policydiff.lexicon.stock import STOCK_PHRASE
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Item

SCALE = 1000
"""A gram's weight is its inverse frequency among items times this, rounded."""

PRIOR_ITEMS = 600
"""So many items are taken for seen at first, lest a short text's words all be common."""

DECIMALS = 4

OPENING_LENGTH = 2
"""So many letters of an object mostly tell whose it is: 农村|综合改革, 教育|综合改革."""

_JOINT = re.compile("[和、及并]")
_RUN = re.compile(r"[一-鿿]+|[A-Za-z]+|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """An item's words.

    ``letters`` are all of them without punctuation, ``grams`` the pairs of 汉字
    and the words of its object, verb and figures left out; ``marks`` the
    distinctions it makes, as pairs of a distinction's name and the mark.
    ``opening`` is what its object opens with, ``has_figure`` whether any figure
    stands in the item.
    """

    letters: str
    opening: str
    has_figure: bool
    grams: frozenset[str]
    marks: Marks


@lru_cache(maxsize=32768)
def wording_of(plain: str) -> Wording:
    """The words of a text whose widths and quotes are folded."""
    thing = plain[_object_start(plain) :]
    grams = _grams(STOCK_PHRASE.sub("，", QUANTITY.sub("，", thing)))
    letters = PUNCTUATION.sub("", plain) or plain
    return Wording(
        letters=letters,
        opening=_opening(thing),
        has_figure=QUANTITY.search(plain) is not None,
        grams=grams or _grams(plain),
        marks=marks_in(plain),
    )


def _opening(thing: str) -> str:
    words = PUNCTUATION.sub("", thing)
    lead = LEAD.match(words)
    start = lead.end() if lead else 0
    return words[start : start + OPENING_LENGTH]


def _object_start(plain: str) -> int:
    """Where the verbs end that open the text, or stand behind a manner: 防范和化解风险."""
    manner = MANNER.match(plain)
    end = 0
    start = manner.end() if manner else 0
    while verb := find_verb(plain[start:]):
        if end and verb[0]:
            break
        end = start + verb[1]
        joint = _JOINT.match(plain, end)
        start = joint.end() if joint else end
    return end


def _grams(text: str) -> frozenset[str]:
    grams: set[str] = set()
    for run in _RUN.findall(text):
        if run[0] < "一" or len(run) == 1:
            grams.add(run.lower())
        else:
            grams.update(run[position : position + 2] for position in range(len(run) - 1))
    return frozenset(grams)


def clash(wording: Wording, other: Wording) -> bool:
    """Whether the two make the same distinction and not one mark of it is the same."""
    return are_apart(wording.marks, other.marks)


def openings_held(wording: Wording, other: Wording) -> int:
    """Of how many of the two objects what it opens with stands in the other one."""
    return (wording.opening in other.letters) + (other.opening in wording.letters)


def are_figures_of_one(wording: Wording, other: Wording) -> bool:
    """Whether both name a figure, of things that open alike."""
    return wording.has_figure and other.has_figure and openings_held(wording, other) == 2


class _GramWeights(dict[str, int]):
    """The weights asked for so far; one that is missing is worked out."""

    def __init__(self, counts: Counter[str], items: int) -> None:
        super().__init__()
        self._counts = counts
        self._items = items

    def __missing__(self, gram: str) -> int:
        weight = round(SCALE * log((PRIOR_ITEMS + self._items + 1) / (self._counts[gram] + 0.5)))
        self[gram] = weight
        return weight


class Weights:
    """How much each gram counts, by the documents seen so far; whole numbers, so sums are exact.

    A gram that one item in a thousand holds weighs about 6500.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._items = 0
        self._weights = _GramWeights(self._counts, 0)
        self._masses: dict[frozenset[str], int] = {}

    def see(self, items: Iterable[Item]) -> None:
        """Counts the items of one more document."""
        for item in items:
            self._counts.update(wording_of(item.plain).grams)
            self._items += 1
        self._weights = _GramWeights(self._counts, self._items)
        self._masses.clear()

    def of(self, gram: str) -> int:
        """A gram's weight."""
        return self._weights[gram]

    def mass(self, wording: Wording) -> int:
        """What a wording's grams weigh together."""
        mass = self._masses.get(wording.grams)
        if mass is None:
            mass = self._masses[wording.grams] = sum(map(self._weights.__getitem__, wording.grams))
        return mass

    def shared(self, wording: Wording, other: Wording) -> int:
        """What the grams of both weigh together."""
        return sum(map(self._weights.__getitem__, wording.grams & other.grams))

    def likeness(self, wording: Wording, other: Wording) -> float:
        """Twice the weight they share over the weight of both, 0 to 1."""
        if wording.letters == other.letters:
            return 1.0
        total = self.mass(wording) + self.mass(other)
        return round(2 * self.shared(wording, other) / total, DECIMALS) if total else 0.0

    def holding(self, wording: Wording, other: Wording) -> float:
        """How much of the lighter of the two the other holds, 0 to 1."""
        lighter = min(self.mass(wording), self.mass(other))
        return round(self.shared(wording, other) / lighter, DECIMALS) if lighter else 0.0
