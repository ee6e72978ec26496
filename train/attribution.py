"""Attributions from the three taggers and the two pointers: the reference for FORMAT.md section 11."""
import math

from decode import spans, viterbi

# Settled on the dev split (see MODEL_CARD.md).
P = {"cue_bias": 0.5, "source_bias": 0.5, "content_bias": 0.0, "switch": 8.0, "switch_sentence": 4.0, "virtual": 0.5,
     "floor": 1e-3, "orphan": 5, "none": 0.3, "no_source": 1.0}


def tags(logp, labels, starts, bias):
    """Viterbi with `bias` added to every tag but O."""
    x = logp.copy()
    x[:, 1:] += bias
    return [labels[k] for k in viterbi(x, labels, starts)]


def attributions(doc, out, labels, p=P):
    """[{source, cue, content: word index lists}] of a document. `doc.starts`: sentence starts; `out`: scores of evaluate.run."""
    source = spans(tags(out["source"], labels["source"], doc.starts, p["source_bias"]))
    cue = spans(tags(out["cue"], labels["cue"], doc.starts, p["cue_bias"]))
    content = tags(out["content"], labels["content"], [x for x, _ in out["windows"]], p["content_bias"])
    result = []
    for (x, y), cc, cs in zip(out["windows"], out["cc"], out["cs"]):
        found, loose = window(doc, x, y, cc, cs, source, cue, content, p)
        result += found
        for run in loose:
            last = [max((i for k in ("source", "cue", "content") for i in a[k] if i < run[0]), default=-1) for a in result]
            if any(i >= 0 for i in last):
                a = result[last.index(max(last))]
                a["content"] = sorted(a["content"] + run)
            elif len(run) >= p["orphan"]:
                result.append({"source": [], "cue": [], "content": run})
    return [a for a in result if a["content"]]


def window(doc, x, y, cc, cs, source, cue, content, p):
    """Attributions of one window; and its runs of content words that point nowhere."""
    anchors, at = [], {}
    def add(role, a, b):
        for i in range(a, b):
            if x <= i < y and i not in at:
                at[i] = len(anchors)
        anchors.append({"role": role, "first": a, "span": (a, b)})
    inside = lambda s: x <= s[0] and s[1] <= y
    for s in filter(inside, cue):
        add("cue", s[0], s[1])
    for s in filter(inside, source):
        add("source", s[0], s[1])
    words = [i for i in range(x, y) if content[i] != "O"]
    prob = {i: [math.exp(v) for v in cc[i - x]] for i in words}
    mass = {}
    for i in words:
        for j, v in enumerate(prob[i][1:]):
            if x + j not in at and v > 0.2:
                mass[x + j] = mass.get(x + j, 0) + v
    for j, v in sorted(mass.items(), key=lambda z: (-z[1], z[0])):
        if v >= 3 * p["virtual"] and j not in at:
            add("cue", j, j + 1)
    n = len(anchors)
    emit = {}
    for i in words:
        e = [0.0] * (n + 1)
        e[n] = prob[i][0] * p["none"]
        for j, v in enumerate(prob[i][1:]):
            k = at.get(x + j)
            if k is not None and x + j != i:
                e[k] += v
        emit[i] = [math.log(v + p["floor"]) for v in e]
    state = chain(words, emit, n, content, set(doc.starts), p)
    out, of = [], {}
    for k, a in enumerate(anchors):
        mine = [i for i in words if state[i] == k]
        if not mine:
            continue
        if a["role"] == "cue":
            c = a["first"] - x
            best, src = math.exp(cs[c][0]) * p["no_source"], []
            for s in filter(inside, source):
                m = sum(math.exp(cs[c][1 + i - x]) for i in range(s[0], s[1]))
                if m > best and not set(range(s[0], s[1])) & set(range(*a["span"])):
                    best, src = m, list(range(s[0], s[1]))
            of[k] = len(out)
            out.append({"source": src, "cue": list(range(*a["span"])), "content": mine, "first": a["first"]})
        else:
            of[k] = len(out)
            out.append({"source": list(range(*a["span"])), "cue": [], "content": mine, "first": a["first"]})
    closure(out, of, state)
    for a in out:
        a["content"] = sorted(set(a["content"]) - set(a["cue"]))
    loose, prev = [], None
    for i in words:
        if state[i] == n:
            if prev == i - 1 and content[i] != "B":
                loose[-1].append(i)
            else:
                loose.append([i])
            prev = i
    return out, loose


def chain(words, emit, n, content, starts, p):
    """Viterbi over anchors (n = none): a change inside an unbroken run of content costs `switch`, at a sentence's start less."""
    state, prev, back, score = {}, None, {}, None
    for i in words:
        e = emit[i]
        if score is None:
            score, back[i] = e, None
        else:
            cost = 0.0 if prev != i - 1 or content[i] == "B" else p["switch_sentence"] if i in starts else p["switch"]
            top = max(range(n + 1), key=lambda k: (score[k], -k))
            b = [k if score[k] >= score[top] - cost else top for k in range(n + 1)]
            score = [(score[k] if b[k] == k else score[top] - cost) + e[k] for k in range(n + 1)]
            back[i] = b
        prev = i
    if words:
        k = max(range(n + 1), key=lambda z: (score[z], -z))
        for t in range(len(words) - 1, -1, -1):
            state[words[t]] = k
            if t:
                k = back[words[t]][k]
    return state


def closure(out, of, state):
    """A nested attribution's content also belongs to the one that holds its cue."""
    parent = {}
    for k, o in of.items():
        q = state.get(out[o]["first"])
        if q in of and of[q] != o:
            parent[o] = of[q]
    full = {o: set(a["content"]) for o, a in enumerate(out)}
    for o in parent:
        seen, q = {o}, parent[o]
        while q not in seen:
            full[q] |= set(out[o]["content"])
            seen.add(q)
            if q not in parent:
                break
            q = parent[q]
    for o, a in enumerate(out):
        a["content"] = sorted(full[o])


def char_spans(doc, words):
    """Word indices -> character spans, neighbours joined."""
    out = []
    for i in words:
        s, e = doc.spans[i]
        if out and i == prev + 1:
            out[-1][1] = e
        else:
            out.append([s, e])
        prev = i
    return out


def as_json(doc, found):
    return {"id": doc.id, "attributions": [{k: char_spans(doc, a[k]) for k in ("source", "cue", "content")} for a in found]}
