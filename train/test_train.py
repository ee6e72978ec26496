"""`python -m unittest` in this folder: the functions that FORMAT.md fixes, on sentences of our own. Needs no data."""
import itertools
import random
import re
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

import agents
import lemmas
import swap
from batch import collate, cut, same_sentence
from corpora import marks, raw_doc
from decode import mst, spans, viterbi
from model import Model, buckets, fq_act, fq_weight, q_weight
from pack import small
from train import ahead, losses, whole
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


def coded(**tags):
    """A document of two sentences, of three words (four pieces) and of two."""
    return {"ids": [[4], [5, 6], [9], [7], [13]], "shapes": [3, 2, 0, 5, 1], "sent": [0, 0, 0, 1, 1], "sizes": [[1, 2, 1], [1, 1]],
            "tags": tags, "pairs": [([0], [2], 1, 4)]}


class Batches(unittest.TestCase):
    def test_pieces_words_and_sentences(self):
        d = coded()
        b = collate([(d, 0, 5), (d, 3, 5)])
        self.assertEqual(b["ids"].tolist(), [[2, 4, 5, 6, 9, 7, 13, 3], [2, 7, 13, 3, 0, 0, 0, 0]])
        self.assertEqual(b["piece_word"].tolist(), [[0, 1, 2, 2, 3, 4, 5, 6], [0, 1, 2, 3, 7, 7, 7, 7]])
        self.assertEqual(b["shapes"][0].tolist(), [48, 3, 2, 2, 0, 5, 1, 48])
        self.assertEqual(b["word_real"].sum(-1).tolist(), [5, 2])
        same = same_sentence(b["sent"])
        self.assertEqual(same[0].int().tolist(), [[0, 1, 1, 0, 0], [1, 0, 1, 0, 0], [1, 1, 0, 0, 0], [0, 0, 0, 0, 1], [0, 0, 0, 1, 0]])
        self.assertEqual(same[1].sum().item(), 2)

    def test_heads_and_pointers_are_places_in_the_window(self):
        d = coded(head=[1, -1, 1, 4, -1], cc=[None, 3, -1, 0, None], upos=[-100] * 5)
        b = collate([(d, 0, 5)])
        self.assertEqual(b["tags"]["head"][0].tolist(), [2, 0, 2, 5, 0])
        self.assertEqual(b["tags"]["cc"][0].tolist(), [-100, 4, 0, 1, -100])
        self.assertNotIn("upos", b["tags"], "nothing is labelled")
        part = collate([(d, 0, 1), (d, 2, 5)])
        self.assertEqual(part["tags"]["head"].tolist(), [[-100, -100, -100], [-100, 3, 0]], "a head beyond the window is not the root")

    def test_pairs(self):
        p = collate([(coded(), 0, 3)])["pairs"]
        self.assertEqual((p["src"].tolist(), p["tgt"].tolist(), p["place"].tolist()), ([[1, 0, 0]], [[0, 0, 1]], [[0, 4, 1]]))
        self.assertTrue(p["typed"])

    def test_batches_made_ahead_are_the_same(self):
        d = coded(head=[1, -1, 1, 4, -1])
        made = [collate([w]) for w in cut([d, d])]
        for here, there in zip(made, itertools.islice(ahead(iter(made)), len(made))):
            self.assertEqual(here["ids"].tolist(), there["ids"].tolist())
            self.assertEqual(here["tags"]["head"].tolist(), there["tags"]["head"].tolist())


LABELS = {n: list("OBI") for n in "upos xpos lemma ner ner_gum ner_re3d timex source cue content".split()} | {"deprel": ["root", "obj"], "plover": ["NONE", "AID"]}


