"""What tells a promise from a figure to reach, a report of the past and talk of the situation."""

from itertools import groupby

import pytest

from policydiff.items import split_items
from policydiff.lexicon.cues import DEFAULT_KINDS, KIND_CUES, PARAGRAPH_CUES
from policydiff.model import CleanText, Item, Kind, Role, Section, Span

FORWARD = (Role.PLAN, Role.SELF_GOVERNMENT)


def items_of(text: str, role: Role, *, ordinal: str = "", heading: str = "") -> tuple[Item, ...]:
    heading_span = Span(0, len(ordinal) + len(heading))
    section = Section(None, 1, ordinal, heading, Span(0, len(text)), heading_span, role)
    return split_items(CleanText(text, tuple(range(len(text))), text), (section,))


def kinds_of(text: str, role: Role) -> set[Kind]:
    return {item.kind for item in items_of(text, role)}


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.REVIEW, Kind.RESULT),
        (Role.PLAN, Kind.COMMITMENT),
        (Role.SELF_GOVERNMENT, Kind.COMMITMENT),
        (Role.SITUATION, Kind.CONTEXT),
        (Role.OTHER, Kind.CONTEXT),
    ],
)
def test_same_words_are_of_the_kind_their_section_says(role: Role, kind: Kind) -> None:
    assert kinds_of("加快建设滨江隧道。", role) == {kind}


def test_every_role_has_a_default() -> None:
    assert set(DEFAULT_KINDS) == set(Role)


CUES = {
    "greeting": ["各位代表：", "同志们！"],
    "submission": ["现在，我代表市人民政府报告工作。", "以上各项，请予审议。"],
    "thanks": ["向坚守桥头的养护工人表示衷心感谢！"],
    "exhortation": ["让我们把老桥修得更牢！", "为柳湾更清更美而努力奋斗！"],
    "guiding thought": ["高举爱桥护桥的旗帜。"],
    "overall requirement": ["今年工作的总体要求是：修桥先修路。", "指导思想：先修桥，后铺路。"],
    "confidence": ["柳湾的明天一定会更好。", "我们有信心办好这届园博会。"],
    "what follows": ["老桥修得好，日子就会安稳。", "人心齐，老桥就能常新。"],
    "condition": ["只要大家齐心，老桥常修常新。"],
    "explained target": [
        "上述目标留有余地。",
        "这样安排主要考虑财力。",
        "确定这样的指标，实事求是。",
        "就业目标与财力增长保持同步。",
    ],
    "said of it": ["老桥年久失修，这会影响出行。", "老桥年久失修，这是两岸心病。"],
    "past year": ["去年全市修桥12座。", "2018年我们取得了修桥的好经验。"],
    "already done": ["滨江隧道已经建成。", "主桥已基本完成合龙。"],
    "this year's standing": ["今年是建市四十周年。", "2022年是老城更新的关键一年。"],
    "year told of": [
        "过去一年是老城更新的关键时期。",
        "刚刚过去的一年，柳湾走过了不平凡的路。",
        "成绩殊为不易。",
    ],
    "in the face of": [
        "面对连月大水，我们抢修老桥12座。",
        "在养护矛盾突出的情况下，全市修桥12座。",
    ],
    "difficulties": ["养护任务繁重。", "外部不确定性明显增多。"],
    "principle": ["——必须坚持先修后建。", "二是坚持把养护作为老城更新的首位。"],
    "way to the aim": ["完成今年目标任务，必须先修老桥。"],
    "way of working": ["工作中，先修桥，后铺路。", "今年工作要坚持先修后建。"],
    "good work to hand in": ["努力交出一份让人民满意的答卷。"],
    "what it is": ["柳湾的老桥是两岸居民的记忆。"],
    "within reach": ["这个速度可以实现全城通桥。"],
    "event ahead": ["今年将迎来建市四十周年。", "园博会即将开幕。"],
    "hard work": ["好桥都是干出来的。", "修好百座老桥，还得一年一年地干。"],
    "weight": ["修好老桥，对两岸往来具有十分重要的作用。", "护好湖水至关重要。"],
    "what matters": ["老城更新，关键在人才。", "推进养护，潜力在民间。"],
    "relations": ["同邻县的合作不断扩大。", "我国与邻邦的往来更加密切。"],
    "outlook": ["老桥再等下去不会更好。", "水位再涨的可能性不大。"],
    "lesson": ["实践证明，先修桥后铺路行得通。"],
    "not only": ["好桥不仅便民，而且养眼。"],
    "settled": ["老桥加固方案已经明确。", "一些章程也已出台。"],
    "explanation": ["就是先修桥、后铺路。", "这项新办法，就是先修桥、后铺路。"],
    "necessity": ["老城更新势在必行，任重道远。"],
    "equation": ["保桥就是保平安。"],
    "view": ["从全市看，北岸路网偏疏。", "但更要看到，路网偏疏。", "当前，车流日增，桥面老化。"],
    "standing": ["老城更新正处爬坡期。", "北岸蕴藏巨大空间。"],
    "announcement": ["关于老城更新。", "展望未来，前路宽阔。"],
    "level to hold": ["赤字率安排在2.9%的水平上，体现了力度。"],
    "maxim": ["安居是最大的民生。", "就业是民生之本。"],
    "our country is": ["我市有三条大江。"],
    "of the same": ["这座桥四十年未修，人人惋惜。", "此举为湖水添了活力。"],
    "nature of a task": [
        "修好老桥、护好湖水，是沿河居民共同的愿望。",
        "护好湖水是全市上下的心愿。",
    ],
    "hard times": ["世界经济艰难复苏，贸易减速。", "老桥管养职责不到位。"],
    "cannot be lost": ["新的形势对养护提出新课题。"],
    "prospect": ["市场前景将会更广。"],
    "lead-in": ["重点做好以下工作：", "为此抓紧五件事情："],
    "problem": ["路网不足的问题突出。", "养护水平还不够高。", "市民还有不满意的地方。"],
    "learnt": [
        "一年来的体会是，先修桥后铺路。",
        "必须先听百姓的。",
        "回望来路，必须先听百姓的。",
        "只有先修桥，路才好走。",
    ],
    "owed": ["这是两岸居民齐心的结果。", "好桥得益于两岸齐心。"],
    "what it shows": ["实践再次证明，先修桥后铺路行得通。", "这些成绩充分显示了两岸的力量。"],
    "sure of it": ["柳湾的明天必将更美好。"],
    "to be met": ["对此，全市上下认真解决。"],
    "hardship": ["去年两岸往来受到大水冲击。", "大水给两岸造成很大损失。"],
    "hereafter": ["今年要修好三座老桥。", "下一步将修好老桥。"],
    "will": ["We will mend the bridge.", "The city shall light the path.", "I propose a ferry."],
    "has done": ["The bridge has been mended.", "Output rose again."],
}


