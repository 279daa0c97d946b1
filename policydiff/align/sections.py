"""Section pairs: which sections of two documents deal with the same matter."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain

import numpy as np

from policydiff.align.grams import Entries, WeightedItems, entries_of, grams_of, products
from policydiff.align.rivals import Column
from policydiff.model import Document, Role, Section, SectionPair

HEADING_SHARE = 0.4
"""How much of the score the headings make; the rest is content, which renaming does not touch."""

PAIR_THRESHOLD = 0.18
"""Sections less alike than this are not paired: unrelated sections of two reports stay below."""

FORWARD = frozenset({Role.PLAN, Role.SELF_GOVERNMENT})


@dataclass(frozen=True, slots=True)
class PairedSections:
    """The section pairs, and how alike any two sections are.

    ``likeness[old, new]`` is 0 to 1 and absent where nothing is shared.
    """

    pairs: tuple[SectionPair, ...]
    likeness: dict[tuple[int, int], float]


def pair_sections(old: Document, new: Document, weights: WeightedItems) -> PairedSections:
    """Each section with its counterpart, one to one, best first; the rest without one."""
    content = _cosines(_content(old, weights.entries[0]), _content(new, weights.entries[1]))
    headings = _cosines(*_headings(old, new))
    likeness = {
        key: HEADING_SHARE * headings.get(key, 0.0) + (1 - HEADING_SHARE) * content.get(key, 0.0)
        for key in {*content, *headings}
    }
    allowed = {
        key: score
        for key, score in likeness.items()
        if score >= PAIR_THRESHOLD and _may_pair(old, new, *key)
    }
    chosen = _best_first(allowed)
    reasons = {key: _reason(headings.get(key, 0.0), content.get(key, 0.0)) for key in chosen}
    pairs = [SectionPair(*key, round(likeness[key], 4), reasons[key]) for key in chosen]
    pairs += [SectionPair(index, None, 0.0) for index in _rest(old, {key[0] for key in chosen})]
    pairs += [SectionPair(None, index, 0.0) for index in _rest(new, {key[1] for key in chosen})]
    return PairedSections(tuple(sorted(pairs, key=_document_order)), likeness)


def _content(document: Document, items: Entries) -> Entries:
    """What stands in each section and below it: how often a gram, times its weight."""
    parents = np.array([_parent(section) for section in document.sections], dtype=np.intp)
    rows = np.array([item.section for item in document.items], dtype=np.intp)[items.rows]
    width = items.grams.max(initial=0) + 1
    weights = np.zeros(width)
    weights[items.grams] = items.values
    grams, places = items.grams, [rows * width + items.grams]
    while len(rows):
        is_inside = parents[rows] >= 0
        rows, grams = parents[rows][is_inside], grams[is_inside]
        places.append(rows * width + grams)
    held, counts = np.unique(np.concatenate(places), return_counts=True)
    grams = held % width
    return Entries(held // width, grams, counts * weights[grams], len(parents))


def _parent(section: Section) -> int:
    return -1 if section.parent is None else section.parent


def _headings(old: Document, new: Document) -> tuple[Entries, Entries]:
    """The grams of the headings, each worth the less the more headings of its document hold it."""
    sides = [[sorted(grams_of(each.heading)) for each in side.sections] for side in (old, new)]
    frequencies = [Counter(chain.from_iterable(side)) for side in sides]
    known = sorted({*frequencies[0], *frequencies[1]})
    one, other = (
        entries_of(side, {gram: 1 / max(frequency[gram], 1) for gram in known})
        for side, frequency in zip(sides, frequencies, strict=True)
    )
    return one, other


def _cosines(old: Entries, new: Entries) -> dict[tuple[int, int], float]:
    cosines = products(old, new) / np.outer(_lengths(old), _lengths(new))
    rows, columns = np.nonzero(cosines)
    keys = zip(rows.tolist(), columns.tolist(), strict=True)
    return dict(zip(keys, cosines[rows, columns].tolist(), strict=True))


def _lengths(entries: Entries) -> Column:
    """The length of each row; smaller squares are summed first, so that the order is always one."""
    squares = entries.values * entries.values
    order = np.lexsort((squares, entries.rows))
    sums = np.bincount(entries.rows[order], squares[order], entries.count)
    return np.where(sums > 0, np.sqrt(sums), 1.0)


def _may_pair(old: Document, new: Document, old_index: int, new_index: int) -> bool:
    roles = {old.sections[old_index].role, new.sections[new_index].role}
    return len(roles) == 1 or Role.OTHER in roles or roles == FORWARD


def _best_first(likeness: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """One-to-one pairs, the most alike first; ties go to the sections that stand nearest."""

    def rank(key: tuple[int, int]) -> tuple[float, int, int]:
        return (-round(likeness[key], 9), abs(key[0] - key[1]), key[0] + key[1])

    chosen: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for key in sorted(likeness, key=rank):
        if key[0] not in taken[0] and key[1] not in taken[1]:
            chosen.append(key)
            taken[0].add(key[0])
            taken[1].add(key[1])
    return chosen


def _rest(document: Document, taken: set[int]) -> list[int]:
    return [index for index in range(len(document.sections)) if index not in taken]


def _reason(heading: float, content: float) -> str:
    return f"heading {heading:.2f}, content {content:.2f}"


def _document_order(pair: SectionPair) -> tuple[bool, int, int]:
    return (pair.old is None, pair.old if pair.old is not None else -1, pair.new or 0)
