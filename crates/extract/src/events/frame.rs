//! Triggers and their arguments: which words report an act, by whom and to whom.

use super::clause::{Roles, group_start, is_passive, nearest_before, roles, subject, verbal};
use super::phrase::{Naming, behind, conjuncts, marker, noun_phrase};
use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::plover::{Act, Needs, NounEntry, VerbEntry};
use demarche_record::{EntityType, Plover};
use demarche_text::CALENDAR_NAMES;

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
        found.extend(willing(view, lexicon, naming, word));
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

/// "described the raid as an act of piracy", "branded them terrorists": who gives it a bad name accuses.
fn branded(view: &View, lexicon: &Lexicon, naming: &Naming, word: usize) -> Option<Frame> {
    let brands = view.word(word).upos == "VERB" && lexicon.plover.is("brands", view.lemma(word));
    let r = roles(view, lexicon, word);
    let object = r.patient.filter(|_| brands)?;
    let name = view
        .children_by(word, "obl")
        .filter(|&c| c > word && marker(view, c) == "as")
        .chain(view.children_by(word, "xcomp").filter(|&c| c > object))
        .chain(view.children_by(word, "advcl").filter(|&c| marker(view, c) == "as"))
        .next()?;
    let wrong =
        |i: usize| lexicon.plover.is("wrong", view.lemma(i)) || lexicon.plover.is("wrong", view.form(i));
    if !view.subtree(name).range().any(|i| i != object && wrong(i)) {
        return None;
    }
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
        targets: conjuncts(view, object),
        object: Some(object),
        rule: "rule:brand",
        ..Frame::new(word)
    })
}

/// Acts that help or please whom they are done to.
pub fn friendly(kind: Plover) -> bool {
    use Plover::*;
    matches!(kind, Consult | Support | Concede | Cooperate | Aid | Retreat)
}

