"""What can be set from outside, and what holds where it is not."""

from __future__ import annotations

RECORD_VARIABLE = "CHANCERY_RECORD"
"""The environment variable that names the record file."""

DEFAULT_RECORD = "chancery.duckdb"
"""The record file, in the folder that the command is run in, where nothing else is named."""

PLAIN_WIDTH = 160
"""Columns that tables may take where they are not printed to a terminal; `COLUMNS` overrides it."""
