"""``policydiff show``: what was understood of a document, before it is added or after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.console import Group, RenderableType

from policydiff.cli.console import output_console, show_report, talk_console, waiting
from policydiff.cli.options import (
    DEFAULT_DATABASE,
    DatabaseOption,
    DateOption,
    EndOption,
    GenreOption,
    IssuerOption,
    LabelColumnOption,
    LabelOption,
    LanguageOption,
    SeriesOption,
    StartOption,
    TextColumnOption,
    TitleOption,
    YearOption,
)
from policydiff.cli.output import Format
from policydiff.cli.sources import choose, choose_rows, table_columns
from policydiff.model import Document
from policydiff.overrides import Overrides
from policydiff.pipeline import paragraphs
from policydiff.report.blocks import Block
from policydiff.report.markdown import blocks_markdown
from policydiff.report.outline import document_outline
from policydiff.report.terminal import blocks_renderable
from policydiff.report.understood import item_blocks, outline_blocks, readable_depth, text_blocks
from policydiff.report.understood_data import understood_json, understood_table_json
from policydiff.report.understood_table import table_blocks, title_blocks
from policydiff.store import Library


def show(
    document: Annotated[
        str, typer.Argument(help="A file, an address fetched before, or a label, 全国/2019.")
    ],
    text: Annotated[
        bool, typer.Option("--text", help="Show the cleaned text, each paragraph with its place.")
    ] = False,
    items: Annotated[
        bool, typer.Option("--items", help="Show the items, each with its kind and place.")
    ] = False,
    depth: Annotated[
        int | None,
        typer.Option(min=0, help="Show sections so many levels deep, 0 for all of them."),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="What to print on standard output.")
    ] = Format.TERMINAL,
    series: SeriesOption = None,
    label: LabelOption = None,
    title: TitleOption = None,
    issuer: IssuerOption = None,
    year: YearOption = None,
    date: DateOption = None,
    genre: GenreOption = None,
    language: LanguageOption = None,
    start: StartOption = None,
    end: EndOption = None,
    text_column: TextColumnOption = None,
    label_column: LabelColumnOption = None,
    row: Annotated[
        int | None, typer.Option(min=2, help="Show only the document in this row of a table.")
    ] = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    pager: Annotated[bool, typer.Option(help="Page what does not fit the screen.")] = True,
) -> None:
    """Show what was understood of a document: what it is, its outline, items and text."""
    overrides = Overrides(label, title, series, issuer, year, date, genre, language, start, end)
    columns = table_columns(text_column, label_column=label_column, row=row)
    with Library(database) as library, waiting(f"Reading {document} …"):
        if columns is None:
            chosen = [choose(document, library, series, overrides)]
        else:
            chosen = choose_rows(document, columns, row, overrides)
    if not chosen[0].is_stored:
        talk_console().print("not in the library: this is how the file would be read")
    documents = tuple(each.document for each in chosen)
    is_table = columns is not None and row is None
    _print(documents, Asked(output_format, text, items, depth, is_table), paged=pager)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown of the documents; ``is_table`` if they are all those of a table."""

    format: Format
    text: bool
    items: bool
    depth: int | None
    is_table: bool


def _print(documents: tuple[Document, ...], asked: Asked, *, paged: bool) -> None:
    match asked.format:
        case Format.JSON if asked.is_table:
            each = ((document, paragraphs(document)) for document in documents)
            typer.echo(understood_table_json(each), nl=False)
        case Format.JSON:
            typer.echo(understood_json(documents[0], paragraphs(documents[0])), nl=False)
        case Format.MARKDOWN:
            typer.echo(blocks_markdown(_blocks(documents, asked)), nl=False)
        case Format.TERMINAL:
            show_report(Group(*_on_screen(documents, asked)), paged=paged)


def _blocks(documents: tuple[Document, ...], asked: Asked) -> Iterator[Block]:
    """The outline of each document, and behind it what else is asked for."""
    if asked.is_table:
        yield from table_blocks(documents)
    for document in documents:
        yield from outline_blocks(document)
        yield from _details(document, asked)


def _details(document: Document, asked: Asked) -> Iterator[Block]:
    if asked.items:
        yield from item_blocks(document)
    if asked.text:
        yield from text_blocks(document, paragraphs(document))


def _on_screen(documents: tuple[Document, ...], asked: Asked) -> Iterator[RenderableType]:
    """Of each document what is asked for, or else its outline."""
    if asked.is_table:
        yield blocks_renderable(table_blocks(documents))
    for document in documents:
        if asked.text or asked.items:
            title = title_blocks(document) if asked.is_table else ()
            yield blocks_renderable((*title, *_details(document, asked)))
            continue
        if asked.is_table:
            yield ""
        yield _outline(document, asked.depth)


def _outline(document: Document, depth: int | None) -> RenderableType:
    """The outline, on a screen no deeper than fits it."""
    if depth is None and output_console().is_terminal:
        depth = readable_depth(document)
    return document_outline(document, depth or 0)
