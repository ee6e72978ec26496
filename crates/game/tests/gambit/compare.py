"""Compares our answers with Gambit's: `python compare.py FOLDER`.

FOLDER has NAME.efg beside NAME.json: {"value": [..], "behaviour": {"i0": [..]}, "pure": [[..payoffs..]], "mixed": [[..]]};
numbers are rationals as text, `pure` and `mixed` (null: not asked) are sorted lists, an equilibrium being its payoffs and,
for each player, the sorted probabilities that are not 0. Prints what differs and a count; exit code 1 if anything does.
"""
import json
import multiprocessing
import pathlib
import sys
from fractions import Fraction

import pygambit as gbt


def shown(game, profile):
    payoffs = [str(Fraction(str(profile.payoff(p)))) for p in game.players]
    weights = [sorted(str(Fraction(str(profile[s]))) for s in p.strategies if profile[s] != 0) for p in game.players]
    return payoffs + [" ".join(w) for w in weights]


def differences(folder, name):
    ours = json.loads((folder / f"{name}.json").read_text())
    game = gbt.read_efg(str(folder / f"{name}.efg"))
    profile = game.mixed_behavior_profile(rational=True)
    for player in game.players:
        for infoset in player.infosets:
            for action, p in zip(infoset.actions, ours["behaviour"][infoset.label]):
                profile[action] = Fraction(p)
    value = [str(Fraction(str(profile.payoff(p)))) for p in game.players]
    if value != ours["value"]:
        yield f"value {ours['value']}, Gambit {value}"
    if profile.max_regret() != 0:
        yield f"regret {profile.max_regret()}: no equilibrium"
    for kind, solve in (
        ("pure", lambda g: gbt.nash.enumpure_solve(g)),
        ("mixed", lambda g: gbt.nash.enummixed_solve(g, rational=True)),
    ):
        if ours[kind] is not None:
            theirs = sorted(shown(game, e) for e in solve(game).equilibria)
            if theirs != sorted(ours[kind]):
                yield f"{kind} {ours[kind]}, Gambit {theirs}"


def lines(path):
    return [f"{path.stem}: {line}" for line in differences(path.parent, path.stem)]


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.efg"))
    # As many at a time as there are processors.
    with multiprocessing.Pool() as pool:
        wrong = [line for found in pool.imap(lines, paths, chunksize=10) for line in found]
    print("\n".join([*wrong, f"{len(paths)} games compared with Gambit {gbt.__version__}, {len(wrong)} differences"]))
    sys.exit(1 if wrong or not paths else 0)


if __name__ == "__main__":
    main()
