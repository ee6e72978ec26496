//! Where the clause around an expression lies: behind the document's day or ahead of it.

use super::meaning::Found;
use super::token::Token;
use crate::View;
use demarche_lexicon::timex::TimexLexicon;

/// Where a clause lies, seen from the day of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    /// On either side: the nearer.
    Near,
    Unknown,
}

/// The direction of the expression `found`; `word` is the head of the layout's words there.
pub(super) fn direction(
    view: &View,
    lexicon: &TimexLexicon,
    tokens: &[Token],
    found: &Found,
    word: usize,
) -> Direction {
    let (start, end) = (found.start, found.end);
    if said_right_before(tokens, start) {
        return Direction::Past;
    }
    // "a new chairman was named, *effective* June 1", "*no later than* Friday".
    let before = |n: usize, form: &str| start >= n && tokens[start - n].is(form);
    let onset = start > 0 && tokens[start - 1].word.is_some_and(|w| w.onset);
    if onset || before(3, "no") && before(2, "later") && before(1, "than") {
        return Direction::Future;
    }
    let parsed = word < view.len() && view.syntax.words.len() == view.len();
    if parsed && past_right_before(view, lexicon, word) {
        return Direction::Past;
    }
    let tense = if parsed { tense_above(view, lexicon, word) } else { Tense::Unknown };
    match tense {
        // "The rebels *gave* them *until* Monday."
        Tense::Past
            if start > 0
                && tokens[start - 1].is_any(&["until", "to", "till"])
                && defers(view, lexicon, word) =>
        {
            return Direction::Future;
        }
        // "*unless* the crew is *freed by* Friday", "unless crew freed by Friday".
        Tense::Past
            if start > 0
                && tokens[start - 1].is_any(&["by", "before", "until", "till"])
                && conditional(view, word) =>
        {
            return Direction::Future;
        }
        // "called a *summit for* Saturday".
        Tense::Past if before(1, "for") && booked(view, lexicon, word) => return Direction::Future,
        Tense::Past => return Direction::Past,
        Tense::Future => return Direction::Future,
        Tense::Either => return Direction::Near,
        _ if at_the_soonest(tokens, start) => return Direction::Future,
        // "the dam *could* fail *by* Thursday".
        Tense::Possible if start > 0 && tokens[start - 1].is_any(&["by", "until", "till", "before"]) => {
            return Direction::Future;
        }
        // "The offer stands *until* Friday", "if they are not freed *by* Monday".
        Tense::Present if start > 0 && tokens[start - 1].is_any(&["by", "until", "till", "before"]) => {
            return Direction::Future;
        }
        // "*starting* Monday, the bridge is closed".
        Tense::Present | Tense::Unknown
            if start > 0 && tokens[start - 1].is_any(&["starting", "beginning"]) =>
        {
            return Direction::Future;
        }
        // "The move follows Tuesday's declaration": the verb says nothing of Tuesday. "It prepares for Tuesday's *summit*."
        _ if parsed && view.word(word).deprel == "nmod:poss" && !arranged(view, lexicon, word) => {
            return Direction::Unknown;
        }
        Tense::Present | Tense::Possible | Tense::Unknown => {}
    }
    match direction_by_words(tokens, start, end) {
        // "meets on Thursday", with nothing else that tells.
        Direction::Unknown if tense == Tense::Present => Direction::Future,
        found => found,
    }
}

/// Whether the first verb above the expression is of a condition and has no helping verb: "*unless* crew *freed* by Friday".
fn conditional(view: &View, word: usize) -> bool {
    let above = std::iter::successors(view.head(word), |&w| view.head(w)).take(8);
    let verb = above.into_iter().find(|&w| view.word(w).upos == "VERB");
    verb.is_some_and(|v| on_condition(view, v) && view.child(v, "aux").is_none())
}

/// Whether "if" or "unless" opens the clause of `verb`.
fn on_condition(view: &View, verb: usize) -> bool {
    let opens = |m: usize| ["if", "unless"].iter().any(|f| view.form(m).eq_ignore_ascii_case(f));
    view.children_by(verb, "mark").any(opens)
}

