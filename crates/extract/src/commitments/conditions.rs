//! Conditions: what is said to follow from what, found over the parse.

use crate::View;
use crate::attribution::clause::{first_of, is_punctuation, marked, runs, subject, trim};
use demarche_base::WordRange;
use demarche_lexicon::commissives::{CommissiveLexicon, Complement, Deed, Link};

/// An outcome tied to an act or a state of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The words that tie them: "if", "unless", "in case of", the inverted auxiliary, "depend on".
    pub connective: WordRange,
    /// The condition, without its connective.
    pub if_words: Vec<WordRange>,
    /// Head word of the condition.
    pub if_head: usize,
    /// What follows from it.
    pub then_words: Vec<WordRange>,
    /// Head word of what follows.
    pub then_head: usize,
    /// Whether the condition is that the act is not done: by the connective ("unless") or by a "not".
    pub negated: bool,
    /// How the words bind.
    pub tie: Tie,
    /// Whether "only" stands before them.
    pub only: bool,
}

/// How a connective binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Always a condition: "if", "unless", "provided", "should they".
    If,
    /// A condition in general or future statements: "when", "once".
    When,
    /// What holds until the condition is met: "will not return until".
    Until,
    /// "depends on", "is contingent on": an outcome that hangs on an act.
    Depends,
    /// A noun phrase: "in case of", "any attack", "without guarantees".
    Nominal,
}

/// Every condition of a text, in order of the connectives.
///
/// ```text
/// If the army leaves, talks can begin.          if: the army leaves      then: talks can begin
/// Talks can begin unless the army advances.     if (not): the army advances
/// Should the army leave, talks can begin.       inversion
/// Success depends on the army's withdrawal.     if: the army's withdrawal   then: Success
/// The army must leave, otherwise talks fail.    if (not): The army must leave
/// ```
pub fn conditions(view: &View, lexicon: &CommissiveLexicon) -> Vec<Condition> {
    let mut found: Vec<Condition> = (0..view.len())
        .filter_map(|i| {
            clause(view, lexicon, i)
                .or_else(|| inversion(view, lexicon, i))
                .or_else(|| were_to(view, i))
                .or_else(|| moment(view, lexicon, i))
                .or_else(|| case(view, lexicon, i))
                .or_else(|| depends(view, lexicon, i))
                .or_else(|| otherwise(view, lexicon, i))
        })
        .filter(|c| !c.if_words.is_empty() && !c.then_words.is_empty())
        .collect();
    // "in case of", not "in case" with "of" behind it.
    found.sort_by_key(|c| (c.connective.start, std::cmp::Reverse(c.connective.end)));
    found.dedup_by(|a, b| a.connective.start == b.connective.start);
    found
}

fn lower(view: &View, i: usize) -> String {
    view.form(i).to_lowercase()
}

/// The connective phrase over word `i`, one of those that `fits`: its words and how it ties.
fn phrase_over(
    view: &View,
    lexicon: &CommissiveLexicon,
    i: usize,
    fits: fn(Link) -> bool,
) -> Option<(WordRange, Link)> {
    lexicon.connectives().filter(|c| fits(c.0)).find_map(|(link, words)| {
        let first = (i + 1).saturating_sub(words.len()).max(view.sentence(i).start as usize);
        (first..=i).find(|&k| phrase_at(view, k, words)).map(|k| (WordRange::new(k, k + words.len()), link))
    })
}

/// Whether a connective ties a clause.
fn clausal_link(link: Link) -> bool {
    matches!(link, Link::If | Link::Unless | Link::Until | Link::When | Link::After)
}

