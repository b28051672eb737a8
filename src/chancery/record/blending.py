"""One value out of what several reports tell: pure choices that the order of the reports does not change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any, TypeVar

T = TypeVar("T", bound=Hashable)


def majority(values: Sequence[T]) -> T | None:
    """The most frequent value; of equally frequent ones the first told. None where there is none."""
    counts = Counter(values)
    return max(values, key=lambda v: counts[v]) if values else None


def told(members: Sequence[object], name: str) -> Any:
    """The most frequent value of a field among those who tell it, or None."""
    return majority([value for m in members if (value := getattr(m, name)) not in (None, ())])


def office_of(offices: Sequence[str | None]) -> str | None:
    """The post that most reports print, or None."""
    return majority([office for office in offices if office])
