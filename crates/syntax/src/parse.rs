//! Word vectors to tags, lemmas and trees (train/FORMAT.md, sections 6 to 8).

use crate::labels::intern;
use crate::lemma::Lemmas;
use crate::tree::tree;
use crate::types::{Syntax, Tagged};
use demarche_base::WordRange;
use demarche_encoder::math::{dot, log_sum_exp};
use demarche_encoder::nn::{Dense, product};
use demarche_encoder::{Activation, Isa, ModelError, QLinear, Vectors, Weights};
use demarche_text::{Layout, repair};
use std::borrow::Cow;

/// A loaded parser.
#[derive(Debug)]
pub struct SyntaxModel {
    upos: Vec<&'static str>,
    xpos: Vec<&'static str>,
    deprel: Vec<&'static str>,
    root: usize,
    lemmas: Lemmas,
    /// Tags: UPOS, XPOS and lemma scripts, stacked.
    tags: QLinear,
    /// `arc_dep`, `arc_head`, `lab_dep`, `lab_head`, stacked.
    sides: QLinear,
    arc: usize,
    lab: usize,
    arc_u: Dense,
    arc_head_bias: Vec<f32>,
    arc_root: Vec<f32>,
    lab_v: Dense,
    lab_dep: Dense,
    lab_head: Dense,
}

impl SyntaxModel {
    /// Builds the parser from checked weights.
    pub fn load(weights: &Weights<'_>) -> Result<SyntaxModel, ModelError> {
        let width = weights.size("width")?;
        let (arc, lab) = (weights.size("arc")?, weights.size("lab")?);
        let labels = |name: &str| -> Result<Vec<&'static str>, ModelError> {
            Ok(weights.labels(name)?.iter().map(|l| intern(l)).collect())
        };
        let (upos, xpos, deprel) = (labels("upos")?, labels("xpos")?, labels("deprel")?);
        let root =
            deprel.iter().position(|&r| r == "root").ok_or_else(|| ModelError::new("no relation is root"))?;
        if deprel.len() < 2 || arc == 0 || lab == 0 {
            return Err(ModelError::new("a parser without relations"));
        }
        let lemmas = Lemmas::load(weights)?;
        let u = weights.f16s("arc.u", &[arc, arc])?;
        // `Dense` takes [outputs, inputs] and `arc.u` is [dependent, head]: D U is the map with U turned.
        let turned: Vec<f32> = (0..arc * arc).map(|i| u[i % arc * arc + i / arc]).collect();
        let tags = [("head.upos", upos.len()), ("head.xpos", xpos.len()), ("head.lemma", lemmas.len())];
        let sides =
            [("head.arc_dep", arc), ("head.arc_head", arc), ("head.lab_dep", lab), ("head.lab_head", lab)];
        Ok(SyntaxModel {
            root,
            tags: weights.qlinear(width, &tags)?,
            sides: weights.qlinear(width, &sides)?,
            arc,
            lab,
            arc_u: Dense::new(arc, &turned, vec![0.0; arc]),
            arc_head_bias: weights.f16s("arc.hb", &[arc])?,
            arc_root: weights.f16s("arc.root", &[arc])?,
            lab_v: weights.dense("lab.v", Some("lab.b"), deprel.len(), lab)?,
            lab_dep: weights.dense("lab.wd", None, deprel.len(), lab)?,
            lab_head: weights.dense("lab.wh", None, deprel.len(), lab)?,
            upos,
            xpos,
            deprel,
            lemmas,
        })
    }
}

/// Memory that is used again from window to window.
#[derive(Default)]
struct Scratch {
    tags: Vec<f32>,
    sides: Vec<f32>,
    dependents: Vec<f32>,
    heads: Vec<f32>,
    mapped: Vec<f32>,
    turned: Vec<f32>,
    scores: Vec<f32>,
    products: Vec<f32>,
    relations: Vec<f32>,
}

/// Tags, lemmas and trees of `text`, laid out as `layout`, from the vectors of its words.
///
/// Every sentence gets one tree. The parts of a sentence that is longer than a window are parsed apart; the roots of the later parts
/// hang on the root of the first as `parataxis`.
pub fn parse(model: &SyntaxModel, text: &str, layout: &Layout, vectors: &Vectors) -> Syntax {
    let n = layout.words.len();
    let mut words = Vec::with_capacity(n);
    let mut repaired = Vec::new();
    let mut s = Scratch::default();
    let isa = vectors.isa;
    let mut at = 0;
    for &window in &vectors.windows {
        let count = window.len();
        s.tags.resize(count * model.tags.outputs(), 0.0);
        model.tags.apply(isa, &vectors.rows, window.start as usize, count, Activation::None, &mut s.tags);
        for (i, row) in window.range().zip(s.tags.chunks_exact(model.tags.outputs())) {
            let form = repair(layout.words[i].span.of(text));
            words.push(tagged(model, &form, row));
            if let Cow::Owned(meant) = form {
                repaired.push((i as u32, meant));
            }
        }
        s.sides.resize(count * model.sides.outputs(), 0.0);
        model.sides.apply(isa, &vectors.rows, window.start as usize, count, Activation::Gelu, &mut s.sides);
        while at < layout.sentences.len() && layout.sentences[at].start < window.end {
            let sentence = layout.sentences[at];
            let part =
                WordRange { start: sentence.start.max(window.start), end: sentence.end.min(window.end) };
            attach(model, isa, window, part, &mut s, &mut words);
            if part.start > sentence.start {
                hang(&mut words, sentence, part);
            }
            if sentence.end > window.end {
                break;
            }
            at += 1;
        }
    }
    Syntax { words, repaired }
}

