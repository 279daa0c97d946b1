"""Which items are linked across two documents, and which are left apart."""

from collections import defaultdict
from collections.abc import Callable

import pytest

from policydiff.align import align
from policydiff.align.decide import LETTERS_ALONE, REPEAT_SCORE, cards_for, decide
from policydiff.align.evidence import Setting
from policydiff.align.gather import gather, set_up
from policydiff.align.scorecard import Cards, Scorecard, load_cards
from policydiff.model import Alignment, Document, Link, LinkType

Parsed = Callable[[str, str], Document]

OLD = """一、2019年工作回顾
全市新建口袋公园12个。改造老旧管网30公里。河湖水质稳步好转。
二、2020年主要任务
（一）稳住经济
地区生产总值增长6%左右。新增市场主体8000户。设立藤编产业发展基金。{经济}
（二）改善出行
加快建设滨江隧道。开通3条夜间公交线路。完善停车收费办法。更换老旧候车亭。{出行}
（三）守护湿地
修复白鹭湖湿地200亩。推行河长巡查制度。在中小学开设观鸟课堂。清退围垦鱼塘。{湿地}
（四）办好学校
新建公办幼儿园6所。配齐乡村音乐教师。推广课后托管服务。改造学校食堂。{学校}
三、加强政府自身建设
压减一般性支出。公开重大决策事项。
"""

NEW = """一、2020年工作回顾
夜间公交线路开通3条。湿地修复提前完成。公办幼儿园新增6所。{回顾}
二、2021年主要任务
（一）守护白鹭湖湿地
建立湿地监测站网。推行河长巡查制度。放流本地鱼苗。{湿地}
（二）稳住经济运行
地区生产总值增长5%左右。新增市场主体9000户。举办藤编产品博览会。{经济}
（三）办好家门口的学校
新建公办幼儿园8所。配齐乡村体育教师。延长课后托管时间。资助困难学生。{学校}
（四）便利市民出行
建成滨江隧道。完善停车收费办法。架设步行天桥。整治占道停车。{出行}
三、政府自身建设
压减一般性支出。晒出权责清单。
"""


