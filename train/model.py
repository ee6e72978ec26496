"""The network: a four-layer encoder that reads once, and linear heads over word vectors (FORMAT.md sections 4 to 10).

With `quant` on, every QLinear, the piece embeddings and the activations go through fake quantisation (straight-through
gradients) that is, value for value, the int8 arithmetic of FORMAT.md section 4.
"""
import math

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from words import minilm_dir

WIDTH, HEADS, TEACHER_WIDTH = 384, 12, 768
ARC, LAB, PTR, PAIR, PAIR_HEADS = 256, 256, 128, 256, 4


class Quantised(torch.autograd.Function):
    """Straight-through gradients: the values of `fake`, the gradient of the identity."""

    @staticmethod
    def forward(ctx, x, fake):
        return fake(x)

    @staticmethod
    def backward(ctx, g):
        return g, None


def u8(x):
    """u8 asymmetric, one scale a row."""
    f = x.float()
    if x.is_cuda:   # the same but for rounding in the last bit, in a third of the kernels
        lo, hi = torch.aminmax(f, dim=-1)
        lo = lo.clamp(max=0).flatten()
        scale = (hi.clamp(min=0).flatten() - lo).clamp_(min=1e-12) / 255
        zp = torch.round(-lo / scale).clamp_(0, 255).int()
        return torch.fake_quantize_per_channel_affine(f.flatten(0, -2), scale, zp, 0, 0, 255).view(x.shape).to(x.dtype)
    lo = f.amin(-1, keepdim=True).clamp_(max=0)
    d = f.amax(-1, keepdim=True).clamp_(min=0).sub_(lo).clamp_(min=1e-12)
    inv = 255 / d
    zp = torch.round(-lo * inv)
    return (f * inv).round_().add_(zp).clamp_(0, 255).sub_(zp).mul_(d / 255).to(x.dtype)


def fq_act(x):
    return Quantised.apply(x, u8)


def q_weight(w, top=63):
    """(integers, scale a row)."""
    s = torch.maximum(w.amax(-1, keepdim=True), -w.amin(-1, keepdim=True)).clamp_(min=1e-12) / top
    return (w / s).round_().clamp_(-top, top), s


def fq_weight(w, top=63):
    def fake(w):
        q, s = q_weight(w, top)
        return q.mul_(s)
    return Quantised.apply(w, fake)


class QLinear(nn.Linear):
    quant = False

    def forward(self, x, quantised=False):
        if not self.quant:
            return super().forward(x)
        return F.linear(x if quantised else fq_act(x), fq_weight(self.weight), self.bias)


