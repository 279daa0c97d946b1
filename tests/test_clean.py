"""Cleaning: what becomes one paragraph, what is left out, what is said, and the way back."""

import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.clean import clean
from policydiff.model import CleanText, Source
from policydiff.read import read_source

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

GREETING = "各位代表："
OPENING = "现在，我代表市人民政府向大会报告工作，请予审议。"
REVIEW = "一、2030年工作回顾"
DONE = (
    "过去一年，全市建成青石河大桥和两座水厂，新增公租房八百套，"
    "乡村小学全部通了校车，群众出行更加方便。"
)
PLAN = "二、2031年工作安排"
ROADS = (
    "改造县乡公路一百二十公里，开通三条公交线路，完成旧桥加固二十座，"
    "让每个行政村都通上硬化路和客运班车。"
)
WATER = (
    "治理青石河下游河道，新建两座污水处理厂，完成老旧供水管网改造六十公里，"
    "让全市人民喝上放心水、干净水。"
)
CLOSING = "各位代表！让我们同心协力，为建设美丽的青石市而努力奋斗！"
REPORT = (GREETING, OPENING, REVIEW, DONE, PLAN, ROADS, WATER, CLOSING)

ENGLISH = "The council will build a new bridge over the river and open it by the end of May."

WEB_HEAD = (
    "首页",
    "打印",
    "来源：青石日报",
    "时间：2031-02-03",
    "【字号：",
    "大",
    "中",
    "小",
    "】",
)
WEB_TAIL = (
    "责任编辑：李四",
    "相关新闻",
    "青石市旅游节开幕",
    "版权所有：青石市人民政府",
    "网站地图",
)


def cleaned(text: str) -> CleanText:
    return clean(Source("report.txt", "0" * 64, "utf-8", text))


def lines_of(text: str) -> list[str]:
    return cleaned(text).text.split("\n")


def codes_of(text: str) -> set[str]:
    return {notice.code for notice in cleaned(text).notices}


def removed_from(text: str) -> list[str]:
    return [text[span.start : span.end] for span in cleaned(text).furniture]


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))


def newspaper(width: int = 20) -> str:
    """The report in columns, with a blank line after each paragraph."""
    return "\n\n".join(wrapped(paragraph, width) for paragraph in REPORT)


# Paragraphs


def test_a_plain_report_is_left_as_it_is() -> None:
    text = "\n\n".join(REPORT)

    assert lines_of(text) == list(REPORT)
    assert cleaned(text).notices == ()


def test_hard_wrapped_columns_are_joined() -> None:
    assert lines_of(newspaper()) == list(REPORT)


def test_a_column_break_inside_a_sentence_is_joined() -> None:
    text = newspaper().replace(ROADS[:20] + "\n", ROADS[:20] + "\n\n", 1)

    assert lines_of(text) == list(REPORT)


def test_a_wrapped_heading_is_joined_and_stays_a_paragraph() -> None:
    start, rest = "三、2031年实现国民经济和社会发展计划", "的重点工作"
    text = newspaper().replace(CLOSING[:20], f"{start}\n{rest}\n\n{CLOSING[:20]}", 1)

    assert start + rest in lines_of(text)


def test_a_short_heading_is_not_joined_to_its_column() -> None:
    text = newspaper().replace(f"{PLAN}\n\n", f"{PLAN}\n", 1)

    assert lines_of(text) == list(REPORT)


def test_the_words_of_a_link_are_joined_to_their_sentence() -> None:
    broken = WATER.replace("污水处理厂", "\n污水处理厂\n")

    assert lines_of("\n\n".join((*REPORT[:6], broken, CLOSING))) == list(REPORT)


def test_a_title_in_brackets_that_a_link_broke_is_joined() -> None:
    paragraph = "认真实施《\n青石河保护条例\n》，严格水域岸线管理，坚决制止侵占河道的行为。"

    assert lines_of(f"{REVIEW}\n\n{paragraph}\n\n{DONE}")[1] == paragraph.replace("\n", "")


def test_links_are_joined_where_every_line_end_is_blank() -> None:
    starts = ["发展民主", "扎实推进普法和", "今年要继续加强"]
    pieces = [piece for start in starts for piece in (start, "法制", f"建设，依法办事。{DONE}")]

    assert lines_of("\n\n".join([*REPORT[:3], *pieces]))[3:] == [
        f"{start}法制建设，依法办事。{DONE}" for start in starts
    ]


