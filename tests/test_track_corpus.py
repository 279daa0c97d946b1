"""Real reports followed over the years; the texts are not part of the project."""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from policydiff.commitments import Commitment, Standing, Tracking
from policydiff.follow import track_documents, track_series
from policydiff.library import Library
from policydiff.model import Document
from policydiff.overrides import Overrides
from policydiff.pipeline import read
from policydiff.track import line_up

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
NATIONAL = [CORPUS / "zh_national" / f"{year}.txt" for year in range(2010, 2026) if year != 2020]

KIBIBYTES_PER_MEGABYTE = 1000 * 1000 // 1024

NOISE = 1.25
"""By so much the share of two commands has differed from one machine to the next."""

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")


@pytest.fixture(scope="module")
def national(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("national") / "policydiff.db") as library:
        for path in NATIONAL[:-1]:
            library.add(read(path))
        yield library


@pytest.fixture(scope="module")
def until_2024(national: Library) -> Tracking:
    return track_series(national, "全国")


@pytest.fixture(scope="module")
def known_until_2024(national: Library, until_2024: Tracking) -> Path:
    """A copy of the library as it was before 2025 was added."""
    assert until_2024.commitments
    return Path(shutil.copy(national.path, national.path.with_name("until_2024.db")))


@pytest.fixture(scope="module")
def tracking(national: Library, until_2024: Tracking, known_until_2024: Path) -> Tracking:
    """All fifteen years, of which 2025 was added last."""
    assert known_until_2024.exists()
    assert len(until_2024.lineup.documents) == 14
    national.add(read(NATIONAL[-1]))
    return track_series(national, "全国")


def reports(folder: str, series: str) -> list[Document]:
    """A folder's reports as they come, each called after its file."""
    files = sorted((CORPUS / folder).glob("*.txt"))
    return [read(file, Overrides(series=series, label=file.stem)) for file in files]


def longest(tracking: Tracking, words: str) -> Commitment:
    """The commitment with these words that stands longest."""
    holding = [
        each
        for each in tracking.commitments
        if any(words in plain for plain in wordings(tracking, each).values())
    ]
    return max(holding, key=lambda each: each.promised_years)


def wordings(tracking: Tracking, commitment: Commitment) -> dict[int, str]:
    """What a commitment says in each year, several clauses as one."""
    documents = tracking.lineup.documents
    said: dict[int, str] = {}
    for place in commitment.places:
        year = documents[place.document].year or 0
        said[year] = said.get(year, "") + documents[place.document].items[place.item].plain
    return said


def test_year_added_last_gives_the_same_commitments(tracking: Tracking) -> None:
    assert track_documents("全国", [read(path) for path in NATIONAL]) == tracking


def test_ids_known_before_a_year_was_added_are_kept(
    until_2024: Tracking, tracking: Tracking
) -> None:
    after = {each.commitment_id: each for each in tracking.commitments}
    for known in until_2024.commitments:
        kept = after[known.commitment_id]
        assert kept.name == known.name
        assert kept.places[: len(known.places)] == known.places


YEARS = [year for year in range(2010, 2026) if year != 2020]
LIVES = [
    ("国际化营商环境", [2021, 2022], {}),
    ("棚户区住房改造600万套", [2014, 2015, 2016], {2014: "470万", 2015: "580万", 2016: "600万"}),
    ("创业万众创新", [2018, 2019, 2021, 2022], {}),
    ("不是用来炒", [2018, 2021, 2022], {}),
    ("碳达峰碳中和", [2024, 2025], {}),
    (
        "专项债券",
        [2016, 2017, 2018, 2021, 2022, 2023, 2024, 2025],
        {2016: "4000亿", 2018: "1.35万亿", 2022: "3.65万亿", 2025: "4.4万亿"},
    ),
    ("5G规模化", [2022, 2025], {}),
    ("提高新型城镇化质量", [2018, 2019], {}),
    ("城乡义务教育一体化", [2018, 2019, 2021, 2022, 2023, 2024], {}),
    (
        "医保财政补助标准",
        [2011, 2013, 2014, 2015, 2016, 2017],
        {2011: "200元", 2013: "280元", 2014: "320元", 2015: "380元", 2016: "420元", 2017: "450元"},
    ),
    (
        "粮食产量保持",
        [2021, 2022, 2023, 2024, 2025],
        {2021: "1.3万亿斤", 2024: "1.3万亿斤", 2025: "1.4万亿斤"},
    ),
    (
        "赤字率",
        [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019],
        {2011: "2%", 2012: "1.5%", 2014: "2.1%", 2015: "2.3%", 2016: "3%", 2018: "2.6%"},
    ),
]
"""Words, years in which the reports promise it, and figures they name; checked in the texts."""


