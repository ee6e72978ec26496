//! Attributions that syntax shows: an attributing word with a source and what it takes as content.

use super::Draft;
use super::clause::{
    first_of, hangs_from, is_finite, is_punctuation, marked, noun_phrase, runs, subject, trim, whole,
};
use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::{Cue, Frame};

/// Prepositions whose phrase belongs to what is said of an object: "accused them *of* ...", "praised her *for* ...".
const ABOUT_OBJECT: &[&str] = &["as", "of", "for", "over", "against", "to", "with"];

/// Verbs that lend their subject to the noun they take: "issued an ultimatum", "made an offer".
const SUPPORT: &[&str] = &[
    "issue",
    "make",
    "give",
    "have",
    "deliver",
    "repeat",
    "send",
    "offer",
    "release",
    "publish",
    "renew",
    "express",
    "voice",
    "sign",
    "present",
    "submit",
    "reiterate",
    "set",
    "face",
    "hold",
];

/// Every draft, in order of the cues.
pub(super) fn drafts(view: &View, lexicon: &Lexicon) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for i in 0..view.len() {
        let form = view.form(i);
        match view.word(i).upos {
            "VERB" | "AUX" => {
                if let Some(cue) = lexicon.cues.verb(form) {
                    found.extend(verb(view, lexicon, i, cue));
                }
                found.extend(made_clear(view, lexicon, i));
                if form.eq_ignore_ascii_case("according") {
                    found.extend(according(view, i));
                }
            }
            "NOUN" => {
                if let Some(cue) = lexicon.cues.noun(form) {
                    found.extend(noun(view, lexicon, i, cue));
                }
                if lexicon.commissives.is("by-whose", &form.to_lowercase()) {
                    found.extend(by_data(view, i));
                }
            }
            "X" => found.extend(foreign(view, i)),
            "ADJ" => {
                if let Some(cue) = lexicon.cues.adjective(form).or_else(|| lexicon.cues.verb(form)) {
                    found.extend(adjective(view, i, cue));
                }
            }
            "ADP" | "ADV" | "SCONJ" if form.eq_ignore_ascii_case("according") => {
                found.extend(according(view, i))
            }
            "ADV"
                if matches!(
                    form.to_lowercase().as_str(),
                    "reportedly" | "allegedly" | "supposedly" | "purportedly"
                ) =>
            {
                found.extend(hearsay(view, i));
            }
            _ => {}
        }
    }
    let told: Vec<WordRange> = found.iter().filter(|d| d.rule == "rule:quoted-as").map(|d| d.cue).collect();
    found.retain(|d| d.rule == "rule:quoted-as" || !told.iter().any(|c| c.overlaps(d.cue)));
    found
}

/// Drops drafts that tell again, of the same source, what another tells: "issued an ultimatum" around what the
/// ultimatum demands, "to show restraint" within what was called for.
pub(super) fn drop_echoes(drafts: &mut Vec<Draft>, view: &View) {
    let within = |a: &Draft, b: &Draft| {
        a.content.iter().all(|r| b.content.iter().any(|s| s.start <= r.start && r.end <= s.end))
    };
    let in_content = |a: &Draft, b: &Draft| b.content.iter().any(|r| r.contains(a.cue_head));
    let echo = |k: usize| {
        let d = &drafts[k];
        let near = drafts[k.saturating_sub(6)..(k + 7).min(drafts.len())].iter();
        let same = |o: &&Draft| {
            o.cue_head != d.cue_head && o.source_head.is_some() && o.source_head == d.source_head
        };
        let lends = matches!(d.rule, "rule:object" | "model:attribution")
            && SUPPORT.contains(&view.lemma(d.cue_head));
        let purpose = d.rule == "rule:object" && marked(view, d.cue_head, "mark", &["to"]).is_some();
        near.filter(same)
            .any(|o| lends && within(o, d) && in_content(o, d) || purpose && within(d, o) && in_content(d, o))
    };
    let echoes: Vec<bool> = (0..drafts.len()).map(echo).collect();
    let mut echo = echoes.into_iter();
    drafts.retain(|_| !echo.next().unwrap_or(false));
}

fn draft(
    view: &View,
    cue_head: usize,
    source: Option<usize>,
    content: Vec<WordRange>,
    rule: &'static str,
) -> Draft {
    Draft {
        source: source.map(|s| noun_phrase(view, s)),
        source_head: source,
        cue: cue_words(view, cue_head),
        cue_head,
        content_head: None,
        content,
        stance: None,
        quotation: false,
        spoken: false,
        rule,
    }
}

