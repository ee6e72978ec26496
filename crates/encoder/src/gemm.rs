//! The quantised matrix product: u8 rows times i8 weights, exact in i32, then scale and bias.
//!
//! Weights stay within -63..=63, so that the pair sums of AVX2's `vpmaddubsw` (at most 2 * 255 * 63 = 32130) never saturate
//! and every instruction set gives the same integers. Weights are packed `[n / 16][k / 4][16][4]`: sixteen outputs side by
//! side, four inputs each, which is what the dot-product instructions take.

use crate::math::gelu;
use crate::{Isa, Rows};

/// Largest magnitude of a weight.
pub const WEIGHT_LIMIT: i8 = 63;
/// Outputs in a panel of packed weights.
const PANEL: usize = 16;
/// Columns of the widest tile.
const TILE: usize = 64;
/// Rows of the tallest tile.
const TALL: usize = 6;

/// What follows scale and bias.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// Nothing.
    None,
    /// The Gaussian error linear unit.
    Gelu,
}

/// A quantised linear map, packed.
#[derive(Clone, Debug)]
pub struct QLinear {
    inputs: usize,
    outputs: usize,
    panels: Vec<i8>,
    /// Padded to whole panels, as are the next two.
    sums: Vec<i32>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl QLinear {
    /// Packs `weights` (`[outputs, inputs]`, each within [`WEIGHT_LIMIT`]); `None` where the sizes do not fit or a weight is
    /// too large.
    pub fn new(inputs: usize, weights: &[i8], scales: &[f32], bias: &[f32]) -> Option<QLinear> {
        let outputs = scales.len();
        let fits = inputs > 0 && inputs.is_multiple_of(4) && weights.len() == inputs.checked_mul(outputs)?;
        if !fits || bias.len() != outputs || weights.iter().any(|w| w.unsigned_abs() > WEIGHT_LIMIT as u8) {
            return None;
        }
        let padded = outputs.next_multiple_of(PANEL);
        let mut panels = vec![0; padded * inputs];
        let mut sums = vec![0; padded];
        for (o, row) in weights.chunks_exact(inputs).enumerate() {
            let panel = &mut panels[o / PANEL * PANEL * inputs..][..PANEL * inputs];
            for (k4, four) in row.chunks_exact(4).enumerate() {
                panel[(k4 * PANEL + o % PANEL) * 4..][..4].copy_from_slice(four);
            }
            sums[o] = row.iter().map(|&w| i32::from(w)).sum();
        }
        let pad = |x: &[f32]| x.iter().copied().chain(std::iter::repeat_n(0.0, padded - outputs)).collect();
        Some(QLinear { inputs, outputs, panels, sums, scales: pad(scales), bias: pad(bias) })
    }

    /// Number of inputs.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// Number of outputs.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Maps rows `first..first + count` of `x` into `out` (`[count, outputs]`). Each row's result depends on that row only.
    pub fn apply(
        &self,
        isa: Isa,
        x: &Rows,
        first: usize,
        count: usize,
        activation: Activation,
        out: &mut [f32],
    ) {
        assert_eq!(x.width(), self.inputs, "width of the rows");
        assert!(first + count <= x.len() && out.len() >= count * self.outputs, "rows in and out");
        match isa {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: `Isa::available` gives an instruction set only where the machine has it.
            Isa::Avx512 => unsafe { x86::apply_avx512(self, x, first, count, activation, out) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Isa::Avx2 => unsafe { x86::apply_avx2(self, x, first, count, activation, out) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Isa::AvxVnni => unsafe { x86::apply_avxvnni(self, x, first, count, activation, out) },
            Isa::Portable => apply_portable(self, x, first, count, activation, out),
        }
    }

    fn panel(&self, p: usize) -> &[i8] {
        &self.panels[p * PANEL * self.inputs..][..PANEL * self.inputs]
    }

    /// Scale, bias and activation of `acc`, `width` sums of one row from column `column` on, into `out`.
    #[inline(always)]
    fn finish(&self, acc: &[i32], row: (f32, i32), column: usize, activation: Activation, out: &mut [f32]) {
        let (step, zero) = row;
        let n = acc.len();
        let (sums, scales, bias) =
            (&self.sums[column..][..n], &self.scales[column..][..n], &self.bias[column..][..n]);
        let n = n.min(self.outputs - column);
        let out = &mut out[column..column + n];
        for i in 0..n {
            out[i] = (acc[i] - zero * sums[i]) as f32 * (step * scales[i]) + bias[i];
        }
        if activation == Activation::Gelu {
            for v in out.iter_mut() {
                *v = gelu(*v);
            }
        }
    }
}

fn apply_portable(
    w: &QLinear,
    x: &Rows,
    first: usize,
    count: usize,
    activation: Activation,
    out: &mut [f32],
) {
    for r in 0..count {
        let row = x.row(first + r);
        for p in 0..w.outputs.div_ceil(PANEL) {
            let acc = sums_portable(row, w.panel(p));
            w.finish(&acc, x.scale(first + r), p * PANEL, activation, &mut out[r * w.outputs..][..w.outputs]);
        }
    }
}

/// The sums of one row and one panel. A function of its own, which the compiler vectorises well.
#[inline(never)]
fn sums_portable(row: &[u8], panel: &[i8]) -> [i32; PANEL] {
    let mut acc = [0i32; PANEL];
    for (a, b) in row.chunks_exact(4).zip(panel.chunks_exact(4 * PANEL)) {
        for o in 0..PANEL {
            for t in 0..4 {
                acc[o] += i32::from(i16::from(a[t]) * i16::from(b[4 * o + t]));
            }
        }
    }
    acc
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{Activation, PANEL, QLinear, TALL, TILE};
    use crate::Rows;
    use std::arch::x86_64::*;

    /// Calls `$tile::<R>` with R = `$rows`, 1 to 6.
    macro_rules! by_rows {
        ($rows:expr, $tile:ident [$($more:literal)?] ($($arg:expr),*)) => {
            match $rows {
                1 => $tile::<1 $(, $more)?>($($arg),*),
                2 => $tile::<2 $(, $more)?>($($arg),*),
                3 => $tile::<3 $(, $more)?>($($arg),*),
                4 => $tile::<4 $(, $more)?>($($arg),*),
                5 => $tile::<5 $(, $more)?>($($arg),*),
                _ => $tile::<6 $(, $more)?>($($arg),*),
            }
        };
    }

    /// Sums of `R` rows and `4` panels: the first `R` lines of `acc` are set.
    #[target_feature(enable = "avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
    fn tile_avx512<const R: usize, const V: usize>(
        w: &QLinear,
        x: &Rows,
        first: usize,
        panel: usize,
        acc: &mut [[i32; TILE]; TALL],
    ) {
        let k = w.inputs;
        let mut sum = [[_mm512_setzero_si512(); V]; R];
        let rows: [*const u8; R] = std::array::from_fn(|r| x.row(first + r).as_ptr());
        let panels: [*const i8; V] = std::array::from_fn(|v| w.panel(panel + v).as_ptr());
        for k4 in 0..k / 4 {
            // SAFETY: every row has `k` bytes and every panel 16 * k; `k4 < k / 4`.
            let b: [__m512i; V] =
                std::array::from_fn(|v| unsafe { _mm512_loadu_si512(panels[v].add(k4 * 4 * PANEL).cast()) });
            for r in 0..R {
                // SAFETY: as above.
                let a = _mm512_set1_epi32(unsafe { rows[r].add(4 * k4).cast::<i32>().read_unaligned() });
                for v in 0..V {
                    sum[r][v] = _mm512_dpbusd_epi32(sum[r][v], a, b[v]);
                }
            }
        }
        for r in 0..R {
            for v in 0..V {
                // SAFETY: a line of `acc` holds 64 sums and `v` is below 4.
                unsafe { _mm512_storeu_si512(acc[r].as_mut_ptr().add(PANEL * v).cast(), sum[r][v]) };
            }
        }
    }

    #[target_feature(enable = "avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
    pub(super) fn apply_avx512(
        w: &QLinear,
        x: &Rows,
        first: usize,
        count: usize,
        activation: Activation,
        out: &mut [f32],
    ) {
        let panels = w.outputs.div_ceil(PANEL);
        let mut acc = [[0; TILE]; TALL];
        for p in (0..panels).step_by(4) {
            let wide = (panels - p).min(4);
            for r in (0..count).step_by(TALL) {
                let tall = (count - r).min(TALL);
                match wide {
                    1 => by_rows!(tall, tile_avx512[1](w, x, first + r, p, &mut acc)),
                    2 => by_rows!(tall, tile_avx512[2](w, x, first + r, p, &mut acc)),
                    3 => by_rows!(tall, tile_avx512[3](w, x, first + r, p, &mut acc)),
                    _ => by_rows!(tall, tile_avx512[4](w, x, first + r, p, &mut acc)),
                }
                for (i, line) in acc.iter().enumerate().take(tall) {
                    let line = &line[..wide * PANEL];
                    let row = &mut out[(r + i) * w.outputs..][..w.outputs];
                    w.finish(line, x.scale(first + r + i), p * PANEL, activation, row);
                }
            }
        }
    }

    /// A 256-bit kernel with the dot product `$dot(sum, a, b)`.
    macro_rules! kernel_256 {
        ($apply:ident, $tile:ident, $features:literal, $dot:ident) => {
            /// Sums of `R` rows and one panel.
            #[target_feature(enable = $features)]
            fn $tile<const R: usize>(
                w: &QLinear,
                x: &Rows,
                first: usize,
                panel: usize,
                acc: &mut [[i32; PANEL]; 4],
            ) {
                let k = w.inputs;
                let mut sum = [[_mm256_setzero_si256(); 2]; R];
                let rows: [*const u8; R] = std::array::from_fn(|r| x.row(first + r).as_ptr());
                let b = w.panel(panel).as_ptr();
                for k4 in 0..k / 4 {
                    // SAFETY: every row has `k` bytes and the panel 16 * k; `k4 < k / 4`.
                    let (b0, b1) = unsafe {
                        let b = b.add(k4 * 4 * PANEL).cast::<__m256i>();
                        (_mm256_loadu_si256(b), _mm256_loadu_si256(b.add(1)))
                    };
                    for r in 0..R {
                        // SAFETY: as above.
                        let four = unsafe { rows[r].add(4 * k4).cast::<i32>().read_unaligned() };
                        let a = _mm256_set1_epi32(four);
                        sum[r][0] = $dot(sum[r][0], a, b0);
                        sum[r][1] = $dot(sum[r][1], a, b1);
                    }
                }
                for r in 0..R {
                    let line = acc[r].as_mut_ptr().cast::<__m256i>();
                    // SAFETY: a line of `acc` holds 16 sums.
                    unsafe {
                        _mm256_storeu_si256(line, sum[r][0]);
                        _mm256_storeu_si256(line.add(1), sum[r][1]);
                    }
                }
            }

            #[target_feature(enable = $features)]
            pub(super) fn $apply(
                w: &QLinear,
                x: &Rows,
                first: usize,
                count: usize,
                activation: Activation,
                out: &mut [f32],
            ) {
                let mut acc = [[0; PANEL]; 4];
                for p in 0..w.outputs.div_ceil(PANEL) {
                    for r in (0..count).step_by(4) {
                        let tall = (count - r).min(4);
                        match tall {
                            1 => $tile::<1>(w, x, first + r, p, &mut acc),
                            2 => $tile::<2>(w, x, first + r, p, &mut acc),
                            3 => $tile::<3>(w, x, first + r, p, &mut acc),
                            _ => $tile::<4>(w, x, first + r, p, &mut acc),
                        }
                        for (i, line) in acc.iter().enumerate().take(tall) {
                            let row = &mut out[(r + i) * w.outputs..][..w.outputs];
                            w.finish(line, x.scale(first + r + i), p * PANEL, activation, row);
                        }
                    }
                }
            }
        };
    }

    /// Four products and their sum by 16-bit pairs, which 7-bit weights keep from saturating.
    #[target_feature(enable = "avx2")]
    #[inline]
    fn dot_avx2(sum: __m256i, a: __m256i, b: __m256i) -> __m256i {
        let pairs = _mm256_maddubs_epi16(a, b);
        _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)))
    }

    kernel_256!(apply_avx2, tile_avx2, "avx2", dot_avx2);
    kernel_256!(apply_avxvnni, tile_avxvnni, "avx2,avxvnni", _mm256_dpbusd_avx_epi32);
}
