"""A comparison as JSON: the promise that scripts and notebooks read."""

from collections.abc import Iterator

from policydiff.formats import format_differs
from policydiff.model import (
    Comparison,
    Decided,
    Document,
    Link,
    NotComparable,
    Outcome,
    Result,
    Section,
    SectionPair,
    Side,
    Status,
    Target,
    TargetChange,
)
from policydiff.points import item_places
from policydiff.provisions import provisions_of
from policydiff.report import rows
from policydiff.report.articles import article_row
from policydiff.report.counts import Counts, SideCounts, count, is_mere_phrase
from policydiff.report.decided import ruling_on
from policydiff.report.place import line_number
from policydiff.report.written import dumps, facts_row, notice_row, place_row, span_row

SCHEMA = "policydiff/comparison/1"


def comparison_json(comparison: Comparison) -> str:
    """The comparison as one JSON object, one row a line, equal for equal comparisons."""
    return dumps(comparison_rows(comparison))


def comparison_rows(comparison: Comparison) -> rows.ComparisonRow:
    """The comparison as plain dicts and lists."""
    old, new = comparison.old, comparison.new
    return {
        "schema": SCHEMA,
        "documents": {"old": _document(old, Side.OLD), "new": _document(new, Side.NEW)},
        "notices": [notice_row(notice) for notice in comparison.notices],
        "summary": _summary(count(comparison)),
        "section_pairs": [_section_pair(pair) for pair in comparison.section_pairs],
        "articles": [article_row(provision) for provision in provisions_of(comparison)],
        "items": [
            *_items(old, Side.OLD, comparison.old_status, comparison.old_caveats),
            *_items(new, Side.NEW, comparison.new_status, comparison.new_caveats),
        ],
        "links": [_link(comparison, link) for link in sorted(comparison.links, key=_link_order)],
        "targets": [*_targets(old, Side.OLD), *_targets(new, Side.NEW)],
        "target_changes": [_target_change(change) for change in comparison.target_changes],
        "not_comparable": [_not_comparable(pair) for pair in comparison.not_comparable],
        "results": [*_results(old, Side.OLD), *_results(new, Side.NEW)],
        "waivers": [*_waivers(old, Side.OLD), *_waivers(new, Side.NEW)],
        "outcomes": [_outcome(outcome) for outcome in comparison.outcomes],
        "decided": [_decided(decided) for decided in comparison.decided],
    }


def _document(document: Document, side: Side) -> rows.DocumentRow:
    return {
        **facts_row(document),
        "text": document.text,
        "notices": [notice_row(notice) for notice in document.notices],
        "furniture": [span_row(span) for span in document.furniture],
        "sections": [
            _section(document, section, side, i) for i, section in enumerate(document.sections)
        ],
    }


def _section(document: Document, section: Section, side: Side, position: int) -> rows.SectionRow:
    return {
        "id": _id(side, "s", position),
        "parent": None if section.parent is None else _id(side, "s", section.parent),
        "level": section.level,
        "ordinal": section.ordinal,
        "heading": section.heading,
        "span": span_row(section.span),
        "heading_span": span_row(section.heading_span),
        "role": section.role,
        "line": line_number(document, section.span),
    }


def _section_pair(pair: SectionPair) -> rows.SectionPairRow:
    return {
        "old": None if pair.old is None else _id(Side.OLD, "s", pair.old),
        "new": None if pair.new is None else _id(Side.NEW, "s", pair.new),
        "score": _score(pair.score),
        "reason": pair.reason,
    }


def _items(
    document: Document,
    side: Side,
    statuses: tuple[Status | None, ...],
    caveats: tuple[str, ...],
) -> Iterator[rows.ItemRow]:
    everything = zip(document.items, statuses, caveats, item_places(document), strict=True)
    for position, (item, status, caveat, point) in enumerate(everything):
        yield {
            "id": _id(side, "i", position),
            "doc": side,
            "section": _id(side, "s", item.section),
            "span": span_row(item.span),
            "text": item.text,
            "kind": item.kind,
            "status": status,
            "caveat": caveat or None,
            "sentence": item.sentence,
            "paragraph": item.paragraph,
            "line": line_number(document, item.span),
            "place": place_row(document, item.span),
            "citation": point or None,
            "set_phrase": is_mere_phrase(item),
        }


