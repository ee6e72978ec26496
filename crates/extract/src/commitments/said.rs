//! Words that bind: "demanded that ...", "threatened to ...", "an offer of ...", each with who binds whom to what act.

use super::conditions::negated;
use super::scene::{Scene, Voice};
use crate::ActorId;
use crate::attribution::clause::{indicative, is_punctuation, marked, noun_phrase, runs, subject, trim};
use demarche_base::WordRange;
use demarche_lexicon::commissives::{Commissive, Complement, Deed};

/// A word that binds, in its place.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// What the word does.
    pub deed: Deed,
    /// The word.
    pub cue: usize,
    /// Who binds or demands.
    pub by: Vec<ActorId>,
    /// Whom the word names as bound or addressed.
    pub told: Vec<ActorId>,
    /// Head word of the act.
    pub act: usize,
    /// Words of the act.
    pub words: Vec<WordRange>,
    /// Whether the act is a noun phrase.
    pub nominal: bool,
    /// Whether the act should not be done: "warned against".
    pub against: bool,
    /// Whether the act is a clause with its own subject.
    pub finite: bool,
    /// Who speaks where the word stands, or by the word itself.
    pub voice: Voice,
}

/// Everything that words of the lexicon bind, in order of the words.
pub(super) fn said(scene: &Scene) -> Vec<Said> {
    (0..scene.view.len()).flat_map(|i| at(scene, i)).collect()
}

fn at(scene: &Scene, i: usize) -> Vec<Said> {
    let view = scene.view;
    let lexicon = &scene.lexicon.commissives;
    let form = view.form(i).to_lowercase();
    // "is committed to withdrawing": nobody commits it.
    let bound = view.word(i).xpos == "VBN"
        && scene.has("reflexive", i)
        && (view.child(i, "aux").is_some() || view.child(i, "cop").is_some())
        && scene.agent(i).is_none();
    let entries = match view.word(i).upos {
        "VERB" if bound && !lexicon.adjective(&form).is_empty() => lexicon.adjective(&form),
        // "was prepared for talks".
        "VERB"
            if view.word(i).xpos == "VBN"
                && (view.child(i, "aux").is_some() || view.child(i, "cop").is_some())
                && lexicon.verb(&form).is_empty() =>
        {
            lexicon.adjective(&form)
        }
        "VERB" => lexicon.verb(&form),
        "NOUN" => lexicon.noun(&form),
        "ADJ" => lexicon.adjective(&form),
        _ => &[],
    };
    // "would ask": not asked yet.
    let later = view.word(i).upos == "VERB"
        && !scene.has("want", i)
        && view.children_by(i, "aux").any(|x| scene.has("modal_ahead", x));
    // "denied that it had threatened to ...".
    let denied = scene.statement(i).is_some_and(|s| scene.attributions[s].stance == Some("denies"));
    if entries.is_empty() || later || denied || negated(view, i) || scene.supposed(i) {
        return Vec::new();
    }
    entries.iter().filter_map(|e| one(scene, i, e)).collect()
}

