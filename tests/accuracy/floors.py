"""Floors under the measured scores.

``python -m tests.accuracy.floors`` raises them to the present scores; only with
``--allow-lower`` may one go down.
"""

import sys
import tomllib
from pathlib import Path

from policydiff.model import LinkType
from tests.accuracy.measure import (
    Measured,
    compared_examples,
    measure_corpus,
    measure_examples,
)
from tests.accuracy.measure_changes import score_classes, told

FLOORS_FILE = Path(__file__).with_name("floors.toml")
SLACK = 0.005
"""A score may lie this far below its floor, which is rounded to two places."""

FEW = 10
"""Classes with fewer hand-made links have no floor: one link would move it by a tenth."""

EXAMPLE_CLASSES = "example classes"
"""The table of the file that holds the floors of the changes and outcomes."""

Floors = dict[str, dict[str, float]]


def load_floors() -> Floors:
    """The least F1 of each labelled pair, by what is measured."""
    return tomllib.loads(FLOORS_FILE.read_text(encoding="utf-8")) if FLOORS_FILE.exists() else {}


def f1_of(measured: Measured) -> dict[str, float]:
    """The F1 scores that have floors."""
    return {
        "carry": round(measured.carry.f1, 2),
        "report": round(measured.report.f1, 2),
        "forward": round(measured.forward.f1, 2),
    }


def class_f1() -> dict[str, float]:
    """The F1 scores of the changes and outcomes that occur often enough in the example."""
    pairs = list(compared_examples())
    scores = {
        f"{link_type}_{name}": score
        for link_type in LinkType
        for name, score in score_classes(
            [each for gold, found in pairs for each in told(gold, found.links, link_type)],
            link_type,
        ).items()
    }
    return {name: round(score.f1, 2) for name, score in scores.items() if score.true >= FEW}


def below_floor(measured: Measured, floors: Floors) -> list[str]:
    """One line for each score of a pair that lies below its floor."""
    return below(measured.pair, f1_of(measured), floors)


def below(title: str, scores: dict[str, float], floors: Floors) -> list[str]:
    """One line for each score of a table that lies below its floor."""
    return [
        f"{title} {name}: {scores.get(name, 0.0):.2f} is below {floor:.2f}"
        for name, floor in floors.get(title, {}).items()
        if scores.get(name, 0.0) < floor - SLACK
    ]


def set_floors(measured: dict[str, dict[str, float]], *, may_lower: bool) -> None:
    """Writes the present scores as floors; without leave none goes down."""
    floors = load_floors()
    for title, scores in measured.items():
        before = {} if may_lower else floors.get(title, {})
        floors[title] = {name: max(score, before.get(name, 0.0)) for name, score in scores.items()}
    lines = [
        f'["{pair}"]\n' + "".join(f"{name} = {value:.2f}\n" for name, value in scores.items())
        for pair, scores in sorted(floors.items())
    ]
    FLOORS_FILE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    rows = [*measure_examples(), *measure_corpus()]
    scores = {row.pair: f1_of(row) for row in rows} | {EXAMPLE_CLASSES: class_f1()}
    set_floors(scores, may_lower="--allow-lower" in sys.argv[1:])
