"""Our events on PLOVER's own gold standard: single sentences, one marked event each (a second measure).

    python -m bench.plover_gsr [FOLDER] [--out FILE] [ARGUMENTS OF ITS SCORER…]

FOLDER holds `plover_gsr_dev.jsonl` and its `score.py`; by default `$CHANCERY_SHARED/gold/events`. Each sentence is
read as a report of its own, published on the date that the record gives it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from chancery.articles.types import Article
from chancery.observations.types import Actor, Event
from chancery.run.article import read_article
from chancery.run.kit import Kit, load_kit

SCORED = ("done", "ongoing", "background", "promised")
"""Statuses that count as told; the set marks no planned, denied or supposed acts."""


def coded(event: Event) -> dict[str, Any]:
    """One event under the set's names."""
    return {
        "event": event.event,
        "mode": event.mode or "",
        "source": [_actor(a) for a in event.actor],
        "target": [_actor(a) for a in event.recipient],
    }


def rows(records: list[dict[str, Any]], kit: Kit) -> list[str]:
    """A line of JSON for each record, in the order given."""
    lines = []
    for record in records:
        article = Article(record["id"], record["id"], record["text"].strip(), published=record["date"])
        events = [coded(e) for e in read_article(article, kit).events if e.status in SCORED]
        lines.append(json.dumps({"id": record["id"], "events": events}))
    return lines


def _actor(actor: Actor) -> dict[str, str]:
    code = actor.code if actor.code not in (None, "NON") else ""
    return {"code": code or "", "sector": actor.sector or ""}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, help="where to leave our events as JSON Lines")
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
        command = [sys.executable, str(folder / "score.py"), str(gold), str(out), *passed_on]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
