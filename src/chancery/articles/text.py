"""A saved page's plain text: its headline, outlet, agency and date, and the paragraphs below them.

A page begins with a header (names, dates, buttons, the headline) and comes to its report with the first line
that reads like a paragraph. What stands behind the report is sorted out with the furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.articles.agencies import agencies_listed, agency_named
from chancery.articles.dateline import find_dateline
from chancery.articles.dates import find_date
from chancery.articles.furniture import caption_in, copyright_holder, is_furniture, without_buttons
from chancery.articles.paragraphs import ends_sentence, paragraphs_of
from chancery.articles.types import Draft

PROSE_WORDS = 12
"""Words from which a line that ends a sentence is a paragraph of the report."""
FILED_WORDS = 8
"""The same where it opens with a dateline."""
HEADLINE_WORDS = 5
NAME_WORDS = 5
META_WORDS = 16
HEADER_LINES = 40

_LABEL = re.compile(
    r"^(?:first |last |originally )?(?P<label>published|posted|updated|modified|date|created|issued|released)"
    r"(?: (?:on|at|date))?\s*:?\s*",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(r"^(?:headline|title)\s*:\s*", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:[Bb]y|BY|(?:Written|Reported|Story) by)\s*:?\s+(?=[A-Z])")
_ZONE = r"\(?\b(?:GMT|UTC|[ECMP][SD]T|ET|BST|IST|KST|JST|CET|CEST|MSK|SGT|HKT)\b(?:\s*[+-]\d{1,2}(?::?\d\d)?)?\)?"
_TIME = re.compile(
    rf"(?:\bat )?\b[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?\s*(?:[ap]\.?m\.?)?(?:\s*{_ZONE})?|\b\d{{1,2}}\s*[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·»>]\s*|\s+[/–—-]\s+|,\s+|\s*;\s*")
_STROKES = re.compile(r"\s+/\s+|\s*[|•·]\s*")
_GENERIC = frozenset(
    "agencies agency wires wire news staff newsroom online correspondent reporter editor desk gmt utc updated".split()
) | {
    "news agencies",
    "wire services",
    "wire reports",
    "news wires",
    "web desk",
    "staff reporter",
    "staff writer",
    "with agencies",
}


@dataclass(frozen=True, slots=True)
class Meta:
    """What a line of a header says; None where it is no such line."""

    published: str | None
    updated: str | None
    names: tuple[str, ...]


def text_draft(text: str) -> Draft:
    """The draft of a page that was saved as plain text."""
    paragraphs = paragraphs_of(text)
    start = _body_start(paragraphs)
    header = _Header(paragraphs[:start])
    footer = [line for line in paragraphs[start:] if len(line.split()) <= META_WORDS]
    late = next((m.published for m in map(meta_in, footer) if m and m.published and not m.names), None)
    holder = copyright_holder(paragraphs)
    return Draft(
        paragraphs=(*header.decks, *paragraphs[start:]),
        headline=header.headline,
        outlet=header.outlet or holder or (header.agency if header.only_agency else None),
        agency=header.agency,
        published=header.published or late,
        captions=header.captions,
    )


def meta_in(line: str) -> Meta | None:
    """The date and names in a header line ("26-Apr-2019 Meridian Post | AFP | 6:00 AM"), or None if it has none."""
    words = line.split()
    if len(words) > META_WORDS or (len(words) >= PROSE_WORDS and ends_sentence(line)):
        return None
    label = _LABEL.match(line)
    byline = _BYLINE.match(line)
    rest = line[label.end() :] if label else line
    found = find_date(rest)
    if not found and not byline:
        return None
    if found:
        rest = f"{rest[: found.start]} | {rest[found.end :]}"
    rest = _TIME.sub(" | ", without_buttons(_TIME.sub(" | ", rest)))
    names = _names(_BYLINE.sub("", rest.strip(" |")))
    if byline:
        names = tuple(filter(agency_named, names or ()))
    if names is None:
        return None
    late = bool(label and label["label"].casefold() in {"updated", "modified"})
    iso = found.iso if found else None
    return Meta(None if late else iso, iso if late else None, names)


def _names(text: str) -> tuple[str, ...] | None:
    """The names between separators, or None where a part is no name (then the line tells something else)."""
    parts = [part.strip(" .,:;()[]-–—|") for part in _PARTS.split(text)]
    parts = [part for part in parts if part and part.casefold() not in _GENERIC and not is_furniture(part)]
    return tuple(parts) if all(_is_name(part) for part in parts) else None


def _is_name(part: str) -> bool:
    words = part.split()
    large = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return len(words) <= NAME_WORDS and large * 2 >= len(words)


def _body_start(paragraphs: Sequence[str]) -> int:
    """The index of the first line that reads like a paragraph; 1 or 0 where none does."""
    for i, line in enumerate(paragraphs[:HEADER_LINES]):
        if _is_prose(line):
            return i
    first_ends = bool(paragraphs) and ends_sentence(paragraphs[0])
    return 0 if first_ends or len(paragraphs) < 2 else 1


def _is_prose(line: str) -> bool:
    length = len(line.split())
    if is_furniture(line) or caption_in(line):
        return False
    filed = length >= FILED_WORDS and ends_sentence(line) and find_dateline(line) is not None
    return filed or (length >= PROSE_WORDS and ends_sentence(line))


class _Header:
    """The lines above the report, read in order."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.captions: tuple[str, ...] = ()
        names: list[str] = []
        dates: list[str] = []
        updates: list[str] = []
        titles: list[str] = []
        for line in lines:
            meta = meta_in(line)
            if meta:
                names += meta.names
                dates += [meta.published] if meta.published else []
                updates += [meta.updated] if meta.updated else []
            elif pair := _pair(line):
                names += pair
            elif caption := caption_in(line):
                self.captions += (caption,)
            elif not is_furniture(line):
                titles.append(line)
        self.published = (dates + updates + [None])[0]
        self.headline, self.decks, signs = _headline(titles)
        names += filter(agency_named, signs)
        self._read_names(names)

    def _read_names(self, names: Sequence[str]) -> None:
        """The first name that is no wire service is the outlet, the next the agency unless one is known."""
        agencies = [agency for agency in map(agencies_listed, names) if agency]
        others = list(dict.fromkeys(name for name in names if not agencies_listed(name)))
        self.outlet = others[0] if others else None
        self.agency = agencies[0] if agencies else (others[1] if len(others) > 1 else None)
        self.only_agency = bool(agencies) and not others


def _headline(titles: Sequence[str]) -> tuple[str | None, tuple[str, ...], Sequence[str]]:
    """The headline, the lines below it that tell something (decks), and the short lines about both."""
    if not titles:
        return None, (), ()
    long = [i for i, title in enumerate(titles) if len(title.split()) >= HEADLINE_WORDS]
    at = long[0] if long else max(range(len(titles)), key=lambda i: (len(titles[i].split()), -i))
    decks = tuple(titles[i] for i in long if i > at)
    signs = [title for i, title in enumerate(titles) if i != at and i not in long]
    return _TITLE_LABEL.sub("", titles[at]), decks, signs


def _pair(line: str) -> tuple[str, ...]:
    """The two names of a line that has nothing else: "Meridian Post / Harbour Wire"."""
    parts = _STROKES.split(line)
    names = _names(line) if len(parts) == 2 and not is_furniture(line) else None
    return names if names and len(names) == 2 else ()
