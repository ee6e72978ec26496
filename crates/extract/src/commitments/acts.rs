//! What a clause does to whom: its PLOVER type, its doers and whom it is done to, by its words.
//!
//! The words are those that report events ([`crate::events`]) and a few more that make no event yet say an act in a
//! condition or a demand (`clause_acts.tsv`). A light or aspectual word takes the act of what it governs:
//!
//! ```text
//! it resumes aggression against Ukraine      ASSAULT, on Ukraine
//! they refused to engage in diplomacy        REJECT
//! an end to the army's shelling              RETREAT, by the army
//! Russia may be subject to sanctions         SANCTION, on Russia, by nobody named
//! we need to see de-escalation               RETREAT, by nobody named
//! ```
//!
//! Where nothing is known a clause has no type: it is then found by its words alone. Receiving has none either: it is
//! the giving of somebody else.

use super::scene::{Scene, Voice};
use crate::attribution::clause::subject;
use crate::events::{Frame, behind, conjuncts, dependents, frames, is_passive, marker};
use crate::{ActorId, Clause, Commitment, Event};
use demarche_base::WordRange;
use demarche_lexicon::plover::Needs;
use demarche_record::{Plover, QuadClass};

/// The act that words say.
#[derive(Clone, Debug, Default)]
struct Deed {
    /// Its head word.
    at: usize,
    /// Its type.
    kind: Option<Plover>,
    /// Who does it, as far as the words name them.
    doers: Vec<ActorId>,
    /// To whom.
    targets: Vec<ActorId>,
    /// Whether the subject of the clause does not do it: it bears or sees it, or the act is a noun's.
    apart: bool,
}

/// What a look at one clause needs.
struct Reader<'a> {
    scene: &'a Scene<'a>,
    frames: &'a [Frame],
    voice: Voice,
    /// The words of the clause.
    words: Vec<WordRange>,
}

/// How far an act is sought below the head of its clause.
const DEPTH: u8 = 6;

/// Names the act of every clause.
pub(super) fn name(scene: &Scene, found: &mut [Commitment]) {
    if found.is_empty() {
        return;
    }
    let frames = frames(scene.view, scene.lexicon, &scene.naming);
    for c in found {
        let wanted = c.what.is_some();
        for clause in c.clauses_mut() {
            let Some(top) = top(scene, clause) else { continue };
            let words = clause.spans.iter().map(|&s| scene.view.words_in(s)).collect();
            let reader = Reader { scene, frames: &frames, voice: scene.voice(top), words };
            reader.fill(clause, top, wanted);
        }
        bound(scene, c);
    }
}

/// "Unless its demand is met, it will expel the ambassador, the presidency said": the pronoun is who binds himself, where it
/// is known for nobody else, and what he does is done to those he binds himself to.
fn bound(scene: &Scene, c: &mut Commitment) {
    let Some(clause) = &mut c.consequence else { return };
    let pronoun = |top: usize| {
        !scene.passive(top)
            && subject(scene.view, top)
                .is_some_and(|s| matches!(scene.view.lemma(s), "it" | "they" | "we" | "he" | "she" | "i"))
    };
    if clause.actor.is_empty() && top(scene, clause).is_some_and(pronoun) {
        clause.actor.clone_from(&c.by);
        let own = |t: &ActorId| c.by.contains(t);
        if !clause.target.is_empty() && clause.target.iter().all(own) {
            clause.target = c.towards.iter().copied().filter(|t| !own(t)).collect();
        }
    }
}

/// The head word of a clause's words: the one whose own head lies outside, with the most below it.
pub(super) fn top(scene: &Scene, clause: &Clause) -> Option<usize> {
    let view = scene.view;
    let words: Vec<usize> = clause.spans.iter().flat_map(|&s| view.words_in(s).range()).collect();
    let outer = |&w: &usize| view.head(w).is_none_or(|h| !words.contains(&h)) && view.word(w).upos != "PUNCT";
    let weight = |w: usize| view.subtree(w).range().filter(|i| words.contains(i)).count();
    words.iter().copied().filter(outer).max_by_key(|&w| (weight(w), std::cmp::Reverse(w)))
}

