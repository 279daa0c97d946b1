"""Describing: what a document is, from its own words first and its file name second."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from policydiff.lexicon.headings import ordinal_value
from policydiff.lexicon.lines import HAN, STRONG_START, TERMINAL
from policydiff.lexicon.places import (
    CITIES,
    COMMON_BEFORE_RANK,
    NATIONAL_ISSUER,
    NATIONAL_SERIES,
    PROVINCES,
    RANKS,
)
from policydiff.lexicon.titles import (
    BYLINE,
    COMPACT_DATE,
    COMPOSED,
    DATE,
    ENACTED,
    ENGLISH_DATE,
    FILE_YEAR,
    GENERIC_TITLES,
    GENRE_CUES,
    HAN_DIGITS,
    HEADER,
    LATIN_TITLE,
    LAW_ISSUERS,
    MONTHS,
    NATIONAL,
    OCCASION,
    PARENT,
    PEOPLES_REPUBLIC,
    PLAN_YEAR,
    REVIEW_YEAR,
    RUN_ON_TITLE,
    SELF,
    TAG,
    TITLE_PLACE,
    TITLES,
    VERSION,
)
from policydiff.model import CleanText, Description, Genre, Source

HEAD_PARAGRAPHS = 12
"""Title, occasion, speaker and the opening words stand in the first paragraphs."""

HEADING_LIMIT = 45
HEADER_REACH = 3000
TITLE_LIMIT = 120

PLACE_REACH = 8000
"""A text names its own place often from its start on."""

MIN_MENTIONS = 3
"""A place named less often than this is not what the text is about."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The parts of a document that say what it is."""

    head: tuple[str, ...]
    headings: tuple[str, ...]
    body: str
    header: dict[str, str]
    stem: str

    @property
    def titles(self) -> tuple[str, ...]:
        """The header's title and the first paragraphs."""
        titled = (self.header["title"],) if "title" in self.header else ()
        return (*titled, *self.head)


def describe(source: Source, clean_text: CleanText) -> Description:
    """The label, title, series, issuer, year, date, genre and language the text shows."""
    text = _parts(source, clean_text)
    genre = _genre(text)
    issuer = _issuer(text, genre)
    date = _date(text, genre)
    year = _year(text, genre, date)
    title = _title(text, genre, issuer, year)
    return Description(
        label=_label(text, genre, year, date),
        title=title,
        series=_series(text, genre, issuer, title),
        issuer=issuer,
        year=year,
        date=date,
        genre=genre,
        language=_language(clean_text.text),
    )


def _parts(source: Source, clean_text: CleanText) -> _Text:
    paragraphs = [line for line in clean_text.text.split("\n") if line]
    header: dict[str, str] = {}
    for match in HEADER.finditer(source.text, 0, HEADER_REACH):
        header.setdefault(_KEYS.get(match["key"], match["key"].lower()), match["value"].strip())
    return _Text(
        head=tuple(paragraphs[:HEAD_PARAGRAPHS]),
        headings=tuple(line for line in paragraphs if len(line) <= HEADING_LIMIT),
        body=clean_text.text,
        header=header,
        stem=PurePath(source.name).stem,
    )


_KEYS = {"标题": "title", "发文单位": "issuer", "发文时间": "date", "时间": "date", "日期": "date"}


def _language(text: str) -> str:
    han = len(re.findall(f"[{HAN}]", text[:20_000]))
    return "zh" if 2 * han > len(re.findall("[A-Za-z]", text[:20_000])) else "en"


def _genre(text: _Text) -> Genre:
    for cue in GENRE_CUES:
        if cue.title and not any(cue.title.search(line) for line in text.titles):
            continue
        if cue.body and sum(1 for _ in cue.body.finditer(text.body)) < cue.times:
            continue
        return Genre(cue.genre)
    return Genre.OTHER


