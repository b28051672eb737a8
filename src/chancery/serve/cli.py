"""The command line: `chancery`. Parts of it live beside this module, a file for each group of commands.

Commands return their exit status: 0 done, 1 some input could not be read, and click itself gives 2 for wrong
usage. Whatever needs time to import is imported by the command that uses it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from chancery import __version__
from chancery.errors import ChanceryError
from chancery.serve.checking import check, score
from chancery.serve.console import complain, use_utf8
from chancery.serve.entries import show, why
from chancery.serve.keeping import add, remove
from chancery.serve.listing import LISTINGS
from chancery.serve.reading import parse, read

INTERRUPTED = 130
"""The status that shells give to what Ctrl-C ended."""


class Program(click.Group):
    """The program's commands in the order of the work, with errors told in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
            return status
        except ChanceryError as error:
            complain(error)
            return 1
        except BrokenPipeError:  # `chancery events | head`: whoever reads has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="chancery")
def chancery() -> None:
    """Reads news reports on diplomacy and keeps the record: who met whom, who said what, what was counted.

    \b
    Start with:
      chancery read report.txt       what one report tells
      chancery add reports/          enter reports into the record
      chancery meetings --who Kim    ask the record
      chancery check report.txt      hold a report's counts against the record
    """


for command in (read, parse, add, remove, *LISTINGS, show, why, check, score):
    chancery.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and gives its exit status."""
    use_utf8()
    try:
        status = chancery.main(args=list(arguments), prog_name="chancery", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return INTERRUPTED


def main() -> None:
    """The program's entry point."""
    sys.exit(run(sys.argv[1:]))
