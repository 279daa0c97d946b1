"""Quotations keep the document's words and mark those that changed."""

from dataclasses import replace

import pytest

from policydiff.model import Comparison, Document, Item, Kind, Link, LinkType, Span, WordChange
from policydiff.report.quote import Line, Mark, Run, changed_lines


def _document(base: Document, text: str, item_text: str, furniture: tuple[Span, ...]) -> Document:
    item = Item(0, Span(0, len(text)), item_text, item_text, Kind.COMMITMENT, 0, 0)
    return replace(base, text=text, items=(item,), targets=(), furniture=furniture)


def _lines(
    comparison: Comparison,
    old: tuple[str, str],
    new: tuple[str, str],
    words: tuple[tuple[str, str], ...],
    *,
    furniture: tuple[Span, ...] = (),
) -> tuple[Line, ...]:
    """The lines of a link between two items, given as source text and item text."""
    documents = _document(comparison.old, *old, furniture), _document(comparison.new, *new, ())
    link = Link(
        LinkType.CARRY,
        0,
        0,
        Span(0, len(old[0])),
        Span(0, len(new[0])),
        0.9,
        words=tuple(WordChange(_find(old[0], a), _find(new[0], b)) for a, b in words),
    )
    return changed_lines(replace(comparison, old=documents[0], new=documents[1]), link)


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _said(lines: tuple[Line, ...], mark: Mark) -> list[str]:
    return ["".join(run.text for run in line.runs if run.mark is mark) for line in lines]


def test_little_change_is_merged_into_one_line(comparison: Comparison) -> None:
    old, new = "改造老旧小区30个", "改造老旧小区45个"
    assert _lines(comparison, (old, old), (new, new), (("30个", "45个"),)) == (
        Line((Run("改造老旧小区"), Run("30个", Mark.OLD), Run("45个", Mark.NEW))),
    )


def test_much_change_shows_both_texts(comparison: Comparison) -> None:
    old, new = "改造老旧小区和街巷", "为老旧小区加装电梯和充电设施"
    words = (("改造", "为"), ("和街巷", "加装电梯和充电设施"))
    lines = _lines(comparison, (old, old), (new, new), words)
    assert [line.label for line in lines] == ["old", "new"]
    assert _said(lines, Mark.OLD) == ["改造和街巷", ""]
    assert _said(lines, Mark.NEW) == ["", "为加装电梯和充电设施"]


def test_one_changed_place_is_merged_however_long(comparison: Comparison) -> None:
    old, new = "发展养蜂", "发展林下中药材和食用菌种植"
    lines = _lines(comparison, (old, old), (new, new), (("养蜂", "林下中药材和食用菌种植"),))
    assert [line.label for line in lines] == [""]


def test_unmarked_differences_are_never_hidden_by_merging(comparison: Comparison) -> None:
    old, new = "改造老旧小区30个", "改造老旧小区45个"
    lines = _lines(comparison, (old, old), (new, new), ())
    assert ["".join(run.text for run in line.runs) for line in lines] == [old, new]


def test_equal_texts_are_shown_once(comparison: Comparison) -> None:
    text = "改造老旧小区30个"
    assert _lines(comparison, (text, text), (text, text), ()) == (Line((Run(text),)),)


def test_words_are_marked_across_line_ends_of_the_source(comparison: Comparison) -> None:
    old, new = "改造老旧\n小区30个", "改造老旧小区45个"
    lines = _lines(comparison, (old, "改造老旧小区30个"), (new, new), (("30个", "45个"),))
    assert _said(lines, Mark.OLD) == ["30个"]


def test_furniture_inside_an_item_is_not_quoted(comparison: Comparison) -> None:
    old, new = "改造第3页老旧小区30个", "改造老旧小区45个"
    lines = _lines(
        comparison,
        (old, "改造老旧小区30个"),
        (new, new),
        (("30个", "45个"),),
        furniture=(_find(old, "第3页"),),
    )
    assert _said(lines, Mark.SAME) == ["改造老旧小区"]


def test_insertions_stand_where_they_were_made(comparison: Comparison) -> None:
    old, new = "改造老旧小区", "有序改造老旧小区"
    lines = _lines(comparison, (old, old), (new, new), (("", "有序"),))
    assert lines == (Line((Run("有序", Mark.NEW), Run("改造老旧小区"))),)


def test_deletions_at_the_end_are_kept(comparison: Comparison) -> None:
    old, new = "改造老旧小区和背街小巷", "改造老旧小区"
    words = (WordChange(_find(old, "和背街小巷"), Span(len(new), len(new))),)
    documents = (
        _document(comparison.old, old, old, ()),
        _document(comparison.new, new, new, ()),
    )
    link = Link(LinkType.CARRY, 0, 0, Span(0, 11), Span(0, 6), 0.9, words=words)
    lines = changed_lines(replace(comparison, old=documents[0], new=documents[1]), link)
    assert lines == (Line((Run("改造老旧小区"), Run("和背街小巷", Mark.OLD))),)


@pytest.mark.parametrize("source", ["expand the\nbus network", "expand the bus network"])
def test_english_words_stay_apart_across_lines(comparison: Comparison, source: str) -> None:
    new = "expand the tram network"
    lines = _lines(comparison, (source, "expand the bus network"), (new, new), (("bus", "tram"),))
    assert lines == (
        Line(
            (
                Run("expand the "),
                Run("bus", Mark.OLD),
                Run("tram", Mark.NEW),
                Run(" network"),
            )
        ),
    )
