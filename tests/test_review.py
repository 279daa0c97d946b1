"""The review by values: which questions are asked, and what the answers amount to."""

from collections.abc import Callable

import pytest

from policydiff.decisions import letters
from policydiff.ladder import Candidate, Ladder, Look, Refusal, Sign
from policydiff.model import Decided, Document, LinkType, Ruling, Side
from policydiff.review import Doubt, Question, Session, ask_of, find_questions, settle_ladders

THRESHOLD = 0.4


def candidate(item: int, score: float) -> Candidate:
    look = Look(-1.0, (Sign("words", 0.5, 1.2), Sign("verb", 0.0, -0.3), Sign("section", 0.0, 0.0)))
    refusal = None if score >= THRESHOLD else Refusal.BELOW_THRESHOLD
    return Candidate(item, score, (look, look), refusal)


def ladder(item: int, *candidates: tuple[int, float]) -> Ladder:
    found = tuple(candidate(*each) for each in candidates)
    return Ladder(LinkType.CARRY, Side.OLD, item, THRESHOLD, found)


def decided(ruling: Ruling, old: int, new: int, note: str = "") -> Decided:
    return Decided("0123456789", LinkType.CARRY, ruling, old, new, note)


@pytest.fixture
def asked(old_document: Document, new_document: Document) -> Callable[..., tuple[Question, ...]]:
    """The questions that ladders of the two small reports give rise to."""

    def ask(*ladders: Ladder, again: bool = False) -> tuple[Question, ...]:
        return find_questions(old_document, new_document, ladders, again=again)

    return ask


Asked = Callable[..., tuple[Question, ...]]


@pytest.fixture
def session(old_document: Document, new_document: Document, asked: Asked) -> Session:
    """A link that is in doubt, and a dropped item with two near candidates."""
    questions = asked(ladder(4, (4, 0.42), (5, 0.2)), ladder(7, (6, 0.35), (7, 0.3), (5, 0.1)))
    return Session(old_document, new_document, questions)


def said(session: Session) -> list[tuple[str, str, Ruling, str]]:
    return [(it.old.text, it.new.text, it.ruling, it.note) for it in session.decisions]


def test_link_near_the_threshold_is_asked(asked: Asked) -> None:
    (question,) = asked(ladder(4, (4, 0.45), (5, 0.2)))
    assert question.doubt is Doubt.UNCERTAIN
    assert [(each.new, each.is_asked, each.is_linked) for each in question.choices] == [
        (4, True, True),
        (5, False, False),
    ]


def test_sure_link_is_not_asked(asked: Asked) -> None:
    assert asked(ladder(4, (4, 0.9), (5, 0.3))) == ()


def test_dropped_item_with_near_candidates_is_asked_of_all_of_them(asked: Asked) -> None:
    (question,) = asked(ladder(7, (6, 0.35), (7, 0.3), (5, 0.1)))
    assert question.doubt is Doubt.NEAR_CANDIDATE
    assert [each.new for each in question.asked] == [6, 7]
    assert [each.new for each in question.choices] == [6, 7, 5]


def test_dropped_item_without_a_near_candidate_is_not_asked(asked: Asked) -> None:
    assert asked(ladder(7, (6, 0.2)), ladder(5)) == ()


def test_candidate_that_scores_next_to_nothing_is_no_choice(asked: Asked) -> None:
    (question,) = asked(ladder(4, (4, 0.45), (5, 0.01)))
    assert [each.new for each in question.choices] == [4]


def test_every_doubtful_link_of_an_item_is_a_question(asked: Asked) -> None:
    questions = asked(ladder(4, (4, 0.45), (5, 0.41)))
    assert [question.asked[0].new for question in questions] == [5, 4]


def test_set_phrase_is_asked_where_other_words_answer_it(
    parsed: Callable[[str, str], Document],
) -> None:
    old = parsed("2020", "一、2020年工作\n坚定不移推动高质量发展。\n")
    new = parsed("2021", "一、2021年工作\n推动藤编业高质量发展。\n")
    (phrase,) = [i for i, item in enumerate(old.items) if "高质量" in item.plain]
    (answer,) = [i for i, item in enumerate(new.items) if "高质量" in item.plain]
    link = ladder(phrase, (answer, 0.7))
    (question,) = find_questions(old, new, [link])
    assert question.doubt is Doubt.SET_PHRASE
    assert find_questions(old, old, [link]) == ()


def test_questions_stand_most_doubtful_first(asked: Asked) -> None:
    questions = asked(ladder(4, (4, 0.5)), ladder(5, (5, 0.41)), ladder(7, (6, 0.39)))
    assert [question.old for question in questions] == [5, 4, 7]


def test_signs_name_what_speaks_for_a_candidate_and_against(asked: Asked) -> None:
    (question,) = asked(ladder(4, (4, 0.45)))
    assert question.choices[0].signs == (("words", 1.2), ("verb", -0.3))


