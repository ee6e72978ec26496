//! Verbs that report an act, with their patterns: "*accused* the governor *of*", "*imposed sanctions* on".

use super::clause::{Roles, denied, group_start, nearest_before, roles, subject};
use super::comments::{Comment, comment};
use super::frame::Frame;
use super::nature::{between_parties, friendly, local, reciprocal};
use super::pattern::{
    REACH, behind_its_verb, holds, object_of_particle, of_class, satellite, stands, within,
};
use super::phrase::{Naming, behind, conjuncts, marker, timely};
use super::sources::{accident, authority, fired_by, speaker_above, told_of};
use super::targets::{asked, concerned_by, demanding, dependents, target, told};
use crate::{ActorId, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::plover::{Act, Needs, VerbEntry};
use demarche_record::Plover;

/// Verbs that tell what one will do, or refuses to do.
const WILL: &[&str] = &["will", "would"];

/// A verb while it is read.
struct Draft<'a> {
    view: &'a View<'a>,
    lexicon: &'a Lexicon,
    naming: &'a Naming<'a>,
    verb: usize,
    /// Its participants, by the parse.
    r: Roles,
    /// The act told before on which it comments.
    comment: Option<Comment>,
    /// The act, by the pattern; `None` where only the model can say.
    act: Option<Act>,
    /// Where the pattern has the target.
    places: &'a [&'a str],
    /// The object that the pattern asks for: "imposed *sanctions*".
    taken: Option<usize>,
    /// The fixed complement that the pattern asks for: "put on a war *footing*".
    fixed: Option<usize>,
    /// What an ultimatum demands.
    asked_of: Option<usize>,
    /// The act that is refused.
    refused: Option<Act>,
    /// Last word of the trigger.
    last: usize,
    /// Who acts.
    sources: Vec<usize>,
    /// To whom.
    targets: Vec<usize>,
}

/// A verb with its pattern: "accused the governor of", "imposed sanctions on". Marks the nouns that the pattern took.
pub(super) fn verb_frame(
    view: &View,
    lexicon: &Lexicon,
    naming: &Naming,
    verb: usize,
    used: &mut [bool],
) -> Option<Frame> {
    // "the detained crew": a participle before its noun tells nothing new.
    if used[verb] || view.word(verb).relation() == "amod" {
        return None;
    }
    let mut d = Draft::new(view, lexicon, naming, verb)?;
    d.take(used);
    d.sources = d.doers();
    if d.tells_of_shot() {
        return None;
    }
    if d.targets.is_empty() {
        d.targets = target(view, lexicon, naming, verb, &d.r, d.fixed, d.places);
    }
    d.answer();
    d.weapons();
    d.vowed();
    // What it is by its pattern, whatever it turns out to be.
    let kind = d.act.map(|a| a.0);
    if kind.is_some_and(between_parties) && d.act.is_some_and(|a| a.1 != Some("boycott")) {
        // Neither what is demanded nor what is promised is a party.
        d.targets.retain(|&t| naming.acts(view, t));
    }
    if kind == Some(Plover::Sanction) && d.ended_together() {
        return None;
    }
    d.owner_above();
    if kind == Some(Plover::Mobilize) {
        d.deployed();
    }
    if kind == Some(Plover::Request) {
        d.ask();
    }
    if matches!(view.lemma(verb), "kill" | "wound" | "injure") {
        if accident(view, lexicon, naming, verb) {
            return None;
        }
        d.killed_in(used);
    }
    if d.refuse() && lexicon.plover.is("permit", view.lemma(verb)) {
        // "will not let a drop be lost" refuses nobody.
        if d.r.patient.is_some_and(|p| !naming.acts(view, p)) {
            return None;
        }
    }
    d.written_to();
    d.at_place(kind);
    let mutual = d.on_one_another(kind);
    if !mutual {
        d.thing(kind);
    }
    Some(d.frame(mutual))
}

