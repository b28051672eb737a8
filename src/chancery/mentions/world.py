"""Parties made of names: people with their posts, states, bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from chancery.lexicon.atlas import Known
from chancery.lexicon.spelling import core_words
from chancery.mentions.bodies.homes import home_of
from chancery.mentions.names import Name
from chancery.mentions.people.find import Person
from chancery.mentions.people.identity import link_of, offices_then, state_of_holder
from chancery.mentions.people.postphrases import Post
from chancery.mentions.scene import DOMESTIC, STATE_SECTORS, Scene
from chancery.mentions.types import Party

NATIONAL = frozenset({"minister", "head_of_government", "head_of_state", "party", "legislator"})
"""Ranks of titles that a report gives without a state only where it is about that state ("opposition leader X")."""


@dataclass
class World:
    """The parties of a report by number, and which of them each name (by its place in `Scene.names`) is."""

    parties: list[Party] = field(default_factory=list)
    of_name: dict[int, Party] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    """Party number of each person to what is known of them."""
    bodies: dict[str, int] = field(default_factory=dict)
    """Atlas key, or words of the name, of each body to its party number."""
    states: dict[str, int] = field(default_factory=dict)
    """Atlas key of each state to its party number: a former state is not its successor."""
    home: str | None = None
    """The state that the report is at home in (see `homes`)."""

    def add(self, party: Party) -> Party:
        """The party with its number."""
        numbered = replace(party, entity=len(self.parties))
        self.parties.append(numbered)
        return numbered

    def country(self, scene: Scene, alpha3: str) -> Party | None:
        """The party of a state, made when it is first asked for (an adjective alone may bring it in)."""
        known = scene.atlas.country(alpha3)
        return None if known is None else self.state(known)

    def both_koreas(self, scene: Scene) -> tuple[Party, ...]:
        """The two states of one name, for words that tell of both ("the two Koreas")."""
        return tuple(p for code in ("PRK", "KOR") if (p := self.country(scene, code)) is not None)

    def state(self, known: Known) -> Party:
        """The party of a state that the atlas knows."""
        at = self.states.get(known.key)
        if at is not None:
            return self.parties[at]
        country = known.country or known.key
        party = self.add(Party(-1, "country", known.name, country, known.code or country, "GOV"))
        self.states[known.key] = party.entity
        return party

    def body(self, known: Known, text: str) -> Party:
        """The party of a body that the atlas knows, by the name that the report gives it first."""
        at = self.bodies.get(known.key)
        if at is not None:
            return self.parties[at]
        party = self.add(Party(-1, "body", text, known.country, known.code, known.sector))
        self.bodies[known.key] = party.entity
        return party


def build(scene: Scene, people: list[Person], published: str | None) -> World:
    """The parties that the report names."""
    world = World()
    for person in people:
        party = world.add(_person(scene, person, published))
        world.people[party.entity] = person
        for mention in person.mentions:
            world.of_name[mention] = party
    for number, name in enumerate(scene.names):
        if name.kind != "PER":
            found = _thing(scene, world, name)
            if found is not None:
                world.of_name[number] = found
    world.home = home_of(scene.atlas, scene.parsed.article.dateline, _states(scene, world))
    _at_home(world)
    _attached(world)
    return world


def _attached(world: World) -> None:
    """People whose post is with another person ("adviser to President X") are of that person's state."""
    for number, person in world.people.items():
        party = world.parties[number]
        leaders = [world.of_name.get(post.via) for post in person.posts if post.via is not None and post.body is None]
        states = {leader.country for leader in leaders if leader is not None and leader.country is not None}
        if party.country is not None or party.body is not None or len(states) != 1:
            continue
        _settle(world, number, person, states.pop())


def _states(scene: Scene, world: World) -> Iterator[str]:
    """The state of each name's party, and of each adjective."""
    for i, word in enumerate(scene.words):
        number = scene.number_at(i)
        if number is not None:
            party = world.of_name.get(number)
            if party is not None and party.country is not None and i == scene.names[number].first:
                yield party.country
        elif word[:1].isupper() and (adjective := scene.adjective(i)) is not None and adjective[0].country is not None:
            yield adjective[0].country


def _at_home(world: World) -> None:
    """People with a national post that is told without its state hold it in the state that the report is about."""
    for number, person in world.people.items():
        party = world.parties[number]
        first = next((p for p in person.posts if p.is_office and not p.former), None)
        free = party.body is None or party.sector in DOMESTIC
        if party.country is None and free and first is not None and first.title.rank in NATIONAL:
            _settle(world, number, person, world.home)


def _settle(world: World, number: int, person: Person, state: str | None) -> None:
    settled = replace(world.parties[number], country=state, code=world.parties[number].code or state)
    world.parties[number] = settled
    world.of_name.update(dict.fromkeys(person.mentions, settled))


def _person(scene: Scene, person: Person, published: str | None) -> Party:
    held = [p for p in person.posts if p.is_office]
    posts = [p for p in held if not p.former] or held
    office = posts[0].office if posts else None
    body = next((p.body for p in posts if p.body is not None), None)
    known = next((p.known for p in posts if p.known is not None and p.body is not None), None)
    sector = next((p.title.sector for p in posts or person.posts if p.title.sector is not None), None)
    country = _state_told(posts, body)
    if country is None and (body is None or any(p.body is None and p.title.rank in NATIONAL for p in posts)):
        country, served = state_of_holder(scene, person, published)
        known, body = (served, served.name) if served is not None else (known, body)
        sector = sector or ("GOV" if country is not None and office is None else None)
    code = country
    if known is not None and known.country is None and country is None:
        code, sector = known.code, known.sector
    elif known is not None and known.sector not in (*STATE_SECTORS, None):
        sector = known.sector if sector in (None, "GOV") else sector
    if posts and posts[0].former and sector == "GOV":
        sector = "ELI"  # PLOVER: former officials are elites
    link = link_of(scene, person, published, country)
    person.holdings = offices_then(scene, person, published, country)
    wikidata = link.wikidata if link is not None else None
    return Party(-1, "person", person.name, country, code, sector, office, body, wikidata)


