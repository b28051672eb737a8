"""Common nouns that stand for parties: "the foreign ministry", "US officials", "the French president", "the two sides".

A description is resolved only where the report itself fixes it (the same office, the same country, named before);
else it stays what it is, a group with the country that its words tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.grammar.types import Token
from chancery.lexicon.titles import Title
from chancery.mentions.pairs import PAIR_NOUNS, definite_plural, names_them, state_of, two_of
from chancery.mentions.postphrases import DETERMINERS
from chancery.mentions.scene import DOMESTIC, POSSESSIVES, Scene
from chancery.mentions.types import Met, Party
from chancery.mentions.world import World, last_organ, state_near

KINDS_OF = {"minister": ("minister",), "envoy": ("envoy",), "diplomat": ("minister", "envoy")}
"""Nouns for whole ranks of office-holders."""

LEADERS = frozenset({"head_of_state", "head_of_government", "royal"})
HELPED = frozenset("backed supported sponsored allied aligned funded trained armed brokered mediated based".split())
"""Participles behind a state and a hyphen that say who helps a body, not whose it is."""

TRAVELLERS = frozenset("mission delegation team".split())
"""Nouns for a group that a state sends; later mentions of it may use another of them."""

STATE_NOUNS = frozenset("country nation kingdom republic state".split())
_KINGDOMS = frozenset("BEL BHR BTN DNK ESP GBR JOR KHM LSO MAR NLD NOR SAU SWE SWZ THA TON".split())
_KINGDOM_REACH = 5
"""Sentences back to a state that "the kingdom" may mean: few are kingdoms, so it is plain from farther off."""
WINDOW = 4
"""Sentences before a description that are searched for whom it describes, besides the whole report for offices."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase's parties; `first` to `last` are the words that name it, `rule` says how it was resolved."""

    head: int
    first: int
    last: int
    parties: tuple[Party, ...]
    rule: str


def find_nominal(scene: Scene, world: World, token: Token, met: Met) -> Nominal | None:
    """The parties that a common noun stands for, `met` holding those of the tokens before it."""
    lemma = token.lemma.lower()
    if token.rel == "compound" or token.lower in ("a.m.", "p.m.", "am"):
        return None
    for child in scene.parsed.children(token, "flat", "appos"):
        if child.i in met and scene.name_at(child.i) is not None and child.i - token.i <= 2:
            return Nominal(token.i, token.i, token.i + 1, met[child.i], "noun before its name")
    if token.text == "Koreas":
        both = world.both_koreas(scene)
        return Nominal(token.i, token.i, token.i + 1, both, "both halves of Korea") if both else None
    first = _begin(scene, token)
    words = [scene.words[i].lower() for i in range(first, token.i)]
    if (
        lemma in PAIR_NOUNS
        and not names_them(scene, token, met)
        and ("two" in words or "both" in words or definite_plural(token, words))
    ):
        halves = ("PRK", "KOR") if "korean" in words else ()
        found = two_of(scene, token, lemma, met, halves)
        if found:
            return Nominal(token.i, first, token.i + 1, found, "collective")
    if lemma in ("north", "south") and words == ["the"]:
        return _korea(scene, world, token, first)
    if lemma in STATE_NOUNS:
        return _country_again(scene, token, first, met)
    for begin in range(first, token.i + 1):
        form = scene.text(begin, token.i + 1)
        organ = scene.atlas.organ(form)
        if organ is not None:
            return _body(scene, world, token, (organ, True), first, met)
        title = scene.titles.head(form) or scene.titles.head(f"{form[: len(form) - len(token.text)]}{lemma}")
        role = scene.titles.role(form)
        if title is not None and (role is None or role.kind == "person" or title.official):
            return _described(scene, world, token, title, first, met)
        if role is not None and role.kind == "group":
            return _body(scene, world, token, (role.sector, False), first, met)
        if role is not None:
            return _described(scene, world, token, Title(role.form, role.sector, "other", False), first, met)
    return None


def find_pair(scene: Scene, token: Token, met: Met) -> Nominal | None:
    """The last two people, else states, set side by side, that a bare "the two" or "the pair" stands for."""
    bare = token.upos == "NUM" and token.lower == "two" and token.rel in ("nsubj", "obj", "obl", "nmod")
    if not (bare or token.lower in ("pair", "duo")):
        return None
    opened = token.i > 0 and scene.words[token.i - 1].lower() == "the"
    if not opened or any(c.rel == "nmod" for c in scene.parsed.children(token)):
        return None
    found = two_of(scene, token, "leader", met) or two_of(scene, token, "side", met)
    return Nominal(token.i, token.i - 1, token.i + 1, found, "collective") if found else None


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


def _body(
    scene: Scene, world: World, token: Token, kind: tuple[str | None, bool], first: int, met: Met
) -> Nominal | None:
    """A body by what it is (sector, and whether it is a state's organ); an organ is that of the state named before."""
    sector, organ = kind
    owner = _owner(scene, world, token, first)
    name, last = _printed(scene, token, first)
    rule = "body with its owner"
    if owner is None and token.lemma.lower() in TRAVELLERS:
        again = _body_again(scene, token, sector, first, met)
        if again is not None:
            return again
    if owner is None and sector in DOMESTIC:
        owner, rule = _told(scene, world, name) or _at_home(scene, world), "body of the state that the report is about"
    elif owner is None and organ:
        owner, rule = _near(scene, world, token, name), "body of the state named before it"
    if owner is None and not organ:
        return _body_again(scene, token, sector, first, met)
    country = owner.country if owner is not None else None
    code = owner.code if owner is not None else None
    party = Party(-1, "body", name, country, code, sector or (owner.sector if owner is not None else None))
    return Nominal(token.i, first, last, (party,), rule)


