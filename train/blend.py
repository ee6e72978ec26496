"""Mixes two checkpoints of one training line: `python blend.py EARLY LATE SHARE OUT [--all]` (SHARE of the late one; its `ner` head
whole unless `--all`).

A short fine-tuning gains on its own task and gives up a little elsewhere; the mean of both ends keeps most of either
(Wortsman et al., CVPR 2022).
"""
import sys

import torch


def mean(paths):
    """The checkpoint that has the mean of the weights of several."""
    all = [torch.load(p, weights_only=False) for p in paths]
    return all[0] | {"model": {k: sum(x["model"][k] for x in all) / len(all) for k in all[0]["model"]}}


def main(early, late, share, out, *mode):
    a, b, k = torch.load(early, weights_only=False), torch.load(late, weights_only=False), float(share)
    model = {n: v if n.startswith("heads.ner.") and "--all" not in mode else torch.lerp(a["model"][n], v, k) for n, v in b["model"].items()}
    torch.save({"model": model, "labels": b["labels"], "vocab": b["vocab"], "config": b["config"], "args": {"blend": [early, late, k]}}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
