"""Commitments followed through small reports of an invented city, with links made by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from policydiff.commitments import (
    Answer,
    Commitment,
    PairLinks,
    Place,
    Rulings,
    Standing,
    Tracking,
)
from policydiff.model import Change, Document, Link, LinkType, ReportOutcome
from policydiff.track import line_up, neighbours, track
from policydiff.track.wording import Weights, clash, wording_of

Parsed = Callable[[str, str], Document]
Said = tuple[str, str]
"""Words of an older and of a newer item."""

PLAN = "一、今年工作安排\n"
REVIEW = "一、去年工作回顾\n"


def find(document: Document, words: str) -> int:
    (index,) = [i for i, item in enumerate(document.items) if words in item.plain]
    return index


def link(
    old: Document,
    new: Document,
    said: Said,
    *,
    score: float = 0.9,
    outcome: ReportOutcome | None = None,
    changes: tuple[Change, ...] = (Change.REWORDED,),
) -> Link:
    i, j = find(old, said[0]), find(new, said[1])
    return Link(
        type=LinkType.CARRY if outcome is None else LinkType.REPORT,
        old=i,
        new=j,
        old_span=old.items[i].span,
        new_span=new.items[j].span,
        score=score,
        changes=changes,
        outcome=outcome,
    )


def commitment(tracking: Tracking, words: str) -> Commitment:
    """The commitment that begins with an item of these words."""
    (found,) = [each for each in tracking.commitments if words in each.name]
    return found


def told(tracking: Tracking, words: str) -> list[tuple[str, str]]:
    documents = tracking.lineup.documents
    return [
        (documents[year.document].label, str(year.standing))
        for year in commitment(tracking, words).years
    ]


@pytest.fixture
def years(parsed: Parsed) -> tuple[Document, ...]:
    return (
        parsed("2019", PLAN + "建设滨江隧道。完善停车收费办法。推行河长巡查制度。"),
        parsed("2020", PLAN + "加快建设滨江隧道。推行河长巡查制度。新建立体车库6座。"),
        parsed(
            "2021",
            REVIEW + "滨江隧道建成通车。\n二、今年工作安排\n完善停车收费办法。培育夜间经济街区。",
        ),
    )


@pytest.fixture
def tracking(years: tuple[Document, ...]) -> Tracking:
    return followed(years)


def followed(years: tuple[Document, ...], rulings: Rulings | None = None) -> Tracking:
    lineup = line_up("柳湾", years)
    first, second = years[0], years[1]
    known = {
        (0, 1): PairLinks(
            (
                link(first, second, ("滨江隧道", "滨江隧道")),
                link(first, second, ("河长", "河长"), changes=(Change.VERBATIM,)),
            )
        )
    }
    if len(years) > 2:
        met = ReportOutcome.MET
        known[1, 2] = PairLinks((link(second, years[2], ("滨江隧道", "滨江隧道"), outcome=met),))
    return track(lineup, known, rulings)


def test_commitment_carried_on_and_reported_done_is_completed(tracking: Tracking) -> None:
    assert told(tracking, "滨江隧道") == [
        ("2019", "introduced"),
        ("2020", "carried"),
        ("2021", "completed"),
    ]


def test_commitment_no_longer_promised_is_dropped(tracking: Tracking) -> None:
    assert told(tracking, "河长")[-1] == ("2021", "dropped")
    assert commitment(tracking, "河长").status == "dropped"


def test_same_words_bridge_a_year_of_absence(tracking: Tracking) -> None:
    assert told(tracking, "停车收费") == [
        ("2019", "introduced"),
        ("2020", "absent"),
        ("2021", "revived"),
    ]
    found = commitment(tracking, "停车收费")
    assert [year.absent_years for year in found.years] == [0, 0, 1]
    assert [step.is_bridge for step in found.steps] == [True]


def test_promises_of_the_newest_year_are_pending(tracking: Tracking) -> None:
    (report,) = commitment(tracking, "夜间经济").reports
    assert report.answer is Answer.PENDING


def test_promise_without_a_report_is_not_mentioned(tracking: Tracking) -> None:
    assert [report.answer for report in commitment(tracking, "立体车库").reports] == [
        Answer.NOT_MENTIONED
    ]


def test_promise_is_not_covered_by_a_text_without_review(tracking: Tracking) -> None:
    first, _ = commitment(tracking, "河长").reports
    assert first.answer is Answer.NOT_COVERED


def test_every_promise_belongs_to_one_commitment(
    tracking: Tracking, years: tuple[Document, ...]
) -> None:
    places = [
        place for each in tracking.commitments for place in each.places if place not in each.shared
    ]
    assert sorted(places) == [
        Place(position, index)
        for position, document in enumerate(years)
        for index, item in enumerate(document.items)
        if item.kind.is_forward
    ]


def test_another_year_changes_no_id_and_no_earlier_item(years: tuple[Document, ...]) -> None:
    before = {each.commitment_id: each for each in followed(years[:2]).commitments}
    after = {each.commitment_id: each for each in followed(years).commitments}
    assert before.keys() <= after.keys()
    for commitment_id, known in before.items():
        assert after[commitment_id].places[: len(known.places)] == known.places
        assert after[commitment_id].name == known.name


def test_same_words_twice_in_a_document_get_two_ids(parsed: Parsed) -> None:
    twice = parsed("2019", PLAN + "推行河长巡查制度。建设滨江隧道。推行河长巡查制度。")
    lineup = line_up("柳湾", [twice])
    ids = [each.commitment_id for each in track(lineup, {}).commitments]
    assert len(set(ids)) == len(ids) == 3


def test_what_people_part_is_two_commitments(years: tuple[Document, ...]) -> None:
    pair = Place(0, find(years[0], "滨江")), Place(1, find(years[1], "滨江"))
    found = followed(years, Rulings(parted=frozenset({pair})))
    names = [each.name for each in found.commitments if "滨江隧道" in each.name]
    assert len(names) == 2


def test_what_people_join_is_one_commitment(years: tuple[Document, ...]) -> None:
    pair = Place(0, find(years[0], "停车")), Place(1, find(years[1], "车库"))
    found = followed(years[:2], Rulings(joined=frozenset({pair})))
    assert pair[1] in commitment(found, "停车收费").places


def test_weak_link_of_unlike_words_is_no_step(years: tuple[Document, ...]) -> None:
    first, second = years[:2]
    weak = link(first, second, ("停车收费", "立体车库"), score=0.47)
    found = track(line_up("柳湾", years[:2]), {(0, 1): PairLinks((weak,))})
    assert len(commitment(found, "停车收费").places) == 1


def test_doubtful_link_needs_like_words(parsed: Parsed) -> None:
    documents = (
        parsed("2019", PLAN + "加强河湖水面巡查。办好社区老年食堂。"),
        parsed("2020", PLAN + "加强河湖水面巡查执法。建设学校中央厨房。"),
    )
    like = link(*documents, ("河湖", "河湖"), score=0.6)
    unlike = link(*documents, ("食堂", "厨房"), score=0.6)
    found = track(line_up("柳湾", documents), {(0, 1): PairLinks((like, unlike))})
    assert len(commitment(found, "加强河湖水面巡查").places) == 2
    assert len(commitment(found, "食堂").places) == 1


def test_doubtful_link_of_figures_of_one_thing_is_a_step(parsed: Parsed) -> None:
    documents = (
        parsed("2019", PLAN + "绿地率提高到41%。"),
        parsed("2020", PLAN + "绿地率拟按43%的标准安排。"),
    )
    doubtful = link(*documents, ("绿地率", "绿地率"), score=0.5)
    found = track(line_up("柳湾", documents), {(0, 1): PairLinks((doubtful,))})
    assert len(commitment(found, "绿地率").places) == 2


def test_commitment_that_shared_an_item_does_not_leave_it_with_the_other(parsed: Parsed) -> None:
    documents = (
        parsed("2019", PLAN + "发展乡村民宿。"),
        parsed("2020", PLAN + "发展乡村民宿和冷链仓储。"),
        parsed("2021", PLAN + "发展冷链仓储。"),
    )
    links = {
        (0, 1): PairLinks((link(*documents[:2], ("民宿", "民宿")),)),
        (1, 2): PairLinks((link(*documents[1:], ("冷链", "冷链"), score=0.95),)),
    }
    found = track(line_up("柳湾", documents), links)
    assert len(commitment(found, "发展乡村民宿").places) == 2


@pytest.mark.parametrize(
    ("last", "places"),
    [("推进农村垃圾清运", 2), ("推进社区垃圾清运", 1)],
    ids=["same thing", "other thing"],
)
def test_years_of_absence_are_bridged_to_the_same_thing_only(
    parsed: Parsed, last: str, places: int
) -> None:
    documents = (
        parsed("2019", PLAN + "加强农村垃圾清运。"),
        parsed("2020", PLAN + "建设滨江隧道。"),
        parsed("2021", PLAN + f"{last}。"),
    )
    found = track(line_up("柳湾", documents), {})
    assert len(commitment(found, "加强农村").places) == places


def test_item_that_says_again_what_an_earlier_one_said_goes_on_from_it(parsed: Parsed) -> None:
    documents = (
        parsed("2019", PLAN + "花卉总产量稳定在210万枝以上。"),
        parsed("2020", PLAN + "花卉种植面积稳定在52万亩。"),
        parsed("2021", PLAN + "花卉总产量稳定在210万枝以上。"),
    )
    sown = link(*documents[:2], ("花卉", "花卉"))
    found = track(line_up("柳湾", documents), {(0, 1): PairLinks((sown,))})
    assert len(commitment(found, "花卉总产量").places) == 3


@pytest.mark.parametrize(
    ("words", "is_set_phrase"),
    [
        ("全面加强政府自身建设", True),
        ("努力开创政府工作新局面", True),
        ("推进滨江隧道建设取得新局面", False),
    ],
)
def test_commitment_of_nothing_but_set_phrases_is_marked(
    parsed: Parsed, words: str, *, is_set_phrase: bool
) -> None:
    found = track(line_up("柳湾", [parsed("2019", PLAN + f"{words}。")]), {})
    assert commitment(found, words).is_set_phrase is is_set_phrase


def test_thread_that_left_its_subject_is_cut(parsed: Parsed) -> None:
    documents = (
        parsed("2019", PLAN + "推进城乡公交一体化。"),
        parsed("2020", PLAN + "推进公交站台与口袋公园建设。"),
        parsed("2021", PLAN + "新建口袋公园12个。"),
    )
    links = {
        (0, 1): PairLinks((link(*documents[:2], ("公交", "公交"), score=0.8),)),
        (1, 2): PairLinks((link(*documents[1:], ("口袋公园", "口袋公园"), score=0.6),)),
    }
    found = track(line_up("柳湾", documents), links)
    first, later = commitment(found, "城乡公交"), commitment(found, "口袋公园12个")
    assert len(first.places) == 2
    assert later.cut_from == first.commitment_id


@pytest.mark.parametrize(("score", "places"), [(0.96, 3), (0.8, 2)])
def test_thread_goes_on_from_what_its_first_item_is_surely_renamed(
    parsed: Parsed, score: float, places: int
) -> None:
    documents = (
        parsed("2019", PLAN + "给独居长者送餐上门。"),
        parsed("2020", PLAN + "办好社区食堂。"),
        parsed("2021", PLAN + "办好社区食堂。"),
    )
    links = {
        (0, 1): PairLinks((link(*documents[:2], ("长者", "食堂"), score=score),)),
        (1, 2): PairLinks((link(*documents[1:], ("食堂", "食堂"), score=1.0),)),
    }
    found = track(line_up("柳湾", documents), links)
    assert len(commitment(found, "独居长者").places) == places


def test_clause_that_makes_two_commitments_is_shared(parsed: Parsed) -> None:
    documents = (
        parsed("2019", PLAN + "遏制隐性债务增量。稳妥化解债务存量。"),
        parsed("2020", PLAN + "遏制隐性债务增量、化解债务存量。"),
        parsed("2021", PLAN + "遏制隐性债务增量。稳妥化解债务存量。"),
    )
    both = "隐性债务增量、化解"
    merged = (Change.MERGED,)
    links = {
        (0, 1): PairLinks(
            (
                link(*documents[:2], ("隐性债务增量", both), changes=merged),
                link(*documents[:2], ("债务存量", both), score=0.7, changes=merged),
            )
        ),
        (1, 2): PairLinks((link(*documents[1:], (both, "隐性债务增量")),)),
    }
    found = track(line_up("柳湾", documents), links)
    second = next(each for each in found.commitments if each.name == "稳妥化解债务存量")
    assert second.shared == (Place(1, find(documents[1], both)),)
    assert [place.document for place in second.places] == [0, 1, 2]
    assert second.merged_into == ""


def test_commitment_that_stays_in_a_shared_clause_is_merged(parsed: Parsed) -> None:
    documents = (
        parsed("2019", PLAN + "遏制隐性债务增量。稳妥化解债务存量。"),
        parsed("2020", PLAN + "遏制隐性债务增量、化解债务存量。"),
        parsed("2021", PLAN + "建设滨江隧道。"),
    )
    both = "隐性债务增量、化解"
    links = {
        (0, 1): PairLinks(
            (
                link(*documents[:2], ("隐性债务增量", both)),
                link(*documents[:2], ("债务存量", both), score=0.7, changes=(Change.MERGED,)),
            )
        )
    }
    found = track(line_up("柳湾", documents), links)
    second = next(each for each in found.commitments if each.name == "稳妥化解债务存量")
    first = next(each for each in found.commitments if each.name == "遏制隐性债务增量")
    assert second.merged_into == first.commitment_id
    assert [year.standing for year in second.years][-1] is Standing.MERGED


def test_absence_that_proves_nothing_is_not_covered(years: tuple[Document, ...]) -> None:
    first, second = years[:2]
    gap = PairLinks((), frozenset({find(first, "停车收费")}))
    found = track(line_up("柳湾", (first, second)), {(0, 1): gap})
    assert told(found, "停车收费")[-1] == ("2020", "not_covered")


def test_year_without_a_document_is_no_absence(years: tuple[Document, ...]) -> None:
    documents = (years[0], replace(years[1], label="2022", year=2022))
    found = followed(documents)
    assert told(found, "滨江隧道") == [("2019", "introduced"), ("2022", "carried")]


def test_documents_of_one_year_share_a_slot(years: tuple[Document, ...]) -> None:
    second = replace(years[1], label="2020计划", date="2020-03-01")
    lineup = line_up("柳湾", [second, *years])
    assert lineup.slots == (0, 1, 1, 2)
    assert neighbours(lineup) == ((0, 1), (0, 2), (1, 2), (1, 3), (2, 3))


def test_five_year_plan_runs_on_beside_annual_reports(years: tuple[Document, ...]) -> None:
    plan = replace(years[0], title="柳湾市国民经济和社会发展第十三个五年规划纲要")
    lineup = line_up("柳湾", (plan, *years[1:]))
    found = track(lineup, {})
    assert lineup.spans == (5, 1, 1)
    assert all(standing != "dropped" for _, standing in told(found, "滨江隧道"))


@pytest.mark.parametrize(
    ("issuers", "left_out"),
    [
        (("柳湾市", "柳湾市", "东柳湾市"), ["东柳湾市"]),
        (("柳湾县", "柳湾区", "柳湾区人民政府"), []),
        (("", "柳湾市", "柳湾市"), []),
        (("东柳湾市", "东柳湾市", "柳湾市"), ["东柳湾市", "东柳湾市"]),
    ],
)
def test_documents_of_another_issuer_are_left_out(
    years: tuple[Document, ...], issuers: tuple[str, ...], left_out: list[str]
) -> None:
    documents = [replace(each, issuer=issuer) for each, issuer in zip(years, issuers, strict=True)]
    lineup = line_up("柳湾", documents)
    assert [each.document.issuer for each in lineup.left_out] == left_out
    assert [each.reason for each in lineup.left_out] == [f"other issuer: {x}" for x in left_out]
    assert line_up("柳湾", documents, with_others=True).left_out == ()


def test_document_without_a_year_is_left_out(years: tuple[Document, ...]) -> None:
    lineup = line_up("柳湾", [replace(years[0], year=None), years[1]])
    assert [each.reason for each in lineup.left_out] == ["no year is known"]


@pytest.mark.parametrize(
    ("old", "new", "is_clash"),
    [
        ("建设物流园区一期", "启动物流园区二期", True),
        ("投产220千伏变电站", "建成500千伏变电站", True),
        ("开工轨道交通1号线", "建成轨道交通1号线", False),
        ("建设物流园区", "启动物流园区二期", False),
        ("完成环城路东段", "推进环城路东段、西段", False),
    ],
)
def test_things_told_apart_by_a_mark(old: str, new: str, *, is_clash: bool) -> None:
    assert clash(wording_of(old), wording_of(new)) is is_clash


def test_likeness_of_the_same_words_is_whole_and_of_others_none() -> None:
    weights = Weights()
    tunnel, parking = wording_of("建设滨江隧道"), wording_of("完善停车收费办法")
    assert weights.likeness(tunnel, wording_of("建设滨江隧道")) == 1.0
    assert weights.likeness(tunnel, parking) == 0.0


def test_object_is_found_behind_a_manner() -> None:
    manner = wording_of("不折不扣落实减税降费政策")
    assert manner.grams == wording_of("落实减税降费政策").grams
