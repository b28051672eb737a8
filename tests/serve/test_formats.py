"""Rows for machines: CSV, Parquet, JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from chancery.errors import InputError
from chancery.serve.formats import fields_of, write_csv, write_json, write_jsonl, write_parquet

ROWS: list[dict[str, Any]] = [
    {
        "id": "m1", "participants": [{"name": "Ana", "country": "PER", "office": None},
                                     {"name": None, "country": "CHL", "office": None}],
        "start": "2019", "ordinal": None, "place": "=SUM(A1)", "span": [1, 2], "reports": 2,
    },
]  # fmt: skip


def query(sql: str) -> list[tuple[Any, ...]]:
    return duckdb.connect().execute(sql).fetchall()


def as_csv(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_csv(fields_of("meetings", rows), rows, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_id_first_then_the_contracts_fields_then_the_rest() -> None:
    fields = fields_of("meetings", ROWS)
    assert fields[:3] == ["id", "participants", "start"]
    assert fields[-1] == "reports"


def test_parties_become_columns() -> None:
    (row,) = as_csv(ROWS)
    assert row["participants.name"] == "Ana; "
    assert row["participants.country"] == "PER; CHL"
    assert row["span"] == "1; 2"
    assert row["ordinal"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    (row,) = as_csv([{"place": text}])
    assert row["place"] == f"'{text}"


def test_numbers_stay_numbers_in_csv() -> None:
    out = io.StringIO(newline="")
    write_csv(["value"], [{"value": -5}], out)
    assert out.getvalue() == "value\r\n-5\r\n"


def test_quotes_commas_and_lines_come_back() -> None:
    (row,) = as_csv([{"evidence": 'He said "no",\nand left'}])
    assert row["evidence"] == 'He said "no",\nand left'


def test_parquet_keeps_types_where_all_is_null(tmp_path: Path) -> None:
    path = tmp_path / "meetings.parquet"
    write_parquet(fields_of("meetings", ROWS), ROWS, path)
    types = dict(query(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{path}')"))
    assert types["ordinal"] == "BIGINT"
    assert types["end"] == "VARCHAR"
    assert types["participants"].endswith("[]")
    rows = query(f"SELECT participants[1].name, reports, place FROM '{path}'")
    assert rows == [("Ana", 2, "=SUM(A1)")]
    assert [p.name for p in tmp_path.iterdir()] == ["meetings.parquet"]


def test_parquet_without_rows_has_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "empty.parquet"
    write_parquet(fields_of("figures", []), [], path)
    assert query(f"SELECT count(value) FROM '{path}'") == [(0,)]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_parquet(["place"], ROWS, tmp_path / "no" / "x.parquet")


def test_json_and_json_lines_hold_the_rows() -> None:
    array, lines = io.StringIO(), io.StringIO()
    write_json([*ROWS, *ROWS], array)
    write_jsonl(ROWS, lines)
    assert json.loads(array.getvalue()) == [*ROWS, *ROWS]
    assert json.loads(lines.getvalue()) == ROWS[0]
    empty = io.StringIO()
    write_json([], empty)
    assert json.loads(empty.getvalue()) == []
