"""An explanation as JSON."""

import json
from typing import TypedDict

from policydiff.ladder import Candidate, Explanation, Ladder, Look
from policydiff.report.ladder_blocks import item_id, other_side
from policydiff.report.place import line_number

SCHEMA = "policydiff/explanation/1"
_DECIMALS = 4


class ItemRow(TypedDict):
    """An item of one of the two documents."""

    id: str
    text: str
    kind: str
    line: int


class SignRow(TypedDict):
    """How strong a sign is, and the points it gives."""

    name: str
    value: float
    points: float


class LookRow(TypedDict):
    """``sum`` is the base and all points, the log-odds of a link."""

    base: float
    signs: list[SignRow]
    sum: float


class CandidateRow(TypedDict):
    """An item considered; ``refusal`` is null if it is linked.

    ``looks`` is empty if it was never scored, and holds the first alone if that dismissed it.
    ``decided`` is what people said of it, null if nothing, and ``note`` what they wrote.
    """

    item: ItemRow
    score: float
    refusal: str | None
    better: str | None
    same_words: bool
    reason: str
    decided: str | None
    note: str
    looks: list[LookRow]


class LadderRow(TypedDict):
    """The candidates for one type of link, best first; no threshold where articles decide."""

    type: str
    threshold: float | None
    candidates: list[CandidateRow]


class ExplanationRow(TypedDict):
    """The whole explanation; the documents are named by series and label."""

    schema: str
    documents: dict[str, dict[str, str]]
    item: ItemRow
    ladders: list[LadderRow]


def explanation_json(explanation: Explanation) -> str:
    """The explanation as one JSON object with every candidate and every sign."""
    old, new = explanation.old, explanation.new
    written: ExplanationRow = {
        "schema": SCHEMA,
        "documents": {
            side: {"series": document.series, "label": document.label, "sha256": document.sha256}
            for side, document in (("old", old), ("new", new))
        },
        "item": _item(explanation, explanation.item, is_candidate=False),
        "ladders": [_ladder(explanation, ladder) for ladder in explanation.ladders],
    }
    return json.dumps(written, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _item(explanation: Explanation, position: int, *, is_candidate: bool) -> ItemRow:
    document = explanation.other if is_candidate else explanation.document
    side = other_side(explanation) if is_candidate else explanation.side
    item = document.items[position]
    return {
        "id": item_id(side, position),
        "text": item.text,
        "kind": item.kind,
        "line": line_number(document, item.span),
    }


def _ladder(explanation: Explanation, ladder: Ladder) -> LadderRow:
    return {
        "type": ladder.type,
        "threshold": ladder.threshold,
        "candidates": [_candidate(explanation, each) for each in ladder.candidates],
    }


def _candidate(explanation: Explanation, candidate: Candidate) -> CandidateRow:
    better = candidate.better
    return {
        "item": _item(explanation, candidate.item, is_candidate=True),
        "score": round(candidate.score, _DECIMALS),
        "refusal": candidate.refusal,
        "better": None if better is None else item_id(explanation.side, better),
        "same_words": candidate.is_repeat,
        "reason": candidate.reason,
        "decided": candidate.decided.ruling if candidate.decided else None,
        "note": candidate.decided.note if candidate.decided else "",
        "looks": [_look(look) for look in candidate.looks],
    }


def _look(look: Look) -> LookRow:
    return {
        "base": look.base,
        "signs": [
            {
                "name": sign.name,
                "value": round(sign.value, _DECIMALS),
                "points": round(sign.points, _DECIMALS),
            }
            for sign in look.signs
        ],
        "sum": round(look.total, _DECIMALS),
    }
