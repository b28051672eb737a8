"""The documentation keeps up with the program: commands and options are told, links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

import chancery
from chancery.lexicon.cues import FRAMES
from chancery.lexicon.event_rules import FLAGS, GRAMMAR_STEPS
from chancery.observations.shape import KINDS
from chancery.serve.cli import chancery as program
from tests.golden.pages import PAGES as PAGES_RUN
from tests.golden.pages import renewed

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "bench").glob("*.md")])
FOLDERS = ("articles", "grammar", "lexicon", "mentions", "observations", "record", "run", "serve")
COMMANDS = sorted(program.commands)


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_options(name: str) -> None:
    page = text_of(ROOT / "docs/cli.md")
    assert f"chancery {name}" in page
    for parameter in program.commands[name].params:
        if isinstance(parameter, click.Option):
            assert any(f"`{flag}" in page for flag in parameter.opts), f"{name} {parameter.opts} is not documented"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_purpose_and_an_example(name: str) -> None:
    help_text = program.commands[name].help or ""
    assert re.match(r"[A-Z][^\n]*\.\n", help_text), "the first line is the purpose"
    assert f"Example: chancery {name}" in help_text


def shell_lines(page: str) -> list[str]:
    blocks = re.findall(r"```(?:sh|console|shell)\n(.*?)```", page, re.S)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if re.match(r"(\.venv/bin/)?chancery ", line)]


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_commands_in_the_pages_are_real(path: Path) -> None:
    for line in shell_lines(text_of(path)):
        words = shlex.split(line.split(" | ")[0].split(" > ")[0], comments=True)[1:]
        if words[0].startswith("-"):
            continue
        command = program.commands.get(words[0])
        assert command is not None, f"{path.name}: {line}"
        known = {flag for p in command.params for flag in p.opts} | {"--help"}
        assert {w for w in words if w.startswith("--")} <= known, f"{path.name}: {line}"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text_of(path)):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_index_tells_of_every_folder(folder: str) -> None:
    assert f"`{folder}`" in text_of(ROOT / "docs/index.md")


def test_the_index_leads_to_every_page() -> None:
    index = text_of(ROOT / "docs/index.md")
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert {name for name in pages if f"]({name})" not in index} == set()


@pytest.mark.parametrize("name", PAGES_RUN)
def test_examples_print_what_the_page_shows(name: str) -> None:
    page = text_of(ROOT / name)
    assert "```console" in page
    assert renewed(page) == page, "if the change is wanted: make golden, and look at the difference"


def test_make_targets_in_the_readme_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.M))
    assert set(re.findall(r"`?make ([a-z-]+)", text_of(ROOT / "README.md"))) <= targets


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {chancery.__version__}" in text_of(ROOT / "CHANGELOG.md")


@pytest.mark.parametrize("word", sorted(GRAMMAR_STEPS | FLAGS))
def test_every_step_and_flag_of_event_rules_is_told(word: str) -> None:
    assert f"`{word}`" in text_of(ROOT / "docs/events.md")


@pytest.mark.parametrize("frame", sorted(FRAMES))
def test_every_frame_of_cues_is_told(frame: str) -> None:
    assert f"| `{frame}` |" in text_of(ROOT / "docs/statements.md")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_reading_is_told(kind: str) -> None:
    page = text_of(ROOT / "docs/observations.md")
    assert {field for field in KINDS[kind] if f"`{field}`" not in page} == set()
