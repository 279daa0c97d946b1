"""``policydiff add``, ``list`` and ``show``: what is in the library, and what was understood."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated

import typer

from policydiff.cli.console import complain, output_console, remark, talk_console, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.cli.sources import Reader, choose
from policydiff.errors import LabelError, SourceError
from policydiff.library import Library
from policydiff.model import Columns, Document, Genre
from policydiff.pipeline import Overrides
from policydiff.report.outline import ListedDocument, document_outline, documents_table
from policydiff.store import Added, DocumentSummary, Outcome


def _iso_date(given: str | None) -> str | None:
    try:
        return given and dt.date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f'"{given}" is no date; write it as 2019-01-27') from error


def add(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Files (text, Markdown, HTML, DOCX, PDF, CSV, XLSX) or addresses, https://…"
        ),
    ],
    series: SeriesOption = None,
    label: Annotated[str | None, typer.Option(help="The label, for a single file.")] = None,
    title: Annotated[str | None, typer.Option(help="The title, for a single file.")] = None,
    issuer: Annotated[str | None, typer.Option(help="Who issued the documents.")] = None,
    year: Annotated[int | None, typer.Option(help="The year, for a single file.")] = None,
    date: Annotated[
        str | None, typer.Option(help="The date as 2019-01-27.", callback=_iso_date)
    ] = None,
    genre: Annotated[Genre | None, typer.Option(help="What sort of document it is.")] = None,
    text_column: Annotated[
        str | None, typer.Option(help="The column of a table that holds the documents' texts.")
    ] = None,
    label_column: Annotated[
        str | None, typer.Option(help="The column of a table that holds their labels.")
    ] = None,
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
    overrides = Overrides(label, title, series, issuer, year, date, genre)
    _require_single(files, label=label, title=title, year=year, date=date)
    columns = _columns(text_column, label_column)
    failures = 0
    with Library(database) as library:
        reader = Reader(library, overrides, columns, offline, allow_private)
        for name in files:
            failures += _add_all(name, reader, replace=replace)
        if failures < len(files):
            _warn_of_mixed_issuers(library.documents())
    if failures:
        raise typer.Exit(2)


def _columns(text: str | None, label: str | None) -> Columns | None:
    if text is None and label is not None:
        raise SourceError(f'--label-column "{label}" needs --text-column NAME beside it')
    return None if text is None else Columns(text, label)


def _add_all(name: str, reader: Reader, *, replace: bool) -> int:
    """Adds what a file or an address holds, one document or more, and counts the failures."""
    try:
        with waiting(f"Reading {name} …"):
            reading = reader.read(name)
    except (SourceError, LabelError) as error:
        complain(str(error))
        return 1
    failures = 0
    for document in reading.documents:
        try:
            added = reader.library.add(document, replace=replace)
        except LabelError as error:
            complain(str(error))
            failures += 1
        else:
            _tell(name, document, added)
    if reading.download is not None and not failures:
        reader.library.keep(reading.download)
    return failures


def _require_single(files: list[str], **given: object) -> None:
    named = next((name for name, value in given.items() if value is not None), None)
    if named is not None and len(files) > 1:
        raise LabelError(
            f'--{named} "{given[named]}" can name one document only, but {len(files)} files are '
            "given; add them one by one"
        )


def _tell(name: str, document: Document, added: Added) -> None:
    stored = added.document.name
    said = {
        Outcome.ADDED: f"added {stored}: {document.title}",
        Outcome.REPLACED: f"replaced {stored}: {document.title}",
        Outcome.UNCHANGED: f"unchanged: {name} is already there as {stored}",
    }
    output_console().print(said[added.outcome], markup=False, soft_wrap=True)
    if added.outcome is Outcome.UNCHANGED and added.differs:
        fields = ", ".join(added.differs)
        remark(f"it would now be read differently ({fields}); take that over with --replace")


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
    output_console().print(f"removed {removed.name}: {removed.title}", markup=False, soft_wrap=True)


def show(
    document: Annotated[str, typer.Argument(help="A label, 全国/2019, or a file.")],
    series: SeriesOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Show one document's outline with its counts."""
    with Library(database) as library:
        chosen = choose(document, library, series)
    if not chosen.is_stored:
        talk_console().print("not in the library: this is how the file would be read")
    output_console().print(document_outline(chosen.document))