def test_every_cue_has_an_example() -> None:
    assert set(CUES) == {cue.reason for cue in KIND_CUES}


def first_cue(sentence: str, role: str) -> str:
    cues = (cue for cue in KIND_CUES if role in cue.roles and cue.pattern.search(sentence))
    return next(cues).reason


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [(reason, sentence) for reason, sentences in CUES.items() for sentence in sentences],
)
def test_cue_is_the_first_to_match_its_example(reason: str, sentence: str) -> None:
    (cue,) = (cue for cue in KIND_CUES if cue.reason == reason)
    assert {first_cue(sentence, role) for role in cue.roles} == {reason}


@pytest.mark.parametrize(
    ("kind", "role", "sentence"),
    [
        (cue.kind, role, sentence)
        for cue in KIND_CUES
        for role in sorted(cue.roles)
        for sentence in CUES[cue.reason]
    ],
)
def test_sentence_with_a_cue_is_of_the_cue_s_kind(kind: str, role: str, sentence: str) -> None:
    assert kinds_of(sentence, Role(role)) == {Kind(kind)}


@pytest.mark.parametrize(
    "promise",
    [
        "2022年完成老旧管网改造30公里。",
        "对已建成的小区加装充电桩。",
        "去年开工的滨江隧道今年要建成。",
        "综合实力进入全省前十。",
        "办好十件实事。",
        "实现修桥、铺路两大任务。",
        "防范化解重大风险。",
        "加大困难群众救助力度。",
        "把一定比例土地用于公租房。",
        "确保就业岗位只增不减。",
        "推动区域发展更趋协调。",
        "建好湿地公园，充满野趣。",
        "守住耕地红线，拥有粮仓十座。",
        "制定感谢义工的办法。",
        "开展“我为群众办实事”活动。",
        "把握新形势，培育新产业。",
        "关于停车难，实行错时共享。",
        "支持只有初中学历的工人学技能。",
        "必须确保桥梁安全。",
        "从源头治理偷排。",
        "解决好群众反映突出的噪声问题。",
        "我市所有小区加装电梯。",
        "以滨江隧道为重点，加快路网建设。",
        "坚持“建桥就是建家”，修好老桥。",
        "按照产业振兴总要求，修好老桥。",
        "居民收入增长与经济增长保持同步。",
        "当前，要抓紧修好老桥。",
    ],
)
@pytest.mark.parametrize("role", FORWARD)
def test_promise_that_sounds_like_a_cue_stays_a_promise(promise: str, role: Role) -> None:
    assert all(kind.is_forward for kind in kinds_of(promise, role))


