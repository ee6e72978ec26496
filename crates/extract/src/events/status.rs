//! Whether an act is a fact, a plan, a wish, a threat or a denial: from tense, mood, negation and what governs it.

use super::clause::foremost;
use super::frame::Frame;
use super::phrase::marker;
use crate::View;
use demarche_lexicon::Lexicon;
use demarche_record::{Plover, Status};
use demarche_text::CALENDAR_NAMES;

/// Steps up a tree after which nothing bears on the act any more.
const STEPS: usize = 8;

/// The status of the act that `frame` reports as `kind`: what would be done to somebody's harm if or unless something
/// happens, is threatened.
pub fn status(view: &View, lexicon: &Lexicon, frame: &Frame, kind: Plover) -> Status {
    let status = plain_status(view, lexicon, frame, kind);
    let harm = matches!(kind, Plover::Sanction | Plover::Coerce | Plover::Assault | Plover::Mobilize);
    let open = matches!(status, Status::Hypothetical | Status::Planned);
    let asked = status == Status::Demanded;
    match frame.verb {
        Some(verb) if harm && open && announced_if(view, verb) => Status::Threatened,
        // "would ask the council to impose sanctions if": what is to be asked for is threatened no less.
        Some(verb)
            if harm
                && asked
                && view.head(verb).is_some_and(|above| {
                    let will = auxiliaries(view, above).any(|a| matches!(view.lemma(a), "will" | "would"));
                    let bound = announced_if(view, above) || announced_if(view, verb);
                    view.word(verb).relation() == "xcomp" && will && bound
                }) =>
        {
            Status::Threatened
        }
        _ => status,
    }
}

/// Whether the act of `verb` is announced under a condition: "would suspend sales if", "will close unless", "intends
/// to impose sanctions should it fail".
fn announced_if(view: &View, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..STEPS {
        let conditional = view.children_by(at, "advcl").any(|c| {
            let inverted = view.children_by(c, "aux").find(|&a| view.form(a).eq_ignore_ascii_case("should"));
            let subject = view.child(c, "nsubj");
            matches!(marker(view, c), "if" | "unless")
                || inverted.is_some_and(|a| subject.is_some_and(|s| a < s))
        });
        let will = auxiliaries(view, at)
            .any(|a| matches!(view.form(a).to_ascii_lowercase().as_str(), "will" | "would" | "'ll" | "’ll"));
        if conditional && (will || marker(view, at) == "to") {
            return true;
        }
        match view.head(at) {
            // Verbs that are coordinated share their condition, an infinitive has that of its verb.
            Some(above) if matches!(view.word(at).relation(), "conj" | "xcomp") => at = above,
            _ => return false,
        }
    }
    false
}