/// "has made it clear that ...", "let it be known that ...", "gave it to be understood that ...".
fn made_clear(view: &View, lexicon: &Lexicon, i: usize) -> Option<Draft> {
    // "made it known", "let it be known", "gave it to be understood".
    let (words, reach): (&[&str], usize) = match view.form(i).to_lowercase().as_str() {
        "make" | "makes" | "made" | "making" => (&["clear", "plain", "known"], 5),
        "let" | "lets" | "letting" => (&["known", "understood"], 4),
        "give" | "gives" | "gave" | "given" | "giving" => (&["understood", "understand"], 6),
        _ => return None,
    };
    let end = (view.sentence(i).end as usize).min(i + reach);
    let clear = (i + 1..end).find(|&k| words.contains(&view.form(k).to_lowercase().as_str()))?;
    let clause = [i, clear]
        .into_iter()
        .chain(i + 1..clear)
        .flat_map(|h| view.children(h).iter().map(|&c| c as usize))
        .find(|&c| {
            c > clear
                && (matches!(view.word(c).relation(), "ccomp" | "csubj" | "advcl" | "acl" | "parataxis"))
                && marked(view, c, "mark", &["that", "if", "whether"]).is_some()
        })?;
    let source = source_of(view, lexicon, i)?;
    let mut d = draft(view, i, Some(source), complement_runs(view, i, clause), "rule:made-clear");
    d.cue.end = clear as u32 + 1;
    d.content_head = Some(clause);
    d.stance = Some("asserts");
    d.quotation = true;
    Some(d)
}

/// The verb with its auxiliaries and negation before it and its particle behind it.
pub(super) fn cue_words(view: &View, head: usize) -> WordRange {
    let mut start = head;
    let belongs = |i: usize| {
        view.head(i) == Some(head)
            && (matches!(view.word(i).relation(), "aux" | "cop")
                || view.word(i).relation() == "advmod" && !is_punctuation(view, i)
                || view.form(i) == "to" && view.word(i).relation() == "mark")
            // "has so far refused"
            || view.word(i).relation() == "advmod"
                && view.head(i) == Some(i + 1)
                && view.word(i + 1).relation() == "advmod"
                && view.head(i + 1) == Some(head)
    };
    while start > view.sentence(head).start as usize && belongs(start - 1) {
        start -= 1;
    }
    let end = (head + 1..view.sentence(head).end as usize)
        .take_while(|&i| view.head(i) == Some(head) && view.word(i).deprel == "compound:prt")
        .last()
        .map_or(head + 1, |i| i + 1);
    WordRange::new(start, end)
}

/// "called off", "broke off".
pub(super) fn breaks_off(view: &View, verb: usize) -> bool {
    view.children_by(verb, "compound").any(|c| c > verb && view.form(c).eq_ignore_ascii_case("off"))
}

fn is_passive(view: &View, verb: usize) -> bool {
    view.children(verb).iter().any(|&c| view.word(c as usize).deprel.ends_with(":pass"))
}

/// The agent of a passive: "by Moscow".
fn agent(view: &View, verb: usize) -> Option<usize> {
    view.children_by(verb, "obl").find(|&o| marked(view, o, "case", &["by"]).is_some())
}

/// "X was quoted as saying that ...", "the agency quoted X as saying ...": X says it.
fn quoted_as(view: &View, i: usize) -> Option<Draft> {
    let quote = view.head(i).filter(|&q| q < i && matches!(view.lemma(q), "quote" | "cite" | "report"))?;
    marked(view, i, "mark", &["as"])?;
    let passive = is_passive(view, quote);
    let source = if passive { subject(view, quote) } else { view.child(quote, "obj") }?;
    // "..., X was quoted as saying by the agency": what is said stands before.
    if i + 1 >= view.sentence(i).end as usize || matches!(view.form(i + 1), "by" | "." | "in" | "on") {
        return None;
    }
    let content = match view.child(i, "ccomp").filter(|&c| c > i) {
        Some(c) => complement_runs(view, i, c),
        None => {
            let end = view.subtree(i).end as usize;
            vec![trim(view, WordRange::new(i + 1, end))]
        }
    };
    let mut d = draft(view, i, Some(source), content, "rule:quoted-as");
    d.cue = WordRange::new(if passive { cue_words(view, quote).start as usize } else { i - 1 }, i + 1);
    d.content_head = view.child(i, "ccomp");
    d.stance = Some("asserts");
    d.quotation = true;
    (!d.content.iter().any(|r| r.is_empty() || r.contains(source))).then_some(d)
}

/// A clause before the verb whose subject the parse lost: "Rebels took the town, residents and a nurse said."
fn cut_clause(view: &View, i: usize) -> Option<Draft> {
    let clause = view.child(i, "ccomp").filter(|&c| c < i)?;
    let own = i > 0 && matches!(view.word(i - 1).upos, "NOUN" | "PROPN" | "PRON");
    let comma =
        (clause..i).rev().find(|&k| view.form(k) == ",").filter(|&k| own && k + 1 < i && i - k < 14)?;
    let source = (comma + 1..i).find(|&k| {
        matches!(view.word(k).upos, "NOUN" | "PROPN" | "PRON")
            && view.head(k).is_none_or(|h| !(comma + 1..i).contains(&h))
    })?;
    let content = trim(view, WordRange::new(first_of(view, clause), comma));
    let mut d = draft(view, i, Some(source), vec![content], "rule:clause");
    d.content_head = Some(clause);
    d.stance = Some("asserts");
    d.quotation = true;
    (!content.is_empty() && !content.contains(source)).then_some(d)
}

