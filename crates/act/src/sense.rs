//! What an act comes to: its readings.
//!
//! An act can be said from several sides. "Russia refuses to engage in diplomacy" is a REJECT, and it is Russia not
//! engaging in diplomacy; "Moscow does not receive guarantees" is somebody not giving them to Moscow. A [`Sense`] holds
//! every such reading, so that two acts are one where any of their readings are.

use crate::keys;
use crate::tables::{
    Turn, alike, contrary, is_function, is_of_places, is_until, opens_a_thing, receiving, spelt, stem, turn,
};
use crate::{Act, World};
use demarche_record::Plover;
use std::hash::{Hash, Hasher};

/// The readings of one act, made once by [`sense()`] and compared many times by [`crate::answers_sensed`].
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Sense {
    pub(crate) readings: Vec<Reading>,
}

impl Sense {
    /// Whether the act is a friendly one: cooperation that is done, or conflict that is not, by the quad class of its type
    /// (Schrodt 2012; PLOVER). `None` where it has no type.
    pub fn is_friendly(&self) -> Option<bool> {
        use demarche_record::QuadClass::{MaterialCooperation, VerbalCooperation};
        self.readings.iter().find_map(|r| {
            let kind = r.r#type?.quad_class();
            Some(matches!(kind, MaterialCooperation | VerbalCooperation) != r.negated)
        })
    }
}

/// One way to read an act.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    pub negated: bool,
    /// Sorted, each once.
    pub actors: Vec<String>,
    /// Sorted, each once.
    pub targets: Vec<String>,
    pub r#type: Option<Plover>,
    /// Whether the type was only guessed from the words.
    pub guessed: bool,
    /// What is said, beyond names and grammar.
    pub words: Vec<Word>,
    /// Whether the words alone can tell that another act is this one: not where they are what is asked for, refused,
    /// threatened, and so on ("USA REQUEST withdrawal" is no withdrawal).
    pub by_words: bool,
    /// How sure the turn is that made it (1: none).
    pub sure: f64,
    /// What turned it round, for a person.
    pub turned: Option<&'static str>,
    /// Who acts, and to whom, as [`Reading::may_be`] compares them.
    pub(crate) sides: [Side; 2],
}

/// All of it but what follows from the rest and the world.
impl Hash for Reading {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Reading { negated, actors, targets, r#type, guessed, words, by_words, sure, turned, sides: _ } =
            self;
        (negated, actors, targets, r#type, guessed, words, by_words, sure.to_bits(), turned).hash(state);
    }
}

/// Some actors as hashes, sorted: they and those they speak for, and what those are part of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    ends: Vec<u64>,
    wholes: Vec<u64>,
}

impl Side {
    /// Of actors by their ids.
    pub fn of(actors: &[String], world: &World) -> Side {
        let hash = |id: &str| keys::hash([id]);
        let ends: Vec<&str> = actors.iter().flat_map(|a| world.ends(a)).collect();
        let wholes = ends.iter().flat_map(|e| world.wholes(e)).map(hash).collect();
        Side { ends: keys::each_once(ends.into_iter().map(hash).collect()), wholes: keys::each_once(wholes) }
    }

    /// Whether any of the ones may stand for any of the others; where nobody is named, anybody may. A cheap look, made
    /// before [`World::acts_for`] says how surely.
    pub fn may_be(&self, other: &Side) -> bool {
        let meet = |a: &[u64], b: &[u64]| a.iter().any(|x| b.binary_search(x).is_ok());
        self.ends.is_empty()
            || other.ends.is_empty()
            || meet(&self.ends, &other.ends)
            || meet(&self.wholes, &other.ends)
            || meet(&self.ends, &other.wholes)
    }
}

impl Reading {
    /// Whether the parties of two readings may go together: what is cheap to tell, and tells most pairs apart.
    pub(crate) fn may_be(&self, other: &Reading) -> bool {
        self.sides[0].may_be(&other.sides[0]) && self.sides[1].may_be(&other.sides[1])
    }
}

