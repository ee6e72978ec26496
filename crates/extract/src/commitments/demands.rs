//! What one actor wants of another.

use super::conditions::negated;
use super::outcomes::ahead;
use super::said::{self, Said, names_act, object_words, parts};
use super::scene::{Scene, Voice};
use super::{commitment, lists, overlap, pledges, with_spans};
use crate::attribution::clause::{is_punctuation, marked, subject, trim};
use crate::{ActorId, Commitment};
use demarche_base::WordRange;
use demarche_lexicon::commissives::Deed;
use demarche_record::CommitmentKind;

/// An act that somebody demands of somebody.
pub(super) struct Demand {
    /// Who demands.
    pub by: Vec<ActorId>,
    /// Who should act.
    pub of: Vec<ActorId>,
    /// Head word of the act.
    pub act: usize,
    /// Words of the act.
    pub words: Vec<WordRange>,
    /// Whether it should not be done.
    pub against: bool,
    /// Who speaks.
    pub voice: Voice,
    /// The rule.
    pub rule: &'static str,
}

/// Adds demands to `found`, and the threats that follow them: "leave or face attack".
pub(super) fn demands(scene: &Scene, said: &[Said], found: &mut Vec<Commitment>) {
    let mut new: Vec<Demand> =
        said.iter().filter(|s| s.deed == Deed::Demand).filter_map(|s| asked(scene, s)).collect();
    new.extend(lists::listed(scene));
    for i in 0..scene.view.len() {
        new.extend(deadline(scene, i).or_else(|| given_until(scene, i)));
        new.extend(necessary(scene, i));
        new.extend(imperative(scene, i));
        found.extend(dare(scene, i));
    }
    let gapped: Vec<Demand> = new.iter().filter_map(|d| gapped(scene, d)).collect();
    new.extend(gapped);
    for mut d in new {
        if let Some((choice, voluntary)) = dilemma(scene, &d) {
            found.push(choice);
            if voluntary {
                continue;
            }
            if let Some((or, _)) = alternative(scene, d.act) {
                let before = |r: &WordRange| WordRange::new(r.start as usize, (r.end as usize).min(or));
                d.words = d.words.iter().filter(|r| (r.start as usize) < or).map(before).collect();
            }
        }
        if let Some(threat) = or_else(scene, &d)
            && !found.iter().any(|f| same_consequence(f, &threat))
        {
            found.push(threat);
        }
        for (head, words) in parts(scene, d.act, &d.words) {
            let c = demand(scene, &d, head, &words);
            let Some(what) = &c.what else { continue };
            let held = found.iter().any(|f| {
                f.kind == CommitmentKind::Demand && f.what.as_ref().is_some_and(|w| overlap(w, what))
            });
            let told_before =
                found.iter().any(|f| f.kind == CommitmentKind::Demand && same_words(scene, f, &c));
            if !held && !told_before && !what.spans.is_empty() {
                found.push(c);
            }
        }
    }
}

/// "urged Elbonia to pull back *and Ruritania to open the road*": the verb is said once, each is asked its own act.
fn gapped(scene: &Scene, d: &Demand) -> Option<Demand> {
    let view = scene.view;
    // "proposed that Oslo free the crew *and that Lima pay for it*"
    let joined = |c: &usize| {
        marked(view, *c, "cc", &["and"]).is_some() && marked(view, *c, "mark", &["to", "that"]).is_some()
    };
    // "demanded that all groups disarm and that Oslo pull back": who is asked first may be nobody known.
    let clause = |c: &usize| !d.of.is_empty() || marked(view, *c, "mark", &["that"]).is_some();
    let act = view.children_by(d.act, "conj").filter(clause).find(joined)?;
    let of = scene.foreign(scene.actors(view.child(act, "nsubj")?, &d.voice), &d.by);
    let words = without_alternative(scene, act);
    let (by, voice) = (d.by.clone(), d.voice.clone());
    (!of.is_empty()).then_some(Demand { by, of, act, words, against: false, voice, rule: d.rule })
}

fn view_noun(scene: &Scene, i: usize) -> bool {
    matches!(scene.view.word(i).upos, "NOUN" | "PROPN")
}

fn same_consequence(a: &Commitment, b: &Commitment) -> bool {
    matches!((&a.consequence, &b.consequence), (Some(x), Some(y)) if overlap(x, y))
}

