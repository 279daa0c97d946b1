"""Nesting: headings to sections, each below the one it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.lexicon.headings import BULLET_FAMILIES, FAMILY_ORDER
from policydiff.model import CleanText, Role, Section, Span
from policydiff.outline.find import Heading


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that still has text below it."""

    heading: Heading
    index: int
    goes_on: bool


def nest(headings: tuple[Heading, ...], clean_text: CleanText) -> Iterator[Section]:
    """The sections under headings, as yet without roles."""
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


def _going_on(headings: Sequence[Heading]) -> list[bool]:
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


def _ancestors(stack: list[_Open], heading: Heading, nested: set[tuple[str, str]]) -> list[_Open]:
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


def _outranks(heading: Heading, rank: int) -> bool:
    return heading.rank is not None and heading.rank < rank


def _must_close(above: _Open, heading: Heading) -> bool:
    """Whether a family not yet open cannot stand below the innermost open heading."""
    if above.heading.rank is not None or _weakness(heading) > _weakness(above.heading):
        return False
    is_finished_point = above.heading.family in BULLET_FAMILIES and not above.goes_on
    return heading.number > 1 or is_finished_point


def _weakness(heading: Heading) -> tuple[int, str]:
    """How far down the usual order a heading's family stands."""
    return FAMILY_ORDER.index(heading.family.rstrip("0123456789")), heading.family
