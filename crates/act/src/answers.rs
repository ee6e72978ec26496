//! Whether an act that is done is the act that a clause speaks of.

use crate::sense::{Place, Reading, Sense, Word, sense};
use crate::tables::{are_antonyms, clashes, entails};
use crate::{Act, Match, World};
use demarche_record::Plover;

/// Whether the act `done` is the one that `asked` (a commitment's clause) speaks of; `None` where it is not.
///
/// - **Who**: the same ids; a part for its whole, a person for the state; nobody named on a side is less sure.
/// - **What**: the same type, or one that implies it (`data/entails.tsv`); where a side has no type, common words.
///   Both must be done, or both not done. Where neither is done, the implication is read backwards: who moved no forces
///   made no attack.
/// - **To whom**: the same or standing for each other; a side that names nobody fits any.
/// - **About what**: a type is coarse, so where both sides say what it is done to, a word of that must be common (an
///   attack on a party, a meeting with it, is one by the party alone). Where a side does not say who acts, some word
///   must be common, too, that is more than a verb.
///
/// Readings turned round ("refuses to", "receives", "stops") are compared too; the surest pair counts.
pub fn answers(asked: &Act, done: &Act, world: &World) -> Option<Match> {
    answers_sensed(&sense(asked, world), &sense(done, world), world)
}

/// [`answers`] of acts whose readings are made already: for one act asked against many.
pub fn answers_sensed(asked: &Sense, done: &Sense, world: &World) -> Option<Match> {
    best(pairs(asked, done).filter(|(a, d)| a.negated == d.negated).filter_map(|(a, d)| compare(a, d, world)))
}

/// Whether the two acts exclude each other: one is the other not done, or their types clash (`data/clashes.tsv`)
/// between the same actors. The order of the two does not matter.
pub fn contradicts(a: &Act, b: &Act, world: &World) -> Option<Match> {
    contradicts_sensed(&sense(a, world), &sense(b, world), world)
}

/// [`contradicts`] of acts whose readings are made already.
pub fn contradicts_sensed(a: &Sense, b: &Sense, world: &World) -> Option<Match> {
    let against = |one: &Reading, other: &Reading| {
        // One of them is not done: it is denied by whatever would have been it.
        let (not, done) = if one.negated { (one, other) } else { (other, one) };
        let not_done = Reading { negated: false, ..not.clone() };
        compare(&not_done, done, world)
            .map(|m| Match { why: format!("one is done and the other not: {}", m.why), ..m })
    };
    let clash = |one: &Reading, other: &Reading| {
        let row = clashes(one.r#type?, other.r#type?)?;
        let (who, _) = either_way(&one.actors, &other.actors, |a, b| who(a, b, world))?;
        let (whom, _) = either_way(&one.targets, &other.targets, |a, b| whom(a, b, world))?;
        let parties = !one.targets.is_empty() && !other.targets.is_empty();
        if !parties && (is_on_the_party(row.one) || is_on_the_party(row.other)) {
            // Who fights back has not yet done the contrary of leaving.
            return None;
        }
        // Neither is what was asked for: the surer way round, as above.
        let either =
            |t| [about(t, &one.words, &other.words, parties), about(t, &other.words, &one.words, parties)];
        let same = |t| either(t).into_iter().flatten().reduce(f64::max);
        let about = same(row.one)?.min(same(row.other)?);
        let sure = row.sure * who * whom * about * (one.sure * other.sure);
        let (x, y) = (row.one.name(), row.other.name());
        Some(Match { sure, why: format!("{x} and {y} exclude each other: {}.", row.because) })
    };
    let contrary = |one: &Reading, other: &Reading| {
        let (x, y) = antonyms(&one.words, &other.words)?;
        let without = |r: &Reading, w: &Word| Reading {
            words: r.words.iter().filter(|v| *v != w).cloned().collect(),
            r#type: None,
            ..r.clone()
        };
        let rest = compare(&without(one, x), &without(other, y), world)?;
        let (x, y) = if x.word < y.word { (x, y) } else { (y, x) };
        Some(Match { why: format!("\"{}\" is the contrary of \"{}\": {}", x.word, y.word, rest.why), ..rest })
    };
    best(
        pairs(a, b)
            .flat_map(|(one, other)| match (one.negated, other.negated) {
                (true, false) | (false, true) => [against(one, other), None, None],
                (false, false) => [clash(one, other), contrary(one, other), contrary(other, one)],
                (true, true) => [None, None, None],
            })
            .flatten(),
    )
}

fn either_way(
    a: &[String],
    b: &[String],
    grade: impl Fn(&[String], &[String]) -> Option<(f64, String)>,
) -> Option<(f64, String)> {
    grade(a, b).max_by_sure(grade(b, a))
}

/// Takes the surer of two gradings.
trait MaxBySure {
    fn max_by_sure(self, other: Self) -> Self;
}
impl MaxBySure for Option<(f64, String)> {
    fn max_by_sure(self, other: Self) -> Self {
        match (self, other) {
            (Some(a), Some(b)) => Some(if b.0 > a.0 || b.0 == a.0 && b.1 < a.1 { b } else { a }),
            (a, b) => a.or(b),
        }
    }
}

fn pairs<'a>(a: &'a Sense, b: &'a Sense) -> impl Iterator<Item = (&'a Reading, &'a Reading)> {
    let all = a.readings.iter().flat_map(|one| b.readings.iter().map(move |other| (one, other)));
    // Most pairs are of other parties: that is told before anything else.
    all.filter(|(one, other)| one.may_be(other))
}

