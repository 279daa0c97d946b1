"""One comparison's rows: written from a value, and read back as an equal one."""

from collections.abc import Sequence

from sqlite_utils import Database

from policydiff.model import (
    Ambition,
    Comparison,
    Direction,
    Mismatch,
    NotComparable,
    Notice,
    Outcome,
    SectionPair,
    Side,
    Span,
    Status,
    TargetChange,
    Verdict,
)
from policydiff.store.decisions import load_decided
from policydiff.store.documents import load_document
from policydiff.store.ids import DocumentIds, PairIds, document_ids, next_ids, positions
from policydiff.store.links import load_links, save_links

THE_PAIR = "old_document_id = ? and new_document_id = ?"


def save_comparison(
    db: Database, comparison: Comparison, documents: tuple[int, int], version: str
) -> None:
    """Adds the rows of a comparison in place of the former one of these two documents.

    What people decided of them is kept by itself.
    """
    pair = _pair_ids(db, documents)
    db.table("comparisons").delete_where(THE_PAIR, documents)
    (comparison_id,) = next_ids(db, "comparisons", 1)
    db.table("comparisons").insert(
        {
            "id": comparison_id,
            "old_document_id": pair.old.document,
            "new_document_id": pair.new.document,
            "version": version,
        }
    )
    _save_notices(db, comparison_id, comparison.notices)
    _save_section_pairs(db, comparison_id, comparison.section_pairs, pair)
    save_links(db, comparison_id, comparison.links, pair)
    _save_target_changes(db, comparison_id, comparison.target_changes, pair)
    _save_not_comparable(db, comparison_id, comparison.not_comparable, pair)
    _save_outcomes(db, comparison_id, comparison.outcomes, pair)
    _save_statuses(db, comparison_id, comparison, pair)


def has_comparison(db: Database, documents: tuple[int, int], version: str | None = None) -> bool:
    """Whether these two documents have been compared, by that version if one is named."""
    rows = db.table("comparisons").rows_where(THE_PAIR, documents)
    return any(version in (None, row["version"]) for row in rows)


def load_comparison(db: Database, documents: tuple[int, int]) -> Comparison:
    """The comparison of two documents as it was saved, with both of them."""
    pair = _pair_ids(db, documents)
    (comparison_id,) = [
        row["id"] for row in db.table("comparisons").rows_where(THE_PAIR, documents)
    ]
    old_status, old_caveats = _load_statuses(db, comparison_id, Side.OLD, pair.old)
    new_status, new_caveats = _load_statuses(db, comparison_id, Side.NEW, pair.new)
    return Comparison(
        old=load_document(db, pair.old.document),
        new=load_document(db, pair.new.document),
        section_pairs=_load_section_pairs(db, comparison_id, pair),
        links=load_links(db, comparison_id, pair),
        target_changes=_load_target_changes(db, comparison_id, pair),
        old_status=old_status,
        new_status=new_status,
        old_caveats=old_caveats,
        new_caveats=new_caveats,
        notices=_load_notices(db, comparison_id),
        outcomes=_load_outcomes(db, comparison_id, pair),
        not_comparable=_load_not_comparable(db, comparison_id, pair),
        decided=load_decided(db, pair),
    )


def _pair_ids(db: Database, documents: tuple[int, int]) -> PairIds:
    old, new = documents
    return PairIds(document_ids(db, old), document_ids(db, new))


def _save_notices(db: Database, comparison_id: int, notices: Sequence[Notice]) -> None:
    db.table("comparison_notices").insert_all(
        {
            "comparison_id": comparison_id,
            "position": position,
            "code": notice.code,
            "message": notice.message,
            "span_start": notice.span.start,
            "span_end": notice.span.end,
        }
        for position, notice in enumerate(notices)
    )


def _save_section_pairs(
    db: Database, comparison_id: int, section_pairs: Sequence[SectionPair], pair: PairIds
) -> None:
    db.table("section_pairs").insert_all(
        {
            "comparison_id": comparison_id,
            "position": position,
            "old_section_id": None if found.old is None else pair.old.sections[found.old],
            "new_section_id": None if found.new is None else pair.new.sections[found.new],
            "score": found.score,
            "reason": found.reason,
        }
        for position, found in enumerate(section_pairs)
    )


def _save_target_changes(
    db: Database, comparison_id: int, target_changes: Sequence[TargetChange], pair: PairIds
) -> None:
    db.table("target_changes").insert_all(
        {
            "comparison_id": comparison_id,
            "position": position,
            "old_target_id": pair.old.targets[change.old],
            "new_target_id": pair.new.targets[change.new],
            "direction": change.direction,
            "ambition": change.ambition,
        }
        for position, change in enumerate(target_changes)
    )


