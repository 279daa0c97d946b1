"""Headings: which paragraphs of a text head a section, and with which words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from policydiff.lexicon.furniture import GLOSSARY
from policydiff.lexicon.headings import (
    ALONE_LIMIT,
    BARE_DATE,
    BULLET_FAMILIES,
    INTRODUCED_FAMILIES,
    LIST_FAMILIES,
    MARKERS,
    NOTE_FAMILIES,
    POINT_START,
    RUN_IN_LIMIT,
    SENTENCE_END,
    TEXT_FAMILIES,
    UNDERLINE,
    UNDERLINE_DEPTHS,
    Marker,
    ordinal_value,
)
from policydiff.model import CleanText, Span
from policydiff.outline.heading import Heading
from policydiff.outline.unmarked import Unmarked


def find_headings(clean_text: CleanText) -> Iterator[Heading]:
    """The headings of a text in order."""
    text = clean_text.text
    paragraphs = tuple(clean_text.paragraphs())
    marked = [_marked_heading(clean_text, paragraph) for paragraph in paragraphs]
    is_law = any(heading and heading.family == "article" for heading in marked)
    points = frozenset() if is_law else _list_points(text, paragraphs, marked)
    continued = _drop_stray_numbers(
        None if number in points else heading for number, heading in enumerate(marked)
    )
    unmarked = Unmarked(clean_text, paragraphs, continued)
    is_glossary = False
    for number, heading in enumerate(continued):
        if heading is not None:
            if not (is_glossary and heading.family.rstrip("0123456789") in NOTE_FAMILIES):
                yield heading
        elif marked[number] is None and number not in points and unmarked.may_head(number):
            found = unmarked.heading(number)
            if found is not None:
                is_glossary = is_glossary or GLOSSARY.fullmatch(found.text) is not None
                yield found


def _list_points(
    text: str, paragraphs: Sequence[Span], marked: Sequence[Heading | None]
) -> frozenset[int]:
    """The paragraphs that number points: behind a colon, closed by semicolons, or mostly text."""
    points: set[int] = set()
    for marker in MARKERS:
        if marker.family not in LIST_FAMILIES | TEXT_FAMILIES | INTRODUCED_FAMILIES:
            continue
        for run in _runs(marker, text, paragraphs):
            is_closed = marker.family in LIST_FAMILIES and any(
                text[paragraphs[number].end - 1] in "；;" for number in run
            )
            is_introduced = marker.family in INTRODUCED_FAMILIES and _is_introduced(
                text, paragraphs, run
            )
            texts = sum(marked[number] is None for number in run)
            if (
                is_closed
                or is_introduced
                or (marker.family in TEXT_FAMILIES and 2 * texts > len(run))
            ):
                points.update(run)
    return frozenset(points)


def _is_introduced(text: str, paragraphs: Sequence[Span], run: Sequence[int]) -> bool:
    """Whether several points stand behind a paragraph that closes with a colon."""
    return len(run) > 1 and run[0] > 0 and text[paragraphs[run[0] - 1].end - 1] in ":："


def _runs(marker: Marker, text: str, paragraphs: Sequence[Span]) -> Iterator[list[int]]:
    """The paragraphs next to each other whose ordinals count on."""
    run: list[int] = []
    last = 0
    for number, paragraph in enumerate(paragraphs):
        match = marker.pattern.match(text, paragraph.start, paragraph.end)
        value = (ordinal_value(match["n"]) or 0) if match else 0
        if run and value != last + 1:
            yield run
            run = []
        if value:
            run.append(number)
        last = value
    yield run


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
    if marker.family == "hash" and BARE_DATE.fullmatch(heading):
        return None
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
