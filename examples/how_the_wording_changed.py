"""Which words changed in the commitments that were carried on?

python examples/how_the_wording_changed.py [OLD NEW]
"""

import sys
from pathlib import Path

from policydiff import compare, read

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Prints each commitment that is worded anew, and its words before and after."""
    paths = [*map(Path, sys.argv[1:3])] or [LANCHUAN / "2019.txt", LANCHUAN / "2022.txt"]
    old, new = (read(path) for path in paths)
    for link in compare(old, new).carried:
        if link.words:
            print(f"{new.items[link.new].text} ({', '.join(link.changes)})")
        for words in link.words:
            before = old.text[words.old.start : words.old.end].replace("\n", "")
            after = new.text[words.new.start : words.new.end].replace("\n", "")
            print(f"    “{before}” → “{after}”")


if __name__ == "__main__":
    main()
