"""Learns the scorecards from the hand-made links: ``make train``.

The rules of a card are small boosted trees of two questions each. The second
look learns from first scores of pairs that their card has not seen, and the
threshold from second scores likewise.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from policydiff.align.candidates import Pair
from policydiff.align.evidence import Evidence, Setting
from policydiff.align.gather import gather, set_up
from policydiff.align.scorecard import CARDS_FILE, Cards, Question, Rule, Scorecard
from policydiff.align.surroundings import look_again
from policydiff.model import Document, LinkType, Span
from tests.accuracy.pairs import Gold, document, gold_pairs, meets

ROUNDS = 300
FOLDS = 4
"""Scores of pairs not learned from come from cards learned without a quarter of the pairs."""

PARAMETERS = {
    "objective": "binary",
    "num_leaves": 4,
    "max_depth": 2,
    "learning_rate": 0.09,
    "min_data_in_leaf": 20,
    "lambda_l2": 5.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
GIVEN_RULE = Rule(
    Question("other_object", 0.5, 0.0, -6.0),
    Question("other_object", 0.5, 0.0, 0.0),
    Question("other_object", 0.5, 0.0, 0.0),
)
"""Not learned: long reports show hardly a case, and short texts need it."""

PLACES = 4
"""Cuts and points are kept to so many places."""

Column = npt.NDArray[np.float64]
Tree = dict[str, Any]


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
        setting = set_up(old, new)
        evidence = gather(setting, link_type).evidence
        truth = _truths(gold, old, new, evidence.pairs, link_type)
        yield Example(gold["pair"], setting, evidence, truth)


def _truths(
    gold: Gold, old: Document, new: Document, pairs: Sequence[Pair], link_type: LinkType
) -> Column:
    links = [link for link in gold["links"] if link["type"] == link_type]
    ends = [link["old"] for link in links], [link["new"] for link in links]
    met = [
        [{n for n, end in enumerate(side) if meets(item.span, end)} for item in read.items]
        for side, read in zip(ends, (old, new), strict=True)
    ]
    headings = [
        [_is_heading(gold, side, item.span) for item in read.items]
        for side, read in (("old", old), ("new", new))
    ]
    truth = np.zeros(len(pairs))
    for place, (one, other) in enumerate(pairs):
        sure = [links[n]["sure"] for n in met[0][one] & met[1][other]]
        if headings[0][one] or headings[1][other] or (sure and not any(sure)):
            truth[place] = np.nan
        elif sure:
            truth[place] = 1.0
    return truth


def _is_heading(gold: Gold, side: str, span: Span) -> bool:
    sentences = gold["old" if side == "old" else "new"]["sentences"]
    return any(kind == "H" and span.overlap(Span(start, end)) for start, end, kind in sentences)


def learn_card(signs: dict[str, Column], truth: Column) -> Scorecard:
    """The card that tells true pairs from the others best."""
    # Not at the top: what only measures must run where the learning extra is not installed.
    import lightgbm  # noqa: PLC0415

    names = sorted(set(signs) - {GIVEN_RULE.first.sign})
    table = lightgbm.Dataset(np.column_stack([signs[name] for name in names]), truth)
    model = lightgbm.train(PARAMETERS, table, ROUNDS).dump_model()
    trees = [tree["tree_structure"] for tree in model["tree_info"]]
    base = sum(_value(tree) for tree in trees)
    rules = (_rule(tree, names) for tree in trees if "split_feature" in tree)
    return Scorecard(round(base, PLACES), (*rules, GIVEN_RULE))


def _rule(tree: Tree, names: Sequence[str]) -> Rule:
    no, yes = tree["left_child"], tree["right_child"]
    first = _question(tree, names)
    return Rule(first, *(_question(child, names, first) for child in (no, yes)))


def _question(tree: Tree, names: Sequence[str], before: Question | None = None) -> Question:
    """What a node asks, or where it asks nothing the question before it again, for no points."""
    if "split_feature" not in tree:
        assert before is not None
        return Question(before.sign, before.cut, 0.0, 0.0)
    own = _value(tree)
    no, yes = (_value(tree[side]) - own for side in ("left_child", "right_child"))
    sign, cut = names[tree["split_feature"]], tree["threshold"]
    return Question(sign, round(cut, PLACES), round(no, PLACES), round(yes, PLACES))


def _value(tree: Tree) -> float:
    return float(tree["internal_value" if "split_feature" in tree else "leaf_value"])


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
    """The scores each example gets from a card learned without it."""
    found: dict[int, Column] = {}
    for fold in range(FOLDS):
        others = [place for place in range(len(group)) if place % FOLDS != fold]
        card = _learn([group[place] for place in others], [evidences[place] for place in others])
        for place in range(fold, len(group), FOLDS):
            found[place] = card.scores(evidences[place])
    return [found[place] for place in range(len(group))]


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
    """Puts the cards into the package, a rule a line."""
    types = []
    for link_type, each in cards.items():
        looks = []
        for look, card in (("first", each.first), ("second", each.second)):
            rules = ",\n".join(json.dumps(rule) for rule in card.rules)
            looks.append(f'"{look}": {{"base": {card.base}, "rules": [\n{rules}\n]}}')
        types.append(f'"{link_type}": {{"threshold": {each.threshold},\n{", ".join(looks)}}}')
    CARDS_FILE.write_text("{" + ",\n".join(types) + "}\n", encoding="utf-8")


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
