"""How facts, notices, places, spans and whole objects are written in JSON."""

import json
from collections.abc import Mapping

from policydiff.model import Document, Notice, Span
from policydiff.report import rows


def facts_row(document: Document) -> rows.FactsRow:
    """What a document is, as it is written."""
    return {
        "label": document.label,
        "title": document.title,
        "series": document.series,
        "issuer": document.issuer,
        "year": document.year,
        "date": document.date,
        "genre": document.genre,
        "language": document.language,
        "source": document.source,
        "sha256": document.sha256,
    }


def notice_row(notice: Notice) -> rows.NoticeRow:
    """A notice as it is written."""
    return {"code": notice.code, "message": notice.message, "span": span_row(notice.span)}


def place_row(document: Document, span: Span) -> rows.PlaceRow | None:
    """Where a span starts in its file; None where the file has only lines."""
    place = document.place_of(span)
    if place is None:
        return None
    return {
        "kind": place.kind,
        "name": place.name,
        "box": None if place.box is None else [round(edge, 1) for edge in place.box],
    }


def span_row(span: Span) -> rows.SpanRow:
    """A span as it is written."""
    return [span.start, span.end]


def dumps(rows_by_name: Mapping[str, object]) -> str:
    """One JSON object, its lists with one row a line."""
    lines = [f"{_compact(key)}: {_block(value)}" for key, value in rows_by_name.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _block(value: object) -> str:
    """A list with one row a line, so that two comparisons can be told apart line by line."""
    if not isinstance(value, list) or not value:
        return _compact(value)
    return "[\n" + ",\n".join(_compact(row) for row in value) + "\n]"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
