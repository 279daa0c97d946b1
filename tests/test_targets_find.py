"""Finding targets: what is an aim, what it measures, how it binds."""

import pytest

from policydiff.model import CleanText, Comparator, Item, Kind, Span, Target
from policydiff.targets import find_targets


def clean_text_of(text: str) -> CleanText:
    return CleanText(text, tuple(range(len(text))), text)


def item(text: str, words: str, kind: Kind = Kind.TARGET, sentence: int = 0) -> Item:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Item(0, span, words, words, kind, sentence, 0)


def targets_of(text: str, kind: Kind = Kind.TARGET) -> tuple[Target, ...]:
    return find_targets(clean_text_of(text), (item(text, text, kind),))


def readings_of(text: str) -> list[tuple[str, str, float, str]]:
    return [(t.indicator, t.comparator.value, t.value, t.unit) for t in targets_of(text)]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("粮食产量60万吨", Comparator.EQUAL),
        ("粮食产量达到60万吨", Comparator.EQUAL),
        ("粮食产量60万吨以上", Comparator.AT_LEAST),
        ("粮食产量超过60万吨", Comparator.AT_LEAST),
        ("粮食产量不低于60万吨", Comparator.AT_LEAST),
        ("粮食产量60余万吨", Comparator.AT_LEAST),
        ("粮食产量60万吨（含）以上", Comparator.AT_LEAST),
        ("登记失业率4%以内", Comparator.AT_MOST),
        ("登记失业率不超过4%", Comparator.AT_MOST),
        ("登记失业率控制在4%左右", Comparator.ABOUT),
        ("减税约30亿元", Comparator.ABOUT),
        ("减税近30亿元", Comparator.ABOUT),
        ("生产总值增长6%-7%", Comparator.RANGE),
        ("补助标准提高30元", Comparator.INCREASE),
        ("低保标准再提高5%", Comparator.INCREASE),
        ("转移支付增加约15亿元", Comparator.INCREASE),
        ("支出比上年扩大2亿元以上", Comparator.AT_LEAST),
        ("新增停车位800个", Comparator.INCREASE),
        ("城镇新增就业8万人", Comparator.EQUAL),
        ("新增城镇就业8万人", Comparator.EQUAL),
        ("生产总值增长6%", Comparator.EQUAL),
        ("电价再降低10%", Comparator.EQUAL),
    ],
)
def test_comparator_follows_the_words_around_the_figure(text: str, comparator: Comparator) -> None:
    (target,) = targets_of(text)
    assert target.comparator is comparator


@pytest.mark.parametrize(
    "text",
    [
        "国内生产总值增长6%",
        "地区生产总值增长6%",
        "全市生产总值增长6%",
        "GDP增长6%",
        "经济增速达到6%",
        "地区生产总值增速预期目标为6%",
    ],
)
def test_growth_of_the_economy_has_one_name(text: str) -> None:
    assert [reading[0] for reading in readings_of(text)] == ["地区生产总值增速"]


def test_national_report_calls_the_economy_by_its_national_name() -> None:
    text = "现在，我代表国务院，向大会报告工作。今年国内生产总值增长6%。"
    found = find_targets(clean_text_of(text), (item(text, "今年国内生产总值增长6%"),))
    assert found[0].indicator == "国内生产总值增速"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("城镇调查失业率控制在5%以内", "城镇调查失业率"),
        ("调查失业率5%左右", "城镇调查失业率"),
        ("居民消费价格涨幅3%左右", "居民消费价格涨幅"),
        ("居民消费价格总水平上涨3%", "居民消费价格涨幅"),
        ("CPI涨幅控制在3%以内", "居民消费价格涨幅"),
        ("新增城镇就业8万人", "城镇新增就业"),
        ("全体居民人均可支配收入增长7%", "居民人均可支配收入增速"),
        ("万元GDP能耗下降3%", "单位地区生产总值能耗降幅"),
        ("研发经费支出占生产总值比重达到2%", "研发经费投入强度"),
        ("地区生产总值达到900亿元", "地区生产总值"),
        ("地区生产总值年均增长6%", "地区生产总值年均增速"),
    ],
)
def test_official_indicator_has_one_name(text: str, indicator: str) -> None:
    assert [reading[0] for reading in readings_of(text)] == [indicator]


def test_growth_and_level_are_two_indicators() -> None:
    readings = readings_of("旅客吞吐量达到90万人次、增长12%")
    assert readings == [("旅客吞吐量", "=", 90, "万人次"), ("旅客吞吐量增速", "=", 12, "%")]


def test_noun_behind_the_figure_names_the_indicator() -> None:
    assert readings_of("新建30个湿地公园") == readings_of("新建湿地公园30个")