/// A content word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    /// Of words that say the same the stem of the first (`data/alike.tsv`).
    pub stem: String,
    pub word: String,
    /// The type that the word alone would say.
    pub r#type: Option<Plover>,
    /// Whether it is a verb, which says what is done and not to what.
    pub verb: bool,
    /// Whether it is a thing, though it could be a verb elsewhere ("a loan", "gives arms").
    pub thing: bool,
    /// Whether it is part of the name of a place ("Mount Hermon").
    pub place: Option<Place>,
}

/// What a word is in the name of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// It says what kind of place ("Mount").
    Kind,
    /// It says which one ("Hermon").
    Name,
}

impl Word {
    /// Whether it says no more than that an act of the type is done.
    pub(crate) fn only_says(&self, r#type: Plover) -> bool {
        self.r#type == Some(r#type) && !self.thing
    }
}

/// A word with what the tables say of it.
struct Token {
    word: Word,
    /// Its own stem.
    stem: String,
    /// Grammar or a name: no content.
    empty: bool,
}

/// The readings of an act.
pub fn sense(act: &Act, world: &World) -> Sense {
    let tokens = tokens(&act.words, world);
    let tokens: Vec<&Token> = tokens.iter().collect();
    let as_said = Reading {
        negated: act.negated,
        actors: sorted(&act.actors),
        targets: sorted(&act.targets),
        r#type: act.r#type,
        guessed: false,
        words: Vec::new(),
        by_words: true,
        sure: 1.0,
        turned: None,
        sides: Default::default(),
    };
    let mut readings = Vec::new();
    read(as_said, &tokens, &mut readings, 0);
    for reading in readings.iter_mut().filter(|r| r.r#type.is_none() && r.words.is_empty()) {
        // Nothing but grammar ("it did so"): the act is at least itself.
        reading.words = each_once(tokens.iter().map(|t| &t.word));
    }
    for reading in &mut readings {
        reading.sides = [Side::of(&reading.actors, world), Side::of(&reading.targets, world)];
    }
    Sense { readings }
}

/// Whether the act is one of receiving ("is given guarantees"): from the other side it is done by whom its targets name.
pub fn receives(act: &Act, world: &World) -> bool {
    // Most acts are told by a look at their letters.
    if !receiving().iter().any(|w| act.words.contains(w)) {
        return false;
    }
    sense(act, world).readings.iter().any(|r| r.turned == Some(GIVEN))
}

const GIVEN: &str = "what one receives another gives";

/// How many turns one act may make: "refuses to stop" makes two.
const MOST_TURNS: usize = 3;

