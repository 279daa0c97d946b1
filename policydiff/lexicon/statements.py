"""What tells that a sentence of a plan states or urges rather than acts."""

import re

_ADDRESSED = "(?:各位(?:代表|委员|同志)|同志们|朋友们)"
ADDRESS = re.compile(rf"{_ADDRESSED}[，！：:!,]\s*(?=\S)")
"""The words to the assembly before a sentence; they say nothing of its kind."""

ADDRESS_ALONE = re.compile(f"{_ADDRESSED}(?:、{_ADDRESSED})*")
"""A clause that does no more than address the assembly."""

_MODAL = "(?<![重主首需纲概摘])要(?!求|素|闻|点|看到|认识|认清)|必须|应当|应该|(?<![相适响回反效感供对])应(?![用对急届])|务必|(?<!无)须"
URGE = re.compile(f"[^，。]{{0,14}}?(?:{_MODAL})")
"""How a piece opens that says what must be done, up to the action …"""

URGED_WAY = re.compile("把|以|从|在|对|将|继续|更加|严格|坚|铁腕")
"""… or to the manner of it."""

INTENT = re.compile(
    f"{_MODAL}|将|拟|争取|力争|确保|不得|严禁|决不|绝不|坚决|(?<![夙心意志])愿(?![望景])"
)
"""Words by which a sentence intends something, wherever they stand."""

MANNER = re.compile(
    "(?:千方百计|努力|切实|真正|进一步)?(?:把|对|以|在|让|使|为|用|将|按|从|通过|根据)"
)
"""How a piece opens that leads to an action further on."""

STATIVE = re.compile(
    "(?<![但就凡总还只别其特或不点标一二三四五六七八九十])(?:就)?是(?!否)|不是"
    "|(?<![没所具拥享只国公私占富])有(?![^，。]{1,6}的|效|序|力|关|机|条件|计划|步骤|能力|偿|限|色|组织|针对|助|所|望)|没有|有利于|有助于|不利于"
    "|面临|存在|事关|关乎|(?:直接|密切|不仅|而且)关系|处于|具有(?![^，。]*的)|正在|仍然|依然|仍[是有处]"
    "|难以|决定着|贵在|(?<!建)成在|在于|关键在|基础在|出路在|重在|最终(?:是|要靠|由)|严峻|充满|成为(?![^，。]*的)|来自|源于|离不开|意味|标志着|表明|说明|反映|可以|需要"
    "|不(?:足|强|高|稳|够|到位|平衡|适应|协调)|(?:亟待|有待)|薄弱|突出。|明显增[强多]|有人?有责|人人有责"
    "|[^，。]{2,5}(?:第一|至上|为大|为要|为先|为本)(?:[，。！]|$)"
)
"""Predicates that describe, where nothing in a sentence acts."""

STATES = re.compile(
    "(?![^，。]{0,4}(?:重点|关键|主要|底线|核心|目标|任务|措施|办法|考虑)|围绕|针对|适应|使|让|为|以|按|把|对|在|树立|牢固)[^，。：]{0,24}"
    "(?:(?<![但就凡总还只别其特或不点标一二三四五六七八九十])是(?!否|要|继续|加|推|完|建|把|抓)|仍然(?!要)|依然|面临|正?处于|离不开|贵在|事关|关乎|直接关系|还不|并不)"
)
"""A clause that says how things are or what they are, before the one that says what to do."""

DEEDS = re.compile(r"(?<![为除罢免解])了(?!解|不|然|望|如|吗|之)")
"""The mark of what is done, where nothing in a sentence intends."""

ALLOWED_DEEDS = re.compile("[让使][^。]*了|了[^，。]{0,16}(?:目标|任务|举措)[：，]")
"""A deed that is only what something shall bring about, or that leads to a list of aims."""

PAIR = re.compile(
    r"(?P<one>[^，。！？；：、\d]{3,9})，(?P<two>[^，。！？；：、\d]{3,9})(?:，(?P<three>[^，。！？；：、\d]{3,9}))?[。！]?"
)
"""Two or three short phrases: a saying if they are of one length and none acts."""
