"""The value of a number written in Arabic or Chinese numerals."""

from policydiff.lexicon.numerals import DIGITS, SCALES


def parse_number(text: str) -> float:
    """The value of a numeral: ``1,250.5`` is 1250.5, ``一千二百`` 1200, ``七点八`` 7.8."""
    if text[0].isascii():
        return float(text.replace(",", ""))
    whole, _, fraction = text.partition("点")
    value = float(_whole_value(whole))
    for place, digit in enumerate(fraction, start=1):
        value += DIGITS[digit] / 10**place
    return round(value, len(fraction))


def _whole_value(text: str) -> int:
    if not any(char in SCALES for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif (scale := SCALES[char]) < SCALES["万"]:
            section += scale * (1 if digit is None else digit)
            digit = None
        else:
            total += (section + (digit or 0)) * scale
            section, digit = 0, None
    return total + section + (digit or 0)