/// The surest; of equals the first by its words.
fn best(matches: impl Iterator<Item = Match>) -> Option<Match> {
    matches.reduce(|a, b| if b.sure > a.sure || b.sure == a.sure && b.why < a.why { b } else { a })
}

/// Compares two readings of one polarity.
fn compare(asked: &Reading, done: &Reading, world: &World) -> Option<Match> {
    let (who, who_why) = who(&asked.actors, &done.actors, world)?;
    let (whom, whom_why) = whom(&asked.targets, &done.targets, world)?;
    let parties = !asked.targets.is_empty() && !done.targets.is_empty();
    let known = !asked.actors.is_empty() && !done.actors.is_empty();
    let (what, what_why) = what(asked, done, parties, known)?;
    let mut turned: Vec<&str> = [asked.turned, done.turned].into_iter().flatten().collect();
    turned.dedup();
    let why = [who_why, what_why, whom_why];
    let why =
        why.iter().map(String::as_str).chain(turned).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("; ");
    // Turned round in the same way, both say it as it is.
    let turns = match asked.turned.is_some() && asked.turned == done.turned {
        true => asked.sure.min(done.sure),
        false => asked.sure * done.sure,
    };
    let sure = (who * what * whom * turns).clamp(0.0, 1.0);
    Some(Match { sure, why: format!("{why}.") })
}

/// The clause names nobody who acts: anybody may.
const ANYBODY: f64 = 0.8;
/// It is not said who did it.
const UNKNOWN: f64 = 0.6;
/// Of several who are named, only some act.
const SOME: f64 = 0.8;

fn who(asked: &[String], done: &[String], world: &World) -> Option<(f64, String)> {
    if asked.is_empty() && done.is_empty() {
        return Some((1.0, "neither says who acts".into()));
    }
    if asked.is_empty() {
        return Some((ANYBODY, "the clause does not say who acts".into()));
    }
    if done.is_empty() {
        return Some((UNKNOWN, "it is not said who did it".into()));
    }
    // The best stand-in for each of those asked; the surest says why.
    let each: Vec<Option<(f64, String, &String)>> = asked.iter().map(|a| stand_in(a, done, world)).collect();
    let (sure, why, who) = each.iter().flatten().cloned().reduce(|a, b| if b.0 > a.0 { b } else { a })?;
    let why = if why.is_empty() { format!("{who} acts") } else { why };
    if each.iter().all(Option::is_some) {
        // All of them act: the least sure of them says how sure all is.
        let least = each.iter().flatten().map(|e| e.0).fold(1.0, f64::min);
        return Some((least, if each.len() > 1 { format!("{} act", asked.join(", ")) } else { why }));
    }
    Some((sure * SOME, format!("{why}, one of those named")))
}

