"""JSON reports: ninjs (the IPTC's "News in JSON"), and objects with `text` or `html` beside fields of their own.

What a record carries is taken as told; only its text is cleaned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from chancery.articles.dates import iso_date
from chancery.articles.html import html_draft, plain_from_html
from chancery.articles.paragraphs import paragraphs_of, plain
from chancery.articles.types import Draft
from chancery.provenance import Skipped

_TEXT = ("text", "body_text", "bodyText", "body", "content")
_HTML = ("html", "body_xhtml", "body_html", "bodyXhtml", "bodyHtml")
_PUBLISHED = (
    "published", "datePublished", "date_published", "pubdate", "date", "versioncreated", "versionCreated",
    "contentcreated", "contentCreated", "firstcreated", "firstCreated",
)  # fmt: skip
_HEADLINE = ("headline", "headlines", "title", "name")
_OUTLET = ("outlet", "copyrightholder", "copyrightHolder", "publisher", "site", "sitename")
_AGENCY = ("agency", "wire", "infosources", "infoSources")
_URL = ("url", "link", "canonical")
_LANGUAGE = ("language", "lang", "inLanguage")
_PLACE = ("dateline", "located")

Record = Mapping[str, Any]


def record_draft(record: Record) -> Draft | None:
    """The draft of a JSON report, or None where it carries no text."""
    text, html = _body(record)
    if text:
        draft = Draft(paragraphs=tuple(paragraphs_of(text)))
    elif html:
        page = html_draft(html if "<html" in html[:2000].lower() else f"<html><body><article>{html}</article>")
        draft = page or Draft(paragraphs=tuple(filter(None, [plain_from_html(html)])))
    else:
        return None
    if not draft.paragraphs:
        return None
    published, skipped = _published(record)
    return replace(
        draft,
        headline=_told(record, _HEADLINE) or draft.headline,
        outlet=_told(record, _OUTLET) or draft.outlet,
        agency=_told(record, _AGENCY) or draft.agency,
        dateline=_told(record, _PLACE),
        published=published or draft.published,
        url=_told(record, _URL) or draft.url,
        language=_told(record, _LANGUAGE),
        skipped=skipped,
    )


def own_name(record: Record) -> str | None:
    """What a record calls itself: its `id`, else its address."""
    return _told(record, ("id", *_URL, "uri"))


def _body(record: Record) -> tuple[str | None, str | None]:
    """Plain text and marked-up text; ninjs 2 and 3 keep both in a list of bodies."""
    text, html = _raw(record, _TEXT), _raw(record, _HTML)
    for body in record.get("bodies") or []:
        if isinstance(body, Mapping) and isinstance(body.get("value"), str):
            marked = "html" in str(body.get("contenttype") or body.get("contentType") or "")
            text, html = (text, html or body["value"]) if marked else (text or body["value"], html)
    return text, html


def _raw(record: Record, names: Sequence[str]) -> str | None:
    values = (record.get(name) for name in names)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _told(record: Record, names: Sequence[str]) -> str | None:
    """The first of the named fields that is filled, as one line."""
    return next((text for text in (_line(record.get(name)) for name in names) if text), None)


def _line(value: object) -> str | None:
    """A field's text: a string, a number, the first of a list, or the name or value of an object."""
    if isinstance(value, str):
        return plain(value) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping):
        return _line(value.get("name")) or _line(value.get("value"))
    if isinstance(value, Sequence) and value:
        return _line(value[0])
    return None


def _published(record: Record) -> tuple[str | None, tuple[Skipped, ...]]:
    """The publication date, and what of it could not be understood."""
    told = _told(record, _PUBLISHED)
    iso = iso_date(told) if told else None
    if told and not iso:
        return None, (Skipped("articles", "publication date not understood", told),)
    return iso, ()