/// A verb with its pattern: "accused the governor of", "imposed sanctions on". Marks the nouns that the pattern took.
fn verb_frame(
    view: &View,
    lexicon: &Lexicon,
    naming: &Naming,
    verb: usize,
    used: &mut [bool],
) -> Option<Frame> {
    let mut r = roles(view, lexicon, verb);
    if r.agent.is_some_and(|a| timely(view, a)) {
        // "On Friday the court jailed", read as if the day did it.
        r.agent = nearest_before(view, verb, |w| timely(view, w));
    }
    let lemma = view.lemma(verb);
    // "recalled that the jets had come": nobody is called back.
    if lemma == "recall" && view.child(verb, "ccomp").is_some() {
        return None;
    }
    let entry = lexicon.plover.verb(lemma).iter().find(|e| holds(view, lexicon, verb, &r, e));
    // "the detained crew": a participle before its noun tells nothing new.
    if used[verb] || view.word(verb).relation() == "amod" {
        return None;
    }
    let supported = |e: &VerbEntry| {
        let noun = r.patient.and_then(|p| lexicon.plover.noun(view.lemma(p)));
        e.needs.is_empty() && noun.is_some_and(|n| n.support.contains(&lemma))
    };
    if entry.is_some_and(supported) {
        // "ordered a mobilization": the noun says what is done.
        return None;
    }
    if lexicon.plover.is("verbal-act", lemma)
        && let Some(speaker) = r.agent.filter(|&a| !r.passive && !naming.acts(view, a))
    {
        // "said the dam was safe and accused": read as if the dam accused.
        r.agent = speaker_above(view, lexicon, naming, verb).or(Some(speaker));
    }
    if entry.is_some_and(|e| e.needs.iter().any(|n| matches!(n, Needs::SubjectClass(_))))
        && behind_its_verb(view, verb, &r)
    {
        (r.agent, r.patient) = (r.patient, None);
    }
    if let Some(entry) = entry.filter(|_| r.patient.is_none()) {
        r.patient = object_of_particle(view, verb, entry);
    }
    let mut last = verb;
    let mut taken = None;
    let mut fixed = None;
    let mut asked_of = None;
    let mut refused = None;
    let (mut act, places): (Option<Act>, &[&str]) = match entry {
        Some(entry) => {
            entry.act?;
            for need in &entry.needs {
                match need {
                    Needs::ObjectClass(_) | Needs::Object(_) => taken = r.patient,
                    Needs::Word(w) => {
                        // "threatened *Oslo* with": what stands between is no part of the trigger.
                        let named = |s: usize| (verb + 1..s).any(|k| view.word(k).upos == "PROPN");
                        let close = |s: &usize| *s <= verb + 2 && *w != "to" && !named(*s);
                        let near = satellite(view, verb, w).filter(close);
                        last = last.max(near.unwrap_or(verb));
                    }
                    Needs::Within(w) => {
                        fixed = within(view, verb, w);
                        last = last.max(fixed.filter(|&s| s <= verb + REACH).unwrap_or(verb));
                    }
                    Needs::Infinitive(_) | Needs::AnyObject | Needs::SubjectClass(_) => {}
                }
            }
            (entry.act, &entry.target)
        }
        None => {
            // A light verb leaves its act to the noun.
            let noun = r.patient.map(|p| view.lemma(p)).and_then(|l| lexicon.plover.noun(l));
            let light = lexicon.plover.is("light", lemma) || noun.is_some_and(|n| n.support.contains(&lemma));
            if noun.is_some() && light
                || ["speech", "light", "stative"].iter().any(|class| lexicon.plover.is(class, lemma))
                || view.children(verb).iter().any(|&c| view.lemma(c as usize) == "not")
            {
                return None;
            }
            (None, &["o", "with", "on", "against", "to", "at", "into", "from", "for", "of", "over"])
        }
    };
    if let Some(content) = taken.filter(|&n| view.lemma(n) == "ultimatum").and_then(|_| demanding(view, verb))
    {
        // An ultimatum that says what it demands is the demand.
        used[content] = true;
        act = Some((Plover::Request, None));
        asked_of = Some(content);
    }
    if let Some(noun) = taken {
        used[noun] = !lexicon.plover.is("threatened", lemma);
        last = last.max(if r.passive { verb } else { noun });
    }
    if act.is_some_and(|a| a.0 == Plover::Mobilize) {
        // "put the army on full *alert*" is one phrase, however far its end.
        let alert = |&c: &usize| c > verb && view.lemma(c) == "alert";
        let below = view
            .children_by(verb, "obl")
            .chain(r.patient.into_iter().flat_map(|p| view.children_by(p, "nmod")));
        last = last.max(below.filter(alert).max().unwrap_or(verb));
    }
    let mut sources = r.agent.map(|a| conjuncts(view, a)).unwrap_or_default();
    // What stands behind the verb is no part of a subject before it.
    sources.retain(|&s| Some(s) != taken && (r.passive || s < verb || r.agent.is_some_and(|a| a > verb)));
    sources = told_of(view, lexicon, naming, verb, sources);
    if sources.is_empty() && r.passive {
        sources.extend(act.and_then(|a| authority(view, naming, verb, a.0)));
    }
    if act.is_some_and(|a| a.0 == Plover::Assault)
        && let [weapon] = sources[..]
        && let Some(gunner) = fired_by(view, lexicon, naming, weapon)
    {
        sources = conjuncts(view, gunner);
    }
    // "Shells *fired* by the army killed two": one act.
    if let Some(above) =
        view.head(verb).filter(|_| act.is_some_and(|a| matches!(a.0, Plover::Mobilize | Plover::Assault)))
        && view.word(verb).deprel == "acl"
        && fired_by(view, lexicon, naming, above).is_some()
        && view.word(above).relation() == "nsubj"
        && view.head(above).is_some_and(|v| v > verb && lexicon.plover.is("hurts", view.lemma(v)))
    {
        return None;
    }
    let mut targets = target(view, lexicon, naming, verb, &r, fixed, places);
    let mobilizes = act.is_some_and(|a| a.0 == Plover::Mobilize);
    if let Some(exercise) = taken.filter(|&t| mobilizes && lexicon.plover.is("exercise", view.lemma(t)))
        && view.children_by(exercise, "amod").any(|c| view.lemma(c) == "joint")
    {
        act = Some((Plover::Cooperate, Some("military")));
        targets = behind(view, &[verb, exercise], "with").map(|w| conjuncts(view, w)).unwrap_or_default();
    }
    let missile = taken.is_some_and(|t| of_class(view, lexicon, t, "missile")) && lemma != "use";
    if act.is_some_and(|a| a.0 == Plover::Assault) && missile {
        let open = |&t: &usize| lexicon.plover.is("open-space", &view.lemma(t).to_lowercase());
        if targets.iter().all(open) {
            // Fired at nobody: a test.
            act = Some((Plover::Mobilize, Some("weapons")));
            targets.clear();
        }
    }
    let aids = act.is_some_and(|a| a.0 == Plover::Aid) && lexicon.plover.is("moves", lemma);
    let armed = |t: usize| ["ship", "weapon", "troop"].iter().any(|class| of_class(view, lexicon, t, class));
    if aids && taken.is_some_and(armed) && targets.iter().all(|&t| naming.actors(view, t).is_empty()) {
        // "flew fighters along the border": what is brought to nobody is shown.
        act = Some((Plover::Mobilize, Some("weapons")));
        targets.clear();
    }
    // "vowed to shoot down their planes": who vows harm threatens.
    let vows =
        matches!(lemma, "vow" | "pledge" | "promise" | "swear") && act.is_some_and(|a| a.0 == Plover::Agree);
    let harms = |x: usize| {
        let own = roles(view, lexicon, x);
        let entry = lexicon.plover.verb(view.lemma(x)).iter().find(|e| holds(view, lexicon, x, &own, e));
        let kind = entry.and_then(|e| e.act).map(|a| a.0);
        matches!(kind, Some(Plover::Assault | Plover::Coerce | Plover::Sanction))
            && !view.children(x).iter().any(|&c| view.lemma(c as usize) == "not")
    };
    // "vowed that it would not go unpunished"
    let avenges = |c: usize| {
        view.subtree(c).range().any(|w| matches!(view.lemma(w), "unpunished" | "unanswered" | "unavenged"))
    };
    if vows
        && (view.child(verb, "xcomp").is_some_and(harms) || view.child(verb, "ccomp").is_some_and(avenges))
    {
        act = Some((Plover::Threaten, None));
    }
    let kind = act.map(|a| a.0);
    let shunned = act.is_some_and(|a| a.1 == Some("boycott"));
    if kind.is_some_and(between_parties) && !shunned {
        // Neither what is demanded nor what is promised is a party.
        targets.retain(|&t| naming.acts(view, t));
    }
    // "Oslo and Lima ended two days of talks": who ends them together breaks nothing off.
    let several = sources.len() > 1
        || sources.iter().any(|&s| naming.index.of_word(s as u32).len() > 1 || view.word(s).xpos == "NNS");
    let together =
        several && lemma == "end" && taken.is_some_and(|t| lexicon.plover.is("talks", view.lemma(t)));
    if together && kind == Some(Plover::Sanction) {
        return None;
    }
    if let [owner] = sources[..]
        && view.word(owner).upos == "PRON"
        && naming.actors(view, owner).is_empty()
        && view.word(verb).relation() == "acl"
    {
        // "the members stated their intention to": who states it intends it.
        let above = view.head(verb).and_then(|noun| view.head(noun));
        sources.extend(above.and_then(|a| subject(view, lexicon, a, 4)).filter(|&s| s != owner));
    }
    if kind == Some(Plover::Mobilize) && r.passive && sources.is_empty() {
        // "400 soldiers were deployed": whose they are deploys them.
        sources.extend(r.patient);
    }
    if kind == Some(Plover::Mobilize)
        && view.subtree(verb).range().any(|w| lexicon.plover.is("peace-mission", view.lemma(w)))
    {
        act = Some((Plover::Aid, None));
    }
    // Who is asked by name is asked alone; "the West" leaves open who.
    let addressed = targets.iter().any(|&t| naming.actors(view, t).iter().any(|&a| naming.is_state(a)));
    if kind == Some(Plover::Request) && (targets.is_empty() || asked_of.is_some() && !addressed) {
        let content = asked_of.unwrap_or(verb);
        let own = roles(view, lexicon, content);
        let object = own.patient.filter(|&p| !own.passive && p > content);
        let concerned =
            asked(view, content).into_iter().chain(object.into_iter().flat_map(|o| conjuncts(view, o)));
        targets
            .extend(concerned.flat_map(|c| concerned_by(view, naming, c)).filter(|t| !sources.contains(t)));
    }
    if matches!(lemma, "kill" | "wound" | "injure") {
        if accident(view, lexicon, naming, verb) {
            return None;
        }
        // "were killed in an attack by rebels": one act; the attack's own words name who did it.
        for place in
            view.children_by(verb, "obl").filter(|&c| marker(view, c) == "in" || marker(view, c) == "by")
        {
            if let Some(entry) = lexicon.plover.noun(view.lemma(place)) {
                used[place] = true;
                sources.retain(|&s| s != place);
                if sources.is_empty() {
                    sources = dependents(view, naming, place, &entry.source);
                }
            }
        }
    }
    if let Some((Plover::Agree | Plover::Concede | Plover::Retreat | Plover::Support | Plover::Consult, _)) =
        act
        && refuses(view, verb)
    {
        refused = act;
        act = Some((Plover::Reject, None));
        if lexicon.plover.is("permit", lemma) && r.patient.is_some_and(|p| !naming.acts(view, p)) {
            // "will not let a drop be lost" refuses nobody.
            return None;
        }
    }
    if targets.is_empty()
        && view.word(verb).relation() == "acl"
        && let Some(text) = view.head(verb).filter(|&t| lexicon.plover.is("text", view.lemma(t)))
    {
        // "sent a letter to the council threatening to leave"
        let to: Vec<usize> = [Some(text), view.head(text)].into_iter().flatten().collect();
        targets.extend(behind(view, &to, "to").filter(|&t| t < verb && naming.acts(view, t)));
    }
    // "hit a market in Elbonia": a thing stands for where it is.
    let thing = kind == Some(Plover::Assault)
        && targets.iter().all(|&t| !naming.acts(view, t) && Some(t) == r.patient);
    if (targets.is_empty() || thing) && kind.is_some_and(local) {
        let place = ["in", "at", "near", "on"].iter().find_map(|p| behind(view, &[verb], p));
        let doers: Vec<_> = sources.iter().flat_map(|&s| naming.actors(view, s)).collect();
        let own = |p: usize| naming.actors(view, p).iter().any(|a| doers.contains(a));
        let named = |&p: &usize| !timely(view, p) && !naming.index.of_word(p as u32).is_empty();
        targets.extend(place.filter(named).filter(|&p| !own(p)));
    }
    if reciprocal(kind, lemma) && sources.len() > 1 {
        // "A and B agreed to inspect C": on one another.
        let other = r
            .patient
            .filter(|&p| !naming.actors(view, p).is_empty())
            .or_else(|| behind(view, &[verb], "with"));
        if other.is_none() {
            targets.clear();
        }
    }
    if act == Some((Plover::Consult, Some("visit"))) && lexicon.plover.is("takes-in", lemma) {
        // "received the envoy": the host has the visitor come.
        if targets.is_empty() {
            targets.extend(taken.filter(|&t| naming.acts(view, t)));
        }
    }
    let mutual = targets.is_empty() && reciprocal(kind, lemma);
    if targets.is_empty() && sources.len() > 1 && (mutual || act.is_none()) {
        targets = sources.split_off(1);
    }
    let rule = match act {
        Some(_) if asked_of.is_some() => "rule:ultimatum",
        Some(_) => "rule:verb",
        None => "model:pair",
    };
    let words = WordRange::new(group_start(view, verb), last + 1);
    Some(Frame {
        head: verb,
        verb: Some(verb),
        words,
        act,
        refused,
        sources,
        targets,
        object: r.patient,
        mutual,
        rule,
    })
}

