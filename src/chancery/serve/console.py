"""Where output goes: tables and lines to standard output, one-line errors and progress to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from chancery.settings import PLAIN_WIDTH

if TYPE_CHECKING:
    from rich.console import Console

_RANGES = ((0x00, 0x20), (0x7F, 0xA0), (0x202A, 0x202F), (0x2066, 0x206A))
_CONTROL = {code: "\ufffd" for start, end in _RANGES for code in range(start, end)}
"""Control characters and direction overrides: a report must not be able to steer the reader's terminal."""


def use_utf8() -> None:
    """Makes standard output and error UTF-8 wherever they go; what UTF-8 cannot hold is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def safe(text: str) -> str:
    """The text on one line, without characters that steer a terminal."""
    return " ".join(text.split()).translate(_CONTROL)


def console(file: TextIO | None = None) -> Console:
    """A console for tables: as wide as the terminal, or wide enough for pipes and files."""
    from rich.console import Console

    target = file or sys.stdout
    width = None if target.isatty() or os.environ.get("COLUMNS", "").isdigit() else PLAIN_WIDTH
    return Console(file=target, width=width, highlight=False, markup=False, emoji=False)


def complain(message: object) -> None:
    """One line on standard error."""
    print(f"chancery: {safe(str(message))}", file=sys.stderr, flush=True)


class Complaints:
    """Tells each problem in one line on standard error, and remembers that there was one."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, problem: object) -> None:
        self.count += 1
        complain(problem)

    @property
    def status(self) -> int:
        """The exit status: 1 where some input could not be read."""
        return 1 if self.count else 0


@contextmanager
def progress(title: str, total: int, *, always: bool = False) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, where that is a terminal and there is more than one step.

    Args:
        title: what is being done.
        total: steps in all.
        always: show it even where standard error is no terminal (its final state only).

    Yields:
        A function to call after each step.
    """
    if not always and (total < 2 or not sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(sys.stderr), transient=not always) as bar:
        task = bar.add_task(title, total=total)
        yield lambda: bar.advance(task)
