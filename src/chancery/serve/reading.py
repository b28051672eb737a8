"""Reading reports without keeping them: what they tell, and how they are analysed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from chancery.observations.shape import KINDS, to_dict
from chancery.serve.console import Complaints, complain, console, progress, safe
from chancery.serve.formats import print_json, print_jsonl
from chancery.serve.options import format_option, own_options, paths_argument, pipeline_option, published_option
from chancery.serve.tables import COLUMNS, Column, headline, print_table
from chancery.settings import Own

if TYPE_CHECKING:
    from rich.console import Console

    from chancery.observations.types import Reading
    from chancery.run.kit import Kit


@click.command()
@paths_argument
@published_option
@own_options
@format_option("table", "json", "jsonl")
@click.option("--evidence", is_flag=True, help="In tables, show the sentence that tells it, too.")
def read(
    paths: Sequence[str],
    published: str | None,
    own: Own,
    form: str,
    evidence: bool,
) -> int:
    """Read reports and print what they tell; nothing is stored.

    PATH is a .txt, .html, .json or .jsonl file, a .conllu file, whose trees are read in place of our own
    analysis, a folder of them, or - for standard input.

    Example: chancery read report.txt --published 2019-04-26
    """
    from chancery.run.kit import load_kit

    complaints = Complaints()
    found = readings(paths, load_kit(own), published, complaints, interleaved=True)
    if form == "table":
        screen = console()
        for reading in found:
            print_reading(screen, to_dict(reading), evidence=evidence)
    elif form == "jsonl":
        print_jsonl(to_dict(reading) for reading in found)
    else:
        print_json([to_dict(reading) for reading in found])
    return complaints.status


@click.command()
@paths_argument
@published_option
@pipeline_option
def parse(paths: Sequence[str], published: str | None, pipeline: str | None) -> int:
    """Print the grammatical analysis of reports as CoNLL-U.

    Words, lemmas, parts of speech, features, trees, and names in the last column. Given a .conllu file, its
    words and sentences are kept and analysed anew.

    Example: chancery parse report.txt
    """
    from chancery.grammar.conllu import to_conllu
    from chancery.grammar.others import named_reader
    from chancery.grammar.reader import load_reader
    from chancery.run.files import count_reports
    from chancery.run.parsing import parse_files

    complaints = Complaints()
    reader = named_reader(pipeline) if pipeline else load_reader()
    with progress("parsing", 0 if sys.stdout.isatty() else count_reports(paths)) as step:
        found = parse_files(paths, reader, published=published, on_error=complaints, on_step=step, anew=True)
        for one in found:
            print(to_conllu(one.parsed), end="", flush=True)
    return complaints.status


def print_reading(screen: Console, data: Mapping[str, Any], *, evidence: bool = False) -> None:
    """One reading as tables, a table for each kind that it has anything of."""
    report = data["report"]
    screen.print(safe(report["headline"] or report["source"]), style="bold", soft_wrap=True)
    screen.print(f"{headline(report) or 'no date'} · {safe(report['source'])}", style="dim", soft_wrap=True)
    for kind, columns in COLUMNS.items():
        rows = data.get(kind)
        if not rows:
            continue
        shown = (*columns, _evidence(report["text"])) if evidence and "span" in rows[0] else columns
        screen.print(f"\n{kind.capitalize()} ({len(rows)})", style="bold")
        print_table(screen, shown, rows)
    if not any(data[kind] for kind in KINDS):
        screen.print("\nNothing that Chancery looks for is told in it.")
    screen.print()


def _evidence(text: str) -> Column:
    return Column("evidence", lambda row: text[slice(*row["span"])])


def readings(
    paths: Sequence[str],
    kit: Kit,
    published: str | None,
    complaints: Complaints,
    *,
    interleaved: bool = False,
) -> Iterator[Reading]:
    """The reports' readings one by one, with a progress bar; what cannot be read is complained of.

    Args:
        interleaved: the readings are printed as they come, so that on a terminal they are the progress.
    """
    from chancery.run.files import count_reports
    from chancery.run.reading import read_files

    shown = not (interleaved and sys.stdout.isatty())
    with progress("reading", count_reports(paths) if shown else 0) as step:
        yield from read_files(paths, kit, published=published, on_error=complaints, on_note=complain, on_step=step)
