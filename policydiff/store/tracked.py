"""A tracking as it was saved, read back from its rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from policydiff.commitments import (
    Answer,
    Commitment,
    CommitmentYear,
    LeftOut,
    Lineup,
    Place,
    PromiseReport,
    Standing,
    Step,
    Tracking,
)
from policydiff.model import Change, Document
from policydiff.store.ids import DocumentIds

_SELECTS = {
    "commitment_items": "select commitment_id, item_id, is_shared from commitment_items "
    "where commitment_id in (select id from commitments where tracking_id = ?) order by position",
    "commitment_steps": "select commitment_id, id, old_item_id, new_item_id, score, is_bridge "
    "from commitment_steps "
    "where commitment_id in (select id from commitments where tracking_id = ?) order by position",
    "commitment_years": "select commitment_id, document_id, standing, absent_years "
    "from commitment_years "
    "where commitment_id in (select id from commitments where tracking_id = ?) order by position",
    "promise_reports": "select commitment_id, item_id, document_id, result_item_id, answer, score "
    "from promise_reports "
    "where commitment_id in (select id from commitments where tracking_id = ?) order by item_id",
}
_CHANGES = (
    "select step_id, change from step_changes where step_id between ? and ? "
    "order by step_id, position"
)
"""Tens of thousands of rows are read at once, without a dictionary for each."""

Row = Mapping[str, Any]
Values = Sequence[Any]


def load_tracking(
    db: Database, series: str, documents: Sequence[Document], ids: Mapping[str, DocumentIds]
) -> Tracking:
    """The tracking of a series as it was saved; ``documents`` are all of the series."""
    (tracking,) = db.table("trackings").rows_where("series = ?", [series])
    lineup = _load_lineup(db, tracking["id"], series, documents, ids)
    reader = _Reader(db, tracking["id"], lineup, ids)
    rows = db.table("commitments").rows_where("tracking_id = ?", [tracking["id"]])
    commitments = sorted(map(reader.commitment, rows), key=_first_place)
    return Tracking(lineup, tuple(commitments))


def _first_place(commitment: Commitment) -> Place:
    return commitment.places[0]


class _Reader:
    """The parts of all commitments of a tracking, by commitment."""

    def __init__(
        self, db: Database, tracking_id: int, lineup: Lineup, ids: Mapping[str, DocumentIds]
    ) -> None:
        by_position = [ids[document.label] for document in lineup.documents]
        self._positions = {each.document: place for place, each in enumerate(by_position)}
        self._places = {
            item_id: Place(document, item)
            for document, each in enumerate(by_position)
            for item, item_id in enumerate(each.items)
        }
        self._items = _grouped(db, "commitment_items", tracking_id)
        self._steps = _grouped(db, "commitment_steps", tracking_id)
        self._changes = _changes(db, self._steps)
        self._years = _grouped(db, "commitment_years", tracking_id)
        self._reports = _grouped(db, "promise_reports", tracking_id)

    def commitment(self, row: Row) -> Commitment:
        """The commitment of a row of ``commitments``."""
        commitment_id = row["id"]
        return Commitment(
            commitment_id=commitment_id,
            name=row["name"],
            places=tuple(self._places[item_id] for item_id, _ in self._items[commitment_id]),
            steps=tuple(map(self._step, self._steps[commitment_id])),
            years=tuple(map(self._year, self._years[commitment_id])),
            reports=tuple(sorted(map(self._report, self._reports[commitment_id]), key=_promise)),
            likeness=row["likeness"],
            shared=tuple(
                self._places[item_id]
                for item_id, is_shared in self._items[commitment_id]
                if is_shared
            ),
            merged_into=row["merged_into"] or "",
            split_from=row["split_from"] or "",
            cut_from=row["cut_from"] or "",
            is_set_phrase=bool(row["set_phrase"]),
        )

    def _step(self, row: Values) -> Step:
        step_id, old, new, score, is_bridge = row
        changes = tuple(self._changes[step_id])
        return Step(self._places[old], self._places[new], score, bool(is_bridge), changes)

    def _year(self, row: Values) -> CommitmentYear:
        document_id, standing, absent_years = row
        return CommitmentYear(self._positions[document_id], Standing(standing), absent_years)

    def _report(self, row: Values) -> PromiseReport:
        item_id, told_by, result, answer, score = row
        return PromiseReport(
            promise=self._places[item_id],
            answer=Answer(answer),
            document=None if told_by is None else self._positions[told_by],
            result=None if result is None else self._places[result],
            score=score,
        )


def _changes(db: Database, steps: Mapping[str, Sequence[Values]]) -> defaultdict[int, list[Change]]:
    """The changes of each step."""
    ids = [row[0] for rows in steps.values() for row in rows]
    changes: defaultdict[int, list[Change]] = defaultdict(list)
    if ids:
        for step_id, change in db.execute(_CHANGES, [min(ids), max(ids)]):
            changes[step_id].append(Change(change))
    return changes


def _promise(report: PromiseReport) -> Place:
    return report.promise


def _grouped(db: Database, table: str, tracking_id: int) -> defaultdict[str, list[Values]]:
    groups: defaultdict[str, list[Values]] = defaultdict(list)
    for commitment_id, *values in db.execute(_SELECTS[table], [tracking_id]):
        groups[commitment_id].append(values)
    return groups


def _load_lineup(
    db: Database,
    tracking_id: int,
    series: str,
    documents: Sequence[Document],
    ids: Mapping[str, DocumentIds],
) -> Lineup:
    by_id = {ids[document.label].document: document for document in documents}
    rows = list(
        db.table("tracked_documents").rows_where(
            "tracking_id = ?", [tracking_id], order_by="position"
        )
    )
    followed = [row for row in rows if row["slot"] is not None]
    left_out = [row for row in rows if row["slot"] is None]
    return Lineup(
        series=series,
        documents=tuple(by_id[row["document_id"]] for row in followed),
        slots=tuple(row["slot"] for row in followed),
        spans=tuple(row["years"] for row in followed),
        left_out=tuple(LeftOut(by_id[row["document_id"]], row["left_out"]) for row in left_out),
    )
