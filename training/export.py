"""Exports trained weights for the reader: an ONNX graph with int8 weights, its labels and its word pieces.

    python -m training.export --weights build/model.pt --encoder MINILM_FOLDER --data $CHANCERY_SHARED/data \\
        --out src/chancery/grammar/english --version 1

Matrices are rounded to int8 with one scale a row of outputs (per channel: one scale a matrix loses 0.7 LAS); the
graph turns them back into floats, which onnxruntime does once, at loading. Accumulation stays in float32, so a
reading does not hang on the processor's integer instructions.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.corpora import Words
from training.network import Encoder, Parser
from training.train import training_sentences

INPUTS = ("pieces", "cases", "mask", "first", "last")
OUTPUTS = ("upos", "feats", "lemmas", "names", "arcs", "rels")
SMALLEST = 4096
"""Arrays with fewer numbers stay float32."""


class Reading(nn.Module):
    """The parser with what the reader needs of its scores: best labels, and log-probabilities of the heads."""

    def __init__(self, parser: Parser, root_label: int) -> None:
        super().__init__()
        self.parser, self.root_label = parser, root_label

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        out = self.parser(pieces, cases, mask, first, last)
        real = torch.cat([torch.ones_like(first[:, :1]), (first > 0).long()], 1)
        arcs = out["arcs"] + (1.0 - real[:, None, :].to(out["arcs"].dtype)) * -1e4
        rels = out["rels"].clone()
        rels[:, :, 1:, self.root_label] = -1e4  # "root" belongs to the head that is none, and to it alone
        best = rels.argmax(-1)
        best = torch.cat([torch.full_like(best[:, :, :1], self.root_label), best[:, :, 1:]], 2)
        tags = tuple(out[name].argmax(-1) for name in ("upos", "feats", "lemmas"))
        return (*tags, torch.log_softmax(out["names"], -1), torch.log_softmax(arcs, -1), best)


def rounded(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its large float arrays as int8 with scales; embeddings are scaled after the look-up."""
    graph = model.graph
    uses: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            uses.setdefault(name, []).append(node)
    before: list[onnx.NodeProto] = []
    arrays: list[onnx.TensorProto] = []
    for tensor in graph.initializer:
        array = numpy_helper.to_array(tensor)
        if array.dtype != np.float32 or array.ndim != 2 or array.size < SMALLEST:
            arrays.append(tensor)
            continue
        gather = [n for n in uses[tensor.name] if n.op_type == "Gather" and n.input[0] == tensor.name]
        axis = 1 if gather else 0  # a row of an embedding; a column (an output) of a matrix that multiplies
        if not gather and any(n.op_type == "Gemm" for n in uses[tensor.name]):
            axis = 1
        scale = np.maximum(np.abs(array).max(axis=axis, keepdims=True), 1e-8) / 127.0
        whole = np.clip(np.round(array / scale), -127, 127).astype(np.int8)
        name = tensor.name
        arrays += [
            numpy_helper.from_array(whole, f"{name}.int8"),
            numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"),
        ]
        before += [
            helper.make_node("Cast", [f"{name}.int8"], [f"{name}.float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}.float", f"{name}.scale"], [name]),
        ]
    del graph.initializer[:]
    graph.initializer.extend(arrays)
    nodes = [*before, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def lemma_table(sentences: list[Words]) -> dict[str, str]:
    """The lemma of each inflected form met more than once, by "form UPOS": what an edit of the ending can't tell."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for form, upos, lemma in zip(s.forms, s.upos, s.lemmas, strict=False):
            if form.isalpha() and upos in ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET") and lemma != "_":
                counts[f"{form.lower()} {upos}"][lemma] += 1
    found = {key: max(c.items(), key=lambda item: (item[1], item[0]))[0] for key, c in counts.items() if c.total() > 1}
    endings = ("s", "d", "g", "r", "t")
    return {
        key: lemma
        for key, lemma in sorted(found.items())
        if lemma != key.partition(" ")[0] or key.partition(" ")[0].endswith(endings)
    }


def export(weights: Path, encoder: Path, data: Path, out: Path, version: str) -> None:
    saved = torch.load(weights, weights_only=True)
    labels = saved["labels"]
    parser = Parser(Encoder.pretrained(encoder), {k: len(v) for k, v in labels.items()})
    parser.load_state_dict(saved["state"])
    reading = Reading(parser.eval(), labels["deprels"].index("root")).eval()
    out.mkdir(parents=True, exist_ok=True)
    words = torch.tensor([[1, 3, 4], [1, 2, 3]])
    example = (
        torch.tensor([[101, 7, 8, 9, 10, 102], [101, 7, 8, 9, 102, 0]]),
        torch.ones(2, 6, dtype=torch.long),
        torch.tensor([[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0]]),
        words,
        words,
    )
    pieces, many = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    torch.onnx.export(
        reading, example, str(out / "model.onnx"), dynamo=False, opset_version=17,
        input_names=list(INPUTS), output_names=list(OUTPUTS), do_constant_folding=True,
        dynamic_axes={n: pieces if n in INPUTS[:3] else many for n in (*INPUTS, *OUTPUTS)},
    )  # fmt: skip
    onnx.save(rounded(onnx.load(out / "model.onnx")), out / "model.onnx")
    table = lemma_table(training_sentences(data))
    (out / "labels.json").write_text(
        json.dumps({"version": version, **labels, "forms": table}, ensure_ascii=False, indent=0) + "\n",
        "utf-8",
    )
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="the folder with treebanks/ and names/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1", help="the name of these weights, kept with each reading")
    args = parser.parse_args()
    export(args.weights, args.encoder, args.data, args.out, args.version)


if __name__ == "__main__":
    main()
