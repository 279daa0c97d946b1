"""What an explanation says, block by block, before it takes a format."""

from collections.abc import Iterator, Sequence
from math import exp

from policydiff.ladder import Candidate, Explanation, Ladder, Look, Refusal
from policydiff.model import LinkType, Ruling, Side
from policydiff.report.blocks import Block, Column, Header, Table, Tone
from policydiff.report.decided import ACCEPTED
from policydiff.report.place import place, short_path
from policydiff.report.printable import printable
from policydiff.report.signs import MEANINGS

SIDE_BY_SIDE = 3
"""As many candidates as a narrow terminal has room for."""

_ITEM_COLUMNS = (Column(""), Column("", flexible=True))
_CANDIDATE_COLUMNS = (
    Column("item"),
    Column("score", right=True),
    Column("text", flexible=True),
    Column("line", tone=Tone.FAINT),
    Column("decision", flexible=True),
)
_SIGN_COLUMNS = (Column("sign"), Column("its value", flexible=True))
_LOOKS = ("first look, the pair by itself", "second look, among the pairs around it")
_FATES = {
    (LinkType.CARRY, Side.OLD): ("carried", "dropped"),
    (LinkType.CARRY, Side.NEW): ("carried", "added"),
    (LinkType.REPORT, Side.OLD): ("reported on", "not reported on"),
    (LinkType.REPORT, Side.NEW): ("reports on a promise", "reports on no promise"),
}
_REPEAT = "{} has the same words, which counts for more than the points."
_NONE_NEAR = "No item that it might be linked to shares rare letters."
_NONE_ALIKE = "No article has an item that is alike enough."
_NO_LADDER = "no promise, nor a result of the newer document, so that nothing is compared with it"


def ladder_blocks(explanation: Explanation, limit: int) -> Iterator[Block]:
    """The blocks of an explanation; ``limit`` says how many refused candidates show, 0 all."""
    yield Header(explanation.old, explanation.new)
    yield _item(explanation)
    names: dict[str, None] = {}
    for ladder in explanation.ladders:
        shown = _shown(ladder, limit)
        yield _candidates(explanation, ladder, shown)
        told = [candidate for candidate in shown if candidate.looks]
        for first in range(0, len(told), SIDE_BY_SIDE):
            for number, title in enumerate(_LOOKS):
                side_by_side = told[first : first + SIDE_BY_SIDE]
                group = [candidate for candidate in side_by_side if len(candidate.looks) > number]
                if group:
                    yield _look(explanation, ladder, group, number, title)
                    names |= dict.fromkeys(_telling([each.looks[number] for each in group]))
    if names:
        rows = tuple((name, MEANINGS.get(name, name)) for name in MEANINGS if name in names)
        yield Table("Signs", _SIGN_COLUMNS, rows)


def item_id(side: Side, position: int) -> str:
    """The id of an item: ``old:i17``."""
    return f"{side}:i{position}"


def other_side(explanation: Explanation) -> Side:
    """The side of the candidates."""
    return Side.NEW if explanation.side is Side.OLD else Side.OLD


def _item(explanation: Explanation) -> Table:
    document, item = explanation.document, explanation.explained
    fates = [_FATES[ladder.type, ladder.side][not ladder.linked] for ladder in explanation.ladders]
    rows = (
        ("text", printable(item.text)),
        ("section", " › ".join(short_path(document, item.section))),
        ("place", place(document, item.span)),
        ("kind", str(item.kind)),
        ("outcome", ", ".join(fates) or _NO_LADDER),
    )
    return Table(item_id(explanation.side, explanation.item), _ITEM_COLUMNS, rows)


def _shown(ladder: Ladder, limit: int) -> list[Candidate]:
    """All that are linked, the best of the others, and whatever was asked for by name."""
    refused = [candidate for candidate in ladder.candidates if candidate.refusal]
    kept = [candidate for candidate in refused if candidate.looks][: limit or None]
    return [
        candidate
        for candidate in ladder.candidates
        if candidate.refusal is None or candidate in kept or not candidate.looks
    ]


def _candidates(explanation: Explanation, ladder: Ladder, shown: list[Candidate]) -> Table:
    other = explanation.other
    rows = tuple(
        (
            item_id(other_side(explanation), candidate.item),
            f"{candidate.score:.2f}" if candidate.looks or not candidate.refusal else "",
            printable(other.items[candidate.item].text),
            place(other, other.items[candidate.item].span).removeprefix("line "),
            _decision(explanation, candidate),
        )
        for candidate in shown
    )
    note = "" if ladder.candidates else _NONE_NEAR if ladder.threshold else _NONE_ALIKE
    return Table(
        _title(ladder), _CANDIDATE_COLUMNS, rows, len(ladder.candidates) - len(shown), note
    )


def _title(ladder: Ladder) -> str:
    how = "by article" if ladder.threshold is None else f"from {ladder.threshold:.2f} on"
    return f"{str(ladder.type).capitalize()}: linked {how}"


def _decision(explanation: Explanation, candidate: Candidate) -> str:
    told = _machine_decision(explanation, candidate)
    if candidate.decided is None:
        return told
    if candidate.decided.ruling is Ruling.ACCEPTED:
        told = ACCEPTED
    return ": ".join(filter(None, (told, printable(candidate.decided.note))))


def _machine_decision(explanation: Explanation, candidate: Candidate) -> str:
    if candidate.refusal is None:
        return f"linked: {candidate.reason}" if candidate.reason else "linked"
    if candidate.refusal is Refusal.NOT_MUTUAL and candidate.better is not None:
        return f"{candidate.refusal}, {item_id(explanation.side, candidate.better)}"
    return str(candidate.refusal)


def _look(
    explanation: Explanation, ladder: Ladder, group: Sequence[Candidate], number: int, title: str
) -> Table:
    """One look at several candidates side by side, what speaks most for the best on top."""
    looks = [candidate.looks[number] for candidate in group]
    names = [item_id(other_side(explanation), candidate.item) for candidate in group]
    rows = [
        ("base", *(cell for look in looks for cell in ("", f"{look.base:+.2f}"))),
        *(_sign_row(name, looks) for name in _telling(looks)),
        ("sum", *(cell for look in looks for cell in ("", f"{look.total:+.2f}"))),
        ("score", *(cell for score in _scores(group, number) for cell in ("", f"{score:.2f}"))),
    ]
    pairs = (column for name in names for column in (_number(name), _number("points")))
    repeats = [name for name, each in zip(names, group, strict=True) if each.is_repeat and number]
    note = " ".join(_REPEAT.format(name) for name in repeats)
    return Table(
        f"{str(ladder.type).capitalize()}, {title}",
        (Column("sign"), *pairs),
        tuple(rows),
        note=note,
    )


def _number(title: str) -> Column:
    return Column(title, right=True)


def _sign_row(name: str, looks: Sequence[Look]) -> tuple[str, ...]:
    signs = [sign for look in looks for sign in look.signs if sign.name == name]
    return (name, *(cell for sign in signs for cell in (_value(sign.value), f"{sign.points:+.2f}")))


def _value(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00")


def _telling(looks: Sequence[Look]) -> list[str]:
    """The signs that give any of the candidates points, by what they give the first."""
    signs = zip(*(look.signs for look in looks), strict=True)
    telling = [each for each in signs if any(sign.points for sign in each)]
    return [each[0].name for each in sorted(telling, key=lambda each: -each[0].points)]


def _scores(group: Sequence[Candidate], number: int) -> list[float]:
    if number == len(_LOOKS) - 1:
        return [candidate.score for candidate in group]
    return [1 / (1 + exp(-candidate.looks[number].total)) for candidate in group]
