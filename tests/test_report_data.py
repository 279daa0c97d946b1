"""How the JSON is written: the same bytes for the same values, readable line by line."""

import json
from dataclasses import replace

from policydiff.model import Comparison, Mismatch, NotComparable, Notice, Span, Waiver
from policydiff.report.data import comparison_json


def test_json_is_equal_for_equal_comparisons(comparison: Comparison) -> None:
    assert comparison_json(comparison) == comparison_json(replace(comparison))


def test_json_does_not_depend_on_the_order_of_links(comparison: Comparison) -> None:
    reversed_links = replace(comparison, links=comparison.links[::-1])
    assert comparison_json(comparison) == comparison_json(reversed_links)


def test_json_ends_with_one_line_end(comparison: Comparison) -> None:
    text = comparison_json(comparison)
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_json_keeps_chinese_as_it_is(comparison: Comparison) -> None:
    assert '"text": "加快建设滨江隧道"' in comparison_json(comparison)


def test_json_holds_every_item_on_a_line_of_its_own(comparison: Comparison) -> None:
    lines = comparison_json(comparison).splitlines()
    assert sum(line.startswith(('{"id": "old:i', '{"id": "new:i')) for line in lines) == 19


def test_scores_have_four_digits_at_most(comparison: Comparison) -> None:
    rows = json.loads(comparison_json(comparison))
    assert rows["links"][0]["runners_up"] == [{"new": "new:i2", "score": 0.4123}]
    assert rows["section_pairs"][3]["score"] == 0.7235


def test_section_pair_without_counterpart_has_null(comparison: Comparison) -> None:
    rows = json.loads(comparison_json(comparison))
    assert rows["section_pairs"][-1] == {"old": "old:s4", "new": None, "score": 0.0, "reason": ""}


def test_words_are_spans_of_the_texts(comparison: Comparison) -> None:
    rows = json.loads(comparison_json(comparison))
    (words,) = rows["links"][0]["words"]
    texts = {side: rows["documents"][side]["text"] for side in ("old", "new")}
    assert [texts[side][slice(*words[side])] for side in ("old", "new")] == ["6%", "5.5%左右"]


def test_rows_name_the_line_of_the_source(comparison: Comparison) -> None:
    rows = json.loads(comparison_json(comparison))
    assert [row["line"] for row in rows["targets"]] == [6, 6, 7, 6, 6, 11]


def test_notices_on_both_documents_stand_at_the_top(comparison: Comparison) -> None:
    notice = Notice("other_issuer", "the documents have different issuers", Span(0, 0))
    rows = json.loads(comparison_json(replace(comparison, notices=(notice,))))
    assert rows["notices"] == [
        {"code": "other_issuer", "message": notice.message, "span": [0, 0]},
    ]


def test_figure_says_whether_it_asks_more_or_less(comparison: Comparison) -> None:
    rows = json.loads(comparison_json(comparison))["target_changes"]
    assert [(row["direction"], row["ambition"]) for row in rows] == [
        ("lowered", "less"),
        ("tightened", "more"),
    ]


def test_figures_that_cannot_be_compared_are_told_apart_from_vanished_and_new_ones(
    comparison: Comparison,
) -> None:
    unlike = NotComparable(2, 2, Mismatch.RATE_AND_LEVEL)
    rows = json.loads(comparison_json(replace(comparison, not_comparable=(unlike,))))
    assert rows["not_comparable"] == [
        {"old": "old:t2", "new": "new:t2", "reason": "growth rate against absolute level"}
    ]
    counted = rows["summary"]["figures"]
    assert (counted["not_comparable"], counted["vanished"], counted["new"]) == (1, 0, 0)


def test_sentence_that_sets_no_target_is_named(comparison: Comparison) -> None:
    new = replace(comparison.new, waivers=(Waiver(1, "地区生产总值增速"),))
    rows = json.loads(comparison_json(replace(comparison, new=new)))["waivers"]
    assert rows == [{"doc": "new", "item": "new:i1", "indicator": "地区生产总值增速"}]


def test_figures_are_counted_by_direction(comparison: Comparison) -> None:
    rows = json.loads(comparison_json(comparison))
    assert rows["summary"]["figures"] == {
        "raised": 0,
        "lowered": 1,
        "tightened": 1,
        "loosened": 0,
        "same": 0,
        "not_comparable": 0,
        "vanished": 1,
        "new": 1,
    }
