"""What did the older report promise that the newer one no longer mentions? By section.

python examples/what_was_dropped.py [OLD NEW]
"""

import sys
from itertools import groupby
from pathlib import Path

from policydiff import compare, read

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Prints each section's heading and the commitments dropped from it."""
    paths = [*map(Path, sys.argv[1:3])] or [LANCHUAN / "2019.txt", LANCHUAN / "2022.txt"]
    old, new = (read(path) for path in paths)
    dropped = compare(old, new).dropped
    for section, items in groupby(dropped, key=lambda item: old.sections[item.section]):
        print(section.ordinal + section.heading)
        for item in items:
            print(f"    {item.text}")


if __name__ == "__main__":
    main()
