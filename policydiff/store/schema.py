"""The shape of the database: where its SQL lies, and how a file becomes a library."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from policydiff.errors import LibraryError

APPLICATION_ID = int.from_bytes(b"PlcD", "big")
"""What ``pragma application_id`` says of a policydiff database."""

MEMORY = ("pragma cache_size = -32768", "pragma temp_store = memory")
"""A series of twenty reports fits; with SQLite's own 2 MiB and files beside it, adding a year
writes each page several times."""

BUSY_SECONDS = 5.0
"""How long to wait for another program to finish writing."""

SCHEMA_HEADER = "-- All of the schema after the last migration: written by a program, to be read."

WORD_INDEX = "fts5"
"""The part of SQLite that finds words."""

MINIMUM_SQLITE = (3, 37, 0)
"""The first SQLite with strict tables."""


def sql_folder() -> Path:
    """The folder of migrations and queries: inside the installed package, or beside it."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "db"
    return installed if installed.is_dir() else package.parent / "db"


def migration_files() -> list[Path]:
    """The numbered files that lead from an empty file to a library, in order."""
    return sorted((sql_folder() / "migrations").glob("*.sql"))


def migrations() -> Migrations:
    """The same files as steps to apply, named as the files are."""
    steps = Migrations("policydiff")
    for path in migration_files():
        _register(steps, path)
    return steps


def open_library(path: Path, *, create: bool) -> Database:
    """An open database, known to be ours and brought up to date.

    Without ``create`` a missing or empty file is a LibraryError and stays as it is.
    """
    _require_place(path, create=create)
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS
    )
    try:
        db = Database(connection, execute_plugins=False)
        db.execute("pragma foreign_keys = on")
        for setting in MEMORY:
            db.execute(setting)
        _require_word_index(db)
        _require_ours(db, path, create=create)
        _migrate(db, path)
    except BaseException:
        connection.close()
        raise
    return db


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """One view of the file for all that is asked, whatever others write meanwhile.

    It costs less, too: outside a transaction each question locks the file anew.
    """
    if db.conn.in_transaction:
        yield
        return
    db.execute("begin")
    try:
        yield
    finally:
        db.rollback()


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One transaction: all of it is kept, or nothing.

    ``db.atomic()`` begins by reading; two programs that both read and then want
    to write would refuse each other, where these wait for their turn.
    """
    db.execute("begin immediate")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


def fresh_schema() -> str:
    """The SQL of every table, index and view of a new library, as ``db/schema.sql`` shows it."""
    steps = migrations()
    with Database(memory=True, execute_plugins=False) as db:
        steps.apply(db)
        rows = db.execute("select tbl_name, sql from sqlite_master order by rowid")
        hidden = {steps.migrations_table, *shadow_tables(db)}
        ours = [f"{sql};" for table, sql in rows if sql and table not in hidden]
    return "\n\n".join([SCHEMA_HEADER, *ours]) + "\n"


def shadow_tables(db: Database) -> set[str]:
    """The tables in which an index of words keeps itself."""
    rows = db.execute("select name from pragma_table_list where type = 'shadow'")
    return {name for (name,) in rows}


def _register(steps: Migrations, path: Path) -> None:
    @steps(name=path.stem)
    def _(db: Database) -> None:
        for statement in _statements(path.read_text("utf-8")):
            db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script.

    ``Database.executescript`` tries every character for a statement's end, so
    that a long view takes a tenth of a second; here the ends of lines do.
    """
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if line.endswith(";") and sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines = []


def _require_place(path: Path, *, create: bool) -> None:
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        raise LibraryError(
            f"this Python has SQLite {sqlite3.sqlite_version}, a library needs 3.37 or later; "
            "use a newer Python"
        )
    if path.is_dir():
        raise LibraryError(f'"{path}" is a folder; name a file with --db')
    if create and not path.absolute().parent.is_dir():
        raise LibraryError(f'"{path.parent}" does not exist; make that folder first')
    if not create and not path.exists():
        raise LibraryError(_no_library(path))


def _require_word_index(db: Database) -> None:
    if not list(db.execute("select 1 from pragma_module_list where name = ?", [WORD_INDEX])):
        raise LibraryError(
            "this Python's SQLite was built without FTS5, which searching needs; use another Python"
        )


def _require_ours(db: Database, path: Path, *, create: bool) -> None:
    # The tables come first: another program may be making this library just now.
    tables = db.table_names()
    (application,) = db.execute("pragma application_id").fetchone()
    if application == APPLICATION_ID:
        return
    if application or tables:
        found = f" (it holds {', '.join(tables[:3])})" if tables else ""
        raise LibraryError(
            f'"{path}" belongs to another program{found}; choose another file with --db'
        )
    if not create:
        raise LibraryError(_no_library(path))


def _migrate(db: Database, path: Path) -> None:
    steps = migrations()
    known = {file.stem for file in migration_files()}
    unknown = sorted({step.name for step in steps.applied(db)} - known)
    if unknown:
        raise LibraryError(
            f'"{path}" was written by a newer policydiff (it has {unknown[-1]}); '
            "upgrade with: pip install --upgrade policydiff"
        )
    if steps.pending(db):
        with writing(db):
            steps.apply(db)


def _no_library(path: Path) -> str:
    return f'no library at "{path}"; add documents with: policydiff add FILE'
