"""The figures of one document: its targets and its results, written and read back."""

from sqlite_utils import Database

from policydiff.model import Comparator, Document, Result, Span, Target
from policydiff.store.ids import DocumentIds, positions


def save_figures(db: Database, document: Document, ids: DocumentIds) -> None:
    """Adds the rows of a document's targets and results."""
    _save_targets(db, document, ids)
    _save_results(db, document, ids)


def load_targets(db: Database, ids: DocumentIds) -> tuple[Target, ...]:
    """The targets of a stored document, in order."""
    place = positions(ids.items)
    rows = db.table("targets").rows_where("document_id = ?", [ids.document], order_by="position")
    return tuple(
        Target(
            item=place[row["item_id"]],
            span=Span(row["span_start"], row["span_end"]),
            indicator=row["indicator"],
            comparator=Comparator(row["comparator"]),
            value=row["value"],
            value_hi=row["value_hi"],
            unit=row["unit"],
            strength=row["strength"],
            baseline=row["baseline"],
            deadline=row["deadline"],
        )
        for row in rows
    )


def load_results(db: Database, ids: DocumentIds) -> tuple[Result, ...]:
    """The results of a stored document, in order."""
    place = positions(ids.items)
    rows = db.table("results").rows_where("document_id = ?", [ids.document], order_by="position")
    return tuple(
        Result(
            item=place[row["item_id"]],
            span=Span(row["span_start"], row["span_end"]),
            indicator=row["indicator"],
            comparator=Comparator(row["comparator"]),
            value=row["value"],
            value_hi=row["value_hi"],
            unit=row["unit"],
            period=row["period"],
        )
        for row in rows
    )


def _save_targets(db: Database, document: Document, ids: DocumentIds) -> None:
    db.table("targets").insert_all(
        {
            "id": ids.targets[position],
            "document_id": ids.document,
            "position": position,
            "item_id": ids.items[target.item],
            "span_start": target.span.start,
            "span_end": target.span.end,
            "indicator": target.indicator,
            "comparator": target.comparator,
            "value": target.value,
            "value_hi": target.value_hi,
            "unit": target.unit,
            "strength": target.strength,
            "baseline": target.baseline,
            "deadline": target.deadline,
        }
        for position, target in enumerate(document.targets)
    )


def _save_results(db: Database, document: Document, ids: DocumentIds) -> None:
    db.table("results").insert_all(
        {
            "id": ids.results[position],
            "document_id": ids.document,
            "position": position,
            "item_id": ids.items[result.item],
            "span_start": result.span.start,
            "span_end": result.span.end,
            "indicator": result.indicator,
            "comparator": result.comparator,
            "value": result.value,
            "value_hi": result.value_hi,
            "unit": result.unit,
            "period": result.period,
        }
        for position, result in enumerate(document.results)
    )
