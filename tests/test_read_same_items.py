"""The same report gives the same items, whatever format it comes in: real ones, if any are here."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from rapidfuzz.distance import Indel

from policydiff.clean import clean
from policydiff.model import Document, Kind
from policydiff.pipeline import read
from policydiff.read import read_source
from tests.printing import Setting, printed

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
EXAMPLES = Path(__file__).parents[1] / "examples" / "lanchuan"
MANIFESTOS = CORPUS / "en_manifestos"


def corpus_files(pattern: str) -> list[Path]:
    return sorted(CORPUS.glob(pattern))


NATIONAL = corpus_files("zh_national/*.txt")
DOCX = [path for path in corpus_files("zh_*/*.docx") if path.with_suffix(".txt").exists()]
REPORTS = [*sorted(EXAMPLES.glob("2*.txt")), *NATIONAL[::12]]


def items(document: Document) -> Counter[tuple[str, Kind]]:
    return Counter((item.plain, item.kind) for item in document.items)


def agreement(old: Document, new: Document) -> float:
    """The share of items that both have, text and kind."""
    before, after = items(old), items(new)
    return 2 * (before & after).total() / (before.total() + after.total())


def paragraphs(path: Path) -> list[str]:
    text = clean(read_source(path))
    return [text.quote(*span) for span in text.paragraphs()]


def written(folder: Path, text: str, encoding: str = "utf-8") -> Document:
    path = folder / "report.txt"
    path.write_bytes(text.encode(encoding))
    return read(path)


@pytest.mark.parametrize("path", DOCX, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_docx_has_the_items_of_its_text(path: Path) -> None:
    assert agreement(read(path.with_suffix(".txt")), read(path)) >= 0.995


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_encoding_changes_no_item(path: Path, encoding: str, tmp_path: Path) -> None:
    text = "\n".join(paragraphs(path))

    assert items(written(tmp_path, text, encoding)) == items(written(tmp_path, text))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_line_ends_of_another_system_change_no_item(path: Path, tmp_path: Path) -> None:
    text = "\n".join(paragraphs(path))

    assert items(written(tmp_path, text.replace("\n", "\r\n"))) == items(written(tmp_path, text))


@pytest.mark.parametrize("path", [*REPORTS, *NATIONAL[::5]], ids=lambda path: path.stem)
def test_hard_wrapping_in_a_column_changes_next_to_no_item(path: Path, tmp_path: Path) -> None:
    found = paragraphs(path)
    indented = [f"\u3000\u3000{paragraph}" for paragraph in found]
    wrapped = "\n".join(
        paragraph[start : start + 27]
        for paragraph in indented
        for start in range(0, len(paragraph), 27)
    )

    assert agreement(written(tmp_path, "\n".join(found)), written(tmp_path, wrapped)) >= 0.995


@pytest.mark.parametrize("path", [*REPORTS, *NATIONAL], ids=lambda path: path.stem)
def test_lines_cut_by_a_program_change_next_to_no_item(path: Path, tmp_path: Path) -> None:
    """Neither an indent nor an empty line shows where a paragraph begins."""
    found = paragraphs(path)
    cut = "\n".join(
        paragraph[start : start + 27]
        for paragraph in found
        for start in range(0, len(paragraph), 27)
    )

    assert agreement(written(tmp_path, "\n".join(found)), written(tmp_path, cut)) >= 0.995


@pytest.mark.parametrize(
    "setting",
    [
        Setting(head="人民日报　第3版"),
        Setting(columns=2, size=9, head="人民日报　第3版"),
        Setting(columns=4, size=8, head="人民日报　第3版"),
    ],
    ids=["one column", "two columns", "four columns"],
)
@pytest.mark.parametrize("path", [*REPORTS, *NATIONAL[3:4]], ids=lambda path: path.stem)
def test_a_printed_report_is_read_back(path: Path, setting: Setting, tmp_path: Path) -> None:
    found = paragraphs(path)
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(printed(found, setting))

    assert agreement(written(tmp_path, "\n".join(found)), read(pdf)) >= 0.98


def letters(document: Document) -> str:
    return re.sub(r"\W+", "", document.text)


def statements() -> Iterator[tuple[Document, Document]]:
    """The statements that the corpus holds wrapped, and unwrapped without a word missing."""
    for path in corpus_files("en_fomc/wrapped*/*.txt"):
        year, month, day = path.stem[:4], path.stem[4:6], path.stem[6:8]
        for other in corpus_files(f"en_fomc/unwrapped*/{year}-{month}-{day}__*.md"):
            wrapped, unwrapped = read(path), read(other)
            if letters(wrapped) in letters(unwrapped):
                yield wrapped, unwrapped


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus")
def test_wrapped_statements_have_the_items_of_unwrapped_ones() -> None:
    found = [(items(wrapped), items(unwrapped)) for wrapped, unwrapped in statements()]
    total = sum(wrapped.total() for wrapped, _ in found)
    both = sum((wrapped & unwrapped).total() for wrapped, unwrapped in found)

    assert total > 2000
    assert both >= 0.995 * total


FOLDS = str.maketrans("’‘“”–—−•", "''\"\"---.")


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(FOLDS)).strip()


def corrected(path: Path) -> str:
    """The hand-corrected text of a manifesto, without its marks for pages."""
    raw = path.with_name(f"{path.stem}.corrected.txt").read_bytes().decode("latin-1")
    text = re.sub(r"<[^<>]*>", "\n\n", raw.replace("\r\n", "\n").replace("\r", "\n"))
    return unescape(text.replace("&bquo;", "“").replace("&equo;", "”"))


def headings(text: str) -> list[str]:
    """Short lines that stand alone before a paragraph, which is how that text sets headings."""
    blocks = [folded(block) for block in re.split(r"\n\s*\n", text) if block.strip()]
    return [
        block
        for block, following in pairwise(blocks)
        if re.fullmatch(r"[A-Z\d](?=.*[a-z]{3}).{3,88}[^.,;:!\"\d]", block)
        and "...." not in block
        and len(following) >= 100
        and not following[0].islower()
    ]


MANIFESTO_PDFS = corpus_files("en_manifestos/*.pdf")


@pytest.mark.parametrize("path", MANIFESTO_PDFS, ids=lambda path: path.stem)
def test_a_manifestos_characters_are_those_of_its_corrected_text(path: Path) -> None:
    source = read_source(path)
    text = list(source.text)
    for aside in source.asides:
        if aside.code == "page_furniture_removed":
            text[slice(*aside.span)] = " " * aside.span.length
    body = re.sub(r"(?m)^#+ ", "", "".join(text))

    # Twice the longest common subsequence over both lengths: precision and recall in one.
    assert Indel.normalized_similarity(folded(body), folded(corrected(path))) >= 0.97


@pytest.mark.parametrize("path", MANIFESTO_PDFS, ids=lambda path: path.stem)
def test_a_manifestos_headings_are_found(path: Path) -> None:
    found = {
        re.sub(r"\W+", "", folded(section.ordinal + section.heading)).lower()
        for section in read(path).sections
    }
    wanted = [re.sub(r"\W+", "", heading).lower() for heading in headings(corrected(path))]

    assert sum(heading in found for heading in wanted) >= 0.9 * len(wanted)
    assert len(wanted) > 10
