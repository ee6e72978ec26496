"""Trains the joint model. `python train.py --out /work/env/ckpt/joint --minutes 65`; see README.md."""
import argparse
import json
import os
import random
import time

import torch
from torch.nn import functional as F

import corpora
import vocab as vocabulary
from batch import Coder, batches, collate, cut, label_lists
from model import TAGGERS, Model, load_minilm
from words import Pieces

WEIGHTS = {"upos": 0.5, "xpos": 0.5, "lemma": 0.5, "ner_gum": 0.5, "cs": 0.5}
# Pieces a batch: at equal pieces a second small batches give more updates, which pays in so short a training.
BUDGET = {"syntax": 900, "attr": 1200, "timex": 900, "re3d": 600, "uner": 600, "pairs": 600, "own_names": 600, "own_pairs": 600, "news_pairs": 600, "ewt_names": 600, "news_names": 600, "silver": 600}


def losses(model, b):
    """Weighted sum of the mean losses of all heads that the batch has labels for, and the parts."""
    h, tags, out = model.words(b), b["tags"], {}
    flat = lambda x, y: F.cross_entropy(x.float().flatten(0, 1), y.flatten(), ignore_index=-100)
    for n in TAGGERS:
        if n in tags and (tags[n] >= 0).any():
            out[n] = flat(model.head(n, h), tags[n])
    if "head" in tags:
        out["arc"] = flat(model.arcs(h, b["same"]), tags["head"])
        gold = (tags["head"] - 1).clamp(min=0)
        out["rel"] = flat(model.rels(h, gold), tags["deprel"].masked_fill(tags["head"] <= 0, -100))
    for n in ("cc", "cs"):
        if n in tags and (tags[n] >= 0).any():
            out[n] = flat(model.pointers(n, h, b["word_real"]), tags[n])
    if "pairs" in b:
        p = b["pairs"]
        t, q, _ = model.pair(h, model.head("pair_key", h), model.head("pair_val", h), p)
        ce = lambda x, y: F.cross_entropy(x.float(), y, ignore_index=-100, label_smoothing=0.05)
        out["penta"] = ce(q, p["penta"])
        if (p["type"] >= 0).any():
            out["type"] = ce(t, p["type"])
    return sum(WEIGHTS.get(k, 1.0) * v for k, v in out.items()), {k: v.item() for k, v in out.items()}


def stream(docs, budget, seed):
    """Endless batches of one kind, windows cut anew each epoch."""
    rng, epoch = random.Random(seed), 0
    while True:
        yield from batches(cut(docs, rng), budget, rng)
        epoch += 1


def prepare(kinds, labels=None, vocab=None, all_pairs=False, weak_names=False, silver=None, hold=None):
    """(labels, vocab, coded docs by kind). Pairs without their dev fold unless `all_pairs`; UNER with swapped names;
    GUM with weak `ner` labels if `weak_names`. `hold`: the fold of UNER, of all pairs and of the dated texts that is left out."""
    docs = vocabulary.all_docs()
    vocab = vocab or vocabulary.prune([d for v in docs.values() for d in v])
    labels = labels or label_lists(docs["syntax"], docs["pairs"])
    code = Coder(Pieces(vocab), labels)
    if hold is not None:
        docs["uner"] = [d for d in docs["uner"] if corpora.fold(d.id) != hold]
        docs["pairs"] = [d for d in docs["pairs"] if corpora.fold(d.text) != hold]
        docs["timex"] = [d for part in ("train", "dev") for d in corpora.timex(part) if corpora.fold(d.id) != hold]
    elif not all_pairs:
        docs["pairs"] = corpora.pair_docs("train")
    if weak_names:
        import weak
        docs["syntax"] = weak.treebanks()
    from ner import sentences, training_docs   # ner imports this module
    if "uner" in kinds:
        docs["uner"] = training_docs(docs["uner"], copies=2)
        docs["uner"] += [s for d in docs["uner"] for s in sentences(d)]
    if "silver" in kinds:
        from silver import docs as of
        docs["silver"] = of(silver)
    if "ewt_names" in kinds:
        docs["ewt_names"] = training_docs([s for d in corpora.ewt_names("ner") for s in sentences(d) if None not in s.labels["ner"]], copies=1)
    for k in ("own_names", "news_names"):
        if k in kinds:
            docs[k] = training_docs(docs[k], copies=1)
    return labels, vocab, {k: [code(d) for d in docs[k]] for k in kinds}


def half():
    """bf16 where the processor multiplies it (AVX512-BF16, AMX); elsewhere it would be ten times slower than f32."""
    c = torch.cpu.get_capabilities()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(c.get("avx512_bf16") or c.get("amx_bf16")))


def groups(model, lr, head_lr):
    enc = [p for n, p in model.named_parameters() if n.startswith("enc.") and n not in ("enc.shape", "enc.place", "enc.glue")]
    ids = set(map(id, enc))
    return [{"params": enc, "lr": lr, "top": lr}, {"params": [p for p in model.parameters() if id(p) not in ids], "lr": head_lr, "top": head_lr}]