/// The connective that begins the subordinate clause of head `c`: its words and how it ties.
fn connective(view: &View, lexicon: &CommissiveLexicon, c: usize) -> Option<(WordRange, Link)> {
    let marking = |m: &usize| {
        *m < c
            && (matches!(view.word(*m).relation(), "mark" | "advmod" | "case")
                || lexicon.is("proviso", &lower(view, *m))
                || *m > 0
                    && lower(view, *m) == "that"
                    && (lexicon.is("tie_noun", &lower(view, *m - 1))
                        || lexicon.is("proviso", &lower(view, *m - 1))))
    };
    // "on condition they leave": a phrase before a clause that no word marks.
    let first = first_of(view, c);
    let bare = || {
        let unmarked = view.child(c, "mark").is_none() && first > view.sentence(c).start as usize;
        let phrase = |i: usize| phrase_over(view, lexicon, i, |l| l == Link::If);
        let (words, link) = (unmarked && first > 0).then(|| phrase(first - 1)).flatten()?;
        (words.len() > 1 && words.end as usize == first).then_some((words, link))
    };
    let marked = view.children(c).iter().map(|&m| m as usize).filter(marking).find_map(|m| {
        let (mut words, link) = phrase_over(view, lexicon, m, clausal_link)?;
        // "once more" is no "once".
        let again = |k: usize| k < view.len() && matches!(lower(view, k).as_str(), "more" | "again");
        if words.len() == 1 && lower(view, m) == "once" && again(m + 1) {
            return None;
        }
        if link == Link::After && !restricted(view, words.start as usize) && !still_to_be_done(view, c) {
            return None;
        }
        // "provided that".
        while (words.end as usize) < c
            && view.head(words.end as usize) == Some(m)
            && view.word(words.end as usize).relation() == "fixed"
        {
            words.end += 1;
        }
        (words.end as usize <= c).then_some((words, link))
    });
    marked.or_else(bare)
}

/// "provided (that) ...", where the parse makes the participle the head of its clause.
fn proviso(view: &View, lexicon: &CommissiveLexicon, c: usize) -> Option<(WordRange, Link)> {
    let above =
        view.head(c).filter(|&h| h < c && matches!(view.word(c).relation(), "ccomp" | "xcomp" | "advcl"))?;
    let word = lexicon.is("proviso", &lower(view, above));
    let that = marked(view, c, "mark", &["that"]).filter(|&t| t == above + 1).unwrap_or(above);
    (word && view.word(above).relation() == "advcl" && view.child(above, "nsubj").is_none())
        .then(|| (WordRange::new(above, that + 1), Link::If))
}

/// Whether a subject is nobody: "nobody would be arrested".
fn nobody(view: &View, i: usize) -> bool {
    matches!(lower(view, i).as_str(), "nobody" | "none" | "nothing" | "neither")
}

fn phrase_at(view: &View, i: usize, words: &[&str]) -> bool {
    i + words.len() <= view.len()
        && words.iter().enumerate().all(|(k, w)| view.form(i + k).eq_ignore_ascii_case(w))
}

/// A subordinate clause with a connective.
fn clause(view: &View, lexicon: &CommissiveLexicon, c: usize) -> Option<Condition> {
    let relation = view.word(c).relation();
    if !matches!(
        relation,
        "advcl"
            | "acl"
            | "dep"
            | "parataxis"
            | "ccomp"
            | "obl"
            | "conj"
            | "csubj"
            | "root"
            | "nmod"
            | "discourse"
    ) {
        return None;
    }
    let (words, link) = connective(view, lexicon, c).or_else(|| proviso(view, lexicon, c))?;
    let tie = match link {
        Link::If | Link::Unless => Tie::If,
        Link::Until => Tie::Until,
        _ => Tie::When,
    };
    let by_word = matches!(link, Link::Unless | Link::Until);
    let word = lower(view, words.start as usize);
    let clausal = view.child(c, "nsubj").is_some()
        || view.child(c, "cop").is_some()
        || matches!(view.word(c).upos, "VERB" | "AUX" | "ADJ");
    let before = words.start.checked_sub(1).map(|i| lower(view, i as usize)).unwrap_or_default();
    // "even if" concedes, "as if" compares.
    if lexicon.is("conceding", &before) {
        return None;
    }
    let (host, mut exclude) = match relation {
        "root" => (following(view, c)?, Vec::new()),
        _ => (view.head(c)?, vec![c]),
    };
    // "Ask if they know", but "If they ask, we know".
    if word == "if"
        && c > host
        && (matches!(relation, "ccomp" | "csubj") || words.start as usize == host + 1)
        && lexicon.is("question", view.lemma(host))
    {
        return None;
    }
    if !clausal && tie != Tie::If {
        return None;
    }
    // "as long as": the clause hangs from "long", which is no part of what follows.
    let held = words.contains(host)
        || lexicon.is("tie_noun", &lower(view, host))
        || lexicon.is("proviso", &lower(view, host));
    let host = match view.head(host) {
        Some(h) if held && relation != "root" => {
            exclude.push(host);
            h
        }
        _ => host,
    };
    let host = second_said(view, whole(view, lexicon, consequent(view, host, c), c), c);
    exclude.extend(
        view.children_by(host, "conj")
            .filter(|&k| has_connective(view, lexicon, k) || own_case(view, lexicon, k, c)),
    );
    match tie {
        Tie::When
            if !(generic(view, host, c)
                || binds(view, lexicon, host, words)
                || restricted(view, words.start as usize)) =>
        {
            return None;
        }
        Tie::If if view.lemma(c) == "take" && link == Link::If && word != "if" => return None,
        // "hours before they were to meet" tells the time.
        Tie::Until if timed(view, words.start as usize) => return None,
        Tie::Until
            if !(negated(view, host)
                || future(view, host)
                || ["shun", "refusal"].iter().any(|class| lexicon.is(class, view.lemma(host)))) =>
        {
            return None;
        }
        _ => {}
    }
    let mut if_words = runs(view, c, &contrasts(view, lexicon, c));
    for r in &mut if_words {
        if r.start < words.end && words.end <= r.end {
            *r = trim(view, WordRange::new(words.end as usize, r.end as usize));
        }
    }
    if_words.retain(|r| !r.is_empty() && r.start >= words.end);
    if relation == "root" {
        exclude.clear();
    }
    Some(Condition {
        connective: words,
        if_words,
        if_head: c,
        then_words: main_clause(view, host, &exclude, words),
        then_head: host,
        negated: by_word != negated(view, c),
        tie,
        only: restricted(view, words.start as usize),
    })
}

