"""Reads every training corpus of ../shared/data into `Doc`s: words with labels. Sources: each folder's SOURCE.md."""
import hashlib
import json
import os
import re

from words import shape, split_sentences, tokenize

OWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "own")
SHARED = os.environ.get("DEMARCHE_SHARED", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "shared"))
IGNORE = -100
BIO3 = ["O", "B", "I"]


class Doc:
    """One document. `labels[name]` has one value a word (a string, or a word index for pointers), None = not annotated."""

    def __init__(self, id, forms, starts, places, glued):
        self.id, self.forms, self.starts = id, forms, starts
        self.shapes = [shape(f) + 8 * p + 24 * g for f, p, g in zip(forms, places, glued)]
        self.labels, self.pairs, self.spans, self.text = {}, [], None, None

    def sentences(self):
        ends = self.starts[1:] + [len(self.forms)]
        return list(zip(self.starts, ends))


def path(*parts):
    return os.path.join(SHARED, "data", *parts)


def jsonl(*parts):
    with open(path(*parts), encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def raw_doc(id, text):
    """A Doc over raw text with the approximate tokenizer; `spans` are the words' character offsets."""
    spans = tokenize(text)
    starts, places = split_sentences(text, spans)
    glued = [int(i > 0 and spans[i - 1][1] == s) for i, (s, _) in enumerate(spans)]
    doc = Doc(id, [text[s:e] for s, e in spans], starts, places, glued)
    doc.spans, doc.text = spans, text
    return doc


def covered(doc, spans):
    """Sorted indices of the words that overlap any of the character spans."""
    return [i for i, (a, b) in enumerate(doc.spans) if any(a < e and s < b for s, e in spans)]


def bio(doc, name, spans):
    """Sets `labels[name]` from (character span, type) pairs; earlier spans win."""
    out = ["O"] * len(doc.forms)
    for span, type in spans:
        idx = covered(doc, [span])
        if idx and all(out[i] == "O" for i in idx):
            for k, i in enumerate(idx):
                out[i] = ("I" if k else "B") + (f"-{type}" if type else "")
    doc.labels[name] = out


# ---- treebanks -------------------------------------------------------------------------------------------------

def treebank(name):
    """Docs of a CoNLL-U file with upos, xpos, lemma, head (word index, -1 root), deprel; ner_gum where Entity= is."""
    docs, meta = [], {}
    rows = places = glued = heads = starts = sent_ids = ents = None
    def flush():
        if rows:
            d = Doc(meta["doc"], [r[1] for r in rows], starts, places, glued)
            d.labels = {"upos": [r[3] for r in rows], "xpos": [r[4] for r in rows], "lemma": [r[2] for r in rows],
                        "deprel": [r[7] for r in rows], "head": heads}
            d.sent_ids = sent_ids
            if name.startswith("gum"):
                d.labels["ner_gum"] = gum_names(d, [r[9] for r in rows])
            docs.append(d)
    sent, new_par, space, skip_to, mwt_after = 0, True, True, 0, None
    for line in open(path("treebanks", name + ".conllu"), encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            flush()
            rows, places, glued, heads, starts, sent_ids = [], [], [], [], [], []
            meta["doc"], new_par, space = line.split("=")[1].strip(), True, True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            new_par = True
        elif line.startswith("# sent_id"):
            sent_ids.append(line.split("=", 1)[1].strip())
        elif line and line[0] != "#":
            c = line.split("\t")
            if "." in c[0]:
                continue
            if "-" in c[0]:
                skip_to, mwt_after = int(c[0].split("-")[1]), "SpaceAfter=No" not in c[9]
                continue
            i = int(c[0])
            if i == 1:
                starts.append(len(rows))
                base = len(rows)
            places.append(2 if i == 1 and new_par else 1 if i == 1 else 0)
            new_par = new_par and i != 1
            glued.append(0 if space or not rows else 1)
            h = int(c[6])
            heads.append(base + h - 1 if h else -1)
            space = "SpaceAfter=No" not in c[9]
            if i <= skip_to:
                space = mwt_after if i == skip_to else False
            rows.append(c)
        elif not line:
            skip_to = 0
    flush()
    return docs


GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}


def gum_names(doc, misc):
    """BIO of named GUM mentions: head is a PROPN; from the first to the last PROPN around it, cut at punctuation."""
    open_, spans = [], []
    for i, m in enumerate(misc):
        e = re.search(r"Entity=([^|]*)", m)
        if not e:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", e.group(1)):
            if part[0] == "(":
                f = part.strip("()").split("-")
                open_.append((f[0], f[1], i))
                if part[-1] == ")":
                    spans.append((i, i + 1, open_.pop()[1]))
            else:
                id = part.strip("()")
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0] == id:
                        _, type, s = open_.pop(k)
                        spans.append((s, i + 1, type))
                        break
    out, up, head = ["O"] * len(doc.forms), doc.labels["upos"], doc.labels["head"]
    for s, e, type in sorted(spans, key=lambda x: (x[1] - x[0], x[0])):
        tops = [i for i in range(s, e) if not s <= head[i] < e]
        if len(tops) != 1 or up[tops[0]] != "PROPN":
            continue
        a = b = tops[0]
        stop = lambda i: doc.forms[i] in {",", "(", ")", ";", ":", "--"} or up[i] in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}
        while a > s and not stop(a - 1):
            a -= 1
        while b + 1 < e and not stop(b + 1):
            b += 1
        while up[a] != "PROPN":
            a += 1
        while up[b] != "PROPN":
            b -= 1
        if any(out[i] != "O" for i in range(a, b + 1)):
            continue
        t = GUM_TYPES.get(type, "MISC")
        for i in range(a, b + 1):
            out[i] = ("B-" if i == a else "I-") + t
    return out


