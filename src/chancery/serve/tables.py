"""How each kind of observation looks as a row of a table, in a reading and in the record's listings alike.

Rows are JSON objects with the contract's names, so that one set of columns serves both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from chancery.serve.console import safe

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Row = Mapping[str, Any]


class Column(NamedTuple):
    """A table's column: its heading, and what stands in it for a row."""

    heading: str
    cell: Callable[[Row], str]


def field(name: str) -> Callable[[Row], str]:
    """The cell that shows one field as it is; nothing for null."""
    return lambda row: plain(row.get(name))


def days(start: str, end: str) -> Callable[[Row], str]:
    """The cell that shows a day or a range of days."""

    def cell(row: Row) -> str:
        first, last = plain(row.get(start)), plain(row.get(end))
        return f"{first} to {last}" if first and last and first != last else first

    return cell


def parties(name: str, code: str) -> Callable[[Row], str]:
    """The cell that shows a list of parties with their countries."""
    return lambda row: party_list(row.get(name) or (), code)


def party_list(given: Iterable[Row], code: str) -> str:
    """Parties with their countries: "Kim Jong-un (PRK), Japan (JPN)"."""
    return ", ".join(_party(party.get("name"), party.get(code)) for party in given)


def plain(value: Any) -> str:
    """A value as a reader sees it; nothing for null."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(plain(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _party(name: str | None, code: str | None) -> str:
    return f"{name} ({code})" if name and code else name or code or "?"


def _place(row: Row) -> str:
    return _party(row["place"], row.get("place_country")) if row.get("place") else row.get("place_country") or ""


def _nth(row: Row) -> str:
    number = row.get("ordinal")
    if number is None:
        return ""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _speaker(row: Row) -> str:
    return _party(row.get("speaker"), row.get("speaker_country"))


def _content(row: Row) -> str:
    """The content with its quotation marks back where it is all quotation."""
    text = plain(row.get("content"))
    return f"“{text}”" if row.get("kind") == "direct" else text


def _event(row: Row) -> str:
    return f"{row['event']} ({row['mode']})" if row.get("mode") else plain(row.get("event"))


def _value(row: Row) -> str:
    number = f"{row['value']:,.15g}" if row.get("value") is not None else ""
    bound = row.get("bound")
    return f"{bound} {number}" if bound and bound != "exact" else number


def _holder(row: Row) -> str:
    return ", ".join(part for part in (row.get("body"), row.get("country")) if part)


def _term(row: Row) -> str:
    """What the table of office-holders has: its term, up to when that is known, or who it has instead."""
    if row.get("instead"):
        return f"differs: has {row['instead']}"
    if not row.get("verified_until"):
        return ""
    start = row.get("term_start") or "?"
    return (
        f"{start} to {row['term_end']}" if row.get("term_end") else f"since {start}, known to {row['verified_until']}"
    )


WHEN = Column("when", days("start", "end"))
COLUMNS: dict[str, tuple[Column, ...]] = {
    "meetings": (
        WHEN,
        Column("status", field("status")),
        Column("kind", field("kind")),
        Column("who", parties("participants", "country")),
        Column("where", _place),
        Column("nth", _nth),
    ),
    "statements": (
        Column("speaker", _speaker),
        Column("kind", field("kind")),
        Column("cue", field("cue")),
        Column("content", _content),
    ),
    "events": (
        Column("when", field("date")),
        Column("event", _event),
        Column("actor", parties("actor", "code")),
        Column("recipient", parties("recipient", "code")),
        Column("status", field("status")),
        Column("where", _place),
    ),
    "tallies": (
        Column("subject", field("subject")),
        Column("object", field("object")),
        Column("what", field("what")),
        Column("count", field("count")),
        Column("since", field("since")),
        Column("until", field("until")),
    ),
    "figures": (
        Column("what", field("what")),
        Column("value", _value),
        Column("unit", field("unit")),
        Column("between", field("between")),
        Column("period", field("period")),
    ),
    "offices": (
        Column("person", field("person")),
        Column("office", field("office")),
        Column("of", _holder),
        Column("told", days("first_told", "last_told")),
        Column("by the table", _term),
    ),
    "skipped": (
        Column("stage", field("stage")),
        Column("reason", field("reason")),
        Column("detail", field("detail")),
    ),
    "reports": (
        Column("published", field("published")),
        Column("outlet", field("outlet")),
        Column("agency", field("agency")),
        Column("headline", field("headline")),
        Column("source", field("source")),
    ),
}
SHORT_ID = 10
"""Characters of an id in tables: enough for `show`, which takes any beginning that is unique."""


def listing_columns(kind: str) -> tuple[Column, ...]:
    """A kind's columns, with the entry's id before them and the number of its reports behind."""
    short = Column("id", lambda row: str(row.get("id", ""))[:SHORT_ID])
    return (short, *COLUMNS[kind], Column("reports", field("reports")))


def print_table(screen: Console, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """Prints rows as a table; in pipes and files without the spaces that fill a terminal's lines."""
    made = table(columns, rows)
    if screen.is_terminal:
        screen.print(made)
        return
    with screen.capture() as captured:
        screen.print(made)
    for line in captured.get().splitlines():
        screen.file.write(line.rstrip() + "\n")


def table(columns: Sequence[Column], rows: Iterable[Row]) -> Table:
    """A table of rows, headings first, words never cut; columns that are empty throughout are left out."""
    from rich.table import Table
    from rich.text import Text

    cells = [[safe(column.cell(row)) for column in columns] for row in rows]
    shown = [i for i in range(len(columns)) if any(line[i] for line in cells)]
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for i in shown:
        made.add_column(columns[i].heading, overflow="fold")
    for line in cells:
        made.add_row(*(Text(line[i]) for i in shown))
    return made


def one_of(kind: str) -> str:
    """The name of one of a kind: "tally" for "tallies"."""
    return "tally" if kind == "tallies" else kind.removesuffix("s")


def headline(report: Row) -> str:
    """Outlet, agency and date of a report, as far as they are known."""
    parts = (report.get("outlet"), report.get("agency"), report.get("published"))
    told = dict.fromkeys(part for part in parts if part)  # an agency that publishes itself is named once
    return " · ".join(safe(part) for part in told)