/// Whether a plain past of reporting stands right before the expression, whatever the parse made of a long sentence:
/// "they will act, the minister *said* on Monday".
fn said_right_before(tokens: &[Token], start: usize) -> bool {
    let on = start.checked_sub(1).filter(|&i| tokens[i].is_any(&["on", "late", "early"]));
    let verb = on.unwrap_or(start).checked_sub(1);
    verb.is_some_and(|i| tokens[i].word.is_some_and(|w| w.reports))
}

/// Whether a plain past stands right before the expression, whatever the parse hung it from: "the council *decided* on
/// Monday, by ten votes to two, that trade would cease".
fn past_right_before(view: &View, lexicon: &TimexLexicon, word: usize) -> bool {
    let Some(on) = word.checked_sub(1).filter(|&i| view.form(i).eq_ignore_ascii_case("on")) else {
        return false;
    };
    let Some(verb) = on.checked_sub(1).filter(|&v| view.word(v).xpos == "VBD") else { return false };
    let looks_ahead = lexicon.word(view.lemma(verb)).is_some_and(|k| k.plans || k.defers);
    view.word(verb).upos == "VERB" && !looks_ahead && view.sentence(word).contains(verb)
}

/// Whether the noun that owns the expression is of the kind that is fixed beforehand: "Tuesday's *summit*".
fn arranged(view: &View, lexicon: &TimexLexicon, word: usize) -> bool {
    let noun = view.head(word).and_then(|h| lexicon.word(view.lemma(h)));
    noun.is_some_and(|w| w.arranged)
}

/// Whether the expression hangs on a verb that puts something off or leaves time for it: "*postponed* until Monday".
fn defers(view: &View, lexicon: &TimexLexicon, word: usize) -> bool {
    let mut verb = view.head(word);
    // "gave *time* until Monday".
    if let Some(noun) = verb.filter(|&v| view.word(v).upos == "NOUN") {
        verb = view.head(noun);
    }
    verb.and_then(|v| lexicon.word(view.lemma(v))).is_some_and(|w| w.defers)
}

/// Whether the expression behind "for" says when something that is fixed beforehand will be: "called a *summit* for Saturday".
fn booked(view: &View, lexicon: &TimexLexicon, word: usize) -> bool {
    let fixed = |n: usize| lexicon.word(view.lemma(n)).is_some_and(|w| w.arranged);
    let Some(above) = view.head(word) else { return false };
    // "the *referendum* that Lima has called for Sunday"
    let passive = view.children(above).iter().any(|&c| view.word(c as usize).deprel == "aux:pass");
    let called = view.word(above).deprel == "acl:relcl" && !passive;
    fixed(above)
        || view.child(above, "obj").is_some_and(|o| o < word && fixed(o))
        || view.head(above).is_some_and(|n| called && fixed(n))
}

/// "*as soon as* Tuesday".
fn at_the_soonest(tokens: &[Token], start: usize) -> bool {
    start >= 3
        && tokens[start - 1].is("as")
        && tokens[start - 2].is_any(&["soon", "early"])
        && tokens[start - 3].is("as")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
    Future,
    /// "could", "might".
    Possible,
    /// An infinitive over what is fixed beforehand: "to weigh Tuesday's *summit*", before or after it.
    Either,
    Unknown,
}