fn plain_status(view: &View, lexicon: &Lexicon, frame: &Frame, kind: Plover) -> Status {
    if view.lemma(frame.head) == "consequence" || view.lemma(frame.head) == "cost" {
        // The words themselves are the threat.
        return Status::Occurred;
    }
    if kind == Plover::Reject
        && frame.act.is_some_and(|a| a.0 == kind)
        && frame.verb.is_some_and(|v| negated(view, v))
    {
        // "will not release them" is the refusal itself; "did not rule it out" is none.
        let refusing = frame.refused.is_none() && lexicon.plover.is("denied", view.lemma(frame.head));
        return if refusing { Status::Denied } else { Status::Occurred };
    }
    let mut at = frame.verb.unwrap_or(frame.head);
    if frame.verb != Some(frame.head)
        && let Some(own) = of_noun(view, lexicon, frame.head)
    {
        return own;
    }
    if frame.verb.is_none() {
        return match governed(view, lexicon, frame.head) {
            Some(found) => found,
            None if kind == Plover::Consult && announced(view, frame.head) => Status::Planned,
            None => Status::Occurred,
        };
    }
    let mut found = of_verb(view, lexicon, at);
    if found.is_some() {
        return found.unwrap_or(Status::Occurred);
    }
    let mut goes_on = false;
    for _ in 0..STEPS {
        let Some(above) = view.head(at) else { break };
        let word = view.word(at);
        match word.relation() {
            "conj" if matches!(view.lemma(above), "need" | "have") && word.xpos == "VB" => {
                return Status::Hypothetical;
            }
            "conj" if view.word(above).upos != "NOUN" => {
                // "will attack and destroy": the first verb's auxiliaries hold for a bare second one.
                if matches!(word.xpos, "VB" | "VBG")
                    || view.child(at, "nsubj").is_none() && word.xpos == view.word(above).xpos
                {
                    found = of_verb(view, lexicon, above);
                }
            }
            "advcl" => {
                let mark = marker(view, at);
                if matches!(
                    mark,
                    "if" | "unless" | "should" | "in" | "once" | "until" | "provided" | "providing"
                ) && finite_condition(view, at, mark)
                {
                    return Status::Hypothetical;
                }
                if mark == "to" {
                    return of_verb(view, lexicon, above).unwrap_or(Status::Planned);
                }
                if !matches!(mark, "for" | "of" | "against" | "from" | "") {
                    break;
                }
                found = by_governor(view, lexicon, at, above);
                if found.is_none() && mark.is_empty() {
                    found = of_verb(view, lexicon, above).filter(|_| word.xpos == "VBG");
                }
            }
            "xcomp" | "ccomp" | "csubj" => {
                goes_on |= lexicon.plover.is("ongoing", view.lemma(above));
                found = by_governor(view, lexicon, at, above);
            }
            "acl" if word.deprel == "acl" && word.xpos == "VBG" && marker(view, at).is_empty() => break,
            "acl" if word.deprel == "acl" && word.xpos == "VBG" && marker(view, at) == "for" => {
                // "terms for resuming talks"
                return by_noun(view, lexicon, above).unwrap_or(Status::Hypothetical);
            }
            // "The plan, rejected by Oslo": what was done to a plan was done.
            "acl"
                if word.deprel == "acl"
                    && word.xpos == "VBN"
                    && view.children_by(at, "obl").any(|o| marker(view, o) == "by") =>
            {
                break;
            }
            "acl" if word.deprel == "acl" && negated(view, above) => return Status::Denied,
            "acl" if word.deprel == "acl" => {
                if let Some(found) = by_noun(view, lexicon, above) {
                    return found;
                }
                if marker(view, at) == "to" {
                    // "was the first to recognise the state": what the first did was done.
                    return if foremost(view, above) {
                        of_verb(view, lexicon, above).unwrap_or(Status::Occurred)
                    } else {
                        Status::Hypothetical
                    };
                }
                break;
            }
            _ => break,
        }
        if let Some(found) = found {
            return found;
        }
        at = above;
    }
    let verb = frame.verb.unwrap_or(frame.head);
    if goes_on {
        return Status::Ongoing;
    }
    let present =
        |v: usize| matches!(view.word(v).xpos, "VBP" | "VBZ") && auxiliaries(view, v).next().is_none();
    let dated = |v: usize| {
        let end = (view.sentence(v).end as usize).min(v + 9);
        let day = (v + 1..end).any(|w| CALENDAR_NAMES.contains(&view.lemma(w)));
        let past = (v + 1..end).any(|w| matches!(view.lemma(w), "last" | "ago"));
        day && !past
            || view.heads.timexes.iter().any(|t| {
                let w = t.words.start as usize;
                let over = t.words.range().any(|w| matches!(view.lemma(w), "yesterday" | "last" | "ago"));
                !over && view.sentence(v).contains(w) && (v + 1..v + 9).contains(&w)
            })
    };
    // "leaves on Monday and meets the king": one plan.
    let above = view.head(verb).filter(|_| view.word(verb).relation() == "conj");
    let scheduled = kind == Plover::Consult
        && present(verb)
        && (dated(verb) || above.is_some_and(|a| present(a) && dated(a)));
    if scheduled {
        // "The ministers meet in Oslo on Monday."
        return Status::Planned;
    }
    let progressive = view.word(verb).xpos == "VBG" && auxiliaries(view, verb).any(|a| view.lemma(a) == "be");
    let present = auxiliaries(view, verb).any(|a| matches!(view.word(a).xpos, "VBZ" | "VBP"));
    if progressive
        && present
        && !matches!(kind, Plover::Request | Plover::Reject | Plover::Threaten | Plover::Accuse)
    {
        return Status::Ongoing;
    }
    Status::Occurred
}

