"""The line from doubts to decisions: ask, keep what is said, compare again."""

from collections.abc import Iterable, Sequence

from policydiff.align import explain as explain_item
from policydiff.align import explain_all
from policydiff.decisions import Decision, decided_in, may_link
from policydiff.errors import ItemError
from policydiff.model import Document, LinkType, Side
from policydiff.naming import find_item
from policydiff.pipeline import compare
from policydiff.review import Question, Session, ask_of, find_questions, settle_ladders
from policydiff.store import Library


def open_session(
    old: Document,
    new: Document,
    decisions: Iterable[Decision] = (),
    *,
    link_type: LinkType = LinkType.CARRY,
    again: bool = False,
) -> Session:
    """A session of all doubtful links; ``again`` asks also what people have decided already."""
    decided, _ = decided_in(old, new, decisions)
    ladders = settle_ladders(explain_all(old, new, link_type), decided)
    return Session(old, new, find_questions(old, new, ladders, again=again))


def open_session_on(
    old: Document,
    new: Document,
    item: str,
    decisions: Iterable[Decision] = (),
    *,
    against: str | None = None,
) -> Session:
    """A session on one old item, doubtful or not, named by its id or by words.

    ``against`` names the new item to be asked of. An ItemError says what there
    is to choose.
    """
    named = find_item(old, new, item, but=Side.NEW)
    rival = None if against is None else find_item(old, new, against, but=Side.OLD).position
    decided, _ = decided_in(old, new, decisions)
    questions = [
        question
        for ladder in settle_ladders(explain_item(old, new, *named, rival), decided)
        for question in ask_of(ladder, rival)
        if _may_be_asked(old, new, question)
    ]
    if not questions:
        words = item if against is None else f"{item}” and “{against}"
        raise ItemError(
            f"nothing can be asked of “{words}”: a promise is linked to a promise, or to what is "
            "reported done; name another item with --item, or its counterpart with --with"
        )
    return Session(old, new, tuple(questions))


def _may_be_asked(old: Document, new: Document, question: Question) -> bool:
    kind = old.items[question.old].kind
    return all(
        may_link(question.type, kind, new.items[choice.new].kind) for choice in question.asked
    )


class Keeper:
    """Keeps a session's decisions as they are made, so that breaking it off loses none."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: dict[str, Decision] = {}

    @property
    def count(self) -> int:
        """How many decisions of the session are kept."""
        return len(self._kept)

    def keep(self, session: Session) -> None:
        """Keeps what the answers so far amount to, and takes back what they no longer say."""
        now = {each.decision_id: each for each in session.decisions}
        undone = [each for key, each in self._kept.items() if key not in now]
        changed = [each for key, each in now.items() if self._kept.get(key) != each]
        if undone or changed:
            self._library.decide(changed, undone)
            self._kept = now


def decide(
    library: Library, decisions: Sequence[Decision], undone: Sequence[Decision] = ()
) -> None:
    """Keeps decisions and takes others back; what was compared of their documents is so again."""
    stale = library.decide(decisions, undone)
    pairs = {tuple(f"{each.series}/{each.label}" for each in (it.old, it.new)) for it in stale}
    heeded = [each.decision for each in library.decisions()]
    for old, new in sorted(pairs):
        library.save_comparison(compare(library.load(old), library.load(new), heeded))