# ---- names, dates ----------------------------------------------------------------------------------------------

def uner(dev=None):
    """The UNER labels put on the words of EWT dev. Docs as `treebank("ewt_dev")`, with `ner` and without the tree labels."""
    docs, gold = treebank("ewt_dev"), {d["id"]: d for d in jsonl("entities", "uner_ewt_dev.jsonl")}
    for d in docs:
        out = []
        for (a, b), id in zip(d.sentences(), d.sent_ids):
            g, pos, offs = gold[id], 0, []
            for f in d.forms[a:b]:
                k = g["text"].find(f, pos)
                k = pos if k < 0 or k > pos + 3 else k
                offs.append((k, k + len(f)))
                pos = k + len(f)
            tags = ["O"] * (b - a)
            for s in g["spans"]:
                x, y = s["span"]
                first = True
                for i, (p, q) in enumerate(offs):
                    if p < y and x < q:
                        tags[i], first = ("B-" if first else "I-") + s["type"], False
            out += tags
        d.labels = {"ner": out}
    return docs


def ewt_names(only=None):
    """EWT train with the project's own `ner` labels (`own/ewt_names.tsv`) beside its trees; None in sentences that have none.
    `only`: the labels of that name alone."""
    docs, marked = treebank("ewt_train"), dict(marks("ewt_names.tsv"))
    for d in docs:
        out = []
        for (a, b), id in zip(d.sentences(), d.sent_ids):
            names = marked.pop(id, "")
            tags = [None if names == "?" else "O"] * (b - a)
            for first, last, type in re.findall(r"(\d+)-(\d+):([A-Z]+)", names):
                tags[int(first) - 1:int(last)] = ["B-" + type] + ["I-" + type] * (int(last) - int(first))
            out += tags
        if len(out) != len(d.forms):
            raise ValueError(f"{d.id}: names beyond a sentence's end")
        d.labels["ner"] = out
        if only:
            d.labels = {only: d.labels[only]}
    if marked:
        raise ValueError(f"names of sentences that EWT train does not have: {sorted(marked)[:3]}")
    return docs


def re3d(part):
    """re3d sentences; types beside PER, ORG, LOC become MISC."""
    docs = []
    for r in jsonl("entities", f"re3d_{part}.jsonl"):
        d = raw_doc(r["id"], r["text"])
        if d.forms:
            bio(d, "ner_re3d", [(s["span"], s["type"] if s["type"] in {"PER", "ORG", "LOC"} else "MISC") for s in r["spans"]])
            docs.append(d)
    return docs


def timex(part):
    """TempEval-3 news; every 8th document is dev."""
    docs = []
    for k, r in enumerate(jsonl("dates", "tbaq.jsonl")):
        if (k % 8 == 7) != (part == "dev"):
            continue
        d = raw_doc(r["id"], r["text"])
        bio(d, "timex", [(s["span"], s["type"]) for s in r["spans"]])
        docs.append(d)
    return docs


# ---- the project's own sentences ------------------------------------------------------------------------------

def marks(file):
    """The fields of each row of `own/FILE`, marks on others' sentences; lines with "#" are about the file."""
    with open(os.path.join(OWN, file), encoding="utf-8") as f:
        return [line.split("\t") for line in f.read().splitlines() if not line.startswith("#")]


def own(file):
    """(text before the tab or "", sentence, [(span, label)]) of each row of `own/FILE`; spans are written `[LABEL:words]`."""
    rows = []
    with open(os.path.join(OWN, file), encoding="utf-8") as f:
        for line in f.read().splitlines():
            kind, marked = line.split("\t") if "\t" in line else ("", line)
            text, spans = "", []
            for label, words, plain in re.findall(r"\[([A-Z]+):([^\[\]]*)\]|([^\[]+|\[)", marked):
                if label:
                    spans.append(((len(text), len(text) + len(words)), label))
                text += words or plain
            rows.append((kind, text, spans))
    return rows


def own_names():
    """The project's own sentences with names by UNER's guideline, one a doc."""
    docs = []
    for k, (_, text, spans) in enumerate(own("names.txt")):
        d = raw_doc(f"own-names-{k}", text)
        d.starts = [0]
        bio(d, "ner", spans)
        docs.append(d)
    return docs


