"""Whether the list an item holds grew or shrank."""

from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix, Prefix

from policydiff.lexicon.actions import find_verb
from policydiff.lexicon.lists import LIST_MARK
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Change

SAME_MEMBER = 70
"""Members of two lists at least this alike, of 100, are one."""


def list_change(old: str, new: str) -> Change | None:
    """BROADENED if the new list holds all of the old and more, NARROWED the other way round."""
    old_members, new_members = _members(*_differing(old, new))
    if _holds_more(new_members, old_members):
        return Change.BROADENED
    if _holds_more(old_members, new_members):
        return Change.NARROWED
    return None


def _differing(old: str, new: str) -> tuple[str, str]:
    """What lies between the beginning and the end that the two objects share."""
    old, new = _object(old), _object(new)
    start = Prefix.similarity(old, new)
    old, new = old[start:], new[start:]
    end = Postfix.similarity(old, new)
    return old[: len(old) - end], new[: len(new) - end]


def _object(plain: str) -> str:
    """An item without its verb and its figures."""
    _, end = find_verb(plain) or (0, 0)
    return QUANTITY.sub("", plain[end:])


def _members(old: str, new: str) -> tuple[list[str], list[str]]:
    """The members of both lists; none where a whole clause came or went, or no list shows."""
    if "，" in old + new or not LIST_MARK.search(old + new):
        return [], []
    return (
        [member for member in LIST_MARK.split(old) if member],
        [member for member in LIST_MARK.split(new) if member],
    )


def _holds_more(more: list[str], less: list[str]) -> bool:
    matched = {
        index
        for member in less
        for index, other in enumerate(more)
        if fuzz.ratio(member, other) >= SAME_MEMBER
    }
    return len(matched) < len(more) and all(
        any(fuzz.ratio(member, other) >= SAME_MEMBER for other in more) for member in less
    )
