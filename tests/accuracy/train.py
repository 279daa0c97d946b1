"""Learns the scorecards from the hand-made links: ``make train``.

Each sign's steps are found by boosting: again and again the one cut of one
sign that lowers the loss most is added, shrunk. All cuts of a sign together
are its steps. The second look learns from first scores of pairs the first
card has not seen, and the threshold from second scores likewise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from policydiff.align.candidates import find_candidates
from policydiff.align.evidence import Evidence, Setting, measure, setting_of
from policydiff.align.grams import weigh_items
from policydiff.align.scorecard import CARDS_FILE, Cards, Scorecard, Steps
from policydiff.align.sections import pair_sections
from policydiff.align.surroundings import look_again
from policydiff.model import Document, LinkType, Span
from tests.accuracy.pairs import Gold, document, gold_pairs, meets

ROUNDS = 400
RATE = 0.08
LEAST_WEIGHT = 8.0
"""The least curvature on either side of a cut; keeps steps from resting on a few pairs."""
RIDGE = 5.0
BINS = 48

Column = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled pair of documents: its evidence, and 1, 0 or nan (not sure) for each pair."""

    name: str
    setting: Setting
    evidence: Evidence
    truth: Column

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Which candidate pairs have a sure label."""
        return ~np.isnan(self.truth)


def examples(link_type: LinkType) -> Iterator[Example]:
    """The labelled pairs of documents, ready to learn from."""
    for gold in gold_pairs():
        old, new = document(gold["old"]["file"]), document(gold["new"]["file"])
        weights = weigh_items(old, new)
        setting = setting_of(old, new, weights, pair_sections(old, new, weights))
        evidence = measure(setting, find_candidates(old, new, weights, link_type))
        truth = [_truth(gold, old, new, pair, link_type) for pair in evidence.pairs]
        yield Example(gold["pair"], setting, evidence, np.array(truth))


def _truth(
    gold: Gold, old: Document, new: Document, pair: tuple[int, int], link_type: LinkType
) -> float:
    spans = old.items[pair[0]].span, new.items[pair[1]].span
    if any(_is_heading(gold, side, span) for side, span in zip(("old", "new"), spans, strict=True)):
        return np.nan
    sure = [
        link["sure"]
        for link in gold["links"]
        if link["type"] == link_type
        and meets(spans[0], link["old"])
        and meets(spans[1], link["new"])
    ]
    return 1.0 if any(sure) else np.nan if sure else 0.0


def _is_heading(gold: Gold, side: str, span: Span) -> bool:
    sentences = gold["old" if side == "old" else "new"]["sentences"]
    return any(kind == "H" and span.overlap(Span(start, end)) for start, end, kind in sentences)


def learn_card(signs: dict[str, Column], truth: Column) -> Scorecard:
    """The card that tells true pairs from the others best."""
    edges = {name: _edges(values) for name, values in signs.items()}
    bins = {name: np.searchsorted(edges[name], signs[name], side="right") for name in signs}
    points = {name: np.zeros(len(edges[name]) + 1) for name in signs}
    base = float(np.log(truth.mean() / (1 - truth.mean())))
    odds = np.full(len(truth), base)
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-odds))
        name, cut, below, above = _best_cut(bins, points, truth - chances, chances * (1 - chances))
        step = np.where(np.arange(len(points[name])) <= cut, below, above) * RATE
        points[name] += step
        odds += step[bins[name]]
    return Scorecard(round(base, 4), {name: _steps(edges[name], points[name]) for name in signs})


def _edges(values: Column) -> Column:
    quantiles = np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1])
    upper = np.quantile(values, 1 - np.geomspace(0.1, 0.001, 12))
    return np.unique(np.round(np.concatenate([quantiles, upper]), 4))


def _best_cut(
    bins: dict[str, npt.NDArray[np.intp]],
    points: dict[str, Column],
    slope: Column,
    curvature: Column,
) -> tuple[str, int, float, float]:
    best = (0.0, "", 0, 0.0, 0.0)
    for name, places in bins.items():
        size = len(points[name])
        if size < 2:
            continue
        slopes = np.cumsum(np.bincount(places, slope, size))
        curves = np.cumsum(np.bincount(places, curvature, size))
        below = slopes[:-1] / (curves[:-1] + RIDGE)
        above = (slopes[-1] - slopes[:-1]) / (curves[-1] - curves[:-1] + RIDGE)
        gain = slopes[:-1] * below + (slopes[-1] - slopes[:-1]) * above
        is_thin = (curves[:-1] < LEAST_WEIGHT) | (curves[-1] - curves[:-1] < LEAST_WEIGHT)
        gain[is_thin] = -np.inf
        cut = int(np.argmax(gain))
        if gain[cut] > best[0]:
            best = (float(gain[cut]), name, cut, float(below[cut]), float(above[cut]))
    return best[1:]


def _steps(edges: Column, points: Column) -> Steps:
    """Without the edges at which nothing changes."""
    rounded = np.round(points, 3)
    is_step = np.diff(rounded) != 0
    return Steps(edges[is_step], np.concatenate([rounded[:1], rounded[1:][is_step]]))


def _learn(learned_from: Sequence[Example], evidences: Sequence[Evidence]) -> Scorecard:
    names = evidences[0].signs
    signs = {
        name: np.concatenate(
            [each.signs[name][one.known] for one, each in zip(learned_from, evidences, strict=True)]
        )
        for name in names
    }
    return learn_card(signs, np.concatenate([one.truth[one.known] for one in learned_from]))


def _unseen_scores(group: Sequence[Example], evidences: Sequence[Evidence]) -> list[Column]:
    """The scores each example gets from a card learned from the others."""
    found = []
    for index in range(len(group)):
        others = [place for place in range(len(group)) if place != index]
        card = _learn([group[place] for place in others], [evidences[place] for place in others])
        found.append(card.scores(evidences[index]))
    return found


def learn_cards(group: Sequence[Example]) -> Cards:
    """The two cards and the threshold for one type of link."""
    plain = [one.evidence for one in group]
    first = _learn(group, plain)
    unseen = _unseen_scores(group, plain)
    seen_again = [
        look_again(one.setting, one.evidence, scores)
        for one, scores in zip(group, unseen, strict=True)
    ]
    second = _learn(group, seen_again)
    final = _unseen_scores(group, seen_again)
    scores = np.concatenate([each[one.known] for one, each in zip(group, final, strict=True)])
    truth = np.concatenate([one.truth[one.known] for one in group])
    return Cards(best_threshold(scores, truth), first, second)


def best_threshold(scores: Column, truth: Column) -> float:
    """The score from which on linking gives the best F1."""
    cuts = np.round(np.arange(0.10, 0.80, 0.01), 2)
    return float(max(cuts, key=lambda cut: f1(scores >= cut, truth)))


def f1(said: npt.NDArray[np.bool_], truth: Column) -> float:
    """The harmonic mean of precision and recall over candidate pairs."""
    return float(2 * (said & (truth == 1)).sum() / max(1.0, said.sum() + (truth == 1).sum()))


def write_cards(cards: dict[LinkType, Cards]) -> None:
    """Puts the cards into the package."""
    lines = [
        "# Learned from hand-made links: make train. What it means: policydiff/align/scorecard.py.",
        "",
    ]
    for link_type, each in cards.items():
        lines += [f"[{link_type}]", f"threshold = {each.threshold}", ""]
        for look, card in (("first", each.first), ("second", each.second)):
            lines += [f"[{link_type}.{look}]", f"base = {card.base}"]
            for name, steps in card.signs.items():
                edges, points = (
                    ", ".join(f"{value:g}" for value in values)
                    for values in (steps.edges, steps.points)
                )
                lines.append(f"{name} = {{ edges = [{edges}], points = [{points}] }}")
            lines.append("")
    CARDS_FILE.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    """Learns and writes the cards of both types of link."""
    cards = {}
    for link_type in LinkType:
        group = list(examples(link_type))
        cards[link_type] = learn_cards(group)
        print(
            f"{link_type}: {len(group)} pairs of documents, threshold {cards[link_type].threshold}"
        )
    write_cards(cards)


if __name__ == "__main__":
    main()
