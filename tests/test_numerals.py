"""Numbers and figures as texts write them."""

import pytest

from policydiff.targets.figures import base_factor, find_figures, unit_family
from policydiff.targets.numerals import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250.5", 1250.5),
        ("0.2", 0.2),
        ("十", 10),
        ("十二", 12),
        ("一百零五", 105),
        ("一千二百", 1200),
        ("两万三千", 23000),
        ("七点八五", 7.85),
        ("三六〇", 360),
    ],
)
def test_numeral_has_the_value_it_says(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value", "value_hi", "unit"),
    [
        ("产值43.5亿元", 43.5, None, "亿元"),
        ("规模1.2万亿元", 1.2, None, "万亿元"),
        ("面积四亿五千万亩", 45000, None, "万亩"),
        ("比例百分之七点五", 7.5, None, "%"),
        ("增长百分之六到百分之七", 6, 7, "%"),
        ("增长6%-6.5%", 6, 6.5, "%"),
        ("增长8－10%", 8, 10, "%"),
        ("新建2—3个", 2, 3, "个"),
        ("补助100万元至300万元", 100, 300, "万元"),
        ("投资9000万元至1亿元", 0.9, 1, "亿元"),
        ("培训3-5万人", 3, 5, "万人"),
        ("提高0.4个百分点", 0.4, None, "个百分点"),
        ("压缩1/2以上", 0.5, None, "比例"),
        ("压减三分之一", 0.333, None, "比例"),
        ("清偿一半以上", 0.5, None, "比例"),
        ("产量翻两番", 2, None, "番"),
        ("增长1.5倍", 1.5, None, "倍"),
        ("帮助70万残疾人", 70, None, "万人"),
        ("贫困人口减少30万", 30, None, "万人"),
        ("浓度35微克/立方米", 35, None, "微克/立方米"),
    ],
)
def test_figure_keeps_the_number_of_the_text(
    text: str, value: float, value_hi: float | None, unit: str
) -> None:
    (figure,) = find_figures(text)
    assert (figure.value, figure.value_hi, figure.unit) == (value, value_hi, unit)


@pytest.mark.parametrize(
    "text",
    [
        "坚持不懈抓好三农工作",
        "办好五一劳动节活动",
        "参与一带一路合作",
        "惠及几十万群众",
        "万众一心向前进",
        "落实两不愁三保障",
        "推广5G应用",
        "引进C919配套厂",
        "完善“2+N”政策",
        "对接“125”目标",
        "实现“850+”里程",
        "编制“十四五”规划",
        "办好第3届展会",
        "培育100亿级企业",
        "引进世界500强企业",
        "到2025年建成",
        "5月12日前完成",
        "办好12345热线",
        "开展三项行动",
        "推进一次办结",
        "改变城乡二元结构",
        "治理PM2.5污染",
    ],
)
def test_name_holds_no_figure(text: str) -> None:
    assert find_figures(text) == ()


def test_quotation_with_several_figures_is_no_name() -> None:
    assert [figure.value for figure in find_figures("确保“3个乡出列、2万人脱贫”")] == [3, 2]


def test_small_spelled_count_is_a_figure_where_something_new_is_made() -> None:
    assert [figure.value for figure in find_figures("新建三个码头")] == [3]


@pytest.mark.parametrize(
    ("unit", "factor", "family"),
    [
        ("万亿元", 1e12, "yuan"),
        ("万千瓦", 1e4, "power"),
        ("亿人", 1e8, "persons"),
        ("公里", 1000, "length"),
        ("元/月", 1, "yuan/月"),
        ("billion dollars", 1e9, "dollars"),
        ("%", 1, "ratio"),
    ],
)
def test_unit_leads_to_its_family_and_base(unit: str, factor: float, family: str) -> None:
    assert (base_factor(unit), unit_family(unit)) == (factor, family)
