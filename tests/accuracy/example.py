"""The bundled example's hand-made truth in the form of a labelled pair.

The truth quotes the reports without white space; here the quotes become
offsets into the texts.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from policydiff.model import Document, Span
from policydiff.pipeline import read
from tests.accuracy.pairs import Gold, GoldLink, GoldSide

EXAMPLES = Path(__file__).parents[2] / "examples"


def example_pairs() -> Iterator[Gold]:
    """The labelled pairs of the example, in order."""
    for path in sorted((EXAMPLES / "truth").glob("20*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        old, new = (example_document(truth[side]) for side in ("old", "new"))
        links: list[GoldLink] = [
            {
                "old": find_quote(old.text, link["old"]),
                "new": find_quote(new.text, link["new"]),
                "type": link["type"],
                "sure": link["sure"],
                "changes": link["changes"],
            }
            for link in truth["links"]
        ]
        yield {"pair": path.stem, "old": _side(old), "new": _side(new), "links": links}


@cache
def example_document(label: str) -> Document:
    """One report of the example."""
    return read(EXAMPLES / "lanchuan" / f"{label}.txt")


def find_quote(text: str, quote: str) -> Span:
    """Where a quote stands in a text, white space aside."""
    places = [place for place, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[place] for place in places)
    start = bare.index("".join(quote.split()))
    length = len("".join(quote.split()))
    return Span(places[start], places[start + length - 1] + 1)


def _side(document: Document) -> GoldSide:
    kinds = EXAMPLES / "truth" / "kinds" / f"{document.label}.json"
    rows = json.loads(kinds.read_text(encoding="utf-8"))
    return {
        "file": f"lanchuan/{document.label}.txt",
        "sha256": document.sha256,
        "sentences": list(_sentences(document.text, rows)),
    }


def _sentences(text: str, rows: list[dict[str, str]]) -> Iterator[tuple[int, int, str]]:
    """The labelled sentences in order; each is looked for behind the one before."""
    places = [place for place, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[place] for place in places)
    start = 0
    for row in rows:
        words = "".join(row["sentence"].split())
        start = bare.index(words, start)
        yield places[start], places[start + len(words) - 1] + 1, row["kind"]
        start += len(words)
