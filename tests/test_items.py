"""Sentences cut into clauses that carry one action or one figure, with exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.items import split_items
from policydiff.model import CleanText, Item, Role, Section, Span


def section_of(source: str, *, heading: str = "", ordinal: str = "") -> Section:
    heading_span = Span(0, len(ordinal) + len(heading))
    return Section(None, 1, ordinal, heading, Span(0, len(source)), heading_span, Role.PLAN)


def split(text: str) -> list[str]:
    clean_text = CleanText(text, tuple(range(len(text))), text)
    return [item.text for item in split_items(clean_text, (section_of(text),))]


def folded(source: str, text: str) -> CleanText:
    """A clean text whose characters stand in the source in order, with others in between."""
    offsets: list[int] = []
    for char in text:
        offsets.append(source.index(char, offsets[-1] + 1 if offsets else 0))
    return CleanText(text, tuple(offsets), source)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("修好老桥。架设新桥。", ["修好老桥", "架设新桥"]),
        ("修好老桥；架设新桥；", ["修好老桥", "架设新桥"]),
        ("修好老桥！架设新桥？", ["修好老桥", "架设新桥"]),
        ("修好老桥\n架设新桥", ["修好老桥", "架设新桥"]),
        ("We will mend the bridge. It is old.", ["We will mend the bridge", "It is old"]),
        ("We will pay &pound;9 a day.", ["We will pay &pound;9 a day"]),
    ],
)
def test_sentence_ends_the_item(text: str, clauses: list[str]) -> None:
    assert [clause.rstrip(".") for clause in split(text)] == clauses


@pytest.mark.parametrize(
    "text",
    [
        "推广“先修桥，后铺路。再种树；”的做法",
        "推广‘先修桥，后铺路’的做法",
        "落实《桥梁养护办法，试行；2019年版》",
        "建设驿站（含厕所，茶室；凉亭。）",
        "推行「先修桥，后铺路」的做法",
    ],
)
def test_marks_inside_quotes_and_brackets_do_not_cut(text: str) -> None:
    assert split(f"{text}。") == [text]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "加快建设滨江隧道，完善停车收费办法，推动老旧小区加装电梯。",
            ["加快建设滨江隧道", "完善停车收费办法", "推动老旧小区加装电梯"],
        ),
        (
            "新建口袋公园12个，改造老旧管网30公里。",
            ["新建口袋公园12个", "改造老旧管网30公里"],
        ),
        (
            "地区生产总值增长6%左右，城镇新增就业3万人以上，居民消费价格涨幅控制在3%以内。",
            ["地区生产总值增长6%左右", "城镇新增就业3万人以上", "居民消费价格涨幅控制在3%以内"],
        ),
        ("深入推行林长制，森林覆盖率达到40%。", ["深入推行林长制", "森林覆盖率达到40%"]),
    ],
)
def test_comma_cuts_where_a_new_action_or_figure_starts(text: str, clauses: list[str]) -> None:
    assert split(text) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "为方便老人出行，在城区增设公交座椅",
        "按照应保尽保的要求，把外来务工人员纳入保障",
        "推动老旧小区加装电梯，使居民出行更方便",
        "引导渔民上岸，让湖水休养生息",
        "今年，新建学校3所",
        "到2025年，全市绿化覆盖率达到45%",
        "同时，修好老桥",
    ],
)
def test_modifier_stays_with_the_clause_it_modifies(text: str) -> None:
    assert split(f"{text}。") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "支持渔业、茶业、藤编业发展",
        "开工建设滨江隧道、白鹭大桥和三条支路",
        "加强文物、古树以及老街保护",
    ],
)
def test_list_under_one_verb_stays_whole(text: str) -> None:
    assert split(f"{text}。") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "新增岗位1,200个",
        "三次产业比例调整到8:40:52",
        "投资35.6亿元",
        "The lamps cost 1,200 pounds, all in all",
    ],
)
def test_mark_inside_a_figure_does_not_cut(text: str) -> None:
    assert split(text) == [text]


def test_commas_of_a_latin_sentence_do_not_cut() -> None:
    text = "We will plant trees, mend the bridge, and light the path."
    assert split(text) == [text]


def test_short_tail_stays_with_its_clause() -> None:
    assert split("完善停车收费办法，便民。") == ["完善停车收费办法，便民"]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("一是修好老桥，二是架设新桥。", ["修好老桥", "架设新桥"]),
        ("第一，修好老桥。第二，架设新桥。", ["修好老桥", "架设新桥"]),
        ("①修好老桥；②架设新桥。", ["修好老桥", "架设新桥"]),
        ("（1）修好老桥；（2）架设新桥。", ["修好老桥", "架设新桥"]),
    ],
)
def test_numbers_of_points_are_no_part_of_items(text: str, clauses: list[str]) -> None:
    assert split(text) == clauses


@pytest.mark.parametrize("text", ["第一产业增加值增长3%", "一、二、三产业协同发展", "五要素全保障"])
def test_words_that_start_like_numbers_stay(text: str) -> None:
    assert split(f"{text}。")[0].endswith(text[2:])
    assert "第一产业" not in text or split(f"{text}。") == [text]


def test_colon_ends_the_words_that_announce() -> None:
    assert split("重点做好以下工作：修好老桥；架设新桥。") == [
        "重点做好以下工作",
        "修好老桥",
        "架设新桥",
    ]


def test_heading_is_an_item_without_its_ordinal() -> None:
    text = "（三）守护湿地。修复滩涂200亩。"
    section = section_of(text, heading="守护湿地", ordinal="（三）")
    items = split_items(CleanText(text, tuple(range(len(text))), text), (section,))
    assert [(item.text, item.span) for item in items] == [
        ("守护湿地", (3, 7)),
        ("修复滩涂200亩", (8, 16)),
    ]


def test_span_leads_back_to_the_source() -> None:
    source = "  修好老\n桥，　架设新桥。\n"
    clean_text = folded(source, "修好老桥，架设新桥。")
    items = split_items(clean_text, (section_of(source),))
    assert [source[slice(*item.span)] for item in items] == ["修好老\n桥", "架设新桥"]


def test_text_is_the_source_s_and_plain_is_folded() -> None:
    source = '推广"一桥一档"，投资３亿元。'
    clean_text = CleanText(
        "推广“一桥一档”，投资3亿元。",
        tuple(range(len(source))),
        source,
    )
    items = split_items(clean_text, (section_of(source),))
    assert [item.text for item in items] == ['推广"一桥一档"', "投资３亿元"]
    assert [item.plain for item in items] == ["推广“一桥一档”", "投资3亿元"]


def test_sentences_and_paragraphs_are_numbered_through() -> None:
    text = "修好老桥，架设新桥；植树。\n铺路。"
    items = split_items(CleanText(text, tuple(range(len(text))), text), (section_of(text),))
    assert [(item.sentence, item.paragraph) for item in items] == [(0, 0), (0, 0), (1, 0), (2, 1)]


def test_item_stands_in_the_section_that_holds_it() -> None:
    text = "修好老桥。\n架设新桥。"
    first = Section(None, 1, "", "", Span(0, 6), Span(0, 0), Role.PLAN)
    second = Section(None, 1, "", "", Span(6, 11), Span(6, 6), Role.PLAN)
    items = split_items(CleanText(text, tuple(range(len(text))), text), (first, second))
    assert [item.section for item in items] == [0, 1]


@pytest.mark.parametrize("text", ["", "\n", "。。。", "——\n——"])
def test_text_without_words_has_no_items(text: str) -> None:
    assert split(text) == []


WORDS = ("修好老桥", "为方便出行", "使居民受益", "12个", "1,200户", "8:40", "今年", "and so on")
QUOTED = ("“先修，后铺。”", "（含桥，路；）")
ORDINALS = ("一是", "第一，", "①", "（1）")
MARKS = ("“", "”", "（", "）", "，", "。", "；", "：", "、", ",", ". ", "\n")
PIECES = st.sampled_from((*WORDS, *QUOTED, *ORDINALS, *MARKS))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_items_are_in_order_apart_and_leave_only_marks_and_ordinals(text: str) -> None:
    clean_text = CleanText(text, tuple(range(len(text))), text)
    items: tuple[Item, ...] = split_items(clean_text, (section_of(text),))
    rest, position = "", 0
    for item in items:
        assert item.span.start >= position
        assert item.text == text[slice(*item.span)].replace("\n", "")
        rest += text[position : item.span.start]
        position = item.span.end
    rest += text[position:]
    for ordinal in ORDINALS:
        rest = rest.replace(ordinal, "")
    assert not any(char.isalnum() for char in rest), rest
