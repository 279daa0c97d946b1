"""Which of last year's promises does this year's report account for?

python examples/what_was_reported.py [OLD NEW]
"""

import sys
from pathlib import Path

from policydiff import compare, read
from policydiff.model import Kind

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Prints each target that is reported on beside the result, then those that are not."""
    paths = [*map(Path, sys.argv[1:3])] or [LANCHUAN / "2020.txt", LANCHUAN / "2021.txt"]
    old, new = (read(path) for path in paths)
    reported = compare(old, new).reported
    for link in reported:
        print(f"{old.items[link.old].text} → {new.items[link.new].text}")
    answered = {link.old for link in reported}
    print("\nTargets without a word in the review:")
    for index, item in enumerate(old.items):
        if item.kind is Kind.TARGET and index not in answered:
            print(f"    {item.text}")


if __name__ == "__main__":
    main()
