//! Pairs of a source and a target: the event head asked by the extractors, and by the caller.

use crate::{Models, Pair};
use demarche_base::{ByteSpan, ScalarMap, WordRange};
use demarche_encoder::Vectors;
use demarche_extract::View;
use demarche_extract::events::PairScores;
use demarche_extract::heads::{self, PairReading};
use demarche_record::{PairAnswer, Plover, Span};

/// The name of the answer that nothing happens between the two.
const NONE: &str = "NONE";

/// How sure the head must be that nothing happens between the two before that is the answer: who asks about a pair has
/// a reason to, so that a type which is merely less likely than none is still the better answer.
const SURELY_NONE: f32 = 0.75;

/// What the event head says of what `source` does to `target`; `None` where they stand in two sentences.
pub fn score(
    models: &Models,
    view: &View,
    vectors: &Vectors,
    source: WordRange,
    target: WordRange,
) -> Option<PairScores> {
    let sentence = |words: WordRange| (!words.is_empty()).then(|| view.sentence(words.start as usize));
    let both = sentence(source).filter(|&s| sentence(target) == Some(s))?;
    let reading = heads::pairs(&models.heads, vectors, both, &[heads::Pair { source, target }]).pop()?;
    Some(PairScores {
        types: Plover::ALL.iter().map(|&kind| probability(&reading, Some(kind))).collect(),
        none: probability(&reading, None),
    })
}

/// The answer to one pair that the caller asks about; `NONE` where no word is meant.
pub fn answer(models: &Models, view: &View, vectors: &Vectors, pair: &Pair) -> PairAnswer {
    let (source, target) = (words(view, &pair.source), words(view, &pair.target));
    let reading = source.zip(target).and_then(|(source, target)| {
        let sentence = view.sentence(source.start as usize);
        heads::pairs(&models.heads, vectors, sentence, &[heads::Pair { source, target }]).pop()
    });
    let name = |kind: Option<Plover>| kind.map_or(NONE, Plover::name).to_owned();
    match reading {
        Some(reading) => PairAnswer {
            r#type: name(decided(&reading)),
            scores: reading.types.iter().map(|&(kind, p)| (name(kind), f64::from(p))).collect(),
        },
        None => PairAnswer { r#type: NONE.to_owned(), scores: [(NONE.to_owned(), 1.0)].into() },
    }
}

/// The likeliest type; none at all only where the head is sure of it ([`SURELY_NONE`]).
fn decided(reading: &PairReading) -> Option<Plover> {
    let none = probability(reading, None) >= SURELY_NONE;
    let answers = reading.types.iter().filter(|t| none || t.0.is_some()).copied();
    answers.reduce(|a, b| if b.1 > a.1 { b } else { a }).and_then(|t| t.0)
}

fn probability(reading: &PairReading, kind: Option<Plover>) -> f32 {
    reading.types.iter().find(|t| t.0 == kind).map_or(0.0, |t| t.1)
}

/// The words from the first to the last that `spans` touch.
fn words(view: &View, spans: &[Span]) -> Option<WordRange> {
    let map = ScalarMap::new(view.text);
    let bytes = spans.iter().map(|s| ByteSpan::new(map.byte(view.text, s[0]), map.byte(view.text, s[1])));
    let whole = bytes.reduce(ByteSpan::cover)?;
    let all = &view.layout.words;
    let first = all.partition_point(|w| w.span.end <= whole.start);
    let last = all.partition_point(|w| w.span.start < whole.end);
    (first < last).then(|| WordRange::new(first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(none: f32, accuse: f32, aid: f32) -> PairReading {
        let types = vec![(Some(Plover::Accuse), accuse), (None, none), (Some(Plover::Aid), aid)];
        PairReading { types, penta: [0.0; 5], trigger: None }
    }

    #[test]
    fn none_is_the_answer_only_where_it_is_sure() {
        assert_eq!(decided(&reading(0.1, 0.2, 0.7)), Some(Plover::Aid));
        assert_eq!(decided(&reading(0.5, 0.3, 0.2)), Some(Plover::Accuse));
        assert_eq!(decided(&reading(0.8, 0.1, 0.1)), None);
    }
}
