"""What was left out and why: the counted opposite of silence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that a stage could not use.

    Attributes:
        stage: the folder that skipped it ("articles", "grammar", "mentions", "observations").
        reason: a short, countable reason ("no publication date").
        detail: what it was, as text for a reader, or "".
    """

    stage: str
    reason: str
    detail: str = ""
