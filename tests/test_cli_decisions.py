"""The commands to review and to keep decisions, asked of the example's reports."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from sqlite_utils import Database
from typer.testing import CliRunner, Result

from policydiff.cli.app import app
from policydiff.decisions import Decision, Passage
from policydiff.library import Library
from policydiff.model import LinkType, Ruling
from policydiff.review import decisions_text

LANCHUAN = Path(__file__).parents[1] / "examples" / "lanchuan"
OLD = "龙溪水库枢纽"
"""Words of a promise of 2019 that later reports carry on."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("decided") / "filled.db"
    run(path, "add", *(str(LANCHUAN / f"{year}.txt") for year in (2019, 2020, 2021)))
    return path


@pytest.fixture
def database(filled: Path, tmp_path: Path) -> Path:
    """A library of three reports in which nothing is decided."""
    return Path(shutil.copy(filled, tmp_path / "policydiff.db"))


def run(database: Path, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, [*arguments, "--db", str(database)], input=typed)


def done(database: Path, *arguments: str, typed: str = "") -> Result:
    result = run(database, *arguments, typed=typed)
    assert result.exit_code == 0, result.output
    return result


def refused(database: Path, *arguments: str) -> str:
    result = run(database, *arguments)
    assert result.exit_code == 2, result.output
    (line,) = result.stderr.splitlines()
    return line


def wire(database: Path) -> dict[str, list[dict[str, object]]]:
    compared = done(database, "compare", "2019", "2020", "--format", "json").stdout
    rows: dict[str, list[dict[str, object]]] = json.loads(compared)
    return rows


def decisions(database: Path) -> list[Decision]:
    with Library(database) as library:
        return [each.decision for each in library.decisions()]


def states(database: Path) -> list[str]:
    with Library(database) as library:
        return [each.state for each in library.decisions()]


def a_link(database: Path) -> tuple[str, str]:
    """The ids of a sure carry link whose ends have no other."""
    carried = [each for each in wire(database)["links"] if each["type"] == "carry"]
    ends = Counter(str(each[side]) for each in carried for side in ("old", "new"))
    links = [
        each
        for each in carried
        if "verbatim" not in str(each["changes"])
        and ends[str(each["old"])] == ends[str(each["new"])] == 1
    ]
    best = max(links, key=lambda each: float(str(each["score"])))
    return str(best["old"]), str(best["new"])


def links(database: Path) -> set[tuple[object, object]]:
    return {(each["old"], each["new"]) for each in wire(database)["links"]}


def test_review_asks_and_keeps_what_is_answered(database: Path) -> None:
    said = done(database, "review", "2019", "2020", typed="r\nq\n")
    assert "Question 1 of " in said.stdout
    assert "1 of " in said.stderr
    assert {each.ruling for each in decisions(database)} == {Ruling.REJECTED}


def test_end_of_input_ends_the_review_and_loses_nothing(database: Path) -> None:
    done(database, "review", "2019", "2020", typed="r\n")
    assert decisions(database)


def test_unknown_answer_is_asked_again(database: Path) -> None:
    said = done(database, "review", "2019", "2020", typed="7x\nr\nq\n")
    assert 'no answer is called "7x"' in said.stdout
    assert decisions(database)


def test_decided_questions_are_not_asked_again(database: Path) -> None:
    first = done(database, "review", "2019", "2020", typed="q\n").stdout
    done(database, "review", "2019", "2020", typed="a\nq\n")
    second = done(database, "review", "2019", "2020", typed="q\n").stdout
    again = done(database, "review", "2019", "2020", "--again", typed="q\n").stdout
    total = int(first.split("Question 1 of ")[1].split(":")[0])
    assert f"Question 1 of {total - 1}:" in second
    assert f"Question 1 of {total}:" in again


