"""Scores attributions on PolNeAR dev with the shared scorer: `python score.py CHECKPOINT [--quant] [--tune]`."""
import argparse
import contextlib
import io
import json
import os
import runpy
import tempfile

import corpora
from attribution import P, as_json, attributions
from evaluate import load, run


def score(docs, outs, labels, p):
    """{measure: (P, R, F1)}."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as f:
        for d, o in zip(docs, outs):
            f.write(json.dumps(as_json(d, attributions(d, o, labels, p))) + "\n")
    scorer = runpy.run_path(os.path.join(corpora.SHARED, "eval", "score_attributions.py"))
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        scorer["main"](corpora.path("attributions", "dev.jsonl"), f.name)
    os.unlink(f.name)
    return {x.split()[0]: tuple(float(v) for v in x.split()[2::2]) for x in text.getvalue().splitlines()}


def scores_of(checkpoint, quant):
    model, coder = load(checkpoint, quant)
    docs = corpora.attributions("dev")
    return docs, run(model, coder, docs, ["source", "cue", "content", "ptr"]), model.labels


def main():
    a = argparse.ArgumentParser()
    a.add_argument("checkpoint")
    a.add_argument("--quant", action="store_true")
    a.add_argument("--tune", action="store_true")
    a = a.parse_args()
    docs, outs, labels = scores_of(a.checkpoint, a.quant)
    show = lambda r: " | ".join(f"{k} " + "/".join(f"{v:.3f}" for v in vs) for k, vs in r.items())
    best = dict(P)
    value = lambda p: sum(r[2] for r in score(docs, outs, labels, p).values())
    print(show(score(docs, outs, labels, best)), flush=True)
    if a.tune:
        top = value(best)
        grid = {"cue_bias": [-0.5, 0, 0.5, 1], "source_bias": [0, 0.5, 1], "content_bias": [-0.5, 0, 0.5], "switch": [1, 2, 3, 5, 8],
                "switch_sentence": [0, 1, 2, 4], "virtual": [0.3, 0.5, 1, 3, 100], "none": [0.1, 0.3, 1.0], "no_source": [0.03, 0.1, 0.3, 1.0], "floor": [1e-2, 1e-3, 1e-4]}
        for k, vs in grid.items():
            for v in vs:
                p = best | {k: v}
                if v != best[k] and (x := value(p)) > top:
                    top, best = x, p
            print(k, best[k], round(top, 4), flush=True)
        print(best, show(score(docs, outs, labels, best)))


if __name__ == "__main__":
    main()
