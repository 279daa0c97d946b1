"""What tells a promise from a report of the past and from talk about the situation.

Each cue is a reason one can read: a sentence that matches ``pattern`` in a
section of a role in ``roles`` is of that kind. The first cue that matches
decides; ``DEFAULT_KINDS`` says what a sentence without a cue is.
"""

import re
from typing import NamedTuple


class KindCue(NamedTuple):
    """A sign of a sentence's kind; it gives way where the sentence does more than it says.

    What it may give way to: ``urge``, a clause that says what must be done;
    ``opening``, an action that the sentence opens with; ``action``, any action.
    """

    reason: str
    kind: str
    pattern: re.Pattern[str]
    roles: frozenset[str]
    gives_way: frozenset[str] = frozenset()


ALL_ROLES = frozenset({"review", "plan", "situation", "self_government", "other"})
FORWARD_ROLES = frozenset({"plan", "self_government"})
BACKWARD_ROLES = frozenset({"review", "situation", "other"})
TOLD_ROLES = FORWARD_ROLES | {"review"}

DEFAULT_KINDS = {
    "review": "result",
    "plan": "commitment",
    "self_government": "commitment",
    "situation": "context",
    "other": "context",
}


def _cue(
    reason: str, kind: str, pattern: str, roles: frozenset[str] = ALL_ROLES, gives_way: str = ""
) -> KindCue:
    return KindCue(reason, kind, re.compile(pattern), roles, frozenset(gives_way.split()))


_MODAL = "要|将|须|应当|拟|争取|力争|确保|务必|计划"
_MUST = "(?<![重主首需纲概摘])要(?!求|素|闻|点|看到|认识|认清)|必须|应当|应该|务必|不得"
_ACTION = "加快|推进|推动|完善|健全|建设|加强|提高|深化|实施|落实|支持|促进|扩大|强化|优化|提升|建立|做好|抓好|开展|打造|培育"
_COUNT = "[一二三四五六七八九十两几]+(?:个|项|件|大)?"
_MATTERS = "(?:方面)?(?:的)?(?:重点)?(?:工作|任务|事情|实事|要求|关系|原则|方面)"

