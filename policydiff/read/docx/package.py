"""The parts of a DOCX file that its text needs, parsed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from policydiff.errors import SourceError
from policydiff.read.limits import MAX_MEMBERS, MAX_XML_MEGABYTES

DOCTYPE_BYTES = 4096
"""Where a part would declare entities, if it did."""

_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})


@dataclass(frozen=True, slots=True)
class Package:
    """The document's main part, and its styles, numbering and notes where it has them."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None

    def tracked_changes(self) -> Iterator[etree._Element]:
        """The insertions, deletions and moves that somebody proposed."""
        return (element for element in self.document.iter("{*}*") if local(element) in _TRACKED)


def local(element: etree._Element) -> str:
    """An element's name without its namespace, of which Word knows two."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute, whatever its namespace; an empty text where there is none."""
    if element is None:
        return ""
    found = (value for key, value in element.items() if str(key).rpartition("}")[2] == name)
    return str(next(found, ""))


def open_package(content: bytes, name: str) -> Package:
    """The parsed parts; SourceError where the file is damaged or swells beyond measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {info.filename: info for info in archive.infolist()}
            _require_modest(members, name)
            main = min(filter(_is_main, members), default="word/document.xml")
            folder = main.rpartition("/")[0]
            side = (f"{folder}/{part}.xml" for part in _SIDE_PARTS)
            return Package(
                _parse(archive.read(main), name),
                *(_parse(archive.read(part), name) if part in members else None for part in side),
            )
    except _DAMAGE as error:
        raise SourceError(
            f'"{name}" is a damaged Word document ({_reason(error)}); '
            "open it in a word processor, save it anew, and give that"
        ) from error


_DAMAGE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, OSError, KeyError)
_SIDE_PARTS = ("styles", "numbering", "footnotes", "endnotes")


def _is_main(member: str) -> bool:
    return member.startswith("word/document") and member.endswith(".xml")


def _require_modest(members: dict[str, zipfile.ZipInfo], name: str) -> None:
    sizes = [info.file_size for part, info in members.items() if part.endswith(".xml")]
    if sum(sizes) > MAX_XML_MEGABYTES * 1_000_000 or len(members) > MAX_MEMBERS:
        raise SourceError(
            f'"{name}" unpacks to more than {MAX_XML_MEGABYTES} MB of text, which no document '
            "needs; save its text as plain text (.txt) and give that"
        )


def _parse(part: bytes, name: str) -> etree._Element:
    if b"<!DOCTYPE" in part[:DOCTYPE_BYTES]:
        raise SourceError(
            f'"{name}" declares entities of its own, which no Word document does; '
            "save its text as plain text (.txt) and give that"
        )
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _reason(error: Exception) -> str:
    said = " ".join(str(error).split(" (<string>")[0].split())
    return said[:80] or type(error).__name__
