//! Is it English? As a whole and passage by passage.

use demarche_base::{ByteSpan, Notice, NoticeKind};

use crate::chars::{is_gap, is_latin};
use crate::lists;
use crate::{Paragraph, ParagraphKind};

/// Counts of one passage.
#[derive(Clone, Copy, Default)]
struct Share {
    words: usize,
    english: usize,
    letters: usize,
    latin: usize,
}

impl Share {
    fn of(text: &str) -> Self {
        let mut share = Share::default();
        for word in text
            .split(|c: char| is_gap(c) || c == '’' || c == '\'' || c == '-')
            .filter(|w| w.chars().any(char::is_alphabetic))
        {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            share.words += 1;
            share.english += usize::from(lists::FUNCTION_WORDS.contains(lists::lower(bare).as_str()));
            for c in bare.chars().filter(|c| c.is_alphabetic()) {
                share.letters += 1;
                share.latin += usize::from(is_latin(c));
            }
        }
        share
    }

    fn add(self, other: Share) -> Share {
        Share {
            words: self.words + other.words,
            english: self.english + other.english,
            letters: self.letters + other.letters,
            latin: self.latin + other.latin,
        }
    }

    /// Another script than ours.
    fn foreign_script(&self) -> bool {
        self.letters >= 8 && self.latin * 2 < self.letters
    }

    /// Fewer function words than any English prose has.
    fn few(&self) -> bool {
        self.words >= 12 && self.english * 100 < self.words * 14
    }
}

/// Notices for a document, or for its passages, that are not English.
pub(crate) fn language(text: &str, paragraphs: &[Paragraph]) -> Vec<Notice> {
    let prose: Vec<(ByteSpan, Share)> = paragraphs
        .iter()
        .filter(|p| p.kind != ParagraphKind::Fragment)
        .map(|p| (p.span, Share::of(p.span.of(text))))
        .collect();
    let all = prose.iter().fold(Share::default(), |sum, (_, s)| sum.add(*s));
    if all.foreign_script() || all.few() && named(text).is_some() {
        let language = named(text).map_or(String::new(), |n| format!("; it looks like {n}"));
        return vec![Notice::document(NoticeKind::NotEnglish, format!("The text is not English{language}."))];
    }
    prose
        .iter()
        .filter(|(_, s)| s.foreign_script() || s.few())
        .filter_map(|&(span, share)| {
            let name = named(span.of(text));
            (share.foreign_script() || name.is_some()).then(|| {
                let language = name.map_or(String::new(), |n| format!("; it looks like {n}"));
                Notice::at(NoticeKind::NotEnglish, span, format!("This passage is not English{language}."))
            })
        })
        .collect()
}

/// The language that `text` is surely in, if that is not English. Looks at its first part only.
fn named(text: &str) -> Option<&'static str> {
    let end = text.char_indices().nth(4000).map_or(text.len(), |(i, _)| i);
    let info = whatlang::detect(&text[..end])?;
    (info.lang() != whatlang::Lang::Eng && info.is_reliable()).then(|| info.lang().eng_name())
}
