"""Whatever is saved comes back equal, field by field."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar, get_type_hints

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from policydiff.model import (
    Box,
    Change,
    Comparison,
    Document,
    Item,
    Link,
    NotComparable,
    Notice,
    Outcome,
    Place,
    Result,
    RunnerUp,
    Section,
    SectionPair,
    Span,
    Status,
    Target,
    TargetChange,
    Waiver,
    WordChange,
)
from policydiff.store.comparisons import load_comparison, save_comparison
from policydiff.store.documents import load_document, save_document
from policydiff.store.schema import migrations, writing

Value = TypeVar("Value")

# Shrinking a failure would take minutes; the assertion names the field that differs.
MANY = settings(max_examples=40, deadline=None, phases=(Phase.reuse, Phase.generate))

words = st.text(max_size=12)
numbers = st.integers(0, 2**40)
figures = st.floats(allow_nan=False)
scores = st.floats(0, 1)
spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends)))

BY_TYPE: dict[object, st.SearchStrategy[object]] = {
    str: words,
    int: numbers,
    int | None: st.none() | numbers,
    float: figures,
    float | None: st.none() | figures,
    Span: spans,
    Box | None: st.none() | st.builds(Box, figures, figures, figures, figures),
}


def by_type(hint: type) -> st.SearchStrategy[object]:
    return BY_TYPE[hint] if hint in BY_TYPE else st.from_type(hint)


def every_field(
    values: type[Value], **given: st.SearchStrategy[object]
) -> st.SearchStrategy[Value]:
    """Values of a type with none of its fields left at a default, whatever fields it has."""
    hints = get_type_hints(values)
    others = {name: by_type(hint) for name, hint in hints.items() if name not in given}
    return st.builds(values, **given, **others)


def several(
    values: st.SearchStrategy[Value], *needed: tuple[object, ...]
) -> st.SearchStrategy[tuple[Value, ...]]:
    """Up to four values, none where there is nothing they could point at."""
    return st.lists(values, max_size=4 if all(needed) else 0).map(tuple)


def places(values: tuple[object, ...]) -> st.SearchStrategy[int]:
    return st.integers(0, max(0, len(values) - 1))


def maybe(values: tuple[object, ...]) -> st.SearchStrategy[int | None]:
    return st.none() | places(values) if values else st.none()


notices = several(every_field(Notice))


@st.composite
def outlines(draw: st.DrawFn) -> tuple[Section, ...]:
    sections: tuple[Section, ...] = ()
    for _ in range(draw(st.integers(0, 5))):
        sections += (draw(every_field(Section, parent=maybe(sections))),)
    return sections


@st.composite
def documents(draw: st.DrawFn, label: str) -> Document:
    sections = draw(outlines())
    items = draw(several(every_field(Item, section=places(sections)), sections))
    targets = several(every_field(Target, item=places(items)), items)
    results = several(every_field(Result, item=places(items)), items)
    waivers = several(every_field(Waiver, item=places(items)), items)
    return draw(
        every_field(
            Document,
            label=st.just(label),
            text=st.text(),
            notices=notices,
            furniture=several(spans),
            sections=st.just(sections),
            items=st.just(items),
            targets=targets,
            results=results,
            waivers=waivers,
            places=several(every_field(Place)),
        )
    )


def links(old: Document, new: Document) -> st.SearchStrategy[tuple[Link, ...]]:
    link = every_field(
        Link,
        old=places(old.items),
        new=places(new.items),
        score=scores,
        changes=several(st.sampled_from(Change)),
        runners_up=several(every_field(RunnerUp, new=places(new.items), score=scores)),
        evidence=several(words),
        words=several(every_field(WordChange)),
    )
    return several(link, old.items, new.items)


def of_items(
    document: Document, value: st.SearchStrategy[Value]
) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.tuples(*[value] * len(document.items))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    old, new = draw(documents("old")), draw(documents("new"))
    pair = every_field(SectionPair, old=maybe(old.sections), new=maybe(new.sections), score=scores)
    change = every_field(TargetChange, old=places(old.targets), new=places(new.targets))
    unlike = every_field(NotComparable, old=places(old.targets), new=places(new.targets))
    outcome = every_field(Outcome, target=places(old.targets), result=places(new.results))
    caveats = st.sampled_from(["", "outside_coverage"])
    return draw(
        every_field(
            Comparison,
            old=st.just(old),
            new=st.just(new),
            section_pairs=several(pair),
            links=links(old, new),
            target_changes=several(change, old.targets, new.targets),
            old_status=of_items(old, st.sampled_from([None, Status.CARRIED, Status.DROPPED])),
            new_status=of_items(new, st.sampled_from([None, Status.CARRIED, Status.ADDED])),
            old_caveats=of_items(old, caveats),
            new_caveats=of_items(new, caveats),
            notices=notices,
            outcomes=several(outcome, old.targets, new.results),
            not_comparable=several(unlike, old.targets, new.targets),
            decided=st.just(()),
        )
    )


@pytest.fixture(scope="module")
def db() -> Iterator[Database]:
    with Database(memory=True) as db:
        db.execute("pragma foreign_keys = on")
        migrations().apply(db)
        yield db


@contextmanager
def emptied(db: Database) -> Iterator[None]:
    """One example's time, after which the database is as new; building one each time is slow."""
    try:
        yield
    finally:
        db.table("documents").delete_where()


@MANY
@given(document=documents("2019"))
def test_document_comes_back_as_it_was_saved(db: Database, document: Document) -> None:
    with emptied(db):
        with writing(db):
            document_id = save_document(db, document)
        assert load_document(db, document_id) == document


@MANY
@given(comparison=comparisons())
def test_comparison_comes_back_as_it_was_saved(db: Database, comparison: Comparison) -> None:
    with emptied(db):
        with writing(db):
            pair = (save_document(db, comparison.old), save_document(db, comparison.new))
            save_comparison(db, comparison, pair, "1.0")
        assert load_comparison(db, pair) == comparison
