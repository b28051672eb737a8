"""A table of expressions in sentences: which time an act has, against which publication date and dateline."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from chancery.articles.types import Article
from chancery.mentions.mark import mark
from chancery.mentions.times.find import time_of, window_of

if TYPE_CHECKING:
    from chancery.run.kit import Kit

TABLE = Path(__file__).parent / "times.tsv"
AT_LEAST = 0.97
"""The share of rows that must come out right: trees are the shipped parser's, which errs on some."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with its asked act between asterisks, the report's dates, and the answer; "" where none."""

    sentence: str
    published: str
    dateline: str
    start: str
    end: str
    open: str
    basis: str

    @property
    def answer(self) -> tuple[str, str, str]:
        return self.start, self.end, self.basis


def rows() -> list[Row]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Row(**row) for row in csv.DictReader(lines, delimiter="\t")]


def answered(row: Row, kit: Kit) -> tuple[str, str, str]:
    """What the program says: the time of the act, or the open stretch that its count has."""
    text = row.sentence.replace("*", "")
    article = Article("table", "table", text, published=row.published or None, dateline_date=row.dateline or None)
    marked = mark(kit.reader.parse(article), kit.lexicon)
    act = marked.parsed.token_from(row.sentence.index("*"))
    assert act is not None
    if row.open:
        since, until = window_of(marked, act)
        return (
            since or "",
            until or "",
            next((w.basis for w in marked.times if (w.end or w.start) in (since, until)), ""),
        )
    when = time_of(marked, act)
    return (when.start, when.end or "", when.basis) if when else ("", "", "")


def test_the_table(kit: Kit) -> None:
    table = rows()
    wrong = [(row.sentence, row.answer, got) for row in table if (got := answered(row, kit)) != row.answer]
    assert len(table) >= 300
    assert 1 - len(wrong) / len(table) >= AT_LEAST, "\n".join(map(str, wrong))


def test_rows_are_whole() -> None:
    """Every row asks one act, once, and has a basis where it has an answer."""
    table = rows()
    assert all(row.sentence.count("*") == 2 for row in table)
    assert all(bool(row.basis) == bool(row.start or row.end) for row in table)
    asked = [replace(row, start="", end="", open="", basis="") for row in table]
    assert len(asked) == len(set(asked))
