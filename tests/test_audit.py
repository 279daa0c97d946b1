"""What holds for every text: spans quote, counts add up, the order of asking does not matter."""

import os
import subprocess
import sys
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policydiff.errors import SourceError
from policydiff.lexicon.clauses import ENUMERATOR, POINT_NUMBER
from policydiff.model import Change, Comparison, Document, Item, Status
from policydiff.pipeline import compare, read

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "lanchuan"
CORPUS = ROOT.parent / "shared" / "corpus"

EXAMPLE_PAIRS = [("2019", "2020"), ("2020", "2021"), ("2021", "2022"), ("2019", "2022")]
CORPUS_PAIRS = [
    ("zh_chongqing/2019.txt", "zh_chongqing/2022.txt"),
    ("zh_national/2023.txt", "zh_national/2024.txt"),
    ("zh_hebei/2021.txt", "zh_hebei/2022.txt"),
    ("zh_counties/清苑/2022.txt", "zh_counties/清苑/2023.txt"),
    ("zh_shanghai/2023.txt", "zh_shanghai/2024.txt"),
    ("en_fomc/unwrapped_2006_2025/*", "en_fomc/unwrapped_2006_2025/*"),
]
CORPUS_DOCUMENTS = [
    "zh_national/1957.txt",
    "zh_national/1978.txt",
    "zh_national/1998.txt",
    "zh_national/2006.txt",
    "zh_national/2017.txt",
    "zh_chongqing/2024.txt",
    "zh_chongqing/2026.txt",
    "zh_hebei/2004.txt",
    "zh_hebei/truncated/*",
    "zh_counties/易县/2023.txt",
    "zh_counties/唐县/2021.txt",
    "zh_cities_2024/成都.txt",
    "zh_cities_2024/日照.txt",
    "zh_five_year_plans/fyp06_ocr.txt",
    "zh_five_year_plans/yunnan_fyp10.txt",
    "zh_provinces_2026/*.txt",
    "zh_laws/统计法/*",
    "en_fomc/wrapped_1994_2016/*",
    "en_terms/discord_tos/2023*",
    "en_manifestos/libdem_2017.corrected.txt",
    "hk_budget/2013.txt",
    "us_sotu/2003-GWBush.txt",
    "de_laws/beeg/*",
]


def in_corpus(pattern: str, which: int = 0) -> Path:
    """A file of the corpus; the text is not part of the project, so it may be absent."""
    found = sorted(path for path in CORPUS.glob(pattern) if path.is_file())
    if not found:
        pytest.skip("the corpus is not here")
    return found[which]


@cache
def document(path: Path) -> Document:
    return read(path)


@cache
def comparison(old: Path, new: Path) -> Comparison:
    return compare(document(old), document(new))


def example(label: str) -> Path:
    return EXAMPLES / f"{label}.txt"


def is_furniture(text: Document) -> bytearray:
    marked = bytearray(len(text.text))
    for span in text.furniture:
        marked[span.start : span.end] = b"\1" * span.length
    return marked


def check_sections(text: Document) -> None:
    """Every code point that is neither white space nor furniture is in exactly one section."""
    holders = bytearray(len(text.text))
    for section in text.sections:
        for position in range(*section.span):
            holders[position] += 1
    furniture = is_furniture(text)
    wrong = [
        position
        for position, char in enumerate(text.text)
        if not char.isspace() and not furniture[position] and holders[position] != 1
    ]
    assert wrong == []


def check_items(text: Document) -> None:
    """Items stand apart, in order, and inside their sections."""
    end = 0
    for item in text.items:
        section = text.sections[item.section].span
        assert end <= item.span.start < item.span.end
        assert section.start <= item.span.start
        assert item.span.end <= section.end
        end = item.span.end


def quoted(text: Document, item: Item, furniture: bytearray) -> str:
    return "".join(
        char
        for position, char in enumerate(text.text[slice(*item.span)], item.span.start)
        if not char.isspace() and not furniture[position]
    )


