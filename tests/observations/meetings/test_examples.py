"""Every example of the word lists makes a meeting of the right status, and no near miss does, read by our parser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chancery.articles.types import Article
from chancery.grammar.reader import load_reader
from chancery.lexicon.load import load_lexicon
from chancery.mentions.mark import mark
from chancery.observations.meetings.find import find_meetings
from chancery.observations.types import Meeting

READ = 0.95
"""The share that must come out right: a parser retrained may stumble over a sentence, the lists may not rot."""

Read = Callable[[str], list[Meeting]]


@pytest.fixture(scope="module")
def read() -> Read:
    lexicon, reader = load_lexicon(), load_reader()

    def meetings(text: str) -> list[Meeting]:
        article = Article(source="example", id="example", text=text, published="2023-05-12")
        return find_meetings(mark(reader.parse(article), lexicon), lexicon)

    return meetings


def test_examples_and_near_misses(read: Read) -> None:
    words = load_lexicon().meetings
    rows = [*words.verbs.values(), *words.nouns.values(), *words.supports.values()]
    missed = [row.example for row in rows if not read(row.example)]
    made_up = [row.near_miss for row in rows if read(row.near_miss)]
    assert len(missed) <= (1 - READ) * len(rows), missed
    assert len(made_up) <= (1 - READ) * len(rows), made_up


def test_words_of_status(read: Read) -> None:
    words = load_lexicon().meetings
    wrong: list[str] = []
    sentences = {key: text for key, text in words.outlook_examples.items() if text.endswith(".")}
    for key, text in sentences.items():
        outlook = words.outlooks[key]
        expected = [] if outlook == "refused" else [outlook]
        if [m.status for m in read(text)] != expected:
            wrong.append(text)
    assert len(wrong) <= (1 - READ) * len(sentences), wrong
