"""Datelines: the place, agency and day that wire reports open with, and where the sentence after them begins.

Five forms are read: with the agency in brackets ("BRUSSELS (Reuters) - ", "Pyongyang, November 2 (KCNA) -- ") or
between strokes ("MINSK, March 3. /TASS/. "), with a dash, stroke or colon ("WASHINGTON — ", "Tehran, IRNA – ",
"SEOUL: ", "CNN — "), with a day and a full stop ("MINSK, March 3. "), and bare capitals ("BEIRUT The lead negotiator
…", as archives print wire reports whose dash was lost). A name of an organisation in capitals is none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chancery.articles.agencies import agency_named
from chancery.articles.dates import find_date
from chancery.articles.paragraphs import ends_sentence

LOOK_AT = 200
"""Characters of a report's first paragraph in which a dateline must end."""
LONG_NAME = 5
"""Letters from which a word in capitals may be a place that no list names."""
_SHORT_SAINTS = frozenset({"ST.", "STE.", "MT.", "FT."})
_ARTICLED = frozenset({"THE HAGUE", "THE GAMBIA", "THE BAHAMAS"})
PLACE_WORDS = 6
BARE_WORDS = 4

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DAY_AND_MONTH = re.compile(rf"^{_WEEKDAY}(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})$")
_BYLINE = re.compile(
    r"^By (?:(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|el|and),? ){1,12}?(?=[A-Z][A-Z/ ]{2,40}(?:,[^()]{2,30})? ?\()"
)
_BRACKETED = re.compile(
    r"^(?P<before>[^()\n]{0,90}?),? ?\((?P<agency>[^()]{2,40})\)(?P<mark> ?(?:[-–—_|]{1,3}|:)(?=\W|[A-Z])| )\s*"
)
_STROKED = re.compile(
    r"^(?P<before>[^/\n]{0,90}?)[.,]? ?/(?P<agency>[A-Z][^/\n]{1,30})/(?P<mark>[.:]?(?: ?[-–—]{1,3})?)\s+"
)
_MARKED = re.compile(r"^(?P<before>[^()\n:–—|]{2,80}?)(?:\s*(?:--|—|–)\s*|\s[-_|]\s|:\s)")
_STOPPED = re.compile(r"^(?P<before>[A-Z][A-Z'’/ -]{1,40}(?:, [A-Z][A-Za-z. ]{2,30})?, [\w. ]{4,20}?)\.\s+")
_CAPITALS = re.compile(r"^[A-Z][A-Z'’-]+(?:/[A-Z'’-]+)*$")
_STARTS = re.compile(r"""^["'“‘(]*(?:[A-Z][a-z’']|A |I |[A-Z]\.|[A-Z]{2,}|[0-9])""")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `end` is where the sentence after it begins.

    `place` is in ordinary type ("Tel Aviv, Israel"), `day` as printed ("June 19"); None where not told.
    """

    place: str | None
    agency: str | None
    day: str | None
    end: int


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a report's first paragraph opens with, a byline before it included."""
    byline = _BYLINE.match(paragraph[:LOOK_AT])
    skip = byline.end() if byline else 0
    head = paragraph[skip : skip + LOOK_AT]
    found = _stroked(head) or _bracketed(head) or _marked(head) or _stopped(head)
    if not found and ends_sentence(paragraph) and not paragraph.isupper():
        found = _bare(head)
    if not found:
        return None
    return Dateline(found.place, found.agency, found.day, found.end + skip)


def _bracketed(head: str) -> Dateline | None:
    match = _BRACKETED.match(head)
    if not match or not _STARTS.match(head[match.end() :]):
        return None
    if _DAY_AND_MONTH.match(match["agency"]):  # "TAIPEI, Taiwan (Nov. 5) - "
        place = _parts(match["before"])
        return Dateline(place.place, None, match["agency"], match.end()) if place and place.place else None
    known = agency_named(match["agency"])
    if match["mark"] == " " and not known:
        return None
    parts = _parts(match["before"])
    if parts is None or not (known or _is_name(match["agency"])):
        return None
    return Dateline(parts.place, known or match["agency"], parts.day, match.end())


def _stroked(head: str) -> Dateline | None:
    """ "MINSK, March 3. /TASS/. The …"; the agency may come first: "/TASS/ MINSK, March 3. The …"."""
    match = _STROKED.match(head)
    agency = agency_named(match["agency"]) if match else None
    if not match or not agency:
        return None
    if not match["before"]:
        rest = _stopped(head[match.end() :]) or _marked(head[match.end() :])
        if rest:
            return Dateline(rest.place, agency, rest.day, match.end() + rest.end)
    parts = _parts(match["before"])
    if parts is None or not _STARTS.match(head[match.end() :]):
        return None
    return Dateline(parts.place, agency, parts.day, match.end())


def _stopped(head: str) -> Dateline | None:
    """A place in capitals and a day before a full stop."""
    match = _STOPPED.match(head)
    parts = _parts(match["before"]) if match and _STARTS.match(head[match.end() :]) else None
    if not match or parts is None or not parts.place or not parts.day:
        return None
    return Dateline(parts.place, parts.agency, parts.day, match.end())


def _marked(head: str) -> Dateline | None:
    match = _MARKED.match(head)
    if not match or not _STARTS.match(head[match.end() :]):
        return None
    before = match["before"].strip()
    if before in _words().outlets or agency_named(before):
        return Dateline(None, agency_named(before), None, match.end())
    parts = _parts(before)
    if parts is None or parts.place is None:
        return None
    first = before.split(",")[0].split()
    dashed = any(dash in match[0] for dash in ("—", "–", "--", "|"))
    if not _are_capitals(first) and not parts.day and not (dashed and _is_title(first)):
        return None
    return Dateline(parts.place, parts.agency, parts.day, match.end())