/// Who fired the weapon that a noun names: "shells fired by *the army*".
fn fired_by(view: &View, lexicon: &Lexicon, naming: &Naming, weapon: usize) -> Option<usize> {
    let is = ["missile", "bomb", "fire", "aircraft"]
        .iter()
        .any(|class| lexicon.plover.is(class, view.lemma(weapon)));
    let sent = view.children_by(weapon, "acl").filter(|&c| is && c > weapon && view.word(c).xpos == "VBN");
    let by = sent.flat_map(|c| view.children_by(c, "obl")).find(|&o| marker(view, o) == "by");
    by.filter(|&o| naming.acts(view, o) && !naming.actors(view, o).is_empty())
}

/// "will not release", "would never recognize", "does not accept": to say so is to refuse.
fn refuses(view: &View, verb: usize) -> bool {
    let own = || view.children(verb).iter().map(|&c| c as usize);
    let negated = own().any(|c| matches!(view.lemma(c), "not" | "never" | "n't"));
    negated && own().any(|c| view.word(c).relation() == "aux" && matches!(view.lemma(c), "will" | "would"))
}

/// Who acts in the clauses above `verb`, where its own subject is a thing: "said that the dam was safe and accused".
fn speaker_above(view: &View, lexicon: &Lexicon, naming: &Naming, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..4 {
        at = view.head(at).filter(|_| matches!(view.word(at).relation(), "conj" | "ccomp"))?;
        let above = subject(view, lexicon, at, 0).filter(|&s| s < verb && naming.acts(view, s));
        if above.is_some() {
            return above;
        }
    }
    None
}

