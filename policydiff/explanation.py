"""The explanation that users of the library hold: the values, and how to write them down."""

from dataclasses import dataclass, fields

from policydiff import ladder
from policydiff.report.ladder_blocks import ladder_blocks
from policydiff.report.ladder_data import explanation_json
from policydiff.report.markdown import blocks_markdown

RUNNERS_UP = 2
"""Refused candidates that a report shows when the user does not say how many."""


@dataclass(frozen=True, slots=True)
class Explanation(ladder.Explanation):
    """Why an item has the links it has, ready to be written down."""

    @classmethod
    def of(cls, values: ladder.Explanation) -> "Explanation":
        """The same explanation, able to write itself down."""
        return cls(**{field.name: getattr(values, field.name) for field in fields(values)})

    def to_json(self) -> str:
        """The explanation as ``policydiff explain --format json`` prints it, all candidates."""
        return explanation_json(self)

    def to_markdown(self, limit: int = RUNNERS_UP) -> str:
        """The explanation as Markdown, with so many of the refused candidates."""
        return blocks_markdown(ladder_blocks(self, limit))
