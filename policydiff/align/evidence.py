"""Evidence: what speaks for and against a pair of items, sign by sign.

Every sign is a number, near 0 when absent and near 1 when strong, and is the
same whichever of the two documents is called old.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz

from policydiff.align.candidates import Pair
from policydiff.align.grams import WeightedItems
from policydiff.align.sections import PairedSections
from policydiff.align.words import Words, words_of
from policydiff.model import Document, LinkType

SIGNS = (
    "dice",
    "containment",
    "overlap",
    "rarest",
    "shared",
    "letters",
    "part",
    "object",
    "action",
    "same_class",
    "term",
    "term_clash",
    "figure",
    "verbatim",
    "section",
    "same_section",
    "topic",
    "sentence",
    "neighbours",
    "first_choice",
    "margin",
    "length",
    "short",
)
"""The names of the signs, in the order of a row of values."""

Evidence = dict[Pair, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything a pair of items is looked at against."""

    old: Document
    new: Document
    weights: WeightedItems
    sections: PairedSections


@dataclass(frozen=True, slots=True)
class _Overlap:
    """How the grams of a pair overlap, by weight."""

    dice: float
    containment: float
    overlap: float
    rarest: float
    count: int


def measure(setting: Setting, pairs: Iterable[Pair], link_type: LinkType) -> Evidence:
    """The signs of each candidate pair, as a row of values named by ``SIGNS``."""
    _ = link_type
    pairs = tuple(pairs)
    overlaps = {pair: _overlap(setting.weights, pair) for pair in pairs}
    dice = {pair: overlap.dice for pair, overlap in overlaps.items()}
    contexts = _Contexts(setting, dice)
    old_words = [words_of(item.plain) for item in setting.old.items]
    new_words = [words_of(item.plain) for item in setting.new.items]
    return {
        pair: (
            *_gram_signs(overlaps[pair]),
            *_word_signs(setting, old_words[pair[0]], new_words[pair[1]]),
            *_place_signs(setting, pair),
            *contexts.signs(pair),
            *_length_signs(setting, pair),
        )
        for pair in pairs
    }


def _overlap(weights: WeightedItems, pair: Pair) -> _Overlap:
    old, new = weights.old[pair[0]], weights.new[pair[1]]
    shared = old & new
    mass, old_mass, new_mass = (weights.mass(grams) for grams in (shared, old, new))
    rarest = max((weights.weight[gram] for gram in shared), default=0.0)
    smaller, larger = sorted((old_mass, new_mass))
    return _Overlap(
        2 * mass / ((old_mass + new_mass) or 1.0),
        mass / (smaller or 1.0),
        mass / (larger or 1.0),
        rarest,
        len(shared),
    )


def _gram_signs(overlap: _Overlap) -> tuple[float, ...]:
    return (
        overlap.dice,
        overlap.containment,
        overlap.overlap,
        overlap.rarest / 7.0,
        log(1 + overlap.count) / 3.0,
    )


def _word_signs(setting: Setting, old: Words, new: Words) -> tuple[float, ...]:
    terms = old.terms & new.terms
    clash = bool(old.terms and new.terms and not terms)
    return (
        fuzz.ratio(old.bare, new.bare) / 100,
        fuzz.partial_ratio(old.bare, new.bare) / 100 if old.bare and new.bare else 0.0,
        _object_likeness(setting.weights, old, new),
        float(bool(old.verb) and old.verb == new.verb),
        float(bool(old.action) and old.action == new.action),
        float(bool(terms)),
        float(clash),
        float(bool(old.figures & new.figures)),
        float(old.bare == new.bare),
    )


def _object_likeness(weights: WeightedItems, old: Words, new: Words) -> float:
    shared = weights.mass(old.object_grams & new.object_grams)
    total = weights.mass(old.object_grams) + weights.mass(new.object_grams)
    return 2 * shared / (total or 1.0)


def _place_signs(setting: Setting, pair: Pair) -> tuple[float, float]:
    old, new = setting.old.items[pair[0]].section, setting.new.items[pair[1]].section
    likeness = setting.sections.likeness.get((old, new), 0.0)
    return likeness, float(setting.sections.are_paired(old, new))


def _length_signs(setting: Setting, pair: Pair) -> tuple[float, float]:
    lengths = len(setting.old.items[pair[0]].plain), len(setting.new.items[pair[1]].plain)
    return min(lengths) / max(lengths), 1 / min(lengths)


class _Contexts:
    """What the surroundings of a pair say, given how alike all candidate pairs are."""

    def __init__(self, setting: Setting, dice: dict[Pair, float]) -> None:
        self._setting = setting
        self._dice = dice
        self._old_best = _two_best(dice, by=0)
        self._new_best = _two_best(dice, by=1)
        self._topics = tuple(map(_first_of_paragraph, (setting.old, setting.new)))
        self._sentences = tuple(map(_sentence_members, (setting.old, setting.new)))

    def signs(self, pair: Pair) -> tuple[float, ...]:
        old_first, old_second = self._old_best[pair[0]]
        new_first, new_second = self._new_best[pair[1]]
        own = self._dice[pair]
        is_first = (float(own >= old_first) + float(own >= new_first)) / 2
        rivals = max(
            old_second if own >= old_first else old_first,
            new_second if own >= new_first else new_first,
        )
        return (
            self._topic(pair),
            self._sentence(pair),
            self._neighbours(pair),
            is_first,
            own - rivals,
        )

    def _topic(self, pair: Pair) -> float:
        """How alike the openings of the two paragraphs are."""
        topics = self._topics[0][pair[0]], self._topics[1][pair[1]]
        return 0.0 if topics == pair else self._dice_of(topics)

    def _sentence(self, pair: Pair) -> float:
        """How well the other clauses of the two sentences go together."""
        old = [index for index in self._sentences[0][pair[0]] if index != pair[0]]
        new = [index for index in self._sentences[1][pair[1]] if index != pair[1]]
        return max((self._dice_of((i, j)) for i in old for j in new), default=0.0)

    def _neighbours(self, pair: Pair) -> float:
        """How alike the items just before and after are."""
        steps = [(-1, -1), (1, 1), (-1, 1), (1, -1), (-2, -2), (2, 2)]
        return max(self._dice.get((pair[0] + i, pair[1] + j), 0.0) for i, j in steps)

    def _dice_of(self, pair: Pair) -> float:
        known = self._dice.get(pair)
        return known if known is not None else _overlap(self._setting.weights, pair).dice


def _two_best(dice: dict[Pair, float], *, by: int) -> dict[int, tuple[float, float]]:
    groups: defaultdict[int, list[float]] = defaultdict(list)
    for pair, value in dice.items():
        groups[pair[by]].append(value)
    return {
        index: (max(values), sorted(values)[-2] if len(values) > 1 else 0.0)
        for index, values in groups.items()
    }


def _first_of_paragraph(document: Document) -> Sequence[int]:
    first: dict[int, int] = {}
    return [first.setdefault(item.paragraph, index) for index, item in enumerate(document.items)]


def _sentence_members(document: Document) -> Sequence[list[int]]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index, item in enumerate(document.items):
        members[item.sentence].append(index)
    return [members[item.sentence] for item in document.items]
