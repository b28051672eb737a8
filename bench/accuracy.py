"""Reads annotated reports and prints how well, as a Markdown table.

python -m bench.accuracy $CHANCERY_SHARED/gold/seed $CHANCERY_SHARED/gold/dev
"""

from __future__ import annotations

import sys
from pathlib import Path

from chancery.observations.shape import to_dict
from chancery.run.files import read_files
from chancery.run.kit import Kit, load_kit
from chancery.run.score import Score, load_golds, score


def scored(folder: Path, kit: Kit) -> Score:
    """The score of what is read now in a folder of annotated reports."""
    readings = {Path(r.article.source).stem: to_dict(r) for r in read_files([folder], kit, on_error=_tell)}
    return score(load_golds(folder), readings)


def main(folders: list[str]) -> None:
    kit = load_kit()
    for folder in map(Path, folders):
        result = scored(folder, kit)
        print(f"### {folder.name} ({result.reports} report{'s' if result.reports != 1 else ''})\n")
        print("| measure | annotated | read | same | precision | recall | F1 |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        for name, count in result.counts.items():
            shares = f"{count.precision:.3f} | {count.recall:.3f} | {count.f1:.3f}"
            print(f"| {name} | {count.gold} | {count.said} | {count.hits} | {shares} |")
        print()


def _tell(error: Exception) -> None:
    print(error, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