/// "On Monday follows in Lima *a meeting*": the subject of a present in a sentence with a day that is not over.
fn announced(view: &View, noun: usize) -> bool {
    let Some(verb) = view.head(noun).filter(|_| view.word(noun).relation() == "nsubj") else { return false };
    let sentence = view.sentence(noun);
    let over = |w: usize| matches!(view.lemma(w), "yesterday" | "last" | "ago");
    let day = |t: &crate::heads::Labelled| {
        sentence.contains(t.words.start as usize)
            && !t.words.range().any(over)
            && t.words.range().any(|w| CALENDAR_NAMES.contains(&view.form(w)))
    };
    matches!(view.word(verb).xpos, "VBZ" | "VBP") && {
        let timexes = &view.heads.timexes;
        let from = timexes.partition_point(|t| t.words.end <= sentence.start);
        timexes[from..].iter().take_while(|t| t.words.start < sentence.end).any(day)
    }
}

fn auxiliaries<'a>(view: &'a View, verb: usize) -> impl Iterator<Item = usize> + 'a {
    view.children_by(verb, "aux").chain(view.children_by(verb, "cop"))
}

fn finite_condition(view: &View, clause: usize, mark: &str) -> bool {
    mark != "in" || view.children(clause).iter().any(|&c| view.lemma(c as usize) == "case")
}

fn negated(view: &View, word: usize) -> bool {
    view.children(word).iter().map(|&c| c as usize).any(|c| {
        matches!(view.lemma(c).to_ascii_lowercase().as_str(), "not" | "n't" | "never" | "neither")
            || view.form(c).eq_ignore_ascii_case("n't")
            || view.lemma(c) == "no" && view.word(c).relation() == "det"
            || view.lemma(c) == "longer" && view.children(c).iter().any(|&d| view.lemma(d as usize) == "no")
    })
}

/// What the auxiliaries, negation and conditions of `verb` itself say; `None` for a plain statement.
fn of_verb(view: &View, lexicon: &Lexicon, verb: usize) -> Option<Status> {
    if negated(view, verb) {
        return Some(Status::Denied);
    }
    if of_two(view, verb) {
        return Some(Status::Hypothetical);
    }
    let conditional = view.children_by(verb, "advcl").any(|c| matches!(marker(view, c), "if" | "unless"));
    // "while Oslo is to receive him": of two marks the nearer one.
    let infinitive =
        marker(view, verb) == "to" || view.children_by(verb, "mark").any(|m| view.word(m).xpos == "TO");
    if view.children_by(verb, "case").any(|c| lexicon.plover.is("planned", view.lemma(c))) {
        // "is due to meet", read as one preposition.
        return Some(Status::Planned);
    }
    let before = |n: usize| verb.checked_sub(n).filter(|&w| view.sentence(verb).contains(w));
    if before(1).is_some_and(|w| view.lemma(w) == "to")
        && before(2).is_some_and(|w| view.lemma(w) == "due")
        && before(3).is_some_and(|w| view.lemma(w) == "be")
    {
        // The same, however it was read.
        return Some(Status::Planned);
    }
    for aux in auxiliaries(view, verb) {
        match view.form(aux).to_ascii_lowercase().as_str() {
            "will" | "'ll" | "’ll" | "shall" if conditional => return Some(Status::Hypothetical),
            "will" | "'ll" | "’ll" | "shall" => return Some(Status::Planned),
            "would" if !conditional && told_ahead(view, lexicon, verb) => return Some(Status::Planned),
            "would" | "could" | "may" | "might" | "should" | "can" | "'d" => {
                return Some(Status::Hypothetical);
            }
            "must" => return Some(Status::Demanded),
            "is" | "are" | "was" | "were" if infinitive && view.lemma(aux) == "be" => {
                return Some(Status::Planned);
            }
            _ => {}
        }
    }
    let told = view.word(verb).deprel == "ccomp" && view.child(verb, "nsubj").is_some_and(|s| s < verb);
    if infinitive && (view.word(verb).deprel == "root" || told) {
        // A headline: "Oslo to send envoys"; "Oslo to send envoys, its minister said".
        return Some(Status::Planned);
    }
    let needs = view.word(verb).xpos == "VB"
        && !infinitive
        && view.form(verb).eq_ignore_ascii_case(view.lemma(verb))
        && view.word(verb).deprel == "root"
        && auxiliaries(view, verb).next().is_none()
        // "Peru, Chile sign pact" bids nobody.
        && view.child(verb, "nsubj").is_none_or(|s| s > verb);
    needs.then_some(Status::Demanded)
}

