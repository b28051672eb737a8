"""Encodings told and detected; what is no text is named."""

from __future__ import annotations

import pytest

from chancery.articles.decode import decode
from chancery.errors import InputError

TEXT = "The Kremlin’s spokesman said “yes” — twice. Señor Ramírez did not."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_a_page_in_the_encoding_that_it_declares() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{"Москва" * 40}</body></html>'
    assert decode(page.encode("cp1251"), "a.html") == page


def test_a_page_that_declares_the_wrong_encoding() -> None:
    page = f'<html><head><meta charset="utf-8"></head><body>{TEXT}</body></html>'
    assert decode(page.encode("cp1252"), "a.html") == page


def test_cyrillic_without_a_declaration() -> None:
    text = "Министры двух стран встретились в пятницу в Осло и обсудили торговлю и границу. " * 3
    assert decode(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7\n", "not text but a PDF file"),
        (b"PK\x03\x04rest", "not text but a zip archive or an office document"),
        (b"abc\0\0\0def" * 50, "not text but binary data"),
        (bytes(range(256)) * 8, "not text but binary data"),
    ],
)
def test_what_is_no_text(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError) as error:
        decode(raw, "a.txt")
    assert str(error.value) == f"a.txt: {reason}"
