"""How a number is written in the ways of counting that lists and headings use."""

_HAN = "零一二三四五六七八九"
_HAN_PLAIN = "〇一二三四五六七八九"
_HAN_SCALES = ((1000, "千"), (100, "百"), (10, "十"))
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

LIMIT = 9999
"""Higher numbers stay Arabic."""


def han_numeral(number: int) -> str:
    """二十三 for 23, 一百零五 for 105."""
    if not 0 < number <= LIMIT:
        return str(number)
    words = ""
    for scale, name in _HAN_SCALES:
        digit, number = divmod(number, scale)
        if digit:
            words += _HAN[digit] + name
        elif words and number and not words.endswith("零"):
            words += "零"
    words += _HAN[number] if number else ""
    return words.removeprefix("一") if words.startswith("一十") else words


def han_digits(number: int) -> str:
    """二〇 for 20."""
    return "".join(_HAN_PLAIN[int(digit)] for digit in str(number))


def roman(number: int) -> str:
    """For 14 xiv."""
    if not 0 < number <= LIMIT:
        return str(number)
    written = ""
    for scale, name in _ROMAN:
        times, number = divmod(number, scale)
        written += name * times
    return written


def letters(number: int) -> str:
    """For 3 c, for 27 aa, as lists count."""
    if not 0 < number <= LIMIT:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def circled(number: int) -> str:
    """③ for 3; beyond ⑳ the number itself."""
    return _CIRCLES[number - 1] if 0 < number <= len(_CIRCLES) else str(number)
