"""Which targets were raised, lowered, tightened or loosened?

python examples/which_figures_changed.py [OLD NEW]
"""

import sys
from pathlib import Path

from policydiff import Document, compare, read
from policydiff.model import Direction, Target

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Prints each figure that changed, as the two documents write it."""
    paths = [*map(Path, sys.argv[1:3])] or [LANCHUAN / "2019.txt", LANCHUAN / "2022.txt"]
    old, new = (read(path) for path in paths)
    for before, after, direction in compare(old, new).targets:
        if direction is not Direction.SAME:
            print(f"{direction:10} {quote(old, before)} → {quote(new, after)}")


def quote(document: Document, target: Target) -> str:
    """The words that set the figure, on one line."""
    return document.text[target.span.start : target.span.end].replace("\n", "")


if __name__ == "__main__":
    main()
