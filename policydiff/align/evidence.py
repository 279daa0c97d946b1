"""Evidence: what speaks for and against a pair of items, sign by sign.

Every sign is a number, near 0 when absent and near 1 when strong, and is the
same whichever of the two documents is called old.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from policydiff.align.around import best_around, ends_of, groups_of
from policydiff.align.candidates import Pair
from policydiff.align.grams import Matrix, WeightedItems, dice_of
from policydiff.align.manner import manner_signs
from policydiff.align.meaning import Text, Vectors, meanings_of
from policydiff.align.rivals import Column, Indices, rivalry
from policydiff.align.sections import PairedSections
from policydiff.align.senses import Senses, sense_signs, senses_of
from policydiff.align.words import words_of
from policydiff.lexicon.distinctions import are_apart
from policydiff.model import Document

RAREST_WEIGHT = 7000
"""The weight of a gram that stands in one item of a long report, to scale weights by."""

LEAST_OBJECT = 0.2
LEAST_OBJECT_MEANING = 0.4
"""Objects less alike than this are different things; of a hundred links three have such objects."""

_STEPS = ((-1, -1), (1, 1), (-1, 1), (1, -1), (-2, -2), (2, 2))


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything a pair of items is looked at against.

    ``objects[i, j]`` is the dice of items i and j with their verbs and figures left out.
    """

    old: Document
    new: Document
    weights: WeightedItems
    sections: PairedSections
    objects: Matrix
    senses: Senses


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signs of candidate pairs: ``signs[name][k]`` is that sign of ``pairs[k]``."""

    pairs: tuple[Pair, ...]
    signs: dict[str, Column]

    def only(self, places: Sequence[int]) -> "Evidence":
        """The evidence of the pairs at some positions."""
        pairs = tuple(self.pairs[place] for place in places)
        index = np.array(places, dtype=np.intp)
        return Evidence(pairs, {name: column[index] for name, column in self.signs.items()})


def setting_of(
    old: Document, new: Document, weights: WeightedItems, sections: PairedSections
) -> Setting:
    """What pairs of items of two documents are looked at against."""
    old_objects = [words_of(item.plain).object_grams for item in old.items]
    new_objects = [words_of(item.plain).object_grams for item in new.items]
    objects = dice_of(old_objects, new_objects, weights.weight)
    return Setting(old, new, weights, sections, objects, _senses(old, new, weights))


def with_vectors(setting: Setting, vectors: Vectors) -> Setting:
    """The same setting with what items mean by other vectors than those of the package."""
    senses = _senses(setting.old, setting.new, setting.weights, vectors)
    return replace(setting, senses=senses)


def _senses(
    old: Document, new: Document, weights: WeightedItems, vectors: Vectors | None = None
) -> Senses:
    return senses_of(old, new, meanings_of(_texts(old), _texts(new), weights.dice, vectors))


def _texts(document: Document) -> list[Text]:
    return [Text(item.plain, words_of(item.plain).object) for item in document.items]


def measure(setting: Setting, pairs: tuple[Pair, ...]) -> Evidence:
    """The signs of each candidate pair, by name; none where there is no pair."""
    if not pairs:
        return Evidence((), {})
    old, new = ends_of(pairs)
    dice = setting.weights.dice
    signs = {
        **_gram_signs(setting.weights, old, new),
        **_word_signs(setting, old, new),
        **_place_signs(setting, old, new),
        **_context_signs(setting, dice, old, new),
        **_rank_signs(dice, old, new),
        **sense_signs(setting.senses, old, new),
        **manner_signs((setting.old, setting.new), old, new),
        **_length_signs(setting, old, new),
    }
    signs["other_object"] = _other_object(signs)
    signs["other_mark"] = _other_mark(setting, old, new)
    return Evidence(pairs, {name: column.astype(np.float64) for name, column in signs.items()})


def _other_object(signs: dict[str, Column]) -> Column:
    """Where two clauses, or what one verb says of two things, share neither letters nor meaning.

    Long reports hold rivals enough to tell; in a short text whatever stands alone stands out.
    """
    is_other = (signs["object"] < LEAST_OBJECT) & (signs["meaning_object"] < LEAST_OBJECT_MEANING)
    is_strange = (signs["shared"] == 0) & (signs["meaning"] < LEAST_OBJECT_MEANING)
    return np.where(is_other & (signs["action"] > 0) | is_strange, 1.0, 0.0)


def _other_mark(setting: Setting, old: Indices, new: Indices) -> Column:
    """Where the two speak of different phases, stretches or lines of like-named things."""
    documents = setting.old, setting.new
    marks = [[words_of(item.plain).marks for item in each.items] for each in documents]
    apart = [are_apart(marks[0][i], marks[1][j]) for i, j in zip(old, new, strict=True)]
    return np.array(apart, dtype=np.float64)


def _gram_signs(weights: WeightedItems, old: Indices, new: Indices) -> dict[str, Column]:
    shared = weights.shared[old, new].astype(np.float64)
    masses = np.stack([weights.old_mass[old], weights.new_mass[new]]).astype(np.float64)
    common = [weights.old[i] & weights.new[j] for i, j in zip(old, new, strict=True)]
    rarest = [max(map(weights.weight.__getitem__, grams), default=0) for grams in common]
    counts = np.array([len(grams) for grams in common])
    return {
        "dice": 2 * shared / np.maximum(masses.sum(axis=0), 1),
        "containment": shared / np.maximum(masses.min(axis=0), 1),
        "overlap": shared / np.maximum(masses.max(axis=0), 1),
        "rarest": np.array(rarest) / RAREST_WEIGHT,
        "shared": np.log1p(counts) / 3,
    }


def _word_signs(setting: Setting, old: Indices, new: Indices) -> dict[str, Column]:
    words = [[words_of(item.plain) for item in each.items] for each in (setting.old, setting.new)]
    bare = [words[0][i].bare for i in old], [words[1][j].bare for j in new]
    terms = _shared([[each.terms for each in side] for side in words], old, new)
    figures = _shared([[each.figures for each in side] for side in words], old, new)
    return {
        "letters": process.cpdist(*bare, scorer=fuzz.ratio, dtype=np.float64) / 100,
        "part": _part_sign(*bare),
        "object": setting.objects[old, new].astype(np.float64),
        "action": _same([[each.verb for each in side] for side in words], old, new),
        "same_class": _same([[each.action for each in side] for side in words], old, new),
        "term": np.maximum(terms, 0.0),
        "term_clash": np.maximum(-terms, 0.0),
        "figure": np.maximum(figures, 0.0),
        "verbatim": _same([[each.bare or " " for each in side] for side in words], old, new),
    }


def _same(words: Sequence[Sequence[str]], old: Indices, new: Indices) -> Column:
    """Where both items have the same word, and one at all."""
    codes: dict[str, int] = {"": -1}
    sides = [np.array([codes.setdefault(word, len(codes)) for word in side]) for side in words]
    one, other = sides[0][old], sides[1][new]
    return np.where((one == other) & (one >= 0), 1.0, 0.0)


def _shared(names: Sequence[Sequence[frozenset[str]]], old: Indices, new: Indices) -> Column:
    """1 where both items have a name in common, -1 where both have names but none in common."""
    has = [np.array([bool(each) for each in side], dtype=np.bool_) for side in names]
    shared = np.zeros(len(old))
    for index in np.flatnonzero(has[0][old] & has[1][new]):
        is_shared = not names[0][old[index]].isdisjoint(names[1][new[index]])
        shared[index] = 1.0 if is_shared else -1.0
    return shared


def _part_sign(old: Sequence[str], new: Sequence[str]) -> Column:
    """How many letters of the shorter text stand in the longer one in the same order."""
    common = process.cpdist(old, new, scorer=LCSseq.similarity, dtype=np.float64)
    shorter = np.array([min(len(one), len(other)) for one, other in zip(old, new, strict=True)])
    part: Column = common / np.maximum(shorter, 1)
    return part


def _place_signs(setting: Setting, old: Indices, new: Indices) -> dict[str, Column]:
    shape = len(setting.old.sections), len(setting.new.sections)
    likeness, is_paired = np.zeros(shape), np.zeros(shape)
    for key, value in setting.sections.likeness.items():
        likeness[key] = value
    for pair in setting.sections.pairs:
        if pair.old is not None and pair.new is not None:
            is_paired[pair.old, pair.new] = 1.0
    sections = groups_of(setting.old, "section")[old], groups_of(setting.new, "section")[new]
    return {"section": likeness[sections], "same_section": is_paired[sections]}


def _context_signs(setting: Setting, dice: Matrix, old: Indices, new: Indices) -> dict[str, Column]:
    """What stands around a pair: the topics, the sentences, the neighbours."""
    old_topics, new_topics = _topics(setting.old)[old], _topics(setting.new)[new]
    is_own = (old_topics == old) & (new_topics == new)
    return {
        "topic": np.where(is_own, 0.0, dice[old_topics, new_topics]),
        "sentence": _sentence_sign(setting, dice, old, new),
        "neighbours": best_around(dice, old, new, _STEPS),
    }


def _topics(document: Document) -> Indices:
    """The first item of each item's paragraph."""
    first: dict[int, int] = {}
    return np.array(
        [first.setdefault(item.paragraph, index) for index, item in enumerate(document.items)],
        dtype=np.intp,
    )