fn demand(scene: &Scene, d: &Demand, head: usize, words: &[WordRange]) -> Commitment {
    let mut c = commitment(CommitmentKind::Demand, d.voice.statement, d.rule);
    let mut what = scene.clause(head, words, d.against || negated(scene.view, head), &d.voice);
    let mut of = d.of.clone();
    if of.is_empty() {
        // "the release of the sailors of X": whom it would serve is not who should act.
        let served = scene.has("serving", head) && view_noun(scene, head);
        let named = if served { Vec::new() } else { scene.foreign(scene.named_in(words), &d.by) };
        // "the return of the crew by X": who should act; else a state or body before the people of one.
        let agent = words.iter().flat_map(|r| r.range()).find_map(|i| {
            (marked(scene.view, i, "case", &["by"]).is_some() && i > head
                || (served || scene.has("party", i))
                    && marked(scene.view, i, "case", &["from"]).is_some()
                    && i > head)
                .then(|| scene.foreign(scene.actors(i, &d.voice), &d.by))
                .filter(|v| !v.is_empty())
        });
        let public = || named.iter().find(|&&a| scene.public(&[a])).or(named.first());
        of = agent.unwrap_or_else(|| public().copied().into_iter().collect());
    }
    what.actor.clone_from(&of);
    c.towards = of;
    c.by.clone_from(&d.by);
    c.what = Some(what);
    with_spans(c)
}

/// "demanded that ...", "called on X to ...", "the guarantees demanded by X", "X's demand for ...".
fn asked(scene: &Scene, s: &Said) -> Option<Demand> {
    let view = scene.view;
    let mut of = s.told.clone();
    if of.is_empty()
        && let Some(subject) = view.child(s.act, "nsubj").or_else(|| scene.inner_subject(s.cue, s.act))
    {
        of = scene.foreign(scene.actors(subject, &s.voice), &s.by);
    }
    // "wrote to X *demanding* ...", "issued an ultimatum to X, demanding ...": whom the verb above addresses.
    if of.is_empty() && view.word(s.cue).relation() == "advcl" && view.word(s.cue).xpos == "VBG" {
        of = scene
            .foreign(view.head(s.cue).map_or(Vec::new(), |v| said::told(scene, v, None, &s.voice)), &s.by);
        if of.is_empty() {
            let above = |v: usize| view.children_by(v, "obj").collect::<Vec<_>>();
            let noun = view.head(s.cue).into_iter().flat_map(above).find(|&o| scene.has("list_noun", o));
            of = scene.foreign(noun.map_or(Vec::new(), |n| said::told(scene, n, None, &s.voice)), &s.by);
        }
    }
    // Whom one only tells, asks or wants is to be an actor; "urged restraint" may address all.
    let subject_of_act = scene.inner_subject(s.cue, s.act).is_some();
    let told = !s.nominal
        && !s.finite
        && view.word(s.cue).upos == "VERB"
        && scene.has("tells", s.cue)
        && !subject_of_act;
    // "sought help", "wants peace": a wish, unless of somebody named.
    let wish = s.nominal
        && (scene.has("want", s.cue) || view.lemma(s.cue) == "seek")
        && scene.foreign(scene.named_in(&s.words), &s.by).is_empty();
    let parties = view.children(s.cue).iter().any(|&o| {
        let o = o as usize;
        matches!(view.word(o).relation(), "obj" | "iobj") && scene.has("party", o)
    });
    let told = told && !parties && alternative(scene, s.act).is_none();
    // "the deadline for the talks" asks nobody.
    let term = scene.has("deadline", s.cue) && s.nominal && !names_act(scene, s.act);
    // "demanded that it pay the victims", but "urged them to wait".
    let ponders = scene.has("ponder", s.act) && !s.nominal && !(s.finite && scene.has("claims", s.cue));
    // "Ministers appealed to them to ...": unknown people, to somebody named.
    let unknown = s.by.is_empty() && !scene.has("claims", s.cue) && of.is_empty();
    // "invited them to attend" asks for company.
    let invites =
        view.lemma(s.cue) == "invite" && (scene.has("errand", s.act) || scene.has("company", s.act));
    // "has orders to fire on any ship" is no demand but a threat.
    let orders = scene.has("orders", s.cue) || scene.has("orders_noun", s.cue);
    let drilled = orders && pledges::fires_at_any(scene, s.act, &s.words);
    // "told Radio Uno Elbonia ready to talk": whom one tells what is so.
    let press = view.lemma(s.cue) == "tell" && !of.is_empty() && of.iter().all(|&a| scene.press(a));
    if wish || unknown || invites || drilled || term || told && of.is_empty() || ponders || press {
        return None;
    }
    Some(Demand {
        by: s.by.clone(),
        of,
        act: s.act,
        words: s.words.clone(),
        against: s.against,
        voice: s.voice.clone(),
        rule: "rule:demand",
    })
}

