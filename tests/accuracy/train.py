"""Learns the vectors and the scorecards from the hand-made links: ``make train``.

The rules of a card are small boosted trees. Whatever is learned from is looked
at as if it were new: the first look by vectors learned without the pair of
documents, the second by first scores from a card learned without it, and the
threshold is the best for second scores of that kind.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from policydiff.align.candidates import Pair
from policydiff.align.decide import look_twice
from policydiff.align.evidence import Evidence, Setting, with_vectors
from policydiff.align.gather import Gathered, gather, near, set_up
from policydiff.align.meaning import VECTORS_FILE, Vectors, load_vectors, vectors_from
from policydiff.align.scorecard import CARDS_FILE, Cards, Rule, Scorecard
from policydiff.model import Document, LinkType, Span
from tests.accuracy.kindred import Labelled, learn_kindred
from tests.accuracy.pairs import Gold, document, gold_pairs, meets
from tests.accuracy.quantised import GENERAL_FILE

FOLDS = 4
"""What is learned from is scored by what was learned without a quarter of the pairs."""

COMMON = {
    "objective": "binary",
    "lambda_l2": 5.0,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
FIRST_LOOK = COMMON | {
    "num_iterations": 300,
    "num_leaves": 4,
    "max_depth": 2,
    "learning_rate": 0.09,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
}
SECOND_LOOK = COMMON | {
    "num_iterations": 200,
    "num_leaves": 12,
    "learning_rate": 0.06,
    "min_data_in_leaf": 50,
    "feature_fraction": 0.3,
}
"""The second look has fewer pairs to tell apart, all of them alike, and asks more of each."""

GIVEN_RULES = (Rule("other_object", 0.5, 0.0, -6.0), Rule("other_mark", 0.5, 0.0, -6.0))
"""Not learned: long reports show hardly a case, and short texts need the one, works the other.

Of 46 labelled pairs that name another phase or stretch three are links.
"""

PLACES = 4
"""Cuts and points are kept to so many places."""

Column = npt.NDArray[np.float64]
Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled pair of documents, looked at by some vectors, and what vectors learn from it."""

    gold: Gold
    setting: Setting
    labelled: Labelled

    def by(self, vectors: Vectors) -> "Case":
        """The same, looked at by these vectors."""
        return replace(self, setting=with_vectors(self.setting, vectors))


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of a labelled pair for one type of link.

    ``truth`` is 1, 0 or nan (not sure) for each pair of items.
    """

    name: str
    setting: Setting
    gathered: Gathered
    truth: Column


@dataclass(frozen=True, slots=True)
class Seen:
    """What a card learns from: the signs of some pairs, and whether each is a link."""

    evidence: Evidence
    truth: Column

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Which pairs have a sure label."""
        return ~np.isnan(self.truth)


def cases() -> list[Case]:
    """The labelled pairs of documents, looked at by the vectors of letters in general."""
    general = load_vectors(GENERAL_FILE)
    found = []
    for gold in gold_pairs():
        old, new = document(gold["old"]["file"]), document(gold["new"]["file"])
        setting = with_vectors(set_up(old, new), general)
        found.append(Case(gold, setting, _labelled(gold, setting)))
    return found


def learn_vectors(group: Sequence[Case]) -> npt.NDArray[np.void]:
    """The vectors that some labelled pairs teach, as the rows of a file."""
    return learn_kindred(load_vectors(GENERAL_FILE), [case.labelled for case in group])


def _labelled(gold: Gold, setting: Setting) -> Labelled:
    old, new = setting.old, setting.new
    truths: dict[Pair, float] = {}
    for link_type in LinkType:
        pairs = near(setting, link_type)
        truths |= zip(pairs, _truths(gold, old, new, pairs, link_type).tolist(), strict=True)
    others: dict[int, tuple[int, ...]] = {}
    for pair, truth in sorted(truths.items()):
        if truth == 0:
            others[pair[0]] = (*others.get(pair[0], ()), pair[1])
    return Labelled(
        tuple(item.plain for item in old.items),
        tuple(item.plain for item in new.items),
        frozenset(pair for pair, truth in truths.items() if truth == 1),
        frozenset(pair for pair, truth in truths.items() if np.isnan(truth)),
        others,
    )


def look_at(case: Case, link_type: LinkType) -> Example:
    """The candidates of a labelled pair for one type of link, and which of them are links."""
    setting = case.setting
    gathered = gather(setting, link_type)
    truth = _truths(case.gold, setting.old, setting.new, gathered.evidence.pairs, link_type)
    return Example(case.gold["pair"], setting, gathered, truth)


