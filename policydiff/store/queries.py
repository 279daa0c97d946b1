"""The ready questions of ``db/queries``: what they ask, and what a library answers.

A file's header says all about it, in lines such as these::

    -- question: Which commitments does the new document not carry on?
    -- document old: the older document
    -- parameter words: words that stand in the text
    -- parameter series (optional): only this series
    -- column text: the commitment

``document`` is a parameter that takes a label, ``2019`` or ``重庆/2019``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlite_utils import Database

from policydiff.errors import QueryError
from policydiff.store.schema import sql_folder

Value = str | int | float | None

HEADER_LINE = re.compile(
    r"-- (?P<entry>question|document|parameter|column)(?: (?P<name>\w+))?"
    r"(?P<optional> \(optional\))?: (?P<meaning>.+)"
)


class Parameter(NamedTuple):
    """What a question must, or may, be told."""

    name: str
    meaning: str
    is_document: bool
    is_optional: bool


class Column(NamedTuple):
    """What a column of the answer says."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Query:
    """A ready question and the SQL that answers it."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sql: str


class Answer(NamedTuple):
    """The rows that answer a question, under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ready_queries() -> tuple[Query, ...]:
    """All ready questions, by name."""
    files = sorted((sql_folder() / "queries").glob("*.sql"))
    return tuple(parse_query(file.stem, file.read_text("utf-8")) for file in files)


def find_query(name: str) -> Query:
    """The ready question of that name."""
    known = {query.name: query for query in ready_queries()}
    if name not in known:
        raise QueryError(f'no question "{name}"; there are {", ".join(known)}')
    return known[name]


def parse_query(name: str, sql: str) -> Query:
    """The question a file asks, from its header."""
    entries = list(_header(sql))
    (question,) = [entry["meaning"] for entry in entries if entry["entry"] == "question"]
    parameters = tuple(
        Parameter(
            name=entry["name"],
            meaning=entry["meaning"],
            is_document=entry["entry"] == "document",
            is_optional=entry["optional"] is not None,
        )
        for entry in entries
        if entry["entry"] in ("document", "parameter")
    )
    columns = tuple(
        Column(entry["name"], entry["meaning"]) for entry in entries if entry["entry"] == "column"
    )
    return Query(name, question, parameters, columns, sql)


def run_query(db: Database, query: Query, parameters: Mapping[str, Value]) -> Answer:
    """What the database answers; an optional parameter not given is null."""
    _require_parameters(query, parameters)
    values = {parameter.name: parameters.get(parameter.name) for parameter in query.parameters}
    cursor = db.execute(query.sql, values)
    return Answer(tuple(column[0] for column in cursor.description), tuple(cursor.fetchall()))


def _header(sql: str) -> Iterator[re.Match[str]]:
    for line in sql.splitlines():
        match = HEADER_LINE.fullmatch(line)
        if match is None:
            return
        yield match


def _require_parameters(query: Query, parameters: Mapping[str, Value]) -> None:
    known = [parameter.name for parameter in query.parameters]
    for name in parameters:
        if name not in known:
            takes = ", ".join(known) or "no parameters"
            raise QueryError(f'"{query.name}" has no parameter "{name}"; it takes {takes}')
    for parameter in query.parameters:
        if not parameter.is_optional and parameters.get(parameter.name) is None:
            raise QueryError(
                f'"{query.name}" needs the parameter "{parameter.name}": {parameter.meaning}'
            )