impl<'a> Draft<'a> {
    /// The verb with its pattern; `None` where it reports nothing, or leaves that to a noun.
    fn new(view: &'a View<'a>, lexicon: &'a Lexicon, naming: &'a Naming<'a>, verb: usize) -> Option<Self> {
        let lemma = view.lemma(verb);
        // "recalled that the jets had come": nobody is called back.
        if lemma == "recall" && view.child(verb, "ccomp").is_some() {
            return None;
        }
        let mut r = roles(view, lexicon, verb);
        if r.agent.is_some_and(|a| timely(view, a)) {
            // "On Friday the court jailed", read as if the day did it.
            r.agent = nearest_before(view, verb, |w| timely(view, w));
        }
        let comment = comment(view, lexicon, verb);
        if let Some(comment) = &comment {
            comment.apply(&mut r);
        }
        let entry = lexicon.plover.verb(lemma).iter().find(|e| holds(view, lexicon, verb, &r, e));
        let noun = r.patient.and_then(|p| lexicon.plover.noun(view.lemma(p)));
        let supports = noun.is_some_and(|n| n.support.contains(&lemma));
        if supports && entry.is_some_and(|e| e.needs.is_empty()) {
            // "ordered a mobilization": the noun says what is done.
            return None;
        }
        if lexicon.plover.is("verbal-act", lemma)
            && let Some(speaker) = r.agent.filter(|&a| !r.passive && !naming.acts(view, a))
        {
            // "said the dam was safe and accused": read as if the dam accused.
            r.agent = speaker_above(view, lexicon, naming, verb).or(Some(speaker));
        }
        if entry.is_some_and(|e| e.asks(|n| matches!(n, Needs::SubjectClass(_))))
            && behind_its_verb(view, verb, &r)
        {
            (r.agent, r.patient) = (r.patient, None);
        }
        if let Some(entry) = entry.filter(|_| r.patient.is_none()) {
            r.patient = object_of_particle(view, verb, entry);
        }
        let mut draft = Draft {
            view,
            lexicon,
            naming,
            verb,
            r,
            comment,
            act: None,
            places: &["o", "with", "on", "against", "to", "at", "into", "from", "for", "of", "over"],
            taken: None,
            fixed: None,
            asked_of: None,
            refused: None,
            last: verb,
            sources: Vec::new(),
            targets: Vec::new(),
        };
        match entry {
            Some(entry) => draft.follow(entry)?,
            None if draft.says_nothing() => return None,
            None => draft.targets.extend(draft.spoken_of()),
        }
        Some(draft)
    }

    /// What the pattern asks for; `None` where it says that the verb reports nothing.
    fn follow(&mut self, entry: &'a VerbEntry) -> Option<()> {
        let (view, verb) = (self.view, self.verb);
        self.act = Some(entry.act?);
        self.places = &entry.target;
        for alternatives in &entry.needs {
            let holds = |need: &&Needs| stands(view, self.lexicon, verb, &self.r, entry, need);
            let only = if alternatives.len() == 1 { alternatives.first() } else { None };
            let Some(need) = only.or_else(|| alternatives.iter().find(holds)) else { continue };
            match need {
                Needs::ObjectClass(_) | Needs::Object(_) => self.taken = self.r.patient,
                Needs::Word(w) => {
                    // "threatened *Oslo* with": what stands between is no part of the trigger.
                    let named = |s: usize| (verb + 1..s).any(|k| view.word(k).upos == "PROPN");
                    let close = |s: &usize| *s <= verb + 2 && !matches!(*w, "to" | "that") && !named(*s);
                    let near = satellite(view, verb, w).filter(close);
                    self.last = self.last.max(near.unwrap_or(verb));
                }
                Needs::Within(w) => {
                    self.fixed = within(view, verb, w);
                    self.last = self.last.max(self.fixed.filter(|&s| s <= verb + REACH).unwrap_or(verb));
                }
                Needs::Infinitive(_) => {
                    // "has stopped *buying* gas"
                    let gerund = |&x: &usize| x == verb + 1 && view.word(x).xpos == "VBG";
                    let act = view.children_by(verb, "xcomp").find(gerund);
                    self.last = self.last.max(act.unwrap_or(verb));
                }
                Needs::AnyObject | Needs::SubjectClass(_) => {}
            }
        }
        Some(())
    }

