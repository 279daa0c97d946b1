"""The line from a file to a comparison: each stage takes what the one before returns."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path

from policydiff.align import align
from policydiff.align import explain as explain_item
from policydiff.classify import classify
from policydiff.clean import clean
from policydiff.comparison import Comparison
from policydiff.decisions import Decision, decided_in
from policydiff.describe import describe
from policydiff.errors import SourceError
from policydiff.explanation import Explanation
from policydiff.items import split_items
from policydiff.ladder import Explanation as ExplanationValues
from policydiff.model import (
    Aside,
    Columns,
    Document,
    Download,
    Paragraph,
    PlaceKind,
    Source,
)
from policydiff.naming import find_item
from policydiff.outline import outline
from policydiff.overrides import Overrides, overrides_beside, with_body
from policydiff.read import (
    FILE_SUFFIXES,
    LabelledSource,
    read_content,
    read_source,
    read_sources,
)
from policydiff.review import settle, settle_ladders, stray_notices
from policydiff.targets import (
    compare_targets,
    find_not_comparable,
    find_outcomes,
    find_results,
    find_targets,
    find_waivers,
)


def read(path: str | Path, overrides: Overrides | None = None) -> Document:
    """The document in a file, parsed into sections, items and targets.

    The file is text, Markdown, HTML, DOCX or PDF; what the overrides leave open
    is asked of ``report.toml`` beside ``report.txt``. Raises SourceError if
    either cannot be read.
    """
    return _filled(_parsed(read_source(Path(path)), _overrides(Path(path), overrides)))


def read_table(
    path: str | Path, columns: Columns, overrides: Overrides | None = None
) -> Iterator[Document]:
    """The documents of a table, CSV or a workbook, which holds one a row; each parsed in its turn.

    Rows without words are left out. A row's own label, where the columns name
    one, stands before that of the overrides. Raises SourceError if the table, or
    the row whose turn it is, cannot be read.
    """
    given = _overrides(Path(path), overrides)
    return _in_turn(read_sources(Path(path), columns), given, Path(path).name)


def _in_turn(rows: Iterable[LabelledSource], given: Overrides, name: str) -> Iterator[Document]:
    is_empty = True
    for row in rows:
        document = _parsed(row.source, replace(given, label=row.label or given.label))
        if document.items:
            is_empty = False
            yield document
    if is_empty:
        raise SourceError(f'"{name}" holds no document in any row; name another --text-column')


def fetch_document(
    url: str, overrides: Overrides | None = None, *, allow_private: bool = False
) -> tuple[Download, Document]:
    """What stands at an address now, and the document in it.

    Raises SourceError if it cannot be had or read; an address of a private
    network is one only if ``allow_private`` says that it is meant.
    """
    from policydiff.fetch import Limits, fetch  # noqa: PLC0415  (0.1 s that files need not pay)

    download = fetch(url, Limits(allow_private=allow_private))
    return download, read_download(download, overrides)


def read_download(download: Download, overrides: Overrides | None = None) -> Document:
    """The document in what was fetched from the web."""
    source = read_content(download.content, download.url)
    return _filled(_parsed(source, overrides or Overrides()))


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The text of a document as it was understood: cleaned, one paragraph after the other."""
    source = Source(document.source, document.sha256, "", document.text, asides=_asides(document))
    clean_text = clean(source, document.language)
    outside = bytearray(len(document.text))
    for span in document.furniture:
        outside[span.start : span.end] = b"\x01" * span.length
    found = []
    for paragraph in clean_text.paragraphs():
        kept = [i for i in range(*paragraph) if not outside[clean_text.offsets[i]]]
        if kept:
            text = "".join(clean_text.text[i] for i in kept)
            found.append(Paragraph(clean_text.source_span(kept[0], kept[-1] + 1), text))
    return tuple(found)


def _asides(document: Document) -> tuple[Aside, ...]:
    """What the reader of a file set aside before cleaning, or cleaning found in what it read.

    A plain text is read whole; parts of its furniture may stand for line ends.
    """
    is_plain = all(place.kind is PlaceKind.ROW for place in document.places)
    furniture = () if is_plain else document.furniture
    return tuple(Aside("web_furniture_removed", span) for span in furniture)


def is_address(argument: str) -> bool:
    """Whether an argument names something on the web."""
    return argument.lower().startswith(("http://", "https://"))


def is_file(argument: str) -> bool:
    """Whether an argument means a file: one that is there, or a name such as files have."""
    if is_address(argument):
        return False
    path = Path(argument)
    return path.is_file() or path.suffix.lower() in FILE_SUFFIXES


def _overrides(path: Path, given: Overrides | None) -> Overrides:
    return (given or Overrides()).over(overrides_beside(path))


def _filled(document: Document) -> Document:
    if not document.items:
        raise SourceError(
            f'"{document.source}" holds nothing but marks and page furniture, no document; '
            "give the whole text"
        )
    return document


def _parsed(given: Source, overrides: Overrides) -> Document:
    source = with_body(given, overrides)
    clean_text = clean(source, overrides.language)
    sections = outline(clean_text)
    description = describe(source, clean_text)
    genre = overrides.genre or description.genre
    items = split_items(clean_text, sections, genre)
    targets = find_targets(clean_text, items)
    document = Document(
        label=description.label,
        title=description.title,
        series=description.series,
        issuer=description.issuer,
        year=description.year,
        date=description.date,
        genre=description.genre,
        language=description.language,
        source=source.name,
        sha256=source.sha256,
        text=source.text,
        notices=(*source.notices, *clean_text.notices),
        furniture=clean_text.furniture,
        sections=sections,
        items=items,
        targets=targets,
        results=find_results(clean_text, items),
        waivers=find_waivers(items),
        places=source.places,
    )
    return _overridden(document, overrides)


def _overridden(document: Document, overrides: Overrides) -> Document:
    names = {field.name for field in fields(document)}
    said = overrides.values.items()
    return replace(document, **{name: value for name, value in said if name in names})


def compare(old: Document, new: Document, decisions: Iterable[Decision] = ()) -> Comparison:
    """What became of the old document's commitments in the new one.

    What people decided of pairs of their items wins over the scores.
    """
    decided, strays = decided_in(old, new, decisions)
    alignment = settle(old, new, align(old, new), decided)
    target_changes = compare_targets(old, new, alignment.links)
    outcomes = find_outcomes(old, new, alignment.links)
    comparison = classify(old, new, alignment, target_changes, outcomes)
    unlike = find_not_comparable(old, new, target_changes)
    notices = (*comparison.notices, *stray_notices(strays))
    return Comparison.of(
        replace(comparison, not_comparable=unlike, decided=decided, notices=notices)
    )


def explain(
    old: Document,
    new: Document,
    item: str,
    *,
    against: str | None = None,
    decisions: Iterable[Decision] = (),
) -> Explanation:
    """Why an item has the links it has, by the evidence that decided.

    ``item`` is an id such as ``old:i17``, or words that the item holds;
    ``against`` names an item of the other document in the same way, which is
    told of even if nothing speaks for it. An ItemError says what there is to
    choose.
    """
    named = find_item(old, new, item)
    rival = None if against is None else find_item(old, new, against, but=named.side)
    position = None if rival is None else rival.position
    decided, _ = decided_in(old, new, decisions)
    ladders = settle_ladders(explain_item(old, new, *named, position), decided)
    return Explanation.of(ExplanationValues(old, new, *named, ladders))
