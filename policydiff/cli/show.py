"""``policydiff show``: what was understood of a document, before it is added or after."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType

from policydiff.cli.console import output_console, show_report, talk_console, waiting
from policydiff.cli.options import (
    DEFAULT_DATABASE,
    DatabaseOption,
    DateOption,
    EndOption,
    GenreOption,
    IssuerOption,
    LabelOption,
    LanguageOption,
    SeriesOption,
    StartOption,
    TitleOption,
    YearOption,
)
from policydiff.cli.output import Format
from policydiff.cli.sources import choose
from policydiff.model import Document
from policydiff.overrides import Overrides
from policydiff.pipeline import paragraphs
from policydiff.report.blocks import Block
from policydiff.report.markdown import blocks_markdown
from policydiff.report.outline import document_outline
from policydiff.report.terminal import blocks_renderable
from policydiff.report.understood import item_blocks, outline_blocks, readable_depth, text_blocks
from policydiff.report.understood_data import understood_json
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
    database: DatabaseOption = DEFAULT_DATABASE,
    pager: Annotated[bool, typer.Option(help="Page what does not fit the screen.")] = True,
) -> None:
    """Show what was understood of a document: what it is, its outline, items and text."""
    overrides = Overrides(label, title, series, issuer, year, date, genre, language, start, end)
    with Library(database) as library, waiting(f"Reading {document} …"):
        chosen = choose(document, library, series, overrides)
    if not chosen.is_stored:
        talk_console().print("not in the library: this is how the file would be read")
    match output_format:
        case Format.JSON:
            typer.echo(understood_json(chosen.document, paragraphs(chosen.document)), nl=False)
        case Format.MARKDOWN:
            blocks = _blocks(chosen.document, text=text, items=items)
            typer.echo(blocks_markdown(blocks), nl=False)
        case Format.TERMINAL:
            show_report(_on_screen(chosen.document, depth, text=text, items=items), paged=pager)


def _blocks(document: Document, *, text: bool, items: bool) -> Iterator[Block]:
    """The outline, and behind it what else is asked for."""
    yield from outline_blocks(document)
    yield from _asked(document, text=text, items=items)


def _asked(document: Document, *, text: bool, items: bool) -> Iterator[Block]:
    if items:
        yield from item_blocks(document)
    if text:
        yield from text_blocks(document, paragraphs(document))


def _on_screen(document: Document, depth: int | None, *, text: bool, items: bool) -> RenderableType:
    """What is asked for, or else the outline, on a screen no deeper than fits it."""
    if text or items:
        return blocks_renderable(_asked(document, text=text, items=items))
    if depth is None and output_console().is_terminal:
        depth = readable_depth(document)
    return document_outline(document, depth or 0)
