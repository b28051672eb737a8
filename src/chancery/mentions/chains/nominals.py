"""Common nouns that stand for parties: "the foreign ministry", "US officials", "the French president", "the two sides".

A description is resolved only where the report itself fixes it (the same office, the same country, named before);
else it stays what it is, a group with the country that its words tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.grammar.types import Token
from chancery.lexicon.titles import Title
from chancery.mentions.chains.again import body_again, delegation_again, state_again, unnamed_again
from chancery.mentions.chains.antecedents import Ground
from chancery.mentions.chains.described import LEDE, Holders
from chancery.mentions.chains.pairs import definite_plural, names_them, state_of, told_near, two_of
from chancery.mentions.people.identity import holder_id
from chancery.mentions.people.postphrases import DETERMINERS
from chancery.mentions.scene import DOMESTIC, POSSESSIVES, Scene
from chancery.mentions.types import Party, RunnerUp
from chancery.mentions.world import World, last_organ, state_near

INDEFINITE = frozenset("a an another one some several many no any every each".split())
SORTS = frozenset("news press media daily weekly broadcasting aid rights relief terrorist militant rebel".split())
"""Words before a noun for a body that belong to its sort."""
KIN_RANKS = frozenset({"clergy", "other"})
"""Ranks whose nouns, with a possessor, tell of somebody close to him rather than of an office."""
OWNED = frozenset("the his her its their".split())


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase's parties; `first` to `last` are the words that name it, `rule` says how it was resolved.

    `antecedent` is the token that it refers back to, or None; `others` are those who were thought of besides.
    """

    head: int
    first: int
    last: int
    parties: tuple[Party, ...]
    rule: str
    antecedent: int | None = None
    others: tuple[RunnerUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What descriptions are resolved on: the words and whom they stand for so far, the parties, who holds what."""

    ground: Ground
    world: World
    holders: Holders

    @property
    def scene(self) -> Scene:
        return self.ground.scene


def find_nominal(told: Descriptions, token: Token) -> Nominal | None:
    """The parties that a common noun stands for."""
    scene, world, met = told.scene, told.world, told.ground.met
    lemma = token.lemma.lower()
    if token.rel == "compound" or token.lower in ("a.m.", "p.m.", "am"):
        return None
    for child in scene.parsed.children(token, "flat", "appos"):
        if child.i in met and scene.name_at(child.i) is not None and child.i - token.i <= 2:
            return Nominal(token.i, token.i, token.i + 1, met[child.i], "noun before its name", child.i)
    if token.text == "Koreas":
        both = world.both_koreas(scene)
        return Nominal(token.i, token.i, token.i + 1, both, "both halves of Korea") if both else None
    first = _begin(scene, token)
    words = [scene.words[i].lower() for i in range(first, token.i)]
    pair = _pair(told, token, first, words)
    if pair is not None:
        return pair
    if lemma in ("north", "south") and words == ["the"]:
        return _korea(scene, world, token, first)
    if lemma in scene.chains.states:
        again = state_again(scene, world, token, first, met)
        if again is None:
            return None
        (party, at, others), rule = again
        return Nominal(token.i, first, token.i + 1, (party,), rule, at, others)
    return _by_its_words(told, token, first)


def _pair(told: Descriptions, token: Token, first: int, words: list[str]) -> Nominal | None:
    """ "The two leaders", "both sides"."""
    scene, met, lemma = told.scene, told.ground.met, token.lemma.lower()
    if lemma not in scene.chains.pair or names_them(scene, token, met):
        return None
    together = "both" in words or ("two" in words and words[0] in DETERMINERS)
    if not together and not definite_plural(scene, token, words):
        return None
    halves = ("PRK", "KOR") if "korean" in words else ()
    if not halves and any(scene.adjective(i) or scene.name_at(i) for i in range(first, token.i)):
        return None  # "the two Syrian teams"
    found = two_of(scene, told.world, token, lemma, met, halves)
    if found is None:
        return None
    return Nominal(token.i, first, token.i + 1, found[0], "collective", None, found[1])


def _by_its_words(told: Descriptions, token: Token, first: int) -> Nominal | None:
    """What the longest title, role or organ that ends at the noun says."""
    scene, lemma = told.scene, token.lemma.lower()
    closing = scene.titles.may_close(token.text, token.lemma) or scene.atlas.may_close_organ(token.text)
    for begin in range(first, token.i + 1) if closing else ():
        form = scene.text(begin, token.i + 1)
        organ = scene.atlas.organ(form)
        if organ is not None:
            return _body(told, token, (organ, True), first)
        title = scene.titles.head(form) or scene.titles.head(f"{form[: len(form) - len(token.text)]}{lemma}")
        role = scene.titles.role(form)
        if title is not None and (role is None or role.kind == "person" or title.official):
            return _described(told, token, title, first)
        if role is not None and role.kind == "group":
            return _body(told, token, (role.sector, False), first)
        if role is not None:
            return _described(told, token, Title(role.form, role.sector, "other", False), first)
    return _body_again(told, token, None, first) if lemma in scene.chains.bodies else None


def find_pair(told: Descriptions, token: Token) -> Nominal | None:
    """The last two people, else states, set side by side, that a bare "the two" or "the pair" stands for."""
    scene, met = told.scene, told.ground.met
    bare = token.upos == "NUM" and token.lower == "two" and token.rel in ("nsubj", "obj", "obl", "nmod")
    if not (bare or token.lower in ("pair", "duo")):
        return None
    opened = token.i > 0 and scene.words[token.i - 1].lower() == "the"
    if not opened or any(c.rel == "nmod" for c in scene.parsed.children(token)):
        return None
    found = two_of(scene, told.world, token, "leader", met) or two_of(scene, told.world, token, "side", met)
    if found is None or not all(told_near(scene, token, met, party) for party in found[0]):
        return None
    return Nominal(token.i, token.i - 1, token.i + 1, found[0], "collective", None, found[1])


def _begin(scene: Scene, token: Token) -> int:
    """Where the noun phrase's words before its head begin, determiner and possessor included."""
    low, _ = scene.bounds(token.i)
    i = token.i
    while i > low:
        before = scene.tokens[i - 1]
        named = scene.name_at(i - 1)
        inside = (
            before.upos in ("ADJ", "NOUN", "PROPN", "NUM", "DET") or before.text in POSSESSIVES or before.text == "-"
        )
        if before.upos == "PRON" and before.feat("Poss") == "Yes":
            inside = True
        if before.upos == "VERB" and before.rel == "amod":
            inside = True
        if not inside or (before.rel in ("nsubj", "obj", "obl", "root") and scene.tokens[before.i].head != token.i):
            break
        i = named.first if named is not None else i - 1
        if before.upos == "DET":
            break
    return max(i, low)


def _korea(scene: Scene, world: World, token: Token, first: int) -> Nominal | None:
    """ "The North": North Korea in a report that names it (or its southern namesake), else a point of the compass."""
    code = scene.half_of_korea(token.i)
    party = None if code is None else world.country(scene, code)
    return None if party is None else Nominal(token.i, first, token.i + 1, (party,), "half of Korea")


def _body(told: Descriptions, token: Token, kind: tuple[str | None, bool], first: int) -> Nominal | None:
    """A body by what it is (sector, and whether it is a state's organ); an organ is that of the state named before."""
    scene, world = told.scene, told.world
    sector, organ = kind
    owner = _owner(scene, world, token, first)
    name, last = _printed(scene, token, first)
    rule = "body with its owner"
    if owner is not None and _names_its_sort(told, token, owner):
        return Nominal(token.i, first, token.i + 1, (owner,), "noun behind its name", token.i - 1)
    if owner is None and token.lemma.lower() in scene.chains.travellers:
        again = _body_again(told, token, sector, first)
        if again is not None:
            return again
    if owner is None and sector in DOMESTIC:
        owner, rule = _told(scene, world, name) or _at_home(scene, world), "body of the state that the report is about"
    elif owner is None and organ:
        owner, rule = _near(scene, world, token, name), "body of the state named before it"
    if owner is None and not organ:
        return _body_again(told, token, sector, first)
    country = owner.country if owner is not None else None
    code = owner.code if owner is not None else None
    party = Party(-1, "body", name, country, code, sector or (owner.sector if owner is not None else None))
    return Nominal(token.i, first, last, (party,), rule)


def _names_its_sort(told: Descriptions, token: Token, owner: Party) -> bool:
    """Does the noun but say what the body named right before it is: "the Meridian news agency", "the Delta daily"?"""
    scene = told.scene
    at = next((i for i in range(token.i - 1, token.i - 3, -1) if i >= 0 and scene.name_at(i) is not None), None)
    if owner.kind != "body" or owner.entity < 0 or at is None or token.feat("Number") == "Plur":
        return False
    between = [scene.words[i].lower() for i in range(at + 1, token.i)]
    party = told.world.of_name.get(scene.number_at(at) or -1)
    sort = token.lemma.lower() in scene.chains.bodies
    return sort and party == owner and all(word in SORTS for word in between)


def _body_again(told: Descriptions, token: Token, sector: str | None, first: int) -> Nominal | None:
    """ "The newspaper", "the group": the body of that kind named last, not long before."""
    scene, met = told.scene, told.ground.met
    if token.lemma.lower() in scene.chains.travellers:
        if scene.words[first].lower() not in ("the", "this") or token.feat("Number") == "Plur":
            return None
        party = delegation_again(token, met, scene.chains.travellers)
        if party is None:
            return None
        return Nominal(token.i, first, token.i + 1, (party,), "delegation told before")
    found = body_again(scene, token, sector, first, met)
    if found is None:
        return None
    return Nominal(token.i, first, token.i + 1, (found[0],), "body of that kind named before", found[1], found[2])


def _described(told: Descriptions, token: Token, title: Title, first: int) -> Nominal | None:
    """A person known by office ("the French president"), else a group or somebody unnamed with their country."""
    scene, world = told.scene, told.world
    owner = _owner(scene, world, token, first)
    if title.rank == "envoy":  # "the United Nations Syria envoy"
        owner = _sender(scene, world, token, first) or owner
    if owner is None and title.sector in DOMESTIC:
        owner = _at_home(scene, world)
    words = [scene.words[i].lower() for i in range(first, token.i)]
    definite = bool(words) and (words[0] in OWNED or any(w in POSSESSIVES for w in words) or owner is not None)
    single = token.feat("Number") != "Plur"
    kin = title.rank in KIN_RANKS and words[:1] != ["the"]  # "his father", "her doctor"
    again = None if owner is not None else unnamed_again(scene, token, first, told.ground.met)
    if single and definite and not kin and _may_be_known(scene, token, words) and not _says_what(scene, token, owner):
        found = told.holders.find(token, title, owner)
        if found is not None and (again is None or found[1] > again[1]):
            return Nominal(token.i, first, token.i + 1, (found[0],), "described by office", found[1], found[2])
    if again is not None:
        return Nominal(token.i, first, token.i + 1, (again[0],), "unnamed people told before", again[1])
    name, last = _printed(scene, token, first)
    country = owner.country if owner is not None else None
    code = owner.code if owner is not None else None
    sector = title.sector if owner is None or owner.sector in (None, "GOV", "CVL") else owner.sector
    body = owner.name if owner is not None and owner.kind == "body" else None
    office = name if single else None
    full = scene.title(token.i + 1)
    alone = single and definite and words[0] not in INDEFINITE and body is None and full is not None
    wikidata = holder_id(scene, full[1], country) if alone and full is not None else None
    party = Party(-1, "group", name, country, code, sector, office, body, wikidata)
    return Nominal(token.i, first, last, (party,), "group by role")


def _may_be_known(scene: Scene, token: Token, words: list[str]) -> bool:
    """May the phrase tell of somebody whom the report names? "A Cuban envoy" may at its beginning alone."""
    begins = scene.parsed.sentence(token).number < LEDE and words[0] in ("a", "an")
    return begins or words[0] not in INDEFINITE


def _says_what(scene: Scene, token: Token, owner: Party | None) -> bool:
    """Is the noun a predicate ("he is the editor"), or of somebody whom it names but we do not know?"""
    predicate = token.rel == "vocative" or bool(scene.parsed.children(token, "cop"))
    behind = [c for c in scene.parsed.children(token, "nmod") if c.i > token.i]
    told_apart = any(
        c.deprel == "acl:relcl" and all(scene.words[i] != "," for i in range(token.i + 1, c.i))
        for c in scene.parsed.children(token, "acl")
    )  # "the minister who signed it"
    return (
        predicate
        or told_apart
        or (owner is None and any(scene.parsed.child(c, "case") and scene.name_at(c.i) is None for c in behind))
    )


def _owner(scene: Scene, world: World, token: Token, first: int) -> Party | None:
    """The state or body that a noun phrase's own words name: adjective, possessor, compound, "of" or "from"."""
    for i in range(token.i - 1, first - 1, -1):
        adjective = scene.adjective(i)
        named = scene.number_at(i)
        if _only_helps(scene, i):
            continue
        half = scene.half_of_korea(i)
        if half is not None:
            return world.country(scene, half)
        if named is not None and named in world.of_name:
            party = world.of_name[named]
            return state_of(scene, world, party) if party.kind == "person" else party
        if adjective is not None and adjective[0].country is not None:
            return world.country(scene, adjective[0].country)
        place = scene.name_at(i)
        if place is not None and place.known is not None and place.known.country is not None:
            return world.country(scene, place.known.country)
    for child in scene.parsed.children(token, "nmod"):
        case = scene.parsed.child(child, "case")
        if case is not None and case.lower in ("of", "from", "in", "at") and child.i - token.i <= 6:
            named = scene.number_at(child.i)
            if scene.words[child.i] == "Koreas":  # two states
                return None
            if named is not None and named in world.of_name and world.of_name[named].kind != "person":
                return world.of_name[named]
    return None


def _sender(scene: Scene, world: World, token: Token, first: int) -> Party | None:
    """Whose envoy it is, where the words before the noun name two: the first sends, with the second it is dealt."""
    named = [n for i in range(first, token.i) if (n := scene.number_at(i)) is not None and n in world.of_name]
    return world.of_name[named[0]] if len(set(named)) > 1 and world.of_name[named[0]].kind != "person" else None


def _only_helps(scene: Scene, i: int) -> bool:
    """ "Russia-backed government": the state before the hyphen is not whose government it is."""
    words = scene.words
    return i + 2 < len(words) and words[i + 1] == "-" and words[i + 2].lower() in scene.chains.helped


def _near(scene: Scene, world: World, token: Token, name: str) -> Party | None:
    """The state whose organ a bare "the foreign ministry" is: that of the organ named before, else the one near."""
    told = _told(scene, world, name)
    if told is not None or not any(c.lower in DETERMINERS for c in scene.parsed.children(token, "det")):
        return told
    state = state_near(scene, token.i)
    return None if state is None else world.country(scene, state)


def _told(scene: Scene, world: World, name: str) -> Party | None:
    told = last_organ(world, name)
    return None if told is None or told.country is None else world.country(scene, told.country)


def _at_home(scene: Scene, world: World) -> Party | None:
    return None if world.home is None else world.country(scene, world.home)


def _office_end(scene: Scene, token: Token, last: int) -> int:
    """Where an office that goes on behind its noun ends: "head of state", "secretary of state"."""
    for end in range(min(last + 4, len(scene.words)), last + 1, -1):
        if f"{token.lemma.lower()} {' '.join(scene.words[last:end]).lower()}" in scene.titles.titles:
            return end
    return last


def _printed(scene: Scene, token: Token, first: int) -> tuple[str, int]:
    """The phrase as printed without its determiner, with "of X" where that names its owner."""
    last = token.i + 1
    words = scene.words
    if last + 1 < len(words) and words[last].lower() == "of":
        at = last + 1 + (words[last + 1].lower() == "the")
        named = scene.name_at(at) if at < len(words) else None
        owned = named is not None and named.kind != "PER"
        last = named.last if named is not None and owned else _office_end(scene, token, last)
    begin = first
    while begin < token.i and (words[begin].lower() in DETERMINERS or words[begin].lower() in ("some", "several")):
        begin += 1
    if begin < token.i and words[begin] in POSSESSIVES:
        begin += 1
    if begin < token.i and scene.tokens[begin].feat("NumType") == "Ord":  # "the first Ukraine Trade Mission"
        begin += 1
    return scene.text(begin, last), last