def _issuer(text: _Text, genre: Genre) -> str:
    """The government or body that speaks: by its own words, else by whom the text is about."""
    opening = "\n".join(text.titles)
    if genre is Genre.LAW:
        return next((name for name in LAW_ISSUERS if name in opening), "")
    named = next(_named(text), None)
    if named:
        return PARENT.sub("", named)
    if NATIONAL.search(opening):
        return NATIONAL_ISSUER
    return _most_named(text) if _language(text.body) == "zh" else ""


def _named(text: _Text) -> Iterator[str]:
    """The full names in the opening words, the surest first."""
    for pattern in (SELF, BYLINE, OCCASION, TITLE_PLACE):
        for line in (*text.titles, text.stem):
            match = pattern.search(line)
            if match and len(match["name"]) > 1 and match["name"][-1] in _RANK_ENDS:
                yield match["name"]
    issuer = text.header.get("issuer", "").removesuffix("人民政府")
    if issuer and issuer[-1] in _RANK_ENDS:
        yield issuer


_RANK_ENDS = frozenset(rank[-1] for rank in RANKS)


def _most_named(text: _Text) -> str:
    """The place a text names most, of the rank it gives itself (我代表县政府, 我省)."""
    rank = _own_rank(text)
    if rank in ("县", "区", "旗"):
        return _named_by_use(text.body, rank)
    places = {"省": PROVINCES, "市": CITIES}.get(rank, PROVINCES | CITIES)
    sample = text.body[:PLACE_REACH]
    place = max(sorted(places), key=sample.count)
    mentions = sample.count(place)
    if not rank and sample.count("我国") + sample.count("我國") >= mentions:
        return NATIONAL_ISSUER if "国务院" in text.body else ""
    if mentions < MIN_MENTIONS:
        return ""
    return place + (rank or ("市" if place in CITIES else "省"))


def _own_rank(text: _Text) -> str:
    selves = (match["name"] for line in text.head if (match := SELF.search(line)))
    said = next((name for name in selves if name in RANKS), "")
    if said:
        return said
    counts = {rank: text.body.count(f"我{rank}") for rank in ("省", "市", "县", "区")}
    rank = max(counts, key=counts.__getitem__)
    return rank if counts[rank] >= MIN_MENTIONS else ""


def _named_by_use(body: str, rank: str) -> str:
    """The name most often put before a rank, with changing words before it."""
    counts: Counter[str] = Counter()
    before: dict[str, set[str]] = {}
    for match in re.finditer(f"(?<=([{HAN}]{{5}})){rank}", body):
        for length in (1, 2, 3):
            name = match[1][-length:]
            counts[name] += 1
            before.setdefault(name, set()).add(match[1][-length - 1])
    names = [
        name
        for name in sorted(counts)
        if counts[name] >= MIN_MENTIONS
        and len(before[name]) > 1
        and not any(name.endswith(word) for word in COMMON_BEFORE_RANK)
    ]
    best = max(names, key=lambda name: (counts[name], len(name)), default="")
    return best and best + rank


def _year(text: _Text, genre: Genre, date: str) -> int | None:
    """The year a report was given in, or the year of a document's date."""
    stem = _years(text.stem)
    if genre in _REPORTS:
        dated, shown = _years(_dated_line(text)), [*_heading_years(text), *_title_years(text)]
    else:
        dated, shown = _years(date), _title_years(text)
    agreed = [year for year in stem if year in shown]
    return next(iter((*dated, *agreed, *shown, *_years(date), *stem)), None)


def _years(sign: str) -> list[int]:
    return [int(year) for year in FILE_YEAR.findall(sign)]


_REPORTS = (Genre.WORK_REPORT, Genre.PLAN_REPORT)


def _dated_line(text: _Text) -> str:
    """The ISO date of the occasion, or of a line that holds nothing but a date and a name."""
    dated = [line for line in text.titles if len(line) <= HEADING_LIMIT and DATE.search(line)]
    occasions = [line for line in dated if OCCASION.search(line)]
    bare = [line for line in dated if "，" not in line and "。" not in line]
    return next((_iso(line) for line in (*occasions, *reversed(bare))), "")


