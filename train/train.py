"""Trains the joint model. `python train.py --out /work/env/ckpt/joint --minutes 65`; see README.md."""
import argparse
import gzip
import itertools
import json
import multiprocessing
import os
import pickle
import random
import time

import torch
from torch.nn import functional as F

import corpora
import vocab as vocabulary
from batch import Coder, batches, collate, cut, label_lists, same_sentence, tensors
from evaluate import made
from model import PROJECTIONS, TAGGERS, Model, begin, start_minilm
from words import Pieces

WEIGHTS = {"upos": 0.5, "xpos": 0.5, "lemma": 0.5, "ner_gum": 0.5, "cs": 0.5}
# Pieces a batch: at equal pieces a second small batches give more updates, which pays in so short a training.
BUDGET = {"syntax": 900, "attr": 1200, "timex": 900, "re3d": 600, "uner": 600, "pairs": 600, "own_names": 600, "own_pairs": 600, "news_pairs": 600, "ewt_names": 600, "news_names": 600, "silver": 600}


def wanted(tasks):
    """The heads that some tasks need: a tagger is its own, `arc` and `pair` need several, pointers two each."""
    of = {"lab": "arc"}
    return [n for n in TAGGERS if n in tasks] + [n for n in PROJECTIONS if of.get(n.split("_")[0], n.split("_")[0]) in tasks]


def losses(model, b, teacher=None, share=1.0):
    """Weighted sum of the mean losses of all heads that the batch has labels for, and the parts. With a teacher also, times `share`,
    how far each head that the teacher learnt is from it, on every word (Hinton et al. 2015)."""
    h, tags, out, taught = model.words(b), b["tags"], {}, {}
    flat = lambda x, y: F.cross_entropy(x.float().flatten(0, 1), y.flatten(), ignore_index=-100)
    real, theirs = b["word_real"], None
    if teacher:
        with torch.no_grad():
            theirs = teacher.words(b)
    heads = teacher.taught if teacher else ()
    has = {*tags, *heads} - {"pair"} | ({"arc"} if "head" in tags else set()) | ({"pair"} if "pairs" in b else set())
    model.prepare(wanted(has), h)
    if teacher:
        with torch.no_grad():
            teacher.prepare(wanted(has & set(heads)), theirs)

    def compare(name, x, y, mask=real):
        """Kullback-Leibler divergence of scores `x` from the teacher's `y` where the mask is."""
        kl = F.kl_div(x.float().log_softmax(-1), y.float().log_softmax(-1), log_target=True, reduction="none").sum(-1)
        taught[name] = (kl * mask).sum() / mask.sum()

    for n in TAGGERS:
        if n in has:
            x = model.head(n, h)
            if n in tags:
                out[n] = flat(x, tags[n])
            if n in heads:
                compare(n, x, teacher.head(n, theirs))
    if "arc" in has:
        same = same_sentence(b["sent"])
        x = model.arcs(h, same)
        gold = (tags["head"] - 1).clamp(min=0) if "head" in tags else None
        if "head" in tags:
            out["arc"] = flat(x, tags["head"])
        if "arc" in heads:
            with torch.no_grad():
                y = teacher.arcs(theirs, same)
            compare("arc", x, y)
            if gold is None:
                gold = (y.argmax(-1) - 1).clamp(min=0)
        x = model.rels(h, gold)
        if "head" in tags:
            out["rel"] = flat(x, tags["deprel"].masked_fill(tags["head"] <= 0, -100))
        if "arc" in heads:
            compare("rel", x, teacher.rels(theirs, gold))
    for n in ("cc", "cs"):
        if n in has:
            x = model.pointers(n, h, real)
            if n in tags:
                out[n] = flat(x, tags[n])
            if n in heads:
                compare(n, x, teacher.pointers(n, theirs, real))
    if "pairs" in b:
        p = b["pairs"]
        t, q, _ = model.pair(h, model.head("pair_key", h), model.head("pair_val", h), p)
        ce = lambda x, y: F.cross_entropy(x.float(), y, ignore_index=-100, label_smoothing=0.05)
        out["penta"] = ce(q, p["penta"])
        if p["typed"]:
            out["type"] = ce(t, p["type"])
        if "pair" in heads:
            x, y, _ = teacher.pair(theirs, teacher.head("pair_key", theirs), teacher.head("pair_val", theirs), p)
            compare("type", t, x, torch.ones_like(p["type"]))
            compare("penta", q, y, torch.ones_like(p["type"]))
    total = sum(WEIGHTS.get(k, 1.0) * v for k, v in out.items()) + share * sum(WEIGHTS.get(k, 1.0) * v for k, v in taught.items())
    return total, {k: v.detach() for k, v in (out | {k + "'": v for k, v in taught.items()}).items()}


