//! Text to sentences and words, with what is wrong with it.
//!
//! [`layout`] is the whole crate: it takes the text exactly as given and returns a [`Layout`], every part of
//! which is a span of that text. It never changes the text, never fails and never panics.
//!
//! Its steps, in order:
//!
//! 1. `blocks`: paragraphs, from lines or from blocks of hard-wrapped lines;
//! 2. `words`: words in the style of UD English;
//! 3. `quotes`: which quotation marks open, close, or have no partner;
//! 4. `kinds`: headline, byline, dateline, list item, turn, page text, stray bit;
//! 5. `sentences`: where a sentence ends;
//! 6. `faults`, `artefacts` and `language`: what is wrong, as notices.
//!
//! All of them read garbled characters ("â€œ") as what was meant (`mojibake`), and take their word lists from `data/`.

mod artefacts;
mod blocks;
mod chars;
mod faults;
mod kinds;
mod language;
mod lists;
mod mojibake;
mod quotes;
mod sentences;
mod types;
mod words;

use demarche_base::{ByteSpan, Notice, NoticeKind, WordRange};

pub use mojibake::repair;
pub use sentences::CALENDAR_NAMES;
pub use types::{Layout, Paragraph, ParagraphKind, Part, Quote, TurnLabel, Word};

/// The most bytes that are read; what lies past them is said in a notice.
pub const MOST_BYTES: usize = 64 << 20;

/// Cuts `text` into paragraphs, sentences and words, pairs its quotation marks and says what is wrong with it.
///
/// Any text gives a layout, the empty one too.
///
/// ```
/// let text = "The envoy said: “We can't wait.” Talks begin on Jan. 12 in the U.S. capital.";
/// let layout = demarche_text::layout(text);
/// let words: Vec<&str> = layout.words.iter().map(|w| w.span.of(text)).collect();
/// assert_eq!(words[4..11], ["“", "We", "ca", "n't", "wait", ".", "”"]);
/// assert_eq!(layout.sentences.len(), 2);
/// assert_eq!(layout.quotes[0].inner.of(text), "We can't wait.");
/// assert!(layout.notices.is_empty());
/// ```
pub fn layout(text: &str) -> Layout {
    let (text, cut) = within_limit(text);
    let spans = blocks::paragraphs(text);
    let pairing = quotes::pair(text, &spans);
    let kinds = kinds::kinds(text, &spans);
    let mut out = Layout::default();
    for (&span, kind) in spans.iter().zip(kinds) {
        let first_word = out.words.len();
        let first_sentence = out.sentences.len();
        words::words(text, span, &mut out.words);
        let words = WordRange::new(first_word, out.words.len());
        let label_end = kind.label.map(|l| after_label(text, l.span.end, span.end));
        let cuts: Vec<u32> = kind.dateline.iter().map(|d| d.end).chain(label_end).collect();
        sentences::sentences(text, &out.words, words, &pairing.roles, &cuts, &mut out.sentences);
        let page = out.sentences[first_sentence..]
            .iter()
            .all(|s| kinds::is_boilerplate(faults::span(&out.words, *s).of(text)));
        let found =
            if page && kind.kind == ParagraphKind::Body { ParagraphKind::Boilerplate } else { kind.kind };
        out.paragraphs.push(Paragraph {
            span,
            words,
            sentences: (first_sentence as u32, out.sentences.len() as u32),
            kind: found,
            dateline: kind.dateline,
            label: kind.label,
        });
    }
    out.notices = faults::faults(text, &out.words, &out.sentences, &out.paragraphs, &pairing.roles);
    let (quotes, unbalanced) = quotes::finish(text, pairing, &out.words, &out.sentences);
    out.quotes = quotes;
    out.notices.extend(unbalanced);
    out.notices.extend(language::language(text, &out.paragraphs));
    if out.words.is_empty() {
        out.notices.push(Notice::document(NoticeKind::Empty, "The text is empty."));
    }
    if let Some(notice) = cut {
        out.notices.push(notice);
    }
    out.notices.sort_by_key(|n| n.spans.first().map_or(0, |s| s.start));
    out
}

/// Where the speech of a turn begins whose label ends at `end`.
fn after_label(text: &str, end: u32, limit: u32) -> u32 {
    let rest = ByteSpan::new(end as usize, limit as usize).of(text);
    end + (rest.len() - rest.trim_start().len()) as u32
}

/// The part of the text that is read, and the notice for what is not.
fn within_limit(text: &str) -> (&str, Option<Notice>) {
    if text.len() <= MOST_BYTES {
        return (text, None);
    }
    let mut end = MOST_BYTES;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let message =
        format!("The text is longer than {} MiB; what lies past that was not read.", MOST_BYTES >> 20);
    (&text[..end], Some(Notice::document(NoticeKind::TooLong, message)))
}
