"""What a notice about reading or cleaning says, by its code."""

from typing import NamedTuple


class Wording(NamedTuple):
    """A notice's sentence for one occurrence and for ``{count}`` of them, on ``{pages}``."""

    one: str
    many: str

    def sentence(self, count: int, pages: str = "") -> str:
        """The sentence for so many occurrences."""
        return (self.one if count == 1 else self.many).format(count=count, pages=pages)


CLEANING = {
    "widths_folded": Wording(
        "One full-width letter, digit or sign is read as half-width.",
        "{count} full-width letters, digits or signs are read as half-width.",
    ),
    "spaces_dropped": Wording(
        "One stray space is left out.",
        "{count} stray spaces are left out.",
    ),
    "marks_folded": Wording(
        "One ASCII punctuation mark is read as the Chinese one.",
        "{count} ASCII punctuation marks are read as Chinese ones.",
    ),
    "quotes_folded": Wording(
        "One quotation mark is read as a curly one.",
        "{count} quotation marks are read as curly ones.",
    ),
    "lines_joined": Wording(
        "One line end inside a paragraph is joined.",
        "{count} line ends inside paragraphs are joined.",
    ),
    "literal_line_ends_removed": Wording(
        r"One line end written out as \r\n is read as a line end.",
        r"{count} line ends written out as \r\n are read as line ends.",
    ),
    "page_furniture_removed": Wording(
        "One page number or running head is left out.",
        "{count} page numbers or running heads are left out.",
    ),
    "web_furniture_removed": Wording(
        "One line of the web page around the text is left out.",
        "{count} lines of the web page around the text are left out.",
    ),
    "licence_footer_removed": Wording(
        "One line of an archive's licence footer is left out.",
        "{count} lines of an archive's licence footer are left out.",
    ),
    "front_matter_removed": Wording(
        "The block of file metadata at the start is left out.",
        "{count} blocks of file metadata are left out.",
    ),
    "markup_removed": Wording(
        "One bit of markup is left out.",
        "{count} bits of markup are left out.",
    ),
    "continuation_mark_removed": Wording(
        "One mark that the text goes on elsewhere is left out.",
        "{count} marks that the text goes on elsewhere are left out.",
    ),
    "stage_direction_removed": Wording(
        "One note of how the audience answered is left out.",
        "{count} notes of how the audience answered are left out.",
    ),
    "lost_characters_removed": Wording(
        "One run of question marks stands for lost characters and is left out.",
        "{count} runs of question marks stand for lost characters and are left out.",
    ),
    "duplicate_body_removed": Wording(
        "The file holds the text twice; one line of the less full copy is left out.",
        "The file holds the text twice; {count} lines of the less full copy are left out.",
    ),
    "paragraphs_split": Wording(
        "One wide gap is read as the end of a paragraph.",
        "{count} wide gaps are read as ends of paragraphs.",
    ),
    "sentences_by_line": Wording(
        "One line without a full stop is read as a sentence, for the text has no full stops.",
        "{count} lines without a full stop are read as sentences, for the text has no full stops.",
    ),
    "note_marks_removed": Wording(
        "One number that refers to a note is left out.",
        "{count} numbers that refer to notes are left out.",
    ),
    "glossary_found": Wording(
        "From here on the text explains terms; that is read as context.",
        "From {count} places on the text explains terms; that is read as context.",
    ),
    "contents_removed": Wording(
        "One line of a table of contents is left out.",
        "{count} lines of a table of contents are left out.",
    ),
    "footnotes_set_apart": Wording(
        "One footnote is set apart and not read as text.",
        "{count} footnotes are set apart and not read as text.",
    ),
    "title_lines_set_apart": Wording(
        "One line before the greeting says what the report is and is not read as its text.",
        "{count} lines before the greeting say what the report is and are not read as its text.",
    ),
    "outside_body_removed": Wording(
        "What stands before the given start or behind the given end is left out.",
        "What stands before the given start and behind the given end is left out.",
    ),
    "repeated_fragment_removed": Wording(
        "One fragment that a page break printed twice is left out.",
        "{count} fragments that page breaks printed twice are left out.",
    ),
}

READING = {
    "tracked_changes_accepted": Wording(
        "One tracked change is read as if it were accepted.",
        "{count} tracked changes are read as if they were accepted.",
    ),
    "web_chrome_left_out": Wording(
        "One line of the web page around the text is not read.",
        "{count} lines of the web page around the text are not read.",
    ),
    "entities_read": Wording(
        "One character that HTML writes as a name is read as itself.",
        "{count} characters that HTML writes as names are read as themselves.",
    ),
    "text_recognised": Wording(
        "The text of page {pages} is recognised from its picture, not without errors; check its figures against the page.",
        "The text of pages {pages} is recognised from their pictures, not without errors; check its figures against the pages.",
    ),
    "pages_not_read": Wording(
        "Page {pages} shows something but holds no readable text and is not read; the extra policydiff[ocr] recognises text.",
        "Pages {pages} show something but hold no readable text and are not read; the extra policydiff[ocr] recognises text.",
    ),
}