def save(path, **what):
    torch.save(what, path + ".tmp")
    os.replace(path + ".tmp", path)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--out", required=True)
    a.add_argument("--minutes", type=float, default=60, help="wall time after which the schedule has ended, come what may")
    a.add_argument("--kinds", default="syntax=6,attr=3.5,timex=10,re3d=6,pairs=12", help="kind=epochs,...")
    a.add_argument("--layers", type=int, default=4)
    a.add_argument("--pool-after", type=int, default=1)
    a.add_argument("--lr", type=float, default=2e-4)
    a.add_argument("--head-lr", type=float, default=1e-3)
    a.add_argument("--quant-from", type=float, default=0.8, help="share of the schedule after which fake quantisation is on")
    a.add_argument("--ema-from", type=float, default=0.8)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--init", help="a checkpoint to start from")
    a.add_argument("--save-every", type=float, default=6, help="minutes")
    a.add_argument("--all-pairs", action="store_true", help="train on the dev fold of the pairs too")
    a.add_argument("--weak-names", action="store_true", help="weak labels for the ner head on GUM")
    a.add_argument("--hold", type=int, help="leave this fold (0 to 4) of UNER, the pairs and the dated texts out, for cross.py")
    a.add_argument("--silver", help="the file of silver names for the kind of that name (silver.py)")
    a.add_argument("--resume", action="store_true")
    a.add_argument("--seed", type=int, default=1)
    a = a.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    rng = random.Random(a.seed)
    kinds = {k: float(v) for k, v in (x.split("=") for x in a.kinds.split(","))}
    start = None
    if a.resume and os.path.exists(a.out + ".pt"):
        start = torch.load(a.out + ".pt", weights_only=False)
    elif a.init:
        start = torch.load(a.init, weights_only=False)
    labels, vocab, docs = prepare(kinds, *((start["labels"], start["vocab"]) if start else (None, None)), a.all_pairs, a.weak_names, a.silver, a.hold)
    model = Model(len(vocab), labels, **({k: start["config"][k] for k in ("layers", "pool_after")} if start else
                                         dict(layers=a.layers, pool_after=a.pool_after)))
    if start:
        model.load_state_dict(start["model"])
    else:
        load_minilm(model, vocab, vocabulary.full())
    opt = torch.optim.AdamW(groups(model, a.lr, a.head_lr), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    per_epoch = {k: len(batches(cut(v, rng), BUDGET[k])) for k, v in docs.items()}
    share = {k: per_epoch[k] * kinds[k] for k in kinds}
    total, step, spent, ema, n_ema = int(sum(share.values())), 0, 0.0, None, 0
    if a.resume and start and "opt" in start:
        opt.load_state_dict(start["opt"])
        step, spent, ema, n_ema = start["step"], start["spent"], start["ema"], start["n_ema"]
        rng.seed(a.seed + step)
    streams = {k: stream(v, BUDGET[k], a.seed * 1000 + i + step) for i, (k, v) in enumerate(docs.items())}
    print(json.dumps({"vocab": len(vocab), "steps": total, "per_epoch": per_epoch, "labels": {k: len(v) for k, v in labels.items()}}), flush=True)
    t0, t_save, t_log, seen, log = time.time(), time.time(), time.time(), 0, {}
    model.train()
    while True:
        p = max(step / total, (spent + time.time() - t0) / 60 / a.minutes)
        if p >= 1:
            break
        if p >= a.quant_from and not model.enc.quant:
            model.set_quant(True)
        for g in opt.param_groups:
            g["lr"] = g["top"] * min((step + 1) / 60, 1 - p + 0.005)
        kind = rng.choices(list(share), list(share.values()))[0]
        b = collate(next(streams[kind]))
        with half():
            loss, parts = losses(model, b)
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.5)
        opt.step()
        step += 1
        seen += int(b["piece_mask"].sum())
        if p >= a.ema_from:
            with torch.no_grad():
                n_ema += 1
                if ema is None:
                    ema = {k: v.clone() for k, v in model.state_dict().items()}
                else:
                    w = max(1 / n_ema, 0.005)
                    for k, v in model.state_dict().items():
                        ema[k].lerp_(v, w)
        for k, v in parts.items():
            log[k] = 0.95 * log.get(k, v) + 0.05 * v
        if step % 50 == 0:
            print(f"{step}/{total} p {p:.3f} {seen / (time.time() - t_log):.0f} pieces/s " + " ".join(f"{k} {v:.3f}" for k, v in log.items()), flush=True)
            seen, t_log = 0, time.time()
        if time.time() - t_save > a.save_every * 60:
            save(a.out + ".pt", model=model.state_dict(), opt=opt.state_dict(), ema=ema, n_ema=n_ema, step=step,
                 spent=spent + time.time() - t0, labels=labels, vocab=vocab, config=model.config, args=vars(a))
            t_save = time.time()
    save(a.out + ".final.pt", model=ema or model.state_dict(), raw=model.state_dict(), labels=labels, vocab=vocab,
         config=model.config, args=vars(a), step=step)
    print("done", step, f"{spent + time.time() - t0:.0f} s", flush=True)


if __name__ == "__main__":
    main()