@pytest.mark.parametrize(
    ("sentence", "role", "kind"),
    [
        ("全市修桥12座。", Role.REVIEW, Kind.RESULT),
        ("妥善解决了一批突出问题。", Role.REVIEW, Kind.RESULT),
        ("一批老桥修缮一新，不少市民点赞。", Role.REVIEW, Kind.RESULT),
        ("The bridge is old.", Role.OTHER, Kind.CONTEXT),
        ("今年以来路网加密。", Role.REVIEW, Kind.RESULT),
        ("我们克服大水冲击，修桥12座。", Role.REVIEW, Kind.RESULT),
        ("针对路网不足的突出问题，新开公交三条。", Role.REVIEW, Kind.RESULT),
    ],
)
def test_sentence_that_only_sounds_like_a_cue_has_its_section_s_kind(
    sentence: str, role: Role, kind: Kind
) -> None:
    assert kinds_of(sentence, role) == {kind}


@pytest.mark.parametrize(
    "clause",
    [
        "地区生产总值增长6%左右",
        "城镇新增就业3万人以上",
        "森林覆盖率达到40%",
        "新建学校3所",
        "养老床位翻一番",
    ],
)
def test_promise_that_ends_in_a_figure_is_a_target(clause: str) -> None:
    assert kinds_of(f"{clause}。", Role.PLAN) == {Kind.TARGET}


@pytest.mark.parametrize(
    "clause", ["改造30公里老旧管网", "推广5G应用", "建设第3水厂", "开通2号线", "贯通312国道"]
)
def test_promise_that_only_holds_a_number_is_a_commitment(clause: str) -> None:
    assert kinds_of(f"{clause}。", Role.PLAN) == {Kind.COMMITMENT}


def test_figure_in_the_review_is_a_result() -> None:
    assert kinds_of("新建学校3所。", Role.REVIEW) == {Kind.RESULT}


def test_clause_that_names_the_guiding_thought_is_no_result() -> None:
    items = items_of("一年来，我们以安居思想为指导，全市修桥12座。", Role.REVIEW)
    assert [item.kind for item in items] == [Kind.CONTEXT, Kind.RESULT]


def test_words_that_announce_a_list_promise_nothing() -> None:
    items = items_of("今年的主要预期目标是：新建学校3所；修好老桥。", Role.PLAN)
    assert [item.kind for item in items] == [Kind.CONTEXT, Kind.TARGET, Kind.COMMITMENT]


@pytest.mark.parametrize("opening", ["柳湾市国民经济和社会发展第九个五年计划", "序言\n", "前言\n"])
def test_title_of_a_plan_and_the_word_over_its_preface_promise_nothing(opening: str) -> None:
    first, *rest = items_of(f"{opening}。修好老桥。", Role.PLAN)
    assert first.kind is Kind.CONTEXT
    assert {item.kind for item in rest} == {Kind.COMMITMENT}


@pytest.mark.parametrize(
    "heading",
    [
        "2019年工作安排",
        "总体要求",
        "主要发展目标",
        "今后五年的主要任务",
        "2022年实现计划的重点工作",
    ],
)
def test_heading_that_only_names_its_section_is_context(heading: str) -> None:
    items = items_of(f"二、{heading}", Role.PLAN, ordinal="二、", heading=heading)
    assert [item.kind for item in items] == [Kind.CONTEXT]


@pytest.mark.parametrize(
    "heading",
    ["守护湿地", "全面加强政府自身建设", "完成目标任务", "着力解决停车问题", "加快老城更新"],
)
def test_heading_that_states_an_action_is_a_commitment(heading: str) -> None:
    items = items_of(f"二、{heading}", Role.PLAN, ordinal="二、", heading=heading)
    assert [item.kind for item in items] == [Kind.COMMITMENT]


