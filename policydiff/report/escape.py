"""Document text that Markdown prints as it stands."""

import re

from policydiff.report.printable import printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]~|#])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What at the start of a line would be the sign of a list, or a rule.
_LINE_SIGN = re.compile(r"^(\d{0,9})([-+.)])(?=[\s-]|$)")


def escape(text: str) -> str:
    """The text on one line, without meaning to Markdown or HTML, in tables too."""
    line = printable(text).strip()
    special = _SPECIAL.sub(r"\\\1", line).translate(_ENTITIES)
    return _LINE_SIGN.sub(r"\1\\\2", special)
