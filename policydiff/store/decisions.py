"""What people decided: written from values, and read back; and which items it is about now."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from policydiff.decisions import Decision, Index, Obstacle, Passage, Said, in_order, locate
from policydiff.errors import DecisionError
from policydiff.model import Decided, Kind, LinkType, Ruling
from policydiff.store.ids import PairIds, positions

_THE_DOCUMENT = "series = ? and label = ?"
_THE_PAIR = "old_document_id = ? and new_document_id = ?"
_OUTDATE = "update trackings set version = '' where series = ?"
_APPLIES = "old_document_id = ? and new_document_id = ? and state = 'applies'"
_OF_DOCUMENT = "? in (old_document_id, new_document_id)"

Row = Mapping[str, Any]
Name = tuple[str, str]
"""A document's series and label."""


class KeptDecision(NamedTuple):
    """A decision, and whether the library has its items.

    ``state`` is ``applies``, ``not found`` or ``no document``.
    """

    decision: Decision
    state: str


def save_decision(db: Database, decision: Decision) -> bool:
    """Keeps a decision in place of the former one on the same items.

    It is true if a comparison that did not heed it was dropped.
    """
    row = {
        "id": decision.decision_id,
        "type": decision.type,
        "ruling": decision.ruling,
        **_columns("old", decision.old),
        **_columns("new", decision.new),
        "note": decision.note,
    }
    db.table("decisions").upsert(row, pk="id")
    _find_items(db, [decision])
    return _forget_findings(db, decision)


def delete_decision(db: Database, decision: Decision) -> bool:
    """Takes a decision back; it is true if a comparison that heeded it was dropped."""
    db.table("decisions").delete_where("id = ?", [decision.decision_id])
    return _forget_findings(db, decision)


def find_decided_items(db: Database, document_id: int) -> None:
    """Finds the items of the decisions that name a document, which was just stored."""
    ids = [
        row["decision_id"]
        for row in db.view("decision_items").rows_where(
            _OF_DOCUMENT, [document_id], select="decision_id"
        )
    ]
    known = {each.decision.decision_id: each.decision for each in list_decisions(db)} if ids else {}
    _find_items(db, [known[each] for each in ids])


def rename_decided(db: Database, former: Name, name: Name) -> None:
    """Has the decisions on a document, whose rows are gone, name it as it is called from now on.

    Where one on the same items goes by the new name already, that one stays.
    """
    if former == name:
        return
    table = db.table("decisions")
    for decision, _ in list_decisions(db):
        old, new = (
            passage._replace(series=name[0], label=name[1]) if passage[:2] == former else passage
            for passage in (decision.old, decision.new)
        )
        renamed = replace(decision, old=old, new=new)
        if renamed == decision:
            continue
        if table.count_where("id = ?", [renamed.decision_id]):
            table.delete(decision.decision_id)
        else:
            row = {"id": renamed.decision_id, **_columns("old", old), **_columns("new", new)}
            table.update(decision.decision_id, row)


def list_decisions(db: Database) -> tuple[KeptDecision, ...]:
    """All decisions, by documents and words."""
    states = {
        row["decision_id"]: row["state"]
        for row in db.view("decision_items").rows_where(select="decision_id, state")
    }
    decisions = in_order(map(_decision, db.table("decisions").rows))
    return tuple(KeptDecision(each, states[each.decision_id]) for each in decisions)


def named_decision(kept: Iterable[KeptDecision], decision_id: str, path: Path) -> Decision:
    """The decision whose id starts so; a DecisionError if there is none, or several."""
    found = [each.decision for each in kept if each.decision.decision_id.startswith(decision_id)]
    if len(found) != 1:
        many = f"{len(found)} decisions have an id that starts with" if found else "no decision"
        raise DecisionError(
            f'{many} "{decision_id}" in "{path}"; see them with: policydiff decisions'
        )
    return found[0]


def load_decided(db: Database, pair: PairIds) -> tuple[Decided, ...]:
    """What people decided of the items of two documents."""
    old_place, new_place = positions(pair.old.items), positions(pair.new.items)
    rows = db.view("decision_items").rows_where(
        _APPLIES,
        [pair.old.document, pair.new.document],
        order_by="old_position, new_position, type",
    )
    return tuple(
        Decided(
            row["decision_id"],
            LinkType(row["type"]),
            Ruling(row["ruling"]),
            old_place[row["old_item_id"]],
            new_place[row["new_item_id"]],
            row["note"],
        )
        for row in rows
    )


def _columns(side: str, passage: Passage) -> dict[str, object]:
    return {f"{side}_{name}": value for name, value in passage._asdict().items()}


def _decision(row: Row) -> Decision:
    old, new = (
        Passage(*(row[f"{side}_{name}"] for name in Passage._fields)) for side in ("old", "new")
    )
    return Decision(LinkType(row["type"]), Ruling(row["ruling"]), old, new, row["note"])


def _find_items(db: Database, decisions: list[Decision]) -> None:
    """Notes which items have the words of each decision now, if any have."""

    @cache
    def document(passage_name: tuple[str, str]) -> tuple[tuple[int, ...], Index] | None:
        return _index(db, *passage_name)

    for decision in decisions:
        db.table("decided_pairs").delete_where("decision_id = ?", [decision.decision_id])
        old, new = document(decision.old[:2]), document(decision.new[:2])
        found = locate(decision, old[1], new[1]) if old and new else Obstacle.TEXT_GONE
        if old and new and not isinstance(found, Obstacle):
            db.table("decided_pairs").insert(
                {
                    "decision_id": decision.decision_id,
                    "old_item_id": old[0][found[0]],
                    "new_item_id": new[0][found[1]],
                }
            )


def _index(db: Database, series: str, label: str) -> tuple[tuple[int, ...], Index] | None:
    """The ids of a stored document's items, and their words."""
    documents = list(db.table("documents").rows_where(_THE_DOCUMENT, [series, label], select="id"))
    if not documents:
        return None
    items = list(
        db.table("items").rows_where(
            "document_id = ?",
            [documents[0]["id"]],
            order_by="position",
            select="id, plain, kind",
        )
    )
    said = (Said(item["plain"], Kind(item["kind"])) for item in items)
    return tuple(item["id"] for item in items), Index(said)


def _forget_findings(db: Database, decision: Decision) -> bool:
    """Drops the comparison that does not heed it, if there is one, and has the series tracked anew.

    What is kept of a tracking, such as whose documents it follows, stays.
    """
    documents = [
        [row["id"] for row in db.table("documents").rows_where(_THE_DOCUMENT, passage[:2])]
        for passage in (decision.old, decision.new)
    ]
    for series in {decision.old.series, decision.new.series}:
        db.execute(_OUTDATE, [series])
    pairs = list(zip(*documents, strict=False))
    found = [pair for pair in pairs if db.table("comparisons").count_where(_THE_PAIR, pair)]
    for pair in found:
        db.table("comparisons").delete_where(_THE_PAIR, pair)
    return bool(found)
