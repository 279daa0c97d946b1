"""A library served by Datasette: every table, view and ready question answers."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from sqlite_utils import Database

from policydiff.follow import track_series
from policydiff.library import Library
from policydiff.pipeline import read
from policydiff.store.metadata import ASK, DATABASE, datasette_metadata
from policydiff.store.queries import Query, ready_queries
from policydiff.store.schema import migrations, sql_folder

datasette_app = pytest.importorskip("datasette.app")

LANCHUAN = Path(__file__).parents[1] / "examples" / "lanchuan"
GIVEN = {
    "old": "2019",
    "new": "2020",
    "words": "高标准农田",
    "year": "2021",
    "commitment": "0",
    "series": "澜川市",
    "other": "全国",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("served") / f"{DATABASE}.db") as library:
        for path in sorted(LANCHUAN.glob("*.txt")):
            library.add(read(path))
        track_series(library, "澜川市")
        yield library


def fetched(library: Library, path: str) -> list[dict[str, object]]:
    """The rows Datasette serves at a path."""

    async def fetch() -> list[dict[str, object]]:
        served = datasette_app.Datasette(
            [str(library.path)], metadata=json.loads(datasette_metadata())
        )
        response = await served.client.get(path)
        assert response.status_code == 200, response.text
        rows: list[dict[str, object]] = response.json()
        return rows

    return asyncio.run(fetch())


def views() -> list[str]:
    with Database(memory=True) as db:
        migrations().apply(db)
        return [view.name for view in db.views]


def test_metadata_page_is_written_from_the_questions_and_the_readme() -> None:
    assert (sql_folder() / "metadata.json").read_text("utf-8") == datasette_metadata()


def test_metadata_describes_every_view_with_its_columns() -> None:
    described = json.loads(datasette_metadata())["databases"][DATABASE]["tables"]
    assert [name for name in views() if not described[name]["columns"]] == []


@pytest.mark.parametrize("view", views())
def test_view_is_served(library: Library, view: str) -> None:
    rows = fetched(library, f"/{DATABASE}/{view}.json?_shape=array&_size=5")
    with Database(library.path) as db:
        assert len(rows) == min(5, db.view(view).count)


@pytest.mark.parametrize("query", ready_queries(), ids=lambda query: query.name)
def test_ready_question_is_served(library: Library, query: Query) -> None:
    given = {each.name: GIVEN.get(each.name, "") for each in query.parameters}
    rows = fetched(library, f"/{DATABASE}/{ASK}{query.name}.json?_shape=array&{urlencode(given)}")
    answer = library.ask(query.name, {name: value for name, value in given.items() if value})
    assert len(rows) == len(answer.rows)
    assert all(tuple(row) == answer.columns for row in rows)
