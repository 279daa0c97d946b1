"""Furniture: what stands around a document without belonging to it.

A line is furniture if a row of the table matches it, or if it stands before the
text of a web page and is none of the document's own front matter.
"""

import re
from enum import StrEnum
from typing import NamedTuple


class Place(StrEnum):
    """Where a row of the table may be believed."""

    HEAD = "at the start of the text"
    TAIL = "a line from which on everything is furniture"
    LINE = "a whole line anywhere"
    LATIN_LINE = "a whole line of a text in letters"
    INLINE = "part of a line"


class Furniture(NamedTuple):
    """One kind of furniture: its notice code, where it may stand, and its pattern."""

    code: str
    place: Place
    pattern: str


FURNITURE = (
    Furniture("front_matter_removed", Place.HEAD, r"---\n(?:[^\n]+\n){1,20}\n*---(?=\n)"),
    Furniture(
        "licence_footer_removed",
        Place.TAIL,
        r"本作品是.{2,12}的?(?:法律|法規)?|注：中文维基文库.*|Public domain",
    ),
    Furniture(
        "page_furniture_removed",
        Place.LINE,
        r"[-—–－·•]{1,2} ?\d{1,4} ?[-—–－·•]{0,2}|\d{1,4} ?[·•]",
    ),
    Furniture(
        "page_furniture_removed",
        Place.LINE,
        r"第 ?\d{1,4} ?页(?:[ /,，]*共 ?\d{1,4} ?页)?|\d{1,4} ?/ ?\d{1,4}",
    ),
    Furniture("page_furniture_removed", Place.LATIN_LINE, r"\d{1,3}"),
    Furniture("page_furniture_removed", Place.LINE, r"(?i:page) \d{1,4}(?: of \d{1,4})?"),
    Furniture("page_furniture_removed", Place.LINE, r"<(?:page|footer|header|content)\b[^<>]*>?"),
    Furniture(
        "page_furniture_removed", Place.LINE, r".*China Academic Journal Electroni.*|.*www\.cnk.*"
    ),
    Furniture("page_furniture_removed", Place.INLINE, r"<(?:page|footer|header|content)\b[^<>]*>"),
    Furniture(
        "continuation_mark_removed",
        Place.INLINE,
        r"[（(](?:下|上)[转接]第?[0-9一二三四五六七八九十]{1,4}[版页][^）)\n]{0,6}[）)]",
    ),
    Furniture("markup_removed", Place.LINE, r"[=*_~-]{3,}|<!--.*-->|(?:\|? ?:?-{3,}:? ?)+\|?"),
    Furniture(
        "markup_removed",
        Place.INLINE,
        r"\[\]\([^)\n]{0,600}\)|(?<=[^\]\s])\]\([^)\n]{0,600}\)|\[(?=[^\[\]\n]{1,300}\]\([^)\n]{0,600}\))|\*\*|\\(?=[.()*_#-])",
    ),
    Furniture("markup_removed", Place.INLINE, r"'{2,}(?:粗体文字'{2,})?|粗体文字'{2,}"),
    Furniture("markup_removed", Place.LINE, r"'{1,5}|粗体文字"),
    Furniture("markup_removed", Place.INLINE, r"(?<=[。”])'$"),
    Furniture(
        "continuation_mark_removed",
        Place.LINE,
        r"(?:下|上)[转接]第?[0-9一二三四五六七八九十]{1,4}[版页]",
    ),
    Furniture(
        "web_furniture_removed", Place.LINE, r"false|null|undefined|&nbsp;?|[|>»©·・\[\]【】]+"
    ),
    Furniture(
        "web_furniture_removed",
        Place.INLINE,
        r"\[ ?(?:编辑|編輯|edit)(?: ?\| ?[^\[\]|\n]{2,8})? ?\](?= *$)",
    ),
    Furniture("web_furniture_removed", Place.INLINE, r"来自马克数据网[ ]*$"),
    Furniture(
        "web_furniture_removed",
        Place.INLINE,
        r"[（(](?:来源|责任编辑|编辑)：[^（）()\n]{2,20}[）)][ ]*$",
    ),
    Furniture(
        "stage_direction_removed",
        Place.INLINE,
        r"(?i:[(\[](?:loud |prolonged )?(?:applause|laughter|cheers)"
        r"(?:(?:,| and|, and) (?:applause|laughter|cheers))*\.?[)\]])",
    ),
    Furniture("lost_characters_removed", Place.INLINE, r"\?{2,}"),
    Furniture(
        "web_furniture_removed",
        Place.TAIL,
        r".{0,40}(?:未经许可[^。]{0,8}(?:转载|复制|使用)|不得转载|非营利|版权声明|免责声明).*|分享到：?|相关(?:报道|新闻|文章|链接|阅读|附件)：?|(?:【|[（(])?责任编辑.{0,20}|上一篇：.*|下一篇：.*"
        r"|来源：[^。]{2,12}|省各设区市.*|.*版权所有.*|.{0,4}ICP备.*|打印本?[页稿]?|关闭(?:窗口|本页)?|扫一扫.*|延伸阅读"
        r"|上一页|标签：.*|网站地图|网站标识码.*|主办(?:单位)?：.*|字号：.*",
    ),
)

