//! The head that is asked about an event between two places of a sentence (train/FORMAT.md, section 10).

use super::model::HeadModel;
use demarche_base::WordRange;
use demarche_encoder::math::{dot, softmax};
use demarche_encoder::nn::gelu;
use demarche_encoder::{Activation, Vectors};
use demarche_record::Plover;

/// Who may do something to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The words of the source.
    pub source: WordRange,
    /// The words of the target.
    pub target: WordRange,
}

/// What the head says of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct PairReading {
    /// Every type with its probability; `None` is that there is no event.
    pub types: Vec<(Option<Plover>, f32)>,
    /// Probabilities of neutral, verbal cooperation, material cooperation, verbal conflict, material conflict.
    pub penta: [f32; 5],
    /// The word that the head looks at most outside source and target, and the share of its attention that falls there.
    pub trigger: Option<(u32, f32)>,
}

impl PairReading {
    /// The likeliest type with its probability.
    pub fn best(&self) -> (Option<Plover>, f32) {
        self.types.iter().copied().fold((None, 0.0), |a, b| if b.1 > a.1 { b } else { a })
    }
}

/// What the head says of `asked`, in order. All of them lie in `sentence`, of which the part that was read in one window with its
/// first word counts; a pair that lies outside it is read as far as it lies inside.
pub fn pairs(model: &HeadModel, vectors: &Vectors, sentence: WordRange, asked: &[Pair]) -> Vec<PairReading> {
    let window = vectors.windows.iter().find(|w| w.contains(sentence.start as usize));
    let Some(window) = window.filter(|_| !sentence.is_empty() && !asked.is_empty()) else {
        return Vec::new();
    };
    let head = &model.pair;
    let isa = vectors.isa;
    let (first, n) = (sentence.start as usize, (sentence.end.min(window.end) - sentence.start) as usize);
    let (width, k) = (vectors.rows.width(), head.q2.outputs());
    let mut rows = vec![0.0; n * width];
    for (i, row) in rows.chunks_exact_mut(width).enumerate() {
        vectors.rows.read(first + i, row);
    }
    let mut key_value = vec![0.0; n * 2 * k];
    head.key_value.apply(isa, &vectors.rows, first, n, Activation::None, &mut key_value);

    let count = asked.len();
    let mean = |words: WordRange| -> Vec<f32> {
        let mut sum = vec![0.0; width];
        for i in words.range() {
            for (s, v) in sum.iter_mut().zip(&rows[i * width..][..width]) {
                *s += v;
            }
        }
        sum.iter().map(|s| s / words.len() as f32).collect()
    };
    // Positions within the sentence; what lies outside it falls on its first word.
    let inside = |words: WordRange| -> WordRange {
        let (start, end) = (words.start.max(sentence.start), words.end.min((first + n) as u32));
        if start >= end {
            WordRange::new(0, 1)
        } else {
            WordRange::new(start as usize - first, end as usize - first)
        }
    };
    let places: Vec<(WordRange, WordRange)> =
        asked.iter().map(|p| (inside(p.source), inside(p.target))).collect();
    let mut both = Vec::with_capacity(count * 2 * width);
    for &(source, target) in &places {
        both.extend(mean(source));
        both.extend(mean(target));
    }
    let mut hidden = vec![0.0; count * k];
    head.q1.apply(isa, &both, &mut hidden);
    gelu(isa, &mut hidden);
    let mut queries = vec![0.0; count * k];
    head.q2.apply(isa, &hidden, &mut queries);

    let average = mean(WordRange::new(0, n));
    let mut features = Vec::with_capacity(count * (4 * width + k));
    let mut triggers = Vec::with_capacity(count);
    for (p, &(source, target)) in places.iter().enumerate() {
        let query = &queries[p * k..][..k];
        let (context, attention) = attend(head.heads, query, &key_value, &head.place, source, target);
        let (source_mean, target_mean) = both[p * 2 * width..][..2 * width].split_at(width);
        features.extend_from_slice(source_mean);
        features.extend_from_slice(target_mean);
        features.extend(source_mean.iter().zip(target_mean).map(|(a, b)| a * b));
        features.extend_from_slice(&average);
        features.extend_from_slice(&context);
        let outside = (0..n).filter(|&j| !source.contains(j) && !target.contains(j));
        let best = outside.fold(None, |best: Option<usize>, j| match best {
            Some(b) if attention[b] >= attention[j] => best,
            _ => Some(j),
        });
        triggers.push(best.map(|j| ((first + j) as u32, attention[j])));
    }
    head.m1.apply(isa, &features, &mut hidden);
    gelu(isa, &mut hidden);
    let mut kinds = vec![0.0; count * head.types.len()];
    head.kinds.apply(isa, &hidden, &mut kinds);
    let mut penta = vec![0.0; count * 5];
    head.penta.apply(isa, &hidden, &mut penta);
    kinds
        .chunks_exact_mut(head.types.len())
        .zip(penta.chunks_exact_mut(5))
        .zip(triggers)
        .map(|((kinds, penta), trigger)| {
            softmax(kinds);
            softmax(penta);
            PairReading {
                types: head.types.iter().copied().zip(kinds.iter().copied()).collect(),
                penta: std::array::from_fn(|i| penta[i]),
                trigger,
            }
        })
        .collect()
}

/// What the query takes from the words of the sentence, and how much it looks at each of them.
fn attend(
    heads: usize,
    query: &[f32],
    key_value: &[f32],
    place: &[f32],
    source: WordRange,
    target: WordRange,
) -> (Vec<f32>, Vec<f32>) {
    let k = query.len();
    let one = k / heads;
    let n = key_value.len() / (2 * k);
    let (mut context, mut attention) = (vec![0.0; k], vec![0.0; n]);
    let mut weights = vec![0.0; n];
    for a in 0..heads {
        let part = a * one..(a + 1) * one;
        let query = &query[part.clone()];
        let of_place: [f32; 6] = std::array::from_fn(|c| dot(&place[c * k..][part.clone()], query));
        for (j, row) in key_value.chunks_exact(2 * k).enumerate() {
            weights[j] =
                (dot(query, &row[part.clone()]) + of_place[class(j, source, target)]) / (one as f32).sqrt();
        }
        softmax(&mut weights);
        for (j, row) in key_value.chunks_exact(2 * k).enumerate() {
            attention[j] += weights[j] / heads as f32;
            for (c, v) in context[part.clone()].iter_mut().zip(&row[k..][part.clone()]) {
                *c += weights[j] * v;
            }
        }
    }
    (context, attention)
}

/// Where word `j` stands to source and target: in the source, in the target, before both, after both, between them in either order.
fn class(j: usize, source: WordRange, target: WordRange) -> usize {
    let j = j as u32;
    match () {
        () if source.contains(j as usize) => 0,
        () if target.contains(j as usize) => 1,
        () if j < source.start.min(target.start) => 2,
        () if j >= source.end.max(target.end) => 3,
        () if source.start < target.start => 4,
        () => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_by_source_and_target() {
        let (a, b) = (WordRange::new(2, 4), WordRange::new(6, 7));
        let classes: Vec<usize> = (0..9).map(|j| class(j, a, b)).collect();
        assert_eq!(classes, [2, 2, 0, 0, 4, 4, 1, 3, 3]);
        let turned: Vec<usize> = (0..9).map(|j| class(j, b, a)).collect();
        assert_eq!(turned, [2, 2, 1, 1, 5, 5, 0, 3, 3]);
    }
}
