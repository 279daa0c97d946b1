"""Overrides: what the user says of a document, by options or in a small TOML file beside it."""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from policydiff.errors import SourceError
from policydiff.model import Aside, Genre, Source, Span

Language = Literal["zh", "en"]

MAX_BYTES = 64_000
"""A larger file holds no overrides."""

_ENDING = ".toml"
_WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of a document, instead of what would be inferred; None infers.

    ``start`` and ``end`` are the words the body begins and ends with, as the
    file writes them; what stands before and behind is not read.
    """

    label: str | None = None
    title: str | None = None
    series: str | None = None
    issuer: str | None = None
    year: int | None = None
    date: str | None = None
    genre: Genre | None = None
    language: Language | None = None
    start: str | None = None
    end: str | None = None

    @property
    def values(self) -> dict[str, Any]:
        """What is said, by name."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in said.items() if value is not None}

    def over(self, others: "Overrides") -> "Overrides":
        """These, and where they say nothing the others."""
        return replace(others, **self.values)


def overrides_beside(path: Path) -> Overrides:
    """What ``report.txt.toml`` or ``report.toml`` says of ``report.txt``; nothing without one."""
    beside = (path.with_name(path.name + _ENDING), path.with_suffix(_ENDING))
    found = next((file for file in beside if file != path and file.is_file()), None)
    return Overrides() if found is None else read_overrides(found)


def is_beside(path: Path) -> bool:
    """Whether a file is named as one that says what another in its folder is."""
    if path.suffix.lower() != _ENDING or not path.is_file():
        return False
    others = (other for other in path.parent.iterdir() if other != path and other.is_file())
    return any(path.stem in (other.name, other.stem) for other in others)


def read_overrides(path: Path) -> Overrides:
    """What a TOML file says; a SourceError names what in it says nothing."""
    known: dict[str, Any] = {
        name: _value(path, name, value) for name, value in _table(path).items()
    }
    return Overrides(**known)


def _table(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(f'"{path}" is too large for overrides; keep only lines it needs')
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(
            f'"{path}" is no TOML ({str(error)[:100]}); write lines such as title = "…"'
        ) from error
    except OSError as error:
        raise SourceError(
            f'"{path}" cannot be read ({error.strerror}); check who may read it'
        ) from error


def _value(path: Path, name: str, value: object) -> object:
    if name not in _VALUES:
        known = ", ".join(_VALUES)
        raise SourceError(f'"{path}" has an unknown key "{name[:40]}"; it may have {known}')
    expected, understood = _VALUES[name]
    found = understood(value)
    if found is None:
        shown = str(value)[:40]
        raise SourceError(f'"{path}" gives {name} as "{shown}"; give {expected}')
    return found


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _label(value: object) -> str | None:
    """A label, which may be written as the number that most are."""
    return str(value) if type(value) is int else _words(value)


def _year(value: object) -> int | None:
    return value if type(value) is int and 0 < value <= dt.MAXYEAR else None


def _date(value: object) -> str | None:
    if type(value) is dt.date:
        return value.isoformat()
    try:
        return dt.date.fromisoformat(value).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def _genre(value: object) -> Genre | None:
    return next((genre for genre in Genre if genre.value == value), None)


def _language(value: object) -> object:
    return value if value in get_args(Language) else None


_VALUES: dict[str, tuple[str, Callable[[object], object]]] = {
    "label": ('words in quotes, such as "2019"', _label),
    "title": ("words in quotes", _words),
    "series": ("words in quotes", _words),
    "issuer": ("words in quotes", _words),
    "year": ("a number, such as 2019", _year),
    "date": ("a date, such as 2019-01-27", _date),
    "genre": (f"one of {', '.join(Genre)}", _genre),
    "language": (f"one of {', '.join(get_args(Language))}", _language),
    "start": ("words that the text holds, in quotes", _words),
    "end": ("words that the text holds, in quotes", _words),
}
"""Of each key what it may be, in words, and what makes its value of it; None refuses."""


def with_body(source: Source, overrides: Overrides) -> Source:
    """The source with all before the words of ``start`` and behind those of ``end`` set aside.

    The start is where its words stand first, the end where its words stand first after it.
    White space in the words stands for any, or for none. A SourceError says which are missing.
    """
    start, end = 0, len(source.text)
    if overrides.start is not None:
        start = _found(source, overrides.start, 0, "start").start
    if overrides.end is not None:
        end = _found(source, overrides.end, start, "end").end
    outside = [Span(0, start), Span(end, len(source.text))]
    asides = [Aside("outside_body_removed", span) for span in outside if _is_filled(source, span)]
    return replace(source, asides=(*source.asides, *asides)) if asides else source


def _found(source: Source, words: str, start: int, name: str) -> Span:
    parts = map(re.escape, _WHITE_SPACE.split(words.strip()))
    match = re.compile(r"\s*".join(parts)).search(source.text, start)
    if match is None:
        raise SourceError(
            f'"{source.name}" does not hold the words "{words[:40]}" that are given as its {name}; '
            f"copy them from: policydiff show {source.name} --text"
        )
    return Span(*match.span())


def _is_filled(source: Source, span: Span) -> bool:
    return bool(source.text[span.start : span.end].strip())
