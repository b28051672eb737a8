"""Reading needs nothing from outside: no network, no home folder, and it writes nowhere but to its output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GUARDED = """
import os, socket, sys

def forbidden(*arguments, **names):
    os.write(2, b"NETWORK USED\\n")
    raise OSError("no network in this test")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = forbidden
socket.getaddrinfo = socket.create_connection = socket.gethostbyname = forbidden

def audit(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        forbidden()

sys.addaudithook(audit)
from chancery.serve.cli import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def report(samples: Path) -> Path:
    return samples / "2019-04-26-kim-putin-eastgate.txt"


def snapshot(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_read_with_an_empty_home_and_no_network(tmp_path: Path, report: Path) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    keep = {"PATH", "LANG", "SYSTEMROOT"}
    environment = {k: v for k, v in os.environ.items() if k in keep} | {
        "HOME": str(home), "TMPDIR": str(work), "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", GUARDED, "read", "--format", "jsonl", str(report)],
        cwd=work, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode == 0
    assert json.loads(done.stdout)["meetings"]
    assert snapshot(home) == set(), "something was written to the home folder"
    assert snapshot(work) == set(), "something was written to the folder that it ran in, or left in TMPDIR"


def test_reading_opens_no_file_for_writing(tmp_path: Path, report: Path) -> None:
    guard = (
        "import sys, os\n"
        "def audit(event, arguments):\n"
        "    if event == 'open' and isinstance(arguments[2], int):\n"
        "        if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):\n"
        "            print('WRITES', arguments[0], file=sys.stderr)\n"
        "from chancery.serve.cli import run\n"
        "sys.addaudithook(audit)\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", guard, "read", str(report)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert [line for line in done.stderr.splitlines() if os.devnull not in line] == []


def test_telemetry_is_off_before_onnxruntime_is_imported() -> None:
    script = (
        "import os, sys\n"
        "os.environ.pop('ORT_DISABLE_TELEMETRY', None)\n"
        "from chancery.grammar.reader import load_reader\n"
        "assert 'onnxruntime' not in sys.modules, 'imported before it is needed'\n"
        "load_reader()\n"
        "assert 'onnxruntime' in sys.modules\n"
        "assert os.environ['ORT_DISABLE_TELEMETRY'] == '1'\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)
