//! Noun phrases: how far they go, which title or agent noun heads them, whether words name a place or who acts there.

use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::roles::{AgentNoun, Title};

/// Relations that open a clause or another phrase inside a noun phrase: they end a mention.
const CLAUSES: &[&str] = &[
    "acl",
    "advcl",
    "parataxis",
    "ccomp",
    "appos",
    "conj",
    "cc",
    "punct",
    "discourse",
    "dep",
    "cop",
    "nsubj",
    "aux",
    "mark",
    "obl",
    "advmod",
    "csubj",
    "expl",
    "dislocated",
    "orphan",
    "reparandum",
    "vocative",
    "list",
];

/// The noun phrase of `head` without the clauses, appositions and coordinations that follow it, and without its
/// case marks.
pub fn extent(view: &View, head: usize) -> WordRange {
    let (mut start, mut end) = (head, head + 1);
    let sentence = view.sentence(head);
    for &c in view.children(head) {
        let c = c as usize;
        let relation = view.word(c).relation();
        if CLAUSES.contains(&relation) || relation == "case" || !sentence.contains(c) {
            continue;
        }
        if matches!(relation, "obj" | "iobj" | "xcomp") {
            continue;
        }
        let inner = if c < head
            || matches!(relation, "flat" | "nmod" | "compound" | "nummod" | "goeswith" | "fixed")
        {
            extent_with_case(view, c, head)
        } else {
            continue;
        };
        start = start.min(inner.start as usize);
        end = end.max(inner.end as usize);
    }
    WordRange::new(start, end)
}

/// A modifier with its case marks: "of Peru", "Peru 's".
fn extent_with_case(view: &View, word: usize, outer: usize) -> WordRange {
    let mut range = if word == outer { WordRange::new(word, word + 1) } else { extent(view, word) };
    for c in
        view.children_by(word, "case").chain(view.children_by(word, "punct").filter(|&p| view.form(p) == "-"))
    {
        range = WordRange::new((range.start as usize).min(c), (range.end as usize).max(c + 1));
    }
    range
}

/// The head of a range: the first word whose own head lies outside it.
pub fn head_of(view: &View, words: WordRange) -> usize {
    words
        .range()
        .find(|&i| view.word(i).upos != "PUNCT" && view.head(i).is_none_or(|h| !words.contains(h)))
        .unwrap_or((words.end as usize).saturating_sub(1))
}

/// `words` with single spaces, whatever white space the text has.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name of the text in one line, garbled letters as they were meant.
pub fn name_in(view: &View, words: WordRange) -> String {
    one_line(&demarche_text::repair(view.span(words).of(view.text)))
}

/// Lower-case words from `start` to `end`, joined by spaces (hyphens without).
fn joined(view: &View, start: usize, end: usize, singular_at: usize) -> String {
    let mut out = String::new();
    for i in start..=end {
        let form = view.form(i);
        if !out.is_empty() && form != "-" && !out.ends_with('-') {
            out.push(' ');
        }
        let plural = i == singular_at && matches!(view.word(i).xpos, "NNS" | "NNPS");
        out.push_str(&if plural { view.lemma(i).to_lowercase() } else { form.to_lowercase() });
    }
    out
}

/// The longest title that is headed by word `head`, with its words: "deputy foreign minister", "secretary of state".
pub fn title_at(view: &View, lexicon: &Lexicon, head: usize) -> Option<(Title, WordRange)> {
    if !matches!(view.word(head).upos, "NOUN" | "PROPN" | "ADJ") {
        return None;
    }
    let sentence = view.sentence(head);
    let first = head.saturating_sub(4).max(sentence.start as usize);
    let last = (head + 4).min(sentence.end as usize - 1);
    let mut best: Option<(Title, WordRange)> = None;
    for start in first..=head {
        for end in head..=last {
            // Only "of ..." may follow the head noun; the name after it is no title.
            if end > head && view.form(head + 1) != "of" && view.form(head + 1) != "-" {
                break;
            }
            if best.is_some_and(|b| b.1.len() > end - start) {
                continue;
            }
            // "at 5 pm"
            let hour = start == end && view.form(head) == "pm";
            if let Some(title) = lexicon.roles.title(&joined(view, start, end, head)).filter(|_| !hour) {
                best = Some((title, WordRange::new(start, end + 1)));
            }
        }
    }
    best
}

/// The longest agent noun that ends with word `head`: "coast guard", "foreign ministry", "troops".
pub fn noun_at(view: &View, lexicon: &Lexicon, head: usize) -> Option<(AgentNoun, WordRange)> {
    if !matches!(view.word(head).upos, "NOUN" | "PROPN") {
        return None;
    }
    let sentence = view.sentence(head);
    let first = head.saturating_sub(3).max(sentence.start as usize);
    (first..=head).find_map(|start| {
        let noun = lexicon.roles.noun(&joined(view, start, head, usize::MAX))?;
        Some((noun, WordRange::new(start, head + 1)))
    })
}

