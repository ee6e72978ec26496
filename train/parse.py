"""Parses raw text files: `python parse.py CHECKPOINT OUT_DIR FILE...` writes CoNLL-U with every head's reading in MISC.

MISC: Start, End (character offsets), Ner, NerGum, Timex, Source, Cue, Content (BIO tags), ContentCue and CueSource (1-based word
number in the document, `none` = the pointer says none, with its probability), Doc (the word's number in the document).
"""
import math
import os
import sys

import corpora
import lemmas
from decode import viterbi
from evaluate import load, run

TAGS = {"ner": "Ner", "ner_gum": "NerGum", "timex": "Timex", "source": "Source", "cue": "Cue", "content": "Content"}


def conllu(model, doc, o, lemma_dict):
    L, lines = model.labels, []
    tags = {k: [L[k][j] for j in viterbi(o[k], L[k], doc.starts if k != "content" else [x for x, _ in o["windows"]])] for k in TAGS}
    where = {i: (w, x) for w, (x, y) in enumerate(o["windows"]) for i in range(x, y)}
    def point(name, i):
        w, x = where[i]
        s = o[name][w][i - x]
        k = s.argmax()
        return f"{x + k if k else 'none'}:{math.exp(s[k]):.2f}"
    for n, (a, b) in enumerate(doc.sentences()):
        lines += [f"# sent_id = {doc.id}-{n + 1}", "# text = " + doc.text[doc.spans[a][0]: doc.spans[b - 1][1]].replace("\n", " ")]
        for i in range(a, b):
            f, u, x = doc.forms[i], L["upos"][o["upos"][i].argmax()], where[i][1]
            h = o["head"][i]
            rel = L["deprel"][o["rel"][i]] if h else "root"
            misc = [f"Doc={i + 1}", f"Start={doc.spans[i][0]}", f"End={doc.spans[i][1]}"]
            misc += [f"{m}={tags[k][i]}" for k, m in TAGS.items() if tags[k][i] != "O"]
            if tags["content"][i] != "O":
                misc.append("ContentCue=" + point("cc", i))
            if tags["cue"][i] == "B":
                misc.append("CueSource=" + point("cs", i))
            if i + 1 < len(doc.forms) and doc.spans[i + 1][0] == doc.spans[i][1]:
                misc.append("SpaceAfter=No")
            lemma = lemma_dict.get(f.lower() + "\t" + u) or lemmas.apply(L["lemma"][o["lemma"][i].argmax()], f)
            lines.append("\t".join([str(i - a + 1), f, lemma, u, L["xpos"][o["xpos"][i].argmax()], "_",
                                    str(x + h - a if h else 0), rel, "_", "|".join(misc)]))
        lines.append("")
    return "\n".join(lines) + "\n"


def main(checkpoint, out_dir, *files):
    model, coder = load(checkpoint)
    lemma_dict = lemmas.dictionary(corpora.treebank("ewt_train") + corpora.treebank("gum_train"))
    for path in files:
        name = os.path.basename(path).rsplit(".", 1)[0]
        with open(path, encoding="utf-8") as f:
            doc = corpora.raw_doc(name, f.read())
        (o,) = run(model, coder, [doc], list(TAGS) + ["upos", "xpos", "lemma", "tree", "ptr"])
        with open(os.path.join(out_dir, name + ".conllu.tmp"), "w", encoding="utf-8") as f:
            f.write(conllu(model, doc, o, lemma_dict))
        os.replace(f.name, f.name.removesuffix(".tmp"))


if __name__ == "__main__":
    main(*sys.argv[1:])
