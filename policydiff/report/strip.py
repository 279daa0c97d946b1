"""Heat strips: a commitment's years in a row, one sign each."""

from collections.abc import Iterable
from typing import NamedTuple

from policydiff.commitments import Commitment, Lineup, Standing
from policydiff.model import Change


class Sign(NamedTuple):
    """What stands for a year in a strip."""

    sign: str
    meaning: str


_NO_YEAR = "·"
_STANDINGS = {
    Standing.INTRODUCED: Sign("+", "introduced"),
    Standing.REVIVED: Sign("o", "revived"),
    Standing.ABSENT: Sign("–", "absent"),
    Standing.DROPPED: Sign("x", "dropped"),
    Standing.COMPLETED: Sign("✓", "completed"),
    Standing.MERGED: Sign(">", "merged into another"),
    Standing.NOT_COVERED: Sign("?", "not covered"),
}
_CARRIED = (
    (Change.RAISED, Sign("▲", "raised")),
    (Change.LOWERED, Sign("▼", "lowered")),
    (Change.PROGRESSED, Sign("»", "progressed")),
    (Change.VERBATIM, Sign("■", "verbatim")),
)
_OTHERWISE = Sign("□", "reworded")
"""The first change of a carried year that has a sign of its own gives it."""

_ALL = (*_STANDINGS.values(), *(sign for _, sign in _CARRIED), _OTHERWISE)


def strip(lineup: Lineup, commitment: Commitment) -> str:
    """One sign for each of the series' years, a dot before the first and after the last."""
    signs = [_NO_YEAR] * (max(lineup.slots, default=-1) + 1)
    for year in commitment.years:
        standing = _STANDINGS.get(year.standing)
        sign = standing or _carried(lineup, commitment, lineup.slots[year.document])
        signs[lineup.slots[year.document]] = sign.sign
    return "".join(signs)


def legend(strips: Iterable[str]) -> str:
    """What the signs in these strips mean: ``+ introduced, ■ verbatim``."""
    shown = set().union(*strips)
    return ", ".join(f"{sign} {meaning}" for sign, meaning in _ALL if sign in shown)


def _carried(lineup: Lineup, commitment: Commitment, slot: int) -> Sign:
    changes = {
        change
        for step in commitment.steps
        if lineup.slots[step.new.document] == slot
        for change in step.changes
    }
    return next((sign for change, sign in _CARRIED if change in changes), _OTHERWISE)