/// The preposition before the phrase of `head`, in lower case.
pub fn preposition(view: &View, head: usize) -> Option<&'static str> {
    const KNOWN: &[&str] = &[
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "through",
        "across",
        "over",
        "into",
        "toward",
        "towards",
        "from",
        "to",
        "via",
        "of",
        "for",
        "with",
        "by",
        "against",
        "on",
        "between",
        "within",
        "under",
        "as",
        "like",
        "after",
        "before",
        "about",
        "without",
        "throughout",
        "around",
        "off",
    ];
    let case = view.children_by(head, "case").find(|&c| c < head)?;
    let form = view.form(case).to_lowercase();
    KNOWN.iter().copied().find(|k| *k == form)
}

/// Whether the city or building that `head` names is a place here ("in Lima", "flew to Lima", "Lima airport") and not
/// the government that sits there ("Lima said", "talks with Lima").
pub fn is_place_use(view: &View, lexicon: &Lexicon, head: usize) -> bool {
    let word = view.word(head);
    let governor = view.head(head);
    let is = |class: &str, i: usize| lexicon.roles.is(class, &view.lemma(i).to_lowercase());
    match word.relation() {
        "nsubj" => false,
        "obj" => governor.is_some_and(|g| is("reached", g)),
        "compound" | "amod" | "flat" => governor.is_some_and(|g| is("grounds", g)),
        "nmod" if word.deprel == "nmod:poss" => governor.is_some_and(|g| is("owned", g)),
        "conj" => {
            governor.is_some_and(|g| is_place_use(view, lexicon, g) && view.word(g).relation() != "conj")
        }
        // "Washington, D.C.", "Bamako, Mali".
        "appos" => governor.is_some_and(|g| preposition(view, g).is_some() && is_place_use(view, lexicon, g)),
        _ => match preposition(view, head) {
            Some(
                "in" | "at" | "near" | "around" | "outside" | "inside" | "through" | "across" | "over"
                | "into" | "toward" | "towards" | "via" | "within" | "throughout" | "off",
            ) => true,
            Some("to" | "from") => governor.is_some_and(|g| {
                // "recalled its ambassador from Lima", "the envoy to Lima": to whom he is sent.
                let posted = |n: usize| is("accredited", n);
                if posted(g) || view.lemma(g) == "recall" && view.children_by(g, "obj").any(posted) {
                    return false;
                }
                // "a delegation from Lima arrived" is of Lima.
                let comes = word.relation() == "nmod" && view.word(g).relation() != "nsubj";
                is("motion", g) || view.head(g).is_some_and(|gg| is("motion", gg) && comes)
            }),
            Some("of") => governor.is_some_and(|g| is("parts", g)),
            None => word.relation() == "root" || word.relation() == "appos",
            _ => false,
        },
    }
}

/// Whether word `i` stands in subject position.
pub fn is_subject(view: &View, i: usize) -> bool {
    matches!(view.word(i).relation(), "nsubj" | "csubj") || {
        view.word(i).relation() == "conj" && view.head(i).is_some_and(|h| view.word(h).relation() == "nsubj")
    }
}

/// The verb or predicate of the clause of word `i`: the nearest ancestor that opens a clause.
pub fn clause_of(view: &View, i: usize) -> usize {
    let mut at = i;
    for _ in 0..64 {
        let opens = matches!(
            view.word(at).relation(),
            "root" | "ccomp" | "advcl" | "acl" | "xcomp" | "parataxis" | "csubj"
        ) || view.word(at).relation() == "conj"
            && (matches!(view.word(at).upos, "VERB" | "AUX") || view.child(at, "cop").is_some());
        if opens && at != i {
            return at;
        }
        match view.head(at) {
            Some(h) => at = h,
            None => return at,
        }
    }
    at
}

/// The subjects above word `i`, from its own clause outwards; a clause without one takes that of the verb it hangs
/// on, and first that verb's object ("warned Quito against resuming its patrols").
pub fn subjects_above(view: &View, i: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut clause = clause_of(view, i);
    for _ in 0..16 {
        let subject = view.children_by(clause, "nsubj").chain(view.children_by(clause, "csubj")).next();
        match subject {
            Some(s) => {
                if s != i {
                    found.push(s);
                }
            }
            None => {
                let controlled = matches!(view.word(clause).relation(), "xcomp" | "advcl" | "acl");
                if let Some(governor) = view.head(clause)
                    && controlled
                    && let Some(object) = view
                        .children_by(governor, "obj")
                        .chain(view.children_by(governor, "iobj"))
                        .find(|&o| o < clause)
                    && object != i
                    && view.word(clause).relation() != "acl"
                    && !(view.word(clause).relation() == "advcl" && view.child(clause, "mark").is_none())
                {
                    found.push(object);
                }
            }
        }
        let next = clause_of(view, clause);
        if next == clause {
            break;
        }
        clause = next;
    }
    found
}
