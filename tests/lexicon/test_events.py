"""Event rules: the shipped files' form, their breadth, and what a user's file may and may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.event_rules import COLUMNS, MODES, Need, read_rules
from chancery.lexicon.events import EventRules, load_events

DATA = Path(chancery.lexicon.__file__).parent / "data"
CLASSES = {"SANCTION_N": frozenset({"sanction", "tariff"})}


@pytest.fixture(scope="module")
def rules() -> EventRules:
    return load_events(DATA)


def write(folder: Path, **cells: str) -> Path:
    row = {
        "key": "x", "event": "ACCUSE", "words": "scorn", "frame": "verb", "example": "A scorned B.",
        "near_miss": "A did not scorn B.", **cells,
    }  # fmt: skip
    path = folder / "mine.tsv"
    path.write_text("\t".join(COLUMNS) + "\n" + "\t".join(row.get(c, "") for c in COLUMNS) + "\n", "utf-8")
    return path


def test_every_type_and_mode_has_rules(rules: EventRules) -> None:
    told = {(r.event, r.mode) for r in rules.rules}
    by_content = {(event, mode) for event, modes in rules.contents.items() for mode, _ in modes}
    wanted = {(event, mode) for event, modes in MODES.items() for mode in modes or {None}}
    assert wanted - told - by_content == {("CONSULT", "visit")}, "visits are coded from the meetings found"


def test_each_rule_shows_itself_and_its_near_miss(rules: EventRules) -> None:
    for rule in rules.rules:
        assert rule.example != rule.near_miss, rule.key
        assert rule.example[0].isupper(), rule.key
        assert rule.example.endswith("."), rule.key
        assert rule.near_miss.endswith("."), rule.key


def test_particular_rules_come_before_general_ones(rules: EventRules) -> None:
    for lemma in ("attack", "agree", "reject"):
        weights = [r.weight for r in rules.by_lemma[lemma]]
        assert weights == sorted(weights, reverse=True)
    assert ("call", "") not in rules.by_lemma["call"][0].words


def test_row_as_read(tmp_path: Path) -> None:
    path = write(
        tmp_path, words="cut+off sever", needs="patient=SANCTION_N,toll; !with|to=PARTY; xcomp:negated",
        actor="agent|by",
        recipient="patient.on|on", sides="both",
    )  # fmt: skip
    (rule,) = read_rules(path, CLASSES)
    assert rule.words == (("cut", "off"), ("sever", ""))
    assert rule.needs == (
        Need((("patient",),), frozenset({"sanction", "tariff", "toll"})),
        Need((("with",), ("to",)), frozenset({"PARTY"}), forbids=True),
        Need((("xcomp",),), flag="negated"),
    )
    assert rule.actor == (("agent",), ("by",))
    assert rule.recipient == (("patient", "on"), ("on",))


def test_defaults_follow_the_frame(tmp_path: Path) -> None:
    (verb,) = read_rules(write(tmp_path), CLASSES)
    assert (verb.actor, verb.recipient, verb.sides) == ((("agent",),), (("patient", "owner"),), "actor")
    (noun,) = read_rules(write(tmp_path, frame="noun"), CLASSES)
    assert noun.sides == "both"
    (none,) = read_rules(write(tmp_path, recipient="-"), CLASSES)
    assert none.recipient == ()


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"key": ""}, "needs a key"),
        ({"event": "INSULT"}, "'INSULT' is no PLOVER type"),
        ({"mode": "loudly"}, "ACCUSE has no mode 'loudly'"),
        ({"mode": "content"}, "ACCUSE has no mode 'content'"),
        ({"frame": "adverb"}, "frame must be one of"),
        ({"words": ""}, "needs words"),
        ({"words": "NOSUCH_N"}, "no word class 'NOSUCH_N'"),
        ({"needs": "patient.above"}, "'above' is no step"),
        ({"needs": "xcomp:loud"}, "'loud' is no condition"),
        ({"sides": "all"}, "sides must be one of"),
        ({"near_miss": ""}, "example and a near miss"),
        ({"near_miss": "A scorned B."}, "the near miss is the example itself"),
        ({"event": "ACUSE"}, "'ACUSE' is no PLOVER type; did you mean 'ACCUSE'?"),
        ({"mode": "dissaprove"}, "ACCUSE has no mode 'dissaprove'; did you mean 'disapprove'?"),
        ({"needs": "patient=SANCTON_N"}, "no word class 'SANCTON_N'; did you mean 'SANCTION_N'?"),
        ({"needs": "patiant=sanction"}, "'patiant' is no step of a path; did you mean 'patient'?"),
        ({"needs": "xcomp:negatd"}, "'negatd' is no condition; did you mean 'negated'?"),
        ({"recipient": "onn.owner"}, "'onn' is no step of a path"),
        ({"words": "Scorn"}, "'Scorn' is no lemma in small letters"),
        ({"words": "scorn,deride"}, "'scorn,deride' is no lemma"),
        ({"words": "cut+"}, "'cut\\+' is no lemma"),
        ({"words": "*"}, "'\\*' is no lemma"),
        ({"words": "scorn be"}, "'be' alone matches nearly every sentence"),
        ({"words": "make", "needs": "!patient=sanction; affirmed"}, "'make' alone matches nearly every sentence"),
        ({"needs": "future; !future"}, "both asked for and forbidden"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(tmp_path: Path, cells: dict[str, str], complaint: str) -> None:
    path = write(tmp_path, **cells)
    with pytest.raises(DataError, match=complaint) as error:
        read_rules(path, CLASSES)
    assert str(error.value).startswith(f"{path}:2: ")


def test_files_that_are_no_rule_files(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_rules(tmp_path / "absent.tsv", CLASSES)
    other = tmp_path / "other.tsv"
    other.write_text("name,value\n1,2\n", "utf-8")
    with pytest.raises(DataError, match="must name the columns"):
        read_rules(other, CLASSES)
    other.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="UTF-8"):
        read_rules(other, CLASSES)


def test_a_key_twice_in_one_file(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_text(path.read_text("utf-8") + path.read_text("utf-8").splitlines()[1] + "\n", "utf-8")
    with pytest.raises(DataError, match=r":3: the key 'x' is there twice"):
        read_rules(path, CLASSES)


def test_words_found_everywhere_may_stand_with_a_condition(tmp_path: Path) -> None:
    (rule,) = read_rules(write(tmp_path, words="make", needs="patient=fun"), CLASSES)
    assert rule.words == (("make", ""),)
    (rule,) = read_rules(write(tmp_path, words="take+on"), CLASSES)
    assert rule.words == (("take", "on"),)


def test_rows_that_contradict_are_named_together(tmp_path: Path) -> None:
    path = write(tmp_path)
    first = path.read_text("utf-8")
    second = first.splitlines()[1].replace("x\tACCUSE", "y\tSUPPORT")
    path.write_text(f"{first}{second}\n", "utf-8")
    with pytest.raises(DataError) as error:
        read_rules(path, CLASSES)
    assert str(error.value) == (
        f"{path}:3: 'scorn' as a verb with these needs is SUPPORT here and ACCUSE in {path}:2; tell the two apart by a "
        "need, or give this row the key 'x' to take the other's place"
    )
    path.write_text(first + second.replace("verb\t", "verb\tnegated"), "utf-8")
    assert [r.event for r in read_rules(path, CLASSES)] == ["ACCUSE", "SUPPORT"]


def test_a_users_row_may_not_contradict_a_shipped_one(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"mine.tsv:2: 'denounce' as a verb .* take the other's place"):
        load_events(DATA, write(tmp_path, event="SUPPORT", words="denounce"))
    own = load_events(DATA, write(tmp_path, key="accuse-condemn", event="SUPPORT", words="denounce"))
    assert [r.event for r in own.rules if r.key == "accuse-condemn"] == ["SUPPORT"]


def test_a_row_with_a_cell_too_many(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\tmore\n", "utf-8")
    with pytest.raises(DataError, match=r":2: 12 columns, where 11 are named"):
        read_rules(path, CLASSES)


def test_a_users_file_adds_and_overrides(rules: EventRules, tmp_path: Path) -> None:
    own = load_events(DATA, write(tmp_path, key="accuse-blame", words="chide"))
    assert len(own.rules) == len(rules.rules)
    assert [r.words for r in own.rules if r.key == "accuse-blame"] == [(("chide", ""),)]
    assert len(load_events(DATA, write(tmp_path)).rules) == len(rules.rules) + 1
