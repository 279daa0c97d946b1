"""Measures what links say changed, or came out, against what hand-made links say.

Only links that a sure hand-made one confirms are judged, so that the figures
do not repeat those of the links. The bundled example names every change of a
link; the pairs of the corpus name the one that tells most, so that of the
program's changes the most telling counts there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policydiff.model import Change, Link, LinkType, ReportOutcome
from tests.accuracy.measure import Score, hits
from tests.accuracy.pairs import Gold, GoldLink

_SAME_CLASS = {
    "up": Change.RAISED,
    "down": Change.LOWERED,
    Change.TIGHTENED: Change.RAISED,
    Change.LOOSENED: Change.LOWERED,
}
"""The corpus does not tell a firmer or a higher figure apart, nor a looser or a lower one."""

_TELLING_ORDER = (
    Change.RAISED,
    Change.LOWERED,
    Change.PROGRESSED,
    Change.BROADENED,
    Change.NARROWED,
    Change.REWORDED,
    Change.VERBATIM,
)

CLASSES: dict[LinkType, tuple[str, ...]] = {
    LinkType.CARRY: tuple(Change),
    LinkType.REPORT: tuple(ReportOutcome),
}


class Told(NamedTuple):
    """What a hand-made link says, and what the links that meet it say."""

    true: frozenset[str]
    said: frozenset[str]


def told(gold: Gold, links: Sequence[Link], link_type: LinkType) -> Iterator[Told]:
    """What is said of each sure hand-made link that was found."""
    for true in gold["links"]:
        met = [link for link in links if hits(link, true)]
        if true["sure"] and true["type"] == link_type and met:
            said = frozenset(word for link in met for word in _said(link))
            yield _told(true, said)


def _said(link: Link) -> tuple[str, ...]:
    if link.type is LinkType.REPORT:
        return (link.outcome,) if link.outcome else ()
    return link.changes


def _told(true: GoldLink, said: frozenset[str]) -> Told:
    if "changes" in true:
        return Told(frozenset(true["changes"]), said)
    change = true.get("change", "")
    if true["type"] == LinkType.REPORT:
        return Told(frozenset({change}), said)
    same = {_SAME_CLASS.get(word, word) for word in said}
    main = next((word for word in _TELLING_ORDER if word in same), Change.REWORDED)
    return Told(frozenset({_SAME_CLASS.get(change, change)}), frozenset({main}))


def score_classes(answers: Iterable[Told], link_type: LinkType) -> dict[str, Score]:
    """Precision and recall of each class, for those that occur."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for answer in answers:
        right.update(answer.true & answer.said)
        said.update(answer.said)
        true.update(answer.true)
    return {
        name: Score(right[name], said[name], right[name], true[name])
        for name in CLASSES[link_type]
        if true[name]
    }