class Aligned:
    """Two reports with their alignment, asked for by the items' words."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.alignment: Alignment = align(old, new)

    def pairs(self, link_type: LinkType = LinkType.CARRY) -> set[tuple[str, str]]:
        return {
            (self.old.items[link.old].text, self.new.items[link.new].text)
            for link in self.alignment.links
            if link.type is link_type
        }

    def link(self, old: str, new: str) -> Link:
        (found,) = (
            link
            for link in self.alignment.links
            if (self.old.items[link.old].text, self.new.items[link.new].text) == (old, new)
        )
        return found


def aligned(
    parsed: Parsed, old: str = "", new: str = "", *, at: tuple[str, str] = ("出行", "出行")
) -> Aligned:
    """The two reports with these sentences added in the sections of those subjects."""
    return Aligned(
        parsed("2020", OLD.format_map(defaultdict(str, {at[0]: old}))),
        parsed("2021", NEW.format_map(defaultdict(str, {at[1]: new}))),
    )


@pytest.mark.parametrize(
    "pair",
    [
        ("完善停车收费办法", "完善停车收费办法"),
        ("地区生产总值增长6%左右", "地区生产总值增长5%左右"),
        ("加快建设滨江隧道", "建成滨江隧道"),
        ("新建公办幼儿园6所", "新建公办幼儿园8所"),
        ("压减一般性支出", "压减一般性支出"),
    ],
)
def test_commitment_that_comes_back_is_carried(parsed: Parsed, pair: tuple[str, str]) -> None:
    assert pair in aligned(parsed).pairs()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("推进垃圾分类进小区", "推动垃圾分类走进所有小区"),
        ("组建老街古建筑保护基金", "设立老街古建筑保护基金"),
        ("城镇新增就业3万人以上", "城镇新增就业3.5万人以上"),
        ("开展跨江大桥前期工作", "开工建设跨江大桥"),
    ],
)
def test_commitment_in_other_words_is_carried(parsed: Parsed, old: str, new: str) -> None:
    assert (old, new) in aligned(parsed, f"{old}。", f"{new}。").pairs()


@pytest.mark.parametrize("at", [("出行", "湿地"), ("湿地", "学校"), ("学校", "经济")])
def test_commitment_that_moved_to_another_section_is_found(
    parsed: Parsed, at: tuple[str, str]
) -> None:
    sentence = "在老城社区普及家庭病床和上门护理。"
    found = aligned(parsed, sentence, sentence, at=at)
    assert (sentence[:-1], sentence[:-1]) in found.pairs()


def test_commitment_split_in_two_is_linked_to_both(parsed: Parsed) -> None:
    found = aligned(
        parsed, "增设社区养老服务站和社区托育园。", "增设社区养老服务站。增设社区托育园。"
    )
    whole = "增设社区养老服务站和社区托育园"
    assert {(whole, "增设社区养老服务站"), (whole, "增设社区托育园")} <= found.pairs()


def test_commitments_merged_into_one_are_both_linked_to_it(parsed: Parsed) -> None:
    found = aligned(
        parsed, "增设社区养老服务站。增设社区托育园。", "增设社区养老服务站和社区托育园。"
    )
    whole = "增设社区养老服务站和社区托育园"
    assert {("增设社区养老服务站", whole), ("增设社区托育园", whole)} <= found.pairs()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("坚持稳中求进，发展夜间经济", "坚持稳中求进，整修古城墙"),
        ("推动高质量发展，发展夜间经济", "推动高质量发展，整修古城墙"),
        ("推动藤编业高质量发展", "推动航运业高质量发展"),
        ("坚持以人民为中心，为独居老人送餐", "坚持以人民为中心，开辟城市书房"),
        ("加快构建新发展格局，扩建保税仓库", "加快构建新发展格局，保护方言民谣"),
    ],
)
def test_phrases_of_every_report_link_nothing(parsed: Parsed, old: str, new: str) -> None:
    found = aligned(parsed, f"{old}。", f"{new}。")
    ends = {item.text for item in found.old.items if item.text in old}
    assert ends
    assert {pair for pair in found.pairs() if pair[0] in ends} == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("修编城市总体规划", "修编乡村旅游规划"),
        ("完善防汛预警体系", "完善社会信用体系"),
        ("建设城东污水处理厂", "建设城西体育公园"),
        ("依法打击非法采砂", "依法打击电信诈骗"),
        ("加快推进数字档案馆建设", "加快推进城市书房建设"),
        ("支持老字号企业上市", "举办龙舟邀请赛"),
    ],
)
def test_same_action_on_another_object_is_not_carried(parsed: Parsed, old: str, new: str) -> None:
    assert (old, new) not in aligned(parsed, f"{old}。", f"{new}。").pairs()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("建成环湖公路东段", "推进环湖公路西段建设"),
        ("加快建设轨道交通1号线", "加快建设轨道交通2号线"),
        ("建成藤编产业园一期", "建成藤编产业园二期"),
    ],
)
def test_another_part_of_like_named_works_is_not_carried(
    parsed: Parsed, old: str, new: str
) -> None:
    assert (old, new) not in aligned(parsed, f"{old}。", f"{new}。").pairs()


def test_promise_that_the_review_tells_of_is_reported_and_not_carried(parsed: Parsed) -> None:
    promise, result = "为老旧小区加装电梯40部", "老旧小区加装电梯43部"
    found = aligned(parsed, f"{promise}。", f"{result}。", at=("出行", "回顾"))
    assert (promise, result) in found.pairs(LinkType.REPORT)
    assert promise not in {old for old, _ in found.pairs()}


def test_promise_may_be_reported_and_carried(parsed: Parsed) -> None:
    found = aligned(parsed)
    assert ("新建公办幼儿园6所", "公办幼儿园新增6所") in found.pairs(LinkType.REPORT)
    assert ("新建公办幼儿园6所", "新建公办幼儿园8所") in found.pairs()


def test_links_lead_from_promises_to_promises_or_results(parsed: Parsed) -> None:
    found = aligned(parsed)
    for link in found.alignment.links:
        assert found.old.items[link.old].kind.is_forward
        assert found.new.items[link.new].kind.is_forward is (link.type is LinkType.CARRY)


def test_link_says_what_it_rests_on(parsed: Parsed) -> None:
    found = aligned(parsed)
    for link in found.alignment.links:
        assert 0 < link.score <= 1
        assert link.evidence
        assert link.old_span.overlap(found.old.items[link.old].span) == link.old_span.length
        assert link.new_span.overlap(found.new.items[link.new].span) == link.new_span.length


def test_runners_up_are_other_items_best_first(parsed: Parsed) -> None:
    found = aligned(parsed, "增设路边遮阳长椅。", "增设路边遮阳长椅。增设路边遮阳凉棚。")
    link = found.link("增设路边遮阳长椅", "增设路边遮阳长椅")
    assert link.runners_up
    assert link.new not in [rival.new for rival in link.runners_up]
    scores = [rival.score for rival in link.runners_up]
    assert scores == sorted(scores, reverse=True)


def test_links_stand_in_the_order_of_the_old_document(parsed: Parsed) -> None:
    places = [(link.old, link.new) for link in aligned(parsed).alignment.links]
    assert places == sorted(places)


def test_repeated_sentence_is_linked_the_same_way_every_time(parsed: Parsed) -> None:
    twice = "增设路边遮阳长椅。检修路边遮阳长椅。增设路边遮阳长椅。"
    first, second = (aligned(parsed, twice, twice).alignment for _ in range(2))
    assert first == second


def test_swapping_the_documents_mirrors_the_carry_links(parsed: Parsed) -> None:
    old, new = (
        parsed("2020", OLD.format_map(defaultdict(str))),
        parsed("2021", NEW.format_map(defaultdict(str))),
    )
    there, back = Aligned(old, new).pairs(), Aligned(new, old).pairs()
    assert there == {(old_text, new_text) for new_text, old_text in back}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("一、今年主要任务\n修好老桥。", "今天天气不错。"),
        ("今天天气不错。", "一、今年主要任务\n修好老桥。"),
        ("今天天气不错。", "明天也不错。"),
        ("一、今年主要任务\n修好老桥。", "一、今年主要任务\n种树。"),
    ],
)
def test_documents_without_common_promises_have_no_links(
    parsed: Parsed, old: str, new: str
) -> None:
    assert align(parsed("2020", old), parsed("2021", new)).links == ()


def report_cards(setting: Setting) -> float:
    return cards_for(setting, LinkType.REPORT).threshold


def test_report_asks_more_where_letters_alone_tell_the_meaning(parsed: Parsed) -> None:
    english = (
        parsed("2030", "We will mend the old bridge."),
        parsed("2031", "The old bridge was mended."),
    )
    chinese = (parsed("2030", "今年修好青石桥。"), parsed("2031", "去年修好青石桥。"))
    assert report_cards(set_up(*english)) == LETTERS_ALONE > report_cards(set_up(*chinese))


def test_chinese_saying_in_an_english_speech_is_no_meaning_of_the_rest(parsed: Parsed) -> None:
    text = "We will mend the old bridge.\n青石桥头有人家。\nWe will open two ferries."
    assert report_cards(set_up(parsed("2030", text), parsed("2031", text))) == LETTERS_ALONE


def test_carry_asks_the_same_in_every_language(parsed: Parsed) -> None:
    english = set_up(*(parsed(year, "We will mend the bridge.") for year in ("2030", "2031")))
    assert cards_for(english, LinkType.CARRY) == load_cards(LinkType.CARRY)


def test_what_the_first_look_gives_hardly_a_chance_is_dismissed_unless_it_repeats(
    parsed: Parsed,
) -> None:
    reports = aligned(parsed)
    setting = set_up(reports.old, reports.new)
    gathered = gather(setting, LinkType.CARRY)
    never_then_always = Cards(0.5, Scorecard(-9.0, ()), Scorecard(9.0, ()))
    links = decide(gathered.evidence, setting, LinkType.CARRY, gathered.repeats, never_then_always)
    assert {(link.old, link.new) for link in links} == gathered.repeats
    assert all(link.score >= REPEAT_SCORE for link in links)