@pytest.mark.parametrize(
    ("ruling", "count"), [(Ruling.ACCEPTED, 0), (Ruling.REJECTED, 0), (Ruling.NOTED, 1)]
)
def test_what_is_decided_is_not_asked_again_but_a_note_decides_nothing(
    asked: Asked, ruling: Ruling, count: int
) -> None:
    settled = settle_ladders([ladder(4, (4, 0.45))], [decided(ruling, 4, 4)])
    assert len(asked(*settled)) == count
    assert len(asked(*settled, again=True)) == 1


def test_relinked_item_is_not_asked_again(asked: Asked) -> None:
    rulings = [decided(Ruling.REJECTED, 4, 4), decided(Ruling.ACCEPTED, 4, 5)]
    assert asked(*settle_ladders([ladder(4, (4, 0.45), (5, 0.2))], rulings)) == ()


def test_any_item_may_be_asked_of() -> None:
    (question,) = ask_of(ladder(4, (4, 0.95), (5, 0.2)))
    assert (question.doubt, question.asked[0].new) == (Doubt.ASKED, 4)


def test_any_counterpart_may_be_asked_of() -> None:
    (question,) = ask_of(ladder(4, (4, 0.95), (5, 0.0)), against=5)
    assert [each.new for each in question.asked] == [5]


def test_accepting_a_link_accepts_it_alone(session: Session) -> None:
    after = session.answered(Ruling.ACCEPTED)
    assert said(after) == [("加快建设滨江隧道", "建成滨江隧道", Ruling.ACCEPTED, "")]
    assert after.position == 1


def test_rejecting_a_link_rejects_it_alone(session: Session) -> None:
    assert said(session.answered(Ruling.REJECTED)) == [
        ("加快建设滨江隧道", "建成滨江隧道", Ruling.REJECTED, "")
    ]


def test_relinking_rejects_the_link_and_accepts_the_other(session: Session) -> None:
    relinked = session.pressed("2")
    assert relinked is not None
    assert {(new, ruling) for _, new, ruling, _ in said(relinked)} == {
        ("完善停车收费办法", Ruling.ACCEPTED),
        ("建成滨江隧道", Ruling.REJECTED),
    }


def test_rejecting_near_candidates_rejects_all_of_them(session: Session) -> None:
    after = session.skipped().answered(Ruling.REJECTED)
    assert [(old, ruling) for old, _, ruling, _ in said(after)] == [
        ("修复白鹭湖湿地200亩", Ruling.REJECTED),
        ("修复白鹭湖湿地200亩", Ruling.REJECTED),
    ]


def test_choosing_a_candidate_of_a_dropped_item_rejects_none(session: Session) -> None:
    after = session.skipped().pressed("2")
    assert after is not None
    assert [ruling for _, _, ruling, _ in said(after)] == [Ruling.ACCEPTED]


def test_note_goes_with_the_answer_that_follows(session: Session) -> None:
    noted = session.noted("同一条隧道")
    assert noted.position == 0
    assert said(noted) == [("加快建设滨江隧道", "建成滨江隧道", Ruling.NOTED, "同一条隧道")]
    assert said(noted.answered(Ruling.ACCEPTED)) == [
        ("加快建设滨江隧道", "建成滨江隧道", Ruling.ACCEPTED, "同一条隧道")
    ]


def test_empty_note_takes_a_note_back(session: Session) -> None:
    assert said(session.noted("再看").noted("")) == []


def test_answer_may_be_given_anew(session: Session) -> None:
    again = session.answered(Ruling.REJECTED).back().answered(Ruling.ACCEPTED)
    assert [ruling for _, _, ruling, _ in said(again)] == [Ruling.ACCEPTED]


def test_answer_may_be_taken_back(session: Session) -> None:
    after = session.answered(Ruling.REJECTED).back().pressed("u")
    assert after is not None
    assert (said(after), after.position) == ([], 0)


def test_skipping_keeps_an_answer_that_was_given(session: Session) -> None:
    assert said(session.answered(Ruling.ACCEPTED).back().skipped()) == said(
        session.answered(Ruling.ACCEPTED)
    )


def test_session_ends_behind_its_last_question(session: Session) -> None:
    end = session.skipped().skipped()
    assert end.is_finished
    assert end.question is None
    assert end.answered(Ruling.ACCEPTED) == end.skipped() == end
    assert session.back() == session


@pytest.mark.parametrize("key", ["3", "0", "x", "", "²", "aa"])
def test_unknown_key_does_nothing(session: Session, key: str) -> None:
    assert session.pressed(key) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("推行“河长”，巡查。", "推行河长巡查"), ("——", "——"), ("增长6%", "增长6%")],
)
def test_letters_leave_punctuation_out_unless_there_is_nothing_else(
    text: str, expected: str
) -> None:
    assert letters(text) == expected
