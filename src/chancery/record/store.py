"""The record: readings kept whole in one file, and the entries that they join to.

Each report's reading is kept as the contract's JSON; all else in the file is derived from the readings and
can be rebuilt. Every change is one transaction: a report is in the record with all that it touches, or not at
all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from chancery.errors import RecordError
from chancery.observations.shape import from_dict, item_of, row_of, to_dict
from chancery.observations.types import Reading
from chancery.record.database import Database
from chancery.record.independent import Text, alike, copies, families, sketch
from chancery.record.merge import RULES_VERSION, keys_of, merge, witnesses_of
from chancery.record.schema import TABLES, check_or_make
from chancery.record.types import Joined, Kind, Link, Listed, Report, Witness
from chancery.record.windows import window

REPORT = "id, source, outlet, agency, headline, dateline, published, language, url, family"
WITNESS = """SELECT o.id, o.kind, o.article, r.published, o.turn, o.detail
             FROM observations o JOIN reports r ON r.id = o.article"""
REACHED = """WITH RECURSIVE reached(key) AS (
               SELECT unnest(?::VARCHAR[])
               UNION
               SELECT also.key FROM reached JOIN keys k ON k.key = reached.key
                                JOIN keys also ON also.observation = k.observation)
             SELECT DISTINCT observation FROM keys JOIN reached USING (key)"""
"""The observations that share a key with the given keys, with each other, and so on."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: ids of the reports that are new, and of those that the record held already."""

    new: tuple[str, ...]
    known: tuple[str, ...]


