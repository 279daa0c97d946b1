"""What a report says became of a promise."""

from collections import defaultdict
from collections.abc import Sequence

from policydiff.classify.degrees import DONE_STAGE, stage
from policydiff.lexicon.changes import UNDERWAY
from policydiff.lexicon.outcomes import FULFILMENTS, JUDGING_WORDS, TELLING_WORDS, OutcomeWords
from policydiff.model import Document, Link, Outcome, ReportOutcome, Verdict

_GRAVEST_FIRST = (Verdict.MISSED, Verdict.EXCEEDED, Verdict.MET)


class ReportOutcomes:
    """What is known of two documents' figures, to say of each report link how it came out."""

    def __init__(self, old: Document, new: Document, outcomes: Sequence[Outcome]) -> None:
        self._old = old
        self._new = new
        self._aiming = {target.item for target in old.targets}
        self._counting = {result.item for result in new.results}
        self._verdicts: defaultdict[tuple[int, int], set[Verdict]] = defaultdict(set)
        for outcome in outcomes:
            sentence = new.items[new.results[outcome.result].item].sentence
            self._verdicts[old.targets[outcome.target].item, sentence].add(outcome.verdict)

    def of(self, link: Link) -> ReportOutcome:
        """The outcome by the figures; else by the report's own judgement; else by the stage.

        The figure may stand in another clause of the sentence: 完成投资8亿元，增长7%.
        """
        old, new = self._old.items[link.old], self._new.items[link.new]
        verdicts = self._verdicts.get((link.old, new.sentence), set())
        for verdict in _GRAVEST_FIRST:
            if verdict in verdicts:
                return ReportOutcome(verdict)
        if link.old in self._aiming and link.new in self._counting:
            return judged_outcome(new.plain) or ReportOutcome.REPORTED
        return told_outcome(old.plain, new.plain)


def judged_outcome(new: str) -> ReportOutcome | None:
    """The report's own judgement of what it tells, if it has one."""
    return _said(JUDGING_WORDS, new)


def told_outcome(old: str, new: str) -> ReportOutcome:
    """What the words of a report say of a promise; REPORTED where they do not tell.

    >>> told_outcome("加快建设滨江隧道", "滨江隧道建成通车")
    <ReportOutcome.MET: 'met'>
    """
    return (
        judged_outcome(new)
        or _by_stage(stage(old), stage(new))
        or _said(TELLING_WORDS, new)
        or _by_act(old, new)
        or ReportOutcome.REPORTED
    )


def _by_act(old: str, new: str) -> ReportOutcome | None:
    """MET where the act that was promised, which is done once, is told."""
    is_done = any(row.promised.search(old) and row.told.search(new) for row in FULFILMENTS)
    return ReportOutcome.MET if is_done else None


def _said(table: Sequence[OutcomeWords], plain: str) -> ReportOutcome | None:
    return next((row.outcome for row in table if row.pattern.search(plain)), None)


def _by_stage(old: int | None, new: int | None) -> ReportOutcome | None:
    """MET at the stage promised, or at the end of work that was to go on; else on its way.

    That work goes on says nothing.
    """
    if new is None or new == UNDERWAY:
        return None
    if old is None or old == UNDERWAY:
        if new >= DONE_STAGE:
            return ReportOutcome.MET
        return None if old is None else ReportOutcome.PROGRESSED
    is_done = new == old or min(old, new) >= DONE_STAGE
    return ReportOutcome.MET if is_done else ReportOutcome.PROGRESSED