fn one(scene: &Scene, cue: usize, entry: &Commissive) -> Option<Said> {
    let view = scene.view;
    // "called a meeting for Friday" asks for no Friday.
    let meeting = |o| scene.lexicon.meeting.is("noun", view.lemma(o));
    if view.lemma(cue) == "call" && view.child(cue, "obj").is_some_and(meeting) {
        return None;
    }
    // "called its ambassador home for consultations" asks for none.
    let envoy = |o| scene.lexicon.plover.is("envoy", view.lemma(o));
    if view.lemma(cue) == "call" && view.child(cue, "obj").is_some_and(envoy) {
        return None;
    }
    let around = scene.voice(cue);
    let by = match view.word(cue).upos {
        // "the deadline for the withdrawal stands": his who says so, unless the words say whose.
        "NOUN" if scene.has("deadline", cue) => {
            let owner = scene.owner(cue, &around);
            if owner.is_empty() { around.speakers.clone() } else { owner }
        }
        "NOUN" => scene.owner(cue, &around),
        "ADJ" => ready_side(scene, cue, &around),
        _ if view.word(cue).xpos == "VBN"
            && (entry.deed == Deed::Ready
                || scene.has("reflexive", cue) && scene.passive(cue) && scene.agent(cue).is_none()) =>
        {
            let s = view.child(cue, "nsubj");
            let found = s.map_or(Vec::new(), |s| scene.actors(s, &around));
            let unknown = s.is_some_and(|s| view.word(s).upos == "PRON");
            if found.is_empty() && unknown { around.speakers.clone() } else { found }
        }
        _ if scene.passive(cue) => scene.agent(cue).map_or(Vec::new(), |o| scene.actors(o, &around)),
        _ => doer_of(scene, cue, &around),
    };
    // "tabled a council draft demanding ...": who tabled it, whatever the draft is called.
    let tabled = view.word(cue).relation() == "acl"
        && view
            .head(cue)
            .is_some_and(|n| scene.has("document", n) && !adopters(scene, n, &around).is_empty());
    let by = match scene.cued(cue).map(|s| scene.principals(&scene.attributions[s])) {
        Some(known)
            if by.is_empty() || view.word(cue).relation() == "acl" && !known.is_empty() && !tabled =>
        {
            known
        }
        _ => by,
    };
    // Unknown people may demand: "thousands demanded the resignation of the government".
    let people = entry.deed == Deed::Demand
        && (scene.has("claims", cue) || scene.has("pleads", cue))
        && view.word(cue).upos == "VERB"
        && subject(view, cue).is_some_and(|s| {
            let who = view.form(s).eq_ignore_ascii_case("who") && view.word(cue).deprel == "acl:relcl";
            (who || matches!(view.word(s).upos, "NOUN" | "PROPN"))
                && !scene.passive(cue)
                && !scene.has("document", s)
        });
    if by.is_empty() && !people {
        return None;
    }
    let statement = scene.cued(cue);
    let voice = Voice { statement: statement.or(around.statement), speakers: by.clone() };
    let found = entry.complements.iter().find_map(|c| complement(scene, cue, *c).map(|x| (*c, x)));
    let found = found.or_else(|| predicate(scene, cue)).filter(|&(_, act)| !tells(scene, cue, act));
    // What is asked for is not who is asked: "demanding the release of the sailors".
    let asked = found.map(|f| f.1).filter(|&a| view.word(a).upos == "NOUN" && names_act(scene, a));
    let told = told(scene, cue, asked, &voice);
    let said = |act: usize, words: Vec<WordRange>, nominal: bool| Said {
        deed: entry.deed,
        cue,
        by: by.clone(),
        told: scene.foreign(told.clone(), &by),
        act,
        words,
        nominal,
        against: false,
        finite: false,
        voice: voice.clone(),
    };
    let (kind, act) = found?;
    Some(match kind {
        Complement::Infinitive | Complement::Told | Complement::ToldByUs | Complement::Right => {
            let words = scene.act_words(act, &[]);
            said(act, object_before(scene, cue, act).into_iter().chain(words).collect(), false)
        }
        Complement::Clause | Complement::That => {
            let words = if entry.deed == Deed::Demand && !scene.passive(act) {
                scene.act_words(act, &[])
            } else {
                scene.clause_words(act, &[])
            };
            let told = scene.agents(act, &voice);
            let mut out = said(act, words, false);
            // "The secretary promised that *Lima* would help": an official whose side nobody names promises for his own.
            let asked = entry.deed == Deed::Demand;
            if !asked && scene.official_side(&Voice { statement, speakers: by.clone() }, &told) {
                out.by = told.clone();
                out.voice.speakers = told;
                return Some(Said { finite: true, told: Vec::new(), ..out });
            }
            if out.told.is_empty() || entry.deed == Deed::Demand && !told.is_empty() {
                out.told = scene.foreign(told, &out.by);
            }
            Said { finite: true, ..out }
        }
        Complement::Object | Complement::From | Complement::Act | Complement::Gift => {
            if view.word(cue).relation() == "acl" && act < cue {
                said(act, vec![bare_phrase(scene, act, cue)], true)
            } else {
                let mut words = object_words(scene, act);
                if let (Some(role), Some(last)) = (in_role(scene, cue), words.last_mut()) {
                    last.end = last.end.max(view.subtree(role).end);
                }
                said(act, words, true)
            }
        }
        Complement::Behind(_) | Complement::Against(_) | Complement::Conduct => {
            let nominal = view.word(act).upos != "VERB";
            let words = if nominal { object_words(scene, act) } else { scene.act_words(act, &[]) };
            Said { against: matches!(kind, Complement::Against(_)), ..said(act, words, nominal) }
        }
    })
}

/// Whether what looks like a demand only tells: "insisted its ships *had acted* lawfully", "summoned the envoy to *protest*".
fn tells(scene: &Scene, cue: usize, act: usize) -> bool {
    let states = scene.has("insists", cue)
        && scene.view.word(act).relation() == "ccomp"
        && indicative(scene.view, act);
    states || scene.has("calls_in", cue) && scene.has("registers", act)
}

