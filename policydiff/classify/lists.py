"""Whether the list an item holds grew or shrank."""

import re

from rapidfuzz.distance import LCSseq, Postfix

from policydiff.lexicon.actions import VERB_CLASS, VERB_OPENING
from policydiff.lexicon.lists import ASPECTS, LIST_END, LIST_MARK
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Change

HELD = 0.8
"""The share of a member's characters, in their order, by which the other text holds it."""

FOREIGN = 0.5
"""A member of which the other text has no more than this is not in it."""

SHORTEST = 2
"""The least characters of a name of an object."""

_CLAUSE = re.compile("[，：；]")


def list_change(old: str, new: str) -> Change | None:
    """BROADENED if the new text holds all objects of the old and a list with more.

    NARROWED the other way round. Verbs that are joined (加强和改进) and what is
    said of one object (管理和服务) are no lists of objects.
    """
    old, new = QUANTITY.sub("", old), QUANTITY.sub("", new)
    shared = _shared_end(old, new)
    old_lists, new_lists = (_lists(plain[: len(plain) - shared]) for plain in (old, new))
    if _holds_more(new_lists, old_lists, old, new):
        return Change.BROADENED
    if _holds_more(old_lists, new_lists, new, old):
        return Change.NARROWED
    return None


def _shared_end(old: str, new: str) -> int:
    """The length of what both texts say of their last objects; 0 where that is all of one.

    Of a shorter name than 茶业 it leaves more: 竹业、茶业发展 and 竹业、花卉业发展 share 发展.
    """
    shared = Postfix.similarity(old, new)
    rests = [LIST_MARK.split(_object(plain[: len(plain) - shared]))[-1] for plain in (old, new)]
    shortest = min(map(len, rests))
    return max(0, shared - max(0, SHORTEST - shortest)) if shortest else 0


def _holds_more(
    more: list[list[str]], less: list[list[str]], less_text: str, more_text: str
) -> bool:
    """Whether one text lists an object the other lacks, beside one of its own, and lacks none."""
    others = [member for members in less for member in members]
    if any(_share(member, more_text) < HELD for member in others):
        return False
    return any(
        any(_share(member, less_text) >= HELD for member in members)
        and any(_is_foreign(member, less_text, others) for member in members)
        for members in more
        if len(members) > 1
    )


def _is_foreign(member: str, text: str, others: list[str]) -> bool:
    """Whether a text has neither the object nor one that it names more fully."""
    return _share(member, text) <= FOREIGN and not any(other in member for other in others)


def _share(member: str, text: str) -> float:
    return LCSseq.similarity(member, text) / len(member)


def _lists(plain: str) -> list[list[str]]:
    """The objects each clause of a text names."""
    named = (
        [_named(member) for member in LIST_MARK.split(_object(clause))]
        for clause in _CLAUSE.split(plain)
    )
    return [
        [member for member in members if _is_object(member)]
        for members in named
        if "的" not in members[-1]
    ]


def _object(clause: str) -> str:
    """A clause behind the verbs it opens with: 完善和落实就业政策 is about 就业政策."""
    while verb := VERB_OPENING.match(clause):
        clause = clause[verb.end() :]
        joined = LIST_MARK.match(clause)
        clause = clause[joined.end() :] if joined else clause
    return clause


def _named(member: str) -> str:
    return LIST_END.sub("", member)


def _is_object(member: str) -> bool:
    return len(member) >= SHORTEST and member not in VERB_CLASS and not ASPECTS.fullmatch(member)
