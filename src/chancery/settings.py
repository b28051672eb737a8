"""What can be set from outside, and what holds where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

RECORD_VARIABLE = "CHANCERY_RECORD"
"""The environment variable that names the record file."""

DEFAULT_RECORD = "chancery.duckdb"
"""The record file, in the folder that the command is run in, where nothing else is named."""

PLAIN_WIDTH = 160
"""Columns that tables may take where they are not printed to a terminal; `COLUMNS` overrides it."""


@dataclass(frozen=True, slots=True)
class Own:
    """What a user puts in the place of what is shipped.

    Attributes:
        rules: a file of event rules that are added to ours, or take the place of those with the same key.
        policy: a file that says under which code disputed states, places and capitals are filed.
        pipeline: another parser: "spacy:MODEL" or "stanza:FOLDER".
    """

    rules: Path | None = None
    policy: Path | None = None
    pipeline: str | None = None


SHIPPED = Own()
