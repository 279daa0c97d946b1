"""The errors of links, by class: ``make errors``.

A missed link is classed by where it was lost, a wrong one by what the
hand-made links say of its two ends. Twenty of each class, drawn over the
labelled pairs set aside, a fifth of all, were read by hand; why each went wrong
stands in ``errors.toml``, as offsets only, and ``--texts`` prints the clauses.
``--draw`` learns from the other pairs and puts twenty errors of each class into
the file, to be read.
"""

import argparse
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from policydiff.align.candidates import may_answer
from policydiff.align.decide import cards_for
from policydiff.align.gather import gather, set_up
from policydiff.model import Document, Item, Link, LinkType, Span
from tests.accuracy.heldout import Judged, left_out
from tests.accuracy.measure import hits, is_right
from tests.accuracy.pairs import Gold, GoldLink, document, gold_pairs, meets

READ = Path(__file__).with_name("errors.toml")
DRAWN = 20
FOLDS = 5
"""So many folds the labelled pairs fall into when one is set aside."""
FAINT = 0.2
"""A candidate that scores less was hardly considered."""

Ends = tuple[int, int]

CLASSES = {
    "cut": "missed: no item is the clause",
    "kind": "missed: an end was taken for another kind",
    "unseen": "missed: no candidate, or dismissed at once",
    "faint": f"missed: scored below {FAINT}",
    "outdone": "missed: an end was linked to another",
    "near": "missed: scored too low",
    "no_promise": "wrong: an end is no promise, or no result",
    "partner": "wrong: one end belongs to another",
    "both": "wrong: both ends belong to others",
    "single": "wrong: neither end is linked by hand",
}
"""The classes of errors, the first that holds, and what each says."""

CAUSES = {
    "the same in other words": "both ends name one thing, with hardly a word in common",
    "a whole and its part": "one end is a general promise, the other one of its means",
    "one of several": "an end lists several things or recurs, and another was linked",
    "cut otherwise": "an item lacks the words that name its object, or holds too much",
    "alike but underrated": "both ends bear one name, outweighed by place, figures or words",
    "read as another kind": "no promise or result was taken for one, or one for none",
    "like words, another thing": "words or set phrases are shared, object or act is not",
    "beside the right clause": "the partner stands in the same passage as the one linked",
    "arguable: could be linked or not": "careful analysts could differ, on link or kind",
    "label wrong": "the hand-made label is at odds with the text or all its like",
}
"""Why errors happened, as those who read them may say, and what each means."""


class Error(NamedTuple):
    """A link missed or wrongly given, by its ends in the sources; the score is 0 if it has none."""

    name: str
    type: str
    pair: str
    old: Ends
    new: Ends
    score: float


class Reading(NamedTuple):
    """Why an error happened, as somebody saw who read both documents."""

    error: Error
    cause: str


class Pair(NamedTuple):
    """A labelled pair with all that the aligner thought of it."""

    gold: Gold
    old: Document
    new: Document
    link_type: LinkType
    scored: Sequence[Link]
    said: Sequence[Link]

    @property
    def true(self) -> list[GoldLink]:
        """The hand-made links of this type."""
        return [each for each in self.gold["links"] if each["type"] == self.link_type]


def find_errors(pairs: Iterable[Gold]) -> Iterator[Error]:
    """All errors of both types of link on labelled pairs, by the cards as they are."""
    for gold in pairs:
        old, new = document(gold["old"]["file"]), document(gold["new"]["file"])
        setting = set_up(old, new)
        for link_type in LinkType:
            gathered, cards = gather(setting, link_type), cards_for(setting, link_type)
            yield from _errors(Judged(link_type, gold, setting, gathered, cards))


def set_aside_errors(folds: int = FOLDS) -> Iterator[Error]:
    """All errors on the pairs of the first fold, by what was learned from the others."""
    for one in left_out(folds, 0):
        yield from _errors(one)


def _errors(one: Judged) -> Iterator[Error]:
    scored = one.links(0.0)
    setting = one.setting
    pair = Pair(one.gold, setting.old, setting.new, one.link_type, scored, one.said(scored))
    yield from missed(pair)
    yield from wrong(pair)


def missed(pair: Pair) -> Iterator[Error]:
    """The sure hand-made links that were not given, each by where it was lost."""
    for true in pair.true:
        if true["sure"] and not any(hits(link, true) for link in pair.said):
            score = max((link.score for link in pair.scored if hits(link, true)), default=None)
            name = _where_lost(pair, true, score)
            old, new = (_ends(Span(*true[side])) for side in ("old", "new"))
            yield Error(name, pair.link_type, pair.gold["pair"], old, new, score or 0.0)


def _where_lost(pair: Pair, true: GoldLink, score: float | None) -> str:
    olds, news = _items(pair.old, true["old"]), _items(pair.new, true["new"])
    if not olds or not news:
        return "cut"
    if not any(item.kind.is_forward for item in olds) or not any(
        may_answer(item, pair.link_type) for item in news
    ):
        return "kind"
    if score is None:
        return "unseen"
    if score < FAINT:
        return "faint"
    is_outdone = any(
        meets(link.old_span, true["old"]) or meets(link.new_span, true["new"]) for link in pair.said
    )
    return "outdone" if is_outdone else "near"


