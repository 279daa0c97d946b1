"""What the learning gives on pairs it has not seen: ``make heldout``.

For each labelled pair of documents the scorecards are learned from all others
and links are scored with them. The figures go into ``heldout.toml``, which
``make accuracy`` shows. One pair at a time is the true measure and takes an
hour or more; ``--folds 6`` leaves out a sixth of the pairs at once, in a quarter of
an hour, and understates. ``--jobs 2`` works on two folds at a time, and
``--pair N2023-N2024`` leaves out that pair alone.
"""

import argparse
import tomllib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from policydiff.align.decide import decide
from policydiff.align.gather import gather
from policydiff.align.scorecard import Cards
from policydiff.model import LinkType
from tests.accuracy.calibration import BANDS, Band, band_lines, bands, expected_error
from tests.accuracy.measure import Score, is_right, score_links
from tests.accuracy.pairs import Gold, gold_pairs
from tests.accuracy.train import Example, examples, learn_cards

HELDOUT_FILE = Path(__file__).with_name("heldout.toml")


class HeldOut(NamedTuple):
    """What one pair gives by cards learned without it: its score, and its judged scores."""

    pair: str
    score: Score
    judged: tuple[tuple[float, bool], ...]


def hold_out(one: Example, gold: Gold, cards: Cards, link_type: LinkType) -> HeldOut:
    """The links of one pair by cards that have not seen it."""
    gathered = gather(one.setting, link_type)
    every = replace(cards, threshold=BANDS[0])
    scored = decide(gathered.evidence, one.setting, link_type, gathered.repeats, every)
    judged = ((link.score, is_right(gold, link)) for link in scored)
    said = [link for link in scored if link.score >= cards.threshold]
    return HeldOut(
        one.name,
        score_links(gold, said, link_type),
        tuple((score, right) for score, right in judged if right is not None),
    )


def fold_out(link_type: LinkType, folds: int, fold: int) -> list[HeldOut]:
    """The pairs of one fold, by cards learned from all other folds."""
    group = _examples(link_type)
    golds = {gold["pair"]: gold for gold in gold_pairs()}
    cards = learn_cards([one for place, one in enumerate(group) if place % folds != fold])
    return [
        hold_out(one, golds[one.name], cards, link_type)
        for place, one in enumerate(group)
        if place % folds == fold
    ]


@cache
def _examples(link_type: LinkType) -> list[Example]:
    """All labelled pairs, measured once for all folds that one process works on."""
    return list(examples(link_type))


def measure_held_out(link_type: LinkType, folds: int, jobs: int) -> list[HeldOut]:
    """All labelled pairs, each by cards that have not seen it."""
    work = partial(fold_out, link_type, folds)
    with ProcessPoolExecutor(jobs) as pool:
        found = [each for fold in pool.map(work, range(folds)) for each in fold]
    return sorted(found)


def left_out_lines(pair: str) -> list[str]:
    """What one pair gives by cards learned from all others, as text."""
    group = [one.name for one in _examples(LinkType.CARRY)]
    if pair not in group:
        raise SystemExit(f'no labelled pair is called "{pair}"; there are {", ".join(group)}')
    (carry,), (report,) = (
        fold_out(link_type, len(group), group.index(pair)) for link_type in LinkType
    )
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
    found = {link_type: measure_held_out(link_type, folds, options.jobs) for link_type in LinkType}
    write(found, folds)
    print("\n".join(held_out_lines()))


if __name__ == "__main__":
    main()