/// "unless it stops, while the League called for talks": clauses behind a comma that only set something beside the condition of
/// head `c`.
fn contrasts(view: &View, lexicon: &CommissiveLexicon, c: usize) -> Vec<usize> {
    let set_off = |m: usize| lexicon.is("contrast", &lower(view, m)) && m > 0 && is_punctuation(view, m - 1);
    let beside = |k: &usize| *k > c && view.children_by(*k, "mark").any(set_off);
    view.children_by(c, "advcl").filter(beside).collect()
}

/// "will restore it *after they have paid*": a perfect of the present, below what is to come.
fn still_to_be_done(view: &View, clause: usize) -> bool {
    let perfect = matches!(view.word(clause).xpos, "VBN" | "VBD")
        && view.children_by(clause, "aux").any(|a| matches!(lower(view, a).as_str(), "has" | "have"));
    perfect && view.head(clause).is_some_and(|h| modal(view, h))
}

/// Whether "only" or "solely" stands before a connective, or with the verb before it ("will only talk if").
fn restricted(view: &View, first: usize) -> bool {
    let from = first.saturating_sub(12).max(view.sentence(first).start as usize);
    (from..first).any(|i| matches!(lower(view, i).as_str(), "only" | "solely" | "except"))
        && !(from..first).any(|i| lower(view, i) == "not" && lower(view, i + 1) == "only")
}

fn has_connective(view: &View, lexicon: &CommissiveLexicon, k: usize) -> bool {
    connective(view, lexicon, k).is_some_and(|x| matches!(x.1, Link::If | Link::Unless))
}

/// "that it could not agree, but *that it was ready* to talk, provided ...": of two clauses behind "that", the condition is of the nearer.
fn second_said(view: &View, host: usize, condition: usize) -> usize {
    let own = |&k: &usize| {
        host < k
            && k < condition
            && view.child(k, "nsubj").is_some()
            && marked(view, k, "mark", &["that"]).is_some()
    };
    view.children_by(host, "conj").filter(own).last().unwrap_or(host)
}

/// Whether a second clause with a subject of its own has a condition of its own behind the first's: "it would stay open as long as they
/// kept away, and *it would be closed in the event of a landing*".
fn own_case(view: &View, lexicon: &CommissiveLexicon, second: usize, first: usize) -> bool {
    let nominal = |i: usize| {
        phrase_over(view, lexicon, i, |l| matches!(l, Link::Case | Link::Lacking))
            .is_some_and(|p| p.0.start as usize == i)
    };
    second > first && view.child(second, "nsubj").is_some() && view.subtree(second).range().any(nominal)
}

/// For an "if" clause that stands as a sentence of its own ("If they attack? We answer."): the next sentence's root.
fn following(view: &View, c: usize) -> Option<usize> {
    let next = view.sentence(c).end as usize;
    (next < view.len())
        .then(|| view.sentence(next).range().find(|&i| view.word(i).deprel == "root"))
        .flatten()
}

