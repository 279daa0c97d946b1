"""A text on its way to being clean, and the place in the source of each of its characters."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress
from operator import ne
from typing import NamedTuple

from policydiff.model import Span

DROP = "\x00"
"""Written over a character that is to go; ``compact`` takes it out."""

_KEPT = re.compile(f"[^{DROP}]+")


class Cut(NamedTuple):
    """A range of the draft that is furniture, under a notice code."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Act:
    """Something done to the text: its notice code, how often, and the first place in the source."""

    code: str
    count: int
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Text and, for each character, its source position; furniture and acts so far."""

    text: str
    offsets: Sequence[int]
    furniture: tuple[Span, ...] = ()
    acts: tuple[Act, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The source range of a non-empty range of the draft."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def compact(self) -> "Draft":
        """Without the characters marked to be dropped."""
        if DROP not in self.text:
            return self
        kept = [match.span() for match in _KEPT.finditer(self.text)]
        offsets = tuple(chain.from_iterable(self.offsets[start:end] for start, end in kept))
        return replace(self, text=self.text.replace(DROP, ""), offsets=offsets)

    def rewritten(self, text: str, code: str = "") -> "Draft":
        """With other characters in the same places; under a code, what changed is an act."""
        if text == self.text:
            return self
        draft = replace(self, text=text)
        if not code:
            return draft.compact()
        changed = bytearray(map(ne, self.text, text))
        first = changed.index(1)
        return draft.with_act(code, sum(changed), self.span(first, first + 1)).compact()

    def substituted(
        self, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], code: str = ""
    ) -> "Draft":
        """With each match replaced by as many characters; under a code, the changes are an act."""
        found: list[int] = []

        def change(match: re.Match[str]) -> str:
            replacement = new(match)
            if replacement != match[0]:
                found.append(match.start())
            return replacement

        text = pattern.sub(change, self.text)
        if not found:
            return self
        draft = replace(self, text=text)
        if code:
            draft = draft.with_act(code, len(found), self.span(found[0], found[0] + 1))
        return draft.compact()

    def with_act(self, code: str, count: int, span: Span) -> "Draft":
        """With one more act on record."""
        return replace(self, acts=(*self.acts, Act(code, count, span)))

    def without(self, cuts: Iterable[Cut]) -> "Draft":
        """With the cuts taken out and put on record; what several cuts cover goes once."""
        mask = bytearray(len(self.text))
        kinds: dict[str, list[Span]] = {}
        for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
            start = cut.start
            while start < cut.end and mask[start]:
                start += 1
            if start == cut.end:
                continue
            mask[start : cut.end] = b"\x01" * (cut.end - start)
            kinds.setdefault(cut.code, []).append(self.span(start, cut.end))
        if not kinds:
            return self
        keep = bytes(mask).translate(_INVERTED)
        return replace(
            self,
            text="".join(compress(self.text, keep)),
            offsets=tuple(compress(self.offsets, keep)),
            furniture=(*self.furniture, *chain.from_iterable(kinds.values())),
            acts=(*self.acts, *(Act(code, len(spans), spans[0]) for code, spans in kinds.items())),
        )


_INVERTED = bytes([1, 0]) + bytes(254)
