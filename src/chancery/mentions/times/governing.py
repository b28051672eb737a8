"""Which time belongs to which act: up and down the tree from a time to the verb or act noun that it dates.

A time dates what it hangs on ("met on Thursday", "Thursday's talks", "the 1994 ceasefire"). Names between
are passed ("met in Moscow on Thursday", where a parser may hang Thursday on Moscow); a clause is never
left, so the time of saying stays with the verb of saying and the time told in what is said stays there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.numbers import english_numbers
from chancery.lexicon.times import TimeWords, english_times
from chancery.mentions.times.anchors import acts, anchor_of, mark_of
from chancery.mentions.times.tense import looks_back
from chancery.mentions.types import MONTH, Marked, When

_WARS = frozenset({"war", "invasion", "conflict", "offensive", "fighting"})
_STARTING = frozenset({"begin", "start", "launch", "mount", "erupt", "break", "unleash", "order"})
_AT = frozenset({"at", "during"})
_ASKING = frozenset({"ask", "question", "press", "quiz", "interview", "quote", "challenge"})
_LEAVING = frozenset({"leave", "depart", "head"})
"""Verbs whose day is not that of what is gone for: "left on Friday to meet Putin"."""
_SIDES = frozenset({"sidelines", "margins", "fringes"})
_WITHIN = frozenset({"at", "during", "in", "on", "on the sidelines of", "amid", "throughout"})


def time_of(marked: Marked, token: Token) -> When | None:
    """The time of an act, asked at its verb or noun; None where none is told for it.

    Open stretches ("since March", "until Friday"), datelines and times that only mark another one off
    ("before Friday") date no act; `window_of` gives the open ones.
    """
    return _Sentence(marked, token, english_times()).time(token)


def window_of(marked: Marked, token: Token) -> tuple[str | None, str | None]:
    """The open start and end told with a count: "three visits since March 2018" gives ("2018-03", None).

    "since" may bring a clause ("since Russia launched its invasion in February 2022"): then its time.
    """
    return _Sentence(marked, token, english_times()).window(token)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The times of the sentence of one token, and what they hang on."""

    marked: Marked
    asked: Token
    words: TimeWords

    @property
    def parsed(self) -> Parsed:
        return self.marked.parsed

    def whens(self) -> tuple[When, ...]:
        return self.marked.times_in(self.parsed.sentence(self.asked))

    def time(self, token: Token) -> When | None:
        for rule in (self._own, self._nominal if token.upos in ("NOUN", "PROPN") else self._verbal):
            found = rule(token)
            if found is not None:
                return found
        return None

    def window(self, token: Token) -> tuple[str | None, str | None]:
        line = {token.i, *(a.i for a in self.parsed.ancestors(token))}
        since = until = None
        for when in self.whens():
            anchor = self.anchor(when)
            near = anchor is not None and (
                anchor.i in line or any(a.i == token.i for a in self.parsed.ancestors(anchor))
            )
            if when.since and (near or anchor is None) and not self._counted_between(token, when):
                since = since or when.start
            elif when.until and near and self.parsed.tokens[when.first - 1].lower != "by":
                until = until or when.end or when.start
        return since or self._since_clause(token, line), until

    def _counted_between(self, token: Token, when: When) -> bool:
        """As in "his first visit, the first of a leader in 14 years": the window is of the second count."""
        between = self.parsed.tokens[token.i + 1 : when.first]
        return any(english_numbers().ordinal(t.lower) is not None for t in between)

    def _since_clause(self, token: Token, line: set[int]) -> str | None:
        for mark in self.parsed.tokens_of(self.parsed.sentence(token)):
            clause = self.parsed.head(mark)
            if mark.lower != "since" or clause is None or clause.i in line:
                continue
            below = self.parsed.subtree(clause)
            within = [w for w in self.whens() if below[0].i <= w.first <= below[-1].i and w.first > mark.i]
            if mark.i > token.i - 12:
                if within:
                    return within[0].start
                if any(t.lemma.lower() in _WARS for t in below):
                    return self._start_of_war()
        return None

    def _start_of_war(self) -> str | None:
        """As in "since the war began", where the report tells elsewhere when; None where it tells several days."""
        told: set[str] = set()
        for when in self.marked.times:
            act = self.anchor(when)
            if act is None or when.until or when.end is not None:
                continue
            what = [c.lemma.lower() for c in self.parsed.children(act, "obj", "nsubj")]
            launched = act.lemma.lower() in _STARTING and any(w in _WARS for w in what)
            if launched or act.lemma.lower() == "invasion":
                told.add(when.start)
        return min(told) if len(told) == 1 else None

    def anchor(self, when: When) -> Token | None:
        act = anchor_of(self.parsed, when.first, when.last, self.words)
        if act is None or not self._is_ahead(when) or not looks_back(self.parsed, act, self.words):
            return act
        return self._offered(act, when) or act

    def _is_ahead(self, when: When) -> bool:
        published = self.parsed.article.published
        return published is not None and when.start > published

    def _offered(self, verb: Token, when: When) -> Token | None:
        """As in "proposed talks next week": what lies ahead is the time of the talks, not of the proposing."""
        below = self.parsed.children(verb, "obj", "obl", "nsubj:pass")
        return next((c for c in below if self._acts(c) and c.i < when.first and self._case(c) not in _WITHIN), None)

    def _case(self, token: Token) -> str:
        return preposition(self.parsed, token)

    def _acts(self, token: Token) -> bool:
        return acts(token, self.words)

    def _own(self, token: Token) -> When | None:
        found = [w for w in self.whens() if self._dates(w) and self.anchor(w) == token]
        return min(found, key=lambda w: (abs(w.first - token.i), w.first), default=None)

    def _dates(self, when: When) -> bool:
        return not (when.since or when.until) and mark_of(self.parsed, when.first, when.last, self.words) != "aside"

    def _nominal(self, noun: Token) -> When | None:
        for rule in (self._of_participle, self._of_sides, self._of_phase, self._of_partner, self._of_verb):
            found = rule(noun)
            if found is not None:
                return found
        return None

    def _of_participle(self, noun: Token) -> When | None:
        """As in "talks launched in 2003", "a summit, which broke down in February"."""
        for clause in self.parsed.children(noun, "acl"):
            subject = self.parsed.child(clause, "nsubj")
            relative = subject is not None and subject.lower in ("which", "that")
            bare = subject is None and clause.feat("Tense") == "Past"
            if relative or bare:
                found = self._own(clause)
                if found is not None:
                    return found
        return None

    def _of_sides(self, noun: Token) -> When | None:
        """As in "a meeting on the sidelines of last November's summit"."""
        sides = (c for c in self.parsed.children(noun, "nmod") if c.lower in _SIDES)
        return next((found for c in sides if (found := self._own(self._beside(c))) is not None), None)

    def _of_phase(self, noun: Token) -> When | None:
        """As in "a round of talks on Friday", asked at either noun."""
        for below in self.parsed.children(noun, "nmod"):
            if self._phase(noun) and self._case(below) == "of":
                return self._own(below)
        above = self.parsed.head(noun)
        if noun.rel == "nmod" and above is not None and self._phase(above):
            return self._own(above) or self._of_verb(above)
        return None

    def _phase(self, noun: Token) -> bool:
        return noun.lemma.lower() in self.words.phases or noun.lower in self.words.phases

    def _of_partner(self, noun: Token) -> When | None:
        """As in "talks and a dinner on Friday": the time of the other one."""
        top = noun
        while top.rel in ("conj", "appos") and (above := self.parsed.head(top)) is not None:
            top = above
        for other in (top, *self.parsed.children(top, "conj", "appos")):
            if other != noun and (self._acts(other) or self._acts(noun)) and other.upos == noun.upos:
                found = self._own(other)
                if found is not None:
                    return found
        return None

    def _of_verb(self, noun: Token) -> When | None:
        """As in "held talks on Friday", "arrived on Friday for talks", "said at a meeting on Friday"."""
        top = noun
        while top.rel == "conj" and (above := self.parsed.head(top)) is not None:
            top = above
        verb = self.parsed.head(top)
        if verb is None or verb.upos != "VERB":
            return None
        lemma = verb.lemma.lower()
        shared = top.rel in ("nsubj", "obj") and lemma in self.words.carriers
        if top.rel == "obl":
            case = self._case(top)
            travel = lemma in self.words.travel or lemma in self.words.carriers
            shared = case in _WITHIN or (case in ("for", "to", "with") and travel and lemma not in _LEAVING)
        if not shared:
            return None
        return self._own(verb) or self._verbal(verb, asked_from=top)

    def _verbal(self, verb: Token, asked_from: Token | None = None) -> When | None:
        rules: tuple[Callable[[Token], When | None], ...] = (
            self._of_governor, self._of_conjunct, self._of_main_clause, self._of_when, self._of_opening, self._of_outer,
            self._of_joint,
        )  # fmt: skip
        if asked_from is None:
            rules = (self._of_object, *rules)
        for rule in rules:
            found = rule(verb)
            if found is not None:
                return found
        return None

    def _of_object(self, verb: Token) -> When | None:
        """As in "held talks on Friday" with Friday hung on the talks; "arrived to meet Putin on Friday"."""
        lemma = verb.lemma.lower()
        light = lemma in self.words.carriers or lemma in self.words.travel
        for below in self._below(verb):
            case = self._case(below)
            inner = (
                below.rel in ("obl", "nmod")
                and self._acts(below)
                and (case in _WITHIN or (case == "for" and light) or below.rel == "nmod")
            )
            core = below.rel in ("obj", "nsubj") and self._acts(below) and lemma in self.words.carriers
            purpose = below.rel in ("xcomp", "advcl") and lemma in self.words.travel and self._infinitive(below)
            if inner or core or purpose:
                found = self._own(below)
                if found is not None:
                    return found
        return None

    def _below(self, verb: Token) -> Iterator[Token]:
        """What a verb governs, and the encounter at which it was done: "agreed on a map at a meeting on Monday"."""
        for below in self.parsed.children(verb, "obj", "obl", "nsubj", "xcomp", "advcl"):
            yield self._beside(below)
            if below.rel in ("obj", "obl"):
                yield from (c for c in self.parsed.children(below, "nmod") if self._case(c) in _AT)

    def _beside(self, token: Token) -> Token:
        """The act of "on the sidelines of the June summit", for the time is told of it."""
        if token.lower not in _SIDES:
            return token
        return next((c for c in self.parsed.children(token, "nmod") if self._case(c) == "of"), token)

    def _of_governor(self, verb: Token) -> When | None:
        """As in "is expected to meet next week", "began withdrawing on Friday": of the verb above a
        bare infinitive.
        """
        above = self.parsed.head(verb)
        if verb.rel != "xcomp" or above is None:
            return None
        found = self._own(above)
        light = above.lemma.lower() in self.words.done
        return found if found is not None and (light or found.first > verb.i) else None

    def _of_conjunct(self, verb: Token) -> When | None:
        """As in "arrived on Friday and met Putin", "met and signed a deal on Friday"."""
        above = self.parsed.head(verb)
        if verb.rel == "conj" and above is not None and not self.parsed.children(verb, "nsubj"):
            found = self._own(above)
            if found is not None and found.first < verb.i:
                return found
        for later in self.parsed.children(verb, "conj"):
            if later.upos == "VERB" and not self.parsed.children(later, "nsubj"):
                found = self._own(later)
                if found is not None and found.first > later.i:
                    return found
        return None

    def _of_main_clause(self, verb: Token) -> When | None:
        """As in "met on Friday, ending a boycott", "arrived on Friday to meet Putin"; not "after
        meeting Putin".
        """
        above = self.parsed.head(verb)
        if verb.rel != "advcl" or above is None or self.parsed.children(verb, "nsubj"):
            return None
        marks = [m.lower for m in self.parsed.children(verb, "mark", "case")]
        participle = verb.feat("VerbForm") in ("Ger", "Part") and not marks
        purpose = marks == ["to"] and self._infinitive(verb) and above.lemma.lower() not in _LEAVING
        if participle or purpose or marks == ["while"]:
            return self._own(above) or self._of_conjunct(above)
        return None

    def _of_when(self, verb: Token) -> When | None:
        """As in "in 2003, when Peru backed the plan": the time right before "when"."""
        word = next(
            (c for c in self.parsed.children(verb, "advmod", "mark") if c.lower == "when" and c.i < verb.i), None
        )
        if word is None:
            return None
        before = word.i - (self.parsed.tokens[word.i - 1].text == ",")
        return next((w for w in self.whens() if self._dates(w) and w.last == before), None)

    def _of_opening(self, verb: Token) -> When | None:
        """As in "Speaking in Oslo on Friday, he warned", "when they met in 2016, they agreed": of the clause before."""
        for clause in self._opening_clauses(verb):
            marks = {m.lower for m in self.parsed.children(clause, "mark", "advmod", "case") if m.i < clause.i}
            gerund = clause.lower.endswith("ing") and not marks and not self.parsed.children(clause, "aux", "nsubj")
            asked = clause.lemma.lower() in _ASKING and clause.feat("VerbForm") == "Part" and not marks
            if gerund or asked or "when" in marks:
                found = self._own(clause)
                if found is not None:
                    return found
        return None

    def _opening_clauses(self, verb: Token) -> Iterator[Token]:
        """Clauses before a verb, those set off behind its subject too: "He, visiting Manila on Monday, ..."."""
        yield from (c for c in self.parsed.children(verb, "advcl") if c.i < verb.i)
        for subject in self.parsed.children(verb, "nsubj"):
            yield from (c for c in self.parsed.children(subject, "acl") if self.parsed.tokens[c.i - 1].text == ",")

    def _of_outer(self, verb: Token) -> When | None:
        """As in "crossed on Friday when he met Kim", "stalled last month after the envoy met them".

        What came before or after shares no more than the month or the year.
        """
        above = self.parsed.head(verb)
        if verb.rel not in ("advcl", "parataxis") or above is None:
            return None
        opening = self.parsed.subtree(verb)[0]
        marks = {m.lower for m in (opening, *self.parsed.children(verb, "mark", "advmod")) if m.i < verb.i}
        found = self._own(above) if marks & {"when", "after"} else None
        if found is None or ("when" not in marks and (found.end is not None or len(found.start) > MONTH)):
            return None
        return found if found.first < verb.i else None

    def _of_joint(self, verb: Token) -> When | None:
        """As in "Putin met Kim on Friday and the two signed": the same two, at the same time."""
        above, subject = self.parsed.head(verb), self.parsed.child(verb, "nsubj")
        if verb.rel != "conj" or above is None or subject is None:
            return None
        together = subject.lower in ("they", "both") or self.marked.is_collective(subject)
        found = self._own(above) or self._of_outer(above) if together else None
        return found if found is not None and found.first < verb.i else None

    def _infinitive(self, verb: Token) -> bool:
        return any(m.lower == "to" for m in self.parsed.children(verb, "mark"))
