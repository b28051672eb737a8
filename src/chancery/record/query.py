"""Asking the record: a listing for each kind, and one entry with all its witnesses.

Rows have the contract's field names and beside them `id`, `status`, `reports` and `independent` (how many
reports and unrelated sources tell it), `report` (the id of the first of them, whose text `span` counts in), and
`first_told` and `last_told` (the publication dates that its reports span).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from chancery.errors import RecordError
from chancery.observations.shape import row_of
from chancery.record.names import part_of, words
from chancery.record.store import Record
from chancery.record.types import KINDS, Attestation, Entry, Kind, Listed, Report, Row
from chancery.record.windows import Window, window


@dataclass(frozen=True, slots=True)
class Filters:
    """What a listing is narrowed to; what is not given does not narrow.

    Attributes:
        who: names or parts of names; accents, case and hyphens do not matter; each must be in the row.
        country: ISO 3166-1 alpha-3 codes, each of which must be in the row. Tallies tell no countries.
        since, until: ISO dates, whole or cut; rows stay that may fall in the window. A row without a date is
            placed by when it was told, if it is no meeting and no event; of those, the undated ones drop out.
        type: kind of meeting; kind or act of statement; PLOVER event, mode or context; what is counted; words
            of a figure, an office, or a report's outlet or agency.
        status: of the entry; reports have none, and are not narrowed by it.
        as_of: ISO date; the record as it would be with only the reports published by then.
    """

    who: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    type: str | None = None
    status: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Where the filters find what they ask for in rows of one kind."""

    names: Callable[[Row], Iterable[str | None]]
    countries: Callable[[Row], Iterable[str | None]]
    types: Callable[[Row], Iterable[str | None]]
    days: Callable[[Row], Window | None]
    in_words: bool = False


def _fields(*names: str) -> Callable[[Row], list[str | None]]:
    return lambda row: [row[name] for name in names]


def _of(lists: tuple[str, ...], field: str) -> Callable[[Row], list[str | None]]:
    """A field of each party in some of a row's lists of parties."""
    return lambda row: [party[field] for name in lists for party in row[name]]


def _told(row: Row) -> Window | None:
    return window(row["first_told"], row["last_told"])


READERS: Mapping[Kind, _Reader] = {
    "meetings": _Reader(
        _of(("participants",), "name"),
        _of(("participants",), "country"),
        _fields("kind"),
        lambda row: window(row["start"], row["end"]),
    ),
    "statements": _Reader(
        _fields("speaker", "addressee", "target"),
        _fields("speaker_country"),
        _fields("kind", "act"),
        lambda row: window(row["date"]) or _told(row),
    ),
    "events": _Reader(
        _of(("actor", "recipient"), "name"),
        _of(("actor", "recipient"), "code"),
        lambda row: [row["event"], row["mode"], *row["context"]],
        lambda row: window(row["date"]),
    ),
    "tallies": _Reader(_fields("subject", "object"), _fields(), _fields("what"), _told),
    "figures": _Reader(
        _fields(),
        lambda row: row["between"],
        _fields("what"),
        lambda row: window(row["period"]) or _told(row),
        in_words=True,
    ),
    "offices": _Reader(_fields("person"), _fields("country"), _fields("office"), _told, in_words=True),
}


def meetings(record: Record, filters: Filters) -> list[Row]:
    """Meetings by date, the undated ones last."""
    return _rows(record, "meetings", filters)


def statements(record: Record, filters: Filters) -> list[Row]:
    """Statements by the day said, or else first told."""
    return _rows(record, "statements", filters)


def events(record: Record, filters: Filters) -> list[Row]:
    """Events by date, the undated ones last."""
    return _rows(record, "events", filters)


def tallies(record: Record, filters: Filters) -> list[Row]:
    """Claimed counts by when they were first told."""
    return _rows(record, "tallies", filters)


def figures(record: Record, filters: Filters) -> list[Row]:
    """Quantities by period, or else by when they were first told."""
    return _rows(record, "figures", filters)


def offices(record: Record, filters: Filters) -> list[Row]:
    """Posts and their holders by when they were first told."""
    return _rows(record, "offices", filters)