/// What the act is done to, where a relative clause names it before: "the *observers* whom it promised to send".
fn object_before(scene: &Scene, cue: usize, act: usize) -> Option<WordRange> {
    let view = scene.view;
    let relative = view.child(act, "obj").or_else(|| view.child(cue, "obj")).filter(|&o| {
        view.word(cue).deprel == "acl:relcl"
            && o < cue
            && matches!(view.form(o).to_lowercase().as_str(), "whom" | "which" | "that")
    })?;
    let noun = view.head(cue).filter(|&n| n < relative)?;
    let words = noun_phrase(view, noun);
    Some(trim(view, WordRange::new(words.start as usize, (words.end as usize).min(relative))))
        .filter(|r| r.contains(noun))
}

/// Who is ready: the subject, also of the verb before it ("stand ready").
fn ready_side(scene: &Scene, cue: usize, around: &Voice) -> Vec<ActorId> {
    // "declared itself willing".
    let declared = scene.view.head(cue).filter(|&h| {
        scene.view.word(cue).relation() == "xcomp"
            && scene.view.child(h, "obj").is_some_and(|o| scene.has("self", o))
    });
    // "is free to leave" is said of others; "holds itself free to act" is not.
    if declared.is_none() && scene.view.lemma(cue) == "free" {
        return Vec::new();
    }
    let mut found = scene.agents(declared.unwrap_or(cue), around);
    // "we are disposed to wait", read as a passive: who is disposed is ready.
    if found.is_empty() && declared.is_none() && scene.view.word(cue).upos == "ADJ" && scene.passive(cue) {
        found = scene.view.child(cue, "nsubj").map_or(Vec::new(), |s| scene.actors(s, around));
    }
    if !found.is_empty() || cue == 0 || scene.view.word(cue - 1).upos != "VERB" {
        return found;
    }
    scene.agents(cue - 1, around)
}

/// The verb whose subject a finite verb shares, where the parse joined it to a subjunctive or infinitive:
/// "demanded that they leave and *called* for calm".
fn sharing(scene: &Scene, cue: usize) -> usize {
    let view = scene.view;
    let mut at = cue;
    for _ in 0..6 {
        let Some(h) = view.head(at) else { break };
        let finite = |v: usize| matches!(view.word(v).xpos, "VBD" | "VBZ" | "VBP") || scene.told(v);
        let joined = view.word(at).relation() == "conj" && finite(cue) && !finite(h);
        let inner =
            at != cue && matches!(view.word(at).relation(), "ccomp" | "xcomp" | "conj") && !finite(at);
        if !(joined || inner) {
            break;
        }
        at = h;
    }
    if at != cue && view.child(at, "nsubj").is_some() { at } else { cue }
}

/// The subject of a binding verb; an ultimatum or statement that "demands" lends its owner.
fn doer_of(scene: &Scene, cue: usize, around: &Voice) -> Vec<ActorId> {
    let view = scene.view;
    let cue = if view.child(cue, "nsubj").is_some() { cue } else { sharing(scene, cue) };
    // "Brazil, which ..., offered": a parse may hang the verb from its subject.
    let noun = || {
        view.head(cue).filter(|&h| {
            h < cue
                && view.word(cue).relation() == "parataxis"
                && matches!(view.word(h).upos, "PROPN" | "NOUN")
        })
    };
    let Some(s) = subject(view, cue).or_else(noun) else { return Vec::new() };
    // "tabled a council draft demanding ...": who tabled it, not whose council it is for.
    if scene.has("document", s) && view.word(cue).relation() == "acl" && view.word(s).upos == "NOUN" {
        let by = adopters(scene, s, around);
        if !by.is_empty() {
            return by;
        }
    }
    let found = scene.doers(cue, s, around);
    // "adopted a resolution which demands": who adopted it.
    if found.is_empty() && view.word(s).upos == "PRON" && view.word(cue).deprel == "acl:relcl" {
        return view.head(cue).map_or(Vec::new(), |noun| adopters(scene, noun, around));
    }
    if !found.is_empty() || scene.view.word(s).upos != "NOUN" {
        return found;
    }
    let found = scene.owner(s, around);
    if found.is_empty() && scene.has("document", s) { scene.body_before(s) } else { found }
}

/// Who adopted or issued a document.
fn adopters(scene: &Scene, document: usize, around: &Voice) -> Vec<ActorId> {
    let view = scene.view;
    let verb = view.head(document).filter(|&v| {
        let object = view.word(document).relation() == "obj" && scene.has("document", document);
        let adopts = matches!(view.lemma(v), "adopt" | "pass" | "approve" | "endorse" | "sign");
        object && (adopts || scene.has("lends", v))
    });
    verb.map_or(Vec::new(), |v| scene.agents(v, around))
}