def wrong(pair: Pair) -> Iterator[Error]:
    """The links given that are not right, each by what the hand-made ones say of its ends."""
    for link in pair.said:
        if is_right(pair.gold, link) is False:
            ends = (
                (link.old_span.start, link.old_span.end),
                (link.new_span.start, link.new_span.end),
            )
            name = _what_is_wrong(pair, link)
            yield Error(name, pair.link_type, pair.gold["pair"], *ends, link.score)


def _what_is_wrong(pair: Pair, link: Link) -> str:
    answer = "CT" if pair.link_type is LinkType.CARRY else "R"
    kinds = (
        _kind(pair.gold["old"]["sentences"], link.old_span),
        _kind(pair.gold["new"]["sentences"], link.new_span),
    )
    if kinds[0] not in "CT" or kinds[1] not in answer:
        return "no_promise"
    linked = (
        any(meets(link.old_span, true["old"]) for true in pair.true),
        any(meets(link.new_span, true["new"]) for true in pair.true),
    )
    return "both" if all(linked) else "partner" if any(linked) else "single"


def _items(read: Document, ends: Ends) -> list[Item]:
    return [item for item in read.items if meets(item.span, ends)]


def _kind(sentences: Iterable[tuple[int, int, str]], span: Span) -> str:
    """The kind of the sentence that most of a clause stands in."""
    return max(sentences, key=lambda each: span.overlap(Span(*each[:2])))[2]


def _ends(span: Span) -> Ends:
    return span.start, span.end


def drawn(errors: Iterable[Error]) -> list[Error]:
    """Twenty of each class, always the same of the same errors."""
    groups: defaultdict[str, list[Error]] = defaultdict(list)
    for error in sorted(errors, key=_lot):
        groups[error.name].append(error)
    return [each for name in CLASSES for each in groups[name][:DRAWN]]


def _lot(error: Error) -> str:
    return sha256(json.dumps(error[1:5]).encode()).hexdigest()


def load_readings() -> list[Reading]:
    """The errors read by hand."""
    rows = tomllib.loads(READ.read_text(encoding="utf-8"))["read"]
    return [Reading(_error(row), row["cause"]) for row in rows]


def _error(row: Mapping[str, Any]) -> Error:
    old, new = _ends(Span(*row["old"])), _ends(Span(*row["new"]))
    return Error(row["class"], row["type"], row["pair"], old, new, row["score"])


def write_readings(readings: Iterable[Reading]) -> None:
    """Puts errors into the file, a line each."""
    lines = [
        "# Errors of links read by hand: offsets into the documents of the pair, and the cause."
    ]
    lines += ["", "read = ["]
    for (name, kind, pair, old, new, score), cause in readings:
        said = {"class": name, "type": kind, "pair": pair, "old": old, "new": new}
        told = ", ".join(f"{key} = {json.dumps(value)}" for key, value in said.items())
        lines.append(f"    {{{told}, score = {score:.2f}, cause = {json.dumps(cause)}}},")
    READ.write_text("\n".join([*lines, "]"]) + "\n", encoding="utf-8")


def class_lines(errors: Iterable[Error]) -> Iterator[str]:
    """How many errors there are of each class, of both types of link."""
    counts = Counter((error.name, error.type) for error in errors)
    yield f"{'errors, cards as shipped':48} {' '.join(f'{kind:>7}' for kind in LinkType)}"
    for name, what in CLASSES.items():
        yield f"{what:48} {' '.join(f'{counts[name, kind]:7}' for kind in LinkType)}"


def cause_lines(readings: Sequence[Reading]) -> Iterator[str]:
    """Why those that were read went wrong, class by class, the commonest cause first."""
    for name, what in CLASSES.items():
        causes = Counter(each.cause for each in readings if each.error.name == name)
        yield f"{what}, {causes.total()} read"
        yield from (f"  {count:3}  {cause}" for cause, count in causes.most_common())


def text_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """The errors with their clauses, as far as the documents are at hand."""
    files = {gold["pair"]: (gold["old"]["file"], gold["new"]["file"]) for gold in gold_pairs()}
    for error, cause in readings:
        if error.pair not in files:
            continue
        old, new = (document(file) for file in files[error.pair])
        yield f"{error.name} {error.type} {error.pair} {error.score:.2f} {cause}"
        yield f"    {old.text[slice(*error.old)]}"
        yield f"    {new.text[slice(*error.new)]}"


def main() -> None:
    """Prints the errors by class, and the causes of those read."""
    parser = argparse.ArgumentParser(description="Tell the errors of links by class.")
    parser.add_argument("--draw", action="store_true", help="put twenty of each into the file")
    parser.add_argument("--texts", action="store_true", help="print the clauses of those read")
    options = parser.parse_args()
    errors = list(find_errors(gold_pairs()))
    if options.draw:
        write_readings(Reading(error, "") for error in drawn(set_aside_errors()))
    readings = load_readings()
    print("\n".join([*class_lines(errors), "", *cause_lines(readings)]))
    if options.texts:
        print("\n".join(["", *text_lines(readings)]))


if __name__ == "__main__":
    main()
