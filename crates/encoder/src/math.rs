//! Functions on single numbers and rows, in 32-bit floats, with a fixed order of operations.
//!
//! Sums run in sixteen lanes that are added pairwise at the end, so that any vector width computes the same.

/// Lanes of a sum.
const LANES: usize = 16;

/// 1.5 * 2^23: added to a number below 2^22, it leaves the nearest integer (ties to even) in the low bits and no fraction.
const SHIFT: f32 = 12_582_912.0;

/// To the nearest integer, ties to even; for magnitudes below 2^22.
#[inline(always)]
pub fn round_even(x: f32) -> f32 {
    (x + SHIFT) - SHIFT
}

/// The integer nearest to `x` (ties to even) as a byte; for `x` from 0 to 255.
#[inline(always)]
pub fn round_byte(x: f32) -> u8 {
    (x + SHIFT).to_bits() as u8
}

/// e^x to within 2 units in the last place; 0 below -87, and meant for x <= 0 (above 88 the result stops growing).
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-87.0, 88.0);
    let shifted = x * std::f32::consts::LOG2_E + SHIFT;
    let n = shifted - SHIFT;
    let r = (x - n * 0.693_359_4) - n * -2.121_944_4e-4;
    let p = ((((1.987_569_1e-4 * r + 1.398_199_9e-3) * r + 8.333_452e-3) * r + 4.166_579_6e-2) * r
        + 1.666_666_5e-1)
        * r
        + 0.5;
    let y = (p * (r * r) + r) + 1.0;
    // The low bits of `shifted` are n; what stands above them falls off.
    y * f32::from_bits(shifted.to_bits().wrapping_add(127) << 23)
}

/// The error function to within 5e-7 (a rational function on -3.92..3.92, beyond which it is 1 in 32 bits).
#[inline(always)]
pub fn erf(x: f32) -> f32 {
    let x = x.clamp(-3.925, 3.925);
    let x2 = x * x;
    let p = (((((-2.726_142_3e-10 * x2 + 2.770_681_7e-8) * x2 - 2.101_024_3e-6) * x2 - 5.692_506_4e-5) * x2
        - 7.349_906_e-4)
        * x2
        - 2.954_600_2e-3)
        * x2
        - 1.609_603_3e-2;
    let q = (((-1.456_607_2e-5 * x2 - 2.133_740_3e-4) * x2 - 1.682_827_e-3) * x2 - 7.373_329_e-3) * x2
        - 1.426_473_4e-2;
    x * p / q
}

/// The Gaussian error linear unit: `x / 2 * (1 + erf(x / sqrt 2))`.
#[inline(always)]
pub fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + erf(x * std::f32::consts::FRAC_1_SQRT_2))
}

/// Adds up lanes pairwise.
#[inline(always)]
fn fold(mut lanes: [f32; LANES], f: impl Fn(f32, f32) -> f32) -> f32 {
    let mut n = LANES / 2;
    while n > 0 {
        for i in 0..n {
            lanes[i] = f(lanes[i], lanes[i + n]);
        }
        n /= 2;
    }
    lanes[0]
}

#[inline(always)]
fn reduce(x: &[f32], start: f32, f: impl Fn(f32, f32) -> f32 + Copy) -> f32 {
    let mut lanes = [start; LANES];
    let chunks = x.chunks_exact(LANES);
    let rest = chunks.remainder();
    for c in chunks {
        for i in 0..LANES {
            lanes[i] = f(lanes[i], c[i]);
        }
    }
    for (l, &v) in lanes.iter_mut().zip(rest) {
        *l = f(*l, v);
    }
    fold(lanes, f)
}

/// Sum of `x` in the fixed order.
#[inline(always)]
pub fn sum_of(x: &[f32]) -> f32 {
    reduce(x, 0.0, |a, b| a + b)
}

/// Smallest of `x`; infinity for none.
#[inline(always)]
pub fn min_of(x: &[f32]) -> f32 {
    reduce(x, f32::INFINITY, |a, b| if b < a { b } else { a })
}

/// Largest of `x`; minus infinity for none.
#[inline(always)]
pub fn max_of(x: &[f32]) -> f32 {
    reduce(x, f32::NEG_INFINITY, |a, b| if b > a { b } else { a })
}

