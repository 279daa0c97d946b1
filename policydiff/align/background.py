"""How common a gram is in reports at large, so that a short text is not judged by itself alone."""

from functools import cache
from pathlib import Path

BACKGROUND_FILE = Path(__file__).with_name("background.tsv")
PER = 100_000
"""The table counts items in so many."""


@cache
def background(language: str) -> dict[str, float]:
    """The share of items that hold each common gram, 0 to 1; empty for a language never counted."""
    if language != "zh":
        return {}
    rows = (line.split("\t") for line in BACKGROUND_FILE.read_text(encoding="utf-8").splitlines())
    return {gram: int(count) / PER for gram, count in rows}