/// "gave them one week to restore order", "until Friday to leave", "a deadline of May 1 to hand him over".
fn deadline(scene: &Scene, verb: usize) -> Option<Demand> {
    let view = scene.view;
    if view.word(verb).upos != "VERB"
        || !scene.has("grant_time", verb)
        || negated(view, verb)
        || scene.supposed(verb)
    {
        return None;
    }
    let end = view.sentence(verb).end as usize;
    let timed = |from: usize, to: usize| {
        (from..to)
            .any(|k| scene.has("time_unit", k) || scene.has("deadline", k) || scene.has("deadline_case", k))
    };
    let to = (verb + 2..end.min(verb + 30)).find(|&k| {
        // "gave the envoys 72 hours so that they leave", as translations have it.
        let so_that = view.form(k).eq_ignore_ascii_case("so")
            && k + 1 < end
            && view.form(k + 1).eq_ignore_ascii_case("that")
            && timed(verb + 1, k);
        so_that
            || view.form(k).eq_ignore_ascii_case("to")
                && view.word(k).relation() == "mark"
                && timed(k.saturating_sub(6).max(verb + 1), k)
    });
    // "gave them ten days for the withdrawal of the guards": an act told by a noun.
    let nominal = || {
        let act = view.subtree(verb).range().find(|&n| {
            let case = marked(view, n, "case", &["for"]).filter(|&f| f > verb && f < n);
            view.word(n).upos == "NOUN" && names_act(scene, n) && case.is_some_and(|f| timed(verb + 1, f))
        })?;
        Some((marked(view, act, "case", &["for"])?, act))
    };
    let verbal = |to: usize| Some((to, view.head(to).filter(|&h| h > to && view.word(h).upos == "VERB")?));
    let (to, act) = to.and_then(verbal).or_else(nominal)?;
    let around = scene.voice(verb);
    let by = scene.agents(verb, &around);
    // "gave Elbonia, Ruritania 12 hours": those before the time.
    let time = (verb + 1..to).find(|&k| {
        scene.has("time_unit", k)
            || scene.has("deadline", k)
            || scene.has("deadline_case", k)
            || view.word(k).upos == "NUM"
    });
    let named = |end: usize| scene.foreign(scene.named_in(&[WordRange::new(verb + 1, end)]), &by);
    let mut of = named(time.unwrap_or(to).max(verb + 1));
    if of.is_empty() {
        of = named(to).into_iter().take(1).collect();
    }
    (!by.is_empty()).then(|| Demand {
        by: by.clone(),
        of,
        act,
        words: match view.word(act).upos {
            "VERB" => without_alternative(scene, act),
            _ => object_words(scene, act),
        },
        against: false,
        voice: Voice { statement: around.statement, speakers: by },
        rule: "rule:deadline",
    })
}

/// "has until Friday to leave", "were given two days to disarm": the time that is left to somebody, by whomever.
fn given_until(scene: &Scene, verb: usize) -> Option<Demand> {
    let view = scene.view;
    let given = scene.has("grant_time", verb) && scene.passive(verb);
    let has = view.word(verb).upos == "VERB" && view.lemma(verb) == "have";
    if !(given || has) || negated(view, verb) || scene.supposed(verb) {
        return None;
    }
    let end = view.sentence(verb).end as usize;
    let to = (verb + 2..end.min(verb + 12))
        .find(|&k| view.form(k).eq_ignore_ascii_case("to") && view.word(k).relation() == "mark")?;
    let act = view.head(to).filter(|&h| h > to && view.word(h).upos == "VERB")?;
    let counted = |k: usize| view.word(k).upos == "NUM" || view.word(k).upos == "DET";
    let timed = scene.has("deadline_case", verb + 1)
        || (verb + 1..to).any(|k| scene.has("time_unit", k) && (verb + 1..k).any(counted));
    let around = scene.voice(verb);
    let of = scene.actors(subject(view, verb)?, &around);
    let by =
        scene.foreign(scene.agent(verb).map_or(around.speakers.clone(), |a| scene.actors(a, &around)), &of);
    let theirs = !around.speakers.is_empty() && by.is_empty();
    if !timed || of.is_empty() || theirs || scene.has("ponder", act) {
        return None;
    }
    Some(Demand {
        by: by.clone(),
        of,
        act,
        words: without_alternative(scene, act),
        against: false,
        voice: Voice { statement: around.statement, speakers: by },
        rule: "rule:deadline",
    })
}

