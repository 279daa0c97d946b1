"""The outline: clean text to sections, each with its level and its role.

Levels come from nesting and from whether ordinals go on: a way of numbering
that is already open closes everything below it, a new one starting at its
first ordinal opens below. Only where the start is missing (a text that begins
in the middle) does the usual order of the families decide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policydiff.lexicon.headings import (
    ALONE_LIMIT,
    BULLET_FAMILIES,
    FAMILY_ORDER,
    MARKERS,
    PART_TITLE,
    POINT_START,
    ROLE_CUES,
    RUN_IN_LIMIT,
    SALUTATION,
    SENTENCE_END,
    UNDERLINE,
    UNDERLINE_DEPTHS,
    UNMARKED_LIMIT,
    Marker,
    ordinal_value,
)
from policydiff.model import CleanText, Role, Section, Span

MIN_LEAD_CHARACTERS = 120
"""A text before the first plan section shorter than this is a title and a greeting, no review."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading found, in clean coordinates, before its place in the tree is known."""

    family: str
    number: int
    ordinal: str
    text: str
    span: Span
    rank: int | None


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that still has text below it."""

    heading: _Heading
    index: int
    goes_on: bool


def outline(clean_text: CleanText) -> tuple[Section, ...]:
    """The sections of a text in order; together they hold every clean character once.

    The text before the first heading is a section of level 1 without heading.
    The sections of a law have no role: its chapters on planning plan nothing.
    """
    headings = tuple(_find_headings(clean_text))
    sections = tuple(_nest(headings, clean_text))
    is_law = any(heading.family == "article" for heading in headings)
    return sections if is_law else _with_roles(sections)


def _find_headings(clean_text: CleanText) -> Iterator[_Heading]:
    text = clean_text.text
    paragraphs = tuple(clean_text.paragraphs())
    marked = [_marked_heading(clean_text, paragraph) for paragraph in paragraphs]
    continued = _drop_stray_numbers(marked)
    may_be_unmarked = _is_latin(text) if any(continued) else True
    for number, (paragraph, heading) in enumerate(zip(paragraphs, continued, strict=True)):
        if heading is not None:
            yield heading
        elif 0 < number < len(paragraphs) - 1 and (
            may_be_unmarked or PART_TITLE.fullmatch(text[paragraph.start : paragraph.end].strip())
        ):
            unmarked = _unmarked_heading(text, paragraph, paragraphs[number + 1])
            if unmarked is not None:
                yield unmarked


def _marked_heading(clean_text: CleanText, paragraph: Span) -> _Heading | None:
    text = clean_text.text
    underline = UNDERLINE.match(clean_text.source, clean_text.offsets[paragraph.end - 1] + 1)
    if underline is not None and paragraph.length <= ALONE_LIMIT:
        depth = UNDERLINE_DEPTHS[underline["line"][0]]
        heading = text[paragraph.start : paragraph.end].strip()
        return _Heading(f"hash{depth}", 0, "", heading, paragraph, depth)
    for marker in MARKERS:
        match = marker.pattern.match(text, paragraph.start, paragraph.end)
        if match is not None:
            return _read_heading(text, paragraph, marker, match)
    return None


def _read_heading(
    text: str, paragraph: Span, marker: Marker, match: re.Match[str]
) -> _Heading | None:
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
    return _Heading(family, number, ordinal, heading, Span(paragraph.start, end), rank)


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


def _unmarked_heading(text: str, paragraph: Span, following: Span) -> _Heading | None:
    line = text[paragraph.start : paragraph.end]
    limit = ALONE_LIMIT if _is_latin(line) else UNMARKED_LIMIT
    looks_like_text = SENTENCE_END.search(line) or line[-1] in "，,；;、—-" or len(line) > limit
    if looks_like_text or SALUTATION.match(line) or not _starts_like_heading(line):
        return None
    if following.length <= paragraph.length:
        return None
    return _Heading("unmarked", 0, "", line.strip(), paragraph, None)


def _starts_like_heading(line: str) -> bool:
    return len(line) > 1 and (line[0].isupper() or line[0].isdigit() or "一" <= line[0] <= "鿿")


def _is_latin(text: str) -> bool:
    sample = text[:4000]
    return sum("一" <= char <= "鿿" for char in sample) * 4 < len(sample)


def _drop_stray_numbers(headings: Iterable[_Heading | None]) -> list[_Heading | None]:
    """Without the plain numbers that no heading before them leads up to: they are list text."""
    kept: list[_Heading | None] = []
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


def _nest(headings: tuple[_Heading, ...], clean_text: CleanText) -> Iterator[Section]:
    starts = [heading.span.start for heading in headings]
    has_lead = not starts or bool(clean_text.text[: starts[0]].strip())
    bounds = _source_bounds(clean_text, starts, has_lead=has_lead)
    if has_lead:
        first = bounds[0]
        yield Section(None, 1, "", "", first, Span(first.start, first.start), Role.OTHER)
    stack: list[_Open] = []
    going_on = _going_on(headings)
    nested: set[tuple[str, str]] = set()
    for index, heading in enumerate(headings, start=int(has_lead)):
        stack = _ancestors(stack, heading, nested)
        nested.update((entry.heading.family, heading.family) for entry in stack[-1:])
        parent = stack[-1].index if stack else None
        stack.append(_Open(heading, index, going_on[index - has_lead]))
        heading_span = clean_text.source_span(heading.span.start, heading.span.end)
        yield Section(
            parent,
            len(stack),
            heading.ordinal,
            heading.text,
            bounds[index],
            heading_span,
            Role.OTHER,
        )


def _going_on(headings: Sequence[_Heading]) -> list[bool]:
    """Of each heading, whether the next one of its family bears the next number."""
    following: dict[str, int] = {}
    going_on: list[bool] = []
    for heading in reversed(headings):
        going_on.append(following.get(heading.family) == heading.number + 1)
        following[heading.family] = heading.number
    return going_on[::-1]


def _source_bounds(clean_text: CleanText, starts: list[int], *, has_lead: bool) -> list[Span]:
    cuts = [clean_text.offsets[start] for start in starts]
    if has_lead:
        cuts.insert(0, clean_text.offsets[0])
    ends = [*cuts[1:], clean_text.offsets[-1] + 1]
    return [Span(start, end) for start, end in zip(cuts, ends, strict=True)]


def _ancestors(stack: list[_Open], heading: _Heading, nested: set[tuple[str, str]]) -> list[_Open]:
    """The open headings that stay open above a new one; ``nested`` is what stood below what."""
    if heading.rank is not None:
        return [entry for entry in stack if _outranks(entry.heading, heading.rank)]
    families = [entry.heading.family for entry in stack]
    if heading.family in families:
        return stack[: families.index(heading.family)]
    if heading.family == "unmarked":
        return [entry for entry in stack if entry.heading.rank is not None]
    kept = list(stack)
    while (
        kept
        and (kept[-1].heading.family, heading.family) not in nested
        and _must_close(kept[-1], heading)
    ):
        kept.pop()
    return kept


def _outranks(heading: _Heading, rank: int) -> bool:
    return heading.rank is not None and heading.rank < rank


def _must_close(above: _Open, heading: _Heading) -> bool:
    """Whether a family not yet open cannot stand below the innermost open heading."""
    if above.heading.rank is not None or _weakness(heading) > _weakness(above.heading):
        return False
    is_finished_point = above.heading.family in BULLET_FAMILIES and not above.goes_on
    return heading.number > 1 or is_finished_point


def _weakness(heading: _Heading) -> tuple[int, str]:
    """How far down the usual order a heading's family stands."""
    return FAMILY_ORDER.index(heading.family.rstrip("0123456789")), heading.family


