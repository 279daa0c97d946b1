"""What a party's programme in English promises without saying "we will".

Under "We will:" it lists what to do: "• Extend …", "• Scrap …". Such a sentence,
which opens with the base form of a verb, is a promise in a programme and nowhere
else: in a law or in terms it bids the reader, in a speech it asks the assembly.
"""

import re
from functools import cache

from policydiff.lexicon.cues import KindCue

OWN_PROMISES = re.compile(r"\bwe(?:\s+will|['’]ll|\s+shall)\b", re.IGNORECASE)
"""What a programme says of its writers …"""

OWN_DEEDS = re.compile(r"\bwe(?:\s+have|['’]ve)\b", re.IGNORECASE)
"""… more often than this, which a report of results says of its own."""

LEAST_PROMISES = 3
"""A text that promises less often is no programme."""

_VERBS = """
abandon abolish accelerate accept achieve adapt address adopt advocate allocate allow amend appoint apply argue assess
assist attract axe boost bring build cancel clarify co-operate collaborate combat commit consider consolidate construct
consult continue convene convert cooperate create criminalise curb decarbonise decentralise declare decriminalise defend
deliver deploy deter develop devolve digitise discourage diversify divert eliminate embed empower enable encourage
energise enforce engage enhance enshrine ensure equalise equip eradicate establish evaluate examine exempt expand
explore extend facilitate fix foster freeze generate give guarantee honour identify implement improve incentivise include
incorporate install insulate integrate intensify intervene introduce invest invite keep legalise legislate liberalise
lobby maintain make maximise minimise mobilise modernise nationalise negotiate normalise notify nurture outlaw oversee
penalise persuade prevent prioritise produce prohibit promote prosecute protect prove provide publish pursue raise
realise rebalance rebuild recognise recommend reconnect recruit redesign redirect redistribute reduce refocus refurbish
regain regulate reinforce reinstate reintroduce reinvest reject remodel remove renationalise renegotiate renew reopen
repair repeal replace require resettle resist respond restore restrict rethink retain revise revitalise revolutionise
rewrite ring-?fence safeguard scrap simplify standardise streamline strengthen strive suspend tackle teach terminate
tighten transfer transform treat undertake unify unlock update upgrade uphold uprate waive widen withdraw
"""
"""Verbs that are seldom anything else at the head of a sentence."""

_NOUNS = """
act ask audit award ban base benefit block break campaign cap challenge champion change charge clean commission
complete conduct contract control cut design direct double drive end fight finance finish focus force free fund grant
halt halve harness help hold host increase initiate issue launch lead levy license lift limit link lower mandate map
measure monitor move offer open oppose order outline overhaul pass pay permit phase pilot place plan plant power press
process progress project propose push put reform release report rescue resource respect restart return reverse review
reward save scale secure seek separate set share shift slash speed spread start stop subsidise supply support sustain
switch take target tax test toughen track train treble trial triple turn use welcome work
"""
"""Verbs that are nouns or adjectives as well, and so are none …"""

_NO_OBJECT = r"""
after alone also and are as at be been before but by can cannot could for from had has have helps in is may
means must needs? no\s+longer now of on or remains? should than that to under us was were which who will with
without would
"""
"""… before a word that opens no object, or that asks the reader, …"""

_PARTICLES = """
act to|aim to|ask for|campaign for|campaign to|campaign against|clamp down|clear the|close the|close down
close all|concentrate on|crack down|cut back|focus on|fight for|fight to|fight against|free up|help to|lead by
lead on|look at|look to|move to|move towards|move away|open up|pay for|phase in|phase out|plan for|press for
push for|reach out|roll out|roll back|root out|rule out|scale up|seek to|set up|set out|shift to|speed up
stamp out|stand up for|step up|switch to|take into|turn to|work across|work closely|work for|work through
work to|work together|work towards?|work with
"""
"""… unless it is the word by which the two are a verb."""

_BEFORE = r"\s*(?:[•·▪●*]\s*|[-–]?\s*(?=[A-Z]))(?:(?:Also|Further|\w+ly) )?(?:[Rr]e-)?"
"""What may stand before the verb; where no bullet does, the verb opens with a capital."""

_TITLE = r"\W*[A-Z][\w'’-]*(?:\s+(?:[A-Z][\w'’-]*,?|an?|and|for|from|in|of|our|that|the|to|with|you))*\s*$"
"""A heading that the outline did not tell from the text: capitals all through, no full stop."""


def _cue(reason: str, verbs: list[str], behind: str = "") -> KindCue:
    """A sentence of more than two words that opens with one of the verbs and is no question."""
    words = rf"(?i:{'|'.join(verbs)})\b{behind}(?=(?:\W+\w+){{2}})(?!.*\?$)"
    pattern = re.compile(rf"^(?!{_TITLE}){_BEFORE}{words}", re.DOTALL)
    return KindCue(reason, "commitment", pattern, frozenset({"other", "plan"}))


@cache
def programme_cues() -> tuple[KindCue, ...]:
    """What is asked before all other cues, and only of a programme; compiled for the first."""
    return (
        _cue("verb that opens", _VERBS.split()),
        _cue("verb of two words", _PARTICLES.strip().replace("\n", "|").split("|")),
        _cue(
            "noun that is a verb by its object",
            _NOUNS.split(),
            rf"(?!\s*[,.:;–-]|\s+(?:{'|'.join(_NO_OBJECT.split())})\b)",
        ),
    )
