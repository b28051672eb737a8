"""An article: one report, cleaned, with what its page tells about itself; and what loading inputs gives."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.provenance import Skipped


@dataclass(frozen=True, slots=True)
class Article:
    """One report. Every offset in Chancery counts characters of `text`; nothing changes `text` afterwards.

    Attributes:
        source: the path or URL read, as the contract defines `report.source`.
        id: a hash of the text and of the publication date, the same wherever the report was read from.
        text: the body, paragraphs apart by a blank line; headline, dateline junk and page furniture left out.
        headline: the title as printed, or None.
        outlet: who published it ("Meridian Post"); agency: the wire service that it is from ("AFP").
        dateline: the place that it was filed from, as printed ("BRUSSELS" gives "Brussels"), or None.
        dateline_date: the day that the dateline gives, ISO 8601, or None ("Pyongyang, July 19 (KCNA)").
        published: ISO 8601, whole or cut ("2019-04-26", "2019-04"), or None where the page doesn't say.
        url: the address that the page gives of itself, or None.
        language: ISO 639-1 of the text.
        captions: photo captions that were taken out of the text (they may name people in full).
    """

    source: str
    id: str
    text: str
    headline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    captions: tuple[str, ...] = ()
    dateline_date: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a page or record says, before its dateline is cut, its language known and its limits checked.

    Attributes:
        paragraphs: the body, page furniture left out, the dateline still in its first paragraph.
        language: what the input tells of its language, as it tells it ("en-GB"), or None.
        skipped: what the reader of the page could not use.
    """

    paragraphs: tuple[str, ...]
    headline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    captions: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article and what was missing in its input ("no publication date")."""

    article: Article
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files of a folder that are of no type that Chancery reads.

    Attributes:
        source: the folder, as the user named it.
        suffixes: each file ending with how many files have it, in alphabetical order; "" for none.
    """

    source: str
    suffixes: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        return sum(count for _, count in self.suffixes)

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} {suffix or 'without an ending'}" for suffix, count in self.suffixes)
        files = "1 file" if self.count == 1 else f"{self.count} files"
        return f"{self.source}: left out {files} of other types ({kinds})"
