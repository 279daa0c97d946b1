"""Where reports say that something stands: a line, a page, a paragraph, an anchor, a row."""

import re
from dataclasses import replace

import pytest

from policydiff.model import Box, Comparison, Document, Place, PlaceKind, Span
from policydiff.report.blocks import Column, named_for
from policydiff.report.data import comparison_rows
from policydiff.report.markdown import comparison_markdown
from policydiff.report.place import place, places
from policydiff.report.view import View


def placed(document: Document, kind: PlaceKind, *names: str) -> Document:
    """The document, its text cut into as many places as there are names."""
    size = len(document.text) // len(names) + 1
    spans = [Span(start, start + size) for start in range(0, len(document.text), size)]
    found = tuple(
        Place(span, kind, name, Box(50, 60, 500.04, 74) if kind is PlaceKind.PAGE else None)
        for span, name in zip(spans, names, strict=True)
    )
    return replace(document, places=found)


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [
        (PlaceKind.PAGE, "zh", "p. 7"),
        (PlaceKind.PAGE, "en", "p. 7"),
        (PlaceKind.PARAGRAPH, "zh", "第7段"),
        (PlaceKind.PARAGRAPH, "en", "para. 7"),
        (PlaceKind.ANCHOR, "en", "#7"),
        (PlaceKind.ROW, "zh", "row 7, line 1"),
    ],
)
def test_a_place_is_named_as_its_file_counts(
    kind: PlaceKind, language: str, said: str, old_document: Document
) -> None:
    document = replace(placed(old_document, kind, "7"), language=language)

    assert place(document, Span(0, 3)) == said


def test_a_place_is_that_in_which_the_words_start(old_document: Document) -> None:
    document = placed(old_document, PlaceKind.PAGE, "1", "2", "3")
    second = document.places[1].span

    assert place(document, Span(second.start - 1, second.end)) == "p. 1"
    assert place(document, second) == "p. 2"


def test_words_before_the_first_anchor_have_their_line(old_document: Document) -> None:
    anchor = Place(Span(20, 30), PlaceKind.ANCHOR, "part2")
    document = replace(old_document, places=(anchor,))

    assert place(document, Span(0, 3)) == "line 1"
    assert place(document, Span(25, 28)) == "#part2"


def test_the_name_of_an_anchor_is_made_fit_to_print(old_document: Document) -> None:
    document = placed(old_document, PlaceKind.ANCHOR, "\x1b[31m" + "x" * 90)

    assert "\x1b" not in place(document, Span(0, 3))
    assert len(place(document, Span(0, 3))) < 30


def test_both_sides_say_where_they_stand_each_in_its_way(
    old_document: Document, new_document: Document
) -> None:
    old = placed(old_document, PlaceKind.PAGE, "7")
    new = placed(new_document, PlaceKind.PARAGRAPH, "3")

    assert places(old, Span(0, 3), new, Span(0, 3)) == "p. 7 → 第3段"
    assert places(old, Span(0, 3), new_document, Span(0, 3)) == "p. 7 → line 1"
    assert places(old_document, Span(0, 3), new_document, Span(0, 3)) == "line 1 → 1"


def test_the_json_gives_each_item_its_place(comparison: Comparison) -> None:
    old = placed(comparison.old, PlaceKind.PAGE, "1", "2")

    items = comparison_rows(replace(comparison, old=old))["items"]

    assert items[0]["place"] == {"kind": "page", "name": "1", "box": [50, 60, 500.0, 74]}
    assert items[-1]["place"] is None


def test_a_report_names_pages_instead_of_lines(comparison: Comparison) -> None:
    old = placed(comparison.old, PlaceKind.PAGE, "1", "2")
    new = placed(comparison.new, PlaceKind.PARAGRAPH, *map(str, range(1, 9)))

    report = comparison_markdown(replace(comparison, old=old, new=new), View())

    assert "p. 2 → 第" in report
    assert "| place |" in report
    assert not re.search(r"line \d", report)


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        (["8 → 12", "25:1327 → 4", "– → 40"], "line"),
        (["8 → p. 12", "9 → p. 12"], "place"),
        (["p. 8", ""], "place"),
        (["row 2, line 8"], "place"),
    ],
)
def test_a_column_of_lines_is_one_of_places_where_some_are_no_lines(
    cells: list[str], title: str
) -> None:
    assert named_for(Column("line"), cells) == Column(title)