def check_nothing_lost(text: Document) -> None:
    """Every word is in an item, but for the ordinals of headings and points."""
    left = is_furniture(text)
    for item in text.items:
        left[slice(*item.span)] = b"\1" * item.span.length
    for section in text.sections:
        ordinal = len("".join(section.ordinal.split()))
        inked = (position for position in range(*section.span) if not text.text[position].isspace())
        for position in islice(inked, ordinal):
            left[position] = 1
    rest = "".join(" " if taken else char for char, taken in zip(text.text, left, strict=True))
    rest = POINT_NUMBER.sub(" ", ENUMERATOR.sub(" ", " ".join(rest.split("\n"))))
    assert [word for word in rest.split() if any(map(str.isalnum, word))] == []


def check_quotes(text: Document) -> None:
    """Every span quotes its text."""
    furniture = is_furniture(text)
    for item in text.items:
        assert quoted(text, item, furniture) == "".join(item.text.split())
    for section in text.sections:
        assert section.heading_span.overlap(section.span) == section.heading_span.length
    for target in text.targets:
        assert target.span.overlap(text.items[target.item].span) == target.span.length > 0
    for notice in text.notices:
        assert 0 <= notice.span.start <= notice.span.end <= len(text.text)


def check_counts(found: Comparison) -> None:
    """Carried and dropped are the old promises, carried and added the new ones."""
    for text, status, gone, links in (
        (found.old, found.old_status, Status.DROPPED, {link.old for link in found.carried}),
        (found.new, found.new_status, Status.ADDED, {link.new for link in found.carried}),
    ):
        forward = {index for index, item in enumerate(text.items) if item.kind.is_forward}
        carried = {index for index, value in enumerate(status) if value is Status.CARRIED}
        lost = {index for index, value in enumerate(status) if value is gone}
        assert carried == links
        assert carried | lost == forward
        assert carried & lost == set()


def check_mirror(there: Comparison, back: Comparison) -> None:
    """What is dropped one way is added the other way, and what is carried stays so."""
    turned = {Status.ADDED: Status.DROPPED, Status.DROPPED: Status.ADDED}
    for status, mirrored in (
        (there.old_status, back.new_status),
        (there.new_status, back.old_status),
    ):
        assert status == tuple(turned.get(value, value) if value else None for value in mirrored)
    pairs = {(link.old, link.new) for link in there.carried}
    assert pairs == {(link.new, link.old) for link in back.carried}


def check_verbatim(found: Comparison) -> None:
    """A document against itself has nothing dropped and each promise word for word."""
    assert found.dropped == found.added == ()
    verbatim = {link.old for link in found.carried if Change.VERBATIM in link.changes}
    assert verbatim == {index for index, item in enumerate(found.old.items) if item.kind.is_forward}


def check_document(text: Document) -> None:
    check_sections(text)
    check_items(text)
    check_nothing_lost(text)
    check_quotes(text)


@pytest.mark.parametrize("label", ["2019", "2020", "2021", "2022"])
def test_example_is_covered_once_and_quoted(label: str) -> None:
    check_document(document(example(label)))


@pytest.mark.parametrize("label", ["2019", "2022"])
def test_example_against_itself_is_all_verbatim(label: str) -> None:
    check_verbatim(comparison(example(label), example(label)))


@pytest.mark.parametrize(("old", "new"), EXAMPLE_PAIRS)
def test_counts_of_an_example_pair_add_up(old: str, new: str) -> None:
    check_counts(comparison(example(old), example(new)))


@pytest.mark.parametrize(("old", "new"), EXAMPLE_PAIRS)
def test_example_pair_mirrors_when_swapped(old: str, new: str) -> None:
    there, back = (example(old), example(new)), (example(new), example(old))
    check_mirror(comparison(*there), comparison(*back))


@pytest.mark.parametrize(("old", "new"), EXAMPLE_PAIRS[:1])
def test_same_input_gives_the_same_bytes(old: str, new: str) -> None:
    first, second = (compare(read(example(old)), read(example(new))) for _ in range(2))
    assert first.to_json() == second.to_json()
    assert first.to_markdown() == second.to_markdown()


