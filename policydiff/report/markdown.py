"""A report as Markdown, to read in a pull request or an issue."""

from collections.abc import Iterable, Iterator, Sequence

from policydiff.model import Comparison, Document, Side
from policydiff.report import summary
from policydiff.report.blocks import Block, Entries, Header, Names, Notices, Table, blocks
from policydiff.report.escape import escape
from policydiff.report.listing import Entry, Group
from policydiff.report.quote import Line, Mark, Run
from policydiff.report.view import View

# The spaces outside keep the signs working next to Chinese punctuation.
_MARK_FORMS = {Mark.SAME: "{}", Mark.OLD: " ~~{}~~ ", Mark.NEW: " **{}** "}


def comparison_markdown(comparison: Comparison, view: View) -> str:
    """The same content as the terminal's, equal for equal comparisons."""
    return blocks_markdown(blocks(comparison, view))


def blocks_markdown(written: Iterable[Block]) -> str:
    """The blocks of any report as Markdown."""
    lines = (line for block in written for line in _lines(block))
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Header():
            yield from _header(block)
        case Notices():
            yield from _notices(block)
        case Table():
            yield from _table(block)
        case Entries():
            yield from _entries(block)
        case Names():
            yield from _names(block)


def _header(block: Header) -> Iterator[str]:
    yield f"# {escape(summary.name(block.old))} → {escape(summary.name(block.new))}"
    yield ""
    yield _side(Side.OLD, block.old)
    yield _side(Side.NEW, block.new)


def _side(side: Side, document: Document) -> str:
    about = escape(summary.particulars(document))
    return f"- {side}: **{escape(summary.title(document))}** ({about})"


def _notices(block: Notices) -> Iterator[str]:
    if block.lines:
        yield from ("", "## Notices", "")
    for line in block.lines:
        message = f"**{escape(line.message)}**" if line.is_grave else escape(line.message)
        yield f"- {line.whose or 'both'}: {message}"


def _table(block: Table) -> Iterator[str]:
    yield from ("", f"## {block.title}")
    if block.rows:
        rule = ["---:" if column.right else "---" for column in block.columns]
        yield from ("", _row([column.title for column in block.columns]), _row(rule))
        yield from (_row([_cell(text) for text in row]) for row in block.rows)
    yield from _more(block.more)
    if block.note:
        yield from ("", block.note)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    indent = len(text) - len(text.lstrip())
    return "&nbsp;" * indent + escape(text)


def _entries(block: Entries) -> Iterator[str]:
    yield from ("", f"## {block.title}")
    if block.note:
        yield from ("", f"**{block.note}**")
    for group in block.listing.groups:
        yield from _group(group)
    yield from _more(block.listing.more)


def _group(group: Group) -> Iterator[str]:
    path = " › ".join(escape(heading) for heading in group.path)
    yield from ("", f"### {path}", "") if path else ("",)
    for entry in group.entries:
        yield from _entry(entry)
    if group.folded:
        yield f"- {group.folded} verbatim"


def _entry(entry: Entry) -> Iterator[str]:
    about = ", ".join(part for part in (entry.place, escape(entry.note)) if part)
    tags = f"{', '.join(entry.tags)}: " if entry.tags else ""
    if len(entry.lines) == 1:
        yield f"- {tags}{_quotation(entry.lines[0])} ({about})"
    else:
        yield f"- {tags}{about}"
        yield from (f"  - {line.label}: {_quotation(line)}" for line in entry.lines)


def _quotation(line: Line) -> str:
    return " ".join("".join(_run(run) for run in line.runs).split())


def _run(run: Run) -> str:
    text = escape(run.text)
    return _MARK_FORMS[run.mark].format(text) if text else " "


def _names(block: Names) -> Iterator[str]:
    yield from ("", f"## {block.title}", "")
    yield from (f"- {escape(name)}" for name in block.names)
    yield from _more(block.more)


def _more(more: int) -> Iterator[str]:
    if more:
        yield from ("", f"… and {more} more (use --limit 0)")
