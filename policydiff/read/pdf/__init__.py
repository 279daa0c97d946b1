"""PDF: text in reading order, paragraph by paragraph, each with its page and its place there."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from policydiff.model import PlaceKind, Source
from policydiff.read.compose import Block, Piece, compose
from policydiff.read.formats import PDF
from policydiff.read.guarded import Script, run_guarded
from policydiff.read.pdf.apart import contents_lines, footnote_lines, starts_note
from policydiff.read.pdf.flow import Set, measure, set_lines
from policydiff.read.pdf.headings import heading_levels, marked
from policydiff.read.pdf.legible import require_legible
from policydiff.read.pdf.margins import running_rows
from policydiff.read.pdf.pages import Line, Page, Run, line_of, read_pages, rows_of
from policydiff.read.pdf.paragraphs import paragraphs
from policydiff.read.pdf.recogniser import Recogniser, installed_recogniser
from policydiff.read.pdf.unread import completed, notices
from policydiff.read.pdf.wording import compounds, pieces

__all__ = ["blocks_of", "read_pdf", "read_with"]

_GLYPHS = Script("policydiff.read.pdf.glyphs")


def read_pdf(content: bytes, name: str) -> Source:
    """The text of a PDF; SourceError where it has none, or none that can be read."""
    return read_with(installed_recogniser(), content, name)


def read_with(recogniser: Recogniser | None, content: bytes, name: str) -> Source:
    """The text of a PDF, that of pages without a text layer as it is recognised."""
    pages = read_pages(run_guarded(_GLYPHS, content, name, PDF))
    if recogniser is None:
        require_legible(pages, name)
    done = completed(pages, content, name, recogniser)
    composed = compose(blocks_of(done.pages))
    return Source(
        name,
        hashlib.sha256(content).hexdigest(),
        "pdf",
        composed.text,
        notices=tuple(notices(done, composed.places)),
        places=composed.places,
        asides=composed.asides,
    )


def blocks_of(pages: Sequence[Page]) -> list[Block]:
    """The paragraphs of the pages; what is furniture stands where its page begins."""
    running = running_rows(pages)
    lines = set_lines(pages, running)
    common = measure(lines)
    heights = {page.number: page.height for page in pages}
    contents = contents_lines(lines)
    notes = footnote_lines(lines, common, heights) - contents
    text = [entry for place, entry in enumerate(lines) if place not in contents | notes]
    hyphened = compounds(text)
    found = paragraphs(text, common)
    levels = heading_levels(found, common)
    body = [
        Block(_with_mark(pieces(paragraph.lines, hyphened), level))
        for paragraph, level in zip(found, levels, strict=True)
    ]
    asides = [
        *_running_blocks(pages, running),
        *_line_blocks(lines, contents, "contents_removed"),
        *_note_blocks(lines, notes, hyphened),
    ]
    return list(_merged(body, asides))


def _with_mark(parts: tuple[Piece, ...], level: int) -> tuple[Piece, ...]:
    first, *rest = parts
    return (first._replace(text=marked(first.text, level)), *rest)


def _running_blocks(pages: Sequence[Page], running: dict[int, frozenset[Run]]) -> Iterator[Block]:
    for page in pages:
        for row in rows_of(running.get(page.number, ())):
            line = line_of(row, page.number)
            yield _line_block(line, "page_furniture_removed")


def _line_blocks(lines: Sequence[Set], chosen: Iterable[int], code: str) -> Iterator[Block]:
    for position in sorted(chosen):
        yield _line_block(lines[position].line, code)


def _line_block(line: Line, code: str) -> Block:
    return Block((Piece(line.text, PlaceKind.PAGE, str(line.page), line.box),), code)


def _note_blocks(
    lines: Sequence[Set], notes: frozenset[int], hyphened: frozenset[str]
) -> Iterator[Block]:
    """The footnotes, each whole."""
    group: list[Set] = []
    for position in sorted(notes):
        entry = lines[position]
        if group and (starts_note(entry) or entry.line.page != group[0].line.page):
            yield Block(pieces(group, hyphened), "footnotes_set_apart")
            group = []
        group.append(entry)
    if group:
        yield Block(pieces(group, hyphened), "footnotes_set_apart")


def _merged(body: Iterable[Block], asides: Iterable[Block]) -> Iterator[Block]:
    """All blocks by page: what a page sets apart before the first paragraph that begins on it."""
    waiting = sorted(asides, key=_page_of)
    for block in body:
        while waiting and _page_of(waiting[0]) <= _page_of(block):
            yield waiting.pop(0)
        yield block
    yield from waiting


def _page_of(block: Block) -> int:
    return int(block.pieces[0].name)
