"""How well readings agree with annotated reports: precision, recall and F1 of each measure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chancery.errors import InputError
from chancery.run.measures import MEASURES, Entry, Test

NOT_ANNOTATED = frozenset({"planned", "denied", "hypothetical", "conditional", "alleged"})
"""Statuses of events that are not annotated: such events count neither for nor against."""
GOLD_SUFFIX = ".gold.json"


@dataclass(slots=True)
class Count:
    """Entries annotated, entries read, and how many of them are the same."""

    gold: int = 0
    said: int = 0
    hits: int = 0

    @property
    def precision(self) -> float:
        return self.hits / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self) -> dict[str, float]:
        """The figures by name, shares rounded to three places."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        counts = {"gold": self.gold, "said": self.said, "hits": self.hits}
        return counts | {name: round(share, 3) for name, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Miss:
    """An entry of one report that is missed (annotated, not read) or made up (read, not annotated)."""

    report: str
    measure: str
    made_up: bool
    entry: Entry


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome: counts by measure, what went wrong, and the annotated reports that were not read."""

    reports: int
    counts: Mapping[str, Count]
    misses: Sequence[Miss]
    absent: Sequence[str]


def score(golds: Mapping[str, Entry], readings: Mapping[str, Entry]) -> Score:
    """Counts every measure over all annotated reports; a report that was not read counts as empty.

    Args:
        golds: annotated reports by file stem.
        readings: readings in the contract's shape by the stem of the file they were read from.
    """
    counts = {measure.name: Count() for measure in MEASURES}
    misses: list[Miss] = []
    for stem, gold in golds.items():
        reading = readings.get(stem, {})
        for measure in MEASURES:
            wanted = list(gold.get(measure.kind) or [])
            given = [e for e in reading.get(measure.kind) or [] if measure.kind != "events" or _counts(e)]
            pairs = match(wanted, given, measure.same)
            count = counts[measure.name]
            count.gold += len(wanted)
            count.said += len(given)
            count.hits += len(pairs)
            found = set(pairs.values())
            misses += [Miss(stem, measure.name, False, e) for i, e in enumerate(wanted) if i not in found]
            misses += [Miss(stem, measure.name, True, e) for j, e in enumerate(given) if j not in pairs]
    absent = sorted(set(golds) - set(readings))
    return Score(len(golds), counts, misses, absent)


def match(gold: Sequence[Entry], said: Sequence[Entry], same: Test) -> dict[int, int]:
    """The largest one-to-one matching, as places in `said` to places in `gold`.

    Augmenting paths, one from each annotated entry (Kuhn 1955; Berge 1957).
    """
    near = [[j for j, other in enumerate(said) if same(entry, other)] for entry in gold]
    taken_by: dict[int, int] = {}

    def seat(i: int, tried: set[int]) -> bool:
        for j in near[i]:
            if j in tried:
                continue
            tried.add(j)
            if j not in taken_by or seat(taken_by[j], tried):
                taken_by[j] = i
                return True
        return False

    for i in range(len(gold)):
        seat(i, set())
    return taken_by


def load_golds(folder: Path) -> dict[str, Entry]:
    """The annotated reports under a folder, by stem.

    Raises:
        InputError: where there are none, or one is not JSON.
    """
    golds: dict[str, Entry] = {}
    for path in sorted(folder.rglob(f"*{GOLD_SUFFIX}")):
        golds[path.name.removesuffix(GOLD_SUFFIX)] = _object(path.read_text("utf-8"), str(path))
    if not golds:
        raise InputError(str(folder), f"holds no *{GOLD_SUFFIX}")
    return golds


def load_readings(path: Path) -> dict[str, Entry]:
    """The readings of a JSON Lines file, by the stem of their source; of two with one stem the later.

    Raises:
        InputError: where it cannot be read, or a line is no reading; the message names file and line.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({error})") from error
    return dict(_by_stem(text, str(path)))


def _by_stem(text: str, path: str) -> Iterator[tuple[str, Entry]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        reading = _object(line, where)
        report = reading.get("report")
        if not isinstance(report, dict) or "source" not in report:
            raise InputError(where, "not a reading: no report.source")
        yield Path(str(report["source"])).stem, reading


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise InputError(where, f"not JSON ({error})") from error
    if not isinstance(data, dict):
        raise InputError(where, "not a JSON object")
    return data


def _counts(event: Entry) -> bool:
    return event.get("status") not in NOT_ANNOTATED
