"""Label inventories, windows of Docs, and padded batches of tensors."""
import random

import numpy as np
import torch

import lemmas
from words import CLS, SEP, SPECIAL_SHAPE, windows

NAMES = ["PER", "ORG", "LOC"]
TIMEX = ["DATE", "TIME", "DURATION", "SET"]


def bio_labels(types):
    return ["O"] + [p + "-" + t for t in types for p in "BI"]


def label_lists(trees, pairs):
    """Every label list of the model, from the training treebanks and the pair items."""
    collect = lambda n: sorted({x for d in trees for x in d.labels[n]})
    return {"upos": collect("upos"), "xpos": collect("xpos"), "deprel": collect("deprel"), "lemma": lemmas.scripts(trees),
            "ner": bio_labels(NAMES), "ner_gum": bio_labels(NAMES + ["MISC"]), "ner_re3d": bio_labels(NAMES + ["MISC"]),
            "timex": bio_labels(TIMEX), "source": ["O", "B", "I"], "cue": ["O", "B", "I"], "content": ["O", "B", "I"],
            "plover": sorted({p[2] for d in pairs for p in d.pairs if p[2]}), "penta": list("01234")}


class Coder:
    """Turns Docs into integer-coded documents, once."""

    def __init__(self, pieces, labels):
        self.pieces, self.labels = pieces, labels
        self.index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}

    def __call__(self, doc):
        n = len(doc.forms)
        ids = [self.pieces(f) for f in doc.forms]
        sent = [0] * n
        for k, (a, b) in enumerate(doc.sentences()):
            sent[a:b] = [k] * (b - a)
        tags = {}
        for name, values in doc.labels.items():
            if name in ("head", "cc", "cs"):
                tags[name] = values
            elif name == "lemma":
                tags[name] = [self.index[name].get(lemmas.script(f, l), -100) for f, l in zip(doc.forms, values)]
            else:
                tags[name] = [self.index[name].get(v, -100) for v in values]
        pairs = [(s, t, self.index["plover"].get(y, -100), p) for s, t, y, p in doc.pairs]
        return {"id": doc.id, "ids": ids, "shapes": doc.shapes, "sent": sent, "tags": tags, "pairs": pairs,
                "sizes": [[len(ids[i]) for i in range(a, b)] for a, b in doc.sentences()]}


def cut(docs, rng=None):
    """(doc, first word, end word) of every window; with `rng` at random limits and offsets, as in training."""
    out = []
    for d in docs:
        if rng is None:
            out += [(d, a, b) for a, b in windows(d["sizes"])]
            continue
        limit = 160 if rng.random() < 0.6 else rng.randint(16, 160)
        k = rng.randrange(min(len(d["sizes"]), 6)) if len(d["sizes"]) > 1 else 0   # the first sentences apart: random offset
        first = sum(map(len, d["sizes"][:k]))
        out += [(d, a, b) for a, b in windows(d["sizes"][:k], limit)] if k else []
        out += [(d, first + a, first + b) for a, b in windows(d["sizes"][k:], limit)]
    return out


def n_pieces(w):
    d, a, b = w
    return 2 + sum(map(len, d["ids"][a:b]))


def batches(wins, budget, rng=None):
    """Windows of like length together, at most `budget` padded pieces a batch."""
    key = {id(w): n_pieces(w) for w in wins}
    jitter = (lambda w: key[id(w)] + rng.random() * 8) if rng else (lambda w: key[id(w)])
    out, cur = [], []
    for w in sorted(wins, key=jitter):
        if cur and (len(cur) + 1) * max(key[id(w)], max(key[id(x)] for x in cur)) > budget:
            out.append(cur)
            cur = []
        cur.append(w)
    if cur:
        out.append(cur)
    if rng:
        rng.shuffle(out)
    return out


def arrays(d):
    """The document's numbers as arrays, made once: pieces of all words, where each word's begin, shapes, sentences, tags."""
    if "arrays" not in d:
        first = np.zeros(len(d["ids"]) + 1, np.int64)
        np.cumsum([len(p) for p in d["ids"]], out=first[1:])
        tags = {n: np.array([-100 if x is None else x for x in v], np.int64) for n, v in d["tags"].items()}
        # A pointer to nothing is -1, a word without one -100.
        d["arrays"] = np.array([i for p in d["ids"] for i in p], np.int64), first, np.array(d["shapes"]), np.array(d["sent"]), tags
    return d["arrays"]


