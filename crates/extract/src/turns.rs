//! Turns of interviews and transcripts: whose they are and which paragraphs belong to them.

use crate::View;
use demarche_base::WordRange;
use demarche_text::{ParagraphKind, Part};

/// What one speaker says before another speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// The words of the label without what stands in brackets: "OKELLO".
    pub label: WordRange,
    /// What stands in brackets after them: "Wire" of "QUESTION (Wire):".
    pub bracket: Option<WordRange>,
    /// The last word of the label, its colon or full stop.
    pub colon: usize,
    /// What the label says beside a name.
    pub part: Part,
    /// The words said, a range for each paragraph.
    pub content: Vec<WordRange>,
}

/// The turns of a text, in order.
///
/// Running text between two turns goes on with the first; after the last turn only what is in quotation marks does.
pub(crate) fn turns(view: &View) -> Vec<Turn> {
    let paragraphs = &view.layout.paragraphs;
    let last = paragraphs.iter().rposition(|p| p.label.is_some()).unwrap_or(0);
    let mut found: Vec<Turn> = Vec::new();
    let mut open = false;
    for (n, p) in paragraphs.iter().enumerate() {
        let Some(label) = p.label else {
            let marked =
                p.words.range().next().is_some_and(|i| matches!(view.form(i), "“" | "\"" | "''" | "``"));
            open &= matches!(p.kind, ParagraphKind::Body | ParagraphKind::ListItem) && (n < last || marked)
                || matches!(p.kind, ParagraphKind::Fragment);
            if let Some(turn) = found.last_mut().filter(|_| open) {
                turn.content.extend(spoken(view, p.words));
            }
            continue;
        };
        open = false;
        let words = view.words_in(label.span);
        let Some(colon) = words.range().next_back() else { continue };
        let bracket = words.range().find(|&i| view.form(i) == "(");
        let name = WordRange::new(words.start as usize, bracket.unwrap_or(colon).max(words.start as usize));
        let bracket = bracket.map(|b| WordRange::new(b + 1, colon.saturating_sub(1).max(b + 1)));
        let content = spoken(view, WordRange::new(colon + 1, p.words.end as usize));
        if name.is_empty() {
            continue;
        }
        let bracket = bracket.filter(|b| !b.is_empty());
        found.push(Turn {
            label: name,
            bracket,
            colon,
            part: label.part,
            content: content.into_iter().collect(),
        });
        open = true;
    }
    found.retain(|t| !t.content.is_empty());
    found
}

/// The words of a paragraph that are said: none of a remark in brackets ("(Applause.)").
fn spoken(view: &View, words: WordRange) -> Option<WordRange> {
    let (mut start, mut end) = (words.start as usize, words.end as usize);
    if start < end && matches!(view.form(start), "(" | "[") {
        let close = (start..end).find(|&i| matches!(view.form(i), ")" | "]")).unwrap_or(end - 1);
        start = close + 1;
    }
    if end > start
        && matches!(view.form(end - 1), ")" | "]")
        && let Some(bracket) = (start..end).rev().find(|&i| matches!(view.form(i), "(" | "["))
        && bracket > start
        && end - bracket <= 6
    {
        end = bracket;
    }
    (start < end).then(|| WordRange::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heads::Heads;
    use demarche_syntax::{Syntax, Tagged};

    fn check(text: &str, expect: &[&str]) {
        let layout = demarche_text::layout(text);
        let word = || Tagged { upos: "X", xpos: "X", lemma: String::new(), head: None, deprel: "root" };
        let syntax = Syntax { words: layout.words.iter().map(|_| word()).collect(), ..Syntax::default() };
        let heads = Heads::default();
        let view = View::new(text, &layout, &syntax, &heads);
        let lines: Vec<String> = turns(&view)
            .iter()
            .map(|t| {
                let said: Vec<&str> = t.content.iter().map(|&r| view.span(r).of(text)).collect();
                let of = t.bracket.map_or("", |b| view.span(b).of(text));
                format!("{} [{of}] {:?} | {}", view.span(t.label).of(text), t.part, said.join(" / "))
            })
            .collect();
        assert_eq!(lines, expect);
    }

    #[test]
    fn a_turn_runs_to_the_next() {
        check(
            "QUESTION (Wire): Will you go?\nOKELLO: We shall.\nAnd soon. (Laughter.)\nQUESTION: When?\nOKELLO: Soon.\n\
             The minister then left the room.",
            &[
                "QUESTION [Wire] Asks | Will you go?",
                "OKELLO [] Named | We shall. / And soon.",
                "QUESTION [] Asks | When?",
                "OKELLO [] Named | Soon.",
            ],
        );
    }

    #[test]
    fn headings_and_facts_are_no_turns() {
        check("TRANSCRIPT: A briefing\nThe talks failed.", &[]);
        check("WHERE: Oslo\nWHEN: Monday\nCOST: 4 million", &[]);
    }
}
