"""Writes a checkpoint as the file the run time reads (FORMAT.md), with vocabulary and golden vectors.

`python export.py CHECKPOINT OUT_DIR [CARD_JSON]`: demarche.safetensors, vocab.txt, golden.json, each written apart and renamed.
"""
import json
import os
import sys

import numpy as np
import torch
from safetensors.torch import save_file

import lemmas
from attribution import P
from batch import collate, cut, same_sentence
from corpora import Doc
from decode import mst, names
from evaluate import load, runs_of
from model import ARC, LAB, PAIR, PAIR_HEADS, PROJECTIONS, PTR, TAGGERS, q_weight
from seal import seal
from words import MAX_PIECES, MAX_WORD_PIECES, MAX_WORDS

PAIR_LAYERS = {"type": "kind"}  # name in the file: attribute of PairHead (nn.Module has a method `type`)

GOLDEN = [  # the project's own sentences: (words, glued words' indices) by sentence; every document one paragraph
    [("Ambassador Lindqvist told reporters on Tuesday that her government would n't send troops to the Varna Strait .", [7, 15])],
    [("“ We will reopen the crossing within 48 hours , ” said Foreign Minister Okello .", [1, 9, 10, 15]),
     ("The U.N. welcomed it .", [4])],
    [("Tarsia accused Morvenia of shelling the port - side market in Élan - sur - Mer .", [7, 8, 12, 13, 14, 15, 16])],
    [("ATHENS", []), ("In March 2021 the two NATO allies signed a cease - fire ; talks resume next week .", [10, 11, 12, 17])],
]


def golden_docs():
    out = []
    for n, sents in enumerate(GOLDEN):
        forms, starts, places, glued = [], [], [], []
        for k, (text, joined) in enumerate(sents):
            starts.append(len(forms))
            for i, f in enumerate(text.split()):
                forms.append(f)
                places.append(2 if k == 0 and i == 0 else 1 if i == 0 else 0)
                glued.append(int(i in joined))
        d = Doc(f"golden-{n}", forms, starts, places, glued)
        d.places, d.glued = places, glued
        out.append(d)
    return out


def tensors(model):
    """name -> tensor, as FORMAT.md lists them."""
    out, f32 = {}, lambda t: t.detach().float().contiguous().clone()
    f16 = lambda t: t.detach().half().contiguous().clone()
    def q(name, lin):
        i, s = q_weight(lin.weight.detach())
        out[name + ".q"], out[name + ".s"], out[name + ".b"] = i.to(torch.int8), f32(s[:, 0]), f32(lin.bias)
    def ln(name, m):
        out[name + ".g"], out[name + ".b"] = f32(m.weight), f32(m.bias)
    e = model.enc
    i, s = q_weight(e.word.weight.detach(), 127)
    out["emb.word.q"], out["emb.word.s"] = i.to(torch.int8), f32(s[:, 0])
    out["emb.pos"], out["emb.shape"] = f16(e.pos), f16(e.shapes())
    ln("emb.ln", e.ln)
    for l, y in enumerate(e.layers):
        for n in ("qkv", "out", "up", "down"):
            q(f"layer.{l}.{n}", getattr(y, n))
        ln(f"layer.{l}.ln1", y.ln1), ln(f"layer.{l}.ln2", y.ln2)
    for n, h in model.heads.items():
        q("head." + n, h)
    for n, k in (("u", 16), ("hb", 16), ("root", 1)):   # the model scores without the division by 16
        out["arc." + n] = f16(getattr(model, "arc_" + n) * k)
    for n in ("v", "wd", "wh"):
        out["lab." + n] = f16(getattr(model, "lab_" + n))
    out["lab.b"] = f32(model.lab_b)
    for n in ("cc", "cs"):
        p = getattr(model, n)
        out |= {f"{n}.u": f16(p.u), f"{n}.hb": f16(p.hb), f"{n}.none": f16(p.none), f"{n}.none_b": f32(p.none_b)}
    for n in ("q1", "q2", "m1", "kind", "penta"):
        lin = getattr(model.pair, PAIR_LAYERS.get(n, n))
        name = {"kind": "type"}.get(n, n)
        out[f"pair.{name}"] = f16(lin.weight)
        out[f"pair.{name}_b" if n in ("kind", "penta") else f"pair.{name}b"] = f32(lin.bias)
    out["pair.place"] = f16(model.pair.place)
    return out


@torch.no_grad()
def as_shipped(model):
    """Rounds what the file stores as F16, so that the simulation computes with the same numbers; quantisation on."""
    model.set_quant(True)
    half = [model.enc.pos, model.arc_u, model.arc_hb, model.arc_root, model.lab_v, model.lab_wd, model.lab_wh, model.pair.place]
    half += [getattr(p, n) for p in (model.cc, model.cs) for n in ("u", "hb", "none")]
    half += [getattr(model.pair, PAIR_LAYERS.get(n, n)).weight for n in ("q1", "q2", "m1", "kind", "penta")]
    for p in half:
        p.copy_(p.half().float())
    rows = model.enc.shapes().half().float()
    model.enc.shapes = lambda: rows
    return model