    /// Whether a verb without a pattern reports nothing: it speaks, is or has, is not done, or leaves its act to the noun.
    fn says_nothing(&self) -> bool {
        let (view, plover, lemma) = (self.view, &self.lexicon.plover, self.view.lemma(self.verb));
        // A light verb leaves its act to the noun.
        let noun = self.r.patient.map(|p| view.lemma(p)).and_then(|l| plover.noun(l));
        noun.is_some_and(|n| plover.is("light", lemma) || n.support.contains(&lemma))
            || plover.is("stative", lemma)
            || plover.is("speech", lemma) && self.spoken_of().is_none()
            || view.children(self.verb).iter().any(|&c| view.lemma(c as usize) == "not") && !self.helped(WILL)
    }

    /// Whether one of `verbs` helps the verb: "*would* not show".
    fn helped(&self, verbs: &[&str]) -> bool {
        self.view.children_by(self.verb, "aux").any(|c| verbs.contains(&self.view.lemma(c)))
    }

    /// Of whom one speaks, where the verb is one of speech: "said *Oslo's guards* had burnt the huts".
    fn spoken_of(&self) -> Option<usize> {
        let content = self.view.child(self.verb, "ccomp").filter(|_| self.is("speech", self.verb))?;
        let subject = self.view.child(content, "nsubj")?;
        (subject > self.verb && self.naming.acts(self.view, subject)).then_some(subject)
    }

    /// Whether the lemma of `word` is of `class`.
    fn is(&self, class: &str, word: usize) -> bool {
        self.lexicon.plover.is(class, self.view.lemma(word))
    }

    /// Whether the act is of `kind`, as far as it is read.
    fn does(&self, kind: Plover) -> bool {
        self.act.is_some_and(|a| a.0 == kind)
    }

    /// Marks what the pattern took and ends the trigger with it.
    fn take(&mut self, used: &mut [bool]) {
        let (view, verb) = (self.view, self.verb);
        let ultimatum = self.taken.filter(|&n| view.lemma(n) == "ultimatum");
        if let Some(content) = ultimatum.and_then(|_| demanding(view, verb)) {
            // An ultimatum that says what it demands is the demand.
            used[content] = true;
            self.act = Some((Plover::Request, None));
            self.asked_of = Some(content);
        }
        if let Some(noun) = self.taken {
            // What is threatened or asked for is an act of its own: "demanded the *departure* of the troops".
            used[noun] = !(self.is("threatened", verb) || self.does(Plover::Request));
            // "gave *$4 million*", with the amount hung from the sign
            let amount = view.children_by(noun, "nummod").filter(|_| view.word(noun).upos == "SYM");
            let end = amount.max().unwrap_or(noun).max(noun);
            self.last = self.last.max(if self.r.passive { verb } else { end });
        }
        if self.does(Plover::Mobilize) {
            // "put the army on full *alert*" is one phrase, however far its end.
            let alert = |&c: &usize| c > verb && view.lemma(c) == "alert";
            let object = self.r.patient.into_iter().flat_map(|p| view.children_by(p, "nmod"));
            let below = view.children_by(verb, "obl").chain(object);
            self.last = self.last.max(below.filter(alert).max().unwrap_or(verb));
        }
    }

    /// Who acts.
    fn doers(&self) -> Vec<usize> {
        let Draft { view, lexicon, naming, verb, r, taken, .. } = *self;
        let mut sources = r.agent.map(|a| conjuncts(view, a)).unwrap_or_default();
        // What stands behind the verb is no part of a subject before it.
        sources.retain(|&s| Some(s) != taken && (r.passive || s < verb || r.agent.is_some_and(|a| a > verb)));
        sources = told_of(view, lexicon, naming, verb, sources);
        if sources.is_empty() && r.passive {
            sources.extend(self.act.and_then(|a| authority(view, naming, verb, a.0)));
        }
        if self.does(Plover::Assault)
            && let [weapon] = sources[..]
            && let Some(gunner) = fired_by(view, lexicon, naming, weapon)
        {
            sources = conjuncts(view, gunner);
        }
        sources
    }

    /// "Shells *fired* by the army killed two": one act, told by "killed".
    fn tells_of_shot(&self) -> bool {
        let Draft { view, verb, .. } = *self;
        let shot = |n: usize| {
            fired_by(view, self.lexicon, self.naming, n).is_some()
                && view.word(n).relation() == "nsubj"
                && view.head(n).is_some_and(|v| v > verb && self.is("hurts", v))
        };
        (self.does(Plover::Mobilize) || self.does(Plover::Assault))
            && view.word(verb).deprel == "acl"
            && view.head(verb).is_some_and(shot)
    }

