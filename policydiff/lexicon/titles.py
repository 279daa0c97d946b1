"""How documents name themselves: titles, bylines, occasions, dates and kinds."""

import re
from typing import NamedTuple

from policydiff.lexicon.lines import WORD

YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零Ｏ一二三四五六七八九]{3})"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"

HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

DATE = re.compile(
    rf"(?<!\d)(?P<year>{YEAR})(?:年|[-/.])\s?(?P<month>{_NUMBER})(?:月|[-/.])\s?(?P<day>{_NUMBER})(?!\d)"
)
ENGLISH_DATE = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?P<day>\d{1,2}), (?P<year>\d{4})"
)
COMPACT_DATE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

FILE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class GenreCue(NamedTuple):
    """A document is of a genre if a title line matches ``title`` and enough lines match ``body``."""

    genre: str
    title: re.Pattern[str] | None
    body: re.Pattern[str] | None = None
    times: int = 0


_ARTICLE = re.compile(r"^(?:#+ )?(?:第[一二三四五六七八九十百千\d]{1,6}条|§ ?\d+)", re.MULTILINE)
_LAW_TITLE = re.compile(
    r"^(?:# )?[^，。]{2,40}(?:法|条例|规定|办法|解释|法典|修正案)(?:[（(].{1,12}[）)])?$"
)
_TERMS_TITLE = re.compile(
    r"(?i)\bterms of (?:service|use)\b|\bterms (?:and|&) conditions\b|\bprivacy (?:policy|notice|statement)\b"
    r"|\b(?:user|licen[cs]e|service) agreement\b|Nutzungsbedingungen|Geschäftsbedingungen|Datenschutzerklärung"
    r"|(?:服务|用户|使用|许可)(?:条款|协议)|隐私(?:政策|声明|条款)"
)

GENRE_CUES = (
    GenreCue("law", _LAW_TITLE, _ARTICLE, 2),
    GenreCue("work_report", re.compile("政府工作(?:的)?报告")),
    GenreCue(
        "plan_report",
        re.compile("计划(?:草案)?.{0,4}(?:执行|完成|安排).{0,60}报告|计划草案.{0,8}报告"),
    ),
    GenreCue(
        "work_report",
        re.compile(
            "我.{0,10}(?:代表.{0,12}政府|(?:代表|受).{0,8}国务院)|向(?:大会|第.{1,3}届).{0,30}报告"
        ),
    ),
    GenreCue(
        "plan_report",
        None,
        re.compile(r"^[^。]{0,16}国民经济和社会发展计划[^。]{0,12}$", re.MULTILINE),
        2,
    ),
    GenreCue("terms", _TERMS_TITLE, re.compile(r"(?i)\byour?\b|您|用户|\bSie\b"), 10),
    GenreCue("law", None, _ARTICLE, 5),
)
"""Asked in order; the first whose given patterns all match decides."""

TITLES = (
    re.compile(r"^#? ?(?P<title>.{0,40}(?:政府)?工作报告(?:[（(].{1,8}[）)])?)$"),
    re.compile(r"^#? ?(?P<title>关于.{4,80}报告)$"),
    re.compile(r"^#? ?(?P<title>[^，。]{0,40}(?:规划|计划)(?:纲要)?(?:[（(].{1,12}[）)])?)$"),
    re.compile(
        r"^#? ?(?P<title>[^，。]{2,50}(?:法|条例|修正案|规定|办法|解释|决定|法典|公报|意见|方案)(?:[（(].{1,12}[）)])?)$"
    ),
)
"""Lines that are titles, the surest first; spaces between characters are gone."""

RUN_ON_TITLE = re.compile(
    r"^(?P<title>中华人民共和国国民经济和社会发展第.{1,3}个五年.{0,20}?规划纲要|.{0,20}第.{1,3}个五年(?:计划|规划)(?:纲要)?)"
)
LATIN_TITLE = re.compile(
    r"(?:#+ )?(?P<title>(?!.*(?:#|\d, \d{4}))[\x20-\xff‘’“”–—]*[A-Za-z0-9À-ÿ!?)”’])"
)
"""A first line in letters that is no sentence."""

TAG = re.compile(r"^!!\S+ ")
"""A type mark that some tools leave before a value in a file's header."""

GENERIC_TITLES = frozenset(
    {
        "政府工作报告",
        "工作报告",
        "Introduction",
        "[Introduction]",
        "Summary",
        "Contents",
        "CONTENTS",
    }
)

NATIONAL = re.compile(
    r"我.{0,10}(?:代表|受).{0,8}国务院|国务院总理|第.{1,3}[届屆](?:全国|全國)人民代表大[会會]|中央人民政府"
)
"""Opening words that only the central government uses."""

SELF = re.compile(rf"我(?:谨)?(?:现在)?代表(?P<name>{WORD}{{1,14}}?)(?:人民)?政府")
BYLINE = re.compile(
    rf"^(?P<name>{WORD}{{1,14}}?(?:省|市|县|区|州|盟|旗))(?:人民政府)?(?:代)?(?:省长|市长|县长|区长|州长|盟长|旗长|主席)"
)
OCCASION = re.compile(
    rf"在(?P<name>{WORD}{{1,14}}?)第?[一二三四五六七八九十]{{1,3}}(?:届|次).{{0,6}}(?:人民代表大会|人大)"
)
TITLE_PLACE = re.compile(
    rf"^(?:{YEAR}年)?(?P<name>{WORD}{{1,14}}?(?:省|市|县|区|州|盟|旗))(?:{YEAR}年)?(?:人民)?(?:政府)?(?:工作报告|国民经济)"
)
PARENT = re.compile(rf"^{WORD}{{2,7}}?(?:省|自治区|市|州)(?={WORD}{{1,7}}(?:市|县|区|旗)$)")
PEOPLES_REPUBLIC = "中华人民共和国"

LAW_ISSUERS = (
    "最高人民法院",
    "最高人民检察院",
    "全国人民代表大会常务委员会",
    "全国人民代表大会",
    "国务院",
)
"""Who gives laws, the most particular first."""

ENACTED = re.compile("通过|修订|修正|公布|施行|发布|批准")
VERSION = re.compile(rf"[（(].*?[）)]|第.{{1,3}}(?:[个号]|次审议稿)|{YEAR}年?|\d+")
"""What differs between the titles of one law's or one plan's versions."""

COMPOSED = {
    "work_report": "政府工作报告",
    "plan_report": "国民经济和社会发展计划报告",
}
"""The name of a report that does not state its own."""

HEADER = re.compile(
    r"^(?P<key>标题|发文单位|报告人|发文时间|时间|日期|[Tt]itle|[Dd]ate)[：:]\s*(?P<value>.+)$",
    re.MULTILINE,
)

HEADER_KEYS = {
    "标题": "title",
    "title": "title",
    "发文单位": "issuer",
    "报告人": "speaker",
    "发文时间": "date",
    "时间": "date",
    "日期": "date",
    "date": "date",
}
"""What the named values of a file's header are."""

REVIEW_YEAR = re.compile(
    rf"(?P<year>{YEAR})年(?:国内|的|政府|主要)*(?:工作)?(?:的)?.{{0,6}}?(?:回顾|总结|情况)"
)
PLAN_YEAR = re.compile(
    rf"(?<!报告)(?P<year>{YEAR})年(?:的|政府|国内|主要|重点|国民经济和社会发展)*"
    r"(?:工作|任务|目标|安排|重点|经济社会|总体|计划)"
)
"""Headings that look back on a year or plan one; what looks back is never a plan."""