/// Climbs from the expression to the first verb and reads its tense.
fn tense_above(view: &View, lexicon: &TimexLexicon, word: usize) -> Tense {
    // "Friday's ruling" may be what somebody is still "to answer"; only an outright "will" says that it lies ahead.
    let possessive = view.word(word).deprel == "nmod:poss";
    let on = view.child(word, "case").is_none_or(|c| view.form(c).eq_ignore_ascii_case("on"));
    let mut at = word;
    for _ in 0..40 {
        let direct = at == word;
        let Some(above) = view.head(at) else { break };
        let w = view.word(above);
        at = above;
        // "summoned her *on Monday* to protest", "decided *on Monday* that": what stands before the mark of a clause is not of
        // that clause.
        let marked = |m: usize| matches!(view.form(m), "to" | "that") && m > word && m < above;
        if view.children_by(above, "mark").any(marked) {
            continue;
        }
        let known = lexicon.word(&w.lemma);
        // "had agreed on Monday" is over; "has been agreed for Monday" and "has scheduled a vote Monday" are not.
        let done = w.lemma == "agree"
            && helped(view, above, &["has", "have", "had"])
            && !helped(view, above, &["been"]);
        // "*asked on Thursday* about the loan": that was the day of the question.
        let asked = direct && on && known.is_some_and(|k| k.asks);
        let ahead = known.is_some_and(|k| k.ahead)
            && matches!(w.xpos, "VBN" | "JJ")
            && !(done || asked || plain_past(view, above));
        let planned = known.is_some_and(|k| k.plans) && w.xpos == "VBD";
        // "A summit that had been planned for Tuesday was called off": what is called off lies ahead still.
        if ahead && called_off(view, lexicon, above) {
            return Tense::Future;
        }
        // "*had been* scheduled to expire Friday": the plan was for what is over.
        if ahead && helped(view, above, &["had"]) && helped(view, above, &["been"]) {
            return Tense::Past;
        }
        // "as *previously* planned Saturday": the plan was for what is over.
        let once = |a: usize| matches!(view.lemma(a), "previously" | "originally" | "initially");
        if view.children_by(above, "advmod").any(once) {
            return Tense::Past;
        }
        if matches!(w.upos, "VERB" | "ADJ") && (ahead || planned) {
            return Tense::Future;
        }
        // "had been scheduled *to expire* Friday": the plan tells.
        if w.xpos == "VB" && w.relation() == "xcomp" && over(view, lexicon, above) {
            return Tense::Past;
        }
        // "*tried to join* on Friday": what was tried was tried then.
        let carried = |v: usize| lexicon.word(view.lemma(v)).is_some_and(|k| k.carries);
        if w.xpos == "VB" && w.relation() == "xcomp" && view.head(above).is_some_and(carried) {
            continue;
        }
        // "the first states *to join* on Friday were ...": the clause of the noun tells.
        if w.xpos == "VB" && w.relation() == "acl" && of_an_order(view, lexicon, above) {
            continue;
        }
        let predicate = view.child(above, "cop").is_some() || view.child(above, "aux").is_some();
        if w.upos == "VERB" || predicate {
            return match tense(view, above) {
                // "*If* he arrives on Monday": what has not come about lies ahead.
                Tense::Present if awaited(view, above) => Tense::Future,
                Tense::Past if supposed(view, above) => Tense::Future,
                // "the trial *resumes* Thursday".
                Tense::Present if matches!(w.xpos, "VBZ" | "VBP") && known.is_some_and(|k| k.timetable) => {
                    Tense::Future
                }
                Tense::Future
                    if possessive
                        && !arranged(view, lexicon, word)
                        && !helped(view, above, &["will", "shall", "'ll", "’ll", "wo"]) =>
                {
                    Tense::Unknown
                }
                Tense::Future if possessive && w.xpos == "VB" && view.child(above, "aux").is_none() => {
                    Tense::Either
                }
                tense => tense,
            };
        }
    }
    Tense::Unknown
}

/// Whether the clause of `verb` is a condition or a bound that is yet to come: "*unless* it is lifted on Monday", "*when* they
/// meet on Monday".
fn awaited(view: &View, verb: usize) -> bool {
    let bound = |m: usize| {
        let form = view.form(m);
        const BOUNDS: &[&str] = &["if", "unless", "until", "once", "when", "before", "after"];
        BOUNDS.iter().any(|f| form.eq_ignore_ascii_case(f))
    };
    view.children_by(verb, "mark").any(bound)
        || view.word(verb).relation() == "advcl"
            && view.children_by(verb, "advmod").any(|m| m < verb && bound(m))
}

/// Whether the past of `verb` is that of a condition reported: "would stop *unless* they *left* by Monday". What would have been
/// done is over.
fn supposed(view: &View, verb: usize) -> bool {
    let Some(main) = view.head(verb).filter(|_| view.word(verb).relation() == "advcl") else { return false };
    on_condition(view, verb)
        && helped(view, main, &["would", "could", "might"])
        && !helped(view, main, &["have", "'ve", "’ve"])
        && !helped(view, verb, &["had"])
}