KIND_CUES = (
    _cue("greeting", "context", "^(?:尊敬的)?各位(?:代表|委员|同志|来宾)[^。]{0,12}[：:！!]?$|^(?:同志|朋友)们[：！]?$"),
    _cue("submission", "context", "请予审议|请(?:各位)?[^。]{0,20}提出意见|^现在，?我(?:代表|受)|受[^。]{2,20}委托|^我的报告完了|^以上报告"),
    _cue("thanks", "context", "表示(?:衷心|诚挚|崇高|最)?的?(?:衷心|诚挚|崇高)?的?(?:感谢|敬意|问候)|致以[^。]{0,10}(?:感谢|敬意|问候|祝愿)"),
    _cue(
        "exhortation", "context",
        "^让我们|^(?![^。]*(?:愿|将))[^。]*(?:更加紧密地?团结|(?:不懈|共同|努力|团结)奋斗[！。]?$|而(?:努力|不懈|团结)?奋斗|作出(?:新的)?更大贡献！$)|伟大复兴的?中国梦[^，。]{0,12}！$"
        "|^(?:新(?:时代|征程|使命)|使命|奋斗|实干|征程|蓝图|幸福|梦想|时代|历史|信心|道路|前景)[^。]{2,20}，[^。，]{2,20}[！。]$",
    ),
    _cue("guiding thought", "context", "以[^，。]{0,12}习近平新时代中国特色社会主义思想为指导|以邓小平理论|高举(?![^，。]{0,4}和平)[^，。]{0,20}旗帜", ALL_ROLES - {"review"}),
    _cue("overall requirement", "context", "^[^，。]{0,24}(?:总体要求|总的要求|总要求|指导思想|基本思路|总体思路|总体考虑)，?(?:是|为|[：:])", FORWARD_ROLES),
    _cue("confidence", "context", "一定(?:能|会|可以|是|将)|必将|必定|我们(?:坚信|相信|深知|深信|完全有)|(?:有|充满)(?!利|力|序)[^，。]{0,12}信心|有能力[^，。、的]", FORWARD_ROLES),
    _cue("what follows", "context", "就(?:能|会|一定)[^。]{2,30}[。！]$", FORWARD_ROLES, "action"),
    _cue("condition", "context", "^只(?:要|有)|^(?:越是|越)[^。]{1,20}越|^没有[^，。]{2,12}就没有", FORWARD_ROLES),
    _cue("level to hold", "commitment", "率(?:稳定|保持|控制|安排)在\\d", FORWARD_ROLES),
    _cue("explained target", "context", "上述[^，。]{0,10}目标|^(?:确定|设定|提出)(?:这样|这个|这些)[^，。]{0,6}(?:目标|指标)|目标[^，。：:]{0,30}(?:相衔接|留有余地|保持同步)|考虑了|体现了|主要(?:是)?考虑|^(?:之所以|为什么)|主要(?:基于|依据)", FORWARD_ROLES, "urge"),
    _cue("said of it", "context", "(?:这|这些|此次|这次)[^，。]{0,10}(?:是|会|将会|意味|有利于|体现)", FORWARD_ROLES, "urge opening"),
    _cue("past year", "result", "^(?:过去[一五两三四]年|去年|上年|一年来|五年来|近年来|近几年|[一两三四五]年多?来|20\\d\\d年(?=[^，。]{0,20}(?:完成了|实现了|达到了|增长了|取得)))(?![^。]*(?:要|将|必须))", FORWARD_ROLES),
    _cue("already done", "result", "已经?(?:基本)?(?:建成|完成|实现|达到|形成|开工|启动|投入|取得|超过|下达|落实)(?!的|[^。]*(?:要|将|必须|继续))", FORWARD_ROLES),
    _cue("this year's standing", "context", "^(?:今年|明年|20\\d\\d年|本届政府任期|今后五年|当前)，?(?:既|又|也|正|将)?是[^。]*(?:之年|一年|时期|关键|阶段|开局|起步|收官|周年)", ALL_ROLES, "urge"),
    _cue("year told of", "context", "^(?:回顾|回望)?(?:(?:刚刚)?过去(?:的)?(?:[一五]年|20\\d\\d年)|去年|[^，。]{0,30}以来的五年|“十[^”]*”(?:时期|期间))，?是[^。]*(?:之年|时期|一年|周年)[^。]{0,30}[。；]|(?:开局|收官|关键|第一|里程碑意义)[^，。]{0,6}(?:之年|一年)[，。；]|^[^。]{0,40}(?:很不|极不|极其不|不)(?:平凡|寻常)(?!的[^，。年]{2,}中)|(?:实属|殊为|十分|极为|得来|很)不(?:容)?易[，。；！]", frozenset({"review"})),
    _cue("in the face of", "result", "^(?:[^，。]{0,8}，)?(?:面对|针对|在[^，。]{4,40}(?:情况下|形势下|局面下|过程中|考验面前)，)(?![^。]*(?:必须|我们要|将))", frozenset({"review"})),
    _cue("difficulties", "context", "(?:任务|挑战|困难|压力|风险)[^，。]{0,6}(?:重|多|大|繁重|艰巨|增多|上升|加大|突出)(?:、[^，。]{1,10})*[。，；]|(?:困难|挑战|不确定性|不稳定)[^。]{0,12}(?:仍然|依然|明显|更加|增多)|不容(?:低估|忽视)|需要付出|并非易事|来之不易", ALL_ROLES, "urge"),
    _cue("principle", "context", "^(?:——|--)必须(?!完成|确保)|^第?[一二三四五六七八九十]{1,2}[，是、](?:必须|要)?坚持[^，。]{0,40}(?:作为|为)[^，。]{2,20}[，。；]", FORWARD_ROLES),
    _cue("way to the aim", "context", "^(?:要)?(?:完成|实现|做好|全面做好|落实)[^，。]{0,24}(?:目标|任务|要求|愿景|工作)[^，。]{0,6}，(?:[^，。：]{0,8}、?)?(?:就?必须|最根本|关键[是在]|唯有)(?!加强|继续|把握好以下)", FORWARD_ROLES),
    _cue("way of working", "context", "^(?:在)?(?:具体|实际)?(?:工作|实践)(?:当)?中(?:，|要)|^[^，。]{0,8}工作要坚持", FORWARD_ROLES),
    _cue("good work to hand in", "context", "(?:我们|努力)[^。]*(?:人民|群众)[^，。]*答卷[。！]", FORWARD_ROLES),
    _cue("within reach", "context", "可以(?:实现|根据|达到)", FORWARD_ROLES),
    _cue("event ahead", "context", "^(?:今年|明年|20\\d\\d年|“[^”]+”时期，?)?[^，。]{0,24}(?:将(?:召开|迎来|开启|步入)|即将|就要)", FORWARD_ROLES, "urge"),
    _cue("hard work", "context", "干出来的|(?:还得|还要|全靠|唯有|就得)[^，。]{0,10}干[。！]$", FORWARD_ROLES),
    _cue("weight", "context", "(?:具有|有着)(?:十分|非常|特殊|重大|很)*重[大要][^，。]{0,8}(?:意义|作用)|至关重要|刻不容缓", FORWARD_ROLES, "urge"),
    _cue("what matters", "context", "(?:^[^，。]{2,14}|，)(?:关键|根本|重点|核心|基础|潜力|难点|出路|最重要的|首要)[^，。]{0,3}(?:(?:在|靠)[^，。]{2,10}|是[^，。]{2,3})。$", FORWARD_ROLES, "urge"),
    _cue(
        "relations", "result",
        f"^(?![^。]*(?:{_MUST}|力争|争取|将|愿|一贯))(?:我国|中国|两岸|中[美俄欧日越朝韩]|同|与)[^，。；]{{2,30}}(?:关系|合作|往来|交流|地位)[^，。；]{{0,12}}[，。；]",
        FORWARD_ROLES,
    ),
    _cue("outlook", "context", "(?<![决绝])不会|可能性|不可能|可能会", FORWARD_ROLES),
    _cue("lesson", "context", "^(?:实践|历史|事实|经验)(?:充分)?(?:证明|表明)", FORWARD_ROLES),
    _cue("not only", "context", "不仅[^。]*(?:而且|也|更|还)", FORWARD_ROLES, "urge"),
    _cue("settled", "context", "(?:已经?|均已|也已|业已)[^，。]{0,4}(?:明确|颁布|成熟|出台|绘就|具备|到位|拉开)", FORWARD_ROLES, "urge opening"),
    _cue("explanation", "context", "^(?:这[^，。]{2,14}，)?就是", FORWARD_ROLES),
    _cue("necessity", "context", "必由之路|必然(?:选择|要求)|(?<!的)迫切需要|内在要求|关乎|寄托着|意义(?:十分|非常)?(?:重大|深远)|任重(?:而)?道远|时不我待|催人奋进", FORWARD_ROLES),
    _cue("equation", "context", "^(?!牢|铭|坚持|践行|树立|我们)[^，。“]{2,16}就是[^，。]{2,16}[，。；]", FORWARD_ROLES, "urge opening"),
    _cue("view", "context", "^从[^，。]{2,14}(?:看|来看|上看|说)，(?![^。]*\\d)|^综合研判|^综观|^(?:站在|迈入)新|^(?:但|也|更|还|同时|我们|，)*要(?:清醒地?)?看到|^当前，(?![^。]*(?:要|必须|将|应))", FORWARD_ROLES, "urge"),
    _cue("standing", "context", f"^(?![^。]*(?:{_MODAL}|不得|一律))(?![^，。]{{0,6}}(?:{_ACTION}|建成|建好|守住|守牢))[^。]*(?:加速演进|正处|仍处|具备|蕴藏|肩负|拥有|具有[^，。]{{0,12}}(?:的|和)|充满|依然|(?:显现|呈现)[^，。]|展现出|深刻变化|不可低估|初具规模|吹响|休戚)", FORWARD_ROLES, "urge action"),
    _cue("announcement", "context", "^关于[^，。]{2,12}。$|^回顾过去|^展望未来|^这里[，要]|^具体(?:来说|而言)", FORWARD_ROLES),
    _cue("maxim", "context", "^(?!坚持|努力|进一步|要|[^。]*(?:尤其|特别|重点)是)[^，。：“]{2,14}(?:，[^，。：“]{2,14})?(?<![一二三四五六七八九十])，?(?:首要|最终|本质上|归根到底|根本|从根本上说)?(?:是|就是|乃|在于|靠)(?:一切|我们|做|推动|解决|最|最大|最基本|最根本|[^，。要]{0,20}(?:之本|之源|之基|关键|基础|根本|本分|失职|核心|保障|生命线|大头|前提|源泉|动力|力量|大事|职责|使命|追求|要求|之策|形式|民生|政策))", TOLD_ROLES, "urge"),
    _cue("our country is", "context", "^(?:我[国省市县区]|中国)(?:仍|还|正)?(?:是|有|具有|拥有|处于|面临|经济|发展|[^，。]{0,12}(?:还有|具有|拥有|总体|仍然|已|连年|较))", FORWARD_ROLES, "urge action"),
    _cue("of the same", "context", f"^(?:这(?!个|里|[一两三四五几]年)|这[些种](?!项目|资金)|此举|上述)(?![^。]*(?:{_MUST}|将|纳入|用于|接受))", FORWARD_ROLES),
    _cue(
        "nature of a task", "context",
        "^(?!坚持|[^，。]{0,6}任务)(?:[^，。：“]{4,40}，?|[^。：“]{4,80}，)(?:都|也|更|仍然?|既|始终|从来)?(?<!特别)(?<!尤其)(?<!重点)(?<![一二三四五六七八九十])是(?!今年)(?:[^，。“]{2,30}的)?[^，。]{0,12}"
        "(?:方面|关键|责任|职责|保障|支撑|途径|动力|基础|重点|内容|要求|体现|举措|领域|力量|标志|主体|环节|核心|选择|根本|潜力|工程|条件|保证|方针|方略|国策|战略|愿望|使命|财富|民生|心愿|要义|义务|本质|后盾|问题|所在|组成部分|重大[^，。]{1,6}|任务)[，。；]",
        TOLD_ROLES, "urge",
    ),
    _cue("what it is", "context", "^(?!坚持|[^。]*(?:目标|重点是|总量|任务|务必|必须))[^，。：“”]{2,26}(?:也|仍|仍然|始终|都|永远)?(?<![特别尤其更就但还只总或凡点])是(?!否|要|继续|加)[^，。：]{2,26}[。；]$", FORWARD_ROLES, "opening"),
    _cue("hard times", "context", "^(?!面对|针对|应对)[^。]*(?:国际|世界|全球)(?:形势|经济|金融|格局|竞争)[^，。]{0,12}(?:缓和|复苏|调整|趋稳|冲击|深远|激烈|严峻|变革)|(?:难度(?:明显)?加大|并存|减缓|潜在风险增加|易发多发|不到位|比较薄弱|下行压力)[。；]$", FORWARD_ROLES, "urge"),
    _cue("cannot be lost", "context", "^(?:新的)?(?:形势|任务|征程|使命)[^。]{0,20}(?:提出|面临|赋予)", FORWARD_ROLES),
    _cue("prospect", "context", "(?:中国|开放|市场|前景|未来)[^，。]{0,16}(?:必将|一定|将会|定能)", FORWARD_ROLES),
    _cue("lead-in", "context", f"(?:以下|下面|如下)(?:{_COUNT})?{_MATTERS}[：:。]$|(?:以下|如下)(?:{_COUNT})?[：:]$|{_COUNT}{_MATTERS}[：:]$|(?:^|，)(?![^，。]*(?:落实|完成|推进))[^，。]*{_COUNT}(?:方面)?(?:的)?(?:重点)?工作。$|(?:以下|如下)[^，。：]{{0,8}}(?:点|建议|原则|取向|方面|政策|任务|意见|问题|内容)[。：]$|(?:抓好|把握好?|注重|做到|处理好)[^，。]{{0,4}}[一二三四五六七八九几]个?(?:点|环节|件事|方面|关系|原则)[。：]$", FORWARD_ROLES),
    _cue(
        "problem", "context",
        "(?:不足|问题|差距|困难|短板|矛盾|隐患)[^，。]{0,10}(?:突出|存在|不少|依然|较大|明显|凸显|亟待|有待)|(?:有待|亟待|亟需)[^，。]{1,10}|还不(?:够|高|强|优|足)|不够(?:强|高|优|大|稳|足|完善|充分)|仍(?:然)?(?:存在|面临|较|不)"
        "|(?:问题|矛盾)[^，。]{0,4}(?:比较|较为|较|更加|十分)(?:突出|多|大)|(?:障碍|难题|意见|差距|风险隐患|影响)[^，。]{0,4}较[多大](?!的|情况)|时有发生|屡禁不止|多发|任重道远|较为?艰巨|不到位|滞后|粗放"
        "|力还?不[强高够足]|仍需|仍待|还需|不满意|不(?:健全|合理|平衡|协调)[，。；]|不牢固|增收难度|(?:意识|素质|能力|精神)[^，。]{0,3}不[强高足够]|效率低下|(?:落实|力度)不力|还有[^，。]{0,6}(?:短板|差距|问题|不足)|尚待|存在(?!的)[^，。]{0,16}(?:问题|不足|风险|短板|困难|隐患)|困难较多|不容乐观|令人痛心|(?:清醒|应该|还要|必须|应当)地?(?:看到|认识)", BACKWARD_ROLES),
    _cue("hereafter", "commitment", "^(?:下一步|今后|下步|今年|明年|新的一年)[^。]{0,6}(?:要|将|我们将|我们要|必须)", frozenset({"review", "situation"})),
    _cue("learnt", "context", "体会(?:到|是|：)|几点体会|启示|^(?:第[一二三四五六七]，|[一二三四五六]是|——)?(?:我们)?(?:要(?!素)|必须|一定)|(?:必须|决不能|应当|都要)(?!完成)|^(?:[^，。]{0,20}，)?(?:既|又|都|也|还|更|特别|始终|关键是)要(?!求|素|闻|点)|^各[^，。]{1,12}要(?!求|素|闻|点)|^只有[^。]*才", frozenset({"review"})),
    _cue("owed", "context", "(?:的结果|分不开|离不开)[，。；]|得益于|离不开|[，。]靠的是[^，。]*[。；]|根本[的上]是|(?:干|拼|奋斗)出来的", frozenset({"review"})),
    _cue("what it shows", "context", "^(?:(?:这|这些|它|[^，。]{0,6}(?:实践|事实)|[^，。]{2,6}(?:成就|成绩))[^，。]{0,8}，?)(?:充分|再次|进一步|集中|有力)*(?:证明|表明|标志着|显示了?|彰显了?)", frozenset({"review"})),
    _cue("sure of it", "context", "^(?![^。]*(?:了|成功))[^。]*(?:一定(?:能|会|可以|是|将)|必将|必定|我们(?:坚信|相信|深知|深信))", frozenset({"review"})),
    _cue("to be met", "context", "^对于?(?:此|(?:这些|以上|上述|存在的)问题)，", frozenset({"review"})),
    _cue("hardship", "context", "^(?!面对|针对|应对|克服|在[^，。]{4,30}，|一年来|20)(?!.*(?:我们|应对|处置|克服|妥善|积极|作用|避免|成为|救灾|成功|坚决))[^。]*(?:难度(?:明显)?加大|冲击|低迷|乏力|严峻|大幅?波动|加剧|抬头|挑战|压力|(?:遭遇|发生|出现)[^，。]{0,40}(?:灾害|疫情))(?:等[^，。]{0,10})?[，。；]|造成(?:严重|重大|巨大|很大|较大)?[^，。]{0,12}(?:损失|影响|困难|损害)", frozenset({"review"})),
    _cue("will", "commitment", r"(?i)\b(?:will|shall|commits? to|pledges? to|going to|intends? to|plans? to|propose[sd]? to|aims? to|seeks? to|committed to|must|I (?:also )?(?:propose|ask|announce)|decided (?:today )?to|approved an? (?:[\w-]+ ){1,4}(?:increase|decrease|reduction) in|can (?:expect|receive)|(?:has|have) been (?:earmarked|reserved|set aside))\b(?! (?:be )?(?:recall|remember))", frozenset({"other", "plan", "review"})),
    _cue("has done", "result", r"(?i)\b(?:has|have|had|was|were)\b (?:\w+ly )?(?:been )?\w+(?:ed|en|one|ade|ilt|ught)\b|\b(?:decided|increased|decreased|rose|fell|delivered|grew|declined|voted)\b", frozenset({"other", "plan", "review"})),
)  # fmt: skip


