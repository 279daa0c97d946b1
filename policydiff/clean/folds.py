"""Characters folded to one form, one to one: widths, spaces, marks, quotes."""

import re
from collections.abc import Iterator
from itertools import cycle

from policydiff.clean.draft import DROP, Draft
from policydiff.lexicon.lines import HAN, INVISIBLE, MARKS, SPACES, STRONG_START, WIDTHS
from policydiff.model import Span

LITERAL_MIN = 3
"""Fewer written-out line ends are what the text says."""

_HAN_CHARACTER = re.compile(f"[{HAN}]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
_INVISIBLE_LINE = re.compile(rf"\n[{INVISIBLE}]+(?=\n)")
_LITERAL = r"\r\n"
_LITERAL_LINE_END = re.compile(re.escape(_LITERAL))
_SPACED_DIGITS = re.compile(r"(?<![\d.])\d(?: \d)+(?![\d.])")
_SPACE_RUN = re.compile("[ \u3000]+")
_MARK = re.compile(rf"(?<=[{HAN}”’》）])[,;:!?]|[,;:!?](?=[{HAN}“‘《（])")
_STOP = re.compile(rf"(?<=[{HAN}”’》）])\.(?=\n|$)")
_BRACKETS = re.compile(
    rf"(?<=[{HAN}])\([^()\n]*\)|\([^()\n]*[{HAN}][^()\n]*\)|\([^()\n]*\)(?=[{HAN}])"
)
_GUILLEMETS = {
    ord("«"): "《",
    ord("»"): "》",
    ord("「"): "“",
    ord("」"): "”",
    ord("『"): "‘",
    ord("』"): "’",
    ord("〝"): "“",
    ord("〞"): "”",
}
_QUOTE = re.compile('["“”]')
_QUOTED_LINE = re.compile('[^\n]*["“”][^\n]*')
_REGULAR = re.compile("(?:“”)*")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[A-Za-z]|\s|$)")
_SINGLE_QUOTED = re.compile(r"(?<![A-Za-z])'(?=[^'\n]{1,40}')|(?<=[^'\s])'(?![A-Za-z])")


def is_chinese(text: str) -> bool:
    """Whether the text is written in Chinese characters rather than in letters."""
    sample = text[:20_000]
    return 2 * len(_HAN_CHARACTER.findall(sample)) > len(_LATIN_LETTER.findall(sample))


def fold_widths(draft: Draft) -> Draft:
    """Half-width letters, digits and signs; nothing that takes no room; plain spaces."""
    draft = draft.substituted(_INVISIBLE_LINE, lambda match: DROP * len(match[0]))
    draft = draft.rewritten(draft.text.translate(dict.fromkeys(map(ord, INVISIBLE), DROP)))
    draft = draft.rewritten(draft.text.translate(WIDTHS), "widths_folded")
    return draft.rewritten(draft.text.translate(SPACES))


def read_literal_line_ends(draft: Draft) -> Draft:
    r"""Line ends for the four characters ``\r\n``, where a text writes its line ends so."""
    if draft.text.count(_LITERAL) < LITERAL_MIN:
        return draft
    return draft.substituted(
        _LITERAL_LINE_END, lambda _: f"\n{DROP * 3}", "literal_line_ends_removed"
    )


def literal_furniture(draft: Draft, source: str) -> Iterator[Span]:
    """The source ranges of the literal line ends, but for the character kept as a line end."""
    if any(act.code == "literal_line_ends_removed" for act in draft.acts):
        kept = set(draft.offsets)
        for match in _LITERAL_LINE_END.finditer(source):
            yield Span(match.start() + (match.start() in kept), match.end())


def invisible_furniture(draft: Draft, source: str) -> Iterator[Span]:
    """The source ranges of characters that take no room, where no other furniture holds them."""
    for match in _INVISIBLE_RUN.finditer(source):
        span = Span(*match.span())
        if not any(span.overlap(other) for other in draft.furniture):
            yield span


def drop_spaces(draft: Draft, *, chinese: bool) -> Draft:
    """Runs of spaces as one; in Chinese text none but between Latin words and after ordinals."""
    if not chinese:
        return draft.substituted(re.compile("  +"), lambda run: " " + DROP * (len(run[0]) - 1))
    draft = draft.substituted(
        _SPACED_DIGITS, lambda match: match[0].replace(" ", DROP), "spaces_dropped"
    )
    text = draft.text

    def squeeze(run: re.Match[str]) -> str:
        start, end = run.span()
        around = text[max(0, start - 1) : start], text[end : end + 1]
        keeps = all(char.isascii() and char.isalnum() for char in around if char) and all(around)
        if keeps or _ends_ordinal(text, start):
            return " " + DROP * (end - start - 1)
        return DROP * (end - start)

    return draft.substituted(_SPACE_RUN, squeeze, "spaces_dropped")


def _ends_ordinal(text: str, position: int) -> bool:
    line_start = text.rfind("\n", 0, position) + 1
    if position - line_start > 12:
        return False
    return (
        bool(STRONG_START.fullmatch(text, line_start, position))
        or text[line_start:position].strip("#") == ""
    )


def fold_marks(draft: Draft) -> Draft:
    """Chinese commas, colons and brackets where a Chinese text has ASCII ones."""
    draft = draft.rewritten(draft.text.translate(_GUILLEMETS))
    draft = draft.substituted(_BRACKETS, lambda pair: f"（{pair[0][1:-1]}）", "marks_folded")
    draft = draft.substituted(_STOP, lambda _: "。", "marks_folded")
    return draft.substituted(_MARK, lambda mark: MARKS[mark[0]], "marks_folded")


def fold_quotes(draft: Draft) -> Draft:
    """Curly quotes that open and close by turns within each paragraph."""
    lines = _QUOTED_LINE.sub(_fold_line, draft.text)
    draft = draft.rewritten(lines, "quotes_folded")
    draft = draft.substituted(_APOSTROPHE, lambda _: "’")
    return draft.substituted(
        _SINGLE_QUOTED,
        lambda mark: (
            "‘"
            if mark.end() < len(mark.string)
            and not mark.string[mark.end()].isspace()
            and (mark.start() == 0 or mark.string[mark.start() - 1] in " \n（“《")
            else "’"
        ),
    )


def _fold_line(line: re.Match[str]) -> str:
    quotes = "".join(_QUOTE.findall(line[0]))
    if _REGULAR.fullmatch(quotes) or ('"' not in quotes and len(quotes) % 2):
        return line[0]
    turns = cycle("“”")
    return _QUOTE.sub(lambda _: next(turns), line[0])