/// Whether the plan `verb` is of something whose own clause says that it was put off or called off.
fn called_off(view: &View, lexicon: &TimexLexicon, verb: usize) -> bool {
    let relative = view.word(verb).relation() == "acl";
    let above = std::iter::successors(view.head(verb), |&w| view.head(w)).take(3);
    let clause = above.into_iter().find(|&w| view.word(w).upos == "VERB").filter(|_| relative);
    clause.is_some_and(|c| {
        let off = view.children_by(c, "compound").any(|p| view.form(p).eq_ignore_ascii_case("off"));
        let known = lexicon.word(view.lemma(c));
        off && view.lemma(c) == "call" || known.is_some_and(|k| k.defers) && view.child(c, "nsubj").is_some()
    })
}

/// Whether the infinitive `verb` hangs on a plan that was made for what is over: "*had been due* to expire", "*was previously
/// set* to expire".
fn over(view: &View, lexicon: &TimexLexicon, verb: usize) -> bool {
    let Some(plan) = view.head(verb) else { return false };
    let once = |a: usize| matches!(view.lemma(a), "previously" | "originally" | "initially");
    lexicon.word(view.lemma(plan)).is_some_and(|w| w.ahead)
        && (helped(view, plan, &["had"]) && helped(view, plan, &["been"])
            || view.children_by(plan, "advmod").any(once))
}

/// Whether `verb` hangs on a noun that an ordinal marks, or on the ordinal itself.
fn of_an_order(view: &View, lexicon: &TimexLexicon, verb: usize) -> bool {
    let Some(noun) = view.head(verb) else { return false };
    let order = |i: usize| {
        let lemma = view.lemma(i);
        matches!(lemma, "only" | "last") || lexicon.word(lemma).is_some_and(|w| w.ordinal.is_some())
    };
    order(noun) || view.children(noun).iter().any(|&c| order(c as usize))
}

/// Whether an auxiliary of `verb` is one of `forms`.
fn helped(view: &View, verb: usize, forms: &[&str]) -> bool {
    let helpers = view.children_by(verb, "aux").chain(view.children_by(verb, "cop"));
    helpers.into_iter().any(|a| forms.iter().any(|f| view.form(a).eq_ignore_ascii_case(f)))
}

/// Whether a participle with a subject and no auxiliary is a past that the tagger misread: "Oslo *urged* them to leave".
fn plain_past(view: &View, verb: usize) -> bool {
    view.word(verb).xpos == "VBN"
        && view.child(verb, "nsubj").is_some()
        && view.child(verb, "aux").is_none()
        && view.child(verb, "cop").is_none()
}

fn tense(view: &View, verb: usize) -> Tense {
    // "may have been responsible" looks back.
    let perfect = || view.children_by(verb, "aux").any(|a| view.lemma(a) == "have");
    if helped(view, verb, &["would", "should", "must", "may", "might", "could"]) && perfect() {
        return Tense::Past;
    }
    if helped(view, verb, &["will", "shall", "'ll", "’ll", "wo", "would", "should", "must", "may"]) {
        return Tense::Future;
    }
    if helped(view, verb, &["could", "might", "can"]) {
        return Tense::Possible;
    }
    let helpers = || view.children_by(verb, "aux").chain(view.children_by(verb, "cop"));
    // "was *to arrive*", "was due *to expire*".
    let to_be = |a: usize| view.lemma(a) == "be";
    if view.word(verb).xpos == "VB" && helpers().any(to_be) && view.child(verb, "mark").is_some() {
        return Tense::Future;
    }
    if helpers().any(|a| view.word(a).xpos == "VBD" || view.lemma(a) == "have") {
        return Tense::Past;
    }
    // "to be held in May".
    if helpers().any(|a| view.word(a).xpos == "VB") {
        return Tense::Future;
    }
    match view.word(verb).xpos {
        "VBD" => Tense::Past,
        // "Chile *deplored* Friday the attack" is no infinitive, whatever the tag.
        "VB" if regular_past(view, verb) => Tense::Past,
        "VB" => Tense::Future,
        "VBN" if view.word(verb).relation() == "acl" || plain_past(view, verb) => Tense::Past,
        "VBZ" | "VBP" => Tense::Present,
        "VBN" if helpers().any(|a| matches!(view.word(a).xpos, "VBZ" | "VBP")) => Tense::Present,
        // "*asked on Monday* what he would do, he fled".
        "VBN" if view.word(verb).relation() == "advcl" => Tense::Past,
        // "is meeting him on Friday".
        "VBG" if helpers().any(|a| matches!(view.word(a).xpos, "VBZ" | "VBP")) => Tense::Present,
        // "arriving Tuesday" goes with the verb above it.
        "VBG" => match view.head(verb).map(|above| view.word(above).xpos) {
            Some("VBD") => Tense::Past,
            Some("VB") => Tense::Future,
            _ => Tense::Unknown,
        },
        _ => Tense::Unknown,
    }
}

