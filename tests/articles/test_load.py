"""Loading: every input gives an article or one line, and the rest goes on."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.articles import load as module
from chancery.articles.load import load
from chancery.articles.types import Article, Loaded, PassedOver
from chancery.errors import InputError

TEXT = "The ministers of both countries met in Oslo on Friday and agreed to meet again in the spring."
PAGE = f"Ministers meet in Oslo today\n\n26-Apr-2019 Fjord Times | AFP\n\n{TEXT}\n"


def lines_of(*paths: Path | str, published: str | None = None, stdin: bytes = b"") -> list[str]:
    """Outcomes as lines: the source of an article, the message of anything else."""
    found = load(paths, published=published, stdin=io.BytesIO(stdin))
    return [outcome.article.source if isinstance(outcome, Loaded) else str(outcome) for outcome in found]


def article_of(path: Path | str, **options: str) -> Article:
    (outcome,) = load([path], **options)  # type: ignore[arg-type]
    assert isinstance(outcome, Loaded), outcome
    return outcome.article


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", PAGE)
    article = article_of(path)
    assert article.source == str(path)
    assert (article.headline, article.published, article.text) == ("Ministers meet in Oslo today", "2019-04-26", TEXT)


def test_the_same_report_has_one_id_wherever_it_is_read(tmp_path: Path) -> None:
    text = article_of(written(tmp_path, "a.txt", PAGE))
    wide = article_of(written(tmp_path, "b.txt", PAGE.replace("\n", "\r\n").encode("utf-16")))
    record = article_of(written(tmp_path, "c.json", json.dumps({"text": TEXT, "published": "2019-04-26"})))
    assert text.id == wide.id == record.id


def test_an_html_file_and_html_in_a_text_file(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><body><article><h1>Ministers meet in Oslo</h1><p>{TEXT}</p></article></body></html>"
    for name in ("a.html", "b.HTM", "c.txt"):
        article = article_of(written(tmp_path, name, page))
        assert (article.headline, article.text) == ("Ministers meet in Oslo", TEXT)


def test_json_lines_go_by_their_own_names_else_by_number(tmp_path: Path) -> None:
    records = [{"id": "r1", "url": "https://x.example/1"}, {"url": "https://x.example/2"}, {}]
    lines = [json.dumps(record | {"text": TEXT, "published": "2019"}) for record in records]
    path = written(tmp_path, "a.jsonl", "\n".join([lines[0], "", lines[1], lines[2]]))
    assert lines_of(path) == ["r1", "https://x.example/2", f"{path}#4"]


def test_a_bad_line_leaves_the_others_alone(tmp_path: Path) -> None:
    good = json.dumps({"id": "r", "text": TEXT})
    path = written(tmp_path, "a.jsonl", f'{good}\n{{"text": \n[1]\n{{"id": "empty", "text": ""}}\n{good}')
    found = lines_of(path)
    assert found[0] == found[4] == "r"
    assert found[1].startswith(f"{path}#2: not JSON (")
    assert found[2] == f"{path}#3: no report: not a JSON object"
    assert found[3].startswith(f"{path}#4: no text in it")


def test_a_json_array_of_reports(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps([{"id": "r", "text": TEXT}, {"text": TEXT}, 3]))
    assert lines_of(path) == ["r", f"{path}#2", f"{path}#3: no report: not a JSON object"]


def test_a_single_json_report_goes_by_its_path(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps({"id": "r", "text": TEXT}))
    assert article_of(path).source == str(path)


def test_a_folder_in_order_without_annotations_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/a.html.txt", ".hidden/x.txt", ".x.txt"):
        written(tmp_path, name, PAGE)
    written(tmp_path, "b.gold.json", "{}")
    written(tmp_path, "a/notes.md", "x")
    written(tmp_path, "LICENSE", "x")
    outcomes = list(load([tmp_path]))
    names = [str(Path(o.article.source).relative_to(tmp_path)) for o in outcomes if isinstance(o, Loaded)]
    assert names == ["a/a.html.txt", "a/z.txt", "a.txt", "b.txt"]
    left = outcomes[-1]
    assert isinstance(left, PassedOver)
    assert left.suffixes == (("", 1), (".md", 1))
    assert str(left) == f"{tmp_path}: left out 2 files of other types (1 without an ending, 1 .md)"


@pytest.mark.parametrize(
    "stdin",
    [
        PAGE,
        json.dumps({"text": TEXT, "published": "2019-04-26"}, indent=1),
        json.dumps([{"text": TEXT, "published": "2019-04-26"}]),
        f"<html><head><meta name='date' content='2019-04-26'></head><body><p>{TEXT}</p></body></html>",
    ],
)
def test_standard_input_in_every_form(stdin: str) -> None:
    (outcome,) = load(["-"], stdin=io.BytesIO(stdin.encode()))
    assert isinstance(outcome, Loaded)
    assert (outcome.article.text, outcome.article.published) == (TEXT, "2019-04-26")


def test_json_lines_on_standard_input() -> None:
    line = json.dumps({"text": TEXT})
    assert lines_of("-", stdin=f"{line}\n{line}\n".encode()) == ["-#1", "-#2"]


def test_a_long_stream_is_read_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RAW_LIMIT", 700)
    line = json.dumps({"text": TEXT})
    assert lines_of("-", stdin=f"{line}\n".encode() * 20) == [f"-#{n}" for n in range(1, 21)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b"[]", "an empty list"),
        ("a.txt", b"\x00\x01\x02\x03" * 500, "not text but binary data"),
        ("a.txt", b"%PDF-1.4", "not text but a PDF file"),
        (
            "a.html",
            b"<html><script>var a = 'They met in Oslo.';</script></html>",
            "no text in it (nothing but scripts and markup)",
        ),
        ("a.json", b'{"headline": "x"}', "no text in it (none of `text`, `html`, `body_text`, `body_xhtml`)"),
        ("a.json", b'{"text": ', "not JSON (Expecting value, line 1, column 10)"),
        ("a.json", b"[" * 100_000, "not JSON that can be read (nested too deep or a number too long)"),
        (
            "a.txt",
            "Les ministres des deux pays se sont rencontrés vendredi à Oslo.",
            "language is fr, Chancery reads English",
        ),
        ("a.docx", b"x", "unknown file type (.docx); Chancery reads .txt, .html, .json, .jsonl, .conllu and folders"),
    ],
)
def test_bad_input_gives_one_line_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    bad, good = written(tmp_path, name, content), written(tmp_path, "good.txt", PAGE)
    assert lines_of(bad, good) == [f"{bad}: {reason}", str(good)]


def test_a_missing_path(tmp_path: Path) -> None:
    assert lines_of(tmp_path / "none.txt") == [f"{tmp_path / 'none.txt'}: no such file or folder"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.txt", PAGE)

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert lines_of(path) == [f"{path}: cannot be read (Permission denied)"]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl"])
def test_fifty_megabytes_of_one_line(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, b'{"text": "' + b"x" * 50_000_000)
    (line,) = lines_of(path)
    assert line.endswith(": too long for a report (the limit is 500,000 characters)")


def test_a_line_too_long_leaves_the_next_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RAW_LIMIT", 1000)
    good = json.dumps({"id": "r", "text": TEXT})
    path = written(tmp_path, "a.jsonl", json.dumps({"text": "x" * 5000}) + f"\n{good}\n")
    first, second = lines_of(path)
    assert first.startswith(f"{path}#1: too long")
    assert second == "r"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    text = TEXT.replace("agreed", "“agreed”")
    path = written(tmp_path, "a.txt", PAGE.replace(TEXT, text).encode(encoding))
    assert article_of(path).text == text


def test_half_characters_in_json_can_be_printed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps({"text": f"{TEXT} \ud83d"}))
    assert article_of(path).text.encode("utf-8").endswith("\ufffd".encode())


def test_a_date_for_reports_that_carry_none(tmp_path: Path) -> None:
    undated = written(tmp_path, "a.json", json.dumps({"text": TEXT}))
    assert article_of(undated, published="26 April 2019").published == "2019-04-26"
    assert article_of(written(tmp_path, "b.txt", PAGE), published="2001").published == "2019-04-26"
    with pytest.raises(InputError, match="--published: 'soon' is no date"):
        list(load([undated], published="soon"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".json", ".jsonl"]))
def test_any_bytes_give_articles_or_lines(tmp_path_factory: pytest.TempPathFactory, raw: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("bytes") / f"a{suffix}"
    path.write_bytes(raw)
    for outcome in load([path]):
        assert isinstance(outcome, Loaded | InputError)
