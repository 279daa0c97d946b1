"""``policydiff add``, ``list``, ``show`` and ``compare`` as a user types them."""

import json
import os
import pty
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from policydiff.cli.app import app
from policydiff.report.view import Part

ROOT = Path(__file__).parents[1]
LIUWAN = Path(__file__).with_name("liuwan")
SCHEMA = json.loads(Path(__file__).with_name("comparison.schema.json").read_text("utf-8"))
COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3|9)[0-7]m")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the user works in, with two reports."""
    for name in ("2020.txt", "2021.txt"):
        shutil.copy(LIUWAN / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("POLICYDIFF_DB", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def told(*arguments: str) -> str:
    """What a command that succeeds prints."""
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def renamed(source: str, path: str, *changes: tuple[str, str]) -> None:
    text = Path(source).read_text(encoding="utf-8")
    for before, after in changes:
        text = text.replace(before, after)
    Path(path).write_text(text, encoding="utf-8")


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "policydiff", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def on_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes where its output is a terminal."""
    reading, writing = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "policydiff", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"} | environment,
        stdin=writing,
        stdout=writing,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    written = b""
    while chunk := _read_terminal(reading):
        written += chunk
    os.close(reading)
    assert process.wait() == 0
    return written.decode()


def _read_terminal(reading: int) -> bytes:
    try:
        return os.read(reading, 65536)
    except OSError:  # a terminal whose other end is closed says so with an error on Linux
        return b""


def test_adding_says_what_each_file_was_taken_for() -> None:
    assert told("add", "2020.txt", "2021.txt").splitlines() == [
        "added 柳湾市/2020: 柳湾市2020年政府工作报告",
        "added 柳湾市/2021: 柳湾市2021年政府工作报告",
    ]


def test_list_shows_what_is_in_the_library() -> None:
    told("add", "2020.txt", "2021.txt")
    columns, first, second = told("list").splitlines()
    assert columns.split()[:3] == ["label", "title", "issuer"]
    assert first.startswith("柳湾市/2020")
    assert "柳湾市2021年政府工作报告" in second


@pytest.mark.parametrize(
    ("option", "value", "shown"),
    [
        ("--label", "draft", "柳湾市/draft"),
        ("--series", "草案", "草案/2020"),
        ("--title", "草案一稿", "草案一稿"),
        ("--issuer", "柳湾新区", "柳湾新区"),
        ("--date", "2020-02-08", "2020-02-08"),
        ("--genre", "plan_report", "plan report"),
    ],
)
def test_what_is_inferred_can_be_overridden(option: str, value: str, shown: str) -> None:
    told("add", "2020.txt", option, value)
    label = "draft" if option == "--label" else "2020"
    assert shown in told("show", label)


def test_adding_a_file_again_changes_nothing() -> None:
    told("add", "2020.txt")
    before = Path("policydiff.db").read_bytes()
    assert told("add", "2020.txt") == "unchanged: 2020.txt is already there as 柳湾市/2020\n"
    assert Path("policydiff.db").read_bytes() == before


def test_changed_file_takes_the_place_of_the_former_only_when_asked() -> None:
    told("add", "2020.txt")
    renamed("2020.txt", "2020.txt", ("8000户", "9000户"))
    refused = run("add", "2020.txt")
    assert refused.exit_code == 2
    assert "--replace" in refused.stderr
    assert told("add", "2020.txt", "--replace").startswith("replaced 柳湾市/2020")


def test_files_after_a_bad_one_are_added_all_the_same() -> None:
    result = run("add", "missing.txt", "2020.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("added 柳湾市/2020")


def test_show_prints_the_outline_of_a_stored_document() -> None:
    told("add", "2020.txt")
    shown = told("show", "2020")
    assert "（二）改善出行" in shown
    assert "柳湾市/2020" in shown


def test_show_reads_a_file_that_is_not_stored() -> None:
    shown = run("show", "2021.txt")
    assert shown.exit_code == 0
    assert "（二）便利出行" in shown.stdout
    assert "ends" in shown.stdout or "breaks off" in shown.stdout
    assert shown.stderr.startswith("not in the library")
    assert not Path("policydiff.db").exists()


def test_two_stored_documents_are_compared_by_label() -> None:
    told("add", "2020.txt", "2021.txt")
    report = told("compare", "2020", "2021")
    assert "城镇调查失业率控制在[-5.5%左右-]{+5.5%以内+}" in report
    assert "新增市场主体8000户" in report


def test_two_files_are_compared_without_a_library() -> None:
    assert "推行河长巡查制度" in told("compare", "2020.txt", "2021.txt")
    assert not Path("policydiff.db").exists()


def test_stored_document_is_compared_with_a_file() -> None:
    told("add", "2020.txt")
    assert "便利出行" in told("compare", "2020", "2021.txt")


def test_label_goes_before_a_folder_of_that_name() -> None:
    told("add", "2020.txt", "2021.txt")
    Path("2020").mkdir()
    assert "便利出行" in told("compare", "2020", "2021")


@pytest.fixture
def two_series() -> None:
    told("add", "2020.txt", "2021.txt")
    renamed("2020.txt", "shan.txt", ("柳湾市", "南山市"), ("滨江隧道", "环山隧道"))
    told("add", "shan.txt", "--series", "南山")


@pytest.mark.parametrize("arguments", [["南山/2020"], ["2020", "--series", "南山"]])
@pytest.mark.usefixtures("two_series")
def test_series_says_which_of_two_documents_is_meant(arguments: list[str]) -> None:
    assert "南山市2020年政府工作报告" in told("show", *arguments)


@pytest.mark.usefixtures("two_series")
def test_documents_of_two_series_are_compared() -> None:
    report = told("compare", "南山/2020", "柳湾市/2021")
    assert "different issuers: 南山市 and 柳湾市" in report


def test_comparison_of_stored_documents_can_be_asked_in_sql() -> None:
    told("add", "2020.txt", "2021.txt")
    told("compare", "2020", "2021")
    with closing(sqlite3.connect("policydiff.db")) as database:
        rows = database.execute("select * from changes where status='dropped'").fetchall()
    assert any("新增市场主体8000户" in row for row in rows)


@pytest.mark.parametrize("place", ["option", "environment"])
def test_library_stands_where_the_user_says(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where = ["--db", "mine.sqlite"]
    if place == "environment":
        monkeypatch.setenv("POLICYDIFF_DB", "mine.sqlite")
        where = []
    told("add", "2020.txt", *where)
    assert "2020" in told("list", *where)
    assert sorted(path.name for path in Path().iterdir()) == ["2020.txt", "2021.txt", "mine.sqlite"]


def test_report_is_written_in_each_format_asked_for() -> None:
    written = run("compare", "2020.txt", "2021.txt", "-o", "a.md", "-o", "b.json", "-o", "c.txt")
    assert written.exit_code == 0
    assert written.stdout == ""
    assert written.stderr.splitlines()[:3] == ["wrote a.md", "wrote b.json", "wrote c.txt"]
    assert Path("a.md").read_text("utf-8") == told(
        "compare", "2020.txt", "2021.txt", "--format", "markdown"
    )
    assert Path("b.json").read_text("utf-8") == told(
        "compare", "2020.txt", "2021.txt", "--format", "json"
    )
    assert "柳湾市2020年政府工作报告" in Path("c.txt").read_text("utf-8")


def test_report_is_written_and_printed_when_both_are_asked_for() -> None:
    result = run("compare", "2020.txt", "2021.txt", "-o", "a.md", "--format", "json")
    assert json.loads(result.stdout)["schema"] == "policydiff/comparison/1"
    assert Path("a.md").exists()


def test_report_takes_the_place_of_a_former_one() -> None:
    Path("a.md").write_text("former", encoding="utf-8")
    told("compare", "2020.txt", "2021.txt", "-o", "a.md")
    assert "柳湾市" in Path("a.md").read_text("utf-8")


def test_json_keeps_its_contract() -> None:
    wire = json.loads(told("compare", "2020.txt", "2021.txt", "--format", "json"))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(wire)] == []


TITLES = {
    Part.FIGURES: "Figures",
    Part.CARRIED: "Carried",
    Part.DROPPED: "Dropped",
    Part.ADDED: "Added",
    Part.REPORTED: "Reported",
}


@pytest.mark.parametrize("part", Part)
def test_only_one_list_is_shown_when_asked(part: Part) -> None:
    report = told("compare", "2020.txt", "2021.txt", "--only", part)
    shown = {
        other
        for other, title in TITLES.items()
        if re.search(f"^{title}[^:\n]*: ", report, re.MULTILINE)
    }
    assert shown == {part}


def test_only_sections_with_a_word_in_their_heading_are_shown() -> None:
    report = told("compare", "2020.txt", "2021.txt", "--only", "dropped", "--section", "湿地")
    assert "修复白鹭湖湿地200亩" in report
    assert "新增市场主体8000户" not in report


def test_section_that_neither_document_has_is_said_to_be_missing() -> None:
    assert "没有" in told("compare", "2020.txt", "2021.txt", "--section", "没有")


def test_limit_shortens_lists_and_says_so() -> None:
    arguments = ("compare", "2020.txt", "2021.txt", "--only", "dropped")
    whole, short = told(*arguments), told(*arguments, "--limit", "1")
    assert len(short.splitlines()) < len(whole.splitlines())
    assert "more" in short


def test_limit_of_nothing_shows_everything() -> None:
    arguments = ("compare", "2020.txt", "2021.txt")
    assert told(*arguments, "--limit", "0") == told(*arguments)


@pytest.mark.parametrize(
    ("new", "exit_code"), [("2021.txt", 1), ("2020.txt", 0)], ids=["changed", "same"]
)
def test_exit_code_says_whether_anything_changed(new: str, exit_code: int) -> None:
    assert run("compare", "2020.txt", new, "--exit-code").exit_code == exit_code
    assert run("compare", "2020.txt", new).exit_code == 0


def test_piped_report_is_plain() -> None:
    report = command("compare", "2020.txt", "2021.txt").stdout
    assert "\x1b" not in report
    assert "[-加快建设-]{+建成+}滨江隧道" in report


@pytest.mark.parametrize("arguments", [["compare", "2020.txt", "2021.txt"], ["show", "2020.txt"]])
def test_characters_that_the_output_has_no_code_for_are_escaped(arguments: list[str]) -> None:
    done = command(*arguments, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "柳湾市".encode("ascii", "backslashreplace").decode() in done.stdout


def test_report_on_a_terminal_is_coloured_unless_colour_is_declined() -> None:
    arguments = ("compare", "2020.txt", "2021.txt", "--no-pager")
    assert COLOUR.search(on_terminal(*arguments))
    assert not COLOUR.search(on_terminal(*arguments, NO_COLOR="1"))


def test_long_report_on_a_terminal_goes_through_the_pager(folder: Path) -> None:
    pager = folder / "pager"
    pager.write_text("#!/bin/sh\ncat > paged.txt\n", encoding="utf-8")
    pager.chmod(0o755)
    on_terminal("compare", "2020.txt", "2021.txt", PAGER=str(pager), LINES="10")
    assert "滨江隧道" in Path("paged.txt").read_text("utf-8")


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_report_keeps_to_the_width_of_the_terminal(columns: str) -> None:
    report = command("compare", "2020.txt", "2021.txt", COLUMNS=columns).stdout
    assert max(map(cell_len, report.splitlines())) <= int(columns)


def test_help_lists_the_commands() -> None:
    shown = told("--help")
    assert all(name in shown for name in ("add", "list", "show", "compare"))


def test_version_is_told() -> None:
    assert re.fullmatch(r"policydiff \d+\.\d+\.\d+\n", told("--version"))


def test_module_runs_as_the_command() -> None:
    result = command("list")
    assert result.returncode == 2
    assert result.stderr.startswith("policydiff: ")
