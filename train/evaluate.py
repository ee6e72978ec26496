"""Prints every dev figure of a checkpoint: `python evaluate.py CHECKPOINT [--quant] [--tasks syntax,timex,...]`."""
import argparse
import json
import time

import numpy as np
import torch

import corpora
import lemmas
from batch import Coder, batches, collate, cut, same_sentence
from decode import mst, spans, viterbi
from model import TAGGERS, Model
from words import Pieces


def load(path, quant=False, threads=1):
    """(model in eval mode, coder) of a checkpoint."""
    torch.set_num_threads(threads)
    return made(torch.load(path, weights_only=False), quant)


def made(c, quant=False):
    """(model in eval mode, coder) of what a checkpoint holds."""
    m = Model(c["config"]["vocab"], c["labels"], c["config"]["layers"], c["config"]["pool_after"])
    m.load_state_dict({k.replace("pair.type.", "pair.kind."): v for k, v in c["model"].items()})
    m.set_quant(quant)
    m.eval()
    return m, Coder(Pieces(c["vocab"]), c["labels"])


@torch.no_grad()
def run(model, coder, docs, heads, budget=3000):
    """For each doc the outputs of the wanted heads: taggers log-softmax (n, k); `tree`, `ptr` see the code. Also window bounds."""
    coded = [coder(d) for d in docs]
    out = {id(c): {"windows": []} for c in coded}
    for bt in batches(cut(coded), budget):
        b = collate(bt)
        h = model.words(b)
        got = {n: model.head(n, h).float().log_softmax(-1).numpy() for n in heads if n in TAGGERS}
        if "tree" in heads:
            arcs = model.arcs(h, same_sentence(b["sent"])).log_softmax(-1).numpy()
            choice = np.zeros(b["sent"].shape, int)
            for r, (d, x, y) in enumerate(bt):
                for s, e in runs_of(d["sent"][x:y]):
                    cols = [0] + list(range(s + 1, e + 1))
                    hd = mst(arcs[r, s:e][:, cols])
                    choice[r, s:e] = [k + s if k else 0 for k in hd]
            rel = model.rels(h, torch.tensor(choice - 1).clamp(min=0))
            rel[..., model.labels["deprel"].index("root")] = -1e9
            got["head"], got["rel"] = choice, rel.argmax(-1).numpy()
        if "ptr" in heads:
            got |= {n: model.pointers(n, h, b["word_real"]).log_softmax(-1).numpy() for n in ("cc", "cs")}
        if "pairs" in heads:
            p = b["pairs"]
            t, q, w = model.pair(h, model.head("pair_key", h), model.head("pair_val", h), p)
            got |= {"type": t.numpy()[:, None], "penta": q.numpy()[:, None]}
        for r, (d, x, y) in enumerate(bt):
            o = out[id(d)]
            o["windows"].append((x, y))
            for k, v in got.items():
                v = v[r, :1] if k in ("type", "penta") else v[r, : y - x, : 1 + y - x] if k in ("cc", "cs") else v[r, : y - x]
                o.setdefault(k, []).append((x, v))
    res = []
    for c in coded:
        o = out[id(c)]
        o["windows"].sort()
        for k in o:
            if k != "windows":
                o[k] = [v for _, v in sorted(o[k], key=lambda z: z[0])]
                if k not in ("cc", "cs"):
                    o[k] = np.concatenate(o[k])
        res.append(o)
    return res


def runs_of(v):
    out, s = [], 0
    for i in range(1, len(v) + 1):
        if i == len(v) or v[i] != v[s]:
            out.append((s, i))
            s = i
    return out


def prf(tp, p, g):
    return 2 * tp / max(p + g, 1)


def syntax(model, coder, name):
    lemma_dict = lemmas.dictionary(corpora.treebank("ewt_train") + corpora.treebank("gum_train"))
    docs, c, n = corpora.treebank(name), dict.fromkeys("upos xpos lemma uas las".split(), 0), 0
    L = model.labels
    for d, o in zip(docs, run(model, coder, docs, ["upos", "xpos", "lemma", "tree"])):
        g = d.labels
        bounds = {i: x for x, y in o["windows"] for i in range(x, y)}
        for i, f in enumerate(d.forms):
            n += 1
            u = L["upos"][o["upos"][i].argmax()]
            c["upos"] += u == g["upos"][i]
            c["xpos"] += L["xpos"][o["xpos"][i].argmax()] == g["xpos"][i]
            key = f.lower() + "\t" + u
            lem = lemma_dict[key] if key in lemma_dict else lemmas.apply(L["lemma"][o["lemma"][i].argmax()], f)
            c["lemma"] += lem == g["lemma"][i]
            h = o["head"][i] - 1 + bounds[i] if o["head"][i] else -1
            r = "root" if h < 0 else L["deprel"][o["rel"][i]]
            c["uas"] += h == g["head"][i]
            c["las"] += h == g["head"][i] and r.split(":")[0] == g["deprel"][i].split(":")[0]
    return {k: round(100 * v / n, 2) for k, v in c.items()}


