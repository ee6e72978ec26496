//! Triggers and their arguments: which words report an act, by whom and to whom.
//!
//! [`super::verbs`] and [`super::nouns`] read those of the lexicon; two forms of words are read here: "is *ready to send
//! aid*", "*branded* them *terrorists*".

use super::clause::{denied, group_start, roles, subject, verbal};
use super::comments::comment;
use super::nature::friendly;
use super::nouns::noun_frame;
use super::pattern::holds;
use super::phrase::{Naming, conjuncts, marker};
use super::sources::told_of;
use super::targets::dependents;
use super::verbs::verb_frame;
use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::plover::{Act, Needs};
use demarche_record::Plover;

/// A possible event: its trigger, its act and its participants as head words.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Head word of the trigger.
    pub head: usize,
    /// The verb whose tense and mood count: the trigger itself, or the verb that supports a noun.
    pub verb: Option<usize>,
    /// The words of the trigger.
    pub words: WordRange,
    /// The act by the lexicon; `None` where only the model can say.
    pub act: Option<Act>,
    /// The act that is refused, where the refusal is the act: "will not *release*".
    pub refused: Option<Act>,
    /// Who acts.
    pub sources: Vec<usize>,
    /// To whom.
    pub targets: Vec<usize>,
    /// The object of the verb, party or not.
    pub object: Option<usize>,
    /// Whether those who act, act on one another: "A and B met".
    pub mutual: bool,
    /// The rule.
    pub rule: &'static str,
}

impl Frame {
    /// A frame of which only the trigger is known.
    pub fn new(head: usize) -> Self {
        let words = WordRange::new(head, head + 1);
        Frame {
            head,
            verb: None,
            words,
            act: None,
            refused: None,
            sources: vec![],
            targets: vec![],
            object: None,
            mutual: false,
            rule: "",
        }
    }
}

/// All frames of the text, in order of their triggers.
pub fn frames(view: &View, lexicon: &Lexicon, naming: &Naming) -> Vec<Frame> {
    let mut found = Vec::new();
    let mut used = vec![false; view.len()];
    for word in 0..view.len() {
        if verbal(view, word) && view.lemma(word) != "be" {
            let frame = branded(view, lexicon, naming, word)
                .or_else(|| verb_frame(view, lexicon, naming, word, &mut used));
            used[word] |= frame.as_ref().is_some_and(|f| f.act.is_some());
            found.extend(frame);
        }
        found.extend(willing(view, lexicon, naming, word).or_else(|| predicate(view, lexicon, naming, word)));
    }
    for word in 0..view.len() {
        let noun = view.word(word).upos == "NOUN" && !used[word];
        if let Some(entry) = lexicon.plover.noun(view.lemma(word)).filter(|_| noun) {
            found.extend(noun_frame(view, lexicon, naming, word, entry, &used));
        }
    }
    found.sort_by_key(|f| f.head);
    found
}

/// "is ready to send aid", "was willing to withdraw": who declares to be ready for something that helps, offers it.
fn willing(view: &View, lexicon: &Lexicon, naming: &Naming, word: usize) -> Option<Frame> {
    let ready = view.word(word).upos == "ADJ" && lexicon.plover.is("willing", view.lemma(word));
    let act = view.child(word, "xcomp").or_else(|| view.child(word, "advcl")).filter(|_| ready)?;
    let r = roles(view, lexicon, act);
    let entry = lexicon.plover.verb(view.lemma(act)).iter().find(|e| holds(view, lexicon, act, &r, e))?;
    if !entry.act.is_some_and(|a| friendly(a.0)) || marker(view, act) != "to" {
        return None;
    }
    let source = subject(view, lexicon, word, 4)?;
    Some(Frame {
        verb: Some(word),
        act: Some((Plover::Agree, None)),
        sources: told_of(view, lexicon, naming, word, conjuncts(view, source)),
        object: r.patient,
        rule: "rule:willing",
        ..Frame::new(word)
    })
}

/// "was critical of Lima", "are in talks with Lima": what the predicate behind "be" says, by the entries of "be" in the lexicon.
fn predicate(view: &View, lexicon: &Lexicon, naming: &Naming, word: usize) -> Option<Frame> {
    let be = view.child(word, "cop").filter(|&be| be < word)?;
    let is = |need: &Needs| matches!(need, Needs::Object(lemma) if *lemma == view.lemma(word));
    let entry = lexicon.plover.verb("be").iter().find(|e| e.needs.iter().all(|n| n.iter().any(is)))?;
    let targets = dependents(view, naming, word, &entry.target);
    if targets.is_empty() || denied(view, word) {
        return None;
    }
    let source = subject(view, lexicon, word, 4)?;
    Some(Frame {
        verb: Some(word),
        words: WordRange::new(if be + 2 >= word { be } else { word }, word + 1),
        act: Some(entry.act?),
        sources: told_of(view, lexicon, naming, word, conjuncts(view, source)),
        targets,
        rule: "rule:predicate",
        ..Frame::new(word)
    })
}

/// "described the raid as an act of piracy", "branded them terrorists": who gives it a bad name accuses.
fn branded(view: &View, lexicon: &Lexicon, naming: &Naming, word: usize) -> Option<Frame> {
    let brands = view.word(word).upos == "VERB" && lexicon.plover.is("brands", view.lemma(word));
    let mut r = roles(view, lexicon, word);
    if !brands {
        return None;
    }
    let comment = comment(view, lexicon, word);
    // "a move that Lima branded *a provocation*": the name stands as the object.
    let told = comment.and_then(|_| view.child(word, "obj")).filter(|&o| o > word);
    if let Some(comment) = &comment {
        comment.apply(&mut r);
    }
    // "considered the raid a crime", read as a clause of its own
    let clause = view.children_by(word, "xcomp").chain(view.children_by(word, "ccomp"));
    let bare = |&c: &usize| view.word(c).upos != "VERB" && view.child(c, "cop").is_none();
    let named = clause.filter(bare).find_map(|c| view.child(c, "nsubj").filter(|&s| s > word && s < c));
    let object = named.or(r.patient)?;
    let noun = |c: &usize| matches!(view.word(*c).upos, "NOUN" | "ADJ") && view.child(*c, "cop").is_none();
    let name = view
        .children_by(word, "obl")
        .filter(|&c| c > word && marker(view, c) == "as")
        .chain(view.children_by(word, "xcomp").filter(|&c| c > object))
        .chain(view.children_by(word, "ccomp").filter(|&c| c > object).filter(noun))
        .chain(view.children_by(word, "advcl").filter(|&c| marker(view, c) == "as"))
        .chain(told)
        .next()?;
    let wrong =
        |i: usize| lexicon.plover.is("wrong", view.lemma(i)) || lexicon.plover.is("wrong", view.form(i));
    if !view.subtree(name).range().any(|i| i != object && wrong(i)) {
        return None;
    }
    let doers = comment.map(|c| c.doers(view, lexicon, naming)).unwrap_or_default();
    Some(Frame {
        verb: Some(word),
        words: WordRange::new(group_start(view, word), word + 1),
        act: Some((Plover::Accuse, Some("disapprove"))),
        sources: told_of(
            view,
            lexicon,
            naming,
            word,
            r.agent.map(|a| conjuncts(view, a)).unwrap_or_default(),
        ),
        targets: if doers.is_empty() { conjuncts(view, object) } else { doers },
        object: Some(object),
        rule: "rule:brand",
        ..Frame::new(word)
    })
}