/// The head of what follows: the clause whose adjunct the condition is, or the complement of a reporting verb where
/// the condition hangs from that verb but stands inside what is reported.
pub(super) fn consequent(view: &View, host: usize, condition: usize) -> usize {
    let Some(c) = view.child(host, "ccomp").filter(|&c| c != condition) else { return host };
    // "We should only accept that it exists if ..." reports nothing.
    if modal(view, host) && host < c && c < condition {
        return host;
    }
    let subject = view.child(host, "nsubj");
    // "warned that if A, B"; "B, he said, if A"; "if A, B, he said".
    let inside = host < condition && condition < c;
    let fronted = condition < c && subject.is_none_or(|s| s > condition);
    let behind = condition > c;
    if inside || fronted || behind { c } else { host }
}

/// The clause of which what a condition hangs from is a part: the verb with the modal or subject, both of two verbs under
/// a condition behind them, the sentence that says "it is".
///
/// ```text
/// They are unlikely to leave if ...                  are unlikely, not leave
/// They would attack and would shell us if ...        would attack, and would shell
/// They will shut it and recall him if ...            will shut it and recall him
/// It is the council that will fail if ...            it is the council
/// ```
fn whole(view: &View, lexicon: &CommissiveLexicon, host: usize, condition: usize) -> usize {
    let behind = host < condition || view.word(condition).upos == "ADJ";
    let Some(above) = view.head(host).filter(|&h| h < host && behind) else { return host };
    let bare = view.child(host, "nsubj").is_none();
    // What a word binds to stays apart: "threatened to leave if".
    let binds =
        lexicon.verb(&lower(view, above)).iter().any(|e| e.complements.contains(&Complement::Infinitive));
    let under = match view.word(host).relation() {
        // "would ask the council to meet if": what would be asked hangs on it, not what the council does.
        "xcomp" => !binds || modal(view, above),
        // "It is something to consider if ..."
        "acl" => view.child(above, "cop").is_some() && marked(view, host, "mark", &["to"]).is_some(),
        // "sleep there, if necessary under a sheet"
        "obl" => view.word(host).upos == "NOUN" && view.word(condition).upos == "ADJ",
        _ => false,
    };
    // "will close the pass and recall its envoy if": under one modal.
    let shared = view.word(host).xpos == "VB"
        && view.child(host, "aux").is_none()
        && view.child(host, "mark").is_none()
        && host < condition;
    let beside = view.word(host).relation() == "conj" && modal(view, above) && (modal(view, host) || shared);
    let cleft = view.word(host).deprel.ends_with(":relcl") && view.child(above, "expl").is_some();
    if bare && (under || beside) || cleft { above } else { host }
}

/// The words of the main clause without the condition and without "that" or "then" at its beginning.
fn main_clause(view: &View, host: usize, exclude: &[usize], connective: WordRange) -> Vec<WordRange> {
    let mut exclude = exclude.to_vec();
    // "we need calm, they need to leave": the second clause is another statement.
    exclude.extend(
        view.children_by(host, "parataxis").filter(|&p| p > host && view.child(p, "nsubj").is_some()),
    );
    let mut out = runs(view, host, &exclude);
    out.retain(|r| {
        r.len() > 1
            || !matches!(view.word(r.start as usize).relation(), "advmod" | "cc" | "discourse" | "mark")
    });
    out.retain(|r| !(r.start <= connective.start && connective.end <= r.end && r.len() <= connective.len()));
    // "would talk *only* if".
    if let Some(last) =
        out.iter_mut().find(|r| r.start < connective.start && r.end + 1 >= connective.start && r.len() > 1)
    {
        while last.len() > 1
            && matches!(lower(view, last.end as usize - 1).as_str(), "only" | "as" | "long" | "so")
        {
            last.end -= 1;
        }
    }
    if let Some(first) = out.first_mut() {
        let mut start = first.start as usize;
        while start + 1 < first.end as usize
            && (matches!(
                lower(view, start).as_str(),
                "that" | "then" | "but" | "and" | "so" | "however" | "only"
            ) && !matches!(view.word(start).relation(), "nsubj" | "obj" | "det")
                || is_punctuation(view, start) && !matches!(view.form(start), "“" | "\"" | "‘" | "("))
        {
            start += 1;
        }
        first.start = start as u32;
    }
    out
}