def counted(found, gold):
    """(right, found, gold) of the spans of BIO tags, document by document."""
    pairs = [(set(spans(a)), set(spans(b))) for a, b in zip(found, gold)]
    return [sum(len(a & b) for a, b in pairs), sum(len(a) for a, _ in pairs), sum(len(b) for _, b in pairs)]


def tagged(model, coder, docs, head):
    """Right, found and gold spans of a head by exact bounds and type, a sentence at a time."""
    out, labels = run(model, coder, docs, [head]), model.labels[head]
    found = ([labels[k] for k in viterbi(o[head], labels, d.starts)] for d, o in zip(docs, out))
    return counted(found, (d.labels[head] for d in docs))


def tally(table, gold, got):
    """Counts an answer in a table of [right, gold, got] by label."""
    table.setdefault(gold, [0, 0, 0])[1] += 1
    table.setdefault(got, [0, 0, 0])[2] += 1
    table[gold][0] += got == gold


def macro(table):
    """Macro-F1 over the labels that the gold has."""
    return round(float(np.mean([prf(*v) for v in table.values() if v[1]])), 4)


def typed(scores, types):
    """The best PLOVER type that is one."""
    scores = scores.copy()
    scores[types.index("NONE")] = -1e9
    return types[scores.argmax()]


def named(model, coder, docs, head):
    """Exact span-and-type F1, a sentence at a time."""
    tp, p, g = tagged(model, coder, docs, head)
    return {"F1": round(prf(tp, p, g), 4), "P": round(tp / max(p, 1), 4), "R": round(tp / max(g, 1), 4)}


def pairs(model, coder, part="dev"):
    docs = corpora.pair_docs(part)
    table, quad = {}, {}
    for d, o in zip(docs, run(model, coder, docs, ["pairs"])):
        _, _, y, q = d.pairs[0]
        if d.id.startswith("plv"):
            tally(table, y, typed(o["type"][0], model.labels["plover"]))
        tally(quad, q, o["penta"][0].argmax())
    return {"n": len(docs), "type_macro_F1": macro(table), "penta_macro_F1": macro(quad),
            "type_acc": round(sum(v[0] for v in table.values()) / sum(v[1] for v in table.values()), 4)}


def attribution_tags(model, coder):
    """Exact span F1 of the three BIO heads, and accuracy of the pointers on gold words."""
    docs = corpora.attributions("dev")
    c, hit = {k: [0, 0, 0] for k in ("source", "cue", "content")}, {"cc": [0, 0], "cs": [0, 0]}
    for d, o in zip(docs, run(model, coder, docs, ["source", "cue", "content", "ptr"])):
        for k in c:
            tags = [model.labels[k][j] for j in viterbi(o[k], model.labels[k], d.starts if k != "content" else [x for x, _ in o["windows"]])]
            a, b = set(spans(tags)), set(spans(d.labels[k]))
            c[k] = [x + y for x, y in zip(c[k], (len(a & b), len(a), len(b)))]
        for k in hit:
            for (x, y), s in zip(o["windows"], o[k]):
                for i in range(x, y):
                    g = d.labels[k][i]
                    if g is not None:
                        hit[k][0] += s[i - x].argmax() == (g - x + 1 if x <= g < y else 0)
                        hit[k][1] += 1
    return {k: round(prf(*v), 4) for k, v in c.items()} | {k: round(a / b, 4) for k, (a, b) in hit.items()}


def main():
    a = argparse.ArgumentParser()
    a.add_argument("checkpoint")
    a.add_argument("--quant", action="store_true")
    a.add_argument("--tasks", default="ewt,gum,timex,gum_names,re3d,attr,pairs,uner")
    a = a.parse_args()
    model, coder = load(a.checkpoint, a.quant)
    out, t = {}, time.time()
    do = a.tasks.split(",")
    if "ewt" in do:
        out["ewt"] = syntax(model, coder, "ewt_dev")
    if "gum" in do:
        out["gum"] = syntax(model, coder, "gum_dev")
    if "timex" in do:
        out["timex"] = named(model, coder, corpora.timex("dev"), "timex")
    if "gum_names" in do:
        out["gum_names"] = named(model, coder, corpora.treebank("gum_dev"), "ner_gum")
    if "re3d" in do:
        out["re3d"] = named(model, coder, corpora.re3d("dev"), "ner_re3d")
    if "uner" in do:
        out["uner (trained on)"] = named(model, coder, corpora.uner(), "ner")
    if "attr" in do:
        out["attr_tags"] = attribution_tags(model, coder)
    if "pairs" in do:
        out["pairs"] = pairs(model, coder)
    for k, v in out.items():
        print(k, json.dumps(v), flush=True)
    print(f"{time.time() - t:.0f} s")


if __name__ == "__main__":
    main()
