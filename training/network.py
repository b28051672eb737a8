"""The joint network: MiniLM-L6 with case features, a biaffine parser and word-level heads.

The encoder is the six-layer MiniLM distilled for sentence embeddings (Wang et al. 2020,
https://arxiv.org/abs/2002.10957). The parser head is the deep biaffine one (Dozat and Manning 2017,
https://arxiv.org/abs/1611.01734). The encoder's vocabulary is uncased, so each piece also carries one of a
few case classes, embedded and added to the input.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

CASES = 8
"""Case classes of a piece: see `chancery.grammar.pieces.case_of`."""


class Attention(nn.Module):
    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        split = (batch, length, self.heads, width // self.heads)
        q, k, v = (f(x).view(split).transpose(1, 2) for f in (self.query, self.key, self.value))
        if self.training:
            mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=self.dropout)
        else:
            scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + mask
            mixed = torch.softmax(scores, -1) @ v
        return self.out(mixed.transpose(1, 2).reshape(batch, length, width))


class Block(nn.Module):
    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(width, heads, dropout)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.attention_norm(x + self.drop(self.attention(x, mask)))
        return self.norm(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, config: dict, dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.cases = nn.Embedding(CASES, width)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(
            Block(width, config["intermediate_size"], config["num_attention_heads"], dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> list[Tensor]:
        """Hidden states of every layer, batch x pieces x width; `mask` is 1 for a piece and 0 for padding."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.words(pieces) + self.positions(at) + self.cases(cases)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        layers = []
        for block in self.blocks:
            x = block(x, bias)
            layers.append(x)
        return layers

    @classmethod
    def pretrained(cls, folder: Path, dropout: float = 0.1) -> Encoder:
        """The MiniLM weights of a folder with `config.json` and `model.safetensors`."""
        config = json.loads((folder / "config.json").read_text("utf-8"))
        state = load_file(folder / "model.safetensors")
        model = cls(config, dropout)
        new = {
            "words.weight": state["embeddings.word_embeddings.weight"],
            # the token-type vector is the same for every piece: folded into the positions
            "positions.weight": state["embeddings.position_embeddings.weight"]
            + state["embeddings.token_type_embeddings.weight"][0],
            "cases.weight": model.cases.weight.detach(),
            "norm.weight": state["embeddings.LayerNorm.weight"],
            "norm.bias": state["embeddings.LayerNorm.bias"],
        }
        names = {
            "attention.query": "attention.self.query",
            "attention.key": "attention.self.key",
            "attention.value": "attention.self.value",
            "attention.out": "attention.output.dense",
            "attention_norm": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm": "output.LayerNorm",
        }
        for i in range(len(model.blocks)):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    new[f"blocks.{i}.{ours}.{part}"] = state[f"encoder.layer.{i}.{theirs}.{part}"]
        model.load_state_dict(new)
        return model


class Mix(nn.Module):
    """A learned weighted sum of the last layers (Peters et al. 2018)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1.0, 1.0, layers))

    def forward(self, layers: list[Tensor]) -> Tensor:
        share = torch.softmax(self.weights, 0)
        return sum(share[i] * layer for i, layer in enumerate(layers[-len(share) :]))


class Parser(nn.Module):
    """Encoder and heads. `sizes` gives the number of labels of upos, feats, lemmas, names and deprels."""

    def __init__(
        self, encoder: Encoder, sizes: dict[str, int], arc: int = 256, rel: int = 128, dropout: float = 0.2
    ) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.words.weight.shape[1]
        self.sizes = dict(sizes)
        self.tree_mix, self.tag_mix = Mix(3), Mix(4)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.ModuleDict({name: nn.Linear(width, sizes[name]) for name in ("upos", "feats", "lemmas")})
        self.name_in = nn.Linear(width, 256)
        self.name_out = nn.Linear(256, sizes["names"])
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_dep, self.rel_head = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arc_weight = nn.Parameter(torch.empty(arc + 1, arc))
        nn.init.xavier_uniform_(self.arc_weight)
        self.rel_weight = nn.Parameter(torch.empty(rel + 1, sizes["deprels"] * (rel + 1)))
        nn.init.xavier_uniform_(self.rel_weight, gain=0.5)

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """Scores for each word; `first` and `last` are the positions of its first and last piece.

        Returns upos, feats, lemmas, names (batch x words x labels), arcs (batch x words x words + 1, column 0
        the root) and rels (batch x words x words + 1 x deprels).
        """
        layers = self.encoder(pieces, cases, mask)
        tree, tag = (self._words(mix(layers), first, last) for mix in (self.tree_mix, self.tag_mix))
        out = {name: head(self.drop(tag)) for name, head in self.tags.items()}
        out["names"] = self.name_out(self.drop(nn.functional.gelu(self.name_in(self.drop(tag)))))
        heads_in = torch.cat([self.root.expand(tree.shape[0], 1, -1), tree], 1)
        act = nn.functional.gelu
        dep, head = self.drop(act(self.arc_dep(tree))), self.drop(act(self.arc_head(heads_in)))
        out["arcs"] = (_one(dep) @ self.arc_weight) @ head.transpose(1, 2)
        dep, head = _one(self.drop(act(self.rel_dep(tree)))), _one(self.drop(act(self.rel_head(heads_in))))
        labels = self.sizes["deprels"]
        half = (dep @ self.rel_weight).reshape(dep.shape[0], -1, head.shape[2])  # batch x words*labels x rel+1
        scores = half @ head.transpose(1, 2)
        out["rels"] = scores.reshape(dep.shape[0], dep.shape[1], labels, head.shape[1]).transpose(2, 3)
        return out

    @staticmethod
    def _words(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
        pick = (-1, -1, x.shape[2])
        return 0.5 * (x.gather(1, first.unsqueeze(-1).expand(pick)) + x.gather(1, last.unsqueeze(-1).expand(pick)))


def _one(x: Tensor) -> Tensor:
    """A column of ones at the end, so that a bilinear form has linear terms."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
