"""From readings to verdicts on the counts that they claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from chancery.articles.types import Article
from chancery.lexicon.load import Lexicon
from chancery.observations.types import Reading
from chancery.record.claims import check
from chancery.record.store import Record
from chancery.record.types import Checked


def check_readings(
    readings: Iterable[Reading], path: Path, lexicon: Lexicon
) -> Iterator[tuple[Article, Sequence[Checked]]]:
    """The record's verdicts on each reading's tallies.

    Args:
        readings: what the reports tell; taken one by one.
        path: the record file.
        lexicon: knows which names are countries' ("the North"): those are counted by their codes.

    Raises:
        RecordError: where there is no such record, or it cannot be opened; before anything is read.
    """

    def country_of(name: str) -> str | None:
        known = lexicon.atlas.names(name)
        return known[0].country if len(known) == 1 and known[0].kind == "country" else None

    with Record.open(path) as record:
        for reading in readings:
            yield reading.article, check(record, reading, country_of)
