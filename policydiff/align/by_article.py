"""By article: the items of two versions of a law, or of terms, linked article by article.

Inside a pair of articles the items are linked in their order, then out of it,
then where one holds the other. What is left may have moved to any article, but
only if its words are its own: the same penalty stands in many articles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from policydiff.align.articles import pair_articles
from policydiff.align.frame import pair_frame
from policydiff.align.sequence import best_pairs, best_sequence
from policydiff.articles import articles_of
from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.model import Alignment, Document, Link, LinkType

IN_ORDER = "same place in the article"
OUT_OF_ORDER = "same article"
HELD = "part of the other"
MOVED = "words of its own"
"""What a link rests on besides its words."""

LEAST_ALIKE = 0.5
"""Items of paired articles are the same provision from here on."""

LEAST_OUT_OF_ORDER = 0.65
"""Items that changed places must be more alike."""

LEAST_HELD = 0.9
"""So much of the shorter item must stand in the longer one where one was put into the other."""

LEAST_MOVED = 0.85
"""Items of articles that are not paired must be this alike."""

HELD_WORTH = 0.8
"""How far a link is believed whose one item is but a part of the other."""

LEAST_COMMON = 0.8
"""Without so many of its characters in common nothing is held; that is soon counted."""

LONGER_BY = 1.25
"""What holds another is longer by so much; items of like length are two wordings."""

LIGHTEST_HELD = 8.0
LIGHTEST_MOVED = 12.0
"""Items of fewer 汉字, or as many letters as say the same, say nothing that is theirs alone."""

_Pair = tuple[int, int]
_Percent = npt.NDArray[np.uint8]
_Rest = tuple[list[int], list[int]]
_Entry = tuple[_Pair, tuple[float, str]]


@dataclass(frozen=True, slots=True)
class _Side:
    """One document: its articles' sections, texts and items, and the words of all items.

    ``own`` are the items whose words no other item has.
    """

    sections: tuple[int, ...]
    texts: tuple[str, ...]
    items: tuple[tuple[int, ...], ...]
    words: tuple[str, ...]
    own: frozenset[int]


_Sides = tuple[_Side, _Side]


@dataclass(frozen=True, slots=True)
class _Found:
    """The pairs of items linked so far, each with its score and sign, and the items in them."""

    links: dict[_Pair, tuple[float, str]]
    old: set[int]
    new: set[int]

    def add(self, entries: Iterable[_Entry]) -> None:
        """Links each pair that is not linked yet."""
        for pair, told in list(entries):
            self.links.setdefault(pair, told)
            self.old.add(pair[0])
            self.new.add(pair[1])

    def rest(self, sides: _Sides, articles: _Pair) -> _Rest:
        """The items of two articles that have no counterpart yet."""
        return (
            [item for item in sides[0].items[articles[0]] if item not in self.old],
            [item for item in sides[1].items[articles[1]] if item not in self.new],
        )


def align_by_article(old: Document, new: Document) -> Alignment:
    """The section pairs and the links of two documents made of articles."""
    sides = _side(old), _side(new)
    pairs = pair_articles(sides[0].texts, sides[1].texts)
    best_first = sorted(pairs, key=lambda pair: (-round(pair.score, 9), pair.old + pair.new))
    found = _Found({}, set(), set())
    for find in (_in_order, _out_of_order, _held):
        for pair in best_first:
            found.add(find(sides, found.rest(sides, (pair.old, pair.new)), (pair.old, pair.new)))
    found.add(_moved(sides, found))
    links = tuple(_link(old, new, pair, *found.links[pair]) for pair in sorted(found.links))
    sections = [
        (sides[0].sections[pair.old], sides[1].sections[pair.new], pair.score) for pair in pairs
    ]
    return Alignment(pair_frame(old, new, sections, found.links), links)


def _side(document: Document) -> _Side:
    articles = articles_of(document)
    holder = {section: place for place, each in enumerate(articles) for section in each.sections}
    items: list[list[int]] = [[] for _ in articles]
    texts: list[list[str]] = [[] for _ in articles]
    for index, item in enumerate(document.items):
        if item.section in holder:
            texts[holder[item.section]].append(item.plain)
            if item.kind.is_forward:
                items[holder[item.section]].append(index)
    words = tuple(PUNCTUATION.sub("", item.plain) or item.plain for item in document.items)
    counts = Counter(words)
    return _Side(
        sections=tuple(each.section for each in articles),
        texts=tuple(map("\n".join, texts)),
        items=tuple(map(tuple, items)),
        words=words,
        own=frozenset(index for index, each in enumerate(words) if counts[each] == 1),
    )


def _in_order(sides: _Sides, rest: _Rest, _: _Pair) -> Iterator[_Entry]:
    """The items that go together without changing their order."""
    likeness = _likeness(sides, rest)
    for row, column in best_sequence(likeness.astype(np.float64)):
        yield (rest[0][row], rest[1][column]), (float(likeness[row, column]) / 100, IN_ORDER)


def _out_of_order(sides: _Sides, rest: _Rest, _: _Pair) -> Iterator[_Entry]:
    """The items that changed places within their article, the most alike first."""
    likeness = _likeness(sides, rest)
    for row, column in best_pairs(likeness, 100 * LEAST_OUT_OF_ORDER):
        yield (rest[0][row], rest[1][column]), (float(likeness[row, column]) / 100, OUT_OF_ORDER)


def _held(sides: _Sides, rest: _Rest, articles: _Pair) -> Iterator[_Entry]:
    """The items without counterpart that are part of an item of the other article, or hold one."""
    old_all, new_all = (list(side.items[at]) for side, at in zip(sides, articles, strict=True))
    for old in rest[0]:
        yield from _best_holding(sides, [(old, new) for new in new_all])
    for new in rest[1]:
        yield from _best_holding(sides, [(old, new) for old in old_all])


def _best_holding(sides: _Sides, pairs: list[_Pair]) -> Iterator[_Entry]:
    """The pair of which one item holds the other best, if any does; of equals the first."""
    held = [(_share_held(sides, pair), pair) for pair in pairs]
    share, pair = max(held, key=lambda each: each[0], default=(0.0, (0, 0)))
    if share:
        yield pair, (share * HELD_WORTH, HELD)


def _share_held(sides: _Sides, pair: _Pair) -> float:
    """How much of the shorter item stands in the longer one; 0 if too little, or it is no part."""
    which = 0 if len(sides[0].words[pair[0]]) <= len(sides[1].words[pair[1]]) else 1
    shorter, longer = sides[which].words[pair[which]], sides[1 - which].words[pair[1 - which]]
    is_part = len(longer) >= LONGER_BY * len(shorter) and pair[which] in sides[which].own
    if not is_part or _weight(shorter) < LIGHTEST_HELD:
        return 0.0
    if LCSseq.similarity(shorter, longer) < LEAST_COMMON * len(shorter):
        return 0.0
    return fuzz.partial_ratio(shorter, longer, score_cutoff=100 * LEAST_HELD) / 100


def _weight(words: str) -> float:
    """How much words say: a 汉字 says as much as two and a half letters."""
    return sum(1.0 if char >= "一" else 0.4 for char in words)


def _moved(sides: _Sides, found: _Found) -> Iterator[_Entry]:
    """The items that stand, all but word for word, in an article of another provision."""
    rest = (
        _movable(sides[0], found.old),
        _movable(sides[1], found.new),
    )
    likeness = _likeness(sides, rest, LEAST_MOVED)
    for row, column in best_pairs(likeness, 100 * LEAST_MOVED):
        yield (rest[0][row], rest[1][column]), (float(likeness[row, column]) / 100, MOVED)


def _movable(side: _Side, linked: set[int]) -> list[int]:
    """The items without counterpart whose words are long enough and stand nowhere else."""
    return [
        item
        for article in side.items
        for item in article
        if item not in linked and item in side.own and _weight(side.words[item]) >= LIGHTEST_MOVED
    ]


def _likeness(sides: _Sides, rest: _Rest, cutoff: float = LEAST_ALIKE) -> _Percent:
    """How alike the words of any two of the items are, of 100, and 0 below the cutoff.

    A byte each, because two long documents without a common article leave
    millions of pairs.
    """
    if not all(rest):
        return np.zeros((len(rest[0]), len(rest[1])), dtype=np.uint8)
    return process.cdist(
        [sides[0].words[item] for item in rest[0]],
        [sides[1].words[item] for item in rest[1]],
        scorer=fuzz.ratio,
        score_cutoff=100 * cutoff,
        dtype=np.uint8,
    )


def _link(old: Document, new: Document, pair: _Pair, score: float, sign: str) -> Link:
    return Link(
        type=LinkType.CARRY,
        old=pair[0],
        new=pair[1],
        old_span=old.items[pair[0]].span,
        new_span=new.items[pair[1]].span,
        score=score,
        evidence=(sign, "letters"),
    )
