"""Which words an entry's parties were read from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from chancery.articles.types import Article
from chancery.observations.types import Meeting, Participant, Reading
from chancery.provenance import Resolution
from chancery.record import query
from chancery.record.query import Filters
from chancery.record.reasons import reasons
from chancery.record.store import Record

TEXT = "Ana Ruiz spoke.\n\nShe met Luis Paz in Lima.\n\nHe left."
SHE = Resolution((17, 20), (("Ana Ruiz", "COL"),), "best-placed person before it", (0, 8), (("Eva Soler", "a man"),))
HE = Resolution((43, 45), (("Luis Paz", "CHL"),), "best-placed person before it", (25, 33))


def reading() -> Reading:
    span = (17, 41)
    sides = (Participant("Ana Ruiz", "COL"), Participant("Luis Paz", "CHL"))
    meeting = Meeting(sides, "held", "talks", TEXT[slice(*span)], span, "made", start="2024-05-02")
    article = Article("a.txt", "a", TEXT, published="2024-05-03")
    return Reading(article, "none", meetings=(meeting,), resolutions=(SHE, HE))


def test_words_of_the_entrys_paragraph_are_told_with_their_rule_and_runners_up(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.duckdb", write=True) as record:
        record.add([reading()])
        (row,) = query.meetings(record, Filters())
        found = reasons(record, query.show(record, row["id"]))
    assert list(found.values()) == [(("She", SHE),)]


def test_a_state_without_a_name_is_found_by_its_code(tmp_path: Path) -> None:
    made = reading()
    sides = (Participant(None, "COL"), Participant("Luis Paz", "CHL"))
    meeting = replace(made.meetings[0], participants=sides)
    with Record.open(tmp_path / "record.duckdb", write=True) as record:
        record.add([replace(made, meetings=(meeting,))])
        (row,) = query.meetings(record, Filters())
        found = reasons(record, query.show(record, row["id"]))
    assert [text for words in found.values() for text, _ in words] == ["She"]