fn stand_in<'a>(asked: &'a String, done: &[String], world: &World) -> Option<(f64, String, &'a String)> {
    done.iter()
        .filter_map(|d| world.stands_for(d, asked))
        .reduce(|a, b| if b.0 > a.0 { b } else { a })
        .map(|(sure, why)| (sure, why, asked))
}

/// The clause says to whom, the act done does not.
const UNSAID: f64 = 0.9;

fn whom(asked: &[String], done: &[String], world: &World) -> Option<(f64, String)> {
    if asked.is_empty() && done.is_empty() {
        return Some((1.0, String::new()));
    }
    if asked.is_empty() || done.is_empty() {
        return Some((UNSAID, String::new()));
    }
    let (sure, why, whom) =
        asked.iter().filter_map(|a| stand_in(a, done, world)).reduce(|a, b| if b.0 > a.0 { b } else { a })?;
    // What is done to a part is done to the whole as surely as a part acts for it.
    Some((sure, if why.is_empty() { format!("to {whom}") } else { format!("to {whom}: {why}") }))
}

/// Words alone tell less than a type.
const WORDS: f64 = 0.9;
/// A type that was guessed from the words.
const GUESSED: f64 = 0.9;
/// At least this share of the shorter side's words must be common where words alone decide.
const LEAST_SHARE: f64 = 0.5;

/// `parties`: both sides say to whom, and it is the same; `known`: both say who acts.
fn what(asked: &Reading, done: &Reading, parties: bool, known: bool) -> Option<(f64, String)> {
    // Of a doer who is not known, the words must tell that the act is this one.
    let told = known
        || shares_an_object(&asked.words, &done.words)
        || stems(&asked.words) == stems(&done.words)
        || (asked.words.is_empty() || done.words.is_empty()) && parties;
    if !told || other_place(&asked.words, &done.words) {
        return None;
    }
    let typed = asked.r#type.zip(done.r#type).and_then(|(a, d)| {
        let (sure, why) = if a == d {
            (1.0, format!("both are {}", a.name()))
        } else {
            // Not done: who does not even the weaker has not done the stronger.
            let row = if asked.negated { entails(a, d) } else { entails(d, a) }?;
            // But only in what the weaker is about: who gives no guarantees may yet give arms.
            let (strong, weak) = if asked.negated { (asked, done) } else { (done, asked) };
            if elsewhere(a, d, &strong.words, &weak.words) {
                return None;
            }
            (row.sure, format!("{} is {} too, as {}", row.one.name(), row.other.name(), row.because))
        };
        let guess = if asked.guessed != done.guessed { GUESSED } else { 1.0 };
        let about =
            about(a, &asked.words, &done.words, parties)?.min(about(d, &asked.words, &done.words, parties)?);
        let said = shared_words(&asked.words, &done.words);
        let why = if said.is_empty() { why } else { format!("{why}; both say {said}") };
        Some((sure * guess * about, why))
    });
    // Two types that are sure and do not go together are not outweighed by words.
    let may = asked.by_words && done.by_words;
    let against = typed.is_none()
        && asked.r#type.is_some()
        && done.r#type.is_some()
        && !(asked.guessed || done.guessed);
    // Two acts said in the same words without a type are the same.
    let same = stems(&asked.words) == stems(&done.words);
    let untyped = asked.r#type.is_none() && done.r#type.is_none();
    // A verb in common is little: what it is done to must be, too.
    let enough = same || shares_an_object(&asked.words, &done.words);
    let by_words = (may && !against && enough)
        .then(|| overlap(&asked.words, &done.words))
        .flatten()
        .map(|share| (WORDS * share, format!("both say {}", shared_words(&asked.words, &done.words))));
    let by_words = by_words.map(|(sure, why)| (if same && untyped { 1.0 } else { sure }, why));
    typed.max_by_sure(by_words)
}

