"""Lines of a page that are no running text: tables of contents and footnotes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from policydiff.read.pdf.flow import Measure, Set

MIN_ENTRIES = 3
"""Fewer lines with a page number at the end are no table of contents."""

SMALL = 0.92
"""A footnote is set smaller than the body: at most at this share of its height."""

FOOT = 0.5
"""Footnotes stand in the lower half of a page."""

_ENTRY = re.compile(
    r".*\S\s*(?:[.·•]\s?){3,}\s*(?:\d{1,4}|[ivxlc]+)?|.*\S\s*…{2,}\s*\d{0,4}|.*…\s*\d{1,4}"
)
_TITLE = re.compile(r"(?:table of )?contents|目\s*[录錄次]", re.IGNORECASE)
_LISTED = re.compile(r"\d{1,4}|.{2,80}[\s　]\d{1,3}|第.{1,4}[编篇章节部].{0,40}")
_NOTE = re.compile(r"\[?\(?(?:\d{1,3}|[①-⑳]|[*†‡※])[\])]?[ .、:：]?\s*\S")


def contents_lines(lines: Sequence[Set]) -> frozenset[int]:
    """The positions of the lines of tables of contents."""
    found: set[int] = set()
    for positions in _by_page(lines).values():
        texts = [lines[position].line.text for position in positions]
        entries = [
            place for place, text in zip(positions, texts, strict=True) if _ENTRY.fullmatch(text)
        ]
        titles = [at for at, text in enumerate(texts) if _TITLE.fullmatch(text)]
        if len(entries) >= MIN_ENTRIES:
            start = positions[titles[0]] if titles else entries[0]
            found.update(range(min(start, entries[0]), entries[-1] + 1))
        elif titles:
            after = texts[titles[0] + 1 :]
            listed = [text for text in after if _LISTED.fullmatch(text)]
            if 3 * len(listed) >= len(after) and len(listed) >= MIN_ENTRIES:
                found.update(positions[titles[0] :])
    return frozenset(found)


def footnote_lines(
    lines: Sequence[Set], measure: Measure, heights: dict[int, float]
) -> frozenset[int]:
    """The positions of the lines of footnotes; ``heights`` are those of the pages."""
    found: set[int] = set()
    for page, positions in _by_page(lines).items():
        foot: list[int] = []
        for position in reversed(positions):
            entry = lines[position]
            is_low = entry.line.box.top > FOOT * heights[page]
            if not is_low or entry.line.height > SMALL * measure.body:
                break
            foot.append(position)
        starts = [position for position in foot if starts_note(lines[position])]
        if starts:
            found.update(position for position in foot if position >= min(starts))
    return frozenset(found)


def starts_note(entry: Set) -> bool:
    """Whether a line begins with a footnote's mark."""
    return _NOTE.match(entry.line.text) is not None


def _by_page(lines: Iterable[Set]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = defaultdict(list)
    for position, entry in enumerate(lines):
        grouped[entry.line.page].append(position)
    return grouped
