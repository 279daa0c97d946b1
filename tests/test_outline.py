"""Headings, their levels and what the sections under them are for."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.clean import clean
from policydiff.lexicon.headings import MARKERS, ordinal_value
from policydiff.model import CleanText, Role, Section, Source
from policydiff.outline import outline

BODY = "全市新建口袋公园十二个，改造老旧管网三十公里。"
LEAD = "各位代表，过去的日子里全市上下齐心，" + BODY * 6


def clean_text(*paragraphs: str) -> CleanText:
    text = "\n".join(paragraphs)
    return CleanText(text, tuple(range(len(text))), text)


def outlined(*paragraphs: str) -> tuple[Section, ...]:
    return outline(clean_text(*paragraphs))


def named(*paragraphs: str) -> list[tuple[int, str]]:
    """The level and ordinal of each heading found, those without an ordinal by their words."""
    return [
        (section.level, section.ordinal or section.heading)
        for section in outlined(*paragraphs)
        if section.heading_span.length
    ]


def roles(*paragraphs: str) -> list[tuple[str, Role]]:
    return [(section.heading, section.role) for section in outlined(*paragraphs)]


HEADINGS = {
    "part": ("第三编 绿色生活", "第三编", "绿色生活"),
    "chapter": ("第3章 城市绿化", "第3章", "城市绿化"),
    "division": ("第二节 行道树", "第二节", "行道树"),
    "article": ("第十二条 行道树由园林部门养护。", "第十二条", ""),
    "han": ("三、改善出行", "三、", "改善出行"),
    "han_bracket": ("（四）守护湿地", "（四）", "守护湿地"),
    "han_is": ("三是架设路灯。沿河步道全部装灯。", "三是", "架设路灯"),
    "han_ordinal": ("第一，修好老桥。主桥今年合龙。", "第一，", "修好老桥"),
    "digit_bracket": ("（2）纺织", "（2）", "纺织"),
    "circle": ("③传感器", "③", "传感器"),
    "dotted": ("1.2 Street trees", "1.2", "Street trees"),
    "digit": ("1.做优服务", "1.", "做优服务"),
    "dash": ("——“一网通办”。办事不出镇。", "——", "“一网通办”"),
    "hash": ("## 湿地", "##", "湿地"),
    "en_part": ("Part II Streets", "Part II", "Streets"),
    "en_chapter": ("CHAPTER 4: Trees", "CHAPTER 4:", "Trees"),
    "en_section": ("§ 7 Lamps", "§ 7", "Lamps"),
    "upper": ("A. Lamps", "A.", "Lamps"),
    "letter": ("(b) lamps along the river;", "(b)", "lamps along the river"),
}


def test_every_way_of_numbering_has_an_example() -> None:
    assert set(HEADINGS) == {marker.family for marker in MARKERS}


@pytest.mark.parametrize("family", HEADINGS)
def test_first_marker_that_matches_a_heading_is_its_own(family: str) -> None:
    line, _, _ = HEADINGS[family]
    assert next(marker.family for marker in MARKERS if marker.pattern.match(line)) == family


@pytest.mark.parametrize(("line", "ordinal", "heading"), HEADINGS.values(), ids=HEADINGS)
def test_heading_is_taken_apart(line: str, ordinal: str, heading: str) -> None:
    section = outlined(line, BODY)[0]
    assert (section.ordinal, section.heading) == (ordinal, heading)


@pytest.mark.parametrize(
    "line",
    [
        "第一部分 工作回顾",
        "第2篇 绿色生活",
        "1、做优服务",
        "(四)守护湿地",
        "（ 四 ）守护湿地",
        "一要守住底线。",
        "第十二条之一 野树由园林部门登记。",
        "－－开放更进一步。",
        "### Roads",
        "ARTICLE 7 Lamps",
    ],
)
def test_heading_is_found_however_it_is_written(line: str) -> None:
    assert outlined(line.replace("－", "—"), BODY)[0].ordinal


@pytest.mark.parametrize(
    "line",
    [
        "三个社区装上电梯。",
        "一是因为桥老了，二是因为车多了。",
        "五要素保障到位。",
        "2019年新建口袋公园十二个。",
        "3.5公里步道建成。",
        "1、2号线通车。",
        "第一部门负责养护。",
        "四、五十年树木才能成荫。",
        "二、三季度开工。",
        "第二届园博会开幕。",
        "第三产业增加值增长百分之六。",
        "——2019年春",
        "十条公交线路开通。",
        "Partly cloudy words stand here.",
        "Section 7 applies to all lamps along the river. Others are exempt.",
    ],
)
def test_text_that_starts_like_an_ordinal_is_no_heading(line: str) -> None:
    assert [section.ordinal for section in outlined(line, BODY)] == [""]


def test_number_that_nothing_leads_up_to_is_list_text() -> None:
    assert named("一、今年任务", "1.修桥", BODY, "7.养鱼", BODY, "2.铺路", BODY) == [
        (1, "一、"),
        (2, "1."),
        (2, "2."),
    ]


def test_long_first_sentence_behind_an_ordinal_is_text() -> None:
    line = f"（三）{BODY.replace('。', '，') * 3}统统做完。"
    assert outlined("（一）修桥", BODY, line)[-1].ordinal == "（一）"


def test_run_in_heading_ends_with_its_sentence() -> None:
    text = clean_text("（三）守护湿地。修复滩涂二百亩。")
    (section,) = outline(text)
    assert section.heading == "守护湿地"
    assert text.source[slice(*section.heading_span)] == "（三）守护湿地。"


@pytest.mark.parametrize(
    "paragraph",
    [
        "一是修好老桥。二是架设新桥。",
        "三是修好老桥，四是架设新桥。",
        "第一，修好老桥；第二，架设新桥。",
    ],
)
def test_points_of_one_paragraph_are_its_text(paragraph: str) -> None:
    assert named("一、今年任务", paragraph) == [(1, "一、")]


def test_unmarked_short_line_is_a_heading_where_nothing_is_numbered() -> None:
    assert [heading for _, heading in named(BODY, "守护湿地", BODY)] == ["守护湿地"]


def headed(*paragraphs: str) -> list[tuple[int, str]]:
    """The level and words of each heading found."""
    return [
        (section.level, section.heading)
        for section in outlined(*paragraphs)
        if section.heading_span.length
    ]


def test_line_with_no_stop_among_closed_sentences_names_a_part() -> None:
    assert headed("一、今年任务", BODY, "守护湿地", BODY) == [(1, "今年任务"), (1, "守护湿地")]


def test_line_that_sums_up_stands_below_the_part_it_stands_in() -> None:
    lines = ("一年来，湿地重现水清，白鹭归来", "一年来，新桥架通两岸，车流不断")
    found = headed("一、去年回顾", BODY, lines[0], BODY, lines[1], BODY, "（一）修桥", BODY)
    assert found == [(1, "去年回顾"), (2, lines[0]), (2, lines[1]), (2, "修桥")]


def test_unmarked_line_stands_below_a_numbered_one_whose_list_goes_on() -> None:
    found = headed("一、城建", BODY, "守护湿地", BODY, "二、交通", BODY)
    assert found == [(1, "城建"), (2, "守护湿地"), (1, "交通")]


def test_short_line_is_text_where_sentences_are_not_closed() -> None:
    body = BODY.rstrip("。") * 2
    assert headed("一、今年任务", body, "守护湿地", body, body) == [(1, "今年任务")]


def test_points_closed_by_semicolons_are_no_headings() -> None:
    points = ("一、疏浚河道；", "二、加固堤坝；", "三、种植芦苇。")
    found = headed(
        "一、水利", BODY, "（一）治河", BODY, *points, "（二）修桥", BODY, "二、交通", BODY
    )
    assert found == [(1, "水利"), (2, "治河"), (2, "修桥"), (1, "交通")]


def test_list_that_starts_over_inside_a_part_stands_below_it_where_the_parts_go_on() -> None:
    inner = ("一、疏浚河道。", "二、加固堤坝。", "三、种植芦苇。")
    found = headed(
        "一、水利", BODY, "二、治河", BODY, "（一）河道", BODY, *inner, "（二）湿地", BODY,
        "三、交通", BODY,
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 1, 2, 3, 3, 3, 2, 1]


def test_list_that_starts_over_stands_below_a_part_that_only_names_its_purpose() -> None:
    found = headed(
        "一、去年工作回顾", BODY, "二、今年主要任务", BODY, "一、修桥", BODY, "二、铺路", BODY
    )
    assert [level for level, _ in found] == [1, 1, 2, 2]


def test_entries_of_a_glossary_head_nothing() -> None:
    entries = ("1.一桥一档：每桥一份档案。", "2.两岸：河的两岸。")
    assert headed("一、任务", BODY, "名词解释", *entries, BODY)[-1] == (1, "名词解释")


@pytest.mark.parametrize(
    "line",
    ["——在白塔市第三届人民代表大会第二次会议上", "——2031年1月5日在白塔市人民代表大会上"],
)
def test_occasion_behind_a_dash_is_no_heading(line: str) -> None:
    assert headed("政府工作报告", line, "各位代表：", BODY, "一、任务", BODY)[-1] == (1, "任务")
    assert headed(line, BODY, "一、任务", BODY) == [(1, "任务")]


ENGLISH = "The council will build a library and plant trees along the river this year."


@pytest.mark.parametrize("line", ["March 5, 2031", "Last updated: March 5, 2031", "Note 3"])
def test_line_that_only_dates_or_numbers_a_note_is_no_heading(line: str) -> None:
    assert headed(ENGLISH, line, ENGLISH) == []


CAPITALS = ("A CITY FOR WALKERS", "A RIVER FOR FISH", "SCHOOLS", "CLINICS")


def test_line_in_capitals_stands_above_one_in_small_letters() -> None:
    lines = (line for name in CAPITALS for line in (name, ENGLISH, "Lamps and benches", ENGLISH))
    found = headed(ENGLISH, *lines)
    assert found == [pair for name in CAPITALS for pair in ((1, name), (2, "Lamps and benches"))]


def test_line_in_capitals_with_nothing_but_such_lines_under_it_names_a_part() -> None:
    part, *rest = CAPITALS
    lines = (line for name in rest for line in (name, ENGLISH, "Lamps and benches", ENGLISH))
    assert [level for level, _ in headed(ENGLISH, part, *lines)] == [1, 2, 3, 2, 3, 2, 3]


def test_line_in_capitals_that_runs_at_the_head_of_pages_is_no_part() -> None:
    pages = ("WHITETOWER COUNCIL", ENGLISH) * 6
    assert headed(ENGLISH, "Lamps and benches", *pages)[0] == (1, "Lamps and benches")


def test_formula_is_no_part() -> None:
    formulas = (line for name in ("MP = EV", "RW", "EV", "KW") for line in (name, ENGLISH))
    assert headed(ENGLISH, "Lamps and benches", ENGLISH, *formulas)[0] == (1, "Lamps and benches")


def test_line_printed_twice_is_a_heading_once() -> None:
    lines = (line for name in CAPITALS for line in (f"{name} {name}", ENGLISH))
    assert [heading for _, heading in headed(ENGLISH, *lines)] == list(CAPITALS)


def test_line_in_capitals_that_ends_a_sentence_is_no_heading() -> None:
    assert headed(ENGLISH, "WE WILL MEND IT.", ENGLISH) == []


def test_numbered_points_most_of_which_are_text_head_nothing() -> None:
    points = (
        "1. A lamp is a light.",
        f"2. A bench is what people sit on while they wait for the tram, and {ENGLISH}",
        f"3. A tram is what takes people from one end of the town to the other, and {ENGLISH}",
    )
    assert headed("# Words", ENGLISH, *points, ENGLISH) == [(1, "Words")]


def test_name_of_a_speaker_is_no_heading() -> None:
    assert headed(ENGLISH, "The Minister for Parks", f": {ENGLISH}") == []


def test_line_in_bold_type_stands_below_a_plain_one() -> None:
    text = f"{ENGLISH}\n\nParks\n\n{ENGLISH}\n\n**Trees**\n\n{ENGLISH}\n\nRoads\n\n{ENGLISH}"
    sections = outline(clean(Source("a.md", "", "utf-8", text)))
    found = [(section.level, section.heading) for section in sections[1:]]
    assert found == [(1, "Parks"), (2, "Trees"), (1, "Roads")]


def test_lines_of_an_address_are_no_headings() -> None:
    text = f"{ENGLISH}\n\nParks Office  \n5 River Road  \nWhitetower\n\n{ENGLISH}\n"
    assert len(outline(clean(Source("a.md", "", "utf-8", text)))) == 1


@pytest.mark.parametrize("line", ["各位代表：", "同志们！", "女士们、先生们"])
def test_salutation_is_no_heading(line: str) -> None:
    assert named(BODY, line, BODY) == []


LEVELS = {
    "nested families": (
        ["一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "②己", "（2）庚", "（二）辛", "二、壬"],
        [1, 2, 3, 4, 5, 5, 4, 2, 1],
    ),
    "ranked families": (
        ["第一编 甲", "第一章 乙", "第一节 丙", "第二节 丁", "第二章 戊", "第二编 己", "第一章 庚"],
        [1, 2, 3, 3, 2, 1, 2],
    ),
    "articles go on through chapters": (
        ["第一章 甲", "第一条 乙。", "第二条 丙。", "第二章 丁", "第三条 戊。"],
        [1, 2, 2, 1, 2],
    ),
    "brackets below points": (
        ["一是甲。", "（一）乙", "（二）丙", "二是丁。", "（一）戊"],
        [1, 2, 2, 1, 2],
    ),
    "points below brackets": (
        ["（一）甲", "一是乙。", "二是丙。", "（二）丁", "一是戊。"],
        [1, 2, 2, 1, 2],
    ),
    "numbers below brackets": (["（一）甲", "1.乙", "2.丙", "（二）丁"], [1, 2, 2, 1]),
    "brackets below numbers": (["1.甲", "（一）乙", "（二）丙", "2.丁"], [1, 2, 2, 1]),
    "points that end before the parts begin": (
        ["一是甲。", "二是乙。", "一、丙", "（一）丁", "二、戊"],
        [1, 1, 1, 2, 1],
    ),
    "bullets that end before the brackets begin": (
        ["一、甲", "——乙。", "——丙。", "（一）丁", "（二）戊"],
        [1, 2, 2, 2, 2],
    ),
    "a text that begins inside a point": (
        ["六是甲。", "二、乙", "（一）丙", "三、丁"],
        [1, 1, 2, 1],
    ),
    "a text that begins inside a bracket": (["（三）甲", "二、乙", "（一）丙"], [1, 1, 2]),
    "depth in the ordinal": (["1.1 Aa", "1.1.1 Bb", "1.1.2 Cc", "2.1 Dd"], [1, 2, 2, 1]),
    "depth in the hashes": (["# Aa", "### Bb", "## Cc", "### Dd", "# Ee"], [1, 2, 2, 3, 1]),
    "English": (
        ["Part I", "Chapter 1 Aa", "Section 1 Bb", "(a) cc;", "(b) dd.", "Section 2 Ee", "Part II"],
        [1, 2, 3, 4, 4, 3, 1],
    ),
}


@pytest.mark.parametrize(("headings", "levels"), LEVELS.values(), ids=LEVELS)
def test_level_comes_from_nesting_and_from_ordinals_going_on(
    headings: list[str], levels: list[int]
) -> None:
    paragraphs = chain.from_iterable((heading, BODY) for heading in headings)
    assert [section.level for section in outlined(*paragraphs)] == levels


def test_parent_is_the_section_one_level_up() -> None:
    sections = outlined("一、甲", "（一）乙", BODY, "（二）丙", BODY, "二、丁", BODY)
    assert [section.parent for section in sections] == [None, 0, 0, None]


def test_text_before_the_first_heading_is_a_section_of_its_own() -> None:
    sections = outlined(LEAD, "一、今年任务", BODY)
    assert [(section.level, section.heading) for section in sections] == [(1, ""), (1, "今年任务")]


def test_text_without_headings_is_one_section() -> None:
    text = clean_text(BODY, LEAD)
    assert [section.span for section in outline(text)] == [(0, len(text.source))]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一、2019年工作回顾", Role.REVIEW),
        ("一、2021年国民经济和社会发展计划执行情况", Role.REVIEW),
        ("一、过去五年的工作", Role.REVIEW),
        ("一、2019年主要任务", Role.PLAN),
        ("一、今后五年的奋斗目标", Role.PLAN),
        ("一、2022年重点工作安排", Role.PLAN),
        ("一、对下一步工作的建议", Role.PLAN),
        ("一、宏观形势判断", Role.SITUATION),
        ("一、存在的主要问题", Role.SITUATION),
        ("一、名词解释", Role.SITUATION),
        ("一、总体要求", Role.SITUATION),
        ("一、总体要求和主要目标", Role.PLAN),
        ("一、切实加强政府自身建设", Role.SELF_GOVERNMENT),
        ("一、建设人民满意的服务型政府", Role.SELF_GOVERNMENT),
        ("一、柳湾概况", Role.OTHER),
        ("# What we have done", Role.REVIEW),
        ("# Our plan for the river", Role.PLAN),
    ],
)
def test_heading_says_what_its_section_is_for(heading: str, role: Role) -> None:
    assert outlined(heading, BODY)[0].role is role


def test_section_has_the_role_of_the_one_it_stands_in() -> None:
    found = roles(
        "一、去年工作回顾", "（一）守护湿地", BODY, "二、今年任务", "（一）守护湿地", BODY
    )
    assert found == [
        ("去年工作回顾", Role.REVIEW),
        ("守护湿地", Role.REVIEW),
        ("今年任务", Role.PLAN),
        ("守护湿地", Role.PLAN),
    ]


def test_talk_of_plans_inside_the_review_plans_nothing() -> None:
    found = roles("一、去年工作回顾", "（一）重点任务全部完成", BODY, "二、今年任务", BODY)
    assert found[1] == ("重点任务全部完成", Role.REVIEW)


def test_section_behind_the_plan_goes_on_with_it() -> None:
    assert roles("一、今年任务", BODY, "二、守护湿地", BODY)[1] == ("守护湿地", Role.PLAN)


def test_long_lead_before_the_plan_is_the_review() -> None:
    assert roles(LEAD, "一、今年任务", BODY)[0] == ("", Role.REVIEW)


def test_title_and_greeting_are_no_review() -> None:
    assert roles("柳湾市政府工作报告", "各位代表：", "一、今年任务", BODY)[0] == ("", Role.OTHER)


def test_long_lead_is_no_review_where_a_heading_names_one() -> None:
    found = roles(LEAD, "一、去年工作回顾", BODY, "二、今年任务", BODY)
    assert [role for _, role in found] == [Role.OTHER, Role.REVIEW, Role.PLAN]


def test_sections_of_a_law_have_no_role() -> None:
    found = roles(
        "第一章 总则",
        "第一条 为养护行道树，制定本规定。",
        "第二章 规划和计划",
        "第二条 园林部门编制规划。",
    )
    assert {role for _, role in found} == {Role.OTHER}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("一百零三", 103),
        ("7", 7),
        ("12", 12),
        ("①", 1),
        ("⑳", 20),
        ("iv", 4),
        ("XII", 12),
        ("b", 2),
        ("", None),
        ("甲", None),
    ],
)
def test_ordinal_is_read_as_a_number(written: str, value: int | None) -> None:
    assert ordinal_value(written) == value


LINES = st.sampled_from(
    [line for line, _, _ in HEADINGS.values()]
    + ["一、今年任务", "二、自身建设", "（一）修桥", "2.铺路", "二是架桥。", BODY, LEAD, "守护湿地"]
)


@given(st.lists(LINES, min_size=1, max_size=20))
def test_sections_cover_the_text_once_and_nest(lines: list[str]) -> None:
    text = clean_text(*lines)
    sections = outline(text)
    covered = [position for section in sections for position in range(*section.span)]
    assert covered == list(range(len(text.source)))
    for index, section in enumerate(sections):
        assert section.heading in text.source[slice(*section.heading_span)]
        assert section.span.start == section.heading_span.start
        if section.parent is None:
            assert section.level == 1
        else:
            assert section.parent < index
            assert section.level == sections[section.parent].level + 1


def test_numbering_that_starts_over_divides_review_and_plan() -> None:
    """A report without its chapter headings tells what was done before what will be."""
    sections = outline(
        clean_text(
            "（一）工业提质。企业效益好转。",
            "（二）城乡变样。道路更宽。",
            "（一）推动工业升级。扶持工厂。",
            "（二）改善城乡面貌。整修街巷。",
        )
    )
    assert [section.role for section in sections] == [Role.REVIEW] * 2 + [Role.PLAN] * 2


def test_unmarked_line_that_names_a_part_stands_above_numbered_headings() -> None:
    """The plan's title without a number must not leave the plan in the review."""
    sections = outline(
        clean_text(
            "一、2019年工作回顾",
            "（一）工业提质。企业效益好转，新厂投产，老厂扩建，市场回暖，用工增加。",
            "今年政府工作重点",
            "（一）推动工业升级。扶持工厂，引进设备，培训工人，开拓市场，改进质量。",
        )
    )
    assert [(section.heading, section.role) for section in sections[2:]] == [
        ("今年政府工作重点", Role.PLAN),
        ("推动工业升级", Role.PLAN),
    ]


LETTERED = ["The fund will pay for:", "(a) lamps by the river;", "(b) a ferry;", "(c) two piers."]


def test_lettered_points_behind_a_colon_head_no_sections() -> None:
    text = clean_text(*LETTERED, BODY, BODY)
    assert [section.heading for section in outline(text)] == [""]


@pytest.mark.parametrize(("ordinal", "value"), [("c", 3), ("L", 12), ("ii", 2), ("v", 5)])
def test_letter_that_no_numbering_starts_at_counts_on(ordinal: str, value: int) -> None:
    assert ordinal_value(ordinal) == value
