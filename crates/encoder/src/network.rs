//! The encoder: embeddings, attention layers, pooling of pieces to words (train/FORMAT.md, section 5).

use crate::attention::{Attention, attend};
use crate::gemm::{Activation, QLinear};
use crate::isa::each_isa;
use crate::layout::{Limits, SHAPES, SPECIAL, Token, windows};
use crate::math::sum_of;
use crate::pieces::{CLS, Pieces, SEP};
use crate::weights::{ModelError, Weights};
use crate::{Isa, Rows};
use demarche_base::WordRange;

/// Rows that go through the feed-forward part together: their activations stay in the second-level cache.
const CHUNK: usize = 48;

/// A loaded encoder.
#[derive(Debug)]
pub struct Model {
    isa: Isa,
    width: usize,
    heads: usize,
    ffn: usize,
    pool_after: usize,
    epsilon: f32,
    limits: Limits,
    pieces: Pieces,
    words: Vec<i8>,
    word_scales: Vec<f32>,
    positions: Vec<f32>,
    shapes: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Norm {
    gain: Vec<f32>,
    bias: Vec<f32>,
}

#[derive(Debug)]
struct Layer {
    qkv: QLinear,
    out: QLinear,
    norm1: Norm,
    up: QLinear,
    down: QLinear,
    norm2: Norm,
}

/// The vectors of a document's words, in eight bits, and the windows they were read in.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    /// One row a word.
    pub rows: Rows,
    /// The windows, in order; together they hold every word.
    pub windows: Vec<WordRange>,
    /// The instructions to go on with.
    pub isa: Isa,
}

/// Memory that is used again from window to window.
#[derive(Default)]
struct Scratch {
    x: Vec<f32>,
    wide: Vec<f32>,
    small: Vec<f32>,
    q: Rows,
    q_wide: Rows,
    attention: Attention,
}

impl Model {
    /// Builds the encoder from checked weights.
    pub fn load(weights: &Weights<'_>) -> Result<Model, ModelError> {
        let size = |key: &str| weights.size(key);
        let (width, heads, ffn, layers) = (size("width")?, size("heads")?, size("ffn")?, size("layers")?);
        let (vocab, max_pieces) = (size("vocab")?, size("max_pieces")?);
        let pool_after = size("pool_after")?;
        if heads == 0 || width != heads * 32 || pool_after == 0 || pool_after > layers || layers > 64 {
            return Err(ModelError::new("its configuration names sizes that do not fit together"));
        }
        if weights.vocab().lines().count() != vocab || vocab <= SEP as usize {
            return Err(ModelError::new("its vocabulary has another size than its configuration says"));
        }
        let positions = weights.f16s("emb.pos", &[256, width])?;
        let limits = Limits { words: size("max_words")?, pieces: max_pieces };
        let max_word_pieces = size("max_word_pieces")?;
        if max_pieces + 2 > 256 || max_word_pieces == 0 || max_word_pieces > max_pieces || limits.words == 0 {
            return Err(ModelError::new("its configuration names impossible limits"));
        }
        let norm = |name: &str| -> Result<Norm, ModelError> {
            Ok(Norm {
                gain: weights.f32s(&format!("{name}.g"), &[width])?,
                bias: weights.f32s(&format!("{name}.b"), &[width])?,
            })
        };
        let layer = |l: usize| -> Result<Layer, ModelError> {
            let map = |name: &str, i, o| weights.qlinear(i, &[(&format!("layer.{l}.{name}"), o)]);
            Ok(Layer {
                qkv: map("qkv", width, 3 * width)?,
                out: map("out", width, width)?,
                norm1: norm(&format!("layer.{l}.ln1"))?,
                up: map("up", width, ffn)?,
                down: map("down", ffn, width)?,
                norm2: norm(&format!("layer.{l}.ln2"))?,
            })
        };
        Ok(Model {
            isa: Isa::detect(),
            width,
            heads,
            ffn,
            pool_after,
            epsilon: weights.number("ln_eps")? as f32,
            limits,
            pieces: Pieces::new(weights.vocab(), max_word_pieces),
            words: weights.i8s("emb.word.q", &[vocab, width])?,
            word_scales: weights.f32s("emb.word.s", &[vocab])?,
            positions,
            shapes: weights.f16s("emb.shape", &[SHAPES, width])?,
            norm: norm("emb.ln")?,
            layers: (0..layers).map(layer).collect::<Result<_, _>>()?,
        })
    }

    /// The same model on other instructions, for tests and benchmarks; `isa` must come from [`Isa::available`].
    pub fn with_isa(self, isa: Isa) -> Model {
        Model { isa, ..self }
    }

    /// Values of a word's vector.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The pieces of a word.
    pub fn pieces(&self, word: &str) -> Vec<u32> {
        let mut out = Vec::new();
        self.pieces.split(word, &mut out);
        out
    }

