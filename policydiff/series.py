"""The values of a target series: what one indicator was set to, and came to, year by year."""

from dataclasses import dataclass
from enum import StrEnum

from policydiff.model import Result, Span, Target, Verdict


class Standing(StrEnum):
    """What a year has to say of an indicator's target."""

    SET = "set"
    NONE_SET = "none set"
    NOT_FOUND = "not found"
    NO_REPORT = "no report"


@dataclass(frozen=True, slots=True)
class Reported:
    """What the next year's document reports: the figure, and how it meets the target.

    ``quote`` and ``span`` are the figure's words there.
    """

    label: str
    result: Result
    quote: str
    span: Span
    verdict: Verdict
    margin: float


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
    reported: Reported | None = None


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """One indicator of one series of documents, a point for every year from first to last."""

    series: str
    indicator: str
    points: tuple[YearPoint, ...]
    is_main: bool

    @property
    def targets(self) -> int:
        """In how many years a target is set."""
        return sum(point.standing is Standing.SET for point in self.points)
