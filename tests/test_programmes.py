"""What a party's programme in English promises by imperatives, which promise nothing elsewhere."""

import pytest

from policydiff.items import split_items
from policydiff.items.kinds import is_programme
from policydiff.lexicon.programmes import programme_cues
from policydiff.model import CleanText, Genre, Item, Kind, Role, Section, Span

PROMISED = "We will mend the bridge.\nWe'll light the path.\nWe shall plant trees.\n"
"""What makes a programme of the text before it."""


def items_of(text: str, *, role: Role = Role.OTHER) -> tuple[Item, ...]:
    section = Section(None, 1, "", "", Span(0, len(text)), Span(0, 0), role)
    return split_items(CleanText(text, tuple(range(len(text))), text), (section,))


def first_kind(sentence: str, *, after: str = PROMISED) -> Kind:
    return items_of(f"{sentence}\n{after}")[0].kind


EXAMPLES = {
    "verb that opens": [
        "• Extend the ferry to the north shore.",
        "• scrap the toll on the bridge.",
        "- Introduce a pass for ferry hands.",
        "-Abolish the toll at night.",
        "Also ensure that the ferry runs at night.",
        "Significantly expand the market hall.",
        "Re-establish the night ferry.",
        "Repeal the Ferry Toll Act.",
    ],
    "verb of two words": [
        "• Work with ferry hands on new timetables.",
        "• Set up a fund for old bridges.",
        "Roll out ferry passes.",
    ],
    "noun that is a verb by its object": [
        "• Support small boatyards.",
        "• Review the toll every year.",
        "• End fishing by night.",
    ],
}


def test_every_cue_has_an_example() -> None:
    assert set(EXAMPLES) == {cue.reason for cue in programme_cues()}


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [(reason, sentence) for reason, sentences in EXAMPLES.items() for sentence in sentences],
)
def test_imperative_promises_in_a_programme(reason: str, sentence: str) -> None:
    cue = next(cue for cue in programme_cues() if cue.pattern.search(sentence))
    assert (cue.reason, first_kind(sentence)) == (reason, Kind.COMMITMENT)


def test_imperative_that_tells_of_the_past_promises_all_the_same() -> None:
    assert first_kind("• Restore the ferry that was cut.") is Kind.COMMITMENT


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for the ferry is strong.",
        "Work is hard to find on the north shore.",
        "Work no longer pays on the north shore.",
        "Reform cannot wait for another year.",
        "End of the line for old boats.",
        "Change that lasts takes years.",
        "Support us on the north shore.",
        "Keep the old ferry for ever?",
        "Protect Our Shores and Rivers",
        "BUILD A BRIDGE FOR ALL",
        "work with boats is hard on the north shore.",
        "Ferries need a new quay.",
        "Extending the ferry to the north shore.",
    ],
)
def test_words_that_only_look_like_an_imperative_promise_nothing(sentence: str) -> None:
    assert first_kind(sentence) is Kind.CONTEXT


@pytest.mark.parametrize(
    "after",
    [
        "The ferry is old.\n",
        "We will mend the bridge.\nWe will light the path.\n",
        f"{PROMISED}We have built a quay. We've dug a canal. We have sunk a well.\n",
        f"Mr Speaker, the ferry is old.\n{PROMISED}",
    ],
    ids=["no promises", "few promises", "as many deeds", "speech"],
)
def test_imperative_promises_nothing_outside_a_programme(after: str) -> None:
    assert first_kind("• Extend the ferry to the north shore.", after=after) is Kind.CONTEXT


@pytest.mark.parametrize("genre", [Genre.LAW, Genre.TERMS])
def test_rules_are_no_programme_whatever_their_writers_promise(genre: Genre) -> None:
    assert is_programme(PROMISED, Genre.OTHER)
    assert not is_programme(PROMISED, genre)


def test_imperative_in_a_section_on_the_situation_is_no_promise() -> None:
    items = items_of(f"Extend the ferry to the shore.\n{PROMISED}", role=Role.SITUATION)
    assert items[0].kind is Kind.CONTEXT