/// Whom the word addresses: its object, indirect object, or a phrase with "on", "to", "from", ..., not what is `asked`.
pub(super) fn told(scene: &Scene, cue: usize, asked: Option<usize>, voice: &Voice) -> Vec<ActorId> {
    let view = scene.view;
    let prepositions: &[&str] = match view.word(cue).upos {
        "NOUN" => &["to", "on"],
        _ => &["on", "upon", "to", "with", "at", "from", "of"],
    };
    let behind =
        |c: &usize| matches!(view.word(*c).relation(), "obl" | "nmod") && introduced(scene, *c, prepositions);
    let passive =
        (view.word(cue).upos == "VERB" && scene.passive(cue)).then(|| view.child(cue, "nsubj")).flatten();
    let own = view
        .children(cue)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| Some(c) != asked)
        .filter(|&c| {
            matches!(view.word(c).relation(), "obj" | "iobj")
                || view.word(c).relation() == "nsubj" && c > cue && view.word(cue).upos == "VERB"
                || behind(&c)
        })
        .chain(passive);
    let mut out: Vec<ActorId> = own.flat_map(|c| scene.actors(c, voice)).collect();
    // "London rejected their offer": it was made to who answers it.
    if out.is_empty()
        && view.word(cue).upos == "NOUN"
        && view.word(cue).relation() == "obj"
        && let Some(verb) = view.head(cue).filter(|&v| scene.has("answers_offer", v))
    {
        out.extend(scene.agents(verb, &scene.voice(verb)));
    }
    if out.is_empty() && view.word(cue).upos == "NOUN" {
        // "gave Mali an ultimatum", "issued an ultimatum to Mali".
        if let Some(verb) = view.head(cue).filter(|_| view.word(cue).relation() == "obj") {
            let beside = view
                .children(verb)
                .iter()
                .map(|&c| c as usize)
                .filter(|&c| view.word(c).relation() == "iobj" || behind(&c));
            out.extend(beside.flat_map(|c| scene.actors(c, voice)));
        }
    }
    if out.is_empty() {
        let inner = view.children(cue).iter().find_map(|&c| scene.inner_subject(cue, c as usize));
        out.extend(inner.map(|s| scene.actors(s, voice)).unwrap_or_default());
    }
    if out.is_empty() && view.word(cue).relation() == "acl" {
        // "an ultimatum to the West demanding ...".
        let noun = view.head(cue);
        let near = noun.into_iter().chain(noun.and_then(|n| view.head(n)));
        for n in near.collect::<Vec<_>>() {
            let to = view.children(n).iter().map(|&c| c as usize).filter(|&c| {
                matches!(view.word(c).relation(), "nmod" | "obl" | "iobj")
                    && marked(view, c, "case", &["to"]).is_some()
            });
            out.extend(to.flat_map(|c| scene.actors(c, voice)));
        }
    }
    out.dedup();
    out
}

/// Whether one of these prepositions stands before the phrase of `head`, wherever the parse hung it.
fn introduced(scene: &Scene, head: usize, prepositions: &[&str]) -> bool {
    let view = scene.view;
    marked(view, head, "case", prepositions).is_some()
        || view.child(head, "case").is_none() && {
            let first = view.subtree(head).start as usize;
            let before = first.checked_sub(1).filter(|&k| k >= view.sentence(head).start as usize);
            before.is_some_and(|k| {
                matches!(view.word(k).relation(), "mark" | "case" | "compound")
                    && prepositions.contains(&view.form(k).to_lowercase().as_str())
            })
        }
}

