"""The second look: what the first scores say of the pairs around a pair.

A pair whose neighbours go together, and which has no better rival, is more
likely to belong together than its own words tell.
"""

import numpy as np

from policydiff.align.around import best_around, ends_of, groups_of
from policydiff.align.evidence import Evidence, Setting
from policydiff.align.rivals import Column, Indices, Whole, rivalry

FIRST_LOOK = "first_look"
"""The sign that holds the log-odds of the first look."""

_WHOLE = 10_000
"""Scores are summed as whole numbers of this part, so that sums are exact in any order."""

_NEIGHBOURS = (
    *((-1, -1), (1, 1), (-1, 1), (1, -1), (-2, -2), (2, 2)),
    *((-1, 0), (1, 0), (0, -1), (0, 1), (-2, -1), (-1, -2), (2, 1), (1, 2)),
)


def look_again(setting: Setting, evidence: Evidence, scores: Column) -> Evidence:
    """The evidence with the signs added that first scores give."""
    old, new = ends_of(evidence.pairs)
    own = np.round(scores * _WHOLE).astype(np.int64)
    table = np.zeros((len(setting.old.items), len(setting.new.items)), dtype=np.int32)
    table[old, new] = own
    chances = np.clip(scores, 1e-4, 1 - 1e-4)
    stands = rivalry(own, old, new)
    rivals = np.stack([_rest(own, old), _rest(own, new)])
    signs = {
        FIRST_LOOK: np.log(chances / (1 - chances)),
        "linked_neighbours": best_around(table, old, new, _NEIGHBOURS) / _WHOLE,
        "lead": stands.lead / _WHOLE,
        "best_lead": stands.best_lead / _WHOLE,
        "rank": stands.rank,
        "best_rank": stands.best_rank,
        "rivals": rivals.max(axis=0) / _WHOLE,
        "fewest_rivals": rivals.min(axis=0) / _WHOLE,
        **{
            f"linked_{group}s": _linked_groups(setting, own, old, new, group)
            for group in ("sentence", "paragraph", "section")
        },
    }
    return Evidence(evidence.pairs, {**evidence.signs, **signs})


def _rest(own: Whole, keys: Indices) -> Whole:
    """What the other pairs with the same key have together."""
    sums = np.zeros(int(keys.max()) + 1, dtype=np.int64)
    np.add.at(sums, keys, own)
    rest: Whole = sums[keys] - own
    return rest


def _linked_groups(setting: Setting, own: Whole, old: Indices, new: Indices, group: str) -> Column:
    """How much the rest of the two sentences, paragraphs or sections is linked, for their size."""
    old_groups, new_groups = groups_of(setting.old, group), groups_of(setting.new, group)
    rows, columns = old_groups[old], new_groups[new]
    _, keys = np.unique(rows * (new_groups.max() + 1) + columns, return_inverse=True)
    sizes = np.bincount(old_groups)[rows], np.bincount(new_groups)[columns]
    linked: Column = _rest(own, keys) / (np.minimum(*sizes) * _WHOLE)
    return linked
