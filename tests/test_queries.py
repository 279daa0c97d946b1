"""The ready questions, each asked of the two small reports of 柳湾."""

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.decisions import Decision, passage_of
from policydiff.errors import LabelError, QueryError
from policydiff.model import Change, Comparison, Document, LinkType, Ruling, Status
from policydiff.store.library import Library
from policydiff.store.queries import (
    Answer,
    Column,
    Parameter,
    Query,
    Value,
    find_query,
    parse_query,
    ready_queries,
)
from policydiff.store.schema import sql_folder

BRIDGES = """\
-- question: Which bridges are promised?
-- document report: the report
-- parameter river (optional): only over this river
-- column name: the bridge
select :report as name;
"""

PAIR = {"old": "2020", "new": "2021"}


@pytest.fixture
def library(tmp_path: Path, comparison: Comparison) -> Iterator[Library]:
    with Library(tmp_path / "policydiff.db") as library:
        library.add(comparison.old)
        library.add(comparison.new)
        library.save_comparison(comparison)
        yield library


def column(answer: Answer, name: str) -> list[Value]:
    position = answer.columns.index(name)
    return [row[position] for row in answer.rows]


def test_dropped_commitments(library: Library, comparison: Comparison) -> None:
    answer = library.ask("dropped_commitments", PAIR)
    assert column(answer, "text") == [item.text for item in comparison.dropped]
    assert answer.rows[0] == ("（一）稳住经济", "新增市场主体8000户", "新增市场主体 8000户", "", 7)


def test_added_commitments(library: Library, comparison: Comparison) -> None:
    answer = library.ask("added_commitments", PAIR)
    assert column(answer, "text") == [item.text for item in comparison.added]
    assert answer.rows[0] == ("（二）便利出行", "新建立体车库6座", "新建立体车库 6座", "", 11)


def test_changes_tell_what_people_decided(library: Library, comparison: Comparison) -> None:
    dropped, added = comparison.dropped[0], comparison.added[0]
    old = passage_of(comparison.old, comparison.old.items.index(dropped))
    new = passage_of(comparison.new, comparison.new.items.index(added))
    library.decide([Decision(LinkType.CARRY, Ruling.REJECTED, old, new)])
    library.save_comparison(comparison)
    with sqlite3.connect(library.path) as connection:
        rows = connection.execute("select old_text, new_text, decided from changes").fetchall()
    connection.close()
    told = {(old or new): decided for old, new, decided in rows}
    assert {text for text, decided in told.items() if decided} == {dropped.text, added.text}
    assert set(told.values()) == {None, "rejected"}


def test_caveat_of_a_dropped_commitment(library: Library) -> None:
    answer = library.ask("dropped_commitments", PAIR)
    found = dict(zip(column(answer, "text"), column(answer, "caveat"), strict=True))
    assert found["修复白鹭湖湿地200亩"] == "outside_coverage"


def test_changed_figures(library: Library) -> None:
    rows = library.ask("changed_figures", PAIR).rows
    assert [row[:3] for row in rows] == [
        ("lowered", "地区生产总值增速 6%", "地区生产总值增速 ~5.5%"),
        ("tightened", "城镇调查失业率 ~5.5%", "城镇调查失业率 <=5.5%"),
    ]


def test_changed_figures_of_one_direction(library: Library) -> None:
    rows = library.ask("changed_figures", PAIR | {"direction": "tightened"}).rows
    assert [row[0] for row in rows] == ["tightened"]


def test_moved_commitments(library: Library) -> None:
    assert library.ask("moved_commitments", PAIR).rows[0] == (
        *("（三）保护湿地", "（一）稳住经济", "推行河长巡查制度", "推行河长巡查制度"),
        *(13, 7, 0.9),
    )


@pytest.mark.parametrize(
    ("name", "change"),
    [("moved_commitments", Change.MOVED), ("reworded_commitments", Change.REWORDED)],
)
def test_commitments_of_one_change(
    library: Library, comparison: Comparison, name: str, change: Change
) -> None:
    changed = [link for link in comparison.carried if change in link.changes]
    answer = library.ask(name, PAIR)
    assert column(answer, "old_text") == [comparison.old.items[link.old].text for link in changed]
    assert column(answer, "new_text") == [comparison.new.items[link.new].text for link in changed]


def test_reworded_commitments_say_what_else_changed(library: Library) -> None:
    answer = library.ask("reworded_commitments", PAIR)
    found = dict(zip(column(answer, "new_text"), column(answer, "changes"), strict=True))
    assert found["建成滨江隧道"] == "reworded,progressed"


def test_reported_commitments(library: Library) -> None:
    assert library.ask("reported_commitments", PAIR).rows == (
        ("开通3条夜间公交线路", "夜间公交线路开通3条", "met", 9, 3, 0.9),
    )


def test_coverage(library: Library, comparison: Comparison) -> None:
    answer = library.ask("coverage")
    old, new = comparison.old_status, comparison.new_status
    assert answer.columns[2:8] == (
        *("side", "items", "forward_looking"),
        *("carried", "dropped", "added"),
    )
    assert [row[:8] for row in answer.rows] == [
        (
            *("柳湾/2020", "柳湾/2021", side, len(document.items)),
            sum(item.kind.is_forward for item in document.items),
            *(statuses.count(status) for status in Status),
        )
        for side, document, statuses in (
            ("old", comparison.old, old),
            ("new", comparison.new, new),
        )
    ]


