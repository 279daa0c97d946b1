"""Floors under the measured scores.

``python -m tests.accuracy.floors`` raises them to the present scores; only with
``--allow-lower`` may one go down.
"""

import sys
import tomllib
from pathlib import Path

from tests.accuracy.measure import Measured, measure_corpus, measure_examples

FLOORS_FILE = Path(__file__).with_name("floors.toml")
SLACK = 0.005
"""A score may lie this far below its floor, which is rounded to two places."""

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


def below_floor(measured: Measured, floors: Floors) -> list[str]:
    """One line for each score of a pair that lies below its floor."""
    scores = f1_of(measured)
    return [
        f"{measured.pair} {name}: {scores[name]:.2f} is below {floor:.2f}"
        for name, floor in floors.get(measured.pair, {}).items()
        if scores[name] < floor - SLACK
    ]


def set_floors(rows: list[Measured], *, may_lower: bool) -> None:
    """Writes the present scores as floors; without leave none goes down."""
    floors = load_floors()
    for row in rows:
        before = {} if may_lower else floors.get(row.pair, {})
        scores = f1_of(row)
        floors[row.pair] = {
            name: max(score, before.get(name, 0.0)) for name, score in scores.items()
        }
    lines = [
        f'["{pair}"]\n' + "".join(f"{name} = {value:.2f}\n" for name, value in scores.items())
        for pair, scores in sorted(floors.items())
    ]
    FLOORS_FILE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    set_floors([*measure_examples(), *measure_corpus()], may_lower="--allow-lower" in sys.argv[1:])