class Layer(nn.Module):
    """A transformer layer, normalised behind (BERT, MPNet); both have twelve heads."""

    def __init__(self, width=WIDTH, eps=1e-12):
        super().__init__()
        self.qkv, self.out = QLinear(width, 3 * width), QLinear(width, width)
        self.up, self.down = QLinear(width, 4 * width), QLinear(4 * width, width)
        self.ln1, self.ln2 = nn.LayerNorm(width, eps=eps), nn.LayerNorm(width, eps=eps)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask, bias=None):
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, w // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: the backward pass of PyTorch's fused attention takes a quarter of a training on a CPU; on a GPU it builds a plan for every new shape.
        s = q @ k.transpose(-1, -2) / math.sqrt(w // HEADS)
        s = (s if bias is None else s + bias.to(s.dtype)).masked_fill(~mask, -1e4)
        a = (s.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(b, t, w)
        x = self.ln1(x + self.drop(self.out(a)))
        return self.ln2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    quant = False

    def __init__(self, vocab, layers, pool_after):
        super().__init__()
        self.word = nn.Embedding(vocab, WIDTH)
        self.pos = nn.Parameter(torch.zeros(256, WIDTH))
        self.shape, self.place, self.glue = (nn.Parameter(torch.zeros(n, WIDTH)) for n in (9, 3, 2))
        self.ln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.pool_after, self.drop = pool_after, nn.Dropout(0.1)

    def shapes(self):
        """The 49 rows that the file stores: shape + 8 * place + 24 * glued; 48 for [CLS] and [SEP]."""
        i = torch.arange(48, device=self.shape.device)
        rows = self.shape[i % 8] + self.place[i // 8 % 3] + self.glue[i // 24]
        return torch.cat([rows, self.shape[8:]])

    def forward(self, b):
        e = self.word(b["ids"])
        if self.quant:
            e = fq_weight(e, 127)
        x = e + self.pos[: e.shape[1]] + self.shapes()[b["shapes"]]
        x = self.drop(self.ln(x))
        mask = b["piece_mask"][:, None, None, :]
        for l, layer in enumerate(self.layers):
            x = layer(x, mask)
            if l + 1 == self.pool_after:
                x = self.pool(x, b)
                mask = b["word_mask"][:, None, None, :]
        return x[:, 1:-1]

    @staticmethod
    def pool(x, b):
        """Mean of each word's pieces. `piece_word` maps pieces to slots: 0 [CLS], 1.. words, n+1 [SEP]; padding to the last."""
        n, t = b["word_mask"].shape
        out = x.new_zeros(n, t + 1, x.shape[-1])
        out.scatter_add_(1, b["piece_word"][..., None].expand_as(x), x)
        return out[:, :t] / b["word_pieces"][..., None].to(x.dtype)


class Teacher(nn.Module):
    """MPNet (Song et al. 2020) over the same pieces, with the same shapes, places and glue; words are pooled behind the last layer."""

    def __init__(self, vocab, layers):
        super().__init__()
        self.word, self.pos = nn.Embedding(vocab, TEACHER_WIDTH), nn.Parameter(torch.zeros(256, TEACHER_WIDTH))
        self.shape, self.place, self.glue = (nn.Parameter(torch.zeros(n, TEACHER_WIDTH)) for n in (9, 3, 2))
        self.ln, self.drop = nn.LayerNorm(TEACHER_WIDTH, eps=1e-5), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(TEACHER_WIDTH, 1e-5) for _ in range(layers))
        self.bias = nn.Embedding(32, HEADS)
        self.register_buffer("bucket", buckets(256), persistent=False)

    shapes, quant = Encoder.shapes, False

    def forward(self, b):
        t = b["ids"].shape[1]
        x = self.drop(self.ln(self.word(b["ids"]) + self.pos[:t] + self.shapes()[b["shapes"]]))
        mask, bias = b["piece_mask"][:, None, None, :], self.bias(self.bucket[:t, :t]).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, mask, bias)
        return Encoder.pool(x, b)[:, 1:-1]


def buckets(n):
    """(n, n) buckets of relative positions: 32, both directions, up to 128 (T5, as MPNet has them)."""
    at = torch.arange(n)
    d = at[:, None] - at[None]
    far = 8 + (torch.log(d.abs().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
    return (d < 0) * 16 + torch.where(d.abs() < 8, d.abs(), far.clamp(max=15))


class Pointer(nn.Module):
    """Second level of cc and cs: scores of every word over [none, words]."""

    def __init__(self):
        super().__init__()
        self.u = nn.Parameter(torch.eye(PTR) + 0.02 * torch.randn(PTR, PTR))
        self.hb, self.none = nn.Parameter(torch.zeros(PTR)), nn.Parameter(torch.zeros(PTR))
        self.none_b = nn.Parameter(torch.zeros(1))

    def forward(self, dep, head, word_mask):
        k = 1 / math.sqrt(PTR)
        s = (dep @ self.u @ head.transpose(1, 2) + (head @ self.hb)[:, None, :]) * k
        s = s.float().masked_fill(~word_mask[:, None, :], -1e4)
        none = (dep @ self.none * k + self.none_b).float()
        return torch.cat([none[..., None], s], -1)


class PairHead(nn.Module):
    """FORMAT.md section 10."""

    def __init__(self, types, width=WIDTH):
        super().__init__()
        self.q1, self.q2 = nn.Linear(2 * width, PAIR), nn.Linear(PAIR, PAIR)
        self.place = nn.Parameter(torch.zeros(6, PAIR))
        self.m1 = nn.Linear(4 * width + PAIR, PAIR)
        self.kind, self.penta, self.drop = nn.Linear(PAIR, types), nn.Linear(PAIR, 5), nn.Dropout(0.3)

    def forward(self, h, key, val, p):
        """`p`: row (window of each pair), src, tgt, sent (0/1 masks over words), place (class of each word)."""
        h, key, val = h[p["row"]], key[p["row"]], val[p["row"]]
        mean = lambda m: (m[..., None] * h).sum(1) / m.sum(1, keepdim=True)
        src, tgt, avg = mean(p["src"]), mean(p["tgt"]), mean(p["sent"])
        n, w, _ = h.shape
        q = self.q2(F.gelu(self.q1(torch.cat([src, tgt], -1)))).view(n, 1, PAIR_HEADS, -1)
        k = (key + self.place[p["place"]]).view(n, w, PAIR_HEADS, -1)
        s = ((q * k).sum(-1) / 8).float().masked_fill(p["sent"][..., None] == 0, -1e4)
        a = s.softmax(1).to(val.dtype)
        ctx = (a[..., None] * val.view(n, w, PAIR_HEADS, -1)).sum(1).reshape(n, PAIR)
        z = self.drop(F.gelu(self.m1(self.drop(torch.cat([src, tgt, src * tgt, avg, ctx], -1)))))
        return self.kind(z), self.penta(z), a.mean(-1)


TAGGERS = ["upos", "xpos", "lemma", "ner", "ner_gum", "ner_re3d", "timex", "source", "cue", "content"]
PROJECTIONS = {"arc_dep": ARC, "arc_head": ARC, "lab_dep": LAB, "lab_head": LAB, "cc_dep": PTR, "cc_head": PTR,
               "cs_dep": PTR, "cs_head": PTR, "pair_key": PAIR, "pair_val": PAIR}


class Model(nn.Module):
    """`pool_after`: the layer behind which words are pooled; None: a teacher."""

    def __init__(self, vocab, labels, layers=4, pool_after=1, dropout=0.15):
        super().__init__()
        self.labels, self.config = labels, dict(vocab=vocab, layers=layers, pool_after=pool_after)
        self.enc = Encoder(vocab, layers, pool_after) if pool_after else Teacher(vocab, layers)
        width, sizes = self.enc.ln.bias.numel(), {n: len(labels[n]) for n in TAGGERS} | PROJECTIONS
        self.heads = nn.ModuleDict({n: QLinear(width, k) for n, k in sizes.items()})
        r = len(labels["deprel"])
        self.arc_u = nn.Parameter(0.05 * torch.randn(ARC, ARC))
        self.arc_hb, self.arc_root = nn.Parameter(torch.zeros(ARC)), nn.Parameter(0.05 * torch.randn(ARC))
        self.lab_v, self.lab_wd, self.lab_wh = (nn.Parameter(0.05 * torch.randn(r, LAB)) for _ in range(3))
        self.lab_b = nn.Parameter(torch.zeros(r))
        self.cc, self.cs, self.pair = Pointer(), Pointer(), PairHead(len(labels["plover"]), width)
        self.drop, self.ready = nn.Dropout(dropout), (None, {})

    def set_quant(self, on):
        for m in self.modules():
            if hasattr(m, "quant"):
                m.quant = on

    def words(self, batch):
        """Word vectors, ready for the heads (dropped out, fake-quantised)."""
        h = self.drop(self.enc(batch))
        return fq_act(h) if self.enc.quant else h

    def prepare(self, names, h):
        """Computes several heads over the same word vectors at once, for `head` to find: few kernels for a GPU."""
        of = [self.heads[n] for n in names]
        w, b = torch.cat([x.weight for x in of]), torch.cat([x.bias for x in of])
        y = F.linear(h, fq_weight(w) if self.enc.quant else w, b)
        self.ready = h, dict(zip(names, y.split([len(x.bias) for x in of], -1)))

    def head(self, name, h):
        y = self.ready[1][name] if self.ready[0] is h and name in self.ready[1] else self.heads[name](h, True)
        return F.gelu(y) if name in PROJECTIONS and not name.startswith("pair") else y

    def arcs(self, h, same):
        """(b, w, 1 + w) scores: root, then words. `same`: same sentence, not itself."""
        d, e = self.head("arc_dep", h), self.head("arc_head", h)
        du = d @ self.arc_u
        s = (du @ e.transpose(1, 2) + (e @ self.arc_hb)[:, None, :]).float().masked_fill(~same, -1e4)
        root = (du @ self.arc_root + self.arc_root @ self.arc_hb).float()
        return torch.cat([root[..., None], s], -1)

    def rels(self, h, heads):
        """(b, w, R) label scores for the given heads (word indices; roots and padding may hold 0)."""
        d, e = self.head("lab_dep", h), self.head("lab_head", h)
        e = e.gather(1, heads[..., None].expand(-1, -1, LAB))
        return ((d * e) @ self.lab_v.T + d @ self.lab_wd.T + e @ self.lab_wh.T + self.lab_b).float()

    def pointers(self, name, h, word_mask):
        return getattr(self, name)(self.head(name + "_dep", h), self.head(name + "_head", h), word_mask)


def start_minilm(layers, vocab, full_vocab):
    """The encoder's start: the first layers of all-MiniLM-L6-v2, its embeddings cut to `vocab`."""
    w = load_file(minilm_dir() + "/model.safetensors")
    w = {k.removeprefix("bert."): v for k, v in w.items()}
    row = {p: i for i, p in enumerate(full_vocab)}
    sd = {"word.weight": w["embeddings.word_embeddings.weight"][[row[p] for p in vocab]]}
    sd["pos"] = w["embeddings.position_embeddings.weight"][:256] + w["embeddings.token_type_embeddings.weight"][0]
    sd["ln.weight"], sd["ln.bias"] = w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"]
    for l in range(layers):
        p = f"encoder.layer.{l}."
        for end in ("weight", "bias"):
            sd[f"layers.{l}.qkv.{end}"] = torch.cat([w[f"{p}attention.self.{n}.{end}"] for n in ("query", "key", "value")])
            for ours, theirs in (("out", "attention.output.dense"), ("ln1", "attention.output.LayerNorm"),
                                 ("up", "intermediate.dense"), ("down", "output.dense"), ("ln2", "output.LayerNorm")):
                sd[f"layers.{l}.{ours}.{end}"] = w[f"{p}{theirs}.{end}"]
    return sd


def start_mpnet(folder, vocab):
    """The teacher's start: all-mpnet-base-v2, its embeddings cut to `vocab`."""
    w = load_file(folder + "/model.safetensors")
    w = {k.removeprefix("mpnet."): v for k, v in w.items()}
    with open(folder + "/vocab.txt", encoding="utf-8") as f:
        row = {line.rstrip("\n"): i for i, line in enumerate(f)}
    row |= {"[PAD]": row["<pad>"], "[CLS]": row["<s>"], "[SEP]": row["</s>"]}
    sd = {"word.weight": w["embeddings.word_embeddings.weight"][[row[p] for p in vocab]]}
    sd["pos"] = w["embeddings.position_embeddings.weight"][2:258]
    sd["bias.weight"] = w["encoder.relative_attention_bias.weight"]
    sd["ln.weight"], sd["ln.bias"] = w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"]
    for l in range(12):
        p = f"encoder.layer.{l}."
        for end in ("weight", "bias"):
            sd[f"layers.{l}.qkv.{end}"] = torch.cat([w[f"{p}attention.attn.{n}.{end}"] for n in "qkv"])
            for ours, theirs in (("out", "attention.attn.o"), ("ln1", "attention.LayerNorm"), ("up", "intermediate.dense"),
                                 ("down", "output.dense"), ("ln2", "output.LayerNorm")):
                sd[f"layers.{l}.{ours}.{end}"] = w[f"{p}{theirs}.{end}"]
    return sd


def begin(model, start):
    missing, unexpected = model.enc.load_state_dict(start, strict=False)
    assert not unexpected and set(missing) <= {"shape", "place", "glue"}, (missing, unexpected)
