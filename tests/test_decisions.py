"""Decisions by values: found by words, settled over scores, written to a file and read back."""

import json
from dataclasses import replace

import pytest

from policydiff.decisions import (
    Decision,
    Index,
    Obstacle,
    Passage,
    Said,
    decided_in,
    locate,
    passage_of,
)
from policydiff.errors import DecisionError
from policydiff.ladder import Candidate, Ladder, Refusal
from policydiff.model import (
    Alignment,
    Comparison,
    Decided,
    Document,
    Kind,
    LinkType,
    Ruling,
    Side,
)
from policydiff.review import (
    decisions_text,
    parse_decisions,
    settle,
    settle_ladders,
    stray_notices,
)

OLD = Passage("柳湾", "2020", "加快建设滨江隧道")
NEW = Passage("柳湾", "2021", "建成滨江隧道")
DECISION = Decision(LinkType.CARRY, Ruling.REJECTED, OLD, NEW, "另一条隧道")


def said(*plains: str) -> Index:
    return Index(Said(plain, Kind.COMMITMENT) for plain in plains)


@pytest.mark.parametrize(
    "text",
    ["加快建设滨江隧道", "加快建设 滨江\n隧道", "加快建设“滨江隧道”。", "加快、建设滨江隧道"],
)
def test_white_space_and_punctuation_do_not_change_what_a_decision_is_on(text: str) -> None:
    same = replace(DECISION, old=OLD._replace(text=text))
    assert same.decision_id == DECISION.decision_id
    assert said("别的", text).find(OLD) == 1


@pytest.mark.parametrize("change", [{"ruling": Ruling.ACCEPTED}, {"note": ""}])
def test_change_of_mind_keeps_the_id(change: dict[str, object]) -> None:
    assert replace(DECISION, **change).decision_id == DECISION.decision_id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        replace(DECISION, type=LinkType.REPORT),
        replace(DECISION, old=OLD._replace(series="澜川")),
        replace(DECISION, new=NEW._replace(label="2022")),
        replace(DECISION, old=OLD._replace(text="加快建设滨江大桥")),
        replace(DECISION, old=OLD._replace(occurrence=2)),
        replace(DECISION, old=NEW, new=OLD),
    ],
)
def test_decision_on_another_pair_has_another_id(other: Decision) -> None:
    assert other.decision_id != DECISION.decision_id


def test_item_that_says_the_same_as_an_earlier_one_is_found_by_its_count() -> None:
    index = said("优化营商环境", "修路", "优化营商环境")
    assert index.find(Passage("", "", "优化营商环境", 2)) == 2
    assert index.occurrence(2) == 2
    assert index.find(Passage("", "", "优化营商环境", 3)) is None


def test_passage_of_an_item_finds_that_item(old_document: Document) -> None:
    index = Index.of(old_document)
    found = [index.find(passage_of(old_document, i)) for i in range(len(old_document.items))]
    assert found == list(range(len(old_document.items)))


@pytest.mark.parametrize(
    ("link_type", "old", "new", "expected"),
    [
        (LinkType.CARRY, Kind.TARGET, Kind.COMMITMENT, (0, 0)),
        (LinkType.REPORT, Kind.COMMITMENT, Kind.RESULT, (0, 0)),
        (LinkType.CARRY, Kind.COMMITMENT, Kind.RESULT, Obstacle.OTHER_KIND),
        (LinkType.REPORT, Kind.COMMITMENT, Kind.COMMITMENT, Obstacle.OTHER_KIND),
        (LinkType.CARRY, Kind.CONTEXT, Kind.COMMITMENT, Obstacle.OTHER_KIND),
    ],
)
def test_decision_joins_only_what_its_type_of_link_may(
    link_type: LinkType, old: Kind, new: Kind, expected: object
) -> None:
    indexes = Index([Said(OLD.text, old)]), Index([Said(NEW.text, new)])
    assert locate(replace(DECISION, type=link_type), *indexes) == expected


def test_decision_whose_words_are_gone_is_a_stray(
    old_document: Document, new_document: Document
) -> None:
    gone = replace(DECISION, new=NEW._replace(text="建成跨海大桥"))
    decided, strays = decided_in(old_document, new_document, [DECISION, gone])
    assert [(each.old, each.new) for each in decided] == [(4, 4)]
    assert strays == ((gone, Obstacle.TEXT_GONE),)
    (notice,) = stray_notices(strays)
    assert notice.code == "decision_not_applied"
    assert "建成跨海大桥" in notice.message


