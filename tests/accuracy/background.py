"""Counts how common each gram is in reports at large: ``make background``.

Writes, for each gram that at least one item in ``RAREST`` holds, in how many
items of a hundred thousand it stands. Only these numbers are kept, no text.
"""

from collections import Counter
from pathlib import Path

from policydiff.align.background import BACKGROUND_FILE, PER
from policydiff.align.grams import grams_of
from policydiff.errors import SourceError
from policydiff.pipeline import read
from tests.accuracy.pairs import CORPUS

FOLDERS = (
    "zh_national",
    "zh_hebei",
    "zh_shanghai",
    "zh_chongqing",
    "zh_cities_2024",
    "zh_counties",
)
RAREST = 2000


def background_files() -> list[Path]:
    """The reports counted, in order."""
    return sorted(path for folder in FOLDERS for path in (CORPUS / folder).rglob("*.txt"))


def count_grams(paths: list[Path]) -> tuple[Counter[str], int]:
    """In how many items each gram stands, and how many items there are."""
    counts: Counter[str] = Counter()
    total = 0
    for path in paths:
        try:
            items = read(path).items
        except SourceError:
            continue
        total += len(items)
        for item in items:
            counts.update(grams_of(item.plain))
    return counts, total


def main() -> None:
    """Counts and writes the table."""
    counts, total = count_grams(background_files())
    common = {gram: count for gram, count in counts.items() if count * RAREST >= total}
    lines = [
        f"{gram}\t{round(count * PER / total)}"
        for gram, count in sorted(common.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
    BACKGROUND_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(common)} grams of {total} items in {len(background_files())} reports")


if __name__ == "__main__":
    main()
