"""Puts the mentions of one encounter together: an entry an encounter, however often the report mentions it.

Two passes over the mentions in text order. Mentions that name two sides are clustered: they are one encounter
where sides, times, places and status can all be the same. Then mentions that point back ("the talks",
"Thursday's meeting", "his visit") join the cluster that they fit best, or are dropped.
"""

from __future__ import annotations

from chancery.grammar.types import Parsed
from chancery.mentions.types import Party, Place, When
from chancery.observations.meeting_draft import Encounter
from chancery.observations.meeting_sides import compatible

Cluster = list[Encounter]
_UNDONE = frozenset({"planned", "proposed", "postponed", "cancelled", "denied"})


def clusters(parsed: Parsed, mentions: list[Encounter]) -> list[Cluster]:
    """The mentions, sorted into encounters, in the order of their first full mention."""
    mentions = sorted(mentions, key=lambda e: e.head.i)
    found: list[Cluster] = []
    for mention in (m for m in mentions if not m.refers):
        fitting = [c for c in found if _one_encounter(c, mention)]
        if fitting:
            max(fitting, key=lambda c: _affinity(parsed, c, mention)).append(mention)
        else:
            found.append([mention])
    heads = {m.head.i for c in found for m in c}
    for mention in (m for m in mentions if m.refers and m.head.i not in heads):
        fitting = [c for c in found if _told_before(parsed, c, mention) and _points_at(c, mention)]
        if fitting:
            max(fitting, key=lambda c: _affinity(parsed, c, mention)).append(mention)
    return found


def _one_encounter(cluster: Cluster, mention: Encounter) -> bool:
    return all(_agree(m, mention) for m in cluster) and any(
        _sides_agree(m.sides, mention.sides) for m in cluster
    )


def _agree(a: Encounter, b: Encounter) -> bool:
    return (
        kinds_agree(a, b) and times_agree(a.when, b.when) and places_agree(a.place, b.place)
        and _status_agrees(a, b) and _ordinals_agree(a, b)
    )  # fmt: skip


def _points_at(cluster: Cluster, mention: Encounter) -> bool:
    """True where a mention that points back can mean this encounter."""
    if not all(_agree(m, mention) for m in cluster):
        return False
    if mention.joins:
        return True
    told = [s for m in cluster for s in m.sides]
    return all(any(compatible(s, t) for t in told) for s in mention.sides)


def _told_before(parsed: Parsed, cluster: Cluster, mention: Encounter) -> bool:
    """A mention points back, or ahead within its own sentence."""
    here = parsed.sentence(mention.head).number
    return parsed.sentence(cluster[0].head).number <= here


def _affinity(parsed: Parsed, cluster: Cluster, mention: Encounter) -> tuple[int, int, int, int]:
    """How well a mention fits: same time, same place, sides in common, nearness of the last mention."""
    times = sum(1 for m in cluster if m.when and mention.when and m.when.start == mention.when.start)
    places = sum(1 for m in cluster if m.place and mention.place and m.place.name == mention.place.name)
    sides = sum(1 for s in mention.sides if any(compatible(s, t) for m in cluster for t in m.sides))
    near = max((m.head.i for m in cluster if m.head.i <= mention.head.i), default=-1)
    return min(times, 1) + min(places, 1), sides, int(_same_word(cluster, mention)), near


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


def times_agree(a: When | None, b: When | None) -> bool:
    """True where the times overlap, or one is not told."""
    if a is None or b is None:
        return True
    first, second = (a, b) if a.start <= b.start else (b, a)
    end = first.end or first.start
    return second.start[: len(end)] <= end[: len(second.start)]


def places_agree(a: Place | None, b: Place | None) -> bool:
    """True where one place can lie in the other, or one is not told: the same name or the same state."""
    if a is None or b is None or a.name == b.name:
        return True
    return a.country is not None and a.country == b.country


def _status_agrees(a: Encounter, b: Encounter) -> bool:
    left, right = a.standing, b.standing
    if left.status == right.status or not (left.sure and right.sure):
        return True
    return left.status in _UNDONE and right.status in _UNDONE


def _ordinals_agree(a: Encounter, b: Encounter) -> bool:
    """ "Their second summit" is not the first; "first" is said of many things and decides nothing."""
    if a.ordinal is None or b.ordinal is None or a.kind != b.kind:
        return True
    return a.ordinal == b.ordinal or 1 in (a.ordinal, b.ordinal)
