"""The rows of a comparison's links: their changes, runners-up and changed words."""

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlite_utils import Database

from policydiff.model import Change, Link, LinkType, ReportOutcome, RunnerUp, Span, WordChange
from policydiff.store.ids import PairIds, next_ids, positions

PARTS_OF_COMPARISON = "link_id in (select id from links where comparison_id = ?)"


def save_links(db: Database, comparison_id: int, links: Sequence[Link], pair: PairIds) -> None:
    """Adds the rows of a comparison's links."""
    ids = next_ids(db, "links", len(links))
    db.table("links").insert_all(
        {
            "id": ids[position],
            "comparison_id": comparison_id,
            "position": position,
            "type": link.type,
            "old_item_id": pair.old.items[link.old],
            "new_item_id": pair.new.items[link.new],
            "old_start": link.old_span.start,
            "old_end": link.old_span.end,
            "new_start": link.new_span.start,
            "new_end": link.new_span.end,
            "score": link.score,
            "evidence": json.dumps(link.evidence, ensure_ascii=False),
            "outcome": link.outcome,
        }
        for position, link in enumerate(links)
    )
    _save_changes(db, ids, links)
    _save_runners_up(db, ids, links, pair)
    _save_words(db, ids, links)


def load_links(
    db: Database, comparison_id: int, pair: PairIds, *, is_bare: bool = False
) -> tuple[Link, ...]:
    """The links as they were saved; bare ones without runners-up and changed words."""
    old_place, new_place = positions(pair.old.items), positions(pair.new.items)
    changes = _load_changes(db, comparison_id)
    runners_up = {} if is_bare else _load_runners_up(db, comparison_id, new_place)
    words = {} if is_bare else _load_words(db, comparison_id)
    rows = db.table("links").rows_where("comparison_id = ?", [comparison_id], order_by="position")
    return tuple(
        Link(
            type=LinkType(row["type"]),
            old=old_place[row["old_item_id"]],
            new=new_place[row["new_item_id"]],
            old_span=Span(row["old_start"], row["old_end"]),
            new_span=Span(row["new_start"], row["new_end"]),
            score=row["score"],
            changes=tuple(changes[row["id"]]),
            runners_up=tuple(runners_up.get(row["id"], ())),
            evidence=tuple(json.loads(row["evidence"])),
            words=tuple(words.get(row["id"], ())),
            outcome=row["outcome"] and ReportOutcome(row["outcome"]),
        )
        for row in rows
    )


def _save_changes(db: Database, ids: Sequence[int], links: Sequence[Link]) -> None:
    db.table("link_changes").insert_all(
        {"link_id": link_id, "position": position, "change": change}
        for link_id, link in zip(ids, links, strict=True)
        for position, change in enumerate(link.changes)
    )


def _save_runners_up(
    db: Database, ids: Sequence[int], links: Sequence[Link], pair: PairIds
) -> None:
    db.table("runners_up").insert_all(
        {
            "link_id": link_id,
            "position": position,
            "new_item_id": pair.new.items[runner_up.new],
            "score": runner_up.score,
        }
        for link_id, link in zip(ids, links, strict=True)
        for position, runner_up in enumerate(link.runners_up)
    )


def _save_words(db: Database, ids: Sequence[int], links: Sequence[Link]) -> None:
    db.table("word_changes").insert_all(
        {
            "link_id": link_id,
            "position": position,
            "old_start": words.old.start,
            "old_end": words.old.end,
            "new_start": words.new.start,
            "new_end": words.new.end,
        }
        for link_id, link in zip(ids, links, strict=True)
        for position, words in enumerate(link.words)
    )


def _load_changes(db: Database, comparison_id: int) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    for row in db.table("link_changes").rows_where(
        PARTS_OF_COMPARISON, [comparison_id], order_by="link_id, position"
    ):
        found[row["link_id"]].append(Change(row["change"]))
    return found


def _load_runners_up(
    db: Database, comparison_id: int, new_place: dict[int, int]
) -> dict[int, list[RunnerUp]]:
    found: dict[int, list[RunnerUp]] = defaultdict(list)
    for row in db.table("runners_up").rows_where(
        PARTS_OF_COMPARISON, [comparison_id], order_by="link_id, position"
    ):
        found[row["link_id"]].append(RunnerUp(new_place[row["new_item_id"]], row["score"]))
    return found


def _load_words(db: Database, comparison_id: int) -> dict[int, list[WordChange]]:
    found: dict[int, list[WordChange]] = defaultdict(list)
    for row in db.table("word_changes").rows_where(
        PARTS_OF_COMPARISON, [comparison_id], order_by="link_id, position"
    ):
        words = WordChange(
            Span(row["old_start"], row["old_end"]), Span(row["new_start"], row["new_end"])
        )
        found[row["link_id"]].append(words)
    return found