/// Whether the weaker of two acts of types `a` and `d` is said closer by words, none of which the stronger has.
fn elsewhere(a: Plover, d: Plover, strong: &[Word], weak: &[Word]) -> bool {
    let closer = |w: &Word| !w.only_says(a) && !w.only_says(d);
    let shared = |w: &Word| strong.iter().any(|v| v.stem == w.stem);
    weak.iter().any(closer) && !weak.iter().any(shared)
}

/// How much the words of two acts have in common, whatever their types, whoever does them and whether they are done: 0
/// where nothing, 1 where they say the same.
pub fn in_common(a: &Sense, b: &Sense) -> f64 {
    pairs(a, b).filter_map(|(one, other)| overlap(&one.words, &other.words)).fold(0.0, f64::max)
}

/// Whether two acts name places, and not one in common.
fn other_place(a: &[Word], b: &[Word]) -> bool {
    let named = |words: &[Word]| words.iter().any(|w| w.place == Some(Place::Name));
    let both = |w: &Word| w.place == Some(Place::Name) && b.iter().any(|v| v.stem == w.stem);
    named(a) && named(b) && !a.iter().any(both)
}

/// Acts whose object is the other party itself: an attack on it is one, whatever else is said of it.
fn is_on_the_party(r#type: Plover) -> bool {
    matches!(r#type, Plover::Assault | Plover::Consult)
}

/// How well what is said beside the type fits: 1 where no side says more than who acts; less where one side does, and
/// where both do in part; `None` where both say what it is done to and that is not the same. Much less for acts that are
/// words, of which only the content tells what they are about.
fn about(r#type: Plover, asked: &[Word], done: &[Word], parties: bool) -> Option<f64> {
    use Plover::{Accuse, Agree, Concede, Reject, Request, Support, Threaten};
    // What is a thing on the one side is none the less one on the other, where its form does not tell. Where both have a verb
    // in common that does not say the type, but else only one says to what, the other's next verb is that ("lifted its
    // sanctions", "lifted the siege").
    let of = |words: &[Word], others: &[Word], typed: bool| -> Vec<Word> {
        let thing = |w: &Word| others.iter().any(|o| o.thing && o.stem == w.stem);
        let first = words.iter().position(|w| w.verb);
        let follows = |i: usize, w: &Word| typed && w.r#type.is_some() && first.is_some_and(|f| f < i);
        let about = |i: usize, w: &Word| !w.only_says(r#type) && (!w.verb || follows(i, w));
        words.iter().enumerate().filter(|(i, w)| about(*i, w) || thing(w)).map(|(_, w)| w.clone()).collect()
    };
    // An act that only has its type is any of that type.
    if asked.is_empty() || done.is_empty() {
        return Some(1.0);
    }
    let (mut a, mut d) = (of(asked, done, false), of(done, asked, false));
    let verb = |w: &Word| w.verb && !w.only_says(r#type) && done.iter().any(|v| v.stem == w.stem);
    if a.is_empty() != d.is_empty() && asked.iter().any(verb) {
        (a, d) = (of(asked, done, true), of(done, asked, true));
    }
    if a.is_empty() && d.is_empty() {
        return Some(1.0);
    }
    if a.is_empty() || d.is_empty() {
        // The one says to what, the other does not: the same verb, or the same party, must tell that it is one. What is done
        // in general to a party is not surely the one thing that was asked.
        let verb = asked.iter().any(|w| done.iter().any(|v| v.stem == w.stem));
        let general = d.is_empty() && !is_on_the_party(r#type);
        return Some(match (verb, parties) {
            (true, _) => 1.0,
            (false, true) if general => SAME_PARTY,
            (false, true) => 1.0,
            (false, false) => OTHER_VERB,
        });
    }
    let share = overlap_of(&a, &d);
    if share == 0.0 && !(parties && is_on_the_party(r#type)) {
        return None;
    }
    // At one place many things are done: where both say to what, that or the verb must be the same. Behind its verb a word is
    // a thing, whatever it may be elsewhere ("lift the blockade").
    let things = |words: &[Word]| -> Vec<Word> {
        let verb = words.iter().position(|w| w.verb);
        let thing = |i: usize, w: &Word| w.place.is_none() && !w.only_says(r#type) && verb != Some(i);
        words.iter().enumerate().filter(|(i, w)| thing(*i, w)).map(|(_, w)| w.clone()).collect()
    };
    let (x, y) = (things(asked), things(done));
    let only_the_place = share > 0.0 && !x.is_empty() && !y.is_empty() && shared(&x, &y) == 0.0;
    if only_the_place && !shares_a_verb(asked, done) {
        return None;
    }
    let verbal = matches!(r#type, Accuse | Agree | Concede | Reject | Request | Support | Threaten);
    let least = if verbal { 0.3 } else { 0.55 };
    Some(least + (1.0 - least) * share)
}

/// Of the same type, but said by another verb and not of what.
const OTHER_VERB: f64 = 0.4;
/// The same, but done to the same party.
const SAME_PARTY: f64 = 0.6;

/// Whether the two sides have a word in common that is no verb; a place only with the verb.
fn shares_an_object(a: &[Word], b: &[Word]) -> bool {
    // "Fire" may be a verb where "hostilities" are none.
    let is_common = |x: &Word| b.iter().any(|y| y.stem == x.stem && !(x.verb && y.verb));
    let object = |x: &Word| is_common(x) && (x.place.is_none() || shares_a_verb(a, b));
    antonyms(a, b).is_none() && a.iter().any(object)
}

/// Whether a verb of one side is said on the other, too, in whatever form ("left" may be no verb).
fn shares_a_verb(a: &[Word], b: &[Word]) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.stem == y.stem && (x.verb || y.verb)))
}

/// [`overlap`], 0 for none.
fn overlap_of(a: &[Word], b: &[Word]) -> f64 {
    if antonyms(a, b).is_some() { 0.0 } else { mean_overlap(a, b) }
}

/// How much two sets of words have in common, 0 to 1: the mean of the overlap coefficient (Szymkiewicz-Simpson) and
/// Ochiai's coefficient. The first forgives that one side says more, the second does not forget it. `None` below
/// [`LEAST_SHARE`] of the shorter side, and where a word of the one says the contrary of one of the other.
fn overlap(a: &[Word], b: &[Word]) -> Option<f64> {
    if antonyms(a, b).is_some() {
        return None;
    }
    let least = a.len().min(b.len()) as f64;
    (least > 0.0 && shared(a, b) / least >= LEAST_SHARE).then(|| mean_overlap(a, b))
}

fn shared(a: &[Word], b: &[Word]) -> f64 {
    a.iter().filter(|x| b.iter().any(|y| y.stem == x.stem)).count() as f64
}

fn mean_overlap(a: &[Word], b: &[Word]) -> f64 {
    let (shared, n, m) = (shared(a, b), a.len() as f64, b.len() as f64);
    if shared == 0.0 { 0.0 } else { (shared / n.min(m) + shared / (n * m).sqrt()) / 2.0 }
}

/// Words of the two sides that say the contrary of each other, first those that come first.
fn antonyms<'a>(a: &'a [Word], b: &'a [Word]) -> Option<(&'a Word, &'a Word)> {
    let lacks = |words: &[Word], w: &Word| words.iter().all(|v| v.stem != w.stem);
    let both = a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
    both.filter(|(x, y)| are_antonyms(&x.stem, &y.stem)).find(|(x, y)| lacks(a, y) && lacks(b, x))
}

fn stems(words: &[Word]) -> Vec<&str> {
    let mut stems: Vec<&str> = words.iter().map(|w| w.stem.as_str()).collect();
    stems.sort();
    stems
}

/// The common words as the clause has them, in quotes.
fn shared_words(asked: &[Word], done: &[Word]) -> String {
    let shared = asked.iter().filter(|x| done.iter().any(|y| y.stem == x.stem));
    shared.map(|w| format!("\"{}\"", w.word)).collect::<Vec<_>>().join(", ")
}
