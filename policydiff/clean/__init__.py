"""Cleaning: a source's text to paragraphs fit for parsing, with the way back.

Every clean character is one source character, kept or folded; what is left
out is white space or furniture, and what was done is a notice.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from policydiff.clean.contents import remove_contents
from policydiff.clean.copies import remove_copy
from policydiff.clean.draft import Act, Cut, Draft
from policydiff.clean.edges import edge_notices
from policydiff.clean.folds import (
    drop_spaces,
    fold_figures,
    fold_marks,
    fold_quotes,
    fold_widths,
    read_literal_line_ends,
)
from policydiff.clean.front import Front, set_front_apart
from policydiff.clean.furniture import remove_furniture
from policydiff.clean.notes import note_glossary, remove_note_marks
from policydiff.clean.paragraphs import join_lines, split_long_lines
from policydiff.lexicon.lines import is_chinese
from policydiff.lexicon.notices import CLEANING
from policydiff.model import CleanText, Notice, Source, Span

__all__ = ["clean"]


def clean(source: Source, language: str | None = None) -> CleanText:
    """The source's paragraphs one a line, its furniture and notices apart.

    The language, ``zh`` or ``en``, is told from the text unless it is given.
    """
    chinese = is_chinese(source.text) if language is None else language == "zh"
    draft = Draft(source.text, range(len(source.text)))
    draft = draft.without(Cut(aside.code, *aside.span) for aside in source.asides)
    draft = read_literal_line_ends(fold_widths(draft, chinese=chinese))
    if chinese:
        draft = split_long_lines(draft)
    draft = remove_contents(remove_furniture(remove_copy(draft), chinese=chinese))
    if chinese:
        draft = fold_marks(remove_note_marks(draft))
    draft = join_lines(draft, chinese=chinese)
    if chinese:
        draft = fold_figures(draft)
    whole = fold_quotes(drop_spaces(draft, chinese=chinese))
    draft, front = set_front_apart(whole) if chinese else Front(whole, ())
    if chinese:
        draft = note_glossary(draft)
    return CleanText(
        text=draft.text,
        offsets=tuple(draft.offsets),
        source=source.text,
        furniture=tuple(sorted((*draft.furniture, *_leftovers(draft, source.text)))),
        notices=(
            *edge_notices(whole, source.text, chinese=chinese),
            *(_notice(act) for act in _merged(draft.acts)),
        ),
        front=front,
    )


def _leftovers(draft: Draft, source: str) -> Iterator[Span]:
    """Source ranges that went unnoticed: literal line ends, characters that take no room."""
    bare = list(source)
    for span in draft.furniture:
        bare[span.start : span.end] = " " * span.length
    text = "".join(bare)
    for before, after in pairwise((-1, *draft.offsets, len(source))):
        if after - before > 1:
            yield from (Span(*match.span()) for match in _VISIBLE.finditer(text, before + 1, after))


_VISIBLE = re.compile(r"\S+")


def _merged(acts: tuple[Act, ...]) -> list[Act]:
    """One act a code, at its first place."""
    kinds: dict[str, Act] = {}
    for act in acts:
        known = kinds.get(act.code, Act(act.code, 0, act.span))
        kinds[act.code] = Act(act.code, known.count + act.count, min(known.span, act.span))
    return list(kinds.values())


def _notice(act: Act) -> Notice:
    return Notice(act.code, CLEANING[act.code].sentence(act.count), act.span)
