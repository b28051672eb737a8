"""The record's file: what it keeps, and what it says of files that it cannot use."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import duckdb
import pytest

from chancery.errors import RecordError
from chancery.observations.types import Reading
from chancery.record import merge
from chancery.record.store import Record
from tests.record.made import met, said, told

KIM, PUTIN = "Kim Jong-un/PRK", "Vladimir Putin/RUS"
FIRST = told("2019-04-25", met(KIM, PUTIN, start="2019-04-25"), source="a.txt", outlet="Meridian")
SECOND = told("2019-04-26", met("Kim/PRK", "Putin/RUS", start="2019-04-25"), source="b.txt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.duckdb"


def complaint(act: Callable[[], object]) -> str:
    with pytest.raises(RecordError) as caught:
        act()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_two_reports_of_one_meeting_are_one_entry_that_survives_closing(path: Path) -> None:
    with Record.open(path, write=True) as record:
        added = record.add([FIRST, SECOND, FIRST])
    assert added.new == (FIRST.article.id, SECOND.article.id)
    with Record.open(path) as record:
        [entry] = record.listed("meetings")
        assert entry.articles == tuple(sorted(added.new))
        assert entry.independent == 2
        assert list(record.readings([FIRST.article.id])) == [FIRST]


def test_a_known_report_is_told_and_left(path: Path) -> None:
    with Record.open(path, write=True) as record:
        record.add([FIRST])
        added = record.add([SECOND, FIRST])
        assert (added.new, added.known) == ((SECOND.article.id,), (FIRST.article.id,))


def test_an_error_halfway_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record.open(path, write=True) as record:
        record.add([FIRST])
        before = (record.reports(), record.listed("meetings"))

        def fail(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("chancery.record.store.merge", fail)
        with pytest.raises(KeyboardInterrupt):
            record.add([SECOND])
        monkeypatch.undo()
        assert (record.reports(), record.listed("meetings")) == before
        assert record.add([SECOND]).new == (SECOND.article.id,)


def test_an_error_among_the_readings_adds_none(path: Path) -> None:
    def broken() -> Iterator[Reading]:
        yield FIRST
        raise ValueError("no more")

    with Record.open(path, write=True) as record:
        with pytest.raises(ValueError, match="no more"):
            record.add(broken())
        assert record.reports() == []


def test_remove_by_source_prefix_or_id(path: Path) -> None:
    with Record.open(path, write=True) as record:
        for name in ("a.txt", FIRST.article.id[:6], FIRST.article.id):
            record.add([FIRST, SECOND])
            assert record.remove(name).source == "a.txt"
            [entry] = record.listed("meetings")
            assert entry.articles == (SECOND.article.id,)
            assert entry.fields["participants"][0]["name"] == "Kim"


def test_remove_says_what_it_cannot_find_or_choose(path: Path) -> None:
    older = told("2019-04-25", said("Peskov", "nothing is agreed"), source="a.txt")
    with Record.open(path, write=True) as record:
        record.add([FIRST, older])
        assert "no report 'c.txt'" in complaint(lambda: record.remove("c.txt"))
        assert "no report ''" in complaint(lambda: record.remove(""))
        assert "names 2 reports" in complaint(lambda: record.remove("a.txt"))
        assert len(record.reports()) == 2


def test_find_by_old_id_and_by_prefix(path: Path) -> None:
    with Record.open(path, write=True) as record:
        record.add([SECOND])
        [old] = record.listed("meetings")
        record.add([FIRST])
        [new] = record.listed("meetings")
        assert old.id != new.id
        assert record.find(old.id).id == record.find(new.id[:8]).id == new.id
        assert "no entry 'm000'" in complaint(lambda: record.find("m000"))
        assert "no entry ''" in complaint(lambda: record.find(""))


def test_an_ambiguous_prefix_is_told(path: Path) -> None:
    with Record.open(path, write=True) as record:
        record.add([FIRST, told("2019-06-21", met(KIM, "Xi Jinping/CHN", start="2019-06-20"))])
        assert "2 entries begin with 'm'" in complaint(lambda: record.find("m"))


def test_copies_count_once(path: Path) -> None:
    wire = " ".join(f"word{n} said{n % 7} the{n % 11}" for n in range(60))
    meeting = met(KIM, PUTIN, start="2019-04-25", evidence="The two met on Thursday.")
    copies = [
        told("2019-04-25", meeting, text=wire, agency="AFP"),
        told("2019-04-26", meeting, text=wire[: len(wire) // 2], agency="AFP"),
        told("2019-04-27", meeting, text="Our own word."),
    ]
    with Record.open(path, write=True) as record:
        for copy in copies:
            record.add([copy])
        [entry] = record.listed("meetings")
        assert (len(entry.articles), entry.independent) == (3, 2)
        record.remove(copies[0].article.id)
        assert record.listed("meetings")[0].independent == 2


def test_as_of_is_the_record_of_that_day(path: Path) -> None:
    plan = told("2019-04-23", met(KIM, PUTIN, start="2019-04-25", status="planned"))
    with Record.open(path, write=True) as record:
        record.add([plan, FIRST, SECOND])
        assert [e.status for e in record.listed("meetings", "2019-04-24")] == ["planned"]
        assert [len(e.articles) for e in record.listed("meetings", "2019-04-25")] == [2]
        assert record.listed("meetings", "2019-04-26") == record.listed("meetings")
        assert record.listed("meetings", "2018") == []


def test_texts_come_back_to_the_letter(path: Path) -> None:
    odd = told(
        "2019-04-25", said("Peskov", "it\x00is “odd” \U0001f600 \ud800 end"), source="\udcff.txt", headline="a\tb"
    )
    with Record.open(path, write=True) as record:
        record.add([odd])
        assert list(record.readings()) == [odd]
        assert record.reports()[0].source == r"\udcff.txt"
        record.remove("\udcff.txt")


def test_a_record_joined_by_other_rules_is_joined_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record.open(path, write=True) as record:
        record.add([FIRST, SECOND])
        before = record.listed("meetings")
        record._database.rows("UPDATE meta SET value = 'older' WHERE name = 'rules'")
        record._database.rows("DELETE FROM entries")
    with Record.open(path, write=True) as record:
        assert record.listed("meetings") == before
        assert record._meta("rules") == merge.RULES_VERSION


# Files that cannot be used


def test_a_missing_record_is_told_and_not_made(path: Path) -> None:
    assert complaint(lambda: Record.open(path)).startswith(f"{path}: no such record")
    assert not path.exists()


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "record.duckdb"
    assert complaint(lambda: Record.open(path, write=True)) == f"{path}: its folder does not exist; make that first"


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    assert "a folder, not a record" in complaint(lambda: Record.open(tmp_path, write=True))


@pytest.mark.parametrize("content", [b"", b"not a database " * 500])
@pytest.mark.parametrize("write", [False, True])
def test_a_foreign_file_is_told_and_left(path: Path, content: bytes, write: bool) -> None:
    path.write_bytes(content)
    assert "not a Chancery record" in complaint(lambda: Record.open(path, write=write))
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [False, True])
def test_another_programs_database_is_told_and_left(path: Path, write: bool) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE meta (name VARCHAR, value VARCHAR)")
    assert "not a Chancery record" in complaint(lambda: Record.open(path, write=write))
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT count(*) FROM duckdb_tables()").fetchall() == [(1,)]


def test_a_meta_table_of_another_form_is_foreign(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE meta (version INTEGER)")
    assert "not a Chancery record" in complaint(lambda: Record.open(path))


def test_a_database_without_tables_becomes_a_record_when_written(path: Path) -> None:
    duckdb.connect(str(path)).close()
    assert "holds no record yet" in complaint(lambda: Record.open(path))
    with Record.open(path, write=True) as record:
        assert record.add([FIRST]).new


def test_a_record_of_a_newer_chancery(path: Path) -> None:
    with Record.open(path, write=True) as record:
        record._database.rows("UPDATE meta SET value = '99' WHERE name = 'schema'")
    assert "written by a newer Chancery" in complaint(lambda: Record.open(path))


def test_a_record_held_by_another_process(path: Path) -> None:
    with Record.open(path, write=True) as record:
        record.add([FIRST])
    opening = f"held = Record.open({str(path)!r}, write=True)"
    hold = f"from chancery.record.store import Record; {opening}; print('held', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        for write in (False, True):
            said = complaint(partial(Record.open, path, write=write))
            assert said == f"{path}: process {holder.pid} holds it; try again when that has ended"
        holder.communicate("\n")
    with Record.open(path) as record:
        assert len(record.reports()) == 1


def test_a_reader_does_not_write(path: Path) -> None:
    with Record.open(path, write=True) as record:
        record.add([FIRST])
    with Record.open(path) as record:
        assert "opened for reading only" in complaint(lambda: record.add([SECOND]))
        assert "already" in complaint(lambda: Record.open(path, write=True))
