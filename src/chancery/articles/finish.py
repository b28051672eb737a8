"""The last step to an article: furniture out, dateline cut off, language and length checked, the id made."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from chancery.articles.agencies import agencies_listed
from chancery.articles.dateline import Dateline, find_dateline
from chancery.articles.dates import date_near, find_date, iso_date
from chancery.articles.furniture import LONGEST_LINE, sort_paragraphs
from chancery.articles.language import language_of, language_told
from chancery.articles.paragraphs import PARAGRAPH_BREAK, ends_sentence
from chancery.articles.types import Article, Draft, Loaded
from chancery.errors import InputError
from chancery.provenance import Skipped

TEXT_LIMIT = 500_000
"""Characters; a longer text is no report."""
ID_LENGTH = 16
FIRST_LINES = 3
"""Paragraphs in which the headline or a date may stand once more."""
LABEL_WORDS = 4
SIGNATURE_WORDS = 5
SIGNATURE_LINES = 3

_WORD = re.compile(r"[^\W\d_]{2}")
_AGENCIES_AT_END = re.compile(r"\s*(?:\b[a-z]{2,4}/[a-z]{2,4}\s*)?\(([^()]{2,60})\)\s*$")
_DISTRIBUTED = re.compile(r"\bdistributed by (?:the )?([^,.;]{2,60})", re.IGNORECASE)


def finish(draft: Draft, source: str, published: str | None = None) -> Loaded:
    """The article of a draft.

    Args:
        source: the path, URL or own name that the report goes by.
        published: ISO date for a report that carries none.

    Raises:
        InputError: where nothing is left to read, it is too long, or in another language than English.
    """
    if sum(map(len, draft.paragraphs)) > TEXT_LIMIT:
        raise too_long(source)
    kept = sort_paragraphs(draft.paragraphs)
    body, printed = _without_head(kept.body, draft.headline)
    body, agency = _without_signature(body)
    body, dateline = _without_dateline(body)
    if not any(_WORD.search(line) for line in body):
        raise InputError(source, "no text in it")
    text = PARAGRAPH_BREAK.join(body)
    language = _checked_language(draft, text, source)
    filed = iso_date(dateline.day) if dateline and dateline.day else None
    day = draft.published or printed or filed or published
    article = Article(
        source=source,
        id=article_id(text, day),
        text=text,
        headline=draft.headline,
        outlet=draft.outlet,
        agency=draft.agency or (dateline and dateline.agency) or agency or _distributor(draft.paragraphs),
        dateline=draft.dateline or (dateline.place if dateline else None),
        published=day,
        url=draft.url,
        language=language,
        captions=tuple(dict.fromkeys((*draft.captions, *kept.captions))),
        dateline_date=date_near(dateline.day, day) if dateline and dateline.day else None,
    )
    undated = () if day else (Skipped("articles", "no publication date", "give one with --published DATE"),)
    return Loaded(article, (*draft.skipped, *undated))


def article_id(text: str, published: str | None) -> str:
    """The report's id: a hash of its words and its publication date, whatever its whitespace."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(f"{published or ''}\n{words}".encode()).hexdigest()[:ID_LENGTH]


def too_long(source: str) -> InputError:
    return InputError(source, f"too long for a report (the limit is {TEXT_LIMIT:,} characters)")


def _checked_language(draft: Draft, text: str, source: str) -> str:
    told = language_told(draft.language) if draft.language else None
    language = told or language_of(text)
    if language != "en":
        raise InputError(source, f"language is {language}, Chancery reads English")
    return language


def _without_head(body: Sequence[str], headline: str | None) -> tuple[list[str], str | None]:
    """The body without what stands on top of it (the headline, labels such as "WORLD NEWS", lines of nothing
    but a date), and the first such date."""
    printed: str | None = None
    kept: list[str] = []
    for line in body[:FIRST_LINES]:
        found = find_date(line)
        if found and not re.search(r"\w", line[: found.start] + line[found.end :]):
            printed = printed or found.iso
        elif line != headline and (kept or ends_sentence(line) or len(line.split()) > LABEL_WORDS):
            kept.append(line)
    return [*kept, *body[FIRST_LINES:]], printed


def _without_signature(body: Sequence[str]) -> tuple[list[str], str | None]:
    """The body without names signed below it, and the wire services credited there."""
    kept = list(body)
    signed: str | None = None
    for line in reversed(body[1:][-SIGNATURE_LINES:]):
        if len(line.split()) > SIGNATURE_WORDS or ends_sentence(line):
            break
        signed = signed or agencies_listed(line.strip("()—–- "))
        kept.pop()
    credit = _AGENCIES_AT_END.search(kept[-1], max(0, len(kept[-1]) - LONGEST_LINE)) if kept else None
    agencies = agencies_listed(credit[1]) if credit else None
    if credit and agencies:
        kept[-1] = kept[-1][: credit.start()]
    return [line for line in kept if line], signed or agencies


def _without_dateline(body: Sequence[str]) -> tuple[list[str], Dateline | None]:
    """The body without its dateline; a summary may stand before the paragraph that has one."""
    for i, line in enumerate(body[:2]):
        dateline = find_dateline(line)
        if dateline and (i == 0 or dateline.agency):
            rest = line[dateline.end :].strip()
            return [*body[:i], *([rest] if rest else []), *body[i + 1 :]], dateline
    return list(body), None


def _distributor(paragraphs: Sequence[str]) -> str | None:
    """The service in a closing line such as "Distributed by Tribune Content Agency, LLC."."""
    matches = (_DISTRIBUTED.search(line) for line in paragraphs[-5:])
    return next((match[1].strip() for match in matches if match), None)
