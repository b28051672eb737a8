"""Our events on PLOVER's own gold standard: single sentences, one marked event each (a second measure).

    python -m bench.plover_gsr [FOLDER] [--out FILE] [--write] [ARGUMENTS OF ITS SCORER…]

FOLDER holds `plover_gsr_dev.jsonl` and its `score.py`; by default `$CHANCERY_SHARED/gold/events`. Each sentence is
read as a report of its own, published on the date that the record gives it. With `--write`, the measures and the
table by type go into bench/README.md, between their marks: for the first event of a sentence and for all.

The set writes states and organisations as such without a sector ("Peru", "the UN"), where we give one (GOV, IGO); the
conversion leaves it out.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from chancery.articles.types import Article
from chancery.lexicon.atlas import Atlas
from chancery.observations.types import Actor, Event
from chancery.run.article import read_article
from chancery.run.kit import Kit, load_kit

PAGE = Path(__file__).parent / "README.md"
SCORED = ("done", "ongoing", "background", "promised")
"""Statuses that count as told; the set marks no planned, denied or supposed acts."""

MEASURES = (
    "event type", "source country", "target country", "all countries", "full triple", "source country+sector",
    "target country+sector",
)  # fmt: skip
"""The scorer's measures that the page shows, by its names."""

_AS_SUCH = ("GOV", "MIL", "IGO", "NGO")
"""Sectors that we give to a state or organisation where it acts as such."""


def coded(event: Event, atlas: Atlas) -> dict[str, Any]:
    """One event under the set's names."""
    return {
        "event": event.event,
        "mode": event.mode or "",
        "source": [_actor(a, atlas) for a in event.actor],
        "target": [_actor(a, atlas) for a in event.recipient],
    }


def rows(records: list[dict[str, Any]], kit: Kit) -> list[str]:
    """A line of JSON for each record, in the order given."""
    lines = []
    for record in records:
        article = Article(record["id"], record["id"], record["text"].strip(), published=record["date"])
        told = [e for e in read_article(article, kit).events if e.status in SCORED]
        lines.append(json.dumps({"id": record["id"], "events": [coded(e, kit.lexicon.atlas) for e in told]}))
    return lines


def _actor(actor: Actor, atlas: Atlas) -> dict[str, str]:
    code = actor.code if actor.code not in (None, "NON") else ""
    as_such = actor.sector in _AS_SUCH and _names_it(atlas, actor.name or "")
    return {"code": code or "", "sector": "" if as_such else actor.sector or ""}


def _names_it(atlas: Atlas, name: str) -> bool:
    """True for the bare name of a state, its capital, or an organisation."""
    return any(known.kind != "place" for known in atlas.names(name.removeprefix("the ")))


def tables(first: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[str]:
    """What the page shows, as Markdown.

    Args:
        first: the scorer's figures for the first event of each sentence alone; whole: for all events.
    """
    yield "| measure | precision | recall | F1, first event | F1, all events |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name in MEASURES:
        a, b = first["micro"][name], whole["micro"][name]
        yield f"| {name} | {a['p']:.3f} | {a['r']:.3f} | {a['f1']:.3f} | {b['f1']:.3f} |"
    yield ""
    yield "| type | sentences | precision | recall | F1, first event | F1, all events |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    none = {"p": 0.0, "r": 0.0, "f1": 0.0, "tp": 0, "fn": 0}
    types = {t: first["per_type"].get(t, none) for t in {*first["per_type"], *whole["per_type"]}}
    for name, a in sorted(types.items(), key=lambda item: (-item[1]["tp"] - item[1]["fn"], item[0])):
        b = whole["per_type"].get(name, none)
        yield f"| {name} | {a['tp'] + a['fn']} | {a['p']:.3f} | {a['r']:.3f} | {a['f1']:.3f} | {b['f1']:.3f} |"
    yield f"| mean of all types | | | | {first['macro_f1']:.3f} | {whole['macro_f1']:.3f} |"


def _write(command: list[str], scratch: Path) -> None:
    """Scores twice and puts both sets of figures on the page."""
    found = []
    for number, more in enumerate((["--n-best", "1"], [])):
        figures = scratch / f"{number}.json"
        subprocess.run([*command, "--json", str(figures), *more], check=True, stdout=subprocess.DEVNULL)
        found.append(json.loads(figures.read_text("utf-8")))
    new = "<!-- events -->\n" + "\n".join(tables(*found)) + "\n<!-- end of events -->"
    text = PAGE.read_text("utf-8")
    PAGE.write_text(re.sub(r"<!-- events -->.*?<!-- end of events -->", lambda _: new, text, flags=re.S), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, help="where to leave our events as JSON Lines")
    parser.add_argument("--write", action="store_true", help="put the figures into bench/README.md")
    parser.add_argument("--n-best", type=int, default=0, help="score only so many events of a sentence, the first ones")
    args, passed_on = parser.parse_known_args()
    folder = args.folder or Path(os.environ.get("CHANCERY_SHARED", "shared")) / "gold" / "events"
    gold = folder / "plover_gsr_dev.jsonl"
    if not gold.exists():
        print(f"{gold}: not there; name the folder that holds it", file=sys.stderr)
        return 2
    records = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as scratch:
        out = args.out or Path(scratch) / "events.jsonl"
        out.write_text("\n".join(rows(records, load_kit())) + "\n", "utf-8")
        command = [sys.executable, str(folder / "score.py"), str(gold), str(out)]
        if args.write:
            _write(command, Path(scratch))
        return subprocess.run([*command, "--n-best", str(args.n_best), *passed_on], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
