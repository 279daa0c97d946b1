"""Real reports run and say what they say; the texts are not part of the project."""

import json
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner

from policydiff import Comparison, compare, read
from policydiff.cli.app import app
from policydiff.model import Change, Direction, Genre, Link, LinkType, Status
from policydiff.report.terminal import comparison_renderable
from policydiff.report.view import View

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
SCHEMA = json.loads(Path(__file__).with_name("comparison.schema.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")

PAIRS = [
    ("zh_chongqing/2019.txt", "zh_chongqing/2022.txt"),
    ("zh_national/2023.txt", "zh_national/2024.txt"),
    ("zh_hebei/2021.txt", "zh_hebei/2022.txt"),
    ("zh_counties/清苑/2022.txt", "zh_counties/清苑/2023.txt"),
]


@cache
def comparison(old: str, new: str) -> Comparison:
    return compare(read(CORPUS / old), read(CORPUS / new))


@pytest.fixture
def chongqing() -> Comparison:
    return comparison(*PAIRS[0])


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_pair_has_something_to_say_in_every_list(old: str, new: str) -> None:
    found = comparison(old, new)
    lists = (found.carried, found.dropped, found.added, found.targets)
    assert all(entries for entries in lists)
    assert found.old.issuer == found.new.issuer != ""
    assert (found.old.label, found.new.label) == (Path(old).stem, Path(new).stem)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_pair_s_json_keeps_its_contract(old: str, new: str) -> None:
    wire = json.loads(comparison(old, new).to_json())
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(wire)] == []


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_pair_s_report_keeps_to_the_width(old: str, new: str, width: int) -> None:
    console = Console(file=StringIO(), width=width, color_system=None)
    with console.capture() as capture:
        console.print(comparison_renderable(comparison(old, new), View()))
    assert max(map(cell_len, capture.get().splitlines())) <= width


@pytest.mark.parametrize(
    ("indicator", "old", "new", "direction"),
    [
        ("地区生产总值增速", 6, 5.5, Direction.LOWERED),
        ("城镇调查失业率", 5.5, 5.5, Direction.TIGHTENED),
        ("居民消费价格涨幅", 3, 3, Direction.TIGHTENED),
        ("居民人均可支配收入增速", 8, 7, Direction.LOWERED),
    ],
)
def test_chongqing_figure_moved(
    chongqing: Comparison, indicator: str, old: float, new: float, direction: Direction
) -> None:
    found = {
        (old_target.value, new_target.value, told)
        for old_target, new_target, told in chongqing.targets
        if old_target.indicator == indicator
    }
    assert found == {(old, new, direction)}


def links_with(found: Comparison, old: str, new: str) -> list[Link]:
    return [
        link
        for link in found.carried
        if old in found.old.items[link.old].plain and new in found.new.items[link.new].plain
    ]


def test_chongqing_display_factory_has_progressed(chongqing: Comparison) -> None:
    links = links_with(chongqing, "京东方", "京东方")
    assert links
    assert all(Change.PROGRESSED in link.changes for link in links)


@pytest.mark.parametrize("words", ["T3B", "第四跑道", "知识价值信用贷款", "扩面放量"])
def test_chongqing_commitment_is_carried(chongqing: Comparison, words: str) -> None:
    assert links_with(chongqing, words, words)


@pytest.mark.parametrize("code", ["starts_mid_document", "ends_mid_document"])
def test_chongqing_2022_is_said_to_be_a_part(chongqing: Comparison, code: str) -> None:
    assert chongqing.new.has_notice(code)
    assert not chongqing.old.has_notice(code)


@pytest.mark.parametrize("subject", ["乡村振兴", "生态优先", "保障和改善民生"])
def test_chongqing_promises_the_new_text_may_have_lost_are_not_simply_dropped(
    chongqing: Comparison, subject: str
) -> None:
    old = chongqing.old
    caveats = [
        chongqing.old_caveats[index]
        for index, item in enumerate(old.items)
        if subject in old.sections[item.section].heading
        and chongqing.old_status[index] is Status.DROPPED
    ]
    assert len(caveats) > 10
    assert set(caveats) == {"outside_coverage"}


def test_chongqing_genres_are_told_apart(chongqing: Comparison) -> None:
    assert (chongqing.old.genre, chongqing.new.genre) == (Genre.WORK_REPORT, Genre.PLAN_REPORT)
    assert "other_genre" in [notice.code for notice in chongqing.notices]


def test_national_report_tells_review_and_plan_apart() -> None:
    found = comparison(*PAIRS[1])
    reports = [link for link in found.links if link.type is LinkType.REPORT]
    assert len(reports) > 20
    assert all(not found.new.items[link.new].kind.is_forward for link in reports)


@pytest.mark.parametrize(
    ("folder", "first", "second"),
    [("易县", "2022.txt", "2023.txt"), ("唐县", "2020.txt", "2021.txt")],
)
def test_county_that_the_collection_mixed_up_is_told(
    folder: str, first: str, second: str, tmp_path: Path
) -> None:
    files = [str(CORPUS / "zh_counties" / folder / name) for name in (first, second)]
    database = str(tmp_path / "policydiff.db")
    added = CliRunner().invoke(app, ["add", *files, "--series", folder, "--db", database])
    assert added.exit_code == 0
    assert f"the series {folder} holds documents of different issuers" in added.stderr
    found = compare(read(files[0]), read(files[1]))
    assert "different_issuers" in [notice.code for notice in found.notices]
