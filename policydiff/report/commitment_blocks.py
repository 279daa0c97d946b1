"""What is told of a series' commitments, block by block, before it takes a format."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from policydiff.commitments import (
    Answer,
    Commitment,
    Life,
    Lineup,
    Place,
    PromiseReport,
    Standing,
    Tracking,
)
from policydiff.report.blocks import Block, Column, Names, Table, Tone
from policydiff.report.place import own_heading, place
from policydiff.report.printable import printable
from policydiff.report.quote import Line, Mark, changed_wording, quoted
from policydiff.report.strip import legend, strip

_SIGNS = {Mark.SAME: "{}", Mark.OLD: "[-{}-]", Mark.NEW: "{{+{}+}}"}
_YEAR_COLUMNS = (
    Column("document"),
    *(Column(name, right=True) for name in ("promises", "introduced", "carried", "revived")),
    *(Column(name, right=True) for name in ("dropped", "completed", "reported", "not mentioned")),
)
_LIFE_COLUMNS = (
    Column("year"),
    Column("what", flexible=True, tone=Tone.VERDICT),
    Column("words", flexible=True),
    Column("place", flexible=True, tone=Tone.FAINT),
    Column("reported", flexible=True),
)
_CHANGE_COLUMNS = (Column("since"), Column("before", flexible=True), Column("now", flexible=True))
_MERGED = "From {} on {} goes on for both."
_SPLIT = "It began as a part of {}."
_PARTED = "People decided that “{}” ({}) does not go on as “{}” ({})."
_NOTED = "Note on “{}” ({}) and “{}” ({}): {}"
DECIDED = "decided"
"""The mark of what rests on decisions of people."""
_PHRASES = "Nothing but set phrases: {}, counted here and left out of the lists."
_CUT = "It went on from {}, but no longer speaks of the same."


def tracking_blocks(tracking: Tracking, limit: int | None) -> Iterator[Block]:
    """A series at a glance: its years, what is left out, what stood longest."""
    yield from overview_blocks(tracking)
    longest = sorted(telling(tracking), key=lambda each: -each.promised_years)
    several = [each for each in longest if each.promised_years > 1]
    yield from strip_blocks("Longest", tracking.lineup, several, limit)


def overview_blocks(tracking: Tracking) -> Iterator[Block]:
    """What each document promises and lets go, and which documents are left out."""
    lineup = tracking.lineup
    documents = _counted(len(lineup.documents), "document")
    commitments = _counted(len(tracking.commitments), "commitment")
    title = f"{printable(lineup.series)}: {commitments} in {documents}"
    phrases = len(tracking.commitments) - len(telling(tracking))
    yield Table(
        title,
        _YEAR_COLUMNS,
        tuple(_year_rows(tracking)),
        note=_PHRASES.format(_counted(phrases, "commitment")) if phrases else "",
    )
    if lineup.left_out:
        names = (f"{each.document.label} ({each.reason})" for each in lineup.left_out)
        yield Names(f"Left out: {len(lineup.left_out)}", tuple(map(printable, names)))


def telling(tracking: Tracking) -> list[Commitment]:
    """The commitments that lists show: those that are more than words that fill every report."""
    return [each for each in tracking.commitments if not each.is_set_phrase]


def strip_blocks(
    title: str, lineup: Lineup, commitments: Sequence[Commitment], limit: int | None
) -> Iterator[Block]:
    """One line a commitment, its years as a heat strip."""
    shown = commitments[: limit or None]
    strips = [strip(lineup, each) for each in shown]
    columns = (
        Column("id", tone=Tone.FAINT),
        Column(_years(lineup)),
        Column("years", right=True),
        Column("newest words", flexible=True),
    )
    rows = (
        (each.commitment_id, drawn, str(each.promised_years), _marked_words(lineup, each))
        for each, drawn in zip(shown, strips, strict=True)
    )
    yield Table(
        f"{title}: {len(commitments)}",
        columns,
        tuple(rows),
        more=len(commitments) - len(shown),
        note=legend(strips) if strips else "",
    )


def life_blocks(life: Life) -> Iterator[Block]:
    """A commitment's life, one line a year."""
    commitment = life.commitment
    title = f"{printable(life.lineup.series)} {commitment.commitment_id}"
    about = f"{_counted(commitment.promised_years, 'year')}, {commitment.status}"
    yield Table(
        f"{title}: {about}", _LIFE_COLUMNS, tuple(_life_rows(life)), note=_origin_and_end(life)
    )
    if life.changes:
        rows = tuple((label, printable(old), printable(new)) for old, new, label in life.changes)
        yield Table("Since when the words differ", _CHANGE_COLUMNS, rows)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def newest_words(lineup: Lineup, commitment: Commitment) -> str:
    """The newest wording, fit to print."""
    return _words(lineup, commitment.places[-1])


