"""What a reader must know about the two documents as a pair."""

from collections.abc import Iterator

from policydiff.formats import differing_formats, has_same_words
from policydiff.lexicon.formats import PUNCTUATION_MARKS
from policydiff.model import Document, Genre, Notice, Span

_START = Span(0, 0)


def pairing_notices(old: Document, new: Document) -> tuple[Notice, ...]:
    """Notices on the pair: the order, the issuers and the genres; spans point into the new text."""
    return tuple(_notices(old, new))


def _notices(old: Document, new: Document) -> Iterator[Notice]:
    if old.sha256 == new.sha256:
        yield Notice("same_document", "Both documents are the same file.", _START)
    elif has_same_words(old, new):
        yield Notice("format_only", _format_message(old, new), _START)
    if _date(old) > _date(new) != "":
        message = f"The first document ({old.label}) is newer than the second ({new.label})."
        yield Notice("older_second", f"{message} Their order was kept as asked for.", _START)
    if old.issuer and new.issuer and old.issuer != new.issuer:
        message = f"The documents have different issuers: {old.issuer} and {new.issuer}."
        yield Notice("different_issuers", message, _START)
    if old.genre != new.genre and Genre.OTHER not in (old.genre, new.genre):
        genres = f"{_name(old.genre)} and {_name(new.genre)}"
        message = f"The documents are of different genres ({genres}); they need not cover the same."
        yield Notice("other_genre", message, _START)
    if old.language != new.language:
        message = f"The documents are in different languages: {old.language} and {new.language}."
        yield Notice("other_language", message, _START)


def _format_message(old: Document, new: Document) -> str:
    names = differing_formats(old.text, new.text)
    what = "format and punctuation differ" if PUNCTUATION_MARKS in names else "the format differs"
    return f"Only {what} ({', '.join(names) or 'bytes of the files'}); the words are the same."


def _date(document: Document) -> str:
    return document.date or (f"{document.year:04}" if document.year is not None else "")


def _name(genre: Genre) -> str:
    return genre.replace("_", " ")