def _body_again(scene: Scene, token: Token, sector: str | None, first: int, met: Met) -> Nominal | None:
    """ "The newspaper", "the group": the body of that kind named last, not long before."""
    if scene.words[first].lower() not in ("the", "this") or token.feat("Number") == "Plur":
        return None
    if token.lemma.lower() in TRAVELLERS:
        return _delegation_again(token, first, met)
    sentence = scene.parsed.sentence(token).number
    for i in range(token.i - 1, -1, -1):
        if sentence - scene.parsed.sentence(scene.tokens[i]).number > WINDOW:
            return None
        for party in met.get(i, ()):
            if party.kind == "body" and party.entity >= 0 and (sector == party.sector or sector is None):
                return Nominal(token.i, first, token.i + 1, (party,), "body of that kind named before")
    return None


def _delegation_again(token: Token, first: int, met: Met) -> Nominal | None:
    """ "The mission", "the delegation": the one told before with its state, by the same noun rather than another."""
    told = [p for i in range(token.i - 1, -1, -1) for p in met.get(i, ()) if p.country is not None]
    sent = [p for p in told if TRAVELLERS.intersection(p.name.lower().split()[-1:])]
    same = [p for p in sent if p.name.lower().endswith(token.lemma.lower())]
    party = next(iter(same or sent), None)
    return Nominal(token.i, first, token.i + 1, (party,), "delegation told before") if party is not None else None


def _described(scene: Scene, world: World, token: Token, title: Title, first: int, met: Met) -> Nominal | None:
    """A person known by office ("the French president"), else a group or somebody unnamed with their country."""
    owner = _owner(scene, world, token, first)
    if owner is None and title.sector in DOMESTIC:
        owner = _at_home(scene, world)
    words = [scene.words[i].lower() for i in range(first, token.i)]
    definite = bool(words) and (
        words[0] in ("the", "his", "her", "its", "their") or any(w in POSSESSIVES for w in words) or owner is not None
    )
    indefinite = bool(words) and words[0] in ("a", "an", "another", "one", "some", "several", "many")
    single = token.feat("Number") != "Plur"
    if single and definite and not indefinite:
        person = _holder(world, token, title, owner, met)
        if person is not None:
            return Nominal(token.i, first, token.i + 1, (person,), "described by office")
    name, last = _printed(scene, token, first)
    country = owner.country if owner is not None else None
    code = owner.code if owner is not None else None
    sector = title.sector if owner is None or owner.sector in (None, "GOV", "CVL") else owner.sector
    body = owner.name if owner is not None and owner.kind == "body" else None
    party = Party(-1, "group", name, country, code, sector, name if single else None, body)
    return Nominal(token.i, first, last, (party,), "group by role")


def _holder(world: World, token: Token, title: Title, owner: Party | None, met: Met) -> Party | None:
    """The person named last before the token who holds such an office, of that country where one is told."""
    before = dict.fromkeys(p for i in range(token.i - 1, -1, -1) for p in met.get(i, ()) if p.kind == "person")
    seen = [p for p in before if _holds(world, p, title, token.lemma.lower())]
    fits = [p for p in seen if owner is None or (owner.country is not None and p.country == owner.country)]
    if owner is not None and owner.country is None:
        fits = [p for p in seen if p.body is not None and p.body.lower() == owner.name.lower()]
    if not fits and owner is not None and title.rank in LEADERS:
        later = [p for p in world.parties if p.kind == "person" and p.country == owner.country]
        fits = [p for p in later if _holds(world, p, title, token.lemma.lower())]
    return fits[0] if fits else None


def _holds(world: World, party: Party, title: Title, lemma: str) -> bool:
    person = world.people.get(party.entity)
    if person is None:
        return False
    for post in person.posts:
        if lemma in post.office.lower().split() or post.title.form == title.form:
            return True
        if title.rank == post.title.rank and title.rank in LEADERS:
            return True  # "the PM" for "Prime Minister"
        if lemma == "leader" and post.title.rank in LEADERS:
            return True
        if post.title.rank in KINDS_OF.get(lemma, ()):
            return True
    return False


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
            return state_of(scene, party) if party.kind == "person" else party
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


def _only_helps(scene: Scene, i: int) -> bool:
    """ "Russia-backed government": the state before the hyphen is not whose government it is."""
    words = scene.words
    return i + 2 < len(words) and words[i + 1] == "-" and words[i + 2].lower() in HELPED


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


def _country_again(scene: Scene, token: Token, first: int, met: Met) -> Nominal | None:
    """ "The country", "the kingdom": the state named last; "his country": that of whom the pronoun means."""
    if scene.words[first].lower() in ("his", "her") and token.feat("Number") != "Plur" and first in met:
        owner = met[first][0]
        state = state_of(scene, owner)
        return Nominal(token.i, first, token.i + 1, (state,), "state of its owner") if state.kind == "country" else None
    if scene.words[first].lower() not in ("the", "this") or token.feat("Number") == "Plur":
        return None
    sentence = scene.parsed.sentence(token).number
    kingdom = token.lemma.lower() == "kingdom"
    for i in range(token.i - 1, -1, -1):
        if sentence - scene.parsed.sentence(scene.tokens[i]).number > (_KINGDOM_REACH if kingdom else 1):
            return None
        for party in met.get(i, ()):
            if party.kind == "country" and (not kingdom or party.country in _KINGDOMS):
                return Nominal(token.i, first, token.i + 1, (party,), "state named before")
    return None


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
