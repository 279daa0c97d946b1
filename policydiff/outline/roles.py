"""Roles: what each section is for, by its heading, its place and its text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from policydiff.lexicon.actions import find_verb
from policydiff.lexicon.headings import AIMING, ROLE_CUES, TOPIC, TURN, ordinal_value
from policydiff.model import CleanText, Role, Section

MIN_LEAD_CHARACTERS = 120
"""A text before the first plan section shorter than this is a title and a greeting, no review."""

_DASHES = "—―─-"
"""How a bullet opens, which goes with the text it stands in, however short it is."""

_BACKWARD = (Role.REVIEW, Role.OTHER)


def with_roles(
    sections: tuple[Section, ...], clean_text: CleanText, *, is_report: bool
) -> tuple[Section, ...]:
    """The sections with their roles.

    A chapter has the role its heading names or that of the chapter above it; from
    the first that plans, and from a paragraph that turns to what is to come, the
    rest of a report plans too. A manifesto may plan and look back in any chapter:
    one that is no report has the roles alone that its headings name.
    """
    if not is_report:
        return tuple(_with_named_roles(sections))
    turns = _turning_sections(sections, clean_text)
    given: list[Section] = []
    # Sections by what they are below, and all together: to look through ``given`` again
    # for each of a thousand headings would take minutes.
    seen: dict[int | None, set[Role]] = defaultdict(set)
    everywhere: set[Role] = set()
    has_turned = False
    for index, section in enumerate(sections):
        above = given[section.parent].role if section.parent is not None else Role.OTHER
        role = _role_of(section.heading, above)
        if section.parent is None and role is Role.REVIEW:
            has_turned = False
        if (role in _BACKWARD and has_turned) or (
            role is Role.OTHER
            and (Role.PLAN in everywhere or _follows_review(section, seen[section.parent]))
        ):
            role = Role.PLAN
        has_turned = has_turned or (role in _BACKWARD and index in turns)
        given.append(replace(section, role=role))
        seen[section.parent].add(role)
        everywhere.add(role)
    return tuple(_with_leading_review(_with_second_count(given)))


def _with_named_roles(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Each section with the role its own heading names."""
    for section in sections:
        yield replace(section, role=_role_of(section.heading, Role.OTHER))


def _turning_sections(sections: tuple[Section, ...], clean_text: CleanText) -> frozenset[int]:
    """The positions of the sections in whose own text a paragraph turns to what is to come."""
    starts = [section.span.start for section in sections]
    return frozenset(
        bisect_right(starts, clean_text.offsets[paragraph.start]) - 1
        for paragraph in clean_text.paragraphs()
        if TURN.match(clean_text.text, paragraph.start, paragraph.end)
    )


def _follows_review(section: Section, beside: set[Role]) -> bool:
    """Whether a chapter that names no role, behind a review beside it, says what is to be done."""
    return Role.REVIEW in beside and _states_aim(section.heading)


def _states_aim(heading: str) -> bool:
    """Whether a heading says what is to be done rather than what its section is about."""
    if TOPIC.match(heading):
        return False
    return AIMING.match(heading) is not None or find_verb(heading) is not None


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
        if index < first or section.role is not Role.OTHER
        else replace(section, role=Role.REVIEW if index < second else Role.PLAN)
        for index, section in enumerate(sections)
    ]


def _role_of(heading: str, above: Role) -> Role:
    for cue in ROLE_CUES:
        if above not in cue.below or not cue.pattern.search(heading):
            continue
        if cue.role != Role.SITUATION or not _states_aim(heading):
            return Role(cue.role)
    return above


def _with_leading_review(sections: list[Section]) -> Iterator[Section]:
    """Call what stands before the first plan section the review, if no heading does."""
    roles = [section.role for section in sections]
    first_plan = roles.index(Role.PLAN) if Role.PLAN in roles else 0
    has_review = Role.REVIEW in roles[:first_plan]
    for index, section in enumerate(sections):
        is_lead = index < first_plan and not has_review and section.role is Role.OTHER
        is_bullet = section.ordinal[:1] in _DASHES and section.ordinal != ""
        if is_lead and (is_bullet or section.span.length >= MIN_LEAD_CHARACTERS):
            yield replace(section, role=Role.REVIEW)
        else:
            yield section
