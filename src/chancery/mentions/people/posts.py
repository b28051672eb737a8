"""Posts that the text pairs with a name: titles before it, appositions after it, "who heads"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chancery.mentions.names import Name
from chancery.mentions.people.postphrases import (
    COMPLEMENTS,
    DETERMINERS,
    Post,
    complemented,
    in_body,
    post_at,
    posts_in,
)
from chancery.mentions.scene import POSSESSIVES, Scene

LEADING_VERBS = frozenset({"head", "lead", "chair", "run", "command", "direct"})
STYLES = frozenset(
    "prince princess sheikh sheikha sayyid cardinal archbishop bishop ambassador mullah ayatollah imam".split()
)
"""Titles that go with a person whatever the post, and stand behind it: "Foreign Minister Prince NAME"."""
_CHAINING = frozenset({"to", "for", "of"})
_JOINING = frozenset({"and", "/", "&"})


def find_posts(scene: Scene) -> list[Post]:
    """Every pairing of a person's name with a post, in text order."""
    found: list[Post] = []
    for number, name in enumerate(scene.names):
        if name.kind == "PER":
            found.extend(_before(scene, number, name))
            found.extend(_after(scene, number, name))
    return _shared(scene, found)


def _before(scene: Scene, number: int, name: Name) -> Iterator[Post]:
    """The post whose title stands before the name; a plural is that of all in the list of names behind it."""
    low, _ = scene.bounds(name.first)
    end = name.first
    while end > low and not _titled(scene, low, end) and _goes_with_person(scene, low, end):
        end -= 1
    rule = "title before name"
    if end - 1 > low and scene.words[end - 1] == "," and _closed(scene, name.last):
        end, rule = end - 1, "title, name in commas"
    begin = _title_start(scene, low, end)
    if begin is None:
        return
    if rule == "title, name in commas" and not _opens(scene, low, begin):
        return
    stop = _title_stop(scene, begin, end)
    post = post_at(scene, number, begin, stop, rule)
    if post is None:
        return
    if _plural(scene, begin, stop):
        yield from _each(scene, number, post)
        return
    post = _of_country(scene, name.last, complemented(scene, post, stop, end)[0])
    joined = list(_joined(scene, number, low, begin))
    country = post.country or next((p.country for p in joined if p.country is not None), None)
    yield post if post.body is not None else replace(post, country=country)
    yield from (p if p.body is not None else replace(p, country=p.country or country) for p in joined)
    if not joined:
        yield from _listed(scene, number, low, begin)


def _titled(scene: Scene, low: int, end: int) -> bool:
    """Do the last words make a title together ("First Lady", "Director General"), of which the last is no courtesy?"""
    return end - 2 >= low and scene.titles.head(scene.text(end - 2, end)) is not None


def _goes_with_person(scene: Scene, low: int, end: int) -> bool:
    """Is the word before a name a courtesy, or a title that somebody has whatever the post, the post's before it?"""
    if scene.titles.honorific(scene.words[end - 1]):
        return True
    if scene.words[end - 1].lower() not in STYLES or end - 1 <= low:
        return False
    return _title_start(scene, low, end - 1) is not None and scene.words[end - 2].lower() != "crown"


def _joined(scene: Scene, number: int, low: int, begin: int) -> Iterator[Post]:
    """The post before the one that begins at `begin`, both of one holder: "Vice President and Foreign Minister NAME".

    "The president and Foreign Minister NAME" are two people: the first has its article.
    """
    at = begin
    while at - 1 > low and (scene.qualifies(at - 1) or scene.adjective(at - 1) is not None or _in_body(scene, at - 1)):
        at -= 1
    if at - 1 <= low or scene.words[at - 1].lower() not in _JOINING:
        return
    first = _title_start(scene, low, at - 1)
    if first is None or _lone(scene, low, first) or _plural(scene, first, at - 1):
        return
    if scene.words[at - 2][:1].isupper() != scene.words[begin][:1].isupper():
        return
    post = post_at(scene, number, first, _title_stop(scene, first, at - 1), "title joined to the one before name")
    if post is not None:
        yield complemented(scene, post, _title_stop(scene, first, at - 1), at - 1)[0]


def _in_body(scene: Scene, i: int) -> bool:
    named = scene.name_at(i)
    return named is not None and named.kind != "PER"


