"""``policydiff query`` and ``policydiff remove``, and what compare does with what it found."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from policydiff.cli.app import app
from policydiff.errors import LibraryError
from policydiff.store import Library

LANCHUAN = Path(__file__).parents[1] / "examples" / "lanchuan"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def wide_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two reports and their comparison, not to be written to."""
    database = tmp_path_factory.mktemp("library") / "policydiff.db"
    run("add", LANCHUAN / "2020.txt", LANCHUAN / "2021.txt", "--db", database)
    run("compare", "2020", "2021", "--db", database)
    return database


def changed_figures(database: Path, *more: str) -> Sequence[str]:
    asked = run("query", "changed_figures", "old=2020", "new=2021", *more, "--db", database)
    assert asked.exit_code == 0, asked.output
    return asked.stdout.splitlines()


def test_query_without_a_name_lists_the_questions() -> None:
    listed = run("query")
    assert "Which figures were raised, lowered, tightened or loosened?" in listed.stdout
    assert "old new [direction]" in listed.stdout


def test_query_prints_the_rows_that_answer(compared: Path) -> None:
    columns, *rows = changed_figures(compared)
    assert columns.split()[:2] == ["direction", "old_figure"]
    assert any(row.startswith("lowered") for row in rows)


def test_query_takes_optional_parameters(compared: Path) -> None:
    _, *rows = changed_figures(compared, "direction=lowered", "--csv")
    assert {row.split(",")[0] for row in rows} == {"lowered"}


def test_query_prints_csv_when_asked(compared: Path) -> None:
    columns = changed_figures(compared, "--csv")[0]
    assert columns == (
        "direction,old_figure,new_figure,ambition,old_text,new_text,old_line,new_line"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["promises"], 'no question "promises"; there are added_commitments'),
        (["coverage", "2020"], '"2020" does not say which parameter it is; write NAME=2020'),
        (["changed_figures", "old=2020"], '"changed_figures" needs the parameter "new"'),
        (["coverage", "year=2020"], '"coverage" has no parameter "year"; it takes no parameters'),
    ],
)
def test_query_asked_wrongly_says_what_it_needs(
    compared: Path, arguments: list[str], message: str
) -> None:
    asked = run("query", *arguments, "--db", compared)
    assert asked.exit_code == 2
    assert message in asked.stderr


def test_remove_takes_the_document_out(tmp_path: Path) -> None:
    database = tmp_path / "policydiff.db"
    run("add", LANCHUAN / "2020.txt", "--db", database)
    removed = run("remove", "2020", "--db", database)
    assert removed.stdout == "removed 澜川市/2020: 2020年澜川市人民政府工作报告\n"
    with Library(database) as library:
        assert library.documents() == ()


def test_remove_of_an_unknown_label_says_which_there_are(compared: Path) -> None:
    removed = run("remove", "2019", "--db", compared)
    assert removed.exit_code == 2
    assert "it has 2021, 2020" in removed.stderr


def test_comparison_that_cannot_be_stored_is_shown_all_the_same(
    compared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise LibraryError("the disk is full")

    monkeypatch.setattr(Library, "save_comparison", refuse)
    shown = run("compare", "2020", "2021", "--db", compared)
    assert shown.exit_code == 0
    assert "Dropped: " in shown.stdout
    assert shown.stderr == "note: this comparison is not stored: the disk is full\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only files")
def test_comparison_of_a_read_only_library_is_shown(tmp_path: Path, compared: Path) -> None:
    database = tmp_path / "policydiff.db"
    database.write_bytes(compared.read_bytes())
    database.chmod(0o444)
    shown = run("compare", "2020", "2021", "--db", database)
    assert shown.exit_code == 0
    assert "read-only" in shown.stderr


MORE = "more (use --limit 0)"


@pytest.mark.parametrize(
    ("options", "is_cut"),
    [([], True), (["--limit", "0"], False), (["--only", "dropped"], False)],
)
def test_lists_on_a_terminal_are_cut_unless_the_user_says_which(
    compared: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], *, is_cut: bool
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = run("compare", "2020", "2021", "--no-pager", *options, "--db", compared)
    assert (MORE in shown.stdout) is is_cut


def test_piped_lists_are_whole(compared: Path) -> None:
    assert MORE not in run("compare", "2020", "2021", "--db", compared).stdout


def test_written_reports_are_whole_even_on_a_terminal(
    compared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("compare", "2020", "2021", "-o", tmp_path / "report.txt", "--db", compared)
    assert MORE not in (tmp_path / "report.txt").read_text("utf-8")
