"""Figures: every number with its unit in a Chinese sentence, names left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.lexicon import english
from policydiff.lexicon.aims import NEW
from policydiff.lexicon.numerals import FRACTIONS, MAGNITUDES, NAME, SCALES
from policydiff.lexicon.units import FACTOR, FAMILY, PERSON_NOUN, QUANTITY
from policydiff.targets.numerals import parse_number

_QUOTED = re.compile('《[^》]*》|“[^”]*”|"[^"]*"|「[^」]*」')
_NAME = re.compile(NAME)
_FRACTION_PLACES = 3
_SPELLED = 12
_SPELLED_FAMILIES = frozenset(
    {"things", "persons", "households", "homes", "places", "person_times"}
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as the text has it, with the place of its quantity.

    ``bound`` is the word behind it (以上), ``is_open`` says that 多 or 余 makes
    it a little more, ``is_chinese`` that it is not in Arabic numerals,
    ``is_bare`` that no measure word follows: 8000万纳税人.
    """

    start: int
    end: int
    value: float
    value_hi: float | None
    unit: str
    family: str
    bound: str = ""
    is_open: bool = False
    is_chinese: bool = False
    is_bare: bool = False


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """The figures of a sentence in order, without those inside names and titles."""
    matches = list(QUANTITY.finditer(sentence))
    if not matches:
        return ()
    names = list(_names(sentence))
    figures = (
        _figure(sentence, match)
        for match in matches
        if not any(start <= match.start() < end for start, end in names)
    )
    return tuple(figure for figure in figures if not _is_spelled_name(sentence, figure))


def _names(sentence: str) -> Iterator[tuple[int, int]]:
    """The ranges that only name something.

    Quotation marks name, unless several figures or a share stand inside.
    """
    for quoted in _QUOTED.finditer(sentence):
        inside = QUANTITY.findall(quoted.group())
        if quoted.group()[0] == "《" or (len(inside) < 2 and "%" not in quoted.group()):
            yield quoted.span()
    for name in _NAME.finditer(sentence):
        yield name.span()


def _is_spelled_name(sentence: str, figure: Figure) -> bool:
    """一次能源, 三项行动, 二元 count nothing to be reached; 新建三个 does."""
    if not figure.is_chinese or figure.value > _SPELLED:
        return False
    if figure.family not in _SPELLED_FAMILIES and figure.unit != "元":
        return False
    return figure.value == 1 or sentence[max(0, figure.start - 2) : figure.start] not in NEW


def _figure(sentence: str, match: re.Match[str]) -> Figure:
    value, value_hi, unit = _value(sentence, match)
    return Figure(
        start=match.start(),
        end=match.end(),
        value=value,
        value_hi=value_hi,
        unit=unit,
        family=unit_family(unit),
        bound=match["after"] or "",
        is_open=bool(match["more"] or match["more_after"]),
        is_chinese=not match.group()[0].isascii(),
        is_bare=bool(match["high"]) and not match["unit"],
    )


def split_unit(unit: str) -> tuple[float, str]:
    """A unit's magnitude and its measure: ``万亿元`` is 10**12 and ``元``.

    ``billion dollars`` is 10**9 and ``dollars``.
    """
    if unit in FACTOR:
        return 1, unit
    for magnitude, factor in (MAGNITUDES | english.MAGNITUDES).items():
        if unit.startswith(magnitude):
            return factor, unit.removeprefix(magnitude).strip()
    return 1, unit


def unit_family(unit: str) -> str:
    """The family of a unit, with its rate: ``万亿元`` is of yuan, ``元/月`` of yuan/月."""
    measure, stroke, rate = split_unit(unit)[1].partition("/")
    return FAMILY.get(measure, measure) + stroke + rate


def base_factor(unit: str) -> float:
    """What one of a unit is in its family's base: ``万亩`` is 6666667 square metres."""
    magnitude, measure = split_unit(unit)
    return magnitude * FACTOR.get(measure.partition("/")[0], 1)


def _value(sentence: str, match: re.Match[str]) -> tuple[float, float | None, str]:
    if match["percent"]:
        high = match["percent_high"]
        return parse_number(match["percent"]), parse_number(high) if high else None, "%"
    if match["whole"]:
        return _share(parse_number(match["part"]), parse_number(match["whole"]))
    if match["over"]:
        return _share(float(match["over"]), float(match["under"]))
    if match["half"]:
        return FRACTIONS[match["half"]], None, "比例"
    if match["doublings"]:
        return parse_number(match["doublings"][0].replace("番", "一")), None, "番"
    return _measured(sentence, match)


def _share(part: float, whole: float) -> tuple[float, None, str]:
    return round(part / whole, _FRACTION_PLACES), None, "比例"


def _measured(sentence: str, match: re.Match[str]) -> tuple[float, float | None, str]:
    magnitude = match["magnitude"] or ""
    unit = magnitude + (match["unit"] or _unnamed_unit(sentence, match))
    high = _within(match["high"] or match["index"], magnitude)
    low_magnitude, low_measure = split_unit(match["low_unit"] or "")
    if not match["low"] or (low_measure and low_measure != match["unit"]):
        return high, None, unit
    shared = low_magnitude == 1 or not magnitude
    scale = 1.0 if shared else low_magnitude / MAGNITUDES[magnitude]
    return _within(match["low"], magnitude) * scale, high, unit


def _within(number: str, magnitude: str) -> float:
    """The value in the text's own magnitude: 四亿五千 before 万 is 45000."""
    mark = "亿" if "亿" in number else "万"
    head, found, tail = number.rpartition(mark)
    if not found:
        return parse_number(number)
    return parse_number(head) * SCALES[mark] / MAGNITUDES.get(magnitude, 1) + parse_number(tail)


def _unnamed_unit(sentence: str, match: re.Match[str]) -> str:
    """人 where the nouns around a bare magnitude say that people are counted."""
    after = PERSON_NOUN.match(sentence, match.end())
    before = PERSON_NOUN.search(sentence, max(0, match.start() - 6), match.start())
    return "人" if after or before else ""
