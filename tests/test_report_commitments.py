"""What reports say of a commitment that was followed by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from policydiff.commitments import (
    Answer,
    Commitment,
    CommitmentYear,
    LeftOut,
    Life,
    LifeLink,
    Lineup,
    Place,
    PromiseReport,
    Standing,
    Step,
    Tracking,
)
from policydiff.model import Change, Comparison
from policydiff.report.commitment_blocks import life_blocks, overview_blocks
from policydiff.report.series_report import series_report_markdown
from policydiff.report.strip import legend, strip
from policydiff.report.terminal import blocks_renderable

Printed = Callable[..., str]


@pytest.fixture
def lineup(comparison: Comparison) -> Lineup:
    third = replace(comparison.new, label="2022", year=2022)
    left_out = LeftOut(replace(comparison.new, label="2023"), "other issuer: 东柳湾市")
    return Lineup(
        "柳湾", (comparison.old, comparison.new, third), (0, 1, 2), (1, 1, 1), (left_out,)
    )


@pytest.fixture
def growth() -> Commitment:
    """The growth target: lowered in 2021, gone in 2022."""
    return Commitment(
        commitment_id="5f0c2a91d3",
        name="地区生产总值增长6%",
        places=(Place(0, 1), Place(1, 1)),
        steps=(Step(Place(0, 1), Place(1, 1), 0.9, changes=(Change.LOWERED,)),),
        years=(
            CommitmentYear(0, Standing.INTRODUCED),
            CommitmentYear(1, Standing.CARRIED),
            CommitmentYear(2, Standing.DROPPED),
        ),
        reports=(
            PromiseReport(Place(0, 1), Answer.REPORTED, 1, Place(1, 0), 0.8),
            PromiseReport(Place(1, 1), Answer.NOT_MENTIONED, 2),
        ),
        likeness=1.0,
    )


def test_strip_has_a_sign_for_every_year(lineup: Lineup, growth: Commitment) -> None:
    assert strip(lineup, growth) == "+▼x"
    assert legend(["+▼x"]) == "+ introduced, x dropped, ▼ lowered"


def test_strip_is_empty_before_the_first_year(lineup: Lineup, growth: Commitment) -> None:
    late = replace(growth, years=(CommitmentYear(2, Standing.INTRODUCED),))
    assert strip(lineup, late) == "··+"


@pytest.mark.parametrize(
    ("change", "sign"),
    [(Change.RAISED, "▲"), (Change.PROGRESSED, "»"), (Change.VERBATIM, "■"), (Change.MOVED, "□")],
)
def test_strip_shows_how_a_commitment_is_carried(
    lineup: Lineup, growth: Commitment, change: Change, sign: str
) -> None:
    step = replace(growth.steps[0], changes=(change,))
    assert strip(lineup, replace(growth, steps=(step,)))[1] == sign


def test_life_has_a_line_a_year_with_what_changed(
    printed: Printed, comparison: Comparison, lineup: Lineup, growth: Commitment
) -> None:
    link = LifeLink(Place(0, 1), Place(1, 1), comparison.links[0])
    said = printed(blocks_renderable(life_blocks(Life(lineup, growth, (link,)))), 120)
    assert [" ".join(line.split()) for line in said.splitlines()] == [
        "",
        "柳湾 5f0c2a91d3: 2 years, dropped",
        "year what words place reported",
        "2020 introduced 地区生产总值增长6% （一）稳住经济, line 6 reported: 夜间公交线路开通3条",
        (
            "2021 reworded, lowered 地区生产总值增长[-6%-]{+5.5%左右+} （一）稳住经济, line 6 "
            "not mentioned"
        ),
        "2022 dropped",
    ]


def test_overview_names_what_is_left_out(
    printed: Printed, lineup: Lineup, growth: Commitment
) -> None:
    said = printed(blocks_renderable(overview_blocks(Tracking(lineup, (growth,)))), 120)
    assert "柳湾: 1 commitment in 3 documents" in said
    assert "2023 (other issuer: 东柳湾市)" in said


def test_markdown_prints_text_of_documents_as_it_stands(lineup: Lineup, growth: Commitment) -> None:
    item = lineup.documents[1].items[1]
    marked = replace(item, text="<b>增长</b> | *6%*")
    items = (lineup.documents[1].items[0], marked, *lineup.documents[1].items[2:])
    documents = (lineup.documents[0], replace(lineup.documents[1], items=items))
    both = replace(lineup, documents=(*documents, lineup.documents[2]))
    said = series_report_markdown(Tracking(both, (growth,)), 5)
    assert said.startswith("# 柳湾: commitments over the years\n")
    assert r"&lt;b&gt;增长&lt;/b&gt; \| \*6%\*" in said