def test_verb_of_a_list_is_for_all_its_members() -> None:
    assert [reading[0] for reading in readings_of("改造3万户农房、5万户厕所")] == [
        "改造农房",
        "改造厕所",
    ]


def test_respectively_list_gives_a_target_to_each_indicator() -> None:
    assert readings_of("固定资产投资、社会消费品零售总额分别增长8%、7%左右") == [
        ("固定资产投资增速", "~", 8, "%"),
        ("社会消费品零售总额增速", "~", 7, "%"),
    ]


def test_respectively_list_shares_the_noun_at_its_end() -> None:
    assert [reading[0] for reading in readings_of("城乡居民人均可支配收入分别增长6%和7%")] == [
        "城镇居民人均可支配收入增速",
        "农村居民人均可支配收入增速",
    ]


def test_rise_from_one_figure_to_another_aims_at_the_second() -> None:
    assert readings_of("将报销比例由50%提高到60%") == [("报销比例", "=", 60, "%")]


def test_figure_without_words_goes_on_with_the_indicator_before() -> None:
    assert readings_of("港口项目15个，年度计划投资14亿元") == [
        ("港口项目", "=", 15, "个"),
        ("港口项目年度计划投资", "=", 14, "亿元"),
    ]


def test_vague_noun_takes_the_clause_before() -> None:
    text = "加快临港大道建设，完成投资3亿元"
    assert readings_of(text) == [("临港大道建设投资", "=", 3, "亿元")]


@pytest.mark.parametrize(
    "text",
    [
        "去年建成公园30个",
        "今年高校毕业生超过50万人",
        "确保14亿中国人的饭碗",
        "消除年收入5万元以下的村",
        "对年销售额100万元至300万元部分减税",
        "扎实推进8个深度贫困乡镇脱困攻坚计划",
        "聚焦12个主导产业",
        "进入全国前10位",
        "落实10条惠企措施",
        "提供24小时服务",
        "打造15分钟生活圈",
        "照护3岁以下婴幼儿",
        "提速总投资60亿元的重点项目",
        "补助经费一半用于乡村",
        "处二百元以上四百元以下罚款",
    ],
)
def test_figure_that_describes_or_names_is_no_target(text: str) -> None:
    assert targets_of(text, Kind.COMMITMENT) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("推动60家企业智能化改造", 60),
        ("收入10万元以上的村占50%以上", 50),
        ("使符合条件的约8万纳税人应享尽享", 8),
        ("办理时限压缩至3个工作日以内", 3),
        ("优良天数达到270天以上", 270),
        ("平均预期寿命达到79岁", 79),
        ("坚决守住9万亩耕地红线", 9),
    ],
)
def test_figure_to_be_reached_is_a_target(text: str, value: float) -> None:
    assert [target.value for target in targets_of(text, Kind.COMMITMENT)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("灌溉水利用系数提高到0.64", 0.64, ""),
        ("景气指数达到1.08", 1.08, ""),
        ("平均受教育年限提高到12.5年", 12.5, "年"),
        ("人均预期寿命达到81岁", 81, "岁"),
        ("新增河岸6处观景台和步道", 6, "处"),
        ("建成启用3座跨河栈桥", 3, "座"),
        ("实施柳湾路等7条街巷绿化工程", 7, "条"),
        ("加快建设总投资88亿元的16个市重点项目", 16, "个"),
        ("投资2.6亿元改扩建乡镇敬老院", 2.6, "亿元"),
        ("让70%的山区村民享受远程问诊", 70, "%"),
        ("确保“3个村摘帽、2万人脱贫”", 2, "万人"),
    ],
)
def test_figure_of_any_measure_that_is_to_be_reached_is_a_target(
    text: str, value: float, unit: str
) -> None:
    assert (value, unit) in [(target.value, target.unit) for target in targets_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "发布3.0版本目录",
        "办好青年20人论坛",
        "支持占比达到30%的企业得到贷款",
        "柳湾、石桥2个镇做好防汛",
        "完善总投资8亿元的项目管理",
    ],
)
def test_version_event_or_group_is_no_target(text: str) -> None:
    assert targets_of(text) == ()


@pytest.mark.parametrize("kind", [Kind.RESULT, Kind.CONTEXT])
def test_figure_of_an_item_that_looks_back_is_no_target(kind: Kind) -> None:
    assert targets_of("新建公园30个", kind) == ()


def test_result_beside_a_target_gives_only_its_words() -> None:
    text = "财政支出超过90亿元，增长6.5%"
    result = item(text, "财政支出超过90亿元", Kind.RESULT)
    (target,) = find_targets(clean_text_of(text), (result, item(text, "增长6.5%")))
    assert (target.item, target.indicator) == (1, "财政支出增速")


