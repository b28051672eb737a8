"""From files to readings, one at a time; what cannot be read is told and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from chancery.articles.load import GOLD_SUFFIX, LINES_SUFFIXES, SUFFIXES, files_below, load
from chancery.articles.types import Loaded, PassedOver
from chancery.observations.types import Reading
from chancery.run.article import read_article
from chancery.run.kit import Kit

OnError = Callable[[Exception], None]
"""Told of each input that could not be read."""
OnNote = Callable[[str], None]
"""Told, in one line, what a user should know of an input that could be read."""


def _nothing(*_: object) -> None:
    pass


def load_files(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    on_error: OnError,
    on_note: OnNote = _nothing,
    on_step: Callable[[], None] = _nothing,
) -> Iterator[Loaded]:
    """The articles in files and folders, with what was missing in them.

    Args:
        paths: files, folders, or "-" for standard input.
        published: ISO date, whole or cut, of reports that carry none.
        on_error: called for each input that could not be read.
        on_note: called for what was missing or left out.
        on_step: called when an input is done, as often in all as `count_reports` says.
    """
    for outcome in load(paths, published=published):
        if isinstance(outcome, Loaded):
            for skipped in outcome.skipped:
                on_note(f"{outcome.article.source}: {skipped.reason} ({skipped.detail})")
            yield outcome
        elif isinstance(outcome, PassedOver):
            on_note(str(outcome))
            continue
        else:
            on_error(outcome)
        on_step()


def read_files(
    paths: Iterable[str | Path],
    kit: Kit,
    *,
    published: str | None = None,
    on_error: OnError,
    on_note: OnNote = _nothing,
    on_step: Callable[[], None] = _nothing,
) -> Iterator[Reading]:
    """The readings of reports in files and folders; arguments as in `load_files`."""
    loaded = load_files(paths, published=published, on_error=on_error, on_note=on_note, on_step=on_step)
    for one in loaded:
        reading = read_article(one.article, kit)
        yield replace(reading, skipped=(*one.skipped, *reading.skipped))


def count_reports(paths: Iterable[str | Path]) -> int:
    """How many reports the paths name, as far as can be told without reading them: lines of a .jsonl, files."""
    return sum(_count(file) for path in paths for file in _files(Path(path)))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = files_below(path)
    return [f for f in files if f.suffix.lower() in SUFFIXES and not f.name.endswith(GOLD_SUFFIX)]


def _count(file: Path) -> int:
    if file.suffix.lower() not in LINES_SUFFIXES:
        return 1
    try:
        with file.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1  # told when it is read
