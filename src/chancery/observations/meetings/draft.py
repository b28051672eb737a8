"""What one mention of an encounter tells, before mentions of the same encounter are put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chancery.grammar.types import Token
from chancery.lexicon.meetings import EncounterKind
from chancery.mentions.types import Party, Place, When

Status = Literal["held", "planned", "proposed", "postponed", "cancelled", "denied", "refused"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an encounter has been, is to be, or is not to be.

    `sure` is false where it rests on a default (a bare noun) and not on a word or a tense: a surer mention of
    the same encounter then decides.
    """

    status: Status
    sure: bool


@dataclass(frozen=True, slots=True)
class Encounter:
    """One mention of an encounter.

    Attributes:
        head: the verb or noun that names it.
        kind: the kind that the word names.
        sides: who met, each party once, in the order told; possibly none ("the talks").
        standing: its status and how sure that is.
        when, place: told at this mention, or None.
        ordinal: the ordinal claimed at this mention, or None.
        guess: sides that only the speech around suggests ("X said the talks with Y were good": X), taken where
            no encounter told elsewhere fits.
        pair: true where a plural subject that names nobody is both sides ("They last met in January").
        joins: true where the words add a side to an encounter told elsewhere ("X also attended the summit").
        collective: true where a phrase like "the two leaders" is both sides, and may mean another pair.
        refers: true where the words can point back at an encounter told before ("the meeting", "his visit").
        rule: the rule that found it, for `chancery why`.
    """

    head: Token
    kind: EncounterKind
    sides: tuple[Party, ...]
    standing: Standing
    when: When | None
    place: Place | None
    ordinal: int | None
    refers: bool
    rule: str
    joins: bool = False
    pair: bool = False
    collective: bool = False
    guess: tuple[Party, ...] = ()
