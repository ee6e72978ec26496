//! Two or more paths before an actor.

use super::conditions::negated;
use super::scene::Scene;
use super::{commitment, with_spans};
use crate::attribution::clause::{first_of, is_punctuation, marked, runs, subject, trim};
use crate::{Clause, Commitment};
use demarche_base::WordRange;
use demarche_lexicon::commissives::Deed;
use demarche_record::CommitmentKind;

/// Adds choices to `found`.
///
/// ```text
/// They must choose between dialogue and war.      "It is peace or war," he told them.
/// A choice between dialogue and war lies before them.
/// Either we return to dialogue, or we slide into war.     They face a choice: dialogue or war.
/// The rebels can lay down their arms or die.      It must decide whether it wants peace or war.
/// ```
pub(super) fn choices(scene: &Scene, found: &mut Vec<Commitment>) {
    for i in 0..scene.view.len() {
        let new = between(scene, i)
            .or_else(|| either(scene, i))
            .or_else(|| either_clause(scene, i))
            .or_else(|| listed(scene, i))
            .or_else(|| whether(scene, i))
            .or_else(|| may_or(scene, i))
            .or_else(|| over_a_stop(scene, i))
            .or_else(|| then_told(scene, i))
            .or_else(|| not_both(scene, i))
            .or_else(|| predicate_or(scene, i))
            .or_else(|| before_them(scene, i))
            .or_else(|| two_paths(scene, i));
        let Some(c) = new else { continue };
        let told = found.iter().any(|f| {
            f.kind == CommitmentKind::Choice
                && f.options.iter().any(|x| c.options.iter().any(|y| super::overlap(x, y)))
        });
        if !told {
            found.push(c);
        }
    }
}

/// "had to choose between dialogue and confrontation", "the choice is between war and peace".
fn between(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if !scene.has("choose", i) {
        return None;
    }
    let end = view.sentence(i).end as usize;
    let word = (i + 1..end.min(i + 8)).find(|&k| view.form(k).eq_ignore_ascii_case("between"))?;
    let first = view
        .head(word)
        .filter(|&h| h > word && matches!(view.word(word).relation(), "case" | "mark"))
        .or_else(|| (word + 1..end).find(|&k| matches!(view.word(k).upos, "NOUN" | "PROPN" | "VERB")))?;
    let options =
        coordinated(scene, first, word + 1, &["and", "or"]).or_else(|| far_joined(scene, first, word + 1))?;
    make(scene, i, chooser(scene, i), options, "rule:choice")
}

/// "between the return of the people to their homes and war": the second path, joined to a word of the first.
fn far_joined(scene: &Scene, first: usize, start: usize) -> Option<Vec<(usize, WordRange)>> {
    let view = scene.view;
    let within = view.subtree(first);
    let joined = |c: &usize| {
        view.word(*c).relation() == "conj" && marked(view, *c, "cc", &["and", "or"]).is_some() && *c > first
    };
    let mut all = within.range().filter(joined);
    let second = all.next().filter(|_| all.next().is_none())?;
    let cc = marked(view, second, "cc", &["and", "or"])?;
    let sides = [
        (first, WordRange::new(start, cc)),
        (second, WordRange::new(cc + 1, view.subtree(second).end as usize)),
    ];
    let sides = sides.map(|(head, r)| (head, trim(view, r)));
    sides.iter().all(|s| !s.1.is_empty()).then(|| sides.to_vec())
}

/// "must either withdraw or face isolation", "either we talk, or we fight".
fn either(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if !view.form(i).eq_ignore_ascii_case("either") {
        return None;
    }
    let mut first = view.head(i).filter(|&h| h > i)?;
    let joined = |h: usize| {
        view.children_by(h, "conj")
            .chain(view.children_by(h, "parataxis"))
            .find(|&c| scene.or_before(c).is_some())
    };
    if joined(first).is_none() && matches!(view.word(first).relation(), "nsubj" | "det" | "aux" | "advmod") {
        first = view.head(first)?;
    }
    let or = joined(first)?;
    let clausal = view.word(first).upos == "VERB" || view.child(first, "cop").is_some();
    // What either was or is, is no choice: "was either unable or unwilling".
    let told = |v: usize| {
        view.word(v).xpos == "VBD" || view.children(v).iter().any(|&c| view.word(c as usize).xpos == "VBD")
    };
    scene.statement(i).filter(|_| clausal && !told(first) && view.word(first).upos != "ADJ")?;
    let a = trim(view, WordRange::new(i + 1, before(scene, or)));
    let b = alternative_words(scene, or)?;
    make(scene, first, subject(view, first), vec![(first, a), (or, b)], "rule:either")
}

