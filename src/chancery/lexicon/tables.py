"""Reading the tables in `lexicon/data`: tab-separated, one header line, "#" for comments, "|" between forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from chancery.errors import DataError


def numbered_lines(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a table, each with its place ("FILE:LINE"); comments and empty lines are passed over.

    Raises:
        DataError: where the file cannot be read; it names the file.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield f"{path}:{number}", line


def numbered_rows(path: Path, header: str) -> Iterator[tuple[str, list[str]]]:
    """The rows of a table below its header, each with its place and as many cells as the header names.

    Args:
        path: the table. header: the names of its columns, apart by spaces, as they must stand in the file.

    Raises:
        DataError: where the header is another or a row has more or fewer cells; it names file and line.
    """
    names = header.split()
    lines = numbered_lines(path)
    where, first = next(lines, (str(path), ""))
    if first.split("\t") != names:
        raise DataError(f"{where}: the columns should be {header}")
    for where, line in lines:
        cells = line.split("\t")
        if len(cells) != len(names):
            raise DataError(f"{where}: {len(cells)} cells where the header has {len(names)}")
        yield where, cells


def read_rows(path: Path, header: str) -> list[list[str]]:
    """The rows of a table as `numbered_rows` gives them, without their places."""
    return [cells for _, cells in numbered_rows(path, header)]


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The rows of a table without a header: a name, a tab, and words apart by spaces.

    Raises:
        DataError: where a row has not this form; it names file and line.
    """
    for where, line in numbered_lines(path):
        name, tab, words = line.partition("\t")
        if not tab or not words.strip():
            raise DataError(f"{where}: a name, a tab and words are needed")
        yield name.strip(), words


def forms(cell: str) -> list[str]:
    """The forms in a cell: "Kyiv|Kiev" gives both, an empty cell none."""
    return cell.split("|") if cell else []
