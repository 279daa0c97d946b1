"""Counts what is common in reports at large: ``make background``.

Writes, for each gram that at least one item in ``RAREST`` holds, in how many
items of a hundred thousand it stands; and the clauses that stand word for word
in the reports of at least ``FEWEST_ISSUERS`` issuers, with how many those are.
Only these are kept, no other text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from policydiff.align.background import BACKGROUND_FILE, PER
from policydiff.align.grams import grams_of
from policydiff.errors import SourceError
from policydiff.lexicon.stock import SET_PHRASES_FILE, bare_clause
from policydiff.model import Document
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
FEWEST_ISSUERS = 3
PHRASE = re.compile(r"[一-鿿]{4,20}")
"""Shorter clauses are fragments, longer ones quotations, and those with figures targets."""


def background_files() -> list[Path]:
    """The reports counted, in order."""
    return sorted(path for folder in FOLDERS for path in (CORPUS / folder).rglob("*.txt"))


def read_all(paths: Iterable[Path]) -> Iterator[Document]:
    """The reports that can be read."""
    for path in paths:
        try:
            yield read(path)
        except SourceError:
            continue


def count_grams(documents: Iterable[Document]) -> tuple[Counter[str], int]:
    """In how many items each gram stands, and how many items there are."""
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += len(document.items)
        for item in document.items:
            counts.update(grams_of(item.plain))
    return counts, total


def count_phrases(documents: Iterable[Document]) -> dict[str, int]:
    """In the reports of how many issuers each clause that looks forward stands."""
    issuers: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        for item in document.items:
            if item.kind.is_forward:
                issuers[bare_clause(item.plain)].add(document.series)
    return {
        clause: len(found)
        for clause, found in issuers.items()
        if len(found) >= FEWEST_ISSUERS and PHRASE.fullmatch(clause)
    }


def write(path: Path, counts: dict[str, int]) -> None:
    """Writes a table, the commonest first."""
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    lines = [f"{name}\t{count}" for name, count in ordered]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Counts and writes the tables."""
    documents = list(read_all(background_files()))
    counts, total = count_grams(documents)
    common = {gram: count for gram, count in counts.items() if count * RAREST >= total}
    write(BACKGROUND_FILE, {gram: round(count * PER / total) for gram, count in common.items()})
    phrases = count_phrases(documents)
    write(SET_PHRASES_FILE, phrases)
    print(f"{len(common)} grams of {total} items in {len(documents)} reports")
    print(f"{len(phrases)} set phrases of at least {FEWEST_ISSUERS} issuers")


if __name__ == "__main__":
    main()
