"""Lemmas as edit scripts (FORMAT.md section 8), after UDPipe's lemma rules (Straka et al., CoNLL 2018)."""
import os.path
from collections import Counter, defaultdict

IDENTITY = "k-0+"


def cased(form, case):
    if case == "k":
        return form
    low = form.lower()
    return low[:1].upper() + low[1:] if case == "c" else low


def script(form, lemma):
    """The cheapest script that makes `lemma` of `form`."""
    best = None
    for case in "klc":
        base = cased(form, case)
        p = len(os.path.commonprefix([base, lemma]))
        cost = (len(base) - p + len(lemma) - p, "klc".index(case))
        if best is None or cost < best[0]:
            best = (cost, f"={lemma}" if p == 0 and lemma else f"-{len(base) - p}+{lemma[p:]}", case, p)
    _, edit, case, p = best
    return ("l" if p == 0 and lemma else case) + edit


def apply(s, form):
    edit = s[1:]
    if edit[0] == "=":
        return edit[1:]
    k, add = edit[1:].split("+", 1)
    base = cased(form, s[0])
    return base[: len(base) - int(k)] + add if int(k) <= len(base) else base


def scripts(docs, least=3):
    """Scripts that occur at least `least` times, identity first, then by frequency."""
    c = Counter(script(f, l) for d in docs for f, l in zip(d.forms, d.labels["lemma"]))
    c.pop(IDENTITY, None)
    return [IDENTITY] + [s for s, n in sorted(c.items(), key=lambda x: (-x[1], x[0])) if n >= least]


def dictionary(docs, known):
    """(lower form, UPOS) -> lemma for words whose script is not `known`, seen at least twice with one lemma always."""
    seen = defaultdict(Counter)
    for d in docs:
        for f, u, l in zip(d.forms, d.labels["upos"], d.labels["lemma"]):
            seen[f.lower() + "\t" + u][(l, script(f, l) in known)] += 1
    out = {}
    for k, c in seen.items():
        (lemma, ok), n = c.most_common(1)[0]
        if not ok and len({l for l, _ in c}) == 1 and n >= 2:
            out[k] = lemma
    return out
