"""Builds `lexicon/data/holders.tsv`, the table of dated office-holders, from public lists.

    python -m training.holders FOLDER_OF_LISTS

The lists are those of `offices/` in the development data: every-politician-scrapers (from Wikidata, CC0), REIGN's
leader list (facts), and world-leaders lists of 2021 (Wikidata, CC0) and August 2026. Only facts go into the table:
who, which post, which state, from when to when, which list says so, up to when the list is known to hold, and the
person's Wikidata id. The same lists give the same table. What is known beside the lists is kept by hand in
`lexicon/data/diplomats.tsv`; `training/diplomats.py` compares it with this table.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "chancery" / "lexicon" / "data"
FIRST_YEAR = 1990
LIMIT = 1_500_000  # bytes: the table is shipped and read at every start
HEAD = """\
# Holders of public office since 1990, built by training/holders.py from public lists; don't edit by hand.
#
# person, office: as the list has them. country: alpha-3, empty for an international body. start, end: ISO 8601,
# whole or cut; an empty end is a term that went on when the list was made. source: "ep" every-politician-scrapers
# (Wikidata, CC0), "wl" world-leaders lists (Wikidata, CC0), "reign" REIGN's leader list (which often has family
# names alone). verified_until: the day up to which the list is known to hold. wikidata: the person's id, where a list
# has it.
"""
COLUMNS = "person office country start end source verified_until wikidata".split()
WANTED = re.compile(
    r"president|prime minister|premier|chancellor|taoiseach|\bking\b|queen|emir|sultan|monarch|pope|head of state"
    r"|foreign|external|state department|secretary of state|defen[cs]e|interior|internal affairs|home affairs|homeland"
    r"|security|intelligence|finance|treasury|treasurer|exchequer|trade|commerce|econom|energy|petroleum|oil|atomic"
    r"|chief of (the )?(general|defence|army|joint)|joint chiefs|general staff|commander"
    r"|ambassador to|permanent representative|speaker of|chairman of the|secretary.general|director.general"
    r"|governor of the .*bank|high commissioner|spokes|press secretary|chief of staff|justice|attorney|prosecutor"
    r"|united nations|european|international|supreme leader|national assembly|parliament",
    re.IGNORECASE,
)
UNWANTED = re.compile(
    r"^judge|justice of the supreme|first lady|education|sport|culture|housing|whip|parliamentary private"
    r"|lord of the treasury|social|health|women|youth|tourism|minister-delegate|lord in waiting|private secretary"
    r"|undersecretary to|lieutenant|provinc|region|state of |premier of |of the legislative council|city",
    re.IGNORECASE,
)
LEADING = re.compile(r"^(president|prime minister|premier|chancellor|king|emir|leader|supreme leader)\b", re.IGNORECASE)
LIST_NAMES = {
    "Us": "USA",
    "Uae": "ARE",
    "Saudi": "SAU",
    "Congo Kinshasa": "COD",
    "World": "",
    "Democratic Republic of the Congo": "COD",
    "Republic of the Congo": "COG",
    "People's Republic of China": "CHN",
    "The Gambia": "GMB",
    "The Bahamas": "BHS",
    "Federated States of Micronesia": "FSM",
    "State of Palestine": "PSE",
    "Kingdom of the Netherlands": "NLD",
    "Vatican City": "VAT",
    "São Tomé and Príncipe": "STP",
}


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One row of the table; the fields are its columns."""

    person: str
    office: str
    country: str
    start: str
    end: str
    source: str
    verified_until: str
    wikidata: str = ""