/// The words of an act without the alternative to it: "leave or face attack" gives "leave".
fn without_alternative(scene: &Scene, act: usize) -> Vec<WordRange> {
    let words = scene.act_words(act, &[]);
    let Some((or, _)) = alternative(scene, act) else { return words };
    words
        .into_iter()
        .map(|r| {
            trim(scene.view, WordRange::new(r.start as usize, (r.end as usize).min(or).max(r.start as usize)))
        })
        .filter(|r| !r.is_empty())
        .collect()
}

/// What stands behind an act with "or": that word, and the head of the alternative. A verb of undergoing counts however
/// the parse hung it.
fn alternative(scene: &Scene, act: usize) -> Option<(usize, usize)> {
    let view = scene.view;
    let tree = view
        .children_by(act, "conj")
        .chain(view.children_by(act, "parataxis"))
        // "They have until Friday to leave, *or* we will act": joined to the verb over the act.
        .chain(
            view.head(act)
                .filter(|_| view.word(act).relation() == "xcomp")
                .into_iter()
                .flat_map(|v| view.children_by(v, "conj"))
                .filter(|&c| view.child(c, "nsubj").is_some()),
        )
        .filter(|&c| c > act)
        .find_map(|c| scene.or_before(c).map(|or| (or, c)));
    let end = view.sentence(act).end as usize;
    let next = || {
        (act + 1..end.saturating_sub(1))
            .take_while(|&k| !matches!(view.form(k), "\"" | "”" | ";"))
            .filter(|&k| view.form(k).eq_ignore_ascii_case("or"))
            .map(|k| (k, k + 1))
            .find(|&(_, v)| scene.lexicon.commissives.is("undergo", &view.form(v).to_lowercase()))
    };
    tree.or_else(next)
}

/// The words of an alternative, from behind "or" to the end of its clause.
fn alternative_words(scene: &Scene, or: usize, head: usize) -> Vec<WordRange> {
    let view = scene.view;
    let clause = scene.clause_words(head, &[]);
    let start = (or + 1..=head)
        .find(|&i| !is_punctuation(view, i) && !view.form(i).eq_ignore_ascii_case("else"))
        .unwrap_or(head);
    let mut end = clause.last().map_or(head + 1, |r| r.end as usize);
    if end == head + 1 {
        let limit = view.sentence(head).end as usize;
        end = (head + 1..limit).find(|&k| is_punctuation(view, k)).unwrap_or(limit);
    }
    // ", as the ministers met" says when.
    let set_off = (head + 1..end.saturating_sub(1))
        .find(|&k| view.form(k) == "," && scene.has("mark_when", k + 1) && view.word(k + 1).upos == "SCONJ");
    end = set_off.unwrap_or(end);
    vec![trim(view, WordRange::new(start, end.max(start)))]
}

/// "gave them a week to pay *or quit*", "told them get out *or be thrown out*": two paths before who is told, and whether
/// the second is his own act too, so that no threat is told.
fn dilemma(scene: &Scene, d: &Demand) -> Option<(Commitment, bool)> {
    let view = scene.view;
    let (or, other) = alternative(scene, d.act)?;
    let voluntary = scene.has("yields", other) && !scene.passive(other);
    let shared = view.child(other, "nsubj").is_none()
        && matches!(view.word(other).xpos, "VB" | "VBN")
        && view.child(other, "aux").is_none_or(|x| scene.passive(other) && view.word(x).xpos == "VB");
    let words = alternative_words(scene, or, other);
    let undergone = scene.passive(other) && scene.worth(other, &words) == super::worth::Worth::Unwanted;
    if !shared || d.against || !(voluntary || undergone) || d.by.is_empty() {
        return None;
    }
    let mut c = commitment(CommitmentKind::Choice, d.voice.statement, "rule:dilemma");
    let first = scene.clause(d.act, &without_alternative(scene, d.act), negated(view, d.act), &d.voice);
    let second = scene.clause(other, &words, negated(view, other), &d.voice);
    c.options = [first, second].map(|o| crate::Clause { actor: d.of.clone(), ..o }).to_vec();
    c.by.clone_from(&d.by);
    c.towards.clone_from(&d.of);
    Some((with_spans(c), voluntary))
}

