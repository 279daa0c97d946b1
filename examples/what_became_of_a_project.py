"""What did each year's report promise of one project, and what came of it?

python examples/what_became_of_a_project.py [WORDS]
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from policydiff import Library, read, track_series

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Prints each commitment that names the project, year by year."""
    words = sys.argv[1] if len(sys.argv) > 1 else "沿江科创走廊"
    with TemporaryDirectory() as folder, Library(Path(folder) / "years.db") as library:
        for path in sorted(LANCHUAN.glob("*.txt")):
            library.add(read(path))
        track_series(library, "澜川市")
        found = library.ask("find_items", {"words": words})
        for commitment in dict.fromkeys(row[-1] for row in found.rows if row[-1]):
            print(commitment)
            life = library.ask("commitment_timeline", {"commitment": commitment})
            for row in life.rows:
                year = dict(zip(life.columns, row, strict=True))
                print(f"  {year['year']} {year['standing']}: {year['text'] or '–'}")
                if year["result_text"]:
                    print(f"       {year['answer']}: {year['result_text']}")


if __name__ == "__main__":
    main()
