"""Why an item is linked to this one and to no other: the same evidence, told."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from math import exp
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import RenderableType
from typer.testing import CliRunner, Result

from policydiff.align import align, explain_all
from policydiff.align import explain as explain_item
from policydiff.align.decide import LEAST_CHANCE
from policydiff.align.scorecard import load_cards
from policydiff.cli.app import app
from policydiff.errors import ItemError
from policydiff.ladder import Candidate, Ladder, Refusal
from policydiff.model import Document, Genre, Kind, LinkType, Side
from policydiff.naming import NamedItem, find_item
from policydiff.pipeline import explain
from policydiff.report.ladder_blocks import ladder_blocks
from policydiff.report.signs import MEANINGS
from policydiff.report.terminal import blocks_renderable
from tests.accuracy.example import EXAMPLES, example_document

Parsed = Callable[[str, str], Document]
Printed = Callable[[RenderableType, int], str]

OLD = """一、2019年工作回顾
河湖水质稳步好转。
二、2020年主要任务
加快建设滨江隧道。修编旧城区供水规划。在中小学开设观鸟课堂。资助特困家庭。
"""
NEW = """一、2020年工作回顾
滨江隧道完成主体工程。
二、2021年主要任务
建成滨江隧道。修编新城区排水规划。整治占道停车。
"""


@pytest.fixture
def pair(parsed: Parsed) -> tuple[Document, Document]:
    return parsed("2020", OLD), parsed("2021", NEW)


@pytest.fixture(scope="module")
def example() -> tuple[Document, Document]:
    return example_document("2019"), example_document("2020")


def texts(document: Document, candidates: tuple[Candidate, ...]) -> list[str]:
    return [document.items[candidate.item].text for candidate in candidates]


def ladder(ladders: tuple[Ladder, ...], link_type: LinkType) -> Ladder:
    (found,) = (each for each in ladders if each.type is link_type)
    return found


@pytest.mark.parametrize("side", Side)
def test_ladders_tell_what_was_decided(example: tuple[Document, Document], side: Side) -> None:
    old, new = example
    links = align(old, new).links
    for item in range(0, len((old if side is Side.OLD else new).items), 29):
        ends = [(link, (link.old, link.new)) for link in links]
        decided = {
            (link.type, other[side is Side.OLD], link.score)
            for link, other in ends
            if other[side is Side.NEW] == item
        }
        told = {
            (each.type, candidate.item, candidate.score)
            for each in explain_item(old, new, side, item)
            for candidate in each.linked
        }
        assert told == decided


def test_points_add_up_to_the_score(example: tuple[Document, Document]) -> None:
    old, new = example
    item = find_item(old, new, "推进江口港二期2个五千吨级泊位建设").position
    for each in explain_item(old, new, Side.OLD, item):
        for candidate in each.candidates:
            if not candidate.is_repeat:
                odds = candidate.looks[-1].total
                assert candidate.score == pytest.approx(1 / (1 + 2.718281828**-odds), abs=2e-4)


def test_candidates_stand_best_first(example: tuple[Document, Document]) -> None:
    for each in explain_item(*example, Side.OLD, 200):
        scores = [candidate.score for candidate in each.candidates]
        assert scores == sorted(scores, reverse=True)


def test_candidate_dismissed_at_the_first_look_has_no_other(
    example: tuple[Document, Document],
) -> None:
    candidates = [
        each
        for told in explain_all(*example, LinkType.CARRY)
        for each in told.candidates
        if not each.is_repeat
    ]
    for each in candidates:
        is_dismissed = each.refusal is Refusal.DISMISSED
        assert len(each.looks) == (1 if is_dismissed else 2)
        chance = round(1 / (1 + exp(-each.looks[0].total)), 4)
        assert is_dismissed == (chance < LEAST_CHANCE)
    assert any(each.refusal is Refusal.DISMISSED for each in candidates)


def test_winner_and_runners_up_are_told(pair: tuple[Document, Document]) -> None:
    explanation = explain(*pair, "加快建设滨江隧道")
    carry = ladder(explanation.ladders, LinkType.CARRY)
    assert texts(pair[1], carry.linked) == ["建成滨江隧道"]
    assert carry.candidates[0].refusal is None


def test_promise_has_a_ladder_for_each_type_of_link(pair: tuple[Document, Document]) -> None:
    types = [each.type for each in explain(*pair, "加快建设滨江隧道").ladders]
    assert types == [LinkType.CARRY, LinkType.REPORT]


def test_result_has_a_ladder_for_reports_alone(pair: tuple[Document, Document]) -> None:
    types = [each.type for each in explain(*pair, "滨江隧道完成主体工程").ladders]
    assert types == [LinkType.REPORT]


def test_what_is_no_promise_has_no_ladder(pair: tuple[Document, Document]) -> None:
    explanation = explain(*pair, "河湖水质")
    assert explanation.explained.kind is Kind.RESULT
    assert explanation.ladders == ()


@pytest.mark.parametrize(
    ("item", "against", "refusal"),
    [
        ("资助特困家庭", "整治占道停车", Refusal.NOTHING_SHARED),
        ("加快建设滨江隧道", "滨江隧道完成主体工程", Refusal.OTHER_KIND),
        ("资助特困家庭", "建成滨江隧道", Refusal.NOTHING_SHARED),
    ],
)
def test_refusal_is_told_of_what_was_no_candidate(
    pair: tuple[Document, Document], item: str, against: str, refusal: Refusal
) -> None:
    carry = ladder(explain(*pair, item, against=against).ladders, LinkType.CARRY)
    (stranger,) = (each for each in carry.candidates if not each.looks)
    assert stranger.refusal is refusal


def test_refusal_names_the_better_counterpart(example: tuple[Document, Document]) -> None:
    carried = {(link.old, link.new): link.score for link in align(*example).links}
    for item in range(150, 300, 25):
        for each in explain_item(*example, Side.OLD, item):
            for candidate in each.candidates:
                rival = carried.get((candidate.better or -1, candidate.item), 0)
                is_refused_for_it = candidate.refusal is Refusal.NOT_MUTUAL
                assert is_refused_for_it <= (rival > candidate.score)


def test_same_words_are_told_as_a_repeat(parsed: Parsed) -> None:
    old, new = (parsed(year, f"一、{year}年任务\n种树。\n") for year in ("2020", "2021"))
    (linked,) = explain(old, new, "old:i1").ladders[0].linked
    assert linked.is_repeat


def test_law_is_explained_by_its_articles(parsed: Parsed) -> None:
    law = "第一条　为了保护湿地，制定本法。\n第二条　{}\n第三条　本法自公布之日起施行。\n"
    old, new = (
        replace(parsed("2020", law.format(words)), genre=Genre.LAW)
        for words in ("湿地保护应当坚持保护优先。", "湿地保护必须坚持保护优先。")
    )
    (only,) = explain(old, new, "湿地保护应当坚持保护优先").ladders
    assert only.threshold is None
    assert [candidate.reason for candidate in only.linked] == ["same place in the article, letters"]


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("old:i2", NamedItem(Side.OLD, 2)),
        (" new:i3 ", NamedItem(Side.NEW, 3)),
        ("观鸟 课堂", NamedItem(Side.OLD, 5)),
        ("建成滨江隧道", NamedItem(Side.NEW, 3)),
    ],
)
def test_item_is_found_by_id_or_words(
    pair: tuple[Document, Document], name: str, item: NamedItem
) -> None:
    assert find_item(*pair, name) == item


def test_words_that_are_a_whole_item_name_that_one(parsed: Parsed) -> None:
    old = parsed("2020", "一、今年任务\n修编供水规划。修编供水规划和排水规划。\n")
    new = parsed("2021", "一、今年任务\n种树。\n")
    assert find_item(old, new, "修编供水规划") == NamedItem(Side.OLD, 1)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("old:i99", 'there is no item "old:i99"; the old document has old:i0 to old:i6'),
        ("空中花园", 'no item of the two documents holds "空中花园"'),
        ("", 'no item of the two documents holds ""'),
        ("修编", "stands in 2 items"),
    ],
)
def test_name_that_fits_not_one_item_is_refused(
    pair: tuple[Document, Document], name: str, message: str
) -> None:
    with pytest.raises(ItemError) as error:
        find_item(*pair, name)
    assert message in str(error.value)


def test_listed_items_cannot_move_the_cursor(parsed: Parsed) -> None:
    old = parsed("2020", "一、今年任务\n修编供水\x1b[2J规划。修编排水规划。\n")
    new = parsed("2021", "一、今年任务\n种树。\n")
    with pytest.raises(ItemError) as error:
        find_item(old, new, "修编")
    assert "\x1b" not in str(error.value)


def test_item_of_the_same_document_is_no_counterpart(pair: tuple[Document, Document]) -> None:
    with pytest.raises(ItemError) as error:
        explain(*pair, "old:i3", against="old:i4")
    assert "name an item of the other one" in str(error.value)


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_console(
    example: tuple[Document, Document], printed: Printed, width: int
) -> None:
    explanation = explain(*example, "推进江口港二期2个五千吨级泊位建设")
    lines = printed(blocks_renderable(ladder_blocks(explanation, 5)), width).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_columns_of_points_stay_in_line(
    example: tuple[Document, Document], printed: Printed
) -> None:
    explanation = explain(*example, "推进江口港二期2个五千吨级泊位建设")
    text = printed(blocks_renderable(ladder_blocks(explanation, 2)), 80)
    table = text.split("Carry, first look")[1].split("\n\n")[0].splitlines()[1:]
    assert len({cell_len(line) for line in table}) == 1


@pytest.mark.parametrize("link_type", LinkType)
def test_every_sign_has_its_meaning(link_type: LinkType) -> None:
    cards = load_cards(link_type)
    assert {*cards.first.signs, *cards.second.signs} <= MEANINGS.keys()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the user works in, with two reports."""
    for name in ("2019.txt", "2020.txt"):
        shutil.copy(EXAMPLES / "lanchuan" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


QUAY = "推进江口港二期2个五千吨级泊位建设"


@pytest.mark.usefixtures("folder")
def test_command_explains_by_files_and_by_labels() -> None:
    by_files = run("2019.txt", "2020.txt", QUAY).stdout
    assert CliRunner().invoke(app, ["add", "2019.txt", "2020.txt"]).exit_code == 0
    assert run("2019", "2020", QUAY).stdout == by_files
    assert "建成江口港二期2个五千吨级泊位" in by_files


@pytest.mark.usefixtures("folder")
def test_json_holds_every_candidate_and_sign() -> None:
    written = json.loads(run("2019.txt", "2020.txt", QUAY, "--format", "json").stdout)
    carry = written["ladders"][0]
    best = carry["candidates"][0]
    assert written["item"]["text"] == QUAY
    assert (carry["type"], best["refusal"]) == ("carry", None)
    assert len(carry["candidates"]) > 3
    for look in best["looks"]:
        points = look["base"] + sum(sign["points"] for sign in look["signs"])
        assert look["sum"] == pytest.approx(points, abs=1e-3)


@pytest.mark.usefixtures("folder")
def test_markdown_says_the_same_as_the_terminal() -> None:
    text = run("2019.txt", "2020.txt", QUAY, "--format", "markdown").stdout
    assert "## Carry: linked from " in text
    assert "建成江口港二期2个五千吨级泊位 |" in text


@pytest.mark.usefixtures("folder")
def test_words_of_several_items_list_them_and_fail() -> None:
    result = run("2019.txt", "2020.txt", "江口港")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "name one by its id: old:i" in result.stderr
    assert ", new:i" in result.stderr
