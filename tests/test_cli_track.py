"""The commands that follow commitments, asked of the example's four reports."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from policydiff.cli.app import app

LANCHUAN = sorted((Path(__file__).parents[1] / "examples" / "lanchuan").glob("*.txt"))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tracked") / "policydiff.db"
    said = CliRunner().invoke(app, ["add", *map(str, LANCHUAN), "--db", str(path)])
    assert said.exit_code == 0
    return path


def run(database: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--db", str(database)])


def rows(database: Path, *arguments: str) -> list[dict[str, str]]:
    said = run(database, *arguments, "--csv")
    assert said.exit_code == 0, said.output
    return list(csv.DictReader(StringIO(said.stdout)))


def test_track_shows_every_document_and_the_longest_commitments(database: Path) -> None:
    said = run(database, "track", "--limit", "2")
    assert said.exit_code == 0
    lines = said.stdout.splitlines()
    assert lines[1].startswith("澜川市: ")
    assert [line.split()[0] for line in lines[3:7]] == ["2019", "2020", "2021", "2022"]
    assert "地区生产总值增长5.5%左右" in said.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--dropped", "2021"], "推介民间投资项目60个"),
        (["--new", "2022"], "新改建“四好农村路”"),
        (["--since", "2019"], "地区生产总值增长5.5%左右"),
        (["--longest"], "地区生产总值增长5.5%左右"),
    ],
)
def test_list_holds_what_its_csv_holds(database: Path, arguments: list[str], words: str) -> None:
    shown = run(database, "track", *arguments, "--limit", "0").stdout
    found = rows(database, "track", *arguments)
    assert found
    assert all(row["commitment_id"] in shown for row in found)
    assert (words in shown) is any(words in "".join(row.values()) for row in found)


def test_revived_commitments_say_how_long_they_were_absent(database: Path) -> None:
    found = rows(database, "track", "--revived")
    assert found
    assert {row["absent_years"] for row in found} <= {"1", "2"}


def test_never_reported_holds_no_commitment_with_a_result(database: Path) -> None:
    silent = {row["commitment_id"] for row in rows(database, "track", "--never-reported")}
    reported = {
        row["commitment_id"]
        for row in rows(database, "query", "promise_results")
        if row["result_text"]
    }
    assert silent
    assert silent.isdisjoint(reported)


def test_lists_are_asked_for_one_at_a_time(database: Path) -> None:
    said = run(database, "track", "--revived", "--longest")
    assert said.exit_code == 2
    assert '"Revived" and "Longest" are different lists' in said.stderr


def test_history_by_words_marks_what_changed(database: Path) -> None:
    said = run(database, "history", "龙溪水库", "--limit", "1")
    assert "2019  introduced" in said.stdout
    assert "{+" in said.stdout
    assert "completed" in said.stdout


def test_history_by_the_beginning_of_an_id(database: Path) -> None:
    (dam,) = [
        row for row in rows(database, "search", "龙溪水库枢纽") if row["kind"] == "commitment"
    ]
    said = run(database, "history", dam["commitment_id"][:6])
    assert dam["commitment_id"] in said.stdout.splitlines()[1]


def test_history_says_since_when_a_figure_is_what_it_is(database: Path) -> None:
    said = run(database, "history", "高标准农田20万亩", "--between", "2019", "2022")
    assert "2021   20万亩  25万亩" in said.stdout


def test_history_of_unknown_words_is_told(database: Path) -> None:
    said = run(database, "history", "海底隧道")
    assert said.exit_code == 2
    assert 'no commitment holds "海底隧道"' in said.stderr


@pytest.mark.parametrize("words", ["隧道", "轨道交通", "轨道"])
def test_search_finds_words_of_any_length(database: Path, words: str) -> None:
    found = rows(database, "search", words)
    texts = [row["text"] for row in rows(database, "query", "find_items", f"words={words}")]
    assert [row["text"] for row in found] == texts
    assert all(words in text for text in texts)


def test_search_keeps_to_a_kind(database: Path) -> None:
    kinds = {row["kind"] for row in rows(database, "search", "轨道交通", "--kind", "result")}
    assert kinds == {"result"}


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_report_has_every_list(database: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"history{suffix}"
    said = run(database, "report", "-o", str(path), "--limit", "3")
    assert said.exit_code == 0
    written = path.read_text("utf-8")
    titles = ("What endures", "New in 2022", "Gone in 2022", "Promised and never reported on")
    assert [title for title in titles if title not in written] == []


def test_report_in_another_format_is_refused(database: Path, tmp_path: Path) -> None:
    said = run(database, "report", "-o", str(tmp_path / "history.docx"))
    assert said.exit_code == 2
    assert '".docx"' in said.stderr


def test_series_is_held_against_another_of_the_same_years(tmp_path: Path) -> None:
    database = tmp_path / "two.db"
    for series in ("澜川市", "屏南县"):
        run(database, "add", *map(str, LANCHUAN[:2]), "--series", series, "--issuer", series)
    found = rows(database, "track", "--series", "屏南县", "--against", "澜川市")
    assert {row["year"] for row in found} == {"2019", "2020"}
    assert any(row["text"] == row["other_text"] for row in found)


def test_document_of_another_issuer_is_named_and_left_out(tmp_path: Path) -> None:
    database = tmp_path / "mixed.db"
    run(database, "add", *map(str, LANCHUAN[:2]))
    run(database, "add", str(LANCHUAN[2]), "--issuer", "东澜川市", "--series", "澜川市")
    said = run(database, "track")
    assert "澜川市/2021 is left out (other issuer: 东澜川市)" in said.stderr
    assert "2021 (other issuer: 东澜川市)" in said.stdout
    asked = run(database, "track", "--with-others")
    assert "left out" not in asked.stderr


def test_library_without_a_series_says_what_to_do(tmp_path: Path) -> None:
    said = run(tmp_path / "none.db", "track")
    assert said.exit_code == 2
    assert "policydiff add FILE" in said.stderr


@pytest.mark.parametrize("command", [["track"], ["report"]])
def test_series_without_a_year_is_an_empty_report(tmp_path: Path, command: list[str]) -> None:
    database, report = tmp_path / "undated.db", tmp_path / "无日期.txt"
    report.write_text(
        "柳湾市工作要点\n一、总体安排\n建设滨江隧道。完善停车收费办法。\n" * 3, "utf-8"
    )
    added = run(database, "add", str(report), "--series", "柳湾")
    assert added.exit_code == 0, added.output
    said = run(database, *command)
    assert said.exit_code == 0
    assert "no year is known" in said.stdout


def test_questions_are_listed_when_asked_for(database: Path) -> None:
    listed = rows(database, "query", "--list")
    assert "commitment_timeline" in {row["name"] for row in listed}


def test_metadata_is_a_page_of_json() -> None:
    page = Path(__file__).parents[1] / "db" / "metadata.json"
    assert "policydiff" in json.loads(page.read_text("utf-8"))["databases"]
