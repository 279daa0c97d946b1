"""Which document a reference means, and what is said when it means none or several."""

from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.errors import LabelError
from policydiff.model import Genre
from policydiff.store.documents import DocumentSummary
from policydiff.store.labels import resolve

PATH = Path("policydiff.db")

BLANK = DocumentSummary(
    document_id=1,
    series="",
    label="",
    title="",
    issuer="",
    year=None,
    date="",
    genre=Genre.OTHER,
    language="zh",
    source="",
    sha256="",
    sections=0,
    items=0,
    forward_looking=0,
    targets=0,
    notices=0,
)


def library(*names: str) -> list[DocumentSummary]:
    found = [name.rpartition("/") for name in names]
    return [replace(BLANK, series=series, label=label) for series, _, label in found]


@pytest.mark.parametrize(
    ("reference", "series", "found"),
    [
        ("2018", None, "柳湾/2018"),
        ("柳湾/2019", None, "柳湾/2019"),
        ("2019", "南山", "南山/2019"),
        ("南山/2019", "南山", "南山/2019"),
        ("/2019", None, "/2019"),
        ("2019", "", "/2019"),
    ],
)
def test_reference_is_resolved(reference: str, series: str | None, found: str) -> None:
    documents = library("柳湾/2018", "柳湾/2019", "南山/2019", "2019")
    assert resolve(reference, documents, PATH, series=series).reference == found


@pytest.mark.parametrize(
    ("reference", "series", "names", "message"),
    [
        (
            "2091",
            None,
            ["柳湾/2020", "柳湾/2021", "柳湾/2019"],
            'no document "2091" in "policydiff.db"; it has 2019, 2021, 2020',
        ),
        (
            "2091",
            None,
            ["柳湾/2019", "南山/2019"],
            'no document "2091" in "policydiff.db"; it has 南山/2019, 柳湾/2019',
        ),
        (
            "南山/2019",
            "柳湾",
            ["柳湾/2020", "南山/2019"],
            'no document "南山/2019" in "policydiff.db"; it has 2020',
        ),
        (
            "2019",
            None,
            ["柳湾/2019", "2019"],
            '"2019" names 2 documents; write 柳湾/2019 or /2019, or give --series',
        ),
        (
            "2019",
            "流湾",
            ["柳湾/2019", "南山/2019"],
            'no series "流湾" in "policydiff.db"; it has "南山", "柳湾"',
        ),
        (
            "2019",
            "柳湾",
            [],
            'no document "2019", "policydiff.db" is empty; add it with: policydiff add FILE',
        ),
    ],
)
def test_reference_that_means_no_single_document(
    reference: str, series: str | None, names: list[str], message: str
) -> None:
    with pytest.raises(LabelError) as refusal:
        resolve(reference, library(*names), PATH, series=series)
    assert str(refusal.value) == message


def test_long_list_of_labels_is_cut_after_the_nearest() -> None:
    documents = library(*(f"柳湾/{year}" for year in range(1990, 2020)))
    with pytest.raises(LabelError, match=r"it has 2019, .* and 18 more$"):
        resolve("20199", documents, PATH, series=None)
