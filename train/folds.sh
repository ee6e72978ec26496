#!/bin/bash
# The models by which unseen names and event types are measured, from nothing: folds.sh OUT (two cores, 2 h 20 min).
# Writes checkpoints to OUT and to OUT/0 ... OUT/4 what `cargo xtask folds OUT` scores. A trunk that saw no UNER name and no PLOVER relation;
# from it two runs for each fold, a third on from their mean, and the mean of the three. What is there already is not made again.
set -eu
cd "$(dirname "$0")"
out=$1 python=${PYTHON:-python3}; mkdir -p "$out"
train() { name=$1; shift; [ -f "$out/$name.final.pt" ] || "$python" train.py --out "$out/$name" --weak-names "$@" > "$out/$name.log" 2>&1; }
trunk=syntax=6,attr=2.2,re3d=3,own_pairs=4,own_names=2,ewt_names=3,news_pairs=3
fold=uner=2,own_names=0.25,ewt_names=0.9,news_names=0.5,syntax=0.25,attr=0.06,pairs=5,own_pairs=1.5,news_pairs=2,re3d=0.2
third=uner=1.2,own_names=0.1,ewt_names=0.4,news_names=0.2,syntax=0.1,attr=0.03,pairs=3,own_pairs=1,news_pairs=0.8,re3d=0.2

train tA --kinds $trunk --minutes 8 --quant-from 2 --ema-from 0.6 --seed 31 --threads 2
for i in 0 1; do
    train tB$i --init "$out/tA.final.pt" --kinds $trunk,news_names=3 --minutes 25 --quant-from 0.75 --ema-from 0.65 --seed 4$i &
done; wait
"$python" blend.py "$out/tB0.final.pt" "$out/tB1.final.pt" 0.5 "$out/trunk.pt" --all
runs() { for k in 0 1 2 3 4; do train $1$k --init "$out/trunk.pt" --hold $k --kinds $fold --minutes 10 --quant-from 0.4 --ema-from 0.4 --lr 1.5e-4 --head-lr 7e-4 --seed $2$k; done; }
runs f 4 & runs g 5 & wait
thirds() { for k in $1; do
    "$python" blend.py "$out/f$k.final.pt" "$out/g$k.final.pt" 0.5 "$out/fg$k.pt" --all
    train i$k --init "$out/fg$k.pt" --hold $k --kinds $third --minutes 9 --quant-from 0 --ema-from 0.4 --lr 1e-4 --head-lr 5e-4 --seed 6$k
done; }
thirds "0 2 4" & thirds "1 3" & wait
for k in 0 1 2 3 4; do [ -f "$out/i$k.final.pt" ] || { echo "fold $k is missing: see $out/*.log" >&2; exit 1; }; done
"$python" cross.py "$out/f%d.final.pt" "$out/g%d.final.pt" "$out/i%d.final.pt" --export "$out"