/// "leave or face attack", "stop, or we will strike": the threat behind a demand.
fn or_else(scene: &Scene, d: &Demand) -> Option<Commitment> {
    let view = scene.view;
    let (or, other) = alternative(scene, d.act)?;
    let words = alternative_words(scene, or, other);
    // "or our soldiers will stay": what is his own does what he threatens.
    let own = view
        .child(other, "nsubj")
        .is_some_and(|s| scene.ours(s) || scene.actors(s, &d.voice).iter().any(|x| d.by.contains(x)));
    let menaces = scene.has("undergo", other)
        || own && ahead(scene, other)
        || scene.worth(other, &words) == super::worth::Worth::Unwanted;
    if !menaces {
        return None;
    }
    let mut c = commitment(CommitmentKind::Threat, d.voice.statement, "rule:or-else");
    c.by.clone_from(&d.by);
    c.towards.clone_from(&d.of);
    let mut condition =
        scene.clause(d.act, &without_alternative(scene, d.act), !negated(view, d.act), &d.voice);
    condition.actor.clone_from(&d.of);
    c.condition = Some(condition);
    c.consequence = Some(scene.clause(other, &words, negated(view, other), &d.voice));
    Some(with_spans(c))
}

/// "X must stop", "X needs to give up ...", "the siege has to end": said by one actor of another.
fn necessary(scene: &Scene, i: usize) -> Option<Demand> {
    let view = scene.view;
    if !matches!(view.word(i).upos, "VERB" | "ADJ" | "AUX" | "NOUN" | "ADV" | "ADP") || scene.supposed(i) {
        return None;
    }
    let own = view.child(i, "nsubj");
    let must = view.children_by(i, "aux").find(|&x| scene.has("ought", x) && own.is_none_or(|s| s < x));
    let to = |x: &usize| marked(view, *x, "mark", &["to"]).is_some();
    let need = scene.has("need_to", i).then(|| view.child(i, "xcomp").filter(to)).flatten();
    let obliged = (scene.has("obliged", i) && view.word(i).xpos == "VBN"
        || scene.has("obliged", i) && view.child(i, "cop").is_some())
    .then(|| view.child(i, "xcomp").filter(to))
    .flatten();
    // "It is time for them to end this war."
    let due = (view.lemma(i) == "time" && view.child(i, "cop").is_some())
        .then(|| view.children(i).iter().map(|&c| c as usize).find(|&c| c > i && scene.infinitive(c)))
        .flatten();
    let act = match (must, need.or(obliged).or(due)) {
        (Some(_), None) => i,
        (_, Some(x)) if must.is_some() || !ahead(scene, i) || to(&i) => x,
        _ => return None,
    };
    if view.word(act).upos != "VERB" && view.child(act, "cop").is_none() || scene.has("ponder", act) {
        return None;
    }
    // "must make up its mind" is a choice.
    if view.child(act, "obj").is_some_and(|o| scene.has("mind", o)) {
        return None;
    }
    let voice = scene.voice(i);
    let stance = scene.attribution(&voice).and_then(|a| a.stance);
    if voice.speakers.is_empty()
        || !matches!(
            stance,
            Some("asserts" | "demands" | "warns" | "believes" | "expects" | "threatens") | None
        )
    {
        return None;
    }
    let s = match due {
        Some(x) => view.child(x, "nsubj").or_else(|| {
            view.children(i)
                .iter()
                .map(|&c| c as usize)
                .find(|&c| i < c && c < x && view.word(c).upos == "PROPN")
        })?,
        None => subject(view, i)?,
    };
    let mut doers = scene.actors(s, &voice);
    let passive = scene.passive(act);
    let ends = scene.has("cease", act)
        && (names_act(scene, s) || scene.has("harm_noun", s) || scene.has("burden", s));
    // "All hostages must be released": nobody is named, but "should be" is an opinion.
    let firm = must.is_none_or(|x| !view.form(x).eq_ignore_ascii_case("should"));
    let states = (passive || view.word(act).upos != "VERB") && firm && view.word(s).upos != "PRON";
    // "The mission must leave": people of whom the text does not say whose they are; "our fishermen must come home" from those
    // who hold them.
    let people = firm && scene.has("persons", s) && view.word(act).upos == "VERB";
    // "The tents must go": whosever they are.
    let things = firm && view.word(s).upos == "NOUN" && view.word(act).upos == "VERB";
    let leaves = (people || things) && !passive && scene.has("departs", act) && !scene.ours(s);
    let comes_home = people && scene.ours(s) && homeward(scene, act);
    // "the mission" is no doing of who wants it gone, unless he calls it his.
    if leaves && !named_by_modifier(scene, s) {
        doers = scene.foreign(doers, &voice.speakers);
    }
    if (scene.ours(s) || doers.iter().any(|d| voice.speakers.contains(d))) && !comes_home {
        return None;
    }
    // "Something must be done" asks nobody.
    let impersonal = (ends || states || leaves || comes_home) && !scene.has("vague", s);
    if doers.is_empty() && !impersonal {
        return None;
    }
    let named =
        scene.attribution(&voice).and_then(|a| a.addressee).map(|s| scene.named_in(&[view.words_in(s)]));
    let of = if passive || ends || comes_home {
        scene.agent(act).map(|o| scene.actors(o, &voice)).or(named).unwrap_or_default()
    } else {
        doers
    };
    let words = if impersonal { scene.clause_words(i, &[]) } else { without_alternative(scene, act) };
    Some(Demand {
        of: scene.foreign(of, &voice.speakers),
        by: voice.speakers.clone(),
        act,
        words,
        against: false,
        voice,
        rule: "rule:necessity",
    })
}

