"""The file of decisions: one a line in a fixed order, fit to be kept under version control.

The first line names the format; each other line is a decision as a JSON object::

    {"schema": "policydiff/decisions/1"}
    {"type": "carry", "ruling": "rejected", "old": {"series": "…", "label": "2019", "text": "…"}, …}
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from policydiff.decisions import Decision, Passage, in_order
from policydiff.errors import DecisionError
from policydiff.model import LinkType, Ruling

SCHEMA = "policydiff/decisions/1"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_FIELDS = {"type", "ruling", "old", "new", "note"}
_PASSAGE_FIELDS = {"series", "label", "text", "occurrence"}


def decisions_text(decisions: Iterable[Decision]) -> str:
    """The content of a file of decisions, the same for the same decisions."""
    lines = [{"schema": SCHEMA}, *map(_row, in_order(decisions))]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def parse_decisions(text: str, name: str) -> tuple[Decision, ...]:
    """The decisions of a file; a DecisionError names the first line that is none."""
    header, *lines = text.removeprefix("\ufeff").split("\n")
    if _object(header, name, 1).get("schema") != SCHEMA:
        raise DecisionError(
            f'"{name}" is no file of decisions; its first line must be {{"schema": "{SCHEMA}"}}'
        )
    found: dict[str, tuple[int, Decision]] = {}
    for number, line in enumerate(lines, start=2):
        if line.strip():
            decision = _decision(_object(line, name, number), name, number)
            first, former = found.setdefault(decision.decision_id, (number, decision))
            if former != decision:
                raise _bad(name, number, f"decides otherwise of the items of line {first}")
    return tuple(decision for _, decision in found.values())


def _row(decision: Decision) -> dict[str, object]:
    note = {"note": decision.note} if decision.note else {}
    return {
        "type": decision.type,
        "ruling": decision.ruling,
        "old": _passage_row(decision.old),
        "new": _passage_row(decision.new),
        **note,
    }


def _passage_row(passage: Passage) -> dict[str, object]:
    row: dict[str, object] = passage._asdict()
    if passage.occurrence == 1:
        del row["occurrence"]
    return row


def _object(line: str, name: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _bad(name, number, "is no JSON") from error
    if not isinstance(row, dict):
        raise _bad(name, number, "is no JSON object")
    return row


def _decision(row: dict[str, Any], name: str, number: int) -> Decision:
    _require_known(row, _FIELDS, name, number)
    return Decision(
        type=LinkType(_one_of(row, "type", [*LinkType], name, number)),
        ruling=Ruling(_one_of(row, "ruling", [*Ruling], name, number)),
        old=_passage(row, "old", name, number),
        new=_passage(row, "new", name, number),
        note=_text(row, "note", name, number) if "note" in row else "",
    )


def _passage(row: dict[str, Any], side: str, name: str, number: int) -> Passage:
    found = row.get(side)
    if not isinstance(found, dict):
        raise _bad(name, number, f'needs "{side}" with series, label and text')
    _require_known(found, _PASSAGE_FIELDS, name, number)
    series, label, text = (_text(found, key, name, number) for key in ("series", "label", "text"))
    if not any(char.isalnum() for char in text):
        raise _bad(name, number, f'has no words in the text of "{side}"')
    occurrence = found.get("occurrence", 1)
    if type(occurrence) is not int or occurrence < 1:
        raise _bad(name, number, f'has the occurrence "{occurrence}", which is no count from 1 on')
    return Passage(series, label, text, occurrence)


def _text(row: dict[str, Any], key: str, name: str, number: int) -> str:
    found = row.get(key)
    if not isinstance(found, str):
        raise _bad(name, number, f'needs a text as "{key}"')
    if _LONE_SURROGATE.search(found):
        raise _bad(name, number, f'has half a character in "{key}"')
    return found


def _one_of(row: dict[str, Any], key: str, known: list[str], name: str, number: int) -> str:
    found = row.get(key)
    if found not in known:
        raise _bad(name, number, f'has the {key} "{found}", which is none of {", ".join(known)}')
    return str(found)


def _require_known(row: dict[str, Any], known: set[str], name: str, number: int) -> None:
    unknown = sorted(row.keys() - known)
    if unknown:
        raise _bad(name, number, f'has an unknown field "{unknown[0]}"')


def _bad(name: str, number: int, what: str) -> DecisionError:
    return DecisionError(f'line {number} of "{name}" {what}; mend it, nothing was imported')
