"""``policydiff show``: what was understood, in each format, and what the user says instead."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from policydiff.cli.app import app

LIUWAN = Path(__file__).with_name("liuwan")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the user works in, with two reports."""
    for name in ("2020.txt", "2021.txt"):
        shutil.copy(LIUWAN / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("POLICYDIFF_DB", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def told(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize(
    "fact",
    [
        "label   柳湾市/2021",
        "issuer  柳湾市",
        "year    2021",
        "kind    work report, Chinese",
        "source  2021.txt",
        "items   15: 8 commitments, 3 targets, 1 result, 3 context",
        "ends    把观鸟课堂办成常设课程",
    ],
)
def test_show_says_what_the_document_is(fact: str) -> None:
    assert fact in told("show", "2021.txt").splitlines()


@pytest.fixture
def table(folder: Path) -> list[str]:
    """The arguments that name a table of both reports, the second behind an empty row."""
    texts = {year: (folder / f"{year}.txt").read_text("utf-8") for year in ("2020", "2021")}
    rows = [["年份", "正文"], ["2020", texts["2020"]], ["2019", ""], ["2021", texts["2021"]]]
    with Path("reports.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return ["reports.csv", "--text-column", "正文", "--label-column", "年份"]


def test_show_says_what_it_does_not_find() -> None:
    Path("note.txt").write_text("We will build a library.\nWe will plant trees.\n" * 9)
    lines = told("show", "note.txt").splitlines()
    assert "issuer  not found" in lines
    assert "year    not found" in lines


def test_show_names_the_place_of_each_notice() -> None:
    lines = told("show", "2021.txt").splitlines()
    notices = [line for line in lines if line.startswith("notice")]
    assert len(notices) == 2
    assert all(line.endswith("(line 14).") for line in notices)


def test_text_is_shown_clean_with_its_lines() -> None:
    Path("2020.txt").write_text("第 3 页\n" + Path("2020.txt").read_text("utf-8"), encoding="utf-8")
    rows = told("show", "2020.txt", "--text").splitlines()
    assert not any("第 3 页" in row for row in rows)
    assert [row.split()[:2] for row in rows if "2020年政府工作报告" in row] == [["line", "2"]]


def test_text_of_a_stored_document_is_that_of_its_file() -> None:
    told("add", "2021.txt")
    assert told("show", "2021", "--text") == told("show", "2021.txt", "--text")


def test_text_with_line_ends_written_out_keeps_its_paragraphs() -> None:
    text = Path("2020.txt").read_text("utf-8").replace("\n", r"\r\n")
    Path("flat.txt").write_text(text, encoding="utf-8")
    flat = told("show", "flat.txt", "--text").splitlines()
    assert len(flat) == len(told("show", "2020.txt", "--text").splitlines())


def test_text_of_one_paragraph_is_counted_as_one() -> None:
    assert (
        "Text: 1 paragraph"
        in told(
            "show",
            "2021.txt",
            "--start",
            "推行河长巡查制度",
            "--end",
            "推行河长巡查制度。",
            "--text",
        ).splitlines()
    )


def test_text_leaves_out_what_stands_outside_the_body() -> None:
    shown = told("show", "2021.txt", "--start", "二、2021年", "--text")
    assert "夜间公交线路" not in shown
    assert "稳住经济" in shown


def test_items_are_shown_with_kind_section_and_place() -> None:
    rows = told("show", "2021.txt", "--items").splitlines()
    assert [row.split() for row in rows if "建成滨江隧道" in row] == [
        ["i9", "commitment", "（二）便利出行", "line", "9", "建成滨江隧道"]
    ]


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("option", ["--text", "--items", "--depth=1"])
def test_show_keeps_to_the_width(
    columns: str, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(cell_len, told("show", "2021.txt", option).splitlines())) <= int(columns)


def test_depth_counts_what_it_folds() -> None:
    lines = told("show", "2021.txt", "--depth", "1").splitlines()
    plan = next(line for line in lines if line.startswith("二、"))
    assert plan.split()[2:] == ["8", "3", "1", "4"]
    assert lines[-1].startswith("2 deeper sections")


def test_json_holds_all_that_was_understood() -> None:
    shown = json.loads(told("show", "2021.txt", "--format", "json"))
    assert shown["schema"] == "policydiff/document/1"
    assert shown["kinds"] == {"commitment": 8, "target": 3, "result": 1, "context": 3}
    assert shown["sections"][3]["parent"] == "s2"
    item = shown["items"][9]
    assert (item["id"], item["text"], item["line"]) == ("i9", "建成滨江隧道", 9)
    assert [row["text"] for row in shown["paragraphs"]][2] == "夜间公交线路开通3条。"


def test_markdown_holds_the_outline_and_what_is_asked_for() -> None:
    shown = told("show", "2021.txt", "--format", "markdown", "--items")
    assert "| issuer | 柳湾市 |" in shown
    assert "| &nbsp;&nbsp;（一）稳住经济 | plan | 2 | 2 |  |  | line 5 |" in shown
    assert "| i9 | commitment | （二）便利出行 | line 9 | 建成滨江隧道 |" in shown
    assert "## Text" not in shown


def test_markdown_shows_signs_of_a_document_as_they_stand() -> None:
    text = Path("2021.txt").read_text("utf-8").replace("建成滨江隧道", "建成隧道|*一*|_二_")
    Path("2021.txt").write_text(text, encoding="utf-8")
    shown = told("show", "2021.txt", "--format", "markdown", "--text")
    assert r"建成隧道\|\*一\*\|\_二\_" in shown


@pytest.mark.parametrize("option", ["--issuer=白塔", "--start=二、"])
def test_a_stored_document_is_not_read_otherwise(option: str) -> None:
    told("add", "2021.txt")
    result = run("show", "2021", option)
    assert result.exit_code == 2
    assert "is in the library as it was read" in result.stderr


@pytest.mark.parametrize("command", [["show", "2021.txt"], ["compare", "2020.txt", "2021.txt"]])
def test_overrides_beside_a_file_count_in_every_command(command: list[str]) -> None:
    Path("2021.toml").write_text('title = "修订稿"', encoding="utf-8")
    assert "修订稿" in told(*command)


def test_all_documents_of_a_table_are_listed_with_their_rows(table: list[str]) -> None:
    lines = told("show", *table).splitlines()
    start = lines.index("Documents: 2")
    assert [line.split() for line in lines[start + 1 : start + 4]] == [
        ["row", "label", "title", "year", "items", "notices"],
        ["2", "柳湾市/2020", "柳湾市2020年政府工作报告", "2020", "16"],
        ["4", "柳湾市/2021", "柳湾市2021年政府工作报告", "2021", "15", "2"],
    ]


def test_each_document_of_a_table_is_shown_as_a_file_is(table: list[str]) -> None:
    lines = told("show", *table).splitlines()
    sources = [line for line in lines if line.startswith("source")]
    assert sources == ["source  reports.csv row 2", "source  reports.csv row 4"]
    assert [line.split()[-1] for line in lines if line.startswith("all ")] == ["3", "3"]


def test_a_row_of_a_table_is_shown_alone(table: list[str]) -> None:
    lines = told("show", *table, "--row", "4").splitlines()
    assert lines[:2] == ["柳湾市2021年政府工作报告", "label   柳湾市/2021"]
    assert "柳湾市/2020" not in " ".join(lines)


@pytest.mark.parametrize("option", ["--text", "--items"])
def test_details_of_a_table_stand_under_the_name_of_each_document(
    table: list[str], option: str
) -> None:
    lines = told("show", *table, option).splitlines()
    titles = [number for number, line in enumerate(lines) if line.startswith("柳湾市/")]
    assert [lines[number] for number in titles] == [
        "柳湾市/2020  柳湾市2020年政府工作报告",
        "柳湾市/2021  柳湾市2021年政府工作报告",
    ]
    found = [number for number, line in enumerate(lines) if "建成滨江隧道" in line]
    assert found
    assert min(found) > titles[1]


def test_json_of_a_table_holds_each_document(table: list[str]) -> None:
    shown = json.loads(told("show", *table, "--format", "json"))
    assert shown["schema"] == "policydiff/documents/1"
    assert [each["schema"] for each in shown["documents"]] == ["policydiff/document/1"] * 2
    assert [each["label"] for each in shown["documents"]] == ["2020", "2021"]
    alone = json.loads(told("show", *table, "--row", "4", "--format", "json"))
    assert alone == shown["documents"][1]


def test_markdown_of_a_table_lists_and_outlines_each_document(table: list[str]) -> None:
    shown = told("show", *table, "--format", "markdown")
    assert "| 4 | 柳湾市/2021 | 柳湾市2021年政府工作报告 | 2021 | 15 | 2 |" in shown
    assert shown.count("| issuer | 柳湾市 |") == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--row", "3"], '"reports.csv" has no document in row 3; it has them in 2, 4'),
        (["--text-column", "全文"], '"reports.csv" has no column "全文"; it has "年份", "正文"'),
    ],
)
def test_a_row_or_column_a_table_does_not_have_is_refused(
    table: list[str], arguments: list[str], sentence: str
) -> None:
    result = run("show", *table, *arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--row", "2"], '--row "2" needs --text-column NAME beside it'),
        (["--label-column", "年份"], '--label-column "年份" needs --text-column NAME beside it'),
        (["--text-column", "正文"], '"2021.txt" is no table; give it without --text-column'),
    ],
)
def test_options_of_tables_for_what_is_none_are_refused(
    arguments: list[str], sentence: str
) -> None:
    result = run("show", "2021.txt", *arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr
