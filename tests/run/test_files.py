"""From paths to readings: what is read, what is told, what is counted."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from chancery.run.files import count_reports, load_files
from chancery.run.kit import Kit
from chancery.run.reading import read_files

TEXT = "Peruvian Foreign Minister Ana Ruiz met Chilean Foreign Minister Luis Paz in Lima on Thursday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good files with three reports, a bad one, an annotation, one of another type, a hidden one."""
    (tmp_path / "a.txt").write_text(f"Ruiz meets Paz\n\nGazette | 26 April 2019\n\n{TEXT}\n", "utf-8")
    lines = [json.dumps({"text": TEXT, "published": day}) for day in ("2019-04-26", "2019-05-03")]
    (tmp_path / "b.jsonl").write_text("\n\n".join(lines) + "\n", "utf-8")
    (tmp_path / "c.json").write_text('{"title": "no text"}', "utf-8")
    (tmp_path / "a.gold.json").write_text("{}", "utf-8")
    (tmp_path / "notes.md").write_text("notes", "utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, "utf-8")
    return tmp_path


def raised(error: Exception) -> None:
    raise error


def test_a_folder(folder: Path, kit: Kit) -> None:
    errors: list[Exception] = []
    notes: list[str] = []
    steps: list[None] = []
    readings = list(
        read_files([folder], kit, on_error=errors.append, on_note=notes.append, on_step=lambda: steps.append(None))
    )
    assert [r.article.published for r in readings] == ["2019-04-26", "2019-04-26", "2019-05-03"]
    assert [m.start for r in readings for m in r.meetings] == ["2019-04-25", "2019-04-25", "2019-05-02"]
    assert len(errors) == 1
    assert "c.json" in str(errors[0])
    assert notes == [f"{folder}: left out 1 file of other types (1 .md)"]
    assert len(steps) == count_reports([folder]) == 4


def test_a_report_without_a_date_is_read_and_the_mend_is_told(tmp_path: Path, kit: Kit) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(TEXT, "utf-8")
    notes: list[str] = []
    (reading,) = read_files([path], kit, on_error=raised, on_note=notes.append)
    (note,) = notes
    assert note.startswith(f"{path}: no publication date")
    assert "--published" in note
    assert [s.reason for s in reading.skipped] == ["no publication date"]
    assert [m.start for m in reading.meetings] == [None]
    (dated,) = read_files([path], kit, published="2019-04", on_error=raised, on_note=lambda note: pytest.fail(note))
    assert dated.article.published == "2019-04"


def test_counting_never_fails(tmp_path: Path) -> None:
    assert count_reports([tmp_path / "gone.txt", tmp_path / "gone.jsonl", "-"]) == 3


def test_articles_come_one_by_one(folder: Path) -> None:
    first = next(load_files([folder], on_error=raised))
    assert first.article.source == str(folder / "a.txt")


def test_a_folder_without_reports_and_an_empty_path_are_told(tmp_path: Path) -> None:
    errors: list[Exception] = []
    assert not list(load_files([tmp_path, ""], on_error=errors.append))
    assert [str(error) for error in errors] == [f"{tmp_path}: no report in this folder", "'': an empty path"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "a1.txt")
    assert len(list(load_files([folder], on_error=lambda _: None))) == 3
