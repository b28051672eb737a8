"""From files to articles, one at a time; what cannot be read is told and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from chancery.articles.load import GOLD_SUFFIX, LINES_SUFFIXES, SUFFIXES, TREES_SUFFIX, files_below, load
from chancery.articles.types import Loaded, PassedOver

OnError = Callable[[Exception], None]
"""Told of each input that could not be read."""
OnNote = Callable[[str], None]
"""Told, in one line, what a user should know of an input that could be read."""
OnStep = Callable[[], None]
"""Called when an input is done, as often in all as `count_reports` says."""


def nothing(*_: object) -> None:
    """Tells nobody."""


def load_files(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    on_error: OnError,
    on_note: OnNote = nothing,
    on_step: OnStep = nothing,
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


def is_conllu(path: str | Path) -> bool:
    """Is this the name of a CoNLL-U file?"""
    return str(path).lower().endswith(TREES_SUFFIX)


def with_conllu(paths: Iterable[str]) -> Iterator[str]:
    """The paths as named, each folder followed by the CoNLL-U files in it."""
    for path in paths:
        yield path
        if Path(path).is_dir():
            yield from (str(file) for file in files_below(Path(path)) if is_conllu(file))


def count_reports(paths: Iterable[str | Path]) -> int:
    """How many reports the paths name, as far as can be told without reading them: lines of a .jsonl, files."""
    return sum(_count(file) for path in paths for file in _files(Path(path)))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = files_below(path)
    known = SUFFIXES | {TREES_SUFFIX}
    return [f for f in files if f.suffix.lower() in known and not f.name.endswith(GOLD_SUFFIX)]


def _count(file: Path) -> int:
    if file.suffix.lower() not in LINES_SUFFIXES:
        return 1
    try:
        with file.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1  # told when it is read
