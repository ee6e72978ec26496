//! What is said of an act by a noun that takes up the clause before: "closed the port, *a step Lima condemned*".

use super::clause::{Roles, roles, verbal};
use super::phrase::{Naming, conjuncts, noun_phrase};
use crate::View;
use demarche_lexicon::Lexicon;

/// What a verb says of an act told before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comment {
    /// The noun that takes the act up.
    noun: usize,
    /// Who comments, where the parse has two subjects or the noun for one.
    by: Option<usize>,
    /// The verb of the act.
    act: usize,
}

/// Steps up a tree in which the verb of the act is looked for.
const STEPS: usize = 4;

/// The comment that `verb` is: "a step *condemned* by Lima", "a move that Lima *branded* a provocation".
pub(super) fn comment(view: &View, lexicon: &Lexicon, verb: usize) -> Option<Comment> {
    let deed = |w: &usize| view.word(*w).upos == "NOUN" && lexicon.plover.is("deed", view.lemma(*w));
    let subjects = || view.children_by(verb, "nsubj").filter(|&s| s < verb);
    let qualified = view.word(verb).relation() == "acl";
    let above = view.head(verb)?;
    let noun = if qualified { Some(above).filter(deed) } else { subjects().find(deed) };
    let noun = noun.filter(|&n| n < verb)?;
    let relative = |s: usize| matches!(view.lemma(s), "that" | "which");
    let by = subjects().filter(|&s| s > noun && !relative(s)).last();
    let first = noun_phrase(view, noun).start as usize;
    let apart = first.checked_sub(1).is_some_and(|w| matches!(view.form(w), "," | "-" | "--" | "–" | "—"));
    if !apart || !qualified && by.is_none() {
        return None;
    }
    let start = if qualified { view.head(noun) } else { Some(above) };
    let mut ways = std::iter::successors(start, |&w| view.head(w)).take(STEPS);
    let act = ways.find(|&w| verbal(view, w) && w < noun)?;
    Some(Comment { noun, by, act })
}

impl Comment {
    /// Sets right who comments, and on what.
    pub(super) fn apply(&self, r: &mut Roles) {
        if let Some(by) = self.by {
            (r.agent, r.patient, r.passive) = (Some(by), Some(self.noun), false);
        }
    }

    /// Who did what is commented on.
    pub(super) fn doers(&self, view: &View, lexicon: &Lexicon, naming: &Naming) -> Vec<usize> {
        let doer = roles(view, lexicon, self.act).agent.filter(|&a| naming.acts(view, a));
        doer.map(|d| conjuncts(view, d)).unwrap_or_default()
    }
}