def stream(docs, budget, seed):
    """Endless batches of one kind, windows cut anew each epoch."""
    rng, epoch = random.Random(seed), 0
    while True:
        yield from batches(cut(docs, rng), budget, rng)
        epoch += 1


def prepare(kinds, labels=None, vocab=None, all_pairs=False, weak_names=False, silver=None, hold=None):
    """(labels, vocab, coded docs by kind). Pairs without their dev fold unless `all_pairs`; UNER with swapped names;
    GUM with weak `ner` labels if `weak_names`. `hold`: the fold of UNER, of all pairs and of the dated texts that is left out."""
    docs = dict(vocabulary.all_docs())
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
    if "pairs" in kinds:
        import swap
        docs["pairs"] = docs["pairs"] + swap.more(docs["pairs"], swap.names(docs["pairs"] + docs["own_pairs"] + docs["news_pairs"]), copies=1)
    if "silver" in kinds:
        from silver import docs as of
        docs["silver"] = of(silver)
    if "ewt_names" in kinds:
        docs["ewt_names"] = training_docs([s for d in corpora.ewt_names("ner") for s in sentences(d) if None not in s.labels["ner"]], copies=1)
    for k in ("own_names", "news_names"):
        if k in kinds:
            docs[k] = training_docs(docs[k], copies=1)
    return labels, vocab, {k: [code(d) for d in docs[k]] for k in kinds}


def half(device="cpu"):
    """bf16 where the processor multiplies it (a GPU, AVX512-BF16, AMX); elsewhere it would be ten times slower than f32."""
    can = device != "cpu" or any(torch.cpu.get_capabilities().get(k) for k in ("avx512_bf16", "amx_bf16"))
    return torch.autocast(device, dtype=torch.bfloat16, enabled=can)


def mixed(streams, share, rng):
    """Endless batches of all kinds, each as often as its share."""
    while True:
        yield collate(next(streams[rng.choices(list(share), list(share.values()))[0]]))


def ahead(batches, depth=32):
    """The same batches made in a process of its own, so that a GPU need not wait."""
    arrays = lambda b: {k: v.numpy() if isinstance(v, torch.Tensor) else arrays(v) if isinstance(v, dict) else v for k, v in b.items()}
    fork = multiprocessing.get_context("fork")
    queue = fork.Queue(depth)

    def fill():
        torch.set_num_threads(1)
        for b in batches:
            queue.put(arrays(b))
    fork.Process(target=fill, daemon=True).start()
    while True:
        yield tensors(queue.get())


class Average:
    """The mean of the weights from some step on, of about the last two hundred steps."""

    def __init__(self, model, state=None, n=0):
        self.of, self.n = model.state_dict(), n
        self.state = state or {k: v.clone() for k, v in self.of.items()}

    def add(self):
        self.n += 1
        with torch.no_grad():
            torch._foreach_lerp_(list(self.state.values()), list(self.of.values()), max(1 / self.n, 0.005))


def learnt(path, device, heads):
    """The teacher of a checkpoint; `taught`: the heads that are taken from it."""
    model, _ = made(torch.load(path, weights_only=False, map_location="cpu"))
    model.taught = heads
    return model.to(device)


def load(path):
    """What pack.py wrote to a file."""
    with gzip.open(path) as f:
        return pickle.load(f)


def whole(weights):
    """Weights that pack.py made small."""
    return {k: v[0].float() * v[1] if isinstance(v, tuple) else v.float() for k, v in weights.items()}


