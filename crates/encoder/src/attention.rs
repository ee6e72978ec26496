//! Scaled dot-product attention of one window, in 32-bit floats with a fixed order of sums.

use crate::isa::each_isa;
use crate::math::softmax;
use crate::nn::product_any;

/// Values a head.
const HEAD: usize = 32;

/// Memory that attention uses again.
#[derive(Debug, Default)]
pub struct Attention {
    q: Vec<f32>,
    k: Vec<f32>,
    v: Vec<f32>,
    scores: Vec<f32>,
    out: Vec<f32>,
}

each_isa! {
    /// Attention of `n` rows of queries, keys and values (`[n, 3 * heads * 32]`) into `out` (`[n, heads * 32]`).
    pub(crate) fn attend(qkv: &[f32], n: usize, heads: usize, scratch: &mut Attention, out: &mut [f32]) = attend_any;
}

/// Rows of scores that are worked on together.
const BLOCK: usize = 24;
/// Keys that are turned together.
const LINE: usize = 16;

#[inline(always)]
fn attend_any(qkv: &[f32], n: usize, heads: usize, s: &mut Attention, out: &mut [f32]) {
    let width = heads * HEAD;
    // Scores have a whole number of tiles; the padding is never read as a score.
    let wide = n.next_multiple_of(HEAD);
    s.k.clear();
    s.k.resize(HEAD * wide, 0.0);
    s.v.resize(n * HEAD, 0.0);
    s.q.resize(BLOCK * HEAD, 0.0);
    s.scores.resize(BLOCK * wide, 0.0);
    s.out.resize(BLOCK * HEAD, 0.0);
    let scale = 1.0 / (HEAD as f32).sqrt();
    for a in 0..heads {
        for (j, row) in qkv.chunks_exact(3 * width).enumerate() {
            s.v[j * HEAD..][..HEAD].copy_from_slice(&row[2 * width + a * HEAD..][..HEAD]);
        }
        for from in (0..n).step_by(LINE) {
            let count = (n - from).min(LINE);
            for d in 0..HEAD {
                for j in from..from + count {
                    s.k[d * wide + j] = qkv[j * 3 * width + width + a * HEAD + d];
                }
            }
        }
        for first in (0..n).step_by(BLOCK) {
            let count = (n - first).min(BLOCK);
            for i in 0..count {
                let q = &qkv[(first + i) * 3 * width + a * HEAD..][..HEAD];
                for d in 0..HEAD {
                    s.q[i * HEAD + d] = q[d] * scale;
                }
            }
            let scores = &mut s.scores[..count * wide];
            scores.fill(0.0);
            product_any(&s.q[..count * HEAD], HEAD, &s.k, HEAD, wide, scores);
            for row in scores.chunks_exact_mut(wide) {
                softmax(&mut row[..n]);
            }
            let mixed = &mut s.out[..count * HEAD];
            mixed.fill(0.0);
            product_any(scores, wide, &s.v, n, HEAD, mixed);
            for (i, row) in mixed.chunks_exact(HEAD).enumerate() {
                out[(first + i) * width + a * HEAD..][..HEAD].copy_from_slice(row);
            }
        }
    }
}