SLOGAN = re.compile(
    "(?:我们)?(?:要|必须)?(?:始终|继续|加快|扎实|着力|持续|奋力|主动|积极|深入|全面|切实|坚定不移)*(?:"
    "坚持稳(?:中求进|字当头)(?:、(?:稳中求进|以进促稳|先立后破))*(?:的?工作总基调)?|推动(?:经济社会)?高质量发展"
    "|(?:完整、?准确、?全面)?贯彻(?:落实)?新发展理念|(?:服务和?融入|构建)新发展格局|坚持以人民为中心(?:的发展思想)?"
    "|(?:更好)?统筹(?:发展和安全|疫情防控和经济社会发展)|坚持底线思维|(?:树牢|坚持)系统观念|(?:扎实)?做好“六稳”工作|(?:全面)?落实“六保”任务"
    ")"
)
"""Clauses that stand in every report and promise nothing of their own."""

GUIDED = re.compile(
    "以[^，。]{0,24}(?:思想|理论|路线|发展观)[^，。]{0,24}为(?:指导|指引)|高举[^，。]{0,30}旗帜"
)
"""A clause of a report that tells whose thought it followed, which is no result."""


class ParagraphCue(NamedTuple):
    """A paragraph that opens like this is read as a section of ``role``."""

    role: str
    pattern: re.Pattern[str]
    within: frozenset[str]


