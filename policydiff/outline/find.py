"""Headings: which paragraphs of a text head a section, and with which words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policydiff.lexicon.furniture import GLOSSARY
from policydiff.lexicon.headings import (
    ALONE_LIMIT,
    BULLET_FAMILIES,
    MARKERS,
    PART_TITLE,
    POINT_START,
    RUN_IN_LIMIT,
    SALUTATION,
    SENTENCE_END,
    UNDERLINE,
    UNDERLINE_DEPTHS,
    UNMARKED_LIMIT,
    Marker,
    ordinal_value,
)
from policydiff.model import CleanText, Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found, in clean coordinates, before its place in the tree is known."""

    family: str
    number: int
    ordinal: str
    text: str
    span: Span
    rank: int | None


def find_headings(clean_text: CleanText) -> Iterator[Heading]:
    """The headings of a text in order."""
    text = clean_text.text
    paragraphs = tuple(clean_text.paragraphs())
    marked = [_marked_heading(clean_text, paragraph) for paragraph in paragraphs]
    continued = _drop_stray_numbers(marked)
    may_be_unmarked = _is_latin(text) if any(continued) else True
    for number, (paragraph, heading) in enumerate(zip(paragraphs, continued, strict=True)):
        if heading is not None:
            yield heading
        elif 0 < number < len(paragraphs) - 1:
            line = text[paragraph.start : paragraph.end].strip()
            if GLOSSARY.fullmatch(line):
                yield Heading("unmarked", 0, "", line, paragraph, None)
            elif may_be_unmarked or PART_TITLE.fullmatch(line):
                yield from _unmarked_heading(text, paragraph, paragraphs[number + 1])


def _marked_heading(clean_text: CleanText, paragraph: Span) -> Heading | None:
    text = clean_text.text
    underline = UNDERLINE.match(clean_text.source, clean_text.offsets[paragraph.end - 1] + 1)
    if underline is not None and paragraph.length <= ALONE_LIMIT:
        depth = UNDERLINE_DEPTHS[underline["line"][0]]
        heading = text[paragraph.start : paragraph.end].strip()
        return Heading(f"hash{depth}", 0, "", heading, paragraph, depth)
    for marker in MARKERS:
        match = marker.pattern.match(text, paragraph.start, paragraph.end)
        if match is not None:
            return _read_heading(text, paragraph, marker, match)
    return None


def _read_heading(
    text: str, paragraph: Span, marker: Marker, match: re.Match[str]
) -> Heading | None:
    end = _heading_end(text, match.end(), paragraph.end, marker)
    if end is None or _counts_on(text, paragraph, marker, match):
        return None
    ordinal = match.group().strip()
    written = match.groupdict().get("n") or ""
    depth = _depth(marker.family, written)
    number = ordinal_value(written.rpartition(".")[2]) or 0
    heading = text[match.end() : end].strip().rstrip("。：:；;")
    rank = depth if marker.family == "hash" else marker.rank
    family = f"{marker.family}{depth or ''}"
    return Heading(family, number, ordinal, heading, Span(paragraph.start, end), rank)


def _counts_on(text: str, paragraph: Span, marker: Marker, match: re.Match[str]) -> bool:
    """Whether the next point follows in the same paragraph, so that none of them heads it."""
    if marker.family not in BULLET_FAMILIES or not match.groupdict().get("n"):
        return False
    number = ordinal_value(match["n"])
    return any(
        ordinal_value(point["n"]) == (number or 0) + 1
        for stop in POINT_START.finditer(text, match.end(), paragraph.end)
        if (point := marker.pattern.match(text, stop.end(), paragraph.end))
    )


def _depth(family: str, written: str) -> int:
    """How deep an ordinal that shows its own depth stands (### is 3, 1.2 is 2), otherwise 0."""
    return {"hash": len(written), "dotted": written.count(".") + 1}.get(family, 0)


def _heading_end(text: str, start: int, limit: int, marker: Marker) -> int | None:
    """Where the heading ends, or None when the paragraph is text that starts with a number."""
    if marker.family == "hash":
        return limit
    stop = SENTENCE_END.search(text, start, limit)
    first = stop.end() if stop is not None else limit
    is_alone = first == limit
    if marker.family == "article":
        return start if not is_alone or stop is not None else limit
    if is_alone and limit - start <= (ALONE_LIMIT if stop is None else RUN_IN_LIMIT):
        return limit
    if is_alone or marker.must_stand_alone:
        return None if marker.must_stand_alone or marker.rank is None else start
    return first if first - start <= RUN_IN_LIMIT else None


def _unmarked_heading(text: str, paragraph: Span, following: Span) -> Iterator[Heading]:
    """The heading that a line without an ordinal is, if it looks like one."""
    line = text[paragraph.start : paragraph.end]
    limit = ALONE_LIMIT if _is_latin(line) else UNMARKED_LIMIT
    looks_like_text = SENTENCE_END.search(line) or line[-1] in "，,；;、—-" or len(line) > limit
    if looks_like_text or SALUTATION.match(line) or not _starts_like_heading(line):
        return
    if following.length > paragraph.length:
        yield Heading("unmarked", 0, "", line.strip(), paragraph, None)


def _starts_like_heading(line: str) -> bool:
    first = line.lstrip("“")[:1]
    return len(line) > 1 and (first.isupper() or first.isdigit() or "一" <= first <= "鿿")


def _is_latin(text: str) -> bool:
    sample = text[:4000]
    return sum("一" <= char <= "鿿" for char in sample) * 4 < len(sample)


def _drop_stray_numbers(headings: Iterable[Heading | None]) -> list[Heading | None]:
    """Without the plain numbers that no heading before them leads up to: they are list text."""
    kept: list[Heading | None] = []
    last: dict[str, int] = {}
    for heading in headings:
        is_stray = (
            heading is not None
            and heading.family in ("digit", "upper")
            and heading.number not in (1, last.get(heading.family, 0) + 1)
        )
        kept.append(None if is_stray else heading)
        if heading is not None and not is_stray:
            last[heading.family] = heading.number
    return kept
