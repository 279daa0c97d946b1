"""Cleaning: a source's text to paragraphs fit for parsing, with the way back.

Every clean character is one source character, kept or folded; what is left
out is white space or furniture, and what was done is a notice.
"""

from policydiff.clean.copies import remove_copy
from policydiff.clean.draft import Act, Draft
from policydiff.clean.edges import edge_notices
from policydiff.clean.folds import (
    drop_spaces,
    fold_marks,
    fold_quotes,
    fold_widths,
    invisible_furniture,
    is_chinese,
    literal_furniture,
    read_literal_line_ends,
)
from policydiff.clean.furniture import remove_furniture
from policydiff.clean.paragraphs import join_lines, split_long_lines
from policydiff.lexicon.notices import CLEANING
from policydiff.model import CleanText, Notice, Source

__all__ = ["clean"]


def clean(source: Source) -> CleanText:
    """The source's paragraphs one a line, its furniture and notices apart."""
    chinese = is_chinese(source.text)
    draft = fold_widths(Draft(source.text, range(len(source.text))))
    draft = read_literal_line_ends(draft)
    if chinese:
        draft = split_long_lines(draft)
    draft = remove_furniture(remove_copy(draft))
    if chinese:
        draft = fold_marks(draft)
    draft = join_lines(draft, chinese=chinese)
    draft = fold_quotes(drop_spaces(draft, chinese=chinese))
    furniture = (
        *draft.furniture,
        *literal_furniture(draft, source.text),
        *invisible_furniture(draft, source.text),
    )
    return CleanText(
        text=draft.text,
        offsets=tuple(draft.offsets),
        source=source.text,
        furniture=tuple(sorted(furniture)),
        notices=(
            *edge_notices(draft, source.text, chinese=chinese),
            *(_notice(act) for act in _merged(draft.acts)),
        ),
    )


def _merged(acts: tuple[Act, ...]) -> list[Act]:
    """One act a code, at its first place."""
    kinds: dict[str, Act] = {}
    for act in acts:
        known = kinds.get(act.code, Act(act.code, 0, act.span))
        kinds[act.code] = Act(act.code, known.count + act.count, min(known.span, act.span))
    return list(kinds.values())


def _notice(act: Act) -> Notice:
    return Notice(act.code, CLEANING[act.code].format(count=act.count), act.span)
