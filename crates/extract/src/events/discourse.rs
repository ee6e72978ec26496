//! Who is meant where the words of an act do not say so: by what the text has told before and around it.

use super::clause::roles;
use super::detail;
use super::frame::Frame;
use super::key;
use super::nature::friendly;
use super::phrase::{Naming, conjuncts, marker, noun_phrase};
use crate::{ActorId, Attribution, Event, Party, View};
use demarche_base::WordRange;
use demarche_record::{Plover, Status};

/// Sentences back in which an act that is taken up is looked for.
const BACK: usize = 12;

/// Words back in which one who is not named again is looked for.
const LATELY: usize = 300;

/// What opens a condition.
const IF: &[&str] = &["if", "unless", "until", "provided", "providing"];

/// What opens a clause that tells upon what something is done.
const WHILE: &[&str] = &["as", "after", "when", "once"];

/// What the text has told so far.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The text.
    pub view: &'a View<'a>,
    /// Whom words name.
    pub naming: &'a Naming<'a>,
    /// The events so far.
    pub found: &'a [Event],
    /// The statements.
    pub attributions: &'a [Attribution],
}

impl Known<'_> {
    /// Gives an act without a known target the one that the text lets a reader understand.
    pub fn complete(&self, frame: &Frame, kind: Plover, source: &[Party], target: &mut Vec<Party>) {
        let doers: Vec<ActorId> = source.iter().filter_map(|p| p.actor).collect();
        if doers.is_empty() {
            return;
        }
        let answers = matches!(kind, Plover::Reject | Plover::Accuse | Plover::Support);
        let object = frame.targets.first().copied().or(frame.object);
        if answers
            && let Some(object) = object
            && let Some(actors) = self.taken_up(object, &doers)
        {
            let span = self.view.span(noun_phrase(self.view, object));
            target.clear();
            target.extend(actors.into_iter().map(|a| Party { actor: Some(a), span, head: object as u32 }));
            return;
        }
        let whom = object.and_then(|o| self.other_side(o, &doers)).or_else(|| {
            let held = object.filter(|_| kind == Plover::Coerce);
            held.and_then(|o| self.held(o, &doers))
        });
        if let Some((object, actor)) = object.zip(whom) {
            let span = self.view.span(noun_phrase(self.view, object));
            *target = vec![Party { actor: Some(actor), span, head: object as u32 }];
            return;
        }
        // "threatened to lock *the doors*": a thing is nobody; "threatened *the protesters*" names whom.
        let lexicon = self.naming.lexicon;
        let someone = |p: &Party| {
            let head = p.head as usize;
            lexicon.plover.agent(self.view.lemma(head)) || self.view.word(head).upos == "PROPN"
        };
        let things = kind == Plover::Threaten && !target.iter().any(someone);
        if kind == Plover::Assault && target.iter().all(|p| !someone(p)) {
            if let Some(victims) = self.victims(frame) {
                let mut parties = self.naming.parties(self.view, &conjuncts(self.view, victims));
                parties.retain(|p| p.actor.is_some_and(|a| !doers.contains(&a)));
                if !parties.is_empty() {
                    *target = parties;
                }
            }
            return;
        }
        if !target.is_empty() && !matches!(kind, Plover::Consult | Plover::Mobilize) && !things {
            return;
        }
        let open = matches!(kind, Plover::Agree | Plover::Threaten | Plover::Sanction | Plover::Coerce);
        // "put its troops on alert as *Oslo* moved tanks"
        let marks = if open { IF } else { WHILE };
        if (open || kind == Plover::Mobilize)
            && let Some(other) = self.other_clause(frame, marks)
        {
            let mut parties = self.naming.parties(self.view, &conjuncts(self.view, other));
            parties.retain(|p| p.actor.is_none_or(|a| !doers.contains(&a)) && (open || p.actor.is_some()));
            if open && !parties.is_empty() {
                target.clear();
            }
            target.extend(parties);
        }
        if target.is_empty()
            && let Some(others) = self.shared(frame, kind, &doers)
        {
            target.extend(others);
        }
        if kind == Plover::Consult
            && let Some(host) = self.host(frame)
        {
            let mut parties = self.naming.parties(self.view, &conjuncts(self.view, host));
            parties.retain(|p| p.actor.is_some_and(|a| !doers.contains(&a)));
            target.extend(parties);
        }
        if target.is_empty() && self.mediates(frame) {
            // "offered to mediate": between those of whom the text just spoke.
            let last = self.found.last().filter(|e| self.near(e.trigger_head as usize, frame.head, 1));
            let pair = |e: &Event| {
                let states = e.target.iter().filter(|p| p.actor.is_some_and(|a| !doers.contains(&a)));
                states.cloned().collect::<Vec<_>>()
            };
            target.extend(last.map(pair).filter(|p| p.len() > 1).unwrap_or_default());
        }
    }

    /// Against whom the verb before was: "expelled *Oslo's* envoy and suspended trade".
    fn shared(&self, frame: &Frame, kind: Plover, doers: &[ActorId]) -> Option<Vec<Party>> {
        let view = self.view;
        let verb =
            frame.verb.filter(|&v| view.word(v).relation() == "conj" && view.child(v, "nsubj").is_none())?;
        let above = view.head(verb)?;
        let object = view.child(verb, "obj")?;
        let own = |n: usize| view.word(n).xpos == "PRP$";
        let bare =
            view.children_by(object, "nmod").all(own) && view.children_by(verb, "obl").next().is_none();
        let before = self.found.iter().rev().take(BACK).find(|e| {
            let head = e.trigger_head as usize;
            head == above || view.head(head) == Some(above)
        })?;
        let hostile = |k: Plover| matches!(k, Plover::Sanction | Plover::Coerce);
        // "rejected *Oslo's* protest and recalled its envoy": what follows a refusal or a charge is done to the same side.
        let led_to =
            kind == before.kind || matches!(before.kind, Plover::Reject | Plover::Accuse | Plover::Sanction);
        let same = before.source.iter().any(|p| p.actor.is_some_and(|a| doers.contains(&a)));
        let known = || before.target.iter().filter(|p| p.actor.is_some()).cloned().collect::<Vec<_>>();
        (bare && same && hostile(kind) && led_to).then(known).filter(|t| !t.is_empty())
    }

    /// Who died of the act: "six Peruvian *soldiers* died when the guns shelled a post".
    fn victims(&self, frame: &Frame) -> Option<usize> {
        let view = self.view;
        let verb = frame.verb.filter(|&v| view.word(v).relation() == "advcl")?;
        let above = view.head(verb).filter(|&a| a < verb)?;
        let when = view
            .children(verb)
            .iter()
            .any(|&c| matches!(view.lemma(c as usize), "when" | "as" | "after") && (c as usize) < verb);
        let struck = self.naming.lexicon.plover.is("struck", view.lemma(above));
        view.child(above, "nsubj").filter(|_| when && struck)
    }

    /// Who had let visitors in: "inspectors visited the plant, as *Oslo* had promised".
    fn host(&self, frame: &Frame) -> Option<usize> {
        let view = self.view;
        let visit = frame.verb.filter(|&v| matches!(view.lemma(v), "visit" | "inspect" | "tour"))?;
        view.children_by(visit, "advcl").find_map(|c| {
            let let_in =
                matches!(view.lemma(c), "promise" | "agree" | "pledge" | "allow" | "permit" | "offer");
            (let_in && marker(view, c) == "as").then(|| view.child(c, "nsubj")).flatten()
        })
    }

    fn near(&self, before: usize, word: usize, sentences: usize) -> bool {
        let (a, b) = (self.view.sentence_index(before), self.view.sentence_index(word));
        a <= b && b - a <= sentences
    }

    /// Whether the act is to mediate, with nobody named.
    fn mediates(&self, frame: &Frame) -> bool {
        let verb = frame.verb.unwrap_or(frame.head);
        let is = |w: usize| matches!(self.view.lemma(w), "mediate" | "arbitrate");
        is(verb) || self.view.children_by(verb, "xcomp").any(is)
    }

    /// Whose act the words of `object` take up: "the ultimatum", "this launch", "rejected *that*".
    fn taken_up(&self, object: usize, doers: &[ActorId]) -> Option<Vec<ActorId>> {
        let view = self.view;
        let others = |parties: &[Party]| {
            let mut all: Vec<ActorId> = parties.iter().filter_map(|p| p.actor).collect();
            all.retain(|a| !doers.contains(a));
            (!all.is_empty()).then_some(all)
        };
        let lemma = view.lemma(object);
        if view.word(object).upos == "PRON" && matches!(lemma, "that" | "this") {
            return self.previous_subject(object, doers);
        }
        let named = view.children(object).iter().any(|&c| {
            matches!(
                view.lemma(c as usize).to_ascii_lowercase().as_str(),
                "the" | "this" | "that" | "these" | "those"
            )
        });
        if !named || !self.naming.lexicon.plover.is("taken-up", lemma) {
            return None;
        }
        let kinds = |e: &Event| self.naming.lexicon.plover.is(&format!("taken-up-{}", e.kind.name()), lemma);
        let before = self.found.iter().rev().take_while(|e| self.near(e.trigger_head as usize, object, BACK));
        if let Some(actors) = before.filter(|e| kinds(e)).find_map(|e| others(&e.source)) {
            return Some(actors);
        }
        // A claim or charge is what somebody else has just said.
        if !matches!(lemma, "claim" | "allegation" | "accusation" | "charge") {
            return None;
        }
        let start = view.layout.words[object].span.start;
        let mut earlier = self.attributions.iter().rev().filter(|a| {
            a.content.first().is_some_and(|c| c.start < start)
                && a.content_words.first().is_some_and(|w| self.near(w.start as usize, object, 3))
        });
        let speaker = earlier.find_map(|a| {
            let actor = self.naming.index.principal(a.speaker?);
            (!doers.contains(&actor)).then_some(actor)
        });
        speaker.map(|a| vec![a])
    }

    /// Who "the neighbour country", "its neighbour", "the other side" is: with whom the doers had to do last, or else the
    /// state named last.
    fn other_side(&self, word: usize, doers: &[ActorId]) -> Option<ActorId> {
        let (view, plover) = (self.view, &self.naming.lexicon.plover);
        let called = |c: u32| {
            let is = |class: &str| plover.is(class, &view.lemma(c as usize).to_lowercase());
            is("neighbour") || is("opposite")
        };
        let single = view.word(word).xpos == "NN";
        let side = plover.is("neighbour", view.lemma(word))
            || plover.is("parties", view.lemma(word)) && view.children(word).iter().any(|&c| called(c));
        if !single || !side {
            return None;
        }
        let state = |a: &ActorId| !doers.contains(a) && self.naming.is_state(*a);
        let dealt = |e: &Event| {
            let (ours, theirs): (Vec<ActorId>, Vec<ActorId>) =
                e.source.iter().chain(&e.target).filter_map(|p| p.actor).partition(|a| doers.contains(a));
            let mut theirs = theirs.into_iter().filter(state);
            theirs.next().filter(|_| !ours.is_empty() && theirs.next().is_none())
        };
        let before = self.found.iter().rev().take_while(|e| self.near(e.trigger_head as usize, word, BACK));
        let partner = before.into_iter().find_map(dealt);
        partner.or_else(|| {
            let first = word.saturating_sub(LATELY);
            let named = (first..word).rev().flat_map(|w| self.naming.index.of_word(w as u32));
            named.map(|&a| self.naming.index.principal(a)).find(state)
        })
    }

    /// Whose people without a name are who are held: those of the state that asks for their return. "Lima demanded the release
    /// of *the sailors*. Oslo had arrested *the sailors*."
    fn held(&self, word: usize, doers: &[ActorId]) -> Option<ActorId> {
        let view = self.view;
        let lemma = view.lemma(word);
        if view.word(word).xpos != "NNS" || !self.naming.lexicon.plover.is("person", lemma) {
            return None;
        }
        let definite = view.children(word).iter().any(|&c| {
            matches!(view.form(c as usize).to_ascii_lowercase().as_str(), "the" | "these" | "those")
        });
        let from = word.saturating_sub(LATELY);
        let same = (from..word).rev().filter(|&w| definite && view.lemma(w) == lemma);
        let same = same.filter(|&w| self.near(w, word, 2) && view.word(w).upos == "NOUN");
        std::iter::once(word).chain(same).find_map(|w| {
            let mut own = self.naming.actors(view, w).into_iter();
            let own = own.find(|a| !doers.contains(a) && self.naming.is_state(*a));
            own.or_else(|| self.asks_back(w, doers))
        })
    }

    /// Who asks for the return of those whom `word` names: "would go to court unless Oslo sent home the sailors".
    fn asks_back(&self, word: usize, doers: &[ActorId]) -> Option<ActorId> {
        let view = self.view;
        let mut returned = false;
        let above = std::iter::successors(view.head(word), |&w| view.head(w)).take(8);
        above.into_iter().find_map(|w| {
            returned |= self.naming.lexicon.plover.is("returns", view.lemma(w));
            let plover = &self.naming.lexicon.plover;
            // "*Lima's* call for the release of the sailors"
            let call = view.word(w).upos == "NOUN" && plover.is("demand", view.lemma(w));
            let doer = || roles(view, self.naming.lexicon, w).agent.filter(|_| view.word(w).upos == "VERB");
            let asks = if call { Some(w) } else { doer() };
            let mut who = self.naming.actors(view, asks?).into_iter();
            who.find(|a| returned && !doers.contains(a) && self.naming.is_state(*a))
        })
    }

    /// The subject of the sentences just before, where it is somebody else.
    fn previous_subject(&self, word: usize, doers: &[ActorId]) -> Option<Vec<ActorId>> {
        let view = self.view;
        let at = view.sentence_index(word);
        (at.saturating_sub(3)..at).rev().find_map(|i| {
            let root = view.layout.sentences[i].range().find(|&w| view.head(w).is_none())?;
            let actors = self.naming.actors(view, view.child(root, "nsubj")?);
            (!actors.is_empty() && actors.iter().all(|a| !doers.contains(a))).then_some(actors)
        })
    }

    /// Who acts in a clause that `marks` open beside the act: under whose act something is offered or threatened ("if *the
    /// ship* began drilling"), upon whose act the army moves ("as *the militia* took the town").
    fn other_clause(&self, frame: &Frame, marks: &[&str]) -> Option<usize> {
        let view = self.view;
        let verb = frame.verb.unwrap_or(frame.head);
        let mut at = vec![verb];
        for i in 0..6 {
            let Some(&one) = at.get(i) else { break };
            let below = ["xcomp", "ccomp"].iter().flat_map(|r| view.children_by(one, r));
            at.extend(below.filter(|&w| w > verb));
        }
        let mut top = verb;
        while matches!(view.word(top).relation(), "xcomp" | "conj") && at.len() < 12 {
            let Some(above) = view.head(top) else { break };
            at.push(above);
            top = above;
        }
        at.into_iter().flat_map(|w| view.children_by(w, "advcl")).find_map(|c| {
            let mark = marker(view, c);
            let provided =
                view.lemma(c) == "provide" && view.word(c).xpos == "VBN" && marks.contains(&"provided");
            let clause = if provided { view.child(c, "ccomp")? } else { c };
            let bound = provided || marks.contains(&mark);
            let who = view.child(clause, "nsubj").filter(|_| bound)?;
            self.naming.acts(view, who).then_some(who)
        })
    }
}