impl Reader<'_> {
    /// Fills in type, doers and targets of a clause with head word `top`.
    fn fill(&self, clause: &mut Clause, top: usize, wanted: bool) {
        let deed = self.read(top, DEPTH);
        // The event must be this act: not one that a clause inside speaks of ("the guarantees it has demanded").
        let event = clause.event.map(|id| (id, &self.scene.events[id.index()])).filter(|(_, e)| {
            let at = e.trigger_head as usize;
            // "will not leave" is a REJECT as an event, and leaving as the act that is not done.
            let refusal = clause.negated && e.kind == Plover::Reject;
            let same = |d: &Deed| d.kind == Some(e.kind) || d.at == at && d.kind.is_some() && !refusal;
            self.within(at, top) && deed.as_ref().is_none_or(same)
        });
        // What a step knew of itself, without an event ("strengthen its position near").
        let known = clause.kind.filter(|_| clause.event.is_none());
        clause.event = event.map(|e| e.0);
        clause.kind = event.map(|e| e.1.kind).or(known);
        let Some(deed) = deed else {
            if let Some((_, e)) = event {
                clause.target = self.others(targets(e), &clause.actor);
            }
            return;
        };
        clause.kind = clause.kind.or(deed.kind);
        let mut to = event.map(|e| targets(e.1)).filter(|t| !t.is_empty()).unwrap_or(deed.targets);
        // Who does what a noun says is told by the noun, or else by the sentence it is told in: "a halt to *NATO's* ...".
        let nominal = self.scene.view.word(top).upos == "NOUN";
        if nominal && wanted && !deed.doers.is_empty() || clause.actor.is_empty() {
            clause.actor.clone_from(&deed.doers);
        } else if deed.apart && !nominal {
            clause.actor = deed.doers;
        }
        if deed.apart && clause.actor.is_empty() {
            clause.actor = event.map(|e| sources(e.1)).unwrap_or_default();
            clause.actor.retain(|a| !to.contains(a));
        }
        to.dedup();
        clause.target = self.others(to, &clause.actor);
    }

    /// `actors` without `doers`, each once.
    fn others(&self, mut actors: Vec<ActorId>, doers: &[ActorId]) -> Vec<ActorId> {
        actors.retain(|a| !doers.contains(a));
        actors
    }

    /// Whether word `at` says the act of the clause of `top`, not of a clause inside it.
    fn within(&self, at: usize, top: usize) -> bool {
        let view = self.scene.view;
        let mut w = at;
        for _ in 0..12 {
            if w == top {
                return true;
            }
            let inner = matches!(view.word(w).relation(), "acl" | "advcl" | "parataxis" | "appos");
            match view.head(w).filter(|_| !inner) {
                Some(h) => w = h,
                None => return false,
            }
        }
        false
    }

    fn says(&self, class: &str, w: usize) -> bool {
        let plover = &self.scene.lexicon.plover;
        plover.says(class, self.scene.view.lemma(w))
            || plover.says(class, &self.scene.view.form(w).to_lowercase())
    }

    /// The act that the clause or phrase of `head` says.
    fn read(&self, head: usize, depth: u8) -> Option<Deed> {
        let view = self.scene.view;
        let depth = depth.checked_sub(1)?;
        let verbal = matches!(view.word(head).upos, "VERB" | "AUX" | "ADJ");
        if self.says("lapses", head) {
            return Some(Deed { at: head, ..Deed::default() });
        }
        if self.says("bears", head)
            && verbal
            && !is_passive(view, head)
            && let Some(deed) = self.borne(head, depth)
        {
            return Some(deed);
        }
        if self.says("ends", head)
            && let Some(deed) = self.ended(head, depth)
        {
            return Some(deed);
        }
        if let Some(deed) = self.told(head) {
            return Some(deed);
        }
        let infinitive = |w: usize| {
            let below = ["xcomp", "acl", "ccomp"].into_iter().flat_map(move |r| view.children_by(w, r));
            below.filter(|&x| x > w && view.word(x).deprel != "acl:relcl").find(|&x| self.scene.infinitive(x))
        };
        if self.says("intends", head)
            && let Some(deed) = infinitive(head).and_then(|x| self.read(x, depth))
        {
            return Some(self.by_subject(deed, head));
        }
        if self.says("sees", head) && verbal {
            let seen = self.governed(head).into_iter().find_map(|n| self.read(n, depth));
            return seen.map(|d| Deed { apart: true, ..d });
        }
        if self.says("passes", head) {
            let inner = infinitive(head).into_iter().chain(self.gerund(head)).chain(self.governed(head));
            if let Some(deed) = inner.into_iter().find_map(|n| self.read(n, depth)) {
                return Some(self.by_subject(deed, head));
            }
        }
        if view.word(head).upos == "NOUN" {
            return self.noun(head).or_else(|| {
                let more = conjuncts(view, head).into_iter().skip(1);
                let own = |&n: &usize| n > head && self.words.iter().any(|r| r.contains(n));
                more.filter(own).find_map(|n| self.read(n, depth)).map(|d| Deed { apart: true, ..d })
            });
        }
        // "there will be consequences", "the path is confrontation".
        if view.lemma(head) == "be" {
            let subject =
                view.child(head, "nsubj").filter(|&s| s > head || view.child(head, "expl").is_some());
            return subject.and_then(|s| self.read(s, depth)).map(|d| Deed { apart: true, ..d });
        }
        None
    }

    /// What `head` governs: its object, the subject of its passive, and nouns behind prepositions.
    fn governed(&self, head: usize) -> Vec<usize> {
        let view = self.scene.view;
        let noun = |c: &usize| matches!(view.word(*c).upos, "NOUN" | "PROPN" | "ADJ" | "VERB");
        let object = view.child(head, "obj").filter(|_| !is_passive(view, head));
        let subject = view.child(head, "nsubj").filter(|_| is_passive(view, head));
        let behind = view.children(head).iter().map(|&c| c as usize).filter(|&c| {
            c > head
                && matches!(view.word(c).relation(), "obl" | "nmod" | "xcomp" | "advcl")
                && matches!(
                    marker(view, c),
                    "to" | "in" | "with" | "on" | "of" | "for" | "into" | "from" | ""
                )
        });
        object.into_iter().chain(subject).chain(behind).filter(noun).collect()
    }

    /// A gerund below `head`: "stop shelling the town", "continue building".
    fn gerund(&self, head: usize) -> Option<usize> {
        let view = self.scene.view;
        let below = ["xcomp", "ccomp", "advcl", "obj"].into_iter().flat_map(|r| view.children_by(head, r));
        below.into_iter().find(|&c| c > head && view.word(c).xpos == "VBG")
    }

    /// The deed done by the subject of `verb`, where it names no doer.
    fn by_subject(&self, mut deed: Deed, verb: usize) -> Deed {
        let view = self.scene.view;
        let verbal = matches!(view.word(verb).upos, "VERB" | "ADJ");
        if verbal && !is_passive(view, verb) && !deed.apart {
            let doers = self.scene.agents(verb, &self.voice);
            if !doers.is_empty() {
                deed.doers = doers;
            }
        } else if view.word(verb).upos == "NOUN" && deed.doers.is_empty() {
            deed.doers = self.whose(verb);
        }
        if view.word(verb).upos == "VERB" && is_passive(view, verb) {
            deed.apart = true;
        }
        deed.targets.retain(|t| !deed.doers.contains(t));
        deed
    }

    /// Whose act a noun is, by its possessor or "by X".
    fn whose(&self, noun: usize) -> Vec<ActorId> {
        self.named(&dependents(self.scene.view, &self.scene.naming, noun, &["poss", "mod", "by", "from"]))
    }

    fn named(&self, heads: &[usize]) -> Vec<ActorId> {
        let mut out: Vec<ActorId> = Vec::new();
        for actor in heads.iter().flat_map(|&h| self.scene.actors(h, &self.voice)) {
            if !out.contains(&actor) {
                out.push(actor);
            }
        }
        out
    }

    /// An act that the subject of `head` suffers: "faces sanctions", "is subject to penalties", "waits for an attack".
    fn borne(&self, head: usize, depth: u8) -> Option<Deed> {
        let deed = self.governed(head).into_iter().find_map(|n| self.read(n, depth))?;
        if !deed.kind.is_some_and(hostile) {
            return None;
        }
        let view = self.scene.view;
        let bearer = subject(view, head);
        let bearers = bearer.map(|s| self.scene.doers(head, s, &self.voice)).unwrap_or_default();
        let targets = if bearers.is_empty() { deed.targets } else { bearers };
        let doers = self.others(deed.doers, &targets);
        Some(Deed { apart: true, targets, doers, ..deed })
    }

    /// The end of an act: of force, threats and movements of troops a RETREAT, of what was imposed a CONCEDE, of help and
    /// trade a SANCTION, of talks a REJECT.
    fn ended(&self, head: usize, depth: u8) -> Option<Deed> {
        use Plover::*;
        let mut inner = self.gerund(head).into_iter().chain(self.governed(head));
        let deed = inner.find_map(|n| self.read(n, depth));
        let view = self.scene.view;
        let Some(deed) = deed else {
            // "a halt to NATO's expansion": who does it is known, not what it is.
            let of = ["to", "of"].iter().find_map(|p| behind(view, &[head], p));
            let noun = of.filter(|_| view.word(head).upos == "NOUN")?;
            let mut doers = self.whose(head);
            if doers.is_empty() {
                doers = self.whose(noun);
            }
            return Some(Deed { at: head, doers, ..Deed::default() });
        };
        let kind = match deed.kind? {
            Assault | Mobilize | Threaten | Protest => Retreat,
            Sanction | Coerce | Accuse => Concede,
            // Who ends what was friendly breaks it off: "stops buying electricity from".
            Aid | Cooperate | Support => Sanction,
            Consult => Reject,
            _ => return None,
        };
        Some(self.by_subject(Deed { at: head, kind: Some(kind), ..deed }, head))
    }

    /// The act of a word that reports events: a verb, or a noun with the verb that lends itself to it.
    fn told(&self, head: usize) -> Option<Deed> {
        let view = self.scene.view;
        let known = |f: &&Frame| f.act.is_some();
        let of = |f: &Frame| f.head == head || f.verb == Some(head) && f.rule == "rule:light-verb";
        let own = self.frames.iter().filter(known).find(|f| f.head == head);
        let frame = own.or_else(|| self.frames.iter().filter(known).find(|f| of(f)))?;
        let doers = self.named(&frame.sources);
        let mut targets = self.named(&frame.targets);
        targets.retain(|t| !doers.contains(t));
        let borne = frame.rule == "rule:undergo" || frame.verb.is_some_and(|v| is_passive(view, v));
        let kind = frame.refused.or(frame.act).map(|a| a.0);
        Some(Deed { at: frame.head, kind, doers, targets, apart: borne || view.word(head).upos == "NOUN" })
    }

    /// The act that a noun says without reporting an event: "dialogue", "the dismantling of its bases".
    fn noun(&self, noun: usize) -> Option<Deed> {
        let (view, naming) = (self.scene.view, &self.scene.naming);
        let plover = &self.scene.lexicon.plover;
        let entry = plover.clause_noun(view.lemma(noun)).or_else(|| plover.clause_noun(view.form(noun)));
        let Some(entry) = entry else { return self.gerund_noun(noun) };
        let doers = self.named(&dependents(view, naming, noun, &entry.source));
        let mut targets = self.named(&dependents(view, naming, noun, &entry.target));
        targets.retain(|t| !doers.contains(t));
        Some(Deed { at: noun, kind: Some(entry.act.0), doers, targets, apart: true })
    }
}

