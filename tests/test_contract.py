"""The JSON comparison keeps its promise: its schema, and what a schema cannot say."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff.model import Comparison
from policydiff.report.data import comparison_json

Wire = dict[str, Any]

_SCHEMA = json.loads(Path(__file__).with_name("comparison.schema.json").read_text("utf-8"))


@pytest.fixture
def wire(comparison: Comparison) -> Wire:
    rows: Wire = json.loads(comparison_json(comparison))
    return rows


def _ids(rows: list[dict[str, Any]]) -> list[str]:
    return [row["id"] for row in rows]


def _without_space(text: str) -> str:
    return "".join(text.split())


def test_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(_SCHEMA)


def test_comparison_fits_the_schema(wire: Wire) -> None:
    assert [error.message for error in Draft202012Validator(_SCHEMA).iter_errors(wire)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "policydiff/comparison/2"),
        (("items", 0, "kind"), "promise"),
        (("items", 0, "status"), "carried"),
        (("items", 1, "status"), "added"),
        (("items", 1, "status"), None),
        (("items", 1, "id"), "new:i1"),
        (("links", 0, "score"), 1.5),
        (("links", 0, "old"), "new:i1"),
        (("links", 0, "changes"), ["kept"]),
        (("targets", 0, "comparator"), "range"),
        (("documents", "old", "sections", 0, "span"), [3]),
    ],
)
def test_schema_refuses_a_broken_promise(wire: Wire, path: tuple[Any, ...], value: object) -> None:
    row: Any = wire
    for key in path[:-1]:
        row = row[key]
    row[path[-1]] = value
    assert not Draft202012Validator(_SCHEMA).is_valid(wire)


@pytest.mark.parametrize("key", ["documents", "items", "links", "targets", "summary"])
def test_schema_refuses_a_missing_part(wire: Wire, key: str) -> None:
    del wire[key]
    assert not Draft202012Validator(_SCHEMA).is_valid(wire)


def test_ids_number_the_items_of_each_document(wire: Wire) -> None:
    assert _ids(wire["items"]) == [f"old:i{i}" for i in range(10)] + [f"new:i{i}" for i in range(9)]


def test_ids_number_the_targets_of_each_document(wire: Wire) -> None:
    assert _ids(wire["targets"]) == [
        f"{side}:t{position}" for side in ("old", "new") for position in range(3)
    ]


def test_every_item_quotes_its_document(wire: Wire) -> None:
    for item in wire["items"]:
        start, end = item["span"]
        quoted = wire["documents"][item["doc"]]["text"][start:end]
        assert _without_space(item["text"]) == _without_space(quoted)


def test_every_reference_leads_to_a_row(wire: Wire) -> None:
    sections = {i for side in wire["documents"].values() for i in _ids(side["sections"])}
    items, targets = set(_ids(wire["items"])), set(_ids(wire["targets"]))
    assert {item["section"] for item in wire["items"]} <= sections
    assert {link[side] for link in wire["links"] for side in ("old", "new")} <= items
    assert {target["item"] for target in wire["targets"]} <= items
    assert {row[side] for row in wire["target_changes"] for side in ("old", "new")} <= targets


def test_item_is_carried_if_and_only_if_a_carry_link_holds_it(wire: Wire) -> None:
    linked = {
        link[side] for link in wire["links"] if link["type"] == "carry" for side in ("old", "new")
    }
    assert {item["id"] for item in wire["items"] if item["status"] == "carried"} == linked


@pytest.mark.parametrize(("side", "gone"), [("old", "dropped"), ("new", "added")])
def test_summary_counts_the_items_and_adds_up(wire: Wire, side: str, gone: str) -> None:
    statuses = [item["status"] for item in wire["items"] if item["doc"] == side]
    summary = wire["summary"][side]
    assert summary["items"] == len(statuses)
    assert summary["carried"] == statuses.count("carried")
    assert summary[gone] == statuses.count(gone)
    assert summary["carried"] + summary[gone] == summary["forward_looking"]
    assert sum(summary["kinds"].values()) == summary["items"]


def test_caveat_is_null_where_there_is_none(wire: Wire) -> None:
    assert {item["caveat"] for item in wire["items"]} == {None, "outside_coverage"}
