"""Web pages: which elements are the page's and not the document's."""

import re

UNSEEN = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math"),
        *("head", "canvas", "audio", "video", "map", "del", "s", "strike", "rt", "rp"),
    }
)
"""Elements that show no text, or text that was struck out."""

SKIPPED = UNSEEN | {
    *("nav", "footer", "aside", "form", "button", "select", "option", "input", "textarea"),
    "dialog",
}
"""Elements that hold no text of a document."""

BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul", "caption"),
    }
)
"""Elements that begin and end a paragraph."""

CONTAINERS = frozenset(
    {"html", "body", "div", "section", "article", "main", "center", "table", "tbody", "tr", "td"}
)
"""Elements that may hold the whole of a document."""

BODY = re.compile(
    r"(?:^|\s)(?:UCAP-CONTENT|pages_content|trs_editor(?:_view)?|trs_ueditor|TRS_PreAppend|(?:font)?zoom|vsb_content\w*|v_news_content"
    r"|js_content|(?:entry|post|article|news|detail)[-_]?(?:content|body|text|con)|artibody|articleBody|xl_con\w*|mw-parser-output)(?:$|\s)",
    re.IGNORECASE,
)
"""Names under which the software of web sites keeps the text of a page."""

CHROME = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|breadcrumbs?|crumbs?|dqwz|location|share|bdshare\w*|bshare\w*|social|fx|toolbar|tools?"
    r"|print|fontsize|ewm|qrcode|qr|related|xgxw|xgwj|xgyd|recommend|sidebar|footer|foot|copyright|banner|login|search"
    r"|comments?|pagination|pager|skip|cookie|advert|ads?|toc|mw-editsection|editsection|noprint|reference|catlinks"
    r"|printfooter|hatnote|metadata|sharedaddy|sharing|relatedposts|addtoany\w*|entry-meta|post-meta|authorbox)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""Names of classes and ids under which pages keep their menus, buttons and links."""

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LATE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
"""How pages hide what they show once they have loaded."""

LINES_BEFORE = re.compile(
    r"点击(?:上方|蓝字).{0,12}(?:关注|订阅).{0,6}|[【\[]?(?:字号|字体)[：:].{0,16}"
    r"|\|.*(?:索\s*引\s*号|主题分类|发文机关|发文字号|发布机构|成文日期|发布日期|有\s*效\s*性|文\s*号)\s*[：:].*\|"
    r"|(?:发布)?(?:时间|日期)?[：:]?\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"(?:\s+(?:来源|作者|编辑|浏览|点击|阅读|字号|字体).*|\s*[【\[].*)"
)
"""Lines of the page before the text in its element."""

LINES_BEHIND = re.compile(
    r"[—–\-\s]*(?:END|完)[—–\-\s]*|(?:【?我要纠错】?)?[【（(]?(?:来源|编辑|责编|责任编辑|审核|校对|监制|初审|复审|终审|供稿|排版)[：:].{1,60}"
    r"|[【\[]?(?:打印(?:本[页稿])?|关闭(?:窗口|本页)?|返回(?:顶部|列表)?|收藏|分享|纠错|我要纠错|阅读原文)[】\]]?"
    r"(?:[【\[|\s]*(?:打印(?:本[页稿])?|关闭(?:窗口|本页)?|返回(?:顶部|列表)?|收藏|分享|纠错)[】\]]?)*|.{0,10}扫一扫.{0,30}|(?:长按|识别).{0,12}二维码.{0,16}",
    re.IGNORECASE,
)
"""Lines of the page behind the text in its element."""

PAGE_DATES = ("PubDate", "publishdate", "article:published_time", "DC.date", "date")
"""Under which names a page says when it was published."""

PAGE_DATE = re.compile(
    r"^(?!.*(?:今天|星期|农历)).*?(?P<date>(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})日?"
)
"""A day, but not the one on which the page was saved."""

TITLE_END = re.compile(r"\s*(?:[-_—|–»]+|\s{2,})\s*[^-_—|–»]{2,30}$")
"""What a page's title names behind the document's: the site."""

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
