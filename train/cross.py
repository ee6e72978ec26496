"""Cross-validation of what is trained on too little to be kept apart: UNER names, PLOVER types, temporal expressions.

`python cross.py CKPT/f%d.final.pt [CKPT/g%d.final.pt ...] [--quant]`: each model was trained with `train.py --hold K` on a trunk that saw
none of the three; of several the mean of the weights counts (Wortsman et al. 2022, Model soups). Prints exact span-and-type F1 of names
(sentences read alone, GUM's head as second opinion), macro-F1 of types over all folds and the mean of the folds', F1 of TIMEX3 spans.
"""
import argparse
import json

import numpy as np
import torch

import corpora
from batch import Coder
from decode import names, spans, viterbi
from evaluate import prf, run
from model import Model
from ner import sentences
from words import Pieces


def mean(paths):
    """(model in eval mode, coder) of the mean of the checkpoints' weights."""
    all = [torch.load(p, weights_only=False) for p in paths]
    c = all[0]
    model = Model(c["config"]["vocab"], c["labels"], c["config"]["layers"], c["config"]["pool_after"])
    model.load_state_dict({k: sum(x["model"][k] for x in all) / len(all) if v.is_floating_point() else v for k, v in c["model"].items()})
    model.eval()
    return model, Coder(Pieces(c["vocab"]), c["labels"])


def macro(table):
    return round(float(np.mean([prf(*v) for v in table.values() if v[1]])), 4)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("models", nargs="+")
    a.add_argument("--folds", default="0,1,2,3,4")
    a.add_argument("--quant", action="store_true")
    a = a.parse_args()
    uner, pairs = corpora.uner(), [d for d in corpora.pair_docs("all") if d.id.startswith("plv")]
    timex = corpora.timex("train") + corpora.timex("dev")
    n, t, x, each, right = [0, 0, 0], {}, [0, 0, 0], [], 0
    for k in map(int, a.folds.split(",")):
        model, coder = mean([m % k for m in a.models])
        model.set_quant(a.quant)
        L = model.labels
        test = [s for d in uner if corpora.fold(d.id) == k for s in sentences(d)]
        for d, o in zip(test, run(model, coder, test, ["ner", "ner_gum"])):
            got = set(spans([L["ner"][i] for i in names(o["ner"], o["ner_gum"], L, d.starts)]))
            gold = set(spans(d.labels["ner"]))
            n = [p + q for p, q in zip(n, (len(got & gold), len(got), len(gold)))]
        test, own = [d for d in pairs if corpora.fold(d.text) == k], {}
        for d, o in zip(test, run(model, coder, test, ["pairs"])):
            scores, gold = o["type"][0].copy(), d.pairs[0][2]
            scores[L["plover"].index("NONE")] = -1e9
            got = L["plover"][scores.argmax()]
            right += got == gold
            for table in (t, own):
                table.setdefault(gold, [0, 0, 0])[1] += 1
                table.setdefault(got, [0, 0, 0])[2] += 1
                table[gold][0] += got == gold
        each.append(macro(own))
        test = [d for d in timex if corpora.fold(d.id) == k]
        for d, o in zip(test, run(model, coder, test, ["timex"])):
            got = set(spans([L["timex"][i] for i in viterbi(o["timex"], L["timex"], d.starts)]))
            gold = set(spans(d.labels["timex"]))
            x = [p + q for p, q in zip(x, (len(got & gold), len(got), len(gold)))]
        print(f"fold {k}: names so far {prf(*n):.4f} (P {n[0] / n[1]:.4f} R {n[0] / n[2]:.4f}), types {each[-1]}, timex {prf(*x):.4f}", flush=True)
    types = {k: [round(prf(*v), 3), v[1]] for k, v in sorted(t.items())}
    print(json.dumps({"names_F1": round(prf(*n), 4), "type_macro_F1": macro(t), "type_accuracy": round(right / sum(v[1] for v in t.values()), 4),
                      "mean_of_folds": round(float(np.mean(each)), 4), "sd_of_folds": round(float(np.std(each)), 4), "timex_F1": round(prf(*x), 4), "types": types}))


if __name__ == "__main__":
    main()
