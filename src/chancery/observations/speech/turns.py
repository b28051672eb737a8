"""Who "he", "it" and "the newspaper" are where one saying follows another.

Reports go on quoting whom they have just quoted: a pronoun as the subject of a reporting verb in the next
sentence means the last speaker, whoever else was named inside the quotation. The general resolution of pronouns
(`mentions`) doesn't know who spoke last; where the sayings are further apart, it decides.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from chancery.grammar.types import Token
from chancery.mentions.types import Party
from chancery.observations.speech.page import Page, Said
from chancery.observations.speech.source import Source, issuer, side_by_side, sources, speaker_noun

_FITS = {"he": "person", "she": "person", "it": "body", "they": "many"}
_RELATIVES = frozenset({"who", "which", "that"})
_SOURCES = frozenset({"source", "official", "diplomat", "person", "insider"})


class Turns:
    """The speakers of an article's sayings, named in the order in which they are told."""

    def __init__(self, page: Page, sayings: list[Said]) -> None:
        self._page = page
        self._sayings = sorted(sayings, key=lambda s: (s.anchor.i, s.span))
        self._acting = [t.i for t in page.parsed.tokens if t.rel in ("nsubj", "appos")]
        self._starts = sorted(s.span[0] for s in sayings)
        self._ends = sorted(s.span[1] for s in sayings)
        self._by_holder: dict[int, tuple[Source, ...]] = {}
        self._told: list[tuple[Said, tuple[Source, ...]]] = []

    def named(self) -> list[tuple[Said, tuple[Source, ...]]]:
        """Each saying with its speakers, in text order of the words that report it."""
        found: list[tuple[Said, tuple[Source, ...]]] = []
        for said in self._sayings:
            speakers = self._speakers(said)
            found.append((said, speakers))
            if speakers and not self._is_inner(said):
                self._told.append((said, speakers))
        return found

    def _speakers(self, said: Said) -> tuple[Source, ...]:
        holder = said.holder
        if holder is None:
            return ()
        if holder.i not in self._by_holder:
            self._by_holder[holder.i] = self._resolve(said, holder)
        return self._by_holder[holder.i]

    def _resolve(self, said: Said, holder: Token) -> tuple[Source, ...]:
        page = self._page
        if said.label is not None:
            found = [source for source in sources(page, holder) if source.known]
            return tuple(found) or (Source(said.label),)
        holder = issuer(page, holder)
        if holder.lower in _RELATIVES and not page.marked.named(holder):
            holder = self._before(holder)
        heads = side_by_side(page, holder)
        if len(heads) > 1 and any(head.lower in _FITS for head in heads):
            return self._each(said, heads)
        return self._one(said, holder)

    def _each(self, said: Said, heads: tuple[Token, ...]) -> tuple[Source, ...]:
        """The speakers of "he and the minister", each by itself."""
        found: list[Source] = []
        for head in heads:
            pronoun = head.upos == "PRON" and head.lower in _FITS
            told = self._pronoun(said, head) if pronoun else sources(self._page, head)
            found.extend(source for source in told if source.name not in [s.name for s in found])
        return tuple(found)

    def _one(self, said: Said, holder: Token) -> tuple[Source, ...]:
        page = self._page
        if holder.upos == "PRON" and holder.lower in _FITS:
            return self._pronoun(said, holder)
        if holder.feat("Poss") == "Yes" and holder.lower in ("his", "her"):
            return self._owner(holder) or sources(page, holder)
        if holder.upos == "NOUN" and self._is_taken_up(holder):
            before = self._same_noun(holder)
            if before:
                return before
        return sources(page, holder)

    def _owner(self, possessive: Token) -> tuple[Source, ...]:
        """Whose "his" is, where its sentence names one person before it ("Ruto's visit and his threat to")."""
        page = self._page
        first = page.parsed.sentence(possessive).first
        people = {
            named[0].name: token
            for token in page.parsed.tokens[first : possessive.i]
            if len(named := page.marked.named(token)) == 1 and named[0].kind == "person" and token.name
        }
        return sources(page, next(iter(people.values()))) if len(people) == 1 else ()

    def _before(self, relative: Token) -> Token:
        """The head of the phrase that a relative pronoun stands behind, where the tree doesn't tell."""
        tokens = self._page.parsed.tokens
        place = relative.i - 1
        while place > 0 and tokens[place].upos == "PUNCT":
            place -= 1
        word = tokens[max(place, 0)]
        while word.rel in ("flat", "compound", "appos") and not word.is_root:
            word = tokens[word.head]
        return word if word.upos in ("NOUN", "PROPN") else relative

    def _pronoun(self, said: Said, holder: Token) -> tuple[Source, ...]:
        page = self._page
        spoken_to = self._spoken_to(said)
        last = self._last(holder.lower)
        between = last is not None and self._another_between(last, said, holder)
        if (
            last is not None
            and not between
            and self._follows(last[0], said)
            and not spoken_to & {s.name for s in last[1]}
        ):
            return last[1]
        named = sources(page, holder) if page.marked.named(holder) else ()
        if between and not named:
            named = tuple(s for t in self._subjects(said, holder) for s in sources(page, t))
        if named and not spoken_to & {source.name for source in named}:
            return named
        before = self._named_before(holder, spoken_to)
        if before:
            return before
        if last is not None:
            return last[1]
        subject = self._subject_of(said)
        return sources(page, subject) if subject is not None else sources(page, holder)

    def _subject_of(self, said: Said) -> Token | None:
        """For "The envoy expects a deal, he said", with nobody told before: the subject of what is said."""
        page = self._page
        inside = page.parsed.covering(*said.span)
        heads = [t for t in inside if t.upos == "VERB" and not inside[0].i <= t.head <= inside[-1].i]
        found = page.parsed.child(heads[0], "nsubj") if heads and said.span[0] < said.anchor.start else None
        noun = page.cues.speakers.get(found.lemma.lower()) if found is not None and found.upos == "NOUN" else None
        return found if noun is not None and noun.kind == "person" else None

    def _spoken_to(self, said: Said) -> frozenset[str]:
        """The names in the cue's own words: who is spoken to does not speak ("he said in reply to Ruto")."""
        marked = self._page.marked
        beside = self._page.parsed.children(said.anchor, "obl", "obj", "iobj")
        return frozenset(
            party.name
            for child in beside
            for token in self._page.parsed.subtree(child)
            if not said.span[0] <= token.start < said.span[1] and token.upos != "PRON"
            for party in marked.named(token)
            if party.kind == "person"
        )

    def _named_before(self, holder: Token, spoken_to: frozenset[str]) -> tuple[Source, ...]:
        """For a pronoun that nothing else resolves: the nearest fitting phrase in the two sentences before."""
        page = self._page
        number = page.parsed.sentence(holder).number
        first = page.parsed.sentences[max(0, number - 2)].first
        for token in reversed(page.parsed.tokens[first : holder.i]):
            if page.quote_of(token) is not None:
                continue
            if _FITS[holder.lower] == "many":
                noun = page.cues.speakers.get(token.lemma.lower())
                if noun is not None and noun.kind == "person" and token.feat("Number") == "Plur":
                    return sources(page, token)
            elif spoken_to and _FITS[holder.lower] == "person":
                named = page.marked.named(token)
                if len(named) == 1 and named[0].kind == "person" and named[0].name not in spoken_to:
                    return sources(page, token)
        return ()

    def _last(self, pronoun: str) -> tuple[Said, tuple[Source, ...]] | None:
        """The last speaker that a pronoun fits."""
        for said, speakers in reversed(self._told):
            if _fits(pronoun, speakers):
                return said, speakers
        return None

    def _follows(self, before: Said, said: Said) -> bool:
        """True where nothing but the two sayings stands between them."""
        if self._told[-1][0] is not before:
            return False
        parsed = self._page.parsed
        ended = parsed.sentence(self._last_token(before)).number
        first = parsed.covering(*said.span)
        begins = parsed.sentence(min((*first[:1], said.anchor), key=lambda t: t.i)).number
        return begins - ended <= 1

    def _subjects(self, said: Said, holder: Token) -> list[Token]:
        """The one person who is a subject before a pronoun in its own sentence, outside what is said."""
        page = self._page
        before = page.parsed.tokens[page.parsed.sentence(holder).first : holder.i]
        before = tuple(t for t in before if not said.span[0] <= t.start < said.span[1] and page.quote_of(t) is None)
        found = [t for t in before if t.rel == "nsubj" and [p.kind for p in page.marked.named(t)] == ["person"]]
        return found if len(found) == 1 and holder.lower in ("he", "she") else []

    def _same_sentence(self, said: Said, holder: Token) -> tuple[Party, ...]:
        return tuple(party for t in self._subjects(said, holder) for party in self._page.marked.named(t))

    def _another_between(self, last: tuple[Said, tuple[Source, ...]], said: Said, holder: Token) -> bool:
        """True where somebody else, whom the pronoun is resolved to, is a subject since the last saying."""
        page = self._page
        meant = page.marked.named(holder) or self._same_sentence(said, holder)
        if len(meant) != 1 or meant[0].kind != "person" or meant[0].name in {s.name for s in last[1]}:
            return False
        first = bisect_right(self._acting, self._last_token(last[0]).i)
        since = (page.parsed.tokens[i] for i in self._acting[first : bisect_left(self._acting, holder.i)])
        outside = (t for t in since if not said.span[0] <= t.start < said.span[1] and page.quote_of(t) is None)
        return any(page.marked.named(t) == meant for t in outside)

    def _last_token(self, said: Said) -> Token:
        inside = self._page.parsed.covering(*said.span)
        return max((*inside, said.anchor), key=lambda t: t.i)

    def _is_inner(self, said: Said) -> bool:
        at, own = said.anchor.start, said.span[0] <= said.anchor.start < said.span[1]
        return bisect_right(self._starts, at) - bisect_right(self._ends, at) > own

    def _is_taken_up(self, head: Token) -> bool:
        """True for "the newspaper", "the two sources": a definite phrase that tells nothing new."""
        page = self._page
        children = page.parsed.children(head)
        definite = any(c.lower in ("the", "that", "this", "these", "those", "both") for c in children)
        behind = [c for c in children if c.i > head.i and page.parsed.tokens[c.i - 1].text != ","]
        told = any(c.rel in ("nmod", "acl", "appos", "flat") for c in behind)
        own = any(t.upos == "PROPN" and t.name in ("ORG", "PER") and not self._is_state(t) for t in children)
        described = all(party.name.split()[-1:] == [head.text] for party in page.marked.named(head))
        return definite and described and not told and not own

    def _is_state(self, token: Token) -> bool:
        """True for the name of a state or its first word: "the South Korean agency" names no agency."""
        following = self._page.parsed.tokens[token.i + 1 : token.i + 2]
        return any(t.upos == "ADJ" for t in following) or any(
            party.kind == "country" for party in self._page.marked.named(token)
        )

    def _same_noun(self, head: Token) -> tuple[Source, ...]:
        """The earlier speaker that a definite phrase takes up."""
        noun = speaker_noun(self._page, head)
        plural = head.feat("Number") == "Plur"
        for _, speakers in reversed(self._told):
            if len(speakers) != 1 or speakers[0].plural != plural:
                continue
            source = speakers[0]
            if noun is not None and noun.kind == "outlet" and source.outlet:
                return speakers
            bodily = source.kind == "body" and source.name.lower().split()[-1] == head.lemma.lower()
            same = bodily or source.noun == head.lemma.lower() or (head.lemma == "source" and source.noun in _SOURCES)
            if (source.noun or bodily) and same:
                return speakers
        return self._outlet_named(head) if noun is not None and noun.kind == "outlet" else ()

    def _outlet_named(self, head: Token) -> tuple[Source, ...]:
        """The newspaper or agency last named before "the newspaper"."""
        page = self._page
        for place in range(head.i - 1, -1, -1):
            named = page.marked.named(page.parsed.tokens[place])
            outlet = len(named) == 1 and named[0].sector == "MED" and named[0].kind == "body"
            if outlet and page.parsed.tokens[place].name:
                return sources(page, page.parsed.tokens[place])
        return ()


def _fits(pronoun: str, speakers: tuple[Source, ...]) -> bool:
    plural = len(speakers) > 1 or speakers[0].plural
    if _FITS[pronoun] == "many":
        return plural
    if plural:
        return False
    return (speakers[0].kind == "person") == (_FITS[pronoun] == "person")