fn verb(view: &View, lexicon: &Lexicon, i: usize, cue: &Cue) -> Option<Draft> {
    if view.lemma(i) == "say"
        && let Some(d) = quoted_as(view, i)
    {
        return Some(d);
    }
    // "Asked whether ..., the envoy said": somebody else asked.
    if view.word(i).xpos == "VBN" && view.word(i).relation() == "advcl" && view.child(i, "nsubj").is_none() {
        return None;
    }
    // "called off", "broke off": with this particle no verb says anything.
    if breaks_off(view, i) {
        return None;
    }
    let passive = is_passive(view, i);
    let participle =
        view.word(i).xpos == "VBN" && view.word(i).deprel == "acl" && view.child(i, "nsubj").is_none();
    if passive || participle {
        return passive_verb(view, i, cue, participle);
    }
    let source = source_of(view, lexicon, i).or_else(|| parted_source(view, i));
    if source.is_none() && quotable(cue) {
        return cut_clause(view, i);
    }
    let (mut content, frame, content_head, rule) = complement(view, i, cue)?;
    content.retain(|r| !r.is_empty());
    if content.is_empty() {
        return None;
    }
    let takes_source = source.is_some() || frame == Frame::PassiveTo;
    if !takes_source || source.is_some_and(|s| content.iter().any(|r| r.contains(s))) {
        return None;
    }
    let mut d = draft(view, i, source.filter(|_| frame != Frame::PassiveTo), content, rule);
    d.content_head = Some(content_head);
    d.stance = cue.takes(frame).or(Some(cue.stance));
    d.quotation = cue.takes(Frame::Quotation).is_some();
    if let Frame::After(word) = frame
        && let Some(p) =
            (i + 1..view.sentence(i).end as usize).take(4).find(|&p| view.form(p).eq_ignore_ascii_case(word))
    {
        d.cue.end = d.cue.end.max(p as u32 + 1);
        if d.content[0].start < d.cue.end {
            d.cue.end = i as u32 + 1;
        }
    }
    Some(d)
}

/// Every phrase that a word takes or could take as its content, whatever the lexicon says of the word.
pub(super) fn phrases(view: &View, head: usize) -> Vec<Vec<WordRange>> {
    let mut out: Vec<Vec<WordRange>> = Vec::new();
    for c in view.children(head).iter().map(|&c| c as usize) {
        let deprel = view.word(c).deprel;
        let of_case = |c: usize| {
            let start = view.child(c, "case").filter(|&k| k < c).map_or(first_of(view, c), |k| k + 1);
            trim(view, WordRange::new(start, without_set_off(view, c).max(start)))
        };
        match view.word(c).relation() {
            "ccomp" => out.push(complement_runs(view, head, c)),
            "xcomp" | "acl" | "advcl" => out.push(runs(view, c, &[])),
            "obj" => {
                out.extend(object_content(view, head, c, Frame::Object).map(|r| vec![trim(view, r)]));
                out.push(vec![of_case(c)]);
                if let Some(x) = view.children_by(head, "xcomp").find(|&x| x > c) {
                    let r = WordRange::new(first_of(view, c), view.subtree(x).end as usize);
                    out.push(vec![trim(view, r)]);
                }
            }
            "obl" | "nmod" if deprel != "nmod:poss" && deprel != "obl:tmod" => out.push(vec![of_case(c)]),
            "nsubj" if deprel == "nsubj:pass" => out.push(vec![of_case(c)]),
            _ => {}
        }
    }
    out.retain(|p| !p.is_empty() && p.iter().all(|r| !r.is_empty()));
    out
}

