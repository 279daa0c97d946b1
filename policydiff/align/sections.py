"""Section pairs: which sections of two documents deal with the same matter."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import sqrt

import numpy as np

from policydiff.align.grams import WeightedItems, grams_of
from policydiff.model import Document, Role, SectionPair

HEADING_SHARE = 0.4
"""How much of the score the headings make; the rest is content, which renaming does not touch."""

PAIR_THRESHOLD = 0.18
"""Sections less alike than this are not paired: unrelated sections of two reports stay below."""

FORWARD = frozenset({Role.PLAN, Role.SELF_GOVERNMENT})

Profile = dict[str, float]


@dataclass(frozen=True, slots=True)
class PairedSections:
    """The section pairs, and how alike any two sections are.

    ``likeness[old, new]`` is 0 to 1 and absent where nothing is shared.
    """

    pairs: tuple[SectionPair, ...]
    likeness: dict[tuple[int, int], float]


def pair_sections(old: Document, new: Document, weights: WeightedItems) -> PairedSections:
    """Each section with its counterpart, one to one, best first; the rest without one."""
    content = _cosines(
        _content_profiles(old, weights.old, weights), _content_profiles(new, weights.new, weights)
    )
    headings = _cosines(_heading_profiles(old), _heading_profiles(new))
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


def _content_profiles(
    document: Document, grams: tuple[frozenset[str], ...], weights: WeightedItems
) -> list[Profile]:
    counts: list[Counter[str]] = [Counter() for _ in document.sections]
    for item, item_grams in zip(document.items, grams, strict=True):
        counts[item.section].update(item_grams)
    for index in reversed(range(len(counts))):
        parent = document.sections[index].parent
        if parent is not None:
            counts[parent].update(counts[index])
    return [{gram: count * weights.weight[gram] for gram, count in each.items()} for each in counts]


def _heading_profiles(document: Document) -> list[Profile]:
    grams = [grams_of(section.heading) for section in document.sections]
    frequency = Counter(gram for each in grams for gram in each)
    return [{gram: 1 / frequency[gram] for gram in each} for each in grams]


def _cosines(old: list[Profile], new: list[Profile]) -> dict[tuple[int, int], float]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    held: defaultdict[str, list[float]] = defaultdict(list)
    for index, profile in enumerate(new):
        for gram, value in profile.items():
            holders[gram].append(index)
            held[gram].append(value)
    norms = np.array([_norm(profile) for profile in new])
    cosines: dict[tuple[int, int], float] = {}
    for index, profile in enumerate(old):
        common = sorted(profile.keys() & holders.keys())
        others = [other for gram in common for other in holders[gram]]
        values = [profile[gram] * value for gram in common for value in held[gram]]
        products = np.bincount(others, values, len(new)) / (_norm(profile) * norms)
        cosines.update(
            ((index, other), product) for other, product in enumerate(products.tolist()) if product
        )
    return cosines


def _norm(profile: Profile) -> float:
    return sqrt(sum(sorted(value * value for value in profile.values()))) or 1.0


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
