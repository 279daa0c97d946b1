"""Whatever is wrong: one clear sentence, exit code 2, no traceback, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from typer.testing import CliRunner, Result

from policydiff.cli.app import app
from policydiff.store import schema

ROOT = Path(__file__).parents[1]
LIUWAN = Path(__file__).with_name("liuwan")
UNWRITABLE = Path("/proc")
"""A folder that not even the superuser can write to."""
FULL = Path("/dev/full")
needs_unwritable = pytest.mark.skipif(not UNWRITABLE.is_dir(), reason="every folder can be written")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device here is always full")


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


def refused(*arguments: str) -> str:
    """The one sentence a command says when it refuses."""
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)
    return one_sentence(result.stderr)


def one_sentence(talk: str) -> str:
    (line,) = talk.splitlines()
    assert line.startswith("policydiff: ")
    return line.removeprefix("policydiff: ")


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def store_both() -> None:
    assert run("add", "2020.txt", "2021.txt").exit_code == 0


def damaged_utf8() -> None:
    content = Path("2020.txt").read_bytes()
    Path("bad.txt").write_bytes(content[:300] + b"\xff\xfe\xfa\xc3" + content[300:])


BAD_FILES: dict[str, tuple[Callable[[], object], str]] = {
    "missing": (lambda: None, 'there is no file "bad.txt"'),
    "directory": (lambda: Path("bad.txt").mkdir(), '"bad.txt" is a directory'),
    "binary": (lambda: Path("bad.txt").write_bytes(b"\x00\x01\x02\x03"), "is a binary file"),
    "image": (lambda: Path("bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n"), "is an image"),
    "archive": (lambda: Path("bad.txt").write_bytes(b"PK\x03\x04word"), "is an archive"),
    "empty": (lambda: Path("bad.txt").touch(), '"bad.txt" is empty'),
    "white space": (lambda: Path("bad.txt").write_text(" \n\n\t"), '"bad.txt" is empty'),
    "one line": (lambda: Path("bad.txt").write_text("修好老桥。", "utf-8"), "no document"),
    "undecodable": (damaged_utf8, "cannot be decoded: byte 300"),
}


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "bad.txt"],
        ["show", "bad.txt"],
        ["compare", "bad.txt", "2021.txt"],
        ["compare", "2020.txt", "bad.txt", "-o", "report.md"],
    ],
    ids=["add", "show", "compare old", "compare new"],
)
@pytest.mark.parametrize(("make", "sentence"), BAD_FILES.values(), ids=BAD_FILES)
def test_file_that_is_no_document_is_refused(
    make: Callable[[], object], sentence: str, arguments: list[str]
) -> None:
    make()
    before = names()
    assert sentence in refused(*arguments)
    assert names() == before


def test_unknown_label_lists_those_there_are() -> None:
    store_both()
    assert refused("compare", "2020", "2031") == (
        'no document "2031" in "policydiff.db"; it has 2021, 2020'
    )


def test_ambiguous_label_lists_the_choices() -> None:
    store_both()
    assert run("add", "2020.txt", "--series", "草案").exit_code == 0
    assert refused("compare", "2020", "2021") == (
        '"2020" names 2 documents; write 柳湾市/2020 or 草案/2020, or give --series'
    )


def test_unknown_series_lists_those_there_are() -> None:
    store_both()
    assert "柳湾市" in refused("show", "2020", "--series", "全国")


@pytest.mark.parametrize(
    "arguments", [["list"], ["show", "2020"], ["compare", "2020", "2021"], ["remove", "2020"]]
)
def test_missing_library_is_not_made(arguments: list[str]) -> None:
    assert refused(*arguments) == (
        'no library at "policydiff.db"; add documents with: policydiff add FILE'
    )
    assert names() == ["2020.txt", "2021.txt"]


def test_same_document_twice_is_told_and_compared() -> None:
    result = run("compare", "2020.txt", "2020.txt")
    assert result.exit_code == 0
    assert "Both documents are the same file." in result.stdout


def test_older_document_second_is_told_and_the_order_kept() -> None:
    result = run("compare", "2021.txt", "2020.txt")
    assert result.exit_code == 0
    assert "newer than the second" in result.stdout
    assert result.stdout.index("柳湾市2021年") < result.stdout.index("柳湾市2020年")


def test_what_is_odd_about_a_pair_is_told_beside_written_reports() -> None:
    result = run("compare", "2021.txt", "2020.txt", "-o", "report.json")
    assert "note: The first document (2021) is newer" in result.stderr


def test_documents_of_different_issuers_in_one_series_are_told() -> None:
    text = Path("2021.txt").read_text("utf-8").replace("柳湾市", "上柳湾市")
    Path("2021.txt").write_text(text, encoding="utf-8")
    result = run("add", "2020.txt", "2021.txt", "--series", "柳湾")
    assert result.exit_code == 0
    assert "note: the series 柳湾 holds documents of different issuers" in result.stderr
    assert "different issuers: 柳湾市 and 上柳湾市" in run("compare", "2020", "2021").stdout


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table bookmarks (id integer)")


def newer(path: Path) -> None:
    with Database(path) as db:
        schema.migrations().apply(db)
        db.table("_sqlite_migrations").insert(
            {"id": 99, "migration_set": "policydiff", "name": "0099_later", "applied_at": ""}
        )


BAD_LIBRARIES: dict[str, tuple[Callable[[Path], object], str]] = {
    "of another program": (foreign, "belongs to another program"),
    "of a newer version": (newer, "was written by a newer policydiff"),
    "no database": (lambda path: path.write_text("once upon a time"), "is not a policydiff"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
}


@pytest.mark.parametrize(
    "arguments",
    [["add", "2020.txt"], ["list"], ["show", "2020"], ["compare", "2020", "2021"]],
    ids=["add", "list", "show", "compare"],
)
@pytest.mark.parametrize(("make", "sentence"), BAD_LIBRARIES.values(), ids=BAD_LIBRARIES)
def test_library_that_is_not_ours_is_left_alone(
    make: Callable[[Path], object], sentence: str, arguments: list[str]
) -> None:
    path = Path("policydiff.db")
    make(path)
    before = path.is_file() and path.read_bytes()
    assert sentence in refused(*arguments)
    assert (path.is_file() and path.read_bytes()) == before


def test_library_in_a_missing_folder_is_not_made() -> None:
    assert refused("add", "2020.txt", "--db", "nowhere/policydiff.db") == (
        '"nowhere" does not exist; make that folder first'
    )


@needs_unwritable
def test_library_that_cannot_be_made_is_told() -> None:
    sentence = refused("add", "2020.txt", "--db", str(UNWRITABLE / "policydiff.db"))
    assert sentence.startswith('"/proc/policydiff.db" cannot be opened')


def test_library_that_cannot_be_written_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    store_both()
    connect = sqlite3.connect

    def connect_read_only(place: str, *, uri: bool, timeout: float) -> sqlite3.Connection:
        return connect(place.replace("mode=rw", "mode=ro"), uri=uri, timeout=timeout)

    monkeypatch.setattr(sqlite3, "connect", connect_read_only)
    assert "柳湾市/2020" in run("list").stdout
    assert "cannot be written" in refused("remove", "2020")
    compared = run("compare", "2020", "2021")
    assert compared.exit_code == 0
    assert compared.stderr.startswith("note: this comparison is not stored")


def test_full_disk_keeps_what_the_library_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    store_both()
    before = Path("policydiff.db").read_bytes()
    long_text = Path("2021.txt").read_text("utf-8") + "扩建驿站。\n" * 20_000
    Path("long.txt").write_text(long_text, encoding="utf-8")
    open_library = schema.open_library

    def open_on_a_small_disk(path: Path, *, create: bool) -> Database:
        db = open_library(path, create=create)
        pages = next(iter(db.query("pragma page_count")))["page_count"]
        db.execute(f"pragma max_page_count = {pages + 2}").fetchone()
        return db

    monkeypatch.setattr("policydiff.store.library.open_library", open_on_a_small_disk)
    assert "the disk is full; nothing was changed" in refused("add", "long.txt", "--label", "long")
    assert Path("policydiff.db").read_bytes() == before


BAD_OUTPUTS = [
    ("report.xyz", 'no report format is called ".xyz"'),
    ("report", '"report" has no suffix to tell the format by'),
    ("nowhere/report.md", 'there is no folder "nowhere" for "report.md"'),
    ("2021.txt", '"2021.txt" is one of the documents and would be lost'),
    ("./2020.txt", '"2020.txt" is one of the documents and would be lost'),
]


@pytest.mark.parametrize(("path", "sentence"), BAD_OUTPUTS)
def test_report_that_cannot_be_written_is_refused_before_any_is(path: str, sentence: str) -> None:
    before = {name: Path(name).read_bytes() for name in names()}
    told = refused("compare", "2020.txt", "2021.txt", "-o", "first.md", "-o", path)
    assert told.startswith(sentence)
    assert {name: Path(name).read_bytes() for name in names()} == before


def test_folder_in_a_report_s_place_is_left_alone() -> None:
    Path("report.md").mkdir()
    assert 'cannot write "report.md"' in refused(
        "compare", "2020.txt", "2021.txt", "-o", "report.md"
    )
    assert names() == ["2020.txt", "2021.txt", "report.md"]


@needs_unwritable
def test_report_in_an_unwritable_folder_is_told() -> None:
    path = str(UNWRITABLE / "report.md")
    assert f'cannot write "{path}"' in refused("compare", "2020.txt", "2021.txt", "-o", path)


def test_full_disk_keeps_the_former_report(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("report.md").write_text("former", encoding="utf-8")

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_space)
    told = refused("compare", "2020.txt", "2021.txt", "-o", "report.md")
    assert told.startswith('cannot write "report.md" (no space left on device)')
    assert Path("report.md").read_text("utf-8") == "former"
    assert names() == ["2020.txt", "2021.txt", "report.md"]


@needs_full
@pytest.mark.parametrize(
    "arguments",
    [["compare", "2020.txt", "2021.txt"], ["compare", "2020.txt", "2021.txt", "--format", "json"]],
    ids=["report", "json"],
)
def test_full_output_is_told_without_a_traceback(arguments: list[str]) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "policydiff", *arguments],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "cannot be written (no space left on device)" in one_sentence(done.stderr)


def test_reader_that_stops_reading_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "policydiff", "compare", "2020.txt", "2021.txt", "--format", "json"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["add", "2020.txt", "2021.txt", "--label", "x"], '--label "x" can name one document only'),
        (["add", "2020.txt", "2021.txt", "--year", "0"], '--year "0" can name one document only'),
    ],
)
def test_one_name_for_several_files_is_refused(arguments: list[str], sentence: str) -> None:
    assert refused(*arguments).startswith(sentence)
    assert names() == ["2020.txt", "2021.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "2020.txt", "--date", "2020-2-8"],
        ["add", "2020.txt", "--genre", "novel"],
        ["add"],
        ["compare", "2020.txt"],
        ["compare", "2020.txt", "2021.txt", "--limit", "-1"],
        ["compare", "2020.txt", "2021.txt", "--format", "pdf"],
        ["compare", "2020.txt", "2021.txt", "--only", "kept"],
        ["frobnicate"],
    ],
)
def test_mistyped_command_shows_its_usage(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")
    assert "Traceback" not in result.output
