"""The truth about the example city's reports fits their texts and itself."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Literal, TypedDict, cast

import pytest

from policydiff.model import Change

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXTS = EXAMPLES / "lanchuan"
TRUTH = EXAMPLES / "truth"
YEARS = ("2019", "2020", "2021", "2022")
PAIRS = ("2019-2020", "2020-2021", "2021-2022", "2019-2022")
SIDES: tuple[Literal["old"], Literal["new"]] = ("old", "new")
CARRY_CHANGES = frozenset(Change)
REPORT_CHANGES = frozenset({"met", "exceeded", "missed", "progressed", "reported"})
UNITS = {"万": 10_000.0}
FOLDED = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


class Link(TypedDict):
    type: str
    old: str
    new: str
    changes: list[str]
    sure: bool


class Figure(TypedDict):
    doc: str
    quote: str
    indicator: str
    comparator: str
    value: float
    value_hi: float | None
    unit: str


class Pair(TypedDict):
    old: str
    new: str
    links: list[Link]
    not_links: list[dict[str, str]]
    dropped: list[str]
    added: list[str]
    targets: list[Figure]
    target_changes: list[dict[str, str]]


class Line(TypedDict):
    label: str
    quote: str


class Thread(TypedDict):
    name: str
    lines: list[Line]
    reports: list[Line]


class Sentence(TypedDict):
    sentence: str
    kind: str


def squeezed(year: str) -> str:
    return re.sub(r"\s+", "", (TEXTS / f"{year}.txt").read_text(encoding="utf-8"))


def loaded(name: str) -> object:
    return json.loads((TRUTH / name).read_text(encoding="utf-8"))


def pair_of(name: str) -> Pair:
    return cast("Pair", loaded(f"{name}.json"))


def threads() -> list[Thread]:
    return cast("list[Thread]", loaded("threads.json"))


def sentences_of(year: str) -> list[Sentence]:
    return cast("list[Sentence]", loaded(f"kinds/{year}.json"))


def links_of(pair: Pair, kind: str) -> list[Link]:
    return [link for link in pair["links"] if link["type"] == kind]


def forward_clauses(pair: Pair, side: str) -> set[str]:
    carried = {link["old" if side == "old" else "new"] for link in links_of(pair, "carry")}
    return carried | set(pair["dropped"] if side == "old" else pair["added"])


def kind_at(year: str, quote: str) -> str:
    """The kind of the sentence the quote starts in."""
    end = 0
    place = squeezed(year).index(quote)
    for sentence in sentences_of(year):
        end += len(sentence["sentence"])
        if place < end:
            return sentence["kind"]
    raise AssertionError(quote)


def joined(thread: Thread, old: str, new: str, into: str) -> set[tuple[str, str]]:
    """The links a thread gives a pair, into its ``lines`` or its ``reports``."""
    ends = thread["lines"] if into == "lines" else thread["reports"]
    starts = [line["quote"] for line in thread["lines"] if line["label"] == old]
    return set(product(starts, [line["quote"] for line in ends if line["label"] == new]))


def quotes_of(pair: Pair) -> list[tuple[str, str]]:
    """Every quote of the pair with the year it is from."""
    years = {"old": pair["old"], "new": pair["new"]}
    told = [*pair["not_links"], *pair["target_changes"]]
    return [
        *((years[side], link[side]) for link in pair["links"] for side in SIDES),
        *((years[side], entry[side]) for entry in told for side in SIDES),
        *((years["old"], quote) for quote in pair["dropped"]),
        *((years["new"], quote) for quote in pair["added"]),
        *((years[target["doc"]], target["quote"]) for target in pair["targets"]),
    ]


def size(target: Figure) -> float:
    return target["value"] * UNITS.get(target["unit"], 1.0)


@pytest.mark.parametrize("year", YEARS)
def test_a_report_is_long_enough_to_be_real(year: str) -> None:
    assert len(re.findall(r"[\u4e00-\u9fff]", squeezed(year))) >= 4_000


@pytest.mark.parametrize("name", PAIRS)
def test_every_quote_stands_once_in_its_report(name: str) -> None:
    texts = {year: squeezed(year) for year in YEARS}
    quotes = quotes_of(pair_of(name))
    assert [quote for year, quote in quotes if texts[year].count(quote) != 1] == []


def test_every_line_of_a_thread_stands_once_in_its_report() -> None:
    texts = {year: squeezed(year) for year in YEARS}
    lines = [line for thread in threads() for line in [*thread["lines"], *thread["reports"]]]
    assert [line for line in lines if texts[line["label"]].count(line["quote"]) != 1] == []


@pytest.mark.parametrize("year", YEARS)
def test_the_sentences_spell_the_report(year: str) -> None:
    assert "".join(sentence["sentence"] for sentence in sentences_of(year)) == squeezed(year)


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_forward_sentence_has_a_clause_that_is_carried_or_not(name: str, side: str) -> None:
    pair = pair_of(name)
    clauses = forward_clauses(pair, side)
    year = pair["old"] if side == "old" else pair["new"]
    forward = [entry["sentence"] for entry in sentences_of(year) if entry["kind"] in "CT"]
    assert [text for text in forward if not any(clause in text for clause in clauses)] == []


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_carried_dropped_or_added_clause_looks_forward(name: str, side: str) -> None:
    pair = pair_of(name)
    year = pair["old"] if side == "old" else pair["new"]
    clauses = forward_clauses(pair, side)
    assert {clause for clause in clauses if kind_at(year, clause) not in "CT"} == set()


@pytest.mark.parametrize("name", PAIRS)
def test_a_report_link_leads_from_a_promise_to_a_result(name: str) -> None:
    pair = pair_of(name)
    reports = links_of(pair, "report")
    assert {link["old"] for link in reports} <= forward_clauses(pair, "old")
    assert {kind_at(pair["new"], link["new"]) for link in reports} == {"R"}


@pytest.mark.parametrize("name", PAIRS)
def test_no_carried_clause_is_dropped_or_added(name: str) -> None:
    pair = pair_of(name)
    carried = links_of(pair, "carry")
    assert {link["old"] for link in carried}.isdisjoint(pair["dropped"])
    assert {link["new"] for link in carried}.isdisjoint(pair["added"])


@pytest.mark.parametrize("kind", ["carry", "report"])
@pytest.mark.parametrize("name", PAIRS)
def test_the_links_of_a_pair_are_those_of_the_threads(name: str, kind: str) -> None:
    pair = pair_of(name)
    into = "lines" if kind == "carry" else "reports"
    told = {(link["old"], link["new"]) for link in links_of(pair, kind)}
    held = set().union(*(joined(thread, pair["old"], pair["new"], into) for thread in threads()))
    # A promise of one report alone has no thread, though the next may report on it.
    lines = {line["quote"] for thread in threads() for line in thread["lines"]}
    assert {link for link in told if link[0] in lines} == held
    assert kind == "report" or told == held


@pytest.mark.parametrize("name", PAIRS)
def test_a_near_miss_is_no_link(name: str) -> None:
    pair = pair_of(name)
    links = {(link["type"], link["old"], link["new"]) for link in pair["links"]}
    misses = {(miss["type"], miss["old"], miss["new"]) for miss in pair["not_links"]}
    assert misses
    assert links.isdisjoint(misses)


@pytest.mark.parametrize("name", PAIRS)
def test_a_link_has_the_changes_of_its_type(name: str) -> None:
    pair = pair_of(name)
    for link in pair["links"]:
        known = CARRY_CHANGES if link["type"] == "carry" else REPORT_CHANGES
        assert link["changes"]
        assert set(link["changes"]) <= known


@pytest.mark.parametrize(
    ("kind", "change"),
    [*product(["carry"], sorted(CARRY_CHANGES)), *product(["report"], sorted(REPORT_CHANGES))],
)
def test_every_change_of_a_link_occurs(kind: str, change: str) -> None:
    found = [link for name in PAIRS for link in links_of(pair_of(name), kind)]
    assert any(change in link["changes"] for link in found)


@pytest.mark.parametrize("name", PAIRS)
def test_a_verbatim_link_joins_the_same_characters(name: str) -> None:
    links = links_of(pair_of(name), "carry")
    same = {
        link["old"]
        for link in links
        if link["old"].translate(FOLDED) == link["new"].translate(FOLDED)
    }
    assert same == {link["old"] for link in links if "verbatim" in link["changes"]}


@pytest.mark.parametrize("name", PAIRS)
def test_a_split_clause_has_several_links_and_a_merged_one_too(name: str) -> None:
    links = links_of(pair_of(name), "carry")
    old = [link["old"] for link in links]
    new = [link["new"] for link in links]
    for link in links:
        assert ("split" in link["changes"]) == (old.count(link["old"]) > 1)
        assert ("merged" in link["changes"]) == (new.count(link["new"]) > 1)


def test_some_commitment_comes_back_after_two_years() -> None:
    assert any(
        {line["label"] for line in thread["lines"]} == {"2019", "2022"} for thread in threads()
    )


@pytest.mark.parametrize("name", PAIRS)
def test_a_target_quotes_its_figure(name: str) -> None:
    targets = pair_of(name)["targets"]
    wrong = [
        target
        for target in targets
        if target["unit"] != "成"
        and f"{target['value']:g}" not in target["quote"].translate(FOLDED)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", PAIRS)
def test_a_figure_moves_the_way_its_targets_say(name: str) -> None:
    pair = pair_of(name)
    figures = {(t["doc"], t["quote"], t["indicator"]): t for t in pair["targets"]}
    for change in pair["target_changes"]:
        old = figures["old", change["old"], change["indicator"]]
        new = figures["new", change["new"], change["indicator"]]
        rise = size(new) - size(old)
        assert (change["direction"] == "raised") == (rise > 0)
        assert (change["direction"] == "lowered") == (rise < 0)
        if change["direction"] == "same":
            assert old["comparator"] == new["comparator"]


def test_a_page_cut_breaks_a_sentence_and_repeats_its_tail() -> None:
    text = (TEXTS / "2019.txt").read_text(encoding="utf-8")
    assert re.search(r"企业家人身\n\n权、", text)
    assert re.search(r"突出问题。\n\n题。", text)


def test_the_plan_report_is_wrapped_at_27_columns() -> None:
    lines = (TEXTS / "2022.txt").read_text(encoding="utf-8").splitlines()
    widths = [sum(1 if char.isascii() else 2 for char in line) for line in lines]
    assert max(widths) <= 2 * 27 + 4
    assert sum(width >= 2 * 26 for width in widths) > len(lines) / 2