impl Reader<'_> {
    /// The act of a noun made of a verb: "the *opening* of the gates", by the verb's patterns.
    fn gerund_noun(&self, noun: usize) -> Option<Deed> {
        let (view, naming) = (self.scene.view, &self.scene.naming);
        let plover = &self.scene.lexicon.plover;
        let word = view.form(noun).to_lowercase();
        let verb = word.strip_suffix("ing").filter(|v| v.len() > 2)?;
        let object = behind(view, &[noun], "of");
        let is = |class: &str| object.is_some_and(|o| plover.is(class, view.lemma(o)));
        let holds = |need: &Needs| match need {
            Needs::AnyObject => object.is_some(),
            Needs::ObjectClass(class) => is(class),
            Needs::Object(lemma) => object.is_some_and(|o| view.lemma(o) == *lemma),
            Needs::Word(_) | Needs::Infinitive(_) | Needs::Within(_) | Needs::SubjectClass(_) => false,
        };
        let entry = plover.verb(verb).iter().find(|e| e.needs.iter().all(|n| n.iter().any(holds)))?;
        let doers = self.named(&dependents(view, naming, noun, &["poss", "mod", "by"]));
        let mut targets = self.named(&dependents(view, naming, noun, &["of", "on", "against", "to", "with"]));
        targets.retain(|t| !doers.contains(t));
        Some(Deed { at: noun, kind: Some(entry.act?.0), doers, targets, apart: true })
    }
}

fn hostile(kind: Plover) -> bool {
    matches!(kind.quad_class(), QuadClass::MaterialConflict | QuadClass::VerbalConflict)
}

fn targets(e: &Event) -> Vec<ActorId> {
    e.target.iter().filter_map(|p| p.actor).collect()
}

fn sources(e: &Event) -> Vec<ActorId> {
    e.source.iter().filter_map(|p| p.actor).collect()
}
