"""Document text made safe to print: nothing in it moves a cursor or turns a line around."""

import re
import unicodedata

_ESCAPE_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor movement
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # operating system commands: window title, links
    r"|\x1b[ -/]*[0-~]"  # two-character escapes
)
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs"})
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """The text on one line without control characters, escape sequences and direction marks."""
    unescaped = _ESCAPE_SEQUENCE.sub("", text)
    spaced = _SPACE.sub(" ", unescaped)
    if spaced.isprintable():
        return spaced
    return "".join(char for char in spaced if unicodedata.category(char) not in _UNPRINTABLE)
