"""Options that several commands share, and the kinds of value that they take."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from chancery.record.windows import window
from chancery.settings import DEFAULT_RECORD, RECORD_VARIABLE, Own

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def iso_date(text: str) -> str:
    """A day, a month or a year: 2019-04-26, 2019-04 or 2019.

    Raises:
        BadParameter: where the text is no such date.
    """
    text = text.strip()
    if window(text) is None:
        raise click.BadParameter(f"{text!r} is no date: write 2019-04-26, 2019-04 or 2019")
    return text


def country_code(text: str) -> str:
    """An ISO 3166-1 alpha-3 code, in capitals.

    Raises:
        BadParameter: where the text is not three letters.
    """
    code = text.strip().upper()
    if not re.fullmatch("[A-Z]{3}", code):
        raise click.BadParameter(f"{text!r} is no country code: write three letters (ISO 3166-1), as PRK")
    return code


def record_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--record FILE`, from the environment where it is not given."""
    return click.option(
        "--record",
        "record",
        type=click.Path(dir_okay=False, path_type=Path),
        envvar=RECORD_VARIABLE,
        default=DEFAULT_RECORD,
        show_default=f"${RECORD_VARIABLE}, then ./{DEFAULT_RECORD}",
        help="The record file.",
    )(command)


def published_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--published DATE` for reports that do not tell their own."""
    return click.option(
        "--published",
        type=iso_date,
        metavar="DATE",
        help="When the reports that carry no date were published: 2019-04-26, 2019-04 or 2019.",
    )(command)


def rules_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--rules FILE` with event rules of the user's own."""
    return click.option(
        "--rules",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Event rules (.toml, or a table) that are added to the shipped ones or take their place.",
    )(command)


def policy_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--policy FILE` with the user's own filing of what is disputed."""
    return click.option(
        "--policy",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Under which code disputed states, places and capitals are filed, where not as shipped.",
    )(command)


def pipeline_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--pipeline NAME` with another parser."""
    return click.option(
        "--pipeline",
        metavar="NAME",
        help="Another parser with Universal Dependencies labels, in place of ours: spacy:MODEL or stanza:FOLDER.",
    )(command)


def own_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--rules`, `--policy` and `--pipeline`, given to the command as one `own`."""

    @wraps(command)
    def together(*args: Any, rules: Path | None, policy: Path | None, pipeline: str | None, **others: Any) -> Any:
        return command(*args, own=Own(rules, policy, pipeline), **others)

    return rules_option(policy_option(pipeline_option(together)))


def paths_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """One path or more; `-` is standard input."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def format_option(*formats: str) -> Decorator:
    """`--format` with the first of the formats where it is not given."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True,
        help="How to print.",
    )  # fmt: skip
