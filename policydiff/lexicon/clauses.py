"""Where sentences and clauses end, and which pieces cannot stand alone."""

import re

ENCLOSED = re.compile(
    r"“[^“”\n]*”|‘[^‘’\n]*’|《[^《》\n]*》|（[^（）\n]*）|\([^()\n]*\)|「[^「」\n]*」|\[[^\[\]\n]*\]"
)
"""Quoted or bracketed text, inside which nothing is cut."""

GERMAN_MONTH = (
    r"(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember)\b"
)
"""The word behind the number of a day, whose full stop ends nothing."""

SENTENCE = re.compile(
    rf"(?:&[a-z]{{2,8}};|[^。！？；!?;\n])*?(?:(?<=[A-Za-z0-9%)\]”’\"'])(?<!\bAbs)(?<!\bNr)(?<!\bArt)(?<!\bBuchst)\.(?=\s+(?!{GERMAN_MONTH})[\"“'(]?[A-Z0-9]|\s*(?:\n|$))|[。！？；!?;\n]|$)[”’」』）)\"']*"
)
"""A sentence with its end mark; Latin full stops count before white space and a capital.

Abbreviations by which German laws refer to their parts end none, nor does the semicolon
of ``&pound;``, which some files write for a character.
"""

PIECE = re.compile(r"(?:[^，,：:]|(?<=\d)[,:](?=\d))*(?:[，：,:]|$)")
"""A stretch up to a comma or colon; a comma inside a number is none."""

ENUMERATOR = re.compile(
    r"[一二三四五六七八九十]{1,2}[是要](?![一因由素])|第[一二三四五六七八九十]{1,2}[，、](?![一二三四五六七八九十])|[①-⑳]|[（(]\d{1,2}[）)]"
)
"""An ordinal at the start of a clause that numbers points; it is no part of the item."""

POINT_NUMBER = re.compile(
    r"(?<!\S)(?:(?:\d{1,2}\.|\(\d{1,2}[a-z]?\)|[a-z]\))(?=\s(?!" + GERMAN_MONTH + r")|$)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s|[一-鿿]|$))"
)
"""The number of a point of an article, at the start of its paragraph; it is no part of the item."""

TIME_ALONE = re.compile(
    r"(?:(?:过去|未来|今后|近)?[一二两三四五六七八九十几]+年(?:来|多来|间|内|里)?|今年|去年|明年|目前|当前|同时|此外|另外|现在|新的一年|一年来"
    r"|(?:到)?\d{2,4}年(?:底|末|前|底前|年底)?|(?:到)?年(?:底|内|中|末)|(?:本)?世纪\w{0,4}|[^，。]{0,16}(?:以来|之际|期间|的同时|过程中|方面|之后|之前))"
)
"""A piece that says no more than when, or in which respect."""

LEAD_IN = re.compile(r"[：:]$")
"""A piece that leads to what follows."""

ANNOUNCEMENT = re.compile(
    r"(?:以下|下列|下面|如下)[^，：:]{0,12}[：:]$|(?:是|为|有|方面|\b(?i:will|are|to))[：:]$"
)
"""A clause that says no more than that something follows."""

SHORTEST_CLAUSE = 4
"""A piece with fewer characters never stands alone."""

LONGEST_CLAUSE = 60
"""A clause is not grown beyond this many characters by taking in pieces without an action."""

LATIN_SENTENCE = re.compile(r"[^一-鿿]*(?:[一-鿿]{1,4}[^一-鿿]{20,})*")
"""A sentence in Latin script, but for a few words; its commas do not end clauses."""

TRIM = "，,。！？；：:;!? \u3000—-·•*“"
"""Characters that no item starts or ends with."""

PUNCTUATION = re.compile(r"(?:[^\w%‰+-]|_)+")
"""What two wordings may differ in and still be the same."""
