"""Which format a file is in: told by its content, and by its name where that says too little."""

import codecs
import io
import re
from typing import NamedTuple

from policydiff.errors import SourceError

HEAD_BYTES = 4096
"""How much of a file's start may tell its format."""


class Format(NamedTuple):
    """A format by the name a refusal gives it; one that is not read has a remedy."""

    name: str
    suffixes: frozenset[str]
    remedy: str = ""
    is_binary: bool = True


def _format(name: str, suffixes: str, remedy: str = "", *, is_binary: bool = True) -> Format:
    return Format(name, frozenset(f".{end}" for end in suffixes.split()), remedy, is_binary)


RECOGNITION = 'pip install "policydiff[ocr]"'
"""The command that installs what recognises the text of scanned pages."""

_CONVERT = 'convert it first, for example with: soffice --headless --convert-to {} "{{name}}"'

TEXT = _format("plain text", "txt text", is_binary=False)
MARKDOWN = _format("Markdown", "md markdown", is_binary=False)
HTML = _format("a web page", "html htm xhtml shtml", is_binary=False)
MHTML = _format("a saved web page", "mhtml mht", is_binary=False)
CSV = _format("a table", "csv tsv", is_binary=False)
XLSX = _format("a spreadsheet", "xlsx xlsm")
DOCX = _format("a Word document", "docx docm dotx")
PDF = _format("a PDF", "pdf")

_DOC = _format("an old Word or WPS document", "doc dot wps wpt", _CONVERT.format("docx"))
_XLS = _format("an old spreadsheet", "xls et ods xlsb", _CONVERT.format("xlsx"))
_ODT = _format("an OpenDocument text", "odt ott", _CONVERT.format("docx"))
_RTF = _format("an RTF document", "rtf", _CONVERT.format("docx"))
_SLIDES = _format(
    "a presentation", "ppt pptx odp dps", "save its text as plain text (.txt) and give that"
)
_OFD = _format(
    "an OFD document", "ofd", "export it as PDF or as text from the program that shows it"
)
_EPUB = _format("an e-book", "epub", "unpack it and give the web pages inside")
_IMAGE = _format(
    "an image",
    "png jpg jpeg gif tif tiff bmp webp heic",
    "save it as a PDF, with all pages of the document, and install text recognition: "
    + RECOGNITION,
)
_ARCHIVE = _format("an archive", "zip gz bz2 xz 7z rar tar", "unpack it and give the files inside")
_DATABASE = _format("a database", "db sqlite sqlite3", "name it with --db instead")
_LOCKED = _format("locked with a password", "", "save it without the password and give that")
_WORD_XML = _format("a Word document saved as XML", "", "save it as .docx and give that")

_READ = (TEXT, MARKDOWN, HTML, MHTML, CSV, XLSX, DOCX, PDF)
_REFUSED = (_DOC, _XLS, _ODT, _RTF, _SLIDES, _OFD, _EPUB, _IMAGE, _ARCHIVE, _DATABASE)

FILE_SUFFIXES = frozenset().union(*(kind.suffixes for kind in _READ))
"""The endings of the files that are read."""

_MAGIC = (
    (re.compile(rb"\{\\rtf"), _RTF),
    (re.compile(rb"\x89png|\xff\xd8\xff|gif8|ii\*\x00|mm\x00\*|bm.{4}\x00\x00\x00\x00"), _IMAGE),
    (re.compile(rb"riff.{4}webp|.{4}ftyp(?:heic|mif1|avif)", re.DOTALL), _IMAGE),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf|rar!|bzh|\xfd7zxz"), _ARCHIVE),
    (re.compile(rb"sqlite format 3"), _DATABASE),
    (
        re.compile(rb"(?=.{0,1000}<\?mso-application|.{0,1000}<w:worddocument)<\?xml", re.DOTALL),
        _WORD_XML,
    ),
    (
        re.compile(
            rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
            rb"<(?:!doctype html|html|head|meta|body|div|article)\b",
            re.DOTALL,
        ),
        HTML,
    ),
    (re.compile(rb"(?:from: <saved by|mime-version: ?1|date: [^\n]+\nmime-version)"), MHTML),
)
"""How the lowercased start of a file looks, white space and marks of UTF-8 apart."""

_MEMBERS = (
    (re.compile(r"word/document\d*\.xml"), DOCX),
    (re.compile(r"xl/workbook\.xml"), XLSX),
    (re.compile(r"xl/workbook\.bin"), _XLS),
    (re.compile(r"ppt/presentation\.xml"), _SLIDES),
    (re.compile(r"OFD\.xml"), _OFD),
)
"""What a zip file that is a document holds."""

_MIME_TYPES = (
    (b"opendocument.text", _ODT),
    (b"opendocument.spreadsheet", _XLS),
    (b"opendocument.presentation", _SLIDES),
    (b"epub+zip", _EPUB),
)

_STREAMS = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _DOC),
    ("PowerPoint Document", _SLIDES),
    ("Workbook", _XLS),
)
"""What an old Office file names inside itself."""


def recognise(name: str, content: bytes) -> Format:
    """The format of a file; a SourceError names one that is not read and the way out."""
    ending = _SUFFIX.search(name)
    suffix = ending[1].lower() if ending else ""
    named = next((kind for kind in (*_READ, *_REFUSED) if suffix in kind.suffixes), None)
    found = _by_content(content) or named or TEXT
    if found.remedy:
        raise SourceError(f'"{name}" is {found.name}; {found.remedy.format(name=name)}')
    if named is found and found.is_binary and _by_content(content) is None:
        raise SourceError(
            f'"{name}" is named as {found.name} but holds none; check that it was saved whole'
        )
    return found


def _by_content(content: bytes) -> Format | None:
    head = content[:HEAD_BYTES].lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    if b"%PDF-" in content[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _by_members(content)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        names = ((name.encode("utf-16-le"), kind) for name, kind in _STREAMS)
        return next((kind for name, kind in names if name in content), _DOC)
    lowered = head.lower()
    return next((kind for pattern, kind in _MAGIC if pattern.match(lowered)), None)


def _by_members(content: bytes) -> Format:
    import zipfile  # noqa: PLC0415  (5 ms that text need not pay)

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        names = [match[0].decode("ascii") for match in _MEMBER_NAME.finditer(content)]
    for pattern, kind in _MEMBERS:
        if any(pattern.fullmatch(name) for name in names):
            return kind
    head = content[:200]
    return next((kind for mark, kind in _MIME_TYPES if mark in head), _ARCHIVE)


_SUFFIX = re.compile(r"(\.[A-Za-z0-9]{1,8})(?:[?#].*)?$")
_MEMBER_NAME = re.compile(rb"[A-Za-z]+/[a-z]+\.xml|OFD\.xml")
