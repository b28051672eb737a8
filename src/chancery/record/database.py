"""A DuckDB file with tables of ours: opening, transactions, rows in and out. No other module imports duckdb.

DuckDB lets one process hold a file for writing, or many for reading. Whatever it refuses becomes a
RecordError of one line that names the file and the mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from chancery.errors import RecordError

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""Nothing is downloaded, whatever a file or a query asks for."""

Schema = Mapping[str, Mapping[str, str]]
"""Tables, each with its columns and their SQL types."""

REFUSALS = (
    (r"Conflicting lock is held in .*\(PID (\d+)\)", "process {0} holds it; try again when that has ended"),
    (r"Could not set lock", "another process holds it; try again when that has ended"),
    (r"different configuration", "it is open in this process already; close it first"),
    (r"not a valid DuckDB", "not a Chancery record (no DuckDB file); name another file with --record"),
    (r"newer|version number", "written by a newer DuckDB; upgrade it with `pip install -U duckdb`"),
    (r"[Ii]s a directory", "a folder, not a record; name a file in it with --record"),
    (r"No such file or directory", "its folder does not exist; make that first"),
    (r"Permission denied", "not permitted; change the file's permissions"),
)
"""What DuckDB's message says, and what to tell of it; the first that fits."""


class Database:
    """An open file; `write` tells whether it may be changed."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, schema: Schema, *, write: bool) -> None:
        self.path = path
        self.write = write
        self._connection = connection
        self._schema = schema

    @classmethod
    def open(cls, path: Path, schema: Schema, *, write: bool) -> Database:
        """Opens the file; for writing it is made where it is missing.

        Raises:
            RecordError: where DuckDB refuses to.
        """
        try:
            connection = duckdb.connect(str(path), read_only=not write, config=CONFIG)
        except duckdb.Error as error:
            raise RecordError(f"{path}: {_refusal(str(error))}") from error
        return cls(path, connection, schema, write=write)

    def close(self) -> None:
        self._connection.close()

    def tables(self) -> set[str]:
        """The names of the file's tables."""
        return {name for (name,) in self.rows("SELECT table_name FROM duckdb_tables()")}

    def make_tables(self) -> None:
        for name, columns in self._schema.items():
            self.rows(f"CREATE TABLE {name} ({', '.join(f'{c} {t}' for c, t in columns.items())})")

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Runs one statement; `values` fill its question marks (a list fills one with a list).

        Raises:
            RecordError: where DuckDB cannot run it: a damaged file, a full disk.
        """
        try:
            return self._connection.execute(query, [_storable(value) for value in values]).fetchall()
        except duckdb.Error as error:
            raise RecordError(f"{self.path}: DuckDB failed: {_first_line(str(error))}") from error

    def insert(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        """Adds rows, their values in the order of the table's columns, in one statement."""
        if rows:
            types = self._schema[table].values()
            columns = [list(column) for column in zip(*rows, strict=True)]
            self.rows(f"INSERT INTO {table} SELECT {', '.join(f'unnest(?::{t}[])' for t in types)}", *columns)

    def delete(self, table: str, column: str, values: Sequence[str]) -> None:
        """Takes out the rows that have one of the values in a column."""
        self.rows(f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(?::VARCHAR[]))", list(values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is done inside holds if the block ends well, else the file is as it was.

        Raises:
            RecordError: where the file was opened for reading, or the change cannot be written.
        """
        if not self.write:
            raise RecordError(f"{self.path}: opened for reading only")
        self.rows("BEGIN TRANSACTION")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        with suppress(duckdb.Error):  # a failed COMMIT has rolled back; the error that led here is to be told
            self._connection.execute("ROLLBACK")


def _storable(value: object) -> object:
    """The value with each lone surrogate, as odd file names have them, written out: DuckDB keeps UTF-8 alone."""
    if isinstance(value, list):
        return [_storable(part) for part in value]
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _refusal(message: str) -> str:
    for pattern, words in REFUSALS:
        found = re.search(pattern, message)
        if found:
            return words.format(*found.groups())
    return f"DuckDB cannot open it: {_first_line(message)}"


def _first_line(message: str) -> str:
    return message.strip().splitlines()[0] if message.strip() else "no reason given"
