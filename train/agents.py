"""Nouns for persons from WordNet 3.0, for `../crates/lexicon/data/agent_nouns.tsv`.

usage: agents.py DICT > ../crates/lexicon/data/agent_nouns.tsv

DICT is WordNet's `dict` folder (Debian's package `wordnet-base` has it as /usr/share/wordnet). A noun of one word is taken
if its first sense is of the lexicographer file `noun.person`, and either its senses were counted in WordNet's tagged
texts, so that the first is the most frequent one, or none is of another kind than persons and groups. Names are left out,
and words that WordNet marks as slurs or as vulgar.
"""
import re
import sys

GROUP, PERSON = 14, 18
FOUL = {"ethnic_slur", "disparagement", "obscenity", "vulgarism", "dirty_word", "slang"}
UNMARKED = set("nobody somebody anybody coon cripple mulatto retard shithead shitter slut squaw whore whoremaster whoremonger"
               " whoreson".split())
HEADER = """\
# Nouns for persons: who can be the source or the target of an act though the text names nobody known ("the kidnappers").
# Origin: WordNet 3.0, (c) 2006 Princeton University; made by train/agents.py, whose head says which nouns are taken.
# Licence: WordNet 3.0 (LICENSE-WORDNET beside this file)."""


def persons(folder):
    """The nouns, sorted."""
    kind, name, words, usage = {}, set(), {}, {}
    for line in open(f"{folder}/data.noun", encoding="latin1"):
        if line.startswith("  "):
            continue
        cells = line.split(" ")
        offset, count = cells[0], int(cells[3], 16)
        kind[offset] = int(cells[1])
        words[offset] = {cells[4 + 2 * i] for i in range(count)}
        usage[offset] = [cells[i + 1] for i, cell in enumerate(cells) if cell == ";u"]
        if "@i" in cells:
            name.add(offset)
    found = []
    for line in open(f"{folder}/index.noun", encoding="latin1"):
        if line.startswith("  "):
            continue
        cells = line.split()
        lemma, pointers = cells[0], int(cells[3])
        tagged, senses = int(cells[5 + pointers]), cells[6 + pointers:]
        first = senses[0]
        plain = re.fullmatch(r"[a-z][a-z'-]{2,}", lemma) and lemma in words[first] and first not in name
        sure = tagged > 0 or all(kind[s] in (GROUP, PERSON) for s in senses)
        foul = any(words.get(o, set()) & FOUL for o in usage[first])
        if plain and not foul and lemma not in UNMARKED and kind[first] == PERSON and sure:
            found.append(lemma)
    return sorted(found)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(HEADER)
    print("\n".join(persons(sys.argv[1])))
