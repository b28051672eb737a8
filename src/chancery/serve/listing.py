"""Asking the record: a listing for each kind, and for the reports."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from chancery.errors import InputError
from chancery.serve.console import console
from chancery.serve.explaining import on_scales
from chancery.serve.formats import Row, fields_of, write_csv, write_json, write_jsonl, write_parquet
from chancery.serve.options import country_code, format_option, iso_date, record_option
from chancery.serve.tables import listing_columns, one_of, print_table

EXAMPLES = {
    "meetings": ("List meetings.", "--who Kim --who Xi --since 2018-03 --status held"),
    "statements": ("List statements: who said what.", "--who Peskov --since 2019"),
    "events": ("List PLOVER events.", "--country PRK --type REQUEST"),
    "tallies": ("List the counts that reports claim.", "--who Kim --type meeting"),
    "figures": ("List quantities between states.", "--country RUS --type trade"),
    "offices": ("List who is said to hold which post.", "--country KOR"),
    "reports": ("List the reports that the record rests on.", "--since 2019-04"),
}


FILTERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--who", {"multiple": True, "metavar": "NAME", "help": "Who is in it. Given twice: both of them."}),
    (
        "--country",
        {
            "multiple": True,
            "type": country_code,
            "metavar": "CODE",
            "help": "Alpha-3 code of a country in it",
        },
    ),
    ("--since", {"type": iso_date, "metavar": "DATE", "help": "What may fall on this date or later."}),
    ("--until", {"type": iso_date, "metavar": "DATE", "help": "What may fall on this date or before."}),
    ("--type", {"metavar": "TYPE", "help": "Kind of meeting or statement, PLOVER event, thing counted."}),
    ("--status", {"metavar": "STATUS", "help": "As held, planned, done."}),
    ("--as-of", {"type": iso_date, "metavar": "DATE", "help": "The record as reports up to then told it."}),
)
"""The options that narrow a listing; dates may be days, months or years."""


def _filters(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, settings in reversed(FILTERS):
        command = click.option(name, **settings)(command)
    return command


def _out_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write to this file, not to the screen.",
    )(command)


def _listing(kind: str) -> click.Command:
    """The command that lists a kind."""
    purpose, example = EXAMPLES[kind]

    @click.command(kind, help=f"{purpose}\n\nExample: chancery {kind} {example}")
    @_filters
    @format_option("table", "csv", "json", "jsonl", "parquet")
    @_out_option
    @record_option
    def command(form: str, out: Path | None, record: Path, **chosen: Any) -> int:
        if form == "parquet" and out is None:
            raise click.UsageError("parquet is a binary format: name a file for it with --out FILE")
        rows = _rows(kind, record, chosen)
        if form == "parquet" and out is not None:
            write_parquet(fields_of(kind, rows), rows, out)
        else:
            _write(kind, rows, form, out)
        return 0

    return command


LISTINGS = tuple(_listing(kind) for kind in EXAMPLES)


def _rows(kind: str, path: Path, chosen: dict[str, Any]) -> list[dict[str, Any]]:
    from chancery.record import query
    from chancery.record.store import Record

    with Record.open(path) as record:
        rows = query.LISTINGS[kind](record, query.Filters(**chosen))
    return [row | on_scales(row["event"], row["mode"]) for row in rows] if kind == "events" else rows


def _write(kind: str, rows: Sequence[Row], form: str, out: Path | None) -> None:
    if out is None:
        _print(kind, rows, form, sys.stdout)
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            _print(kind, rows, form, file)
    except OSError as error:
        raise InputError(str(out), f"cannot be written ({error.strerror or error})") from error


def _print(kind: str, rows: Sequence[Row], form: str, file: Any) -> None:
    if form == "json":
        write_json(rows, file)
    elif form == "jsonl":
        write_jsonl(rows, file)
    elif form == "csv":
        write_csv(fields_of(kind, rows), rows, file)
    else:
        screen = console(file)
        if rows:
            print_table(screen, listing_columns(kind), rows)
        count = len(rows)
        screen.print(f"{count} {kind if count != 1 else one_of(kind)}", style="dim")
