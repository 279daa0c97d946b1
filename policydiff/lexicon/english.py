"""Figures in English texts: numbers, units, bounds, and the words of an aim."""

import re

from policydiff.model import Comparator

_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_COUNT_WORDS = "one two three four five six seven eight nine ten eleven twelve"

NUMBER_WORDS = {word: float(at) for at, word in enumerate(_COUNT_WORDS.split(), start=1)} | {
    "a": 1.0,
    "an": 1.0,
    "half a": 0.5,
    **{word: 10.0 * at for at, word in enumerate(_TENS.split(), start=1)},
}

MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

MAGNITUDE_NAMES = {
    "thousand": "thousand",
    "million": "million",
    "billion": "billion",
    "trillion": "trillion",
    "bn": "billion",
    "mn": "million",
    "m": "million",
    "k": "thousand",
}

CURRENCIES = {
    "$": "dollars",
    "US$": "dollars",
    "HK$": "Hong Kong dollars",
    "S$": "Singapore dollars",
    "£": "pounds",
    "€": "euros",
    "RMB": "yuan",
    "&POUND;": "pounds",
    "&EURO;": "euros",
}

# Money named behind the number: 450 million dollars.
MONEY = {
    "dollar": "dollars",
    "dollars": "dollars",
    "pounds": "pounds",
    "euros": "euros",
    "yuan": "yuan",
}

_MEASURES = """
square metres|square meters|square feet|square kilometres|square miles|hectares|acres|miles
kilometres|kilometers|km|metres|tonnes|tons|megawatts|gigawatts|terawatt-hours|mw|gw|twh
"""
# Times, which are aims only where something is brought to them: four weeks of leave.
TIMES = frozenset({"minutes", "hours", "days", "weeks"})
MEASURES = TIMES | frozenset(_MEASURES.strip().replace("\n", "|").split("|"))

RATIOS = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "percentage point": "percentage points",
    "percentage points": "percentage points",
    "basis point": "basis points",
    "basis points": "basis points",
}

BOUNDS = {
    "at least": Comparator.AT_LEAST,
    "more than": Comparator.AT_LEAST,
    "over": Comparator.AT_LEAST,
    "no fewer than": Comparator.AT_LEAST,
    "not less than": Comparator.AT_LEAST,
    "no less than": Comparator.AT_LEAST,
    "a minimum of": Comparator.AT_LEAST,
    "above": Comparator.AT_LEAST,
    "up to": Comparator.AT_MOST,
    "at most": Comparator.AT_MOST,
    "no more than": Comparator.AT_MOST,
    "not more than": Comparator.AT_MOST,
    "less than": Comparator.AT_MOST,
    "fewer than": Comparator.AT_MOST,
    "below": Comparator.AT_MOST,
    "a maximum of": Comparator.AT_MOST,
    "about": Comparator.ABOUT,
    "around": Comparator.ABOUT,
    "approximately": Comparator.ABOUT,
    "nearly": Comparator.ABOUT,
    "almost": Comparator.ABOUT,
    "some": Comparator.ABOUT,
    "an additional": Comparator.INCREASE,
    "an extra": Comparator.INCREASE,
    "a further": Comparator.INCREASE,
    "another": Comparator.INCREASE,
    "additional": Comparator.INCREASE,
    "by": Comparator.INCREASE,
}

# Behind the number, the words that make it an increase.
MORE = re.compile("(?:more|extra|additional|new|increases?|rises?)\\b", re.IGNORECASE)

# Verbs under which "by 5%" is a rise of a level; "cut by 5%" is a fall, told by its name.
RISE = re.compile(
    r"\b(?:rais|increas|expand|extend|lift|boost|grow|add|doubl)\w*\b|\btop(?:ping)? up\b",
    re.IGNORECASE,
)
FALL = re.compile(r"\b(?:cut|reduc|lower|decreas|shrink|halv|slash)\w*\b", re.IGNORECASE)

