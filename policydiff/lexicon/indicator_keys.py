"""Keys: what the names of one indicator share, whatever the wording."""

import re

from policydiff.lexicon.actions import VERB_CLASS
from policydiff.lexicon.english_indicators import ENGLISH_NAMES
from policydiff.lexicon.indicators import OFFICIAL_NAMES
from policydiff.lexicon.phrases import VERB

VAGUE = re.compile(
    "(?:年度)?(?:计划)?(?:总|完成)?投资|规模|总量|总额|其中|产值|营业收入|占|面积|资金"
)
"""Names that fit many things, so that only their place says which."""

_SHORTEST_KEY = 3
_ACTION = re.compile(VERB)
_ACTIONS = re.compile(f"^(?:{VERB})+")
_FILLING = re.compile('[的、和“”"]|年度计划(?=投资)')
_VAGUE_ACTIONS = frozenset({"advance", "manage", "secure", "support", "explore"})


def is_generic(indicator: str) -> bool:
    """Whether a name fits many things, so that only its place says which: 投资, 企业, jobs."""
    if indicator.isascii() and indicator not in ENGLISH_NAMES:
        return " " not in indicator.strip()
    return len(_key_words(indicator)) < _SHORTEST_KEY or bool(VAGUE.fullmatch(indicator))


def indicator_key(indicator: str) -> tuple[str, str]:
    """What names of one indicator share: the class of the action, and the rest of the words.

    新建农村公路 and 建设农村公路 have one key, 改造农村公路 another.
    """
    indicator = indicator.replace("国内生产总值", "地区生产总值")
    if indicator in OFFICIAL_NAMES:
        return "", indicator
    verb = _ACTION.match(indicator)
    action = VERB_CLASS.get(verb.group(), "") if verb else ""
    return "" if action in _VAGUE_ACTIONS else action, _key_words(indicator)


def _key_words(indicator: str) -> str:
    return _FILLING.sub("", _ACTIONS.sub("", indicator))
