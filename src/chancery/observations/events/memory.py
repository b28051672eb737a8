"""What a report has told so far, for words that point back: "the visit", "the operation", "rejected the charge"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chancery.mentions.types import Party

_ANSWERED = ("REQUEST", "ACCUSE", "AGREE", "THREATEN")
"""Types that a refusal or denial may answer."""

_REACH = 1500
"""Characters within which a bare "rejected the offer" answers an offer told before: about three paragraphs."""

SAID, DONE = "SAID", "DONE"
"""Among the kinds that a noun points back to: any type but CONSULT; of these, those that change something."""

_TALK = ("CONSULT", "ACCUSE", "REQUEST")


@dataclass(frozen=True, slots=True)
class Act:
    """An act or encounter told at a place of the text, with those on either side; `mode` as in the codebook."""

    event: str
    mode: str | None
    start: int
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


@dataclass
class Memory:
    """The acts told so far, and which of them a noun can point back to.

    Attributes:
        recalls: by noun the types that it may stand for ("visit" for "CONSULT/visit", "move" for `DONE`).
        acts: those told, in any order.
    """

    recalls: Mapping[str, tuple[str, ...]]
    acts: list[Act] = field(default_factory=list)

    def behind(self, lemma: str, start: int) -> tuple[Party, ...]:
        """Those answerable for what a definite noun at a place points back to: the latest fitting act's actors."""
        kinds = self.recalls.get(lemma, ())
        fitting = [a for a in self.acts if a.start < start and any(_is_kind(a, k) for k in kinds)]
        if not fitting:
            return ()
        last = max(fitting, key=lambda a: a.start)
        return (*last.actors, *last.recipients) if last.event == "CONSULT" and "CONSULT" in kinds else last.actors

    def met(self, party: Party, start: int) -> tuple[Party, ...]:
        """The other side of the latest encounter told near before a place that a party was at, where one other was."""
        for act in sorted(self.acts, key=lambda a: -a.start):
            if act.event != "CONSULT" or not 0 <= start - act.start < _REACH:
                continue
            sides = (*act.actors, *act.recipients)
            others = tuple(p for p in sides if p.code != party.code)
            if len(others) < len(sides) and len({p.code for p in others}) == 1:
                return others
        return ()

    def answered_by(self, actors: tuple[Party, ...], start: int) -> tuple[Party, ...]:
        """Whom a refusal by these actors answers: the actors of the latest act near before that was aimed at them."""
        codes = {p.code for p in actors if p.code}
        for act in sorted(self.acts, key=lambda a: -a.start):
            near = act.start <= start and start - act.start < _REACH
            if near and act.event in _ANSWERED and codes & {p.code for p in act.recipients}:
                return act.actors
        return ()


def _is_kind(act: Act, kind: str) -> bool:
    if kind in (SAID, DONE):
        return act.event != "CONSULT" if kind == SAID else act.event not in _TALK
    event, _, mode = kind.partition("/")
    return act.event == event and (not mode or act.mode == mode)
