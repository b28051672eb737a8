"""The noun phrase of a post: its title with what stands before it ("US special") and behind it ("for North Korea").

The scan is over words, not trees: titles and appositions are where parsers err most, and their order of words
is strict. The tree is used for nothing here but parts of speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chancery.lexicon.atlas import Known
from chancery.lexicon.spelling import plain
from chancery.lexicon.titles import Title
from chancery.mentions.names import Name
from chancery.mentions.scene import POSSESSIVES, STATE_SECTORS, Scene

REACH = 14
"""Words of a post's phrase before its title at most."""

DETERMINERS = frozenset("the a an his her their its this that another one our my".split())
LOCAL = frozenset({"mayor", "governor", "prosecutor", "commissioner", "lawmaker", "bishop", "archbishop", "imam"})
"""Titles whose place is part of what is printed ("Moscow mayor")."""

DESCRIPTIONS = frozenset(
    "critic expert diplomat contender specialist watcher pundit veteran agent friend businessman businesswoman tycoon "
    "billionaire entrepreneur investor".split()
)
"""Words that say what somebody is rather than which post they hold."""

FORMER = frozenset({"former", "ex", "then", "late", "outgoing"})
COMPLEMENTS = frozenset({"of", "for", "to", "at", "in", "with", "on"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody is said to hold.

    Attributes:
        name: the place in `Scene.names` of the person.
        office: as printed, without the country; `start`, `end` are its characters.
        country: alpha-3 of the state that the post belongs to; `via` is the place in `Scene.names` of a person
            whose country it shares ("Trump's adviser"), where no country is told.
        body: name of the organisation, where it is not the state; `known` the atlas's entry for it.
        based: alpha-3 of where the body is said to be ("at a think tank in Seoul").
    """

    name: int
    office: str
    start: int
    end: int
    title: Title
    rule: str
    country: str | None = None
    via: int | None = None
    body: str | None = None
    known: Known | None = None
    based: str | None = None
    former: bool = False

    @property
    def is_office(self) -> bool:
        """False for words that say what somebody is ("mother", "critic") rather than which post they hold."""
        return self.title.rank not in ("journalist", "other") and self.office.lower().split()[-1] not in DESCRIPTIONS


def posts_in(scene: Scene, number: int, first: int, high: int, rule: str) -> Iterator[Post]:
    """The posts in a noun phrase that begins at `first`: "the US special representative for North Korea"."""
    i = first
    while i < high and scene.words[i].lower() in DETERMINERS:
        i += 1
    end = _title_end(scene, i, high)
    if end is None:
        return
    match = scene.title(end)
    if match is None:
        return
    begin = max(end - match[0], i)
    post = post_at(scene, number, begin, end, rule)
    if post is None or post.start < scene.tokens[first].start:
        return
    named = scene.name_at(end) if end < high else None
    if named is not None and named.kind == "PER":
        return  # the title of the next name in a list
    post, stop = complemented(scene, post, end, high)
    if i == first and _of_the_next(scene, stop, high):
        return
    yield post
    if stop + 1 < high and scene.words[stop].lower() == "and":
        yield from posts_in(scene, number, stop + 1, high, rule)


def _of_the_next(scene: Scene, stop: int, high: int) -> bool:
    """Are both posts those of the person named behind "and" and another title: "OSCE chair and Minister NAME"?"""
    if stop + 1 >= high or scene.words[stop].lower() != "and" or scene.words[stop + 1].lower() in DETERMINERS:
        return False
    end = _title_end(scene, stop + 1, high)
    named = scene.name_at(end) if end is not None and end < high else None
    return named is not None and named.kind == "PER"


def post_at(scene: Scene, number: int, begin: int, end: int, rule: str) -> Post | None:
    """The post whose title begins at `begin`, with what stands before it: modifiers, country, body, possessor."""
    low, _ = scene.bounds(begin)
    title = _title(scene, begin, end)
    if title is None:
        return None
    post = Post(number, "", 0, 0, title, rule)
    start = begin
    for i in range(end - 1, begin - 1, -1):  # "State Department spokesman", "EU foreign policy chief"
        named = scene.name_at(i)
        behind = named is not None and (
            _behind_preposition(scene, named.first, begin) or _what_for(scene, named) or _broken(scene, named, begin)
        )
        if named is not None and named.kind != "PER" and i == named.last - 1 and not behind:
            post, start = _bodied(scene, named, post, start)
    start = min(start, begin)
    i = start - 1
    while i >= low:
        word = scene.words[i]
        adjective = scene.adjective(i)
        named = scene.name_at(i)
        if adjective is not None and (named is None or named.kind != "PER" or named.last - named.first == 1):
            post = replace(post, country=post.country or adjective[0].country)
            i = adjective[1] - 1
            post = replace(post, former=i >= low and scene.words[i].lower() in FORMER)
            break
        if scene.qualifies(i):
            start, i = i, i - 1
            continue
        if word in POSSESSIVES and i > low:
            return _finished(scene, _possessed(scene, i - 1, post), start, end)
        if named is not None and named.kind != "PER":
            if _broken(scene, named, begin):
                post = replace(post, country=post.country or scene.state_of(named.first, named.last))
            else:
                post, start = _bodied(scene, named, post, start)
            i = named.first - 1
            continue
        if word == ")" and i - 2 >= low and scene.words[i - 2] == "(":  # "Republic of Korea (ROK) minister"
            i -= 3
            continue
        if word == "-" and i > low and scene.words[i - 1].lower() in ("then", "ex", "vice", "president"):
            start, i = i - 1, i - 2
            continue
        if scene.tokens[i].upos == "NOUN" and scene.tokens[i].rel == "compound":
            start, i = i, i - 1
            continue
        break
    return _finished(scene, post, start, end)


def _title(scene: Scene, begin: int, end: int) -> Title | None:
    for stop in range(end, begin, -1):
        match = scene.title(stop)
        if match is not None and stop - match[0] <= begin:
            return match[1]
    return None


def _behind_preposition(scene: Scene, first: int, begin: int) -> bool:
    """Does a name inside a title belong to what the title is for ("envoy for North Korea")?"""
    before = first - 1
    if before > begin and scene.words[before].lower() in DETERMINERS:
        before -= 1
    return before > begin and scene.words[before].lower() in COMPLEMENTS


def _what_for(scene: Scene, named: Name) -> bool:
    """Is what the reader took for a body but what a title is for ("Foreign Affairs")?"""
    return named.known is None and plain(scene.text(named.first, named.last)).lower() in scene.titles.portfolios


def _broken(scene: Scene, named: Name, begin: int) -> bool:
    """Did the reader take a state and the first word of a title for a body: "Chinese State" | "Councilor"?"""
    if named.known is not None or named.last <= begin:
        return False
    before = scene.words[named.first : begin]
    return all(scene.adjective(i) is not None for i in range(named.first, begin)) or (
        (match := scene.atlas.match(before, 0)) is not None and match[0] == len(before) and match[1].kind == "country"
    )


def _bodied(scene: Scene, named: Name, post: Post, start: int) -> tuple[Post, int]:
    """A country or a body right before the title: "US envoy", "Kremlin spokesman", "EU foreign policy chief"."""
    known = named.known
    if known is not None and known.kind == "country":
        return replace(post, country=post.country or known.country), start
    if known is not None and known.kind == "place":
        local = post.title.form.split()[-1] in LOCAL
        return replace(post, country=post.country or known.country), named.first if local else start
    if known is not None and known.country is not None:
        outside = None if known.sector in STATE_SECTORS else known.name
        return (
            replace(post, country=post.country or known.country, body=post.body or outside, known=known),
            named.first,
        )
    return replace(post, body=post.body or _body_name(scene, named), known=known), named.first


def _body_name(scene: Scene, named: Name) -> str:
    return named.known.name if named.known is not None else scene.text(named.first, named.last)


def _possessed(scene: Scene, owner: int, post: Post) -> Post:
    """The post's country or body from a possessor: "Russia's deputy foreign minister", "Trump's adviser"."""
    named = scene.name_at(owner)
    if named is None:
        return replace(post, country=post.country or scene.half_of_korea(owner))
    if named.kind == "PER":
        return replace(post, via=scene.number_at(owner))
    if named.known is not None and named.known.country is not None:
        return replace(post, country=post.country or named.known.country)
    return replace(post, body=post.body or _body_name(scene, named), known=named.known)


def _finished(scene: Scene, post: Post, start: int, end: int) -> Post:
    office = scene.text(start, end)
    past = scene.words[start].lower() in FORMER or office.lower().startswith(("ex-", "then-", "former"))
    former = post.former or past
    chars = scene.tokens[start].start, scene.tokens[end - 1].end
    return replace(post, office=office, start=chars[0], end=chars[1], former=former)


def _title_end(scene: Scene, first: int, high: int) -> int | None:
    """Where the last title word of the noun phrase's first run of words ends."""
    found = None
    for i in range(first, min(high, first + REACH)):
        token = scene.tokens[i]
        named = scene.name_at(i)
        if named is not None and named.kind == "PER" and (i + 1 >= high or scene.words[i + 1] not in POSSESSIVES):
            inside = i + 1 < high and scene.name_at(i + 1) is named
            if not inside:
                break
        stops = token.upos in ("VERB", "AUX", "PRON", "ADP", "SCONJ", "CCONJ") or token.text in (
            ",",
            ".",
            ";",
            ":",
        )
        hyphened = "-" in (scene.words[i - 1], scene.words[min(i + 1, high - 1)])  # "chair-in-office"
        if stops and token.feat("VerbForm") != "Part" and not hyphened:
            break
        if scene.title(i + 1) is not None:
            found = i + 1
    return found


def complemented(scene: Scene, post: Post, i: int, high: int) -> tuple[Post, int]:
    """The post with what follows its title: "of political science at Syracuse University"."""
    while i < high and scene.words[i].lower() in COMPLEMENTS:
        last = _noun_phrase(scene, i + 1, high)
        if last == i + 1:
            break
        post = _with_complement(scene, post, i, last)
        i = last
    return post, i


def _with_complement(scene: Scene, post: Post, i: int, last: int) -> Post:
    """The post with the phrase that the preposition at `i` begins: its state, its body, or more of its name."""
    preposition = scene.words[i].lower()
    named = _name_in(scene, i + 1, last)
    known = named.known if named is not None else None
    if named is not None and named.kind == "PER":
        return replace(_longer(scene, post, last), via=scene.number_at(named.first))
    bare = named is not None and _only(scene, i + 1, last, named)
    if bare and known is not None and known.kind == "country" and preposition == "of" and post.country is None:
        return replace(post, country=known.country)
    topic = named is not None and preposition == "for" and _is_topic(scene, post, named)
    if named is not None and named.kind == "ORG" and preposition in ("of", "at", "in", "with", "for") and not topic:
        if known is not None and known.country is not None and known.sector in STATE_SECTORS:
            return _longer(scene, replace(post, country=post.country or known.country), last)
        return in_body(scene, replace(named, last=_whole_body(scene, named, last)), post)
    if preposition == "in" and post.body is not None and known is not None:
        return replace(post, based=known.country)
    between = post.known is not None and post.known.code == "IGO"  # "UN special envoy for Yemen"
    return _longer(scene, post, last) if post.body is None or between else post


def _is_topic(scene: Scene, post: Post, named: Name) -> bool:
    """Is what the reader took for a body but what somebody is to care for ("adviser for Climate Policy")?

    A spokesman speaks for a body; others have a body's own word in its name ("Committee").
    """
    if named.known is not None or post.title.rank == "spokesperson" or post.known is not None:
        return False
    role = scene.titles.role(scene.words[named.last - 1])
    return (role is None or role.kind != "group") and scene.atlas.organ(scene.words[named.last - 1]) is None


def _whole_body(scene: Scene, named: Name, last: int) -> int:
    """Where a body's name ends that a common noun completes: "SDS Party"."""
    role = scene.titles.role(scene.words[last - 1])
    whole = last > named.last and role is not None and role.kind == "group" and scene.words[last - 1][:1].isupper()
    return last if whole else named.last


def _longer(scene: Scene, post: Post, last: int) -> Post:
    end = scene.tokens[last - 1].end
    return replace(post, office=scene.parsed.article.text[post.start : end], end=end)


def in_body(scene: Scene, named: Name, post: Post) -> Post:
    known = named.known
    text = _body_name(scene, named)
    based = known.country if known is not None else scene.state_of(named.first, named.last)
    return replace(post, body=post.body or text, known=post.known or known, based=post.based or based)


def _noun_phrase(scene: Scene, first: int, high: int) -> int:
    """Where the run of a noun phrase's words that begins at `first` ends."""
    i = first
    while i < high:
        token = scene.tokens[i]
        named = scene.name_at(i)
        if named is not None:
            owns = named.last < high and scene.words[named.last] in POSSESSIVES
            if named.kind == "PER" and not owns and (i == first or scene.title(i) is None):
                break  # "adviser to President Pahor" goes on, a name with no title of its own does not
            i = max(named.last, i + 1)
            continue
        if token.upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or token.text in POSSESSIVES or token.text == "-":
            i += 1
            continue
        break
    return i


def _name_in(scene: Scene, first: int, last: int) -> Name | None:
    """The name that the phrase is about: the last one in it that nothing but a place description follows."""
    found = None
    for i in range(first, last):
        found = scene.name_at(i) or found
    return found


def _only(scene: Scene, first: int, last: int, named: Name) -> bool:
    rest = [i for i in range(first, last) if not named.first <= i < named.last]
    return all(scene.words[i].lower() in DETERMINERS for i in rest)
