"""A document's places: its pages, paragraphs, anchors or rows."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from policydiff.model import Box, Document, Place, PlaceKind, Span


def save_places(db: Database, document: Document, document_id: int) -> None:
    """Adds the rows of a document's places."""
    db.table("places").insert_all(
        {
            "document_id": document_id,
            "position": position,
            "kind": place.kind,
            "name": place.name,
            "span_start": place.span.start,
            "span_end": place.span.end,
            "box_left": place.box and place.box.left,
            "box_top": place.box and place.box.top,
            "box_right": place.box and place.box.right,
            "box_bottom": place.box and place.box.bottom,
        }
        for position, place in enumerate(document.places)
    )


def load_places(db: Database, document_id: int) -> tuple[Place, ...]:
    """The places as they were saved."""
    rows = db.table("places").rows_where("document_id = ?", [document_id], order_by="position")
    return tuple(
        Place(
            Span(row["span_start"], row["span_end"]), PlaceKind(row["kind"]), row["name"], _box(row)
        )
        for row in rows
    )


def _box(row: Mapping[str, Any]) -> Box | None:
    if row["box_left"] is None:
        return None
    return Box(row["box_left"], row["box_top"], row["box_right"], row["box_bottom"])