def unseen(group: Sequence[Case]) -> list[Case]:
    """The labelled pairs, each looked at by vectors learned without it."""
    found: dict[int, Case] = {}
    for fold in range(FOLDS):
        others = [case for place, case in enumerate(group) if place % FOLDS != fold]
        vectors = vectors_from(learn_vectors(others))
        for place in range(fold, len(group), FOLDS):
            found[place] = group[place].by(vectors)
    return [found[place] for place in range(len(group))]


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


def learn_card(seen: Sequence[Seen], parameters: dict[str, Any]) -> Scorecard:
    """The card that tells true pairs from the others best."""
    # Not at the top: what only measures must run where the learning extra is not installed.
    import lightgbm  # noqa: PLC0415

    names = sorted(set(seen[0].evidence.signs) - {rule.sign for rule in GIVEN_RULES})
    rows = [
        np.column_stack([each.evidence.signs[name][each.known] for name in names]) for each in seen
    ]
    truth = np.concatenate([each.truth[each.known] for each in seen])
    table = lightgbm.Dataset(np.concatenate(rows), truth)
    model = lightgbm.train(parameters, table).dump_model()
    trees = [tree["tree_structure"] for tree in model["tree_info"]]
    base = sum(_value(tree) for tree in trees)
    rules = (_rule(tree, names) for tree in trees)
    return Scorecard(round(base, PLACES), (*filter(None, rules), *GIVEN_RULES))


def _rule(tree: Tree, names: Sequence[str]) -> Rule | None:
    """What a node of a tree asks, and all below it; None if it asks nothing."""
    if "split_feature" not in tree:
        return None
    own, below = _value(tree), (tree["left_child"], tree["right_child"])
    no, yes = (round(_value(side) - own, PLACES) for side in below)
    after_no, after_yes = (_rule(side, names) for side in below)
    sign = names[tree["split_feature"]]
    return Rule(sign, round(tree["threshold"], PLACES), no, yes, after_no, after_yes)


def _value(tree: Tree) -> float:
    return float(tree["internal_value" if "split_feature" in tree else "leaf_value"])


def _unseen_scores(seen: Sequence[Seen], parameters: dict[str, Any]) -> list[Column]:
    """The scores each example gets from a card learned without it."""
    found: dict[int, Column] = {}
    for fold in range(FOLDS):
        card = learn_card([each for n, each in enumerate(seen) if n % FOLDS != fold], parameters)
        for place in range(fold, len(seen), FOLDS):
            found[place] = card.scores(seen[place].evidence)
    return [found[place] for place in range(len(seen))]


def learn_cards(group: Sequence[Example]) -> Cards:
    """The two cards and the threshold for one type of link."""
    plain = [Seen(one.gathered.evidence, one.truth) for one in group]
    first = learn_card(plain, FIRST_LOOK)
    scores = _unseen_scores(plain, FIRST_LOOK)
    again = [_seen_again(*each) for each in zip(group, scores, strict=True)]
    second = learn_card(again, SECOND_LOOK)
    final = _unseen_scores(again, SECOND_LOOK)
    judged = np.concatenate([each[one.known] for one, each in zip(again, final, strict=True)])
    truth = np.concatenate([one.truth[one.known] for one in again])
    return Cards(best_threshold(judged, truth), first, second)


def _seen_again(example: Example, scores: Column) -> Seen:
    gathered = example.gathered
    evidence = look_twice(gathered.evidence, example.setting, gathered.repeats, scores)
    truths = dict(zip(gathered.evidence.pairs, example.truth, strict=True))
    return Seen(evidence, np.array([truths[pair] for pair in evidence.pairs]))


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
            rules = ",\n".join(json.dumps(_row(rule)) for rule in card.rules)
            looks.append(f'"{look}": {{"base": {card.base}, "rules": [\n{rules}\n]}}')
        types.append(f'"{link_type}": {{"threshold": {each.threshold},\n{", ".join(looks)}}}')
    CARDS_FILE.write_text("{" + ",\n".join(types) + "}\n", encoding="utf-8")


def _row(rule: Rule) -> list[Any]:
    own = [rule.sign, rule.cut, rule.no, rule.yes]
    after = [_row(each) if each else None for each in (rule.after_no, rule.after_yes)]
    return [*own, *after] if any(after) else own


def main() -> None:
    """Learns and writes the vectors, and the cards of both types of link."""
    group = cases()
    np.save(VECTORS_FILE, learn_vectors(group))
    looked_at = unseen(group)
    cards = {}
    for link_type in LinkType:
        cards[link_type] = learn_cards([look_at(case, link_type) for case in looked_at])
        print(
            f"{link_type}: {len(group)} pairs of documents, threshold {cards[link_type].threshold}"
        )
    write_cards(cards)


if __name__ == "__main__":
    main()