/// The head word of what `cue` takes in this way.
fn complement(scene: &Scene, cue: usize, kind: Complement) -> Option<usize> {
    let view = scene.view;
    let children = || view.children(cue).iter().map(|&c| c as usize);
    let infinitive = |c: &usize| {
        *c > cue
            && matches!(view.word(*c).relation(), "xcomp" | "ccomp" | "advcl" | "acl" | "csubj")
            && scene.infinitive(*c)
            // "proposed sending observers"
            || *c > cue
                && view.word(*c).relation() == "xcomp"
                && view.word(*c).xpos == "VBG"
                && view.lemma(cue) == "propose"
    };
    // "threatens veto": a bare noun taken for a predicate.
    let bare = |c: usize| {
        view.word(c).relation() == "xcomp"
            && matches!(view.word(c).upos, "NOUN" | "PROPN")
            && view.children(c).iter().all(|&x| x as usize > c)
    };
    // "promised to Elbonia ten tons of wheat", with what is given hung from whom it is given to.
    let astray = || {
        let to = children().filter(|&c| c > cue && matches!(view.word(c).relation(), "iobj" | "obl"));
        to.flat_map(|c| view.children(c)).map(|&n| n as usize).find(|&n| {
            view.word(n).deprel == "nmod:unmarked"
                && view.word(n).upos == "NOUN"
                && view.child(n, "nummod").is_some()
                && view.head(n).is_some_and(|h| h < n && scene.public(&scene.actors(h, &Voice::default())))
        })
    };
    // "demands from Elbonia the opening of the gates", where the order of words misled the parse.
    let uncased = || {
        let nominal = view.word(cue).upos == "VERB";
        children().filter(|_| nominal).find(|&c| {
            c > cue
                && view.word(c).relation() == "nmod"
                && view.word(c).upos == "NOUN"
                && view.child(c, "case").is_none()
                && view.child(c, "det").is_some()
        })
    };
    // "required of Elbonia, in a note of Monday, *an apology*": the object behind an insertion.
    let shifted = || {
        let end = view.sentence(cue).end as usize;
        let of =
            cue + 1 < end && matches!(view.form(cue + 1), "of" | "from") && view.word(cue).upos == "VERB";
        (cue + 2..end).filter(|_| of).find(|&n| {
            view.word(n).upos == "NOUN"
                && names_act(scene, n)
                && view.child(n, "case").is_none()
                && view.child(n, "cc").is_none()
                && view.child(n, "det").is_some_and(|d| view.form(d - 1) == "," && d < n)
        })
    };
    // "counselled calm", with the noun taken for an adverb.
    let adverbial = || {
        children().find(|&c| c == cue + 1 && view.word(c).relation() == "advmod" && scene.has("act_noun", c))
    };
    let object = || {
        let own = children().find(|&c| c > cue && (view.word(c).relation() == "obj" || bare(c)));
        own.or_else(astray).or_else(uncased).or_else(shifted).or_else(adverbial)
    };
    let addressee = || {
        children().find(|&c| {
            matches!(view.word(c).relation(), "obj" | "iobj")
                || view.word(c).relation() == "nsubj" && c > cue
                || view.word(c).relation() == "obl"
                    && introduced(scene, c, &["on", "upon", "to", "with", "at", "from", "of"])
        })
    };
    match kind {
        Complement::Infinitive => {
            // "an ultimatum to them to leave", the infinitive hung from whom it is told.
            let below = || {
                let to = |c: &usize| {
                    view.word(*c).relation() == "nmod" && marked(view, *c, "case", &["to", "on"]).is_some()
                };
                children().filter(to).flat_map(|n| view.children_by(n, "acl")).find(infinitive)
            };
            let own =
                children().find(infinitive).or_else(|| (view.word(cue).upos == "NOUN").then(below).flatten());
            let x = own?;
            // "bound itself to withdraw", but "bound them to withdraw".
            let reflexive = object().is_some_and(|o| scene.has("self", o));
            let free = scene.inner_subject(cue, x).is_none()
                && (view.word(cue).upos != "VERB"
                    || object().is_none()
                    || reflexive
                    || scene.has("reflexive", cue))
                && (reflexive || view.word(cue).upos != "VERB" || !scene.has("binds_self", cue));
            free.then_some(x)
        }
        Complement::Told | Complement::ToldByUs => {
            let us = kind == Complement::Told || subject(view, cue).is_some_and(|s| scene.ours(s));
            if view.word(cue).upos == "NOUN" {
                let to = children().find(|&c| {
                    view.word(c).relation() == "nmod"
                        && marked(view, c, "case", &["on", "upon", "to"]).is_some()
                });
                return children()
                    .find(infinitive)
                    .filter(|&x| to.is_some() || view.child(x, "nsubj").is_some());
            }
            if scene.passive(cue) {
                return children().find(infinitive).filter(|_| us && scene.agent(cue).is_some());
            }
            let to = addressee();
            let own = children()
                .find(|c| infinitive(c) && (to.is_some() || scene.inner_subject(cue, *c).is_some()));
            // "called on the parties *to the dispute* to resume talks".
            let below = || {
                let holds = |o: usize| view.children_by(o, "acl").find(infinitive);
                to.and_then(|o| holds(o).or_else(|| view.children_by(o, "nmod").find_map(holds)))
            };
            // "told the rebels get out or be thrown out", as telegrams write.
            let bare = || {
                let plain = |c: &usize| bare_act(scene, cue, *c).is_some();
                children().find(plain).filter(|_| view.word(cue).xpos == "VBD")
            };
            own.or_else(below).or_else(bare).filter(|_| us)
        }
        Complement::Clause => children().find(|&c| {
            let clause = matches!(view.word(c).relation(), "ccomp" | "acl" | "advcl" | "parataxis" | "xcomp");
            let that = marked(view, c, "mark", &["that"]).is_some();
            let bare = view.word(c).relation() == "ccomp" && view.child(c, "nsubj").is_some();
            let asks = view.children(c).iter().any(|&m| {
                matches!(
                    view.form(m as usize).to_lowercase().as_str(),
                    "if" | "whether" | "how" | "why" | "what"
                )
            });
            let to = marked(view, c, "mark", &["to"]).is_some();
            let bare = bare || bare_act(scene, cue, c).is_some();
            let clause = clause || bare;
            let predicate = view.word(c).upos == "VERB" || view.child(c, "cop").is_some();
            clause && !to && (that || bare && predicate && !asks)
        }),
        Complement::That => children().find(|&c| {
            c > cue && view.word(c).relation() == "ccomp" && marked(view, c, "mark", &["that"]).is_some()
        }),
        Complement::Object => patient(scene, cue, object()),
        Complement::From => patient(scene, cue, object()).filter(|_| {
            view.children_by(cue, "obl").any(|o| marked(view, o, "case", &["from", "of"]).is_some())
        }),
        Complement::Act => {
            patient(scene, cue, object()).filter(|&o| names_act(scene, o) || adverbial() == Some(o))
        }
        Complement::Gift => patient(scene, cue, object())
            .filter(|&o| {
                let phrase = noun_phrase(view, o);
                phrase
                    .range()
                    .any(|i| scene.has("gift", i) || scene.has("good_noun", i) || scene.has("harm_noun", i))
                    || in_role(scene, cue).is_some()
            })
            // "offered itself as a mediator"
            .or_else(|| {
                let itself = object().or_else(|| view.child(cue, "iobj"));
                in_role(scene, cue).filter(|_| itself.is_some_and(|o| scene.has("self", o)))
            }),
        Complement::Right => {
            let unmarked =
                |o: &usize| marked(view, *o, "case", &[]).is_none() && view.child(*o, "case").is_none();
            let right = object()
                .or_else(|| view.children_by(cue, "obl").find(unmarked))
                .filter(|&o| view.lemma(o) == "right")?;
            view.children_by(right, "acl").find(infinitive)
        }
        Complement::Conduct => behind(scene, cue, "to").filter(|&n| scene.has("conduct", n)),
        Complement::Behind(word) => behind(scene, cue, word),
        Complement::Against(word) => {
            behind(scene, cue, word).filter(|&n| view.word(n).upos == "VERB" || names_act(scene, n))
        }
    }
}

