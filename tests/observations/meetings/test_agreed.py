"""An undated encounter has the day on which its two states are told to have agreed, in the report's lead."""

from __future__ import annotations

import pytest

from chancery.articles.types import Article
from chancery.grammar.reader import load_reader
from chancery.lexicon.load import load_lexicon
from chancery.mentions.mark import mark
from chancery.observations.meetings.find import find_meetings

LEAD = "{states} agreed on Thursday to keep their border open."
MET = "Peruvian Foreign Minister Ana Ruiz and her Chilean counterpart, Luis Paz, met in the town of Arica."


@pytest.mark.parametrize(
    ("states", "start"),
    [("Peru and Chile", "2023-05-11"), ("Peru and Bolivia", None), ("Peru, Bolivia and Chile", None)],
)
def test_who_agreed_have_met(states: str, start: str | None) -> None:
    lexicon = load_lexicon()
    text = f"{LEAD.format(states=states)}\n\n{MET}"
    parsed = load_reader().parse(Article(source="a", id="a", text=text, published="2023-05-12"))
    found = [m for m in find_meetings(mark(parsed, lexicon), lexicon) if m.place == "Arica"]
    assert [m.start for m in found] == [start]