BROKEN = [f"{start}\n\n法制\n\n建设，依法办事。" for start in ("发展民主", "推进普法和", "加强")]
"""Paragraphs that show that links broke the lines of a text."""


def test_a_link_that_opened_a_paragraph_is_no_heading() -> None:
    text = "\n\n".join([*REPORT[:4], *BROKEN, "新建省", "级示范村十五个，修桥三座。", CLOSING])

    assert "新建省级示范村十五个，修桥三座。" in lines_of(text)


@pytest.mark.parametrize("names", [["关于外交工作"], ["修桥铺路", "治水造林", "办学兴医"]])
def test_lines_that_name_parts_are_headings_among_links(names: list[str]) -> None:
    parts = [part for name in names for part in (name, f"{name}要办好，修桥三座。")]
    text = "\n\n".join([*REPORT[:4], *BROKEN, *parts, CLOSING])

    assert [line for line in lines_of(text) if line in parts] == parts


def test_a_link_that_opens_a_paragraph_stays_below_its_heading() -> None:
    headings = ["一、加快修建滨江隧道", "二、加快治理青石河道", "三、加快改造老旧小区"]
    texts = ["修好隧道，人人受益。", "绿水青山\n\n，就是财富。先治河。", "小区改造，先修管网。"]
    pairs = [line for pair in zip(headings, texts, strict=True) for line in pair]

    assert lines_of("\n\n".join([*BROKEN, *pairs]))[3:] == [
        line.replace("\n", "") for line in pairs
    ]


def test_a_heading_that_runs_in_as_its_siblings_do_is_joined_to_its_end() -> None:
    done = ["（一）修桥铺路扎实推进。建桥三座。", "（三）治水造林成效明显。造林百亩。"]
    text = "\n".join([done[0], "（二）", "改革", "不断深化。审批少了三成。", done[1], CLOSING])

    assert lines_of(text)[1:3] == ["（二）改革不断深化。审批少了三成。", done[1]]


def test_a_numbered_paragraph_that_has_begun_its_text_is_joined() -> None:
    text = f"{REVIEW}\n（一）修桥铺路扎实推进。在天旱\n、且\n少雨的情况下，建桥三座。\n{DONE}"

    assert "（一）修桥铺路扎实推进。在天旱、且少雨的情况下，建桥三座。" in lines_of(text)


@pytest.mark.parametrize(
    "heading", ["一年来，我们坚持实干争先，发展质量稳步提升", "（一）推动城乡融合"]
)
def test_a_heading_without_a_stop_stays_on_its_own(heading: str) -> None:
    assert lines_of(f"{GREETING}\n\n{heading}\n\n{DONE}")[1] == heading


def test_a_sentence_cut_by_a_page_is_joined() -> None:
    cut = f"{WATER[:44]}\n\n{WATER[44:]}"

    assert lines_of("\n\n".join((*REPORT[:6], cut, CLOSING))) == list(REPORT)


@pytest.mark.parametrize("first_stop", ["。", ""])
def test_the_fragment_a_page_break_repeats_is_left_out(first_stop: str) -> None:
    sentence, rest = (
        "坚决打好治水攻坚战，坚持目标标准，落实精准方略，着力解决影响全市饮水安全的突出问题",
        "巩固治水成果，建立健全管护机制。",
    )
    text = "\n\n".join((*REPORT[:6], sentence + first_stop, f"题。{rest}", CLOSING))

    assert f"{sentence}。{rest}" in lines_of(text)
    assert "repeated_fragment_removed" in codes_of(text)


def test_a_short_sentence_that_repeats_a_whole_clause_stays() -> None:
    sentence = (
        "全面落实各项增长政策，用好专项债券，推动重大项目早开工、早建成、早见效，突出抓好稳投资。"
    )
    text = "\n\n".join((*REPORT[:6], sentence, "稳投资。开工建设青石河大桥。", CLOSING))

    assert "稳投资。开工建设青石河大桥。" in lines_of(text)


def test_a_line_that_is_all_repetition_stays() -> None:
    text = "\n\n".join((*REPORT[:6], WATER[:44], WATER[38:44], CLOSING))

    assert WATER[:44] + WATER[38:44] in lines_of(text)


def test_one_long_line_is_split_at_its_wide_gaps() -> None:
    assert lines_of(" \u3000\u3000".join(REPORT)) == list(REPORT)