    /// "closed the port, a step that Lima condemned": who closed it is condemned.
    fn answer(&mut self) {
        let Draft { view, lexicon, naming, comment, .. } = *self;
        let answers = self.does(Plover::Accuse) || self.does(Plover::Reject) || self.does(Plover::Support);
        let named = |&t: &usize| !naming.actors(view, t).is_empty();
        if let Some(comment) = comment.filter(|_| answers && !self.targets.iter().any(named)) {
            let doers = comment.doers(view, lexicon, naming);
            if !doers.is_empty() {
                self.targets = doers;
            }
        }
    }

    /// What is done with arms that harm nobody: joint exercises, tests, a show of force.
    fn weapons(&mut self) {
        let Draft { view, lexicon, naming, verb, taken, .. } = *self;
        if let Some(exercise) = taken.filter(|&t| self.is("exercise", t)) {
            let joint = || view.children_by(exercise, "amod").any(|c| view.lemma(c) == "joint");
            if self.does(Plover::Mobilize) && joint() {
                self.act = Some((Plover::Cooperate, None));
                self.targets =
                    behind(view, &[verb, exercise], "with").map(|w| conjuncts(view, w)).unwrap_or_default();
            }
            if self.does(Plover::Cooperate) {
                self.act = Some((Plover::Cooperate, Some("military")));
            }
        }
        let missile =
            taken.is_some_and(|t| of_class(view, lexicon, t, "missile")) && view.lemma(verb) != "use";
        let open = |&t: &usize| lexicon.plover.is("open-space", &view.lemma(t).to_lowercase());
        if self.does(Plover::Mobilize) && missile {
            self.targets.retain(|t| !open(t));
        }
        if self.does(Plover::Assault) && missile && self.targets.iter().all(open) {
            // Fired at nobody: a test.
            self.act = Some((Plover::Mobilize, Some("weapons")));
            self.targets.clear();
        }
        let armed =
            |t: usize| ["ship", "weapon", "troop"].iter().any(|class| of_class(view, lexicon, t, class));
        let aids = self.does(Plover::Aid) && self.is("moves", verb) && taken.is_some_and(armed);
        if aids && self.targets.iter().all(|&t| naming.actors(view, t).is_empty()) {
            // "flew fighters along the border": what is brought to nobody is shown.
            self.act = Some((Plover::Mobilize, Some("weapons")));
            self.targets.clear();
        }
    }

    /// "vowed to shoot down their planes": who vows harm threatens.
    fn vowed(&mut self) {
        let Draft { view, lexicon, verb, .. } = *self;
        let vows = matches!(view.lemma(verb), "vow" | "pledge" | "promise" | "swear");
        if !vows || !self.does(Plover::Agree) {
            return;
        }
        let harms = |x: usize| {
            let own = roles(view, lexicon, x);
            let entry = lexicon.plover.verb(view.lemma(x)).iter().find(|e| holds(view, lexicon, x, &own, e));
            let kind = entry.and_then(|e| e.act).map(|a| a.0);
            matches!(kind, Some(Plover::Assault | Plover::Coerce | Plover::Sanction))
                && !view.children(x).iter().any(|&c| view.lemma(c as usize) == "not")
        };
        // "vowed that it would not go unpunished"
        let avenges = |c: usize| {
            view.subtree(c)
                .range()
                .any(|w| matches!(view.lemma(w), "unpunished" | "unanswered" | "unavenged"))
        };
        if view.child(verb, "xcomp").is_some_and(harms) || view.child(verb, "ccomp").is_some_and(avenges) {
            self.act = Some((Plover::Threaten, None));
        }
    }

    /// "Oslo and Lima ended two days of talks": who ends them together breaks nothing off.
    fn ended_together(&self) -> bool {
        let view = self.view;
        let many = |&s: &usize| self.naming.index.of_word(s as u32).len() > 1 || view.word(s).xpos == "NNS";
        view.lemma(self.verb) == "end"
            && self.taken.is_some_and(|t| self.is("talks", t))
            && (self.sources.len() > 1 || self.sources.iter().any(many))
    }

