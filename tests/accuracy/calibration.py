"""How often links of each score are right."""

from collections.abc import Iterable
from typing import NamedTuple

BANDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Where the bands of scores begin; the last ends at 1."""


class Band(NamedTuple):
    """The pairs whose scores lie from ``low`` up to the next band: how many, how many right."""

    low: float
    pairs: int
    right: int
    scores: float

    @property
    def mean(self) -> float:
        """The mean score: the share that should be right."""
        return self.scores / self.pairs if self.pairs else 0.0

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.pairs if self.pairs else 0.0


def bands(judged: Iterable[tuple[float, bool]]) -> tuple[Band, ...]:
    """The bands of scored pairs that are known to be right or wrong; those below all are left out.

    >>> bands([(0.85, True), (0.83, False)])[7]
    Band(low=0.8, pairs=2, right=1, scores=1.68)
    """
    known = list(judged)
    ends = (*BANDS[1:], 2.0)
    found = []
    for low, end in zip(BANDS, ends, strict=True):
        inside = [(score, right) for score, right in known if low <= score < end]
        scores = round(sum(score for score, _ in inside), 4)
        found.append(Band(low, len(inside), sum(right for _, right in inside), scores))
    return tuple(found)


def expected_error(found: Iterable[Band]) -> float:
    """By how much the mean score of a band differs from the share right, over all pairs."""
    known = list(found)
    total = sum(band.pairs for band in known)
    return sum(abs(band.scores - band.right) for band in known) / total if total else 0.0


def band_lines(found: Iterable[Band]) -> list[str]:
    """The table of bands, one a line, under its titles."""
    rows = [
        f"  {band.low:.2f}–   {band.pairs:6}   {band.mean:.2f}        {band.share:.2f}"
        for band in found
        if band.pairs
    ]
    return ["  score    pairs   mean score  share right", *rows]
