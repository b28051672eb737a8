"""The errors that Chancery raises on purpose. Each message names the input and, where there is one, the mend."""

from __future__ import annotations


class ChanceryError(Exception):
    """Anything that a user can be told in one line; the command line prints it without a traceback."""


class InputError(ChanceryError):
    """An input that could not be read.

    Args:
        source: the path or URL, as the user named it.
        reason: why, in words for the user, without a full stop.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class RecordError(ChanceryError):
    """A record file that cannot be opened, is not a record, or is held by another process."""


class DataError(ChanceryError):
    """A data or rule file (ours or the user's) that does not have the form it should have."""
