"""Holding things against each other: a report's counts against the record, readings against annotations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chancery.serve.console import Complaints, console, safe
from chancery.serve.formats import print_json, print_jsonl
from chancery.serve.options import format_option, own_options, paths_argument, published_option, record_option
from chancery.serve.reading import readings
from chancery.serve.tables import Column, field, headline, listing_columns, print_table
from chancery.settings import Own

if TYPE_CHECKING:
    from rich.console import Console

    from chancery.articles.types import Article
    from chancery.record.types import Checked
    from chancery.run.score import Score

STYLES = {"agrees": "green", "disagrees": "red", "cannot tell": "yellow"}


@click.command()
@paths_argument
@published_option
@own_options
@format_option("table", "json", "jsonl")
@record_option
def check(paths: Sequence[str], published: str | None, own: Own, form: str, record: Path) -> int:
    """Hold the counts that reports claim against the record.

    Agrees, disagrees or cannot tell: each answer comes with the rows counted and the query that lists them.

    Example: chancery check report.txt
    """
    from chancery.run.checking import check_readings
    from chancery.run.kit import load_kit

    kit, complaints = load_kit(own), Complaints()
    found = check_readings(readings(paths, kit, published, complaints, interleaved=True), record, kit.lexicon)
    if form == "table":
        screen = console()
        for article, checked in found:
            print_checked(screen, article, checked)
    else:
        rows = (_row(article, checked) for article, checked in found)
        print_jsonl(rows) if form == "jsonl" else print_json(list(rows))
    return complaints.status


def print_checked(screen: Console, article: Article, checked: Sequence[Checked]) -> None:
    """What one report claims, each claim with its verdict and the rows behind it."""
    about = headline({"outlet": article.outlet, "agency": article.agency, "published": article.published})
    screen.print(safe(article.headline or article.source), style="bold", soft_wrap=True)
    screen.print(f"{about or 'no date'} · {safe(article.source)}", style="dim", soft_wrap=True)
    if not checked:
        screen.print("It claims no counts.\n")
    for claim in checked:
        print_claim(screen, claim)


def print_claim(screen: Console, claim: Checked) -> None:
    """One claim: the verdict, the sentence, what was counted, what is doubtful, and the query."""
    tally = claim.tally
    screen.print()
    screen.print(f"{claim.verdict.upper()}: ", style=STYLES[claim.verdict], end="")
    screen.print(safe(f"{claim.question} {claim.reason}"), soft_wrap=True)
    screen.print(f"  “{safe(tally.evidence)}”", style="dim", soft_wrap=True)
    columns = listing_columns("meetings")
    if claim.counted:
        screen.print("  counted:")
        print_table(screen, columns, claim.counted)
    if claim.doubtful:
        screen.print("  in doubt:")
        print_table(screen, (*columns, Column("doubt", field("doubt"))), claim.doubtful)
    screen.print(f"  {claim.command}", style="dim", soft_wrap=True)


def _row(article: Article, checked: Sequence[Checked]) -> dict[str, Any]:
    return {"report": article.source, "id": article.id, "claims": [claim.as_json() for claim in checked]}


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("output", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="List first what was missed and what was made up.")
@format_option("table", "json")
def score(gold: Path, output: Path, errors: bool, form: str) -> int:
    """Score readings against annotated reports.

    Precision, recall and F1 of each measure.

    GOLD is a folder with annotated reports (NAME.gold.json), OUTPUT what `chancery read --format jsonl` gave
    for the reports themselves.

    Example: chancery score gold/ readings.jsonl
    """
    from chancery.run import score as scoring

    scored = scoring.score(scoring.load_golds(gold), scoring.load_readings(output))
    if scored.absent:
        click.echo(f"chancery: no reading of {', '.join(scored.absent)} (counted as empty)", err=True)
    if errors:
        for line in _miss_lines(scored):
            click.echo(line)
    if form == "json":
        rows = {name: count.row() for name, count in scored.counts.items()}
        click.echo(json.dumps({"reports": scored.reports, **rows}))
    else:
        for line in _score_lines(scored):
            click.echo(line)
    return 0


def _miss_lines(scored: Score) -> Iterator[str]:
    for miss in scored.misses:
        mark = "made up" if miss.made_up else "missed"
        yield f"{miss.report} | {miss.measure} | {mark} | {json.dumps(miss.entry, ensure_ascii=False)}"


def _score_lines(scored: Score) -> Iterator[str]:
    heads = f"{'gold':>5} {'said':>5} {'hits':>5} {'prec':>6} {'rec':>6} {'F1':>6}"
    yield f"{'measure':36} {heads}   ({scored.reports} reports)"
    for name, count in scored.counts.items():
        shares = f"{count.precision:6.3f} {count.recall:6.3f} {count.f1:6.3f}"
        yield f"{name:36} {count.gold:5} {count.said:5} {count.hits:5} {shares}"