/// Whether the clause of `head` is negated.
pub(crate) fn negated(view: &View, head: usize) -> bool {
    let no = |i: usize| {
        matches!(
            lower(view, i).as_str(),
            "not" | "n't" | "n’t" | "never" | "no" | "without" | "neither" | "nor"
        )
    };
    // "will deliver *no more* gas", "would *no longer* supply them"
    let no_more = |i: usize| {
        matches!(lower(view, i).as_str(), "more" | "longer")
            && view.children(i).iter().any(|&d| lower(view, d as usize) == "no")
    };
    view.children(head).iter().any(|&c| {
        let c = c as usize;
        let none_more = || view.children(c).iter().any(|&d| no_more(d as usize));
        if no_more(c) || matches!(view.word(c).relation(), "nsubj" | "obj") && none_more() {
            return true;
        }
        no(c) && matches!(view.word(c).relation(), "advmod" | "det" | "cc" | "case")
            || matches!(view.word(c).relation(), "nsubj" | "obj") && nobody(view, c)
            || matches!(view.word(c).relation(), "nsubj" | "obj")
                && view
                    .children(c)
                    .iter()
                    .any(|&d| no(d as usize) && view.word(d as usize).relation() == "det")
    })
}

fn modal(view: &View, head: usize) -> bool {
    view.children_by(head, "aux").any(|a| view.word(a).xpos == "MD") || view.word(head).xpos == "MD"
}

fn future(view: &View, head: usize) -> bool {
    modal(view, head) || matches!(view.word(head).xpos, "VB")
}

/// Whether "when" may state a condition: present or modal on both sides, not a story in the past.
fn generic(view: &View, host: usize, condition: usize) -> bool {
    let past = |h: usize| {
        let aux_past = view.children(h).iter().any(|&a| {
            let a = a as usize;
            matches!(view.word(a).relation(), "aux" | "cop") && matches!(view.word(a).xpos, "VBD")
        });
        view.word(h).xpos == "VBD" || aux_past
    };
    // "would pay as soon as it was signed" tells of the future from the past.
    !past(host) && (!past(condition) || future(view, host))
}

/// "pledged aid once the army has left", "was ready to talk once it had left": what a word binds to is still to come.
fn binds(view: &View, lexicon: &CommissiveLexicon, host: usize, words: WordRange) -> bool {
    let once = words.range().any(|i| matches!(lower(view, i).as_str(), "once" | "soon"));
    let form = lower(view, host);
    let deeds = lexicon.verb(&form).iter().chain(lexicon.adjective(&form));
    once && deeds.into_iter().any(|e| matches!(e.deed, Deed::Promise | Deed::Offer | Deed::Vow | Deed::Ready))
}

/// "Should the army leave, ...", "Were it to leave, ...", "Had it left, ...".
fn inversion(view: &View, lexicon: &CommissiveLexicon, c: usize) -> Option<Condition> {
    if !matches!(view.word(c).relation(), "advcl" | "parataxis" | "ccomp")
        || connective(view, lexicon, c).is_some()
    {
        return None;
    }
    let s = view.child(c, "nsubj")?;
    let first = first_of(view, c);
    let aux = (first..s).find(|&i| !is_punctuation(view, i))?;
    let fronted =
        lexicon.is("fronted_aux", &lower(view, aux)) && !view.form(aux).is_empty() && aux < first_of(view, s);
    let own = view.head(aux) == Some(c) || aux == c;
    let opens = aux == view.sentence(c).start as usize
        || is_punctuation(view, aux - 1)
        || matches!(lower(view, aux - 1).as_str(), "that" | "and" | "but");
    let after_main = aux > 0 && view.head(c).is_some_and(|h| h < aux);
    if !fronted || !own || !(opens || after_main) || (lower(view, aux) == "had" && view.word(c).xpos != "VBN")
    {
        return None;
    }
    if view.text[view.layout.words[view.sentence(c).end as usize - 1].span.range()].contains('?') {
        return None;
    }
    let host = consequent(view, view.head(c)?, c);
    let words = WordRange::new(aux, aux + 1);
    let if_words = runs(view, c, &[aux]);
    Some(Condition {
        connective: words,
        if_words,
        if_head: c,
        then_words: main_clause(view, host, &[c], words),
        then_head: host,
        negated: negated(view, c),
        tie: Tie::If,
        only: false,
    })
}