/// Adds the reading of what the words say, and, where they begin with a turn, what it is the other way round.
fn read(mut reading: Reading, tokens: &[&Token], readings: &mut Vec<Reading>, turns: usize) {
    reading.words = content(tokens);
    // What is turned round stands at the head of the words: before anything else is said, or after one word, which may
    // be a name that nobody knew ("Moscow refuses") or what it is done to ("sanctions are lifted").
    let mut said = 0;
    let turned = tokens.iter().enumerate().find_map(|(i, token)| {
        let stems = tokens[i..].iter().map(|t| t.stem.as_str());
        let turned = if said < 2 { turn(stems) } else { None };
        said += usize::from(!token.empty);
        turned.map(|(turn, n)| (turn, i, n))
    });
    // Who speaks of an act being ended or done has not ended or done it: of words only a refusal is turned round.
    let speaks = reading.turned.is_none() && reading.r#type.is_some_and(is_speech);
    let may = |turn: Turn| turns < MOST_TURNS && (!speaks || turn == Turn::Refuse);
    let Some((turn, at, n)) = turned.filter(|t| may(t.0)) else {
        // REJECT without a word for it ("RUS REJECT diplomacy") is a refusal all the same.
        if reading.r#type == Some(Plover::Reject) && reading.turned.is_none() {
            reading.by_words = false;
            let refused = refusal(&reading, tokens);
            push(reading, readings);
            if let Some(refused) = refused {
                read(refused, tokens, readings, turns + 1);
            }
            return;
        }
        return push(reading, readings);
    };
    let rest: Vec<&Token> = tokens[..at].iter().chain(&tokens[at + n..]).copied().collect();
    if content(&rest).is_empty() {
        if turn == Turn::Refuse {
            reading.r#type = reading.r#type.or(Some(Plover::Reject));
        }
        return push(reading, readings);
    }
    match turn {
        Turn::Refuse => {
            if let Some(refused) = refusal(&reading, &rest) {
                read(refused, &rest, readings, turns + 1);
            }
            reading.r#type = reading.r#type.or(Some(Plover::Reject));
            reading.by_words = false;
            reading.words = content(&rest);
            push(reading, readings);
        }
        Turn::End => {
            let ended = Reading {
                negated: !reading.negated,
                r#type: None,
                sure: reading.sure * ENDED,
                turned: Some("to end a thing is no longer to do it"),
                ..reading.clone()
            };
            readings.extend(undone(&ended, &rest));
            read(ended, &rest, readings, turns + 1);
            // Its own type (RETREAT: "ends the siege") still holds; without one the words would say the contrary. What ends
            // it says what is done, not to what.
            if reading.r#type.is_some() {
                reading.by_words = false;
                for word in &mut reading.words {
                    word.verb |= tokens[at..at + n].iter().any(|t| t.word.stem == word.stem);
                }
                push(reading, readings);
            }
        }
        Turn::Make => {
            let made = Reading {
                r#type: None,
                by_words: true,
                sure: reading.sure * MADE,
                turned: Some("what is signed is done"),
                // Those who sign with one another all do it.
                actors: sorted(&[reading.actors.clone(), reading.targets.clone()].concat()),
                targets: Vec::new(),
                ..reading.clone()
            };
            read(made, &rest, readings, turns + 1);
            push(reading, readings);
        }
        Turn::Receive(giving) => {
            let given = Reading {
                // From whom it comes is said by the targets, if by anything.
                actors: reading.targets.clone(),
                targets: reading.actors.clone(),
                r#type: Some(giving),
                guessed: true,
                turned: Some(GIVEN),
                ..reading.clone()
            };
            read(given, &rest, readings, MOST_TURNS);
            // As above: "receives tanks" in the words of who gives them would be the wrong way round.
            if reading.r#type.is_some() {
                reading.by_words = false;
                push(reading, readings);
            }
        }
    }
}

/// What is ended, where its contrary has a name, as that contrary done: to lift a closure is to open.
fn undone(ended: &Reading, rest: &[&Token]) -> Option<Reading> {
    let mut words = content(rest);
    let (word, contrary) = words.iter_mut().find_map(|w| contrary(&w.stem).map(|c| (w, c)))?;
    // What stands behind the verb that ends it is a noun.
    (word.stem, word.r#type, word.verb) = (contrary.to_owned(), None, false);
    let words = each_once(&words);
    Some(Reading { negated: !ended.negated, words, ..ended.clone() })
}

/// The content words, each once.
fn content(tokens: &[&Token]) -> Vec<Word> {
    each_once(tokens.iter().filter(|t| !t.empty).map(|t| &t.word))
}

fn each_once<'a>(all: impl IntoIterator<Item = &'a Word>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for word in all {
        if words.iter().all(|w| w.stem != word.stem) {
            words.push(word.clone());
        }
    }
    words
}

/// What is signed may not be kept.
const MADE: f64 = 0.9;
/// What is ended may only have been cut short.
const ENDED: f64 = 0.8;

