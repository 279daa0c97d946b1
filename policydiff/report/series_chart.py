"""Target series as an SVG chart: each year's target as a band, and the result against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from policydiff.model import Verdict
from policydiff.report.figures import number
from policydiff.report.printable import printable
from policydiff.report.series_lines import series_lines, title
from policydiff.series import Band, IndicatorSeries, Standing, YearPoint

_LEFT, _RIGHT, _TOP, _HEIGHT, _BOTTOM = 70, 24, 56, 200, 44
_PANEL = _TOP + _HEIGHT + _BOTTOM
_YEAR_WIDTH, _LEAST_WIDTH = 48, 420
_MARGIN = 0.12
_STEPS = 4
_THIN = 3.0
_COLOURS = {Verdict.EXCEEDED: "#1a7f37", Verdict.MET: "#1f5fa8", Verdict.MISSED: "#c62828"}
_STYLE = (
    "text{font:12px 'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;fill:#333}"
    ".title{font-size:15px;font-weight:bold}.faint{fill:#888}.band{fill:#9cc4ea}"
    ".open{fill:#9cc4ea;fill-opacity:.35}.aim{stroke:#1f5fa8;stroke-width:2}"
    ".gap{fill:#eee}.rule{stroke:#ddd}.result{fill:none;stroke:#777}"
)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where years and values stand in one panel."""

    top: float
    low: float
    high: float

    def left_of(self, number: int) -> float:
        return _LEFT + number * _YEAR_WIDTH

    def middle_of(self, number: int) -> float:
        return self.left_of(number) + _YEAR_WIDTH / 2

    def height_of(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.top + _HEIGHT * (1 - min(max(share, 0.0), 1.0))


def series_chart(series: Sequence[IndicatorSeries]) -> str:
    """One SVG file with a panel for each series, which needs nothing from elsewhere."""
    years = max((len(one.points) for one in series), default=0)
    width = max(_LEAST_WIDTH, _LEFT + years * _YEAR_WIDTH + _RIGHT)
    height = max(1, len(series)) * _PANEL
    size = f'width="{width}" height="{height}"'
    box = f'viewBox="0 0 {width} {height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img">',
        f"<style>{_STYLE}</style>",
        f'<rect {size} fill="#fff"/>',
    ]
    for place, one in enumerate(series):
        lines.extend(_panel(one, place * _PANEL))
    return "\n".join([*lines, "</svg>"]) + "\n"


def _panel(series: IndicatorSeries, top: float) -> Iterator[str]:
    frame = _frame(series, top + _TOP)
    yield _text(_LEFT, top + 22, _escaped(f"{title(series)} ({series.unit})"), "title")
    yield from _legend(top + 42)
    yield from _rules(series, frame)
    for place, point in enumerate(series.points):
        yield from _year(point, place, frame)
    yield from _results(series, frame)


def _frame(series: IndicatorSeries, top: float) -> _Frame:
    values = [
        value
        for point in series.points
        for value in (*(point.band or ()), point.reported.value if point.reported else None)
        if value is not None
    ]
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low) * _MARGIN or abs(high) * _MARGIN or 1.0
    return _Frame(top, low - room, high + room)


def _legend(y: float) -> Iterator[str]:
    yield f'<rect class="band" x="{_LEFT}" y="{y - 10:g}" width="14" height="10"/>'
    yield _text(_LEFT + 18, y, "meets the target", "faint")
    for place, (verdict, colour) in enumerate(_COLOURS.items()):
        x = _LEFT + 140 + place * 84
        yield f'<circle cx="{x}" cy="{y - 5:g}" r="4" fill="{colour}"/>'
        yield _text(x + 8, y, str(verdict), "faint")


def _rules(series: IndicatorSeries, frame: _Frame) -> Iterator[str]:
    right = frame.left_of(len(series.points))
    for step in range(_STEPS + 1):
        value = frame.low + (frame.high - frame.low) * step / _STEPS
        y = frame.height_of(value)
        yield f'<line class="rule" x1="{_LEFT}" y1="{y:g}" x2="{right:g}" y2="{y:g}"/>'
        label = number(float(f"{value:.3g}"))
        yield _text(_LEFT - 6, y + 4, label, "faint", anchor="end")


def _year(point: YearPoint, place: int, frame: _Frame) -> Iterator[str]:
    x, middle = frame.left_of(place), frame.middle_of(place)
    yield _text(middle, frame.top + _HEIGHT + 18, str(point.year), "", anchor="middle")
    if point.band is not None:
        yield f"<g><title>{_escaped(f'{point.year}: {point.quote}')}</title>"
        yield from _band(point.band, x, frame)
        yield "</g>"
        return
    said = f"{point.year}: {point.standing} {point.quote}".rstrip()
    yield f"<g><title>{_escaped(said)}</title>"
    if point.standing is Standing.NO_REPORT:
        yield _rect("gap", x + 4, frame.top, _HEIGHT)
    yield _text(middle, frame.top + _HEIGHT + 34, str(point.standing), "faint", anchor="middle")
    yield "</g>"


def _band(band: Band, x: float, frame: _Frame) -> Iterator[str]:
    low = frame.low if band.low is None else band.low
    high = frame.high if band.high is None else band.high
    top, bottom = frame.height_of(high), frame.height_of(low)
    is_open = band.low is None or band.high is None
    yield _rect("open" if is_open else "band", x + 4, top, max(_THIN, bottom - top))
    y = frame.height_of(band.value)
    yield f'<line class="aim" x1="{x + 4:g}" y1="{y:g}" x2="{x + _YEAR_WIDTH - 4:g}" y2="{y:g}"/>'


def _results(series: IndicatorSeries, frame: _Frame) -> Iterator[str]:
    """The results, joined by a line where no year between them is without one."""
    before: tuple[float, float] | None = None
    texts = {line.year: line for line in series_lines(series)}
    for place, point in enumerate(series.points):
        found = point.reported
        if found is None:
            before = None
            continue
        x, y = frame.middle_of(place), frame.height_of(found.value)
        if before:
            yield (
                f'<line class="result" x1="{before[0]:g}" y1="{before[1]:g}" '
                f'x2="{x:g}" y2="{y:g}"/>'
            )
        line = texts[str(point.year)]
        said = f"{point.year}: {line.reported} {line.margin} {line.verdict}; {found.quote}"
        yield (
            f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{_COLOURS[found.verdict]}">'
            f"<title>{_escaped(said)}</title></circle>"
        )
        yield _text(x, y - 9, number(found.value), "", anchor="middle")
        before = (x, y)


def _rect(style: str, x: float, y: float, height: float) -> str:
    width = _YEAR_WIDTH - 8
    return f'<rect class="{style}" x="{x:g}" y="{y:g}" width="{width}" height="{height:g}"/>'


def _text(x: float, y: float, escaped: str, style: str, *, anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" class="{style}" text-anchor="{anchor}">{escaped}</text>'


def _escaped(text: str) -> str:
    return escape(printable(text))
