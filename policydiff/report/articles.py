"""The articles of two versions of a law, or of terms: what each was, is, and became of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from policydiff.articles import Article
from policydiff.model import Comparison, Document, Side
from policydiff.provisions import ArticleChange, Provision, provisions_of
from policydiff.report.place import heading, line_number, shortened
from policydiff.report.rows import ArticleRow
from policydiff.report.view import View

_LONGEST_NAME = 40
_UNCHANGED = (ArticleChange.VERBATIM,)
_DIFFERING = frozenset({ArticleChange.FORMAT_ONLY, ArticleChange.PUNCTUATION})
# What goes without saying beside the other changes of an article.
_UNSAID = frozenset({ArticleChange.VERBATIM})
_NONE = "–"


def article_rows(comparison: Comparison, view: View) -> tuple[tuple[str, ...], ...]:
    """Old article, new article, what became of it, and where; without those left as they were."""
    return tuple(
        _row(comparison, provision)
        for provision in provisions_of(comparison)
        if provision.changes != _UNCHANGED and _covers(comparison, provision, view)
    )


def article_row(provision: Provision) -> ArticleRow:
    """One article's row of the machine-readable comparison."""
    old, new = provision.old, provision.new
    return {
        "old": f"{Side.OLD}:s{old.section}" if old else None,
        "new": f"{Side.NEW}:s{new.section}" if new else None,
        "old_number": old.number if old else None,
        "new_number": new.number if new else None,
        "score": round(provision.score, 4),
        "changes": [str(change) for change in provision.changes],
    }


def article_counts(provisions: Sequence[Provision]) -> str:
    """How many articles each document has, and how many changed in which way, in one line."""
    old = len({provision.old for provision in provisions if provision.old})
    new = len({provision.new for provision in provisions if provision.new})
    counts = Counter(change for provision in provisions for change in _counted(provision))
    changes = [f"{counts[change]} {_name(change)}" for change in ArticleChange if counts[change]]
    return f"{old} in old, {new} in new: {', '.join(changes)}"


def _counted(provision: Provision) -> Iterator[ArticleChange]:
    """The changes of an article; as verbatim none counts that differs in format."""
    is_exact = _DIFFERING.isdisjoint(provision.changes)
    return (
        change for change in provision.changes if is_exact or change is not ArticleChange.VERBATIM
    )


def _covers(comparison: Comparison, provision: Provision, view: View) -> bool:
    sides = ((comparison.old, provision.old), (comparison.new, provision.new))
    return any(view.covers(document, article.section) for document, article in sides if article)


def _row(comparison: Comparison, provision: Provision) -> tuple[str, ...]:
    said = [_name(change) for change in provision.changes if change not in _UNSAID]
    return (
        _title(comparison.old, provision.old),
        _title(comparison.new, provision.new),
        ", ".join(said),
        f"{_line(comparison.old, provision.old)} → {_line(comparison.new, provision.new)}",
    )


def _title(document: Document, article: Article | None) -> str:
    if article is None:
        return _NONE
    return shortened(heading(document.sections[article.section]), _LONGEST_NAME)


def _line(document: Document, article: Article | None) -> str:
    if article is None:
        return _NONE
    return str(line_number(document, document.sections[article.section].span))


def _name(change: ArticleChange) -> str:
    return change.replace("_", " ")
