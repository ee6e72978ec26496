//! Statements that a headline tells without a verb of speech: "Minister: we will not yield", "Army shelled market -
//! UN", "Bridge will reopen: governor".

use super::Draft;
use super::clause::{is_punctuation, quotes_over, trim};
use super::quoted::make;
use crate::View;
use crate::actors::{ActorIndex, phrase};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::roles::Stands;
use demarche_text::ParagraphKind;

/// So many headlines of a text are read at most.
const MOST: usize = 12;
/// The longest source of a headline, in words.
const LONGEST: usize = 6;

/// Adds the statements of headlines; what the heads or syntax made of the same mark goes.
pub(super) fn add(view: &View, lexicon: &Lexicon, actors: &ActorIndex, drafts: &mut Vec<Draft>) {
    let headlines = view.layout.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Headline);
    for p in headlines.take(MOST) {
        let Some((source, mark, content)) = headline(view, lexicon, actors, p.words) else { continue };
        let reported = drafts.iter().any(|d| {
            p.words.contains(d.cue_head)
                && d.cue_head != mark
                && d.content.iter().any(|r| r.overlaps(content))
                && d.source.is_some_and(|s| s.overlaps(source))
        });
        if reported {
            continue;
        }
        drafts.retain(|d| d.cue_head != mark && !d.cue.contains(mark));
        let mut d = make(view, mark, Some(phrase::head_of(view, source)), content, "rule:headline");
        d.source = Some(source);
        d.cue = WordRange::new(mark, mark + 1);
        d.stance = Some("asserts");
        drafts.push(d);
    }
}

/// Adds what telegrams tell so in their text: "Speaker Ana Ruiz: no concessions under fire." Only persons and titles speak so: a
/// place or a body before a colon may be where, or of whom, something is told.
pub(super) fn telegrams(view: &View, lexicon: &Lexicon, actors: &ActorIndex, drafts: &mut Vec<Draft>) {
    if !crate::turns::turns(view).is_empty() {
        return;
    }
    let mut found = Vec::new();
    let told = |k: ParagraphKind| matches!(k, ParagraphKind::Body | ParagraphKind::ListItem);
    for paragraph in view.layout.paragraphs.iter().filter(|p| told(p.kind)) {
        for s in paragraph.sentences.0 as usize..paragraph.sentences.1 as usize {
            found.extend(view.layout.sentences.get(s).and_then(|&s| telegram(view, lexicon, actors, s)));
        }
    }
    for (source, mark, content) in found.into_iter().take(MOST) {
        let told = drafts.iter().any(|d| {
            d.cue_head == mark
                || d.source.is_some_and(|s| s.overlaps(source))
                || d.content.iter().any(|r| r.overlaps(content)) && !content.contains(d.cue_head)
        });
        if told {
            continue;
        }
        let mut d = make(view, mark, Some(phrase::head_of(view, source)), content, "rule:telegram");
        d.source = Some(source);
        d.cue = WordRange::new(mark, mark + 1);
        d.stance = Some("asserts");
        drafts.push(d);
    }
}

/// Source, colon and content of a sentence of a telegram that is a statement.
fn telegram(
    view: &View,
    lexicon: &Lexicon,
    actors: &ActorIndex,
    sentence: WordRange,
) -> Option<(WordRange, usize, WordRange)> {
    let start = sentence.start as usize;
    let mark = sentence.range().skip(1).take(LONGEST).find(|&i| view.form(i) == ":")?;
    let source = trim(view, WordRange::new(start, mark));
    let content = trim(view, WordRange::new(mark + 1, sentence.end as usize));
    let plain = source
        .range()
        .all(|i| matches!(view.word(i).upos, "NOUN" | "PROPN" | "ADJ" | "DET" | "PART" | "ADP"));
    let titled = source.range().any(|i| phrase::title_at(view, lexicon, i).is_some_and(|t| t.0.acts));
    let person = actors.in_span(source).iter().any(|&a| actors.is_person(a));
    let opens = mark + 1 < view.len() && matches!(view.form(mark + 1), "\"" | "“" | "«" | "„");
    // "Peru army: guns moved up" is what the army says; "Lima: will act only if attacked" what Lima will do.
    let last = source.range().next_back();
    let organ = last
        .is_some_and(|i| phrase::noun_at(view, lexicon, i).is_some_and(|n| n.0.stands == Stands::State))
        && source.len() > 1;
    let ahead = content.range().next().is_some_and(|i| view.word(i).xpos == "MD");
    let organ = organ || ahead && !actors.in_span(source).is_empty();
    (plain && (organ || (titled || person) && source.len() > 1) && content.len() > 2 && !opens)
        .then_some((source, mark, content))
}

/// Source, mark and content of a headline that is a statement.
fn headline(
    view: &View,
    lexicon: &Lexicon,
    actors: &ActorIndex,
    words: WordRange,
) -> Option<(WordRange, usize, WordRange)> {
    let free = |i: usize| {
        let dash = matches!(view.form(i), "-" | "–" | "—" | "--" | "―" | "|");
        view.form(i) == ":"
            || dash && i > 0 && view.layout.words[i - 1].space_after && view.layout.words[i].space_after
    };
    let quoted = |i: usize| {
        let at = view.layout.words[i].span;
        quotes_over(view, WordRange::new(i, i + 1)).any(|q| q.inner.contains(at))
    };
    let mut marks = words.range().filter(|&i| free(i) && !quoted(i));
    let (mark, second) = (marks.next()?, marks.next());
    let first = trim(view, WordRange::new(words.start as usize, mark));
    let rest = trim(view, WordRange::new(mark + 1, words.end as usize));
    if view.form(mark) == ":" && second.is_none() && speaks(view, lexicon, actors, first, rest, true) {
        return Some((first, mark, rest));
    }
    let mark = second.unwrap_or(mark);
    let content = trim(view, WordRange::new(words.start as usize, mark));
    let source = trim(view, WordRange::new(mark + 1, words.end as usize));
    speaks(view, lexicon, actors, source, content, false).then_some((source, mark, content))
}

/// Whether `source` can be who says `content`, a clause.
///
/// A state or body at the beginning may be only what the headline is about ("Oslo: ministers meet"): it speaks where the
/// clause has a first person or addresses somebody ("Oslo to Lima: stop").
fn speaks(
    view: &View,
    lexicon: &Lexicon,
    actors: &ActorIndex,
    source: WordRange,
    content: WordRange,
    leads: bool,
) -> bool {
    let verbal = content.range().any(|i| matches!(view.word(i).upos, "VERB" | "AUX"));
    let nominal = source.range().all(|i| !matches!(view.word(i).upos, "VERB" | "AUX" | "ADV" | "SCONJ"));
    if source.is_empty() || source.len() > LONGEST || content.len() < 3 || !verbal || !nominal {
        return false;
    }
    let quoted = is_punctuation(view, content.start as usize);
    let first_person = content.range().any(|i| {
        matches!(view.form(i).to_lowercase().as_str(), "we" | "i" | "our" | "us" | "my")
            && view.word(i).upos != "PROPN"
    });
    let addressed = source.range().skip(1).any(|i| view.form(i) == "to");
    let person = source.range().any(|i| phrase::title_at(view, lexicon, i).is_some());
    let informant = source.range().any(|i| lexicon.commissives.is("informant", &view.form(i).to_lowercase()));
    let actor = !actors.in_span(source).is_empty();
    person
        || informant
        || actor && (!leads || quoted || first_person || addressed)
        || actor && actors.in_span(source).iter().any(|&a| actors.is_person(a))
}
