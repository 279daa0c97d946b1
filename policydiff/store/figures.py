"""The figures of one document: its targets and results and what it sets no target for."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from policydiff.lexicon.indicator_keys import indicator_key, is_generic
from policydiff.model import Comparator, Document, Outcome, Result, Span, Target, Waiver
from policydiff.store.ids import DocumentIds, document_ids, positions

_PLACED = frozenset({"item", "span"})


def save_figures(db: Database, document: Document, ids: DocumentIds) -> None:
    """Adds the rows of a document's targets, results and waivers."""
    db.table("targets").insert_all(
        {"id": row_id, **_row(ids, position, target), "indicator_key": _key(target.indicator)}
        for position, (row_id, target) in enumerate(zip(ids.targets, document.targets, strict=True))
    )
    db.table("results").insert_all(
        {"id": row_id, **_row(ids, position, result)}
        for position, (row_id, result) in enumerate(zip(ids.results, document.results, strict=True))
    )
    db.table("waivers").insert_all(
        {
            "document_id": ids.document,
            "position": position,
            "item_id": ids.items[waiver.item],
            "indicator": waiver.indicator,
            "indicator_key": _key(waiver.indicator),
        }
        for position, waiver in enumerate(document.waivers)
    )


def save_reports(db: Database, documents: tuple[int, int], outcomes: Sequence[Outcome]) -> None:
    """Adds what one document's results say of another's targets."""
    old, new = (document_ids(db, document) for document in documents)
    db.table("target_reports").insert_all(
        (
            {
                "target_id": old.targets[outcome.target],
                "result_id": new.results[outcome.result],
                "verdict": outcome.verdict,
                "margin": outcome.margin,
            }
            for outcome in outcomes
        ),
        replace=True,
    )


def load_targets(db: Database, ids: DocumentIds) -> tuple[Target, ...]:
    """The targets of a stored document, in order."""
    return tuple(Target(**values) for values in _values(db, "targets", Target, ids))


def load_results(db: Database, ids: DocumentIds) -> tuple[Result, ...]:
    """The results of a stored document, in order."""
    return tuple(Result(**values) for values in _values(db, "results", Result, ids))


def load_waivers(db: Database, ids: DocumentIds) -> tuple[Waiver, ...]:
    """The waivers of a stored document, in order."""
    place = positions(ids.items)
    rows = db.table("waivers").rows_where("document_id = ?", [ids.document], order_by="position")
    return tuple(Waiver(place[row["item_id"]], row["indicator"]) for row in rows)


def _own_fields(kind: type[Target] | type[Result]) -> list[str]:
    """The fields that a row has under their own names."""
    return [field.name for field in fields(kind) if field.name not in _PLACED]


def _row(ids: DocumentIds, position: int, figure: Target | Result) -> dict[str, Any]:
    return {
        "document_id": ids.document,
        "position": position,
        "item_id": ids.items[figure.item],
        "span_start": figure.span.start,
        "span_end": figure.span.end,
        **{name: getattr(figure, name) for name in _own_fields(type(figure))},
    }


def _values(
    db: Database, table: str, kind: type[Target] | type[Result], ids: DocumentIds
) -> Sequence[Mapping[str, Any]]:
    """The values of each row of a document's figures, by field."""
    place, names = positions(ids.items), _own_fields(kind)
    rows = db.table(table).rows_where("document_id = ?", [ids.document], order_by="position")
    return [
        {
            **{name: row[name] for name in names},
            "item": place[row["item_id"]],
            "span": Span(row["span_start"], row["span_end"]),
            "comparator": Comparator(row["comparator"]),
        }
        for row in rows
    ]


def _key(indicator: str) -> str:
    """The key of an indicator on one line, empty for a name that fits many things."""
    return "" if is_generic(indicator) else " ".join(indicator_key(indicator)).strip()