/// Whether `verb` looks like a regular past and has neither "to" nor an auxiliary.
fn regular_past(view: &View, verb: usize) -> bool {
    let form = view.form(verb);
    let marked = view.child(verb, "mark").is_some() || view.child(verb, "aux").is_some();
    form.len() > 4 && form.ends_with("ed") && !form.ends_with("eed") && !marked
}

/// The nearest word before the expression, else after it, that tells: "*will* meet on Thursday", "*said* on Sunday".
fn direction_by_words(tokens: &[Token], start: usize, end: usize) -> Direction {
    const REACH: usize = 25;
    let at = |k: usize| tokens.get(k);
    let possessive = at(end).is_some_and(|t| t.is("'")) && at(end + 1).is_some_and(|t| t.is("s"));
    // "..., but in March a judge ruled": the verb follows.
    let opener = if start > 0 && tokens[start - 1].is_any(&["in", "on", "at", "by", "last", "late", "early"])
    {
        start - 1
    } else {
        start
    };
    let leads = tokens.get(opener).is_some_and(|t| t.opens)
        || opener > 0 && tokens[opener - 1].is_any(&[",", "but", "and", "\"", "'", "“", "-", ";", ":"]);
    let to = (end + REACH).min(tokens.len());
    let after = || {
        let cues = (end..to).take_while(|&k| !tokens[k].opens).map(|k| cue(tokens, k, possessive));
        cues.into_iter().find(|d| *d != Direction::Unknown).unwrap_or(Direction::Unknown)
    };
    if leads && !possessive {
        match after() {
            Direction::Unknown => {}
            found => return found,
        }
    }
    let from = start.saturating_sub(REACH);
    let mut i = start;
    while i > from && !tokens[i].opens {
        i -= 1;
        match cue(tokens, i, possessive) {
            Direction::Unknown => {}
            found => return found,
        }
    }
    after()
}

/// What token `i` says; beside a possessive ("Friday's") an infinitive says nothing.
fn cue(tokens: &[Token], i: usize, possessive: bool) -> Direction {
    let t = &tokens[i];
    let previous = |texts: &[&str]| i > 0 && tokens[i - 1].is_any(texts);
    if let Some(w) = t.word {
        let name = t.capital() && !t.opens;
        if w.future && !name {
            let outright =
                t.is_any(&["will", "shall", "ll", "wo", "upcoming", "forthcoming", "scheduled", "ahead"]);
            return if outright || !possessive { Direction::Future } else { Direction::Unknown };
        }
        if w.past && !name {
            // "to cut", "will be held" look ahead.
            if previous(&["to"]) || previous(&["be"]) {
                return Direction::Future;
            }
            return Direction::Past;
        }
    }
    if t.is("to") && !possessive {
        const NOT_VERBS: &[&str] =
            &["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those"];
        let next = tokens.get(i + 1);
        let verb = next.is_some_and(|n| {
            n.alphabetic() && !n.capital() && !n.is_any(NOT_VERBS) && n.word.is_none_or(|w| w.unit.is_none())
        });
        return if verb && !previous(&["according", "due", "prior"]) {
            Direction::Future
        } else {
            Direction::Unknown
        };
    }
    if t.form.len() > 4 && t.form.ends_with("ed") && !t.capital() {
        return match () {
            // "could be found" was or will be.
            () if previous(&["be"]) && i > 1 && tokens[i - 2].is_any(&["could", "might", "can"]) => {
                Direction::Unknown
            }
            () if previous(&["be"]) => Direction::Future,
            () if previous(&["are", "is", "being"]) => Direction::Unknown,
            () => Direction::Past,
        };
    }
    Direction::Unknown
}
