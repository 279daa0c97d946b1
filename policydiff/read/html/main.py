"""Which element of a page holds the document, and what the page calls it."""

import re

from lxml import etree

from policydiff.lexicon.web import CHROME, CONTAINERS, HIDDEN, SKIPPED, TITLE_END

MAIN_SHARE = 0.95
"""The element that holds the document has so much of the page's prose, or more."""

CHROME_SHARE = 0.2
"""An element that holds more of a page's prose than this is not its menu, whatever its name."""

PROSE_MIN = 12
"""Shorter texts without a comma or a full stop are labels and buttons."""

_MARKS = re.compile(r"[，。；：、,.;]")
_SPACES = re.compile(r"\s+")


def find_main(root: etree._Element) -> etree._Element:
    """The innermost element with nearly all prose; what is plainly not the document is cut off."""
    _cut(root, [element for element in root.iter("*") if _is_skipped(element)])
    prose = _prose(root)
    total = prose.get(root, 0)
    named = [element for element in root.iter("*") if _is_named_chrome(element)]
    _cut(root, [element for element in named if prose.get(element, 0) <= CHROME_SHARE * total])
    prose = _prose(root)
    main = root
    while (inner := _fullest(main, prose)) is not None:
        main = inner
    return main


def find_title(root: etree._Element, main: etree._Element) -> str:
    """What the page calls the document outside of its text: its first heading, else its title."""
    inside = set(main.iter("h1"))
    for heading in root.iter("h1"):
        text = _text(heading)
        if text and heading not in inside:
            return text
    if inside:
        return ""
    title = next((_text(element) for element in root.iter("title")), "")
    return TITLE_END.sub("", title)


def _text(element: etree._Element) -> str:
    return _SPACES.sub(" ", "".join(map(str, element.itertext()))).strip()


def _is_skipped(element: etree._Element) -> bool:
    if element.tag in SKIPPED and element.tag != "head":
        return True
    is_hidden = "hidden" in element.attrib or HIDDEN.search(str(element.get("style", "")))
    return bool(is_hidden) or element.get("aria-hidden") == "true"


def _is_named_chrome(element: etree._Element) -> bool:
    if element.tag in ("html", "body"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return CHROME.search(names) is not None


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