    /// "the members stated their intention to": who states it intends it.
    fn owner_above(&mut self) {
        let Draft { view, lexicon, naming, verb, .. } = *self;
        if let [owner] = self.sources[..]
            && view.word(owner).upos == "PRON"
            && naming.actors(view, owner).is_empty()
            && view.word(verb).relation() == "acl"
        {
            let above = view.head(verb).and_then(|noun| view.head(noun));
            let who = above.and_then(|a| subject(view, lexicon, a, 4));
            self.sources.extend(who.filter(|&s| s != owner));
        }
    }

    /// "400 soldiers were deployed": whose they are deploys them; on a mission of peace, it aids.
    fn deployed(&mut self) {
        if self.r.passive && self.sources.is_empty() {
            self.sources.extend(self.r.patient);
        }
        if self.view.subtree(self.verb).range().any(|w| self.is("peace-mission", w)) {
            self.act = Some((Plover::Aid, None));
        }
    }

    /// Of whom something is asked, where nobody is asked by name; "the West" leaves open who.
    fn ask(&mut self) {
        let Draft { view, lexicon, naming, verb, .. } = *self;
        let named = |&t: &usize| naming.actors(view, t).iter().any(|&a| naming.is_state(a));
        let addressed = self.targets.iter().any(named);
        if !self.targets.is_empty() && (self.asked_of.is_none() || addressed) {
            return;
        }
        let content = self.asked_of.unwrap_or(verb);
        let own = roles(view, lexicon, content);
        let object = own.patient.filter(|&p| !own.passive && p > content);
        let whose =
            asked(view, content).into_iter().chain(object.into_iter().flat_map(|o| conjuncts(view, o)));
        let sources = &self.sources;
        let concerned = whose.flat_map(|c| concerned_by(view, naming, c)).filter(|t| !sources.contains(t));
        self.targets.extend(concerned);
    }

    /// "were killed in an attack by rebels": one act; the attack's own words name who did it.
    fn killed_in(&mut self, used: &mut [bool]) {
        let Draft { view, lexicon, naming, verb, .. } = *self;
        for place in view.children_by(verb, "obl").filter(|&c| matches!(marker(view, c), "in" | "by")) {
            if let Some(entry) = lexicon.plover.noun(view.lemma(place)) {
                used[place] = true;
                self.sources.retain(|&s| s != place);
                if self.sources.is_empty() {
                    self.sources = dependents(view, naming, place, &entry.source);
                }
            }
        }
    }

    /// "will not release", "would never recognize", "could not accept": to say so is to refuse. Whether it is so here.
    fn refuse(&mut self) -> bool {
        use Plover::{Agree, Concede, Consult, Retreat, Support};
        let helps = matches!(self.act, Some((Agree | Concede | Retreat | Support | Consult, _)));
        let able = || self.helped(&["can", "could", "do"]);
        let assents = || {
            // "The two could not agree on a day" refuses nothing.
            let to = || ["to", "with"].iter().any(|p| satellite(self.view, self.verb, p).is_some());
            self.is("assents", self.verb)
                || self.view.lemma(self.verb) == "agree" && self.sources.len() < 2 && to()
        };
        let refuses = helps && denied(self.view, self.verb) && (self.helped(WILL) || able() && assents());
        if refuses {
            self.refused = self.act;
            self.act = Some((Plover::Reject, None));
        }
        refuses
    }

    /// The actors who act, as far as they are known.
    fn doing(&self) -> Vec<ActorId> {
        self.sources.iter().flat_map(|&s| self.naming.actors(self.view, s)).collect()
    }

    /// "sent a letter to the council threatening to leave", "wrote to the council, asking it to meet"
    fn written_to(&mut self) {
        let Draft { view, naming, verb, .. } = *self;
        let own = |t: usize, doers: &[ActorId]| naming.actors(view, t).iter().all(|a| doers.contains(a));
        let open = |t: &usize, doers: &[ActorId]| view.word(*t).upos == "PRON" && own(*t, doers);
        if matches!(view.word(verb).relation(), "advcl" | "xcomp")
            && view.word(verb).xpos == "VBG"
            && let Some(above) = view.head(verb).filter(|&a| a < verb && self.is("writes", a))
            && let doers = self.doing()
            && self.targets.iter().all(|t| open(t, &doers))
            && let Some(to) = behind(view, &[above], "to").filter(|&t| t < verb && naming.acts(view, t))
        {
            self.targets = vec![to];
            return;
        }
        if self.targets.is_empty()
            && view.word(verb).relation() == "acl"
            && let Some(text) = view.head(verb).filter(|&t| self.is("text", t))
        {
            let to: Vec<usize> = [Some(text), view.head(text)].into_iter().flatten().collect();
            self.targets.extend(behind(view, &to, "to").filter(|&t| t < verb && naming.acts(view, t)));
        }
    }

