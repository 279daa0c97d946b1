"""Reading: a file of whatever format to its text, or one sentence that says why not."""

from policydiff.read.files import (
    LabelledSource,
    read_content,
    read_source,
    read_sources,
)
from policydiff.read.formats import FILE_SUFFIXES
from policydiff.read.limits import MAX_MEGABYTES
from policydiff.read.text import decode

__all__ = [
    "FILE_SUFFIXES",
    "MAX_MEGABYTES",
    "LabelledSource",
    "decode",
    "read_content",
    "read_source",
    "read_sources",
]
