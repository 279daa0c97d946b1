"""Floors under the accuracy of targets.

``python -m tests.accuracy.target_floors`` raises them to the present figures; only
with ``--allow-lower`` may one go down.
"""

import sys
import tomllib
from pathlib import Path

from tests.accuracy.measure_targets import Tally, tallies_by_language

FLOORS_FILE = Path(__file__).with_name("target_floors.toml")
SLACK = 0.005
"""A figure may lie this far below its floor, which is rounded to two places."""

Floors = dict[str, dict[str, float]]


def load_floors() -> Floors:
    """The least figures of each language."""
    return tomllib.loads(FLOORS_FILE.read_text(encoding="utf-8")) if FLOORS_FILE.exists() else {}


def figures_of(tally: Tally) -> dict[str, float]:
    """The figures that have floors."""
    return {
        "precision": round(tally.precision, 2),
        "recall": round(tally.recall, 2),
        "comparator": round(tally.comparator_agreement, 2),
    }


def below_floor(language: str, tally: Tally, floors: Floors) -> list[str]:
    """One line for each figure of a language that lies below its floor."""
    figures = figures_of(tally)
    return [
        f"{language} {name}: {figures[name]:.2f} is below {floor:.2f}"
        for name, floor in floors.get(language, {}).items()
        if figures[name] < floor - SLACK
    ]


def set_floors(tallies: dict[str, Tally], *, may_lower: bool) -> None:
    """Writes the present figures as floors; without leave none goes down."""
    floors = load_floors()
    for language, tally in tallies.items():
        before = {} if may_lower else floors.get(language, {})
        floors[language] = {
            name: max(figure, before.get(name, 0.0)) for name, figure in figures_of(tally).items()
        }
    lines = [
        f"[{language}]\n" + "".join(f"{name} = {value:.2f}\n" for name, value in figures.items())
        for language, figures in sorted(floors.items())
    ]
    FLOORS_FILE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    set_floors(tallies_by_language(), may_lower="--allow-lower" in sys.argv[1:])