/// "Were any army *to attack*, ...", with the noun taken for a predicate of "were".
fn were_to(view: &View, noun: usize) -> Option<Condition> {
    if !matches!(view.word(noun).upos, "NOUN" | "PROPN" | "PRON") {
        return None;
    }
    let were = view.child(noun, "cop").filter(|&w| lower(view, w) == "were")?;
    let opens = were == view.sentence(noun).start as usize
        || is_punctuation(view, were - 1)
        || matches!(lower(view, were - 1).as_str(), "that" | "and" | "but");
    let fronted = were
        == view
            .children(noun)
            .iter()
            .map(|&c| c as usize)
            .find(|&c| !matches!(view.word(c).relation(), "mark" | "punct" | "cc" | "advmod"))?;
    let to = |&x: &usize| x > noun && marked(view, x, "mark", &["to"]).is_some();
    let act = view.children(noun).iter().map(|&c| c as usize).find(to)?;
    let aside = ["parataxis", "conj", "ccomp"].iter().flat_map(|r| view.children_by(noun, r));
    let told = aside.chain(view.head(noun)).find(|&m| {
        (m > act || view.word(noun).relation() == "advcl")
            && (view.child(m, "nsubj").is_some() || modal(view, m))
    })?;
    if !opens || !fronted || !modal(view, told) {
        return None;
    }
    let words = WordRange::new(were, were + 1);
    Some(Condition {
        connective: words,
        if_words: vec![trim(view, WordRange::new(were + 1, view.subtree(act).end as usize))],
        if_head: act,
        then_words: main_clause(view, told, &[noun], words),
        then_head: told,
        negated: negated(view, act),
        tie: Tie::If,
        only: false,
    })
}

/// "We will lift the blockade *the day they free our men*", "the moment they cross the river, ...".
fn moment(view: &View, lexicon: &CommissiveLexicon, noun: usize) -> Option<Condition> {
    let the = view.child(noun, "det").filter(|&d| lower(view, d) == "the" && d + 1 == noun)?;
    if !lexicon.is("at_once", view.lemma(noun)) || view.child(noun, "case").is_some() {
        return None;
    }
    let below = view.children_by(noun, "acl").find(|&c| c > noun && view.child(c, "nsubj").is_some());
    // "The moment they cross the river, we will fight", with "moment" taken for a subject.
    let beside = || {
        let end = view.sentence(noun).end as usize;
        let s = (noun + 1..end.min(noun + 6)).find(|&k| view.word(k).relation() == "nsubj")?;
        view.head(s)
            .filter(|&c| c > s && view.word(c).relation() == "advcl" && view.head(c) == view.head(noun))
    };
    let aside = matches!(view.word(noun).relation(), "obl" | "nmod" | "advmod");
    let c = below.filter(|_| aside).or_else(beside)?;
    let above = view.head(noun)?;
    let host = consequent(view, above, noun);
    if !modal(view, host) || lower(view, first_of(view, c)).starts_with("wh") {
        return None;
    }
    let words = WordRange::new(the, noun + 1);
    let that = marked(view, c, "mark", &["that"]).map_or(noun, |m| m.max(noun));
    let if_words = trim(view, WordRange::new(that + 1, view.subtree(c).end as usize));
    Some(Condition {
        connective: words,
        if_words: vec![if_words],
        if_head: c,
        then_words: main_clause(view, host, &[noun, c], words),
        then_head: host,
        negated: negated(view, c),
        tie: Tie::When,
        only: false,
    })
}

