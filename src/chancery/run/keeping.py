"""From files into the record, and out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from chancery.observations.types import Reading
from chancery.record.store import Added, Record
from chancery.record.types import Report

BATCH = 200
"""Reports entered at once: what is entered stays, should a long run be ended."""


def add_readings(readings: Iterable[Reading], path: Path) -> Iterator[Added]:
    """Enters readings into the record file, a batch at a time, and tells of each batch what was new.

    The file is held only while a batch is written; it is made by the first batch, where it is missing.

    Raises:
        RecordError: where the file is no record, or another process holds it; before anything is read.
    """
    if path.exists():
        with Record.open(path, write=True):
            pass
    for batch in _batches(readings, BATCH):
        with Record.open(path, write=True) as record:
            yield record.add(batch)


def remove_report(name: str, path: Path) -> Report:
    """Takes out a report (by id, beginning of an id, or source) with all that rests on it alone.

    Raises:
        RecordError: where the record has no such report, or several.
    """
    Record.open(path).close()  # opening for writing would make a file that is missing
    with Record.open(path, write=True, make=False) as record:
        return record.remove(name)


def _batches(readings: Iterable[Reading], size: int) -> Iterator[list[Reading]]:
    rest = iter(readings)
    while batch := list(islice(rest, size)):
        yield batch
