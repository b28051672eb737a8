"""The shipped words of reporting, read once for all tests."""

from __future__ import annotations

from importlib.resources import as_file, files

from chancery.lexicon.cues import load_cues

with as_file(files("chancery.lexicon") / "data") as _folder:
    CUES = load_cues(_folder)
