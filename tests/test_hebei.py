"""Reports copied from web pages that hold them twice: the body is read once, and nothing else."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.items import split_items
from policydiff.model import Genre, Item, Kind
from policydiff.outline import outline
from policydiff.read import read_source
from tests.accuracy.pairs import CORPUS

YEARS = sorted((CORPUS / "zh_hebei").glob("*.txt"))

GREETING = "各位代表"

LONG = 20
"""Shorter items may well be said twice."""


JUDGED = tomllib.loads(
    (Path(__file__).parent / "accuracy" / "hebei_items.toml").read_text(encoding="utf-8")
)

STAND, RIGHT_KIND = 0.98, 0.96
"""Of 191 items that are whole, how many must be found again, and how many of the right kind."""


def parsed(path: Path) -> tuple[Item, ...]:
    text = clean(read_source(path))
    return split_items(text, outline(text), Genre.WORK_REPORT)


def items(path: Path) -> list[str]:
    return [item.plain for item in parsed(path)]


@pytest.mark.parametrize("path", YEARS, ids=lambda path: path.stem)
def test_the_body_is_read_once(path: Path) -> None:
    counts = Counter(item for item in items(path) if len(item) >= LONG)
    assert [item for item, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("path", YEARS, ids=lambda path: path.stem)
def test_the_body_begins_with_its_greeting(path: Path) -> None:
    assert items(path)[0].startswith(GREETING)


@pytest.mark.parametrize("path", YEARS, ids=lambda path: path.stem)
def test_what_stands_before_the_greeting_is_told_of(path: Path) -> None:
    text = clean(read_source(path))
    (notice,) = (each for each in text.notices if each.code == "title_lines_set_apart")
    assert notice.span.end <= text.offsets[0]


@pytest.mark.parametrize("path", YEARS, ids=lambda path: path.stem)
def test_the_body_ends_with_its_last_sentence(path: Path) -> None:
    text = clean(read_source(path)).text.rstrip()
    assert text[-1] in "。！"
    assert not any(word in text[-400:] for word in ("责任编辑", "打印", "版权所有", "ICP"))


def test_items_judged_by_hand_are_found_whole_and_of_their_kind() -> None:
    if not YEARS:
        pytest.skip("the corpus is not here")
    judged = found = right = 0
    for name, spans in JUDGED.items():
        kinds = {tuple(item.span): item.kind for item in parsed(CORPUS / name)}
        for kind in Kind:
            for span in map(tuple, spans.get(kind, ())):
                judged += 1
                found += span in kinds
                right += kinds.get(span) is kind
    assert found >= STAND * judged
    assert right >= RIGHT_KIND * judged
