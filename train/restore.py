"""Makes a checkpoint of a shipped file, so that training can go on from it: `python restore.py ../models ckpt/shipped.pt`.

The inverse of export.py: what was stored in eight bits or F16 comes back as it is computed with, not as it was trained.
"""
import json
import os
import sys

import torch
from safetensors import safe_open

from export import PAIR_LAYERS
from model import Model


def shape_rows(rows):
    """(shape 9, place 3, glue 2) whose sums are the 49 stored rows; place 0 and glue 0 are zero."""
    grid = rows[:48].view(2, 3, 8, -1)   # glued, place, shape
    place = (grid - grid[:, :1]).mean((0, 2))
    glue = (grid - grid[:1]).mean((1, 2))
    shape = (grid - place[None, :, None] - glue[:, None, None]).mean((0, 1))
    return torch.cat([shape, rows[48:]]), place, glue


@torch.no_grad()
def restore(folder):
    """(model, vocabulary) of the files in `folder`."""
    with safe_open(os.path.join(folder, "demarche.safetensors"), "pt") as f:
        t, meta = {k: f.get_tensor(k).float() for k in f.keys()}, f.metadata()
    vocab = open(os.path.join(folder, "vocab.txt"), encoding="utf-8").read().splitlines()
    config = json.loads(meta["config"])
    model = Model(len(vocab), json.loads(meta["labels"]), config["layers"], config["pool_after"])

    def q(name, lin):
        lin.weight.copy_(t[name + ".q"] * t[name + ".s"][:, None])
        lin.bias.copy_(t[name + ".b"])

    def ln(name, m):
        m.weight.copy_(t[name + ".g"])
        m.bias.copy_(t[name + ".b"])

    e = model.enc
    e.word.weight.copy_(t["emb.word.q"] * t["emb.word.s"][:, None])
    e.pos.copy_(t["emb.pos"])
    for p, rows in zip((e.shape, e.place, e.glue), shape_rows(t["emb.shape"])):
        p.copy_(rows)
    ln("emb.ln", e.ln)
    for l, y in enumerate(e.layers):
        for n in ("qkv", "out", "up", "down"):
            q(f"layer.{l}.{n}", getattr(y, n))
        ln(f"layer.{l}.ln1", y.ln1), ln(f"layer.{l}.ln2", y.ln2)
    for n, h in model.heads.items():
        q("head." + n, h)
    for n, k in (("u", 16), ("hb", 16), ("root", 1)):
        getattr(model, "arc_" + n).copy_(t["arc." + n] / k)
    for n in ("v", "wd", "wh", "b"):
        getattr(model, "lab_" + n).copy_(t["lab." + n])
    for n in ("cc", "cs"):
        for part in ("u", "hb", "none", "none_b"):
            getattr(getattr(model, n), part).copy_(t[f"{n}.{part}"].view_as(getattr(getattr(model, n), part)))
    for n in ("q1", "q2", "m1", "kind", "penta"):
        lin, name = getattr(model.pair, PAIR_LAYERS.get(n, n)), {"kind": "type"}.get(n, n)
        lin.weight.copy_(t[f"pair.{name}"])
        lin.bias.copy_(t[f"pair.{name}_b" if n in ("kind", "penta") else f"pair.{name}b"])
    model.pair.place.copy_(t["pair.place"])
    return model, vocab


def main(folder, out):
    model, vocab = restore(folder)
    torch.save({"model": model.state_dict(), "labels": model.labels, "vocab": vocab, "config": model.config, "args": {"restored": folder}}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