/// "Either they open the road, or no lorry will be safe": two clauses, whatever the parse joined.
fn either_clause(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if !view.form(i).eq_ignore_ascii_case("either") {
        return None;
    }
    let content = &scene.attributions[scene.statement(i)?].content_words;
    let held = content.iter().find(|r| r.contains(i))?;
    let end = (held.end as usize).min(view.sentence(i).end as usize);
    let or = (i + 1..end).find(|&k| view.form(k).eq_ignore_ascii_case("or"))?;
    let close = (or + 1..end).find(|&k| matches!(view.form(k), ";" | ":" | "”" | "\"" | "“")).unwrap_or(end);
    let sides = [trim(view, WordRange::new(i + 1, or)), trim(view, WordRange::new(or + 1, close))];
    // Each with who acts before its verb, of what is or is to be.
    let verb = |r: WordRange| {
        r.range()
            .find(|&k| matches!(view.word(k).xpos, "VBZ" | "VBP" | "MD"))
            .filter(|&k| k > r.start as usize)
    };
    let heads = sides.iter().map(|&r| Some((verb(r)?, r))).collect::<Option<Vec<_>>>()?;
    let acts = |verb: usize| match view.word(verb).upos {
        "AUX" => view.head(verb).unwrap_or(verb),
        _ => verb,
    };
    let options: Vec<(usize, WordRange)> = heads.into_iter().map(|(v, r)| (acts(v), r)).collect();
    let first = options[0].0;
    make(scene, first, subject(view, first), options, "rule:either")
}

/// "has a choice: diplomacy or isolation", "there are two options: peace or war".
fn listed(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if !scene.has("choose", i) {
        return None;
    }
    let end = view.sentence(i).end as usize;
    let colon = (i + 1..end.min(i + 10)).find(|&k| matches!(view.form(k), ":" | "–" | "—" | "--" | "-"));
    // "There are two roads, talks or war": as many as are named behind; "before an alternative, “peace or war”".
    let two = view.child(i, "nummod").is_some_and(|n| matches!(view.lemma(n), "two" | "2"));
    let one = matches!(view.lemma(i), "alternative" | "choice" | "dilemma");
    let comma = Some(i + 1).filter(|&k| k < end && view.form(k) == "," && (two || one));
    let open = |k: usize| k + 1 < end && matches!(view.form(k + 1), "“" | "\"" | "‘");
    let colon = match (colon, comma) {
        (None, Some(k)) if two || open(k) => k + usize::from(open(k)),
        (colon, _) => colon?,
    };
    let first = (colon + 1..end).find(|&k| {
        matches!(view.word(k).upos, "NOUN" | "PROPN" | "VERB" | "ADJ")
            && view.head(k).is_none_or(|h| h < colon || h >= end)
    });
    let options = first
        .and_then(|f| coordinated(scene, f, colon + 1, &["or"]))
        .or_else(|| side_by_side(scene, colon + 1, end))?;
    make(scene, i, chooser(scene, i), options, "rule:choice")
}

/// "There is the path of talks and there is the path of war": two of the same noun, each of something, told to be there.
fn two_paths(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let of =
        |n: usize| view.children_by(n, "nmod").any(|o| o > n && marked(view, o, "case", &["of"]).is_some());
    let path = |n: usize| view.word(n).upos == "NOUN" && scene.has("choose", n) && of(n);
    if !path(i) {
        return None;
    }
    let sentence = view.sentence(i);
    let there = |n: usize| (sentence.start as usize..n).any(|k| view.word(k).xpos == "EX");
    let second = (i + 1..sentence.end as usize).find(|&k| view.lemma(k) == view.lemma(i) && path(k))?;
    let joined = (i + 1..second).any(|k| view.word(k).upos == "CCONJ");
    if !there(i) || !joined {
        return None;
    }
    let words = |n: usize| {
        let own =
            view.children_by(n, "nmod").filter(|&o| o > n && marked(view, o, "case", &["of"]).is_some());
        let end = own.map(|o| view.subtree(o).end as usize).max().unwrap_or(n + 1);
        let stop =
            (n + 1..end).find(|&k| view.word(k).upos == "CCONJ" || is_punctuation(view, k)).unwrap_or(end);
        let start = view.child(n, "det").unwrap_or(n).min(n);
        trim(view, WordRange::new(start, stop))
    };
    make(scene, i, chooser(scene, i), vec![(i, words(i)), (second, words(second))], "rule:choice")
}

