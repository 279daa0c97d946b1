"""What was understood as JSON: ``policydiff/document/1``; of a table ``policydiff/documents/1``."""

from collections.abc import Iterable, Iterator
from typing import TypedDict

from policydiff.model import Document, Item, Kind, Paragraph
from policydiff.report.place import line_number
from policydiff.report.rows import FactsRow, NoticeRow, PlaceRow, SpanRow
from policydiff.report.written import dumps, facts_row, notice_row, place_row, span_row

SCHEMA = "policydiff/document/1"
TABLE_SCHEMA = "policydiff/documents/1"


class OutlineRow(TypedDict):
    """A heading, what its section is for, and how many items of each kind it holds itself."""

    id: str
    parent: str | None
    level: int
    ordinal: str
    heading: str
    span: SpanRow
    role: str
    kinds: dict[str, int]
    line: int
    place: PlaceRow | None


class ReadItemRow(TypedDict):
    """A clause and what it says."""

    id: str
    section: str
    span: SpanRow
    text: str
    kind: str
    line: int
    place: PlaceRow | None


class ParagraphRow(TypedDict):
    """A paragraph of the cleaned text; ``span`` is where it stands in the file's."""

    span: SpanRow
    text: str
    line: int
    place: PlaceRow | None


class UnderstoodRow(FactsRow):
    """A document; spans are ``[start, end)`` in code points of the text read from the file."""

    schema: str
    kinds: dict[str, int]
    notices: list[NoticeRow]
    sections: list[OutlineRow]
    items: list[ReadItemRow]
    paragraphs: list[ParagraphRow]


class UnderstoodTableRow(TypedDict):
    """The documents of a table, in the order of its rows."""

    schema: str
    documents: list[UnderstoodRow]


Understood = tuple[Document, Iterable[Paragraph]]


def understood_json(document: Document, paragraphs: Iterable[Paragraph]) -> str:
    """The document as one JSON object, one row a line."""
    return dumps(understood_rows(document, paragraphs))


def understood_table_json(documents: Iterable[Understood]) -> str:
    """The documents of a table with their paragraphs as one JSON object, one document a line."""
    rows: UnderstoodTableRow = {
        "schema": TABLE_SCHEMA,
        "documents": [understood_rows(document, paragraphs) for document, paragraphs in documents],
    }
    return dumps(rows)


def understood_rows(document: Document, paragraphs: Iterable[Paragraph]) -> UnderstoodRow:
    """The document as plain dicts and lists."""
    return {
        "schema": SCHEMA,
        **facts_row(document),
        "kinds": _kinds(document.items),
        "notices": [notice_row(notice) for notice in document.notices],
        "sections": list(_sections(document)),
        "items": list(_items(document)),
        "paragraphs": [_paragraph(document, paragraph) for paragraph in paragraphs],
    }


def _sections(document: Document) -> Iterator[OutlineRow]:
    of_section: dict[int, list[Item]] = {}
    for item in document.items:
        of_section.setdefault(item.section, []).append(item)
    for position, section in enumerate(document.sections):
        yield {
            "id": f"s{position}",
            "parent": None if section.parent is None else f"s{section.parent}",
            "level": section.level,
            "ordinal": section.ordinal,
            "heading": section.heading,
            "span": span_row(section.span),
            "role": section.role,
            "kinds": _kinds(of_section.get(position, ())),
            "line": line_number(document, section.span),
            "place": place_row(document, section.span),
        }


def _items(document: Document) -> Iterator[ReadItemRow]:
    for position, item in enumerate(document.items):
        yield {
            "id": f"i{position}",
            "section": f"s{item.section}",
            "span": span_row(item.span),
            "text": item.text,
            "kind": item.kind,
            "line": line_number(document, item.span),
            "place": place_row(document, item.span),
        }


def _paragraph(document: Document, paragraph: Paragraph) -> ParagraphRow:
    return {
        "span": span_row(paragraph.span),
        "text": paragraph.text,
        "line": line_number(document, paragraph.span),
        "place": place_row(document, paragraph.span),
    }


def _kinds(items: Iterable[Item]) -> dict[str, int]:
    kinds = [item.kind for item in items]
    return {str(kind): kinds.count(kind) for kind in Kind}
