"""What Datasette is told of a library: the ready questions, and what tables and columns mean.

All of it stands in ``db/`` already; ``db/metadata.json`` is written from there.
"""

import json
import re
from collections.abc import Iterator

from policydiff.store.queries import Query, ready_queries
from policydiff.store.schema import sql_folder

DATABASE = "policydiff"
"""Datasette calls a database after its file: ``policydiff.db``."""

ASK = "ask_"
"""Stands before a question's name, since a view may have the same and would be hidden."""

_CHAPTER = re.compile(r"^### `(?P<name>\w+)`\n(?P<body>(?:(?!^##).*\n?)*)", re.MULTILINE)
_COLUMN = re.compile(r"^\| `(?P<name>\w+)` \| (?P<meaning>.+) \|$", re.MULTILINE)


def datasette_metadata() -> str:
    """The JSON for ``datasette policydiff.db -m db/metadata.json``."""
    database = {
        "tables": dict(_tables((sql_folder() / "README.md").read_text("utf-8"))),
        "queries": {f"{ASK}{query.name}": _canned(query) for query in ready_queries()},
    }
    metadata = {
        "title": "policydiff",
        "description": "Commitments of policy documents, followed across the years",
        "databases": {DATABASE: database},
    }
    return json.dumps(metadata, ensure_ascii=False, indent=1) + "\n"


def _tables(readme: str) -> Iterator[tuple[str, dict[str, object]]]:
    for chapter in _CHAPTER.finditer(readme):
        columns = {match["name"]: match["meaning"] for match in _COLUMN.finditer(chapter["body"])}
        about = " ".join(chapter["body"].split("\n|", 1)[0].split())
        yield chapter["name"], {"description": about, "columns": columns}


def _canned(query: Query) -> dict[str, object]:
    """A question for a form, whose empty fields are empty texts and not null."""
    optional = [parameter.name for parameter in query.parameters if parameter.is_optional]
    sql = query.sql
    for name in optional:
        sql = re.sub(rf":{name}\b", f"nullif(:{name}, '')", sql)
    return {
        "title": query.question,
        "sql": sql,
        "params": [parameter.name for parameter in query.parameters],
    }