/// Two phrases around "or", up to the next mark, however the parse joined them.
fn side_by_side(scene: &Scene, from: usize, end: usize) -> Option<Vec<(usize, WordRange)>> {
    let view = scene.view;
    let or = (from + 1..end).find(|&k| view.form(k).eq_ignore_ascii_case("or"))?;
    let close = (or + 1..end).find(|&k| is_punctuation(view, k)).unwrap_or(end);
    if (from..or).any(|k| is_punctuation(view, k) && view.form(k) != ",") || close <= or + 1 {
        return None;
    }
    let head = |words: WordRange| {
        words
            .range()
            .find(|&k| view.head(k).is_none_or(|h| !words.contains(h)))
            .unwrap_or(words.start as usize)
    };
    let sides = [trim(view, WordRange::new(from, or)), trim(view, WordRange::new(or + 1, close))];
    sides.iter().all(|r| !r.is_empty() && r.len() <= 8).then(|| sides.iter().map(|&r| (head(r), r)).collect())
}

/// "must decide whether it wants peace or war", "choose dialogue or confrontation".
fn whether(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let minds = view.lemma(i) == "make" && view.child(i, "obj").is_some_and(|o| scene.has("mind", o));
    if view.word(i).upos != "VERB" || !(scene.has("choose", i) || minds) {
        return None;
    }
    let clause = view.child(i, "ccomp").filter(|&c| marked(view, c, "mark", &["whether", "if"]).is_some());
    // "make up its mind whether"
    let minded = || {
        let mind = view.child(i, "obj").filter(|&o| scene.has("mind", o))?;
        ["acl", "ccomp", "advcl"].into_iter().find_map(|r| view.children_by(mind, r).find(|&c| c > mind))
    };
    let clause = clause.or_else(minded);
    // "must decide if it wants peace or war"
    let clause = clause.or_else(|| {
        view.children_by(i, "advcl").find(|&c| c > i && marked(view, c, "mark", &["whether", "if"]).is_some())
    });
    let holder = clause.unwrap_or(i);
    let object = view.child(holder, "obj").or_else(|| view.child(holder, "xcomp"));
    let coordinated_head = object
        .filter(|&o| view.children_by(o, "conj").any(|c| marked(view, c, "cc", &["or"]).is_some()))
        .or_else(|| {
            clause.filter(|&c| view.children_by(c, "conj").any(|x| marked(view, x, "cc", &["or"]).is_some()))
        })?;
    let words = scene.act_words(coordinated_head, &[]);
    let start = words.first().map_or_else(|| first_of(view, coordinated_head), |r| r.start as usize);
    let options = coordinated(scene, coordinated_head, start, &["or"])?;
    make(scene, i, chooser(scene, i), options, "rule:choice")
}

/// "The rebels can lay down their arms or die": two acts of another under one modal, the second harmful.
fn may_or(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let modal = view.children_by(i, "aux").any(|x| scene.has("modal_weak", x));
    if view.word(i).upos != "VERB" || !modal {
        return None;
    }
    let or = view.children_by(i, "conj").find(|&c| scene.or_before(c).is_some())?;
    let s = view.child(i, "nsubj")?;
    let voice = scene.voice(i);
    let mut doers = scene.actors(s, &voice);
    if doers.is_empty() && view.form(s).eq_ignore_ascii_case("you") {
        let told = scene.attribution(&voice).and_then(|a| a.addressee);
        doers = told.map_or(Vec::new(), |a| scene.named_in(&[view.words_in(a)]));
    }
    let harmful = ["undergo", "doom", "harm_verb"].iter().any(|class| scene.has(class, or));
    // "You can have peace, or you can have war."
    let again = view.child(or, "nsubj").is_some_and(|t| view.form(t).eq_ignore_ascii_case(view.form(s)));
    let another = (harmful || again)
        && !doers.is_empty()
        && !voice.speakers.is_empty()
        && !doers.iter().any(|d| voice.speakers.contains(d));
    if !another || view.word(or).upos != "VERB" || view.child(or, "nsubj").is_some() && !again {
        return None;
    }
    let a =
        if again { scene.clause_words(i, &[or]) } else { scene.act_words(i, &[or]) }.into_iter().next()?;
    let b = alternative_words(scene, or)?;
    make(scene, i, Some(s), vec![(i, a), (or, b)], "rule:choice")
}

