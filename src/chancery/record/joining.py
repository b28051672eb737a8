"""Putting witnesses together under any kind's rule: the part of merging that is the same for all six.

The way is a greedy one with a guard (constrained agglomerative clustering, as in Davidson and Ravi 2005, with
"cannot link" between any two that differ): the most exact witnesses are placed first, each later one joins
the one group that it fits, and where it fits several that are not each other it stands alone with "unsure"
links.
So vague retellings never glue two exact entries together. The order comes from the witnesses' own content:
the order in which reports arrived plays no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chancery.record.types import Joined, Judged, Judgement, Kind, Link, Witness

MARGIN = 2.0
"""Points by which a group must fit better than another for the other not to count as a rival: one telling
detail (the same place, the same words)."""

UNSURE_LINKS = 5
"""At most so many unsure links are kept of a witness, the best first; a vague one may come near to dozens."""

FOUNDS = Judged("same", 10.0, "placed first, as the most exact: the others were compared with it")


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind is joined.

    Attributes:
        name: what links name as their maker.
        keys: only witnesses that share a key are ever compared.
        vagueness: sorts witnesses, the most exact first.
        judge: compares two witnesses (symmetric).
        blend: the fields and the status of an entry, from its witnesses in their fixed order.
    """

    name: str
    keys: Callable[[Witness], tuple[str, ...]]
    vagueness: Callable[[Witness], tuple[float, ...]]
    judge: Callable[[Witness, Witness], Judged]
    blend: Callable[[tuple[Witness, ...]], tuple[str, Mapping[str, Any]]]


@dataclass(slots=True)
class _Group:
    members: list[Witness]
    why: list[Judged]
    unsure: list[tuple[int, Judged]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The entry's: that of its first witness in the fixed order."""
        return min(self.members, key=lambda w: w.order).id


def join(kind: Kind, witnesses: Iterable[Witness], rule: Rule) -> list[Joined]:
    """Joins witnesses of one kind to entries. The same witnesses in any order give the same entries.

    Two witnesses of one report are never joined: within a report they are distinct already. An entry takes
    the id of its first witness in the fixed order.
    """
    groups: list[_Group] = []
    by_key: dict[str, list[int]] = {}
    for witness in sorted(witnesses, key=lambda w: (*rule.vagueness(w), w.order)):
        keys = rule.keys(witness)
        near = sorted({i for key in keys for i in by_key.get(key, ())})
        place = _place(witness, near, groups, rule)
        for key in keys:
            known = by_key.setdefault(key, [])
            if place not in known:
                known.append(place)
    found = [_joined(kind, group, groups, rule) for group in groups]
    return sorted(found, key=lambda j: j.id)


def _place(witness: Witness, near: list[int], groups: list[_Group], rule: Rule) -> int:
    """Puts the witness into a group, an old one or a new one, and gives the group's number."""
    judged = [(i, _fit(witness, groups[i], rule)) for i in near]
    ranked = sorted(((i, j) for i, j in judged if j is not None), key=lambda f: (-f[1].points, f[0]))
    fits = [(i, j) for i, j in ranked if j.judgement == "same"]
    if fits and not _rivals(fits, groups, rule):
        place, why = fits[0]
        groups[place].members.append(witness)
        groups[place].why.append(why)
        return place
    unsure = [(i, j) for i, j in ranked if j.judgement != "open"]
    groups.append(_Group([witness], [FOUNDS], unsure[:UNSURE_LINKS]))
    return len(groups) - 1


def _fit(witness: Witness, group: _Group, rule: Rule) -> Judged | None:
    """The best of the comparisons with the group's members; None where one of them differs or is of its
    report.
    """
    best: Judged | None = None
    for member in group.members:
        judged = rule.judge(member, witness)
        if judged.judgement == "different" or member.article == witness.article:
            return None
        if best is None or _rank(judged) > _rank(best):
            best = judged
    return best


def _rank(judged: Judged) -> tuple[bool, float]:
    return judged.judgement == "same", judged.points


def _rivals(fits: list[tuple[int, Judged]], groups: list[_Group], rule: Rule) -> bool:
    """True where another group fits about as well and is something else than the best one.

    Groups that don't differ but for being told by one report are no rivals: one faulty reading that tells a
    meeting twice must not make every later report ambiguous.
    """
    (place, judged), *others = fits
    close = [i for i, other in others if other.points > judged.points - MARGIN]
    return any(_differ(groups[place], groups[i], rule) for i in close)


def _differ(one: _Group, other: _Group, rule: Rule) -> bool:
    return any(rule.judge(a, b).judgement == "different" for a in one.members for b in other.members)


def _joined(kind: Kind, group: _Group, groups: list[_Group], rule: Rule) -> Joined:
    members = tuple(sorted(group.members, key=lambda w: w.order))
    own = members[0].id
    why = {w.id: j for w, j in zip(group.members, group.why, strict=True)}
    links = [_link(w.id, own, "same", why[w.id], rule) for w in members]
    for place, judged in group.unsure:
        links.append(_link(group.members[0].id, groups[place].id, "unsure", judged, rule))
    status, fields = rule.blend(members)
    told = sorted(w.published for w in members if w.published)
    span = {"first_told": told[0] if told else None, "last_told": told[-1] if told else None}
    fields = {**fields, "report": members[0].article, **span}
    return Joined(kind, own, status, fields, members, tuple(links))


def _link(observation: str, entry: str, judgement: Judgement, judged: Judged, rule: Rule) -> Link:
    score = round(min(judged.points, 10.0) / 10.0, 2)
    return Link(observation, entry, judgement, score, judged.reason, rule.name)
