"""Can I have every commitment and what became of it as a table for a spreadsheet?

python examples/export_table_csv.py [OLD NEW] > changes.csv
"""

import csv
import sqlite3
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from policydiff import Library, compare, read

LANCHUAN = Path(__file__).parent / "lanchuan"


def main(database: Path) -> None:
    """Prints CSV with one row for each carried, dropped or added commitment."""
    old, new = map(Path, sys.argv[1:3] or (LANCHUAN / "2019.txt", LANCHUAN / "2022.txt"))
    comparison = compare(read(old), read(new))
    with Library(database) as library:
        library.add(comparison.old)
        library.add(comparison.new)
        library.save_comparison(comparison)
    with sqlite3.connect(database) as connection:
        changes = connection.execute("select * from changes")
        columns = [column[0] for column in changes.description]
        csv.writer(sys.stdout).writerows([columns, *changes])


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        main(Path(folder, "policydiff.db"))