/// "It can come back to the talks. Or it can stay alone.", "One road leads to peace. The other leads to war.": two paths in
/// two sentences of one speaker.
fn over_a_stop(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let first = view.sentence(i);
    let opens = first.range().find(|&k| !is_punctuation(view, k))?;
    let next = *view.layout.sentences.get(view.sentence_index(i) + 1)?;
    let second = next.range().find(|&k| !is_punctuation(view, k))?;
    let one = view.form(opens).eq_ignore_ascii_case("one")
        && view.form(second).eq_ignore_ascii_case("the")
        && next.contains(second + 1)
        && matches!(view.lemma(second + 1), "other" | "second");
    let or = view.form(second).eq_ignore_ascii_case("or");
    let verb = |k: usize| view.word(k).upos == "VERB" && view.child(k, "nsubj").is_some();
    let top = |w: WordRange, from: usize| (from..w.end as usize).find(|&k| verb(k));
    if !(one || or) || top(first, opens) != Some(i) {
        return None;
    }
    let other = top(next, second)?;
    let may = |v: usize| view.children_by(v, "aux").any(|x| scene.has("modal_ahead", x));
    // Paths that lead somewhere, or acts that are open to somebody.
    let paths = one && view.child(i, "nsubj").is_some_and(|s| scene.has("choose", s)) && scene.has("lies", i);
    let acts = or && may(i) && may(other);
    let voice = scene.voice(i);
    let same = scene.voice(other).speakers == voice.speakers && !voice.speakers.is_empty();
    if !(paths || acts) || !same {
        return None;
    }
    let words = |v: usize| trim(view, *scene.clause_words(v, &[]).first().unwrap_or(&WordRange::default()));
    let from =
        |r: WordRange, at: usize| trim(view, WordRange::new((r.start as usize).max(at), r.end as usize));
    let sides =
        [(i, from(words(i), opens)), (other, from(words(other), if or { second + 1 } else { second }))];
    if sides.iter().any(|s| s.1.is_empty()) {
        return None;
    }
    let who = view.child(i, "nsubj").filter(|_| acts);
    // What the speaker himself may do is no choice for another.
    let own = who.is_some_and(|s| {
        let doers = scene.actors(s, &voice);
        doers.is_empty() || doers.iter().any(|d| voice.speakers.contains(d))
    });
    if own {
        return None;
    }
    make(scene, i, who, sides.to_vec(), "rule:choice")
}

/// "The choice for them is simple. They leave the island, or they face our navy.": a choice, and in the next sentence its paths.
fn then_told(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let last = view.sentence_index(i);
    if !scene.has("choose", i) || view.word(i).upos != "NOUN" || scene.supposed(i) {
        return None;
    }
    let next = *view.layout.sentences.get(last + 1)?;
    let subject_of = |v: usize| view.child(v, "nsubj").filter(|&s| s < v);
    let root = next.range().find(|&k| view.head(k).is_none() && view.word(k).upos == "VERB")?;
    let or =
        view.children_by(root, "conj").find(|&c| scene.or_before(c).is_some() && subject_of(c).is_some())?;
    let now = |v: usize| matches!(view.word(v).xpos, "VBZ" | "VBP" | "VB");
    let voice = scene.voice(i);
    let other = scene.voice(root).speakers;
    let same = other == voice.speakers || other.is_empty();
    if !now(root) || !now(or) || subject_of(root).is_none() || voice.speakers.is_empty() || !same {
        return None;
    }
    let first = scene.clause_words(root, &[or]).into_iter().next()?;
    let options = vec![(root, trim(view, first)), (or, alternative_words(scene, or)?)];
    make(scene, i, chooser(scene, i), options, "rule:choice")
}

