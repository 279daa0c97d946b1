"""What the learning gives on pairs it has not seen: ``make heldout``.

For each labelled pair of documents the vectors and the scorecards are learned
from all others and links are scored with them. The figures go into
``heldout.toml``, which ``make accuracy`` shows. One pair at a time is the true
measure and takes hours; ``make heldout`` leaves out a fifth of the pairs at once
(``--folds 5``), in half an hour or so, and understates. ``--jobs 2`` works on two
folds at a time, and ``--pair N2023-N2024`` leaves out that pair alone.
"""

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from policydiff.align.decide import decide
from policydiff.align.evidence import Setting
from policydiff.align.gather import Gathered, gather
from policydiff.align.meaning import vectors_from
from policydiff.align.scorecard import Cards
from policydiff.model import Link, LinkType
from tests.accuracy.calibration import BANDS, Band, band_lines, bands, expected_error
from tests.accuracy.measure import Score, is_right, score_links
from tests.accuracy.pairs import Gold, gold_pairs
from tests.accuracy.train import Case, cases, learn_cards, learn_vectors, look_at, unseen

HELDOUT_FILE = Path(__file__).with_name("heldout.toml")


class HeldOut(NamedTuple):
    """What one pair gives by cards learned without it: its score, and its judged scores."""

    pair: str
    score: Score
    judged: tuple[tuple[float, bool], ...]


class Judged(NamedTuple):
    """A labelled pair looked at, and the cards to decide its links by."""

    link_type: LinkType
    gold: Gold
    setting: Setting
    gathered: Gathered
    cards: Cards

    def links(self, least: float) -> list[Link]:
        """The links that score so much or more, whatever the threshold of the cards."""
        cards = replace(self.cards, threshold=least)
        gathered = self.gathered
        return decide(gathered.evidence, self.setting, self.link_type, gathered.repeats, cards)

    def said(self, links: Iterable[Link]) -> list[Link]:
        """Those of the links that the cards give."""
        return [link for link in links if link.score >= self.cards.threshold]


def hold_out(one: Judged) -> HeldOut:
    """The links of one pair by cards that have not seen it."""
    scored = one.links(BANDS[0])
    judged = ((link.score, is_right(one.gold, link)) for link in scored)
    return HeldOut(
        one.gold["pair"],
        score_links(one.gold, one.said(scored), one.link_type),
        tuple((score, right) for score, right in judged if right is not None),
    )


def left_out(folds: int, fold: int) -> Iterator[Judged]:
    """The pairs of one fold, with vectors and cards learned from all other folds."""
    group = _cases()
    others = [case for place, case in enumerate(group) if place % folds != fold]
    vectors = vectors_from(learn_vectors(others))
    set_aside = [case.by(vectors) for case in group[fold::folds]]
    looked_at = unseen(others)
    for link_type in LinkType:
        cards = learn_cards([look_at(case, link_type) for case in looked_at])
        for case in set_aside:
            gathered = gather(case.setting, link_type)
            yield Judged(link_type, case.gold, case.setting, gathered, cards)


def fold_out(folds: int, fold: int) -> dict[LinkType, list[HeldOut]]:
    """How well the pairs of one fold do."""
    found: dict[LinkType, list[HeldOut]] = {link_type: [] for link_type in LinkType}
    for one in left_out(folds, fold):
        found[one.link_type].append(hold_out(one))
    return found


@cache
def _cases() -> list[Case]:
    """All labelled pairs, looked at once for all folds that one process works on."""
    return cases()


def measure_held_out(folds: int, jobs: int) -> dict[LinkType, list[HeldOut]]:
    """All labelled pairs, each by what was learned without it."""
    with ProcessPoolExecutor(jobs) as pool:
        measured = list(pool.map(partial(fold_out, folds), range(folds)))
    return {
        link_type: sorted(each for fold in measured for each in fold[link_type])
        for link_type in LinkType
    }


def left_out_lines(pair: str) -> list[str]:
    """What one pair gives by cards learned from all others, as text."""
    group = [case.gold["pair"] for case in _cases()]
    if pair not in group:
        raise SystemExit(f'no labelled pair is called "{pair}"; there are {", ".join(group)}')
    (carry,), (report,) = fold_out(len(group), group.index(pair)).values()
    return [f"{pair:24} {carry.score!s:16} {report.score}"]


def write(found: dict[LinkType, list[HeldOut]], folds: int) -> None:
    """Puts the figures into the file."""
    lines = [
        "# What links give on pairs the scorecards were not learned from: make heldout.",
        "# Of each pair: right, given, found, true. Of each band: low end, pairs, right, scores.",
        "",
        f"folds = {folds}",
    ]
    for link_type, rows in found.items():
        lines += ["", f"[{link_type}.pairs]"]
        lines += [f'"{row.pair}" = {list(row.score)}' for row in rows]
        judged = [each for row in rows for each in row.judged]
        lines += ["", f"[{link_type}.calibration]", "bands = ["]
        lines += [f"    {list(band)}," for band in bands(judged)]
        lines += ["]"]
    HELDOUT_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def held_out_lines() -> list[str]:
    """The tables that the file holds, as text; none if it was never written."""
    if not HELDOUT_FILE.exists():
        return []
    found = tomllib.loads(HELDOUT_FILE.read_text(encoding="utf-8"))
    carry, report = (found[link_type]["pairs"] for link_type in LinkType)
    how = f"{found['folds']} folds" if found["folds"] < len(carry) else "one pair left out"
    lines = [f"{f'held out, {how}':24} {'carry P R F1':16} report P R F1"]
    lines += [f"{pair:24} {Score(*carry[pair])!s:16} {Score(*report[pair])}" for pair in carry]
    lines.append(f"{'mean F1':24} {_mean(carry):<16.3f} {_mean(report):.3f}")
    for link_type in LinkType:
        rows = [Band(*row) for row in found[link_type]["calibration"]["bands"]]
        lines += ["", *calibration_lines(f"held-out {link_type} links", rows)]
    return lines


def calibration_lines(title: str, rows: Sequence[Band]) -> list[str]:
    """The bands under a title that says how far scores and shares differ."""
    return [f"{title}: mean difference {expected_error(rows):.3f}", *band_lines(rows)]


def _mean(scores: dict[str, list[int]]) -> float:
    return sum(Score(*score).f1 for score in scores.values()) / len(scores)


def main() -> None:
    """Learns without each pair in turn, writes the figures, and prints them."""
    parser = argparse.ArgumentParser(description="Measure links on pairs not learned from.")
    parser.add_argument(
        "--folds", type=int, default=0, help="as many as there are pairs if not given"
    )
    parser.add_argument("--jobs", type=int, default=1, help="folds worked on at a time")
    parser.add_argument("--pair", help="leave out this one only, and write nothing")
    options = parser.parse_args()
    if options.pair:
        print("\n".join(left_out_lines(options.pair)))
        return
    folds = options.folds or len(list(gold_pairs()))
    write(measure_held_out(folds, options.jobs), folds)
    print("\n".join(held_out_lines()))


if __name__ == "__main__":
    main()
