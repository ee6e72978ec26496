"""Carries a training to a machine that has nothing else, and its ends back.

`python pack.py there MPNET_FOLDER LABELS_FROM DIR` writes what `train.py --data DIR` reads: the coded documents of every kind (what a fold
leaves out beside the whole), and the starts of the two encoders. LABELS_FROM: the checkpoint whose labels and pieces are kept.
`python pack.py back CHECKPOINT... OUT` writes the mean of checkpoints, `python pack.py open IN CHECKPOINT` makes a checkpoint of it again.
Matrices are 8-bit integers with a scale a row: for what is fake-quantised in training nothing is lost by that.
"""
import gzip
import os
import pickle
import sys

import torch

import vocab as vocabulary
from blend import mean
from model import q_weight, start_minilm, start_mpnet
from train import BUDGET, load, prepare, save, whole

HELD = ["uner", "pairs", "timex"]


def small(weights, top=127):
    """Matrices of QLinear and of the pieces as (integers up to `top`, up to 127 for pieces; scale); the rest in half precision."""
    def one(k, w):
        if w.dim() < 2 or not k.endswith(".weight") or "bias" in k or "pair." in k:
            return w.half()
        q, s = q_weight(w, 127 if "word." in k else top)
        return q.to(torch.int8), s.float()
    return {k: one(k, w.float()) for k, w in weights.items()}


def there(folder, labels_from, out):
    c = torch.load(labels_from, weights_only=False)
    labels, vocab = c["labels"], c["vocab"]
    kinds = [k for k in BUDGET if k != "silver"]
    docs = {(k, None): v for k, v in prepare(kinds, labels, vocab, all_pairs=True, weak_names=True)[2].items()}
    for hold in range(5):
        docs |= {(k, hold): v for k, v in prepare(HELD, labels, vocab, hold=hold)[2].items()}
    os.makedirs(out, exist_ok=True)
    dump({"labels": labels, "vocab": vocab, "docs": docs}, out + "/docs.gz")
    dump(small(start_minilm(6, vocab, vocabulary.full())), out + "/minilm.gz")
    dump(small(start_mpnet(folder, vocab)), out + "/mpnet.gz")


def back(*paths):
    c = mean(paths[:-1])
    dump({k: c[k] for k in ("labels", "vocab", "config")} | {"model": small(c["model"], 63)}, paths[-1])


def unpacked(path, out):
    c = load(path)
    save(out, **c | {"model": whole(c["model"]), "args": {}})


def dump(what, path):
    with gzip.open(path, "wb", 6) as f:
        pickle.dump(what, f, 4)


if __name__ == "__main__":
    {"there": there, "back": back, "open": unpacked}[sys.argv[1]](*sys.argv[2:])
