"""The word lists for encounters: well-formed, with an example and a near miss a row."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.meetings import EncounterWord, MeetingWords, load_meeting_words

DATA = Path(chancery.lexicon.__file__).parent / "data"


@pytest.fixture(scope="module")
def words() -> MeetingWords:
    return load_meeting_words(DATA)


def rows(words: MeetingWords) -> list[EncounterWord]:
    return [*words.verbs.values(), *words.nouns.values(), *words.supports.values()]


def test_words_are_lemmas_in_lower_case(words: MeetingWords) -> None:
    assert all(row.word == row.word.lower().strip() for row in rows(words))


def test_every_row_has_an_example_and_a_near_miss_of_its_own(words: MeetingWords) -> None:
    for row in rows(words):
        assert row.example.endswith(".")
        assert row.near_miss.endswith(".")
        assert row.example != row.near_miss


def test_verbs_and_nouns_name_a_kind(words: MeetingWords) -> None:
    assert all(row.kind for row in [*words.verbs.values(), *words.nouns.values()])
    assert not any(row.kind for row in words.supports.values())


def test_a_verb_says_where_the_other_side_stands(words: MeetingWords) -> None:
    assert words.verbs["meet"].frame == {"obj", "with", "both"}
    assert "place" in words.verbs["fly"].frame
    assert "weak" in words.verbs["go"].frame


def test_governing_words(words: MeetingWords) -> None:
    assert words.outlooks["verb", "plan"] == "planned"
    assert words.outlooks["noun", "offer"] == "proposed"
    assert words.outlooks["verb", "refuse"] == "refused"
    assert set(words.outlook_examples) == set(words.outlooks)


def write(folder: Path, meetings: str, status: str = "word\tpos\tstatus\texample\n") -> None:
    (folder / "meetings.tsv").write_text("word\tpos\tkind\tframe\texample\tnear_miss\n" + meetings, "utf-8")
    (folder / "meeting_status.tsv").write_text(status, "utf-8")
    (folder / "venues.tsv").write_text("word\npalace\n", "utf-8")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("meet\tverb\ttalks\tobj\tThey met.\n", "5 cells where the header has 6"),
        ("meet\tverb\ttalks\tobject\tThey met.\tNo.\n", "unknown frame"),
        ("meet\tverb\tparty\tobj\tThey met.\tNo.\n", "unknown or repeated"),
        ("meet\tadverb\ttalks\tobj\tThey met.\tNo.\n", "unknown or repeated"),
        ("meet\tverb\ttalks\tobj\tThey met.\tNo.\n" * 2, "unknown or repeated"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, line: str, reason: str) -> None:
    write(tmp_path, line)
    with pytest.raises(DataError, match=reason):
        load_meeting_words(tmp_path)


def test_an_unknown_status_is_named(tmp_path: Path) -> None:
    write(tmp_path, "", "word\tpos\tstatus\texample\nplan\tverb\tmaybe\tThey plan it.\n")
    with pytest.raises(DataError, match="maybe"):
        load_meeting_words(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"meetings\.tsv"):
        load_meeting_words(tmp_path)
