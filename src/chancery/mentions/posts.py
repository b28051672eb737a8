"""Posts that the text pairs with a name: titles before it, appositions after it, "who heads".

The scan is over words, not trees: titles and appositions are where parsers err most, and their order of words
is strict. The tree is used for nothing here but parts of speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chancery.lexicon.atlas import Known
from chancery.lexicon.titles import Title
from chancery.mentions.names import Name
from chancery.mentions.scene import POSSESSIVES, Scene

REACH = 14
"""Words of an apposition before its title at most."""

DETERMINERS = frozenset("the a an his her their its this that another one our my".split())
LEADING_VERBS = frozenset({"head", "lead", "chair", "run", "command", "direct"})
LOCAL = frozenset({"mayor", "governor", "prosecutor", "commissioner", "lawmaker", "bishop", "archbishop", "imam"})
"""Titles whose place is part of what is printed ("Moscow mayor")."""

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


def find_posts(scene: Scene) -> list[Post]:
    """Every pairing of a person's name with a post, in text order."""
    found: list[Post] = []
    for number, name in enumerate(scene.names):
        if name.kind == "PER":
            found.extend(_before(scene, number, name))
            found.extend(_after(scene, number, name))
    return _shared(scene, found)


def _before(scene: Scene, number: int, name: Name) -> Iterator[Post]:
    """The post whose title stands before the name: one person's, so a plural ("agents of the Maduro ...") is none."""
    low, _ = scene.bounds(name.first)
    end = name.first
    while end > low and scene.titles.honorific(scene.words[end - 1]):
        end -= 1
    rule = "title before name"
    if end - 1 > low and scene.words[end - 1] == "," and _closed(scene, name.last):
        end, rule = end - 1, "title, name in commas"
    begin = _title_start(scene, low, end)
    if begin is None:
        return
    if rule == "title, name in commas" and not _opens(scene, low, begin):
        return
    post = _post(scene, number, begin, end, rule)
    if post is not None and not _plural(scene, begin, end):
        yield _of_country(scene, name.last, _inner_country(scene, end, post))
        yield from _listed(scene, number, low, begin)


def _listed(scene: Scene, number: int, low: int, begin: int) -> Iterator[Post]:
    """Titles before the last one of a list: "party secretary, head of the commission, and Foreign Minister NAME"."""
    end = begin
    serial = end - 2 >= low and scene.words[end - 1].lower() == "and" and scene.words[end - 2] == ","
    end -= 2 if serial else 0
    while serial and end > low:
        first = _title_start(scene, low, end)
        post = None if first is None else _post(scene, number, first, end, "title in a list before name")
        if first is None or post is None:
            return
        post, _ = _complemented(scene, post, _title_stop(scene, first, end), end)
        yield post
        serial = first - 1 >= low and scene.words[first - 1] == ","
        end = first - 1


def _title_stop(scene: Scene, first: int, end: int) -> int:
    """Where the title that begins at `first` stops and its complement begins."""
    stops = [i for i in range(first + 1, end + 1) if (m := scene.title(i)) is not None and i - m[0] <= first]
    return stops[-1] if stops else end


def _plural(scene: Scene, begin: int, end: int) -> bool:
    heads = [i for i in range(begin, end) if scene.title(i + 1) is not None]
    return bool(heads) and scene.tokens[heads[-1]].feat("Number") == "Plur" and scene.words[heads[-1]].endswith("s")


def _inner_country(scene: Scene, end: int, post: Post) -> Post:
    """ "Vice-Minister of Defence of the Russian Federation NAME": the country behind the title goes out of it."""
    named = scene.name_at(end - 1)
    if named is None or named.known is None or named.known.kind != "country":
        return post
    i = named.first - 1
    if scene.words[i].lower() == "the":
        i -= 1
    if scene.words[i].lower() != "of" or scene.tokens[i].start <= post.start:
        return post
    stop = scene.tokens[i - 1].end
    text = scene.parsed.article.text[post.start : stop]
    return replace(post, office=text, end=stop, country=post.country or named.known.country)


def _opens(scene: Scene, low: int, begin: int) -> bool:
    """Does a determiner, possessive or country stand before the title, so that it is a full phrase?"""
    i = begin - 1
    while i >= low and scene.qualifies(i):
        i -= 1
    if i < low:
        return True
    before = scene.words[i].lower()
    return before in DETERMINERS or before in POSSESSIVES or scene.adjective(i) is not None


def _closed(scene: Scene, i: int) -> bool:
    return i < len(scene.words) and scene.words[i] in (",", ".", ")", "—", "–", "-")


