"""Characters folded to one form, one to one: widths, spaces, marks, quotes."""

import re
from itertools import cycle

from policydiff.clean.draft import DROP, Draft
from policydiff.lexicon.lines import (
    CHINESE_QUOTES,
    INVISIBLE,
    MARKS,
    NUMERAL,
    SPACES,
    STRONG_START,
    WIDE,
    WIDTHS,
    is_wide,
)

LITERAL_MIN = 3
"""Fewer written-out line ends are what the text says."""

ORDINAL_LIMIT = 12
"""An ordinal is no longer than this, so a space further on does not follow one."""

NEAR = 3
"""Behind more spaces a mark has no neighbour."""

ORDINAL_MARKS = ("、", "）")
"""An ordinal with such a mark needs no space behind it."""

_LATIN_FOLDS = {**WIDTHS, **SPACES, **dict.fromkeys(map(ord, INVISIBLE), DROP)}
_CHINESE_FOLDS = {**_LATIN_FOLDS, **CHINESE_QUOTES}
_WIDTH = re.compile(f"[{''.join(map(chr, WIDTHS))}]")
_INVISIBLE_LINE = re.compile(rf"\n[{INVISIBLE}]+(?=\n)")
_LITERAL_LINE_END = r"\r\n"
_SPACED_DIGITS = re.compile(r"(?<!\d)\d(?: \d)+(?!\d)")
_DIGIT_PAIR = re.compile(r"\d \d(?:\D|$)")
_SPACE_RUN = re.compile("[ \u3000]+")
_SPACES = re.compile("  +")
_MARK = re.compile("[,;:!?]")
_STOP = re.compile(rf"(?<=[^\x00-\xff{NUMERAL}])\.(?=$|{WIDE})", re.MULTILINE)
_DECIMAL = re.compile(r"(?<=\d)(?: {1,3}[·.] {1,3}(?=\d)|·(?=\d{1,3}(?:[%‰万亿倍]|个百分点)))")
_THOUSANDS = re.compile(r"(?<![\d.，])\d{1,3}(?:，\d{3})+(?![\d，])")
_BRACKETS = re.compile(r"\([^()\n]*\)|<[^<>=/\n]*>")
_QUOTE = re.compile('["“”]')
_REGULAR = re.compile("(?:“”)*")
_SINGLE = re.compile("'")


def fold_widths(draft: Draft, *, chinese: bool) -> Draft:
    """Half-width letters, digits and signs; nothing that takes no room; plain spaces.

    A line with nothing visible on it is a page break inside a paragraph, so
    it goes together with one of its line ends.
    """
    if wide := _WIDTH.search(draft.text):
        count = len(_WIDTH.findall(draft.text))
        draft = draft.with_act("widths_folded", count, draft.span(*wide.span()))
    draft = draft.substituted(_INVISIBLE_LINE, lambda match: DROP * len(match[0]))
    folds = _CHINESE_FOLDS if chinese else _LATIN_FOLDS
    return draft.rewritten(draft.text.translate(folds)).compact()


def read_literal_line_ends(draft: Draft) -> Draft:
    r"""Line ends for the four characters ``\r\n``, where a text writes its line ends so."""
    count = draft.text.count(_LITERAL_LINE_END)
    if count < LITERAL_MIN:
        return draft
    start = draft.text.index(_LITERAL_LINE_END)
    span = draft.span(start, start + len(_LITERAL_LINE_END))
    text = draft.text.replace(_LITERAL_LINE_END, "\n" + DROP * (len(_LITERAL_LINE_END) - 1))
    return draft.with_act("literal_line_ends_removed", count, span).rewritten(text)


def drop_spaces(draft: Draft, *, chinese: bool) -> Draft:
    """Runs of spaces as one; in Chinese text none but between Latin words and after ordinals."""
    if not chinese:
        return draft.substituted(_SPACES, lambda run: " " + DROP * (len(run[0]) - 1))
    if _DIGIT_PAIR.search(draft.text):
        draft = draft.substituted(
            _SPACED_DIGITS, lambda match: match[0].replace(" ", DROP), "spaces_dropped"
        )
    return draft.substituted(_SPACE_RUN, _squeezed, "spaces_dropped")


def _squeezed(run: re.Match[str]) -> str:
    text, (start, end) = run.string, run.span()
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    is_between_words = len(around) == 2 and around.isascii() and around.isalnum()
    keeps = is_between_words or _ends_ordinal(text, start)
    return (" " if keeps else DROP) + DROP * (end - start - 1)


def _ends_ordinal(text: str, position: int) -> bool:
    line_start = text.rfind("\n", 0, position) + 1
    if position - line_start > ORDINAL_LIMIT:
        return False
    ordinal = text[line_start:position].lstrip("# ")
    if ordinal.endswith(ORDINAL_MARKS):
        return False
    return position > line_start and (not ordinal or bool(STRONG_START.fullmatch(ordinal)))


def fold_figures(draft: Draft) -> Draft:
    """The full stop and the comma of a figure where a text has a dot in the middle or a wide comma.

    Spaces stand around the dot where a figure was recognised from a picture.
    """
    draft = draft.substituted(_DECIMAL, _decimal_point, "marks_folded")
    return draft.substituted(
        _THOUSANDS, lambda figure: figure[0].replace("，", ","), "marks_folded"
    )


def _decimal_point(match: re.Match[str]) -> str:
    return re.sub("[·.]", ".", match[0]).replace(" ", DROP)


def fold_marks(draft: Draft) -> Draft:
    """Chinese commas, colons and brackets where a Chinese text has ASCII ones."""
    draft = draft.substituted(_BRACKETS, _wide_brackets, "marks_folded")
    draft = draft.substituted(_STOP, lambda _: "。", "marks_folded")
    return draft.substituted(_MARK, _wide_mark, "marks_folded")


def _wide_brackets(pair: re.Match[str]) -> str:
    if pair[0].isascii() and not _has_wide_neighbour(pair):
        return pair[0]
    return MARKS[pair[0][0]] + pair[0][1:-1] + MARKS[pair[0][-1]]


def _wide_mark(mark: re.Match[str]) -> str:
    return MARKS[mark[0]] if _has_wide_neighbour(mark) else mark[0]


def _has_wide_neighbour(match: re.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    before = text[max(0, start - NEAR) : start].rstrip(" ")
    after = text[end : end + NEAR].lstrip(" ")
    return any(map(is_wide, before[-1:] + after[:1]))


def fold_quotes(draft: Draft) -> Draft:
    """Curly quotes that open and close by turns within each paragraph; curly apostrophes."""
    text = "\n".join(map(_fold_line, draft.text.split("\n")))
    draft = draft.rewritten(text, "quotes_folded")
    return draft.substituted(_SINGLE, _curly_single)


def _fold_line(line: str) -> str:
    quotes = "".join(_QUOTE.findall(line))
    if _REGULAR.fullmatch(quotes) or ('"' not in quotes and len(quotes) % 2):
        return line
    turns = cycle("“”")
    return _QUOTE.sub(lambda _: next(turns), line)


def _curly_single(quote: re.Match[str]) -> str:
    """An opening quote at the start of a word, else an apostrophe or a closing quote."""
    text, (start, end) = quote.string, quote.span()
    opens = not text[max(0, start - 1) : start].strip("(（“《 \n") and text[end : end + 1].strip()
    return "‘" if opens else "’"
