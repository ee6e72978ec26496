//! Parts of networks over 32-bit floats that every head may use.

use crate::Isa;
use crate::isa::each_isa;
use crate::math::gelu as gelu_of;

/// A linear map in 32-bit floats, for the small parts.
#[derive(Clone, Debug)]
pub struct Dense {
    inputs: usize,
    outputs: usize,
    /// `[inputs][outputs]`, so that outputs lie side by side.
    weights: Vec<f32>,
    bias: Vec<f32>,
}

impl Dense {
    /// The map with the given weights (`[outputs, inputs]`) and one bias an output.
    pub fn new(inputs: usize, weights: &[f32], bias: Vec<f32>) -> Dense {
        let outputs = bias.len();
        assert_eq!(weights.len(), inputs * outputs, "sizes of a dense map");
        let mut turned = vec![0.0; weights.len()];
        for o in 0..outputs {
            for i in 0..inputs {
                turned[i * outputs + o] = weights[o * inputs + i];
            }
        }
        Dense { inputs, outputs, weights: turned, bias }
    }

    /// Number of outputs.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Maps the rows of `x` (whole rows, one after the other) into `out`.
    pub fn apply(&self, isa: Isa, x: &[f32], out: &mut [f32]) {
        assert_eq!(x.len() / self.inputs * self.outputs, out.len(), "rows in and out");
        for row in out.chunks_exact_mut(self.outputs) {
            row.copy_from_slice(&self.bias);
        }
        self.add(isa, x, out);
    }

    /// Adds what the weights alone make of the rows of `x` to `out`.
    pub fn add(&self, isa: Isa, x: &[f32], out: &mut [f32]) {
        product(isa, x, &self.weights, self.inputs, self.outputs, out);
    }
}

each_isa! {
    /// Adds the product of `x` (`[rows, inner]`) and `w` (`[inner, n]`) to `out` (`[rows, n]`); every sum runs in the order
    /// of the inner index.
    pub fn product(x: &[f32], w: &[f32], inner: usize, n: usize, out: &mut [f32]) = product_whole;
    /// The Gaussian error linear unit of every value, in place.
    pub fn gelu(x: &mut [f32]) = gelu_any;
}

#[inline(always)]
fn gelu_any(x: &mut [f32]) {
    for v in x {
        *v = gelu_of(*v);
    }
}

#[inline(always)]
fn product_whole(x: &[f32], w: &[f32], inner: usize, n: usize, out: &mut [f32]) {
    product_any(x, inner, w, inner, n, out);
}

/// Columns of a tile, and its rows: their sums fit sixteen registers of eight.
const WIDE: usize = 32;
const TALL: usize = 3;

/// [`product`] with the rows of `x` `stride` apart.
#[inline(always)]
pub(crate) fn product_any(x: &[f32], stride: usize, w: &[f32], inner: usize, n: usize, out: &mut [f32]) {
    let rows = out.len() / n;
    let mut r = 0;
    while r < rows {
        let tall = (rows - r).min(TALL);
        let (x, out) = (&x[r * stride..], &mut out[r * n..]);
        let mut c = 0;
        while c + WIDE <= n {
            match tall {
                3 => tile::<3>(x, stride, w, inner, n, c, out),
                2 => tile::<2>(x, stride, w, inner, n, c, out),
                _ => tile::<1>(x, stride, w, inner, n, c, out),
            }
            c += WIDE;
        }
        if c < n {
            for i in 0..tall {
                let (x, out) = (&x[i * stride..][..inner], &mut out[i * n..][c..n]);
                for (k, &a) in x.iter().enumerate() {
                    for (o, &b) in out.iter_mut().zip(&w[k * n..][c..n]) {
                        *o += a * b;
                    }
                }
            }
        }
        r += tall;
    }
}

#[inline(always)]
fn tile<const R: usize>(
    x: &[f32],
    stride: usize,
    w: &[f32],
    inner: usize,
    n: usize,
    c: usize,
    out: &mut [f32],
) {
    let mut sum = [[0.0f32; WIDE]; R];
    for r in 0..R {
        sum[r].copy_from_slice(&out[r * n + c..][..WIDE]);
    }
    let x: [&[f32]; R] = std::array::from_fn(|r| &x[r * stride..][..inner]);
    for k in 0..inner {
        let b = &w[k * n + c..][..WIDE];
        for r in 0..R {
            let a = x[r][k];
            for i in 0..WIDE {
                sum[r][i] += a * b[i];
            }
        }
    }
    for r in 0..R {
        out[r * n + c..][..WIDE].copy_from_slice(&sum[r]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dense_maps_rows_alike_on_every_machine() {
        let (inputs, outputs, rows) = (13, 41, 7);
        let w: Vec<f32> = (0..inputs * outputs).map(|i| ((i * 37) % 29) as f32 / 7.0 - 2.0).collect();
        let b: Vec<f32> = (0..outputs).map(|i| i as f32 / 3.0).collect();
        let x: Vec<f32> = (0..rows * inputs).map(|i| ((i * 11) % 17) as f32 / 5.0 - 1.5).collect();
        let dense = Dense::new(inputs, &w, b.clone());
        let mut first = None;
        for isa in Isa::available() {
            let mut y = vec![0.0; rows * outputs];
            dense.apply(isa, &x, &mut y);
            for r in 0..rows {
                for o in 0..outputs {
                    let exact: f64 = (0..inputs)
                        .map(|i| f64::from(x[r * inputs + i]) * f64::from(w[o * inputs + i]))
                        .sum();
                    assert!((f64::from(y[r * outputs + o]) - exact - f64::from(b[o])).abs() < 1e-4);
                }
            }
            let bits: Vec<u32> = y.iter().map(|v| v.to_bits()).collect();
            assert_eq!(*first.get_or_insert(bits.clone()), bits, "{isa:?}");
        }
    }
}