    /// "hit a market in Elbonia": a thing stands for where it is.
    fn at_place(&mut self, kind: Option<Plover>) {
        let Draft { view, naming, verb, .. } = *self;
        let is_thing = |&t: &usize| !naming.acts(view, t) && Some(t) == self.r.patient;
        let thing = kind == Some(Plover::Assault) && self.targets.iter().all(is_thing);
        if !((self.targets.is_empty() || thing) && kind.is_some_and(local)) {
            return;
        }
        let place = ["in", "at", "near", "on"].iter().find_map(|p| behind(view, &[verb], p));
        let doers = self.doing();
        let own = |p: usize| naming.actors(view, p).iter().any(|a| doers.contains(a));
        let named = |&p: &usize| !timely(view, p) && !naming.index.of_word(p as u32).is_empty();
        self.targets.extend(place.filter(named).filter(|&p| !own(p)));
    }

    /// "rejected *the results*", "stops *the work* of aid groups": what is answered or stopped, where nobody is named.
    fn thing(&mut self, kind: Option<Plover>) {
        use Plover::{Accuse, Coerce, Reject, Sanction, Support};
        let answers = matches!(kind, Some(Accuse | Coerce | Reject | Sanction | Support));
        let taken = |&o: &usize| matches!(kind, Some(Coerce | Sanction)) && Some(o) == self.taken;
        let object = self.r.patient.filter(|o| answers && self.targets.is_empty() && !taken(o));
        let Some(object) = object else { return };
        // "lodged a protest", "imposed sanctions": the object is the act.
        let act = self.lexicon.plover.noun(self.view.lemma(object)).is_some() || self.is("light", self.verb);
        if !act && told(self.view, object) && !self.places.is_empty() {
            self.targets.push(object);
        }
    }

    /// Whether those who act, act on one another: "A and B agreed to inspect C", "the host received the envoy".
    fn on_one_another(&mut self, kind: Option<Plover>) -> bool {
        let Draft { view, naming, verb, r, .. } = *self;
        // "Chile and China settled on a day": what is done with somebody is done by two with one another.
        let shared = |k| friendly(k) && !matches!(k, Plover::Concede | Plover::Retreat);
        let with = kind.is_some_and(shared) && self.places.contains(&"with") && self.act.is_some();
        let reciprocal = reciprocal(kind, view.lemma(verb)) || with;
        if reciprocal && self.sources.len() > 1 {
            let other = r.patient.filter(|&p| !naming.actors(view, p).is_empty());
            if other.or_else(|| behind(view, &[verb], "with")).is_none() {
                self.targets.clear();
            }
        }
        let visit = self.act == Some((Plover::Consult, Some("visit")));
        if visit && self.is("takes-in", verb) && self.targets.is_empty() {
            // "received the envoy": the host has the visitor come.
            self.targets.extend(self.taken.filter(|&t| naming.acts(view, t)));
        }
        let mutual = self.targets.is_empty() && reciprocal;
        if self.targets.is_empty() && self.sources.len() > 1 && (mutual || self.act.is_none()) {
            self.targets = self.sources.split_off(1);
        }
        mutual
    }

    /// What was read.
    fn frame(self, mutual: bool) -> Frame {
        let rule = match self.act {
            Some(_) if self.asked_of.is_some() => "rule:ultimatum",
            Some(_) => "rule:verb",
            None => "model:pair",
        };
        Frame {
            verb: Some(self.verb),
            words: WordRange::new(group_start(self.view, self.verb), self.last + 1),
            act: self.act,
            refused: self.refused,
            sources: self.sources,
            targets: self.targets,
            object: self.r.patient,
            mutual,
            rule,
            ..Frame::new(self.verb)
        }
    }
}