/// Joins a later part of a sentence to its first.
fn hang(words: &mut [Tagged], sentence: WordRange, part: WordRange) {
    let root = (sentence.start..part.start).find(|&i| words[i as usize].head.is_none());
    for word in &mut words[part.range()] {
        if word.head.is_none() {
            (word.head, word.deprel) = (root, "parataxis");
        }
    }
}

fn tagged(model: &SyntaxModel, form: &str, row: &[f32]) -> Tagged {
    let (upos, rest) = row.split_at(model.upos.len());
    let (xpos, lemma) = rest.split_at(model.xpos.len());
    let upos = model.upos[best(upos)];
    Tagged {
        upos,
        xpos: model.xpos[best(xpos)],
        lemma: model.lemmas.lemma(form, upos, best(lemma)),
        head: None,
        deprel: "root",
    }
}

/// Index of the largest; the first of equals.
fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (i, s) in scores.iter().enumerate() {
        if *s > scores[best] {
            best = i;
        }
    }
    best
}

/// Heads and relations of the words of `part`, a sentence within `window` or as much of one as lies there.
fn attach(
    model: &SyntaxModel,
    isa: Isa,
    window: WordRange,
    part: WordRange,
    s: &mut Scratch,
    words: &mut [Tagged],
) {
    let (n, arc, lab) = (part.len(), model.arc, model.lab);
    if n == 0 {
        return;
    }
    let first = (part.start - window.start) as usize;
    let outputs = model.sides.outputs();
    let sides = &s.sides[first * outputs..(first + n) * outputs];
    let gather = |from: usize, width: usize, out: &mut Vec<f32>| {
        out.clear();
        for row in sides.chunks_exact(outputs) {
            out.extend_from_slice(&row[from..from + width]);
        }
    };

    gather(0, arc, &mut s.dependents);
    s.mapped.resize(n * arc, 0.0);
    model.arc_u.apply(isa, &s.dependents, &mut s.mapped);
    // Heads side by side, the root first, padded to whole tiles.
    let wide = (n + 1).next_multiple_of(32);
    s.turned.clear();
    s.turned.resize(arc * wide, 0.0);
    for k in 0..arc {
        s.turned[k * wide] = model.arc_root[k];
    }
    for (j, row) in sides.chunks_exact(outputs).enumerate() {
        for k in 0..arc {
            s.turned[k * wide + 1 + j] = row[arc + k];
        }
    }
    // The head's own score is the same for every dependent.
    s.scores.clear();
    s.scores.resize(n * wide, 0.0);
    for i in 0..n {
        let row = &mut s.scores[i * wide..][..wide];
        if i == 0 {
            row[0] = dot(&model.arc_head_bias, &model.arc_root);
            for (j, side) in sides.chunks_exact(outputs).enumerate() {
                row[1 + j] = dot(&model.arc_head_bias, &side[arc..2 * arc]);
            }
        } else {
            s.scores.copy_within(0..wide, i * wide);
        }
    }
    product(isa, &s.mapped, &s.turned, arc, wide, &mut s.scores);
    s.products.clear();
    for i in 0..n {
        let row = &mut s.scores[i * wide..][..n + 1];
        for v in row.iter_mut() {
            *v /= 16.0;
        }
        row[1 + i] = f32::NEG_INFINITY;
        let sum = log_sum_exp(row);
        s.products.extend(row.iter().map(|v| v - sum));
    }
    let heads = tree(&s.products, n);

    // Relations: the products of both sides, and each side alone.
    gather(2 * arc, lab, &mut s.dependents);
    s.heads.clear();
    for (i, &h) in heads.iter().enumerate() {
        let j = if h == 0 { i } else { h - 1 };
        s.heads.extend_from_slice(&sides[j * outputs + 2 * arc + lab..][..lab]);
    }
    s.products.clear();
    s.products.extend(s.dependents.iter().zip(&s.heads).map(|(a, b)| a * b));
    let r = model.deprel.len();
    s.relations.resize(n * r, 0.0);
    model.lab_v.apply(isa, &s.products, &mut s.relations);
    model.lab_dep.add(isa, &s.dependents, &mut s.relations);
    model.lab_head.add(isa, &s.heads, &mut s.relations);
    for (i, (&h, row)) in heads.iter().zip(s.relations.chunks_exact_mut(r)).enumerate() {
        let word = &mut words[part.start as usize + i];
        if h == 0 {
            continue;
        }
        row[model.root] = f32::NEG_INFINITY;
        word.head = Some(part.start + h as u32 - 1);
        word.deprel = model.deprel[best(row)];
    }
}
