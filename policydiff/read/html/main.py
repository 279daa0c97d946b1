"""Which element of a page holds the document, and what the page calls it."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile
from operator import is_not

from lxml import etree

from policydiff.lexicon.web import (
    BODY,
    CHROME,
    CONTAINERS,
    HIDDEN,
    LATE,
    PAGE_DATE,
    PAGE_DATES,
    SKIPPED,
    TITLE_END,
)

MAIN_SHARE = 0.95
"""The element that holds the document has so much of the page's prose, or more."""

BODY_SHARE = 0.5
"""One that bears the name of a text needs only so much."""

CHROME_SHARE = 0.2
"""An element that holds more of a page's prose than this is not its menu, whatever its name."""

PROSE_MIN = 12
"""Shorter texts without a comma or a full stop are labels and buttons."""

DATE_LINE = 80
"""A longer text that holds a date says more than when a page was published."""

_MARKS = re.compile(r"[，。；：、,.;]")
_SPACES = re.compile(r"\s+")


def find_main(root: etree._Element) -> etree._Element:
    """The element with the document's text; what is plainly not the document is cut off.

    It is the one that bears the name of a text, else the innermost with nearly all prose.
    """
    _cut(root, [element for element in root.iter("*") if _is_skipped(element)])
    prose = _prose(root)
    total = prose.get(root, 0)
    doubtful = [element for element in root.iter("*") if _may_be_chrome(element)]
    _cut(root, [element for element in doubtful if prose.get(element, 0) <= CHROME_SHARE * total])
    prose = _prose(root)
    named = next(_named_bodies(root, prose), None)
    if named is not None:
        return named
    main = root
    while (inner := _fullest(main, prose)) is not None:
        main = inner
    return main


def _named_bodies(
    root: etree._Element, prose: dict[etree._Element, int]
) -> Iterator[etree._Element]:
    """The elements named as texts that hold most of the prose, the outermost first."""
    total = prose.get(root, 0)
    for element in root.iter("div", "section", "article", "td", "main"):
        amount = prose.get(element, 0)
        if amount and amount >= BODY_SHARE * total and _is_named(element, BODY):
            yield element


def find_title(root: etree._Element, main: etree._Element) -> str:
    """What the page calls the document outside of its text: the heading that its title names too.

    Without one it is the title without the site, and without a title the first heading.
    """
    if any(_text(heading) for heading in main.iter("h1")):
        return ""
    headings = [text for heading in root.iter("h1") if (text := _text(heading))]
    title = next((_text(element) for element in root.iter("title")), "")
    short = TITLE_END.sub("", title)
    same = (text for text in headings if short and (text in short or short in text))
    return next(same, short or next(iter(headings), ""))


def find_page_date(root: etree._Element, main: etree._Element) -> str:
    """When a page says that its text was published; empty if it does not."""
    said = {
        str(element.get("name") or element.get("property")).lower(): str(element.get("content"))
        for element in root.iter("meta")
    }
    named = (said[name.lower()] for name in PAGE_DATES if name.lower() in said)
    shown = (_text(element) for element in takewhile(partial(is_not, main), root.iter("*")))
    texts = (*named, *(text for text in shown if len(text) <= DATE_LINE))
    found = (match["date"] for text in texts if (match := PAGE_DATE.match(text)))
    return next(found, "")


def _text(element: etree._Element) -> str:
    return _SPACES.sub(" ", "".join(map(str, element.itertext()))).strip()


def _is_skipped(element: etree._Element) -> bool:
    if element.tag in SKIPPED and element.tag != "head":
        return True
    style = LATE.sub("", str(element.get("style", "")))
    is_hidden = "hidden" in element.attrib or HIDDEN.search(style)
    return bool(is_hidden) or element.get("aria-hidden") == "true"


def _may_be_chrome(element: etree._Element) -> bool:
    """Whether an element has the name of page furniture, or shows only once a page has loaded."""
    if element.tag in ("html", "body"):
        return False
    return _is_named(element, CHROME) or LATE.search(str(element.get("style", ""))) is not None


def _is_named(element: etree._Element, pattern: re.Pattern[str]) -> bool:
    names = (element.get(key, "") for key in ("class", "id", "role", "itemprop"))
    return pattern.search(" ".join(names)) is not None


def _cut(root: etree._Element, elements: list[etree._Element]) -> None:
    """Takes elements out; the text behind each stays."""
    for element in elements:
        above = element.getparent()
        if above is None or element is root:
            continue
        if element.tail:
            before = element.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                above.text = (above.text or "") + element.tail
        above.remove(element)


def _prose(root: etree._Element) -> dict[etree._Element, int]:
    """How many characters of prose stand in each element, links left out."""
    amounts: dict[etree._Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = 0 if element.tag in ("a", "title") else _amount(element.text)
        inner = sum(
            (0 if child.tag in ("a", "head") else amounts.get(child, 0)) + _amount(child.tail)
            for child in element
        )
        amounts[element] = own + inner
    return amounts


def _amount(text: str | None) -> int:
    stripped = (text or "").strip()
    return len(stripped) if len(stripped) >= PROSE_MIN or _MARKS.search(stripped) else 0


def _fullest(element: etree._Element, prose: dict[etree._Element, int]) -> etree._Element | None:
    """The container inside that has nearly all the prose, if there is one."""
    for inner in element:
        if inner.tag in CONTAINERS and prose.get(inner, 0) >= MAIN_SHARE * prose.get(element, 1):
            return inner if prose.get(inner, 0) else None
    return None