def _paragraph(role: str, pattern: str, *within: str) -> ParagraphCue:
    return ParagraphCue(role, re.compile(pattern), frozenset(within))


LOOKING_BACK = re.compile(
    "(?:从[^，。]{2,14}看，)?(?:(?:刚刚)?过去(?:的)?[一两三四五]年|去年|上年|(?:近|这)?[一两三四五几]年(?:多)?来(?!的)|这[一两三四五几]年，"
    "|(?:19|20)\\d\\d年(?:以来|[^。]{0,80}取得(?:了|[^。，]{0,8}(?:成就|成绩|进展|成效)))|已建成的)"
)
"""From a sentence that opens like this a paragraph of the plan speaks of the past …"""

LOOKING_FORWARD = re.compile(
    f"今年|明年|新的一年|新征程|下一步|{_MUST}|将|原则是|拟|(?:继续|进一步)(?!.{{2,4}}[，。；])|努力"
)
"""… until one that holds any of these."""

PARAGRAPH_CUES = (
    _paragraph("situation", r"^[\[［【〔]\s?\d{1,3}\s?[\]］】〕]|^\d{1,2}[.．、]\s?“[^”]{1,30}”[：:]", "plan", "self_government", "other", "review"),
    _paragraph("situation", "^(?:——|--|—)(?!我们)[^，。]{2,40}。(?:[^。；]{2,60}。)?必须|^[^。]*必须(?:[^。]*。必须){2}", "plan", "self_government"),
    _paragraph(
        "situation",
        "^(?:各位代表[！，])?(?:在)?(?:看到|肯定|总结)?(?:成绩|成就)?的?同时，?我们(?:也|还)?(?:要|必须|应)?(?:清醒|深刻)?(?:地)?(?:看到|认识)|^[^。]{0,30}(?:清醒地?(?:看到|认识)|面临不少困难|存在(?:不少|一些)?(?:困难|问题|不足|差距))",
        "review", "plan", "other",
    ),
    _paragraph(
        "situation",
        "^(?:综合(?:分析|研判)|当前[，,]?(?:世界|我国|国际|国内|全球|外部|经济)|从(?:国际|国内|外部|有利)|展望|今年[，,]?(?:我国发展)?(?:面临|外部|国内外))",
        "plan", "other",
    ),
    _paragraph(
        "situation",
        "^(?:各位代表[！，])?(?:困难不容|我国发展仍(?:然)?处于|综观全局|机遇与挑战)",
        "plan",
    ),
    _paragraph("plan", "^.{0,160}(?:今年|20\\d\\d年|明年)[^。]{0,24}(?:预期|奋斗|主要)?目标(?:是|为|：|建议为)", "review", "situation", "other"),
)  # fmt: skip

NORMATIVE_ORDINAL = re.compile(r"第.{1,8}条|Article|Section|§")
"""In a section so numbered every sentence is a rule, and a rule looks forward."""
