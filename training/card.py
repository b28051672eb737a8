"""The model card's figures and facts: written between its marks, so that they are never older than the model."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def write_card(card: Path, name: str, lines: Sequence[str]) -> None:
    """Puts size, hash and figures of the model beside the card between its marks.

    Args:
        card: a Markdown file in the model's folder. name: name and version. lines: Markdown.

    Raises:
        ValueError: where the card has not both marks.
    """
    text = card.read_text("utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{card}: no marks for the figures ({BEGIN} and {END})")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    facts = ["", f"{name}; the files beside this card:", "", "| file | bytes | SHA-256 |", "| --- | ---: | --- |"]
    for path in sorted(card.parent.iterdir()):
        if path != card and path.is_file():
            raw = path.read_bytes()
            facts.append(f"| {path.name} | {len(raw):,} | {hashlib.sha256(raw).hexdigest()} |")
    card.write_text("\n".join([before.rstrip(), "", BEGIN, *facts, *lines, END]) + after, "utf-8")