/// `sources` with a pronoun that means nobody known taken as who says it: "*the rebels* said they would free the envoys".
fn told_of(view: &View, lexicon: &Lexicon, naming: &Naming, verb: usize, sources: Vec<usize>) -> Vec<usize> {
    let [pronoun] = sources[..] else { return sources };
    let third = matches!(view.lemma(pronoun), "it" | "they" | "he" | "she");
    let unknown = view.word(pronoun).upos == "PRON" && naming.index.of_word(pronoun as u32).is_empty();
    if !(third && unknown) {
        return sources;
    }
    let mut at = verb;
    for _ in 0..6 {
        let relation = view.word(at).relation();
        let Some(above) = view.head(at).filter(|_| matches!(relation, "ccomp" | "xcomp" | "conj" | "advcl"))
        else {
            break;
        };
        at = above;
        if relation != "ccomp" {
            continue;
        }
        let teller = subject(view, lexicon, at, 2).filter(|&s| s < pronoun && view.word(s).upos != "PRON");
        if let Some(teller) = teller.filter(|&t| naming.acts(view, t)) {
            let plural =
                conjuncts(view, teller).len() > 1 || matches!(view.word(teller).xpos, "NNS" | "NNPS");
            if plural || view.lemma(pronoun) != "they" {
                return conjuncts(view, teller);
            }
        }
    }
    sources
}

/// Acts upon those who live where they happen, if nobody else is named.
fn local(kind: Plover) -> bool {
    use Plover::*;
    matches!(kind, Assault | Coerce | Mobilize | Protest | Sanction | Retreat | Concede | Aid)
}

/// Acts that are done to somebody, never to a thing: what is asked for, offered or to be closed is no target.
fn between_parties(kind: Plover) -> bool {
    use Plover::*;
    matches!(kind, Threaten | Request | Agree | Consult | Protest)
}

/// Whether one who acts with others acts on them: "A and B met".
fn reciprocal(kind: Option<Plover>, lemma: &str) -> bool {
    match kind {
        Some(Plover::Consult | Plover::Cooperate) => true,
        Some(Plover::Agree) => lemma == "agree" || lemma == "reach",
        Some(Plover::Support) => {
            matches!(
                lemma,
                "sign"
                    | "initial"
                    | "conclude"
                    | "restore"
                    | "normalize"
                    | "establish"
                    | "exchange"
                    | "upgrade"
                    | "resume"
            )
        }
        Some(Plover::Assault) => {
            matches!(lemma, "clash" | "fight" | "exchange" | "battle" | "trade" | "skirmish")
        }
        Some(Plover::Retreat) => matches!(lemma, "swap" | "exchange"),
        _ => false,
    }
}

/// Who acts where a passive names only the state: "expelled from Norway", "arrested in Norway".
fn authority(view: &View, naming: &Naming, verb: usize, kind: Plover) -> Option<usize> {
    let place = match kind {
        Plover::Sanction => "from",
        Plover::Coerce => "in",
        _ => return None,
    };
    let state = |w: usize| {
        let actors = naming.index.of_word(w as u32);
        view.word(w).upos == "PROPN" && actors.iter().any(|&a| naming.is_state(a))
    };
    behind(view, &[verb], place).filter(|&w| state(w))
}

