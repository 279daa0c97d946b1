"""Prints a text as a PDF, as offices and newspapers set theirs."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

FONT = "STSong-Light"
"""One of the fonts that every viewer brings, so that none need be installed."""

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass(frozen=True)
class Setting:
    """How pages are set; ``indent`` is that of a paragraph's first line in characters."""

    columns: int = 1
    head: str = ""
    size: float = 12
    indent: float = 2
    gap: float = 0
    title_size: float = 20
    is_numbered: bool = True


def printed(paragraphs: Sequence[str], setting: Setting | None = None, title: str = "") -> bytes:
    """The bytes of a PDF with a title and the paragraphs."""
    given = setting or Setting()
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4)
    document.addPageTemplates([PageTemplate("page", _frames(given), onPage=_furniture(given))])
    story = [Paragraph(_escaped(title), _title_style(given)), Spacer(1, 18)] if title else []
    style = _style(given)
    document.build([*story, *(Paragraph(_escaped(text), style) for text in paragraphs)])
    return buffer.getvalue()


def _frames(setting: Setting) -> list[Frame]:
    width, height = A4
    inside, gutter = width - 120, 24
    column = (inside - gutter * (setting.columns - 1)) / setting.columns
    return [
        Frame(60 + index * (column + gutter), 70, column, height - 150, 0, 0, 0, 0)
        for index in range(setting.columns)
    ]


def _furniture(setting: Setting) -> "_Drawing":
    return _Drawing(setting)


class _Drawing:
    """Draws a running head and a page number."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def __call__(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(FONT, 9)
        if self._setting.head:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 50, self._setting.head)
        if self._setting.is_numbered:
            canvas.drawCentredString(A4[0] / 2, 40, f"— {document.page} —")
        canvas.restoreState()


def _style(setting: Setting) -> ParagraphStyle:
    return ParagraphStyle(
        "body",
        fontName=FONT,
        fontSize=setting.size,
        leading=1.6 * setting.size,
        firstLineIndent=setting.indent * setting.size,
        spaceAfter=setting.gap,
        alignment=TA_JUSTIFY,
        wordWrap="CJK",
    )


def _title_style(setting: Setting) -> ParagraphStyle:
    size = setting.title_size
    return ParagraphStyle(
        "title", fontName=FONT, fontSize=size, leading=1.4 * size, alignment=TA_CENTER
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
