"""`python -m unittest` in this folder: the functions that FORMAT.md fixes, on sentences of our own. Needs no data."""
import itertools
import re
import unittest

import numpy as np
import torch

import lemmas
from corpora import marks
from decode import mst, spans, viterbi
from model import fq_act, fq_weight, q_weight
from words import Pieces, shape, split_sentences, tokenize, windows

VOCAB = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##reach", "##able", "elan", "'", "t", "n", "5", "##0", "$"]


class Words(unittest.TestCase):
    def test_pieces(self):
        p = Pieces(VOCAB)
        back = lambda w: [VOCAB[i] for i in p(w)]
        self.assertEqual(back("Unreachable"), ["un", "##reach", "##able"])
        self.assertEqual(back("Élan"), ["elan"])
        self.assertEqual(back("n't"), ["n", "'", "t"])
        self.assertEqual(back("$50"), ["$", "5", "##0"])
        self.assertEqual(back("unx"), ["[UNK]"])

    def test_shape(self):
        cases = {"—": 0, "1999": 1, "the": 2, "Paris": 3, "A": 4, "NATO": 5, "McNeil": 6, "G20": 7, "O'Neil": 6}
        self.assertEqual({w: shape(w) for w in cases}, cases)

    def test_windows_never_cut_a_short_sentence(self):
        self.assertEqual(windows([[1] * 3, [1] * 3, [1] * 3], 6, 99), [(0, 6), (6, 9)])
        self.assertEqual(windows([[1] * 2, [1] * 7, [1]], 3, 99), [(0, 2), (2, 5), (5, 8), (8, 9), (9, 10)])
        self.assertEqual(windows([[5, 5], [5]], 9, 10), [(0, 2), (2, 3)])

    def test_tokenize(self):
        words = lambda t: [t[a:b] for a, b in tokenize(t)]
        self.assertEqual(words("They don't, Mr. Roe's aide said."), ["They", "do", "n't", ",", "Mr.", "Roe", "'s", "aide", "said", "."])
        self.assertEqual(words("U.S.-led at 5:30"), ["U.S.", "-", "led", "at", "5:30"])

    def test_sentences(self):
        t = "He left. “Go!” she said.\n\nThe U.S. stayed"
        starts, places = split_sentences(t, tokenize(t))
        self.assertEqual(starts, [0, 3, 10])
        self.assertEqual([places[i] for i in starts], [2, 1, 2])


class Decoding(unittest.TestCase):
    def test_viterbi_has_no_stray_inside(self):
        logp = np.log(np.array([[.1, .3, .6], [.2, .2, .6], [.9, .05, .05], [.1, .1, .8]]))
        self.assertEqual(viterbi(logp, ["O", "B", "I"]), [1, 2, 1, 2][:2] + viterbi(logp, ["O", "B", "I"])[2:])
        self.assertNotEqual(viterbi(logp, ["O", "B", "I"], [0, 1])[1], 2)

    def test_spans(self):
        self.assertEqual(spans(["B-X", "I-X", "B-X", "O", "B-Y"]), [(0, 2, "X"), (2, 3, "X"), (4, 5, "Y")])

    def test_mst_is_the_best_single_rooted_tree(self):
        rng = np.random.default_rng(3)
        for _ in range(60):
            n = int(rng.integers(1, 5))
            s = rng.normal(size=(n, n + 1))
            s[np.arange(n), np.arange(n) + 1] = -1e9
            best = max((h for h in itertools.product(range(n + 1), repeat=n) if h.count(0) == 1 and tree(h)),
                       key=lambda h: sum(s[i, h[i]] for i in range(n)))
            self.assertEqual(tuple(mst(s)), best)


def tree(h):
    for i in range(len(h)):
        j, k = i + 1, 0
        while j and k <= len(h):
            j, k = h[j - 1], k + 1
        if j:
            return False
    return True


class Lemmas(unittest.TestCase):
    def test_scripts_give_back_the_lemma(self):
        for f, l in [("Ships", "ship"), ("was", "be"), ("NATO", "NATO"), ("n't", "not"), ("LONDON", "London"), ("a", "a"), ("I", "I")]:
            self.assertEqual(lemmas.apply(lemmas.script(f, l), f), l)


class Marks(unittest.TestCase):
    """The project's own marks on others' sentences keep their form: `own/*.tsv` (what is read of the texts is checked where they are)."""

    def test_names(self):
        rows = marks("ewt_names.tsv")
        self.assertEqual(len({id for id, _ in rows}), len(rows))
        for id, names in rows:
            end = 0
            for name in names.split() if names != "?" else []:
                first, last = map(int, re.fullmatch(r"(\d+)-(\d+):(?:PER|ORG|LOC)", name).groups())
                self.assertTrue(end < first <= last, (id, name))
                end = last

    def test_pairs(self):
        for _, id, *spans, type in marks("news_pairs.tsv"):
            (a, b), (c, d), (e, f) = (map(int, x.split("-")) for x in spans)
            self.assertTrue(a <= c < d <= b and a <= e < f <= b and (d <= e or f <= c), (id, spans))
            self.assertTrue(type.isupper())

    def test_news_names(self):
        for _, id, sent, *names in marks("news_names.tsv"):
            end, last = map(int, sent.split("-"))
            for name in names:
                a, b = map(int, re.fullmatch(r"(\d+)-(\d+):(?:PER|ORG|LOC)", name).groups())
                self.assertTrue(end <= a < b <= last, (id, sent, name))
                end = b

    def test_listed_names(self):
        rows = [(type, name) for type, name, _ in marks("name_lists.tsv")]
        self.assertEqual(len(set(rows)), len(rows))
        self.assertTrue(all(type in ("PER", "ORG", "LOC") and name == name.strip() for type, name in rows))


class Quantisation(unittest.TestCase):
    """Fake quantisation has the values of whole numbers times a scale, and the gradient of the identity."""

    def test_weights(self):
        w = torch.tensor([[0.5, -1.0, 0.26], [0.0, 0.0, 0.0]], requires_grad=True)
        y = fq_weight(w)
        whole, scale = q_weight(w.detach())
        self.assertTrue(torch.equal(y, whole * scale) and whole.abs().max() == 63)
        (y * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
        self.assertTrue(torch.equal(w.grad, torch.tensor([[1.0, 2.0, 3.0]] * 2)))

    def test_activations(self):
        x = torch.tensor([[-1.0, 0.0, 0.5, 3.0], [2.0, 2.0, 2.0, 2.0]], requires_grad=True)
        y = fq_act(x)
        self.assertEqual(y[0, 1], 0.0)
        self.assertLess((y - x).abs().max(), 4 / 255)
        y.sum().backward()
        self.assertTrue(torch.equal(x.grad, torch.ones_like(x)))


if __name__ == "__main__":
    unittest.main()
