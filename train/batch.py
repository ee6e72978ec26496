"""Label inventories, windows of Docs, and padded batches of tensors."""
import random

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


def collate(wins):
    """Tensors of a batch. Pointers and heads become window positions: 0 root or none, 1 + word otherwise, -100 unknown."""
    nb, np_, nw = len(wins), max(map(n_pieces, wins)), max(b - a for _, a, b in wins)
    full = lambda *shape, v=0: torch.full(shape, v, dtype=torch.long)
    out = {"ids": full(nb, np_), "shapes": full(nb, np_, v=SPECIAL_SHAPE), "piece_word": full(nb, np_, v=nw + 2),
           "word_pieces": full(nb, nw + 2, v=1), "sent": full(nb, nw, v=-1)}
    plen, wlen, tags, prs = full(nb), full(nb), {}, []
    for r, (d, a, b) in enumerate(wins):
        ids, shp, pw = [CLS], [SPECIAL_SHAPE], [0]
        for k, (p, s) in enumerate(zip(d["ids"][a:b], d["shapes"][a:b])):
            ids += p
            shp += [s] * len(p)
            pw += [k + 1] * len(p)
        n = len(ids) + 1
        out["ids"][r, :n] = torch.tensor(ids + [SEP])
        out["shapes"][r, :n] = torch.tensor(shp + [SPECIAL_SHAPE])
        out["piece_word"][r, :n] = torch.tensor(pw + [b - a + 1])
        out["word_pieces"][r, 1: b - a + 1] = torch.tensor([len(p) for p in d["ids"][a:b]])
        out["sent"][r, : b - a] = torch.tensor(d["sent"][a:b])
        plen[r], wlen[r] = n, b - a
        for name, v in d["tags"].items():
            t = tags.setdefault(name, full(nb, nw, v=-100))
            v = v[a:b]
            if name in ("head", "cc", "cs"):
                v = [-100 if x is None else x - a + 1 if a <= x < b else 0 for x in v]
                if name == "head":   # a head cut off by a chunk limit is not root
                    v = [-100 if x == 0 and d["tags"]["head"][a + i] >= 0 else x for i, x in enumerate(v)]
            t[r, : b - a] = torch.tensor(v)
        prs += [(r, d, a, b, p) for p in d["pairs"]]
    out["piece_mask"] = torch.arange(np_)[None] < plen[:, None]
    out["word_mask"] = torch.arange(nw + 2)[None] < wlen[:, None] + 2
    out["word_real"] = torch.arange(nw)[None] < wlen[:, None]
    s = out["sent"]
    out["same"] = (s[:, :, None] == s[:, None, :]) & ~torch.eye(nw, dtype=torch.bool) & (s[:, None, :] >= 0)
    out["tags"] = tags
    if prs:
        out["pairs"] = collate_pairs(prs, nw)
    return out


def place_classes(src, tgt, n):
    """FORMAT.md section 10."""
    s0, s1, t0, t1 = min(src), max(src), min(tgt), max(tgt)
    out = []
    for j in range(n):
        if s0 <= j <= s1:
            out.append(0)
        elif t0 <= j <= t1:
            out.append(1)
        elif j < min(s0, t0):
            out.append(2)
        elif j > max(s1, t1):
            out.append(3)
        else:
            out.append(4 if s0 < t0 else 5)
    return out


def collate_pairs(prs, nw):
    n = len(prs)
    p = {"row": torch.zeros(n, dtype=torch.long), "src": torch.zeros(n, nw), "tgt": torch.zeros(n, nw), "sent": torch.zeros(n, nw),
         "place": torch.zeros(n, nw, dtype=torch.long), "type": torch.zeros(n, dtype=torch.long), "penta": torch.zeros(n, dtype=torch.long)}
    for k, (r, d, a, b, (src, tgt, type, penta)) in enumerate(prs):
        src, tgt = [i - a for i in src if a <= i < b] or [0], [i - a for i in tgt if a <= i < b] or [0]
        p["row"][k], p["type"][k], p["penta"][k] = r, type, penta
        p["src"][k, src] = p["tgt"][k, tgt] = 1
        p["sent"][k, : b - a] = 1
        p["place"][k, : b - a] = torch.tensor(place_classes(src, tgt, b - a))
    return p