def _link_order(link: Link) -> tuple[int, int, str]:
    return (link.old, link.new, link.type)


def _link(comparison: Comparison, link: Link) -> rows.LinkRow:
    return {
        "type": link.type,
        "old": _id(Side.OLD, "i", link.old),
        "new": _id(Side.NEW, "i", link.new),
        "old_span": span_row(link.old_span),
        "new_span": span_row(link.new_span),
        "score": _score(link.score),
        "changes": [str(change) for change in link.changes],
        "runners_up": [
            {"new": _id(Side.NEW, "i", runner.new), "score": _score(runner.score)}
            for runner in link.runners_up
        ],
        "evidence": list(link.evidence),
        "format_only": format_differs(comparison, link),
        "words": [{"old": span_row(word.old), "new": span_row(word.new)} for word in link.words],
        "outcome": link.outcome,
        "decided": ruling_on(comparison, link),
    }


def _decided(decided: Decided) -> rows.DecidedRow:
    return {
        "id": decided.decision_id,
        "type": decided.type,
        "ruling": decided.ruling,
        "old": _id(Side.OLD, "i", decided.old),
        "new": _id(Side.NEW, "i", decided.new),
        "note": decided.note,
    }


def _targets(document: Document, side: Side) -> Iterator[rows.TargetRow]:
    for position, target in enumerate(document.targets):
        yield {
            "id": _id(side, "t", position),
            **_figure(document, target, side),
            "strength": target.strength,
            "baseline": target.baseline,
            "deadline": target.deadline,
        }


def _figure(document: Document, figure: Target | Result, side: Side) -> rows.FigureRow:
    return {
        "doc": side,
        "item": _id(side, "i", figure.item),
        "span": span_row(figure.span),
        "line": line_number(document, figure.span),
        "indicator": figure.indicator,
        "comparator": figure.comparator,
        "value": figure.value,
        "value_hi": figure.value_hi,
        "unit": figure.unit,
    }


def _target_change(change: TargetChange) -> rows.TargetChangeRow:
    return {
        "old": _id(Side.OLD, "t", change.old),
        "new": _id(Side.NEW, "t", change.new),
        "direction": change.direction,
        "ambition": change.ambition,
    }


def _not_comparable(pair: NotComparable) -> rows.NotComparableRow:
    return {
        "old": _id(Side.OLD, "t", pair.old),
        "new": _id(Side.NEW, "t", pair.new),
        "reason": pair.reason,
    }


def _results(document: Document, side: Side) -> Iterator[rows.ResultRow]:
    for position, result in enumerate(document.results):
        yield {
            "id": _id(side, "r", position),
            **_figure(document, result, side),
            "period": result.period,
        }


def _waivers(document: Document, side: Side) -> Iterator[rows.WaiverRow]:
    for waiver in document.waivers:
        yield {
            "doc": side,
            "item": _id(side, "i", waiver.item),
            "indicator": waiver.indicator,
        }


def _outcome(outcome: Outcome) -> rows.OutcomeRow:
    return {
        "target": _id(Side.OLD, "t", outcome.target),
        "result": _id(Side.NEW, "r", outcome.result),
        "verdict": outcome.verdict,
        "margin": outcome.margin,
    }


def _summary(counts: Counts) -> rows.SummaryRow:
    return {
        "old": {**_side_summary(counts.old), "dropped": counts.old.unmatched},
        "new": {**_side_summary(counts.new), "added": counts.new.unmatched},
        "links": {"carry": counts.carry_links, "report": counts.report_links},
        "changes": {str(change): number for change, number in counts.changes.items()},
        "report_outcomes": {str(outcome): number for outcome, number in counts.outcomes.items()},
        "figures": {
            **{str(direction): number for direction, number in counts.directions.items()},
            "not_comparable": counts.figures_not_comparable,
            "vanished": counts.figures_vanished,
            "new": counts.figures_new,
        },
    }


def _side_summary(side: SideCounts) -> rows.SideSummaryRow:
    return {
        "items": side.items,
        "kinds": {str(kind): number for kind, number in side.kinds.items()},
        "forward_looking": side.forward,
        "carried": side.carried,
        "outside_coverage": side.uncovered,
        "set_phrases": side.phrases,
    }


def _id(side: Side, letter: str, position: int) -> str:
    return f"{side}:{letter}{position}"


def _score(score: float) -> float:
    return round(score, 4)
