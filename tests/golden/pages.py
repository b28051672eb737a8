"""The console examples in the README and the docs, with the output that the program really gives.

A block opened by ```console holds commands (`$ …`), each followed by what it prints. `make golden` runs them
in the order of the page, in an empty folder with the samples in it, and puts the output in its place.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.golden.renew import ROOT

PAGES = ("README.md",)
WIDTH = "120"
_BLOCK = re.compile(r"```console\n(.*?)```", re.S)


def renewed(page: str) -> str:
    """The page with the output of its console examples as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "samples").symlink_to(ROOT / "samples")

        def run(block: re.Match[str]) -> str:
            commands = [line for line in block[1].splitlines() if line.startswith("$ ")]
            return "```console\n" + "\n".join(_with_output(c, folder) for c in commands) + "```"

        return _BLOCK.sub(run, page)


def _with_output(command: str, folder: str) -> str:
    environment = {k: v for k, v in os.environ.items() if k != "CHANCERY_RECORD"}
    environment |= {"COLUMNS": WIDTH, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command.removeprefix("$ "),
        shell=True, cwd=folder, env=environment, text=True, encoding="utf-8", timeout=120, check=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return f"{command}\n{done.stdout.strip()}\n"


def main() -> None:
    for name in PAGES:
        path = ROOT / name
        path.write_text(renewed(path.read_text("utf-8")), "utf-8")
        print(f"{name}: examples run")


if __name__ == "__main__":
    main()
