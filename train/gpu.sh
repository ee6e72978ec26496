#!/bin/bash
# Teachers, their pupils and the folds of cross.py on one GPU (an H200: ten minutes): gpu.sh DATA OUT START
# DATA: the folder of `pack.py there`. START: the checkpoint from which the second shipped candidate goes on. Writes OUT/*.final.pt.
# No model of a fold, nor its trunk or teacher, saw the fold's names, pairs or dated texts.
set -u
data=$1 out=$2 start=$3
cd "$(dirname "$0")"; mkdir -p "$out"
export OMP_NUM_THREADS=1 PYTHONUNBUFFERED=1
t0=$(date +%s)
train() { name=$1; shift; python3 train.py --device cuda --data "$data" --out "$out/$name" --save-every 99 "$@" > "$out/$name.log" 2>&1; echo "$(($(date +%s) - t0)) s: $name $(tail -n 1 "$out/$name.log")"; }
big="--mpnet --lr 7e-5 --head-lr 1e-3 --ema-from 0.7 --quant-from 2"
trunk=syntax=6,attr=4,re3d=3,own_pairs=3,own_names=1.5,ewt_names=2,news_pairs=3,news_names=2
heads=upos,xpos,lemma,arc,cc,cs,source,cue,content,ner,ner_gum,ner_re3d,pair

train whole $big --scale 5 --minutes 2 --seed 61 --kinds $trunk,uner=3,pairs=4,timex=5 &
whole=$!
train teacher $big --scale 5 --minutes 1.7 --seed 60 --kinds $trunk
train trunk --teacher $out/teacher.final.pt --taught $heads --scale 3 --minutes 2.6 --seed 62 --lr 3e-4 --head-lr 1.2e-3 --quant-from 0.75 --ema-from 0.65 \
    --kinds syntax=8,attr=5,re3d=4,own_pairs=5,own_names=3,ewt_names=4,news_pairs=4,news_names=4 &
waits=$!
for k in 0 1 2 3 4; do
    train teacher$k --init $out/teacher.final.pt --hold $k --lr 5e-5 --head-lr 5e-4 --ema-from 0.4 --quant-from 2 --scale 2 --minutes 1.2 --seed 7$k \
        --kinds uner=2,own_names=0.15,ewt_names=0.4,news_names=0.3,syntax=0.2,attr=0.06,pairs=5,own_pairs=1,news_pairs=2,re3d=0.2 &
    waits="$waits $!"
done
wait $whole
train ship --teacher $out/whole.final.pt --taught $heads,timex --scale 3 --minutes 5.2 --seed 63 --lr 3e-4 --head-lr 1.2e-3 --quant-from 0.7 --ema-from 0.7 \
    --kinds syntax=10,attr=6,re3d=4,own_pairs=5,own_names=3,ewt_names=5,news_pairs=5,news_names=5,uner=3,pairs=5,timex=8 &
all=$!
train on --init $start --teacher $out/whole.final.pt --taught $heads,timex --scale 2 --minutes 4.6 --seed 64 --lr 1.5e-4 --head-lr 6e-4 --quant-from 0 --ema-from 0.5 \
    --kinds syntax=2,attr=1,re3d=0.5,own_pairs=1.5,own_names=0.7,ewt_names=1.5,news_pairs=2,news_names=1,uner=1.5,pairs=3,timex=1 &
all="$all $!"
wait $waits
for k in 0 1 2 3 4; do
    for s in 1 2; do
        train fold$s$k --init $out/trunk.final.pt --hold $k --teacher $out/teacher$k.final.pt --taught $heads --scale 1.5 --minutes 2.6 --seed $s$k \
            --lr 1.5e-4 --head-lr 7e-4 --quant-from 0.5 --ema-from 0.4 \
            --kinds uner=2,own_names=0.25,ewt_names=0.9,news_names=0.5,syntax=0.25,attr=0.06,pairs=5,own_pairs=1.5,news_pairs=2,re3d=0.2 &
        all="$all $!"
    done
done
wait $all
