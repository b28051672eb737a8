"""When two reports claim one tally or give one figure.

A tally is one with another where the parties, the thing counted, the count and the window are the same. A
figure is one with another where it is of the same thing, between the same parties, for the same period, in
the same unit, and the values lie within one per cent; another value for the same thing stays an entry of its
own with an "unsure" link, since reports often give a figure in two roundings and often contradict each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from chancery.observations.types import Figure, Tally
from chancery.record.blending import majority
from chancery.record.joining import Rule
from chancery.record.names import compare, fullest, words
from chancery.record.types import Judged, Witness

TOLERANCE = 0.01
"""Share of a value by which roundings of it differ, as in `run.measures`."""


@lru_cache(maxsize=65536)
def tally_keys(witness: Witness) -> tuple[str, ...]:
    tally = _tally(witness)
    return (f"tallies|{tally.what}|{tally.count}|{tally.since}|{tally.until}",)


def tally_vagueness(witness: Witness) -> tuple[float, ...]:
    tally = _tally(witness)
    return (-float(len(words(tally.subject)) + len(words(tally.object))),)


def judge_tallies(one: Witness, other: Witness) -> Judged:
    """Compares two tallies; who is subject and who object may be told either way round."""
    a, b = _tally(one), _tally(other)
    if tally_keys(one) != tally_keys(other):
        return Judged("different", 0.0, "another count")
    straight = (compare(a.subject, b.subject), compare(a.object, b.object))
    crossed = (compare(a.subject, b.object), compare(a.object, b.subject))
    ways = [way for way in (straight, crossed) if "no" not in way]
    if not ways:
        return Judged("different", 0.0, "other parties")
    if ("same", "same") in ways:
        return Judged("same", 10.0, "the same parties and count")
    return Judged("same", 7.0, "the same count, names in short form")


def blend_tallies(members: tuple[Witness, ...]) -> tuple[str, Mapping[str, Any]]:
    """The entry's status and fields: the first report's way round, the fullest names."""
    tallies = [_tally(w) for w in members]
    first = tallies[0]
    names = [n for t in tallies for n in (t.subject, t.object)]
    return "reported", {
        "subject": fullest([n for n in names if compare(n, first.subject) != "no"] or [first.subject]),
        "object": fullest([n for n in names if compare(n, first.object) != "no"] or [first.object]),
        "what": first.what,
        "count": first.count,
        "since": first.since,
        "until": first.until,
        "evidence": first.evidence,
        "span": list(first.span),
    }


@lru_cache(maxsize=65536)
def figure_keys(witness: Witness) -> tuple[str, ...]:
    figure = _figure(witness)
    return (f"figures|{figure.unit}|{'-'.join(sorted(figure.between))}|{figure.period}",)


def figure_vagueness(witness: Witness) -> tuple[float, ...]:
    figure = _figure(witness)
    return float(figure.bound != "exact"), -float(len(words(figure.what)))


def judge_figures(one: Witness, other: Witness) -> Judged:
    """Compares two figures; see the module."""
    a, b = _figure(one), _figure(other)
    left, right = set(words(a.what)), set(words(b.what))
    if figure_keys(one) != figure_keys(other) or not (left <= right or right <= left):
        return Judged("different", 0.0, "another quantity")
    if abs(a.value - b.value) <= TOLERANCE * max(abs(a.value), abs(b.value)):
        return Judged("same", 10.0 if left == right else 8.0, "the same quantity and value")
    if a.period:
        return Judged("unsure", 5.0, "the same quantity and period, another value")
    return Judged("different", 0.0, "another value")


def blend_figures(members: tuple[Witness, ...]) -> tuple[str, Mapping[str, Any]]:
    """The entry's status and fields: the value that most reports give."""
    figures = [_figure(w) for w in members]
    first = figures[0]
    value = majority([float(f.value) for f in figures])
    return "reported", {
        "what": fullest([f.what for f in figures]),
        "value": int(value) if value is not None and value.is_integer() else value,
        "bound": majority([f.bound for f in figures if f.value == value]),
        "unit": first.unit,
        "between": list(first.between),
        "period": first.period,
        "evidence": first.evidence,
        "span": list(first.span),
    }


def _tally(witness: Witness) -> Tally:
    assert isinstance(witness.detail, Tally)
    return witness.detail


def _figure(witness: Witness) -> Figure:
    assert isinstance(witness.detail, Figure)
    return witness.detail


TALLIES = Rule("same_tally/1", tally_keys, tally_vagueness, judge_tallies, blend_tallies)
FIGURES = Rule("same_figure/1", figure_keys, figure_vagueness, judge_figures, blend_figures)