/// Who should act where a verb in its plain form follows the binding verb without "to" or "that": "demanded *Elbonia*
/// leave", "urged *both sides* pull back".
fn bare_act(scene: &Scene, cue: usize, act: usize) -> Option<usize> {
    let view = scene.view;
    let plain = view.word(act).upos == "VERB"
        && view.word(act).xpos == "VB"
        && matches!(view.word(act).relation(), "xcomp" | "ccomp")
        && view.child(act, "mark").is_none()
        && view
            .child(act, "aux")
            .is_none_or(|x| scene.passive(act) && view.form(x).eq_ignore_ascii_case("be"));
    let between = |c: &usize| cue < *c && *c < act;
    let own = view.child(act, "nsubj").filter(between);
    let object = || {
        let children = view.children(cue).iter().map(|&c| c as usize);
        children.filter(between).find(|&c| matches!(view.word(c).relation(), "obj" | "iobj"))
    };
    let apart = (cue..act).any(|k| matches!(view.form(k), ":" | "\"" | "“" | "‘" | "--" | ";"));
    own.or_else(object).filter(|_| plain && !apart)
}

/// As what something is offered: "offered its capital as the *venue*", "proposed him as *mediator*".
pub(super) fn in_role(scene: &Scene, cue: usize) -> Option<usize> {
    let view = scene.view;
    let object = view.child(cue, "obj");
    view.children(cue)
        .iter()
        .chain(object.map_or(&[][..], |o| view.children(o)))
        .map(|&c| c as usize)
        .find(|&c| c > cue && scene.has("role", c) && marked(view, c, "case", &["as"]).is_some())
}

/// What a noun is said to be: "its demand is the extradition of the cleric", "their offer is to withdraw".
fn predicate(scene: &Scene, cue: usize) -> Option<(Complement, usize)> {
    let view = scene.view;
    let head =
        view.head(cue).filter(|_| view.word(cue).upos == "NOUN" && view.word(cue).relation() == "nsubj")?;
    let copular = view.child(head, "cop").is_some();
    if copular && view.word(head).upos == "NOUN" && names_act(scene, head) {
        return Some((Complement::Behind("of"), head));
    }
    let clause = view.child(head, "ccomp").or_else(|| view.child(head, "xcomp"));
    let verbal = if view.lemma(head) == "be" { clause } else { Some(head).filter(|_| copular) };
    verbal
        .filter(|&v| view.word(v).upos == "VERB" && scene.infinitive(v))
        .map(|v| (Complement::Infinitive, v))
}

