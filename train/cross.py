"""Cross-validation of what is trained on too little to be kept apart: UNER names, PLOVER types, temporal expressions.

`python cross.py CKPT/f%d.final.pt [CKPT/g%d.final.pt ...] [--quant]`: each model was trained with `train.py --hold K` on a trunk that saw
none of the three; of several the mean of the weights counts (Wortsman et al. 2022, Model soups). Prints exact span-and-type F1 of names
(sentences read alone, GUM's head as second opinion), macro-F1 of types over all folds and the mean of the folds', F1 of TIMEX3 spans.
`--export DIR` writes each fold's model to DIR/K with the ids of what it never saw (held.txt) instead, for `cargo xtask folds DIR`.
"""
import argparse
import json
import os

import numpy as np

import torch

import corpora
import export
from blend import mean
from evaluate import macro, made, prf, run, tagged, tally, typed
from ner import scored, sentences


def held(k):
    """The ids of the rows of fold `k`: sentences of UNER, PLOVER relations."""
    names = [r["id"] for r in corpora.jsonl("entities", "uner_ewt_dev.jsonl") if corpora.fold(r["id"].rsplit("-", 1)[0]) == k]
    return names + [r["id"] for r in corpora.jsonl("events", "plover_relations.jsonl") if corpora.fold(r["text"]) == k]


def write(models, k, folder):
    """The mean of a fold's models as the program loads it, and what it never saw."""
    out = os.path.join(folder, str(k))
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "mean.pt")
    torch.save(mean([m % k for m in models]) | {"args": {}}, path)
    export.main(path, out)
    os.remove(path)
    with open(os.path.join(out, "held.txt"), "w", encoding="utf-8") as f:
        f.writelines(id + "\n" for id in held(k))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("models", nargs="+")
    a.add_argument("--folds", default="0,1,2,3,4")
    a.add_argument("--quant", action="store_true")
    a.add_argument("--export", metavar="DIR")
    a = a.parse_args()
    if a.export:
        for k in map(int, a.folds.split(",")):
            write(a.models, k, a.export)
        return
    uner, pairs = corpora.uner(), [d for d in corpora.pair_docs("all") if d.id.startswith("plv")]
    timex = corpora.timex("train") + corpora.timex("dev")
    n, t, x, each = [0, 0, 0], {}, [0, 0, 0], []
    for k in map(int, a.folds.split(",")):
        model, coder = made(mean([m % k for m in a.models]), a.quant)
        test = [s for d in uner if corpora.fold(d.id) == k for s in sentences(d)]
        n = [p + q for p, q in zip(n, scored(model, coder, test))]
        test, own = [d for d in pairs if corpora.fold(d.text) == k], {}
        for d, o in zip(test, run(model, coder, test, ["pairs"])):
            gold, got = d.pairs[0][2], typed(o["type"][0], model.labels["plover"])
            for table in (t, own):
                tally(table, gold, got)
        each.append(macro(own))
        test = [d for d in timex if corpora.fold(d.id) == k]
        x = [p + q for p, q in zip(x, tagged(model, coder, test, "timex"))]
        print(f"fold {k}: names so far {prf(*n):.4f} (P {n[0] / n[1]:.4f} R {n[0] / n[2]:.4f}), types {each[-1]}, timex {prf(*x):.4f}", flush=True)
    types = {k: [round(prf(*v), 3), v[1]] for k, v in sorted(t.items())}
    print(json.dumps({"names_F1": round(prf(*n), 4), "type_macro_F1": macro(t), "type_accuracy": round(sum(v[0] for v in t.values()) / sum(v[1] for v in t.values()), 4),
                      "mean_of_folds": round(float(np.mean(each)), 4), "sd_of_folds": round(float(np.std(each)), 4), "timex_F1": round(prf(*x), 4), "types": types}))


if __name__ == "__main__":
    main()