def test_one_long_line_is_split_at_single_spaces_between_chinese_characters() -> None:
    text = " ".join([*REPORT[:6], *[WATER] * 60, CLOSING])

    assert lines_of(text) == [*REPORT[:6], *[WATER] * 60, CLOSING]


def test_gaps_read_as_ends_of_paragraphs_are_counted() -> None:
    notice = cleaned(" \u3000\u3000".join(REPORT)).notices[0]

    assert notice.code == "paragraphs_split"
    assert notice.message == "7 wide gaps are read as ends of paragraphs."


def test_lines_that_are_sentences_though_no_full_stop_says_so_are_counted() -> None:
    lines = [f"{n}座桥{'的栏杆' * (n % 25)}{DONE[:-1]}" for n in range(25)]
    notice = cleaned("\n".join(lines)).notices[0]

    assert lines_of("\n".join(lines)) == lines
    assert notice.code == "sentences_by_line"
    assert notice.message.startswith("25 lines")


@pytest.mark.parametrize("preface", ["序", "序言", "前言"])
def test_the_word_over_a_preface_stands_on_its_own(preface: str) -> None:
    text = "\n".join([*BROKEN, "青石市第九个五年计划", preface, DONE])

    assert lines_of(text)[-3:] == ["青石市第九个五年计划", preface, DONE]


def test_written_out_line_ends_are_line_ends() -> None:
    assert lines_of(r"\r\n".join(REPORT)) == list(REPORT)


def test_letter_spaced_headings_are_closed_up() -> None:
    text = (
        "第一章　总　　则\n\n第一条　为了保护青石河，制定本条例。\n\n第二条　本条例适用于青石河。"
    )

    assert lines_of(text) == [
        "第一章 总则",
        "第一条 为了保护青石河，制定本条例。",
        "第二条 本条例适用于青石河。",
    ]


def test_english_wrapped_in_columns_is_joined_with_spaces() -> None:
    paragraphs = [f"{ENGLISH} It will cost forty million.", f"{ENGLISH} The old one stays."]
    text = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in paragraphs)

    assert lines_of(text) == paragraphs


def test_english_list_items_stay_apart() -> None:
    text = (
        "We will do three things this year for roads.\n\n* mend them\n* widen them\n* light them\n"
    )

    assert lines_of(text)[1:] == ["* mend them", "* widen them", "* light them"]


# Characters


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("增长８．５％，达到３００亿元", "增长8.5%，达到300亿元"),
        ("ＧＤＰ增长6%", "GDP增长6%"),
        ("新建学校 691 所", "新建学校691所"),
        ("到 1 9 9 3 年底", "到1993年底"),
        ("到１ ０ ．０ ６ ‰", "到10.06‰"),
        ("推动\u200b青石\ufeff发展", "推动青石发展"),
        ("引进 Green River 公司", "引进Green River公司"),
        ("修桥 , 铺路 ; 治水", "修桥，铺路；治水"),
        ("一、 修桥铺路", "一、修桥铺路"),
        ("（二） 修桥铺路", "（二）修桥铺路"),
        ("粮食增长9·3%", "粮食增长9.3%"),
        ("粮食增长9 · 3", "粮食增长9.3"),
        ("战胜“96·8”洪水", "战胜“96·8”洪水"),
        ("产粮1，304万吨", "产粮1,304万吨"),
        ("产粮12，304，500吨", "产粮12,304,500吨"),
        ("建成3，修复1304处", "建成3，修复1304处"),
        ("分别为2019，2020年", "分别为2019，2020年"),
        ('"两山"和"三水"', "“两山”和“三水”"),
        ("“两山“和“三水“", "“两山”和“三水”"),
        ("「两山」理念", "“两山”理念"),
        ("修桥;铺路,治水:三件事", "修桥；铺路，治水：三件事"),
        ("(一)修桥(含引道)", "（一）修桥（含引道）"),
        ("«青石河条例»", "《青石河条例》"),
        ("办好12:30的发布会", "办好12:30的发布会"),
        ("投入1,200万元", "投入1,200万元"),
        ("建设5G基站(4K/8K)", "建设5G基站（4K/8K）"),
        ("加快發展，興修水利", "加快發展，興修水利"),
    ],
)
def test_characters_are_folded_one_to_one(before: str, after: str) -> None:
    assert cleaned(f"{DONE}\n\n{before}。\n\n{ROADS}").text.split("\n")[1] == f"{after}。"


