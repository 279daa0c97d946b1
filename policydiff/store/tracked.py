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

_OF_TRACKING = "commitment_id in (select id from commitments where tracking_id = ?)"

Row = Mapping[str, Any]


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
        self._items = _grouped(db, "commitment_items", tracking_id, "position")
        self._steps = _grouped(db, "commitment_steps", tracking_id, "position")
        self._changes = _changes(db, self._steps)
        self._years = _grouped(db, "commitment_years", tracking_id, "position")
        self._reports = _grouped(db, "promise_reports", tracking_id, "item_id")

    def commitment(self, row: Row) -> Commitment:
        """The commitment of a row of ``commitments``."""
        commitment_id = row["id"]
        return Commitment(
            commitment_id=commitment_id,
            name=row["name"],
            places=tuple(self._places[each["item_id"]] for each in self._items[commitment_id]),
            steps=tuple(map(self._step, self._steps[commitment_id])),
            years=tuple(map(self._year, self._years[commitment_id])),
            reports=tuple(sorted(map(self._report, self._reports[commitment_id]), key=_promise)),
            likeness=row["likeness"],
            shared=tuple(
                self._places[each["item_id"]]
                for each in self._items[commitment_id]
                if each["is_shared"]
            ),
            merged_into=row["merged_into"] or "",
            split_from=row["split_from"] or "",
            cut_from=row["cut_from"] or "",
            is_set_phrase=bool(row["set_phrase"]),
        )

    def _step(self, row: Row) -> Step:
        return Step(
            old=self._places[row["old_item_id"]],
            new=self._places[row["new_item_id"]],
            score=row["score"],
            is_bridge=bool(row["is_bridge"]),
            changes=tuple(self._changes[row["id"]]),
        )

    def _year(self, row: Row) -> CommitmentYear:
        return CommitmentYear(
            document=self._positions[row["document_id"]],
            standing=Standing(row["standing"]),
            absent_years=row["absent_years"],
        )

    def _report(self, row: Row) -> PromiseReport:
        told_by, result = row["document_id"], row["result_item_id"]
        return PromiseReport(
            promise=self._places[row["item_id"]],
            answer=Answer(row["answer"]),
            document=None if told_by is None else self._positions[told_by],
            result=None if result is None else self._places[result],
            score=row["score"],
        )


def _changes(db: Database, steps: Mapping[str, Sequence[Row]]) -> defaultdict[int, list[Change]]:
    """The changes of each step."""
    ids = [row["id"] for rows in steps.values() for row in rows]
    changes: defaultdict[int, list[Change]] = defaultdict(list)
    if ids:
        for row in db.table("step_changes").rows_where(
            "step_id between ? and ?", [min(ids), max(ids)], order_by="step_id, position"
        ):
            changes[row["step_id"]].append(Change(row["change"]))
    return changes


def _promise(report: PromiseReport) -> Place:
    return report.promise


def _grouped(db: Database, table: str, tracking_id: int, order: str) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in db.table(table).rows_where(_OF_TRACKING, [tracking_id], order_by=order):
        groups[row["commitment_id"]].append(row)
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