/// Dot product in the fixed order.
#[inline(always)]
pub fn dot(x: &[f32], y: &[f32]) -> f32 {
    let n = x.len().min(y.len());
    let (x, y) = (&x[..n], &y[..n]);
    let mut lanes = [0.0; LANES];
    let (cx, cy) = (x.chunks_exact(LANES), y.chunks_exact(LANES));
    let (rx, ry) = (cx.remainder(), cy.remainder());
    for (a, b) in cx.zip(cy) {
        for i in 0..LANES {
            lanes[i] += a[i] * b[i];
        }
    }
    for i in 0..rx.len() {
        lanes[i] += rx[i] * ry[i];
    }
    fold(lanes, |a, b| a + b)
}

/// Turns scores into probabilities, in place.
#[inline(always)]
pub fn softmax(x: &mut [f32]) {
    let top = max_of(x);
    for v in x.iter_mut() {
        *v = exp(*v - top);
    }
    let inv = 1.0 / sum_of(x);
    for v in x.iter_mut() {
        *v *= inv;
    }
}

/// The logarithm of the sum of the exponentials of `x`.
#[inline(always)]
pub fn log_sum_exp(x: &[f32]) -> f32 {
    let top = max_of(x);
    let mut lanes = [0.0; LANES];
    for c in x.chunks(LANES) {
        for (l, &v) in lanes.iter_mut().zip(c) {
            *l += exp(v - top);
        }
    }
    top + ln(fold(lanes, |a, b| a + b))
}

/// The natural logarithm of a positive, normal number, to within 1e-6 relative.
///
/// Its own, because the standard library's may differ from machine to machine.
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits() as i32;
    let e = (bits - 0x3f35_04f3) >> 23; // mantissa into sqrt(1/2)..sqrt(2)
    let m = f32::from_bits((bits - (e << 23)) as u32);
    let s = (m - 1.0) / (m + 1.0);
    let s2 = s * s;
    let p = ((((0.222_222_22 * s2) / 2.0 + 0.142_857_15) * s2 + 0.2) * s2 + 0.333_333_34) * s2;
    2.0 * (s + s * p) + e as f32 * std::f32::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    /// erf by its Taylor series in 64 bits.
    fn erf_exact(x: f64) -> f64 {
        let (mut term, mut sum) = (x, x);
        for n in 1..200 {
            term *= -x * x / n as f64;
            sum += term / (2 * n + 1) as f64;
        }
        sum * 2.0 / std::f64::consts::PI.sqrt()
    }

    #[test]
    fn gelu_is_within_a_millionth() {
        for i in -8000..=8000 {
            let x = i as f32 / 1000.0;
            let e = if x.abs() > 6.0 { f64::from(x.signum()) } else { erf_exact(f64::from(x) / 2f64.sqrt()) };
            let exact = 0.5 * f64::from(x) * (1.0 + e);
            assert!(
                (f64::from(gelu(x)) - exact).abs() < 1e-6 * f64::from(x).abs().max(1.0),
                "{x}: {} {exact}",
                gelu(x)
            );
        }
    }

    #[test]
    fn exp_and_ln_are_close() {
        for i in -8600..=8600 {
            let x = i as f32 / 100.0;
            let exact = f64::from(x).exp();
            assert!((f64::from(exp(x)) / exact - 1.0).abs() < 4e-7, "{x}");
            let back = ln(exact as f32);
            assert!((back - x).abs() < 1e-6 * x.abs().max(1.0), "{x} {back}");
        }
    }

    #[test]
    fn rounding_ties_go_to_even() {
        for (x, y) in
            [(0.5, 0.0), (1.5, 2.0), (2.5, 2.0), (-0.5, 0.0), (254.5, 254.0), (0.49, 0.0), (-1.5, -2.0)]
        {
            assert_eq!(round_even(x), y);
        }
    }

    #[test]
    fn softmax_sums_to_one() {
        let mut x: Vec<f32> = (0..37).map(|i| (i * 7 % 11) as f32 - 5.0).collect();
        let lse = log_sum_exp(&x);
        let first = x[0];
        softmax(&mut x);
        assert!((x.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!((ln(x[0]) - (first - lse)).abs() < 1e-5);
    }
}