def words_of(name: str) -> frozenset[str]:
    """The words of a name without accents and case, for telling whether two lists mean one person."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z]+", flat))


def states() -> tuple[dict[str, str], dict[int, str]]:
    """Alpha-3 by name and by Correlates of War number, from our own table of countries."""
    by_name: dict[str, str] = dict(LIST_NAMES)
    by_number: dict[int, str] = {}
    for line in (DATA / "countries.tsv").read_text("utf-8").splitlines():
        if line.startswith(("#", "key\t")):
            continue
        key, name, aliases, _, _, _, cow, _, status, _ = line.split("\t")
        for form in [name, *aliases.split("|")]:
            by_name.setdefault(form, key)
        if cow and status == "state":
            by_number[int(cow)] = key
    return by_name, by_number


def table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.DictReader(file)


def iso(date: str) -> str:
    """A date of the lists, or nothing where it isn't one ("2014s", a decade)."""
    return date if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", date) else ""


def recent(start: str, end: str) -> bool:
    """Whether a term reaches into the time that the table covers; an old one without an end is not believed."""
    return end[:4] >= str(FIRST_YEAR) if end else start[:4] >= str(FIRST_YEAR - 15)


def from_wikidata(folder: Path, by_name: dict[str, str]) -> Iterator[Row]:
    """Ministers, leaders, envoys and others whom a report on diplomacy may name."""
    for r in table(folder / "everypolitician_wikidata_holders.csv"):
        office = r["position"]
        if not WANTED.search(office) or UNWANTED.search(office) or not recent(r["start"], r["end"]):
            continue
        start, end = iso(r["start"]), iso(r["end"])
        ended = bool(r["end"]) and not end
        if not ended:
            verified = end or r["repo_date"]
            yield Row(r["person"], office, by_name[r["country"]], start, end, "ep", verified, r["wikidata"])


def from_foreign_ministers(folder: Path, by_name: dict[str, str]) -> Iterator[Row]:
    for name in ("scraped", "wikidata"):
        for r in table(folder / f"everypolitician_world__sources_foreign_{name}.csv"):
            country = by_name.get(r["countryLabel"])
            if country and r["name"]:
                office = "Minister of Foreign Affairs"
                yield Row(r["name"], office, country, iso(r["start"]), "", "ep", "2022-07-30", r["person"])


def from_bodies(folder: Path) -> Iterator[Row]:
    """Heads and envoys of international bodies; their judges are left out."""
    for r in table(folder / "everypolitician_world__html_holders21.csv"):
        start, end = iso(r["start"]), iso(r["end"])
        wanted = "Judge" not in r["position"] and "Court" not in r["position"] and "Permanent" not in r["position"]
        if wanted and r["person"] and recent(start, end):
            yield Row(r["person"], r["position"], "", start, end, "ep", end or "2022-07-30", r["personID"])


def from_world_leaders(folder: Path, by_name: dict[str, str]) -> Iterator[Row]:
    for r in table(folder / "world_leaders_2021_wikidata.csv"):
        country = by_name.get(r["country"])
        if country and r["officeholderLabel"] and recent(r["start_year"], r["end_year"]):
            verified = r["end_year"] or "2022"
            office = re.sub(r" of (the )?[A-Z].*$", "", r["positionLabel"])
            person, start, end = r["officeholderLabel"], r["start_year"], r["end_year"]
            yield Row(person, office, country, start, end, "wl", verified, r["officeholder"])
    for name in ("asean", "g20"):
        for r in table(folder / f"world_leaders_2026-08_{name}.csv"):
            yield from current_leaders(r, by_name)


def current_leaders(r: dict[str, str], by_name: dict[str, str]) -> Iterator[Row]:
    """Both leaders of one line of the lists of August 2026."""
    country = by_name.get(r["Country"], "")
    for kind, holder in (("HoG", "Head of Government"), ("HoS", "Head of State")):
        office = re.sub(r" \(.*\)", "", r[f"{kind} Title"])
        person, start = r[holder], r[f"{kind} Since"]
        if person and start and (country or r["ISO"] in ("EU", "AU_AF")):
            yield Row(person, office, country, start, "", "wl", "2026-08")


