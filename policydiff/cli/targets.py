"""``policydiff targets``: what each indicator was set to over the years, and what came of it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from policydiff.cli.console import PIPED_WIDTH, show_report, talk_console, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.cli.output import check_outputs, write_whole
from policydiff.errors import OutputError
from policydiff.library import Library, targets_over_years
from policydiff.report.series_chart import series_chart
from policydiff.report.series_data import series_csv, series_json, series_workbook
from policydiff.report.series_text import series_markdown, series_renderable
from policydiff.series import IndicatorSeries

_Series = Sequence[IndicatorSeries]


class Format(StrEnum):
    """What standard output gets; a workbook needs a file."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


def _plain_text(series: _Series) -> str:
    console = Console(file=StringIO(), width=PIPED_WIDTH, color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(series_renderable(series, has_detail=True))
    return capture.get()


_PRINTERS: dict[Format, Callable[[_Series], str]] = {
    Format.MARKDOWN: series_markdown,
    Format.CSV: series_csv,
    Format.JSON: series_json,
}
_WRITERS: dict[str, Callable[[_Series], str]] = {
    ".svg": series_chart,
    ".json": series_json,
    ".csv": series_csv,
    ".md": series_markdown,
    ".markdown": series_markdown,
    ".txt": _plain_text,
}
_WORKBOOK = ".xlsx"


def targets(
    series: SeriesOption = None,
    indicator: Annotated[
        str | None, typer.Option(help="One indicator, such as GDP or 失业率.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also the indicators that only one year names.")
    ] = False,
    outputs: Annotated[
        list[Path] | None,
        typer.Option(
            "--output", "-o", help="Write a file; .svg, .xlsx, .csv, .json, .md or .txt says which."
        ),
    ] = None,
    output_format: Annotated[
        Format | None, typer.Option("--format", help="What to print on standard output.")
    ] = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Show targets over the years, and what the next year's document reports."""
    check_outputs(outputs or (), (), [*_WRITERS, _WORKBOOK])
    _require_file_for_workbook(output_format, outputs or [])
    with Library(database) as library, waiting("Reading the library …"):
        found = targets_over_years(library, series=series, indicator=indicator, every=every)
    for path in outputs or ():
        write_whole(path, _content(path, found))
        talk_console().print(f"wrote {path}", markup=False)
    if output_format in _PRINTERS:
        typer.echo(_PRINTERS[output_format](found), nl=False)
    elif output_format is Format.TERMINAL or not outputs:
        has_detail = indicator is not None
        show_report(series_renderable(found, has_detail=has_detail), paged=True)


def _require_file_for_workbook(output_format: Format | None, outputs: list[Path]) -> None:
    if output_format is Format.XLSX and not any(
        path.suffix.lower() == _WORKBOOK for path in outputs
    ):
        raise OutputError(
            'the format "xlsx" cannot be printed; name a file for it with -o targets.xlsx'
        )


def _content(path: Path, series: _Series) -> bytes:
    suffix = path.suffix.lower()
    return series_workbook(series) if suffix == _WORKBOOK else _WRITERS[suffix](series).encode()
