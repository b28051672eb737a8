"""Whole readings of some samples: `make golden` writes them anew, tests/test_golden.py compares.

A golden file is what is read now, looked at by a person. When one changes, look at the difference: each line
of it is a change in what users get.
"""

from __future__ import annotations

import json
from pathlib import Path

from chancery.observations.shape import to_dict
from chancery.observations.types import Reading
from chancery.run.kit import load_kit
from chancery.run.reading import read_files

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
SAMPLES = (
    "samples/2018-03-28-kim-xi-beijing.html",
    "samples/2018-04-28-panmunjom-straitline.json",
    "samples/2018-06-12-trump-kim-singapore.html",
    "samples/2018-09-28-un-sanctions.txt",
    "samples/2019-03-02-kim-trong-hanoi.json",
    "samples/2019-04-18-biegun-moscow.txt",
    "samples/2019-04-23-kim-putin-preview.html",
    "samples/2019-04-26-kim-putin-eastgate.txt",
    "samples/envoys.jsonl",
)


def golden_path(sample: str) -> Path:
    return FOLDER / f"{Path(sample).name}.golden.json"


def golden_text(readings: list[Reading]) -> str:
    """The readings of one sample file, laid out so that a difference shows the entry that changed."""
    return json.dumps([to_dict(reading) for reading in readings], ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    kit = load_kit()
    for sample in SAMPLES:
        readings = list(read_files([sample], kit, on_error=print))
        golden_path(sample).write_text(golden_text(readings), "utf-8")
        print(f"{golden_path(sample).relative_to(ROOT)}: {len(readings)} reports")


if __name__ == "__main__":
    main()
