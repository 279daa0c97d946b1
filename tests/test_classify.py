"""What became of each item, how carried ones changed, and what to know about the pair."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.classify import classify
from policydiff.classify.words import word_runs
from policydiff.model import (
    Alignment,
    Change,
    Comparison,
    Document,
    Genre,
    Link,
    LinkType,
    Notice,
    SectionPair,
    Span,
    Status,
)
from policydiff.targets import compare_targets

Parsed = Callable[[str, str], Document]

VERBATIM, REWORDED = (Change.VERBATIM,), (Change.REWORDED,)
PROGRESSED = (Change.PROGRESSED,)


def position(document: Document, text: str) -> int:
    (found,) = (index for index, item in enumerate(document.items) if item.text == text)
    return found


def link_of(
    old: Document, new: Document, texts: tuple[str, str], kind: LinkType = LinkType.CARRY
) -> Link:
    ends = position(old, texts[0]), position(new, texts[1])
    return Link(kind, *ends, old.items[ends[0]].span, new.items[ends[1]].span, 0.9)


def classified(
    old: Document,
    new: Document,
    *links: Link,
    pairs: tuple[tuple[int | None, int | None], ...] = (),
) -> Comparison:
    section_pairs = tuple(SectionPair(*pair, 0.9) for pair in pairs)
    alignment = Alignment(section_pairs, links)
    return classify(old, new, alignment, compare_targets(old, new, links))


def linked(parsed: Parsed, old: str, new: str) -> tuple[Comparison, Link]:
    """Two plans of one clause each, which carries on the other, and the link as classified."""
    old_document = parsed("2020", f"一、今年任务\n{old}。\n")
    new_document = parsed("2021", f"一、今年任务\n{new}。\n")
    comparison = classified(
        old_document, new_document, link_of(old_document, new_document, (old, new))
    )
    return comparison, comparison.links[0]


CHANGES = [
    ("修好老桥", "修好老桥", VERBATIM),
    ("修好“老桥”", "修好老桥", VERBATIM),
    ("修好老桥", "修牢旧桥", REWORDED),
    ("推进一批老旧小区改造", "推进老旧小区改造", REWORDED),
    ("推动5G应用", "推动6G应用", REWORDED),
    ("支持竹业、茶业发展", "支持竹业、花卉业发展", REWORDED),
    ("开展跨江大桥前期工作", "开工建设跨江大桥", (Change.REWORDED, Change.PROGRESSED)),
    ("开工建设跨江大桥", "加快跨江大桥建设", PROGRESSED),
    ("加快跨江大桥建设", "跨江大桥主体封顶", PROGRESSED),
    ("加快跨江大桥建设", "建成跨江大桥", PROGRESSED),
    ("建成跨江大桥", "跨江大桥投用", PROGRESSED),
    ("编制湿地规划", "完成湿地规划编制", PROGRESSED),
    ("完成湿地规划编制", "启动湿地建设", (Change.REWORDED, Change.PROGRESSED)),
    ("申报历史文化名城", "创成历史文化名城", PROGRESSED),
    ("推进农村公路改造", "完成农村公路改造", PROGRESSED),
    ("建设保障房2000套", "建成保障房2000套", PROGRESSED),
    ("建设保障房2000套", "建成保障房1500套", (Change.REWORDED, Change.LOWERED)),
    ("建成跨江大桥", "加快跨江大桥建设", REWORDED),
    ("新建充电桩1200个", "新建充电桩1800个", (Change.RAISED,)),
    ("新建充电桩1200个", "新建充电桩900个", (Change.LOWERED,)),
    ("多渠道新建充电桩1200个", "新建充电桩900个", (Change.REWORDED, Change.LOWERED)),
    ("失业率控制在5.5%左右", "失业率控制在5.5%以内", (Change.TIGHTENED,)),
    ("失业率控制在5.5%以内", "失业率控制在5.5%左右", (Change.LOOSENED,)),
    ("力争摘掉缺水帽子", "确保摘掉缺水帽子", (Change.TIGHTENED,)),
    ("确保摘掉缺水帽子", "力争摘掉缺水帽子", (Change.LOOSENED,)),
    ("基本消除黑臭水体", "消除黑臭水体", (Change.TIGHTENED,)),
    ("支持竹业、茶业发展", "支持竹业、茶业、花卉业发展", (Change.BROADENED,)),
    ("支持竹业、茶业、花卉业发展", "支持竹业、茶业发展", (Change.NARROWED,)),
    ("支持竹业、茶业发展", "扶持竹业、茶业、花卉业发展", (Change.REWORDED, Change.BROADENED)),
    ("推行家庭医生签约试点", "实现家庭医生签约全覆盖", (Change.REWORDED, Change.BROADENED)),
    ("实现家庭医生签约全覆盖", "开展家庭医生签约试点", (Change.REWORDED, Change.NARROWED)),
    ("推行家庭医生签约", "开展家庭医生签约试点", REWORDED),
    ("开展家庭医生签约试点", "推行家庭医生签约", REWORDED),
    ("努力盘活低效林地", "加快盘活低效林地", REWORDED),
    ("必须盘活低效林地", "盘活低效林地", REWORDED),
    ("加强竹林防火", "加强和改进竹林防火", REWORDED),
    ("加强竹林防火", "加强竹林防火管理和服务", REWORDED),
    ("打击偷猎、盗采、滥捕", "打击盗采、偷猎、滥捕", REWORDED),
    ("稳定毛竹生产", "抓好毛竹、茶叶、油茶等生产", (Change.REWORDED, Change.BROADENED)),
    ("整治渡口和码头周边环境", "整治渡口周边环境", (Change.NARROWED,)),
]


@pytest.mark.parametrize(("old", "new", "changes"), CHANGES)
def test_link_says_how_the_commitment_changed(
    parsed: Parsed, old: str, new: str, changes: tuple[Change, ...]
) -> None:
    _, link = linked(parsed, old, new)
    assert link.changes == changes


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("修好老桥", "修好老桥", []),
        ("修好“老桥”", "修好老桥", []),
        ("新建充电桩1200个", "新建充电桩1800个", [("1200个", "1800个")]),
        ("新建学校1,200所", "新建学校1,300所", [("1,200所", "1,300所")]),
        ("就业率达到91.2%", "就业率达到91.5%", [("91.2%", "91.5%")]),
        ("节水2.5亿立方米左右", "节水2.6亿立方米", [("2.5亿立方米左右", "2.6亿立方米")]),
        ("推动5G应用", "推动6G应用", [("5G", "6G")]),
        ("支持ABC-12型客机", "支持ABC-13型客机", [("ABC-12", "ABC-13")]),
        ("推进一批老旧小区改造", "推进老旧小区改造", [("一批", "")]),
        ("推进老旧小区改造", "推进一批老旧小区改造", [("", "一批")]),
        ("支持竹业、茶业发展", "支持竹业、花卉业发展", [("茶业", "花卉业")]),
    ],
)  # fmt: skip
def test_changed_words_are_whole_words_and_whole_figures(
    parsed: Parsed, old: str, new: str, words: list[tuple[str, str]]
) -> None:
    comparison, link = linked(parsed, old, new)
    found = [
        (comparison.old.text[slice(*change.old)], comparison.new.text[slice(*change.new)])
        for change in link.words
    ]
    assert found == words


def test_place_of_an_insertion_is_an_empty_span(parsed: Parsed) -> None:
    comparison, link = linked(parsed, "推进老旧小区改造", "推进一批老旧小区改造")
    (change,) = link.words
    assert change.old == (comparison.old.text.index("老旧"),) * 2


TEXTS = st.text("修好老桥新建充电桩推进小区改造，、1250.%个所万亿AbG“”-", max_size=24)


@given(TEXTS, TEXTS)
def test_runs_of_words_cover_both_texts_and_same_runs_agree(old: str, new: str) -> None:
    runs = word_runs(old, new)
    assert "".join(old[slice(*run.old)] for run in runs) == old
    assert "".join(new[slice(*run.new)] for run in runs) == new
    for run in runs:
        assert run.is_same == (old[slice(*run.old)] == new[slice(*run.new)])


PLAN = """一、今年任务
（一）改善出行
修好老桥。架设新桥。加宽路面。
（二）守护湿地
放流鱼苗。清退鱼塘。
"""
MOVED_PLAN = """一、今年任务
（一）改善出行
修好老桥。架设新桥。加宽路面。放流鱼苗。
（二）守护湿地
清退鱼塘。
"""
BROKEN_PLAN = """一、今年任务
（一）改善出行
修好老桥。架设新桥。铺平路面。
（二）办好学校
配齐教师。
"""
SAME_SECTIONS = ((0, 0), (1, 1), (2, 2))
STAYING = ("修好老桥", "架设新桥", "加宽路面", "清退鱼塘")


def changes_by_text(comparison: Comparison) -> dict[str, tuple[Change, ...]]:
    return {comparison.old.items[link.old].text: link.changes for link in comparison.carried}


def test_commitment_in_another_section_has_moved(parsed: Parsed) -> None:
    old, new = parsed("2020", PLAN), parsed("2021", MOVED_PLAN)
    links = (link_of(old, new, (text, text)) for text in (*STAYING, "放流鱼苗"))
    found = changes_by_text(classified(old, new, *links, pairs=SAME_SECTIONS))
    assert found == {
        **dict.fromkeys(STAYING, VERBATIM),
        "放流鱼苗": (Change.VERBATIM, Change.MOVED),
    }


def test_section_that_is_numbered_otherwise_is_no_move(parsed: Parsed) -> None:
    first, _, second = PLAN.removeprefix("一、今年任务\n").partition("（二）")
    turned = f"一、今年任务\n（一）{second}（二）{first.removeprefix('（一）')}"
    old, new = parsed("2020", PLAN), parsed("2021", turned)
    links = (link_of(old, new, (text, text)) for text in (*STAYING, "放流鱼苗"))
    comparison = classified(old, new, *links, pairs=((0, 0), (1, 2), (2, 1)))
    assert set(changes_by_text(comparison).values()) == {VERBATIM}


def test_section_cut_in_two_is_no_move(parsed: Parsed) -> None:
    cut = PLAN.replace("架设新桥。加宽路面。", "\n（三）拓宽道路\n架设新桥。加宽路面。放好路锥。")
    old, new = (
        parsed("2020", PLAN.replace("加宽路面。", "加宽路面。放好路锥。")),
        parsed("2021", cut),
    )
    links = (link_of(old, new, (text, text)) for text in (*STAYING, "放好路锥", "放流鱼苗"))
    comparison = classified(old, new, *links, pairs=((0, 0), (1, 1), (None, 2), (2, 3)))
    assert set(changes_by_text(comparison).values()) == {VERBATIM}


def test_commitment_shared_out_over_two_is_split_and_back_merged(parsed: Parsed) -> None:
    whole, parts = "增设养老服务站和社区托育园", ("增设养老服务站", "增设社区托育园")
    one = parsed("2020", f"一、今年任务\n{whole}。\n")
    two = parsed("2021", f"一、今年任务\n{parts[0]}。{parts[1]}。\n")
    there = classified(one, two, *(link_of(one, two, (whole, part)) for part in parts))
    back = classified(two, one, *(link_of(two, one, (part, whole)) for part in parts))
    assert [Change.SPLIT in link.changes for link in there.links] == [True, True]
    assert [Change.MERGED in link.changes for link in back.links] == [True, True]


def test_commitment_repeated_word_for_word_is_not_split(parsed: Parsed) -> None:
    old = parsed("2020", "一、今年任务\n修好老桥。\n")
    new = parsed("2021", "一、今年任务\n（一）路\n修好老桥。\n（二）桥\n修好老桥。\n")
    places = [index for index, item in enumerate(new.items) if item.text == "修好老桥"]
    start = position(old, "修好老桥")
    links = (
        Link(LinkType.CARRY, start, place, old.items[start].span, new.items[place].span, 0.9)
        for place in places
    )
    assert all(Change.SPLIT not in link.changes for link in classified(old, new, *links).links)


def test_report_of_a_later_stage_has_progressed(parsed: Parsed) -> None:
    old = parsed("2020", "一、今年任务\n开工建设跨江大桥。\n")
    new = parsed("2021", "一、去年工作回顾\n跨江大桥建成通车。\n")
    link = link_of(old, new, ("开工建设跨江大桥", "跨江大桥建成通车"), LinkType.REPORT)
    assert classified(old, new, link).links[0].changes == PROGRESSED


OLD = "一、去年工作回顾\n桥梁完好。\n二、今年任务\n修好老桥。放流鱼苗。各项任务繁重。\n"
NEW = "一、去年工作回顾\n鱼苗已放流。\n二、今年任务\n修好老桥。整修路灯。\n"


def test_carried_items_are_those_in_carry_links(parsed: Parsed) -> None:
    old, new = parsed("2020", OLD), parsed("2021", NEW)
    comparison = classified(
        old,
        new,
        link_of(old, new, ("修好老桥", "修好老桥")),
        link_of(old, new, ("放流鱼苗", "鱼苗已放流"), LinkType.REPORT),
    )
    statuses = dict(zip((item.text for item in old.items), comparison.old_status, strict=True))
    assert statuses["修好老桥"] is Status.CARRIED
    assert statuses["放流鱼苗"] is Status.DROPPED
    assert statuses["桥梁完好"] is statuses["各项任务繁重"] is None
    assert [item.text for item in comparison.added] == ["整修路灯"]
    assert len(comparison.carried) == len(comparison.reported) == 1


CUT = "The text breaks off."


def cut_off(document: Document, code: str = "ends_mid_document") -> Document:
    return replace(document, notices=(Notice(code, CUT, Span(0, 1)),))


def test_dropped_item_has_a_caveat_where_the_new_text_breaks_off_before_its_place(
    parsed: Parsed,
) -> None:
    old = parsed("2020", PLAN)
    new = cut_off(parsed("2021", BROKEN_PLAN))
    links = (link_of(old, new, (text, text)) for text in ("修好老桥", "架设新桥"))
    comparison = classified(old, new, *links, pairs=((0, 0), (1, 1), (2, None), (None, 2)))
    caveats = {
        item.text: caveat for item, caveat in zip(old.items, comparison.old_caveats, strict=True)
    }
    assert caveats["放流鱼苗"] == caveats["清退鱼塘"] == "outside_coverage"
    assert caveats["加宽路面"] == ""


def test_carried_item_has_no_caveat(parsed: Parsed) -> None:
    old, new = parsed("2020", PLAN), cut_off(parsed("2021", PLAN))
    links = (link_of(old, new, (text, text)) for text in (*STAYING, "放流鱼苗"))
    comparison = classified(old, new, *links, pairs=SAME_SECTIONS)
    carried = [
        caveat
        for status, caveat in zip(comparison.old_status, comparison.old_caveats, strict=True)
        if status is Status.CARRIED
    ]
    assert carried
    assert set(carried) == {""}


def test_whole_text_needs_no_caveat(parsed: Parsed) -> None:
    comparison = classified(parsed("2020", PLAN), parsed("2021", NEW))
    assert set(comparison.old_caveats) == {""}
    assert comparison.dropped


def test_added_item_has_a_caveat_where_the_old_text_breaks_off(parsed: Parsed) -> None:
    old = cut_off(parsed("2020", "一、今年任务\n（一）改善出行\n修好老桥。\n"))
    new = parsed("2021", PLAN)
    comparison = classified(old, new, pairs=((0, 0), (1, 1), (None, 2)))
    caveats = {
        item.text: caveat for item, caveat in zip(new.items, comparison.new_caveats, strict=True)
    }
    assert caveats["放流鱼苗"] == "outside_coverage"


NOTICES = [
    ("older_second", {"year": 2021}, {"year": 2019}, "2021"),
    ("older_second", {"date": "2020-02-01"}, {"date": "2020-01-31"}, "newer"),
    ("different_issuers", {"issuer": "柳湾市"}, {"issuer": "上柳湾市"}, "柳湾市 and 上柳湾市"),
    ("other_genre", {}, {"genre": Genre.PLAN_REPORT}, "work report and plan report"),
    ("other_language", {}, {"language": "en"}, "zh and en"),
]


@pytest.mark.parametrize(("code", "old_is", "new_is", "words"), NOTICES)
def test_reader_is_told_what_is_odd_about_the_pair(
    parsed: Parsed, code: str, old_is: dict[str, str], new_is: dict[str, str], words: str
) -> None:
    old = replace(parsed("2020", OLD), label="2021", **old_is)  # type: ignore[arg-type]
    new = replace(parsed("2020", NEW), **new_is)  # type: ignore[arg-type]
    (notice,) = (notice for notice in classified(old, new).notices if notice.code == code)
    assert words in notice.message


def test_same_file_twice_is_told(parsed: Parsed) -> None:
    document = parsed("2020", OLD)
    assert [notice.code for notice in classified(document, document).notices] == ["same_document"]


@pytest.mark.parametrize(
    "new_is",
    [{}, {"year": None}, {"issuer": ""}, {"genre": Genre.OTHER}, {"year": 2021, "date": ""}],
)
def test_pair_without_anything_odd_has_no_notices(
    parsed: Parsed, new_is: dict[str, str | None]
) -> None:
    new = replace(parsed("2021", NEW), **new_is)  # type: ignore[arg-type]
    assert classified(parsed("2020", OLD), new).notices == ()
