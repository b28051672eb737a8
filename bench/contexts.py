"""Contexts on PLOVER's own gold standard: how many of those marked we give, and how many of ours are marked.

    python -m bench.contexts [FOLDER]

FOLDER holds `plover_gsr_dev.jsonl`; by default `$CHANCERY_SHARED/gold/events`. The set marks contexts on some
sentences, by an older and shorter list than that of PLOVER's data; only what both lists can say is counted, on events
whose type we tell rightly.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from chancery.articles.types import Article
from chancery.run.article import read_article
from chancery.run.kit import Kit, load_kit

SAME: Mapping[str, tuple[str, ...]] = {
    **{
        name: (name,)
        for name in ("military", "diplomatic", "legal", "economic", "election", "cbrn", "terrorism", "cyber")
    },
    "resource": ("natural_resources", "territory"),
    "refugee": ("migration", "asylum"),
    "government": ("executive",),
    "rights": ("human_rights", "rights_freedoms"),
    "discrimination": ("inequality",),
    "religion": ("religion_ethnicity",),
}
"""What each name of the set is called in ours; names that ours lack ("political") are left out."""

_SAYABLE = frozenset(name for names in SAME.values() for name in names)


def counted(records: Iterable[dict[str, Any]], kit: Kit) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By the set's names how many contexts we give and how many we miss; by ours, how many are not marked."""
    given: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    besides: Counter[str] = Counter()
    for record in records:
        article = Article(record["id"], record["id"], record["text"].strip(), published=record["date"])
        found = [e for e in read_article(article, kit).events if e.event == record["event"]]
        marked = [name for name in record["context"] if name in SAME]
        if not found or not marked:
            continue
        ours = set(found[0].context)
        for name in marked:
            (given if ours & set(SAME[name]) else missed)[name] += 1
        besides.update(ours & _SAYABLE - {alike for name in marked for alike in SAME[name]})
    return given, missed, besides


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    folder = parser.parse_args().folder or Path(os.environ.get("CHANCERY_SHARED", "shared")) / "gold" / "events"
    gold = folder / "plover_gsr_dev.jsonl"
    if not gold.exists():
        print(f"{gold}: not there; name the folder that holds it", file=sys.stderr)
        return 2
    records = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    given, missed, besides = counted(records, load_kit())
    print("| context | marked | given |\n| --- | ---: | ---: |")
    for name, number in (given + missed).most_common():
        print(f"| {name} | {number} | {given[name]} |")
    right, wanted, extra = given.total(), (given + missed).total(), besides.total()
    print(f"\nrecall {right / wanted:.3f}, precision {right / (right + extra):.3f}")
    print("given though not marked: " + ", ".join(f"{name} {number}" for name, number in besides.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
