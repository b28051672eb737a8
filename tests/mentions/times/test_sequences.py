"""Times told from another time, on hand-written trees."""

from __future__ import annotations

import pytest

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Parsed
from chancery.mentions.times.find import find_times

OPENING = """\
1 The _ DET _ _ 2 det _ _
2 king _ NOUN _ _ 3 nsubj _ _
3 {verb} {lemma} VERB _ Tense=Past|VerbForm=Fin 0 root _ _
4 a _ DET _ _ 6 det _ _
5 {length} _ ADJ _ _ 6 amod _ _
6 visit visit NOUN _ _ 3 obj _ _
7 on _ ADP _ _ 8 case _ _
8 Tuesday Tuesday PROPN _ _ 3 obl _ _
9 . . PUNCT _ _ 3 punct _ _

"""


def sequel(words: str, verb: str = "began", lemma: str = "begin", length: str = "brief") -> Parsed:
    """A first sentence that tells of a visit on Tuesday, then words that all hang on a verb."""
    rows = [f"1 {words.split()[0]} _ ADP _ _ 2 dep _ _"]
    rows += [f"{n} {w} _ NOUN _ _ 1 dep _ _" for n, w in enumerate(words.split()[1:], start=2)]
    rows[0] = rows[0].replace(" 2 dep", " 0 root")
    text = OPENING.format(verb=verb, lemma=lemma, length=length) + "\n".join(rows)
    return parsed_from(text, published="2019-04-26")


def last(parsed: Parsed) -> str | None:
    times = find_times(parsed)
    return times[-1].start if len(times) > 1 else None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On the second day of the visit he toured", "2019-04-24"),
        ("On its third day he toured", "2019-04-25"),
        ("On the opening day he toured", "2019-04-23"),
        ("Then two days later he toured", "2019-04-25"),
        ("Then a day after that , he toured", "2019-04-24"),
        ("Then a day earlier he had toured", "2019-04-22"),
        ("On the same day he toured", "2019-04-23"),
        ("On the following day he toured", "2019-04-24"),
    ],
)
def test_counted_from_the_time_before(words: str, day: str) -> None:
    assert last(sequel(words)) == day


def test_the_last_day_needs_a_length() -> None:
    words = "On the last day of the visit he toured"
    assert last(sequel(words)) is None
    assert last(sequel(words, length="three-day")) == "2019-04-25"


def test_days_count_from_what_lasts() -> None:
    """Not from a day on which somebody only spoke."""
    assert last(sequel("On the second day he toured", verb="praised", lemma="praise")) is None


def test_the_twentieth_day_is_too_far() -> None:
    assert last(sequel("On the twentieth day of the visit he toured")) is None
