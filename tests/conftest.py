"""Two small reports of an invented city, built by hand, and what a comparison says of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.console import Console, RenderableType

from policydiff.items import split_items
from policydiff.model import (
    Ambition,
    Change,
    CleanText,
    Comparator,
    Comparison,
    Direction,
    Document,
    Genre,
    Item,
    Kind,
    Link,
    LinkType,
    Notice,
    ReportOutcome,
    Role,
    RunnerUp,
    Section,
    SectionPair,
    Span,
    Status,
    Target,
    TargetChange,
    WordChange,
)
from policydiff.outline import outline
from policydiff.targets import find_results, find_targets, find_waivers


class Clause(NamedTuple):
    """An item to be: the section it stands in, its words, what it says."""

    section: int
    text: str
    kind: Kind


class Figure(NamedTuple):
    """A target to be, in the item of that position."""

    item: int
    quote: str
    indicator: str
    comparator: Comparator
    value: float
    unit: str


class Title(NamedTuple):
    """A section to be, named by its heading line."""

    line: str
    ordinal: str
    role: Role
    parent: int | None = None


Printed = Callable[[RenderableType, int], str]
Parsed = Callable[[str, str], Document]


@pytest.fixture(scope="session")
def parsed() -> Parsed:
    """The document of that label that a text, clean as it stands, is parsed into."""

    def parse(label: str, text: str) -> Document:
        clean_text = CleanText(text, tuple(range(len(text))), text)
        sections = outline(clean_text)
        items = split_items(clean_text, sections)
        return Document(
            label=label,
            title=f"柳湾市{label}年政府工作报告",
            series="柳湾",
            issuer="柳湾市",
            year=int(label),
            date="",
            genre=Genre.WORK_REPORT,
            language="zh",
            source=f"{label}.txt",
            sha256=sha256(text.encode()).hexdigest(),
            text=text,
            notices=(),
            furniture=(),
            sections=sections,
            items=items,
            targets=find_targets(clean_text, items),
            results=find_results(clean_text, items),
            waivers=find_waivers(items),
        )

    return parse


@pytest.fixture
def printed() -> Printed:
    """What a renderable prints where output is plain and so many cells wide."""

    def render(renderable: RenderableType, width: int) -> str:
        console = Console(file=StringIO(), width=width, color_system=None)
        with console.capture() as capture:
            console.print(renderable)
        return capture.get()

    return render


def find(text: str, quote: str, start: int = 0) -> Span:
    """The span of the quotation in the text."""
    position = text.index(quote, start)
    return Span(position, position + len(quote))


def _sections(text: str, titles: Sequence[Title]) -> tuple[Section, ...]:
    headings = [find(text, title.line) for title in titles]
    ends = [heading.start for heading in headings[1:]] + [len(text)]
    return tuple(
        Section(
            parent=title.parent,
            level=1 if title.parent is None else 2,
            ordinal=title.ordinal,
            heading=title.line.removeprefix(title.ordinal),
            span=Span(heading.start, end),
            heading_span=heading,
            role=title.role,
        )
        for title, heading, end in zip(titles, headings, ends, strict=True)
    )


def build_document(
    label: str,
    text: str,
    *,
    titles: Sequence[Title],
    clauses: Sequence[Clause],
    figures: Sequence[Figure] = (),
    notices: tuple[Notice, ...] = (),
) -> Document:
    """A document whose spans are found in its text; clauses are given in its order."""
    sections = _sections(text, titles)
    items: list[Item] = []
    for number, clause in enumerate(clauses):
        span = find(text, clause.text, sections[clause.section].span.start)
        line = text.count("\n", 0, span.start)
        items.append(
            Item(clause.section, span, clause.text, clause.text, clause.kind, number, line)
        )
    targets = tuple(
        Target(
            figure.item,
            find(text, figure.quote, items[figure.item].span.start),
            figure.indicator,
            figure.comparator,
            figure.value,
            None,
            figure.unit,
        )
        for figure in figures
    )
    return Document(
        label=label,
        title=f"柳湾市{label}年政府工作报告",
        series="柳湾",
        issuer="柳湾市人民政府",
        year=int(label),
        date=f"{label}-02-08",
        genre=Genre.WORK_REPORT,
        language="zh",
        source=f"reports/{label}.txt",
        sha256=label * 16,
        text=text,
        notices=notices,
        furniture=(),
        sections=sections,
        items=tuple(items),
        targets=targets,
    )


_REPORTS = Path(__file__).parent / "liuwan"
OLD_TEXT = (_REPORTS / "2020.txt").read_text("utf-8")
NEW_TEXT = (_REPORTS / "2021.txt").read_text("utf-8")
NEW_NOTICE = Notice(
    "ends_mid_document",
    "the text breaks off: its last line continues on another page",
    find(NEW_TEXT, "（下转4版）"),
)


@pytest.fixture
def old_document() -> Document:
    """The report of 2020."""
    return build_document(
        "2020",
        OLD_TEXT,
        titles=[
            Title("一、2019年工作回顾", "一、", Role.REVIEW),
            Title("二、2020年主要任务", "二、", Role.PLAN),
            Title("（一）稳住经济", "（一）", Role.PLAN, 1),
            Title("（二）改善出行", "（二）", Role.PLAN, 1),
            Title("（三）保护湿地", "（三）", Role.PLAN, 1),
        ],
        clauses=[
            Clause(0, "全市新建口袋公园12个", Kind.RESULT),
            Clause(2, "地区生产总值增长6%", Kind.TARGET),
            Clause(2, "城镇调查失业率控制在5.5%左右", Kind.TARGET),
            Clause(2, "新增市场主体8000户", Kind.TARGET),
            Clause(3, "加快建设滨江隧道", Kind.COMMITMENT),
            Clause(3, "开通3条夜间公交线路", Kind.COMMITMENT),
            Clause(3, "完善停车收费办法", Kind.COMMITMENT),
            Clause(4, "修复白鹭湖湿地200亩", Kind.COMMITMENT),
            Clause(4, "推行河长巡查制度", Kind.COMMITMENT),
            Clause(4, "在中小学开设观鸟课堂，每学期组织学生到湿地保护站上一次课", Kind.COMMITMENT),
        ],
        figures=[
            Figure(1, "6%", "地区生产总值增速", Comparator.EQUAL, 6, "%"),
            Figure(2, "5.5%左右", "城镇调查失业率", Comparator.ABOUT, 5.5, "%"),
            Figure(3, "8000户", "新增市场主体", Comparator.EQUAL, 8000, "户"),
        ],
    )


@pytest.fixture
def new_document() -> Document:
    """The report of 2021, which breaks off."""
    return build_document(
        "2021",
        NEW_TEXT,
        titles=[
            Title("一、2020年工作回顾", "一、", Role.REVIEW),
            Title("二、2021年主要任务", "二、", Role.PLAN),
            Title("（一）稳住经济", "（一）", Role.PLAN, 1),
            Title("（二）便利出行", "（二）", Role.PLAN, 1),
        ],
        clauses=[
            Clause(0, "夜间公交线路开通3条", Kind.RESULT),
            Clause(2, "地区生产总值增长5.5%左右", Kind.TARGET),
            Clause(2, "城镇调查失业率控制在5.5%以内", Kind.TARGET),
            Clause(2, "推行河长巡查制度", Kind.COMMITMENT),
            Clause(3, "建成滨江隧道", Kind.COMMITMENT),
            Clause(3, "完善停车收费办法", Kind.COMMITMENT),
            Clause(3, "新建立体车库6座", Kind.COMMITMENT),
            *(Clause(3, NEW_TEXT.splitlines()[line][:-1], Kind.COMMITMENT) for line in (11, 12)),
        ],
        figures=[
            Figure(1, "5.5%左右", "地区生产总值增速", Comparator.ABOUT, 5.5, "%"),
            Figure(2, "5.5%以内", "城镇调查失业率", Comparator.AT_MOST, 5.5, "%"),
            Figure(6, "6座", "新建立体车库", Comparator.EQUAL, 6, "座"),
        ],
        notices=(NEW_NOTICE,),
    )


def carry(old: Document, new: Document, positions: tuple[int, int], *changes: Change) -> Link:
    """A carry link between whole items."""
    old_span, new_span = old.items[positions[0]].span, new.items[positions[1]].span
    return Link(LinkType.CARRY, *positions, old_span, new_span, 0.9, changes, (), ("words",), ())


def words(old: str, new: str, items: tuple[Item, Item]) -> WordChange:
    """The change of the old words in one item to the new words in the other."""
    return WordChange(
        find(OLD_TEXT, old, items[0].span.start), find(NEW_TEXT, new, items[1].span.start)
    )


@pytest.fixture
def comparison(old_document: Document, new_document: Document) -> Comparison:
    """What became of the promises of 2020."""
    old, new = old_document, new_document
    items = {
        name: (old.items[i], new.items[j])
        for name, i, j in [("growth", 1, 1), ("jobs", 2, 2), ("tunnel", 4, 4), ("birds", 9, 8)]
    }
    links = (
        replace(
            carry(old, new, (1, 1), Change.REWORDED, Change.LOWERED),
            words=(words("6%", "5.5%左右", items["growth"]),),
            runners_up=(RunnerUp(2, 0.412345),),
        ),
        replace(
            carry(old, new, (2, 2), Change.REWORDED, Change.TIGHTENED),
            words=(words("左右", "以内", items["jobs"]),),
        ),
        replace(
            carry(old, new, (4, 4), Change.REWORDED, Change.PROGRESSED),
            words=(words("加快建设", "建成", items["tunnel"]),),
        ),
        replace(carry(old, new, (5, 0)), type=LinkType.REPORT, outcome=ReportOutcome.MET),
        carry(old, new, (6, 5), Change.VERBATIM),
        carry(old, new, (8, 3), Change.VERBATIM, Change.MOVED),
        replace(
            carry(old, new, (9, 8), Change.REWORDED, Change.MOVED),
            score=0.41,
            words=(
                words("在中小学开设", "组织中小学生走进湿地保护站和气象站，把", items["birds"]),
                words("，每学期组织学生到湿地保护站上一次课", "办成常设课程", items["birds"]),
            ),
        ),
    )
    c, d, a = Status.CARRIED, Status.DROPPED, Status.ADDED
    return Comparison(
        old=old,
        new=new,
        section_pairs=(
            SectionPair(0, 0, 0.61, "heading"),
            SectionPair(1, 1, 0.93, "heading and position"),
            SectionPair(2, 2, 1.0, "same heading"),
            SectionPair(3, 3, 0.72345, "shared words: 滨江隧道, 停车"),
            SectionPair(4, None, 0.0, ""),
        ),
        links=links,
        target_changes=(
            TargetChange(0, 0, Direction.LOWERED, Ambition.LESS),
            TargetChange(1, 1, Direction.TIGHTENED, Ambition.MORE),
        ),
        old_status=(None, *(c, c, d, c, d, c, d, c, c)),
        new_status=(None, *(c, c, c, c, c, a, a, c)),
        old_caveats=(*("",) * 7, "outside_coverage", "", ""),
        new_caveats=("",) * 9,
    )
