"""A web page: the report in it, found by trafilatura, and what its markup tells of headline, outlet and date.

The metadata are read here and not by trafilatura, whose date finder fills gaps by guessing and looks at
today's date: what a page doesn't say stays None. Sources, the surest first: JSON-LD, meta tags, elements.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from html import unescape
from typing import Any

import trafilatura
from lxml.etree import ParserError
from lxml.html import HtmlElement, fragment_fromstring

from chancery.articles.agencies import agencies_listed
from chancery.articles.dates import find_date, iso_date
from chancery.articles.furniture import TELLING_WORDS, bare_caption, copyright_holder
from chancery.articles.paragraphs import plain
from chancery.articles.types import Draft

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it misses, the caller tells

HEADLINE_WORDS = 3
"""Fewer words in a page's heading are its site's name."""
DATE_LINE_WORDS = 15

_ARTICLE_TYPES = ("article", "blogposting", "liveblogposting", "report")
_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datePublished", "datepublished",
    "published", "pubdate", "pdate", "publish-date", "publish_date", "publication_date", "dc.date.issued",
    "dc.date", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "date.created", "date",
)  # fmt: skip
_AUTHOR = ("author", "article:author", "parsely-author", "byl", "byline", "dc.creator", "sailthru.author")
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_SITE = ("og:site_name", "application-name", "dc.publisher", "publisher")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/-]|$)")
_DATE_CLASS = re.compile(r"date|time|publish|byline|meta|posted", re.IGNORECASE)
_AUTHOR_PARTS = re.compile(r"\s*[;,|]\s*|\s+and\s+")

Json = dict[str, Any]


def html_draft(text: str) -> Draft | None:
    """The draft of a page, or None where there is no text in it but scripts and markup."""
    tree = _tree(text)
    if tree is None:
        return None
    page = _Page(tree)
    captions = _take_captions(tree)
    body = _body(tree)
    if not body:
        return None
    return Draft(
        paragraphs=body,
        headline=page.headline(),
        outlet=page.outlet(),
        agency=page.agency(),
        published=page.published(),
        url=page.url(),
        captions=captions,
    )


def plain_from_html(fragment: str) -> str | None:
    """A field's text without its markup, one line; None where there is none."""
    try:
        tree = fragment_fromstring(_DECLARATION.sub("", fragment), create_parent=True)
    except (ParserError, ValueError):
        return None
    for element in tree.xpath(".//script | .//style"):
        element.drop_tree()
    return plain(tree.text_content()) or None


def _tree(text: str) -> HtmlElement | None:
    try:
        return trafilatura.load_html(text)
    except (ParserError, ValueError):
        return None


def _body(tree: HtmlElement) -> tuple[str, ...]:
    """The report's paragraphs, headings and list items in order."""
    found = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, include_tables=False)
    text = getattr(found, "text", None) or ""
    return tuple(line for line in map(plain, text.split("\n")) if line)


def _take_captions(tree: HtmlElement) -> tuple[str, ...]:
    """The captions of pictures, taken out of the tree."""
    captions: list[str] = []
    for element in tree.xpath("//figcaption"):
        captions.append(bare_caption(plain(element.text_content())))
        element.drop_tree()
    return tuple(dict.fromkeys(caption for caption in captions if len(caption.split()) >= TELLING_WORDS))