type Complement = (Vec<WordRange>, Frame, usize, &'static str);

/// What an active verb takes, by the frames of its entry.
fn complement(view: &View, i: usize, cue: &Cue) -> Option<Complement> {
    // A relative pronoun is no object: "talks which they offered to host".
    let object = view.child(i, "obj").or_else(|| view.child(i, "iobj")).filter(|&o| o > i);
    let clause = view
        .children_by(i, "ccomp")
        .find(|&c| cue.takes(Frame::That).is_some() || quotable(cue) && !is_punctuation(view, c));
    if let Some(c) = clause.filter(|_| cue.takes(Frame::That).is_some() || quotable(cue)) {
        return Some((complement_runs(view, i, c), Frame::That, c, "rule:clause"));
    }
    let infinitive = view.children_by(i, "xcomp").find(|&x| marked(view, x, "mark", &["to"]).is_some());
    if let Some(x) = infinitive {
        match object.filter(|&o| o < x) {
            Some(o) if cue.takes(Frame::ObjectTo).is_some() => {
                let r = WordRange::new(first_of(view, o), infinitive_end(view, x));
                return Some((vec![trim(view, r)], Frame::ObjectTo, x, "rule:object-infinitive"));
            }
            None if cue.takes(Frame::PassiveTo).is_some() && cue.takes(Frame::To).is_none() => {
                let s = subject(view, i)?;
                return Some((
                    vec![noun_phrase(view, s), whole(view, x)],
                    Frame::PassiveTo,
                    x,
                    "rule:raising",
                ));
            }
            // "if it refused to talk" tells of nobody's refusal.
            None if cue.takes(Frame::To).is_some()
                && view.word(i).relation() == "advcl"
                && marked(view, i, "mark", &["if", "unless"]).is_some() => {}
            None if cue.takes(Frame::To).is_some() => {
                // What a relative pronoun takes from before the verb stays there.
                let mut content = runs(view, x, &[]);
                content.retain(|r| r.start as usize > i);
                return Some((content, Frame::To, x, "rule:infinitive"));
            }
            _ => {}
        }
    }
    for &(frame, _) in &cue.frames {
        if let Frame::After(word) = frame
            && let Some((r, head)) = after(view, i, word)
        {
            return Some((vec![trim(view, r)], frame, head, "rule:preposition"));
        }
    }
    if cue.takes(Frame::That).is_some()
        && object.is_none_or(|o| o < i + 4)
        && let Some(c) = strayed_clause(view, i)
    {
        return Some((vec![whole(view, c)], Frame::That, c, "rule:strayed-clause"));
    }
    if let Some(host) = commented(view, i).filter(|_| quotable(cue)) {
        let content = runs(view, host, &[i]);
        return Some((content, Frame::Quotation, host, "rule:interposed"));
    }
    if cue.takes(Frame::Object).is_some()
        && view.word(i).deprel == "acl:relcl"
        && view.child(i, "obj").is_none()
        && infinitive.is_none()
    {
        // "the guarantees he has demanded"
        let noun = view
            .head(i)
            .filter(|&n| n < i && view.child(i, "nsubj").is_some_and(|s| s > n && !is_relative(view, s)))?;
        return Some((vec![noun_phrase(view, noun)], Frame::Object, noun, "rule:relative"));
    }
    for frame in [Frame::As, Frame::SecondPredicate, Frame::Object] {
        if cue.takes(frame).is_some()
            && let Some(r) = object.and_then(|o| object_content(view, i, o, frame))
        {
            return Some((vec![trim(view, r)], frame, object.unwrap_or(i), "rule:object"));
        }
    }
    None
}

/// The words of a finite complement: from "that", with a condition that stands before its verb, without what follows
/// the reporting verb where the complement stands before it.
fn complement_runs(view: &View, verb: usize, clause: usize) -> Vec<WordRange> {
    let mut out = runs(view, clause, &split_off(view, verb, clause));
    if clause > verb {
        // What stands before the verb belongs to the clause only where the verb is put into it.
        out.retain(|r| r.start as usize > verb || is_punctuation(view, r.end as usize));
        let Some(&first) = out.first() else { return out };
        let before = verb + 1..first.start as usize;
        let that = before
            .clone()
            .find(|&t| view.form(t).eq_ignore_ascii_case("that") && view.word(t).relation() == "mark");
        let condition = || {
            view.children_by(verb, "advcl").filter(|a| before.contains(a)).map(|a| first_of(view, a)).find(
                |&f| {
                    before.contains(&f)
                        && matches!(
                            view.form(f).to_lowercase().as_str(),
                            "if" | "unless" | "should" | "when" | "once"
                        )
                },
            )
        };
        if let Some(start) = that.or_else(condition) {
            out[0].start = start as u32;
        }
    } else {
        // "..., its spokesman said on Friday, two days after the raid": what follows tells of the saying, unless a
        // conjunction after a comma takes the clause up again.
        let resumes = |r: &WordRange| {
            let first = r.start as usize;
            let clausal = r.range().any(|i| matches!(view.word(i).upos, "VERB" | "AUX"));
            let joins = matches!(view.word(first).upos, "CCONJ" | "SCONJ") || is_relative(view, first);
            clausal && (joins && view.form(first - 1) == "," || r.contains(clause))
        };
        out.retain(|r| (r.start as usize) < verb || resumes(r));
    }
    out
}

fn quotable(cue: &Cue) -> bool {
    cue.takes(Frame::Quotation).is_some()
}

/// Parts of a complement that belong beside the verb: "said he saw no progress, *but stressed that ...*".
///
/// A verb coordinated inside the complement after a comma, without a subject of its own, that attributes a clause.
fn split_off(view: &View, verb: usize, clause: usize) -> Vec<usize> {
    let mut out: Vec<usize> =
        view.children_by(clause, "conj").filter(|&c| sibling_of_reporting_verb(view, verb, c)).collect();
    // An interposed "he said" hangs inside what it reports.
    out.extend(view.children_by(clause, "parataxis").filter(|&p| p == verb));
    out
}

/// Whether `c`, parsed as coordinated within the complement of `verb`, continues `verb` itself.
pub(super) fn sibling_of_reporting_verb(view: &View, verb: usize, c: usize) -> bool {
    let past = |i: usize| matches!(view.word(i).xpos, "VBD" | "VBZ" | "VBP");
    let own = view.child(c, "nsubj").is_none();
    let bare = past(c) && view.word(c).xpos == view.word(verb).xpos && own;
    // "said the gate would be closed and accused Oslo": what has an object is no passive.
    let active =
        || view.word(c).xpos == "VBN" && own && past(verb) && view.child(c, "obj").is_some_and(|o| o > c);
    let passive = view.head(c).is_some_and(|h| is_passive(view, h));
    if passive && active() && view.child(c, "cc").is_some() && view.child(c, "aux").is_none() {
        return true;
    }
    // "said the gate would close and accused ...": no past form hangs on "would".
    let modal = |i: usize| view.children_by(i, "aux").any(|a| view.word(a).xpos == "MD");
    // Nor on "was", as "going" does.
    let unlike = |i: usize| modal(i) || matches!(view.word(i).xpos, "VBG" | "VB");
    if bare && view.child(c, "cc").is_some() && view.head(c).is_some_and(unlike) && !modal(c) {
        return true;
    }
    bare && view.child(c, "ccomp").is_some()
        && marked(view, c, "cc", &["but", "and"]).is_some_and(|cc| cc > 0 && view.form(cc - 1) == ",")
}

/// End of an infinitive without a finite verb that the parse coordinated with it: "urged both to talk and *offered* ...".
fn infinitive_end(view: &View, infinitive: usize) -> usize {
    let stray = view
        .children_by(infinitive, "conj")
        .find(|&c| is_finite(view, c) && view.child(c, "nsubj").is_none());
    stray.map_or(view.subtree(infinitive).end as usize, |c| {
        let first = first_of(view, c);
        if first > infinitive { first } else { c }
    })
}

fn is_relative(view: &View, i: usize) -> bool {
    matches!(view.form(i).to_lowercase().as_str(), "who" | "which" | "that" | "whom")
}

/// The phrase after a preposition or particle of the verb, with its head word.
fn after(view: &View, verb: usize, word: &'static str) -> Option<(WordRange, usize)> {
    for o in view.children_by(verb, "obl").filter(|&o| o > verb) {
        let Some(case) = marked(view, o, "case", &[word]) else { continue };
        let mut end = view.subtree(o).end as usize;
        if let Some(x) =
            view.children_by(verb, "xcomp").chain(view.children_by(verb, "advcl")).find(|&x| x > o)
            && marked(view, x, "mark", &["to"]).is_some()
        {
            end = end.max(view.subtree(x).end as usize);
        }
        // "threatened them with sanctions *unless they leave*"
        let tied =
            |&a: &usize| marked(view, a, "mark", &["if", "unless"]).is_some() && first_of(view, a) == end;
        if let Some(a) = view.children_by(verb, "advcl").find(tied) {
            end = view.subtree(a).end as usize;
        }
        return Some((WordRange::new(case + 1, end), o));
    }
    for a in view.children_by(verb, "advcl").filter(|&a| a > verb) {
        if let Some(mark) = marked(view, a, "mark", &[word]) {
            return Some((WordRange::new(mark + 1, view.subtree(a).end as usize), a));
        }
    }
    let particle = view.children(verb).iter().map(|&c| c as usize).find(|&c| {
        c == verb + 1
            && matches!(view.word(c).relation(), "compound" | "advmod")
            && view.form(c).eq_ignore_ascii_case(word)
    })?;
    let taken = view.child(verb, "ccomp").or_else(|| view.child(verb, "obj")).filter(|&o| o > particle)?;
    Some((view.subtree(taken), taken))
}

/// A clause with "that" which the parse hung from a word between it and its verb.
fn strayed_clause(view: &View, verb: usize) -> Option<usize> {
    let sentence = view.sentence(verb);
    let end = (sentence.end as usize).min(verb + 40);
    (verb + 2..end).find_map(|t| {
        let that = view.form(t).eq_ignore_ascii_case("that") && view.word(t).relation() == "mark";
        let clause = view.head(t).filter(|_| that)?;
        let finite = view.child(clause, "nsubj").is_some_and(|s| s != t);
        // "confirmed this, telling reporters that ...": the clause is what the other verb says.
        let other = view.head(clause).is_some_and(|h| {
            h != verb && h > verb && view.word(h).upos == "VERB" && view.word(clause).relation() == "ccomp"
        });
        (!other && finite && clause > t && hangs_from(view, clause, verb)).then_some(clause)
    })
}

/// The clause into which a reporting verb is put without an object of its own: "The talks, he said, had failed."
fn commented(view: &View, verb: usize) -> Option<usize> {
    let host = view.head(verb)?;
    // "..., a source informed the newspaper": at the end of a sentence the object is who was told.
    let last = view.word(verb).relation() == "parataxis" && host < verb;
    let own = view.child(verb, "ccomp").or(view.child(verb, "xcomp")).is_some()
        || view.child(verb, "obj").is_some_and(|o| !last || o < verb);
    let as_clause = view.word(verb).relation() == "advcl" && marked(view, verb, "mark", &["as"]).is_some();
    let put_in = view.word(verb).relation() == "parataxis" && view.child(verb, "nsubj").is_some();
    ((put_in || as_clause) && !own && view.word(host).upos != "PUNCT").then_some(host)
}

/// The object with what is said of it.
fn object_content(view: &View, verb: usize, object: usize, frame: Frame) -> Option<WordRange> {
    let start = first_of(view, object);
    let mut end = without_set_off(view, object);
    let follows = |c: usize| c > object;
    let mut second = false;
    for &c in view.children(verb) {
        let c = c as usize;
        let case = view.child(c, "case").or_else(|| view.child(c, "mark"));
        let preposition = case.map(|p| view.form(p).to_lowercase()).unwrap_or_default();
        let joined = match view.word(c).relation() {
            "xcomp" => true,
            "obl" | "advcl" | "nmod" => {
                ABOUT_OBJECT.contains(&preposition.as_str()) && view.word(c).deprel != "obl:tmod"
            }
            _ => false,
        };
        if follows(c) && joined {
            second |= view.word(c).relation() == "xcomp" || preposition == "as";
            end = end.max(view.subtree(c).end as usize);
        }
    }
    let start = if verb < object { start.max(verb + 1) } else { start };
    match frame {
        Frame::As | Frame::SecondPredicate => second.then(|| WordRange::new(start, end)),
        _ => Some(WordRange::new(start, end)),
    }
}

/// End of the phrase of `noun` without a relative clause that a comma sets off at its end.
fn without_set_off(view: &View, noun: usize) -> usize {
    let all = view.subtree(noun);
    let mut end = all.end as usize;
    let relative = all.range().find(|&i| {
        view.word(i).deprel == "acl:relcl" && i > noun && {
            let first = first_of(view, i);
            first > noun && (view.form(first) == "," || view.form(first - 1) == ",")
        }
    });
    if let Some(r) = relative.filter(|&r| view.subtree(r).end as usize + 1 >= end) {
        end = first_of(view, r);
    }
    end
}

/// "the guarantees demanded by Oslo", "was accused of", "is expected to".
fn passive_verb(view: &View, i: usize, cue: &Cue, participle: bool) -> Option<Draft> {
    let by = agent(view, i);
    let patient = if participle {
        nearest_noun(view, i).or_else(|| view.head(i))
    } else {
        view.children(i)
            .iter()
            .map(|&c| c as usize)
            .find(|&c| view.word(c).deprel == "nsubj:pass")
            .or_else(|| subject(view, i))
    };
    let infinitive = view.children_by(i, "xcomp").find(|&x| marked(view, x, "mark", &["to"]).is_some());
    let (content, head, frame, rule) = if let Some(c) = view
        .child(i, "ccomp")
        .or_else(|| view.child(i, "csubj").filter(|&c| c > i))
        .filter(|_| cue.takes(Frame::That).is_some())
    {
        (vec![whole(view, c)], c, Frame::That, "rule:passive-clause")
    } else if let Some(x) = infinitive {
        let frame = [Frame::PassiveTo, Frame::ObjectTo].into_iter().find(|&f| cue.takes(f).is_some())?;
        let mut content = Vec::new();
        content.extend(patient.map(|p| noun_phrase(view, p)));
        content.push(whole(view, x));
        (content, x, frame, "rule:passive-infinitive")
    } else {
        let frame = [Frame::Object, Frame::As, Frame::SecondPredicate]
            .into_iter()
            .find(|&f| cue.takes(f).is_some())?;
        by?;
        let p = patient?;
        let mut content = vec![noun_phrase(view, p)];
        content.extend(
            view.children_by(i, "obl")
                .filter(|&o| Some(o) != by && marked(view, o, "case", ABOUT_OBJECT).is_some())
                .map(|o| whole(view, o)),
        );
        (content, p, frame, "rule:passive-object")
    };
    let mut d = draft(view, i, by, content, rule);
    d.content.sort();
    d.content_head = Some(head);
    d.stance = cue.takes(frame);
    d.quotation = false;
    Some(d)
}

/// The noun right before a participle, closing marks aside, where it belongs to the phrase that the parse chose.
fn nearest_noun(view: &View, participle: usize) -> Option<usize> {
    let head = view.head(participle)?;
    let before =
        (view.sentence(participle).start as usize..participle).rev().find(|&k| !is_punctuation(view, k))?;
    let mut noun = before;
    while noun != head && matches!(view.word(noun).relation(), "flat" | "fixed" | "compound") {
        noun = view.head(noun)?;
    }
    (matches!(view.word(noun).upos, "NOUN" | "PROPN") && hangs_from(view, noun, head)).then_some(noun)
}

/// "The council, having heard both sides, yesterday *declared* that ...": the subject that a long insertion parted from its
/// verb, where the parse lost it.
fn parted_source(view: &View, verb: usize) -> Option<usize> {
    let begin = view.sentence(verb).start as usize;
    let clause =
        view.child(verb, "ccomp").filter(|&c| c > verb && marked(view, c, "mark", &["that"]).is_some());
    if view.word(verb).xpos != "VBD" || view.word(verb).relation() == "conj" || clause.is_none() {
        return None;
    }
    let near = (begin + 1..verb).rev().take(3).find(|&i| view.form(i) == ",")?;
    let adverbial = (near + 1..verb)
        .all(|i| matches!(view.word(i).upos, "ADV" | "NOUN") || view.form(i).ends_with("day"));
    let comma = (begin + 1..near).find(|&i| view.form(i) == ",")?;
    let phrase = begin..comma;
    let verbless = phrase.clone().all(|i| !matches!(view.word(i).upos, "VERB" | "AUX" | "SCONJ"));
    let opens = !matches!(view.word(begin).upos, "ADP" | "ADV" | "CCONJ");
    let nominal = |&i: &usize| matches!(view.word(i).upos, "NOUN" | "PROPN" | "PRON");
    let head = phrase
        .clone()
        .find(|i| nominal(i) && view.head(*i).is_none_or(|h| !phrase.contains(&h) || !nominal(&h)))?;
    (adverbial && verbless && opens).then_some(head)
}

/// Who says it: the subject; for a participle on a noun, the noun, or whoever issues what the noun names.
fn source_of(view: &View, lexicon: &Lexicon, verb: usize) -> Option<usize> {
    let own = view.child(verb, "nsubj").filter(|&s| marked(view, s, "case", &["to"]).is_none());
    if own.is_none() && view.word(verb).deprel == "acl" {
        let mut noun = view.head(verb)?;
        if let Some(s) = view.child(verb, "nsubj") {
            noun = s;
        }
        // "an ultimatum to the West demanding ...": the participle belongs to the ultimatum.
        let states = |n: usize| lexicon.cues.noun(view.form(n)).is_some();
        if marked(view, noun, "case", &["to"]).is_some()
            && let Some(above) = view.head(noun)
        {
            if above == verb {
                noun = view.head(verb)?;
            } else if states(above) {
                noun = above;
            } else if view.child(above, "obj").is_some_and(states) {
                return subject(view, above);
            }
        }
        let issuer = view.head(noun).filter(|&v| {
            view.word(noun).relation() == "obj" && (states(noun) || SUPPORT.contains(&view.lemma(v)))
        });
        return issuer.and_then(|v| subject(view, v)).or(Some(noun));
    }
    let s = own.or_else(|| subject(view, verb))?;
    (!matches!(view.form(s).to_lowercase().as_str(), "it" | "there") || view.word(s).upos == "PRON")
        .then_some(s)
}

/// "the government's demand for ...", "a promise that ...", "its refusal to ...".
fn noun(view: &View, lexicon: &Lexicon, i: usize, cue: &Cue) -> Option<Draft> {
    let source = noun_source(view, i);
    let clause = view.children_by(i, "acl").chain(view.children_by(i, "ccomp")).find(|&c| {
        c > i && view.word(c).deprel != "acl:relcl" || marked(view, c, "mark", &["that"]).is_some()
    });
    let mut found: Option<(WordRange, usize, Frame)> = None;
    if let Some(c) = clause {
        let frame = match (marked(view, c, "mark", &["to"]), marked(view, c, "mark", &["that"])) {
            (Some(_), _) => Some(Frame::To),
            (_, Some(_)) => Some(Frame::That),
            _ => None,
        };
        found = frame.filter(|&f| cue.takes(f).is_some()).map(|f| (view.subtree(c), c, f));
    }
    if found.is_none() {
        found = cue.frames.iter().find_map(|&(frame, _)| {
            let Frame::After(word) = frame else { return None };
            let n =
                view.children_by(i, "nmod").find(|&n| n > i && marked(view, n, "case", &[word]).is_some())?;
            let case = marked(view, n, "case", &[word])?;
            source.map(|_| (WordRange::new(case + 1, view.subtree(n).end as usize), n, frame))
        });
    }
    let (words, head, frame) = found?;
    let words = trim(view, words);
    let _ = lexicon;
    if words.is_empty() || source.is_none() && frame == Frame::To {
        return None;
    }
    let mut d = draft(view, i, source.filter(|&s| !words.contains(s)), vec![words], "rule:noun");
    d.cue = WordRange::new(i, i + 1);
    d.content_head = Some(head);
    d.stance = cue.takes(frame);
    Some(d)
}

/// Whose word a noun is: the possessor, "by X", or the subject of a verb that lends it.
fn noun_source(view: &View, noun: usize) -> Option<usize> {
    let children = || view.children(noun).iter().map(|&c| c as usize);
    children()
        .find(|&c| view.word(c).deprel == "nmod:poss")
        .or_else(|| {
            children().find(|&c| {
                view.word(c).relation() == "nmod"
                    && c > noun
                    && marked(view, c, "case", &["by", "from"]).is_some()
            })
        })
        .or_else(|| {
            let v = view.head(noun).filter(|_| view.word(noun).relation() == "obj")?;
            SUPPORT.contains(&view.lemma(v)).then(|| subject(view, v)).flatten()
        })
}

/// "is confident that ...", "are ready to ...".
fn adjective(view: &View, i: usize, cue: &Cue) -> Option<Draft> {
    let source = subject(view, i)?;
    if view.word(source).upos == "PRON" && matches!(view.form(source).to_lowercase().as_str(), "it" | "there")
    {
        return None;
    }
    let clause = view
        .child(i, "ccomp")
        .or_else(|| view.children_by(i, "advcl").find(|&c| marked(view, c, "mark", &["that"]).is_some()));
    let infinitive = || {
        view.children_by(i, "xcomp")
            .chain(view.children_by(i, "advcl"))
            .find(|&x| marked(view, x, "mark", &["to"]).is_some())
    };
    let (words, head, frame) = if let Some(c) = clause.filter(|_| cue.takes(Frame::That).is_some()) {
        (whole(view, c), c, Frame::That)
    } else if let Some(x) = infinitive().filter(|_| cue.takes(Frame::To).is_some()) {
        (whole(view, x), x, Frame::To)
    } else {
        let (frame, r, o) = cue.frames.iter().find_map(|&(frame, _)| {
            let Frame::After(word) = frame else { return None };
            after(view, i, word).map(|(r, o)| (frame, trim(view, r), o))
        })?;
        (r, o, frame)
    };
    if words.is_empty() || words.contains(source) {
        return None;
    }
    let mut d = draft(view, i, Some(source), vec![words], "rule:adjective");
    d.content_head = Some(head);
    d.stance = cue.takes(frame);
    Some(d)
}

/// "According to X, ...": the rest of the clause is what X says.
fn according(view: &View, i: usize) -> Option<Draft> {
    let sentence = view.sentence(i);
    let to =
        (i + 1 < sentence.end as usize && view.form(i + 1).eq_ignore_ascii_case("to")).then_some(i + 1)?;
    // The source hangs above "according" (as its case) or below it (as its oblique).
    let above = view.head(i).filter(|&h| h > to);
    let source = above
        .or_else(|| view.child(i, "obl").filter(|&o| o > to))
        .or_else(|| view.head(to).filter(|&h| h > to))
        .or_else(|| {
            (to + 1..sentence.end as usize).find(|&k| matches!(view.word(k).upos, "NOUN" | "PROPN" | "PRON"))
        })?;
    let phrase = if above.is_some() { source } else { i };
    let mut host = view.head(phrase).filter(|&h| h != source)?;
    // "according to" may hang from a noun of the clause; what is said is the clause.
    for _ in 0..sentence.len() {
        if matches!(view.word(host).upos, "VERB" | "AUX")
            || view.child(host, "nsubj").is_some()
            || view.child(host, "cop").is_some()
        {
            break;
        }
        match view.head(host) {
            Some(h) => host = h,
            None => break,
        }
    }
    let content: Vec<WordRange> = runs(view, host, &[phrase, source]);
    let content: Vec<WordRange> = content.into_iter().filter(|r| !r.contains(i)).collect();
    if content.is_empty() {
        return None;
    }
    let mut d = draft(view, i, Some(source), content, "rule:according-to");
    d.source = d.source.map(|s| WordRange::new((s.start as usize).max(to + 1), s.end as usize));
    d.cue = WordRange::new(i, to + 1);
    d.content_head = Some(host);
    d.stance = Some("asserts");
    Some(d)
}

/// "By the data of X, ...", "in the view of X, ...": the rest of the clause is what X says.
fn by_data(view: &View, i: usize) -> Option<Draft> {
    let case = marked(view, i, "case", &["by", "in", "on"])?;
    let of =
        view.children_by(i, "nmod").find(|&n| n > i && marked(view, n, "case", &["of", "from"]).is_some())?;
    let article = (case + 1..i).all(|w| matches!(view.form(w).to_lowercase().as_str(), "the" | "official"));
    let next = i + 1 < view.len() && matches!(view.form(i + 1), "of" | "from");
    let host = view
        .head(i)
        .filter(|&h| matches!(view.word(h).upos, "VERB" | "AUX") || view.child(h, "cop").is_some())?;
    // "in the view of many" at the end or the beginning of the clause, set off from it.
    let (first, last) = (first_of(view, i), view.subtree(i).end as usize);
    let begins = first == view.sentence(i).start as usize;
    let set_off =
        begins && last < view.len() || first > 0 && view.form(first - 1) == "," || view.form(first) == ",";
    if !article
        || !next
        || !set_off
        || view.child(host, "nsubj").is_none() && view.child(host, "nsubj:pass").is_none()
    {
        return None;
    }
    let content: Vec<WordRange> = runs(view, host, &[i]);
    if content.is_empty() {
        return None;
    }
    let mut d = draft(view, i, Some(of), content, "rule:according-to");
    d.source = Some(noun_phrase(view, of));
    d.cue = WordRange::new(case, i + 2);
    d.content_head = Some(host);
    d.stance = Some("asserts");
    Some(d)
}

/// "Oslo [a word of another language], that ...": a verb that the translation left, with who says and what.
fn foreign(view: &View, i: usize) -> Option<Draft> {
    let source = view.child(i, "nsubj").filter(|&s| s < i)?;
    let clause =
        view.children_by(i, "ccomp").find(|&c| c > i && marked(view, c, "mark", &["that"]).is_some())?;
    let letters = |w: usize| view.form(w).chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    if !letters(i) {
        return None;
    }
    let mut d = draft(view, i, Some(source), complement_runs(view, i, clause), "rule:clause");
    d.content_head = Some(clause);
    d.stance = Some("asserts");
    (!d.content.is_empty()).then_some(d)
}

/// "reportedly", "allegedly": somebody unnamed says it.
fn hearsay(view: &View, i: usize) -> Option<Draft> {
    let host = view.head(i).filter(|&h| matches!(view.word(h).upos, "VERB" | "AUX"))?;
    let mut d = draft(view, i, None, runs(view, host, &[i]), "rule:hearsay");
    d.cue = WordRange::new(i, i + 1);
    d.content_head = Some(host);
    d.stance = Some("asserts");
    (!d.content.is_empty()).then_some(d)
}
