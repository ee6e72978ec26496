"""UNER names: augmentation by swapping names, and the 5-fold cross-validation of the `ner` head.

`python ner.py CHECKPOINT` fine-tunes a checkpoint that never saw UNER on four fifths of the documents, five times, and prints
the exact span-and-type F1 of the head over all sentences of EWT dev, each read alone, as the shared file has them.
"""
import argparse
import random
import time

import torch

import corpora
from batch import batches, collate, cut
from corpora import Doc
from decode import names, spans
from evaluate import counted, load, prf, run
from train import groups, half, losses


def mentions(docs, name):
    """{type: [word lists]} of the names in documents, by the labels called `name`."""
    out = {}
    for d in docs:
        for a, b, t in spans(d.labels[name]):
            out.setdefault(t, []).append(d.forms[a:b])
    return out


def pool(docs):
    """Names to swap in: those of the given documents, GUM train's, and the project's lists."""
    out = mentions(docs, "ner")
    for more in (mentions(corpora.treebank("gum_train"), "ner_gum"), corpora.listed_names()):
        for t, v in more.items():
            if t in out:
                out[t] = out[t] + v
    return out


def swapped(doc, names, rng, rate=0.6):
    """The document with some names replaced by others of their type."""
    forms, tags, places, glued, starts = [], [], [], [], []
    found = {a: (b, t) for a, b, t in spans(doc.labels["ner"])}
    old_starts, i = set(doc.starts), 0
    place = lambda k: doc.shapes[k] // 8 % 3
    while i < len(doc.forms):
        if i in old_starts:
            starts.append(len(forms))
        b, t = found.get(i, (i + 1, None))
        new = doc.forms[i:b]
        if t and rng.random() < rate:
            new = rng.choice(names[t])
            if doc.forms[i].isupper() and len(doc.forms[i]) > 3:
                new = [w.upper() for w in new]
            glue = [doc.shapes[i] // 24] + [0] * (len(new) - 1)
        else:
            glue = [doc.shapes[k] // 24 for k in range(i, b)]
        forms += new
        tags += [("I-" if k else "B-") + t if t else "O" for k in range(len(new))]
        places += [place(i)] + [0] * (len(new) - 1)
        glued += glue
        i = b
    d = Doc(doc.id, forms, starts, places, glued)
    d.labels = {"ner": tags}
    return d


def training_docs(docs, copies=3, seed=5):
    """The documents, and `copies` swapped copies of those with names."""
    rng, others = random.Random(seed), pool(docs)
    return docs + [swapped(d, others, rng) for _ in range(copies) for d in docs if any(t != "O" for t in d.labels["ner"])]


def sentences(doc):
    """Every sentence as a doc of its own: without its context, as a single sentence is read."""
    out = []
    for a, b in doc.sentences():
        d = Doc(doc.id, doc.forms[a:b], [0], [2] + [0] * (b - a - 1), [0] + [s // 24 for s in doc.shapes[a + 1:b]])
        d.labels = {k: v[a:b] for k, v in doc.labels.items()}
        out.append(d)
    return out


def tune(model, coder, docs, replay, epochs, lr, head_lr, seed, budget=600):
    """`docs`: six windows in ten are single sentences. `replay`: docs of which a share is seen in each epoch, as (docs, share)."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    whole, alone = [coder(d) for d in docs], [coder(s) for d in docs for s in sentences(d)]
    others, share = [coder(d) for d in replay[0]], replay[1]
    some = lambda coded, p: [w for w in cut(coded, rng) if rng.random() < p]
    todo = [b for _ in range(epochs) for b in batches(some(alone, 0.6) + some(whole, 0.4) + some(others, share), budget, rng)]
    opt = torch.optim.AdamW(groups(model, lr, head_lr), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    model.train()
    for k, wins in enumerate(todo):
        for g in opt.param_groups:
            g["lr"] = g["top"] * min((k + 1) / 20, 1 - k / len(todo))
        with half():
            loss, _ = losses(model, collate(wins))
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.5)
        opt.step()
    model.eval()


def scored(model, coder, docs):
    """Right, found and gold names of the head with its second opinion, by exact bounds and type."""
    out, labels = run(model, coder, docs, ["ner", "ner_gum"]), model.labels["ner"]
    found = ([labels[i] for i in names(o["ner"], o["ner_gum"], model.labels, d.starts)] for d, o in zip(docs, out))
    return counted(found, (d.labels["ner"] for d in docs))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("checkpoint")
    a.add_argument("--folds", default="0,1,2,3,4")
    a.add_argument("--epochs", type=int, default=3)
    a.add_argument("--copies", type=int, default=2)
    a.add_argument("--replay", type=float, default=0.3, help="share of the own sentences seen in each epoch")
    a.add_argument("--lr", type=float, default=1e-4)
    a.add_argument("--head-lr", type=float, default=1e-3)
    a.add_argument("--quant", action="store_true")
    a.add_argument("--save", help="keep every fold's model as PREFIX0.pt ..., for export.py and `demarche code --models`")
    a = a.parse_args()
    docs, own, c, t0 = corpora.uner(), corpora.own_names(), [0, 0, 0], time.time()
    fold = lambda d: corpora.fold(d.id)
    for k in map(int, a.folds.split(",")):
        model, coder = load(a.checkpoint, a.quant)
        tune(model, coder, training_docs([d for d in docs if fold(d) != k], a.copies), (own, a.replay), a.epochs, a.lr, a.head_lr, k)
        if a.save:
            torch.save({"model": model.state_dict(), "labels": coder.labels, "vocab": list(coder.pieces.ids), "config": model.config}, f"{a.save}{k}.pt")
        test = [s for d in docs if fold(d) == k for s in sentences(d)]
        c = [x + y for x, y in zip(c, scored(model, coder, test))]
        print(f"fold {k}: so far F1 {prf(*c):.4f} P {c[0] / max(c[1], 1):.4f} R {c[0] / c[2]:.4f} ({time.time() - t0:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
