"""``policydiff add``, ``list`` and ``remove``: what is in the library."""

from collections.abc import Iterable
from typing import Annotated

import typer

from policydiff.cli.adding import add_files, exit_code
from policydiff.cli.console import output_console, remark, tell
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
from policydiff.cli.sources import Reader, table_columns
from policydiff.errors import LabelError
from policydiff.library import Library
from policydiff.overrides import Overrides
from policydiff.report.outline import ListedDocument, documents_table
from policydiff.store import DocumentSummary


def add(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Files (text, Markdown, HTML, DOCX, PDF, CSV, XLSX) or addresses, https://…"
        ),
    ],
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
    offline: Annotated[
        bool, typer.Option("--offline", help="Read addresses as they were last fetched.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private networks too.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the place of a document with the same label.")
    ] = False,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Read documents and keep them in the library."""
    overrides = Overrides(label, title, series, issuer, year, date, genre, language, start, end)
    _require_single(files, label=label, title=title, year=year, date=date, start=start, end=end)
    columns = table_columns(text_column, label_column=label_column)
    with Library(database) as library:
        reader = Reader(library, overrides, columns, offline, allow_private)
        reports = add_files(files, reader, replace=replace)
        if any(reported.fate.is_read for reported in reports):
            _warn_of_mixed_issuers(library.documents())
    if code := exit_code(reports):
        raise typer.Exit(code)


def _require_single(files: list[str], **given: object) -> None:
    named = next((name for name, value in given.items() if value is not None), None)
    if named is not None and len(files) > 1:
        raise LabelError(
            f'--{named} "{given[named]}" can name one document only, but {len(files)} files are '
            "given; add them one by one"
        )


def _warn_of_mixed_issuers(documents: Iterable[DocumentSummary]) -> None:
    issuers: dict[str, dict[str, list[str]]] = {}
    for document in documents:
        if document.issuer:
            of_series = issuers.setdefault(document.series, {})
            of_series.setdefault(document.issuer, []).append(document.label)
    for series, found in issuers.items():
        if len(found) > 1:
            listed = "; ".join(f"{issuer}: {', '.join(labels)}" for issuer, labels in found.items())
            remark(f"the series {series} holds documents of different issuers ({listed})")


def list_documents(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """List the documents in the library."""
    with Library(database) as library:
        rows = [_listed(document) for document in library.documents()]
    output_console().print(documents_table(rows))


def _listed(document: DocumentSummary) -> ListedDocument:
    return ListedDocument(**{name: getattr(document, name) for name in ListedDocument._fields})


def remove(
    document: Annotated[str, typer.Argument(help="A label, or 全国/2019.")],
    series: SeriesOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Take a document and its comparisons out of the library."""
    with Library(database) as library:
        removed = library.remove(document, series=series)
    tell(f"removed {removed.name}: {removed.title}")
