"""Reads damaged and hostile files by the thousand: each is read, or refused in one sentence.

    python -m tests.fuzz [--inputs 20000] [--seed 1] [--keep build/fuzz]

Every input is a file of a known format with something done to it: cut off, bytes
changed, pieces doubled, swapped or taken from another format, the parts of a
zipped one changed inside. Whatever else than a document or a SourceError comes
of it within the limits is a failure; the file is kept under ``--keep``.
"""

import argparse
import io
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import xlsxwriter

from policydiff.errors import SourceError
from policydiff.model import Columns
from policydiff.pipeline import read, read_table
from tests.printing import Setting, printed

SECONDS = 20
"""What one input may take; that of a known format takes a hundredth of it."""

MEGABYTES = 3000
"""What all of it may take of memory."""

PDF_SHARE = 0.04
"""A PDF is read in a process of its own, which takes a third of a second."""

PARAGRAPHS = (
    "各位代表：现在，我代表市人民政府向大会报告工作，请予审议。",
    "一、2030年工作回顾",
    "过去一年，全市新建口袋公园12个，开通夜间公交线路3条，地区生产总值增长6%左右。",
    "二、2031年主要任务",
    "（一）稳住经济。地区生产总值增长5.5%以上，城镇新增就业5万人，城镇调查失业率控制在5.5%以内。",
    "（二）改善出行。加快建设滨江隧道，完善停车收费办法，把路灯装到每一条巷子里。",
    "We will build a bridge over the river by 2031, and cut waiting times by 20 per cent.",
)
TOKENS = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80"),
    *("\u202e\u2066".encode(), "\u3000".encode() * 9, "\u200b".encode() * 9, b"\\r\\n", b"\n" * 99),
    *(b"<div>" * 300, b"<table><tr><td>", b"</p>", b"<!--", b"<![CDATA[", b"<script>", b"&#xD800;"),
    *(b"&#0;", b"&lt;", b"<!DOCTYPE d [<!ENTITY a '&a;'>]>", b"<?xml version='9'?>", b"<w:p>"),
    *(b"<w:ins>", b"<w:del>", b"<w:numId w:val='-1'/>", b"<w:ilvl w:val='99999999999'/>"),
    *(b"PK\x03\x04", b"PK\x05\x06", b"%PDF-1.7", b"endobj", b"stream", b"[0 0 0 0]", b"-1 0 R"),
    *(b"999999999999", b"1e999", b"-0", b'"', b'"' * 99, b",", b"\t" * 99, b"(" * 99, b"'" * 99),
    *("。" * 99, "一、" * 99, "（" * 99, "“" * 99, "——" * 99, "5%、" * 99, "# " * 9, "| " * 99),
)  # fmt: skip


class Seed(NamedTuple):
    """A file as it should be."""

    name: str
    content: bytes


class Outcome(NamedTuple):
    """What came of an input: a word for it, and what went wrong, if anything did."""

    word: str
    failure: str = ""


class TooSlowError(Exception):
    """An input took more than its time."""


Mutation = Callable[[bytes, random.Random], bytes]


def seeds() -> dict[str, Seed]:
    """A small file of each format, by its name."""
    text = "\n".join(PARAGRAPHS * 3)
    html = "".join(f"<p id='p{number}'>{text}</p>" for number, text in enumerate(PARAGRAPHS))
    page = f"<!DOCTYPE html><html><body><div class='main'><h1>报告</h1>{html}</div></body></html>"
    table = f'年份,正文\n2030,"{text}"\n2031,"{text}"\n'
    found = (
        Seed("a.txt", text.encode()),
        Seed("b.txt", text.encode("gb18030")),
        Seed("c.txt", text.encode("utf-16")),
        Seed("a.md", f"# 报告\n\n{text}\n\n| a | b |\n|---|---|\n".encode()),
        Seed("a.html", page.encode()),
        Seed("b.html", page.encode("gb18030")),
        Seed("a.mhtml", b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + page.encode()),
        Seed("a.csv", table.encode()),
        Seed("a.docx", _docx()),
        Seed("a.xlsx", _workbook(text)),
        Seed("a.pdf", printed(PARAGRAPHS * 3, Setting(columns=2, head="日报"))),
    )
    return {seed.name: seed for seed in found}