class Swapping(unittest.TestCase):
    def doc(self, text, src, tgt):
        d = raw_doc("x", text)
        d.pairs = [(src, tgt, "AID", 2)]
        return d

    def test_names_change_places_and_what_is_done_stays(self):
        d = swap.exchanged(self.doc("Chad's army said it had sent Mali corn.", [0], [7]), [["New", "Zealand"]], random.Random(1))
        self.assertEqual(d.forms, "New Zealand 's army said it had sent New Zealand corn .".split())
        (src, tgt, type, penta), = d.pairs
        self.assertEqual(([d.forms[i] for i in src], [d.forms[i] for i in tgt], type, penta), (["New", "Zealand"], ["New", "Zealand"], "AID", 2))
        self.assertEqual((src[0], tgt[0], d.starts), (0, 8, [0]))
        self.assertEqual([s // 24 for s in d.shapes], [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1])

    def test_what_an_actor_is_stays(self):
        d = swap.exchanged(self.doc("Two protesters left Mali.", [0, 1], [3]), [["Chad"]], random.Random(1))
        self.assertEqual(d.forms, "Two protesters left Chad .".split())
        self.assertIsNone(swap.exchanged(self.doc("Two protesters left home.", [0, 1], [3]), [["Chad"]], random.Random(1)))


class Teaching(unittest.TestCase):
    def test_nothing_is_left_to_learn_from_oneself(self):
        torch.manual_seed(1)
        batch = collate([(coded(head=[1, -1, 1, 4, -1], deprel=[1, 0, 1, 1, 0], ner=[0, 1, 2, 0, 0]), 0, 5)])
        for shape in (dict(layers=2, pool_after=1), dict(layers=1, pool_after=None)):
            one, other = (Model(14, LABELS, **shape).eval() for _ in range(2))
            plain, parts = losses(one, batch)
            self.assertEqual(sorted(parts), ["arc", "ner", "penta", "rel", "type"])
            one.taught = other.taught = ["upos", "ner", "arc", "cc", "pair"]
            itself, _ = losses(one, batch, one)
            self.assertAlmostEqual(itself.item(), plain.item(), places=4)
            total, parts = losses(one, batch, other)
            self.assertEqual(sorted(n for n in parts if n.endswith("'")), ["arc'", "cc'", "ner'", "penta'", "rel'", "type'", "upos'"])
            self.assertGreater(total.item(), plain.item())

    def test_relative_positions_go_both_ways_and_far_ones_share_a_bucket(self):
        b = buckets(256)
        self.assertEqual(b[5, :6].tolist(), [5, 4, 3, 2, 1, 0])
        self.assertEqual(b[0, :4].tolist(), [0, 17, 18, 19])
        self.assertEqual((b[200, 0].item(), b[0, 200].item()), (15, 31))

    def test_weights_packed_small_are_what_quantised_training_reads(self):
        w = {"heads.ner.weight": torch.randn(5, 8), "enc.word.weight": torch.randn(6, 8), "lab_b": torch.randn(3)}
        got = whole(small(w, 63))
        self.assertLess((got["heads.ner.weight"] - fq_weight(w["heads.ner.weight"])).abs().max().item(), 1e-6)
        self.assertLess((got["enc.word.weight"] - fq_weight(w["enc.word.weight"], 127)).abs().max().item(), 1e-6)
        self.assertLess((got["lab_b"] - w["lab_b"]).abs().max().item(), 2e-3)


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


class Agents(unittest.TestCase):
    def test_persons_by_their_first_sense(self):
        data = "  1 head\n" + "\n".join([
            "01 18 n 01 raider 0 000 | who raids", "02 06 n 01 cutter 0 000 | a tool", "03 18 n 02 cutter 0 tailor 0 000 | who cuts",
            "04 18 n 01 lincoln 0 001 @i 01 n 0000 | a president", "05 18 n 01 oaf 0 001 ;u 06 n 0000 | rude", "06 10 n 01 vulgarism 0 000 | a word",
            "07 14 n 01 band 0 000 | a group"])
        index = "  1 head\n" + "\n".join([
            "raider n 1 0 1 0 01", "cutter n 2 0 2 0 03 02", "tailor n 1 0 1 1 03", "lincoln n 1 0 1 0 04", "oaf n 1 0 1 0 05", "band n 1 0 1 1 07",
            "war_lord n 1 0 1 1 01"])
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "data.noun").write_text(data + "\n")
            (Path(folder) / "index.noun").write_text(index + "\n")
            # "cutter" is as well a tool, and nobody counted which it is.
            self.assertEqual(agents.persons(folder), ["raider", "tailor"])


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