@pytest.mark.parametrize(("words", "years", "figures"), LIVES, ids=[life[0] for life in LIVES])
def test_life_line_holds_the_years_and_figures_of_the_texts(
    tracking: Tracking, words: str, years: Sequence[int], figures: dict[int, str]
) -> None:
    said = wordings(tracking, longest(tracking, words))
    assert set(years) <= said.keys()
    assert {year: figure for year, figure in figures.items() if figure not in said[year]} == {}


def test_innovation_by_the_masses_came_in_2015_and_went_in_2023(tracking: Tracking) -> None:
    found = longest(tracking, "创业万众创新")
    documents = tracking.lineup.documents
    first, last = found.years[0], found.years[-1]
    assert (documents[first.document].year, first.standing) == (2015, Standing.INTRODUCED)
    assert (documents[last.document].year, last.standing) == (2023, Standing.DROPPED)


def test_missing_year_leaves_no_gap(tracking: Tracking) -> None:
    growth = longest(tracking, "国内生产总值增长")
    assert list(wordings(tracking, growth)) == YEARS
    assert {str(year.standing) for year in growth.years} == {"introduced", "carried"}


MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Tells a command's seconds and peak; the peak of a child of a large process is that process's."""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from policydiff_launch import main; main()", *arguments]


def seconds(*arguments: str) -> float:
    """What a command takes of the processor."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command(*arguments), check=True, capture_output=True, cwd=ROOT)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_all_national_reports_are_tracked_in_two_minutes_and_500_megabytes(tmp_path: Path) -> None:
    database = tmp_path / "all.db"
    with Library(database) as library:
        for path in sorted((CORPUS / "zh_national").glob("*.txt")):
            library.add(read(path, Overrides(series="全国", label=path.stem)))
    arguments = command("track", "--db", str(database))
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, *arguments], check=True, capture_output=True, cwd=ROOT
    )
    taken, peak = map(float, told.stdout.split())
    assert taken < 120
    assert peak < 500 * KIBIBYTES_PER_MEGABYTE


def test_year_costs_no_more_than_two_comparisons(known_until_2024: Path, tmp_path: Path) -> None:
    tracked, compared = [], []
    for name in ("1.db", "2.db", "3.db", "4.db", "5.db"):
        database = shutil.copy(known_until_2024, tmp_path / name)
        with Library(database) as library:
            library.add(read(NATIONAL[-1]))
        tracked.append(seconds("track", "--db", str(database)))
        compared.append(seconds("compare", "2024", "2025", "--db", str(database)))
    assert min(tracked) <= NOISE * 2 * min(compared)


@pytest.mark.parametrize(
    ("folder", "series", "left_out"),
    [
        ("zh_counties/清苑", "清苑", []),
        ("zh_counties/易县", "易县", ["米易县", "米易县"]),
        ("zh_counties/唐县", "唐县", ["高唐县"] * 5),
    ],
)
def test_county_s_reports_are_told_from_those_of_others(
    folder: str, series: str, left_out: list[str]
) -> None:
    documents = reports(folder, series)
    lineup = line_up(series, documents)
    assert [each.document.issuer for each in lineup.left_out] == left_out
    assert len(lineup.documents) == len(documents) - len(left_out)
    assert line_up(series, documents, with_others=True).left_out == ()


def test_county_that_became_a_district_is_followed_as_one() -> None:
    found = track_documents("清苑", reports("zh_counties/清苑", "清苑"))
    years = [document.year for document in found.lineup.documents]
    assert years == [2003, 2005, 2008, 2013, 2020, 2021, 2022, 2023, 2024, 2025]
    assert max(each.promised_years for each in found.commitments) >= 8


def test_province_is_followed_over_its_gaps() -> None:
    found = track_documents("河北", reports("zh_hebei", "河北"))
    years = [document.year for document in found.lineup.documents]
    assert years == [2001, 2002, 2003, 2004, 2007, 2009, 2010, 2019, 2021, 2022, 2023, 2024, 2025]
    assert found.lineup.slots == tuple(range(13))
    assert max(each.promised_years for each in found.commitments) >= 8