def starting(path, layers):
    """An encoder's start out of pack.py's file: its first layers."""
    return {k: v for k, v in whole(load(path)).items() if not k.startswith("layers.") or int(k.split(".")[1]) < layers}


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
    a.add_argument("--device", default="cpu", help="cpu or cuda")
    a.add_argument("--scale", type=float, default=1, help="pieces a batch, times the usual")
    a.add_argument("--data", help="folder that pack.py wrote: the coded documents and the encoders' starts, instead of ../shared")
    a.add_argument("--mpnet", action="store_true", help="train a teacher: MPNet's twelve layers")
    a.add_argument("--teacher", help="a checkpoint to learn from beside the labels")
    a.add_argument("--taught", default="upos,xpos,lemma,arc,cc,cs,source,cue,content,ner,ner_gum,ner_re3d,pair", help="the heads to learn from it")
    a.add_argument("--teach", type=float, default=1, help="weight of what the teacher says")
    a = a.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    rng = random.Random(a.seed)
    kinds = {k: float(v) for k, v in (x.split("=") for x in a.kinds.split(","))}
    start = None
    if a.resume and os.path.exists(a.out + ".pt"):
        start = torch.load(a.out + ".pt", weights_only=False)
    elif a.init:
        start = torch.load(a.init, weights_only=False, map_location="cpu")
    if a.data:
        packed = load(a.data + "/docs.gz")
        labels, vocab = packed["labels"], packed["vocab"]
        docs = {k: packed["docs"].get((k, a.hold)) or packed["docs"][k, None] for k in kinds}
    else:
        labels, vocab, docs = prepare(kinds, *((start["labels"], start["vocab"]) if start else (None, None)), a.all_pairs, a.weak_names, a.silver, a.hold)
    shape = {k: start["config"][k] for k in ("layers", "pool_after")} if start else dict(layers=12, pool_after=None) if a.mpnet else dict(layers=a.layers, pool_after=a.pool_after)
    model = Model(len(vocab), labels, **shape)
    if start:
        model.load_state_dict(start["model"])
    elif a.data:
        begin(model, starting(f"{a.data}/{'mpnet' if a.mpnet else 'minilm'}.gz", shape["layers"]))
    else:
        begin(model, start_minilm(shape["layers"], vocab, vocabulary.full()))
    budget = {k: BUDGET[k] * a.scale for k in kinds}
    per_epoch = {k: len(batches(cut(v, rng), budget[k])) for k, v in docs.items()}
    share = {k: per_epoch[k] * kinds[k] for k in kinds}
    total, step, spent, average = int(sum(share.values())), 0, 0.0, None
    if a.resume and start and "opt" in start:
        step, spent = start["step"], start["spent"]
        rng.seed(a.seed + step)
    feed = mixed({k: stream(v, budget[k], a.seed * 1000 + i + step) for i, (k, v) in enumerate(docs.items())}, share, rng)
    if a.device != "cpu":
        feed = ahead(feed)
        first = next(feed)   # forks before the GPU is touched
        feed = itertools.chain([first], feed)
    model = model.to(a.device)
    teacher = learnt(a.teacher, a.device, a.taught.split(",")) if a.teacher else None
    opt = torch.optim.AdamW(groups(model, a.lr, a.head_lr), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    if a.resume and start and "opt" in start:
        opt.load_state_dict(start["opt"])
        average = Average(model, start["ema"], start["n_ema"]) if start["ema"] else None
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
        b = tensors(next(feed), a.device)
        with half(a.device):
            loss, parts = losses(model, b, teacher, a.teach)
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.5)
        opt.step()
        step += 1
        seen += b["pieces"]
        if p >= a.ema_from:
            average = average or Average(model)
            average.add()
        if step % 5 == 0:
            for k, v in parts.items():
                log[k] = 0.8 * log.get(k, v.item()) + 0.2 * v.item()
        if step % 50 == 0:
            print(f"{step}/{total} p {p:.3f} {seen / (time.time() - t_log):.0f} pieces/s " + " ".join(f"{k} {v:.3f}" for k, v in log.items()), flush=True)
            seen, t_log = 0, time.time()
        if time.time() - t_save > a.save_every * 60:
            save(a.out + ".pt", model=model.state_dict(), opt=opt.state_dict(), ema=average and average.state, n_ema=average and average.n, step=step,
                 spent=spent + time.time() - t0, labels=labels, vocab=vocab, config=model.config, args=vars(a))
            t_save = time.time()
    last = {k: v.cpu() for k, v in (average.state if average else model.state_dict()).items()}
    save(a.out + ".final.pt", model=last, labels=labels, vocab=vocab, config=model.config, args=vars(a), step=step)
    print("done", step, f"{spent + time.time() - t0:.0f} s", flush=True)


if __name__ == "__main__":
    main()
