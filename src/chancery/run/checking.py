"""From files to verdicts on the counts that they claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from chancery.articles.types import Article
from chancery.observations.types import Reading
from chancery.record.claims import check
from chancery.record.store import Record
from chancery.record.types import Checked


def check_readings(readings: Iterable[Reading], path: Path) -> Iterator[tuple[Article, Sequence[Checked]]]:
    """The verdicts of the record on each reading's tallies.

    Raises:
        RecordError: where there is no such record, or it cannot be opened; before anything is read.
    """
    with Record.open(path) as record:
        for reading in readings:
            yield reading.article, check(record, reading)
