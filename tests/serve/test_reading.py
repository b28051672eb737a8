"""`chancery read` with a user's own filing of what is disputed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

REPORT = """TAIPEI, April 26 - Taiwanese Foreign Minister Ana Ruiz met Japanese Foreign Minister Ken Sato on Thursday.

"It was useful," Ruiz said.
"""
HEADER = "kind\tname\tfiled_under\talong\tground\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "taipei.txt"
    path.write_text(REPORT, "utf-8")
    return path


def states(run: Run, report: Path, *options: str | Path) -> set[str]:
    done = run("read", "--format", "jsonl", "--published", "2019-04-26", *options, report)
    assert done.returncode == 0, done.stderr
    return {p["country"] for m in json.loads(done.stdout)["meetings"] for p in m["participants"]}


def test_a_policy_file_says_where_a_disputed_state_is_filed(chancery: Run, report: Path, tmp_path: Path) -> None:
    policy = tmp_path / "policy.tsv"
    policy.write_text(f"{HEADER}state\tTaiwan\tCHN\t\tour rule\n", "utf-8")
    assert states(chancery, report) == {"TWN", "JPN"}
    assert states(chancery, report, "--policy", policy) == {"CHN", "JPN"}


def test_a_wrong_policy_file_is_refused_with_its_row(chancery: Run, report: Path, tmp_path: Path) -> None:
    policy = tmp_path / "policy.tsv"
    policy.write_text(f"{HEADER}state\tAtlantis\tGRC\t\t\n", "utf-8")
    done = chancery("read", "--policy", policy, report)
    assert done.returncode != 0
    assert "policy.tsv:2: no state is called Atlantis" in done.stderr
    assert "Traceback" not in done.stderr