@pytest.mark.parametrize("ordinal", ["第三条", "Article 3", "Section 3", "§ 3"])
def test_sentence_of_an_article_is_a_rule(ordinal: str) -> None:
    items = items_of(f"{ordinal}桥上不得停车。", Role.OTHER, ordinal=ordinal)
    assert [item.kind for item in items] == [Kind.COMMITMENT]


def test_point_below_an_article_is_a_rule() -> None:
    text = "第三条桥上不得：\n（一）停车"
    article = Section(None, 1, "第三条", "", Span(0, 9), Span(0, 3), Role.OTHER)
    point = Section(0, 2, "（一）", "停车", Span(9, 14), Span(9, 14), Role.OTHER)
    items = split_items(CleanText(text, tuple(range(len(text))), text), (article, point))
    assert {item.kind for item in items} == {Kind.COMMITMENT}


PARAGRAPHS = [
    (Role.PLAN, "［12］“一桥一档”指每座桥有一份档案。"),
    (Role.PLAN, "——人民至上。必须把百姓放在心上。"),
    (Role.PLAN, "——人民至上。江山属于百姓。必须把百姓放在心上。"),
    (Role.PLAN, "做好工作，必须先听百姓。必须先修桥梁。必须先护湖水。"),
    (Role.REVIEW, "同时，我们也清醒地看到，路网仍有缺口。修桥的钱还欠着。"),
    (Role.PLAN, "综合研判，机遇多于挑战。修桥正当其时。"),
    (Role.PLAN, "我国发展仍处于上升期。百业兴旺。"),
]

URGED = [
    "今年养护任务繁重，各部门要加快老桥翻修。",
    "安居是最大的民生，要加快老城更新。",
    "今年是建市四十周年的关键一年，我们要办好园博会。",
    "当前，车流日增，桥面老化，必须加强养护。",
    "老城更新正处爬坡期，必须把资金用好。",
    "这是一项长期工程，主要考虑财力，今年要继续推进。",
]


@pytest.mark.parametrize("sentence", URGED)
@pytest.mark.parametrize("role", FORWARD)
def test_view_of_things_gives_way_to_what_must_be_done(sentence: str, role: Role) -> None:
    assert items_of(sentence, role)[-1].kind is Kind.COMMITMENT


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持保桥就是保平安的理念，完善巡查制度。",
        "积极发展具有自主品牌的藤编业。",
        "充分释放依然蕴藏在老城的活力。",
        "将继续高举和平友好的旗帜。",
        "柳湾愿与邻县一道，为湖水长清而共同努力奋斗。",
        "必须加快老桥翻修。",
        "推动城乡路网更趋完善。",
        "要同邻县扩大合作往来，办好渡口。",
        "千方百计使两岸居民有渡可乘。",
        "为有意愿有能力的船工办证。",
        "顺应出行的迫切需要，加密班船。",
        "加快落实渡口五项重点工作。",
        "老渡口新建成在五月。",
        "经过努力，最终理清百座老桥的档案。",
        "有碍于过桥的旧章，要抓紧废止。",
        "老桥不仅要修好，也要用好。",
        "方案已经明确，要加快老桥加固。",
        "扩大早市，让居民在桥头就能买到湖鲜。",
        "多措并举修复有年头的老桥。",
        "《规划》明确了三年目标：老桥全部加固。",
    ],
)
def test_action_with_the_words_of_a_view_is_a_promise(sentence: str) -> None:
    assert kinds_of(sentence, Role.PLAN) == {Kind.COMMITMENT}


