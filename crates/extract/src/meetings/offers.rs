//! What is only offered, asked for or refused: "*offered to hold* talks", "*called for* a summit", "*proposed* to meet".

use super::attached::{behind_any, direct};
use super::mention::Reader;
use crate::events::{is_passive, roles};

impl Reader<'_> {
    /// Whether who meets only offers, asks or refuses to: "offered to meet them".
    pub(super) fn only_offered(&self, verb: usize) -> bool {
        let view = self.view;
        let above = view.head(verb).filter(|_| view.word(verb).relation() == "xcomp");
        above.is_some_and(|a| {
            let sure = matches!(view.lemma(a), "plan" | "rule" | "threaten" | "suggest");
            self.is("wish", a) && !sure && !is_passive(view, a)
        })
    }

    /// Whether the meeting is only asked for, offered or refused: "called for talks", "offered to hold talks". Where
    /// place and time are said as well, it is a plan.
    pub(super) fn only_wished(&self, noun: usize, governor: Option<usize>) -> bool {
        let view = self.view;
        let Some(mut at) = governor else { return false };
        // "was called off" wishes nothing, and who calls a meeting convenes it.
        if self.called_off(at) || view.lemma(at) == "call" && direct(view, noun) {
            return false;
        }
        if self.is("wish", at)
            || view.word(noun).relation() == "obl" && self.lexicon.plover.is("demanded", view.lemma(at))
        {
            return true;
        }
        for _ in 0..3 {
            if !matches!(view.word(at).relation(), "xcomp" | "ccomp" | "acl") {
                return false;
            }
            let Some(above) = view.head(at) else { return false };
            if self.is("wish", above) {
                return true;
            }
            at = above;
        }
        false
    }

    /// Who offers to bring others together: "*Oslo* offered to host a meeting between the two", "*Oslo* proposed a summit
    /// of both kings".
    pub(super) fn broker(&self, noun: usize, governor: Option<usize>) -> Option<usize> {
        let view = self.view;
        let verb = governor?;
        let brings = self.is("broker-verb", verb) && view.word(verb).relation() == "xcomp";
        let offers = if brings { view.head(verb)? } else { verb };
        let wished = self.is("offers", offers) || brings && self.is("ready", offers);
        // "a round of talks between both": of the talks.
        let inner = behind_any(view, noun, &["of"]).filter(|&i| self.is("noun", i));
        let of =
            |&n: &usize| behind_any(view, n, &["between", "of", "among"]).is_some_and(|w| Some(w) != inner);
        let among = std::iter::once(noun).chain(inner).any(|n| of(&n));
        if !wished || !among || self.is("visit", noun) {
            return None;
        }
        let agent = view.child(offers, "nsubj").or_else(|| roles(view, self.lexicon, offers).agent)?;
        self.naming.acts(view, agent).then_some(agent)
    }

    /// "was called *off*".
    pub(super) fn called_off(&self, verb: usize) -> bool {
        let view = self.view;
        view.lemma(verb) == "call" && view.children(verb).iter().any(|&c| view.form(c as usize) == "off")
    }
}
