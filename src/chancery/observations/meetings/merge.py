"""Puts the mentions of one encounter together: an entry an encounter, however often the report mentions it.

Two passes over the mentions in text order. Mentions that name two sides are clustered: they are one encounter
where sides, times, places and status can all be the same. Then mentions that point back ("the talks",
"Thursday's meeting", "his visit") join the cluster that they fit best, or are dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.types import DAY, MONTH, Party, Place, When
from chancery.observations.meetings.draft import Encounter, Standing
from chancery.observations.meetings.parties import compatible, distinct, is_circle, is_head, two_sides

Cluster = list[Encounter]
_SILENT = Standing("held", False)
ACCEPTED = "meetings.invitation.accepted"
_JOURNEY = "meetings.journey."
_MANY_MORE = 3
_LONG = 45
"""Days after which what is dated is no longer the news of a report."""
_BEFORE_NOW = frozenset({"last", "previously", "earlier"})
_LAST = frozenset({"last", "previous", "first"})
_AHEAD = frozenset({"planned", "proposed"})
_ANEW = frozenset({"still", "again", "instead", "reschedule", "rescheduled", "eventually", "someday"})
_APART = frozenset({"after", "before", "since", "following", "ahead of", "prior to"})
_HANGING = frozenset({"obl", "nmod", "advcl", "obj", "compound"})
_OFF = frozenset({"cancelled", "postponed", "denied"})
_UNDONE = frozenset({"planned", "proposed", "postponed", "cancelled", "denied"})


def clusters(parsed: Parsed, words: MeetingWords, mentions: list[Encounter]) -> list[Cluster]:
    """The mentions, sorted into encounters, in the order of their first full mention."""
    merger = _Merger(parsed, words, [])
    mentions = sorted(mentions, key=lambda e: e.head.i)
    for mention in (m for m in mentions if not m.refers):
        merger.add(mention)
    heads = {m.head.i for c in merger.found for m in c}
    for mention in (m for m in mentions if m.refers and m.head.i not in heads):
        merger.attach(mention)
    return sorted(_absorbed(merger), key=lambda c: c[0].head.i)


def _absorbed(merger: _Merger) -> list[Cluster]:
    """A journey to where two others met is part of their encounter: "his trip to Singapore" for the summit there."""
    kept = list(merger.found)
    for cluster in merger.found:
        defined = any(merger.parsed.children(m.head, "acl") for m in cluster)
        if defined or not all(m.kind == "visit" for m in cluster):
            continue
        visitor, visit = cluster[0].sides[0], cluster[0]
        for other in kept:
            same = other is not cluster and any(m.kind != "visit" for m in other)
            there = any(m.place and visit.place and m.place.country == visit.place.country for m in other)
            sides = [s for m in other for s in m.sides]
            if (
                same
                and there
                and any(s.entity == visitor.entity >= 0 for s in sides)
                and all(times_agree(m, visit) and _status_agrees(m, visit) for m in other)
                and not any(merger.long_apart(m, visit) for m in other)
            ):
                other.extend(replace(m, sides=(visitor,), refers=True) for m in cluster)
                kept.remove(cluster)
                break
    return kept


@dataclass(slots=True)
class _Merger:
    """The clusters made so far."""

    parsed: Parsed
    words: MeetingWords
    found: list[Cluster]
    timing: dict[int, frozenset[int]] = field(default_factory=dict)
    """The acts that each encounter asked about so far may time, by their heads (see `_timed_by`)."""

    def add(self, mention: Encounter) -> None:
        """Puts a full mention where it can be the same encounter, else makes it a cluster."""
        people = mention.kind != "summit" or any(s.kind == "person" for s in mention.sides)
        if mention.collective and not (people and self._told(mention)):
            mention = replace(mention, sides=self._last_pair(mention) or mention.sides)
        fitting = [c for c in self.found if self._one_encounter(c, mention)]
        if fitting:
            self._best(fitting, mention).append(mention)
            return
        if mention.head.lemma.lower() == "discuss":  # what they will discuss, or did, at the encounter told
            same = [c for c in self.found if any(_sides_agree(m.sides, mention.sides) for m in c)]
            if same:
                self._best(same, mention).append(replace(mention, refers=True, standing=_SILENT, when=None))
                return
        self.found.append([mention])

    def _told(self, mention: Encounter) -> bool:
        return any(_sides_agree(m.sides, mention.sides) for c in self.found for m in c)

    def attach(self, mention: Encounter) -> None:
        """Puts a mention that points back where it fits; else its guessed sides may make it a cluster."""
        fitting = [c for c in self.found if self._told_before(c, mention) and self._points_at(c, mention)]
        if fitting:
            self._best(fitting, mention).append(mention)
            return
        sides = distinct((*mention.guess, *mention.sides))
        if mention.pair and (mention.when or mention.place):
            pair = self._last_pair(mention)
            named = [s for s in mention.sides if not is_circle(s)]
            sides = pair if all(any(compatible(s, t) for t in pair) for s in named) else ()
        if two_sides(sides) and (mention.guess or mention.pair):
            self.found.append([replace(mention, sides=sides, refers=False)])

    def _last_pair(self, mention: Encounter) -> tuple[Party, ...]:
        """The sides of the encounter told last, whom "they" means."""
        before = [m for c in self.found for m in c if m.head.i < mention.head.i and two_sides(m.sides)]
        if mention.kind != "visit":  # who is to meet again has met, not travelled
            before = [m for m in before if m.kind != "visit"] or before
        if mention.kind == "summit":
            before = [m for m in before if all(s.kind == "person" for s in m.sides)] or before
        return max(before, key=lambda m: m.head.i).sides if before else ()

    def _best(self, fitting: list[Cluster], mention: Encounter) -> Cluster:
        return max(fitting, key=lambda c: _affinity(c, mention))

    def _one_encounter(self, cluster: Cluster, mention: Encounter) -> bool:
        if not any(_sides_agree(m.sides, mention.sides) or _joined(m, mention) for m in cluster):
            return False  # asked first: it is quickly told, and leaves few encounters
        if not self._can_be(cluster, mention):
            return False
        if any(_others_came(m.sides, mention.sides) or self.long_apart(m, mention) for m in cluster):
            return False
        return not all(_other_table(m, mention) for m in cluster)

    def _points_at(self, cluster: Cluster, mention: Encounter) -> bool:
        """True where a mention that points back can mean this encounter."""
        if mention.standing.sure and all(_other_status(m, mention) for m in cluster):
            return False
        served = [m for m in cluster if m.head.i == mention.head.head]  # "to visit Cuba in March for a dialogue"
        if served:
            return self._sides_fit(served, mention) and self._can_be(served, mention)
        vague = mention.when is not None and len(mention.when.start) < DAY
        if vague and not any(m.when for m in cluster):
            return False
        if mention.kind == "multilateral" and not any(m.kind == "multilateral" or len(m.sides) > 2 for m in cluster):
            return False
        if two_sides(mention.sides) and all(_other_table(m, mention) for m in cluster if m.sides):
            return False
        if mention.rule == ACCEPTED and not all(m.kind == "visit" for m in cluster):
            return False
        return self._sides_fit(cluster, mention) and self._can_be(cluster, mention)

    def _sides_fit(self, cluster: Cluster, mention: Encounter) -> bool:
        """True where those whom a mention that points back names can be of this encounter."""
        if mention.joins:  # who joins talks joins no journey
            return mention.standing.status in ("held", "planned") and any(m.kind != "visit" for m in cluster)
        journey = all(m.kind == "visit" for m in cluster)
        if journey and not mention.sides and mention.head.upos == "VERB":  # "officials will meet": others than these
            return False
        told = [s for m in cluster for s in m.sides]
        return all(any(compatible(s, t) for t in told) for s in mention.sides)

    def _told_before(self, cluster: Cluster, mention: Encounter) -> bool:
        """A mention points back, or ahead within its own sentence; into the next one where it names two sides."""
        here = self.parsed.sentence(mention.head).number
        return self.parsed.sentence(cluster[0].head).number <= here + two_sides(mention.sides)

    def _can_be(self, cluster: Cluster, mention: Encounter) -> bool:
        """True where no mention of the cluster speaks against it; the very same time settles all times."""
        same_time = any(m.when and mention.when and m.when.start == mention.when.start for m in cluster)
        return all(self._agree(m, mention) and (same_time or times_agree(m, mention)) for m in cluster)

    def _agree(self, a: Encounter, b: Encounter) -> bool:
        facts = kinds_agree(a, b) and places_agree(a.place, b.place) and _ordinals_agree(a, b)
        if not (facts and _status_agrees(a, b) and self._ranks_agree(a, b) and self._plans_agree(a, b)):
            return False
        if self._measured_from(a, b) or self._measured_from(b, a):
            return False
        return not self._renewed(a, b) and not self._renewed(b, a)

    def _plans_agree(self, a: Encounter, b: Encounter) -> bool:
        """A journey to come and talks to come are one plan where told together, or of one place."""
        ahead = a.standing.status in _AHEAD and b.standing.status in _AHEAD
        if not ahead or (a.kind == "visit") == (b.kind == "visit"):
            return True
        near = self.parsed.sentence(a.head).number == self.parsed.sentence(b.head).number
        return near or (a.place is not None and b.place is not None) or not (a.sides and b.sides)

    def long_apart(self, told: Encounter, mention: Encounter) -> bool:
        """True where one is told of long ago ("last met", "in 2017") and the other, told first, bears no date.

        An encounter without a date is the news of the report, unless the same place or ordinal says otherwise.
        """
        if told.when is not None or mention.when is None or told.head.i > mention.head.i:
            return False
        same_place = told.place is not None and mention.place is not None and told.place.name == mention.place.name
        if (same_place and mention.kind != "visit") or (told.ordinal is not None and told.ordinal == mention.ordinal):
            return False
        return recalled(self.parsed, mention.head) or _long_ago(self.parsed.article.published, mention.when)

    def _renewed(self, off: Encounter, on: Encounter) -> bool:
        """ "Is still interested in visiting": what is meant after one was called off is another."""
        if off.standing.status != "cancelled" or on.standing.status not in _AHEAD or on.head.i < off.head.i:
            return False
        return any(t.lower in _ANEW for t in self.parsed.tokens_of(self.parsed.sentence(on.head)))

    def _measured_from(self, act: Encounter, other: Encounter) -> bool:
        """ "They dined a month after their summit": what an encounter is timed by is another encounter."""
        head = other.head
        if head.i not in self.timing:
            self.timing[head.i] = self._timed_by(head)
        return act.head.i in self.timing[head.i]

    def _timed_by(self, head: Token) -> frozenset[int]:
        """The words that a time told from an encounter may date: the verb above it, its object, what is between."""
        parsed, inside = self.parsed, set[int]()
        for token in (head, *parsed.ancestors(head)):
            if token.rel not in _HANGING:
                break
            inside.add(token.i)
            if self._marked_apart(token):
                dated: set[int] = set()
                for above in parsed.ancestors(token):
                    dated.add(above.i)
                    if above.upos == "VERB":
                        dated.update(t.i for t in parsed.children(above, "obj"))
                        break
                return frozenset(dated - inside)
        return frozenset()

    def _marked_apart(self, token: Token) -> bool:
        marks = {m.lower for m in self.parsed.children(token, "mark")}
        return bool(_APART & (marks | {preposition(self.parsed, token)}))

    def _ranks_agree(self, a: Encounter, b: Encounter) -> bool:
        """A summit of two states is no talks of their ministers."""
        for summit, other in ((a, b), (b, a)):
            if summit.kind != "summit" or any(s.kind == "person" for s in summit.sides):
                continue
            posts = [s.office for s in other.sides if s.kind == "person" and s.office]
            if posts and not all(is_head(self.words, post) for post in posts):
                return False
        return True


def recalled(parsed: Parsed, word: Token) -> bool:
    """True for what is told as the time before: "they last met", "the last time they met", "had met before"."""
    if any(c.lower in _BEFORE_NOW for c in parsed.children(word, "advmod")):
        return True
    above = parsed.head(word)
    time = above is not None and above.lemma.lower() == "time" and word.rel == "acl"
    return time and above is not None and any(c.lower in _LAST for c in parsed.children(above, "amod"))


def _long_ago(published: str | None, when: When) -> bool:
    end = when.end or when.start
    if published is None or len(published) < DAY or len(end) < MONTH:
        return published is not None and end[:4] < published[:4]
    first = f"{end}-28"[:DAY]
    return (date.fromisoformat(published) - date.fromisoformat(first)).days > _LONG


def _other_table(a: Encounter, b: Encounter) -> bool:
    """True where one sits at a table of many more: the six-party talks are no talks of two of the six.

    Those who join talks may be two of many; those who have joined are at no table that is yet to be laid.
    """
    many_more = abs(len(a.sides) - len(b.sides)) >= _MANY_MORE
    return many_more and (not (a.joins or b.joins) or _other_status(a, b))


def _others_came(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """True where a state is stood for by one person here and by another there."""
    for state in {p.country for p in a if p.kind == "person"} - {None}:
        here = [p for p in a if p.kind == "person" and p.country == state]
        there = [p for p in b if p.kind == "person" and p.country == state]
        if here and there and not any(compatible(x, y) for x in here for y in there):
            return True
    return False


def _joined(a: Encounter, b: Encounter) -> bool:
    """Those who attend the talks are at the talks that others attend."""
    return a.joins and b.joins and a.head.lemma == b.head.lemma


def _other_status(a: Encounter, b: Encounter) -> bool:
    return (a.standing.status in _UNDONE) != (b.standing.status in _UNDONE)


def _affinity(cluster: Cluster, mention: Encounter) -> tuple[int, int, int, int, int]:
    """How well a mention fits: called off alike, same time or place, sides in common, word, nearness."""
    off = mention.standing.status in _OFF and any(m.standing.status == mention.standing.status for m in cluster)
    times = sum(1 for m in cluster if m.when and mention.when and m.when.start == mention.when.start)
    places = sum(1 for m in cluster if m.place and mention.place and m.place.name == mention.place.name)
    sides = sum(1 for s in mention.sides if any(compatible(s, t) for m in cluster for t in m.sides))
    near = max((m.head.i for m in cluster if m.head.i <= mention.head.i), default=-1)
    return int(off), min(times, 1) + min(places, 1), sides, int(_same_word(cluster, mention)), near


def _same_word(cluster: Cluster, mention: Encounter) -> bool:
    return any(m.head.lemma == mention.head.lemma for m in cluster)


def _sides_agree(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """True where each side of the shorter list is one of the longer, no two the same."""
    short, left = (a, list(b)) if len(a) <= len(b) else (b, list(a))
    for side in short:
        hit = next((s for s in left if compatible(side, s)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def kinds_agree(a: Encounter, b: Encounter) -> bool:
    """A call is no visit and has no place; "talks" can be either."""
    kinds = {a.kind, b.kind}
    if "call" not in kinds or kinds == {"call"}:
        return True
    other = a if b.kind == "call" else b
    return other.kind == "talks" and other.place is None


def times_agree(a: Encounter, b: Encounter) -> bool:
    """True where the times overlap, or one is not told; who sets out one day may arrive the next."""
    if a.when is None or b.when is None:
        return True
    first, second = (a.when, b.when) if a.when.start <= b.when.start else (b.when, a.when)
    end = first.end or first.start
    if second.start[: len(end)] <= end[: len(second.start)]:
        return True
    journeys = "visit" in (a.kind, b.kind) or a.rule.startswith(_JOURNEY) or b.rule.startswith(_JOURNEY)
    return journeys and len(end) == len(second.start) == DAY and _days_apart(end, second.start) <= 1


def _days_apart(a: str, b: str) -> int:
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def places_agree(a: Place | None, b: Place | None) -> bool:
    """True where one place can lie in the other, or one is not told: the same name or the same state."""
    if a is None or b is None or a.name == b.name:
        return True
    return a.country is not None and a.country == b.country


def _status_agrees(a: Encounter, b: Encounter) -> bool:
    left, right = a.standing, b.standing
    for off, on in ((a, b), (b, a)):
        if off.standing.status == "cancelled" and off.when and not on.when and on.standing.status in _AHEAD:
            return False  # a round that was called off last week is not the one to come
    if left.status == right.status or not (left.sure and right.sure):
        return True
    return left.status in _UNDONE and right.status in _UNDONE


def _ordinals_agree(a: Encounter, b: Encounter) -> bool:
    """ "Their second summit" is not the first; of different words ("summit", "visit") each has its own count."""
    if a.ordinal is None or b.ordinal is None or a.kind != b.kind:
        return True
    return a.ordinal == b.ordinal
