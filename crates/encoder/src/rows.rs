//! Rows of activations in eight bits, each with its own scale and zero point.

use crate::Isa;
use crate::isa::each_isa;
use crate::math::{max_of, min_of, round_byte, round_even};

/// Quantised rows: `x = step * (q - zero)` in every row.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    width: usize,
    q: Vec<u8>,
    steps: Vec<f32>,
    zeros: Vec<i32>,
}

impl Rows {
    /// No rows yet, each to be `width` wide.
    pub fn new(width: usize) -> Rows {
        Rows { width, ..Rows::default() }
    }

    /// Values a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The eight-bit values of row `r`.
    pub fn row(&self, r: usize) -> &[u8] {
        &self.q[r * self.width..][..self.width]
    }

    /// Step and zero point of row `r`.
    pub fn scale(&self, r: usize) -> (f32, i32) {
        (self.steps[r], self.zeros[r])
    }

    /// Forgets all rows and takes rows of `width` from now on; keeps the memory.
    pub fn clear(&mut self, width: usize) {
        self.width = width;
        self.q.clear();
        self.steps.clear();
        self.zeros.clear();
    }

    /// Quantises the rows of `x` (whole rows, one after the other) and appends them.
    pub fn push(&mut self, isa: Isa, x: &[f32]) {
        let count = x.len() / self.width;
        let old = self.len();
        self.q.resize((old + count) * self.width, 0);
        self.steps.resize(old + count, 0.0);
        self.zeros.resize(old + count, 0);
        let q = &mut self.q[old * self.width..];
        quantise(isa, x, self.width, q, &mut self.steps[old..], &mut self.zeros[old..]);
    }

    /// The values of row `r` that the eight bits stand for, into `out`.
    pub fn read(&self, r: usize, out: &mut [f32]) {
        let (step, zero) = self.scale(r);
        for (o, &q) in out.iter_mut().zip(self.row(r)) {
            *o = (i32::from(q) - zero) as f32 * step;
        }
    }
}

each_isa! {
    fn quantise(x: &[f32], width: usize, q: &mut [u8], steps: &mut [f32], zeros: &mut [i32]) = quantise_any;
}

#[inline(always)]
fn quantise_any(x: &[f32], width: usize, q: &mut [u8], steps: &mut [f32], zeros: &mut [i32]) {
    for (((x, q), step), zero) in
        x.chunks_exact(width).zip(q.chunks_exact_mut(width)).zip(steps.iter_mut()).zip(zeros.iter_mut())
    {
        let (lo, hi) = (min_of(x).min(0.0), max_of(x).max(0.0));
        let d = hi - lo;
        if d > 0.0 && d.is_finite() {
            let inv = 255.0 / d;
            let z = round_even(-lo * inv);
            *step = d / 255.0;
            *zero = z as i32;
            for (q, &x) in q.iter_mut().zip(x) {
                *q = round_byte((round_even(x * inv) + z).clamp(0.0, 255.0));
            }
        } else {
            *step = 0.0;
            *zero = 0;
            q.fill(0);
        }
    }
}
