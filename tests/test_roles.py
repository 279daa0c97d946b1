"""What a section is for where its own heading does not say it."""

import pytest

from policydiff.items import split_items
from policydiff.model import CleanText, Kind, Role, Section
from policydiff.outline import outline

BODY = "全市新建口袋公园十二个，改造老旧管网三十公里。"


def clean_text(*paragraphs: str) -> CleanText:
    text = "\n".join(paragraphs)
    return CleanText(text, tuple(range(len(text))), text)


def roles(*paragraphs: str) -> list[tuple[str, Role]]:
    return [
        (section.heading, section.role)
        for section in outline(clean_text(*paragraphs))
        if section.heading
    ]


def kinds(*paragraphs: str) -> list[Kind]:
    text = clean_text(*paragraphs)
    sections: tuple[Section, ...] = outline(text)
    return [item.kind for item in split_items(text, sections)]


def test_chapters_that_state_an_aim_behind_the_review_are_the_plan() -> None:
    found = roles(
        "一、去年工作回顾", BODY, "二、加快老城更新", BODY, "三、聚焦停车难，让出行更便利", BODY
    )
    assert [role for _, role in found] == [Role.REVIEW, Role.PLAN, Role.PLAN]


def test_chapter_that_names_a_topic_behind_the_review_is_not_the_plan() -> None:
    assert roles("一、去年工作回顾", BODY, "二、柳湾概况", BODY)[1] == ("柳湾概况", Role.OTHER)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("聚焦企业期盼，以更大力度创造良好发展环境", Role.PLAN),
        ("优化发展环境", Role.PLAN),
        ("关于国际形势和外交工作", Role.PLAN),
        ("发展环境", Role.SITUATION),
        ("国际形势", Role.SITUATION),
    ],
)
def test_heading_that_states_an_aim_tells_no_situation(heading: str, role: Role) -> None:
    assert roles("一、今年工作安排", BODY, f"二、{heading}", BODY)[1] == (heading, role)


TURNS = [
    "今后五年，我们将修好所有老桥。",
    "“十九五”时期，柳湾要建成园林城市。",
    "今年政府工作的总体要求是：先修桥，后铺路。",
    "今年经济社会发展的主要预期目标是：新建学校3所。",
    "做好今年的政府工作，必须先修桥。",
    "今年，我们要重点抓好三座老桥。",
]


@pytest.mark.parametrize("turn", TURNS)
def test_review_that_turns_to_what_is_to_come_does_not_turn_back(turn: str) -> None:
    paragraphs = ["一、去年工作回顾", "架设新桥。", turn, "架设渡口。", "（一）守护湿地", "种树。"]
    assert roles(*paragraphs)[-1] == ("守护湿地", Role.PLAN)
    found = kinds(*paragraphs)
    assert found[1] is Kind.RESULT
    assert found[-3:] == [Kind.COMMITMENT] * 3


@pytest.mark.parametrize(
    "paragraph",
    [
        "“十三五”时期，是柳湾变化最大的五年。",
        "今年以来，路网加密。",
        "今年来看，要求不低。",
        "过去五年，我们要修的桥都修好了。",
    ],
)
def test_look_back_in_the_review_is_no_turn(paragraph: str) -> None:
    found = roles("一、过去五年回顾", BODY, paragraph, BODY, "（一）守护湿地", BODY)
    assert found[-1] == ("守护湿地", Role.REVIEW)


def test_next_review_ends_the_turn() -> None:
    found = roles("一、工作总结", BODY, TURNS[0], "二、去年预算执行情况", BODY)
    assert found[-1] == ("去年预算执行情况", Role.REVIEW)


@pytest.mark.parametrize(
    "line",
    ["名词解释", "附：名词解释", "附：短语说明", "※注释※", "《工作报告》名词解释"],
)
def test_glossary_promises_nothing(line: str) -> None:
    found = roles(
        "一、今年任务", BODY, f"{line}", "1.一桥一档：指每座桥有一份档案。", "2.两岸：指河两岸。"
    )
    assert [role for _, role in found[1:]] == [Role.SITUATION]


@pytest.mark.parametrize("title", ["今后五年工作任务", "过去五年回顾", "“十九五”时期主要目标"])
def test_line_that_names_a_time_and_its_work_is_a_heading_among_numbered_ones(title: str) -> None:
    found = roles("一、守护湿地", BODY, title, BODY + BODY, "一、架设新桥", BODY)
    assert title in [heading for heading, _ in found]


def test_chapter_of_great_deeds_is_the_review() -> None:
    found = roles("一、老城更新取得显著成就的五年", BODY, "二、争取路网再上台阶", BODY)
    assert [role for _, role in found] == [Role.REVIEW, Role.PLAN]


def test_work_of_a_year_behind_the_review_is_the_plan() -> None:
    found = roles("一、2018年工作回顾", BODY, "二、2019年工作", BODY, "（一）柳湾老城", BODY)
    assert [role for _, role in found] == [Role.REVIEW, Role.PLAN, Role.PLAN]


def test_numbering_that_starts_over_behind_a_turn_divides_nothing() -> None:
    lead = "各位代表，" + BODY * 6
    found = outline(
        clean_text(
            lead, TURNS[0], "（一）老城行动", BODY, "（二）新桥行动", BODY, "（一）湖水", BODY
        )
    )
    assert [section.role for section in found] == [Role.REVIEW, *[Role.PLAN] * 3]


@pytest.mark.parametrize(("dash", "role"), [("——", Role.REVIEW), ("四、", Role.OTHER)])
def test_short_bullet_goes_with_the_review_it_stands_in(dash: str, role: Role) -> None:
    lead = "各位代表，" + BODY * 6
    found = roles(lead, f"{dash}老桥全部加固。主桥翻新。", "二、今年任务", BODY)
    assert found[0] == ("老桥全部加固", role)


ENGLISH_BODY = "The town has three bridges over the river and one of them is closed to carts. "
SPEECH = "Mr Speaker, I move that the Bridges Bill be read a second time."
CHAPTERS = ("# Rivers", ENGLISH_BODY * 3, "# Our plan for bridges", ENGLISH_BODY, "# Carts")


def test_heading_that_plans_says_nothing_of_the_other_chapters_of_a_manifesto() -> None:
    found = roles("# For Liuwan", *CHAPTERS, ENGLISH_BODY)
    assert [role for _, role in found] == [Role.OTHER, Role.OTHER, Role.PLAN, Role.OTHER]


def test_chapters_of_a_speech_to_an_assembly_look_back_before_they_plan() -> None:
    found = roles(SPEECH, *CHAPTERS, ENGLISH_BODY)
    assert [role for _, role in found] == [Role.REVIEW, Role.PLAN, Role.PLAN]
