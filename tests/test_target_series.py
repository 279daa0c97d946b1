"""Series of targets: the values, every format they are written in, and the command."""

import csv
import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from sqlite3 import connect

import pytest
from rich.console import RenderableType
from typer.testing import CliRunner, Result

from policydiff.cli.app import app
from policydiff.library import Library
from policydiff.model import Document
from policydiff.report.series_chart import series_chart
from policydiff.report.series_data import series_csv, series_json, series_rows, series_workbook
from policydiff.report.series_text import series_markdown, series_renderable
from policydiff.series import IndicatorSeries, Standing
from policydiff.targets import target_series

LANCHUAN = Path(__file__).parents[1] / "examples" / "lanchuan"
SVG = "{http://www.w3.org/2000/svg}"
PLANS = {
    2017: ("", "地区生产总值增长6%左右。"),
    2018: ("去年地区生产总值增长6.2%。", "今年不设定经济增长具体目标。"),
    2019: ("", "推进湿地修复。"),
    2021: ("", "地区生产总值增长7%以上。"),
    2022: ("去年地区生产总值增长6.4%。", "地区生产总值增长5%-6%。"),
}


@pytest.fixture(scope="module")
def documents(parsed: Callable[[str, str], Document]) -> list[Document]:
    """Reports of five years: the year 2020 is missing, 2018 sets no target, 2019 is silent."""
    return [
        parsed(
            str(year),
            f"一、{year - 1}年工作回顾\n{review or '各项工作稳步推进。'}\n"
            f"二、{year}年重点工作\n{plan}\n",
        )
        for year, (review, plan) in PLANS.items()
    ]


@pytest.fixture(scope="module")
def growth(documents: list[Document]) -> IndicatorSeries:
    (series,) = target_series(documents, "GDP")
    return series


def with_text(series: IndicatorSeries, text: str) -> IndicatorSeries:
    """The series with this text in the place of every text that a document gives."""
    points = tuple(replace(point, label=text, quote=text) for point in series.points)
    return replace(series, series=text, indicator=text, points=points)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("library") / "policydiff.db"
    run("add", *LANCHUAN.glob("*.txt"), "--db", database)
    return database


def test_every_year_says_what_it_knows(growth: IndicatorSeries) -> None:
    assert [(point.year, point.standing) for point in growth.points] == [
        (2017, Standing.SET),
        (2018, Standing.NONE_SET),
        (2019, Standing.NOT_FOUND),
        (2020, Standing.NO_REPORT),
        (2021, Standing.SET),
        (2022, Standing.SET),
    ]


def test_year_without_target_quotes_the_sentence_that_says_so(growth: IndicatorSeries) -> None:
    assert growth.points[1].quote == "今年不设定经济增长具体目标"


def test_result_comes_from_the_next_year(growth: IndicatorSeries) -> None:
    found = {
        point.year: (point.reported.value, point.reported.verdict)
        for point in growth.points
        if point.reported
    }
    assert found == {2017: (6.2, "met"), 2021: (6.4, "missed")}


@pytest.mark.parametrize("indicator", ["GDP", "经济增速", "生产总值", "地区生产总值增速"])
def test_indicator_may_be_called_by_any_of_its_names(
    documents: list[Document], indicator: str
) -> None:
    assert [one.indicator for one in target_series(documents, indicator)] == ["地区生产总值增速"]


def test_main_indicators_come_first_and_rare_ones_only_when_asked_for(
    parsed: Callable[[str, str], Document],
) -> None:
    plan = "一、2020年重点工作\n新建口袋公园5个。\n出版年鉴3卷。\n城镇新增就业8万人以上。\n"
    documents = [parsed("2020", plan), parsed("2021", "一、2021年重点工作\n新建口袋公园6个。\n")]
    names = [one.indicator for one in target_series(documents)]
    assert names == ["城镇新增就业", "新建口袋公园"]
    assert len(target_series(documents, every=True)) > len(names)