def test_straight_quotes_in_english_become_curly() -> None:
    text = (
        "The mayor said \"we will build\", and it's the council's word.\n\nSo 'be it', they said."
    )

    assert cleaned(text).text == (
        "The mayor said “we will build”, and it’s the council’s word.\nSo ‘be it’, they said."
    )


# Furniture


def test_an_archives_licence_footer_is_left_out() -> None:
    footer = [
        "本作品是中华人民共和国的",
        "法律",
        "，属于",
        "公有领域",
        "。",
        "Public domain",
        "false",
    ]
    text = "\n\n".join(REPORT) + "\n\n\n" + "\n".join(footer)

    assert lines_of(text) == list(REPORT)
    assert codes_of(text) == {"licence_footer_removed"}
    assert removed_from(text) == footer


@pytest.mark.parametrize("mark", ["— 3 —", "-12-", "第3页 共20页", "3/20", "Page 3 of 20"])
def test_page_numbers_are_left_out_and_their_sentence_joined(mark: str) -> None:
    text = "\n\n".join((*REPORT[:6], f"{WATER[:44]}\n\n{mark}\n\n{WATER[44:]}", CLOSING))

    assert lines_of(text) == list(REPORT)
    assert "page_furniture_removed" in codes_of(text)


def test_a_figure_on_a_line_of_its_own_stays() -> None:
    text = "\n\n".join((*REPORT[:6], "今年广义货币M\n2\n增长百分之八左右。", CLOSING))

    assert "今年广义货币M2增长百分之八左右。" in lines_of(text)


def test_a_web_page_loses_all_but_the_document() -> None:
    front = ["2031年青石市政府工作报告", "——2031年1月20日在青石市第五届人民代表大会第二次会议上"]
    text = "\n".join([*WEB_HEAD, *front, *REPORT, *WEB_TAIL])

    assert lines_of(text) == list(REPORT)
    assert codes_of(text) == {"web_furniture_removed", "title_lines_set_apart"}
    assert cleaned(text).front == tuple(front)


def test_a_header_of_named_values_is_left_out() -> None:
    header = ["标题：2031年青石市政府工作报告", "发文单位：青石市人民政府", "正文："]

    assert lines_of("\n".join([*header, "", *REPORT])) == list(REPORT)


def test_what_stands_before_the_greeting_is_no_text() -> None:
    front = ["青石市2031年政府工作报告", "青石市市长张三（2031年1月20日）"]
    text = "\n\n".join([*front, *REPORT])
    (notice,) = cleaned(text).notices

    assert lines_of(text) == list(REPORT)
    assert cleaned(text).front == tuple(front)
    assert notice.code == "title_lines_set_apart"
    assert text[: notice.span.end].strip() == front[0]


@pytest.mark.parametrize(
    "before",
    [
        ["一、2030年工作回顾"],
        ["去年修了桥。"],
        [f"青石市的第{n}座桥" for n in range(9)],
        ["青石市修桥铺路治水造林办学建房通车种粮养老" * 4],
    ],
)
def test_text_before_a_greeting_stays(before: list[str]) -> None:
    assert cleaned("\n\n".join([*before, *REPORT])).front == ()


def test_question_marks_for_lost_spaces_are_left_out() -> None:
    text = "\n".join([*REPORT[:2], "青石市人民政府市长??张三", *REPORT[2:]])

    assert "青石市人民政府市长张三" in lines_of(text)


@pytest.mark.parametrize("link", ["[编辑]", "[ 编辑 | 编辑源代码 ]", "[edit]"])
def test_links_to_edit_a_section_are_left_out(link: str) -> None:
    text = "\n\n".join([*REPORT[:2], f"{REVIEW}{link}", *REPORT[3:]])

    assert lines_of(text) == list(REPORT)
    assert codes_of(text) == {"web_furniture_removed"}


def test_numbers_of_notes_are_left_out_of_the_text_but_not_of_the_notes() -> None:
    noted = DONE.replace("水厂", "水厂[1]").replace("校车", "校车［2］")
    notes = ("名词解释", "[1]水厂：指供水的厂。", "[2]校车：指送学生的车。")
    text = "\n".join([*REPORT[:3], noted, *REPORT[4:], *notes])

    assert lines_of(text) == [*REPORT, *notes]
    assert removed_from(text) == ["[1]", "［2］"]
    assert "note_marks_removed" in codes_of(text)


