"""The SQL in db/: what the migrations build, and that the pages about it tell the truth."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from policydiff.store import schema
from policydiff.store.queries import ready_queries
from policydiff.store.schema import (
    APPLICATION_ID,
    fresh_schema,
    migration_files,
    migrations,
    open_library,
    shadow_tables,
    sql_folder,
)

README = (sql_folder() / "README.md").read_text("utf-8")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with open_library(tmp_path / "new.db", create=True) as db:
        yield db


def described(name: str) -> list[str]:
    _, chapter = README.split(f"### `{name}`\n", 1)
    return re.findall(r"^\| `(\w+)` \|", chapter.split("\n#", 1)[0], re.MULTILINE)


def built() -> dict[str, list[str]]:
    with Database(memory=True) as db:
        migrations().apply(db)
        return {
            name: [column.name for column in db[name].columns]
            for name in [*db.table_names(), *db.view_names()]
            if name not in shadow_tables(db)
        }


def test_schema_page_is_the_schema_of_a_new_library() -> None:
    assert (sql_folder() / "schema.sql").read_text("utf-8") == fresh_schema()


@pytest.mark.parametrize(("name", "columns"), built().items())
def test_every_column_is_described_in_its_order(name: str, columns: list[str]) -> None:
    assert described(name) == columns


def test_readme_describes_nothing_else() -> None:
    assert set(re.findall(r"^### `(\w+)`", README, re.MULTILINE)) == built().keys()


def test_readme_lists_every_question() -> None:
    listed = re.findall(r"^\| `(\w+)` \| (.+\?) \|$", README, re.MULTILINE)
    assert listed == [(query.name, query.question) for query in ready_queries()]


def test_installed_package_brings_its_sql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policydiff" / "db").mkdir(parents=True)
    monkeypatch.setattr(schema, "__file__", str(tmp_path / "policydiff" / "store" / "schema.py"))
    assert sql_folder() == tmp_path / "policydiff" / "db"


def test_every_migration_has_a_number_of_its_own() -> None:
    numbers = [int(file.stem.split("_")[0]) for file in migration_files()]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("file", migration_files(), ids=lambda file: file.stem)
def test_migration_says_first_why_it_exists(file: Path) -> None:
    assert file.read_text("utf-8").startswith("-- ")


def test_every_table_is_strict(db: Database) -> None:
    hidden = {"_sqlite_migrations", "item_words", *shadow_tables(db)}
    ours = [table for table in db.tables if table.name not in hidden]
    assert [table.name for table in ours if not table.strict] == []


def test_every_foreign_key_has_an_index(db: Database) -> None:
    """Without one, removing a document reads each table from end to end for every row."""
    missing = [
        (table.name, key.column)
        for table in db.tables
        for key in table.foreign_keys
        if key.column not in {index.columns[0] for index in table.indexes}
        and key.column != table.pks[0]
    ]
    assert missing == []


def test_new_library_is_recognisable(db: Database) -> None:
    assert db.execute("pragma application_id").fetchone() == (APPLICATION_ID,)


def test_foreign_keys_are_enforced(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.table("furniture").insert(
            {"document_id": 7, "position": 0, "span_start": 0, "span_end": 1}
        )


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "twice.db"
    open_library(path, create=True).close()
    before = path.read_bytes()
    open_library(path, create=False).close()
    assert path.read_bytes() == before


def test_library_of_an_earlier_release_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "earlier.db"
    with Database(path) as earlier:
        migrations().apply(earlier, stop_before="0002_comparisons")
    with open_library(path, create=False) as db:
        assert [table for table in ("comparisons", "links") if not db.table(table).exists()] == []
