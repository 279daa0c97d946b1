"""The comparison that users of the library hold: the values, and how to write them down."""

from dataclasses import dataclass, fields

from policydiff import model
from policydiff.provisions import Provision, provisions_of
from policydiff.report.data import comparison_json
from policydiff.report.markdown import comparison_markdown
from policydiff.report.view import View


@dataclass(frozen=True, slots=True)
class Comparison(model.Comparison):
    """Two documents and everything said about them, ready to be written down."""

    @classmethod
    def of(cls, values: model.Comparison) -> "Comparison":
        """The same comparison, able to write itself down."""
        return cls(**{field.name: getattr(values, field.name) for field in fields(values)})

    @property
    def articles(self) -> tuple[Provision, ...]:
        """What became of each article; empty unless both documents are laws or terms."""
        return provisions_of(self)

    def to_json(self) -> str:
        """The comparison as ``policydiff compare --format json`` prints it."""
        return comparison_json(self)

    def to_markdown(self, view: View | None = None) -> str:
        """The comparison as Markdown, whole or as the view says."""
        return comparison_markdown(self, view or View())
