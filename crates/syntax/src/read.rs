//! A laid-out text through the encoder.

use demarche_encoder::{Model, Place, Token, Vectors};
use demarche_text::{Layout, repair};

/// One vector a word of `layout`, the layout of `text`; garbled words are read as they were meant.
pub fn encode(model: &Model, text: &str, layout: &Layout) -> Vectors {
    let mut place = vec![Place::Inside; layout.words.len()];
    for s in layout.sentences.iter().filter(|s| !s.is_empty()) {
        place[s.start as usize] = Place::Sentence;
    }
    for p in layout.paragraphs.iter().filter(|p| !p.words.is_empty()) {
        place[p.words.start as usize] = Place::Paragraph;
    }
    if let Some(first) = place.first_mut() {
        *first = Place::Paragraph;
    }
    let forms: Vec<_> = layout.words.iter().map(|w| repair(w.span.of(text))).collect();
    let tokens = layout.words.iter().enumerate().map(|(i, _)| Token {
        form: &forms[i],
        place: place[i],
        glued: i > 0 && !layout.words[i - 1].space_after,
    });
    model.encode(tokens, &layout.sentences)
}
