"""What a library does when documents and comparisons are added, replaced and removed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest

from policydiff import __version__
from policydiff.errors import LabelError
from policydiff.model import Change, Comparator, Comparison, Document, Genre, Span, Target
from policydiff.store import Added, Library, Outcome
from policydiff.store.schema import shadow_tables


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policydiff.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path) as library:
        yield library


@pytest.fixture
def compared(library: Library, comparison: Comparison) -> Library:
    library.add(comparison.old)
    library.add(comparison.new)
    library.save_comparison(comparison)
    return library


def rows(library: Library, sql: str) -> list[tuple[object, ...]]:
    with library._reading() as db:
        return list(db.execute(sql))


def counts(library: Library) -> dict[str, int]:
    with library._reading() as db:
        hidden = {"_sqlite_migrations", *shadow_tables(db)}
        return {table.name: table.count for table in db.tables if table.name not in hidden}


def test_document_added_is_there(library: Library, old_document: Document) -> None:
    added = library.add(old_document)
    assert added == Added(Outcome.ADDED, library.find("2020"))
    assert library.load("2020") == old_document


def test_library_is_there_when_opened_again(path: Path, old_document: Document) -> None:
    with Library(path) as library:
        library.add(old_document)
    with Library(path) as library:
        assert library.load("2020") == old_document


def test_library_closed_may_be_used_again(library: Library, old_document: Document) -> None:
    library.add(old_document)
    library.close()
    assert library.load("2020") == old_document


def test_summary_counts_what_the_document_holds(library: Library, new_document: Document) -> None:
    library.add(new_document)
    (summary,) = library.documents()
    assert (summary.name, summary.title, summary.year) == (
        "柳湾/2021",
        "柳湾市2021年政府工作报告",
        2021,
    )
    assert summary.genre is Genre.WORK_REPORT
    assert (summary.sections, summary.items, summary.targets, summary.notices) == (
        len(new_document.sections),
        len(new_document.items),
        len(new_document.targets),
        len(new_document.notices),
    )
    assert summary.forward_looking == sum(item.kind.is_forward for item in new_document.items)


def test_documents_are_listed_by_series_and_year(
    library: Library, old_document: Document, new_document: Document
) -> None:
    library.add(new_document)
    library.add(old_document)
    library.add(replace(new_document, series="南山"))
    assert [document.name for document in library.documents()] == [
        "南山/2021",
        "柳湾/2020",
        "柳湾/2021",
    ]


def test_same_file_again_changes_nothing(library: Library, old_document: Document) -> None:
    first = library.add(old_document)
    again = library.add(replace(old_document, source="elsewhere/2020.txt"))
    assert again == Added(Outcome.UNCHANGED, first.document)
    assert library.load("2020") == old_document


def test_same_file_with_another_title_is_told_but_not_taken_over(
    library: Library, old_document: Document
) -> None:
    library.add(old_document)
    again = library.add(replace(old_document, title="又名", year=2019))
    assert (again.outcome, again.differs) == (Outcome.UNCHANGED, ("title", "year"))
    assert library.load("2020") == old_document


def test_same_file_with_another_label_is_the_document_that_is_there(
    library: Library, old_document: Document
) -> None:
    first = library.add(old_document)
    again = library.add(replace(old_document, label="二〇二〇"))
    assert again == Added(Outcome.UNCHANGED, first.document, ("label",))
    assert len(library.documents()) == 1


def test_same_file_may_stand_in_two_series(library: Library, old_document: Document) -> None:
    library.add(old_document)
    assert library.add(replace(old_document, series="南山")).outcome is Outcome.ADDED
    assert library.load("南山/2020").items == library.load("柳湾/2020").items


def test_changed_file_is_refused(library: Library, old_document: Document) -> None:
    library.add(old_document)
    changed = replace(old_document, sha256="0" * 64, source="reports/2020b.txt")
    with pytest.raises(LabelError) as refusal:
        library.add(changed)
    assert str(refusal.value) == (
        '"柳湾/2020" is taken by another file, reports/2020.txt; give reports/2020b.txt '
        "another --label, or put it in its place with --replace"
    )
    assert library.load("2020") == old_document


def test_changed_file_replaces_the_former_when_asked_to(
    library: Library, old_document: Document
) -> None:
    library.add(old_document)
    changed = replace(old_document, sha256="0" * 64, items=old_document.items[:2], targets=())
    assert library.add(changed, replace=True).outcome is Outcome.REPLACED
    assert library.load("2020") == changed
    assert counts(library)["items"] == 2


def test_title_is_taken_over_when_asked_to(library: Library, old_document: Document) -> None:
    library.add(old_document)
    renamed = replace(old_document, title="又名")
    added = library.add(renamed, replace=True)
    assert (added.outcome, added.differs) == (Outcome.REPLACED, ("title",))
    assert library.load("2020") == renamed


def test_label_is_taken_over_when_asked_to(library: Library, old_document: Document) -> None:
    library.add(old_document)
    library.add(replace(old_document, label="二〇二〇"), replace=True)
    assert [document.label for document in library.documents()] == ["二〇二〇"]


def test_nothing_is_replaced_by_its_equal(compared: Library, comparison: Comparison) -> None:
    assert compared.add(comparison.old, replace=True).outcome is Outcome.UNCHANGED
    assert compared.load_comparison("2020", "2021") == comparison


def test_removed_document_leaves_nothing_behind(compared: Library) -> None:
    assert compared.remove("2020").label == "2020"
    compared.remove("2021")
    assert set(counts(compared).values()) == {0}


def test_document_removed_takes_only_its_own_rows(
    compared: Library, comparison: Comparison
) -> None:
    compared.remove("2020")
    assert compared.load("2021") == comparison.new


def test_comparison_is_there_after_it_was_saved(compared: Library, comparison: Comparison) -> None:
    assert compared.load_comparison("2020", "2021") == comparison
    assert rows(compared, "select version from comparisons") == [(__version__,)]


def test_comparison_saved_again_replaces_the_former(
    compared: Library, comparison: Comparison
) -> None:
    link = replace(comparison.links[0], changes=(Change.REWORDED,))
    again = replace(comparison, links=(link,), target_changes=())
    compared.save_comparison(again)
    assert compared.load_comparison("2020", "2021") == again
    assert counts(compared)["links"] == 1


def test_comparison_keeps_the_order_it_was_asked_for_in(
    compared: Library,
) -> None:
    with pytest.raises(LabelError, match='"柳湾/2021" and "柳湾/2020" are not compared yet'):
        compared.load_comparison("2021", "2020")


def test_document_may_be_compared_with_itself(library: Library, old_document: Document) -> None:
    library.add(old_document)
    count = len(old_document.items)
    itself = Comparison(
        old_document, old_document, (), (), (), (None,) * count, (None,) * count,
        ("",) * count, ("",) * count,
    )  # fmt: skip
    library.save_comparison(itself)
    assert library.load_comparison("2020", "2020") == itself


@pytest.mark.parametrize(
    "edit",
    [
        lambda document: replace(document, title="又名"),
        lambda document: replace(document, sha256="0" * 64),
        lambda document: replace(document, items=document.items[:-1]),
    ],
)
def test_comparison_of_a_document_that_is_not_stored_so_is_refused(
    compared: Library, comparison: Comparison, edit: Callable[[Document], Document]
) -> None:
    other = replace(comparison, new=edit(comparison.new))
    with pytest.raises(LabelError, match=r"policydiff add --replace reports/2021\.txt"):
        compared.save_comparison(other)
    assert compared.load_comparison("2020", "2021") == comparison


def test_changes_may_be_asked_for_by_status(compared: Library, comparison: Comparison) -> None:
    found = rows(compared, "select status, count(*) from changes group by status")
    assert found == [
        ("added", len(comparison.added)),
        ("carried", len(comparison.carried)),
        ("dropped", len(comparison.dropped)),
    ]


def test_carried_change_shows_both_sides(compared: Library) -> None:
    found = rows(
        compared,
        "select old_label, new_label, changes, old_section, old_text, new_section, new_text, "
        "old_figures, new_figures from changes where old_text = '地区生产总值增长6%'",
    )
    assert found == [
        (
            "2020",
            "2021",
            "reworded,lowered",
            "（一）稳住经济",
            "地区生产总值增长6%",
            "（一）稳住经济",
            "地区生产总值增长5.5%左右",
            "地区生产总值增速 6%",
            "地区生产总值增速 ~5.5%",
        )
    ]


def test_spans_of_changes_mark_the_items_in_the_texts(compared: Library) -> None:
    found = rows(
        compared,
        "select old_text, substr(text, old_start + 1, old_end - old_start) "
        "from changes join documents on label = old_label where old_text is not null",
    )
    assert [text for text, _ in found] == [marked for _, marked in found]
    assert "完善停车收费办法" in [text for text, _ in found]


def test_coverage_adds_up(compared: Library) -> None:
    found = rows(compared, "select forward_looking, carried + dropped + added from coverage")
    assert [forward for forward, _ in found] == [total for _, total in found]


def jobs(
    comparator: Comparator, value: float, value_hi: float | None = None, strength: str = ""
) -> Target:
    return Target(0, Span(0, 5), "新增就业", comparator, value, value_hi, "万人", strength)


@pytest.mark.parametrize(
    ("target", "figure"),
    [
        (jobs(Comparator.EQUAL, 1200), "新增就业 1200万人"),
        (jobs(Comparator.ABOUT, 5.5, strength="力争"), "新增就业 力争~5.5万人"),
        (jobs(Comparator.RANGE, 50, 60), "新增就业 50–60万人"),
        (jobs(Comparator.INCREASE, 1234567), "新增就业 +1234567万人"),
        (jobs(Comparator.AT_LEAST, 0.1), "新增就业 >=0.1万人"),
    ],
)
def test_figure_is_written_as_people_do(
    library: Library, old_document: Document, target: Target, figure: str
) -> None:
    library.add(replace(old_document, targets=(target,)))
    assert rows(library, "select figure from target_figures") == [(figure,)]


def test_two_programs_may_add_at_once(path: Path, old_document: Document) -> None:
    series = [f"城{number}" for number in range(6)]
    ready = Barrier(len(series))

    def add(name: str) -> None:
        ready.wait()
        with Library(path) as library:
            library.add(replace(old_document, series=name))

    threads = [Thread(target=add, args=[name]) for name in series]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Library(path) as library:
        assert [document.series for document in library.documents()] == series