def test_span_points_into_the_source_past_cleaned_characters() -> None:
    source = "力争工业投资\n增长 9%。"
    kept = [place for place, char in enumerate(source) if char not in "\n "]
    clean_text = CleanText("".join(source[place] for place in kept), tuple(kept), source)
    found = find_targets(
        clean_text,
        (Item(0, Span(0, len(source) - 1), source, source, Kind.TARGET, 0, 0),),
    )
    assert source[slice(*found[0].span)] == "工业投资\n增长 9%"


@pytest.mark.parametrize(
    ("text", "strength"),
    [("力争税收增长6%", "力争"), ("确保税收增长6%", "确保"), ("税收增长6%", "")],
)
def test_strength_is_the_word_that_strengthens_or_weakens(text: str, strength: str) -> None:
    assert targets_of(text)[0].strength == strength


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("到2025年，森林覆盖率达到40%", "到2025年"),
        ("“十四五”末森林覆盖率达到40%", "“十四五”末"),
        ("到2025年建成新区，今年森林覆盖率达到40%", ""),
    ],
)
def test_deadline_is_the_last_time_named(text: str, deadline: str) -> None:
    assert targets_of(text)[-1].deadline == deadline


def test_baseline_is_what_the_figure_is_measured_from() -> None:
    assert targets_of("专项债券规模比上年增加5亿元")[0].baseline == "比上年"


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit", "indicator"),
    [
        ("We will build at least 1.5 million homes.", ">=", 1.5, "million", "homes"),
        (
            "We will invest $3 billion in rural clinics.",
            "=",
            3,
            "billion dollars",
            "rural clinics",
        ),
        ("The Board seeks inflation at the rate of 2 percent.", "=", 2, "%", "inflation rate"),
        ("We shall recruit 4,500 more nurses.", "+", 4500, "", "nurses"),
        (
            "It decided to raise the funds rate to 1/4 to 1/2 percent.",
            "range",
            0.25,
            "%",
            "funds rate",
        ),
        ("We will raise the grant from $200 to $350.", "=", 350, "dollars", "grant"),
        ("We will set the visit fee at £60 instead of £40.", "=", 60, "pounds", "visit fee"),
        ("We will spend 70 million dollars on ferries.", "=", 70, "million dollars", "ferries"),
        ("We will spend &pound;70 million on ferries.", "=", 70, "million pounds", "ferries"),
        ("We will plant about 40 000 hectares.", "~", 40000, "hectares", "plant"),
        ("We will open three new harbours.", "+", 3, "", "harbours"),
        ("We will extend paid leave from two weeks to six weeks.", "=", 6, "weeks", "paid leave"),
        ("We will expand care from 12 to 20 hours.", "=", 20, "hours", "care"),
        ("We will match savings, to a cap of $700.", "<=", 700, "dollars", "cap"),
        ("About $5 million has been earmarked for ferries.", "~", 5, "million dollars", "ferries"),
        ("I will set aside $6 million to help.", "=", 6, "million dollars", "help"),
        ("We will lift the cover to 80%, from the current 50% to 70%.", "=", 80, "%", "cover"),
        (
            "We will lift the share of nurseries, from just over 50% today, to 80%.",
            "=",
            80,
            "%",
            "nurseries",
        ),
        ("We will lift the fare from today’s 4% to 6%.", "=", 6, "%", "fare"),
        ("We will lift the fare from the current $45 to $50.", "=", 50, "dollars", "fare"),
        ("We will invest in 20,000 more nurses.", "+", 20000, "", "nurses"),
        ("We will train 9,000 sailors.", "=", 9000, "", "sailors"),
        ("We will cut fares by 75percent.", "=", 75, "%", "fares"),
        (
            "It approved a 50 basis point cut in the harbour rate to 2 percent.",
            "=",
            2,
            "%",
            "harbour rate",
        ),
        ("We will raise fees by fifty per cent.", "+", 50, "%", "fees"),
        ("We will raise lessons to an average of 900 hours.", "=", 900, "hours", "lessons average"),
        ("I will top up the sea fund by $5 million.", "+", 5, "million dollars", "sea fund"),
        ("We will hire 800 math and music teachers.", "=", 800, "", "math and music teachers"),
        ("I propose a 5 percent increase in fares.", "+", 5, "%", "fares"),
        (
            "The Board decided to cut the harbour rate by 50 basis points to 2 percent.",
            "=",
            2,
            "%",
            "harbour rate",
        ),
        ("A grant will be given, capped at $900.", "<=", 900, "dollars", "capped"),
        ("We will issue a total of 3 000 vouchers.", "=", 3000, "", "vouchers"),
        ("We will increase nurse numbers by 900.", "+", 900, "", "nurse numbers"),
        (
            "We will cut office space from 900 square metres to less than 300 square metres.",
            "<=",
            300,
            "square metres",
            "office space",
        ),
    ],
)
def test_english_figure_is_read(
    text: str, comparator: str, value: float, unit: str, indicator: str
) -> None:
    (target,) = targets_of(text, Kind.COMMITMENT)
    assert (target.comparator.value, target.value, target.unit, target.indicator) == (
        comparator,
        value,
        unit,
        indicator,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Since 2014 we have built 300 schools and will go on.",
        "We will amend Section 28 of the code.",
        "We will act by 2030.",
        "Spending rose by 5 per cent and will be reviewed.",
        "We will follow the 40 towns already trying it.",
        "We will tax the richest 3 per cent.",
        "The ferry plan, which we will open, will benefit 40 000 islanders, costing $9 million.",
        "We will act, or the gap would be $8 million.",
        "We will ask those with incomes over $90,000 to wait.",
        "We will audit companies with more than 90 boats.",
        "We will ask FTSE 90 companies to wait.",
        "We will act within 30 days.",
        "We will keep the shelters open 24 hours.",
        "Harbour fees are 40 per cent, which we will review.",
        "With over 90,000 islanders, we will need bridges.",
        "To illustrate, a household of four will receive $900.",
        "Take a $9,000 boat loan, which we will back.",
        "If fares are $90, we will pay the rest.",
        "In 2011, I earmarked $80 million, and will go on.",
        "We increased ferry grants, from $10 million to $14 million.",
        "We will waive fees for about 4,000 businesses.",
        "We will bring the ferry plan to all 18 ports.",
        "We will introduce two new measures.",
        "We will tax profits in excess of $500,000.",
        "More than 700 grants have been approved, and we will go on.",
        "About 900 flats are estimated to be built, which we will sell.",
        "Fishing takes up 60 per cent of the catch, which we will share.",
        "We will help everyone earning under $20,000.",
        "We will exempt purchases below $250,000.",
        "We will add to savings for each $5 kept.",
        "We will replace 13,000 existing licences.",
        "The effect on output will be 0.7 per cent.",
        "This measure will involve $1 billion.",
        "3.5 Harbours and how we will extend their services",
        "For homes with annual values of $13,000, we will pay.",
        "For homes with annual values of above $13,000 and up to $21,000, we will pay.",
        "We will help towns in nearly 90 cities.",
        "We will help the 50 per cent of youths who go to sea.",
        "We will end 15 minute harbour visits.",
        "We will teach 16 to 18-year olds to sail.",
        "We will serve a market of 60 million people.",
        "We will act, as output is forecast to come in at 0.5 per cent.",
        "We will raise the share, from just 50% today.",
        "We will help fishers earning up to $4,000.",
        "We will sail even 7,000 miles away.",
        "Seventy-two thousand will gain, as 300 islands have now found.",
    ],
)
def test_english_fact_year_or_name_is_no_target(text: str) -> None:
    assert targets_of(text, Kind.COMMITMENT) == ()


