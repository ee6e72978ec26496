//! With what a noun of meeting stands: the verb that holds it, the going to it, the participle that says for when:
//! "*will hold* talks", "*flies to Lima* for talks", "talks *scheduled for Monday*".

use super::attached::{behind_any, behind_own};
use super::mention::Reader;
use crate::events::{is_passive, marker};

/// A noun of meeting with what it stands with.
#[derive(Clone, Debug)]
pub struct Stand {
    /// The noun.
    pub noun: usize,
    /// The word over it, in whose clause it is named: "*held* talks", "*prepared for* talks".
    pub governor: Option<usize>,
    /// The governor, where it says that the meeting is held, set, or what one goes or is called for.
    pub held: Option<usize>,
    /// The governor, where it says that somebody goes to it: "*flies* to Lima for talks".
    pub goes: Option<usize>,
    /// The governor, where it calls somebody to it: "*invited* both sides to Oslo for talks".
    pub called: Option<usize>,
    /// The meeting within it: "a round of *talks*".
    pub inner: Option<usize>,
    /// What says for when it is set: "talks *scheduled* for Monday".
    pub fixed: Option<usize>,
    /// What it is due to do: "talks that had been due *to start* in Oslo".
    pub due: Option<usize>,
    /// What it is scheduled to do: "is scheduled *to be held* in Oslo".
    pub opens: Option<usize>,
    /// All words from which may hang who meets and where.
    pub heads: Vec<usize>,
}