def reports(record: Record, filters: Filters) -> list[Row]:
    """Reports by publication; `who` and `country` keep those that tell something in which all of them are."""
    _check_dates(filters)
    kept = record.reports()
    if filters.who or filters.country:
        inner = Filters(who=filters.who, country=filters.country, as_of=filters.as_of)
        tell = {a for kind in KINDS for listed in _kept(record, kind, inner) for a in listed.articles}
        kept = [report for report in kept if report.id in tell]
    as_of = window(filters.as_of)
    if as_of:
        kept = [r for r in kept if (w := window(r.published)) and w.last <= as_of.last]
    kept = [r for r in kept if _in_window(window(r.published), filters)]
    if filters.type:
        kept = [r for r in kept if part_of(filters.type, r.outlet) or part_of(filters.type, r.agency)]
    return [_report_row(report) for report in kept]


LISTINGS: Mapping[str, Callable[[Record, Filters], list[Row]]] = {
    "meetings": meetings,
    "statements": statements,
    "events": events,
    "tallies": tallies,
    "figures": figures,
    "offices": offices,
    "reports": reports,
}


def show(record: Record, id: str) -> Entry:
    """The entry that has or had an id, with every witness.

    Args:
        id: an entry's id, or a beginning of one that is unique.

    Raises:
        RecordError: where there is none, or several.
    """
    found = record.find(id)
    ids = sorted({w.article for w in found.members})
    texts = {reading.article.id: reading.article.text for reading in record.readings(ids)}
    by_id = {report.id: report for report in record.reports()}
    own = {link.observation: link for link in found.links if link.judgement == "same"}
    attestations = []
    for witness in found.members:
        start, end = witness.detail.span
        evidence = texts[witness.article][start:end]
        values = row_of(witness.kind, witness.detail)
        attestations.append(
            Attestation(witness.id, by_id[witness.article], evidence, (start, end), values, own[witness.id])
        )
    return Entry(
        found.kind, found.id, found.status, found.fields,
        reports=len(ids),
        independent=len({by_id[i].family for i in ids}),
        attestations=tuple(attestations),
        links=tuple(link for link in found.links if link.judgement == "unsure"),
    )  # fmt: skip


def row_of_entry(listed: Listed) -> Row:
    """An entry as the listings print it."""
    return {
        "id": listed.id,
        **listed.fields,
        "status": listed.status,
        "reports": len(listed.articles),
        "independent": listed.independent,
    }


def _rows(record: Record, kind: Kind, filters: Filters) -> list[Row]:
    _check_dates(filters)
    days = READERS[kind].days
    rows = [row_of_entry(listed) for listed in _kept(record, kind, filters)]

    def place(row: Row) -> tuple[bool, str, str]:
        found = days(row)
        return found is None, f"{found.first}{found.last}" if found else "", row["id"]

    return sorted(rows, key=place)


def _kept(record: Record, kind: Kind, filters: Filters) -> list[Listed]:
    return [e for e in record.listed(kind, filters.as_of) if _keeps(e, READERS[kind], filters)]


def _keeps(listed: Listed, reader: _Reader, filters: Filters) -> bool:
    row: Row = dict(listed.fields)
    if filters.status is not None and listed.status != filters.status:
        return False
    names = list(reader.names(row))
    if not all(any(part_of(part, name) for name in names) for part in filters.who):
        return False
    if not {code.upper() for code in filters.country} <= set(reader.countries(row)):
        return False
    if filters.type is not None and not _has_type(filters.type, reader, row):
        return False
    return _in_window(reader.days(row), filters)


def _has_type(wanted: str, reader: _Reader, row: Row) -> bool:
    types = [t for t in reader.types(row) if t]
    if reader.in_words:
        return any(set(words(wanted)) <= set(words(t)) for t in types)
    return wanted.casefold() in (t.casefold() for t in types)


def _in_window(days: Window | None, filters: Filters) -> bool:
    since, until = window(filters.since), window(filters.until)
    if since is None and until is None:
        return True
    if days is None:
        return False
    return (since is None or days.last >= since.first) and (until is None or days.first <= until.last)


def _check_dates(filters: Filters) -> None:
    for text in (filters.since, filters.until, filters.as_of):
        if text is not None and window(text) is None:
            raise RecordError(f"{text!r} is no date; write it like 2019-04-26, 2019-04 or 2019")


def _report_row(report: Report) -> Row:
    return {
        "source": report.source,
        "id": report.id,
        "published": report.published,
        "outlet": report.outlet,
        "agency": report.agency,
        "headline": report.headline,
        "dateline": report.dateline,
        "language": report.language,
        "url": report.url,
        "family": report.family,
    }