STRENGTHS = {"aim to": -1, "seek to": -1, "hope to": -1, "try to": -1, "ensure": 1, "guarantee": 1}
STRENGTH = re.compile(rf"\b(?:{'|'.join(STRENGTHS)})\b", re.IGNORECASE)

DEADLINE = re.compile(
    r"\bby (?:the end of |end-)?20\d\d\b|\bwithin (?:a|one|two|three|four|five|ten|\d+) "
    r"(?:years?|decades?)\b|\bover the next (?:\w+ )?(?:years?|decade)\b|\bwithin a decade\b",
    re.IGNORECASE,
)

# What makes a sentence an aim, and what before a figure makes it a fact or a forecast.
AIM = re.compile(
    r"\b(?:will|shall|propose|pledge|commit|target|objective|goal|aim|seek|intend|plan to|is to|"
    r"are to|must|approved an?|invest|create|build|deliver|allocate|recruit|establish|decided to|set aside|earmarked|"
    r"provide|offer|raise|increase|cut|reduce|double|halve|train|open|plant|fund|extend|expand|"
    r"ask|receive|can expect)s?\b"
    r"|\b(?:provid|rais|increas|reduc|doubl|halv|creat|invest|build|fund|expand|extend|recruit|"
    r"upgrad|train|open|plant|cutt|waiv|grant|inject|allocat|launch|introduc|issu|giv|mak)ing\b",
    re.IGNORECASE,
)
FACT = re.compile(
    r"\b(?:was|were|(?:has|have)(?! been (?:earmarked|reserved|set aside))|had|estimate[sd]?|"
    r"(?<!can )expect(?:s|ed)?|forecasts?|projections?|last year|"
    r"since|representing|increase of|will exceed|current tax|"
    r"currently|at present|recorded|exceeded|accounts? for|accounting for|ago|cost(?:s|ing)?|existing|"
    r"benefit(?:s|ing)?|expenditure of|would|(?:effect|impact) on|will (?:also )?involve|"
    r"there are|employs?|lost|rose|fell|(?<!be )increased|saw|over half|already|warns?|peak of|"
    r"(?:I|we) \w+(?<!e)ed|stands? at|takes? up|as high as|as low as|market of|population of|workforce of|come in at)\b",
    re.IGNORECASE,
)

FORECAST = re.compile(
    r"\b(?:will|shall|would|could|may|might|expect\w*|forecast\w*|project(?:ed|s|ion\w*)|estimate\w*"
    r"|anticipat\w*|likely|if)\b",
    re.IGNORECASE,
)

# Right before a figure, the present tense states what is; an objective is so stated as well.
STATE = re.compile(
    r"\b(?:is|are)(?: (?:now|currently|only|just|still|at|over|about|around|nearly|some|more than))* $"
    r"|^\s*with (?:a |an )?(?:(?:over|about|around|nearly|some|more than) )?$",
    re.IGNORECASE,
)
AIMED_AT = re.compile(
    r"\b(?:target|objective|goal|aim|ambition|ceiling|cap|limit)\b", re.IGNORECASE
)

# Behind what is counted, words that say that it is so already, or only set beside something.
SO_ALREADY = re.compile(
    r"(?: (?!and |but |which )[\w'’%-]+){0,6} (?:today|currently|at present|"
    r"(?:are|is|have|has) (?:now|already)|so far)\b"
    r"|(?: \w+){1,3} (?:were|had)\b|(?: [\w’'-]+){1,5} (?:have|has) been (?!earmarked|reserved|set)"
    r"|(?: [\w’'-]+){1,5} (?:are|is) (?:estimated|expected|projected|forecast)\b"
    r"| (?:more|less|fewer|higher|lower|faster|slower)(?: \w+)? (?:than|when compared)\b"
    r"| (?:away|ago|earlier|later|tall|deep|long|wide|old)\b",
    re.IGNORECASE,
)