/// "*its* mission", "the *Elbonian* troops": whose they are is said.
fn named_by_modifier(scene: &Scene, noun: usize) -> bool {
    let view = scene.view;
    view.children(noun)
        .iter()
        .map(|&c| c as usize)
        .any(|c| view.word(c).deprel == "nmod:poss" || !scene.naming.index.of_word(c as u32).is_empty())
}

/// "must *return*", "must *come home*", "must *be freed*": what those who are held wait for.
fn homeward(scene: &Scene, act: usize) -> bool {
    let view = scene.view;
    let home = view.children_by(act, "advmod").any(|h| view.lemma(h) == "home");
    let freed = scene.passive(act) && scene.has("gives_back", act);
    freed || !scene.passive(act) && (view.lemma(act) == "return" || scene.has("departs", act) && home)
}

/// "Withdraw your troops!": a verb in its plain form at the head of what one actor tells another.
pub(super) fn imperative(scene: &Scene, i: usize) -> Option<Demand> {
    let view = scene.view;
    let plain = view.word(i).upos == "VERB" && matches!(view.word(i).xpos, "VB" | "VBP");
    let top = matches!(view.word(i).relation(), "root" | "ccomp" | "parataxis" | "conj");
    if !plain || !top || scene.has("musing", i) || view.child(i, "mark").is_some() {
        return None;
    }
    if view.child(i, "nsubj").is_some()
        || view.child(i, "aux").is_some_and(|x| !view.form(x).eq_ignore_ascii_case("do"))
    {
        return None;
    }
    let first = scene.act_words(i, &[]).first().map(|r| r.start as usize)?;
    let lead = (view.sentence(i).start as usize..first).rev().find(|&k| !is_punctuation(view, k));
    let opens = lead.is_none_or(|k| {
        (k + 1..first).any(|p| is_punctuation(view, p))
            || matches!(
                view.form(k).to_lowercase().as_str(),
                "so" | "and" | "please" | "now" | "or" | "do" | "then" | "n't" | "not"
            )
    });
    // "Leave *or face war*" asks for the first alone.
    if view.word(i).relation() == "conj" && scene.or_before(i).is_some() && scene.has("undergo", i) {
        return None;
    }
    // "Touch us and you will regret it": a condition, not what is wanted.
    if dared(scene, i).is_some() {
        return None;
    }
    // "let us talk" asks nobody else.
    let us = view.lemma(i) == "let" && view.children(i).iter().any(|&c| scene.has("we", c as usize));
    if us
        || !opens
        || view.word(i).relation() == "conj" && view.head(i).is_none_or(|h| imperative(scene, h).is_none())
    {
        return None;
    }
    let voice = scene.voice(i);
    let a = scene.attribution(&voice);
    let quoted = view.layout.quotes.iter().any(|q| q.words.contains(i));
    if voice.speakers.is_empty() || !(quoted || a.is_some_and(|a| a.addressee.is_some())) {
        return None;
    }
    let named = a.and_then(|a| a.addressee).map(|s| scene.named_in(&[view.words_in(s)])).unwrap_or_default();
    let words = without_alternative(scene, i);
    // What nobody in particular is told to do is advice.
    let addressed = !scene.foreign(named.clone(), &voice.speakers).is_empty()
        || alternative(scene, i).is_some()
        || words.iter().flat_map(|r| r.range()).any(|k| view.form(k).eq_ignore_ascii_case("your"))
        || !scene.foreign(scene.named_in(&words), &voice.speakers).is_empty();
    if !addressed || !scene.public(&voice.speakers) {
        return None;
    }
    Some(Demand {
        of: scene.foreign(named, &voice.speakers),
        by: voice.speakers.clone(),
        act: i,
        words,
        against: false,
        voice,
        rule: "rule:imperative",
    })
}

