"""What a reader asked to see of a comparison."""

from dataclasses import dataclass
from enum import StrEnum

from policydiff.model import Document
from policydiff.report.place import section_path


class Part(StrEnum):
    """One of the lists a report consists of."""

    FIGURES = "figures"
    CARRIED = "carried"
    DROPPED = "dropped"
    ADDED = "added"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class View:
    """Which lists, of which sections, how long.

    ``only`` None shows every list. ``section`` keeps what stands under a
    heading that contains the text. ``limit`` None or 0 shows lists whole.
    """

    only: Part | None = None
    section: str | None = None
    limit: int | None = None

    def shows(self, part: Part) -> bool:
        """Whether the list is wanted."""
        return self.only in (None, part)

    def covers(self, document: Document, section: int | None) -> bool:
        """Whether the section, or one it stands in, is wanted; None stands for no section."""
        if not self.section:
            return True
        path = () if section is None else section_path(document, section)
        return any(self.section in heading for heading in path)

    def room(self, entries: int) -> int:
        """How many of so many entries are shown."""
        return min(entries, self.limit) if self.limit else entries
