"""Which statement an event was told in, and one entry for one event however often it is told."""

from __future__ import annotations

import pytest

from chancery.articles.types import Article
from chancery.observations.types import Reading
from chancery.run.article import read_article
from chancery.run.kit import Kit


def read(kit: Kit, text: str, headline: str | None = None) -> Reading:
    return read_article(Article("x", "x", text, headline, published="2023-05-12"), kit)


def teller(kit: Kit, text: str, event: str) -> str | None:
    """Who told an event of a type, by the statement that it is within; None for the report's own voice."""
    reading = read(kit, text)
    found = next(e for e in reading.events if e.event == event)
    return None if found.within is None else reading.statements[found.within].speaker


@pytest.mark.parametrize(
    ("text", "event", "speaker"),
    [
        ("Kenya said that Uganda had expelled its ambassador.", "SANCTION", "Kenya"),
        ("Uganda has expelled the Kenyan ambassador, Kenya said.", "SANCTION", "Kenya"),
        ("Uganda has expelled the Kenyan ambassador, according to Kenya.", "SANCTION", "Kenya"),
        ('"Uganda has expelled our ambassador," Kenya said.', "SANCTION", "Kenya"),
        ("Kenya, which expelled the Ugandan ambassador, said talks would go on.", "SANCTION", None),
        ("Kenya expelled the Ugandan ambassador, who said he was shocked.", "SANCTION", None),
        ("Kenya accused Uganda of lying and said talks would go on.", "ACCUSE", None),
        ("After Uganda bombed Sudan, Kenya said that talks would go on.", "ASSAULT", None),
    ],
)
def test_whose_words_an_event_is_told_in(kit: Kit, text: str, event: str, speaker: str | None) -> None:
    assert teller(kit, text, event) == speaker


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya expelled two Ugandan diplomats on Tuesday. The expulsion of the two shocked Rwanda.", "SANCTION"),
        ("Kenya condemned the Ugandan raid. Nairobi condemned Uganda for the raid in a statement.", "ACCUSE"),
        ("Kenya's attack on Uganda shocked Rwanda. Kenya attacked Uganda on Monday.", "ASSAULT"),
        ("Kenya imposed sanctions on Uganda. The sanctions imposed on Uganda by Kenya took effect.", "SANCTION"),
        ("The Kenyan president visited Uganda on Monday. During the visit he praised Sudan.", "CONSULT"),
    ],
)  # fmt: skip
def test_one_event_told_twice_is_one_entry(kit: Kit, text: str, event: str) -> None:
    assert [e.event for e in read(kit, text).events].count(event) == 1


def test_acts_on_two_days_are_two_entries(kit: Kit) -> None:
    text = "Kenya attacked Uganda on 2 May 2023. Kenya attacked Uganda again on 9 May 2023."
    assert [e.date for e in read(kit, text).events if e.event == "ASSAULT"] == ["2023-05-02", "2023-05-09"]


def test_the_main_clause_comes_before_what_hangs_on_it(kit: Kit) -> None:
    text = "Kenya, which had attacked Uganda, condemned Rwanda."
    assert [e.event for e in read(kit, text).events] == ["ACCUSE", "ASSAULT"]