def collate(wins):
    """Tensors of a batch. Pointers and heads become window positions: 0 root or none, 1 + word otherwise, -100 unknown."""
    nb, np_, nw = len(wins), max(map(n_pieces, wins)), max(b - a for _, a, b in wins)
    full = lambda *shape, v=0: np.full(shape, v, np.int64)
    out = {"ids": full(nb, np_), "shapes": full(nb, np_, v=SPECIAL_SHAPE), "piece_word": full(nb, np_, v=nw + 2),
           "word_pieces": full(nb, nw + 2, v=1), "sent": full(nb, nw, v=-1)}
    plen, wlen, tags, prs = full(nb), full(nb), {}, []
    for r, (d, a, b) in enumerate(wins):
        ids, first, shapes, sent, marks = arrays(d)
        n, k = first[b] - first[a] + 2, np.diff(first[a:b + 1])
        out["ids"][r, 0], out["ids"][r, 1:n - 1], out["ids"][r, n - 1] = CLS, ids[first[a]:first[b]], SEP
        out["shapes"][r, 1:n - 1] = np.repeat(shapes[a:b], k)
        out["piece_word"][r, :n] = np.repeat(np.arange(b - a + 2), np.concatenate([[1], k, [1]]))
        out["word_pieces"][r, 1:b - a + 1] = k
        out["sent"][r, :b - a] = sent[a:b]
        plen[r], wlen[r] = n, b - a
        for name, v in marks.items():
            t = tags.setdefault(name, full(nb, nw, v=-100))
            v = v[a:b]
            if name in ("head", "cc", "cs"):
                inside = (v >= a) & (v < b)
                # A head cut off by a chunk limit is not root.
                outside = np.where(v == -100, -100, np.where(v >= 0, -100, 0) if name == "head" else 0)
                v = np.where(inside, v - a + 1, outside)
            t[r, :b - a] = v
        prs += [(r, a, b, p) for p in d["pairs"]]
    out["piece_mask"] = np.arange(np_)[None] < plen[:, None]
    out["word_mask"] = np.arange(nw + 2)[None] < wlen[:, None] + 2
    out["word_real"] = np.arange(nw)[None] < wlen[:, None]
    out["tags"] = {n: v for n, v in tags.items() if (v >= 0).any()}
    if prs:
        out["pairs"] = collate_pairs(prs, nw)
    return tensors(out) | {"pieces": int(plen.sum())}


def tensors(b, device="cpu"):
    """A batch of arrays, or of tensors, as tensors of a device."""
    one = lambda v: (torch.from_numpy(v) if isinstance(v, np.ndarray) else v).to(device, non_blocking=True)
    return {k: v if isinstance(v, (int, bool)) else tensors(v, device) if isinstance(v, dict) else one(v) for k, v in b.items()}


def same_sentence(sent):
    """(b, w, w): which words may be whose heads, those of the same sentence but for itself."""
    own = torch.eye(sent.shape[1], dtype=torch.bool, device=sent.device)
    return (sent[:, :, None] == sent[:, None, :]) & ~own & (sent[:, None, :] >= 0)


def place_classes(src, tgt, n):
    """FORMAT.md section 10."""
    s0, s1, t0, t1, j = min(src), max(src), min(tgt), max(tgt), np.arange(n)
    return np.select([(s0 <= j) & (j <= s1), (t0 <= j) & (j <= t1), j < min(s0, t0), j > max(s1, t1)], [0, 1, 2, 3], 4 if s0 < t0 else 5)


def collate_pairs(prs, nw):
    n = len(prs)
    p = {k: np.zeros((n, nw), np.float32) for k in ("src", "tgt", "sent")}
    p |= {"place": np.zeros((n, nw), np.int64)} | {k: np.zeros(n, np.int64) for k in ("row", "type", "penta")}
    for k, (r, a, b, (src, tgt, type, penta)) in enumerate(prs):
        src, tgt = [i - a for i in src if a <= i < b] or [0], [i - a for i in tgt if a <= i < b] or [0]
        p["row"][k], p["type"][k], p["penta"][k] = r, type, penta
        p["src"][k, src] = p["tgt"][k, tgt] = 1
        p["sent"][k, : b - a] = 1
        p["place"][k, : b - a] = place_classes(src, tgt, b - a)
    return p | {"typed": bool((p["type"] >= 0).any())}