/// The thing that a verb is about: its object; the noun that a participle or relative clause modifies; the subject of a
/// passive.
fn patient(scene: &Scene, cue: usize, object: Option<usize>) -> Option<usize> {
    let view = scene.view;
    let nominal = |o: &usize| matches!(view.word(*o).upos, "NOUN" | "PROPN" | "NUM" | "SYM" | "ADJ");
    // "promised them aid worth 8 million", with "worth" taken for a predicate.
    let worth =
        || view.child(cue, "ccomp").filter(|&c| view.form(c) == "worth").and_then(|c| view.child(c, "nsubj"));
    if let Some(o) = object.or_else(worth) {
        return Some(o).filter(nominal);
    }
    // The participle belongs to the noun before it, wherever the parse hung it.
    let near = (cue > 0).then(|| (0..cue).rev().find(|&k| !is_punctuation(view, k))).flatten();
    let noun = near
        .filter(|&k| view.word(k).upos == "NOUN" && view.word(cue).deprel != "acl:relcl")
        .or(view.head(cue))
        .filter(|_| view.word(cue).relation() == "acl");
    let relative = view.word(cue).deprel == "acl:relcl"
        && (view.child(cue, "nsubj").is_some()
            && view.child(cue, "xcomp").is_none()
            && view.child(cue, "ccomp").is_none());
    if view.word(cue).deprel == "acl:relcl" && !relative {
        return None;
    }
    if view.word(cue).relation() == "acl" && (relative || view.word(cue).xpos == "VBN") {
        return noun.filter(nominal);
    }
    (scene.passive(cue) && view.child(cue, "xcomp").is_none())
        .then(|| view.child(cue, "nsubj"))
        .flatten()
        .filter(nominal)
        .filter(|&s| scene.actors(s, &Voice::default()).is_empty())
}

/// What follows a preposition of `cue`, itself or of its object.
fn behind(scene: &Scene, cue: usize, word: &str) -> Option<usize> {
    let view = scene.view;
    let fits = |c: usize| {
        c > cue
            && match view.word(c).relation() {
                "obl" | "nmod" => marked(view, c, "case", &[word]).is_some(),
                // "insisted on the removal", with "removal" taken for a predicate.
                "xcomp" if view.word(c).upos == "NOUN" => marked(view, c, "case", &[word]).is_some(),
                "advcl" | "acl" | "xcomp" | "ccomp" => {
                    marked(view, c, "mark", &[word]).or_else(|| marked(view, c, "case", &[word])).is_some()
                        && matches!(view.word(c).xpos, "VBG" | "VBN")
                        || word == "to" && marked(view, c, "mark", &["to"]).is_some()
                }
                _ => false,
            }
    };
    let own = view.children(cue).iter().map(|&c| c as usize).find(|&c| fits(c));
    let below = || {
        let near = view.children(cue).iter().map(|&c| c as usize).filter(|&c| {
            c > cue && matches!(view.word(c).relation(), "obj" | "iobj" | "obl" | "advmod" | "compound")
        });
        near.flat_map(|o| view.children(o).iter().map(|&c| c as usize)).find(|&c| fits(c))
    };
    own.or_else(below).filter(|&n| {
        view.word(n).upos == "VERB" || matches!(view.word(n).upos, "NOUN" | "PROPN") && !people(scene, n)
    })
}

/// Whether the noun is an actor, whom one addresses, not what one asks for.
fn people(scene: &Scene, noun: usize) -> bool {
    !scene.naming.index.of_word(noun as u32).is_empty()
}

/// Whether a noun names an act: "withdrawal", "release", "an end to".
pub(super) fn names_act(scene: &Scene, noun: usize) -> bool {
    let word = scene.view.form(noun).to_lowercase();
    let ending = ["ing", "ment", "al", "ion", "sion", "ance", "ence"].iter().any(|e| word.ends_with(e));
    scene.view.word(noun).upos == "NOUN" && (ending || scene.has("act_noun", noun)) && !people(scene, noun)
}

/// The words of an object noun phrase, with the phrases that hang from it but not its preposition.
pub(super) fn object_words(scene: &Scene, noun: usize) -> Vec<WordRange> {
    let view = scene.view;
    let mut out = scene.clause_words(noun, &outer(scene, noun));
    let start = view
        .children(noun)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| c < noun && matches!(view.word(c).relation(), "case" | "cc" | "mark"))
        .map(|c| view.subtree(c).end)
        .max()
        .unwrap_or(0);
    for r in &mut out {
        *r = trim(view, WordRange::new(r.start.max(start.min(r.end)) as usize, r.end as usize));
    }
    // "the withdrawal of the police, *failing which* it would act": no part of what is demanded.
    out.retain(|r| !scene.empty(*r) && !scene.opens_otherwise(*r));
    out
}

