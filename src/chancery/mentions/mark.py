"""The whole of this stage: a parsed article with everybody and everything in it marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.load import Lexicon
from chancery.mentions.bodies.belonging import settle
from chancery.mentions.bodies.groupings import described_group, named_group
from chancery.mentions.bodies.seats import head_of, is_building, seat
from chancery.mentions.bodies.shortforms import with_short_forms
from chancery.mentions.chains.antecedents import Ground
from chancery.mentions.chains.described import Holders
from chancery.mentions.chains.nominals import Descriptions, find_nominal, find_pair
from chancery.mentions.chains.pronouns import Resolved, quoted_tokens, resolve
from chancery.mentions.chains.sexes import sexes
from chancery.mentions.people.appointments import later_posts
from chancery.mentions.people.find import find_people
from chancery.mentions.people.missed import all_names
from chancery.mentions.people.postphrases import Post
from chancery.mentions.people.posts import find_posts
from chancery.mentions.places.find import find_places
from chancery.mentions.scene import Scene
from chancery.mentions.sharing import shared_out
from chancery.mentions.times.find import find_times
from chancery.mentions.types import Held, Marked, Mention, Party
from chancery.mentions.world import World, build, people_of

_MEANING = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
"""Parts of speech of words that stand for somebody."""
MentionKind = Literal["name", "pronoun", "nominal", "adjective"]


class _Marks:
    """What has been marked so far, by token."""

    def __init__(self) -> None:
        self.met: dict[int, tuple[Party, ...]] = {}
        self.mentions: list[Mention] = []

    def add(self, head: int, span: tuple[int, int], kind: MentionKind, found: Resolved) -> None:
        self.met[head] = found.parties
        back = found.antecedent.i if found.antecedent is not None else None
        self.mentions.extend(
            Mention(p.entity, kind, head, *span, found.rule, p.name, back, found.others) for p in found.parties
        )


def mark(parsed: Parsed, lexicon: Lexicon) -> Marked:
    """Marks people, states, bodies, descriptions, pronouns, times and places of a parsed article."""
    found = all_names(parsed, lexicon.atlas, lexicon.titles)
    names, shorts = with_short_forms(parsed, found, lexicon.atlas, lexicon.titles)
    scene = Scene(parsed, tuple(names), lexicon.atlas, lexicon.titles, lexicon.chains, shorts)
    posts = find_posts(scene)
    world, marks = _resolved(scene, posts)
    later = later_posts(scene, world, posts, marks.met)
    if later != posts:  # what is now known of people may tell who others are
        posts = later
        world, marks = _resolved(scene, posts)
    settle(parsed, world, marks.met)
    return Marked(
        parsed=parsed,
        parties=tuple(world.parties),
        mentions=tuple(sorted(marks.mentions, key=lambda m: (m.head, m.entity))),
        by_head=marks.met,
        times=find_times(parsed),
        places=find_places(parsed, lexicon),
        posts=tuple(_held(world, posts)),
        home=world.home,
    )


def _resolved(scene: Scene, posts: list[Post]) -> tuple[World, _Marks]:
    """The parties that names, posts, descriptions and pronouns stand for, in text order."""
    parsed = scene.parsed
    world = build(scene, find_people(scene, posts), parsed.article.published)
    marks = _Marks()
    _names(scene, world, marks)
    _posts(scene, world, posts, marks)
    heads = frozenset(m.head for m in marks.mentions)
    ground = Ground(scene, marks.met, heads, sexes(scene, world), quoted_tokens(parsed))
    told = Descriptions(ground, world, Holders(scene, world))
    for token in parsed.tokens:
        if token.upos in _MEANING:
            _resolve(told, marks, token)
            ground.note(token)
    return world, marks


def _resolve(told: Descriptions, marks: _Marks, token: Token) -> None:
    """Marks one word that is no part of a name, if it stands for somebody."""
    scene = told.scene
    if token.i not in marks.met:
        _demonym(scene, token, marks)
    if token.i in marks.met or scene.name_at(token.i) is not None:
        return
    if token.upos in ("PRON", "DET"):
        meant = resolve(told.ground, token)
        if meant is not None:
            marks.add(token.i, (token.i, token.i + 1), "pronoun", meant)
    elif token.upos == "NOUN" and (group := described_group(scene, told.world, token)) is not None:
        marks.add(token.i, (group[0], token.i + 1), "nominal", Resolved(group[1], "members of a group"))
    elif token.upos in ("NOUN", "PROPN", "NUM"):
        nominal = find_pair(told, token) or (find_nominal(told, token) if token.upos != "NUM" else None)
        if nominal is not None:
            nominal = shared_out(told, nominal)
            back = None if nominal.antecedent is None else scene.tokens[nominal.antecedent]
            meant = Resolved(nominal.parties, nominal.rule, back, nominal.others)
            marks.add(token.i, (nominal.first, nominal.last), "nominal", meant)
    if token.i not in marks.met:
        _adjective(scene, told.world, token, marks)


def _held(world: World, posts: list[Post]) -> Iterator[Held]:
    for post in posts:
        party = world.of_name[post.name]
        if not post.is_office:
            continue
        yield Held(
            party.entity, post.office, post.start, post.end, post.title.rank, post.rule,
            post.country, post.body, post.former,
        )  # fmt: skip


def _names(scene: Scene, world: World, marks: _Marks) -> None:
    for number, name in enumerate(scene.names):
        party = world.of_name.get(number)
        rule = "name"
        if party is None:
            party = seat(scene, world, name)
            rule = "seat of government that acts"
        elif is_building(scene, name):
            continue
        both = named_group(scene, world, name)
        if party is None and not both:
            continue
        head = head_of(scene, name).i
        half = _other_half(scene, world, name.first, name.last)
        found = both or ((party,) if party else ())
        marks.add(head, (name.first, name.last), "name", Resolved(found, rule))
        if half and not both:
            marks.add(name.first - 2, (name.first - 2, name.first - 1), "name", Resolved(half, rule))
            found = (*half, *found)
        for i in range(name.first, name.last):
            marks.met[i] = found


def _other_half(scene: Scene, world: World, first: int, last: int) -> tuple[Party, ...]:
    """The state whose name shares its last word with the one after "and": "North and South Korea"."""
    if last - first != 2 or first < 2 or scene.words[first - 1].lower() not in ("and", "or", "&"):
        return ()
    for known in scene.atlas.names(f"{scene.words[first - 2]} {scene.words[last - 1]}"):
        if known.country is not None and known.kind == "country":
            state = world.country(scene, known.country)
            return () if state is None else (state,)
    return ()


def _posts(scene: Scene, world: World, posts: list[Post], marks: _Marks) -> None:
    """The title's own words stand for its holder, be they before the name or in apposition to it."""
    for post in posts:
        party = world.of_name.get(post.name)
        covered = scene.parsed.covering(post.start, post.end)
        if party is None or not covered or post.rule == "who heads":
            continue
        before = covered[-1].i < scene.names[post.name].first
        heads = [t for t in covered if scene.title(t.i + 1) is not None]
        for token in covered if before else heads[:1]:
            if scene.name_at(token.i) is None:
                marks.met[token.i] = (party,)


def _adjective(scene: Scene, world: World, token: Token, marks: _Marks) -> None:
    named = token.upos in ("ADJ", "PROPN", "NOUN") and token.text[:1].isupper()
    found = scene.adjective(token.i) if named else None
    if found is not None and found[0].country is not None:
        party = world.country(scene, found[0].country)
        if party is not None:
            marks.add(token.i, (found[1], token.i + 1), "adjective", Resolved((party,), "adjective of a state"))


def _demonym(scene: Scene, token: Token, marks: _Marks) -> None:
    """People called by their state: "three Palestinians", "the Poles"."""
    if token.upos not in ("NOUN", "PROPN") or token.rel in ("compound", "amod", "flat") or token.text[:1].islower():
        return
    for first in (token.i - 1, token.i):  # "South Koreans", then "Koreans", who may be of either
        text = scene.text(max(first, 0), token.i + 1)
        known = scene.atlas.demonym(text)
        if known is not None and known.country is not None and scene.atlas.adjective(text) is None:
            span = (max(first, 0), token.i + 1)
            marks.add(token.i, span, "nominal", Resolved((people_of(known, text),), "people of a state"))
            return
