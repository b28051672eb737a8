"""Reads annotated reports and prints how well, as Markdown tables.

    python -m bench.accuracy samples [$CHANCERY_SHARED/gold/dev ...] [--write]

With `--write`, the tables go into bench/README.md, and the chief measures of the last folder into README.md, each
between its marks.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from chancery.observations.shape import to_dict
from chancery.run.kit import Kit, load_kit
from chancery.run.reading import read_files
from chancery.run.score import Count, Score, load_golds, score

ROOT = Path(__file__).parent.parent
CHIEF = {
    "meetings: who": "Meetings: who met",
    "meetings: who, when, held or not": "Meetings: who, when, held or not",
    "statements: content, speaker": "Statements: what was said and by whom",
    "events: type, parties": "Events: PLOVER type and both sides",
    "tallies": "Tallies",
    "figures": "Figures",
    "offices": "Offices",
}
"""Measures that the project's front page shows, in a reader's words."""


def scored(folder: Path, kit: Kit) -> Score:
    """The score of what is read now in a folder of annotated reports."""
    readings = {Path(r.article.source).stem: to_dict(r) for r in read_files([folder], kit, on_error=_tell)}
    return score(load_golds(folder), readings)


def whole_table(folder: str, result: Score) -> Iterator[str]:
    """All measures, with counts."""
    yield f"### {folder} ({result.reports} report{'s' if result.reports != 1 else ''})\n"
    yield "| measure | annotated | read | same | precision | recall | F1 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, count in result.counts.items():
        yield f"| {name} | {count.gold} | {count.said} | {count.hits} | {_shares(count)} |"
    yield ""


def chief_table(counts: Mapping[str, Count]) -> Iterator[str]:
    """The chief measures, shares alone."""
    yield "| | precision | recall | F1 |"
    yield "| --- | ---: | ---: | ---: |"
    for name, words in CHIEF.items():
        yield f"| {words} | {_shares(counts[name])} |"


def put(page: Path, lines: Iterator[str]) -> None:
    """Puts lines between the page's marks, in the place of what stood there."""
    new = "<!-- figures -->\n" + "\n".join(lines).strip() + "\n<!-- end of figures -->"
    text = page.read_text("utf-8")
    page.write_text(re.sub(r"<!-- figures -->.*?<!-- end of figures -->", lambda _: new, text, flags=re.S), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="How well annotated reports are read.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    kit = load_kit()
    results = [(folder.name, scored(folder, kit)) for folder in options.folders]
    tables = [line for name, result in results for line in whole_table(name, result)]
    print("\n".join(tables))
    if options.write:
        put(ROOT / "bench/README.md", iter(tables))
        put(ROOT / "README.md", chief_table(results[-1][1].counts))


def _shares(count: Count) -> str:
    return f"{count.precision:.3f} | {count.recall:.3f} | {count.f1:.3f}"


def _tell(error: Exception) -> None:
    print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
