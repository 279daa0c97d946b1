"""The line-up: which documents of a series are followed, in which order, and what is compared."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from policydiff.commitments import LeftOut, Lineup
from policydiff.lexicon.distinctions import GOVERNMENT, LARGER_PLAN, LARGER_PLAN_YEARS
from policydiff.lexicon.places import RANKS
from policydiff.model import Document

NO_YEAR = "no year is known"


def line_up(series: str, documents: Iterable[Document], *, with_others: bool = False) -> Lineup:
    """The documents in order of their years, those of other issuers left out unless asked for.

    A place that was made a district stays the same issuer: 柳湾县 is 柳湾区.
    """
    known = sorted(documents, key=_order)
    dated = [document for document in known if document.year is not None]
    own = _own_issuer(series, dated)
    followed = [each for each in dated if with_others or _is_own(each, own)]
    return Lineup(
        series=series,
        documents=tuple(followed),
        slots=tuple(_slots(followed)),
        spans=tuple(_span(document) for document in followed),
        left_out=tuple(
            LeftOut(each, NO_YEAR if each.year is None else f"other issuer: {each.issuer}")
            for each in known
            if each.year is None or not (with_others or _is_own(each, own))
        ),
    )


def neighbours(lineup: Lineup) -> tuple[tuple[int, int], ...]:
    """The pairs of positions to compare, in order of the newer document.

    A document is compared with all of the year before it and with the earlier
    ones of its own year; and with the last one that spoke for as many years.
    """
    pairs = [
        (old, new)
        for new in range(len(lineup.documents))
        for old in range(new)
        if lineup.slots[new] - lineup.slots[old] <= 1 or _is_last_of_its_kind(lineup, old, new)
    ]
    return tuple(pairs)


def _order(document: Document) -> tuple[int, int, str, str]:
    return (document.year or 0, -_span(document), document.date, document.label)


def _slots(documents: Sequence[Document]) -> list[int]:
    slots = [0] if documents else []
    for before, after in pairwise(documents):
        slots.append(slots[-1] + (after.year != before.year))
    return slots


def _span(document: Document) -> int:
    return LARGER_PLAN_YEARS if LARGER_PLAN.search(document.title) else 1


def _is_last_of_its_kind(lineup: Lineup, old: int, new: int) -> bool:
    between = lineup.spans[old + 1 : new]
    return lineup.spans[old] == lineup.spans[new] and lineup.spans[new] not in between


def _own_issuer(series: str, documents: Sequence[Document]) -> str:
    """The place the series is named after, else the one most of its documents are from."""
    places = [_place(document.issuer) for document in documents if document.issuer]
    if not places:
        return ""
    if _place(series) in places:
        return _place(series)
    ((most, _),) = Counter(places).most_common(1)
    return most


def _is_own(document: Document, own: str) -> bool:
    return not document.issuer or not own or _place(document.issuer) == own


def _place(issuer: str) -> str:
    name = GOVERNMENT.sub("", issuer)
    return next((name.removesuffix(rank) for rank in RANKS if name.endswith(rank)), name) or name