def _heading_years(text: _Text) -> Iterator[int]:
    """The years that headings plan for, then those after the years they review."""
    headings = [line for line in text.headings if not TERMINAL.search(line)]
    for line in headings:
        for match in PLAN_YEAR.finditer(line):
            if not REVIEW_YEAR.match(line, match.start()):
                yield int(match["year"].translate(HAN_DIGITS))
    for line in headings:
        for match in REVIEW_YEAR.finditer(line):
            yield int(match["year"].translate(HAN_DIGITS)) + 1


def _title_years(text: _Text) -> list[int]:
    return _years(" ".join(_title_lines(text)).translate(HAN_DIGITS))


def _date(text: _Text, genre: Genre) -> str:
    """The ISO date of the occasion or of the latest enactment, else of the header or file name."""
    if genre is Genre.LAW:
        dates = [_iso(line) for line in text.head if ENACTED.search(line)]
        found = max((date for date in dates if date), default="")
    else:
        found = _dated_line(text)
    signs = (found, *text.head[:4], text.header.get("date", ""), text.stem)
    return next((date for sign in signs if len(sign) <= HEADING_LIMIT and (date := _iso(sign))), "")


def _iso(line: str) -> str:
    """The last date in a line, as ISO; empty if there is none."""
    dates = [*DATE.finditer(line)]
    if dates:
        year = dates[-1]["year"].translate(HAN_DIGITS)
        month, day = (ordinal_value(dates[-1][part]) or 0 for part in ("month", "day"))
        return f"{year}-{month:02}-{day:02}"
    if compact := COMPACT_DATE.search(line):
        return "-".join(compact.groups())
    if english := ENGLISH_DATE.search(line):
        month = MONTHS.index(english["month"]) + 1
        return f"{english['year']}-{month:02}-{int(english['day']):02}"
    return ""


def _title(text: _Text, genre: Genre, issuer: str, year: int | None) -> str:
    titles = [*_title_lines(text)]
    named = next((title for title in titles if title not in GENERIC_TITLES), "")
    if named:
        return named
    if genre in COMPOSED:
        return f"{year}年{issuer}{COMPOSED[genre]}" if year else f"{issuer}{COMPOSED[genre]}"
    return text.stem


def _title_lines(text: _Text) -> Iterator[str]:
    """The header's title and the lines that are titles, the surest first."""
    if "title" in text.header:
        yield TAG.sub("", text.header["title"]).strip("'\"")
    for pattern in TITLES:
        for line in text.head:
            if len(line) <= TITLE_LIMIT and not STRONG_START.match(line.lstrip("# ")):
                yield from (match["title"] for match in pattern.finditer(line))
    first = text.head[0] if text.head else ""
    if match := RUN_ON_TITLE.search(first):
        yield match["title"]
    if len(first) <= TITLE_LIMIT and (match := LATIN_TITLE.fullmatch(first)):
        yield match["title"]


def _label(text: _Text, genre: Genre, year: int | None, date: str) -> str:
    """A report's year; of other documents the date or year of the file name, else of the text."""
    if genre in _REPORTS:
        return str(year) if year else text.stem
    named = _iso(text.stem) or next(map(str, _years(text.stem)), "")
    return named or date or (str(year) if year else text.stem)


def _series(text: _Text, genre: Genre, issuer: str, title: str) -> str:
    """What the versions of one document share: the issuer's short name, or the title's."""
    if genre in _REPORTS:
        return NATIONAL_SERIES if issuer == NATIONAL_ISSUER else _short(issuer)
    if title == text.stem and _language(title) == "en":
        return ""
    return VERSION.sub("", title).removeprefix(PEOPLES_REPUBLIC).strip()


def _short(issuer: str) -> str:
    """河北省 as 河北; a county or district keeps its rank, for its name alone may mean another."""
    for rank in RANKS:
        name = issuer.removesuffix(rank)
        if name != issuer and name in PROVINCES | CITIES:
            return name
    return issuer