def from_reign(folder: Path, by_number: dict[int, str]) -> Iterator[Row]:
    """Effective leaders of all states; the list gives the day of the start and the month of the end."""
    for r in table(folder / "reign_leaderlist_2021-03.csv"):
        start = date_of(r["syear"], r["smonth"], r["sdate"])
        end = date_of(r["eyear"], r["emonth"], "")
        country = by_number.get(int(r["ccode"]))
        person = re.sub(r"\s*\(.*?\)", "", r["leader"]).strip()
        if country and "&" not in person and " and " not in person and recent(start, end):
            yield Row(
                person.replace(".", ". ").replace("  ", " "), "leader", country, start, end, "reign", end or "2021-03"
            )


def date_of(year: str, month: str, day: str) -> str:
    parts = [p.zfill(2) for p in (year, month, day) if p.strip().isdigit() and int(p) > 0]
    return "-".join(parts)


def overlaps(a: Row, b: Row) -> bool:
    return (not a.end or b.start[:4] <= a.end[:4]) and (not b.end or a.start[:4] <= b.end[:4])


def by_hand() -> Iterator[Row]:
    """The rows of our own table, which the lists need not repeat."""
    for line in (DATA / "diplomats.tsv").read_text("utf-8").splitlines():
        if not line.startswith(("#", "person\t")):
            yield Row(*line.split("\t"))


def merged(rows: Sequence[Row]) -> list[Row]:
    """Rows without repetitions: an open term that another list ends is dropped, and REIGN's where another has them."""
    known: dict[str, list[Row]] = {}
    for row in by_hand():
        known.setdefault(row.country, []).append(row)
    kept: set[Row] = set()
    for row in sorted(set(rows), key=lambda r: (r.source == "reign", not r.end, r)):
        same_state = known.setdefault(row.country, [])
        if any(told(row, other) for other in same_state):
            continue
        same_state.append(row)
        kept.add(row)
    return sorted(with_ids(kept, rows))


def with_ids(kept: Iterable[Row], rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, those without a Wikidata id with that of the only person of their name and state in any list."""
    ids: dict[tuple[str, frozenset[str]], set[str]] = {}
    for row in rows:
        if row.wikidata:
            ids.setdefault((row.country, words_of(row.person)), set()).add(row.wikidata)
    for row in kept:
        known = ids.get((row.country, words_of(row.person)), set())
        yield replace(row, wikidata=min(known)) if not row.wikidata and len(known) == 1 else row


def told(row: Row, other: Row) -> bool:
    """Whether another row already says what this one does."""
    if not overlaps(row, other):
        return False
    if row.source == "reign":
        shared = words_of(row.person) & words_of(other.person)
        return words_of(row.person) <= words_of(other.person) or bool(shared and LEADING.search(other.office))
    named = words_of(row.person) == words_of(other.person) or bool(row.wikidata and row.wikidata == other.wikidata)
    return named and row.office == other.office and row.start[:4] == other.start[:4]


def named_apart(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with spaces put right; those without a usable name (a Wikidata number, one letter) are left out, and so
    are those that end before they begin."""
    for row in rows:
        person = " ".join(row.person.replace("\t", " ").split())
        backwards = bool(row.end and row.start and row.end[:4] < row.start[:4])
        if len(person) > 1 and not re.fullmatch(r"Q\d+", person) and not backwards:
            yield replace(row, person=person, office=" ".join(row.office.split()))


def all_lists(folder: Path) -> Iterator[Row]:
    """The rows of all lists, as each has them."""
    by_name, by_number = states()
    yield from from_wikidata(folder, by_name)
    yield from from_foreign_ministers(folder, by_name)
    yield from from_bodies(folder)
    yield from from_world_leaders(folder, by_name)
    yield from from_reign(folder, by_number)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    rows = merged(list(named_apart(all_lists(folder))))
    lines = ["\t".join(getattr(row, c) for c in COLUMNS) for row in rows]
    text = HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n"
    if len(text.encode()) > LIMIT:
        print(f"holders: the table has {len(text.encode())} bytes, more than {LIMIT}", file=sys.stderr)
        return 1
    (DATA / "holders.tsv").write_text(text, "utf-8")
    print(f"holders: {len(rows)} rows, {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
