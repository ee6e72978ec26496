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


def dictionary(docs):
    """(lower form, UPOS) -> lemma for words that have one lemma nine times in ten. Words seen once only where the lemma is not
    the form itself, for there the scripts guess as well."""
    seen = defaultdict(Counter)
    for d in docs:
        for f, u, l in zip(d.forms, d.labels["upos"], d.labels["lemma"]):
            seen[f.lower() + "\t" + u][l] += 1
    out = {}
    for k, c in sorted(seen.items()):
        (lemma, n), total = c.most_common(1)[0], sum(c.values())
        form, upos = k.split("\t")
        if lemma == "_" or n < 0.9 * total or (total == 1 and (upos == "PROPN" or lemma == form)):
            continue
        out[k] = lemma
    return out