/// "It can have its war or its money, but not both": two acts or things of which a statement says that they exclude each
/// other.
fn not_both(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if view.word(i).upos != "VERB" || !view.children_by(i, "aux").any(|x| scene.has("modal_ahead", x)) {
        return None;
    }
    let end = view.sentence(i).end as usize;
    let both = (i + 3..end).find(|&k| {
        view.form(k).eq_ignore_ascii_case("both") && view.form(k - 1).eq_ignore_ascii_case("not")
    })?;
    let or = (i + 1..both).find(|&k| view.form(k).eq_ignore_ascii_case("or"))?;
    let close =
        (or + 1..both).find(|&k| is_punctuation(view, k) || view.form(k).eq_ignore_ascii_case("but"))?;
    let object = view.child(i, "obj").filter(|&o| o < or);
    let verbal = view.word(or + 1).upos == "VERB";
    // Two acts, or two objects of one.
    let from = if verbal { i } else { view.subtree(object?).start as usize };
    let head = |r: WordRange| r.range().find(|&k| view.head(k).is_none_or(|h| !r.contains(h)));
    let sides = [trim(view, WordRange::new(from, or)), trim(view, WordRange::new(or + 1, close))];
    let options: Vec<(usize, WordRange)> =
        sides.into_iter().filter(|r| !r.is_empty()).filter_map(|r| Some((head(r)?, r))).collect();
    (options.len() == 2).then(|| make(scene, i, subject(view, i), options, "rule:choice"))?
}

/// "It is dialogue or war," "the choice is isolation or trade": two noun phrases that a statement sets before another.
fn predicate_or(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let s = view.child(i, "nsubj").filter(|_| view.child(i, "cop").is_some())?;
    let open = scene.has("choose", s) || matches!(view.form(s).to_lowercase().as_str(), "it" | "this");
    let or = view.children_by(i, "conj").find(|&c| scene.or_before(c).is_some())?;
    let nouns = view.word(i).upos == "NOUN" && view.word(or).upos == "NOUN";
    if !open || !nouns || negated(view, i) || scene.supposed(i) || view.child(or, "nsubj").is_some() {
        return None;
    }
    let start =
        view.child(i, "cop").map_or(0, |c| c + 1).max(scene.act_words(i, &[]).first()?.start as usize);
    let options = coordinated(scene, i, start, &["or"])?;
    let told = scene.voice(i).statement.and_then(|a| scene.attributions[a].addressee);
    let whom = addressed(scene, s).or_else(|| addressed(scene, i));
    let mut c = make(scene, i, whom, options, "rule:choice")?;
    if let Some(a) = told.filter(|_| c.towards.is_empty()) {
        c.towards = scene.foreign(scene.named_in(&[view.words_in(a)]), &c.by);
    }
    (scene.has("choose", s) || !c.towards.is_empty()).then_some(c)
}

/// "The path of peace and the path of war lie before them": coordinated ways, said to lie open.
fn before_them(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if !scene.has("lies", i) {
        return None;
    }
    let s = view.child(i, "nsubj").filter(|&s| scene.has("choose", s))?;
    let whom = addressed(scene, i)?;
    let start = scene.clause_words(s, &[]).first()?.start as usize;
    let options = coordinated(scene, s, start, &["and", "or"])?;
    make(scene, i, Some(whom), options, "rule:choice")
}

/// Where the words before an alternative end.
fn before(scene: &Scene, or: usize) -> usize {
    let view = scene.view;
    scene.or_before(or).unwrap_or_else(|| first_of(view, or)).min(first_of(view, or))
}

/// The words of an alternative behind "or".
fn alternative_words(scene: &Scene, or: usize) -> Option<WordRange> {
    let view = scene.view;
    let cc = scene.or_before(or)?;
    let words = scene.clause_words(or, &[]);
    let end = words.last()?.end as usize;
    Some(trim(view, WordRange::new(cc + 1, end.max(cc + 1))))
}