def _lone(scene: Scene, low: int, first: int) -> bool:
    """Does the title stand for somebody by itself: behind "the" or "a", with nothing that says of where?"""
    return first > low and scene.words[first - 1].lower() in DETERMINERS


def _each(scene: Scene, number: int, post: Post) -> Iterator[Post]:
    """The post, one person's, of each name in "Presidents Park, Xi and Putin"; none where there is but one name."""
    listed = [number]
    while (after := _next_listed(scene, listed[-1])) is not None:
        listed.append(after)
    if len(listed) > 1 and post.office.endswith("s") and post.end == scene.tokens[scene.names[number].first - 1].end:
        single = replace(post, office=post.office[:-1], end=post.end - 1, rule="plural title before names")
        yield from (replace(single, name=n) for n in listed)


def _next_listed(scene: Scene, number: int) -> int | None:
    """The person named next in a list: behind a comma or "and"."""
    i = scene.names[number].last
    while i < len(scene.words) and scene.words[i].lower() in (",", "and", "&"):
        i += 1
    after = scene.number_at(i) if i < len(scene.words) else None
    if i == scene.names[number].last or after is None or scene.names[after].kind != "PER":
        return None
    return after


def _listed(scene: Scene, number: int, low: int, begin: int) -> Iterator[Post]:
    """Titles before the last one of a list: "party secretary, head of the commission, and Foreign Minister NAME"."""
    end = begin
    serial = end - 2 >= low and scene.words[end - 1].lower() == "and" and scene.words[end - 2] == ","
    end -= 2 if serial else 0
    while serial and end > low:
        first = _title_start(scene, low, end)
        post = None if first is None else post_at(scene, number, first, end, "title in a list before name")
        if first is None or post is None:
            return
        post, _ = complemented(scene, post, _title_stop(scene, first, end), end)
        yield post
        serial = first - 1 >= low and scene.words[first - 1] == ","
        end = first - 1


def _title_stop(scene: Scene, first: int, end: int) -> int:
    """Where the title that begins at `first` stops and its complement begins."""
    stops = [i for i in range(first + 1, end + 1) if (m := scene.title(i)) is not None and i - m[0] <= first]
    return stops[-1] if stops else end


def _plural(scene: Scene, begin: int, end: int) -> bool:
    """Is the title's noun a plural? What it is for is not asked ("Minister of Foreign Affairs")."""
    of = next((i for i in range(begin + 1, end) if scene.words[i].lower() in COMPLEMENTS), end)
    heads = [i for i in range(begin, of) if scene.title(i + 1) is not None]
    return bool(heads) and scene.tokens[heads[-1]].feat("Number") == "Plur" and scene.words[heads[-1]].endswith("s")


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
    while at > low and (scene.words[at].lower() == "the" or scene.qualifies(at)):
        at -= 1
    if at > low and scene.words[at].lower() in _CHAINING:
        match = scene.title(at)
        if match is not None and at - match[0] >= low:
            return _chained(scene, low, at - match[0])
    return begin


def _plain(scene: Scene, first: int, last: int) -> bool:
    person = any((n := scene.name_at(i)) is not None and n.kind == "PER" for i in range(first, last))
    return first < last and not person


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
    return in_body(scene, named, base)


def _shared(scene: Scene, posts: list[Post]) -> list[Post]:
    """Posts whose country is that of another person's post: "Trump's national security adviser"."""
    told = {p.name: p.country for p in posts if p.country is not None}
    shared: list[Post] = []
    for post in posts:
        if post.country is None and post.body is None:
            near = post.via if post.via is not None else _listed_before(scene, post)
            post = replace(post, country=told.get(near)) if near is not None else post
            if post.country is not None:
                told.setdefault(post.name, post.country)
        shared.append(post)
    return shared


def _listed_before(scene: Scene, post: Post) -> int | None:
    """Who stands right before "and" and the post's title: "Korean Minister NAME and Vice Minister NAME"."""
    if post.title.rank != "minister" or not post.rule.startswith("title before"):
        return None
    first = scene.parsed.covering(post.start, post.end)[0].i
    before = scene.number_at(first - 2) if first > 1 and scene.words[first - 1].lower() == "and" else None
    return before if before is not None and scene.names[before].kind == "PER" else None
