"""Prunes the BERT vocabulary: pieces of any training text, single characters of European scripts, then the lowest ids."""
import functools

import corpora
from words import Pieces, minilm_dir

SIZE = 24000


def full():
    with open(minilm_dir() + "/vocab.txt", encoding="utf-8") as f:
        return [line.rstrip("\n") for line in f]


def prune(docs, size=SIZE):
    """The vocabulary in its old order; the four special pieces first."""
    vocab = full()
    pieces, used = Pieces(vocab), set()
    for d in docs:
        for f in d.forms:
            used.update(pieces(f))
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    keep = {vocab[i] for i in used}
    keep |= {p for p in vocab if len(p.removeprefix("##")) == 1 and (ord(p[-1]) < 0x500 or 0x2000 <= ord(p[-1]) < 0x2200)}
    keep.update(special)
    usable = [p for p in vocab if not p.startswith("[") or len(p) == 1]
    for p in usable:
        if len(keep) >= size:
            break
        keep.add(p)
    return special + [p for p in vocab if p in keep and p not in special]


@functools.cache
def all_docs():
    """Every text that training reads, by kind."""
    return {"syntax": corpora.ewt_names() + corpora.treebank("gum_train"), "attr": corpora.attributions("train"),
            "timex": corpora.timex("train"), "re3d": corpora.re3d("train"), "uner": corpora.uner(),
            "pairs": corpora.pair_docs("all"), "own_names": corpora.own_names(), "own_pairs": corpora.own_pairs(),
            "news_pairs": corpora.news_pairs(), "news_names": corpora.news_names()}
