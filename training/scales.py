"""Makes the table of quad classes, Goldstein scores and CAMEO codes of PLOVER's types and modes.

    python -m training.scales CODES [OUT]

CODES is a folder with `CAMEO2PLOVER-2021.txt` (Open Event Data Alliance) and `cameo_goldstein.tsv` (a table of the
published scores of CAMEO codes). OUT is by default the lexicon's table.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

import chancery.lexicon
from chancery.lexicon.event_rules import MODES
from chancery.lexicon.scales import HEADER

OUT = Path(chancery.lexicon.__file__).parent / "data" / "events" / "scales.tsv"

QUADS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 0),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 1),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 2),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 3),
}
"""The quad class of each type, as PLOVER's manual heads its chapters."""

BY_MEANING: Mapping[tuple[str, str], str] = {
    ("CONSULT", "multilateral"): "04",
    ("RETREAT", "resign"): "0831",
    ("THREATEN", "arrest"): "132",
    ("THREATEN", "rights"): "1321",
    ("PROTEST", "strike"): "143",
    ("SANCTION", "convict"): "116",
    ("MOBILIZE", "weapons"): "150",
    ("MOBILIZE", "militia"): "154",
    ("COERCE", "censor"): "1721",
    ("COERCE", "withhold"): "170",
    ("COERCE", "misinformation"): "170",
    ("COERCE", "cyber"): "170",
    ("ASSAULT", "execute"): "1823",
    ("ASSAULT", "destroy"): "1712",
    ("ASSAULT", "primitive"): "182",
    ("ASSAULT", "aerial"): "195",
    ("ASSAULT", "drone"): "195",
    ("ASSAULT", "crowd-control"): "175",
}
"""CAMEO codes of the modes that the conversion table has no row for."""

CHOSEN: Mapping[tuple[str, str], str] = {
    ("ACCUSE", "allege"): "112",
    ("REJECT", "yield"): "124",
    ("RETREAT", "withdraw"): "0874",
    ("THREATEN", "relations"): "1313",
    ("THREATEN", "violence"): "138",
    ("ASSAULT", "suicide-attack"): "1831",
}
"""CAMEO codes that say what a mode means better than the most general of its codes."""

_ROW = re.compile(r"^(\d{2,4}): *([A-Z]+) *, *([a-z-]*)")

HEAD = """# Made by `python -m training.scales`.
# quad: the quad class, 0 verbal cooperation, 1 material cooperation, 2 verbal conflict, 3 material conflict, as the
# manual of PLOVER (2021) has them. goldstein: the plain mean, to one decimal, of the scores (-10 to +10) of the CAMEO
# codes in `codes`, as published for CAMEO (Goldstein 1992, Journal of Conflict Resolution 36, carried over from WEIS to
# CAMEO by P. Schrodt). codes: those that the Open Event Data Alliance's conversion of CAMEO to PLOVER (2021) gives the
# type and mode (`by`: table), to a type without mode all of the type; where it gives none, by what the mode means.
# cameo: what the codes begin with in common where that is three digits or more, else the most general of them, or the
# one that says best what the mode means.
"""


def conversion(text: str) -> dict[tuple[str, str], list[str]]:
    """The CAMEO codes of each type and mode of the conversion table, in its order; "" has all of the type."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in text.splitlines():
        row = _ROW.match(line)
        if row is not None:
            code, event, mode = row.groups()
            for kind in dict.fromkeys(((event, ""), (event, mode))):
                if code not in found.setdefault(kind, []):
                    found[kind].append(code)
    return found


def scores(text: str) -> dict[str, float]:
    """The Goldstein score of each CAMEO code."""
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {row[3].strip(): float(row[2]) for row in rows if len(row) > 3}


def table(codes: str, goldstein: str) -> Iterator[str]:
    """The lines of the table, without their ends.

    Args:
        codes: the text of the conversion table. goldstein: that of the table of scores.
    """
    told, score = conversion(codes), scores(goldstein)
    yield from HEAD.splitlines()
    yield HEADER.replace(" ", "\t")
    for event, modes in MODES.items():
        for mode in ("", *sorted(modes)):
            found = told.get((event, mode)) or BY_MEANING[event, mode].split()
            counted = [code for code in found if code in score] or [_root(found)]
            mean = sum(score[code] for code in counted) / len(counted)
            cameo = CHOSEN.get((event, mode)) or (_nearest(found) if mode else _root(found))
            by = "table" if (event, mode) in told else "meaning"
            yield "\t".join((event, mode, str(QUADS[event]), f"{mean:.1f}", cameo, " ".join(counted), by))


def _root(codes: Sequence[str]) -> str:
    """The two digits that most of a type's codes begin with."""
    roots = [code[:2] for code in codes]
    return max(dict.fromkeys(roots), key=roots.count)


def _nearest(codes: Sequence[str]) -> str:
    digits = takewhile(lambda column: len(set(column)) == 1, zip(*codes, strict=False))
    shared = "".join(column[0] for column in digits)
    return shared if len(shared) > 2 or len(codes) == 1 else min(codes, key=lambda code: (len(code), code))


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    names = ("CAMEO2PLOVER-2021.txt", "cameo_goldstein.tsv")
    lines = table(*((folder / name).read_text("utf-8") for name in names))
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else OUT
    out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
