"""From scores to structures: BIO by Viterbi, trees by Chu-Liu/Edmonds, attributions from three taggers and two pointers."""
import numpy as np

NEG = -1e9


def viterbi(logp, labels, starts=(0,)):
    """Best BIO sequence; `logp` (n, k) log-softmax; I-X only after B-X or I-X, not at any of `starts`. FORMAT.md section 6."""
    n, k = logp.shape
    ok = np.array([[not b.startswith("I") or a[0] in "BI" and a[1:] == b[1:] for b in labels] for a in labels])
    trans = np.where(ok, 0.0, NEG)
    first = np.array([NEG if x.startswith("I") else 0.0 for x in labels])
    starts, back, score = set(starts), np.zeros((n, k), int), None
    for i in range(n):
        if i == 0 or i in starts:
            back[i] = 0 if score is None else score.argmax()
            score = logp[i] + first + (0 if score is None else score.max())
        else:
            m = score[:, None] + trans
            back[i] = m.argmax(0)
            score = m.max(0) + logp[i]
    out = [int(score.argmax())]
    for i in range(n - 1, 0, -1):
        out.append(int(back[i][out[-1]]))
    return out[::-1]


def names(ner, gum, labels, starts=(0,)):
    """Best BIO sequence of the `ner` head with GUM's as a second opinion. FORMAT.md section 6. `labels`: the model's label lists."""
    ours, theirs = labels["ner"], labels["ner_gum"]
    second = gum[:, [theirs.index(x) for x in ours]].copy()
    second[:, 0] = np.logaddexp.reduce(gum[:, [theirs.index(x) for x in ("O", "B-MISC", "I-MISC")]], axis=1)
    joint = ner + 0.5 * np.maximum(second, -6)
    joint[:, 0] += 2
    return viterbi(joint, ours, starts)


def spans(tags):
    """(start, end, type) of a BIO sequence of label strings."""
    out, cur = [], None
    for i, t in enumerate(list(tags) + ["O"]):
        if cur and (t[0] != "I" or t[2:] != cur[1]):
            out.append((cur[0], i, cur[1]))
            cur = None
        if t[0] == "B":
            cur = (i, t[2:])
    return out


def mst(scores):
    """Heads (0 root, j + 1 for word j) of one sentence; `scores` (n, n + 1) log-softmax, column 0 root. Exactly one root."""
    n = len(scores)
    heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and is_tree(heads):
        return heads
    best, best_score = None, -np.inf
    full = np.full((n + 1, n + 1), NEG)
    full[1:] = scores
    # the root that greedy likes best, and its rivals within reach
    order = np.argsort(-scores[:, 0])[:8]
    for r in order:
        s = full.copy()
        s[1:, 0] = NEG * 10
        s[r + 1] = NEG * 10
        s[r + 1, 0] = scores[r, 0]
        h = edmonds(s)
        total = sum(s[i, h[i]] for i in range(1, n + 1))
        if total > best_score:
            best, best_score = h[1:].copy(), total
    return best


def is_tree(heads):
    for i in range(len(heads)):
        seen, j = set(), i + 1
        while j:
            if j in seen:
                return False
            seen.add(j)
            j = heads[j - 1]
    return True


def edmonds(s):
    """Maximum arborescence rooted at 0; `s[i, j]`: score of head j for node i. Contracts cycles recursively."""
    n = len(s)
    s = s.copy()
    np.fill_diagonal(s, -np.inf)
    h = s.argmax(1)
    h[0] = 0
    cycle = None
    for i in range(1, n):
        path, j = [], i
        while j and j not in path:
            path.append(j)
            j = h[j]
        if j:
            cycle = path[path.index(j):]
            break
    if cycle is None:
        return h
    rest = [i for i in range(n) if i not in cycle]
    pos, c = {v: k for k, v in enumerate(rest)}, len(rest)
    t = np.full((c + 1, c + 1), -np.inf)
    enter, leave = {}, {}
    gain = {v: s[v, h[v]] for v in cycle}
    t[:c, :c] = s[np.ix_(rest, rest)]
    for v in rest:
        cand = [(s[v, u], u) for u in cycle]
        t[pos[v], c], leave[v] = max(cand, key=lambda x: (x[0], -x[1]))
        cand = [(s[u, v] - gain[u], u) for u in cycle]
        t[c, pos[v]], enter[v] = max(cand, key=lambda x: (x[0], -x[1]))
    hh = edmonds(t)
    out = h.copy()
    for v in rest:
        if v:
            out[v] = leave[v] if hh[pos[v]] == c else rest[hh[pos[v]]]
    v = rest[hh[c]]
    out[enter[v]] = v
    return out
