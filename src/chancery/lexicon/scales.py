"""Where an event stands between conflict and cooperation: quad class, Goldstein score, and its CAMEO code.

`data/events/scales.tsv` has a row for each PLOVER type and mode; its head tells the sources and how scores were got.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.tables import numbered_rows

QUAD_CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""The quad classes of PLOVER, each at its number."""

HEADER = "event mode quad goldstein cameo codes by"


@dataclass(frozen=True, slots=True)
class Scale:
    """An event on the scales that other event data use.

    Attributes:
        quad: the quad class, 0 to 3, as `QUAD_CLASSES` names them.
        goldstein: from -10 (conflict) to +10 (cooperation).
        cameo: the CAMEO code, two to four digits.
        codes: the CAMEO codes whose Goldstein scores were averaged.
        by: "table" where the published conversion of CAMEO to PLOVER gives the codes, else "meaning".
    """

    quad: int
    goldstein: float
    cameo: str
    codes: tuple[str, ...]
    by: str

    @property
    def quad_class(self) -> str:
        """The name of the quad class."""
        return QUAD_CLASSES[self.quad]


def scale(event: str, mode: str | None = None) -> Scale | None:
    """The scales of a PLOVER type and mode.

    Args:
        event: the type ("SANCTION"); mode: its mode, or None.

    Returns:
        those of the type alone where the table does not know the mode, None where it does not know the type.
    """
    table = _shipped()
    return table.get((event, mode or "")) or table.get((event, ""))


def load_scales(path: Path) -> Mapping[tuple[str, str], Scale]:
    """The rows of a table of scales, by type and mode ("" for none).

    Raises:
        DataError: where a row is not of its form; it names file and line.
    """
    found: dict[tuple[str, str], Scale] = {}
    for where, (event, mode, quad, goldstein, cameo, codes, by) in numbered_rows(path, HEADER):
        try:
            found[event, mode] = Scale(int(quad), float(goldstein), cameo, tuple(codes.split()), by)
        except ValueError as error:
            raise DataError(f"{where}: quad class and Goldstein score must be numbers ({error})") from error
    return found


@cache
def _shipped() -> Mapping[tuple[str, str], Scale]:
    with as_file(files("chancery.lexicon") / "data" / "events" / "scales.tsv") as path:
        return load_scales(path)
