"""One document's rows: written from a value, and read back as an equal one."""

from dataclasses import dataclass

from sqlite_utils import Database

from policydiff.model import (
    Document,
    Genre,
    Item,
    Kind,
    Notice,
    Role,
    Section,
    Span,
)
from policydiff.store.figures import load_results, load_targets, load_waivers, save_figures
from policydiff.store.ids import DocumentIds, document_ids, next_ids, positions
from policydiff.store.places import load_places, save_places
from policydiff.store.queries import find_query


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One document of a library at a glance."""

    document_id: int
    series: str
    label: str
    title: str
    issuer: str
    year: int | None
    date: str
    genre: Genre
    language: str
    source: str
    sha256: str
    sections: int
    items: int
    forward_looking: int
    targets: int
    notices: int

    @property
    def name(self) -> str:
        """The label with its series, ``重庆/2019``, or the label where there is none."""
        return f"{self.series}/{self.label}" if self.series else self.label

    @property
    def reference(self) -> str:
        """The name that means no other document; one without a series is ``/2019``."""
        return f"{self.series}/{self.label}"


def list_documents(db: Database) -> tuple[DocumentSummary, ...]:
    """All documents, by series, year and label."""
    query = find_query("documents")
    return tuple(
        DocumentSummary(**{**row, "genre": Genre(row["genre"])}) for row in db.query(query.sql)
    )


def save_document(db: Database, document: Document) -> int:
    """The id of the document's row, which is added with the rows of all its parts."""
    ids = _new_ids(db, document)
    _save_description(db, document, ids)
    _save_notices(db, document, ids)
    save_places(db, document, ids.document)
    _save_sections(db, document, ids)
    _save_items(db, document, ids)
    save_figures(db, document, ids)
    return ids.document


def load_document(db: Database, document_id: int) -> Document:
    """The document as it was saved."""
    ids = document_ids(db, document_id)
    (row,) = db.table("documents").rows_where("id = ?", [document_id])
    return Document(
        label=row["label"],
        title=row["title"],
        series=row["series"],
        issuer=row["issuer"],
        year=row["year"],
        date=row["date"],
        genre=Genre(row["genre"]),
        language=row["language"],
        source=row["source"],
        sha256=row["sha256"],
        text=row["text"],
        notices=_load_notices(db, document_id),
        furniture=_load_furniture(db, document_id),
        sections=_load_sections(db, ids),
        items=_load_items(db, ids),
        targets=load_targets(db, ids),
        results=load_results(db, ids),
        waivers=load_waivers(db, ids),
        places=load_places(db, document_id),
    )


def _new_ids(db: Database, document: Document) -> DocumentIds:
    (document_id,) = next_ids(db, "documents", 1)
    return DocumentIds(
        document_id,
        next_ids(db, "sections", len(document.sections)),
        next_ids(db, "items", len(document.items)),
        next_ids(db, "targets", len(document.targets)),
        next_ids(db, "results", len(document.results)),
    )


def _save_description(db: Database, document: Document, ids: DocumentIds) -> None:
    db.table("documents").insert(
        {
            "id": ids.document,
            "series": document.series,
            "label": document.label,
            "title": document.title,
            "issuer": document.issuer,
            "year": document.year,
            "date": document.date,
            "genre": document.genre,
            "language": document.language,
            "source": document.source,
            "sha256": document.sha256,
            "text": document.text,
        }
    )


def _save_notices(db: Database, document: Document, ids: DocumentIds) -> None:
    db.table("notices").insert_all(
        {
            "document_id": ids.document,
            "position": position,
            "code": notice.code,
            "message": notice.message,
            "span_start": notice.span.start,
            "span_end": notice.span.end,
        }
        for position, notice in enumerate(document.notices)
    )
    db.table("furniture").insert_all(
        {
            "document_id": ids.document,
            "position": position,
            "span_start": span.start,
            "span_end": span.end,
        }
        for position, span in enumerate(document.furniture)
    )


def _save_sections(db: Database, document: Document, ids: DocumentIds) -> None:
    db.table("sections").insert_all(
        {
            "id": ids.sections[position],
            "document_id": ids.document,
            "position": position,
            "parent_id": None if section.parent is None else ids.sections[section.parent],
            "level": section.level,
            "ordinal": section.ordinal,
            "heading": section.heading,
            "span_start": section.span.start,
            "span_end": section.span.end,
            "heading_start": section.heading_span.start,
            "heading_end": section.heading_span.end,
            "role": section.role,
        }
        for position, section in enumerate(document.sections)
    )


def _save_items(db: Database, document: Document, ids: DocumentIds) -> None:
    db.table("items").insert_all(
        {
            "id": ids.items[position],
            "document_id": ids.document,
            "position": position,
            "section_id": ids.sections[item.section],
            "kind": item.kind,
            "span_start": item.span.start,
            "span_end": item.span.end,
            "line": document.text.count("\n", 0, item.span.start) + 1,
            "text": item.text,
            "plain": item.plain,
            "sentence": item.sentence,
            "paragraph": item.paragraph,
        }
        for position, item in enumerate(document.items)
    )


def _load_notices(db: Database, document_id: int) -> tuple[Notice, ...]:
    rows = db.table("notices").rows_where("document_id = ?", [document_id], order_by="position")
    return tuple(
        Notice(row["code"], row["message"], Span(row["span_start"], row["span_end"]))
        for row in rows
    )


def _load_furniture(db: Database, document_id: int) -> tuple[Span, ...]:
    rows = db.table("furniture").rows_where("document_id = ?", [document_id], order_by="position")
    return tuple(Span(row["span_start"], row["span_end"]) for row in rows)


def _load_sections(db: Database, ids: DocumentIds) -> tuple[Section, ...]:
    place = positions(ids.sections)
    rows = db.table("sections").rows_where("document_id = ?", [ids.document], order_by="position")
    return tuple(
        Section(
            parent=None if row["parent_id"] is None else place[row["parent_id"]],
            level=row["level"],
            ordinal=row["ordinal"],
            heading=row["heading"],
            span=Span(row["span_start"], row["span_end"]),
            heading_span=Span(row["heading_start"], row["heading_end"]),
            role=Role(row["role"]),
        )
        for row in rows
    )


def _load_items(db: Database, ids: DocumentIds) -> tuple[Item, ...]:
    place = positions(ids.sections)
    rows = db.table("items").rows_where("document_id = ?", [ids.document], order_by="position")
    return tuple(
        Item(
            section=place[row["section_id"]],
            span=Span(row["span_start"], row["span_end"]),
            text=row["text"],
            plain=row["plain"],
            kind=Kind(row["kind"]),
            sentence=row["sentence"],
            paragraph=row["paragraph"],
        )
        for row in rows
    )