# A clause that only supposes, and a sentence that only shows how something works or tells the past.
SUPPOSED = re.compile(r"^\s*(?:(?:and|but|or) )?(?:if|when|where|unless|suppose)\b", re.IGNORECASE)
SHOWN = re.compile(
    r"\b(?:to illustrate|as an example|as an illustration|imagine|suppose)\b|^\s*take (?:a|an)\b"
    r"|\bfor (?:example|instance)\b(?!.*\b(?:will|shall)\b)",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:in|since) (?:(?:19|20)\d\d|my (?:last|first|previous) \w+),? (?:I|we|the government) "
    r"(?!will|shall|propose|plan|intend|aim)\w+|^\W*(?:I|we) \w+(?<!e)ed\b(?!.*\b(?:will|shall)\b)"
    r"|\bif (?:action|nothing|no \w+) is (?:not )?\w+\b",
    re.IGNORECASE,
)

# A number right behind one of these is a name: Section 28, Levels 4-6, aged 16.
NUMBERED = re.compile(
    r"\b(?:section|article|chapter|paragraph|part|levels?|stage|clause|annex|page|title|act|aged?|"
    r"under|no\.|phase|goal|terminal|table|figure|note|category|class|type|channel|route|line|"
    r"version|ftse|pillar|schedule|tier|zone|band|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|in|(?<!total )of|from|since|until|\d and) $",
    re.IGNORECASE,
)

# What a rise starts from, and nouns whose number is a time or a measure of nature.
START = re.compile(
    r"\bfrom (?:the |an? |just |only |about |around |nearly |over |less than |more than |current |present |today[’']s "
    r"|existing |average of |level of )*$",
    re.IGNORECASE,
)
ONWARDS = re.compile(r"(?: in (?:FY)?\d{4})?,? to | today\b", re.IGNORECASE)
STEP = re.compile(
    r"[ -](?:reduction|increase|decrease|rise|cut) in [^,.;]{1,40} to \d", re.IGNORECASE
)
# Of a rise told already, the words for where it starts: to 80%, from the current 50% to 70%.
STARTED = re.compile(
    r"\bto [^.;]{1,40}[,.] (?:up |down )?from the (?:current |present )$", re.IGNORECASE
)
UNPLANNED = re.compile(
    r"(?:(?:more|extra|additional|further) )?(?:years?|degrees?|times|months?|onwards)\b"
    r"|(?:minute|hour|day|week|mile|acre)\b|(?:to[ -]?)?\d*[ -]?years?[ -]olds?\b",
    re.IGNORECASE,
)

# Right before a figure, words that set it beside the one meant, or rank those it is a share of.
BESIDE = re.compile(
    r"\b(?:instead of|(?:rather|higher|lower|fewer|faster|slower) than(?: the)?|in place of|"
    r"compared (?:with|to)|(?:up|down) from|"
    r"highest|lowest|top|bottom|richest|wealthiest|poorest|earlier|previous|former|original) (?:the )?$"
    r"|, or (?:about |nearly )?(?:a total of )?$|\bone in \w+ or $"
    r"|\b(?:for|of) (?:each|every) $",
    re.IGNORECASE,
)

# Before a bound, words that tell by the figure who or what is meant: homes worth over $2 million.
THRESHOLD = re.compile(
    r"\b(?:incomes?|salar(?:y|ies)|purchases|earnings?|earning|savings|worth|valued at|turnovers?|aged|paying)(?: of)? $"
    r"|\b(?:companies|businesses|firms|employers|contractors|organisations) with $",
    re.IGNORECASE,
)
THRESHOLD_BOUNDS = frozenset({"over", "above", "more than", "below", "less than"})
EARNING = re.compile(
    r"\b(?:earning(?: under| over)?|in excess of|(?<!minimum )(?<!guaranteed )(?:incomes?|turnovers?|revenues?) of|aged|living on) $"
    r"|\b(?:annual|property|rateable|market) values? of (?:(?:above|over) \S+ and )?$",
    re.IGNORECASE,
)