/// Who chooses: the subject of the verb, of the verb whose object the choice is, or whom the choice is put before.
fn chooser(scene: &Scene, i: usize) -> Option<usize> {
    let view = scene.view;
    if view.word(i).upos == "VERB" {
        let up = || view.head(i).filter(|_| matches!(view.word(i).relation(), "csubj" | "xcomp" | "advcl"));
        return subject(view, i)
            .filter(|&s| !view.form(s).eq_ignore_ascii_case("it"))
            .or_else(|| up().and_then(|h| view.child(h, "obj").or_else(|| addressed(scene, h))))
            .or_else(up);
    }
    let verb = view.head(i)?;
    view.children(i)
        .iter()
        .map(|&c| c as usize)
        .find(|&c| view.word(c).deprel == "nmod:poss")
        .or_else(|| addressed(scene, i))
        .or_else(|| addressed(scene, verb))
        .or_else(|| view.child(verb, "nsubj").filter(|&s| s != i))
        .or_else(|| view.child(i, "nsubj"))
}

/// "before Iran", "for Iran", "up to Iran".
fn addressed(scene: &Scene, head: usize) -> Option<usize> {
    let view = scene.view;
    view.children(head).iter().map(|&c| c as usize).find(|&c| {
        matches!(view.word(c).relation(), "obl" | "nmod" | "iobj")
            && (view.word(c).relation() == "iobj"
                || marked(view, c, "case", &["before", "for", "to"]).is_some())
    })
}

/// The coordinated phrases that begin at `start`.
fn coordinated(scene: &Scene, first: usize, start: usize, words: &[&str]) -> Option<Vec<(usize, WordRange)>> {
    let view = scene.view;
    let others: Vec<usize> = view.children_by(first, "conj").collect();
    if others.is_empty() || !others.iter().any(|&o| marked(view, o, "cc", words).is_some()) {
        return None;
    }
    let mut out = Vec::new();
    for (k, &head) in [first].iter().chain(&others).enumerate() {
        let from = if k == 0 { start } else { first_of(view, head) };
        let from =
            (from..=head).find(|&w| view.word(w).upos != "CCONJ" && !is_punctuation(view, w)).unwrap_or(head);
        let end = others.get(k).map_or_else(
            || runs(view, head, &[]).last().map_or(head + 1, |r| r.end as usize),
            |&n| first_of(view, n),
        );
        let mut r = trim(view, WordRange::new(from, end.max(from)));
        while !r.is_empty() && view.word(r.end as usize - 1).upos == "CCONJ" {
            r = trim(view, WordRange::new(r.start as usize, r.end as usize - 1));
        }
        if !r.is_empty() {
            out.push((head, r));
        }
    }
    (out.len() > 1).then_some(out)
}

fn make(
    scene: &Scene,
    at: usize,
    subject: Option<usize>,
    options: Vec<(usize, WordRange)>,
    rule: &'static str,
) -> Option<Commitment> {
    let voice = scene.voice(at);
    let chooses = subject.map_or(Vec::new(), |s| scene.actors(s, &voice));
    // "called on them to choose": who calls on them.
    let asks = |v: &usize| {
        let form = scene.view.form(*v).to_lowercase();
        scene.lexicon.commissives.verb(&form).iter().any(|e| e.deed == Deed::Demand)
    };
    let below = matches!(scene.view.word(at).relation(), "xcomp" | "advcl" | "acl") && scene.infinitive(at);
    let asked = scene.view.head(at).filter(|_| below).filter(asks).map(|v| scene.agents(v, &voice));
    let by = match asked.filter(|a| scene.public(a)) {
        Some(asking) => asking,
        None if voice.speakers.is_empty() => chooses.clone(),
        None => voice.speakers.clone(),
    };
    // What somebody unknown says does not bind those he speaks of.
    if voice.statement.is_some() && voice.speakers.is_empty() {
        return None;
    }
    if by.is_empty() || !scene.public(&by) {
        return None;
    }
    let mut c = commitment(CommitmentKind::Choice, voice.statement, rule);
    c.options = options
        .into_iter()
        .map(|(head, r)| Clause { actor: chooses.clone(), ..scene.clause(head, &[r], false, &voice) })
        .collect();
    c.towards = scene.foreign(chooses, &by);
    c.by = by;
    Some(with_spans(c))
}
