"""Rows for machines: JSON, JSON Lines, CSV that a spreadsheet may open, and Parquet."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from chancery.errors import InputError
from chancery.observations.shape import KINDS, PARTIES, one_line

Row = Mapping[str, Any]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by spreadsheets (https://owasp.org/www-community/attacks/CSV_Injection)."""

_SQL_TYPES = {
    "ordinal": "BIGINT",
    "count": "BIGINT",
    "within": "BIGINT",
    "reports": "BIGINT",
    "independent": "BIGINT",
    "value": "DOUBLE",
    "quad_class": "BIGINT",
    "goldstein": "DOUBLE",
    "official": "BOOLEAN",
    "agrees": "BOOLEAN",
    "span": "BIGINT[]",
    "context": "VARCHAR[]",
    "between": "VARCHAR[]",
    "captions": "VARCHAR[]",
}
"""Fields that are no text, by name; parties are lists of structs."""


def write_json(rows: Iterable[Row], out: TextIO) -> None:
    """A JSON array, one row a line."""
    lines = [one_line(dict(row)) for row in rows]
    out.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")


def write_jsonl(rows: Iterable[Row], out: TextIO) -> None:
    """One JSON object a line."""
    for row in rows:
        out.write(one_line(dict(row)) + "\n")


def print_json(value: Any) -> None:
    """A JSON value on standard output, laid out for a reader."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def print_jsonl(rows: Iterable[Row]) -> None:
    """One JSON object a line on standard output, each as soon as it is there."""
    for row in rows:
        print(one_line(dict(row)), flush=True)


def write_csv(fields: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """CSV (RFC 4180) with a heading line; lists of parties become one column for each field of a party.

    Several values in a cell are parted by "; ". A text cell that a spreadsheet would run as a formula gets an
    apostrophe before it.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([name for field in fields for name, _ in _cells(field, {})])
    for row in rows:
        writer.writerow([_guarded(value) for field in fields for _, value in _cells(field, row)])


def write_parquet(fields: Sequence[str], rows: Iterable[Row], path: Path) -> None:
    """A Parquet file whose columns keep their types even where every value is null. Whole or not at all.

    Raises:
        InputError: where the file cannot be written.
    """
    import duckdb  # to convert in memory; no record file is opened here

    columns = {field: _sql_type(field) for field in fields}
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".chancery-") as folder:
            lines, made = Path(folder, "rows.jsonl"), Path(folder, "rows.parquet")
            with lines.open("w", encoding="utf-8") as out:
                write_jsonl(({field: row.get(field) for field in fields} for row in rows), out)
            with duckdb.connect() as connection:
                connection.read_json(
                    str(lines), columns=columns, format="newline_delimited", maximum_object_size=1 << 28
                ).write_parquet(str(made))
            made.replace(path)
    except OSError as error:
        raise InputError(str(path), f"cannot be written ({error.strerror or error})") from error


def fields_of(kind: str, rows: Sequence[Row]) -> list[str]:
    """The fields of a listing in order: the contract's for the kind, and what the rows have beside them."""
    own = list(KINDS.get(kind, ()))
    more = list(dict.fromkeys(name for row in rows for name in row if name not in own))
    if "id" in more:
        more.remove("id")
        own.insert(0, "id")
    return own + more


def _cells(field: str, row: Row) -> Iterator[tuple[str, Any]]:
    """The column names and values that a field takes in CSV."""
    value = row.get(field)
    if field in PARTIES:
        for name in PARTIES[field][1]:
            parts = [party.get(name) for party in value or ()]
            yield f"{field}.{name}", "; ".join("" if part is None else str(part) for part in parts)
    elif isinstance(value, list | tuple):
        yield field, "; ".join(part if isinstance(part, str) else json.dumps(part) for part in value)
    elif isinstance(value, dict):
        yield field, json.dumps(value, ensure_ascii=False)
    else:
        yield field, value


def _guarded(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def _sql_type(field: str) -> str:
    if field in PARTIES:
        return "STRUCT(" + ", ".join(f"{name} VARCHAR" for name in PARTIES[field][1]) + ")[]"
    return _SQL_TYPES.get(field, "VARCHAR")
