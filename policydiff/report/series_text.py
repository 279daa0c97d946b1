"""Target series for people: on a terminal, and as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from policydiff.model import Verdict
from policydiff.report.blocks import Column
from policydiff.report.escape import escape
from policydiff.report.figures import amount
from policydiff.report.grid import grid, hanging
from policydiff.report.series_lines import (
    COLUMNS,
    SeriesLine,
    result_sparks,
    series_lines,
    span_of_years,
    target_sparks,
    title,
)
from policydiff.series import IndicatorSeries, Standing

_RIGHT = frozenset({"target", "reported", "margin"})
_STYLES: dict[str, str] = {Verdict.EXCEEDED: "bold green", Verdict.MISSED: "bold red"}
_EMPTY = frozenset({str(Standing.NOT_FOUND), str(Standing.NO_REPORT)})
_OTHER_COLUMNS = (
    Column("other indicators", flexible=True),
    Column("years", right=True),
    Column("targets"),
    Column("latest", right=True),
    Column("in", right=True),
)


@dataclass(frozen=True, slots=True)
class SeriesReport:
    """A rich renderable: print it to a console of any width."""

    series: tuple[IndicatorSeries, ...]
    has_detail: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the report, none wider than the console."""
        for line in _lines(self, options.max_width):
            yield from line.render(console, end="\n")


def series_renderable(
    series: Sequence[IndicatorSeries], *, has_detail: bool = False
) -> SeriesReport:
    """The series for ``Console.print``: main indicators year by year, the others a line each.

    With ``has_detail`` all of them are shown year by year.
    """
    return SeriesReport(tuple(series), has_detail)


def series_markdown(series: Sequence[IndicatorSeries]) -> str:
    """Every series as a Markdown table of its years."""
    return "\n\n".join("\n".join(_markdown_lines(one)) for one in series) + "\n"


def _markdown_lines(series: IndicatorSeries) -> Iterator[str]:
    yield f"## {escape(title(series))}"
    yield ""
    yield f"| {' | '.join(COLUMNS)} |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for line in series_lines(series):
        yield f"| {' | '.join(escape(cell) for cell in line)} |"


def _lines(report: SeriesReport, width: int) -> Iterator[Text]:
    detailed = [one for one in report.series if one.is_main or report.has_detail]
    others = [one for one in report.series if not (one.is_main or report.has_detail)]
    for number, series in enumerate(detailed):
        if number:
            yield Text()
        yield from _detailed(series, width)
    if others:
        if detailed:
            yield Text()
        yield from grid(_OTHER_COLUMNS, [_other(series) for series in others], width)
    if not report.series:
        yield Text("no targets found", style="dim")


def _detailed(series: IndicatorSeries, width: int) -> Iterator[Text]:
    yield from hanging(Text(), Text(title(series), style="bold"), width)
    sparks = (("targets", target_sparks(series)), ("results", result_sparks(series)))
    for name, drawn in sparks:
        if drawn.strip():
            about = f"  {span_of_years(series)}" if name == "targets" else ""
            yield Text.assemble((f"  {name}  ", "dim"), drawn, (about, "dim"))
    lines = series_lines(series)
    columns = [Column(name, flexible=True, right=name in _RIGHT) for name in COLUMNS]
    shown = [i for i in range(len(columns)) if any(line[i] for line in lines)]
    rows = [[_cells(line)[i] for i in shown] for line in lines]
    for row in grid([columns[i] for i in shown], rows, width - 2):
        yield Text.assemble("  ", row)


def _cells(line: SeriesLine) -> list[Text]:
    is_empty = line.target in _EMPTY
    return [
        Text(line.year),
        Text(line.target, style="dim" if is_empty else ""),
        Text(line.reported),
        Text(line.margin),
        Text(line.verdict, style=_STYLES.get(line.verdict, "")),
    ]


def _other(series: IndicatorSeries) -> list[Text]:
    year, target = next(
        (point.year, point.target) for point in reversed(series.points) if point.target
    )
    return [
        Text(title(series)),
        Text(str(series.targets)),
        Text(target_sparks(series)),
        Text(amount(series.language, target)),
        Text(str(year)),
    ]