def _bare(head: str) -> Dateline | None:
    """A run of words in capitals, perhaps with a country behind a comma, straight before a sentence."""
    tokens = head.split(" ")
    run = 0
    while run < min(BARE_WORDS, len(tokens)) and _CAPITALS.match(tokens[run]):
        run += 1
    if run < len(tokens) and tokens[run].endswith(",") and _CAPITALS.match(tokens[run][:-1]):
        return _bare_with_region(head, tokens[: run + 1])
    while run and not (_are_capitals(tokens[:run]) and _STARTS.match(" ".join(tokens[run : run + 2]))):
        run -= 1
    if not run:
        return None
    place = " ".join(tokens[:run])
    return Dateline(in_ordinary_type(place), None, None, len(place) + 1)


def _bare_with_region(head: str, run: Sequence[str]) -> Dateline | None:
    place = " ".join(run).rstrip(",")
    rest = head[len(place) + 2 :]
    region = next((region for region in _words().regions if rest.startswith(region + " ")), None)
    if not region or not _are_capitals(place.split()) or not _STARTS.match(rest[len(region) + 1 :]):
        return None
    return Dateline(f"{in_ordinary_type(place)}, {region}", None, None, len(place) + len(region) + 3)


def in_ordinary_type(place: str) -> str:
    """A place's name with capitals only where words begin: "RIO DE JANEIRO" gives "Rio de Janeiro"."""
    words = [_ordinary(word, first=i == 0) for i, word in enumerate(place.split(" "))]
    return " ".join(words)


def _ordinary(word: str, *, first: bool) -> str:
    if word in _SHORT_SAINTS:
        return word.capitalize()
    if not word.isupper() or "." in word or word in {"US", "UK", "UN", "UAE", "DC"}:
        return word
    if not first and word.lower() in _words().small_words:
        return word.lower()
    return re.sub(r"[A-Z][A-Z]+", lambda part: part[0].capitalize(), word)


@dataclass(frozen=True, slots=True)
class _Parts:
    place: str | None
    day: str | None
    agency: str | None = None


def _parts(before: str) -> _Parts | None:
    """The place and day in what stands before the mark, or None where it is something else."""
    day: str | None = None
    agency: str | None = None
    place: list[str] = []
    for segment in _segments(before):
        if day is None and (_DAY_AND_MONTH.match(segment) or find_date(segment)):
            day = segment
        elif re.fullmatch(r"(?:19|20)\d\d", segment) and day:
            day = f"{day}, {segment}"
        elif place and agency is None and agency_named(segment):
            agency = agency_named(segment)
        else:
            place.append(segment)
    if not place:
        return _Parts(None, day) if day or not before.strip() else None
    if not all(_is_place(segment) for segment in place):
        return None
    return _Parts(", ".join(in_ordinary_type(segment) for segment in place), day, agency)


def _segments(before: str) -> list[str]:
    """The parts between commas; a country in square brackets and a day without a comma are parts of their own."""
    before = before.replace(" [", ", ").replace("]", "")
    segments = [segment.strip(" .-–—") if segment.isupper() else segment.strip(" -–—") for segment in before.split(",")]
    last = re.match(r"^(\D*[^\d\s]) ((?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}).*)$", segments[-1])
    if last and not _DAY_AND_MONTH.match(segments[-1]):
        segments[-1:] = [last[1].strip(" ."), last[2]]
    return [segment for segment in segments if segment]


def _is_place(segment: str) -> bool:
    words = segment.split()
    return len(words) <= PLACE_WORDS and not _is_no_place(words) and _is_title(words)


def _is_no_place(words: Sequence[str]) -> bool:
    """Do the words begin with one that opens reports without being a place?"""
    first = words[0].upper().strip(".,")
    return first in _words().not_places and " ".join(words[:2]).upper().strip(",") not in _ARTICLED


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= BARE_WORDS and _is_title(words)


def _is_title(words: Sequence[str]) -> bool:
    """True where every word begins large, small words between them aside, and none is a number."""
    small = _words().small_words
    if not words or _is_no_place(words):
        return False
    return all(word[0].isupper() or (i > 0 and word in small) for i, word in enumerate(words))


def _are_capitals(words: Sequence[str]) -> bool:
    """True for a place in capitals: long enough or a listed short one, and no organisation's name."""
    lists = _words()
    if not words or not all(_CAPITALS.match(word) for word in words):
        return False
    if _is_no_place(words) or any(word in lists.not_places for word in words[1:]):
        return False
    letters = sum(len(word) for word in words)
    return letters >= LONG_NAME or words[0] in lists.short_places


@dataclass(frozen=True, slots=True)
class _Words:
    short_places: frozenset[str]
    not_places: frozenset[str]
    small_words: frozenset[str]
    outlets: frozenset[str]
    regions: tuple[str, ...]


@cache
def _words() -> _Words:
    data = tomllib.loads(files("chancery.articles").joinpath("data/datelines.toml").read_text("utf-8"))
    return _Words(
        short_places=frozenset(data["short_places"]),
        not_places=frozenset(data["not_places"]),
        small_words=frozenset(data["small_words"]),
        outlets=frozenset(data["outlets"]),
        regions=tuple(sorted(data["regions"], key=len, reverse=True)),  # "North Macedonia" before "North"
    )