def test_a_number_in_brackets_without_a_note_stays() -> None:
    assert "治理青石河[15]活动。" in lines_of(
        "\n".join([*REPORT[:6], "治理青石河[15]活动。", CLOSING])
    )


def test_where_a_glossary_begins_is_told() -> None:
    text = "\n".join([*REPORT, "附：名词解释", "1.三水：指饮水、用水、排水。"])
    notice = next(each for each in cleaned(text).notices if each.code == "glossary_found")

    assert text[slice(*notice.span)] == "附：名词解释"


def test_a_glossary_at_the_end_is_text() -> None:
    glossary = (
        "名词解释",
        "1.两山：指青石山和白石山。",
        "2.三水：指饮水、用水、排水，由水务部门统一管理。",
    )

    assert lines_of("\n".join([*REPORT, *glossary])) == [*REPORT, *glossary]


def body(sentences: int) -> list[str]:
    """So many different sentences long enough to be text."""
    return [
        f"第{n}项任务按期完成，修建道路{n}公里，治理河道{n}里，新建学校{n}所，改造管网{n}处。"
        for n in range(sentences)
    ]


def test_of_a_body_printed_twice_the_fuller_copy_stays() -> None:
    whole = body(20)
    text = "\n".join([GREETING, *whole[:15], *WEB_TAIL, *WEB_HEAD, GREETING, *whole, CLOSING])

    assert [line for line in lines_of(text) if line in whole] == whole
    assert "duplicate_body_removed" in codes_of(text)


def test_of_two_equal_copies_the_first_stays() -> None:
    whole = body(12)
    text = "\n".join([GREETING, *whole, *WEB_HEAD, GREETING, *whole])

    assert cleaned(text).offsets[-1] < text.rindex(GREETING)


def test_markdown_metadata_and_anchors_are_left_out() -> None:
    metadata = "---\ntitle: Terms\ndate: 2031-01-01\n---\n\n"
    text = "## [](#a)Scope\n\nSee [the act](http://x.org/a) for **more**.\n\nAnd so on it goes.\n"

    assert lines_of(metadata + text) == ["## Scope", "See the act for more.", "And so on it goes."]


# What is missing


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        (f"六是防范风险。{DONE}\n\n{PLAN}\n\n{ROADS}", "starts_mid_document", "六是防范风险。"),
        (f"（三）推进治水。{DONE}\n\n{PLAN}\n\n{ROADS}", "starts_mid_document", "（三）推进治水。"),
        (f"，推进治水。{DONE}\n\n{PLAN}\n\n{ROADS}", "starts_mid_document", "，推进治水。"),
        (
            f"第四条　水源应当保护。\n\n第五条　河道应当疏浚。\n\n{DONE}",
            "starts_mid_document",
            "第四条",
        ),
        (f"{DONE}\n\n{ROADS}\n\n{WATER} （下转16版）", "ends_mid_document", "（下转16版）"),
        (f"（上接3版）{DONE}\n\n{ROADS}\n\n{WATER}", "starts_mid_document", "（上接3版）"),
        (f"{DONE}\n\n{ROADS}\n\n{WATER[:45]}", "ends_mid_document", WATER[:45]),
        (f"{DONE}\n\n{ROADS}\n\n今年的目标是，", "ends_mid_document", "今年的目标是，"),
        (f"{DONE}\n\n{ROADS}\n\n三、加强自身建设", "ends_mid_document", "三、加强自身建设"),
        ("\n\n".join(REPORT[:4]), "ends_mid_document", DONE[-20:]),
        ("\n\n".join((*REPORT[:5], *[WATER] * 50)), "ends_mid_document", WATER[-20:]),
        (
            "and pays for it.\n\nThe council meets in May.",
            "starts_mid_document",
            "and pays for it.",
        ),
        (
            f"{ENGLISH}\n\n{ENGLISH} It will then vote on the",
            "ends_mid_document",
            "The council will build",
        ),
    ],
)
def test_a_missing_end_is_said_with_its_place(text: str, code: str, quote: str) -> None:
    notice = next(notice for notice in cleaned(text).notices if notice.code == code)

    assert text[notice.span.start : notice.span.end].startswith(quote)


