"""Databases that cannot be used: one sentence with its remedy, and nothing is lost."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from policydiff.errors import LibraryError
from policydiff.model import Comparison, Document
from policydiff.store import Library, schema
from policydiff.store.failures import library_errors


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policydiff.db"


@pytest.fixture
def stored(path: Path, old_document: Document) -> Document:
    with Library(path) as library:
        library.add(old_document)
    return old_document


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table bookmarks (id integer)")


def newer_program(path: Path) -> None:
    with Database(path) as db:
        schema.migrations().apply(db)
        db.table("_sqlite_migrations").insert(
            {"id": 99, "migration_set": "policydiff", "name": "0099_threads", "applied_at": ""}
        )


def damage(path: Path) -> None:
    newer_program(path)
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)


UNUSABLE: list[tuple[Callable[[Path], object], str]] = [
    (other_program, "belongs to another program (it holds bookmarks); choose another file"),
    (newer_program, "was written by a newer policydiff (it has 0099_threads); upgrade with: pip"),
    (lambda path: path.write_bytes(b"once upon a time"), "is not a policydiff database; choose"),
    (lambda path: path.mkdir(), "is a folder; name a file with --db"),
    (damage, "is damaged; restore a copy, or delete it and add the documents again"),
]


@pytest.mark.parametrize(("make", "message"), UNUSABLE)
def test_file_that_is_no_library_of_ours_is_not_read(
    path: Path, make: Callable[[Path], object], message: str
) -> None:
    make(path)
    with pytest.raises(LibraryError) as refusal, Library(path) as library:
        library.documents()
    assert str(refusal.value).startswith(f'"{path}" {message}')


@pytest.mark.parametrize("make", [make for make, _ in UNUSABLE])
def test_file_that_is_no_library_of_ours_is_not_written(
    path: Path, make: Callable[[Path], object], old_document: Document
) -> None:
    make(path)
    before = path.is_file() and path.read_bytes()
    with pytest.raises(LibraryError), Library(path) as library:
        library.add(old_document, replace=True)
    assert (path.is_file() and path.read_bytes()) == before


@pytest.mark.parametrize(
    "read",
    [
        Library.documents,
        lambda library: library.load("2019"),
        lambda library: library.remove("2019"),
        lambda library: library.load_comparison("2019", "2020"),
        lambda library: library.ask("documents"),
    ],
)
def test_reading_a_missing_library_makes_none(
    path: Path, read: Callable[[Library], object]
) -> None:
    with pytest.raises(LibraryError) as refusal, Library(path) as library:
        read(library)
    assert str(refusal.value) == (
        f'no library at "{path}"; add documents with: policydiff add FILE'
    )
    assert not path.exists()


def test_comparison_of_a_missing_library_makes_none(path: Path, comparison: Comparison) -> None:
    with pytest.raises(LibraryError, match="no library at"), Library(path) as library:
        library.save_comparison(comparison)
    assert not path.exists()


def test_empty_file_is_no_library_yet(path: Path, old_document: Document) -> None:
    path.touch()
    with pytest.raises(LibraryError, match="no library at"), Library(path) as library:
        library.documents()
    with Library(path) as library:
        library.add(old_document)
        assert library.load("2020") == old_document


def test_missing_folder_is_named(tmp_path: Path, old_document: Document) -> None:
    path = tmp_path / "nowhere" / "policydiff.db"
    with pytest.raises(LibraryError) as refusal, Library(path) as library:
        library.add(old_document)
    assert str(refusal.value) == f'"{path.parent}" does not exist; make that folder first'


def test_library_that_cannot_be_written_is_read(
    path: Path, stored: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def connect_read_only(place: str, *, uri: bool, timeout: float) -> sqlite3.Connection:
        return connect(place.replace("mode=rw", "mode=ro"), uri=uri, timeout=timeout)

    monkeypatch.setattr(sqlite3, "connect", connect_read_only)
    with Library(path) as library:
        assert library.load("2020") == stored
        with pytest.raises(LibraryError, match="cannot be written, the file or its folder is re"):
            library.remove("2020")
        assert library.load("2020") == stored


def test_full_disk_loses_nothing(path: Path, stored: Document, new_document: Document) -> None:
    with Library(path) as library:
        with library._reading() as db:
            (pages,) = db.execute("pragma page_count").fetchone()
            db.execute(f"pragma max_page_count = {pages + 2}").fetchone()
        with pytest.raises(LibraryError, match="the disk is full; nothing was changed"):
            library.add(replace(new_document, text="长" * 100_000))
        assert [library.load(document.label) for document in library.documents()] == [stored]


def test_full_disk_keeps_the_document_to_be_replaced(path: Path, stored: Document) -> None:
    with Library(path) as library:
        with library._reading() as db:
            (pages,) = db.execute("pragma page_count").fetchone()
            db.execute(f"pragma max_page_count = {pages + 2}").fetchone()
        longer = replace(stored, text="长" * 100_000, sha256="0" * 64)
        with pytest.raises(LibraryError, match="the disk is full"):
            library.add(longer, replace=True)
        assert library.load("2020") == stored


def test_library_in_use_is_said_to_be(
    path: Path, stored: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path)) as other, Library(path) as library:
        other.execute("begin immediate")
        assert library.load("2020") == stored
        with pytest.raises(LibraryError, match="is in use by another program; close that"):
            library.remove("2020")


def test_interrupted_writing_leaves_what_was_there(
    path: Path, stored: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("policydiff.store.documents.save_figures", interrupt)
    with Library(path) as library:
        with pytest.raises(KeyboardInterrupt):
            library.add(replace(stored, sha256="0" * 64), replace=True)
        assert library.load("2020") == stored


def test_sqlite_without_an_index_of_words_is_named(
    path: Path, stored: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "WORD_INDEX", "fts9")
    with Library(path) as library, pytest.raises(LibraryError, match="built without FTS5"):
        library.load(stored.label)


def test_old_sqlite_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")
    with pytest.raises(LibraryError, match=r"SQLite 3\.34\.1, a library needs 3\.37 or later"):
        Library(path).documents()


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_PERM, "may not be used by you; choose another file with --db"),
        (sqlite3.SQLITE_IOERR_WRITE, "cannot be read or written, the disk reports an error; "),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "cannot be opened; check that you may read it and write "),
    ],
)
def test_failure_of_sqlite_is_told_by_its_kind(code: int, sentence: str) -> None:
    failure = sqlite3.OperationalError()
    failure.sqlite_errorcode = code
    with (
        pytest.raises(LibraryError) as refusal,
        library_errors(Path("policydiff.db")),
    ):
        raise failure
    assert str(refusal.value).startswith(f'"policydiff.db" {sentence}')


def test_mistake_of_the_program_is_not_called_the_users() -> None:
    with pytest.raises(sqlite3.IntegrityError), library_errors(Path("policydiff.db")):
        raise sqlite3.IntegrityError


def test_path_that_the_system_refuses_is_quoted(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    with pytest.raises(LibraryError) as refusal, Library(path) as library:
        library.documents()
    assert str(refusal.value) == (
        f'"{path}" cannot be used, File name too long; choose another file with --db'
    )
