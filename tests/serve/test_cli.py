"""The program as a process: what it prints where, and its exit statuses."""

from __future__ import annotations

import csv
import io
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import chancery as package
from chancery.serve.cli import chancery as program
from tests.conftest import Run

REPORT = """Ruiz meets Paz in Lima

Northern Gazette | Friday, 26 April 2019

LIMA - Peruvian Foreign Minister Ana Ruiz met Chilean Foreign Minister Luis Paz in Lima on Thursday.

“We had a useful meeting,” Ruiz told reporters. Ruiz has held three meetings with Paz since March 2018.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "lima.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_version(chancery: Run) -> None:
    assert chancery("--version").stdout == f"chancery, version {package.__version__}\n"


@pytest.mark.parametrize("name", sorted(program.commands))
def test_help_of_every_command(chancery: Run, name: str) -> None:
    done = chancery(name, "--help")
    assert done.returncode == 0
    assert "Example: chancery" in done.stdout


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from chancery.serve.cli import run\n"
        "run(['--help'])\n"
        "heavy = {'numpy', 'onnxruntime', 'trafilatura', 'duckdb', 'rich', 'tokenizers', 'py3langid'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["read"],
        ["read", "x.txt", "--published", "26 April"],
        ["read", "x.txt", "--published", "2019-02-30"],
        ["read", "x.txt", "--format", "xml"],
        ["meetings", "--since", "soon"],
        ["meetings", "--country", "North Korea"],
        ["meetings", "--format", "parquet"],
        ["score", "no-such-folder", "x.jsonl"],
    ],
)
def test_wrong_usage_is_2_and_told_on_standard_error(chancery: Run, arguments: list[str]) -> None:
    done = chancery(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Error: " in done.stderr
    assert "Traceback" not in done.stderr


def test_read_prints_tables(chancery: Run, report: Path) -> None:
    done = chancery("read", report)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ruiz meets Paz in Lima" in done.stdout
    assert "Northern Gazette · 2019-04-26" in done.stdout
    assert "2019-04-25  held" in done.stdout
    assert "Ana Ruiz (PER), Luis Paz (CHL)" in done.stdout
    assert "“We had a useful meeting”" in done.stdout
    assert "\x1b" not in done.stdout


def test_read_shows_the_evidence_when_asked(chancery: Run, report: Path) -> None:
    done = chancery("read", "--evidence", report, COLUMNS="400")
    assert "met Chilean Foreign Minister Luis Paz in Lima on Thursday." in done.stdout


def test_read_gives_one_line_a_report(chancery: Run, report: Path) -> None:
    done = chancery("read", "--format", "jsonl", report, report)
    first, second = done.stdout.splitlines()
    assert first == second
    reading = json.loads(first)
    assert reading["report"]["published"] == "2019-04-26"
    text = reading["report"]["text"]
    for meeting in reading["meetings"]:
        start, end = meeting["span"]
        assert text[start:end] == meeting["evidence"]


def test_read_from_standard_input(chancery: Run) -> None:
    done = chancery("read", "-", "--format", "jsonl", stdin=REPORT)
    assert json.loads(done.stdout)["report"]["source"] == "-"


def test_published_is_used_where_the_report_tells_none(chancery: Run) -> None:
    bare = "\n\n".join(p for p in REPORT.split("\n\n") if "Gazette" not in p)
    done = chancery("read", "-", "--format", "jsonl", "--published", "2019-04-26", stdin=bare)
    (meeting,) = json.loads(done.stdout)["meetings"]
    assert meeting["start"] == "2019-04-25"


def test_what_cannot_be_read_is_named_and_the_rest_is_done(chancery: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = chancery("read", "--format", "jsonl", tmp_path / "empty.txt", tmp_path / "gone.txt", report)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    first, second = done.stderr.splitlines()
    assert "empty.txt: " in first
    assert "gone.txt: " in second


def test_output_is_utf_8_whatever_the_locale(chancery: Run, report: Path) -> None:
    done = chancery("read", report, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "“We had a useful meeting”" in done.stdout


def test_whoever_stops_reading_ends_the_program_quietly(report: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "chancery", "read", "--format", "jsonl", *[str(report)] * 40],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert errors == b""


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_ctrl_c_ends_with_one_line_and_130() -> None:
    program = [sys.executable, "-m", "chancery", "read", "-"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        time.sleep(2)  # it waits for standard input by then
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read().strip() == b"chancery: interrupted"


def test_a_report_that_tells_nothing_says_so(chancery: Run) -> None:
    done = chancery("read", "-", "--published", "2019", stdin="The weather was fine in the whole of the valley.")
    assert "Nothing that Chancery looks for" in done.stdout


def test_a_record_that_another_process_holds_is_told_in_one_line(chancery: Run, report: Path) -> None:
    chancery("add", report)
    hold = "import duckdb, sys; c = duckdb.connect('chancery.duckdb'); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], cwd=report.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        for command in (["add", report], ["meetings"]):
            done = chancery(*command)
            assert done.returncode == 1
            assert len(done.stderr.splitlines()) == 1
            assert "chancery.duckdb" in done.stderr
        holder.communicate(b"")


def test_parse_prints_conllu(chancery: Run, report: Path) -> None:
    lines = chancery("parse", report).stdout.splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    assert lines[0].startswith("# newdoc")
    assert {line.count("\t") for line in words} == {9}
    assert any("Name=B-PER" in line for line in words)


def test_parse_keeps_the_words_of_a_conllu_file(chancery: Run, tmp_path: Path) -> None:
    given = tmp_path / "two.conllu"
    rows = [("1", "Kim", "0"), ("2", "left.early", "1"), ("3", ".", "1")]
    block = "".join(f"{i}\t{form}\t_\t_\t_\t_\t{head}\tdep\t_\t_\n" for i, form, head in rows)
    given.write_text(f"{block}\n{block}\n", "utf-8")
    done = chancery("parse", given)
    forms = [line.split("\t")[1] for line in done.stdout.splitlines() if line[:1].isdigit()]
    assert forms == ["Kim", "left.early", "."] * 2


def test_a_record_from_adding_to_removing(chancery: Run, report: Path) -> None:
    added = chancery("add", report)
    assert (added.returncode, added.stdout) == (0, "1 report added, 0 known already (chancery.duckdb)\n")
    again = chancery("add", report)
    assert again.stdout == "0 reports added, 1 known already (chancery.duckdb)\n"

    (meeting,) = json.loads(chancery("meetings", "--format", "json").stdout)
    assert {meeting["reports"], meeting["independent"]} == {1}
    assert chancery("meetings", "--who", "Nobody", "--format", "jsonl").stdout == ""
    assert chancery("meetings", "--who", "Nobody").stdout == "0 meetings\n"

    table = chancery("meetings").stdout
    assert meeting["id"][:10] in table
    shown = chancery("show", meeting["id"][:10]).stdout
    assert "met Chilean Foreign Minister Luis Paz in Lima on Thursday." in shown
    assert "found by rule:" in chancery("why", meeting["id"]).stdout
    (row,) = csv.DictReader(io.StringIO(chancery("meetings", "--format", "csv").stdout))
    assert row["participants.name"] == "Ana Ruiz; Luis Paz"

    removed = chancery("remove", report)
    assert removed.stdout.startswith("removed Ruiz meets Paz in Lima (")
    assert chancery("reports", "--format", "json").stdout == "[]\n"


def test_check_answers_with_rows_and_the_query(chancery: Run, report: Path) -> None:
    other = report.with_name("other.txt")
    other.write_text(REPORT.replace("Northern Gazette", "Southern Post").replace("“We had a useful", "“It was a good"))
    chancery("add", report, other)
    done = chancery("check", report)
    assert done.returncode == 0
    assert "CANNOT TELL: " in done.stdout
    assert "2019-04-25  held" in done.stdout

    (checked,) = json.loads(chancery("check", report, "--format", "json").stdout)
    (claim,) = checked["claims"]
    assert claim["verdict"] == "cannot tell"
    asked = chancery(*shlex.split(claim["command"])[1:], "--format", "json").stdout
    assert [row["id"] for row in json.loads(asked)] == [row["id"] for row in claim["counted"]]
    assert chancery("check", report, "--format", "jsonl").stdout.count("\n") == 1


def test_check_reads_by_the_users_own_files(chancery: Run, report: Path) -> None:
    chancery("add", report)
    rules = report.with_name("rules.tsv")
    rules.write_text("no columns that a rule has\n", "utf-8")
    for option in ("--rules", "--policy"):
        done = chancery("check", report, option, rules)
        assert done.returncode != 0
        assert "rules.tsv" in done.stderr
    done = chancery("check", report, "--pipeline", "nobody:model")
    assert done.returncode != 0
    assert "nobody" in done.stderr


@pytest.mark.parametrize("command", [["meetings"], ["show", "abc"], ["check", "lima.txt"], ["remove", "abc"]])
def test_a_record_that_is_not_there_is_told_in_one_line(chancery: Run, report: Path, command: list[str]) -> None:
    done = chancery(*command)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "chancery.duckdb" in done.stderr
    assert not (report.parent / "chancery.duckdb").exists()


def test_a_file_that_is_no_record_is_left_alone(chancery: Run, report: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("my notes", "utf-8")
    done = chancery("add", report, "--record", foreign)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert foreign.read_text("utf-8") == "my notes"


def test_the_record_is_named_by_the_environment(chancery: Run, report: Path, tmp_path: Path) -> None:
    chancery("add", report, CHANCERY_RECORD=str(tmp_path / "other.duckdb"))
    assert (tmp_path / "other.duckdb").exists()
    assert not (tmp_path / "chancery.duckdb").exists()


def test_score_lists_what_went_wrong(chancery: Run, report: Path, tmp_path: Path) -> None:
    gold = json.loads(chancery("read", report, "--format", "jsonl").stdout)
    gold["offices"] = []
    (tmp_path / "lima.gold.json").write_text(json.dumps(gold), "utf-8")
    (tmp_path / "gone.gold.json").write_text(json.dumps({"report": {}}), "utf-8")
    (tmp_path / "readings.jsonl").write_text(chancery("read", report, "--format", "jsonl").stdout, "utf-8")
    done = chancery("score", tmp_path, tmp_path / "readings.jsonl", "--errors", "--format", "json")
    assert done.returncode == 0
    assert done.stderr == "chancery: no reading of gone (counted as empty)\n"
    *errors, figures = done.stdout.splitlines()
    assert all(line.startswith("lima | offices | made up | {") for line in errors)
    assert json.loads(figures)["meetings: who"]["f1"] == 1.0
    assert json.loads(figures)["reports"] == 2


def test_score_prints_what_the_annotators_scorer_prints(chancery: Run, shared: Path, tmp_path: Path) -> None:
    gold = json.loads((shared / "gold/seed/summit.gold.json").read_text("utf-8"))
    gold["report"]["source"] = "summit.txt"
    readings = tmp_path / "readings.jsonl"
    readings.write_text(json.dumps(gold) + "\n", "utf-8")
    theirs = subprocess.run(
        [sys.executable, shared / "gold/score.py", shared / "gold/seed", readings],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert chancery("score", shared / "gold/seed", readings).stdout == theirs.stdout
