"""Notes behind a text: the numbers that refer to them, and where they begin."""

import re

from policydiff.clean.draft import Cut, Draft
from policydiff.clean.lines import read_lines
from policydiff.lexicon.furniture import GLOSSARY

_NOTE = re.compile(r"^[ \u3000]*(\[\d{1,3}\])", re.MULTILINE)
_MARK = re.compile(r"(?<=\S)\[\d{1,3}\]")

GLOSSARY_SHARE = 0.5
"""A line that names explanations heads them after this share of the text."""


def remove_note_marks(draft: Draft) -> Draft:
    """The draft without the numbers, ``[3]``, of notes that stand further down."""
    notes = {match[1]: match.start() for match in _NOTE.finditer(draft.text)}
    return draft.without(
        Cut("note_marks_removed", *mark.span())
        for mark in _MARK.finditer(draft.text)
        if mark.start() < notes.get(mark[0], -1)
    )


def note_glossary(draft: Draft) -> Draft:
    """The draft with the place on record where its glossary begins, if it has one."""
    for line in read_lines(draft.text):
        if line.start > GLOSSARY_SHARE * len(draft.text) and GLOSSARY.fullmatch(line.text):
            return draft.with_act("glossary_found", 1, draft.span(line.start, line.end))
    return draft
