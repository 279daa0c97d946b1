"""Kinship: whether an item speaks of what the wordings of a thread speak of."""

from collections.abc import Sequence

from policydiff.track.wording import Weights, Wording, are_figures_of_one

FIRM_SCORE, ENOUGH = 0.75, 1.1
"""A link below the former needs words so like the thread's that both come to the latter.

Half of the links at 0.5 are wrong, and one such step spoils a thread of many years.
"""

KIN = 0.1
"""Below this likeness an origin and a later wording no longer speak of the same …"""

ALIKE = 0.3
"""… unless it has come back to what an earlier one says, to which it is so much alike."""

HALF_HELD, HALF_ALIKE = 0.6, 0.4
"""An item that makes two promises holds so much of both, and these are less alike …"""

HALF_MASS = 0.75
"""… and neither weighs more than this share of it."""


def is_doubtful(
    weights: Weights, score: float, wordings: Sequence[Wording], wording: Wording
) -> bool:
    """Whether a link has no firm score, and its item's words are new to the thread."""
    if score >= FIRM_SCORE or any(are_figures_of_one(each, wording) for each in wordings):
        return False
    return score + max(weights.likeness(each, wording) for each in wordings) < ENOUGH


def has_left(
    weights: Weights, origins: Sequence[Wording], wordings: Sequence[Wording], wording: Wording
) -> bool:
    """Whether a wording no longer speaks of what the first one spoke of.

    The origins are the first, and those that surely say the same in other words.
    """
    if any(weights.likeness(each, wording) >= KIN for each in origins):
        return False
    return all(weights.likeness(each, wording) < ALIKE for each in wordings[1:-1])


def is_other_half(weights: Weights, wordings: Sequence[Wording], wording: Wording) -> bool:
    """Whether one of the wordings holds this one beside what the others speak of.

    A thread that came to two promises in one item with the one promise does
    not leave it with the other.
    """
    joint = [each for each in wordings if _is_held(weights, each, wording)]
    others = [each for each in wordings if each not in joint]
    if not joint or any(weights.likeness(each, wording) >= HALF_ALIKE for each in others):
        return False
    return any(_is_held(weights, each, other) for each in joint for other in others)


def _is_held(weights: Weights, joint: Wording, wording: Wording) -> bool:
    is_larger = HALF_MASS * weights.mass(joint) >= weights.mass(wording)
    return is_larger and weights.holding(joint, wording) >= HALF_HELD
