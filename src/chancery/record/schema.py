"""The tables of a record file, and the check that a file is one."""

from __future__ import annotations

from importlib.metadata import version

from chancery.errors import RecordError
from chancery.record.database import Database
from chancery.record.merge import RULES_VERSION

SCHEMA_VERSION = 1
FORMAT = "chancery record"
TABLES = {
    "meta": {"name": "VARCHAR", "value": "VARCHAR"},
    "reports": {
        "id": "VARCHAR", "source": "VARCHAR", "outlet": "VARCHAR", "agency": "VARCHAR", "headline": "VARCHAR",
        "dateline": "VARCHAR", "published": "VARCHAR", "language": "VARCHAR", "url": "VARCHAR",
        "family": "VARCHAR", "reading": "VARCHAR",
    },
    "observations": {
        "id": "VARCHAR", "kind": "VARCHAR", "article": "VARCHAR", "turn": "INTEGER", "detail": "VARCHAR",
    },
    "keys": {"key": "VARCHAR", "observation": "VARCHAR"},
    "sketches": {"hash": "UBIGINT", "article": "VARCHAR"},
    "copies": {"one": "VARCHAR", "other": "VARCHAR"},
    "entries": {"id": "VARCHAR", "kind": "VARCHAR", "status": "VARCHAR", "fields": "VARCHAR"},
    "members": {"entry": "VARCHAR", "observation": "VARCHAR", "article": "VARCHAR"},
    "links": {
        "observation": "VARCHAR", "entry": "VARCHAR", "judgement": "VARCHAR", "score": "DOUBLE",
        "reason": "VARCHAR", "rule": "VARCHAR",
    },
}  # fmt: skip
"""`reports.reading` is the source of truth. `keys`, `sketches` and `copies` serve to find what a new report
touches; `entries`, `members` and `links` are what merging gave."""


def check_or_make(database: Database) -> None:
    """Makes the tables in a file that has none, where it may; else checks that they are a record's."""
    if not database.tables():
        if not database.write:
            raise RecordError(f"{database.path}: holds no record yet; enter reports with `chancery add`")
        with database.transaction():
            database.make_tables()
            meta = {"format": FORMAT, "schema": str(SCHEMA_VERSION), "rules": RULES_VERSION}
            database.insert("meta", list({**meta, "chancery": version("chancery")}.items()))
        return
    meta = _meta(database)
    if meta.get("format") != FORMAT:
        raise RecordError(f"{database.path}: a DuckDB file, but not a Chancery record; name another with --record")
    if int(meta["schema"]) > SCHEMA_VERSION:
        raise RecordError(
            f"{database.path}: written by a newer Chancery ({meta.get('chancery')}); upgrade with "
            "`pip install -U chancery`"
        )


def _meta(database: Database) -> dict[str, str]:
    """What the file says of itself; nothing where it has no such table of ours."""
    wanted = sorted(TABLES["meta"])
    columns = database.rows("SELECT column_name FROM duckdb_columns() WHERE table_name = 'meta' ORDER BY ALL")
    return dict(database.rows("SELECT name, value FROM meta")) if [c for (c,) in columns] == wanted else {}
