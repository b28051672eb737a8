"""Who is meant by an office alone: "the French president", "the minister", "the former CIA director"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from chancery.grammar.types import Token
from chancery.lexicon.posts import same_post
from chancery.lexicon.titles import LEADERS, Title
from chancery.mentions.people.postphrases import Post
from chancery.mentions.scene import Scene
from chancery.mentions.types import Party, RunnerUp
from chancery.mentions.world import World

KINDS_OF = {"minister": ("minister",), "envoy": ("envoy",), "diplomat": ("minister", "envoy")}
"""Nouns for whole ranks of office-holders."""

FAR = 8
"""Sentences back to somebody whom a bare "the editor" may mean; leaders and ministers are known all through."""
LEDE = 3
"""Sentences, headline included, in which somebody may be told by office alone who is named further on."""
FORMER = frozenset("former then ex late outgoing incoming current new".split())
BEHIND = frozenset("of for to at in on with".split())
LASTING = LEADERS | {"minister", "envoy"}
"""Ranks whose holders are known all through a report."""

Told = tuple[Party, int]
"""A person and the token that last named them before the description (or first, where that is after it)."""


class Holders:
    """Who of a report's people holds which kind of post; asked for each kind once."""

    def __init__(self, scene: Scene, world: World) -> None:
        self._scene = scene
        self._world = world
        self._known: dict[tuple[str, str, str], list[int]] = {}
        self._named = {
            number: [scene.names[m].first for m in person.mentions] for number, person in world.people.items()
        }

    def find(self, token: Token, title: Title, owner: Party | None) -> tuple[Party, int, tuple[RunnerUp, ...]] | None:
        """The person named last before a word who holds such an office, of that state or body where one is told.

        Without a state, two holders named in one sentence leave it open. A leader of the state told, or at the
        report's beginning whoever alone holds the office, may also be named further on only.
        """
        fits, others = self._of_owner(list(self._before(token, title)), owner)
        if not fits and owner is not None:
            fits = self._further_on(token, title, owner)
        if not fits or (owner is None and not self._plain(token, title, fits)):
            return None
        lost = [RunnerUp(p.name, "named farther back") for p, _ in fits[1:]]
        lost += [RunnerUp(p.name, "of another state or body") for p, _ in others]
        return (*fits[0], tuple(lost))

    def _further_on(self, token: Token, title: Title, owner: Party) -> list[Told]:
        found, _ = self._of_owner(list(self._after(token, title)), owner)
        if title.rank in LEADERS and owner.country is not None:
            return found
        begins = self._scene.parsed.sentence(token).number < LEDE and title.rank in LASTING
        return found if begins and len(found) == 1 else []

    def _of_owner(self, told: list[Told], owner: Party | None) -> tuple[list[Told], list[Told]]:
        if owner is None:
            return told, []
        if owner.country is not None:
            fits = [t for t in told if t[0].country == owner.country]
        else:
            fits = [t for t in told if t[0].body is not None and self._one_body(t[0].body, owner.name)]
        return fits, [t for t in told if t not in fits]

    def _one_body(self, one: str, other: str) -> bool:
        """Do two names stand for one body: "U.N." and "United Nations"?"""
        atlas = self._scene.atlas
        return one.lower() == other.lower() or bool(set(atlas.names(one)) & set(atlas.names(other)))

    def _plain(self, token: Token, title: Title, fits: list[Told]) -> bool:
        """Is it plain who is meant, where no state is told?"""
        parsed = self._scene.parsed
        back = parsed.sentence(token).number - parsed.sentence(parsed.tokens[fits[0][1]]).number
        if title.rank not in LASTING and back > FAR:
            return False
        if len(fits) == 1:
            return True
        nearest = parsed.sentence(parsed.tokens[fits[0][1]]).number
        rival = parsed.sentence(parsed.tokens[fits[1][1]]).number
        return nearest != rival or fits[0][0].country == fits[1][0].country

    def _before(self, token: Token, title: Title) -> Iterator[Told]:
        """Holders named before, latest first."""
        found = []
        for number in self._holding(title, token):
            at = bisect_left(self._named[number], token.i)
            if at:
                found.append((self._world.parties[number], self._named[number][at - 1]))
        yield from sorted(found, key=lambda told: -told[1])

    def _after(self, token: Token, title: Title) -> Iterator[Told]:
        for number in self._holding(title, token):
            yield self._world.parties[number], self._named[number][0]

    def _holding(self, title: Title, token: Token) -> list[int]:
        noun = token.lemma.lower()
        full = self._scene.title(token.i + 1)
        asked = tuple(w for w in (full[1].form if full else title.form).split() if w not in FORMER)
        key = (title.form, " ".join(asked), noun)
        if key not in self._known:
            people = self._world.people.items()
            self._known[key] = [
                n
                for n, p in people
                if any(_fits(post, title, asked, noun) for post in p.posts)
                or any(same_post(h.office, " ".join(asked)) for h in p.holdings)
            ]
        return self._known[key]


def _fits(post: Post, title: Title, asked: tuple[str, ...], noun: str) -> bool:
    """Is a post what the description asks for: all of its words, or what a bare noun may stand for?"""
    if title.rank == post.title.rank and title.rank in LEADERS:
        return True  # "the PM" for "Prime Minister"
    words = {*post.office.lower().replace("-", " ").split(), *post.title.form.split()}
    heads = (_head_noun(post.office), post.title.form.split()[-1])
    if len(asked) > 1:  # nor is an adviser to the prime minister the prime minister
        return set(asked) <= words and (noun in heads or asked[-1] in heads)
    if noun == heads[0] or post.title.form == title.form:
        return True
    return (noun == "leader" and post.title.rank in LEADERS) or post.title.rank in KINDS_OF.get(noun, ())


def _head_noun(office: str) -> str:
    """ "minister" of "deputy minister for trade"."""
    words = office.lower().split()
    end = next((i for i, word in enumerate(words) if i and word in BEHIND), len(words))
    return words[end - 1] if words else ""
