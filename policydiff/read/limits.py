"""How large a document may be, and how small something is that is none."""

import re

from policydiff.errors import SourceError

MAX_MEGABYTES = 50
"""The size of a file."""

MAX_XML_MEGABYTES = 60
MAX_MEMBERS = 10_000
"""What the parts of a zipped document, such as a DOCX, may come to unpacked."""

MAX_CHARACTERS = 5_000_000
MAX_LINES = 200_000
"""The text of one document; a report to a national assembly has twenty thousand characters."""

MIN_CHARACTERS = 40
MIN_SENTENCES = 2

_STOP = re.compile(r"[。！？；.!?;](?=\D|$)")


def require_document(name: str, text: str) -> None:
    """Raises SourceError for a text too small or too large to be one document."""
    length = len(text.strip())
    if not length:
        raise SourceError(f'"{name}" is empty; give a file that holds a document')
    if length < MIN_CHARACTERS:
        raise SourceError(
            f'"{name}" holds only {length} characters, no document; give the whole text'
        )
    require_size(name, text)
    if max(len(_STOP.findall(text)), len(text.split("\n\n"))) < MIN_SENTENCES:
        raise SourceError(f'"{name}" holds one sentence, no document; give the whole text')


def require_size(name: str, text: str) -> None:
    """Raises SourceError for a text too large to be one document."""
    if len(text) > MAX_CHARACTERS or text.count("\n") > MAX_LINES:
        raise SourceError(
            f'"{name}" holds {len(text):,} characters on {text.count(chr(10)) + 1:,} lines, '
            f"more than the {MAX_CHARACTERS:,} on {MAX_LINES:,} of one document; "
            "give the text of one document"
        )
