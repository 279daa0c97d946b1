"""Measures commitments followed over four years: ``python -m tests.accuracy.measure_threads``.

Two clauses of different years that one commitment holds are a pair. Pairs of
the tracking are held against the pairs of the example's hand-made threads. A
pair that touches a heading, or of which the truth is not sure, counts neither
way. A commitment that goes over into another one, or began as a part of one,
has that one's clauses too.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from policydiff.commitments import Commitment, Place, Tracking
from policydiff.follow import track_documents
from policydiff.model import Span
from tests.accuracy.example import EXAMPLES, example_document, example_pairs, find_quote
from tests.accuracy.measure import Score
from tests.accuracy.pairs import meets

LABELS = ("2019", "2020", "2021", "2022")

Quote = tuple[str, Span]
"""A label, and where a clause of that document stands."""

Pair = tuple[Quote, Quote]


@cache
def example_tracking() -> Tracking:
    """The commitments of the example."""
    return track_documents("澜川市", [example_document(label) for label in LABELS])


def true_pairs() -> frozenset[Pair]:
    """The pairs of clauses of different years in one hand-made thread."""
    threads = json.loads((EXAMPLES / "truth" / "threads.json").read_text(encoding="utf-8"))
    return frozenset(
        pair
        for thread in threads
        for pair in combinations(sorted(map(_quote, thread["lines"])), 2)
        if pair[0][0] != pair[1][0]
    )


def said_pairs(tracking: Tracking) -> frozenset[Pair]:
    """The pairs of clauses of different years that one commitment holds."""
    known = {each.commitment_id: each for each in tracking.commitments}
    return frozenset(
        (_stands(tracking, old), _stands(tracking, new))
        for commitment in tracking.commitments
        for old, new in combinations(sorted(_places(commitment, known)), 2)
        if old.document != new.document
    )


def measure_threads() -> Score:
    """How well the tracking's pairs meet the true ones."""
    truth, unsure, headings = true_pairs(), _unsure(), _headings()
    by_labels: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in truth:
        by_labels[pair[0][0], pair[1][0]].append(pair)
    right = given = 0
    found: set[Pair] = set()
    for old, new in said_pairs(example_tracking()):
        if any(side[1].overlap(heading) for side in (old, new) for heading in headings[side[0]]):
            continue
        met = [pair for pair in by_labels[old[0], new[0]] if _meets((old, new), pair)]
        found.update(met)
        if not met or not unsure.issuperset(met):
            right, given = right + bool(met), given + 1
    sure = truth - unsure
    return Score(right, given, len(found & sure), len(sure))


def _quote(line: dict[str, str]) -> Quote:
    return line["label"], find_quote(example_document(line["label"]).text, line["quote"])


def _stands(tracking: Tracking, place: Place) -> Quote:
    document = tracking.lineup.documents[place.document]
    return document.label, document.items[place.item].span


def _places(commitment: Commitment, known: dict[str, Commitment]) -> set[Place]:
    places = set(commitment.places)
    if commitment.merged_into:
        later = known[commitment.merged_into].places
        places |= {place for place in later if place >= commitment.places[-1]}
    if commitment.split_from:
        earlier = known[commitment.split_from].places
        places |= {place for place in earlier if place <= commitment.steps[0].old}
    return places


def _meets(said: Pair, true: Pair) -> bool:
    return all(meets(ours[1], theirs[1]) for ours, theirs in zip(said, true, strict=True))


def _unsure() -> frozenset[Pair]:
    return frozenset(
        ((old, Span(*link["old"])), (new, Span(*link["new"])))
        for gold in example_pairs()
        for old, new in [gold["pair"].split("-")]
        for link in gold["links"]
        if link["type"] == "carry" and not link["sure"]
    )


def _headings() -> defaultdict[str, list[Span]]:
    headings: defaultdict[str, list[Span]] = defaultdict(list)
    for label, span in _heading_spans():
        headings[label].append(span)
    return headings


def _heading_spans() -> Iterator[Quote]:
    for gold in example_pairs():
        for label, side in zip(gold["pair"].split("-"), (gold["old"], gold["new"]), strict=True):
            for start, end, kind in side["sentences"]:
                if kind == "H":
                    yield label, Span(start, end)


def main() -> None:
    """Prints precision, recall and F1."""
    print(f"threads 2019–2022: {measure_threads()}")


if __name__ == "__main__":
    main()
