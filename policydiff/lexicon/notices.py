"""What a notice about cleaning says, by its code; ``{count}`` is how often it was done."""

CLEANING = {
    "widths_folded": "{count} full-width letters, digits or signs are read as half-width ones.",
    "spaces_dropped": "{count} stray spaces are left out.",
    "marks_folded": "{count} ASCII punctuation marks are read as Chinese ones.",
    "quotes_folded": "{count} quotation marks are read as curly ones.",
    "lines_joined": "{count} line ends inside sentences are joined.",
    "literal_line_ends_removed": "{count} line ends written out as \\r\\n are read as line ends.",
    "paragraphs_split": "{count} wide gaps are read as line ends.",
    "page_furniture_removed": "{count} page numbers or running heads are left out.",
    "web_furniture_removed": "{count} lines of the web page around the text are left out.",
    "licence_footer_removed": "{count} lines of an archive's licence footer are left out.",
    "front_matter_removed": "{count} block of file metadata is left out.",
    "markup_removed": "{count} bits of markup are left out.",
    "continuation_mark_removed": "{count} marks that the text goes on elsewhere are left out.",
    "lost_characters_removed": "{count} runs of question marks stand for lost characters and are left out.",
    "duplicate_body_removed": "The file holds the text twice; {count} lines of the less full copy are left out.",
    "repeated_fragment_removed": "{count} fragments that a page break printed twice are left out.",
}
