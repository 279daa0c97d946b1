"""A library's series, tracked and kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.commitments import Place, Tracking
from policydiff.decisions import Decision, passage_of
from policydiff.errors import LabelError
from policydiff.follow import track_documents, track_series, tracked_series
from policydiff.library import Library
from policydiff.life import life_of
from policydiff.model import Comparison, Document, LinkType, Ruling
from policydiff.pipeline import compare, read
from policydiff.report.blocks import Table
from policydiff.report.commitment_blocks import life_blocks

LANCHUAN = sorted((Path(__file__).parents[1] / "examples" / "lanchuan").glob("*.txt"))
SERIES = "澜川市"


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return tuple(read(path) for path in LANCHUAN)


@pytest.fixture(scope="module")
def in_one_go(documents: tuple[Document, ...]) -> Tracking:
    return track_documents(SERIES, documents)


@pytest.fixture
def library(tmp_path: Path, documents: tuple[Document, ...]) -> Iterator[Library]:
    with Library(tmp_path / "policydiff.db") as library:
        for document in documents[:3]:
            library.add(document)
        yield library


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pairs of labels that are compared from here on."""
    pairs: list[tuple[str, str]] = []

    def noted(old: Document, new: Document, decisions: Iterable[Decision]) -> Comparison:
        pairs.append((old.label, new.label))
        return compare(old, new, decisions)

    monkeypatch.setattr("policydiff.follow.compare", noted)
    return pairs


def test_tracking_kept_is_the_one_made(library: Library) -> None:
    made = track_series(library, SERIES)
    assert library.series(SERIES).tracking() == made


def test_tracking_again_compares_and_writes_nothing(
    library: Library, compared: list[tuple[str, str]]
) -> None:
    made = track_series(library, SERIES)
    compared.clear()
    before = library.path.read_bytes()
    assert track_series(library, SERIES) == made
    assert compared == []
    assert library.path.read_bytes() == before


def test_year_added_last_gives_what_all_years_in_one_go_give(
    library: Library,
    documents: tuple[Document, ...],
    in_one_go: Tracking,
    compared: list[tuple[str, str]],
) -> None:
    track_series(library, SERIES)
    compared.clear()
    library.add(documents[3])
    assert track_series(library, SERIES) == in_one_go
    assert compared == [("2021", "2022")]
    assert library.series(SERIES).tracking() == in_one_go


def test_year_added_first_is_tracked_as_all_years_in_one_go(
    tmp_path: Path, documents: tuple[Document, ...], in_one_go: Tracking
) -> None:
    with Library(tmp_path / "backwards.db") as library:
        for document in documents[1:]:
            library.add(document)
        track_series(library, SERIES)
        library.add(documents[0])
        assert track_series(library, SERIES) == in_one_go


def test_document_taken_out_takes_the_tracking_along(library: Library) -> None:
    track_series(library, SERIES)
    library.remove("2020")
    assert library.ask("longest_commitments").rows == ()
    found = track_series(library, SERIES)
    assert [document.label for document in found.lineup.documents] == ["2019", "2021"]


def test_document_in_another_s_place_is_tracked_anew(
    library: Library, documents: tuple[Document, ...]
) -> None:
    track_series(library, SERIES)
    library.add(replace(documents[2], title="又名"), replace=True)
    found = track_series(library, SERIES)
    assert found.lineup.documents[2].title == "又名"


def test_other_issuer_is_followed_when_asked_for_and_from_then_on(
    library: Library, documents: tuple[Document, ...]
) -> None:
    library.add(replace(documents[3], issuer="东澜川市", sha256="0" * 64))
    assert len(track_series(library, SERIES).lineup.left_out) == 1
    assert track_series(library, SERIES, with_others=True).lineup.left_out == ()
    assert track_series(library, SERIES).lineup.left_out == ()
    library.add(replace(documents[3], label="2023", year=2023, sha256="1" * 64))
    assert track_series(library, SERIES).lineup.left_out == ()
    assert len(track_series(library, SERIES, with_others=False).lineup.left_out) == 1


def test_series_are_tracked_apart(library: Library, documents: tuple[Document, ...]) -> None:
    track_series(library, SERIES)
    library.add(replace(documents[3], series="屏南"))
    found = track_series(library, "屏南")
    assert tracked_series(library) == ("屏南", SERIES)
    assert len(library.series(SERIES).tracking().commitments) > len(found.commitments)


def test_unknown_series_is_told(library: Library) -> None:
    with pytest.raises(LabelError, match=r'no series "屏南" in .*; it has "澜川市"'):
        track_series(library, "屏南")


def test_every_commitment_has_an_id_of_its_own(in_one_go: Tracking) -> None:
    ids = [each.commitment_id for each in in_one_go.commitments]
    assert len(set(ids)) == len(ids)


