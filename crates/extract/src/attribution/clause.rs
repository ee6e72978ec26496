//! Clauses as ranges of words: what hangs from a word, without what must stay out.

use crate::View;
use demarche_base::WordRange;
use demarche_text::Quote;

/// Whether a word is punctuation.
pub(crate) fn is_punctuation(view: &View, i: usize) -> bool {
    let form = view.form(i);
    view.word(i).upos == "PUNCT"
        || !form.chars().any(char::is_alphanumeric) && !form.contains(['$', '€', '£', '%'])
}

/// The quotations that share words with `words`; of many, those that open last.
pub(crate) fn quotes_over<'v>(view: &'v View, words: WordRange) -> impl Iterator<Item = &'v Quote> {
    let quotes = &view.layout.quotes;
    let end = quotes.partition_point(|q| q.words.start < words.end);
    quotes[..end].iter().rev().take(16).filter(move |q| q.words.overlaps(words))
}

/// Whether the clause of `verb` tells what is or was, by its tense: "its ships *had acted* lawfully", not "they *leave*".
pub(crate) fn indicative(view: &View, verb: usize) -> bool {
    let tensed = |w: usize| matches!(view.word(w).xpos, "VBD" | "VBZ");
    let helped = |w: usize| {
        let form = view.form(w).to_ascii_lowercase();
        tensed(w) || matches!(form.as_str(), "are" | "have" | "will" | "would" | "can" | "could" | "may")
    };
    // "insists that it *keeps* the gates open" may ask for that.
    view.word(verb).xpos == "VBD"
        || view.children_by(verb, "aux").chain(view.children_by(verb, "cop")).any(|a| helped(a) && a < verb)
}

/// Whether `below` hangs, directly or not, from `above` (or is it).
pub(crate) fn hangs_from(view: &View, below: usize, above: usize) -> bool {
    let mut at = below;
    for _ in 0..=view.sentence(below).len() {
        if at == above {
            return true;
        }
        match view.head(at) {
            Some(h) => at = h,
            None => return false,
        }
    }
    false
}

/// The words of the subtree of `head` without the subtrees of `except`, as runs, trimmed of punctuation at both ends.
///
/// Runs that only punctuation parts are one run.
pub(crate) fn runs(view: &View, head: usize, except: &[usize]) -> Vec<WordRange> {
    let mut words = Vec::new();
    let mut stack = vec![head];
    while let Some(x) = stack.pop() {
        if words.len() > view.len() {
            break;
        }
        words.push(x);
        stack.extend(view.children(x).iter().map(|&c| c as usize).filter(|c| !except.contains(c)));
    }
    words.sort_unstable();
    let mut out: Vec<WordRange> = Vec::new();
    for w in words {
        match out.last_mut() {
            Some(r) if (r.end as usize..w).all(|i| is_punctuation(view, i) && !is_dash(view, i)) => {
                r.end = w as u32 + 1
            }
            _ => out.push(WordRange::new(w, w + 1)),
        }
    }
    out.into_iter().map(|r| trim(view, r)).filter(|r| !r.is_empty()).collect()
}

/// The subtree of `head` from its first to its last word, trimmed.
pub(crate) fn whole(view: &View, head: usize) -> WordRange {
    trim(view, view.subtree(head))
}

fn is_dash(view: &View, i: usize) -> bool {
    matches!(view.form(i), "-" | "–" | "—" | "--")
}

/// Cuts punctuation off both ends; quotation marks stay where their partner stays.
pub(crate) fn trim(view: &View, words: WordRange) -> WordRange {
    let (mut start, mut end) = (words.start as usize, words.end as usize);
    while start < end && is_punctuation(view, start) && !partner_within(view, start, start, end) {
        start += 1;
    }
    while end > start && is_punctuation(view, end - 1) && !partner_within(view, end - 1, start, end) {
        end -= 1;
    }
    WordRange::new(start, end)
}

