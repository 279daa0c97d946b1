"""A report on a terminal, or piped from one as plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from policydiff.model import (
    Ambition,
    Change,
    Comparison,
    Direction,
    Document,
    ReportOutcome,
    Side,
    Verdict,
)
from policydiff.report import summary
from policydiff.report.blocks import Block, Entries, Header, Names, Notices, Table, Tone, blocks
from policydiff.report.grid import grid, hanging
from policydiff.report.listing import Entry, Group
from policydiff.report.quote import Line, Mark
from policydiff.report.view import View

_MARK_STYLES = {Mark.SAME: "", Mark.OLD: "red strike", Mark.NEW: "green"}
# Where colour cannot show, changed words stand between signs.
_MARK_SIGNS = {Mark.SAME: ("", ""), Mark.OLD: ("[-", "-]"), Mark.NEW: ("{+", "+}")}
_WORD_STYLES: dict[str, str] = {
    Direction.RAISED: "bold green",
    Direction.LOWERED: "bold red",
    Direction.TIGHTENED: "bold green",
    Direction.LOOSENED: "bold red",
    Direction.SAME: "dim",
    Ambition.MORE: "bold green",
    Ambition.LESS: "bold red",
    Verdict.EXCEEDED: "bold green",
    Verdict.MISSED: "bold red",
    Change.PROGRESSED: "bold",
    ReportOutcome.REPORTED: "dim",
    Change.VERBATIM: "dim",
}


@dataclass(frozen=True, slots=True)
class Report:
    """A rich renderable: print it to a console of any width."""

    blocks: tuple[Block, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the report, none wider than the console."""
        page = _Page(options.max_width, has_signs=console.no_color or not console.color_system)
        for block in self.blocks:
            for line in _lines(block, page):
                if console.color_system is None:
                    yield Segment(f"{line.plain}\n")
                else:
                    yield from line.render(console, end="\n")


def comparison_renderable(comparison: Comparison, view: View) -> Report:
    """The comparison for ``Console.print``."""
    return blocks_renderable(blocks(comparison, view))


def blocks_renderable(written: Iterable[Block]) -> Report:
    """The blocks of any report for ``Console.print``."""
    return Report(tuple(written))


@dataclass(frozen=True, slots=True)
class _Page:
    width: int
    has_signs: bool


def _lines(block: Block, page: _Page) -> Iterator[Text]:
    match block:
        case Header():
            yield from _header(block, page)
        case Notices():
            yield from _notices(block, page)
        case Table():
            yield from _table(block, page)
        case Entries():
            yield from _entries(block, page)
        case Names():
            yield from _names(block, page)


def _header(block: Header, page: _Page) -> Iterator[Text]:
    yield from _side(Side.OLD, block.old, page)
    yield from _side(Side.NEW, block.new, page)


def _side(side: Side, document: Document, page: _Page) -> Iterator[Text]:
    title = f"{summary.name(document)}  {summary.title(document)}"
    about = Text(summary.particulars(document), style="dim")
    yield from hanging(Text(f"{side}  "), Text(title, style="bold"), page.width)
    yield from hanging(Text("     "), about, page.width)


def _title(text: str, page: _Page) -> Iterator[Text]:
    yield Text()
    yield from hanging(Text(), Text(text, style="bold"), page.width)


def _notices(block: Notices, page: _Page) -> Iterator[Text]:
    if block.lines:
        yield from _title("Notices", page)
    for line in block.lines:
        prefix = Text(f"  {line.whose or 'both':<6}", style="yellow")
        body = Text(line.message, style="yellow" if line.is_grave else "dim")
        yield from hanging(prefix, body, page.width)


def _table(block: Table, page: _Page) -> Iterator[Text]:
    yield from _title(block.title, page)
    rows = [
        [_cell(text, column.tone) for text, column in zip(row, block.columns, strict=True)]
        for row in block.rows
    ]
    if rows:
        for line in grid(block.columns, rows, page.width - 2):
            yield Text.assemble("  ", line)
    yield from _more(block.more)
    if block.note:
        yield from hanging(Text("  "), Text(block.note), page.width)


def _cell(text: str, tone: Tone) -> Text:
    match tone:
        case Tone.PLAIN:
            return Text(text)
        case Tone.FAINT:
            return Text(text, style="dim")
        case Tone.VERDICT:
            return Text(text, style=_WORD_STYLES.get(text, ""))


def _entries(block: Entries, page: _Page) -> Iterator[Text]:
    yield from _title(block.title, page)
    if block.note:
        yield from hanging(Text("  "), Text(block.note, style="yellow"), page.width)
    leads = (_lead(entry) for group in block.listing.groups for entry in group.entries)
    lead_width = max((lead.cell_len for lead in leads), default=0)
    for group in block.listing.groups:
        yield from _group(group, lead_width, page)
    yield from _more(block.listing.more)


def _group(group: Group, lead_width: int, page: _Page) -> Iterator[Text]:
    if group.path:
        yield from hanging(Text("  "), Text(" › ".join(group.path), style="cyan"), page.width)
    for entry in group.entries:
        lead = _lead(entry)
        lead.pad_right(lead_width - lead.cell_len)
        yield from _entry(entry, lead, page)
    if group.folded:
        yield Text(f"    {group.folded} verbatim", style="dim")


def _lead(entry: Entry) -> Text:
    """What stands before an entry: its first tag, or its place where it has none."""
    if not entry.tags:
        return Text(f"    {entry.place}  ", style="dim")
    return Text.assemble("    ", (entry.tags[0], _WORD_STYLES.get(entry.tags[0], "")), "  ")


def _entry(entry: Entry, lead: Text, page: _Page) -> Iterator[Text]:
    place = entry.place if entry.tags else ""
    about = ", ".join(part for part in (*entry.tags[1:], place, entry.note) if part)
    for number, line in enumerate(entry.lines, start=1):
        body = _quotation(line, page)
        if about and number == len(entry.lines):
            body.append(f" ({about})", style="dim")
        prefix = lead if number == 1 else Text(" " * lead.cell_len)
        label = f"{line.label} " if line.label else ""
        yield from hanging(Text.assemble(prefix, (label, "dim")), body, page.width)


def _quotation(line: Line, page: _Page) -> Text:
    text = Text()
    for run in line.runs:
        opening, closing = _MARK_SIGNS[run.mark] if page.has_signs else ("", "")
        text.append(f"{opening}{run.text}{closing}", style=_MARK_STYLES[run.mark])
    return text


def _names(block: Names, page: _Page) -> Iterator[Text]:
    yield from _title(block.title, page)
    yield from hanging(Text("    "), Text("; ".join(block.names)), page.width)
    yield from _more(block.more)


def _more(more: int) -> Iterator[Text]:
    if more:
        yield Text(f"    … and {more} more (use --limit 0)", style="dim")
