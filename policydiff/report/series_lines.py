"""What a report of a target series says, line by line, before it takes a format."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from policydiff.report.figures import amount, margin
from policydiff.report.printable import printable
from policydiff.series import IndicatorSeries, Standing, YearPoint

COLUMNS = ("year", "target", "reported", "margin", "verdict")
SPARKS = "▁▂▃▄▅▆▇█"
_NO_SPARK = {Standing.NONE_SET: "×", Standing.NOT_FOUND: "·", Standing.NO_REPORT: " "}


class SeriesLine(NamedTuple):
    """A year's target and its result, or years without one and why."""

    year: str
    target: str
    reported: str = ""
    margin: str = ""
    verdict: str = ""


def title(series: IndicatorSeries) -> str:
    """The indicator with the series of documents it is of."""
    return printable(" ".join(part for part in (series.series, series.indicator) if part))


def series_lines(series: IndicatorSeries) -> tuple[SeriesLine, ...]:
    """A line for each year; neighbouring years that say nothing share one."""
    lines: list[SeriesLine] = []
    for standing, group in groupby(series.points, key=lambda point: point.standing):
        points = list(group)
        match standing:
            case Standing.SET:
                lines.extend(_line(series, point) for point in points)
            case Standing.NONE_SET:
                lines.extend(_waiver(point) for point in points)
            case _:
                lines.append(SeriesLine(_years(points), str(standing)))
    return tuple(lines)


def target_sparks(series: IndicatorSeries) -> str:
    """A character a year, as high as its target.

    Where there is none: ``·`` not found, ``×`` none set, a space for no report.
    """
    low, high = _scale(series)
    return "".join(
        _NO_SPARK[point.standing] if point.band is None else _spark(point.band.value, low, high)
        for point in series.points
    )


def result_sparks(series: IndicatorSeries) -> str:
    """The same for the results, on the same scale; a space where none is reported."""
    low, high = _scale(series)
    return "".join(
        " " if point.reported is None else _spark(point.reported.value, low, high)
        for point in series.points
    ).rstrip()


def span_of_years(series: IndicatorSeries) -> str:
    """The years of a series: 2010–2025."""
    return _years(series.points)


def _line(series: IndicatorSeries, point: YearPoint) -> SeriesLine:
    if point.target is None:
        return _waiver(point)
    target = amount(series.language, point.target)
    found = point.reported
    if found is None:
        return SeriesLine(str(point.year), target)
    return SeriesLine(
        year=str(point.year),
        target=target,
        reported=amount(series.language, found.result),
        margin=margin(found.margin, point.target.unit),
        verdict=str(found.verdict),
    )


def _waiver(point: YearPoint) -> SeriesLine:
    return SeriesLine(str(point.year), f"{point.standing}: {printable(point.quote)}")


def _years(points: list[YearPoint] | tuple[YearPoint, ...]) -> str:
    first, last = points[0].year, points[-1].year
    return str(first) if first == last else f"{first}–{last}"


def _values(series: IndicatorSeries) -> Iterator[float]:
    for point in series.points:
        if point.band:
            yield point.band.value
        if point.reported:
            yield point.reported.value


def _scale(series: IndicatorSeries) -> tuple[float, float]:
    values = list(_values(series))
    return min(values, default=0.0), max(values, default=0.0)


def _spark(value: float, low: float, high: float) -> str:
    if high == low:
        return SPARKS[len(SPARKS) // 2]
    return SPARKS[round((value - low) / (high - low) * (len(SPARKS) - 1))]
