"""Markdown's marks that are no words: what stands between the words or around them."""

import re
from html.entities import html5
from typing import NamedTuple

from policydiff.lexicon.headings import BARE_DATE
from policydiff.lexicon.lines import NUMERAL

_ORDINAL = rf"[{NUMERAL}]{{1,3}}、|[（(][{NUMERAL}]{{1,3}}[）)]"


class Markup(NamedTuple):
    """A mark under its notice's code; of a match with groups only the groups are marks."""

    code: str
    pattern: re.Pattern[str]
    is_chinese: bool = False


def _markup(pattern: str, code: str = "markup_removed", *, is_chinese: bool = False) -> Markup:
    return Markup(code, re.compile(pattern, re.MULTILINE), is_chinese)


MARKUP = (
    _markup(r"^\[\^[^\]\s]{1,20}\]:[^\n]*$", "footnotes_set_apart"),
    _markup(r"^ {0,3}\[[^\]\n]{1,80}\]:[ \t]+\S+[ \t]*$"),
    _markup(r"\[\^[^\]\s]{1,20}\]"),
    _markup(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)"),
    _markup(
        r"</?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|hr|i|img|p|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u)\b[^<>\n]{0,300}>"
    ),
    _markup(r"^ {0,3}(?:```|~~~)[^\n]*$"),
    _markup(r"^ {0,3}(?:> ?)+"),
    _markup(r"(?<![*\\])(\*)(?![*\s])[^*\n]{1,300}?(?<![*\s\\])(\*)(?!\*)"),
    _markup(r"(?<![\w\\])(_)(?![_\s])[^_\n]{1,300}?(?<![_\s\\])(_)(?!\w)"),
    _markup(r"(`+)[^`\n]{1,300}(`+)"),
    _markup(r"^[ \t]{0,8}[-*+][ \t]+(?=\S)", is_chinese=True),
    _markup(rf"^#{{1,6}}[ \t]+(?={_ORDINAL})"),
    _markup(rf"^#{{1,6}}[ \t]+(?=(?:{BARE_DATE.pattern})[ \t]*$)"),
)
"""In Chinese text a bullet is none of its words; in English it shows where a point begins."""

ENTITY = re.compile(r"&(?P<name>[A-Za-z][A-Za-z0-9]{1,24};)")
"""A character written as HTML names it, as texts taken from web pages keep it."""

ENTITIES = {
    name: character
    for name, character in {**html5, "bquo;": "“", "equo;": "”"}.items()
    if len(character) == 1 and character.isprintable() and character not in "<> "
}
"""What names stand for, but for those that keep a text from being read as markup or as space."""
