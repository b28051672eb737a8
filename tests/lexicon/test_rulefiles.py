"""A user's rule file in TOML: read like the table's form, and refused with file, line and reason."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.event_rules import COLUMNS, Need, read_rules
from chancery.lexicon.events import load_events
from chancery.lexicon.rulefiles import read_rule_file

DATA = Path(chancery.lexicon.__file__).parent / "data"
CLASSES = {"SANCTION_N": frozenset({"sanction", "tariff"})}
RULE = """
[[rule]]
key = "sanction-toll"
event = "SANCTION"
mode = "discontinue"
words = ["slap", "clap"]
frame = "verb"
needs = ["patient=LEVY_N,SANCTION_N", "!passive"]
recipient = ["on.owner", "patient.on.owner"]
sides = "both"
example = "Peru slapped a toll on Chile."
near_miss = "Peru slapped a label on the box."
"""
LEVIES = '[classes]\nLEVY_N = ["levy", "toll"]\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return path


def changed(old: str, new: str) -> str:
    assert old in RULE
    return LEVIES + RULE.replace(old, new)


def test_a_rule_with_a_class_of_its_own(tmp_path: Path) -> None:
    (rule,) = read_rule_file(write(tmp_path, LEVIES + RULE), CLASSES)
    assert (rule.key, rule.event, rule.mode, rule.frame, rule.sides) == (
        "sanction-toll", "SANCTION", "discontinue", "verb", "both",
    )  # fmt: skip
    assert rule.words == (("slap", ""), ("clap", ""))
    assert rule.needs == (
        Need((("patient",),), frozenset({"levy", "toll", "sanction", "tariff"})),
        Need((), flag="passive", forbids=True),
    )
    assert rule.actor == (("agent",),)
    assert rule.recipient == (("on", "owner"), ("patient", "on", "owner"))


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    row = [
        "sanction-toll", "SANCTION", "discontinue", "slap clap", "verb", "patient=SANCTION_N; !passive", "",
        "on.owner | patient.on.owner", "both", "Peru slapped a toll on Chile.", "Peru slapped a label on the box.",
    ]  # fmt: skip
    table.write_text("\t".join(COLUMNS) + "\n" + "\t".join(row) + "\n", "utf-8")
    toml = write(tmp_path, RULE.replace("LEVY_N,", ""))
    assert read_rule_file(toml, CLASSES) == read_rule_file(table, CLASSES) == read_rules(table, CLASSES)


def test_texts_may_stand_in_place_of_lists(tmp_path: Path) -> None:
    text = changed('["slap", "clap"]', '"slap clap"').replace(
        '["on.owner", "patient.on.owner"]', '"on.owner | patient.on.owner"'
    )
    assert read_rule_file(write(tmp_path, text), CLASSES) == read_rule_file(write(tmp_path, LEVIES + RULE), CLASSES)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (changed("words =", "word ="), 4, "'word' is no key of a rule file; did you mean 'words'"),
        (changed('"SANCTION"', '"SANCTOIN"'), 4, "'SANCTOIN' is no PLOVER type; did you mean 'SANCTION'"),
        (changed('"discontinue"', '"discontinued"'), 4, "no mode 'discontinued'; did you mean 'discontinue'"),
        (changed('"verb"', '"verbs"'), 4, "the frame must be one of"),
        (changed("LEVY_N,", "LEVI_N,"), 4, "no word class 'LEVI_N'; did you mean 'LEVY_N'"),
        (changed("!passive", "!passiv"), 4, "'passiv' is no step of a path"),
        (changed("!passive", "patient:passiv"), 4, "'passiv' is no condition"),
        (changed("on.owner", "on.ownr"), 4, "'ownr' is no step of a path"),
        (changed('"both"', '"all"'), 4, "sides must be one of"),
        (changed('"both"', "2"), 4, "sides must be text, not 2"),
        (changed('["slap", "clap"]', "[1]"), 4, "words must be text or a list of texts"),
        (changed('near_miss = "Peru slapped a label on the box."', ""), 4, "needs an example and a near miss"),
        (
            changed('["slap", "clap"]', '["take"]').replace('"patient=LEVY_N,SANCTION_N", ', ""),
            4,
            "'take' alone matches nearly every sentence",
        ),
        (LEVIES + RULE + RULE, 16, "the key 'sanction-toll' is there twice"),
        (
            LEVIES
            + RULE
            + RULE.replace("sanction-toll", "other").replace('"SANCTION"\nmode = "discontinue"', '"SUPPORT"'),
            16,
            "is SUPPORT here and SANCTION in",
        ),
    ],
)
def test_what_cannot_be_right_is_refused(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(DataError) as error:
        read_rule_file(path, CLASSES)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert reason in str(error.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("key = ", "this is no TOML: "),
        ("", "there is no [[rule]] in it"),
        ("rule = 3", "there is no [[rule]] in it"),
        ("[[rules]]\nkey = 'x'", "'rules' is no key of a rule file; did you mean 'rule'"),
        ("classes = 3\n" + RULE, "[classes] must be a table"),
        ('[classes]\nlevy = ["toll"]\n' + RULE, "'levy' must be written in capitals"),
        ("[classes]\nLEVY_N = []\n" + RULE, "'LEVY_N' must be a list of lemmas"),
    ],
)
def test_files_that_are_no_rule_files(tmp_path: Path, text: str, reason: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(DataError) as error:
        read_rule_file(path, CLASSES)
    assert str(error.value).startswith(f"{path}: ")
    assert reason in str(error.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_rule_file(tmp_path / "absent.toml", CLASSES)


def test_rules_are_added_to_ours_or_take_their_place(tmp_path: Path) -> None:
    shipped = load_events(DATA)
    added = load_events(DATA, write(tmp_path, LEVIES + RULE))
    assert {r.key for r in added.rules} == {r.key for r in shipped.rules} | {"sanction-toll"}
    assert "sanction-toll" in {r.key for r in added.by_lemma["clap"]}
    replaced = load_events(DATA, write(tmp_path, LEVIES + RULE.replace("sanction-toll", "accuse-condemn")))
    assert len(replaced.rules) == len(shipped.rules)
    assert {r.event for r in replaced.rules if r.key == "accuse-condemn"} == {"SANCTION"}


def test_own_rules_are_tried_before_ours(tmp_path: Path) -> None:
    shipped = load_events(DATA)
    text = LEVIES + RULE.replace('["slap", "clap"]', '["condemn"]')
    own = load_events(DATA, write(tmp_path, text))
    first, *others = own.by_lemma["condemn"]
    assert first.key == "sanction-toll"
    assert tuple(others) == shipped.by_lemma["condemn"]


def test_the_rule_in_the_docs_is_one(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "events.md").read_text("utf-8")
    block = page.split("```toml\n")[1].split("```")[0]
    own = load_events(DATA, write(tmp_path, textwrap.dedent(block)))
    assert own.own == {"my-toll"}