def test_terminal_shows_sparks_targets_and_gaps(
    growth: IndicatorSeries, printed: Callable[[RenderableType, int], str]
) -> None:
    assert printed(series_renderable([growth]), 80) == (
        "柳湾 地区生产总值增速\n"
        "  targets  ▅×· █▁  2017–2022\n"
        "  results  ▅   ▆\n"
        "  year                                target  reported   margin  verdict\n"
        "  2017                                6%左右      6.2%  +0.2 pt  met\n"
        "  2018  none set: 今年不设定经济增长具体目标\n"
        "  2019                             not found\n"
        "  2020                             no report\n"
        "  2021                                7%以上      6.4%  -0.6 pt  missed\n"
        "  2022                                  5–6%\n"
    )


def test_markdown_has_a_row_for_each_year(growth: IndicatorSeries) -> None:
    lines = series_markdown([growth]).splitlines()
    assert lines[0] == "## 柳湾 地区生产总值增速"
    assert lines[4] == "| 2017 | 6%左右 | 6.2% | +0.2 pt | met |"
    assert "| 2020 | no report |  |  |  |" in lines


def test_json_rows_have_the_promised_keys(growth: IndicatorSeries) -> None:
    rows = json.loads(series_json([growth]))
    keys = [
        "series",
        "label",
        "indicator",
        "comparator",
        "value",
        "value_hi",
        "unit",
        "quote",
        "span",
        "result",
    ]
    assert [list(row)[: len(keys)] for row in rows] == [keys] * 5


def test_json_tells_a_year_without_target_from_one_that_sets_none_and_from_a_gap(
    growth: IndicatorSeries,
) -> None:
    assert [(row["year"], row["standing"]) for row in series_rows([growth])] == [
        (2017, "set"),
        (2018, "none set"),
        (2019, "not found"),
        (2021, "set"),
        (2022, "set"),
    ]


def test_json_of_a_year_that_says_nothing_has_no_figure_and_no_place(
    growth: IndicatorSeries,
) -> None:
    row = series_rows([growth])[2]
    assert (row["label"], row["value"], row["span"], row["quote"]) == ("2019", None, None, "")


def test_json_tells_no_target_by_nulls_and_a_quotation(growth: IndicatorSeries) -> None:
    row = series_rows([growth])[1]
    assert (row["label"], row["comparator"], row["value"]) == ("2018", None, None)
    assert row["quote"] == "今年不设定经济增长具体目标"


