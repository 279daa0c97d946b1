"""Target series for programs: JSON, CSV, and a workbook for spreadsheets."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import TypedDict

from policydiff.report.printable import printable
from policydiff.series import IndicatorSeries, Reported, Standing, YearPoint

Cell = str | int | float | None

_RESULT_COLUMNS = (
    "result_label",
    "result_comparator",
    "result_value",
    "result_value_hi",
    "result_unit",
    "result_quote",
    "result_start",
    "result_end",
    "verdict",
    "margin",
)
COLUMNS = (
    "series",
    "label",
    "indicator",
    "comparator",
    "value",
    "value_hi",
    "unit",
    "quote",
    "start",
    "end",
    *_RESULT_COLUMNS,
    "year",
    "standing",
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
# A workbook holds the time it was made; equal series make equal files.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


class ResultRow(TypedDict):
    """What the next document reports, and how it meets the target."""

    label: str
    comparator: str
    value: float
    value_hi: float | None
    unit: str
    quote: str
    span: list[int]
    verdict: str
    margin: float


class SeriesRow(TypedDict):
    """One year's target, or what the year's document says instead.

    Where ``standing`` is ``none set``, the quote says so; where it is ``not found``
    there is neither quote nor span. Figures are null in both.
    """

    series: str
    label: str
    indicator: str
    comparator: str | None
    value: float | None
    value_hi: float | None
    unit: str
    quote: str
    span: list[int] | None
    result: ResultRow | None
    year: int
    standing: str


def series_rows(series: Sequence[IndicatorSeries]) -> list[SeriesRow]:
    """A row for each year of each series; a year without a document is a gap and has none."""
    return [
        _row(one, point)
        for one in series
        for point in one.points
        if point.standing is not Standing.NO_REPORT
    ]


def series_json(series: Sequence[IndicatorSeries]) -> str:
    """The rows as a JSON array, one a line."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in series_rows(series))
    return "[\n" + ",\n".join(lines) + "\n]\n"


def series_csv(series: Sequence[IndicatorSeries]) -> str:
    """The rows as CSV; a text that a spreadsheet would take for a formula follows a quote mark."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cells in _table(series):
        writer.writerow([_harmless(cell) for cell in cells])
    return text.getvalue()


def series_workbook(series: Sequence[IndicatorSeries]) -> bytes:
    """The rows as an XLSX file; every text cell is a text, whatever it begins with."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (a quarter of the start of every command)

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet("targets")
        bold = book.add_format({"bold": True})
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, bold)
        for row, cells in enumerate(_table(series), start=1):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write_number(row, column, cell)
        sheet.freeze_panes(1, 0)
    return content.getvalue()


def _row(series: IndicatorSeries, point: YearPoint) -> SeriesRow:
    target, span = point.target, point.span
    return {
        "series": series.series,
        "label": point.label,
        "indicator": target.indicator if target else series.indicator,
        "comparator": str(target.comparator) if target else None,
        "value": target.value if target else None,
        "value_hi": target.value_hi if target else None,
        "unit": target.unit if target else "",
        "quote": point.quote,
        "span": list(span) if span else None,
        "result": _result(point.reported) if point.reported else None,
        "year": point.year,
        "standing": str(point.standing),
    }


def _result(reported: Reported) -> ResultRow:
    result = reported.result
    return {
        "label": reported.label,
        "comparator": str(result.comparator),
        "value": result.value,
        "value_hi": result.value_hi,
        "unit": result.unit,
        "quote": reported.quote,
        "span": list(reported.span),
        "verdict": str(reported.verdict),
        "margin": reported.margin,
    }


def _table(series: Sequence[IndicatorSeries]) -> Iterator[list[Cell]]:
    for row in series_rows(series):
        target: list[Cell] = [
            printable(row["series"]),
            printable(row["label"]),
            printable(row["indicator"]),
            row["comparator"],
            row["value"],
            row["value_hi"],
            row["unit"],
            printable(row["quote"]),
            *(row["span"] or (None, None)),
        ]
        yield [*target, *_result_cells(row["result"]), row["year"], row["standing"]]


def _result_cells(result: ResultRow | None) -> list[Cell]:
    if result is None:
        return [None] * len(_RESULT_COLUMNS)
    return [
        printable(result["label"]),
        result["comparator"],
        result["value"],
        result["value_hi"],
        result["unit"],
        printable(result["quote"]),
        *result["span"],
        result["verdict"],
        result["margin"],
    ]


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_SIGNS) else cell
