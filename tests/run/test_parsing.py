"""From files to trees, and trees from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.grammar.conllu import to_conllu
from chancery.observations.shape import to_dict
from chancery.run.kit import Kit
from chancery.run.parsing import parse_files
from chancery.run.reading import read_files


def raised(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("name", ["2019-04-26-kim-putin-eastgate.txt", "2018-06-12-trump-kim-singapore.html"])
def test_our_own_conllu_reads_as_the_report_itself(name: str, samples: Path, tmp_path: Path, kit: Kit) -> None:
    path = samples / name
    (one,) = parse_files([str(path)], kit.reader, published=None, on_error=raised)
    given = tmp_path / "given.conllu"
    given.write_text(to_conllu(one.parsed), "utf-8")
    (direct,) = (to_dict(r) for r in read_files([path], kit, on_error=raised))
    (brought,) = (to_dict(r) for r in read_files([given], kit, on_error=raised))
    assert brought["report"].pop("source") == str(given)
    assert direct["report"].pop("source") == str(path)
    assert brought == direct


def test_words_without_trees_are_analysed(tmp_path: Path, kit: Kit) -> None:
    given = tmp_path / "words.conllu"
    forms = ["Lavrov", "met.early", "Pompeo"]
    given.write_text("".join(f"{i}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_\n" for i, form in enumerate(forms, 1)), "utf-8")
    (one,) = parse_files([str(given)], kit.reader, published="2019-05", on_error=raised)
    assert [t.text for t in one.parsed.tokens] == forms
    assert sum(t.is_root for t in one.parsed.tokens) == 1
    assert one.parsed.parser == kit.reader.name
    assert one.parsed.article.published == "2019-05"


def test_a_folder_with_trees_and_a_broken_file(tmp_path: Path, kit: Kit) -> None:
    (tmp_path / "a.conllu").write_text("1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_\n", "utf-8")
    (tmp_path / "b.conllu").write_text("1\tYes\n", "utf-8")
    (tmp_path / "c.conllu").write_bytes(b"\xff\xfe\x00")
    errors: list[str] = []
    found = list(
        parse_files([str(tmp_path)], kit.reader, published=None, on_error=lambda error: errors.append(str(error)))
    )
    assert [one.parsed.article.text for one in found] == ["Yes"]
    assert [s.reason for s in found[0].skipped] == ["no publication date"]
    assert [Path(e.partition(":")[0]).name for e in errors] == ["b.conllu", "c.conllu"]


def test_a_reader_of_text_alone_refuses_bare_words(tmp_path: Path, kit: Kit) -> None:
    class TextOnly:
        name = "text only"
        parse = kit.reader.parse

    given = tmp_path / "words.conllu"
    given.write_text("1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n", "utf-8")
    errors: list[str] = []
    found = parse_files([str(given)], TextOnly(), published=None, on_error=lambda error: errors.append(str(error)))
    assert list(found) == []
    assert "takes no words that are given" in errors[0]