/// The reading of a refusal as what is refused not being done. Whom it was refused to is not whom the act is done to.
fn refusal(reading: &Reading, rest: &[&Token]) -> Option<Reading> {
    (!content(rest).is_empty()).then(|| Reading {
        negated: !reading.negated,
        targets: Vec::new(),
        r#type: None,
        by_words: true,
        turned: Some("to refuse a thing is not to do it"),
        ..reading.clone()
    })
}

fn push(mut reading: Reading, readings: &mut Vec<Reading>) {
    if reading.r#type.is_none()
        && let Some(guess) = reading.words.iter().find_map(|w| w.r#type)
    {
        reading.r#type = Some(guess);
        reading.guessed = true;
    }
    if reading.r#type.is_some_and(is_speech) {
        reading.by_words = false;
    }
    readings.push(reading);
}

/// Whether acts of the type are words about another act, which is then not done.
fn is_speech(r#type: Plover) -> bool {
    use Plover::{Accuse, Reject, Request, Threaten};
    matches!(r#type, Request | Accuse | Reject | Threaten)
}

fn sorted(ids: &[String]) -> Vec<String> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    ids
}

/// Whether a verb's form only describes the thing that it stands before ("the promised loan").
fn is_participle(word: &str) -> bool {
    word.ends_with("ing") || word.ends_with("ed")
}

/// What a word of a text is in the name of a place: words with capitals of which one says what kind of place. Words all in
/// capitals tell nothing.
fn place(words: &[&str], at: usize) -> Option<Place> {
    let named = |i: usize| {
        words.get(i).is_some_and(|w| w.starts_with(char::is_uppercase) && w.chars().any(char::is_lowercase))
    };
    let kind = |i: usize| named(i) && is_of_places(&words[i].to_lowercase());
    let beside = [at.wrapping_sub(1), at + 1];
    match (kind(at), named(at)) {
        (true, _) => beside.into_iter().any(named).then_some(Place::Kind),
        (false, true) => beside.into_iter().any(kind).then_some(Place::Name),
        (false, false) => None,
    }
}

/// The words of a text, in order: what lies between is dropped, an apostrophe ends a word ("NATO's").
fn tokens(words: &str, world: &World) -> Vec<Token> {
    let words = words.replace('’', "'");
    let given: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
        .map(|w| w.split('\'').next().unwrap_or(w).trim_matches('-'))
        .filter(|w| !w.is_empty())
        .collect();
    let lower: Vec<String> = given.iter().map(|w| w.to_lowercase()).collect();
    let (words, places): (Vec<&str>, Vec<Option<Place>>) = lower
        .iter()
        .enumerate()
        .flat_map(|(i, word)| {
            let place = place(&given, i);
            spelt(word).map_or(vec![word.as_str()], <[_]>::to_vec).into_iter().map(move |w| (w, place))
        })
        .unzip();
    // `opened`: a thing is being named, and not yet done with.
    let (mut named, mut over, mut opened) = (0, false, false);
    let token = |(i, word): (usize, &&str)| {
        let stem = stem(word);
        named = named.max(i + world.phrase_length(&words[i..]));
        over |= i > 0 && is_until(word);
        // How many and on which day says nothing of what is done: "20 observers", "by May 12", "12 March".
        let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
        let dated = matches!(*word, "march" | "may")
            && (words.get(i + 1).is_some_and(number) || i > 0 && words.get(i - 1).is_some_and(number));
        let counts = number(word) || dated;
        let empty = is_function(word, &stem) || world.is_name(word) || i < named || over || counts;
        let r#type = world.type_of_stem(&stem);
        let one = alike(&stem).to_owned();
        let verb = world.is_verb(&stem);
        let thing = opened && verb && !empty && !world.is_deed(&stem) && !is_participle(word);
        opened = opens_a_thing(word, &stem) || opened && !is_function(word, &stem);
        Token {
            word: Word {
                r#type,
                stem: one,
                word: (*word).to_owned(),
                verb: verb && !thing,
                thing,
                place: places[i],
            },
            stem,
            empty,
        }
    };
    words.iter().enumerate().map(token).collect()
}