/// What follows from an order that nobody should obey: "touch us *and you will regret it*".
fn dared(scene: &Scene, i: usize) -> Option<usize> {
    let view = scene.view;
    view.children_by(i, "conj").find(|&c| {
        marked(view, c, "cc", &["and"]).is_some()
            && view.child(c, "nsubj").is_some()
            && view.children_by(c, "aux").any(|x| scene.modal("modal_will", c, x))
            && (scene.worth(c, &scene.clause_words(c, &[])) == super::worth::Worth::Unwanted
                || lured(scene, c))
    })
}

/// What the speaker will do if he gets what he asks for: "give us a date *and we will come*".
fn lured(scene: &Scene, c: usize) -> bool {
    subject(scene.view, c).is_some_and(|s| scene.ours(s) && scene.view.word(s).upos == "PRON")
        && scene.worth(c, &scene.clause_words(c, &[])) != super::worth::Worth::Unwanted
        && !negated(scene.view, c)
}

/// The threat or offer behind such an order.
fn dare(scene: &Scene, i: usize) -> Option<Commitment> {
    let then = dared(scene, i).filter(|_| matches!(scene.view.word(i).xpos, "VB" | "VBP"))?;
    let voice = scene.voice(i);
    let unsaid = scene.view.child(i, "nsubj").is_none() && scene.view.child(i, "aux").is_none();
    if voice.speakers.is_empty() || !unsaid {
        return None;
    }
    let kind = if lured(scene, then) { CommitmentKind::Offer } else { CommitmentKind::Threat };
    let mut c = commitment(kind, voice.statement, "rule:dare");
    let told = scene.attribution(&voice).and_then(|a| a.addressee);
    c.towards = told.map_or(Vec::new(), |s| scene.named_in(&[scene.view.words_in(s)]));
    c.towards.retain(|t| !voice.speakers.contains(t));
    c.condition = Some(scene.clause(i, &scene.act_words(i, &[then]), negated(scene.view, i), &voice));
    c.consequence =
        Some(scene.clause(then, &scene.clause_words(then, &[]), negated(scene.view, then), &voice));
    c.by = voice.speakers;
    Some(with_spans(c))
}

/// Whether two demands of one actor have the same words: one demand, told again.
fn same_words(scene: &Scene, a: &Commitment, b: &Commitment) -> bool {
    let heads = |c: &Commitment| -> Vec<String> {
        let words = c.what.iter().flat_map(|w| &w.spans).map(|&s| scene.view.words_in(s));
        words
            .flat_map(|r| r.range())
            .filter(|&i| matches!(scene.view.word(i).upos, "NOUN" | "VERB" | "PROPN"))
            .map(|i| scene.view.form(i).to_lowercase())
            .collect()
    };
    let (x, y) = (heads(a), heads(b));
    let short = x.len().min(y.len());
    a.by == b.by
        && short > 0
        && x.len().max(y.len()) <= short + 1
        && x.iter().filter(|w| y.contains(w)).count() >= short
}
