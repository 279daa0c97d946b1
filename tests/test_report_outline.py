"""One document's outline and a library's list, as a terminal shows them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import RenderableType

from policydiff.model import Document, Place, PlaceKind, Span
from policydiff.report.outline import ListedDocument, document_outline, documents_table

Printed = Callable[[RenderableType, int], str]

_EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("width", [80, 120])
def test_outline_is_laid_out_for_the_width(
    new_document: Document, printed: Printed, width: int
) -> None:
    expected = (_EXPECTED / f"outline_{width}.txt").read_text("utf-8")
    assert printed(document_outline(new_document), width) == expected


def test_outline_counts_add_up(old_document: Document, printed: Printed) -> None:
    last = printed(document_outline(old_document), 100).splitlines()[-1]
    assert last.split() == ["all", "6", "3", "1", "0"]


def test_long_headings_keep_their_indent(new_document: Document, printed: Printed) -> None:
    long = replace(new_document.sections[3], heading="便利出行，" * 12)
    sections = (*new_document.sections[:3], long)
    text = printed(document_outline(replace(new_document, sections=sections)), 80)
    wrapped = [line for line in text.splitlines() if "便利出行" in line]
    assert len(wrapped) > 1
    assert all(line.startswith("  ") for line in wrapped)


def test_narrow_outline_counts_less_and_leaves_room_for_headings(
    new_document: Document, printed: Printed
) -> None:
    long = replace(new_document.sections[3], heading="便利出行，" * 4)
    sections = (*new_document.sections[:3], long)
    lines = printed(document_outline(replace(new_document, sections=sections)), 80).splitlines()
    assert any(
        line.split() == ["section", "role", "forward-looking", "items", "line"] for line in lines
    )
    assert any("便利出行，" * 3 in line for line in lines)
    assert lines[-1].split() == ["all", "8", "9"]


@pytest.mark.parametrize("width", [60, 120])
def test_places_that_are_no_lines_are_not_called_so(
    new_document: Document, printed: Printed, width: int
) -> None:
    page = Place(Span(0, len(new_document.text)), PlaceKind.PAGE, "7")
    lines = printed(document_outline(replace(new_document, places=(page,))), width).splitlines()
    titles = next(line for line in lines if line.startswith("section"))
    assert titles.split()[-1] == "place"


def test_narrow_list_leaves_room_for_titles(printed: Printed) -> None:
    row = ListedDocument(
        "柳湾", "2020", "柳湾市2020年政府工作报告", "柳湾市人民政府", "2020-02-08", 10, 9, 3, 0
    )
    titles, line = printed(documents_table([row]), 80).splitlines()
    assert titles.split() == ["label", "title", "date", "forward-looking", "notices"]
    assert "柳湾市2020年政府工作报告" in line


def test_list_shows_a_document_a_line(printed: Printed) -> None:
    rows = [
        ListedDocument(
            "柳湾", "2020", "柳湾市2020年政府工作报告", "柳湾市人民政府", "2020-02-08", 10, 9, 3, 0
        ),
        ListedDocument(
            "柳湾", "2021", "柳湾市2021年政府工作报告", "柳湾市人民政府", "2021-02-08", 9, 8, 3, 1
        ),
        ListedDocument("", "notes", "[bold]笔记[/bold]", "", "", 0, 0, 0, 0),
    ]
    assert printed(documents_table(rows), 120) == (_EXPECTED / "list_120.txt").read_text("utf-8")


def test_list_stays_within_the_width(printed: Printed) -> None:
    rows = [
        ListedDocument(
            "柳湾",
            "2020",
            "柳湾市国民经济和社会发展计划执行情况报告" * 4,
            "柳湾市" * 9,
            "",
            9,
            8,
            3,
            1,
        )
    ]
    lines = printed(documents_table(rows), 80).splitlines()
    assert max(cell_len(line) for line in lines) <= 80