/// Whether nobody did it: "killed in a crash", but not "killed by Israeli fire".
fn accident(view: &View, lexicon: &Lexicon, naming: &Naming, verb: usize) -> bool {
    view.subtree(verb).range().any(|w| {
        view.word(w).relation() == "obl"
            && lexicon.plover.is("accident", view.lemma(w))
            && naming.actors(view, w).is_empty()
    })
}

/// Whether all that the entry asks for stands with the verb.
fn holds(view: &View, lexicon: &Lexicon, verb: usize, r: &Roles, entry: &VerbEntry) -> bool {
    entry.needs.iter().all(|need| match need {
        Needs::AnyObject => r.patient.is_some(),
        Needs::Word(w) => {
            satellite(view, verb, w).is_some() || entry.needs.len() > 1 && below_object(view, verb, w)
        }
        Needs::ObjectClass(class) => {
            // "pulled out of the talks", "withdrew from the pact"
            let asks = |w: &str| entry.needs.iter().any(|n| matches!(n, Needs::Word(need) if *need == w));
            let of =
                ["of", "from"].into_iter().find_map(|w| asks(w).then(|| behind(view, &[verb], w)).flatten());
            let object = r.patient.or(of).or_else(|| object_of_particle(view, verb, entry));
            object.is_some_and(|p| of_class(view, lexicon, p, class))
        }
        Needs::Object(lemma) => {
            let object = r.patient.or_else(|| object_of_particle(view, verb, entry));
            object.is_some_and(|p| view.lemma(p) == *lemma)
        }
        Needs::Within(lemma) => within(view, verb, lemma).is_some(),
        Needs::SubjectClass(class) => {
            let doer = r.agent.or(r.patient.filter(|_| behind_its_verb(view, verb, r)));
            doer.is_some_and(|a| !r.passive && subject_of_class(view, lexicon, a, class))
        }
        Needs::Infinitive(lemma) => view
            .children_by(verb, "xcomp")
            // "gave them two days to leave"
            // "gave Oslo until Friday to leave", "called the sides to talk"
            .chain(
                view.children_by(verb, "advcl")
                    .filter(|&x| x > verb && marker(view, x) == "to")
                    .filter(|_| entry.needs.iter().any(|n| matches!(n, Needs::Within("until")))),
            )
            .chain(
                r.patient
                    .filter(|_| matches!(entry.needs[0], Needs::ObjectClass(_)))
                    .into_iter()
                    .flat_map(|p| view.children_by(p, "acl").chain(view.children_by(verb, "advcl")))
                    .filter(|&x| marker(view, x) == "to"),
            )
            .any(|x| view.word(x).upos == "VERB" && (lemma.is_empty() || view.lemma(x) == *lemma)),
    })
}

/// The object behind a particle that the parse takes for its preposition: "called in *the envoy*", "laid down *its arms*".
fn object_of_particle(view: &View, verb: usize, entry: &VerbEntry) -> Option<usize> {
    let asked = |w: &str| entry.needs.iter().any(|n| matches!(n, Needs::Word(need) if *need == w));
    let particle = |w: &str| asked(w) && !LOOSE.contains(&w);
    view.children_by(verb, "obl").find(|&c| {
        let case = view.children_by(c, "case").next();
        c > verb && case.is_some_and(|m| m == verb + 1 && particle(view.lemma(m))) && !timely(view, c)
    })
}

/// Most words that a fixed complement stands behind its verb for the trigger to reach it.
const REACH: usize = 6;

/// The word of `lemma` behind `verb` in its own clause, however the parse attached it: "put the fleet on a war *footing*".
fn within(view: &View, verb: usize, lemma: &str) -> Option<usize> {
    let rest = verb + 1..view.sentence(verb).end as usize;
    let near = rest.take(2 * REACH).take_while(|&w| {
        !(matches!(view.word(w).xpos, "VBD" | "VBZ" | "VBP" | "MD" | "WDT" | "WP" | "WRB" | "CC")
            || matches!(view.form(w), ";" | ","))
    });
    near.into_iter().find(|&w| view.lemma(w) == lemma || view.form(w).eq_ignore_ascii_case(lemma))
}

/// Whether what stands behind a verb without a subject may be its subject: "In Oslo marched 500 students".
fn behind_its_verb(view: &View, verb: usize, r: &Roles) -> bool {
    r.agent.is_none() && !r.passive && view.word(verb).xpos == "VBD"
}

/// Whether a subject is of `class`; a bare number or a people in the plural are a crowd.
fn subject_of_class(view: &View, lexicon: &Lexicon, noun: usize, class: &str) -> bool {
    let many = class == "crowd" && (view.word(noun).upos == "NUM" || view.word(noun).xpos == "NNPS");
    many || of_class(view, lexicon, noun, class)
}

/// The class of all who are named as persons.
const NAMED_PERSON: &str = "PERSON";