class Record:
    """An open record. Use it as a context manager, or close it: while one writes, no other can open the file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.path = database.path

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False, make: bool = True) -> Record:
        """Opens a record file.

        Args:
            path: the file.
            write: False shares the file with other readers; True has it alone.
            make: whether a file that is missing is made, where it is opened for writing.

        Raises:
            RecordError: where it is missing, held by another process, no record, or of a newer Chancery.
        """
        path = Path(path)
        if not (write and make) and not path.exists():
            raise RecordError(f"{path}: no such record; make it with `chancery add`, or name one with --record")
        database = Database.open(path, TABLES, write=write)
        try:
            check_or_make(database)
            record = cls(database)
            if write and record._meta("rules") != RULES_VERSION:
                record.rebuild()
        except BaseException:
            database.close()
            raise
        return record

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Changes

    def add(self, readings: Iterable[Reading]) -> Added:
        """Enters readings, all of them or, on any error, none.

        A report that the record holds (by its id, which hashes its text and date) is left as it is. A page
        whose text has changed since is another report with the same source.
        """
        given: dict[str, Reading] = {}
        for reading in readings:
            given.setdefault(reading.article.id, reading)
        with self._database.transaction():
            held = {r.id for r in self._reports("id", list(given))}
            new = [reading for id, reading in given.items() if id not in held]
            witnesses = [w for reading in new for w in witnesses_of(reading)]
            self._insert_reports(new)
            self._insert_observations(witnesses)
            self._find_copies(new)
            self._join(witnesses, keys=[])
        return Added(tuple(r.article.id for r in new), tuple(id for id in given if id in held))

    def remove(self, report: str) -> Report:
        """Takes a report out with all that rests on it alone.

        Args:
            report: its id, the beginning of its id if that is unique, or its source.

        Raises:
            RecordError: where that names no report, or several.
        """
        found = self._named_report(report)
        with self._database.transaction():
            family = [r.id for r in self._reports("family", [found.family]) if r.id != found.id]
            gone = self._witnesses("o.article", [found.id])
            keys = sorted({key for w in gone for key in keys_of(w)})
            self._delete_entries([w.id for w in gone])
            self._database.delete("keys", "observation", [w.id for w in gone])
            for table, column in (("observations", "article"), ("sketches", "article"), ("reports", "id")):
                self._database.delete(table, column, [found.id])
            self._database.delete("copies", "one", [found.id])
            self._database.delete("copies", "other", [found.id])
            self._set_families(family)
            self._join([], keys)
        return found

    def rebuild(self) -> None:
        """Joins everything anew from the readings, by the rules of this version."""
        with self._database.transaction():
            for table in ("observations", "keys", "entries", "members", "links"):
                self._database.rows(f"DELETE FROM {table}")
            witnesses = [w for reading in self.readings() for w in witnesses_of(reading)]
            self._insert_observations(witnesses)
            self._join(witnesses, keys=[])
            self._database.rows("UPDATE meta SET value = ? WHERE name = 'rules'", RULES_VERSION)

    # What it holds

    def reports(self) -> list[Report]:
        """All reports, by publication (untold last), source and id."""
        rows = self._database.rows(f"SELECT {REPORT} FROM reports ORDER BY published NULLS LAST, source, id")
        return [Report(*row) for row in rows]

    def readings(self, ids: Sequence[str] | None = None) -> Iterator[Reading]:
        """The readings of all reports, or of those with the ids given, by id."""
        some = "" if ids is None else "WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        values = [] if ids is None else [list(ids)]
        for (text,) in self._database.rows(f"SELECT reading FROM reports {some} ORDER BY id", *values):
            yield from_dict(json.loads(text), str(self.path))

    def listed(self, kind: Kind, as_of: str | None = None) -> list[Listed]:
        """The entries of a kind, by id.

        With `as_of` (an ISO date), as they would be if the record held only reports published up to then.
        """
        if as_of is not None:
            return self._listed_as_of(kind, as_of)
        rows = self._database.rows(
            """SELECT e.id, e.status, e.fields, list_sort(list(DISTINCT m.article)), count(DISTINCT r.family)
               FROM entries e JOIN members m ON m.entry = e.id JOIN reports r ON r.id = m.article
               WHERE e.kind = ? GROUP BY e.id, e.status, e.fields ORDER BY e.id""",
            kind,
        )
        return [Listed(kind, id, s, json.loads(f), tuple(articles), n) for id, s, f, articles, n in rows]

    def find(self, id: str) -> Joined:
        """The entry that has or had an id, or the beginning of one.

        Raises:
            RecordError: where there is none, or several begin so.
        """
        rows = self._database.rows(
            """SELECT DISTINCT e.id, e.kind, e.status, e.fields FROM members m JOIN entries e ON e.id = m.entry
               WHERE starts_with(m.observation, ?) ORDER BY e.id""",
            id,
        )
        if not id or not rows:
            raise RecordError(f"{self.path}: no entry {id!r}; the listings (`chancery meetings`) print the ids")
        if len(rows) > 1:
            few = ", ".join(row[0] for row in rows[:3])
            raise RecordError(f"{self.path}: {len(rows)} entries begin with {id!r} ({few}, …); give more of it")
        entry, kind, status, fields = rows[0]
        members = [row[0] for row in self._database.rows("SELECT observation FROM members WHERE entry = ?", entry)]
        witnesses = sorted(self._witnesses("o.id", members), key=lambda w: w.order)
        return Joined(kind, entry, status, json.loads(fields), tuple(witnesses), tuple(self._links(entry)))

    # The steps of a change

    def _insert_reports(self, readings: list[Reading]) -> None:
        rows = []
        for reading in readings:
            a = reading.article
            told = (
                a.id,
                a.source,
                a.outlet,
                a.agency,
                a.headline,
                a.dateline,
                a.published,
                a.language,
                a.url,
            )
            rows.append((*told, a.id, json.dumps(to_dict(reading, reasons=True))))
        self._database.insert("reports", rows)

    def _insert_observations(self, witnesses: list[Witness]) -> None:
        rows = [(w.id, w.kind, w.article, w.turn, json.dumps(row_of(w.kind, w.detail))) for w in witnesses]
        self._database.insert("observations", rows)
        self._database.insert("keys", [(key, w.id) for w in witnesses for key in keys_of(w)])

    def _join(self, new: list[Witness], keys: list[str]) -> None:
        """Joins anew what shares a key with new witnesses, or has one of the keys, and nothing else."""
        touched = sorted({key for w in new for key in keys_of(w)} | set(keys))
        reached = {row[0] for row in self._database.rows(REACHED, touched)} | {w.id for w in new}
        self._delete_entries(sorted(reached))
        joined = merge(self._witnesses("o.id", sorted(reached)))
        self._database.insert("entries", [(j.id, j.kind, j.status, json.dumps(dict(j.fields))) for j in joined])
        self._database.insert("members", [(j.id, w.id, w.article) for j in joined for w in j.members])
        links = [link for j in joined for link in j.links]
        self._database.insert("links", [(k.observation, k.entry, k.judgement, k.score, k.reason, k.by) for k in links])

    def _delete_entries(self, observations: list[str]) -> None:
        """Takes out the entries that rest on any of the observations, with their members and links."""
        rows = self._database.rows(
            "SELECT DISTINCT entry FROM members WHERE observation IN (SELECT unnest(?::VARCHAR[]))",
            observations,
        )
        entries = [row[0] for row in rows]
        self._database.rows(
            """DELETE FROM links WHERE observation IN
               (SELECT observation FROM members WHERE entry IN (SELECT unnest(?::VARCHAR[])))""",
            entries,
        )
        self._database.delete("members", "entry", entries)
        self._database.delete("entries", "id", entries)

    def _find_copies(self, readings: list[Reading]) -> None:
        """Finds which of the new reports are copies of others, and sets the families anew that they touch."""
        sketches = {r.article.id: sketch(r.article.text) for r in readings}
        self._database.insert("sketches", [(h, id) for id, hashes in sketches.items() for h in hashes])
        pairs = self._likely_copies(list(sketches))
        ids = sorted({id for pair in pairs for id in pair})
        texts = {r.article.id: Text(r.article.id, r.article.agency, r.article.text) for r in self.readings(ids)}
        sure = [(one, other) for one, other in pairs if copies(texts[one], texts[other])]
        self._database.insert("copies", sure)
        touched = {r.family for r in self._reports("id", [id for pair in sure for id in pair])}
        self._set_families([r.id for r in self._reports("family", sorted(touched))])

    def _likely_copies(self, ids: list[str]) -> list[tuple[str, str]]:
        """Pairs of reports, one of them among the ids, whose sketches share a hash and are alike."""
        rows = self._database.rows(
            """SELECT DISTINCT least(a.article, b.article), greatest(a.article, b.article)
               FROM sketches a JOIN sketches b ON a.hash = b.hash AND a.article <> b.article
               WHERE a.article IN (SELECT unnest(?::VARCHAR[])) ORDER BY ALL""",
            ids,
        )
        involved = sorted({id for pair in rows for id in pair})
        hashes: dict[str, set[int]] = {}
        for article, hash in self._database.rows(
            "SELECT article, hash FROM sketches WHERE article IN (SELECT unnest(?::VARCHAR[]))", involved
        ):
            hashes.setdefault(article, set()).add(hash)
        return [(one, other) for one, other in rows if alike(hashes[one], hashes[other])]

    def _set_families(self, ids: list[str]) -> None:
        """Sets the families of reports that are, between them, all that any of them is a copy of."""
        pairs = self._database.rows(
            "SELECT one, other FROM copies WHERE one IN (SELECT unnest(?::VARCHAR[])) ORDER BY ALL", ids
        )
        for id, family in families(ids, pairs).items():
            self._database.rows("UPDATE reports SET family = ? WHERE id = ? AND family <> ?", family, id, family)

    # Rows to values

    def _meta(self, name: str) -> str | None:
        rows = self._database.rows("SELECT value FROM meta WHERE name = ?", name)
        return str(rows[0][0]) if rows else None

    def _reports(self, column: str, values: list[str]) -> list[Report]:
        rows = self._database.rows(
            f"SELECT {REPORT} FROM reports WHERE {column} IN (SELECT unnest(?::VARCHAR[])) ORDER BY id",
            values,
        )
        return [Report(*row) for row in rows]

    def _named_report(self, name: str) -> Report:
        rows = self._database.rows(
            f"SELECT {REPORT} FROM reports WHERE source = ? OR (? <> '' AND starts_with(id, ?)) ORDER BY id",
            name, name, name,
        )  # fmt: skip
        found = [Report(*row) for row in rows]
        exact = [r for r in found if r.id == name] or found
        if len(exact) == 1:
            return exact[0]
        if not exact:
            raise RecordError(f"{self.path}: no report {name!r}; `chancery reports` lists ids and sources")
        few = ", ".join(r.id for r in exact[:3])
        raise RecordError(f"{self.path}: {name!r} names {len(exact)} reports ({few}); give the id of one")

    def _witnesses(self, column: str, values: list[str]) -> list[Witness]:
        rows = self._database.rows(f"{WITNESS} WHERE {column} IN (SELECT unnest(?::VARCHAR[])) ORDER BY o.id", values)
        return [_witness(row) for row in rows]

    def _links(self, entry: str) -> list[Link]:
        """The links that its witnesses have, and the unsure ones from elsewhere to it."""
        rows = self._database.rows(
            """SELECT observation, entry, judgement, score, reason, rule FROM links
               WHERE entry = ? OR observation IN (SELECT observation FROM members WHERE entry = ?)
               ORDER BY judgement, score DESC, observation, entry""",
            entry, entry,
        )  # fmt: skip
        return [Link(*row) for row in rows]

    def _listed_as_of(self, kind: Kind, as_of: str) -> list[Listed]:
        end = window(as_of)
        if end is None:
            raise RecordError(f"{as_of!r} is no date; write it like 2019-04-26")
        family = {r.id: r.family for r in self.reports()}
        witnesses = []
        for witness in self._witnesses("o.kind", [kind]):
            published = window(witness.published)
            if published and published.last <= end.last:
                witnesses.append(witness)
        found = []
        for joined in merge(witnesses):
            articles = tuple(sorted({w.article for w in joined.members}))
            independent = len({family[a] for a in articles})
            found.append(Listed(kind, joined.id, joined.status, joined.fields, articles, independent))
        return found


def _witness(row: tuple[Any, ...]) -> Witness:
    id, kind, article, published, turn, detail = row
    return Witness(id, kind, article, published, turn, item_of(kind, json.loads(detail)))