METADATA = re.compile(
    r"(?:标题|发文单位|发文时间|发布时间|发布日期|成文日期|报告人|来源(?:URL)?|时间|日期|作者|阅读|评论|浏览次数|点击数?|索引号|正文"
    r"|内容摘要|文号|主题词|信息来源|字体|字号)[：:].*"
)
"""Lines of a page's header that describe the document rather than say something."""

WORDS = frozenset(
    {
        "下载",
        "打印",
        "全屏",
        "收藏",
        "加大",
        "还原",
        "减小",
        "【字号：",
        "】",
        "大",
        "中",
        "小",
        "首页",
        "网站首页",
        "无障碍",
        "EN",
        "长者模式",
        "繁體中文",
        "A-",
        "A+",
        "当前位置：",
        "您当前的位置",
        "您当前的位置：",
        "推荐朋友",
        "打印本稿",
        "[字号",
        "政务服务",
        "政务公开",
        "互动交流",
        "工作报告",
        "标签云",
        "分享到：",
        "关闭",
    }
)
"""Words of which one alone, before the text, shows that the file is a copied web page."""

FRONT_MATTER = re.compile(
    r"(?:.{0,30}(?:政府)?工作报告|政 ?府 ?工 ?作 ?报 ?告|.{0,40}(?:规划|计划|纲要|法|条例|规定|办法|决定|意见|方案|报告))(?:[（(].{1,8}[）)])?"
    r"|[—－-]{0,4}.{0,40}(?:会议|大会)上?[）)]?|[（(].{4,40}[）)]|.{2,24}(?:省长|市长|区长|县长|州长|旗长|镇长|乡长|主席|总理|主任|行政长官) ?.{0,9}"
    r"|[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日.{0,6}[）)]?|.{0,20}第.{1,4}届|人民代表大会.{2,12}会议上"
)
"""Lines before the text that belong to it: title, occasion, speaker, date."""

OCCASION = re.compile(r".*(?:会议|大会)上[）)]?")
"""The line that says before whom a report was given."""

SALUTATION = re.compile(
    r"(?:各位|尊敬的|女士们|先生们|同志们|主席[，、：])[^。]{0,20}[：:！!，,]?$|各位代表[，：:！!]+(?:我|现在|本届)"
)
"""The words that greet an assembly, alone on their line or before the first sentence."""

GLOSSARY = re.compile(
    r"[※《（(附：:、]{0,3}(?:.{0,10}(?:(?:名词|用语|术语|短语|词语)(?:解释|说明|注释)|注释|附注)|(?:有关|相关)?解释(?:说明)?)"
    r"[※》）)：:]{0,2}"
)
"""The heading of a report's glossary, which stands after its closing words."""

CONTENTS_TITLE = re.compile(r"(?:#+ )?(?:(?i:table of )?(?i:contents)|目\s*[录錄次])[：:]?")
"""The line above a table of contents."""

CONTENTS_ENTRY = re.compile(
    r"(?=.{3,100}$).*?\S(?:[\s.·•…]*(?:[.·•…]{3}|…)[\s.·•…]*\d{0,4}|[ \u3000]+\d{1,3})"
    r"|\d{1,3}"
)
"""A line of one: a heading, and dots or the number of its page behind it; or that number alone."""

CONTENTS_RUN_ON = re.compile(r"目\s*[录錄次]\s*(?P<rest>.*)")
PREFACE = re.compile("序言|前言|引言|导言|序")
PART_NUMBER = re.compile("第[一二三四五六七八九十]{1,4}[编篇章节]")
"""The title of a table whose entries run together, what they begin with, and how they go on."""

CLOSING_WORDS = re.compile(
    "让我们|讓我們|奋斗|奮鬥|努力|各位代表|各位委员|同志们|篇章|贡献|貢獻|胜利|勝利|前进|前進|新局面|辉煌|美好|！"
)
"""Words of the appeal that closes a report to an assembly."""
