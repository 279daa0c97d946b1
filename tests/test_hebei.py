"""Reports copied from web pages that hold them twice: the body is read once, and nothing else."""

import re
from collections import Counter
from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.items import split_items
from policydiff.model import Genre
from policydiff.outline import outline
from policydiff.read import read_source
from tests.accuracy.pairs import CORPUS

YEARS = sorted((CORPUS / "zh_hebei").glob("*.txt"))

GREETING = "各位代表"

FRONT = re.compile(r".*(?:政府工作报告|大会.*会议上|省长.{2,4}|\d月\d{1,2}日）?|报告.{0,30}).*")

LONG = 20
"""Shorter items may well be said twice."""


def items(path: Path) -> list[str]:
    text = clean(read_source(path))
    return [item.plain for item in split_items(text, outline(text), Genre.WORK_REPORT)]


@pytest.mark.parametrize("path", YEARS, ids=lambda path: path.stem)
def test_the_body_is_read_once(path: Path) -> None:
    counts = Counter(item for item in items(path) if len(item) >= LONG)
    assert [item for item, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("path", YEARS, ids=lambda path: path.stem)
def test_before_the_greeting_stands_only_the_front_of_the_report(path: Path) -> None:
    found = items(path)
    front = found[: next(i for i, item in enumerate(found) if item.startswith(GREETING))]
    assert len(front) <= 5
    assert [item for item in front if not FRONT.fullmatch(item)] == []


@pytest.mark.parametrize("path", YEARS, ids=lambda path: path.stem)
def test_the_body_ends_with_its_last_sentence(path: Path) -> None:
    text = clean(read_source(path)).text.rstrip()
    assert text[-1] in "。！"
    assert not any(word in text[-400:] for word in ("责任编辑", "打印", "版权所有", "ICP"))