@pytest.mark.parametrize(
    "sentence",
    [
        "老桥养护关乎两岸人家。",
        "桥多路少不利于出行。",
        "老城更新贵在坚持。",
        "北岸路网薄弱。",
        "老桥老，新桥新。",
        "桥有桥的路，船有船的道。",
        "各位代表，湖水清清，湖鸥翩翩。",
    ],
)
def test_sentence_of_the_plan_that_only_describes_is_context(sentence: str) -> None:
    assert kinds_of(sentence, Role.PLAN) == {Kind.CONTEXT}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("两岸签署了渡口协定。", Kind.CONTEXT),
        ("将签署了却两岸心愿的渡口协定。", Kind.COMMITMENT),
        ("让两岸居民了却心愿，用上了新渡口。", Kind.COMMITMENT),
        ("为了湖水更清，沿岸增设水站。", Kind.COMMITMENT),
    ],
)
def test_what_is_done_is_no_promise_where_nothing_is_intended(sentence: str, kind: Kind) -> None:
    assert kinds_of(sentence, Role.PLAN) == {kind}


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("安居是最大的民生，要加快老城更新。", "安居是最大的民生"),
        ("目前危桥仍然不少，要加快老桥翻修。", "目前危桥仍然不少"),
        ("好桥离不开养护，要管好专项基金。", "好桥离不开养护"),
        ("加快老城更新，这是多年夙愿。", "这是多年夙愿"),
    ],
)
def test_clause_that_tells_how_things_are_promises_nothing(sentence: str, states: str) -> None:
    found = items_of(sentence, Role.PLAN)
    assert [item.text for item in found if item.kind is Kind.CONTEXT] == [states]
    assert [item.kind for item in found if item.text != states] == [Kind.COMMITMENT]


@pytest.mark.parametrize(
    "clause",
    ["重点是修好老桥", "底线是桥梁安全", "围绕桥是命脉这一理念做好养护", "还要面临最严格的检查"],
)
def test_clause_that_says_what_matters_in_the_doing_is_a_promise(clause: str) -> None:
    assert kinds_of(f"加快老桥翻修，{clause}。", Role.PLAN) == {Kind.COMMITMENT}


def test_words_to_the_assembly_say_nothing_of_the_kind() -> None:
    assert items_of("各位代表，安居是最大的民生。", Role.PLAN)[-1].kind is Kind.CONTEXT


@pytest.mark.parametrize("role", [Role.PLAN, Role.REVIEW])
def test_words_to_the_assembly_promise_and_report_nothing(role: Role) -> None:
    assert items_of("各位代表，修好老桥。", role)[0].kind is Kind.CONTEXT


@pytest.mark.parametrize(
    "opening",
    [
        "去年，桥梁普查取得成效。",
        "2018年，园博会取得新的成就。",
        "从普查看，两年来新增危桥不多。",
        "几年来，老桥逐一建档。",
        "这三年，我们狠抓养护。",
    ],
)
def test_paragraph_of_the_plan_may_open_with_what_was_done(opening: str) -> None:
    found = [item.kind for item in items_of(f"{opening}湖水日益清澈。要护好湖水。", Role.PLAN)]
    assert (found[0], found[-2], found[-1]) == (Kind.RESULT, Kind.RESULT, Kind.COMMITMENT)


AIMS = "做好今年工作很要紧。今年发展的主要预期目标是：粮食产量30万吨；路网基本连通。"


def test_every_way_a_paragraph_opens_has_an_example() -> None:
    opened = [
        next(cue for cue in PARAGRAPH_CUES if cue.pattern.match(p))
        for _, p in (*PARAGRAPHS, ("", AIMS))
    ]
    assert [cue for cue, _ in groupby(opened)] == list(PARAGRAPH_CUES)


@pytest.mark.parametrize("role", [Role.REVIEW, Role.OTHER])
def test_paragraph_of_this_year_s_aims_looks_forward_in_any_section(role: Role) -> None:
    assert {item.kind for item in items_of(AIMS, role)} >= {Kind.TARGET, Kind.COMMITMENT}


def test_what_follows_a_look_back_in_the_plan_is_a_result_until_the_plan_goes_on() -> None:
    items = items_of("过去一年，修桥进展顺利。两座老桥翻修。今年要架设新桥。", Role.PLAN)
    assert [item.kind for item in items] == [Kind.RESULT, Kind.RESULT, Kind.COMMITMENT]


@pytest.mark.parametrize(("role", "paragraph"), PARAGRAPHS)
def test_paragraph_on_the_situation_promises_and_reports_nothing(
    role: Role, paragraph: str
) -> None:
    assert kinds_of(paragraph, role) == {Kind.CONTEXT}


def test_head_of_two_aims_with_what_must_be_done_is_the_plan() -> None:
    paragraph = "——守护湿地，建设水乡。水是柳湾的根。必须管好岸线。"
    assert items_of(paragraph, Role.PLAN)[-1].kind is Kind.COMMITMENT


def test_opening_of_one_paragraph_says_nothing_of_the_next() -> None:
    items = items_of("综合研判，机遇多于挑战。\n加快建设滨江隧道。", Role.PLAN)
    assert items[-1].kind is Kind.COMMITMENT