@torch.no_grad()
def golden(model, coder):
    """Inputs and outputs for the run time's tests."""
    out = []
    for d in golden_docs():
        c = coder(d)
        c["pairs"] = [([0, 1], [len(d.forms) - 2], 0, 0)]
        (win,) = cut([c])
        b = collate([win])
        h = model.words(b)
        n = len(d.forms)
        arcs = model.arcs(h, same_sentence(b["sent"])).log_softmax(-1).numpy()[0]
        heads = np.zeros(n, int)
        for s, e in runs_of(c["sent"]):
            hd = mst(arcs[s:e][:, [0] + list(range(s + 1, e + 1))])
            heads[s:e] = [k + s if k else 0 for k in hd]
        rel = model.rels(h, torch.tensor(heads[None] - 1).clamp(min=0))[0]
        root = model.labels["deprel"].index("root")
        rel[:, root] = -1e9
        t, q, w = model.pair(h, model.head("pair_key", h), model.head("pair_val", h), b["pairs"])
        best = {k: model.head(k, h)[0].argmax(-1).tolist() for k in TAGGERS}
        named = {k: [model.labels[k][i] for i in v] for k, v in best.items()}
        logp = {k: model.head(k, h)[0].float().log_softmax(-1).numpy() for k in ("ner", "ner_gum")}
        named["names"] = [model.labels["ner"][i] for i in names(logp["ner"], logp["ner_gum"], model.labels, d.starts)]
        r = lambda x: [round(float(v), 5) for v in x]
        out.append({
            "forms": d.forms, "sentence_starts": d.starts, "places": d.places, "glued": d.glued,
            "pieces": [list(p) for p in c["ids"]], "shapes": d.shapes,
            "vectors": [{"first8": r(v[:8]), "norm": round(float(v.norm()), 5)} for v in h[0]],
            "argmax": named, "lemmas": [lemmas.apply(s, f) for s, f in zip(named["lemma"], d.forms)],
            "heads_note": "0 root, else 1 + index of the word in the window", "heads": heads.tolist(),
            "deprels": ["root" if k == 0 else model.labels["deprel"][i] for k, i in zip(heads, rel.argmax(-1).tolist())],
            "arc_root_logp": r(arcs[:, 0]), "upos_logits_word0": r(model.head("upos", h)[0, 0]),
            "cc": {"none_score": r(model.pointers("cc", h, b["word_real"])[0, :, 0]), "argmax": model.pointers("cc", h, b["word_real"])[0].argmax(-1).tolist()},
            "cs": {"none_score": r(model.pointers("cs", h, b["word_real"])[0, :, 0]), "argmax": model.pointers("cs", h, b["word_real"])[0].argmax(-1).tolist()},
            "pair": {"source": [0, 1], "target": [n - 2], "sentence_words": [0, n], "type_logits": r(t[0]), "penta_logits": r(q[0]), "trigger": r(w[0])},
        })
    return out


def write(path, data):
    with open(path + ".tmp", "w", encoding="utf-8") as f:
        f.write(data)
    os.replace(path + ".tmp", path)


def main(checkpoint, out_dir, card=None, lemma_dict=None):
    model, coder = load(checkpoint)
    as_shipped(model)
    os.makedirs(out_dir, exist_ok=True)
    if lemma_dict is None:
        import corpora
        trees = corpora.treebank("ewt_train") + corpora.treebank("gum_train")
        lemma_dict = lemmas.dictionary(trees)
    config = {"width": 384, "heads": 12, "ffn": 1536, "ln_eps": 1e-12, "max_words": MAX_WORDS, "max_pieces": MAX_PIECES,
              "max_word_pieces": MAX_WORD_PIECES, "arc": ARC, "lab": LAB, "ptr": PTR, "pair": PAIR, "pair_heads": PAIR_HEADS, "attribution": P,
              "head_rows": {n: len(model.labels[n]) if n in TAGGERS else PROJECTIONS[n] for n in model.heads}} | model.config
    meta = {"format": "demarche-weights-1", "crc32": "00000000", "config": json.dumps(config), "labels": json.dumps(model.labels, ensure_ascii=False),
            "lemma_dict": json.dumps(lemma_dict, ensure_ascii=False, separators=(",", ":")), "model_card": json.dumps(card or {"checkpoint": os.path.basename(checkpoint)})}
    path = os.path.join(out_dir, "demarche.safetensors")
    save_file(tensors(model), path + ".tmp", metadata=meta)
    os.chmod(path + ".tmp", 0o644)
    vocab = sorted(coder.pieces.ids, key=coder.pieces.ids.get)
    write(os.path.join(out_dir, "vocab.txt"), "\n".join(vocab) + "\n")
    seal(path + ".tmp", os.path.join(out_dir, "vocab.txt"))
    os.replace(path + ".tmp", path)
    write(os.path.join(out_dir, "golden.json"), json.dumps(golden(model, coder), ensure_ascii=False, indent=1) + "\n")
    print(f"{path}: {os.path.getsize(path) / 1e6:.1f} MB, lemma_dict {len(lemma_dict)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]) if len(sys.argv) > 3 else None)