def test_a_text_cut_at_the_size_of_a_cell_breaks_off() -> None:
    text = ("\n\n".join((*REPORT[:5], *[WATER] * 900)))[:32_766] + "。"

    assert "ends_mid_document" in codes_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(REPORT),
        "\n\n".join((*REPORT, "二〇三一年一月二十日")),
        "\n\n".join((OPENING, *REPORT[2:])),
        "第一条　为了保护青石河，制定本条例。\n\n第二条　本条例自2031年1月1日起施行。",
        "# 青石河条例\n\n第一章　总则\n\n第一条　为了保护青石河，制定本条例。",
        f"{DONE}\n\n{ROADS}\n\n[1]“两山”：指青石山和白石山。（见第3页）",
        "TERMS OF USE\n\nYou may cross the bridge.\n\n12 River Street, Greenstone\nwww.bridge.org",
    ],
)
def test_a_whole_document_misses_nothing(text: str) -> None:
    assert not codes_of(text) & {"starts_mid_document", "ends_mid_document"}


def test_a_notice_counts_and_shows_the_first_place() -> None:
    text = f"{DONE}\n\n新建学校 691 所。\n\n{ROADS}"
    (notice,) = cleaned(text).notices

    assert notice.message == "2 stray spaces are left out."
    assert text[notice.span.start : notice.span.end] == " "


# The way back

SCRAPS = """
题。巩固治水成果。|（下转3版）|- 4 -|false|????|\\r\\n|１２％|"两山"|it's|### A|二、|六是
Greenstone River|（一）|法制|Public domain|现在，我|[text](http://x.org)|<footer text=|(甲)
<乙>|“丙|...|标题：丁|99|---|'|a,b|各位代表|一、|3|2031年1月2日|第一条
"""
PIECES = st.sampled_from(
    [*REPORT, *WEB_HEAD, *WEB_TAIL, *body(3), *SCRAPS.strip().replace("\n", "|").split("|")]
)
GAPS = st.sampled_from(
    ["", "\n", "\n\n", " ", "\u200b", "\u3000\u3000", "\n\u200b\n", "\u3000", "\n \n\n"]
)
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, GAPS), max_size=40).map(
        lambda pairs: "".join(piece + gap for piece, gap in pairs)
    ),
    st.text(max_size=200),
)


def check_the_way_back(clean_text: CleanText) -> None:
    source, offsets = clean_text.source, clean_text.offsets
    kept = set(offsets)
    furniture = {place for span in clean_text.furniture for place in range(span.start, span.end)}
    assert len(clean_text.text) == len(offsets)
    assert all(before < after for before, after in pairwise(offsets))
    assert not kept & furniture
    assert all(
        char.isspace() or place in kept or place in furniture for place, char in enumerate(source)
    )
    assert all(line == line.strip() for line in clean_text.text.split("\n"))


@given(TEXTS)
def test_every_character_is_kept_or_white_or_furniture(text: str) -> None:
    check_the_way_back(cleaned(text))


@given(st.lists(st.sampled_from([DONE, ROADS, WATER, CLOSING]), min_size=1, max_size=12))
def test_clean_characters_are_the_sources_own(paragraphs: list[str]) -> None:
    clean_text = cleaned("\n\n".join(paragraphs))

    assert clean_text.quote(0, len(clean_text.text)).replace("\n", "") == "".join(paragraphs)


@given(TEXTS)
def test_cleaning_is_the_same_each_time(text: str) -> None:
    assert cleaned(text) == cleaned(text)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
@pytest.mark.parametrize(
    "name",
    [
        "zh_chongqing/2022.txt",
        "zh_hebei/2021.txt",
        "zh_national/2006.txt",
        "zh_counties/清苑/2003.txt",
    ],
)
def test_real_documents_keep_the_way_back(name: str) -> None:
    check_the_way_back(clean(read_source(CORPUS / name)))


@pytest.mark.parametrize(
    "note", ["(Applause.)", "(applause)", "[Laughter.]", "(Laughter and applause.)"]
)
def test_how_the_audience_answered_is_left_out(note: str) -> None:
    text = f"We will mend the old bridge. {note} The ferry stays until the bridge is open."
    assert lines_of(text) == [
        "We will mend the old bridge. The ferry stays until the bridge is open."
    ]
    assert "stage_direction_removed" in codes_of(text)


def test_applause_that_is_talked_of_stays() -> None:
    text = "The bridge opened to loud applause (and laughter on the ferry)."
    assert lines_of(text) == [text]