def test_coverage_says_that_a_document_breaks_off(library: Library) -> None:
    answer = library.ask("coverage")
    assert column(answer, "starts_mid_document") == [0, 0]
    assert column(answer, "ends_mid_document") == [0, 1]
    assert column(answer, "outside_coverage") == [1, 0]


def test_find_items(library: Library) -> None:
    rows = library.ask("find_items", {"words": "滨江隧道"}).rows
    assert rows == (
        (
            "柳湾",
            "2020",
            "二、2020年主要任务 › （二）改善出行",
            "commitment",
            *("加快建设滨江隧道", 9, None),
        ),
        (
            "柳湾",
            "2021",
            "二、2021年主要任务 › （二）便利出行",
            "commitment",
            *("建成滨江隧道", 9, None),
        ),
    )


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"words": "夜间公交", "kind": "result"}, ["夜间公交线路开通3条"]),
        ({"words": "夜间公交", "series": "南山"}, []),
        ({"words": "200%"}, []),
    ],
)
def test_find_items_within_bounds(
    library: Library, given: dict[str, str], found: list[str]
) -> None:
    assert [row[4] for row in library.ask("find_items", given).rows] == found


@pytest.mark.parametrize("words", ["隧道", "滨江", "滨江隧道", "停", "%", "5%", "GDP"])
def test_words_are_found_whatever_their_length(
    library: Library, comparison: Comparison, words: str
) -> None:
    items = [*comparison.old.items, *comparison.new.items]
    found = [row[4] for row in library.ask("find_items", {"words": words}).rows]
    assert found == [item.text for item in items if words in item.text]


def test_words_of_a_removed_document_are_found_no_more(library: Library) -> None:
    library.remove("2020")
    assert [row[1] for row in library.ask("find_items", {"words": "滨江隧道"}).rows] == ["2021"]


def test_documents(library: Library) -> None:
    answer = library.ask("documents")
    assert [dict(zip(answer.columns, row, strict=True))["label"] for row in answer.rows] == [
        "2020",
        "2021",
    ]


def test_documents_may_be_named_with_their_series(library: Library) -> None:
    with_series = {"old": "柳湾/2020", "new": "柳湾/2021"}
    plain = library.ask("dropped_commitments", PAIR)
    assert library.ask("dropped_commitments", with_series) == plain


def test_label_of_two_series_is_asked_about(library: Library, old_document: Document) -> None:
    library.add(replace(old_document, series="南山"))
    with pytest.raises(LabelError, match='"2020" names 2 documents'):
        library.ask("dropped_commitments", PAIR)


def test_pair_that_was_not_compared_is_no_empty_answer(library: Library) -> None:
    with pytest.raises(LabelError, match="policydiff compare 柳湾/2021 柳湾/2020"):
        library.ask("dropped_commitments", {"old": "2021", "new": "2020"})


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("lost_commitments", {}, 'no question "lost_commitments"; there are added_commitments'),
        ("dropped_commitments", {"old": "2020"}, 'needs the parameter "new": the newer document'),
        ("find_items", {"word": "养老"}, 'no parameter "word"; it takes words, series, kind'),
        ("coverage", {"old": "2020"}, 'no parameter "old"; it takes no parameters'),
    ],
)
def test_question_asked_wrongly(
    library: Library, name: str, given: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        library.ask(name, given)


@pytest.mark.parametrize("query", ready_queries(), ids=lambda query: query.name)
def test_header_names_the_columns_of_the_answer(library: Library, query: Query) -> None:
    others: dict[str, Value] = {
        "year": 2021,
        "commitment": "5f0c",
        "series": "柳湾",
        "other": "全国",
    }
    values = others | PAIR | {"words": "隧道"}
    known = {each.name: values[each.name] for each in query.parameters if not each.is_optional}
    assert library.ask(query.name, known).columns == tuple(name for name, _ in query.columns)


def test_header_is_read() -> None:
    query = parse_query("bridges", BRIDGES)
    assert (query.name, query.question) == ("bridges", "Which bridges are promised?")
    assert query.parameters == (
        Parameter("report", "the report", is_document=True, is_optional=False),
        Parameter("river", "only over this river", is_document=False, is_optional=True),
    )
    assert query.columns == (Column("name", "the bridge"),)


def test_question_is_found_by_name() -> None:
    assert find_query("coverage").name == "coverage"


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="needs the sqlite3 shell")
def test_question_runs_in_the_sqlite_shell(library: Library) -> None:
    script = sql_folder() / "queries" / "added_commitments.sql"
    shell = ["sqlite3", str(library.path), ".parameter init"]
    given = [".parameter set :old 2020", ".parameter set :new 2021", f".read '{script}'"]
    done = subprocess.run([*shell, *given], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("（二）便利出行|新建立体车库6座|新建立体车库 6座||11\n")