def test_rejected_link_is_gone_from_the_comparison_and_marked(database: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    assert (old, new) not in links(database)
    (decided,) = wire(database)["decided"]
    assert (decided["ruling"], decided["old"], decided["new"]) == ("rejected", old, new)
    shown = done(database, "compare", "2019", "2020", "--limit", "0").stdout
    assert "Decided by people: 1" in shown
    assert "alinkwasrejectedbypeople" in "".join(shown.split())
    written = done(database, "compare", "2019", "2020", "--format", "markdown").stdout
    assert "Decided by people: 1" in written


def test_accepted_pair_is_linked_and_marked(database: Path) -> None:
    rows = wire(database)
    dropped = next(str(each["id"]) for each in rows["items"] if each["status"] == "dropped")
    added = next(str(each["id"]) for each in rows["items"] if each["status"] == "added")
    typed = "n\n换了说法\na\n"
    done(database, "review", "2019", "2020", "--item", dropped, "--with", added, typed=typed)
    (link,) = [each for each in wire(database)["links"] if each["decided"]]
    assert (link["old"], link["new"], link["score"]) == (dropped, added, 1.0)
    shown = "".join(done(database, "compare", "2019", "2020").stdout.split())
    assert "acceptedbypeople:换了说法" in shown


def test_explain_tells_who_decided(database: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    assert "rejected by people" in done(database, "explain", "2019", "2020", old).stdout
    said = json.loads(done(database, "explain", "2019", "2020", old, "--format", "json").stdout)
    told = [each["decided"] for ladder in said["ladders"] for each in ladder["candidates"]]
    assert told.count("rejected") == 1


def test_history_heeds_and_tells_what_is_decided(database: Path) -> None:
    rows = wire(database)
    texts = {str(each["id"]): str(each["text"]) for each in rows["items"]}
    old, new = a_link(database)
    done(database, "track")
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    told = " ".join(done(database, "history", texts[old], "--limit", "1").stdout.split())
    assert "People decided that" in told
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="a\n")
    assert "decided" in done(database, "history", texts[old], "--limit", "1").stdout
    assert "(decided)" in "".join(done(database, "track", "--limit", "0").stdout.split())


def test_views_show_what_is_decided(database: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="a\n")
    done(database, "track")
    with Database(database) as db:
        assert [row["ruling"] for row in db.query("select ruling from decided_links")]
        assert [row["ruling"] for row in db.query("select ruling from decided_steps")]
        (row,) = db.query("select state, old_position from decision_items")
    assert row == {"state": "applies", "old_position": int(old.removeprefix("old:i"))}


def test_decision_survives_reading_the_same_words_anew(database: Path, tmp_path: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    text = (LANCHUAN / "2019.txt").read_text("utf-8")
    again = tmp_path / "2019.txt"
    again.write_text(text.replace("\n", "\n\n").replace("。", "。 "), "utf-8")
    done(database, "add", "--replace", str(again))
    assert states(database) == ["applies"]
    (decided,) = wire(database)["decided"]
    assert decided["ruling"] == "rejected"


def test_decision_survives_a_new_year(database: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    done(database, "track")
    done(database, "add", str(LANCHUAN / "2022.txt"))
    done(database, "track")
    assert (old, new) not in links(database)


def test_decision_without_its_words_is_told_everywhere(database: Path, tmp_path: Path) -> None:
    rows = wire(database)
    texts = {str(each["id"]): str(each["text"]) for each in rows["items"]}
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    text = (LANCHUAN / "2019.txt").read_text("utf-8")
    again = tmp_path / "2019.txt"
    again.write_text(text.replace(texts[old], "另行安排此事"), "utf-8")
    done(database, "add", "--replace", str(again))
    assert states(database) == ["not found"]
    assert "not found" in done(database, "decisions").stderr
    assert "not found" in done(database, "track").stderr
    assert "is not applied" in done(database, "compare", "2019", "2020").stdout
    assert [each["code"] for each in wire(database)["notices"]] == ["decision_not_applied"]


def test_files_are_compared_as_decided_too(database: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    files = [str(LANCHUAN / f"{year}.txt") for year in (2019, 2020)]
    said = done(database, "compare", *files, "--format", "json").stdout
    assert [each["ruling"] for each in json.loads(said)["decided"]] == ["rejected"]


def test_ready_questions_answer_at_once_after_a_decision(database: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    done(database, "query", "dropped_commitments", "old=2019", "new=2020")
    (decision,) = decisions(database)
    done(database, "decisions", "remove", decision.decision_id)
    done(database, "query", "dropped_commitments", "old=2019", "new=2020")


def test_export_and_import_take_decisions_to_another_library(
    database: Path, filled: Path, tmp_path: Path
) -> None:
    done(database, "review", "2019", "2020", typed="a\nr\n1\nn\n存疑\ns\nq\n")
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    done(database, "decisions", "export", str(first))
    other = Path(shutil.copy(filled, tmp_path / "other.db"))
    done(other, "decisions", "import", str(first))
    done(other, "decisions", "export", str(second))
    assert first.read_bytes() == second.read_bytes()
    assert wire(other)["decided"] == wire(database)["decided"]
    assert "took over 0 decisions" in done(other, "decisions", "import", str(first)).stderr


def test_decisions_may_come_before_their_documents(database: Path, tmp_path: Path) -> None:
    done(database, "review", "2019", "2020", typed="r\nq\n")
    file, other = tmp_path / "d.jsonl", tmp_path / "other.db"
    done(database, "decisions", "export", str(file))
    assert "no document" in done(other, "decisions", "import", str(file)).stderr
    done(other, "add", *(str(LANCHUAN / f"{year}.txt") for year in (2019, 2020)))
    assert set(states(other)) == {"applies"}


def test_imported_decision_wins_over_the_one_here(database: Path, tmp_path: Path) -> None:
    done(database, "review", "2019", "2020", typed="r\nq\n")
    (here, *_) = decisions(database)
    file = tmp_path / "d.jsonl"
    changed = Decision(here.type, Ruling.ACCEPTED, here.old, here.new, "改主意")
    file.write_text(decisions_text([changed]), "utf-8")
    done(database, "decisions", "import", str(file))
    assert changed in decisions(database)
    assert here not in decisions(database)


def test_bad_line_lets_nothing_in(database: Path, tmp_path: Path) -> None:
    good = Decision(
        LinkType.CARRY, Ruling.NOTED, Passage("澜川市", "2019", "甲"), Passage("", "2", "乙")
    )
    file = tmp_path / "d.jsonl"
    file.write_text(decisions_text([good]) + '{"type": "carry"}\n', "utf-8")
    assert f'line 3 of "{file}"' in refused(database, "decisions", "import", str(file))
    assert decisions(database) == []


def test_removed_decision_lets_the_scores_decide_again(database: Path) -> None:
    old, new = a_link(database)
    done(database, "review", "2019", "2020", "--item", old, "--with", new, typed="r\n")
    (decision,) = decisions(database)
    done(database, "decisions", "remove", decision.decision_id[:6])
    assert decisions(database) == []
    assert (old, new) in links(database)


def test_list_as_csv_has_every_decision(database: Path) -> None:
    done(database, "review", "2019", "2020", typed="r\na\nq\n")
    listed = done(database, "decisions", "--csv").stdout.splitlines()
    assert len(listed) == 1 + len(decisions(database))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("decisions", "remove", "0123456789"), 'no decision "0123456789"'),
        (("decisions", "import", "absent.jsonl"), 'cannot read "absent.jsonl"'),
        (("decisions", "import", "."), 'cannot read "."'),
        (("decisions", "export", "absent/d.jsonl"), 'there is no folder "absent"'),
        (("review", "2019", "1999"), 'no document "1999"'),
        (("review", "2019", "2020", "--with", "new:i1"), '--with "new:i1" needs the older item'),
        (("review", "2019", "2020", "--item", "new:i1"), "is of the same document"),
        (("review", "2019", "2020", "--item", "没有的话"), 'holds "没有的话"'),
    ],
)
def test_bad_input_is_told_in_one_sentence(
    database: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refused(database, *arguments)


def test_file_in_another_encoding_is_told(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    file.write_bytes("决定".encode("gb18030"))
    assert "is not UTF-8 text" in refused(database, "decisions", "import", str(file))


def test_list_without_a_library_says_what_to_do(tmp_path: Path) -> None:
    assert "policydiff add FILE" in refused(tmp_path / "none.db", "decisions")


def test_item_that_promises_nothing_cannot_be_asked_of(database: Path) -> None:
    context = next(
        str(each["id"])
        for each in wire(database)["items"]
        if each["doc"] == "old" and each["kind"] == "context"
    )
    assert "nothing can be asked of" in refused(
        database, "review", "2019", "2020", "--item", context
    )
