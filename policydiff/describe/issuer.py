"""Who speaks: the government or body that gives a document."""

import re
from collections import Counter
from collections.abc import Iterator

from policydiff.describe.parts import Parts
from policydiff.lexicon.lines import is_chinese
from policydiff.lexicon.places import (
    CITIES,
    NATIONAL_ISSUER,
    NO_NAME,
    NO_NAME_ENDS,
    NOT_RANK,
    PROVINCES,
    RANKS,
)
from policydiff.lexicon.titles import (
    BYLINE,
    LAW_ISSUERS,
    NATIONAL,
    OCCASION,
    PARENT,
    SELF,
    TITLE_PLACE,
)
from policydiff.model import Genre

PLACE_REACH = 8000
"""A text names its own place often from its start on."""

MIN_MENTIONS = 3
"""A place named less often than this is not what the text is about."""

LOCAL_RANKS = ("县", "区", "旗")
"""Ranks with too many names to list."""

_RANK_ENDS = frozenset(rank[-1] for rank in RANKS)


def find_issuer(text: Parts, genre: Genre) -> str:
    """The government or body that speaks: by its own words, else by whom the text is about."""
    opening = "\n".join(text.titles)
    if genre is Genre.LAW:
        return next((name for name in LAW_ISSUERS if name in opening), "")
    named = next(_named(text), None)
    if named:
        return PARENT.sub("", named)
    if NATIONAL.search(opening):
        return NATIONAL_ISSUER
    return _most_named(text) if is_chinese(text.body) else ""


def _named(text: Parts) -> Iterator[str]:
    """The full names in the opening words, the surest first."""
    for pattern in (SELF, BYLINE, OCCASION, TITLE_PLACE):
        for line in (*text.titles, text.stem):
            match = pattern.search(line)
            if match and len(match["name"]) > 1 and match["name"][-1] in _RANK_ENDS:
                yield match["name"]
    issuer = text.header.get("issuer", "").removesuffix("人民政府")
    if issuer and issuer[-1] in _RANK_ENDS:
        yield issuer


def _most_named(text: Parts) -> str:
    """The place a text names most, of the rank it gives itself (我代表县政府, 我省)."""
    rank = _own_rank(text)
    if rank in LOCAL_RANKS:
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


def _own_rank(text: Parts) -> str:
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
    for match in re.finditer(f"(?<=(.{{4}})){rank}{NOT_RANK}", body):
        for length in (1, 2, 3):
            name = match[1][-length:]
            counts[name] += 1
            before.setdefault(name, set()).add(match[1][-length - 1])
    names = [
        name
        for name in sorted(counts)
        if counts[name] >= MIN_MENTIONS
        and len(before[name]) > 1
        and name.isalpha()
        and name not in NO_NAME
        and not name.endswith(NO_NAME_ENDS)
    ]
    best = max(names, key=lambda name: (counts[name], len(name)), default="")
    return best and best + rank


def short_name(issuer: str) -> str:
    """河北省 as 河北; a county or district keeps its rank, for its name alone may mean another."""
    for rank in RANKS:
        name = issuer.removesuffix(rank)
        if name != issuer and name in PROVINCES | CITIES:
            return name
    return issuer
