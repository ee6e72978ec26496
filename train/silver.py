"""Silver names: `python silver.py TEACHER OUT` labels EWT's training sentences with a trained model and writes them.

Self-training within gold bounds: runs of proper nouns by the gold trees are the candidates (`weak.py`), lists type those they are sure
of, and what they leave open gets the teacher's type, or "no name", where its mean probability over the run is 0.6 or more. The rest
stays open and is not learned from. On UNER's dev set, cross-validated, each fold with its own teacher: `../models/MODEL_CARD.md`.
Self-training with a confidence threshold: Yarowsky (ACL 1995); for taggers with partial labels: Mayhew et al. (CoNLL 2019).
"""
import json
import sys

import numpy as np
import torch

import corpora
import weak
from corpora import Doc

LEAST = 0.6


def fill(tags, probabilities, labels):
    """Types the open runs ("?") of `tags` in place; how many got which type."""
    count, i = {}, 0
    while i < len(tags):
        if tags[i] != "?":
            i += 1
            continue
        j = i
        while j < len(tags) and tags[j] == "?":
            j += 1
        of = {t: float(np.mean([sum(probabilities[x][n] for n, l in enumerate(labels) if l[2:] == t) for x in range(i, j)]))
              for t in ("PER", "ORG", "LOC")}
        of["O"] = float(np.mean([probabilities[x][labels.index("O")] for x in range(i, j)]))
        best = max(of, key=of.get)
        if of[best] >= LEAST:
            tags[i:j] = ["O"] * (j - i) if best == "O" else ["B-" + best] + ["I-" + best] * (j - i - 1)
        else:
            best = "?"
        count[best] = count.get(best, 0) + 1
        i = j
    return count


def label(teacher):
    """{document: tags} of EWT's training part, by a checkpoint."""
    from evaluate import load, run
    docs = corpora.treebank("ewt_train")
    weak.label(docs, weak.Typer(corpora.treebank("gum_train")))
    model, coder = load(teacher, False)
    model.eval()
    total, made = {}, {}
    for d, o in zip(docs, run(model, coder, docs, ["ner"])):
        p = torch.softmax(torch.as_tensor(np.array(o["ner"], dtype=np.float32)), -1).numpy()
        for k, n in fill(d.labels["ner"], p, model.labels["ner"]).items():
            total[k] = total.get(k, 0) + n
        made[d.id] = d.labels["ner"]
    return made, total


def docs(path):
    """EWT's training part with the labels of a file that `label` made, and no others."""
    made = json.load(open(path))
    out = []
    for d in corpora.treebank("ewt_train"):
        e = Doc(d.id, d.forms, d.starts, [s // 8 % 3 for s in d.shapes], [s // 24 for s in d.shapes])
        e.labels = {"ner": made[d.id]}
        out.append(e)
    return out


if __name__ == "__main__":
    made, total = label(sys.argv[1])
    json.dump(made, open(sys.argv[2], "w"))
    print(total)
