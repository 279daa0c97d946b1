"""``policydiff query``: the ready questions, and what the library answers."""

from typing import Annotated

import typer

from policydiff.cli.console import output_console
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.errors import QueryError
from policydiff.model import Kind
from policydiff.report.answer import answer_csv, answer_table
from policydiff.store import Answer, Library, Query, ready_queries


def query(
    name: Annotated[
        str | None, typer.Argument(help="The question; without one, all are listed.")
    ] = None,
    parameters: Annotated[
        list[str] | None, typer.Argument(help="What it wants to know, such as old=2019 new=2022.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the questions.")] = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Answer with CSV for a spreadsheet.")
    ] = False,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Answer a ready question from the library, or list the questions."""
    if name is None or listed:
        answer = Answer(("name", "question", "parameters"), tuple(map(_row, ready_queries())))
    else:
        with Library(database) as library:
            answer = library.ask(name, dict(_parameter(text) for text in parameters or ()))
    _print(answer, as_csv=as_csv)


def search(
    words: Annotated[str, typer.Argument(help="Words that an item holds, such as 营商环境.")],
    series: SeriesOption = None,
    kind: Annotated[Kind | None, typer.Option(help="Only items of this kind.")] = None,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Answer with CSV for a spreadsheet.")
    ] = False,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Find words in all items of all documents."""
    with Library(database) as library:
        answer = library.ask("find_items", {"words": words, "series": series, "kind": kind})
    _print(answer, as_csv=as_csv)


def _print(answer: Answer, *, as_csv: bool) -> None:
    if as_csv:
        typer.echo(answer_csv(*answer), nl=False)
    else:
        output_console().print(answer_table(*answer))


def _row(query: Query) -> tuple[str, str, str]:
    parameters = (
        f"[{parameter.name}]" if parameter.is_optional else parameter.name
        for parameter in query.parameters
    )
    return query.name, query.question, " ".join(parameters)


def _parameter(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise QueryError(f'"{text}" does not say which parameter it is; write NAME={text}')
    return name, value
