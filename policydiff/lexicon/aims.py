"""Signs that a figure is no aim: it is given, or it only describes or names."""

import re

# Words before a figure that make it a fact already given.
PAST = re.compile(
    r"(?:^|[^比较同超于按])(?:去年|上年|上一年)|(?<!不)已(?:经)?(?:完成|建成|达|有|实现|累计)"
    r"|现有|目前(?!的)"
)

# Things that are so whatever the government does.
SITUATION = re.compile(
    "高校毕业生(?:人数|规模)?(?:预计)?(?:将|已)?(?:首次)?(?:超过|超|突破|达到?|有)$"
    "|(?<![再没要将保争取少])有$"
)

# Whose number names the people rather than a part of them to be served.
PEOPLE = re.compile(
    r"[多余]?的?(?:中国人|民族|中华儿女|各族|人民|同胞|父老|[^，。、]{0,4}全[市省县区]人民)"
)

# What stands behind a figure that only describes the noun it belongs to.
ATTRIBUTED = re.compile("的?(?:部分|档次|额度内)|[一二三四五六七八九十]?级|论坛|峰会")

# 5%左右的较低水平 still says what the indicator is at.
AT_A_LEVEL = re.compile("的[^，。、]{0,3}水平")

# A number before 位 or 名 that is a place in a row: 前10位.
RANKED = re.compile("(?<![底月日年以之])前$")

# What a number of years measures when it is not a time.
AGE = re.compile("寿命|年龄|年限")

# Whose share shall have something: 让60%的村民享受医保.
SERVED = re.compile(
    "的[^，。；]{1,14}(?:得到|达到|实现|完成|接受|享受|纳入|建有|拥有|配备|参加|通过|进入)"
)

# What projects cost, before their number: 总投资9亿元的4个项目 are those of the plan.
PRICED = re.compile(r"投资[约近超]?[\d.]+[万亿]*元(?:以上|左右)?的$")

# Nouns of which a count says how many there are, not how many there shall be.
LABELLED = re.compile(".{0,8}(?:措施|规定|要求|理念|原则|方针|精神|举措|意识|指标|指标体系|面向)$")
TALLY = re.compile("(?:指标|措施|条款)(?:共计|共)?$")

# What may be done to a set that exists already.
_ON_A_KNOWN_SET = "在 抓好 抓实 推进 推动 支持 加快 深化 加强 完善 强化 巩固 服务 保障 开展"
ON_A_KNOWN_SET = frozenset(_ON_A_KNOWN_SET.split())

# What is delivered: so many of a known set are an aim after all.
DELIVERY = re.compile(
    "(?:改造|建设|落地|开工|投产|建成|投用|投运|竣工|达产|完工|通车|摘帽|脱贫|出列|上市|入库"
    "|上云|运营|达标|整治|清零|升级|挂牌|搬迁|退出|销号|签约|入驻|创建|验收|通水|供暖|提升|编制"
    "|整合|治理|修复|绿化)(?:项目|任务|工作|工程)?$|(?:实现|完成|通过|达到|开展|接入|取得)."
)

# What makes new things, so that even two or three of them, spelled out, are an aim.
_NEW = "新建 新增 建成 建设 创建 打造 培育 引进 开工 新开 布局 组建 新设 改造"
NEW = frozenset(_NEW.split())