def test_decision_on_other_documents_is_no_stray(
    old_document: Document, new_document: Document
) -> None:
    elsewhere = replace(DECISION, new=NEW._replace(label="2022"))
    assert decided_in(old_document, new_document, [elsewhere]) == ((), ())


def ruled(ruling: Ruling, old: int, new: int) -> Decided:
    return Decided("0123456789", LinkType.CARRY, ruling, old, new)


def settled(comparison: Comparison, *decided: Decided) -> dict[tuple[int, int], float]:
    alignment = Alignment((), comparison.links)
    links = settle(comparison.old, comparison.new, alignment, decided).links
    return {(link.old, link.new): link.score for link in links}


def test_rejected_link_is_gone_and_the_others_stay(comparison: Comparison) -> None:
    before = settled(comparison)
    after = settled(comparison, ruled(Ruling.REJECTED, 9, 8))
    assert before.keys() - after.keys() == {(9, 8)}


def test_accepted_link_is_sure(comparison: Comparison) -> None:
    assert settled(comparison)[9, 8] == 0.41
    assert settled(comparison, ruled(Ruling.ACCEPTED, 9, 8))[9, 8] == 1.0


def test_accepted_pair_without_a_link_gets_one(comparison: Comparison) -> None:
    after = settled(comparison, ruled(Ruling.ACCEPTED, 3, 6))
    assert after.keys() - settled(comparison).keys() == {(3, 6)}
    assert list(after) == sorted(after)


def test_note_changes_no_link(comparison: Comparison) -> None:
    assert settled(comparison, ruled(Ruling.NOTED, 9, 8)) == settled(comparison)


def test_decisions_show_in_a_ladder() -> None:
    ladder = Ladder(
        LinkType.CARRY,
        Side.OLD,
        4,
        0.4,
        (Candidate(4, 0.7, (), None), Candidate(5, 0.2, (), Refusal.BELOW_THRESHOLD)),
    )
    decided = (ruled(Ruling.REJECTED, 4, 4), ruled(Ruling.ACCEPTED, 4, 7))
    (after,) = settle_ladders([ladder], decided)
    assert [(each.item, each.refusal) for each in after.candidates] == [
        (7, None),
        (4, Refusal.REJECTED),
        (5, Refusal.BELOW_THRESHOLD),
    ]


def test_file_gives_back_what_was_written() -> None:
    decisions = (
        DECISION,
        Decision(LinkType.REPORT, Ruling.ACCEPTED, OLD, NEW._replace(text='新建"口袋公园"\t12个')),
        Decision(LinkType.CARRY, Ruling.NOTED, OLD._replace(occurrence=2), NEW, "待查"),
    )
    text = decisions_text(decisions)
    assert set(parse_decisions(text, "decisions.jsonl")) == set(decisions)
    assert decisions_text(reversed(decisions)) == text


def lines(**change: object) -> str:
    row = json.loads(decisions_text([DECISION]).splitlines()[1])
    return "\n".join([json.dumps({"schema": "policydiff/decisions/1"}), json.dumps(row | change)])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", 'line 1 of "d" is no JSON'),
        ('{"schema": "policydiff/comparison/1"}', '"d" is no file of decisions'),
        ('{"schema": "policydiff/decisions/1"}\n{"type": ', 'line 2 of "d" is no JSON'),
        ('{"schema": "policydiff/decisions/1"}\n\n[1]', 'line 3 of "d" is no JSON object'),
        (lines(ruling="maybe"), 'has the ruling "maybe", which is none of accepted, rejected'),
        (lines(type=["carry"]), "has the type \"['carry']\""),
        (lines(old="加快建设滨江隧道"), 'needs "old" with series, label and text'),
        (lines(old={"series": "柳湾", "text": "修路"}), 'needs a text as "label"'),
        (lines(new=OLD._asdict() | {"text": "。，"}), 'has no words in the text of "new"'),
        (lines(new=OLD._asdict() | {"occurrence": 0}), 'has the occurrence "0"'),
        (lines(new=OLD._asdict() | {"occurrence": True}), 'has the occurrence "True"'),
        (lines(note=7), 'needs a text as "note"'),
        (lines(note="\ud800"), 'has half a character in "note"'),
        (lines(verdict="yes"), 'has an unknown field "verdict"'),
        (
            f"{lines()}\n{lines(note='').splitlines()[1]}",
            "decides otherwise of the items of line 2",
        ),
    ],
)
def test_bad_line_is_told_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(DecisionError) as failure:
        parse_decisions(text, "d")
    assert sentence in str(failure.value)
    assert "\n" not in str(failure.value)