def _state_told(posts: Sequence[Post], body: str | None) -> str | None:
    """The state that the report gives: of a post, or of where the body is that somebody works for."""
    told = next((p.country for p in posts if p.country is not None), None)
    if told is None and body is not None:
        return next((p.based for p in posts if p.based is not None), None)
    return told


def _thing(scene: Scene, world: World, name: Name) -> Party | None:
    known = name.known
    text = _plain(scene.text(name.first, name.last))
    introduced = scene.shorts.get(text)
    if introduced is not None and scene.names[introduced] != name:
        return _thing(scene, world, scene.names[introduced])
    if known is not None and known.kind == "country" and known.country is not None:
        return _country(world, known, text)
    if known is not None and known.kind == "place":
        return None  # a place acts only where the grammar says so: see `actors.metonym`
    if known is None and name.kind == "LOC":
        return None
    people = scene.atlas.demonym(text) if known is None else None
    if people is not None:
        return world.add(people_of(people, text))
    if known is None and scene.atlas.organ(text) is not None and scene.state_of(name.first, name.last) is None:
        return _organ(scene, world, name, text)
    if known is not None:
        return world.body(known, text)
    key = " ".join(core_words(text))
    met = _short_for(world, key)
    if met is not None:
        return world.parties[met]
    country = scene.state_of(name.first, name.last)
    party = world.add(Party(-1, "body", text, country, country, _sector(scene, name)))
    world.bodies[key] = party.entity
    return party


def people_of(state: Known, text: str) -> Party:
    """People called by their state: "Palestinians"."""
    return Party(-1, "group", text, state.country, state.code or state.country, "CVL")


def _short_for(world: World, key: str) -> int | None:
    """The body that a name, as comparable words, is or begins: "Mahan" after "Mahan Air"; None where it may be two."""
    fits = [at for known, at in world.bodies.items() if known == key or f"{_named(world, at)} ".startswith(f"{key} ")]
    return fits[0] if len(set(fits)) == 1 and key else None


def _named(world: World, at: int) -> str:
    return " ".join(core_words(world.parties[at].name))


def _organ(scene: Scene, world: World, name: Name, text: str) -> Party:
    """A state's organ named without its state ("the Foreign Ministry"): the one told before, else of the state near."""
    told = last_organ(world, text)
    if told is not None:
        return told
    state = state_near(scene, name.first)
    return world.add(Party(-1, "body", text, state, state, scene.atlas.organ(text)))


def last_organ(world: World, text: str) -> Party | None:
    """The body named last whose name ends so and whose state is known: "Ministry" after "Japanese Defence Ministry"."""
    ending = text.lower()
    for party in reversed(world.parties):
        if party.kind == "body" and party.country is not None and party.name.lower().endswith(ending):
            return party
    return None


def state_near(scene: Scene, first: int) -> str | None:
    """The state that a word's sentence, or else the one before, is about.

    It is the last one that is a subject, else the only one named; None where several might be meant. Of the word's
    own sentence only what stands before it counts.
    """
    here = scene.parsed.sentence(scene.tokens[first])
    stretches = [(here.first, first)]
    if here.number:
        before = scene.parsed.sentences[here.number - 1]
        stretches.append((before.first, before.last))
    for low, high in stretches:
        named = [n for n in scene.names if low <= n.first < high and n.known is not None and n.known.kind == "country"]
        states = [(n.known.country, n) for n in named if n.known is not None]
        acting = [state for state, n in states if any(t.rel == "nsubj" for t in scene.tokens[n.first : n.last])]
        if acting:
            return acting[-1]
        if states:
            several = len({state for state, _ in states}) > 1
            return None if several else states[0][0]
    return None


def _country(world: World, known: Known, text: str) -> Party:
    party = world.state(known)
    seen = party.entity in (p.entity for p in world.of_name.values())
    if seen and not _better(text, party.name):
        return party
    shown = replace(party, name=text)
    world.parties[party.entity] = shown
    world.of_name.update({n: shown for n, p in world.of_name.items() if p.entity == shown.entity})
    return shown


def _better(text: str, shown: str) -> bool:
    """Is a printed form of a state's name fuller than the one shown: spelt out, then longer?"""
    return ("." not in text and len(text) > 3, len(text)) > ("." not in shown and len(shown) > 3, len(shown))


def _sector(scene: Scene, name: Name) -> str | None:
    """The sector that the last telling word of a body's name gives: "Army", "Committee of ... Ministry"."""
    for i in range(name.last - 1, name.first - 1, -1):
        word = scene.words[i].lower()
        organ = scene.atlas.organ(word)
        if organ is not None:
            return organ
        role = scene.titles.role(word)
        if role is not None and role.kind == "group" and role.sector is not None:
            return role.sector
    return None


def _plain(text: str) -> str:
    return re.sub(r"^(?:the|The)\s+", "", re.sub(r"\s+", " ", text))