def _save_not_comparable(
    db: Database, comparison_id: int, pairs: Sequence[NotComparable], pair: PairIds
) -> None:
    db.table("not_comparable").insert_all(
        {
            "comparison_id": comparison_id,
            "position": position,
            "old_target_id": pair.old.targets[unlike.old],
            "new_target_id": pair.new.targets[unlike.new],
            "reason": unlike.reason,
        }
        for position, unlike in enumerate(pairs)
    )


def _save_outcomes(
    db: Database, comparison_id: int, outcomes: Sequence[Outcome], pair: PairIds
) -> None:
    db.table("outcomes").insert_all(
        {
            "comparison_id": comparison_id,
            "position": position,
            "old_target_id": pair.old.targets[outcome.target],
            "new_result_id": pair.new.results[outcome.result],
            "verdict": outcome.verdict,
            "margin": outcome.margin,
        }
        for position, outcome in enumerate(outcomes)
    )


def _save_statuses(db: Database, comparison_id: int, comparison: Comparison, pair: PairIds) -> None:
    sides = (
        (Side.OLD, pair.old.items, comparison.old_status, comparison.old_caveats),
        (Side.NEW, pair.new.items, comparison.new_status, comparison.new_caveats),
    )
    db.table("item_statuses").insert_all(
        {
            "comparison_id": comparison_id,
            "side": side,
            "item_id": item_id,
            "status": status,
            "caveat": caveat,
        }
        for side, ids, statuses, caveats in sides
        for item_id, status, caveat in zip(ids, statuses, caveats, strict=True)
        if status or caveat
    )


def _load_notices(db: Database, comparison_id: int) -> tuple[Notice, ...]:
    return tuple(
        Notice(row["code"], row["message"], Span(row["span_start"], row["span_end"]))
        for row in db.table("comparison_notices").rows_where(
            "comparison_id = ?", [comparison_id], order_by="position"
        )
    )


def _load_section_pairs(db: Database, comparison_id: int, pair: PairIds) -> tuple[SectionPair, ...]:
    old_place, new_place = positions(pair.old.sections), positions(pair.new.sections)
    return tuple(
        SectionPair(
            old=None if row["old_section_id"] is None else old_place[row["old_section_id"]],
            new=None if row["new_section_id"] is None else new_place[row["new_section_id"]],
            score=row["score"],
            reason=row["reason"],
        )
        for row in db.table("section_pairs").rows_where(
            "comparison_id = ?", [comparison_id], order_by="position"
        )
    )


def _load_target_changes(
    db: Database, comparison_id: int, pair: PairIds
) -> tuple[TargetChange, ...]:
    old_place, new_place = positions(pair.old.targets), positions(pair.new.targets)
    return tuple(
        TargetChange(
            old_place[row["old_target_id"]],
            new_place[row["new_target_id"]],
            Direction(row["direction"]),
            row["ambition"] and Ambition(row["ambition"]),
        )
        for row in db.table("target_changes").rows_where(
            "comparison_id = ?", [comparison_id], order_by="position"
        )
    )


def _load_not_comparable(
    db: Database, comparison_id: int, pair: PairIds
) -> tuple[NotComparable, ...]:
    old_place, new_place = positions(pair.old.targets), positions(pair.new.targets)
    return tuple(
        NotComparable(
            old_place[row["old_target_id"]],
            new_place[row["new_target_id"]],
            Mismatch(row["reason"]),
        )
        for row in db.table("not_comparable").rows_where(
            "comparison_id = ?", [comparison_id], order_by="position"
        )
    )


def _load_outcomes(db: Database, comparison_id: int, pair: PairIds) -> tuple[Outcome, ...]:
    old_place, new_place = positions(pair.old.targets), positions(pair.new.results)
    return tuple(
        Outcome(
            old_place[row["old_target_id"]],
            new_place[row["new_result_id"]],
            Verdict(row["verdict"]),
            row["margin"],
        )
        for row in db.table("outcomes").rows_where(
            "comparison_id = ?", [comparison_id], order_by="position"
        )
    )


def _load_statuses(
    db: Database, comparison_id: int, side: Side, ids: DocumentIds
) -> tuple[tuple[Status | None, ...], tuple[str, ...]]:
    found = {
        row["item_id"]: (row["status"] and Status(row["status"]), row["caveat"])
        for row in db.table("item_statuses").rows_where(
            "comparison_id = ? and side = ?", [comparison_id, side]
        )
    }
    both = [found.get(item_id, (None, "")) for item_id in ids.items]
    return tuple(status for status, _ in both), tuple(caveat for _, caveat in both)