/// "in case of", "in the event of", "in exchange for", "in return for", "subject to" with a noun phrase.
fn case(view: &View, lexicon: &CommissiveLexicon, i: usize) -> Option<Condition> {
    let (phrase, link) = phrase_over(view, lexicon, i, |link| {
        matches!(link, Link::Case | Link::Lacking | Link::Exchange | Link::Subject)
    })
    .filter(|p| p.0.start as usize == i)?;
    // "is subject to sanctions" says what somebody undergoes.
    if link == Link::Subject && phrase.range().any(|k| view.child(k, "cop").is_some()) {
        return None;
    }
    // "made its support conditional on reforms" ties by a verb.
    if link == Link::Subject && lexicon.is("tie", &lower(view, i)) && !(i > 0 && view.form(i - 1) == ",") {
        return None;
    }
    // "failing an answer" opens its clause; "is failing them" does not.
    let opens = || {
        i == view.sentence(i).start as usize
            || is_punctuation(view, i - 1)
            || matches!(lower(view, i - 1).as_str(), "that" | "and" | "but")
    };
    if link == Link::Lacking && !opens() {
        return None;
    }
    let end = phrase.end as usize;
    let sentence_end = view.sentence(i).end as usize;
    if end >= sentence_end {
        return None;
    }
    // The noun phrase hangs from the phrase or carries it.
    let noun = (end..sentence_end.min(end + 12)).find(|&k| {
        matches!(view.word(k).upos, "NOUN" | "PROPN" | "PRON" | "VERB")
            && view.head(k).is_none_or(|h| h < end || h >= view.subtree(k).end as usize)
            && !((matches!(view.word(k).relation(), "compound" | "amod" | "nummod" | "flat" | "det")
                || view.word(k).deprel == "nmod:poss")
                && view.head(k).is_some_and(|h| h > k && h < sentence_end))
    })?;
    if link == Link::Lacking && view.word(noun).upos != "NOUN" {
        return None;
    }
    let mut top = noun;
    for _ in 0..4 {
        match view.head(top) {
            Some(h) if (i..end).contains(&h) => top = h,
            _ => break,
        }
    }
    let mut host = view.head(top).filter(|h| !(i..end).contains(h))?;
    for _ in 0..4 {
        if !matches!(view.word(host).relation(), "nmod" | "obj" | "obl" | "conj")
            || matches!(view.word(host).upos, "VERB" | "AUX")
        {
            break;
        }
        host = view.head(host)?;
    }
    let host = consequent(view, host, top);
    let if_words = trim(view, WordRange::new(end, view.subtree(noun).end as usize));
    let words = WordRange::new(i, end);
    Some(Condition {
        connective: words,
        if_words: vec![if_words],
        if_head: noun,
        then_words: main_clause(view, host, &[top, noun], words),
        then_head: host,
        negated: link == Link::Lacking,
        tie: if link == Link::Subject { Tie::If } else { Tie::Nominal },
        only: false,
    })
}

/// "Success depends on the army's withdrawal", "aid is contingent on reforms".
fn depends(view: &View, lexicon: &CommissiveLexicon, i: usize) -> Option<Condition> {
    let tie = lexicon.is("tie", view.lemma(i)) || lexicon.is("tie", &lower(view, i));
    if !tie {
        return None;
    }
    let on = view
        .children_by(i, "obl")
        .chain(view.children_by(i, "advcl"))
        .find(|&o| {
            marked(view, o, "case", &["on", "upon"])
                .or_else(|| marked(view, o, "mark", &["on", "upon"]))
                .is_some()
        })
        .or_else(|| strayed(view, i))?;
    let case =
        marked(view, on, "case", &["on", "upon"]).or_else(|| marked(view, on, "mark", &["on", "upon"]))?;
    // "made its support conditional on reforms".
    let before = view.head(i).filter(|&h| view.word(i).relation() == "amod" && h < i);
    let then = before.or_else(|| subject(view, i)).filter(|&s| s != on)?;
    if matches!(lower(view, then).as_str(), "it" | "that" | "this") {
        return None;
    }
    let if_words = trim(view, WordRange::new(case + 1, view.subtree(on).end as usize));
    Some(Condition {
        connective: WordRange::new(i, i + 1),
        if_words: vec![if_words],
        if_head: on,
        then_words: vec![match before {
            Some(n) => WordRange::new(first_of(view, n), n + 1),
            None => crate::attribution::clause::noun_phrase(view, then),
        }],
        then_head: then,
        negated: negated(view, on),
        tie: Tie::Depends,
        only: false,
    })
}

/// "depended in part on X", with X hung from "part".
fn strayed(view: &View, verb: usize) -> Option<usize> {
    view.children_by(verb, "obl").find_map(|o| {
        view.children_by(o, "nmod").find(|&n| marked(view, n, "case", &["on", "upon"]).is_some())
    })
}

