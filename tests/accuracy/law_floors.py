"""Floors under the accuracy of article pairs.

``python -m tests.accuracy.law_floors`` raises them to the present F1; only with
``--allow-lower`` may one go down.
"""

import sys
import tomllib
from pathlib import Path

from tests.accuracy.laws import measure_laws
from tests.accuracy.measure import Score

FLOORS_FILE = Path(__file__).with_name("law_floors.toml")
SLACK = 0.005
"""An F1 may lie this far below its floor, which is rounded to two places."""


def load_floors() -> dict[str, float]:
    """The least F1 of each labelled pair of laws."""
    return tomllib.loads(FLOORS_FILE.read_text(encoding="utf-8")) if FLOORS_FILE.exists() else {}


def below_floor(scores: dict[str, Score], floors: dict[str, float]) -> list[str]:
    """One line for each pair of laws whose F1 lies below its floor."""
    return [
        f"{name}: {score.f1:.2f} is below {floors[name]:.2f}"
        for name, score in scores.items()
        if name in floors and score.f1 < floors[name] - SLACK
    ]


def set_floors(scores: dict[str, Score], *, may_lower: bool) -> None:
    """Writes the present F1 as floors; without leave none goes down."""
    floors = load_floors()
    for name, score in scores.items():
        before = 0.0 if may_lower else floors.get(name, 0.0)
        floors[name] = max(round(score.f1, 2), before)
    lines = [f'"{name}" = {floor:.2f}\n' for name, floor in sorted(floors.items())]
    FLOORS_FILE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    set_floors(measure_laws(), may_lower="--allow-lower" in sys.argv[1:])
