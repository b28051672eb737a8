"""What was left out and why, the counted opposite of silence; and whom words were taken to mean, and why."""

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


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom some words of a report were taken to mean.

    Attributes:
        span: the words, as a half-open character range of the report's text.
        parties: whom they stand for, each by name and alpha-3 code of the state (None where there is none).
        rule: the rule that told.
        back: the earlier (or later) words that they refer to, as a character range, or None.
        others: who else was thought of, each by name and why they are not meant, the likeliest first.
    """

    span: tuple[int, int]
    parties: tuple[tuple[str, str | None], ...]
    rule: str
    back: tuple[int, int] | None = None
    others: tuple[tuple[str, str], ...] = ()
