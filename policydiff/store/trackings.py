"""A tracking's rows, written from a value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from policydiff.commitments import Commitment, Lineup, Place, Tracking
from policydiff.store.ids import DocumentIds, next_ids

Row = tuple[str | int | float | None, ...]

INSERTS = {
    "tracked_documents": "insert into tracked_documents values (?, ?, ?, ?, ?, ?)",
    "commitments": "insert into commitments values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "commitment_items": "insert into commitment_items values (?, ?, ?, ?)",
    "commitment_steps": "insert into commitment_steps values (?, ?, ?, ?, ?, ?, ?)",
    "step_changes": "insert into step_changes values (?, ?, ?)",
    "commitment_years": "insert into commitment_years values (?, ?, ?, ?, ?)",
    "promise_reports": "insert into promise_reports values (?, ?, ?, ?, ?, ?)",
}
"""Tens of thousands of rows are written at once; columns stand in the order of the tables."""


class Terms(NamedTuple):
    """What a tracking depends on beside its documents."""

    version: str
    with_others: bool


def save_tracking(
    db: Database,
    tracking: Tracking,
    ids: Mapping[str, DocumentIds],
    terms: Terms,
    *,
    kept: Sequence[Commitment] = (),
) -> None:
    """Adds a tracking's rows in place of the series' former one; ``ids`` by document label.

    The rows of ``kept`` are there already and stay, except where one of them has changed.
    """
    tracking_id = _tracking_id(db, tracking.lineup.series, terms, is_new=not kept)
    former = {each.commitment_id: each for each in kept}
    changed = [each for each in tracking.commitments if former.get(each.commitment_id) != each]
    outdated = [[each.commitment_id] for each in changed if each.commitment_id in former]
    db.conn.executemany("delete from commitments where id = ?", outdated)
    rows = _Rows(tracking_id, tracking.lineup, ids, next_ids(db, "commitment_steps", 0).start)
    _insert(db, "tracked_documents", rows.documents())
    _insert(db, "commitments", map(rows.commitment, changed))
    _insert(db, "commitment_items", rows.items(changed))
    _insert(db, "commitment_years", rows.years(changed))
    _insert(db, "promise_reports", rows.reports(changed))
    steps = list(rows.steps(changed))
    _insert(db, "commitment_steps", (row for row, _ in steps))
    _insert(db, "step_changes", (change for _, changes in steps for change in changes))


def _tracking_id(db: Database, series: str, terms: Terms, *, is_new: bool) -> int:
    """The id of the series' row, which loses its documents, and its commitments if it is new."""
    table = db.table("trackings")
    if is_new:
        table.delete_where("series = ?", [series])
        (new_id,) = next_ids(db, "trackings", 1)
        table.insert({"id": new_id, "series": series, **terms._asdict()})
        return new_id
    ((known_id,),) = db.execute("select id from trackings where series = ?", [series])
    db.table("tracked_documents").delete_where("tracking_id = ?", [known_id])
    table.update(known_id, terms._asdict())
    return int(known_id)


def is_current(db: Database, series: str, document_ids: Iterable[int], terms: Terms) -> bool:
    """Whether the series is tracked so far: all its documents, on these terms."""
    trackings = list(db.table("trackings").rows_where("series = ?", [series]))
    if not trackings or Terms(trackings[0]["version"], bool(trackings[0]["with_others"])) != terms:
        return False
    rows = db.table("tracked_documents").rows_where("tracking_id = ?", [trackings[0]["id"]])
    return {row["document_id"] for row in rows} == set(document_ids)


def follows_others(db: Database, series: str) -> bool:
    """Whether the series was last tracked with the documents of other issuers."""
    return db.table("trackings").count_where("series = ? and with_others = 1", [series]) > 0


def was_tracked(db: Database, series: str, version: str) -> bool:
    """Whether that version has tracked the series, be there other documents by now."""
    return db.table("trackings").count_where("series = ? and version = ?", [series, version]) > 0


class _Rows:
    """The rows of one tracking, columns in the order of the tables."""

    def __init__(
        self, tracking_id: int, lineup: Lineup, ids: Mapping[str, DocumentIds], first_step: int
    ) -> None:
        self._tracking_id = tracking_id
        self._lineup = lineup
        self._ids = ids
        self._first_step = first_step
        self._by_position = [ids[document.label] for document in lineup.documents]

    def documents(self) -> Iterator[Row]:
        lineup = self._lineup
        for position, document in enumerate(lineup.documents):
            document_id = self._ids[document.label].document
            place = lineup.slots[position], lineup.spans[position]
            yield self._tracking_id, document_id, position, *place, ""
        for position, each in enumerate(lineup.left_out, start=len(lineup.documents)):
            document_id = self._ids[each.document.label].document
            yield self._tracking_id, document_id, position, None, None, each.reason

    def commitment(self, commitment: Commitment) -> Row:
        return (
            commitment.commitment_id,
            self._tracking_id,
            commitment.name,
            commitment.status,
            self._item(commitment.places[0]),
            self._item(commitment.places[-1]),
            commitment.promised_years,
            commitment.likeness,
            commitment.merged_into or None,
            commitment.split_from or None,
            commitment.cut_from or None,
            commitment.is_set_phrase,
        )

    def items(self, commitments: Iterable[Commitment]) -> Iterator[Row]:
        for commitment in commitments:
            for position, place in enumerate(commitment.places):
                is_shared = place in commitment.shared
                yield commitment.commitment_id, position, self._item(place), is_shared

    def years(self, commitments: Iterable[Commitment]) -> Iterator[Row]:
        for commitment in commitments:
            for position, year in enumerate(commitment.years):
                document_id = self._by_position[year.document].document
                yield (
                    *(commitment.commitment_id, position, document_id),
                    *(year.standing, year.absent_years),
                )

    def reports(self, commitments: Iterable[Commitment]) -> Iterator[Row]:
        for commitment in commitments:
            for report in commitment.reports:
                told_by = report.document
                yield (
                    commitment.commitment_id,
                    self._item(report.promise),
                    None if told_by is None else self._by_position[told_by].document,
                    None if report.result is None else self._item(report.result),
                    report.answer,
                    report.score,
                )

    def steps(self, commitments: Iterable[Commitment]) -> Iterator[tuple[Row, list[Row]]]:
        """Each step's row with those of its changes."""
        step_id = self._first_step
        for commitment in commitments:
            for position, step in enumerate(commitment.steps):
                old_id, new_id = self._item(step.old), self._item(step.new)
                yield (
                    (
                        *(step_id, commitment.commitment_id, position, old_id, new_id),
                        *(step.score, step.is_bridge),
                    ),
                    [(step_id, place, change) for place, change in enumerate(step.changes)],
                )
                step_id += 1

    def _item(self, place: Place) -> int:
        return self._by_position[place.document].items[place.item]


def _insert(db: Database, table: str, rows: Iterable[Row]) -> None:
    db.conn.executemany(INSERTS[table], rows)
