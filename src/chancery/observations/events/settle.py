"""Sides whose state no word beside the act tells, settled by what is around them."""

from __future__ import annotations

from dataclasses import replace

from chancery.grammar.types import Token
from chancery.mentions.types import Party
from chancery.observations.events.groups import crowd
from chancery.observations.events.slots import Scene, filled, step
from chancery.observations.events.voices import home_state, name_of_state, only_state

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]

_NATIONAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "OPP", "PTY", "REB", "ELI"})
"""Sectors whose people are a state's own, unless told otherwise."""

_AT_HOME = frozenset({"OPP", "PTY", "REB", "LEG", "JUD", "EDU", "LAB", "AGR", "CVL", "REL", "ELI", "HLH", "BUS", "UAF"})
"""Sectors whose people deal with those in power where they live."""

_SUBJECTS = frozenset({"OPP", "PTY", "CVL", "EDU", "LAB", "AGR", "REL", "MED", "ELI", "REF", "REB", "CRM"})
"""Sectors of the people whom a state's police and courts deal with."""

AT_HOME = ("COERCE", "CONCEDE", "THREATEN")
"""Types of what those in power do to the people of their own state: a curfew imposed, tightened, lifted."""

_ABROAD = frozenset({"GOV", "MIL", "SPY"})
"""Sectors of those who deal with other states for their own."""

_AUTHORITIES = frozenset({"GOV", "JUD", "SPY", "MIL"})


def settled(scene: Scene, token: Token, act: tuple[str, str | None], sides: Sides) -> Sides:
    """Both sides of an act, those of no told state as those of the state that what is around them speaks of.

    Who holds a state's posts or opposes it, and a crowd, belongs where the act is, else to the state that the report
    is about, else to the only one that the sentence names. Whom people of a state turn to, and whom its police deal
    with, belongs to the same state. Anybody else may be a stranger and stays as told.

    Args:
        act: type and mode.
        sides: actors and recipients.
    """
    actors, recipients = sides
    event, mode = act
    if not actors and event == "PROTEST":
        crowds = (crowd(scene, filled(scene, doer)) for doer in step(scene, token, "agent"))
        actors = tuple(c for c in crowds if c is not None)
    if actors and not known(actors):
        fits = [_may_be_at_home(p, act) for p in actors]
        actors = _placed(actors, fits, _around(scene, token, sides) if any(fits) else None)
    if recipients and not known(recipients):
        policed = event == "COERCE" or mode == "crowd-control" or _are_protesters(recipients)
        fits = [p.sector in _NATIONAL or (policed and _is_subject(p)) for p in recipients]
        code = _own_state(actors, policed, event == "PROTEST") or (_here(scene, token) if not known(actors) else None)
        recipients = _placed(recipients, fits, code)
    if event == "PROTEST" and not recipients and known(actors):
        recipients = _those_in_power(scene, actors)
    return actors, recipients


def _those_in_power(scene: Scene, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The state of a crowd, where nothing tells whom it protests against."""
    states = list(dict.fromkeys(p.country for p in actors if p.country and p.kind != "country"))
    return tuple(Party(-1, "country", name_of_state(scene.marked, state), state, state, "GOV") for state in states)


def known(side: tuple[Party, ...]) -> bool:
    """True where somebody of a side has a code."""
    return any(p.code for p in side)


def _may_be_at_home(party: Party, act: tuple[str, str | None]) -> bool:
    """Who holds a state's post or opposes it; in a protest anybody unnamed; who resigns has had a post."""
    crowd = act[0] == "PROTEST" and party.kind != "person"
    return party.sector in _NATIONAL or crowd or act == ("RETREAT", "resign")


def _are_protesters(side: tuple[Party, ...]) -> bool:
    return all(p.kind == "group" and p.sector == "OPP" for p in side)


def _is_subject(party: Party) -> bool:
    return party.kind == "group" or (party.kind == "person" and party.sector in _SUBJECTS)


def _own_state(actors: tuple[Party, ...], policed: bool, protest: bool) -> str | None:
    """The state whose people act among themselves, or whose police acts; None for what states do abroad."""
    states = {p.country for p in actors}
    if len(states) != 1:
        return None
    inside = protest or all(p.sector in _AT_HOME for p in actors)
    authority = policed and all(p.kind != "country" and p.sector in _AUTHORITIES for p in actors)
    return states.pop() if inside or authority else None


def _around(scene: Scene, token: Token, sides: Sides) -> str | None:
    """The state of an act's place or of the report, else the one that the sentence names, if not as the other side.

    A government does not deal with its own state; its opponents, courts and parliament do.
    """
    state = _here(scene, token) or only_state(scene, token)
    there = {p.code for p in sides[1] if p.sector not in _AT_HOME}
    other = state in there and any(p.sector in _ABROAD for p in sides[0])
    return None if other else state


def _here(scene: Scene, token: Token) -> str | None:
    home = home_state(scene, token)
    return home[0].code if home else None


def _placed(side: tuple[Party, ...], fits: list[bool], code: str | None) -> tuple[Party, ...]:
    if code is None:
        return side
    return tuple(replace(p, country=code, code=code) if fit else p for p, fit in zip(side, fits, strict=True))


def its_people(side: tuple[Party, ...]) -> tuple[Party, ...]:
    """The people of a state, where the state itself stands for whom its own government deals with."""
    return tuple(replace(p, kind="group", sector="CVL") for p in side)


def on_own_ground(
    scene: Scene, token: Token, act: tuple[str, str | None], actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The people of the place of an act that those in power do at home: "will extend the curfew in Abidjan"."""
    if len(actors) != 1 or actors[0].kind == "country" or actors[0].sector not in _AUTHORITIES:
        return ()
    below = [w for head in step(scene, token, "patient") for w in scene.parsed.subtree(head)]
    below += scene.parsed.children(token, "obl")
    places = {p.head: p for p in scene.marked.places}
    at = next((places[w.i] for w in below if w.i in places), None)
    country = actors[0].country
    if at is not None and at.country is not None and at.country == country:
        return (Party(-1, "group", at.name, country, country, "CVL"),)
    if act == ("THREATEN", "restrict") and country is not None and only_state(scene, token) == country:
        return (Party(-1, "group", name_of_state(scene.marked, country), country, country, "CVL"),)
    return ()


def deals_with(actors: tuple[Party, ...], other: Party) -> bool:
    """True for a party that an act may concern: of another state, or in power over those who act, or beside them."""
    if other.code in (None, "MNC"):
        return False
    if other.code not in {p.code for p in actors}:
        return True
    at_home = all(p.sector in _AT_HOME for p in actors)
    return at_home and other.kind != "country" and other.sector not in {None, *(p.sector for p in actors)}


def abroad(scene: Scene, words: list[Token], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The state of another's ground that words name: "will evacuate the settlements in the Gaza Strip"."""
    own, heads = {p.code for p in actors}, {w.i for w in words}
    places = (p for p in scene.marked.places if p.head in heads and p.country is not None and p.country not in own)
    found = next(places, None)
    return () if found is None else (Party(-1, "country", found.name, found.country, found.country),)
