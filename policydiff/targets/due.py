"""Due times: whether a figure is for its document's own year, or for a longer plan."""

import re

from policydiff.model import Document, Target
from policydiff.targets.periods import last_period

_ANY_YEAR = re.compile(r"20\d\d")
_YEAR = re.compile(r"(20\d\d)年")
_LATER = "later"


def due_year(document: Document, target: Target) -> str:
    """The year a figure is due, empty for the document's own."""
    year = _ANY_YEAR.search(target.deadline)
    if year is None:
        return target.deadline
    return "" if year.group() == str(document.year) else year.group()


def is_for_own_year(document: Document, target: Target) -> bool:
    """Whether a target is due in the year its document plans, not by the end of a longer plan.

    The time named last before it decides: in its paragraph, or else in the
    headings it stands under, from the nearest up.
    """
    if due_year(document, target):
        return False
    item = document.items[target.item]
    paragraph = document.text.rfind("\n", 0, item.span.start) + 1
    words = [document.text[paragraph : target.span.start]]
    section: int | None = item.section
    while section is not None:
        words.append(document.sections[section].heading)
        section = document.sections[section].parent
    periods = (last_period(_without_other_years(text, document.year)) for text in words)
    return not next((period for period in periods if period is not None), "")


def due_times(document: Document) -> tuple[str, ...]:
    """When each of a document's targets is due: empty for its own year, else a year or words."""
    return tuple(
        "" if is_for_own_year(document, target) else due_year(document, target) or _LATER
        for target in document.targets
    )


def are_due_alike(old: Document, new: Document, old_due: str, new_due: str) -> bool:
    """Whether both are for a later time, or both for one year's work."""
    if bool(old_due) == bool(new_due):
        return True
    return (old_due or str(old.year)) == (new_due or str(new.year))


def _without_other_years(text: str, year: int | None) -> str:
    """The text without 2030年 and its like, which do not say that a figure is for this year."""
    return _YEAR.sub(lambda found: found.group() if found.group(1) == str(year) else "", text)