/// "The minister *said* that the bloc *would* convene a summit": what was told as a plan, "will" as it was said.
fn told_ahead(view: &View, lexicon: &Lexicon, verb: usize) -> bool {
    let mut at = verb;
    while view.word(at).relation() == "conj" {
        let Some(above) = view.head(at) else { return false };
        at = above;
    }
    // A condition in whatever form: "if it agreed", "should it agree", "provided that".
    let bound = |w: usize| {
        view.children_by(w, "advcl").any(|c| {
            let fronted = view.children_by(c, "aux").any(|a| {
                view.child(c, "nsubj").is_some_and(|s| a < s)
                    && matches!(view.lemma(a).to_ascii_lowercase().as_str(), "should" | "be" | "have")
            });
            fronted || !matches!(marker(view, c), "" | "to" | "after" | "as" | "because" | "since" | "while")
        })
    };
    let plans = |said: usize| {
        matches!(view.word(said).xpos, "VBD" | "VBN" | "VBG")
            && lexicon.plover.is("tells-plans", view.lemma(said))
            && !negated(view, said)
    };
    // "on condition that it agreed", wherever the parse hung it.
    let tied = (verb..view.subtree(at).end as usize).any(|w| {
        matches!(
            view.form(w).to_ascii_lowercase().as_str(),
            "if" | "unless" | "provided" | "providing" | "condition" | "only" | "until" | "once" | "when"
        )
    });
    let told =
        !tied && view.word(at).relation() == "ccomp" && view.head(at).is_some_and(|s| plans(s) && !bound(s));
    told && !bound(verb) && !bound(at)
}

/// What the verb or adjective `above` makes of its complement `at`: "plans to", "threatened to", "denied having".
fn by_governor(view: &View, lexicon: &Lexicon, at: usize, above: usize) -> Option<Status> {
    let lemma = view.lemma(above);
    let is = |class: &str| lexicon.plover.is(class, lemma);
    let infinitive = marker(view, at) == "to" || view.word(at).xpos == "VB";
    let complement = matches!(view.word(at).relation(), "xcomp" | "ccomp" | "csubj");
    let asked = infinitive || view.word(at).relation() == "ccomp" || view.word(at).relation() == "advcl";
    let negative = negated(view, above);
    if lemma == "stop" || lemma == "halt" || lemma == "cease" {
        // To be told to stop is to be at it.
        let told =
            of_verb(view, lexicon, above).is_some() || marker(view, above) == "to" || plain(view, above);
        return Some(if told && !negative { Status::Ongoing } else { Status::Denied });
    }
    if lemma == "provide" && view.word(at).relation() == "ccomp" {
        // "provided that the other side agrees"
        return Some(Status::Hypothetical);
    }
    if is("denied") {
        return Some(if negative { Status::Hypothetical } else { Status::Denied });
    }
    if is("threatened") && (infinitive || view.word(at).xpos == "VBG" && lemma == "threaten") {
        return Some(if marker(view, at) == "against" { Status::Hypothetical } else { Status::Threatened });
    }
    if lemma == "warn" {
        return Some(Status::Hypothetical);
    }
    if lemma == "go" && infinitive && view.word(above).xpos == "VBG" {
        return Some(if negative { Status::Denied } else { Status::Planned });
    }
    if is("demanded") && asked && (infinitive || plain(view, at)) {
        return Some(Status::Demanded);
    }
    if is("planned") && infinitive {
        return Some(if negative { Status::Denied } else { Status::Planned });
    }
    if is("hypothetical") && (infinitive || lemma == "consider" || lemma == "fear") {
        return Some(Status::Hypothetical);
    }
    if matches!(lemma, "have" | "need") && infinitive {
        return Some(Status::Hypothetical);
    }
    if is("ongoing") && complement {
        return of_verb(view, lexicon, above);
    }
    if complement && view.word(at).relation() == "xcomp" {
        return of_verb(view, lexicon, above);
    }
    None
}

/// A subjunctive or bare clause, as demands have: "demanded that it withdraw".
fn plain(view: &View, verb: usize) -> bool {
    let foretold = auxiliaries(view, verb).any(|a| matches!(view.lemma(a), "will" | "would" | "can" | "may"));
    !foretold
        && (matches!(view.word(verb).xpos, "VB" | "VBP")
            || auxiliaries(view, verb).any(|a| view.word(a).xpos == "VB"))
}