/// Clauses that hang from a noun and say something else: relative clauses set off, purposes, conditions.
fn outer(scene: &Scene, noun: usize) -> Vec<usize> {
    let view = scene.view;
    view.children(noun)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| {
            let relation = view.word(c).relation();
            let first = view.subtree(c).start as usize;
            c > noun
                && (matches!(relation, "advcl" | "parataxis")
                    || first > 0 && view.form(first - 1) == "," && matches!(relation, "acl" | "appos"))
        })
        .collect()
}

/// A noun phrase without the participle that says who demands it.
fn bare_phrase(scene: &Scene, noun: usize, cue: usize) -> WordRange {
    let all = runs(scene.view, noun, &[cue]);
    let case = scene
        .view
        .children(noun)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| c < noun && matches!(scene.view.word(c).relation(), "case" | "cc"));
    let start = case.map(|c| c + 1).max().unwrap_or(0) as u32;
    let whole = all.into_iter().find(|r| r.contains(noun)).unwrap_or(WordRange::new(noun, noun + 1));
    let words = trim(
        scene.view,
        WordRange::new(whole.start.max(start) as usize, (whole.end as usize).min(cue.max(noun + 1))),
    );
    // The article stays outside of a quotation that the noun closes.
    let opens = words.range().find(|&i| matches!(scene.view.form(i), "“" | "\""));
    match opens {
        Some(q)
            if q < noun && words.range().take_while(|&i| i < q).all(|i| scene.view.word(i).upos == "DET") =>
        {
            WordRange::new(q, words.end as usize)
        }
        _ => words,
    }
}

/// The acts of a content: coordinated infinitives, clauses and weighty noun phrases are one each.
pub(super) fn parts(scene: &Scene, act: usize, words: &[WordRange]) -> Vec<(usize, Vec<WordRange>)> {
    let view = scene.view;
    let inside = |i: usize| words.iter().any(|r| r.contains(i));
    let nominal = matches!(view.word(act).upos, "NOUN" | "PROPN");
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    let alternative = |c: usize| marked(view, c, "cc", &["or", "but"]).is_some();
    let conjuncts: Vec<usize> = if nominal {
        (first.start as usize..last.end as usize)
            .filter(|&c| {
                c > act
                    && inside(c)
                    && view.word(c).relation() == "conj"
                    && view.word(c).upos == "NOUN"
                    && crate::attribution::clause::hangs_from(view, c, act)
                    && weighty(scene, c)
                    && weighty(scene, act)
                    && !alternative(c)
            })
            .collect()
    } else {
        view.children_by(act, "conj")
            .filter(|&c| {
                inside(c)
                    && view.word(c).upos == "VERB"
                    && !matches!(view.word(c).xpos, "VBG")
                    && !scene.told(c)
                    && view.child(c, "nsubj").is_none()
                    && !alternative(c)
            })
            .collect()
    };
    if conjuncts.is_empty() {
        return vec![(act, words.to_vec())];
    }
    let mut out = Vec::new();
    for (k, &head) in [act].iter().chain(&conjuncts).enumerate() {
        let lead = |c: usize| {
            view.children(c)
                .iter()
                .map(|&m| m as usize)
                .filter(|&m| {
                    m < c
                        && (matches!(view.word(m).relation(), "cc" | "punct")
                            || matches!(view.word(m).relation(), "mark" | "case"))
                })
                .map(|m| m + 1)
                .max()
        };
        let start = if k == 0 {
            first.start as usize
        } else {
            (view.subtree(head).start as usize).max(lead(head).unwrap_or(0))
        };
        let end = conjuncts.get(k).map_or(last.end as usize, |&n| view.subtree(n).start as usize);
        let mut r = trim(view, WordRange::new(start, end.max(start)));
        while !r.is_empty() && view.word(r.end as usize - 1).upos == "CCONJ" {
            r = trim(view, WordRange::new(r.start as usize, r.end as usize - 1));
        }
        if !r.is_empty() && r.range().any(|i| !is_punctuation(view, i)) {
            out.push((head, vec![r]));
        }
    }
    out
}

/// Whether a noun is an act that can be demanded by itself: "a halt to ...", "the dismantling of ...", "an apology".
fn weighty(scene: &Scene, noun: usize) -> bool {
    let view = scene.view;
    let complement = |c: usize| matches!(view.word(c).relation(), "nmod" | "acl") && c > noun;
    let determined = view.child(noun, "det").is_some();
    names_act(scene, noun) && (determined || view.children(noun).iter().any(|&c| complement(c as usize)))
}
