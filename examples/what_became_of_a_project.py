"""What did each year's report promise of one project, and what came of it?

python examples/what_became_of_a_project.py [WORDS]
"""

import sys
from itertools import pairwise
from pathlib import Path

from policydiff import compare, read

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Prints the promises that name the project, and how the next year's report answers each."""
    words = sys.argv[1] if len(sys.argv) > 1 else "沿江科创走廊"
    reports = [read(path) for path in sorted(LANCHUAN.glob("*.txt"))]
    for old, new in pairwise(reports):
        comparison = compare(old, new)
        for link in comparison.links:
            if words in old.items[link.old].plain:
                answer = f"{new.items[link.new].text} ({link.type})"
                print(f"{old.label} {old.items[link.old].text}\n  {new.label} {answer}")
        for item in comparison.dropped:
            if words in item.plain:
                print(f"{old.label} {item.text}\n  {new.label} does not promise it again")


if __name__ == "__main__":
    main()