/// "Either Oslo lifts the ban or Lima leaves": neither has happened.
fn of_two(view: &View, verb: usize) -> bool {
    let joined = view.word(verb).relation() == "conj";
    let first = view.head(verb).filter(|_| joined).unwrap_or(verb);
    let either = |&c: &u32| view.lemma(c as usize) == "either" && view.word(c as usize).relation() == "cc";
    view.children(first).iter().any(either)
}

/// What a noun with an infinitive or gerund says of it: "a plan to attack", "the threat of bombing".
fn by_noun(view: &View, lexicon: &Lexicon, noun: usize) -> Option<Status> {
    match view.lemma(noun) {
        "plan" | "decision" | "intention" | "promise" | "pledge" | "offer" | "agreement" | "deal"
        | "order" | "readiness" => Some(Status::Planned),
        "threat" => Some(Status::Threatened),
        "call" | "demand" | "request" | "appeal" | "ultimatum" | "resolution" => Some(Status::Demanded),
        "refusal" | "failure" => Some(Status::Denied),
        "attempt" | "effort" | "right" | "ability" | "chance" | "proposal" | "bid" | "willingness"
        | "possibility" => Some(Status::Hypothetical),
        lemma if lexicon.plover.is("hypothetical", lemma) => Some(Status::Hypothetical),
        _ => None,
    }
}

/// What a noun's own modifiers say: "possible sanctions", "a planned strike", "no attack".
fn of_noun(view: &View, lexicon: &Lexicon, noun: usize) -> Option<Status> {
    for child in view.children(noun).iter().map(|&c| c as usize) {
        match view.word(child).relation() {
            "amod" | "det" => match view.lemma(child).to_ascii_lowercase().as_str() {
                "possible" | "potential" | "any" | "hypothetical" | "likely" | "further" | "proposed" => {
                    return Some(Status::Hypothetical);
                }
                "planned" | "upcoming" | "forthcoming" | "scheduled" | "imminent" | "future" | "plan" => {
                    return Some(Status::Planned);
                }
                "threatened" | "threaten" => return Some(Status::Threatened),
                "no" => return Some(Status::Denied),
                "ongoing" | "continuing" | "continued" => return Some(Status::Ongoing),
                _ => {}
            },
            _ => {}
        }
    }
    let above = view.head(noun)?;
    if view.word(noun).relation() == "nmod" && marker(view, noun) == "for" {
        // "a deadline for the withdrawal", "calls for an attack": not done yet.
        let asked = lexicon.plover.is("demand", view.lemma(above)) || view.lemma(above) == "deadline";
        return asked.then_some(Status::Demanded);
    }
    if view.word(noun).relation() == "nmod" && marker(view, noun) == "of" {
        return match view.lemma(above) {
            "threat" => Some(Status::Threatened),
            "risk" | "possibility" | "danger" | "fear" | "prospect" | "case" => Some(Status::Hypothetical),
            "plan" => Some(Status::Planned),
            "halt" | "end" | "cessation" => governed(view, lexicon, above),
            _ => None,
        };
    }
    None
}

/// What the verb over a noun that it does not support says of it: "threatened sanctions", "called for a withdrawal".
fn governed(view: &View, lexicon: &Lexicon, noun: usize) -> Option<Status> {
    let mut at = noun;
    while view.word(at).relation() == "conj" {
        at = view.head(at)?;
    }
    let above = view.head(at)?;
    let lemma = view.lemma(above);
    let is = |class: &str| lexicon.plover.is(class, lemma);
    let negative = negated(view, above);
    match view.word(at).relation() {
        "obj" | "obl" if is("threatened") => Some(Status::Threatened),
        "obj" | "obl"
            if is("demanded") && (marker(view, at) == "for" || view.word(at).relation() == "obj") =>
        {
            Some(Status::Demanded)
        }
        "obj" if matches!(lemma, "deny" | "avoid" | "prevent" | "rule" | "avert" | "cancel") => {
            Some(Status::Denied)
        }
        "obj" if is("planned") => Some(if negative { Status::Denied } else { Status::Planned }),
        "obj" | "obl"
            if matches!(
                lemma,
                "fear" | "consider" | "mull" | "risk" | "seek" | "want" | "wait" | "await" | "hope"
            ) =>
        {
            Some(Status::Hypothetical)
        }
        "nsubj" if is("planned") => Some(Status::Planned),
        "nsubj" | "obj" => of_verb(view, lexicon, above).filter(|s| *s != Status::Denied),
        _ => None,
    }
}
