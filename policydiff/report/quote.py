"""What items say, cut into runs so that the words that changed can be marked."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from policydiff.model import Comparison, Document, Item, Link, Span
from policydiff.report.printable import printable

# Where words changed in several places and make up more than this share of the characters,
# both texts are easier to read apart than merged.
_MERGED_CHANGE_MAX = 0.6


class Mark(StrEnum):
    """Whose words a run holds: both texts', or one's only."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


class Run(NamedTuple):
    """A stretch of text under one mark, fit to print."""

    text: str
    mark: Mark = Mark.SAME


class Line(NamedTuple):
    """One quotation; ``label`` is ``old`` or ``new`` where both are shown, else empty."""

    runs: tuple[Run, ...]
    label: str = ""


class _Character(NamedTuple):
    position: int
    char: str


def quoted(item: Item) -> Line:
    """The item's text, unmarked."""
    return Line((Run(printable(item.text)),))


def changed_lines(comparison: Comparison, link: Link) -> tuple[Line, ...]:
    """One line with old and new words merged, or both texts where much differs."""
    return changed_wording(comparison.old, comparison.new, link)


def changed_wording(old_document: Document, new_document: Document, link: Link) -> tuple[Line, ...]:
    """The same for a link of any two documents."""
    old_item, new_item = old_document.items[link.old], new_document.items[link.new]
    if old_item.text == new_item.text:
        return (quoted(new_item),)
    old = _characters(old_document, old_item)
    new = _characters(new_document, new_item)
    merged = tuple(_merge(old, new, link))
    is_readable = len(link.words) == 1 or _changed_share(merged) <= _MERGED_CHANGE_MAX
    if is_readable and _says(merged, Mark.OLD) == _plain(old):
        return (Line(_printable_runs(merged)),)
    old_words = [word.old for word in link.words]
    new_words = [word.new for word in link.words]
    return (
        Line(_printable_runs(_marked(old, old_words, Mark.OLD)), "old"),
        Line(_printable_runs(_marked(new, new_words, Mark.NEW)), "new"),
    )


def _characters(document: Document, item: Item) -> list[_Character]:
    """The item's characters with their positions in the document's text."""
    if document.text[slice(*item.span)] == item.text:
        return [_Character(*each) for each in enumerate(item.text, start=item.span.start)]
    furniture = [span for span in document.furniture if span.overlap(item.span)]
    found: list[_Character] = []
    wanted = iter(item.text)
    char = next(wanted, "")
    for position in range(*item.span):
        if _same(document.text[position], char) and not _is_within(position, furniture):
            found.append(_Character(position, char))
            char = next(wanted, "")
    return found if not char else [_Character(item.span.start, char) for char in item.text]


def _same(source: str, char: str) -> bool:
    return source == char or (source.isspace() and char.isspace())


def _is_within(position: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _merge(old: list[_Character], new: list[_Character], link: Link) -> Iterator[Run]:
    """The new text with the old words before those that replaced them."""
    rest = iter(new)
    pending = next(rest, None)
    for word in sorted(link.words, key=lambda word: (word.new, word.old)):
        while pending is not None and pending.position < word.new.start:
            yield Run(pending.char)
            pending = next(rest, None)
        yield from (Run(char, Mark.OLD) for at, char in old if word.old.start <= at < word.old.end)
        while pending is not None and pending.position < word.new.end:
            yield Run(pending.char, Mark.NEW)
            pending = next(rest, None)
    if pending is not None:
        yield Run(pending.char)
    yield from (Run(char) for _, char in rest)


def _marked(characters: list[_Character], words: list[Span], mark: Mark) -> Iterator[Run]:
    for position, char in characters:
        yield Run(char, mark if _is_within(position, words) else Mark.SAME)


def _plain(characters: list[_Character]) -> str:
    return "".join(character.char for character in characters)


def _says(runs: Iterable[Run], mark: Mark) -> str:
    return "".join(run.text for run in runs if run.mark in (Mark.SAME, mark))


def _changed_share(runs: tuple[Run, ...]) -> float:
    return sum(run.mark is not Mark.SAME for run in runs) / len(runs)


def _printable_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    joined = (
        Run(printable("".join(run.text for run in group)), mark)
        for mark, group in groupby(runs, key=lambda run: run.mark)
    )
    return tuple(run for run in joined if run.text)
