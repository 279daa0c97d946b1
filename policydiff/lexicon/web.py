"""Web pages: which elements are the page's and not the document's."""

import re

SKIPPED = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math"),
        *("nav", "footer", "aside", "form", "button", "select", "option", "input", "textarea"),
        *("head", "dialog", "canvas", "audio", "video", "map", "del", "s", "strike", "rt", "rp"),
    }
)
"""Elements that hold no text of a document, or text that was struck out."""

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

CHROME = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|breadcrumbs?|crumbs?|dqwz|location|share|bdshare\w*|bshare\w*|social|fx|toolbar|tools?"
    r"|print|fontsize|ewm|qrcode|qr|related|xgxw|xgwj|xgyd|recommend|sidebar|footer|foot|copyright|banner|login|search"
    r"|comments?|pagination|pager|skip|cookie|advert|ads?|toc|mw-editsection|editsection|noprint|reference|catlinks"
    r"|printfooter|hatnote|metadata)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""Names of classes and ids under which pages keep their menus, buttons and links."""

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

TITLE_END = re.compile(r"\s*(?:[-_—|–»]+|\s{2,})\s*[^-_—|–»]{2,30}$")
"""What a page's title names behind the document's: the site."""

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