def _title_start(scene: Scene, low: int, end: int) -> int | None:
    """Where the title that ends before token `end` begins; a complement may stand between title and name."""
    match = scene.title(end)
    if match is not None and end - match[0] >= low:
        return end - match[0]
    for i in range(end - 2, max(low, end - 9) - 1, -1):  # "special representative for North Korea NAME"
        word = scene.words[i].lower()
        if word in ("for", "of", "on", "to"):
            match = scene.title(i)
            if match is not None and i - match[0] >= low and _plain(scene, i + 1, end):
                return _chained(scene, low, i - match[0])
        if scene.tokens[i].upos not in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "CCONJ"):
            return None
    return None


def _chained(scene: Scene, low: int, begin: int) -> int:
    """The first title of a chain: "Senior Advisor to the President for Climate Policy NAME"."""
    at = begin - 1
    if at > low and scene.words[at].lower() == "the":
        at -= 1
    if at > low and scene.words[at].lower() in ("to", "of", "for"):
        match = scene.title(at)
        if match is not None and at - match[0] >= low:
            return at - match[0]
    return begin


def _plain(scene: Scene, first: int, last: int) -> bool:
    person = any((n := scene.name_at(i)) is not None and n.kind == "PER" for i in range(first, last))
    return first < last and not person


def _post(scene: Scene, number: int, begin: int, end: int, rule: str) -> Post | None:
    """The post whose title begins at `begin`, with what stands before it: modifiers, country, body, possessor."""
    low, _ = scene.bounds(begin)
    title = _title(scene, begin, end)
    if title is None:
        return None
    post = Post(number, "", 0, 0, title, rule)
    start = begin
    for i in range(end - 1, begin - 1, -1):  # "State Department spokesman", "EU foreign policy chief"
        named = scene.name_at(i)
        behind = named is not None and _behind_preposition(scene, named.first, begin)
        if named is not None and named.kind != "PER" and i == named.last - 1 and not behind:
            post, start = _bodied(scene, named, post, start)
    start = min(start, begin)
    i = start - 1
    while i >= low:
        word = scene.words[i]
        adjective = scene.adjective(i)
        named = scene.name_at(i)
        if adjective is not None and (named is None or named.kind != "PER"):
            post = replace(post, country=post.country or adjective[0].country)
            i = adjective[1] - 1
            break
        if scene.qualifies(i):
            start, i = i, i - 1
            continue
        if word in POSSESSIVES and i > low:
            return _finished(scene, _possessed(scene, i - 1, post), start, end)
        if named is not None and named.kind != "PER":
            post, start = _bodied(scene, named, post, start)
            i = named.first - 1
            continue
        if word == "-" and i > low and scene.words[i - 1].lower() in ("then", "ex", "vice", "president"):
            start, i = i - 1, i - 2
            continue
        if scene.tokens[i].upos == "NOUN" and scene.tokens[i].rel == "compound":
            start, i = i, i - 1
            continue
        break
    return _finished(scene, post, start, end)


def _behind_preposition(scene: Scene, first: int, begin: int) -> bool:
    """Does a name inside a title belong to what the title is for ("envoy for North Korea")?"""
    before = first - 1
    if before > begin and scene.words[before].lower() in DETERMINERS:
        before -= 1
    return before > begin and scene.words[before].lower() in COMPLEMENTS


def _title(scene: Scene, begin: int, end: int) -> Title | None:
    for stop in range(end, begin, -1):
        match = scene.title(stop)
        if match is not None and stop - match[0] <= begin:
            return match[1]
    return None


def _bodied(scene: Scene, named: Name, post: Post, start: int) -> tuple[Post, int]:
    """A country or a body right before the title: "US envoy", "Kremlin spokesman", "EU foreign policy chief"."""
    known = named.known
    if known is not None and known.kind == "country":
        return replace(post, country=post.country or known.country), start
    if known is not None and known.kind == "place":
        local = post.title.form.split()[-1] in LOCAL
        return replace(post, country=post.country or known.country), named.first if local else start
    if known is not None and known.country is not None:
        outside = None if known.sector in ("GOV", "MIL", "LEG", "SPY", "JUD") else known.name
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
        return post
    if named.kind == "PER":
        return replace(post, via=scene.number_at(owner))
    if named.known is not None and named.known.country is not None:
        return replace(post, country=post.country or named.known.country)
    return replace(post, body=post.body or _body_name(scene, named), known=named.known)


def _finished(scene: Scene, post: Post, start: int, end: int) -> Post:
    office = scene.text(start, end)
    former = scene.words[start].lower() in (
        "former",
        "ex",
        "then",
        "late",
        "outgoing",
    ) or office.lower().startswith(("ex-", "then-", "former"))
    chars = scene.tokens[start].start, scene.tokens[end - 1].end
    return replace(post, office=office, start=chars[0], end=chars[1], former=former)