class _Page:
    """A page's metadata; every method gives None where the page doesn't say."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self.linked = _linked_data(tree)
        self.metas: dict[str, str] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = plain(element.get("content") or "")
            if name and content:
                self.metas.setdefault(name.lower(), unescape(content))
        self.dated = self._first_date()  # before captions, which may have dates of their own, are taken out
        self.foot = copyright_holder([plain(e.text_content()) for e in tree.xpath("//footer | //footer//p")])

    def headline(self) -> str | None:
        heads = [plain(h1.text_content()) for h1 in self.tree.iter("h1")]
        heads = list(dict.fromkeys(head for head in heads if len(head.split()) >= HEADLINE_WORDS))
        titles = [self._linked_text("headline"), self._meta(_TITLE), self._title()]
        told = [title for title in titles if title]
        if len(heads) == 1 or (heads and heads[0] in told):
            return heads[0]
        return _without_site(told[0], self.outlet()) if told else None

    def outlet(self) -> str | None:
        publisher = _name_of(self.linked.get("publisher"))
        return self._meta(_SITE) or publisher or self.foot

    def agency(self) -> str | None:
        """A wire service among the authors, or an organisation among them that isn't the publisher."""
        for key in ("author", "creator", "sourceOrganization", "provider"):
            for author in _listed(self.linked.get(key)):
                name = _name_of(author)
                known = agencies_listed(name) if name else None
                is_body = isinstance(author, dict) and "organization" in str(author.get("@type", "")).casefold()
                if known or (is_body and name and name not in (self.outlet(), _name_of(self.linked.get("publisher")))):
                    return known or name
        bylines = [self.metas[key] for key in _AUTHOR if key in self.metas]
        names = (part for line in bylines for part in _AUTHOR_PARTS.split(line.removeprefix("By ")))
        return next((agency for agency in map(agencies_listed, names) if agency), None)

    def published(self) -> str | None:
        return self.dated

    def url(self) -> str | None:
        links = [*self.tree.xpath("//link[@rel='canonical']/@href"), self.metas.get("og:url")]
        told = [link for link in [*links, self.linked.get("url")] if isinstance(link, str)]
        return next((link for link in told if link.startswith("http")), None)

    def _first_date(self) -> str | None:
        return next((iso for iso in map(iso_date, self._dates()) if iso), None)

    def _dates(self) -> Iterator[str]:
        told = self.linked.get("datePublished")
        yield from [told] if isinstance(told, str) else []
        yield from (self.metas[name] for name in map(str.lower, _PUBLISHED) if name in self.metas)
        yield from self.tree.xpath("//*[@itemprop='datePublished']/@datetime")
        yield from self.tree.xpath("(//article//time | //main//time | //header//time | //time)[1]/@datetime")
        match = _URL_DATE.search(self.url() or "")
        yield from ["-".join(part.zfill(2) for part in match.groups())] if match else []
        yield from self._printed_dates()

    def _printed_dates(self) -> Iterator[str]:
        """Dates in short lines whose element says that it has the date."""
        for element in self.tree.iter("time", "span", "p", "div", "li", "small"):
            named = element.tag == "time" or _DATE_CLASS.search(f"{element.get('class')} {element.get('id')}")
            text = plain(element.text_content()) if named else ""
            if 0 < len(text.split()) <= DATE_LINE_WORDS and (found := find_date(text)):
                yield found.iso

    def _meta(self, names: Sequence[str]) -> str | None:
        return next((self.metas[name] for name in names if name in self.metas), None)

    def _linked_text(self, key: str) -> str | None:
        value = self.linked.get(key)
        return plain(unescape(value)) or None if isinstance(value, str) else None

    def _title(self) -> str | None:
        element = self.tree.find(".//title")
        return plain(element.text_content()) or None if element is not None else None


def _without_site(title: str, site: str | None) -> str:
    """A title without its site's name behind a dash or stroke."""
    match = re.fullmatch(r"(.+?)\s+[|–—-]\s+([^|–—]{2,60})", title)
    if match and site and (match[2].casefold() in site.casefold() or site.casefold() in match[2].casefold()):
        return match[1]
    return title


def _linked_data(tree: HtmlElement) -> Json:
    """The page's JSON-LD object that describes an article, or an empty one."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in _listed(item.get("@type"))):
                return item
    return {}


def _items(data: object) -> Iterator[Json]:
    for item in _listed(data):
        if isinstance(item, dict):
            yield item
            yield from _items(item.get("@graph"))


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _name_of(value: object) -> str | None:
    first = next(iter(_listed(value)), None)
    name = first.get("name") if isinstance(first, dict) else first
    return plain(unescape(name)) or None if isinstance(name, str) else None