def _sentence_sign(setting: Setting, dice: Matrix, old: Indices, new: Indices) -> Column:
    """How well the other clauses of the two sentences go together."""
    old_sentences, new_sentences = _sentences(setting.old), _sentences(setting.new)
    heights, widths = old_sentences.sizes[old], new_sentences.sizes[new]
    counts = heights * widths
    which = np.repeat(np.arange(len(old)), counts)
    step = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    rows = old_sentences.starts[old][which] + step // widths[which]
    columns = new_sentences.starts[new][which] + step % widths[which]
    is_other = (rows != old[which]) & (columns != new[which])
    best = np.zeros(len(old))
    found = dice[rows[is_other], columns[is_other]].astype(np.float64)
    np.maximum.at(best, which[is_other], found)
    return best


class _Sentences(NamedTuple):
    """For each item, where its sentence starts among the items, and how many it has."""

    starts: Indices
    sizes: Indices


def _sentences(document: Document) -> _Sentences:
    _, starts, which, sizes = np.unique(
        groups_of(document, "sentence"), return_index=True, return_inverse=True, return_counts=True
    )
    return _Sentences(starts[which], sizes[which])


def _rank_signs(dice: Matrix, old: Indices, new: Indices) -> dict[str, Column]:
    """Whether each is the other's first choice among the candidates, and by how much."""
    stands = rivalry(dice[old, new].astype(np.float64), old, new)
    firsts = (stands.rank == 0).astype(np.float64) + (stands.best_rank == 0)
    return {"first_choice": firsts / 2, "margin": stands.lead}


def _length_signs(setting: Setting, old: Indices, new: Indices) -> dict[str, Column]:
    lengths = np.stack([_lengths(setting.old)[old], _lengths(setting.new)[new]])
    shorter, longer = lengths.min(axis=0), lengths.max(axis=0)
    return {"length": shorter / longer, "short": 1 / shorter}


def _lengths(document: Document) -> Column:
    return np.array([len(item.plain) for item in document.items], dtype=np.float64)