def _of_country(scene: Scene, i: int, post: Post) -> Post:
    """ "President Yoon Suk Yeol of the Republic of Korea": the country behind the name."""
    words = scene.words
    if post.country is None and i < len(words) - 1 and words[i].lower() == "of":
        at = i + 1 + (words[i + 1].lower() == "the")
        named = scene.name_at(at) if at < len(words) else None
        if named is not None and named.known is not None and named.known.kind == "country":
            return replace(post, country=named.known.country)
    return post


def _after(scene: Scene, number: int, name: Name) -> Iterator[Post]:
    _, high = scene.bounds(name.first)
    i = name.last
    if i >= high or scene.words[i] not in (",", "(", "—", "–", "-"):
        return
    i += 1
    if i + 1 < high and scene.words[i].isdigit() and scene.words[i + 1] == ",":  # ", 54,"
        i += 2
    if i < high and scene.words[i].lower() == "who":
        post = _who_heads(scene, number, i, high)
        if post is not None:
            yield post
        return
    yield from posts_in(scene, number, i, high, "apposition after name")


def _who_heads(scene: Scene, number: int, i: int, high: int) -> Post | None:
    verb = next((k for k in range(i + 1, min(i + 4, high)) if scene.tokens[k].lemma in LEADING_VERBS), None)
    if verb is None or scene.tokens[verb].upos != "VERB":
        return None
    at = verb + 1 + (verb + 1 < high and scene.words[verb + 1].lower() in DETERMINERS)
    named = scene.name_at(at) if at < high else None
    title = scene.titles.head("head")
    if named is None or named.kind != "ORG" or title is None:
        return None
    base = Post(number, "head", scene.tokens[verb].start, scene.tokens[verb].end, title, "who heads")
    return _in_body(scene, named, base)


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
    post = _post(scene, number, begin, end, rule)
    if post is None or post.start < scene.tokens[first].start:
        return
    named = scene.name_at(end) if end < high else None
    if named is not None and named.kind == "PER":
        return  # the title of the next name in a list
    post, stop = _complemented(scene, post, end, high)
    yield post
    if stop + 1 < high and scene.words[stop].lower() == "and":
        yield from posts_in(scene, number, stop + 1, high, rule)


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
        if stops and token.feat("VerbForm") != "Part":
            break
        if scene.title(i + 1) is not None:
            found = i + 1
    return found


def _complemented(scene: Scene, post: Post, i: int, high: int) -> tuple[Post, int]:
    """The post with what follows its title: "of political science at Syracuse University"."""
    while i < high and scene.words[i].lower() in COMPLEMENTS:
        last = _noun_phrase(scene, i + 1, high)
        if last == i + 1:
            break
        preposition = scene.words[i].lower()
        named = _name_in(scene, i + 1, last)
        known = named.known if named is not None else None
        bare = named is not None and _only(scene, i + 1, last, named)
        if bare and known is not None and known.kind == "country" and preposition == "of" and post.country is None:
            post = replace(post, country=known.country)
        elif named is not None and named.kind == "ORG" and preposition in ("of", "at", "in", "with", "for"):
            if known is not None and known.country is not None and known.sector in ("GOV", "MIL", "LEG", "SPY", "JUD"):
                post = _longer(scene, replace(post, country=post.country or known.country), last)
            else:
                post = _in_body(scene, named, post)
        elif preposition == "in" and post.body is not None and known is not None:
            post = replace(post, based=known.country)
        elif post.body is None:
            post = _longer(scene, post, last)
        i = last
    return post, i


def _longer(scene: Scene, post: Post, last: int) -> Post:
    end = scene.tokens[last - 1].end
    return replace(post, office=scene.parsed.article.text[post.start : end], end=end)


def _in_body(scene: Scene, named: Name, post: Post) -> Post:
    known = named.known
    text = _body_name(scene, named)
    based = known.country if known is not None else None
    return replace(post, body=post.body or text, known=post.known or known, based=post.based or based)


def _noun_phrase(scene: Scene, first: int, high: int) -> int:
    """Where the run of a noun phrase's words that begins at `first` ends."""
    i = first
    while i < high:
        token = scene.tokens[i]
        named = scene.name_at(i)
        if named is not None:
            if named.kind == "PER" and (named.last >= high or scene.words[named.last] not in POSSESSIVES):
                break
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


def _shared(scene: Scene, posts: list[Post]) -> list[Post]:
    """Posts whose country is that of another person's post: "Trump's national security adviser"."""
    told = {p.name: p.country for p in posts if p.country is not None}
    return [
        replace(p, country=told.get(p.via)) if p.country is None and p.via is not None and p.body is None else p
        for p in posts
    ]