def _docx() -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    numbered = '<w:pPr><w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = "".join(f"<w:p>{numbered}<w:r><w:t>{text}</w:t></w:r></w:p>" for text in PARAGRAPHS)
    table = f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    change = "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r/></w:del></w:p>"
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    parts = {
        "document": f"<w:document {names}><w:body>{body}{table}{change}</w:body></w:document>",
        "styles": f'<w:styles {names}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        "</w:styles>",
        "numbering": f'<w:numbering {names}><w:abstractNum w:abstractNumId="0">{level}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    return _zipped({f"word/{name}.xml": content.encode() for name, content in parts.items()})


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _workbook(text: str) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["年份", "正文"])
        sheet.write_row(1, 0, [2030, text])
    return buffer.getvalue()


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _behead(content: bytes, chance: random.Random) -> bytes:
    return content[chance.randrange(len(content) + 1) :]


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 30)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _insert(content: bytes, chance: random.Random) -> bytes:
    token = chance.choice(TOKENS)
    piece = token if isinstance(token, bytes) else token.encode()
    at = chance.randrange(len(content) + 1)
    return content[:at] + piece * chance.choice((1, 1, 1, 50)) + content[at:]


def _double(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:end] * chance.choice((1, 2, 9)) + content[end:]


def _drop(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[end:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    first, second, third = sorted(chance.randrange(len(content) + 1) for _ in range(3))
    return content[:first] + content[second:third] + content[first:second] + content[third:]


def _inside(content: bytes, chance: random.Random) -> bytes:
    """A zip file with one of its parts changed, so that it still unpacks."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        return _flip(content, chance)
    if members:
        name = chance.choice(sorted(members))
        members[name] = chance.choice(PLAIN)(members[name], chance)
    with suppress(ValueError):
        return _zipped(members)
    return content


PLAIN: tuple[Mutation, ...] = (_cut, _behead, _flip, _insert, _double, _drop, _swap)


def inputs(count: int, seed: int, pdf_share: float = PDF_SHARE) -> Iterator[Seed]:
    """So many damaged files, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  (nothing is secret)
    known = seeds()
    others = [name for name in known if name != "a.pdf"]
    for _ in range(count):
        name = "a.pdf" if chance.random() < pdf_share else chance.choice(others)
        content = known[name].content
        for _ in range(chance.choice((1, 1, 2, 5))):
            is_zip = content.startswith(b"PK") and chance.random() < 0.8
            content = (_inside if is_zip else chance.choice(PLAIN))(content, chance)
        yield Seed(chance.choice((name, name, name, chance.choice(list(known)))), content)


def outcome(given: Seed, folder: Path) -> Outcome:
    """What comes of reading an input; an exception that users would see is a failure."""
    path = folder / given.name
    path.write_bytes(given.content)
    try:
        if path.suffix in (".csv", ".xlsx"):
            read_table(path, Columns("正文", "年份"))
        else:
            read(path)
    except SourceError as error:
        if "\n" in str(error) or len(str(error)) > 600:
            return Outcome("refused badly", f"not one sentence: {error}")
        return Outcome(f"refused: {type(error.__cause__).__name__}")
    except BaseException as error:  # noqa: BLE001  (to be told of, whatever it is)
        return Outcome("failed", "".join(traceback.format_exception(error)))
    return Outcome("read")


def main() -> int:
    """Reads so many inputs, tells what came of them, and how many failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000,) * 2)
    signal.signal(signal.SIGALRM, _too_slow)
    counts: Counter[str] = Counter()
    slowest = 0.0
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(inputs(given.inputs, given.seed)):
            before = time.monotonic()
            signal.alarm(SECONDS)
            result = outcome(one, Path(folder))
            signal.alarm(0)
            slowest = max(slowest, time.monotonic() - before)
            counts[result.word] += 1
            if result.failure:
                _keep(one, result, given.keep / f"{given.seed}-{number}")
    _tell(counts, time.monotonic() - started, slowest)
    return 1 if counts["failed"] or counts["refused badly"] else 0


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _keep(given: Seed, result: Outcome, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / given.name).write_bytes(given.content)
    (folder / "failure.txt").write_text(result.failure, "utf-8")
    print(f"{folder / given.name}\n{result.failure}", file=sys.stderr)


def _tell(counts: Counter[str], seconds: float, slowest: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for word, number in counts.most_common():
        print(f"{number:7,}  {word}")
    print(f"{counts.total():7,}  in {seconds:.0f} s, the slowest in {slowest:.1f} s, {peak:.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