def quad_classes():
    """The quad class of each PLOVER type, as the first relation of the type has it."""
    return {r["type"]: r["penta"] for r in reversed(jsonl("events", "plover_relations.jsonl"))}


def own_pairs():
    """The project's own sentences with a PLOVER event (or none) between two marked actors."""
    classes, docs = quad_classes(), []
    for k, (type, text, spans) in enumerate(own("pairs.tsv")):
        d, place = raw_doc(f"own-pairs-{k}", text), {label: span for span, label in spans}
        d.pairs = [(covered(d, [place["S"]]), covered(d, [place["T"]]), type, classes.get(type, 0))]
        docs.append(d)
    return docs


def news_pairs():
    """Pairs in sentences of the training news (attributions, dates, re3d) with the PLOVER event that the project gave them
    (`own/news_pairs.tsv`: file, document, the characters of the sentence, of the source and of the target, type)."""
    classes, docs = quad_classes(), []
    texts = {(f, r["id"]): r["text"] for f in ("attributions/train", "dates/tbaq", "entities/re3d_train") for r in jsonl(f + ".jsonl")}
    for file, id, sent, src, tgt, type in marks("news_pairs.tsv"):
        (a, b), s, t = (tuple(map(int, x.split("-"))) for x in (sent, src, tgt))
        d = raw_doc(f"news-pairs-{len(docs)}", texts[file, id][a:b])
        src, tgt = covered(d, [(s[0] - a, s[1] - a)]), covered(d, [(t[0] - a, t[1] - a)])
        if src and tgt:
            d.pairs = [(src, tgt, type, classes.get(type, 0))]
            docs.append(d)
    return docs


def news_names():
    """Sentences of the training news with the project's own `ner` labels (`own/news_names.tsv`: file, document, the characters of the
    sentence, its names as characters of the document), one a doc."""
    texts, docs = {r["id"]: r["text"] for r in jsonl("attributions/train.jsonl")}, []
    for _, id, sent, *names in marks("news_names.tsv"):
        a, b = map(int, sent.split("-"))
        d = raw_doc(f"news-names-{len(docs)}", texts[id][a:b])
        d.starts = [0]
        bio(d, "ner", [((int(s) - a, int(e) - a), type) for name in names for s, e, type in re.findall(r"(\d+)-(\d+):([A-Z]+)", name)])
        docs.append(d)
    return docs


def listed_names():
    """{type: [word lists]} of the real names in `own/name_lists.tsv`."""
    out = {}
    for type, name, _ in marks("name_lists.tsv"):
        out.setdefault(type, []).append(raw_doc("", name).forms)
    return out


# ---- attributions ----------------------------------------------------------------------------------------------

def attributions(part):
    """PolNeAR: source, cue, content (BIO); cc, cs (pointers). See FORMAT.md section 9."""
    return [attributed(r) for r in jsonl("attributions", part + ".jsonl")]


def attributed(r):
    d = raw_doc(r["id"], r["text"])
    n = len(d.forms)
    d.labels = {"source": ["O"] * n, "cue": ["O"] * n, "content": ["O"] * n, "cc": [None] * n, "cs": [None] * n}
    inner = [None] * n
    for role in ("source", "cue"):
        bio(d, role, sorted(((s, "") for a in r["attributions"] for s in a[role]), key=lambda s: s[0][1] - s[0][0]))
    for a in r["attributions"]:
        src, cue, con = (covered(d, a[k]) for k in ("source", "cue", "content"))
        key = cue[0] if cue else src[0] if src else -1
        if cue:
            d.labels["cs"][cue[0]] = src[0] if src else -1
        for i in con:
            if inner[i] is None or len(con) < inner[i][0]:
                inner[i] = (len(con), key)
    prev = None
    for i, x in enumerate(inner):
        if x:
            d.labels["cc"][i] = x[1]
            d.labels["content"][i] = "I" if prev and prev[1] == x[1] else "B"
        prev = x
    return d


# ---- events ----------------------------------------------------------------------------------------------------

def fold(text, n=5):
    """Fold of a text by its first 40 characters, so that near-duplicates stay together."""
    return int(hashlib.sha256(text[:40].encode()).hexdigest(), 16) % n


def pair_docs(part):
    """PLOVER relations and CAMEO quad classes as single-pair docs; fold 0 of both is dev."""
    docs = []
    for file in ("plover_relations", "cameo_penta"):
        for r in jsonl("events", file + ".jsonl"):
            if part != "all" and (fold(r["text"]) == 0) != (part == "dev"):
                continue
            d = raw_doc(r["id"], r["text"])
            src, tgt = covered(d, r["source"]), covered(d, r["target"])
            if src and tgt:
                type = r.get("type") or ("NONE" if r["penta"] == 0 else None)
                d.pairs = [(src, tgt, type, r["penta"])]
                docs.append(d)
    return docs