/// Whether word `i` is a quotation mark (or bracket) whose partner lies in `start..end` too.
fn partner_within(view: &View, i: usize, start: usize, end: usize) -> bool {
    let span = view.layout.words[i].span;
    if matches!(view.form(i), ")" | "]") {
        return (start..i).any(|k| matches!(view.form(k), "(" | "["));
    }
    if matches!(view.form(i), "(" | "[") {
        return (i + 1..end).any(|k| matches!(view.form(k), ")" | "]"));
    }
    let first = view.layout.words[start].span.start;
    let last = view.layout.words[end - 1].span.end;
    let quotes = &view.layout.quotes;
    let from = quotes.partition_point(|q| q.span.start < first);
    quotes[from..].iter().take_while(|q| q.span.start < last).any(|q| {
        let ends = q.span.start == span.start || q.span.end == span.end;
        ends && q.balanced && q.span.end <= last
    })
}

/// A noun phrase without the clauses and appositions that follow it, and without coordinated clauses.
///
/// "the minister, who had been abroad" gives "the minister".
pub(crate) fn noun_phrase(view: &View, head: usize) -> WordRange {
    let except: Vec<usize> = view
        .children(head)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| {
            let relation = view.word(c).relation();
            let set_off = c > head
                && first_of(view, c) > head + 1
                && (head + 1..=first_of(view, c)).any(|i| view.form(i) == ",");
            matches!(view.word(c).deprel, "acl:relcl" | "parataxis" | "punct")
                || c < head && matches!(relation, "case" | "cc" | "mark")
                || c > head && matches!(relation, "acl" | "advcl" | "ccomp" | "dep")
                || set_off && matches!(relation, "appos" | "nmod" | "obl" | "advmod" | "amod")
        })
        .collect();
    let all = runs(view, head, &except);
    all.into_iter().find(|r| r.contains(head)).unwrap_or(WordRange::new(head, head + 1))
}

/// First word of the subtree of `i`.
pub(crate) fn first_of(view: &View, i: usize) -> usize {
    view.subtree(i).start as usize
}

/// The subject of a verb: its own, or that of the verb with which it is coordinated, whose complement or adjunct
/// it is, or the noun that it modifies. Gives the head word.
pub(crate) fn subject(view: &View, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..8 {
        if let Some(s) = view.child(at, "nsubj").or_else(|| view.child(at, "csubj")) {
            return Some(s);
        }
        let above = view.head(at)?;
        match view.word(at).relation() {
            "conj" | "xcomp" | "advcl" | "parataxis" => {
                let finite = view.word(at).relation() == "conj" && is_finite(view, at);
                if view.word(at).relation() == "xcomp"
                    && let Some(o) = view.child(above, "obj")
                    && o < at
                {
                    return Some(o);
                }
                at = above;
                // A finite verb coordinated with an infinitive continues the verb above it.
                while finite && !is_finite(view, at) {
                    match view.head(at) {
                        Some(h)
                            if matches!(view.word(at).relation(), "xcomp" | "conj" | "advcl" | "ccomp") =>
                        {
                            at = h
                        }
                        _ => break,
                    }
                }
            }
            "acl" => return Some(above),
            _ => return None,
        }
        if !matches!(view.word(at).upos, "VERB" | "AUX" | "ADJ" | "NOUN" | "PROPN" | "PRON" | "ADV" | "NUM") {
            return None;
        }
    }
    None
}

/// Whether a verb is finite by its tag.
pub(crate) fn is_finite(view: &View, verb: usize) -> bool {
    matches!(view.word(verb).xpos, "VBD" | "VBZ" | "VBP" | "MD")
}

/// The word of kind `relation` and form among `forms` below `head`, if there is one.
pub(crate) fn marked(view: &View, head: usize, relation: &str, forms: &[&str]) -> Option<usize> {
    view.children_by(head, relation).find(|&c| forms.contains(&view.form(c).to_lowercase().as_str()))
}
