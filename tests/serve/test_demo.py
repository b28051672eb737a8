"""What `make demo` prints, over a few of the samples."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from chancery.serve.demo import main

FEW = ("2018-05-08-kim-xi-dalian.json", "2018-06-20-kim-xi-third.txt", "2019-04-23-kim-putin-preview.html")


def test_the_demonstration(tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, record = tmp_path / "few", tmp_path / "build" / "demo.duckdb"
    folder.mkdir()
    for name in FEW:
        shutil.copy(samples / name, folder)
    assert main(str(folder), record) == 0
    first = capsys.readouterr()
    assert "reading" in first.err
    assert "3/3" in first.err
    for heading in ("3 reports read and kept", "Who met whom", "Who said what", "What reports claim", "Next, try:"):
        assert heading in first.out
    assert "CANNOT TELL" in first.out
    assert record.exists()

    assert main(str(folder), record) == 0
    again = capsys.readouterr()
    assert again.out.split("\n", 1)[1] == first.out.split("\n", 1)[1], "a second run starts afresh"
