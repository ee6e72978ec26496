//! Which instructions the arithmetic uses. Every choice gives the same bits; they differ in speed only.

use std::sync::OnceLock;

/// An instruction set that the kernels are compiled for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Isa {
    /// What every machine of the target has.
    #[default]
    Portable,
    /// x86-64 with AVX2.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// x86-64 with AVX2 and the 256-bit dot products of AVX-VNNI.
    #[cfg(target_arch = "x86_64")]
    AvxVnni,
    /// x86-64 with AVX-512 (F, BW, VL, DQ) and its dot products (VNNI).
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Isa {
    /// The fastest one that this machine has.
    pub fn detect() -> Isa {
        static FOUND: OnceLock<Isa> = OnceLock::new();
        *FOUND.get_or_init(|| Self::available().pop().unwrap_or(Isa::Portable))
    }

    /// All that this machine has, slowest first.
    pub fn available() -> Vec<Isa> {
        #[cfg(target_arch = "x86_64")]
        {
            let mut all = vec![Isa::Portable];
            if is_x86_feature_detected!("avx2") {
                all.push(Isa::Avx2);
                if is_x86_feature_detected!("avxvnni") {
                    all.push(Isa::AvxVnni);
                }
                if is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512vl")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vnni")
                {
                    all.push(Isa::Avx512);
                }
            }
            all
        }
        #[cfg(not(target_arch = "x86_64"))]
        vec![Isa::Portable]
    }
}

/// Compiles an `#[inline(always)]` function once for every instruction set and picks one at run time.
///
/// `each_isa! { pub fn name(x: &[f32], y: &mut [f32]) = body; }` makes `name(isa, x, y)` that runs `body(x, y)`. The body is
/// plain Rust, compiled with other registers but with the same operations in the same order (Rust contracts nothing to
/// fused multiply-adds), so that the results do not differ in a bit.
macro_rules! each_isa {
    ($($(#[$doc:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),* $(,)?) = $body:path;)*) => {$(
        $(#[$doc])*
        #[allow(clippy::too_many_arguments)]
        $vis fn $name(isa: $crate::Isa, $($arg: $ty),*) {
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2")]
                #[allow(clippy::too_many_arguments)]
                fn avx2($($arg: $ty),*) { $body($($arg),*) }
                #[target_feature(enable = "avx2,avx512f,avx512bw,avx512vl,avx512dq")]
                #[allow(clippy::too_many_arguments)]
                fn avx512($($arg: $ty),*) { $body($($arg),*) }
                match isa {
                    $crate::Isa::Portable => $body($($arg),*),
                    // SAFETY: `Isa::available` gives these only where the machine has the features.
                    $crate::Isa::Avx2 | $crate::Isa::AvxVnni => unsafe { avx2($($arg),*) },
                    // SAFETY: as above.
                    $crate::Isa::Avx512 => unsafe { avx512($($arg),*) },
                }
            }
            #[cfg(not(target_arch = "x86_64"))]
            {
                let $crate::Isa::Portable = isa;
                $body($($arg),*)
            }
        }
    )*};
}
pub(crate) use each_isa;
