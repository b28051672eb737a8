"""`make demo`: reads the sample reports into a new record, shows what it holds, and checks what they claim.

python -m chancery.serve.demo samples build/demo.duckdb
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.record import query
from chancery.record.store import Record
from chancery.run.checking import check_readings
from chancery.run.files import count_reports
from chancery.run.keeping import add_readings
from chancery.run.kit import Kit, load_kit
from chancery.run.reading import read_files
from chancery.serve.checking import print_claim
from chancery.serve.console import Complaints, console, progress, safe, use_utf8
from chancery.serve.tables import COLUMNS, headline, print_table

if TYPE_CHECKING:
    from rich.console import Console

    from chancery.articles.types import Article
    from chancery.observations.types import Reading
    from chancery.record.types import Checked

VERDICTS = ("agrees", "disagrees", "cannot tell")
SPEAKERS = 6
"""Statements shown: one of each of the people who are quoted most."""


def main(folder: str, record: Path) -> int:
    """Runs the demonstration over a folder of reports; gives an exit status."""
    screen = console()
    started = time.monotonic()
    complaints = Complaints()
    kit = load_kit()
    readings = _read(folder, kit, complaints)
    _fresh(record)
    added = sum(len(batch.new) for batch in add_readings(readings, record))
    screen.print(f"{added} reports read and kept in {time.monotonic() - started:.0f} s\n")
    with Record.open(record) as opened:
        _meetings(screen, opened)
        _statements(screen, opened)
    claims = [(a, c) for a, checked in check_readings(readings, record, kit.lexicon) for c in checked]
    claims.sort(key=lambda pair: _shows(pair[1]))
    _claims(screen, claims)
    _next(screen, claims[0][0].source if claims else folder, record)
    return complaints.status


def _read(folder: str, kit: Kit, complaints: Complaints) -> list[Reading]:
    with progress(f"reading {folder}/", count_reports([folder]), always=True) as step:
        return list(read_files([folder], kit, published=None, on_error=complaints, on_step=step))


def _fresh(record: Path) -> None:
    """An empty place for the record, so that every run shows the same."""
    record.parent.mkdir(parents=True, exist_ok=True)
    for old in (record, record.with_name(record.name + ".wal")):
        old.unlink(missing_ok=True)


def _meetings(screen: Console, record: Record) -> None:
    rows = query.meetings(record, query.Filters(status="held"))
    several = [row for row in rows if row["reports"] > 1]
    screen.print(
        f"Who met whom ({len(several)} of {len(rows)} meetings: those that several reports tell)",
        style="bold",
    )
    print_table(screen, COLUMNS["meetings"], several)
    screen.print()


def _statements(screen: Console, record: Record) -> None:
    by_speaker: dict[str, list[dict[str, Any]]] = {}
    for row in query.statements(record, query.Filters()):
        by_speaker.setdefault(row["speaker"], []).append(row)
    loudest = sorted(by_speaker.values(), key=len, reverse=True)[:SPEAKERS]
    total = sum(map(len, by_speaker.values()))
    screen.print(f"Who said what ({len(loudest)} of {total} statements)", style="bold")
    print_table(screen, COLUMNS["statements"], [max(rows, key=_telling) for rows in loudest])
    screen.print()


def _telling(row: Mapping[str, Any]) -> tuple[bool, int]:
    """Words in quotation marks first, and not too long ones, for a short view."""
    length = len(row["content"])
    return row["kind"] != "indirect", -abs(length - 90)


def _claims(screen: Console, claims: Sequence[tuple[Article, Checked]]) -> None:
    """The first claim of each verdict, where there is one."""
    screen.print(f"What reports claim, against the record (3 of {len(claims)} claims)", style="bold")
    for verdict in VERDICTS:
        first = next(((a, c) for a, c in claims if c.verdict == verdict), None)
        if first is not None:
            article, claim = first
            about = headline({"outlet": article.outlet, "published": article.published})
            screen.print(f"\n{safe(article.headline or article.source)} ({about})", style="dim", end="")
            print_claim(screen, claim)
    screen.print()


def _shows(claim: Checked) -> tuple[bool, int, bool, int]:
    """Smaller for a claim that a glance can follow: with a beginning, with no row in doubt, a row for each meeting
    that is claimed, and many of them."""
    uneven = len(claim.counted) != claim.tally.count
    return claim.tally.since is None, len(claim.doubtful), uneven, -len(claim.counted)


def _next(screen: Console, report: str, record: Path) -> None:
    screen.print("Next, try:", style="bold")
    for line in (
        f"chancery read {report}",
        f"chancery meetings --who Kim --who Xi --record {record}",
        f"chancery events --country PRK --type REQUEST --record {record}",
        f"chancery check {report} --record {record}",
        "chancery --help",
    ):
        screen.print(f"  .venv/bin/{line}", soft_wrap=True)


if __name__ == "__main__":
    use_utf8()
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
