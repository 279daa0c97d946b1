"""Which sections of two documents are paired, and which never are."""

from collections.abc import Callable

import pytest

from policydiff.align import align
from policydiff.model import Document, Role

Parsed = Callable[[str, str], Document]

ROADS = "加快建设滨江隧道。开通3条夜间公交线路。完善停车收费办法。更换老旧候车亭。"
WETLAND = "修复白鹭湖湿地200亩。推行河长巡查制度。清退围垦鱼塘。放流本地鱼苗。"
SCHOOLS = "新建公办幼儿园6所。配齐乡村音乐教师。推广课后托管服务。改造学校食堂。"
TRADE = "举办藤编产品博览会。培育跨境电商主体。扩建保税仓库。开行国际货运班列。"
OFFICE = "压减一般性支出。公开重大决策事项。清理各类临时机构。整治文山会海。"


def report(*sections: str) -> str:
    """A report whose plan holds these sections."""
    numbered = zip("一二三四五六", sections, strict=False)
    points = "\n".join(f"（{number}）{section}" for number, section in numbered)
    return f"一、去年工作回顾\n各项工作有序推进。\n二、今年主要任务\n{points}\n"


def paired_headings(old: Document, new: Document) -> set[tuple[str, str]]:
    return {
        (old.sections[pair.old].heading, new.sections[pair.new].heading)
        for pair in align(old, new).section_pairs
        if pair.old is not None and pair.new is not None
    }


def test_sections_with_the_same_heading_are_paired(parsed: Parsed) -> None:
    old = parsed("2020", report(f"改善出行\n{ROADS}", f"守护湿地\n{WETLAND}"))
    new = parsed("2021", report(f"改善出行\n{ROADS}", f"守护湿地\n{WETLAND}"))
    assert {("改善出行", "改善出行"), ("守护湿地", "守护湿地")} <= paired_headings(old, new)


def test_reordered_sections_are_paired(parsed: Parsed) -> None:
    names = {"改善出行": ROADS, "守护湿地": WETLAND, "办好学校": SCHOOLS, "扩大开放": TRADE}
    sections = [f"{name}\n{content}" for name, content in names.items()]
    old = parsed("2020", report(*sections))
    new = parsed("2021", report(*reversed(sections)))
    assert {(name, name) for name in names} <= paired_headings(old, new)


@pytest.mark.parametrize(
    ("old_name", "new_name"),
    [
        ("改善出行", "便利市民出行"),
        ("改善出行", "路通车畅"),
        ("改善出行", "城市更宜居"),
    ],
)
def test_renamed_section_is_paired_by_its_content(
    parsed: Parsed, old_name: str, new_name: str
) -> None:
    old = parsed("2020", report(f"{old_name}\n{ROADS}", f"守护湿地\n{WETLAND}"))
    new = parsed("2021", report(f"守护湿地\n{WETLAND}", f"{new_name}\n{ROADS}架设步行天桥。"))
    assert (old_name, new_name) in paired_headings(old, new)


def test_rewritten_section_is_paired_by_its_heading(parsed: Parsed) -> None:
    old = parsed("2020", report("守护白鹭湖湿地\n清退围垦鱼塘。", f"改善出行\n{ROADS}"))
    new = parsed("2021", report(f"改善出行\n{ROADS}", "守护白鹭湖湿地\n放流本地鱼苗。"))
    assert ("守护白鹭湖湿地", "守护白鹭湖湿地") in paired_headings(old, new)


def test_content_outweighs_headings_that_changed_places(parsed: Parsed) -> None:
    old = parsed("2020", report(f"第一项实事\n{ROADS}", f"第二项实事\n{WETLAND}"))
    new = parsed("2021", report(f"第一项实事\n{WETLAND}", f"第二项实事\n{ROADS}"))
    assert {("第一项实事", "第二项实事"), ("第二项实事", "第一项实事")} <= paired_headings(old, new)


def test_section_without_a_counterpart_stands_alone(parsed: Parsed) -> None:
    old = parsed("2020", report(f"改善出行\n{ROADS}", f"守护湿地\n{WETLAND}"))
    new = parsed("2021", report(f"改善出行\n{ROADS}", f"扩大开放\n{TRADE}"))
    pairs = align(old, new).section_pairs
    alone_old = {old.sections[pair.old].heading for pair in pairs if pair.old and pair.new is None}
    alone_new = {new.sections[pair.new].heading for pair in pairs if pair.new and pair.old is None}
    assert "守护湿地" in alone_old
    assert "扩大开放" in alone_new


def test_every_section_is_in_one_pair(parsed: Parsed) -> None:
    old = parsed("2020", report(f"改善出行\n{ROADS}", f"守护湿地\n{WETLAND}"))
    new = parsed("2021", report(f"办好学校\n{SCHOOLS}", f"改善出行\n{ROADS}", f"扩大开放\n{TRADE}"))
    pairs = align(old, new).section_pairs
    for sections, sides in (
        (old.sections, [pair.old for pair in pairs]),
        (new.sections, [pair.new for pair in pairs]),
    ):
        assert sorted(index for index in sides if index is not None) == list(range(len(sections)))


@pytest.mark.parametrize("words", [ROADS, WETLAND, OFFICE])
def test_review_and_plan_are_never_paired(parsed: Parsed, words: str) -> None:
    old = parsed("2020", f"一、去年工作回顾\n{words}\n二、今年主要任务\n{TRADE}\n")
    new = parsed("2021", f"一、去年工作回顾\n{TRADE}\n二、今年主要任务\n{words}\n")
    for pair in align(old, new).section_pairs:
        if pair.old is not None and pair.new is not None:
            roles = {old.sections[pair.old].role, new.sections[pair.new].role}
            assert roles != {Role.REVIEW, Role.PLAN}


def test_same_words_on_the_situation_are_not_paired_with_the_plan(parsed: Parsed) -> None:
    old = parsed("2020", f"一、今年主要任务\n（一）面临的形势\n{ROADS}\n（二）扩大开放\n{TRADE}\n")
    new = parsed("2021", f"一、今年主要任务\n（一）改善出行\n{ROADS}\n（二）扩大开放\n{TRADE}\n")
    assert ("面临的形势", "改善出行") not in paired_headings(old, new)


def test_score_is_a_share_and_says_what_it_rests_on(parsed: Parsed) -> None:
    old = parsed("2020", report(f"改善出行\n{ROADS}", f"守护湿地\n{WETLAND}"))
    new = parsed("2021", report(f"改善出行\n{ROADS}", f"扩大开放\n{TRADE}"))
    for pair in align(old, new).section_pairs:
        is_pair = pair.old is not None and pair.new is not None
        assert 0 < pair.score <= 1 if is_pair else pair.score == 0
        assert bool(pair.reason) is is_pair


def test_swapping_the_documents_mirrors_the_pairs(parsed: Parsed) -> None:
    old = parsed(
        "2020", report(f"改善出行\n{ROADS}", f"守护湿地\n{WETLAND}", f"办好学校\n{SCHOOLS}")
    )
    new = parsed(
        "2021", report(f"守护湖湿地\n{WETLAND}", f"便利出行\n{ROADS}", f"扩大开放\n{TRADE}")
    )
    there = {(pair.old, pair.new, pair.score) for pair in align(old, new).section_pairs}
    back = {(pair.new, pair.old, pair.score) for pair in align(new, old).section_pairs}
    assert there == back
