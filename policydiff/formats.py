"""Formats: in what two texts with the same words differ."""

from policydiff.lexicon.articles import HEADING_MARK
from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.lexicon.formats import (
    FORMATS,
    LIST_NUMBER,
    MARK,
    NARROW,
    PUNCTUATION_MARKS,
    WHITE_SPACE,
    WIDTHS,
)
from policydiff.model import Change, Comparison, Document, Link


def differing_formats(old: str, new: str) -> tuple[str, ...]:
    """The sorts of format in which two texts differ, as reports name them."""
    if old == new:
        return ()
    differing = []
    for row in FORMATS:
        if row.pattern.findall(old) != row.pattern.findall(new):
            differing.append(row.name)
        old, new = row.pattern.sub("", old), row.pattern.sub("", new)
    narrow = old.translate(NARROW), new.translate(NARROW)
    if MARK.findall(narrow[0]) != MARK.findall(narrow[1]):
        differing.append(PUNCTUATION_MARKS)
    elif old != new and narrow[0] == narrow[1]:
        differing.append(WIDTHS)
    return tuple(differing)


def words_of(text: str) -> str:
    """The letters and figures of a text, run together: the same in any format."""
    return PUNCTUATION.sub("", text)


def has_same_words(old: Document, new: Document) -> bool:
    """Whether two documents say the same under the same numbers, in whatever format."""
    return _numbers(old) == _numbers(new) and _words(old) == _words(new)


def _words(document: Document) -> str:
    return "".join(words_of(item.plain) for item in document.items)


def _numbers(document: Document) -> list[str]:
    """The ordinals of the sections but for those that Markdown may write as any marker."""
    ordinals = [section.ordinal.strip() for section in document.sections]
    return [
        words_of(ordinal)
        for ordinal in ordinals
        if ordinal and not HEADING_MARK.fullmatch(ordinal) and not LIST_NUMBER.fullmatch(ordinal)
    ]


def format_differs(comparison: Comparison, link: Link) -> bool:
    """Whether a link's items have the same words, written otherwise: marked, quoted, linked."""
    if Change.VERBATIM not in link.changes:
        return False
    texts = _as_written(comparison.old, link.old), _as_written(comparison.new, link.new)
    return not {WHITE_SPACE, PUNCTUATION_MARKS}.issuperset(differing_formats(*texts))


def _as_written(document: Document, index: int) -> str:
    """An item with what stands around it on its lines, up to the items before and behind it."""
    items, text = document.items, document.text
    span = items[index].span
    before = items[index - 1].span.end if index else 0
    behind = items[index + 1].span.start if index + 1 < len(items) else len(text)
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    return text[max(before, line_start) : min(behind, line_end if line_end >= 0 else len(text))]