impl Reader<'_> {
    /// What `noun` stands with, if it names a meeting of its own.
    pub(super) fn stand(&self, noun: usize) -> Option<Stand> {
        let view = self.view;
        if !self.is("noun", noun)
            // "talk of war"; "talks" is no singular, whatever its tag.
            || view.lemma(noun) == "talk" && view.form(noun).eq_ignore_ascii_case("talk")
            || self.named_aside(noun)
        {
            return None;
        }
        let governor = self.governor(noun);
        let purpose = governor.filter(|_| marker(view, noun) == "for");
        let goes = purpose.filter(|&g| self.goes_to_meet(g, noun));
        let called =
            governor.filter(|&g| matches!(marker(view, noun), "for" | "to") && self.is("calls-verb", g));
        let held = governor
            // "will maintain a meeting", as translations have it; "maintain a dialogue" tells of none.
            .filter(|&g| !self.is("keeps", g) || self.is("heard-at", noun))
            .filter(|&g| self.is("hold", g) || self.is("schedule", g) && view.word(g).upos == "VERB")
            .or(goes)
            .or(called);
        if self.is("informal", noun) && !self.meets_formally(noun, held) {
            return None;
        }
        let visited = || {
            behind_own(view, noun, "to").is_some()
                || marker(view, noun) == "after" && behind_own(view, noun, "by").is_some()
        };
        if self.is("visit", noun) && held.is_none() && !visited() {
            return None;
        }
        let inner = behind_own(view, noun, "of").filter(|&i| self.is("noun", i));
        let fixed = self.fixed(noun, governor);
        let due = fixed.filter(|&f| view.lemma(f) == "due").and_then(|f| view.child(f, "xcomp"));
        let opens = held.and_then(|h| view.child(h, "xcomp")).filter(|&x| view.word(x).upos == "VERB");
        // "a meeting of foreign ministers in Oslo": where they meet may hang from who meets.
        let members = behind_own(view, noun, "of").filter(|&m| matches!(view.word(m).xpos, "NNS" | "NNPS"));
        // "consultations at the level of deputy ministers between Elbonia and Ruritania"
        let level = behind_own(view, noun, "at").filter(|&l| view.lemma(l) == "level");
        let whose = level.and_then(|l| behind_own(view, l, "of"));
        let heads = [Some(noun), inner, held, fixed, due, opens, members, level, whose];
        let heads = heads.into_iter().flatten().collect();
        Some(Stand { noun, governor, held, goes, called, inner, fixed, due, opens, heads })
    }

    /// Whether the noun names no meeting of its own: "the *summit* declaration", "a press *conference*", "a round of
    /// *talks*" (the round does), "on the sidelines of the *summit*".
    fn named_aside(&self, noun: usize) -> bool {
        let view = self.view;
        let whole = view.head(noun).filter(|&g| view.word(g).upos == "NOUN" && marker(view, noun) == "of");
        view.word(noun).relation() == "compound"
            || view.children_by(noun, "compound").any(|c| self.is("press", c))
            || whole.is_some_and(|g| self.is("noun", g) || self.is("setting", g))
    }

    /// Whether the word says that somebody goes somewhere, to meet there for `noun`.
    fn goes_to_meet(&self, word: usize, noun: usize) -> bool {
        // "will lead a delegation to Lima for talks"
        let led = self.view.child(word, "obj").filter(|&o| self.is("delegation", o) && o != noun);
        self.is("go-verb", word)
            || self.is("lead", word) && led.is_some()
            || self.is_awaited(word)
            || self.sends(word)
            // "was in Lima for a summit with them"
            || self.is_place(word)
    }

    /// "is *expected* in Lima on Sunday for talks", "is *due* there".
    pub(super) fn is_awaited(&self, word: usize) -> bool {
        let due = self.view.word(word).upos == "ADJ" && self.view.lemma(word) == "due";
        self.is("awaited", word) && (is_passive(self.view, word) || due)
    }

    /// Whether a noun that may mean anything else ("a call", "a round", "a trip", "dinner") names a meeting here.
    fn meets_formally(&self, noun: usize, held: Option<usize>) -> bool {
        let view = self.view;
        let child = |class: &str| view.children(noun).iter().any(|&c| self.is(class, c as usize));
        let with = behind_any(view, noun, &["with", "between"]).is_some();
        if self.is("remote", noun) {
            let made = |h: usize| matches!(view.lemma(h), "hold" | "have" | "make");
            child("remote-word") || with && held.is_some_and(|h| made(h) || self.converse(noun))
        } else if self.is("table", noun) {
            child("kind-word") || with
        } else if self.is("visit", noun) {
            behind_own(view, noun, "to").is_some()
        } else if view.lemma(noun) == "contact" {
            // "resume contacts in Lima": those who are in touch meet only where a place or a day is said.
            let arranged = |h: usize| self.date(noun, held).is_some() || self.place(&[noun, h]).is_some();
            view.word(noun).xpos == "NNS" && held.is_some_and(arranged)
        } else {
            // "a session of the union held on Tuesday"
            let took_place = |o: usize| {
                view.children_by(o, "acl").any(|v| self.is("hold", v) && view.word(v).xpos == "VBN")
            };
            let of = behind_own(view, noun, "of");
            held.is_some() || with || took_place(noun) || of.is_some_and(took_place)
        }
    }

    /// Whether "conversations", as translations have it, are talks.
    pub(super) fn converse(&self, noun: usize) -> bool {
        self.view.lemma(noun) == "conversation" && self.view.word(noun).xpos == "NNS"
    }

    /// What says for when the meeting is set: "talks *scheduled* for Monday", "the summit, *due* to open in Oslo".
    fn fixed(&self, noun: usize, governor: Option<usize>) -> Option<usize> {
        let view = self.view;
        let planned = |c: usize| self.lexicon.plover.is("planned", view.lemma(c));
        let reduced = |c: &usize| {
            // "that would be held in Quito next week"
            let would = || {
                !self.is("after", *c)
                    && view.children_by(*c, "aux").any(|a| matches!(view.lemma(a), "will" | "would"))
            };
            let due = view.lemma(*c) == "due" && view.word(*c).upos == "ADJ";
            // "a meeting planned for Monday", whatever its tag
            let bare = view.word(*c).deprel == "acl" && view.word(*c).xpos == "VBD";
            self.is("schedule", *c)
                && (is_passive(view, *c) || due || bare)
                && (view.word(*c).deprel == "acl" || would() || planned(*c))
        };
        // "which was scheduled for Monday", also hung from whose meeting it is.
        let whose = ["of", "with", "between"].iter().filter_map(|p| behind_own(view, noun, p));
        let below = whose.flat_map(|o| view.children_by(o, "acl"));
        // "cancelled his visit, set for Monday": hung from the verb behind the comma.
        let behind = governor.into_iter().flat_map(|g| view.children(g)).map(|&c| c as usize).filter(|&c| {
            let loose = matches!(view.word(c).relation(), "parataxis" | "advcl" | "acl");
            loose && c > noun && view.word(c).xpos == "VBN" && view.form(c - 1) == ","
        });
        let loose = behind.filter(|&c| self.is("schedule", c) && planned(c));
        view.children_by(noun, "acl").chain(below).find(reduced).or(loose.min())
    }

    /// The verb over the noun, through "round of" and coordination.
    pub(super) fn governor(&self, noun: usize) -> Option<usize> {
        let mut at = noun;
        for _ in 0..4 {
            let above = self.view.head(at)?;
            match self.view.word(at).relation() {
                "conj" => at = above,
                // "a round of talks", "three hours of talks"
                "nmod" if self.is("noun", above) || self.is("counting", above) || self.timely(above) => {
                    at = above
                }
                "obj" | "nsubj" => return Some(above),
                // "proposed a summit in Oslo": the noun is no predicate.
                "xcomp" if self.is("wish", above) => return Some(above),
                "obl" if matches!(marker(self.view, at), "for" | "to" | "in" | "at") => return Some(above),
                // "held two hours of talks"
                "obl" if at != noun && self.timely(at) && marker(self.view, at).is_empty() => {
                    return Some(above);
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether place and time are told, so that even what is only wished is a plan.
    pub(super) fn arranged(&self, at: &Stand) -> bool {
        let dated = self.date(at.noun, at.held).is_some();
        let set = || at.fixed.is_some_and(|v| self.date(v, None).is_some());
        at.called.is_some() && dated || (dated || set()) && self.place(&at.heads).is_some()
    }
}
