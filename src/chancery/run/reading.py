"""From files to readings, one at a time; what cannot be read is told and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from chancery.observations.types import Reading
from chancery.run.article import read_parsed
from chancery.run.files import OnError, OnNote, OnStep, nothing
from chancery.run.kit import Kit
from chancery.run.parsing import parse_files


def read_files(
    paths: Iterable[str | Path],
    kit: Kit,
    *,
    published: str | None = None,
    on_error: OnError,
    on_note: OnNote = nothing,
    on_step: OnStep = nothing,
) -> Iterator[Reading]:
    """The readings of reports in files and folders; arguments as in `run.files.load_files`."""
    found = parse_files(
        map(str, paths), kit.reader, published=published, on_error=on_error, on_note=on_note, on_step=on_step
    )
    for one in found:
        reading = read_parsed(one.parsed, kit.lexicon)
        yield replace(reading, skipped=(*one.skipped, *reading.skipped))