    /// Reads a document: its words in order, and its sentences, which partition them. One vector a word.
    pub fn encode<'a>(&self, tokens: impl Iterator<Item = Token<'a>>, sentences: &[WordRange]) -> Vectors {
        let (mut ids, mut sizes, mut shapes) = (Vec::new(), Vec::new(), Vec::new());
        for token in tokens {
            let before = ids.len();
            self.pieces.split(token.form, &mut ids);
            sizes.push((ids.len() - before) as u32);
            shapes.push(token.shape());
        }
        let windows = windows(&sizes, sentences, self.limits);
        let mut rows = Rows::new(self.width);
        let mut scratch = Scratch::default();
        let mut at = 0;
        for w in &windows {
            let sizes = &sizes[w.range()];
            let count: usize = sizes.iter().map(|&k| k as usize).sum();
            self.window(&ids[at..at + count], sizes, &shapes[w.range()], &mut scratch);
            let words = &scratch.x[self.width..][..w.len() * self.width];
            rows.push(self.isa, words);
            at += count;
        }
        Vectors { rows, windows, isa: self.isa }
    }

    /// Runs one window; its rows ([CLS], words, [SEP]) are left in `s.x`.
    fn window(&self, ids: &[u32], sizes: &[u32], shapes: &[u8], s: &mut Scratch) {
        let width = self.width;
        s.x.resize((ids.len() + 2) * width, 0.0);
        let of_pieces =
            sizes.iter().zip(shapes).flat_map(|(&k, &shape)| std::iter::repeat_n(shape, k as usize));
        let ids = [CLS].into_iter().chain(ids.iter().copied()).chain([SEP]);
        let shapes = [SPECIAL].into_iter().chain(of_pieces).chain([SPECIAL]);
        for (p, ((id, shape), out)) in ids.zip(shapes).zip(s.x.chunks_exact_mut(width)).enumerate() {
            let scale = self.word_scales[id as usize];
            let word = &self.words[id as usize * width..][..width];
            let position = &self.positions[p * width..][..width];
            let shape = &self.shapes[usize::from(shape) * width..][..width];
            for i in 0..width {
                out[i] = f32::from(word[i]) * scale + position[i] + shape[i];
            }
        }
        normalise(self.isa, &mut s.x, &[], &self.norm.gain, &self.norm.bias, self.epsilon);
        for (l, layer) in self.layers.iter().enumerate() {
            self.layer(layer, s);
            if l + 1 == self.pool_after {
                pool(&mut s.x, sizes, width);
            }
        }
    }

    fn layer(&self, layer: &Layer, s: &mut Scratch) {
        let (isa, width) = (self.isa, self.width);
        let n = s.x.len() / width;
        s.q.clear(width);
        s.q.push(isa, &s.x);
        s.wide.resize(n * 3 * width, 0.0);
        layer.qkv.apply(isa, &s.q, 0, n, Activation::None, &mut s.wide);
        s.small.resize(n * width, 0.0);
        attend(isa, &s.wide, n, self.heads, &mut s.attention, &mut s.small);
        s.q.clear(width);
        s.q.push(isa, &s.small);
        layer.out.apply(isa, &s.q, 0, n, Activation::None, &mut s.small);
        normalise(isa, &mut s.x, &s.small, &layer.norm1.gain, &layer.norm1.bias, self.epsilon);
        s.q.clear(width);
        s.q.push(isa, &s.x);
        s.wide.resize(CHUNK * self.ffn, 0.0);
        for first in (0..n).step_by(CHUNK) {
            let count = (n - first).min(CHUNK);
            let wide = &mut s.wide[..count * self.ffn];
            layer.up.apply(isa, &s.q, first, count, Activation::Gelu, wide);
            s.q_wide.clear(self.ffn);
            s.q_wide.push(isa, wide);
            layer.down.apply(isa, &s.q_wide, 0, count, Activation::None, &mut s.small[first * width..]);
        }
        normalise(isa, &mut s.x, &s.small, &layer.norm2.gain, &layer.norm2.bias, self.epsilon);
    }
}

/// Replaces the rows of pieces (between the first and the last row) by one row a word, the mean of its pieces.
fn pool(x: &mut Vec<f32>, sizes: &[u32], width: usize) {
    let mut from = width;
    for (w, &k) in sizes.iter().enumerate() {
        let to = (w + 1) * width;
        for i in 0..width {
            let mut sum = x[from + i];
            for p in 1..k as usize {
                sum += x[from + p * width + i];
            }
            x[to + i] = sum / k as f32;
        }
        from += k as usize * width;
    }
    let last = (sizes.len() + 1) * width;
    x.copy_within(from..from + width, last);
    x.truncate(last + width);
}

each_isa! {
    /// Adds `add` to `x` (unless it is empty) and normalises every row of `gain.len()` values to mean 0 and variance 1.
    fn normalise(x: &mut [f32], add: &[f32], gain: &[f32], bias: &[f32], epsilon: f32) = normalise_any;
}

#[inline(always)]
fn normalise_any(x: &mut [f32], add: &[f32], gain: &[f32], bias: &[f32], epsilon: f32) {
    let width = gain.len();
    for (r, row) in x.chunks_exact_mut(width).enumerate() {
        if !add.is_empty() {
            for (v, a) in row.iter_mut().zip(&add[r * width..][..width]) {
                *v += a;
            }
        }
        let mean = sum_of(row) / width as f32;
        for v in row.iter_mut() {
            *v -= mean;
        }
        let variance = crate::math::dot(row, row) / width as f32;
        let inv = 1.0 / (variance + epsilon).sqrt();
        for i in 0..width {
            row[i] = row[i] * inv * gain[i] + bias[i];
        }
    }
}
