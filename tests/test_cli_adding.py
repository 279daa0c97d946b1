"""``policydiff add`` with many files: progress, what became of each, exit codes."""

import logging
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from policydiff.cli.app import app
from policydiff.cli.console import following

ROOT = Path(__file__).parents[1]
LIUWAN = Path(__file__).with_name("liuwan")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the user works in: two reports, and two files that cannot be read."""
    for name in ("2020.txt", "2021.txt"):
        shutil.copy(LIUWAN / name, tmp_path)
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "empty.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("POLICYDIFF_DB", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def on_terminal(*arguments: str) -> str:
    """What the command writes on a terminal, and its exit code on the last line."""
    reading, writing = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "policydiff", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
        stdin=writing,
        stdout=writing,
        stderr=writing,
    )
    os.close(writing)
    written = b""
    while chunk := _read_terminal(reading):
        written += chunk
    os.close(reading)
    return f"{written.decode()}\n{process.wait()}"


def _read_terminal(reading: int) -> bytes:
    try:
        return os.read(reading, 65536)
    except OSError:  # a terminal whose other end is closed says so with an error on Linux
        return b""


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["2020.txt", "2021.txt"], 0),
        (["scan.png", "2020.txt", "empty.txt"], 1),
        (["scan.png", "empty.txt"], 2),
        (["scan.png"], 2),
    ],
)
def test_exit_code_says_whether_all_some_or_none_were_read(files: list[str], code: int) -> None:
    assert run("add", *files).exit_code == code


def test_files_are_told_line_by_line_where_output_is_piped() -> None:
    result = run("add", "scan.png", "2020.txt", "2021.txt")
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == [
        "added 柳湾市/2020",
        "added 柳湾市/2021",
    ]
    assert result.stderr.startswith('policydiff: "scan.png" is an image')


def test_the_end_counts_and_names_what_was_not_read() -> None:
    lines = run("add", "scan.png", "2020.txt", "empty.txt").stderr.splitlines()
    title = lines.index("1 added, 2 refused")
    rows = [line.split()[:2] for line in lines[title + 2 :] if line.strip().startswith("refused")]
    assert rows == [["refused", "scan.png"], ["refused", "empty.txt"]]


def test_overrides_among_the_files_are_skipped() -> None:
    Path("2020.toml").write_text('title = "修订稿"', encoding="utf-8")
    result = run("add", "2020.toml", "2020.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "skipped 2020.toml: it says what another file is",
        "added 柳湾市/2020: 修订稿",
    ]


def test_a_document_under_a_taken_label_is_refused_and_the_rest_added() -> None:
    text = Path("2020.txt").read_text("utf-8").replace("8000户", "9000户")
    Path("again.txt").write_text(text, encoding="utf-8")
    result = run("add", "2020.txt", "again.txt", "2021.txt")
    assert result.exit_code == 1
    assert "2 added, 1 refused" in result.stderr


def test_a_file_added_before_is_counted_as_unchanged() -> None:
    run("add", "2020.txt")
    result = run("add", "2020.txt", "2021.txt")
    assert result.exit_code == 0
    assert "1 added, 1 unchanged" in result.stderr


def test_a_terminal_shows_progress_and_ends_with_a_table_of_all() -> None:
    written = on_terminal("add", "scan.png", "2020.txt", "2021.txt")
    assert "3/3" in written
    table = written[written.index("2 added, 1 refused") :]
    assert all(name in table for name in ("scan.png", "2020.txt", "2021.txt"))
    assert written.endswith("\n1")


def test_names_of_files_move_no_cursor() -> None:
    shutil.copy("2020.txt", "a\x1b[2Jb.txt")
    written = on_terminal("add", "a\x1b[2Jb.txt", "2021.txt", "scan.png")
    assert "\x1b[2J" not in written


def test_words_of_documents_move_no_cursor_where_output_is_piped() -> None:
    text = Path("2020.txt").read_text("utf-8").replace("柳湾市2020年", "柳湾\x1b[2J市2020年")
    Path("a.txt").write_text(text, encoding="utf-8")
    Path("b.csv").write_text("a\x1b[2Jb,c\n1,2\n", encoding="utf-8")
    results = [
        run("add", "a.txt"),
        run("add", "b.csv", "--text-column", "x"),
        run("remove", "2020"),
    ]
    assert [result.exit_code for result in results] == [0, 2, 0]
    assert "\x1b" not in "".join(result.output for result in results)


def test_long_work_on_one_document_says_how_far_it_is() -> None:
    said: list[str] = []
    with following(said.append):
        logging.getLogger("policydiff.read").info("%s: recognising page %d of %d", "a.pdf", 6, 40)
    logging.getLogger("policydiff.read").info("nobody listens")
    assert said == ["a.pdf: recognising page 6 of 40"]