def _with_roles(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    given: list[Section] = []
    for section in sections:
        above = given[section.parent].role if section.parent is not None else Role.OTHER
        role = _role_of(section.heading, above)
        if role is Role.OTHER and any(earlier.role is Role.PLAN for earlier in given):
            role = Role.PLAN
        given.append(replace(section, role=role))
    return tuple(_with_leading_review(_with_second_count(given)))


def _with_second_count(sections: list[Section]) -> list[Section]:
    """Where the top numbering starts over and no heading says why: first the review, then the plan.

    Such a text has lost its chapter headings; what was done is told before what will be.
    """
    tops = [section for section in sections if section.parent is None]
    numbered = [
        section.ordinal for section in tops if ordinal_value(section.ordinal.strip("（）()"))
    ]
    starts = [
        index
        for index, section in enumerate(sections)
        if section.parent is None and numbered and section.ordinal == numbered[0]
    ]
    if len(starts) < 2 or any(section.role is Role.REVIEW for section in tops):
        return sections
    first, second = starts[:2]
    return [
        section
        if index < first
        else replace(section, role=Role.REVIEW)
        if index < second
        else replace(section, role=Role.PLAN if section.role is Role.OTHER else section.role)
        for index, section in enumerate(sections)
    ]


def _role_of(heading: str, above: Role) -> Role:
    for cue in ROLE_CUES:
        if cue.pattern.search(heading) and above in cue.below:
            return Role(cue.role)
    return above


def _with_leading_review(sections: list[Section]) -> Iterator[Section]:
    """Call what stands before the first plan section the review, if no heading does."""
    roles = [section.role for section in sections]
    first_plan = roles.index(Role.PLAN) if Role.PLAN in roles else 0
    has_review = Role.REVIEW in roles[:first_plan]
    for index, section in enumerate(sections):
        is_lead = index < first_plan and not has_review and section.role is Role.OTHER
        if is_lead and section.span.length >= MIN_LEAD_CHARACTERS:
            yield replace(section, role=Role.REVIEW)
        else:
            yield section