/// Whether the phrase of `noun` is of `class`: by its head, or by what a counting head counts ("dozens of soldiers").
fn of_class(view: &View, lexicon: &Lexicon, noun: usize, class: &str) -> bool {
    if class == NAMED_PERSON {
        let person = EntityType::Person.name();
        return view.heads.names.iter().any(|n| n.label == person && n.words.contains(noun));
    }
    let is = |w: usize| {
        let lemma = view.lemma(w);
        // "a second carrier group", "an infantry unit"
        let formed = || {
            let mut kinds = view.children_by(w, "compound");
            matches!(lemma, "group" | "fleet" | "team")
                && kinds.any(|c| lexicon.plover.is(class, view.lemma(c)))
        };
        lexicon.plover.is(class, lemma)
            || matches!(class, "ship" | "troop") && formed()
            || view.word(w).upos == "PROPN" && lexicon.plover.is(class, &lemma.to_lowercase())
    };
    conjuncts(view, noun).into_iter().any(is) || behind(view, &[noun], "of").is_some_and(is)
}

/// Adverbs that make one verb of two words: "hand over", "lay down".
const PARTICLES: &[&str] = &["over", "up", "out", "down", "back", "off", "away"];

/// Whether `preposition` hangs below the object that the pattern of `verb` asks for, too: "closed the port *to* foreign
/// cargo", read as if the port were to the cargo.
fn below_object(view: &View, verb: usize, preposition: &str) -> bool {
    let object = view.child(verb, "obj").filter(|&o| o > verb && LOOSE.contains(&preposition));
    let joined = |n: usize| view.children_by(n, "nmod").any(|c| marker(view, c) == preposition);
    // "a company of troops to the border", with the border hung from the troops
    let counted = |o: usize| behind(view, &[o], "of").is_some_and(joined);
    object.is_some_and(|o| conjuncts(view, o).into_iter().any(|n| joined(n) || counted(n)))
}

/// Prepositions that lead from a verb and its object to somebody, though the parse hangs them below the object.
const LOOSE: &[&str] = &["to", "from", "against", "into", "with"];

/// The particle, preposition or fixed complement `lemma` of `verb`.
fn satellite(view: &View, verb: usize, lemma: &str) -> Option<usize> {
    let next = verb + 1;
    let end = view.sentence(verb).end as usize;
    let counts = lemma == "over" && next + 1 < end && view.word(next + 1).upos == "NUM";
    if PARTICLES.contains(&lemma) && next < end && view.lemma(next) == lemma && !counts {
        return Some(next);
    }
    for &child in view.children(verb) {
        let child = child as usize;
        let relation = view.word(child).relation();
        if child > verb
            && view.lemma(child) == lemma
            && matches!(
                relation,
                "compound" | "advmod" | "case" | "obj" | "xcomp" | "mark" | "obl" | "prt" | "fixed"
            )
        {
            return Some(child);
        }
        if child > verb
            && matches!(relation, "obl" | "advcl" | "xcomp" | "ccomp" | "nmod")
            && !timely(view, child)
        {
            let own = view.children(child).iter().map(|&c| c as usize);
            let mut found = own.filter(|&c| c > verb && matches!(view.word(c).relation(), "case" | "mark"));
            if let Some(hit) = found.find(|&c| view.lemma(c) == lemma) {
                return Some(hit);
            }
        }
    }
    None
}

/// The heads of the target: the first role that names somebody who can act; else the first that is there at all.
fn target(
    view: &View,
    lexicon: &Lexicon,
    naming: &Naming,
    verb: usize,
    r: &Roles,
    fixed: Option<usize>,
    places: &[&str],
) -> Vec<usize> {
    let doers = r.agent.map(|a| naming.actors(view, a)).unwrap_or_default();
    let own = |head: usize| {
        let actors = naming.actors(view, head);
        !actors.is_empty() && actors.iter().all(|a| doers.contains(a))
    };
    let mut fallback = None;
    for &place in places {
        let head = match place {
            "o" => r.patient.or(r.recipient),
            "i" => r.recipient,
            "c" => asked(view, verb),
            "x" => view.children_by(verb, "xcomp").chain(view.children_by(verb, "advcl")).find_map(|x| {
                let inner = roles(view, lexicon, x);
                let whom = inner.patient.filter(|&p| !inner.passive && naming.acts(view, p));
                // "refused to send monitors to Oslo": who is sent is not who is refused.
                whom.filter(|&p| !naming.actors(view, p).is_empty()).or_else(|| {
                    let places = ["against", "on", "to", "with", "from", "for", "into", "in"];
                    let nouns: Vec<usize> = [Some(x), inner.patient].into_iter().flatten().collect();
                    let mut named = places.iter().filter_map(|p| behind(view, &nouns, p));
                    let named = named.find(|&n| {
                        let medium = lexicon.plover.is("medium", view.lemma(n));
                        !medium && !timely(view, n) && !naming.actors(view, n).is_empty()
                    });
                    named.or(whom)
                })
            }),
            "p" => r.patient.and_then(|p| whose(view, naming, p)),
            "w" => fixed.and_then(|w| whose(view, naming, w)),
            preposition => {
                let nouns: Vec<usize> = [Some(verb), r.patient].into_iter().flatten().collect();
                behind(view, &nouns, preposition).filter(|&h| Some(h) != r.agent)
            }
        };
        let Some(head) = head.filter(|&h| Some(h) != r.agent && !timely(view, h)) else { continue };
        if view.head(head).is_some_and(|above| lexicon.plover.is("direction", view.lemma(above))) {
            // "entered waters south of the island": a place, nobody.
            continue;
        }
        if place == "with" && lexicon.plover.is("medium", view.lemma(head)) {
            // "agreed on a truce with the mediation of Lima"
            continue;
        }
        if place == "p" && own(head) {
            // "suspended its pact with": its own is no target.
            continue;
        }
        // "withdrew its experts from the joint commission *with Lima*"
        let with =
            || behind(view, &[head], "with").filter(|&w| !naming.actors(view, w).is_empty() && !own(w));
        // "sent troops to the border *with Lima*"
        let between = || lexicon.plover.is("boundary", view.lemma(head));
        if (matches!(place, "from" | "of" | "in") || between())
            && naming.actors(view, head).is_empty()
            && let Some(other) = with()
        {
            return conjuncts(view, other);
        }
        if place == "o"
            && naming.actors(view, head).is_empty()
            && let Some(owner) = owner_behind(view, naming, head)
        {
            return conjuncts(view, owner);
        }
        if naming.acts(view, head) {
            return conjuncts(view, head);
        }
        // "suspended its role in the pact", "rejected any talks": what is the source's own or left open is no target.
        let theirs = |h: usize| {
            let mut own = view.children(h).iter().map(|&c| c as usize);
            own.any(|c| {
                let open = matches!(view.lemma(c).to_ascii_lowercase().as_str(), "any" | "no" | "every");
                view.word(c).xpos == "PRP$" || open && view.word(c).relation() == "det"
            })
        };
        fallback = fallback.or(Some(head).filter(|&h| view.word(h).upos != "PRON" && !theirs(h)));
    }
    fallback.into_iter().collect()
}

