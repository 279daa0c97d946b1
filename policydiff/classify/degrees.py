"""How far along, how wide and how firm an item's words make a commitment."""

import re
from collections.abc import Iterator, Sequence

from policydiff.lexicon.actions import find_verb
from policydiff.lexicon.changes import (
    PARTLY,
    SCOPES,
    STAGES,
    STRENGTHS,
    UNDERWAY,
    UNDERWAY_WORDS,
    Degree,
)
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Change

LATE_STAGE = 4
"""From here on a stage is progress even on work whose stage no word told."""

DONE_STAGE = 5
"""From here on the work is done."""

DEGREE_WORDS = re.compile(
    "|".join(row.pattern.pattern for row in (*STAGES, *STRENGTHS))
    + f"|{UNDERWAY_WORDS.pattern}|{PARTLY.pattern}"
)


def has_progressed(old: str, new: str) -> bool:
    """Whether the newer text puts the same work at a later stage.

    Other figures tell of another year's portion, not of the same work.
    """
    old_figures, new_figures = set(_figures(old)), set(_figures(new))
    if old_figures and new_figures and not old_figures & new_figures:
        return False
    old_stage, new_stage = stage(old), stage(new)
    if old_stage is None and find_verb(old) is not None and (new_stage or 0) >= LATE_STAGE:
        old_stage = UNDERWAY
    return old_stage is not None and new_stage is not None and new_stage > old_stage


def reach_change(old: str, new: str) -> Change | None:
    """BROADENED where words say that it now reaches all, NARROWED where all becomes a trial."""
    old_ranks, new_ranks = _ranks(SCOPES, old), _ranks(SCOPES, new)
    if max((0, *new_ranks)) > max((0, *old_ranks)):
        return Change.BROADENED
    is_now_trial = max(old_ranks, default=0) > 0 > min(new_ranks, default=0)
    return Change.NARROWED if is_now_trial else None


def strength_change(old: str, new: str) -> Change | None:
    """TIGHTENED or LOOSENED where one text ventures what the other assures, or ends it in part.

    力争 against no such word says little: such words come and go with the style.
    """
    old_ranks, new_ranks = _ranks(STRENGTHS, old), _ranks(STRENGTHS, new)
    rise = sum(new_ranks) - sum(old_ranks) if old_ranks and new_ranks else 0
    rise = rise or _partly_ended(old, new) - _partly_ended(new, old)
    if not rise:
        return None
    return Change.TIGHTENED if rise > 0 else Change.LOOSENED


def _partly_ended(less: str, more: str) -> bool:
    """Whether one text says 基本消除 where the other says 消除."""
    partly = PARTLY.search(less)
    return partly is not None and partly["end"] in more and PARTLY.search(more) is None


def _figures(plain: str) -> Iterator[str]:
    for match in QUANTITY.finditer(plain):
        yield match.group().removesuffix(match["after"] or "")


def stage(plain: str) -> int | None:
    """The furthest stage the words tell; None if they tell none."""
    return max(_ranks(STAGES, plain), default=UNDERWAY if UNDERWAY_WORDS.search(plain) else None)


def _ranks(scale: Sequence[Degree], plain: str) -> list[int]:
    """The different ranks found; words of an earlier row are gone for the later ones."""
    ranks: list[int] = []
    for row in scale:
        if row.pattern.search(plain):
            ranks.append(row.rank)
            plain = row.pattern.sub("，", plain)
    return ranks
