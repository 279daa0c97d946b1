"""How much of each report in a folder does the next one carry on? Kept in a library.

python examples/add_a_folder.py [FOLDER [DATABASE]]
"""

import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from policydiff import Library, compare, read

LANCHUAN = Path(__file__).parent / "lanchuan"


def main(folder: Path, database: Path) -> None:
    """Prints how much of each report is carried on in the next."""
    reports = [read(path) for path in sorted(folder.glob("*.txt"))]
    with Library(database) as library:
        for report in reports:
            added = library.add(report)
            print(f"{added.outcome} {added.document.name}")
        for old, new in pairwise(reports):
            library.save_comparison(compare(old, new))
        columns, rows = library.ask("coverage")
    for row in rows:
        counts = dict(zip(columns, row, strict=True))
        if counts["side"] == "old":
            of_all = f"{counts['carried']} of {counts['forward_looking']}"
            print(f"{counts['old_name']} → {counts['new_name']}: {of_all} carried on")


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        given = [Path(argument) for argument in sys.argv[1:3]]
        main(*(given + [LANCHUAN, Path(temporary, "policydiff.db")][len(given) :]))
