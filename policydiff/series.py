"""The values of a target series: what one indicator was set to, and came to, year by year."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from policydiff.model import Result, Span, Target, Verdict


class Standing(StrEnum):
    """What a year has to say of an indicator's target."""

    SET = "set"
    NONE_SET = "none set"
    NOT_FOUND = "not found"
    NO_REPORT = "no report"


class Band(NamedTuple):
    """A target's figure and the values that meet it, in its series' unit.

    An end that is None is open: nothing is too high for 6%以上.
    """

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Reported:
    """What the next year's document reports: the figure, and how it meets the target.

    ``quote`` and ``span`` are the figure's words there, ``value`` is the figure
    in its series' unit.
    """

    label: str
    result: Result
    quote: str
    span: Span
    verdict: Verdict
    margin: float
    value: float


@dataclass(frozen=True, slots=True)
class YearPoint:
    """One year of a series.

    ``quote`` is the target's words, or the sentence that sets none, at ``span``
    of the document called ``label``; all three are empty where there is neither.
    """

    year: int
    standing: Standing
    label: str = ""
    target: Target | None = None
    quote: str = ""
    span: Span | None = None
    band: Band | None = None
    reported: Reported | None = None


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """One indicator of one series of documents, a point for every year from first to last.

    ``unit`` is its newest target's, ``language`` that of the documents.
    """

    series: str
    indicator: str
    unit: str
    language: str
    points: tuple[YearPoint, ...]
    is_main: bool

    @property
    def targets(self) -> int:
        """In how many years a target is set."""
        return sum(point.standing is Standing.SET for point in self.points)