/// Who issues a communique, by its heading: "Statement by the Ministry of Foreign Affairs of *Peru*". One who speaks alone.
pub fn issuer(view: &View, naming: &Naming) -> Option<Party> {
    let finite = |w: usize| matches!(view.word(w).xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let heading = view.layout.sentences.iter().take(4).take_while(|s| !s.range().any(finite));
    let words: Vec<usize> = heading.flat_map(|s| s.range()).take(60).collect();
    let issues = |&w: &usize| naming.lexicon.plover.is("issued", &view.form(w).to_lowercase());
    let place = words.iter().position(issues)?;
    let side = |w: usize| {
        let side = naming.index.of_word(w as u32).iter().map(|&a| naming.index.principal(a));
        side.into_iter().find(|&a| {
            let index = naming.index;
            !index.is_person(a) && !index.is_people(a) && !index.is_media(a)
        })
    };
    // Behind "by" or "of", else anywhere in the heading.
    let mut named = words[place..].iter().chain(&words[..place]).filter_map(|&w| Some((side(w)?, w)));
    let (actor, head) = named.next()?;
    let alone = named.all(|n| n.0 == actor);
    let span = view.span(noun_phrase(view, head));
    alone.then_some(Party { actor: Some(actor), span, head: head as u32 })
}

/// Whose "its ambassador" is where a state expels him: not its own. "Lima refused to come after Oslo expelled *its* envoy"
/// is about Lima's, the subject of the clause above.
pub fn sent_home(view: &View, naming: &Naming, frame: &Frame, source: &[Party], target: &mut [Party]) {
    let expels = matches!(view.lemma(frame.head), "expel" | "deport" | "summon");
    let doer = |actor: ActorId| source.iter().any(|s| s.actor == Some(actor));
    for party in target.iter_mut().filter(|_| expels) {
        let head = party.head as usize;
        let owned = view.children(head).iter().any(|&c| matches!(view.lemma(c as usize), "its" | "their"));
        let own = party.actor.is_none_or(|a| doer(naming.index.principal(a)));
        if !owned || !own {
            continue;
        }
        let above = std::iter::successors(view.head(frame.head), |&w| view.head(w)).take(6);
        let subjects = above.filter_map(|w| view.child(w, "nsubj"));
        let other = subjects.flat_map(|s| naming.actors(view, s)).find(|&a| !doer(a));
        party.actor = other.or(party.actor);
    }
}

/// Whether the words are a maxim and tell nothing that happened: "Friends do not threaten friends".
pub fn maxim(view: &View, naming: &Naming, frame: &Frame) -> bool {
    let (Some(verb), [doer]) = (frame.verb, &frame.sources[..]) else { return false };
    let bare = |w: usize| {
        view.word(w).xpos == "NNS"
            && view.children(w).iter().all(|&c| view.word(c as usize).upos == "PUNCT")
            && naming.actors(view, w).is_empty()
    };
    let tense = |w: usize| view.word(w).xpos;
    let auxiliaries: Vec<&str> = view.children_by(verb, "aux").map(tense).collect();
    let present = match auxiliaries[..] {
        [] => tense(verb) == "VBP",
        _ => auxiliaries.iter().all(|t| *t == "VBP"),
    };
    present && bare(*doer) && !frame.targets.is_empty() && frame.targets.iter().all(|&t| bare(t))
}

/// Gives a promise or offer the one to whose good it is, and what two agree on the one with whom it was agreed:
/// "agreed to lift the ban on Oslo", "agreed with Oslo to hold drills".
pub fn hand_over(view: &View, found: &mut [Event]) {
    let known = |parties: &[Party]| parties.iter().any(|p| p.actor.is_some());
    for outer in 0..found.len() {
        let threat = found[outer].kind == Plover::Threaten;
        if found[outer].kind != Plover::Agree && !threat {
            continue;
        }
        let akin = |e: &Event| if threat { e.status == Status::Threatened } else { friendly(e.kind) };
        let verb = found[outer].trigger_head as usize;
        let within = |e: &Event| {
            let mut at = e.trigger_head as usize;
            for _ in 0..4 {
                match view.head(at) {
                    Some(above) if above == verb => {
                        return matches!(view.word(at).relation(), "xcomp" | "advcl" | "ccomp" | "obj")
                            && akin(e);
                    }
                    Some(above) if matches!(view.word(at).relation(), "conj" | "xcomp" | "obj") => at = above,
                    _ => return false,
                }
            }
            false
        };
        let own = key(&found[outer].source);
        let end = found.len().min(outer + 4);
        for inner in outer + 1..end {
            if !within(&found[inner]) {
                continue;
            }
            let mutual = matches!(found[inner].kind, Plover::Cooperate | Plover::Consult);
            if found[outer].target.is_empty() || !known(&found[outer].target) && known(&found[inner].target) {
                let theirs =
                    found[inner].target.iter().filter(|p| p.actor.is_none_or(|a| !own.contains(&a.0)));
                let theirs: Vec<Party> = theirs.cloned().collect();
                found[outer].target = theirs;
                break;
            } else if mutual && !known(&found[inner].target) && known(&found[outer].target) {
                found[inner].target = found[outer].target.clone();
            }
        }
    }
}

/// Adds the demands that statements make with "must": "Oslo must withdraw its ships, Lima said".
pub fn musts(view: &View, naming: &Naming, attributions: &[Attribution], found: &mut Vec<Event>) {
    for statement in attributions {
        let Some((speaker, span, head)) = statement
            .speaker
            .zip(statement.source.first())
            .zip(statement.source_head)
            .map(|((a, s), h)| (a, *s, h))
        else {
            continue;
        };
        let speaker = naming.index.principal(speaker);
        for verb in statement.content_words.iter().flat_map(|w| w.range()) {
            let Some(must) = view.children_by(verb, "aux").find(|&a| view.lemma(a) == "must") else {
                continue;
            };
            let Some(asked) =
                roles(view, naming.lexicon, verb).agent.filter(|_| view.word(verb).upos == "VERB")
            else {
                continue;
            };
            let mut target = naming.parties(view, &conjuncts(view, asked));
            target.retain(|p| p.actor.is_some());
            let mine = |p: &Party| p.actor == Some(speaker) || p.head == head;
            let own = target.is_empty() || target.iter().any(mine);
            let sentence = view.sentence_index(verb);
            let told = found.iter().any(|e| {
                e.kind == Plover::Request
                    && view.sentence_index(e.trigger_head as usize) == sentence
                    && key(&e.target) == key(&target)
            });
            let inner = detail::statement(view, attributions, verb);
            if own || told || inner.is_none_or(|i| attributions[i.index()] != *statement) {
                continue;
            }
            found.push(Event {
                kind: Plover::Request,
                mode: None,
                contexts: detail::contexts(view, naming.lexicon, verb, &[]),
                trigger: view.span(WordRange::new(must, verb + 1)),
                trigger_head: must as u32,
                status: Status::Occurred,
                date: statement.date,
                counted: None,
                place: None,
                magnitude: None,
                attribution: inner,
                confidence: None,
                found_by: "rule:must",
                source: vec![Party { actor: Some(speaker), span, head }],
                target,
            });
        }
    }
}
