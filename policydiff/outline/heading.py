"""What a heading is before its place in the tree is known."""

from dataclasses import dataclass

from policydiff.model import Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found, in clean coordinates, before its place in the tree is known."""

    family: str
    number: int
    ordinal: str
    text: str
    span: Span
    rank: int | None
