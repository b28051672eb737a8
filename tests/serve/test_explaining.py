"""`chancery why SENTENCE`: what a reader and a program see of how a sentence is read."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from chancery.run.explaining import Explained, explained
from chancery.run.kit import load_kit
from chancery.serve.explaining import NEAREST, as_json, conditions_of, lines, on_scales
from chancery.settings import Own
from tests.conftest import Run

SENTENCE = "Peru expelled two Chilean envoys on Friday."
TEXT = (
    "Peru expelled two Chilean envoys on Friday. Peruvian Foreign Minister Ana Ruiz met Chilean Foreign Minister Luis "
    "Paz in Lima on Saturday, and she said it was late."
)
MINE = """
[[rule]]
key = "accuse-tut"
event = "ACCUSE"
mode = "disapprove"
words = ["tut-tut", "scoff"]
frame = "verb"
recipient = ["at.owner"]
sides = "both"
example = "Peru scoffed at Chile's claim."
near_miss = "Peru scoffed."
"""


@pytest.fixture(scope="module")
def found() -> Explained:
    return explained(TEXT, load_kit(), published="2019-04-29")


def test_the_tree_is_drawn(found: Explained) -> None:
    told = list(lines(found))
    assert told[0].startswith("expelled")
    assert told[0].endswith("VERB  root")
    assert "├─ Peru  PROPN  nsubj" in told
    assert "│  └─ Chilean  ADJ  amod" in told


def test_events_come_with_rule_conditions_and_scales(found: Explained) -> None:
    told = list(lines(found))
    at = told.index("  SANCTION (expel): Peru (PER) → two Chilean envoys (CHL); done, 2019-04-26")
    block = told[at + 1 : at + 12]
    assert "    scales: material conflict, Goldstein -8.0, CAMEO 166" in block
    assert any(line.startswith("    by the rule sanction-expel at “expelled” (sanction.tsv:") for line in block)
    assert "    actor: Peru (PER); by agent, “Peru”" in block
    assert "    status: done; nothing says otherwise" in block
    assert "    date: 2019-04-26; its own time, “Friday”" in block


def test_meetings_statements_and_words_are_told_with_their_rules(found: Explained) -> None:
    told = "\n".join(lines(found))
    assert "CONSULT (visit): Luis Paz (CHL) → Ana Ruiz (PER)" in told
    assert "a held meeting is one" in told
    assert "  meeting: " in told
    assert "  statement: Ana Ruiz, indirect, by “said”" in told
    assert "  “she” → Ana Ruiz: " in told


def test_the_nearest_rules_are_shown_and_the_others_counted(found: Explained) -> None:
    told = list(lines(found))
    near = told[told.index("\nRules that came near") + 1 :]
    assert len(near) <= NEAREST + 1
    assert len(found.events.near) > NEAREST
    assert near[-1] == f"  and {len(found.events.near) - NEAREST} more, farther off"


def test_nothing_steers_the_terminal() -> None:
    hostile = explained("Peru expelled \x1b[31mtwo envoys\x1b[0m of Chile.", load_kit())
    assert not any("\x1b" in line for line in lines(hostile))


def test_json_has_trees_codings_and_all_that_came_near(found: Explained) -> None:
    told = as_json(found)
    assert [row["event"] for row in told["events"]] == [e.event for e in found.reading.events]
    assert told["events"][0]["quad_class"] == 3
    assert told["trees"][0][0] == {
        "id": 1, "text": "Peru", "lemma": "Peru", "upos": "PROPN", "head": 2, "deprel": "nsubj",
    }  # fmt: skip
    assert told["codings"][0]["actor"] == {"names": ["Peru (PER)"], "way": "agent", "words": "Peru"}
    assert len(told["near"]) == len(found.events.near)
    json.dumps(told)


def test_scales_as_fields() -> None:
    assert on_scales("SANCTION", "expel") == {"quad_class": 3, "goldstein": -8.0, "cameo": "166"}
    assert on_scales("SULK", None) == {}


def test_the_command_takes_a_sentence(chancery: Run) -> None:
    done = chancery("why", SENTENCE, "--published", "2019-04-29")
    assert done.returncode == 0, done.stderr
    assert "SANCTION (expel): Peru (PER) → two Chilean envoys (CHL); done, 2019-04-26" in done.stdout
    told = json.loads(chancery("why", SENTENCE, "--format", "json").stdout)
    assert told["events"][0]["date"] is None


def test_the_command_tries_a_rule_file(chancery: Run, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(MINE, "utf-8")
    sentence = "Peru scoffed at Chile's claim."
    assert "accuse-tut" not in chancery("why", sentence).stdout
    assert "by the rule accuse-tut at “scoffed” (my.toml:2)" in chancery("why", sentence, "--rules", str(path)).stdout


def test_options_of_sentences_are_not_for_entries(chancery: Run) -> None:
    done = chancery("why", "3f9ac02b", "--published", "2019")
    assert (done.returncode, done.stdout) == (2, "")
    assert "are for a sentence, not for an entry" in done.stderr


def test_the_docs_show_what_is_printed(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "events.md").read_text("utf-8")
    rule = tmp_path / "my.toml"
    rule.write_text(textwrap.dedent(page.split("```toml\n")[1].split("```")[0]), "utf-8")
    shown = [textwrap.dedent(block.split("```")[0]).strip() for block in page.split("    ```text\n")[1:]]
    sentence = "Peru doubled the toll on Chilean lorries."
    assert "\n".join(lines(explained(sentence, load_kit()))).startswith(shown[0])
    assert shown[1] in "\n".join(lines(explained(sentence, load_kit(Own(rules=rule)))))


def test_modes_by_content_say_so() -> None:
    told = list(lines(explained("Peru urged Chile to release the prisoners.", load_kit())))
    assert "    mode: read off what is asked, refused or threatened" in told


def test_the_record_shows_the_scales_of_events(chancery: Run, tmp_path: Path) -> None:
    report, record = tmp_path / "report.txt", str(tmp_path / "r.duckdb")
    report.write_text(f"LIMA - {SENTENCE}\n", "utf-8")
    assert chancery("add", str(report), "--published", "2019-04-29", "--record", record).returncode == 0
    (row,) = json.loads(chancery("events", "--format", "json", "--record", record).stdout)
    assert (row["quad_class"], row["goldstein"], row["cameo"]) == (3, -8.0, "166")
    why, shown = (chancery(command, row["id"], "--record", record).stdout for command in ("why", "show"))
    assert "material conflict, Goldstein -8.0, CAMEO 166" in shown
    assert "material conflict, Goldstein -8.0, CAMEO 166" in why
    assert "     found by rule: sanction-expel\n     which asks for: patient=DIPLOMAT_N" in why


def test_conditions_of_a_rule() -> None:
    assert "!future" in conditions_of("sanction-expel")
    assert conditions_of("nobody-wrote-this") == []
