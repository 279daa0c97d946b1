"""Reading: what one figure of a sentence says, before it is placed in a document."""

from dataclasses import dataclass

from policydiff.model import Comparator


@dataclass(frozen=True, slots=True)
class Reading:
    """A target in its sentence; ``place`` is where its number starts."""

    place: int
    start: int
    end: int
    indicator: str
    comparator: Comparator
    value: float
    value_hi: float | None
    unit: str
    strength: str = ""
    baseline: str = ""
    deadline: str = ""