def test_what_binds_the_first_of_two_bare_figures_binds_both() -> None:
    found = targets_of("资金用于产业和就业的比例不低于60%、55%")
    assert [(t.comparator, t.value) for t in found] == [
        (Comparator.AT_LEAST, 60),
        (Comparator.AT_LEAST, 55),
    ]


def test_least_number_that_there_shall_be_is_a_target() -> None:
    assert readings_of("确保每户至少有1人就业")[0][1:] == (">=", 1, "人")


def test_english_range_between_two_sums_is_one_target() -> None:
    (target,) = targets_of("We will pay between $300 and $650 to sailors.", Kind.COMMITMENT)
    assert (target.comparator, target.value, target.value_hi) == (Comparator.RANGE, 300, 650)


def test_what_is_summed_up_over_the_years_is_an_indicator_of_its_own() -> None:
    assert readings_of("累计建成观景台70个") == [("累计建成观景台", "=", 70, "个")]


@pytest.mark.parametrize(
    "text",
    ["We will train 16-to 18-year-olds in carpentry.", "We will train 16 to18-year-olds."],
)
def test_english_ages_are_no_targets(text: str) -> None:
    assert targets_of(text) == ()


def test_english_deadline_is_written_small_at_the_start_of_a_sentence() -> None:
    (target,) = targets_of("By 2031 we will build 40 bridges.")
    assert target.deadline == "by 2031"


def test_english_money_brought_back_is_for_what_it_goes_into() -> None:
    (target,) = targets_of("We will put £150 million back into river bridges.")
    assert target.indicator == "river bridges"