def test_spans_lead_to_the_quotations(growth: IndicatorSeries, documents: list[Document]) -> None:
    texts = {document.label: document.text for document in documents}
    for row in series_rows([growth]):
        if row["span"]:
            assert texts[row["label"]][slice(*row["span"])] == row["quote"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_csv_text_is_no_formula(growth: IndicatorSeries, sign: str) -> None:
    rows = list(csv.DictReader(StringIO(series_csv([with_text(growth, f"{sign}1+2")]))))
    assert {row["series"] for row in rows} == {f"'{sign}1+2"}
    assert {row["indicator"] for row in rows if not row["value"]} == {f"'{sign}1+2"}


def test_csv_keeps_numbers_below_zero(growth: IndicatorSeries) -> None:
    rows = list(csv.DictReader(StringIO(series_csv([growth]))))
    assert [row["margin"] for row in rows] == ["0.2", "", "", "-0.6", ""]


def test_workbook_holds_texts_and_no_formulas(growth: IndicatorSeries) -> None:
    content = series_workbook([with_text(growth, "=HYPERLINK(1)")])
    with zipfile.ZipFile(BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK(1)" in texts


def test_workbook_is_equal_for_equal_series(growth: IndicatorSeries) -> None:
    assert series_workbook([growth]) == series_workbook([growth])


def test_chart_shows_bands_results_and_the_missing_year(growth: IndicatorSeries) -> None:
    chart = ET.fromstring(series_chart([growth]))  # noqa: S314  (we wrote it)
    styles = [rect.get("class") for rect in chart.iter(f"{SVG}rect")]
    assert [styles.count(style) for style in ("band", "open", "gap")] == [1 + 2, 1, 1]
    texts = [text.text for text in chart.iter(f"{SVG}text")]
    assert {"no report", "none set", "not found", "6.2", "6.4"} <= set(texts)


def test_chart_escapes_texts_and_needs_nothing_from_elsewhere(growth: IndicatorSeries) -> None:
    chart = series_chart([with_text(growth, '<script>"&</script>')])
    ET.fromstring(chart)  # noqa: S314  (we wrote it)
    assert "<script>" not in chart
    assert "href" not in chart
    assert chart.count("http") == 1


def test_command_shows_the_example_series(library: Path) -> None:
    done = run("targets", "--indicator", "GDP", "--format", "json", "--db", library)
    rows = {row["label"]: row for row in json.loads(done.stdout)}
    assert {label: (row["comparator"], row["value"]) for label, row in rows.items()} == {
        "2019": ("~", 6.5),
        "2020": ("~", 6),
        "2021": (">=", 6),
        "2022": ("~", 5.5),
    }
    verdicts = [row["result"] and row["result"]["verdict"] for row in rows.values()]
    assert verdicts == ["met", "missed", "exceeded", None]


@pytest.mark.parametrize("suffix", ["svg", "xlsx", "csv", "json", "md", "txt"])
def test_command_writes_files(library: Path, tmp_path: Path, suffix: str) -> None:
    done = run("targets", "--db", library, "-o", tmp_path / f"targets.{suffix}")
    assert done.exit_code == 0
    assert (tmp_path / f"targets.{suffix}").stat().st_size > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--series", "柳湾"), 'no series "柳湾"'),
        (("--indicator", "龙舟"), 'no target is called "龙舟"'),
        (("--format", "xlsx"), "name a file for it with -o targets.xlsx"),
        (("-o", "targets.pdf"), 'no report format is called ".pdf"'),
    ],
)
def test_command_says_what_is_wrong(library: Path, arguments: tuple[str, str], said: str) -> None:
    done = run("targets", "--db", library, *arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())


def test_command_writes_nothing_when_one_output_cannot_be(library: Path, tmp_path: Path) -> None:
    wanted = tmp_path / "targets.csv"
    done = run("targets", "--db", library, "-o", wanted, "-o", tmp_path / "targets.pdf")
    assert done.exit_code == 2
    assert not wanted.exists()


def view(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(connect(database)) as connection:
        return connection.execute(sql).fetchall()


def test_view_holds_results_and_standings_though_nothing_is_compared(
    documents: list[Document], tmp_path: Path
) -> None:
    database = tmp_path / "policydiff.db"
    with Library(database) as kept:
        for document in documents[::-1]:
            kept.add(document)
    assert view(
        database,
        "select year, standing, value, result_value, verdict from target_series "
        "where indicator = '地区生产总值增速' order by year",
    ) == [
        (2017, "set", 6, 6.2, "met"),
        (2018, "none set", None, None, None),
        (2019, "not found", None, None, None),
        (2021, "set", 7, 6.4, "missed"),
        (2022, "set", 5, None, None),
    ]


def test_view_shows_the_results_that_the_command_shows(library: Path) -> None:
    done = run("targets", "--all", "--format", "json", "--db", library)
    shown = {
        (row["label"], row["indicator"], row["value"], row["result"]["value"])
        for row in json.loads(done.stdout)
        if row["result"]
    }
    held = view(
        library,
        "select label, indicator, value, result_value from target_series "
        "where result_value is not null",
    )
    assert len(shown) > 30
    assert shown <= set(held)


def test_result_is_gone_with_the_document_that_reports_it(
    documents: list[Document], tmp_path: Path
) -> None:
    database = tmp_path / "policydiff.db"
    with Library(database) as kept:
        for document in documents:
            kept.add(document)
        kept.remove("2018")
    held = view(database, "select value, verdict from target_series where year = 2017")
    assert held == [(6, None)]
