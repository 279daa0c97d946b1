"""What became of the older report's commitments? Two files, no library.

python examples/compare_two_files.py [OLD NEW]
"""

import sys
from pathlib import Path

from policydiff import compare, read

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Prints how many commitments were carried on, dropped and added."""
    paths = [*map(Path, sys.argv[1:3])] or [LANCHUAN / "2019.txt", LANCHUAN / "2022.txt"]
    old, new = (read(path) for path in paths)
    comparison = compare(old, new)
    print(f"{old.title} → {new.title}")
    print(f"{len({link.old for link in comparison.carried})} carried on")
    print(f"{len(comparison.dropped)} dropped, for example: {comparison.dropped[0].text}")
    print(f"{len(comparison.added)} added, for example: {comparison.added[0].text}")


if __name__ == "__main__":
    main()
