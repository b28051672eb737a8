"""One text read with every step told: what `chancery why SENTENCE` shows."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.articles.finish import article_id
from chancery.articles.types import Article
from chancery.grammar.capitals import in_ordinary_type
from chancery.grammar.types import Parsed
from chancery.mentions.mark import mark
from chancery.observations.events.explain import Explanation, explain
from chancery.observations.types import Reading
from chancery.run.article import read_parsed
from chancery.run.kit import Kit

SOURCE = "sentence"
"""What the report is called that a text given by itself makes."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A text's trees, all that it tells, and why its events are coded as they are."""

    parsed: Parsed
    reading: Reading
    events: Explanation


def explained(text: str, kit: Kit, published: str | None = None) -> Explained:
    """Reads a text as a report of its own.

    Args:
        text: a sentence, or a few; line breaks count as spaces.
        published: ISO date, whole or cut, that "on Thursday" is counted from, or None.
    """
    text = " ".join(text.split())
    article = Article(SOURCE, article_id(text, published), text, published=published)
    parsed = in_ordinary_type(kit.reader.parse(article))
    reading = read_parsed(parsed, kit.lexicon)
    marked = mark(parsed, kit.lexicon)
    return Explained(parsed, reading, explain(marked, kit.lexicon, reading.meetings, reading.statements))
