"""Review: what the machine doubts, asked of people, and what they say of it put into effect.

Questions, answers and the session that walks them are values; a screen or a
line of prompts only shows and asks.
"""

from policydiff.review.answers import Answer, decisions_of
from policydiff.review.file import decisions_text, parse_decisions
from policydiff.review.questions import Choice, Doubt, Question, ask_of, find_questions
from policydiff.review.session import KEYS, Session
from policydiff.review.settle import settle, settle_ladders, stray_notices

__all__ = [
    "KEYS",
    "Answer",
    "Choice",
    "Doubt",
    "Question",
    "Session",
    "ask_of",
    "decisions_of",
    "decisions_text",
    "find_questions",
    "parse_decisions",
    "settle",
    "settle_ladders",
    "stray_notices",
]
