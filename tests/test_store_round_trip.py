"""Whatever is saved comes back equal, field by field."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from policydiff.model import (
    Change,
    Comparator,
    Comparison,
    Direction,
    Document,
    Genre,
    Item,
    Kind,
    Link,
    LinkType,
    Notice,
    Role,
    RunnerUp,
    Section,
    SectionPair,
    Span,
    Status,
    Target,
    TargetChange,
    WordChange,
)
from policydiff.store.comparisons import load_comparison, save_comparison
from policydiff.store.documents import load_document, save_document
from policydiff.store.schema import migrations

Value = TypeVar("Value")

MANY = settings(max_examples=40, deadline=None)

words = st.text(max_size=12)
numbers = st.integers(0, 2**40)
scores = st.floats(0, 1)
spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends)))
notices = st.builds(Notice, words, words, spans)


def several(
    values: st.SearchStrategy[Value], *needed: tuple[object, ...]
) -> st.SearchStrategy[tuple[Value, ...]]:
    """Up to four values, none where there is nothing they could point at."""
    return st.lists(values, max_size=4 if all(needed) else 0).map(tuple)


def places(values: tuple[object, ...]) -> st.SearchStrategy[int]:
    return st.integers(0, max(0, len(values) - 1))


def maybe(values: tuple[object, ...]) -> st.SearchStrategy[int | None]:
    return st.none() | places(values) if values else st.none()


@st.composite
def outlines(draw: st.DrawFn) -> tuple[Section, ...]:
    count = draw(st.integers(0, 5))
    return tuple(
        Section(
            parent=draw(st.none() | st.integers(0, position - 1)) if position else None,
            level=draw(st.integers(1, 9)),
            ordinal=draw(words),
            heading=draw(words),
            span=draw(spans),
            heading_span=draw(spans),
            role=draw(st.sampled_from(Role)),
        )
        for position in range(count)
    )


@st.composite
def documents(draw: st.DrawFn, label: str) -> Document:
    sections = draw(outlines())
    kinds, comparators = st.sampled_from(Kind), st.sampled_from(Comparator)
    items = draw(
        several(
            st.builds(Item, places(sections), spans, words, words, kinds, numbers, numbers),
            sections,
        )
    )
    figures = st.floats(allow_nan=False)
    targets = st.builds(
        Target,
        places(items),
        spans,
        indicator=words,
        comparator=comparators,
        value=figures,
        value_hi=st.none() | figures,
        unit=words,
        strength=words,
    )
    return Document(
        label=label,
        title=draw(words),
        series=draw(words),
        issuer=draw(words),
        year=draw(st.none() | st.integers(1, 9999)),
        date=draw(words),
        genre=draw(st.sampled_from(Genre)),
        language=draw(words),
        source=draw(words),
        sha256=draw(words),
        text=draw(st.text()),
        notices=draw(several(notices)),
        furniture=draw(several(spans)),
        sections=sections,
        items=items,
        targets=draw(several(targets, items)),
    )


def links(old: Document, new: Document) -> st.SearchStrategy[Link]:
    return st.builds(
        Link,
        st.sampled_from(LinkType),
        places(old.items),
        places(new.items),
        spans,
        spans,
        scores,
        several(st.sampled_from(Change)),
        several(st.builds(RunnerUp, places(new.items), scores)),
        several(words),
        several(st.builds(WordChange, spans, spans)),
    )


def statuses(document: Document, *possible: Status) -> st.SearchStrategy[tuple[Status | None, ...]]:
    count = len(document.items)
    every = st.lists(st.none() | st.sampled_from(possible), min_size=count, max_size=count)
    return every.map(tuple)


def caveats(document: Document) -> st.SearchStrategy[tuple[str, ...]]:
    every = st.sampled_from(["", "outside_coverage"])
    return st.tuples(*[every] * len(document.items))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    old, new = draw(documents("old")), draw(documents("new"))
    pairs = st.builds(
        SectionPair,
        maybe(old.sections),
        maybe(new.sections),
        scores,
        words,
    )
    changes = st.builds(
        TargetChange, places(old.targets), places(new.targets), st.sampled_from(Direction)
    )
    return Comparison(
        old=old,
        new=new,
        section_pairs=draw(several(pairs)),
        links=draw(several(links(old, new), old.items, new.items)),
        target_changes=draw(several(changes, old.targets, new.targets)),
        old_status=draw(statuses(old, Status.CARRIED, Status.DROPPED)),
        new_status=draw(statuses(new, Status.CARRIED, Status.ADDED)),
        old_caveats=draw(caveats(old)),
        new_caveats=draw(caveats(new)),
        notices=draw(several(notices)),
    )


@contextmanager
def empty_library() -> Iterator[Database]:
    with Database(memory=True) as db:
        db.execute("pragma foreign_keys = on")
        migrations().apply(db)
        yield db


@MANY
@given(documents("2019"))
def test_document_comes_back_as_it_was_saved(document: Document) -> None:
    with empty_library() as db:
        assert load_document(db, save_document(db, document)) == document


@MANY
@given(comparisons())
def test_comparison_comes_back_as_it_was_saved(comparison: Comparison) -> None:
    with empty_library() as db:
        pair = (save_document(db, comparison.old), save_document(db, comparison.new))
        save_comparison(db, comparison, pair, "1.0")
        assert load_comparison(db, pair) == comparison
