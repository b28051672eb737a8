"""One entry of the record in full: its fields, and each witness with its sentence and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chancery.lexicon.scales import scale
from chancery.observations.shape import PARTIES
from chancery.serve import explaining
from chancery.serve.console import console, safe
from chancery.serve.formats import print_json
from chancery.serve.options import format_option, own_options, published_option, record_option
from chancery.serve.tables import headline, one_of, party_list, plain
from chancery.settings import SHIPPED, Own

if TYPE_CHECKING:
    from chancery.provenance import Resolution
    from chancery.record.types import Attestation, Entry, Link

Words = tuple[tuple[str, "Resolution"], ...]
"""Words that stand for a party, and how that was told."""

INNER = ("evidence", "content", "span", "rule")
"""Fields that belong to a witness and are shown there."""
HEADED = ("id", "status", "report", "first_told", "last_told")
"""Fields that the first line or the witnesses tell already."""


@click.command()
@click.argument("entry")
@format_option("table", "json")
@record_option
def show(entry: str, form: str, record: Path) -> int:
    """Show one entry with every witness.

    A witness is a report and its sentence, with what was decided in merging. ENTRY is an id as the listings
    print it, or as much of its beginning as is unique.

    Example: chancery show 3f9ac02b
    """
    found = _load(entry, record)
    if form == "json":
        print_json(found.as_json())
    else:
        _print(_lines(found))
    return 0


@click.command()
@click.argument("what", metavar="ENTRY|SENTENCE", nargs=-1, required=True)
@published_option
@own_options
@format_option("table", "json")
@record_option
def why(what: tuple[str, ...], published: str | None, own: Own, form: str, record: Path) -> int:
    """Tell why an entry is there, or how a sentence is read.

    Of an entry: the rule that found it in each report, which words its parties were read from and by which rules,
    with who else might have been meant, and why the reports were put together.

    Of a sentence: its tree, what is found in it by which rules and conditions, and the rules that came near. The
    record is not asked; --published, --rules, --policy and --pipeline are for sentences.

    Example: chancery why "Peru expelled two Chilean envoys on Friday." --published 2019-04-29
    """
    text = " ".join(what).strip()
    if len(text.split()) > 1:
        return _why_sentence(text, published, own, form)
    if published or own != SHIPPED:
        raise click.UsageError("--published, --rules, --policy and --pipeline are for a sentence, not for an entry")
    return _why_entry(text, form, record)


def _why_sentence(text: str, published: str | None, own: Own, form: str) -> int:
    from chancery.run.explaining import explained
    from chancery.run.kit import load_kit

    found = explained(text, load_kit(own), published)
    if form == "json":
        print_json(explaining.as_json(found))
    else:
        _print(explaining.lines(found))
    return 0


def _why_entry(entry: str, form: str, record: Path) -> int:
    found, words = _load_with_reasons(entry, record)
    if form == "json":
        witnesses = [_reasons(a) | {"read_from": _read_from(words[a.observation])} for a in found.attestations]
        print_json({"id": found.id, "kind": found.kind, "witnesses": witnesses})
    else:
        _print(_reason_lines(found, words))
    return 0


def _load(entry: str, path: Path) -> Entry:
    from chancery.record import query
    from chancery.record.store import Record

    with Record.open(path) as record:
        return query.show(record, entry)


def _load_with_reasons(entry: str, path: Path) -> tuple[Entry, dict[str, Words]]:
    from chancery.record import query
    from chancery.record.reasons import reasons
    from chancery.record.store import Record

    with Record.open(path) as record:
        found = query.show(record, entry)
        return found, reasons(record, found)


def _print(lines: Iterable[str]) -> None:
    screen = console()
    for line in lines:
        screen.print(line, soft_wrap=True)


def _lines(entry: Entry) -> Iterator[str]:
    yield _title(entry)
    for name, value in entry.fields.items():
        if value not in (None, [], ()) and name not in (*INNER, *HEADED):
            yield f"  {name:14} {_value(name, value)}"
    yield from _scale_line(entry)
    for number, witness in enumerate(entry.attestations, start=1):
        yield ""
        yield from _witness(number, witness)
        yield from _differences(entry.fields, witness.values)
        yield f"     {_judgement(witness.link)}"
    yield from _unsure(entry)


def _scale_line(entry: Entry) -> Iterator[str]:
    """Where an event stands between conflict and cooperation."""
    told = scale(str(entry.fields.get("event")), entry.fields.get("mode")) if entry.kind == "events" else None
    if told is not None:
        yield f"  {'scales':14} {explaining.scale_words(told)}"


def _reason_lines(entry: Entry, words: Mapping[str, Words]) -> Iterator[str]:
    yield _title(entry)
    yield from _scale_line(entry)
    for number, witness in enumerate(entry.attestations, start=1):
        yield ""
        yield from _witness(number, witness)
        yield f"     found by rule: {safe(str(witness.values.get('rule') or 'not told'))}"
        yield from (f"     which asks for: {safe(condition)}" for condition in _conditions(witness.values))
        yield from (f"     {_word_line(text, meant)}" for text, meant in words[witness.observation])
        yield from _table_line(witness.values)
        basis = witness.values.get("date_basis")
        if basis:
            yield f"     its date is: {safe(str(basis))}"
        yield f"     {_judgement(witness.link)}"
    yield from _unsure(entry)
    if entry.kind == "events":
        yield "\n  What stood for each condition and what came near: chancery why SENTENCE"


def _conditions(values: Mapping[str, Any]) -> list[str]:
    """What the rule of an event asks for, as far as it is one of ours."""
    return explaining.conditions_of(str(values.get("rule"))) if "event" in values else []


def _table_line(values: Mapping[str, Any]) -> Iterator[str]:
    """Of an office, whether the table of office-holders has it for that person on the day of the report."""
    if values.get("agrees"):
        until = f"known to hold until {values['verified_until']}"
        term = f"{values.get('term_start') or '?'} to {values.get('term_end') or '?'}"
        yield f"     the table of office-holders has it too: {term}, {until}"
    elif values.get("agrees") is False:
        yield f"     the table of office-holders differs: it has {safe(str(values.get('instead')))} in that office then"


def _word_line(text: str, meant: Resolution) -> str:
    """“the two leaders” → Ana Ruiz, Luis Paz: collective; not Eva Soler (told of less)."""
    names = ", ".join(dict.fromkeys(name for name, _ in meant.parties))
    others = ", ".join(f"{name} ({why})" for name, why in meant.others)
    return safe(f"“{' '.join(text.split())}” → {names}: {meant.rule}{f'; not {others}' if others else ''}")


def _read_from(words: Words) -> list[dict[str, Any]]:
    return [
        {
            "words": text,
            "span": list(meant.span),
            "parties": [{"name": name, "country": country} for name, country in meant.parties],
            "rule": meant.rule,
            "back": None if meant.back is None else list(meant.back),
            "others": [{"name": name, "why": why} for name, why in meant.others],
        }
        for text, meant in words
    ]


def _title(entry: Entry) -> str:
    reports = f"{entry.reports} report{'s' if entry.reports != 1 else ''}, {entry.independent} independent"
    return " · ".join(part for part in (one_of(entry.kind), entry.id, entry.status, reports) if part)


def _witness(number: int, witness: Attestation) -> Iterator[str]:
    report = witness.report
    about = headline({"outlet": report.outlet, "agency": report.agency, "published": report.published})
    start, end = witness.span
    yield f"  {number}. {about or 'undated report'}"
    if report.headline:
        yield f"     {safe(report.headline)}"
    yield f"     {safe(report.source)}, characters {start} to {end}"
    yield f"     “{safe(witness.evidence)}”"


def _differences(fields: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[str]:
    """Where this report's version is not the entry's."""
    for name, value in values.items():
        if name in fields and name not in INNER and value not in (None, [], ()) and value != fields[name]:
            yield f"     here {name}: {_value(name, value)}"


def _unsure(entry: Entry) -> Iterator[str]:
    """What may or may not be the same: it was left apart."""
    for link in entry.links:
        other = link.entry if link.entry != entry.id else link.observation
        yield f"\n  Perhaps the same as {other}: {_judgement(link)}"


def _judgement(link: Link) -> str:
    return f"judged {link.judgement} ({link.score:.2f}, by {safe(link.by)}): {safe(link.reason)}"


def _reasons(witness: Attestation) -> dict[str, Any]:
    link = witness.link
    return {
        "report": witness.report.source,
        "evidence": witness.evidence,
        "span": list(witness.span),
        "rule": witness.values.get("rule"),
        "conditions": _conditions(witness.values),
        "date_basis": witness.values.get("date_basis"),
        "judgement": link.judgement,
        "score": link.score,
        "reason": link.reason,
        "by": link.by,
    }


def _value(name: str, value: Any) -> str:
    if name in PARTIES:
        return party_list(value, PARTIES[name][1][1])
    return safe(plain(value))
