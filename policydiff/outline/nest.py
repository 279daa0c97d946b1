"""Nesting: headings to sections, each below the one it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from policydiff.lexicon.headings import BULLET_FAMILIES, FAMILY_ORDER, LIST_FAMILIES, TITLE
from policydiff.model import CleanText, Role, Section, Span
from policydiff.outline.heading import Heading


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that still has text below it."""

    heading: Heading
    index: int
    goes_on: bool
    returns: bool


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
    returning = _returning(headings)
    nested: set[tuple[str, str]] = set()
    for index, heading in enumerate(headings, start=int(has_lead)):
        stack = _ancestors(stack, heading, nested)
        nested.update((entry.heading.family, heading.family) for entry in stack[-1:])
        parent = stack[-1].index if stack else None
        place = index - has_lead
        stack.append(_Open(heading, index, going_on[place], returning[place]))
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


def _returning(headings: Sequence[Heading]) -> list[bool]:
    """Of each heading, whether its family goes on where it left off, after another list of it."""
    families: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        families.setdefault(heading.family, []).append(index)
    returning = [False] * len(headings)
    for indexes in families.values():
        numbers = [headings[index].number for index in indexes]
        resumed = {
            number: place
            for place, (before, number) in enumerate(pairwise(numbers), start=1)
            if before not in (number - 1, number - 2)
        }
        for place, index in enumerate(indexes):
            is_restarted = numbers[place + 1 : place + 2] == [1]
            returning[index] = is_restarted and resumed.get(numbers[place] + 1, 0) > place + 1
    return returning


def _source_bounds(clean_text: CleanText, starts: list[int], *, has_lead: bool) -> list[Span]:
    cuts = [clean_text.offsets[start] for start in starts]
    if has_lead:
        cuts.insert(0, clean_text.offsets[0])
    ends = [*cuts[1:], clean_text.offsets[-1] + 1]
    return [Span(start, end) for start, end in zip(cuts, ends, strict=True)]


def _ancestors(stack: list[_Open], heading: Heading, nested: set[tuple[str, str]]) -> list[_Open]:
    """The open headings that stay open above a new one; ``nested`` is what stood below what."""
    if heading.rank is not None:
        return _above_ranked(stack, heading.rank)
    same = [place for place, entry in enumerate(stack) if entry.heading.family == heading.family]
    if same:
        return _above_same(stack, heading, same)
    if heading.family == "unmarked":
        return _above_part(stack)
    if heading.family == "line":
        return list(takewhile(_is_no_point, stack))
    kept = list(stack)
    while (
        kept
        and (kept[-1].heading.family, heading.family) not in nested
        and _must_close(kept[-1], heading)
    ):
        kept.pop()
    return kept


def _above_ranked(stack: list[_Open], rank: int) -> list[_Open]:
    """What outranks a heading, and the unmarked one whose place a rank was left free for."""
    kept = [entry for entry in stack if _outranks(entry.heading, rank)]
    has_gap = kept and rank - (kept[-1].heading.rank or 0) > 1
    last = stack[len(kept) : len(kept) + 1]
    return [*kept, *last] if has_gap and last and last[0].heading.family == "unmarked" else kept


def _above_same(stack: list[_Open], heading: Heading, same: list[int]) -> list[_Open]:
    """What stays open above a heading of a family that is open in these places.

    A first one stands below the open one where that one's list goes on later, or
    where it only names what its part is for; any other goes on with the list that it counts on.
    """
    last = stack[same[-1]]
    if heading.number == 1 and last.heading.number > 1 and last.heading.family in LIST_FAMILIES:
        if last.returns:
            return stack
        if TITLE.match(last.heading.text):
            return stack[: same[-1] + 1]
    counted = (place for place in reversed(same) if _counts_to(stack[place], heading, 1))
    below = (place for place in reversed(same) if _counts_to(stack[place], heading))
    return stack[: next(counted, next(below, same[0] if heading.number > 1 else same[-1]))]


def _counts_to(above: _Open, heading: Heading, step: int | None = None) -> bool:
    """Whether a heading's number follows that of an open one, by a step or at all."""
    distance = heading.number - above.heading.number
    return distance > 0 if step is None else distance == step


def _above_part(stack: list[_Open]) -> list[_Open]:
    """What stays open above the name of a part: marks that show their rank, and lists that go on.

    In a text in letters the lists are text.
    """
    going_on = [
        place
        for place, entry in enumerate(stack)
        if entry.goes_on and entry.heading.family in LIST_FAMILIES
    ]
    if going_on:
        return stack[: going_on[-1] + 1]
    return [entry for entry in stack if entry.heading.rank is not None]


def _is_no_point(entry: _Open) -> bool:
    return entry.heading.family == "unmarked" or entry.heading.family not in BULLET_FAMILIES


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
