"""Who speaks in turn in a transcript has met."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chancery.articles.types import Article
from chancery.grammar.reader import load_reader
from chancery.lexicon.load import load_lexicon
from chancery.mentions.mark import mark
from chancery.mentions.types import Marked
from chancery.observations.meetings.transcripts import transcribed

Told = Callable[[str], Marked]
ROOM = "Kenyan President William Ruto\n\nUgandan President Yoweri Museveni\n\nNairobi\n\n"


@pytest.fixture(scope="module")
def told() -> Told:
    lexicon, reader = load_lexicon(), load_reader()

    def marked(text: str) -> Marked:
        article = Article(source="transcript", id="transcript", text=text, published="2023-05-12")
        return mark(reader.parse(article), lexicon)

    return marked


def test_two_officials_who_speak_in_turn_have_met(told: Told) -> None:
    turns = "PRESIDENT RUTO: You are welcome here.\n\nPRESIDENT MUSEVENI: Thank you for having me."
    (met,) = transcribed(told(ROOM + turns))
    assert {s.name for s in met.sides} == {"William Ruto", "Yoweri Museveni"}
    assert met.when is not None
    assert (met.when.start, met.when.basis, met.standing.status) == ("2023-05-12", "publication", "held")


def test_one_official_and_the_press_have_not_met(told: Told) -> None:
    turns = "QUESTION: When will you go?\n\nPRESIDENT RUTO: I will go in June."
    assert transcribed(told(ROOM + turns)) == []


def test_a_text_without_labels_is_no_transcript(told: Told) -> None:
    assert transcribed(told("Kenyan President William Ruto spoke. Ugandan President Yoweri Museveni spoke.")) == []
