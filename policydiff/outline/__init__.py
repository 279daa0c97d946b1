"""The outline: clean text to sections, each with its level and its role.

Levels come from nesting and from whether ordinals go on: a way of numbering
that is already open closes everything below it, a new one starting at its
first ordinal opens below. Only where the start is missing (a text that begins
in the middle) does the usual order of the families decide.
"""

from policydiff.lexicon.headings import is_addressed
from policydiff.lexicon.lines import is_chinese
from policydiff.model import CleanText, Section
from policydiff.outline.find import find_headings
from policydiff.outline.nest import nest
from policydiff.outline.roles import with_roles

__all__ = ["outline"]


def outline(clean_text: CleanText) -> tuple[Section, ...]:
    """The sections of a text in order; together they hold every clean character once.

    The text before the first heading is a section of level 1 without heading; a text
    of which cleaning left nothing has no section.
    The sections of a law have no role: its chapters on planning plan nothing. Only of a
    report a section's role is also told from where it stands: first what was done, then
    what will be. Any Chinese document may be one; in letters, a speech to an assembly is.
    """
    if not clean_text.text:
        return ()
    headings = tuple(find_headings(clean_text))
    sections = tuple(nest(headings, clean_text))
    is_law = any(heading.family == "article" for heading in headings)
    if is_law:
        return sections
    is_report = is_chinese(clean_text.text) or is_addressed(clean_text.text)
    return with_roles(sections, clean_text, is_report=is_report)
