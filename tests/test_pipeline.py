"""From a file to a document, and from two documents to a comparison, as users of the library do."""

from pathlib import Path

import pytest

import policydiff
from policydiff import Comparison, Document, Library, Overrides, SourceError, compare, read
from policydiff.model import Genre

LIUWAN = Path(__file__).with_name("liuwan")


@pytest.fixture(scope="module")
def old() -> Document:
    return read(LIUWAN / "2020.txt")


@pytest.fixture(scope="module")
def comparison(old: Document) -> Comparison:
    return compare(old, read(str(LIUWAN / "2021.txt")))


def test_everything_a_user_needs_is_exported() -> None:
    assert {"Comparison", "Document", "Library", "SourceError", "compare", "read"} <= set(
        policydiff.__all__
    )
    assert sorted(policydiff.__all__) == list(policydiff.__all__)


def test_document_is_described_and_parsed(old: Document) -> None:
    assert (old.label, old.issuer, old.genre) == ("2020", "柳湾市", Genre.WORK_REPORT)
    assert [section.heading for section in old.sections][-3:] == [
        "稳住经济",
        "改善出行",
        "保护湿地",
    ]
    assert "完善停车收费办法" in [item.text for item in old.items]
    assert "地区生产总值增速" in [target.indicator for target in old.targets]


def test_document_holds_its_file_s_text_and_name(old: Document) -> None:
    assert old.text == (LIUWAN / "2020.txt").read_text(encoding="utf-8")
    assert old.source == "2020.txt"


def test_notices_of_cleaning_come_with_the_document() -> None:
    assert read(LIUWAN / "2021.txt").has_notice("ends_mid_document")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("label", "draft"),
        ("title", "另一个名字"),
        ("series", "草案"),
        ("issuer", "柳湾新区"),
        ("year", 1999),
        ("date", "2020-03-01"),
        ("genre", Genre.OTHER),
    ],
)
def test_what_the_user_says_goes_before_what_is_inferred(
    old: Document, name: str, value: object
) -> None:
    overrides = Overrides(**{name: value})  # type: ignore[arg-type]
    found = read(LIUWAN / "2020.txt", overrides)
    assert getattr(found, name) == value
    others = {"label", "title", "series", "issuer", "year", "date", "genre"} - {name}
    assert all(getattr(found, other) == getattr(old, other) for other in others)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", "一句话。".encode()])
def test_what_is_no_document_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "scrap.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"scrap\.txt"):
        read(path)


def test_comparison_says_what_became_of_each_promise(comparison: Comparison) -> None:
    carried = {comparison.old.items[link.old].text for link in comparison.carried}
    assert {"完善停车收费办法", "推行河长巡查制度", "加快建设滨江隧道"} <= carried
    assert "新增市场主体8000户" in [item.text for item in comparison.dropped]
    assert "新建立体车库6座" in [item.text for item in comparison.added]


def test_comparison_says_how_figures_moved(comparison: Comparison) -> None:
    moved = {old.indicator: direction.value for old, _, direction in comparison.targets}
    assert moved["地区生产总值增速"] == "lowered"
    assert moved["城镇调查失业率"] == "tightened"


def test_comparison_is_written_as_json_and_markdown(comparison: Comparison) -> None:
    assert comparison.to_json().startswith('{\n"schema": "policydiff/comparison/1"')
    assert "柳湾市2020年政府工作报告" in comparison.to_markdown()


def test_comparison_survives_the_library(comparison: Comparison, tmp_path: Path) -> None:
    with Library(tmp_path / "policydiff.db") as library:
        library.add(comparison.old)
        library.add(comparison.new)
        library.save_comparison(comparison)
        stored = library.load_comparison("2020", "2021")
    assert Comparison.of(stored).to_json() == comparison.to_json()
