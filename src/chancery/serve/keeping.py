"""Putting reports into the record and taking them out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from chancery.serve.console import Complaints, safe
from chancery.serve.options import own_options, paths_argument, published_option, record_option
from chancery.serve.reading import readings
from chancery.settings import Own


@click.command()
@paths_argument
@published_option
@own_options
@record_option
def add(paths: Sequence[str], published: str | None, own: Own, record: Path) -> int:
    """Read reports and enter what they tell into the record.

    Adding the same report again changes nothing. What several reports tell becomes one entry with several
    witnesses.

    Example: chancery add reports/ --record korea.duckdb
    """
    from chancery.run.keeping import add_readings
    from chancery.run.kit import load_kit

    kit, complaints = load_kit(own), Complaints()
    new = known = 0
    for added in add_readings(readings(paths, kit, published, complaints), record):
        new += len(added.new)
        known += len(added.known)
    click.echo(f"{new} report{'s' if new != 1 else ''} added, {known} known already ({record})")
    return complaints.status


@click.command()
@click.argument("report")
@record_option
def remove(report: str, record: Path) -> int:
    """Take a report out of the record.

    All that rests on it alone goes with it. REPORT is its id, a unique beginning of it, or the path it was
    read from (see `chancery reports`).

    Example: chancery remove reports/summit.txt
    """
    from chancery.run.keeping import remove_report

    removed = remove_report(report, record)
    click.echo(f"removed {safe(removed.headline or removed.source)} ({removed.id})")
    return 0