def test_life_dates_what_changed_between_two_documents(in_one_go: Tracking) -> None:
    (farmland,) = [each for each in in_one_go.commitments if "高标准农田20万亩" in each.name]
    life = life_of(in_one_go, farmland, ("2019", "2022"))
    assert set(life.changes) == {("建设", "建成", "2022"), ("20万亩", "25万亩", "2021")}


def test_life_is_asked_between_documents_that_promise_it(in_one_go: Tracking) -> None:
    (dam,) = [each for each in in_one_go.commitments if "龙溪水库枢纽" in each.name]
    with pytest.raises(LabelError, match='not promised in "2022", but in 2019, 2020, 2021'):
        life_of(in_one_go, dam, ("2019", "2022"))


def test_dam_of_the_example_is_reported_done(in_one_go: Tracking) -> None:
    (dam,) = [each for each in in_one_go.commitments if "龙溪水库枢纽" in each.name]
    assert dam.status == "completed"
    assert [str(report.answer) for report in dam.reports] == ["not_mentioned", "met", "met"]


def decision(tracking: Tracking, ruling: Ruling, old: Place, new: Place) -> Decision:
    documents = tracking.lineup.documents
    before, after = (passage_of(documents[each.document], each.item) for each in (old, new))
    return Decision(LinkType.CARRY, ruling, before, after)


def holding(tracking: Tracking, place: Place) -> set[str]:
    return {each.commitment_id for each in tracking.commitments if place in each.places}


def test_rejected_link_parts_a_commitment_and_removing_it_joins_it_again(library: Library) -> None:
    before = track_series(library, SERIES)
    step = next(
        step
        for each in before.commitments
        if each.promised_years == len(each.places) == 3 and not each.shared
        for step in each.steps
    )
    rejected = decision(before, Ruling.REJECTED, step.old, step.new)
    library.decide([rejected])
    after = track_series(library, SERIES)
    assert holding(after, step.old).isdisjoint(holding(after, step.new))
    (parted, *_) = [each for each in after.commitments if step.old in each.places]
    assert parted.parted == ((step.old, step.new),)
    assert track_series(library, SERIES) == after
    library.decide([], [rejected])
    assert track_series(library, SERIES) == before


def test_accepted_pair_is_one_commitment_across_a_year(library: Library) -> None:
    before = track_series(library, SERIES)
    lone = [each.places[0] for each in before.commitments if len(each.places) == 1]
    old = next(place for place in lone if place.document == 0)
    new = next(place for place in lone if place.document == 2)
    library.decide([decision(before, Ruling.ACCEPTED, old, new)])
    after = track_series(library, SERIES)
    (joined,) = [each for each in after.commitments if old in each.places]
    assert joined.places == (old, new)
    assert joined.steps[0].is_decided
    assert joined.commitment_id in holding(before, old)


def test_year_added_last_leaves_what_is_decided(
    library: Library, documents: tuple[Document, ...]
) -> None:
    before = track_series(library, SERIES)
    lone = [each.places[0] for each in before.commitments if len(each.places) == 1]
    old = next(place for place in lone if place.document == 0)
    new = next(place for place in lone if place.document == 2)
    library.decide([decision(before, Ruling.ACCEPTED, old, new)])
    track_series(library, SERIES)
    library.add(documents[3])
    grown = track_series(library, SERIES)
    assert holding(grown, old) == holding(grown, new)


def test_life_tells_what_people_noted(library: Library) -> None:
    before = track_series(library, SERIES)
    step = before.commitments[0].steps[0]
    noted = decision(before, Ruling.NOTED, step.old, step.new)
    library.decide([replace(noted, note="两处说的是一座闸")])
    after = track_series(library, SERIES)
    (table,) = life_blocks(life_of(after, after.commitments[0]))
    assert isinstance(table, Table)
    assert "Note on “" in table.note
    assert "两处说的是一座闸" in table.note


def test_decision_outlives_another_label_of_its_document(
    library: Library, documents: tuple[Document, ...]
) -> None:
    before = track_series(library, SERIES)
    lone = [each.places[0] for each in before.commitments if len(each.places) == 1]
    old = next(place for place in lone if place.document == 0)
    new = next(place for place in lone if place.document == 2)
    library.decide([decision(before, Ruling.ACCEPTED, old, new)])
    library.add(replace(documents[2], label="2021年"), replace=True)
    ((kept, state),) = library.decisions()
    assert (kept.new.label, state) == ("2021年", "applies")
    after = track_series(library, SERIES)
    assert holding(after, old) == holding(after, new)


def test_decision_leaves_the_choice_to_follow_other_issuers(library: Library) -> None:
    before = track_series(library, SERIES, with_others=True)
    step = before.commitments[0].steps[0]
    library.decide([decision(before, Ruling.REJECTED, step.old, step.new)])
    track_series(library, SERIES)
    assert library.series(SERIES).follows_others()