/// The subject of the clause that is asked for, promised or alleged.
fn asked(view: &View, verb: usize) -> Option<usize> {
    let clauses = ["ccomp", "xcomp", "advcl"].into_iter().flat_map(|r| view.children_by(verb, r));
    let of = |c: &usize| view.word(*c).relation() != "advcl" || matches!(marker(view, *c), "of" | "for");
    // "warned that *our envoy* would leave": who speaks is not asked.
    let ours = |&s: &usize| {
        view.children(s).iter().any(|&c| matches!(view.lemma(c as usize), "our" | "my" | "we" | "I"))
    };
    clauses.filter(of).find_map(|c| view.child(c, "nsubj").filter(|s| !ours(s)))
}

/// The participle that says what an ultimatum demands.
fn demanding(view: &View, verb: usize) -> Option<usize> {
    view.subtree(verb).range().find(|&w| {
        w > verb
            && view.word(w).xpos == "VBG"
            && matches!(view.lemma(w), "demand" | "require" | "urge" | "order")
    })
}

/// Whose act or thing is asked for: heads of mentions within the phrase of `noun`.
fn concerned_by(view: &View, naming: &Naming, noun: usize) -> Vec<usize> {
    if naming.acts(view, noun) && !naming.index.of_word(noun as u32).is_empty() {
        return vec![noun];
    }
    let phrase = noun_phrase(view, noun);
    phrase
        .range()
        .filter(|&w| view.word(w).upos != "ADJ" && !naming.index.of_word(w as u32).is_empty())
        .take(1)
        .collect()
}

/// Whose offer, decision or call `noun` is.
fn whose(view: &View, naming: &Naming, noun: usize) -> Option<usize> {
    let own = |c: &&u32| {
        let word = view.word(**c as usize);
        word.deprel == "nmod:poss"
            || matches!(word.relation(), "amod" | "compound" | "nmod") && (**c as usize) < noun
    };
    let named = |c: &usize| !naming.actors(view, *c).is_empty();
    // "the plan put forward by Oslo"
    let made = || {
        let clauses = view.children_by(noun, "acl").filter(|&c| {
            c > noun && view.word(c).xpos == "VBN" && naming.lexicon.plover.is("authors", view.lemma(c))
        });
        clauses.flat_map(|c| view.children_by(c, "obl")).find(|&o| marker(view, o) == "by" && named(&o))
    };
    view.children(noun).iter().filter(own).map(|&c| c as usize).find(named).or_else(made)
}

/// Whose a thing is by the clause behind it: "a tanker belonging to *Lima*", "an outlet owned by *Lima*".
fn owner_behind(view: &View, naming: &Naming, noun: usize) -> Option<usize> {
    let clauses = view.children_by(noun, "acl").filter(|&c| c > noun);
    let owning = clauses.filter_map(|c| match (view.lemma(c), view.word(c).xpos) {
        ("belong", _) => Some((c, "to")),
        (lemma, "VBN") if naming.lexicon.plover.is("owns", lemma) => Some((c, "by")),
        _ => None,
    });
    owning
        .flat_map(|(c, preposition)| view.children_by(c, "obl").map(move |o| (o, preposition)))
        .find(|&(o, preposition)| marker(view, o) == preposition && !naming.actors(view, o).is_empty())
        .map(|(o, _)| o)
}

/// A word of time is nobody: "on Tuesday", "last month".
pub fn timely(view: &View, head: usize) -> bool {
    view.word(head).deprel.ends_with(":tmod")
        || view.heads.timexes.iter().any(|t| t.words.contains(head))
        || {
            const TIMES: &[&str] = &[
                "day", "week", "month", "year", "hour", "minute", "night", "morning", "evening", "weekend",
                "decade", "time", "moment", "late",
            ];
            TIMES.contains(&view.lemma(head)) || CALENDAR_NAMES.contains(&view.lemma(head))
        }
}

