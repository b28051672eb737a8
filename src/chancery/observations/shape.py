"""A reading as the contract's JSON, and back: one object a report, keys in the contract's order.

The contract is `docs/observations.md`. Beside its keys stand `rule` (which rule made the observation), and the
report's `url`, `captions`, `dateline_date` and `parser`, so that a reading comes back whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.observations.types import (
    Actor,
    Event,
    Figure,
    Meeting,
    Office,
    Participant,
    Reading,
    Statement,
    Tally,
)
from chancery.provenance import Resolution, Skipped

Row = dict[str, Any]
"""One observation, or the report, as JSON values under the contract's names."""

KINDS: dict[str, tuple[str, ...]] = {
    "meetings": (
        "participants", "start", "end", "date_basis", "place", "place_country", "status", "kind", "ordinal",
        "evidence", "span", "rule",
    ),
    "statements": (
        "speaker", "speaker_country", "office", "official", "kind", "content", "cue", "addressee", "medium",
        "date", "act", "target", "stance", "span", "rule",
    ),
    "events": (
        "event", "mode", "context", "actor", "recipient", "date", "date_basis", "place", "status", "within",
        "evidence", "span", "rule",
    ),
    "tallies": ("subject", "object", "what", "count", "since", "until", "evidence", "span", "rule"),
    "figures": ("what", "value", "bound", "unit", "between", "period", "evidence", "span", "rule"),
    "offices": (
        "person", "office", "country", "body", "wikidata", "term_start", "term_end", "verified_until", "agrees",
        "instead", "span", "rule",
    ),
}  # fmt: skip
"""The six kinds in the contract's order, each with its fields in the contract's order."""

REPORT = ("source", "id", "published", "outlet", "agency", "headline", "dateline", "language", "text")
PARTIES: dict[str, tuple[type[Participant] | type[Actor], tuple[str, ...]]] = {
    "participants": (Participant, ("name", "country", "office", "wikidata")),
    "actor": (Actor, ("name", "code", "sector")),
    "recipient": (Actor, ("name", "code", "sector")),
}
"""The fields that hold lists of parties: what a party is, and its fields."""

_WHERE_KNOWN = frozenset({"wikidata"})
"""Fields of a party that are left out where they are None."""

_TYPES: dict[str, type[Any]] = {
    "meetings": Meeting,
    "statements": Statement,
    "events": Event,
    "tallies": Tally,
    "figures": Figure,
    "offices": Office,
}
_TUPLES = ("span", "context", "between")
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Characters that end a line for `str.splitlines` and many tools, yet may stand bare in JSON."""


def to_dict(reading: Reading, *, reasons: bool = False) -> dict[str, Any]:
    """The reading as JSON values: the report, then the six kinds, then what was skipped.

    With `reasons`, whom its words were taken to mean too, as the record keeps it.
    """
    article = reading.article
    report: Row = {name: getattr(article, name) for name in REPORT}
    report |= {"url": article.url, "captions": list(article.captions)}
    report |= {"dateline_date": article.dateline_date, "parser": reading.parser}
    rows = {kind: [row_of(kind, item) for item in getattr(reading, kind)] for kind in KINDS}
    skipped = [{"stage": s.stage, "reason": s.reason, "detail": s.detail} for s in reading.skipped]
    whole: dict[str, Any] = {"report": report, **rows, "skipped": skipped}
    if reasons:
        whole["resolutions"] = [[r.span, r.parties, r.rule, r.back, r.others] for r in reading.resolutions]
    return whole


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON, without the line's end."""
    return one_line(to_dict(reading))


def one_line(value: Any) -> str:
    """JSON on one line for every reader of lines: separators that JSON allows bare are escaped too."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def row_of(kind: str, item: object) -> Row:
    """One observation of a kind (a key of `KINDS`) as JSON values."""
    return {name: _plain(name, getattr(item, name)) for name in KINDS[kind]}


def from_dict(data: Mapping[str, Any], source: str = "reading") -> Reading:
    """The reading that `to_dict` gave.

    Args:
        data: the JSON object; fields that it lacks are None or empty, where they may be.
        source: what to call it in an error.

    Raises:
        DataError: where it has not the contract's shape; the message names what is missing.
    """
    try:
        report = data["report"]
        article = Article(
            **{name: report.get(name) for name in REPORT if name not in ("text", "language")},
            text=report["text"],
            language=report.get("language") or "en",
            url=report.get("url"),
            captions=tuple(report.get("captions") or ()),
            dateline_date=report.get("dateline_date"),
        )
        found = {kind: tuple(item_of(kind, row) for row in data.get(kind) or ()) for kind in KINDS}
        skipped = tuple(Skipped(s["stage"], s["reason"], s.get("detail") or "") for s in data.get("skipped") or ())
        resolutions = tuple(_resolution(row) for row in data.get("resolutions") or ())
        parser = report.get("parser") or ""
        return Reading(article=article, parser=parser, skipped=skipped, resolutions=resolutions, **found)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"{source}: not a reading: {_what(error)}") from error


def _resolution(row: Sequence[Any]) -> Resolution:
    (start, end), parties, rule, back, others = row
    return Resolution(
        (int(start), int(end)),
        tuple((str(name), country) for name, country in parties),
        str(rule),
        None if back is None else (int(back[0]), int(back[1])),
        tuple((str(name), str(why)) for name, why in others),
    )


def from_json(line: str, source: str = "reading") -> Reading:
    """The reading that `to_json` gave.

    Raises:
        DataError: where the line is no JSON, or has not the contract's shape.
    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise DataError(f"{source}: not JSON: {error}") from error
    if not isinstance(data, dict):
        raise DataError(f"{source}: not a reading: a JSON object was expected")
    return from_dict(data, source)


def item_of(kind: str, row: Mapping[str, Any]) -> Any:
    """The observation that `row_of` gave; fields that it lacks take their defaults.

    Raises:
        KeyError, TypeError, ValueError: where a value that must be there is not, or is of the wrong type.
    """
    values = {name: _typed(name, row[name]) for name in KINDS[kind] if name in row}
    values.setdefault("rule", "")
    return _TYPES[kind](**values)


def _plain(name: str, value: Any) -> Any:
    if name in PARTIES:
        fields = PARTIES[name][1]
        return [_party(party, fields) for party in value]
    if name in _TUPLES:
        return list(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 34000000, not 34000000.0
    return value


def _party(party: object, fields: tuple[str, ...]) -> Row:
    told = ((field, getattr(party, field)) for field in fields)
    return {field: value for field, value in told if value is not None or field not in _WHERE_KNOWN}


def _typed(name: str, value: Any) -> Any:
    if name in PARTIES:
        make, fields = PARTIES[name]
        builder = cast(Callable[..., object], make)
        return tuple(builder(**{f: party.get(f) for f in fields}) for party in value)
    if name == "span":
        start, end = value
        return int(start), int(end)
    if name in _TUPLES:
        return tuple(cast(Iterable[str], value or ()))
    if name == "value":
        return float(value)
    return value


def _what(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
