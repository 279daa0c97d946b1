"""What was planted in the example city's reports is found when they are compared."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policydiff.model import Comparison, Document, Item, Kind, Link, LinkType, Role, Status
from policydiff.pipeline import compare
from tests.accuracy.example import example_document, find_quote

EXAMPLES = Path(__file__).parents[1] / "examples"
PAIRS = ("2019-2020", "2020-2021", "2021-2022", "2019-2022")


@cache
def comparison(pair: str) -> Comparison:
    old, new = pair.split("-")
    return compare(example_document(old), example_document(new))


def truth(pair: str) -> dict[str, Any]:
    path = EXAMPLES / "truth" / f"{pair}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def holders(document: Document, quote: str) -> list[int]:
    """The items that share at least half of the quote, or of themselves, with it."""
    span = find_quote(document.text, quote)
    return [
        index
        for index, item in enumerate(document.items)
        if 2 * item.span.overlap(span) > min(item.span.length, span.length)
    ]


def links_between(pair: str, old: str, new: str, kind: LinkType = LinkType.CARRY) -> list[Link]:
    found = comparison(pair)
    old_items, new_items = holders(found.old, old), holders(found.new, new)
    return [
        link
        for link in found.links
        if link.type is kind and link.old in old_items and link.new in new_items
    ]


def changes_between(pair: str, old: str, new: str) -> set[str]:
    return {change for link in links_between(pair, old, new) for change in link.changes}


PLANTED = [
    ("verbatim", "2019-2020", "全面实施预算绩效管理", "全面实施预算绩效管理"),
    ("verbatim", "2019-2020", "城镇调查失业率控制在5.5%左右", "城镇调查失业率控制在５.５％左右"),
    ("verbatim", "2020-2021", "确保零就业家庭动态清零", "确保零就业家庭动态清零"),
    ("reworded", "2019-2020", "完成城区11条黑臭水体整治", "全面消除城区黑臭水体"),
    ("reworded", "2019-2020", "坚决打好精准脱贫攻坚战", "坚决打赢脱贫攻坚战"),
    ("moved", "2019-2020", "建设澜川云计算数据中心", "投用澜川云计算数据中心一期"),
    ("moved", "2021-2022", "建设5G基站2000个", "累计建成5G基站7000个"),
    ("split", "2019-2020", "建设社区养老服务站60个、老年助餐点40个", "新建老年助餐点50个"),
    ("split", "2019-2020", "建设社区养老服务站60个、老年助餐点40个", "新建社区养老服务站80个"),
    ("merged", "2019-2020", "坚决遏制隐性债务增量", "坚决遏制隐性债务增量、稳妥化解存量"),
    ("merged", "2019-2020", "稳妥有序化解债务存量", "坚决遏制隐性债务增量、稳妥化解存量"),
    ("raised", "2019-2020", "建设高标准农田20万亩", "建设高标准农田22万亩"),
    ("raised", "2019-2020", "城镇新增就业6万人以上", "城镇新增就业６.２万人以上"),
    ("lowered", "2019-2020", "旅游综合收入增长20%以上", "旅游综合收入增长18%以上"),
    ("lowered", "2019-2020", "企业开办时间压缩至3个工作日以内", "企业开办时间压缩至1个工作日以内"),
    ("tightened", "2021-2022", "居民消费价格涨幅3%左右", "居民消费价格涨幅3%以内"),
    ("tightened", "2019-2020", "力争进入全国文明城市提名行列", "确保进入全国文明城市提名行列"),
    ("loosened", "2019-2020", "工业技改投资增长15%以上", "工业技改投资增长15%左右"),
    ("loosened", "2019-2020", "消除义务教育阶段56人以上大班额", "基本消除义务教育阶段大班额"),
    ("broadened", "2019-2020", "发展现代中药和医疗器械", "发展现代中药、医疗器械和生物制剂"),
    ("broadened", "2019-2020", "稳定汽车、家电消费", "促进汽车、家电、家居消费"),
    ("progressed", "2019-2020", "筹建云屏新材料实验室", "建成云屏新材料实验室"),
    ("progressed", "2019-2020", "申报设立澜川综合保税区", "争取澜川综合保税区获批设立"),
    (
        "progressed",
        "2019-2020",
        "推进江口港二期2个五千吨级泊位建设",
        "建成江口港二期2个五千吨级泊位",
    ),
]


@pytest.mark.parametrize(("change", "pair", "old", "new"), PLANTED)
def test_planted_change_is_told(change: str, pair: str, old: str, new: str) -> None:
    assert change in changes_between(pair, old, new)


@pytest.mark.parametrize("pair", PAIRS)
def test_what_stands_word_for_word_is_carried(pair: str) -> None:
    told = [link for link in truth(pair)["links"] if "verbatim" in link["changes"] and link["sure"]]
    assert [link for link in told if not links_between(pair, link["old"], link["new"])] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_no_figure_is_said_to_move_otherwise_than_it_does(pair: str) -> None:
    found, wrong = comparison(pair), []
    for change in truth(pair)["target_changes"]:
        old, new = (
            find_quote(found.old.text, change["old"]),
            find_quote(found.new.text, change["new"]),
        )
        wrong += [
            change
            for old_target, new_target, direction in found.targets
            if old_target.span.overlap(old)
            and new_target.span.overlap(new)
            and old_target.indicator == new_target.indicator == change["indicator"]
            and direction != change["direction"]
        ]
    assert wrong == []


HEADLINES = [
    ("地区生产总值增速", "lowered"),
    ("规模以上工业增加值增速", "lowered"),
    ("一般公共预算收入增速", "lowered"),
    ("城镇调查失业率", "tightened"),
    ("居民消费价格涨幅", "tightened"),
    ("居民人均可支配收入增速", "lowered"),
    ("城镇新增就业", "same"),
]


@pytest.mark.parametrize(("indicator", "direction"), HEADLINES)
def test_headline_figure_is_held_against_the_former(indicator: str, direction: str) -> None:
    (told,) = (
        told for old, _, told in comparison("2019-2022").targets if old.indicator == indicator
    )
    assert told == direction


DROPPED = [
    ("2019-2020", "加快“僵尸企业”出清"),
    ("2019-2020", "淘汰35蒸吨以下燃煤锅炉42台"),
    ("2019-2020", "推动南浦芯片封装测试产业园开工"),
    ("2019-2020", "建立住房租赁交易服务平台"),
]


@pytest.mark.parametrize(("pair", "quote"), DROPPED)
def test_planted_promise_that_is_given_up_is_dropped(pair: str, quote: str) -> None:
    found = comparison(pair)
    assert Status.DROPPED in {found.old_status[index] for index in holders(found.old, quote)}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("key", "side"), [("dropped", "old"), ("added", "new")])
def test_most_of_what_is_gone_or_new_is_said_to_be(pair: str, key: str, side: str) -> None:
    found = comparison(pair)
    document = found.old if side == "old" else found.new
    status = found.old_status if side == "old" else found.new_status
    quotes = truth(pair)[key]
    told = [
        quote for quote in quotes if any(status[index] == key for index in holders(document, quote))
    ]
    assert len(told) > 0.5 * len(quotes)


REVIVED = [
    ("推行“亩均论英雄”评价办法", "深化“亩均论英雄”改革"),
    ("开展引澜济塘水系连通工程论证", "开工建设引澜济塘水系连通工程"),
    ("启动市博物馆新馆建设", "重启市博物馆新馆建设"),
    ("申报南塘湖国家湿地公园", "推动南塘湖国家湿地公园通过验收"),
]


@pytest.mark.parametrize(("old", "new"), REVIVED)
def test_promise_that_was_dropped_and_revived_is_carried_over_the_gap(old: str, new: str) -> None:
    next_year = comparison("2019-2020")
    places = holders(next_year.old, old)
    assert {next_year.old_status[index] for index in places} == {Status.DROPPED}
    assert links_between("2019-2022", old, new)


REPORTED = [
    ("2019-2020", "城镇新增就业6万人以上", "城镇新增就业6.3万人"),
    ("2019-2020", "空气质量优良天数达到310天以上", "空气质量优良天数312天"),
    ("2019-2020", "加大银行不良贷款清收处置力度", "清收处置银行不良贷款31亿元"),
]


@pytest.mark.parametrize(("pair", "old", "new"), REPORTED)
def test_planted_result_is_reported(pair: str, old: str, new: str) -> None:
    assert links_between(pair, old, new, LinkType.REPORT)


def items_in(document: Document, role: Role) -> list[Item]:
    return [item for item in document.items if document.sections[item.section].role is role]


@pytest.mark.parametrize("label", ["2019", "2020", "2021", "2022"])
def test_results_section_promises_nothing(label: str) -> None:
    results = items_in(example_document(label), Role.REVIEW)
    assert len(results) > 50
    assert [item.text for item in results if item.kind.is_forward] == []


@pytest.mark.parametrize("label", ["2019", "2020", "2021", "2022"])
def test_plan_is_mostly_promises(label: str) -> None:
    plan = items_in(example_document(label), Role.PLAN)
    assert sum(item.kind.is_forward for item in plan) > 0.8 * len(plan)


def test_sentence_that_a_page_cut_is_whole() -> None:
    texts = [item.text for item in example_document("2019").items]
    assert any("企业家人身权、" in text for text in texts)


def test_tail_that_a_page_cut_repeats_is_no_item() -> None:
    texts = [item.text for item in example_document("2019").items]
    assert "题" not in texts
    assert example_document("2019").has_notice("repeated_fragment_removed")


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = [
        item
        for item in example_document("2022").items
        if "\n" in example_document("2022").text[slice(*item.span)]
    ]
    assert len(wrapped) > 50
    assert all("\n" not in item.text for item in example_document("2022").items)


def test_targets_of_the_plan_stand_in_items_that_look_forward() -> None:
    plan = example_document("2022")
    kinds = {plan.items[target.item].kind for target in plan.targets}
    assert kinds <= {Kind.TARGET, Kind.COMMITMENT}
