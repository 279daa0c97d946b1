"""What text recognition takes for something else, wherever the place in a line tells."""

import re
from typing import NamedTuple


class Misreading(NamedTuple):
    """What is read, and what stands there."""

    read: re.Pattern[str]
    stands: str


MISREADINGS = (
    Misreading(re.compile(r"^(?:一[—一-]|—[一-])(?=[\u4e00-\u9fff])(?!对应|列举)"), "——"),
    Misreading(re.compile(r"(?<=\d)一(?=\d)"), "—"),
)
"""A dash is drawn as one stroke or two, each of which looks like a 一."""

_FIGURE = re.compile(r"(?<![A-Za-z\d.,])(?:\d[\d.,oO]*[oO][\d.,oO]*|[oO]\.\d[\doO]*)(?![A-Za-z])")
"""A figure with a letter among its digits; H2O, O3 and 25oC are none."""

_ZEROS = str.maketrans("oO", "00")


def as_it_stands(line: str) -> str:
    """A recognised line without these misreadings."""
    for row in MISREADINGS:
        line = row.read.sub(row.stands, line)
    return _FIGURE.sub(lambda figure: figure[0].translate(_ZEROS), line)