# Whom something is for, counted roughly: so many there are.
BENEFICIARIES = re.compile(r"\b(?:for|in|among|go(?:es)? to|help(?:s|ing)?) $", re.IGNORECASE)
BENEFITED = re.compile(
    r"(?: [\w-]+){0,4} (?:people|businesses|firms|companies|enterprises|families|households|workers|"
    r"employees|employers|americans|singaporeans|residents|patients|pensioners|seniors|students|"
    r"taxpayers|properties|users|customers|children|members|counties|countries|cities|towns|states|"
    r"communities|places|sectors|industries)\b",
    re.IGNORECASE,
)
ROUGH_BOUNDS = THRESHOLD_BOUNDS | {"about", "around", "nearly", "almost", "some", "approximately"}

# Nouns of which a count says how many there are, not how many there shall be.
LABELLED = re.compile(
    r"(?:(?:new|more|additional|further|key|major|main|broad|special|targeted|separate) )*"
    r"(?:measures|initiatives|steps|proposals|principles|priorities|areas|pillars|themes|goals|packages"
    r"|points|reasons|ways|things|objectives|challenges|aspects|strategies|thrusts|phases)\b",
    re.IGNORECASE,
)

# Words before a figure that make it the most or the least there may be.
CAP = re.compile(r"\b(?:cap(?:ped)?|ceiling|limit(?:ed)?|maximum) (?:of|at|to) $", re.IGNORECASE)
FLOOR = re.compile(r"\b(?:floor|minimum) (?:of|at) $", re.IGNORECASE)

# Nouns that can be counted, and nouns that say nothing without another.
PLURAL = re.compile(r"\w{2}s\b|\b(?:people|children|women|men|staff|police)\b", re.IGNORECASE)
VAGUE = re.compile(
    r"(?:rate|rates|average|starting|level|range|target range|target|total|return|objective)",
    re.IGNORECASE,
)

# 27 million homes of the UK's are those there are.
KNOWN_SET = re.compile(
    r"(?:\bthe|\bremaining|[’']s|\bour|\bits|\btheir|\ball|\bof which) $", re.IGNORECASE
)
KNOWN_ALREADY = re.compile(r" (?:existing|current|remaining)\b", re.IGNORECASE)
# The 50 per cent who do not go on to college are those there are.
KNOWN_SHARE = re.compile(r" of [^,.;]{1,40}\b(?:who|that)\b", re.IGNORECASE)

# Words that end a noun phrase.
_STOP = """
of in for to at by on from with and or but which that who as over under until when while
where through into per a an the is are will shall be each every this these those within
seek seeks keep bring maintain achieve raise raised reach hold lower cut increase set
increased reduced lowered doubled expanded extended reduce double expand extend be been
has have had was were
across under after before during than so not our their its his her we it they over two
including involving thereby using between instead rather respectively
aside come amounting receive receives receiving provide provides even just only also
out back less remain remains introduce injecting allocate allocating allocated earmark earmarked
spend spending totalling total currently now grew grow grows risen declined improved i you they
therefore there here
"""
STOP = frozenset(_STOP.split())
ARTICLES = frozenset({"a", "an", "the", "our", "its", "their", "his", "her", "every", "each"})

# What an indicator measures when less of it is better, and when neither way is.
LESS_IS_BETTER = re.compile(
    r"\b(?:unemployment|inflation|deficits?|debt|borrowing|emissions|deaths|mortality|poverty|crime"
    r"|waiting (?:times?|lists?)|class sizes?|energy intensity|landfill)(?: rate| level| ratio)?$",
    re.IGNORECASE,
)
NO_POLARITY = re.compile(
    r"\b(?:federal funds|discount|interest|credit|policy|tax|duty|levy|exchange) rates?\b"
    r"|\b(?:tax|duty|levy|fees?)$",
    re.IGNORECASE,
)
