"""The event codebook measured: pairs of a word and a construction by type and mode, and what they reach of a gold set.

    python -m bench.codebook [FOLDER] [--missed] [--page FILE]

FOLDER holds annotated reports; by default `$CHANCERY_SHARED/gold/dev`. An annotated event counts as reached where its
evidence holds a word that some row of its type names, words that are found nearly everywhere left aside; whether the
row also speaks there is what accuracy measures.
`--missed` prints the others; `--page` writes the printed codebook instead.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import chancery.lexicon
from chancery.lexicon.codebook import page, pairs_by_kind, words_by_type
from chancery.lexicon.event_rules import ANYWHERE, MODES
from chancery.lexicon.events import EventRules
from chancery.lexicon.load import Lexicon, load_lexicon

DATA = Path(chancery.lexicon.__file__).parent / "data"
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated event: its type, the sentence that tells it, and whether rows of its type, or of any, reach it."""

    event: str
    evidence: str
    own: bool
    any: bool


def counts(lexicon: Lexicon) -> Iterator[str]:
    """A Markdown table of the pairs by type and mode, those of no mode of their own first."""
    found = pairs_by_kind(lexicon.events, lexicon.meetings)
    yield "| type | mode | pairs |"
    yield "| --- | --- | ---: |"
    for event, modes in MODES.items():
        rows = [(mode, len(found[event, mode])) for mode in ("", *sorted(modes))]
        yield f"| {event} | all | {sum(number for _, number in rows)} |"
        yield from (f"| {event} | {mode or 'none or by content'} | {number} |" for mode, number in rows if number)
    yield f"| all | all | {sum(map(len, found.values()))} |"


def lemmas(text: str, rules: EventRules) -> frozenset[str]:
    """The words of a text and the listed lemmas that they are forms of; hyphened words whole and by their parts."""
    words = {w.lower() for w in _WORDS.findall(text)}
    words |= {part for w in words for part in w.split("-")}
    return frozenset(words | {rules.by_form[w] for w in words if w in rules.by_form})


def told(folder: Path, lexicon: Lexicon) -> list[Told]:
    """Every annotated event of a folder's `*.gold.json`, held against the words of the rows."""
    by_type = {k: words - ANYWHERE for k, words in words_by_type(lexicon.events, lexicon.meetings).items()}
    every = frozenset().union(*by_type.values())
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        for event in json.loads(path.read_text("utf-8"))["events"]:
            here = lemmas(event["evidence"], lexicon.events)
            kind = event["event"]
            found.append(Told(kind, event["evidence"], bool(here & by_type[kind]), bool(here & every)))
    return found


def shares(events: list[Told]) -> Iterator[str]:
    """A Markdown table of the share of annotated events that a row reaches, by type."""
    yield "| type | annotated | reached by a row of it | by a row of any type |"
    yield "| --- | ---: | ---: | ---: |"
    number = Counter(e.event for e in events)
    own, other = Counter(e.event for e in events if e.own), Counter(e.event for e in events if e.any)
    for event in (*sorted(number), ""):
        yield _share(event or "all", *((c[event] if event else c.total()) for c in (number, own, other)))


def _share(name: str, number: int, own: int, other: int) -> str:
    return f"| {name} | {number} | {own / max(number, 1):.3f} | {other / max(number, 1):.3f} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument(
        "--missed", action="store_true", help="print the annotated events that no row of their type reaches"
    )
    parser.add_argument("--page", type=Path, help="write the printed codebook there and end")
    args = parser.parse_args()
    lexicon = load_lexicon()
    if args.page:
        args.page.write_text("\n".join(page(DATA, lexicon.events, lexicon.meetings)) + "\n", "utf-8")
        return 0
    print("\n".join(counts(lexicon)))
    folder = args.folder or Path(os.environ.get("CHANCERY_SHARED", "shared")) / "gold" / "dev"
    if not folder.is_dir():
        print(f"{folder}: not there; name a folder of annotated reports", file=sys.stderr)
        return 2
    events = told(folder, lexicon)
    print("\n" + "\n".join(shares(events)))
    if args.missed:
        print("\n" + "\n".join(f"{e.event}\t{e.evidence}" for e in events if not e.own))
    return 0


if __name__ == "__main__":
    sys.exit(main())
