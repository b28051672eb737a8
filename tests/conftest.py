"""What tests of several folders share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from chancery.run.kit import Kit

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared measuring data; tests that need it are skipped without it."""
    folder = os.environ.get("CHANCERY_SHARED")
    if not folder:
        pytest.skip("measures on the shared data: CHANCERY_SHARED is not set")
    return Path(folder)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample reports that come with the project."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The shipped parser and word lists, loaded once."""
    from chancery.run.kit import load_kit

    return load_kit()


@pytest.fixture
def chancery(tmp_path: Path) -> Run:
    """Runs the program as a process in an empty folder: `chancery("read", path, stdin="...")`."""

    def run(*arguments: str | Path, stdin: str | bytes = "", **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if k not in ("CHANCERY_RECORD", "COLUMNS")}
        done = subprocess.run(
            [sys.executable, "-m", "chancery", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment | variables,
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run
