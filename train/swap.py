"""Pairs of actors with other actors in their place: what one did to the other does not hang on who they are.

Only names are exchanged (words with capitals, and small words between), for names of other pairs that were given for training: "protesters"
or "peacekeepers" say what happened, "Chad" does not.
"""
import random

from corpora import Doc

SMALL = {"of", "the", "and", "for", "'s"}


def name(doc, words):
    """The forms of an actor that is a name and nothing else; None of another."""
    forms = [doc.forms[i] for i in words]
    whole = words == list(range(words[0], words[-1] + 1)) and len(words) <= 5
    return forms if whole and forms[-1][0].isupper() and all(f[0].isupper() or f.lower() in SMALL for f in forms) else None


def names(docs):
    return [n for d in docs for s, t, *_ in d.pairs for n in (name(d, s), name(d, t)) if n]


def exchanged(doc, pool, rng):
    """The document with other names for its pair's actors; None if neither is a name or they overlap."""
    (src, tgt, type, penta), = doc.pairs
    new = {words[0]: (words[-1] + 1, rng.choice(pool)) for words in (src, tgt) if name(doc, words)}
    if not new or set(range(src[0], src[-1] + 1)) & set(range(tgt[0], tgt[-1] + 1)):
        return None
    forms, places, glued, starts, to, i = [], [], [], [], {}, 0
    while i < len(doc.forms):
        end, put = new.get(i, (i + 1, doc.forms[i:i + 1]))
        starts += [len(forms)] if set(doc.starts) & set(range(i, end)) else []
        for k in range(i, end):
            to[k] = len(forms), len(forms) + len(put)
        places += [doc.shapes[i] // 8 % 3] + [0] * (len(put) - 1)
        glued += [doc.shapes[i] // 24] + [int(w == "'s") for w in put[1:]]
        forms, i = forms + put, end
    out = Doc(doc.id, forms, starts, places, glued)
    place = lambda words: sorted({k for w in words for k in range(*to[w])})
    out.pairs = [(place(src), place(tgt), type, penta)]
    return out


def more(docs, pool, copies, seed=9):
    """`copies` of each document with exchanged actors."""
    rng = random.Random(seed)
    return [d for _ in range(copies) for d in (exchanged(d, pool, rng) for d in docs) if d]