/// "They must leave, otherwise ...", "They must leave or else ...", "They must leave. Failing that, ...".
fn otherwise(view: &View, lexicon: &CommissiveLexicon, i: usize) -> Option<Condition> {
    let (words, _) = phrase_over(view, lexicon, i, |link| link == Link::Otherwise)
        .filter(|p| p.0.end as usize == i + 1)?;
    // The clause that the phrase opens, or hangs in.
    let mut then = view.head(i)?;
    let mut holder = i;
    while words.contains(then) {
        holder = then;
        then = view.head(then)?;
    }
    // "if not" with a clause of its own is a condition like others.
    if lower(view, words.start as usize) == "if" && !(i + 1 < view.len() && is_punctuation(view, i + 1)) {
        return None;
    }
    let opens = (view.sentence(i).start as usize..words.start as usize)
        .all(|k| is_punctuation(view, k) || view.word(k).upos == "CCONJ");
    // "gave them a day to leave, warning that it would fire otherwise": behind what is said, not before.
    let saying = view.head(then).filter(|&s| view.word(then).relation() == "ccomp" && s < then && then < i);
    let beside = saying.filter(|&s| matches!(view.word(s).relation(), "advcl" | "conj" | "parataxis"));
    let act = match view.word(then).relation() {
        "ccomp" if beside.is_some() => view.head(beside?)?,
        "ccomp" if saying.is_some() => main_before(view, i)?,
        "conj" | "parataxis" | "ccomp" if !opens => view.head(then)?,
        // "to free the crew; otherwise it will ...", with the second clause hung from the infinitive.
        "advcl" if !opens && words.start > 0 && is_punctuation(view, words.start as usize - 1) => {
            view.head(then)?
        }
        _ if opens => {
            let root = main_before(view, i)?;
            // "We will talk if they leave. Otherwise ...": if they do not.
            let if_clause = |k: &usize| {
                view.word(*k).relation() == "advcl"
                    && connective(view, lexicon, *k).is_some_and(|c| c.1 == Link::If)
            };
            let mut clauses = view.sentence(root).range().filter(if_clause);
            clauses.next().filter(|_| clauses.next().is_none()).unwrap_or(root)
        }
        _ => return None,
    };
    // "to open the port, failing which it will leave": the clause hangs in the phrase, and that from the act.
    let (act, below) = if words.contains(act) { (view.head(act)?, act) } else { (act, then) };
    let act = task(view, lexicon, act, words.start as usize).unwrap_or(act);
    let phrase: Vec<usize> = view
        .children(then)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| words.contains(c))
        .chain([holder])
        .collect();
    let mut then_words = runs(view, then, &phrase);
    for r in &mut then_words {
        if matches!(lower(view, r.start as usize).as_str(), "or" | "and") {
            r.start += 1;
        }
    }
    let below = beside.filter(|&s| view.head(s) == Some(act)).unwrap_or(below);
    let mut if_words = runs(view, act, &[below]);
    // Without the "to" or "if" that opens it.
    let opened = connective(view, lexicon, act).map(|c| c.0);
    if let Some(first) = if_words.first_mut() {
        let start = first.start as usize;
        if lower(view, start) == "to" && view.head(start) == Some(act) {
            first.start += 1;
        } else if let Some(words) = opened.filter(|w| w.start == first.start && w.end < first.end) {
            first.start = words.end;
        }
    }
    Some(Condition {
        connective: words,
        if_words,
        if_head: act,
        then_words,
        then_head: then,
        negated: !negated(view, act),
        tie: Tie::If,
        only: false,
    })
}

/// The root of the sentence before that of word `i`.
fn main_before(view: &View, i: usize) -> Option<usize> {
    let before = (view.sentence(i).start as usize).checked_sub(1)?;
    view.sentence(before).range().find(|&k| view.word(k).deprel == "root")
}

/// What is to be done in the time that is given: "gave them a week *to leave*; otherwise ...".
fn task(view: &View, lexicon: &CommissiveLexicon, verb: usize, end: usize) -> Option<usize> {
    if !lexicon.is("grant_time", view.lemma(verb)) {
        return None;
    }
    let objects = ["obj", "iobj", "obl"].into_iter().flat_map(|r| view.children_by(verb, r));
    let below = objects.flat_map(|o| view.children_by(o, "acl"));
    let own = ["xcomp", "advcl"].into_iter().flat_map(|r| view.children_by(verb, r));
    let mut infinitives = own.chain(below).filter(|&x| x < end);
    infinitives.find(|&x| marked(view, x, "mark", &["to"]).is_some())
}

/// Whether a measure of time stands directly before the connective: "*hours* before", "*shortly* before".
fn timed(view: &View, connective: usize) -> bool {
    let before = connective.checked_sub(1).filter(|&w| view.sentence(connective).contains(w));
    before.is_some_and(|w| {
        matches!(
            view.lemma(w),
            "minute" | "hour" | "day" | "week" | "month" | "year" | "shortly" | "just" | "moment"
        )
    })
}