/// Dependents of the noun `noun` in `places` that name somebody, best place first.
pub fn dependents(view: &View, naming: &Naming, noun: usize, places: &[&str]) -> Vec<usize> {
    for &place in places {
        let head = match place {
            "poss" => {
                view.children(noun).iter().map(|&c| c as usize).find(|&c| view.word(c).deprel == "nmod:poss")
            }
            "mod" => whose(view, naming, noun),
            "between" => behind(view, &[noun], "between"),
            preposition => behind(view, &[noun], preposition),
        };
        if let Some(head) = head.filter(|&h| !timely(view, h) && naming.acts(view, h)) {
            return conjuncts(view, head);
        }
    }
    Vec::new()
}

/// A noun that reports an act: "a strike on the port", "face sanctions", "the army's shelling of the town".
///
/// A verb that is `used` reports an act of its own and does not lend itself to the noun ("gave up the threat").
fn noun_frame(
    view: &View,
    lexicon: &Lexicon,
    naming: &Naming,
    noun: usize,
    entry: &NounEntry,
    used: &[bool],
) -> Option<Frame> {
    // "shooting exercises": what a noun says of the noun behind it is no act of its own.
    if view.word(noun).relation() == "compound" && lexicon.plover.is("exercise", view.lemma(view.head(noun)?))
    {
        return None;
    }
    let mut sources = dependents(view, naming, noun, &entry.source);
    let mut targets = dependents(view, naming, noun, &entry.target);
    if targets.is_empty() && entry.act.0 == Plover::Request {
        // "the demand that *Oslo* withdraw": who is to act.
        let clauses =
            ["acl", "ccomp"].into_iter().flat_map(|r| view.children_by(noun, r)).filter(|&c| c > noun);
        let asked = clauses.filter(|&c| marker(view, c) == "that").find_map(|c| view.child(c, "nsubj"));
        targets = asked.map(|a| conjuncts(view, a)).unwrap_or_default();
    }
    let mut words = noun_phrase(view, noun);
    words.start = words.start.max(noun as u32 - leading(view, noun));
    let mut support = None;
    let mut rule = "rule:noun";
    if let Some((verb, direct)) = supporting(view, noun).filter(|s| !used[s.0]) {
        let lemma = view.lemma(verb);
        let passive = is_passive(view, verb);
        if direct && (lexicon.plover.is("light", lemma) || entry.support.contains(&lemma)) {
            let r = roles(view, lexicon, verb);
            if let Some(agent) = r.agent.filter(|&a| a != noun) {
                sources = conjuncts(view, agent);
            }
            if targets.is_empty() {
                let recipient = r.recipient.filter(|_| entry.target.contains(&"to"));
                let heads = recipient.or_else(|| entry.target.iter().find_map(|p| behind(view, &[verb], p)));
                targets = heads.filter(|&h| !timely(view, h)).map(|h| conjuncts(view, h)).unwrap_or_default();
            }
            support = Some(verb);
            rule = "rule:light-verb";
            if verb < noun {
                words = WordRange::new(group_start(view, verb), noun + 1);
            }
        } else if entry.undergo.contains(&lemma) && !passive {
            if targets.is_empty() {
                let bearer = subject(view, lexicon, verb, 4).filter(|&s| s != noun);
                let bearer = bearer.or_else(|| view.child(verb, "obj").filter(|&o| o != noun));
                targets = bearer.map(|b| conjuncts(view, b)).unwrap_or_default();
            }
            support = Some(verb);
            rule = "rule:undergo";
        }
    }
    if let Some((verb, true)) = supporting(view, noun).filter(|s| sources.is_empty() && used[s.0])
        && lexicon.plover.is("threatened", view.lemma(verb))
    {
        // "threatened the closing of the canal": who threatens it would do it.
        sources = roles(view, lexicon, verb).agent.map(|a| conjuncts(view, a)).unwrap_or_default();
    }
    let between = entry.source.contains(&"between") || behind(view, &[noun], "between").is_some();
    let mutual = targets.is_empty() && between;
    if mutual && sources.len() > 1 {
        targets = sources.split_off(1);
    }
    Some(Frame {
        head: noun,
        verb: support,
        words,
        act: Some(entry.act),
        refused: None,
        sources,
        targets,
        object: None,
        mutual,
        rule,
    })
}

/// Number of modifiers that stand directly before the noun and belong to the trigger ("economic sanctions").
fn leading(view: &View, noun: usize) -> u32 {
    let run = (0..noun).rev().take_while(|&w| {
        view.word(w).head == Some(noun as u32) && matches!(view.word(w).relation(), "amod" | "compound")
    });
    run.count() as u32
}

/// The verb or adjective that the noun completes, and whether as its object (or the subject of its passive).
fn supporting(view: &View, noun: usize) -> Option<(usize, bool)> {
    let mut at = noun;
    while view.word(at).relation() == "conj" {
        at = view.head(at)?;
    }
    let above = view.head(at)?;
    match view.word(at).relation() {
        "obj" => Some((above, true)),
        "nsubj" => Some((above, view.word(at).deprel == "nsubj:pass")),
        "obl" | "nmod" if matches!(marker(view, at), "to" | "for") => Some((above, false)),
        _ if view.word(above).deprel == "acl" => None,
        _ => None,
    }
}
