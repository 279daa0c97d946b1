"""The errors of links: each is put into its class, and those read by hand stand in the file."""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from policydiff.model import Document, Kind, Link, LinkType, Span
from tests.accuracy.errors import (
    CAUSES,
    CLASSES,
    DRAWN,
    FAINT,
    Pair,
    load_readings,
    missed,
    wrong,
)
from tests.accuracy.pairs import CORPUS, Gold, GoldLink, GoldSide, document, gold_pairs

Parsed = Callable[[str, str], Document]
Quotes = tuple[str, str]

OLD = """一、2020年主要任务
加快建设滨江隧道。完善停车收费办法。当前形势依然复杂。
开通连接老城、新城、高铁站、会展中心、大学城、白鹭湖湿地公园和藤编产业园的夜间公交线路。
"""
NEW = """一、2021年主要任务
建成滨江隧道。改进停车收费办法。外部环境发生深刻变化。
"""
CUTS = 11
"""The links of the pairs set aside that no item can carry: no twenty were to be had."""

TUNNEL = ("加快建设滨江隧道", "建成滨江隧道")
PARKING = ("完善停车收费办法", "改进停车收费办法")
CROSSED = (TUNNEL[0], PARKING[1])


def end(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def true(quotes: Quotes) -> GoldLink:
    old, new = end(OLD, quotes[0]), end(NEW, quotes[1])
    return {
        "old": (old.start, old.end),
        "new": (new.start, new.end),
        "type": "carry",
        "sure": True,
    }


def said(quotes: Quotes, score: float) -> Link:
    return Link(LinkType.CARRY, 0, 0, end(OLD, quotes[0]), end(NEW, quotes[1]), score)


def side(read: Document) -> GoldSide:
    sentences = [(*item.span, "X" if item.kind is Kind.CONTEXT else "C") for item in read.items]
    return {"file": read.source, "sha256": read.sha256, "sentences": sentences}


def a_pair(parsed: Parsed, truth: Sequence[Quotes], scored: Sequence[Link]) -> Pair:
    """Two small reports; what scores at least a half is said."""
    old, new = parsed("2020", OLD), parsed("2021", NEW)
    links = [true(each) for each in truth]
    gold: Gold = {"pair": "2020-2021", "old": side(old), "new": side(new), "links": links}
    return Pair(
        gold, old, new, LinkType.CARRY, scored, [each for each in scored if each.score > 0.5]
    )


@pytest.mark.parametrize(
    ("quotes", "scored", "name"),
    [
        (("夜间", TUNNEL[1]), [], "cut"),
        (("当前形势依然复杂", TUNNEL[1]), [], "kind"),
        ((TUNNEL[0], "外部环境发生深刻变化"), [], "kind"),
        (TUNNEL, [], "unseen"),
        (TUNNEL, [said(TUNNEL, FAINT / 2)], "faint"),
        (TUNNEL, [said(TUNNEL, 0.4), said(CROSSED, 0.9)], "outdone"),
        (TUNNEL, [said(TUNNEL, 0.4), said(PARKING, 0.9)], "near"),
    ],
)
def test_missed_link_is_classed_by_where_it_was_lost(
    parsed: Parsed, quotes: Quotes, scored: list[Link], name: str
) -> None:
    assert [each.name for each in missed(a_pair(parsed, [quotes], scored))] == [name]


def test_link_that_was_said_is_not_missed(parsed: Parsed) -> None:
    assert list(missed(a_pair(parsed, [TUNNEL], [said(TUNNEL, 0.9)]))) == []


@pytest.mark.parametrize(
    ("truth", "quotes", "name"),
    [
        ([], ("当前形势依然复杂", TUNNEL[1]), "no_promise"),
        ([], (TUNNEL[0], "外部环境发生深刻变化"), "no_promise"),
        ([TUNNEL], CROSSED, "partner"),
        ([TUNNEL, PARKING], CROSSED, "both"),
        ([], CROSSED, "single"),
    ],
)
def test_wrong_link_is_classed_by_the_hand_made_links_of_its_ends(
    parsed: Parsed, truth: list[Quotes], quotes: Quotes, name: str
) -> None:
    assert [each.name for each in wrong(a_pair(parsed, truth, [said(quotes, 0.9)]))] == [name]


def test_right_link_is_no_wrong_one(parsed: Parsed) -> None:
    assert list(wrong(a_pair(parsed, [TUNNEL], [said(TUNNEL, 0.9)]))) == []


def test_twenty_of_each_class_were_read_or_all_there_were() -> None:
    counts = Counter(error.name for error, _ in load_readings())
    assert counts == dict.fromkeys(CLASSES, DRAWN) | {"cut": CUTS}


def test_each_error_that_was_read_has_a_known_cause() -> None:
    assert {cause for _, cause in load_readings()} <= CAUSES.keys()


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the checkout")
def test_ends_of_errors_lie_in_their_documents() -> None:
    files = {gold["pair"]: (gold["old"]["file"], gold["new"]["file"]) for gold in gold_pairs()}
    at_hand = [error for error, _ in load_readings() if error.pair in files]
    assert at_hand
    for error in at_hand:
        for file, (start, stop) in zip(files[error.pair], (error.old, error.new), strict=True):
            assert document(file).text[start:stop].strip()
            assert stop <= len(document(file).text)
