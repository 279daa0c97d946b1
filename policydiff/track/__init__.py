"""Tracking: the commitments of a series, each followed through all of its documents.

The documents are gone through in order. An item goes on from a commitment of
the documents before it when their comparison links the two, or when the two
wordings are much alike; else it introduces a commitment of its own.
"""

from collections.abc import Iterator
from hashlib import sha256

from policydiff.commitments import (
    Commitment,
    Lineup,
    Place,
    Rulings,
    Standing,
    Step,
    Tracking,
)
from policydiff.lexicon.distinctions import SLOGAN
from policydiff.lexicon.stock import is_set_phrase
from policydiff.track.bridges import Memory
from policydiff.track.lineup import line_up, neighbours
from policydiff.track.results import Reports
from policydiff.track.threads import Comparisons, Loom, Thread
from policydiff.track.years import Calendar

__all__ = ["is_continued", "line_up", "neighbours", "track"]

_ENDS = frozenset({Standing.COMPLETED, Standing.DROPPED})

ID_LENGTH = 10
"""Hexadecimal digits: a library of a million commitments hardly holds two alike."""


def track(
    lineup: Lineup,
    comparisons: Comparisons,
    rulings: Rulings | None = None,
    known: Tracking | None = None,
) -> Tracking:
    """The commitments of a series, in the order in which they first stand.

    ``comparisons`` are those of ``neighbours(lineup)``, by positions; rulings
    win over them. ``known`` is the tracking of the first documents of the
    line-up, if there is one: what it says of them is not worked out again.
    """
    threads = _threads(lineup, comparisons, rulings or Rulings(), known)
    ids = _ids(lineup, threads)
    reports, calendar = Reports(lineup, comparisons), Calendar(lineup, comparisons)
    ended = {each.commitment_id: each for each in _ended(lineup, known)}

    def told(thread: Thread) -> Commitment:
        former = ended.get(ids[id(thread)])
        if former is not None and len(former.places) == len(thread.places):
            return former
        return _commitment(lineup, thread, ids, reports, calendar)

    return Tracking(lineup, tuple(map(told, threads)))


def is_continued(known: Lineup, lineup: Lineup) -> bool:
    """Whether a line-up has the documents of a known one and later ones."""
    count = len(known.documents)
    return known.slots == lineup.slots[:count] and known.documents == lineup.documents[:count]


def _threads(
    lineup: Lineup, comparisons: Comparisons, rulings: Rulings, known: Tracking | None
) -> list[Thread]:
    loom = Loom(lineup, rulings)
    memory = Memory(loom.weights)
    done = 0
    if known is not None:
        loom.resume(known)
        memory.learn(loom.threads)
        done = len(known.lineup.documents)
    for position, document in enumerate(lineup.documents):
        loom.weights.see(item for item in document.items if item.kind.is_forward)
        if position < done:
            continue
        links = loom.links_into(position, comparisons)
        loom.weave(links)
        loom.weave(memory.bridges(loom.unclaimed(position), lineup.slots[position]))
        loom.share(links)
        loom.begin(position, links)
        memory.learn(loom.threads)
    return loom.threads


def _ended(lineup: Lineup, known: Tracking | None) -> Iterator[Commitment]:
    """The commitments known that had ended, of whom no later document can tell anything."""
    if known is None or len(known.lineup.documents) == len(lineup.documents):
        return
    newest = lineup.slots[len(known.lineup.documents)]
    for commitment in known.commitments:
        last = commitment.years[-1]
        if last.standing in _ENDS and lineup.slots[last.document] < newest:
            yield commitment


def _ids(lineup: Lineup, threads: list[Thread]) -> dict[int, str]:
    """An id for each thread, by the thread's ``id()``, that rests on where it began alone."""
    ids: dict[int, str] = {}
    seen: dict[tuple[str, str], int] = {}
    for thread in threads:
        label = lineup.documents[thread.places[0].document].label
        origin = label, thread.wordings[0].letters
        seen[origin] = seen.get(origin, 0) + 1
        words = "\0".join((lineup.series, *origin, str(seen[origin])))
        ids[id(thread)] = sha256(words.encode()).hexdigest()[:ID_LENGTH]
    return ids


def _commitment(
    lineup: Lineup, thread: Thread, ids: dict[int, str], reports: Reports, calendar: Calendar
) -> Commitment:
    places = sorted(thread.places)
    told = tuple(reports.on(place) for place in places)
    return Commitment(
        commitment_id=ids[id(thread)],
        name=_plain(lineup, places[0]),
        places=tuple(places),
        steps=tuple(sorted(thread.steps, key=_in_order)),
        years=tuple(calendar.years(thread, told[-1])),
        reports=told,
        likeness=thread.likeness,
        shared=tuple(sorted(thread.shared)),
        merged_into=ids[id(thread.shares)] if thread.shares else "",
        split_from=ids[id(thread.split_from)] if thread.split_from else "",
        cut_from=ids[id(thread.cut_from)] if thread.cut_from else "",
        is_set_phrase=all(_is_phrase(_plain(lineup, place)) for place in places),
    )


def _is_phrase(plain: str) -> bool:
    return is_set_phrase(plain) or SLOGAN.search(plain) is not None


def _plain(lineup: Lineup, place: Place) -> str:
    return lineup.documents[place.document].items[place.item].plain


def _in_order(step: Step) -> tuple[Place, Place]:
    return step.new, step.old
