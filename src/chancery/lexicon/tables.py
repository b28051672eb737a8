"""Reading the tables in `lexicon/data`: tab-separated, one header line, "#" for comments, "|" between forms."""

from __future__ import annotations

from pathlib import Path

from chancery.errors import DataError


def read_rows(path: Path, header: str) -> list[list[str]]:
    """The rows of a table, each with as many cells as its header names.

    Args:
        path: the table. header: the names of its columns, apart by spaces, as they must stand in the file.

    Raises:
        DataError: where the header is another or a row has more or fewer cells; it names file and line.
    """
    names = header.split()
    rows: list[list[str]] = []
    seen_header = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not seen_header:
            if cells != names:
                raise DataError(f"{path.name}:{number}: the columns should be {header}")
            seen_header = True
        elif len(cells) != len(names):
            raise DataError(f"{path.name}:{number}: {len(cells)} cells where the header has {len(names)}")
        else:
            rows.append(cells)
    return rows


def forms(cell: str) -> list[str]:
    """The forms in a cell: "Kyiv|Kiev" gives both, an empty cell none."""
    return cell.split("|") if cell else []