@pytest.mark.parametrize("output_format", ["json", "markdown"])
def test_every_process_writes_the_same_bytes(output_format: str, tmp_path: Path) -> None:
    def written(seed: str) -> bytes:
        command = [sys.executable, "-m", "policydiff", "compare", "--format", output_format]
        paths = [str(example("2021")), str(example("2022"))]
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [*command, *paths], cwd=tmp_path, env=environment, capture_output=True, check=True
        )
        return done.stdout

    assert len({written(seed) for seed in ("0", "1", "4211")}) == 1


@pytest.mark.parametrize("pattern", CORPUS_DOCUMENTS)
def test_real_text_is_covered_once_and_quoted(pattern: str) -> None:
    check_document(document(in_corpus(pattern)))


@pytest.mark.parametrize(
    "pattern", ["zh_national/1998.txt", "zh_laws/统计法/*", "en_fomc/wrapped_1994_2016/*"]
)
def test_real_text_against_itself_is_all_verbatim(pattern: str) -> None:
    path = in_corpus(pattern)
    check_verbatim(comparison(path, path))


@pytest.mark.parametrize(("old", "new"), CORPUS_PAIRS)
def test_real_pair_adds_up_and_mirrors(old: str, new: str) -> None:
    paths = in_corpus(old), in_corpus(new, -1)
    for path in paths:
        check_document(document(path))
    check_counts(comparison(*paths))
    check_mirror(comparison(*paths), comparison(*reversed(paths)))


HEADINGS = (
    "一、去年工作回顾 二、今年主要任务 三、自身建设 （一）改善出行 （二）守护湿地 "
    "一是修桥。 1.铺路 第三条 ——开放 #"
)
VERBS = "修好 加快建设 完善 推动 力争建成 有序推进 不得占用 坚持"
OBJECTS = (
    "老桥 滨江隧道、北岸码头和驿站 “先修，后铺。”做法 白鹭湖湿地 5G基站（含机房） "
    "稳中求进 高质量发展 bridges Мост é"
)
FIGURES = "12个 ３.５％左右 1,200户 增长6% 翻一番 到2025年 ٣条"
NOISE = "\u200b （下转4版） 12 —3— 责任编辑：柳青 ???? \\r\\n false"
GAPS = ("", " \u3000", "\n\n", "\ufeff", "\t")


def one_of(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words.split(" "))


CLAUSES = st.builds(
    "{}{}{}{}".format,
    one_of(VERBS),
    one_of(OBJECTS),
    one_of(FIGURES),
    st.sampled_from("。；，！\n：."),
)
LINES = st.one_of(
    one_of(HEADINGS),
    *(CLAUSES for _ in range(4)),
    one_of(NOISE),
    st.sampled_from(GAPS),
    st.text(max_size=6),
)
REPORTS = st.lists(LINES, min_size=6, max_size=40).map("\n".join)
PATIENT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read_text(text: str, path: Path) -> Document | None:
    path.write_text(text, encoding="utf-8", newline="")
    try:
        return read(path)
    except SourceError:
        return None


@PATIENT
@given(REPORTS)
def test_any_text_is_covered_once_and_quoted(tmp_path: Path, text: str) -> None:
    found = read_text(text, tmp_path / "2020.txt")
    if found is not None:
        check_document(found)


@PATIENT
@given(REPORTS)
def test_any_text_against_itself_is_all_verbatim(tmp_path: Path, text: str) -> None:
    found = read_text(text, tmp_path / "2020.txt")
    if found is not None:
        check_verbatim(compare(found, found))


@PATIENT
@given(REPORTS, REPORTS)
def test_any_pair_adds_up_and_mirrors(tmp_path: Path, old: str, new: str) -> None:
    documents = [
        read_text(text, tmp_path / f"{label}.txt") for label, text in (("2020", old), ("2021", new))
    ]
    if documents[0] is not None and documents[1] is not None:
        there, back = compare(documents[0], documents[1]), compare(documents[1], documents[0])
        check_counts(there)
        check_mirror(there, back)
        assert there.to_json() == compare(documents[0], documents[1]).to_json()