def _marked_words(lineup: Lineup, commitment: Commitment) -> str:
    """The newest wording, with a mark where people decided of the commitment."""
    mark = f" ({DECIDED})" if commitment.is_decided else ""
    return newest_words(lineup, commitment) + mark


def _words(lineup: Lineup, where: Place) -> str:
    return printable(lineup.documents[where.document].items[where.item].text)


def _years(lineup: Lineup) -> str:
    labels = [str(document.year) for document in lineup.documents]
    if not labels:
        return ""
    return labels[0] if labels[0] == labels[-1] else f"{labels[0]}–{labels[-1]}"


def _year_rows(tracking: Tracking) -> Iterator[tuple[str, ...]]:
    standings: Counter[tuple[int, Standing]] = Counter()
    answers: Counter[tuple[int | None, bool]] = Counter()
    for commitment in tracking.commitments:
        standings.update((year.document, year.standing) for year in commitment.years)
        for report in commitment.reports:
            if report.result or report.answer is Answer.NOT_MENTIONED:
                answers[report.document, report.result is not None] += 1
    for position, document in enumerate(tracking.lineup.documents):
        numbers = (
            sum(item.kind.is_forward for item in document.items),
            *(standings[position, standing] for standing in _TOLD),
            *(answers[position, is_reported] for is_reported in (True, False)),
        )
        yield printable(document.label), *map(str, numbers)


_TOLD = (
    Standing.INTRODUCED,
    Standing.CARRIED,
    Standing.REVIVED,
    Standing.DROPPED,
    Standing.COMPLETED,
)


def _life_rows(life: Life) -> Iterator[tuple[str, ...]]:
    lineup, commitment = life.lineup, life.commitment
    reports = {report.promise: report for report in commitment.reports}
    for year in commitment.years:
        slot = lineup.slots[year.document]
        label = str(lineup.documents[year.document].year)
        held = [each for each in commitment.places if lineup.slots[each.document] == slot]
        if not held:
            yield label, _standing(year.standing), "", "", ""
        for number, where in enumerate(held):
            what = _what(life, where, year.standing if number == 0 else None)
            document = lineup.documents[where.document]
            item = document.items[where.item]
            stands = f"{own_heading(document, item.section)}, {place(document, item.span)}"
            told = _told(lineup, reports[where])
            yield label if number == 0 else "", what, _wording(life, where), stands, told


def _what(life: Life, where: Place, standing: Standing | None) -> str:
    changes = [
        change
        for old, new, link in life.links
        if new == where
        for change in link.changes
        if old.document != new.document or change != "verbatim"
    ]
    words = [] if standing in (None, Standing.CARRIED) and changes else [_standing(standing)]
    is_decided = any(step.is_decided and step.new == where for step in life.commitment.steps)
    return ", ".join([*words, *dict.fromkeys(changes), *([DECIDED] if is_decided else [])])


def _standing(standing: Standing | None) -> str:
    return "also" if standing is None else standing.replace("_", " ")


def _wording(life: Life, where: Place) -> str:
    """The words of a place; those that changed since the place before are marked."""
    documents = life.lineup.documents
    link = next((each for each in life.links if each.new == where), None)
    if link is None:
        return _text(quoted(documents[where.document].items[where.item]))
    old, new = documents[link.old.document], documents[link.new.document]
    return _text(changed_wording(old, new, link.link)[-1])


def _text(line: Line) -> str:
    return "".join(_SIGNS[mark].format(text) for text, mark in line.runs)


def _told(lineup: Lineup, report: PromiseReport) -> str:
    answer = report.answer.replace("_", " ")
    if report.result is None:
        return answer
    return f"{answer}: {_words(lineup, report.result)}"


def _origin_and_end(life: Life) -> str:
    """Where the commitment comes from and what it goes over into, if into any other."""
    commitment = life.commitment
    label = life.lineup.documents[commitment.places[-1].document].label
    told = (
        _SPLIT.format(commitment.split_from) if commitment.split_from else "",
        _CUT.format(commitment.cut_from) if commitment.cut_from else "",
        _MERGED.format(printable(label), commitment.merged_into) if commitment.merged_into else "",
        *(_of_pair(life.lineup, _PARTED, *pair) for pair in commitment.parted),
        *(_of_pair(life.lineup, _NOTED, *note) for note in commitment.notes),
    )
    return " ".join(filter(None, told))


def _of_pair(lineup: Lineup, sentence: str, old: Place, new: Place, note: str = "") -> str:
    labels = (printable(lineup.documents[each.document].label) for each in (old, new))
    words = (_words(lineup, each) for each in (old, new))
    told = (each for pair in zip(words, labels, strict=True) for each in pair)
    return sentence.format(*told, printable(note))


def select(tracking: Tracking, ids: Iterable[str]) -> list[Commitment]:
    """The commitments of those ids, in their order, each once."""
    known = {each.commitment_id: each for each in tracking.commitments}
    return [known[each] for each in dict.fromkeys(ids) if each in known]
