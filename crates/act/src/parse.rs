//! An act as an analyst types it.

use crate::{Act, World, tables::stem};
use demarche_record::Plover;
use std::fmt;

/// Why words are no act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Quote,
    NoActor,
    NoVerb { actor: String },
    Comma { after: String },
    Type { word: String, near: Vec<&'static str> },
    Actor { word: String, near: Vec<String> },
}

const FORM: &str = "[not] ACTOR[,ACTOR] TYPE-or-VERB [TARGET[,TARGET]] [words], as in \"RUS ASSAULT UKR\"";

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Quote => write!(f, "an act has a quotation mark without its other one"),
            Kind::NoActor => write!(f, "an act begins with who acts: {FORM}"),
            Kind::NoVerb { actor } => write!(f, "what does {actor} do? An act is {FORM}"),
            Kind::Comma { after } => write!(f, "no actor stands after the comma of \"{after},\""),
            Kind::Type { word, near } => {
                write!(f, "no type of act is called {word}; did you mean {}?", near.join(" or "))
            }
            Kind::Actor { word, near } if near.is_empty() => {
                write!(f, "the case knows no actor {word} (ids are as `demarche case actors` shows them)")
            }
            Kind::Actor { word, near } => {
                write!(f, "the case knows no actor {word}; did you mean {}?", near.join(" or "))
            }
        }
    }
}

impl std::error::Error for Error {}

/// A word of the input.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    quoted: bool,
    /// Whether a comma follows.
    comma: bool,
}

/// Reads an act:
///
/// ```text
/// [not] ACTOR[,ACTOR] TYPE-or-VERB [TARGET[,TARGET]] [words ...]
/// ```
///
/// - `not` in any case turns the act into its not being done.
/// - ACTOR and TARGET are a case's ids (`RUS`, `NATO`, `"Vladimir Putin"`): several words in quotes, unless `world`
///   knows the actor. `*` in the actor's place is anybody. A TARGET is in capitals, in quotes with a capital, or known
///   to `world`; all else is words. Where `world` knows any actors, one that it does not know is a slip, unless quoted.
/// - TYPE is a PLOVER name in any case (`ASSAULT`, `assault`, `assaults`), or a verb. A verb that `world` knows has its
///   type; the verb stays among the words, with or without a type.
/// - The whole may stand in quotes.
///
/// ```
/// use demarche_act::{parse, World};
///
/// let act = parse("not NATO GIVE security guarantees", &World::default()).unwrap();
/// assert!(act.negated);
/// assert_eq!(act.actors, ["NATO"]);
/// assert_eq!(act.words, "give security guarantees");
/// ```
///
/// # Errors
/// Where nobody acts, nothing is done, a quotation mark or a comma dangles, a type is misspelt (the nearest names are
/// given), or the case has no such actor (only where `world.actors` has any).
pub fn parse(text: &str, world: &World) -> Result<Act, Error> {
    let pieces = pieces(unquoted(text.trim()))?;
    let mut rest = &pieces[..];
    let mut act = Act::default();
    while let Some((first, after)) = rest.split_first()
        && is_not(first)
    {
        act.negated = !act.negated;
        rest = after;
    }
    (act.actors, rest) = match rest.split_first() {
        None => return Err(Error(Kind::NoActor)),
        Some((p, after)) if p.text == "*" => (Vec::new(), after),
        Some(_) => ids(rest, world, true)?,
    };
    // "RUS does not REJECT ..."
    loop {
        match rest {
            [first, after @ ..] if is_not(first) => {
                act.negated = !act.negated;
                rest = after;
            }
            [aux, not, ..] if is_auxiliary(aux) && is_not(not) => rest = &rest[1..],
            _ => break,
        }
    }
    let doer = || if act.actors.is_empty() { "*".to_owned() } else { act.actors.join(", ") };
    let Some((verb, after)) = rest.split_first() else {
        return Err(Error(Kind::NoVerb { actor: doer() }));
    };
    if verb.quoted || world.actors.contains(&verb.text) {
        return Err(Error(Kind::NoVerb { actor: doer() }));
    }
    let mut words = Vec::new();
    act.r#type = type_named(&verb.text);
    if act.r#type.is_none() {
        act.r#type = world.type_of(&verb.text);
        if act.r#type.is_none() && is_capitals(&verb.text) {
            let near = near(&verb.text, Plover::ALL.iter().map(|p| p.name()));
            if !near.is_empty() {
                return Err(Error(Kind::Type { word: verb.text.clone(), near }));
            }
        }
        words.push(if is_capitals(&verb.text) { verb.text.to_lowercase() } else { verb.text.clone() });
    }
    (act.targets, rest) = ids(after, world, false)?;
    words.extend(rest.iter().map(|p| if p.comma { format!("{},", p.text) } else { p.text.clone() }));
    act.words = words.join(" ");
    Ok(act)
}

/// The text without the quotes that stand around all of it.
fn unquoted(text: &str) -> &str {
    let inner = |open: char, close: char| {
        text.strip_prefix(open).and_then(|t| t.strip_suffix(close)).filter(|t| !t.contains([open, close]))
    };
    // One quoted name alone is no act either way.
    inner('"', '"').or_else(|| inner('“', '”')).or_else(|| inner('\'', '\'')).unwrap_or(text)
}

fn pieces(text: &str) -> Result<Vec<Piece>, Error> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == ',' {
            if let Some(last) = pieces.last_mut() {
                last.comma = true;
            }
            rest = rest[1..].trim_start();
            continue;
        }
        let (word, quoted, after) = match first {
            '"' | '“' | '”' => {
                let inner = &rest[first.len_utf8()..];
                let end = inner.find(['"', '“', '”']).ok_or(Error(Kind::Quote))?;
                let close = inner[end..].chars().next().map_or(1, char::len_utf8);
                (&inner[..end], true, &inner[end + close..])
            }
            _ => {
                let end = rest
                    .find(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '“' | '”'))
                    .unwrap_or(rest.len());
                (&rest[..end], false, &rest[end..])
            }
        };
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        // A mark alone says nothing.
        if word == "*" || word.contains(char::is_alphanumeric) {
            pieces.push(Piece { text: word, quoted, comma: false });
        }
        rest = after.trim_start();
    }
    Ok(pieces)
}

fn is_not(piece: &Piece) -> bool {
    !piece.quoted && piece.text.eq_ignore_ascii_case("not")
}

fn is_auxiliary(piece: &Piece) -> bool {
    !piece.quoted
        && matches!(piece.text.to_lowercase().as_str(), "does" | "do" | "did" | "will" | "has" | "have")
}

/// Capitals, at least two, with digits and hyphens: what ids and types look like.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 1
        && text.chars().count() >= 2
        && text.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '-')
}

/// The actors at the head of the pieces, parted by commas; `must`: the first is one, whatever it looks like.
fn ids<'a>(mut rest: &'a [Piece], world: &World, must: bool) -> Result<(Vec<String>, &'a [Piece]), Error> {
    let mut ids: Vec<String> = Vec::new();
    let mut asked = must;
    while let Some((id, n)) = id(rest, world, asked)? {
        let comma = rest[n - 1].comma;
        if !ids.contains(&id) {
            ids.push(id.clone());
        }
        rest = &rest[n..];
        if !comma {
            break;
        }
        asked = must;
        if rest.is_empty() {
            return Err(Error(Kind::Comma { after: id }));
        }
    }
    Ok((ids, rest))
}

/// The actor at the head of the pieces, and of how many it is made.
fn id(rest: &[Piece], world: &World, must: bool) -> Result<Option<(String, usize)>, Error> {
    let Some(first) = rest.first() else { return Ok(None) };
    // The longest run of words that the case knows; commas part actors.
    let reach = rest.iter().position(|p| p.comma).map_or(rest.len(), |i| i + 1).min(MOST_WORDS);
    for n in (1..=reach).rev() {
        let words = rest[..n].iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ");
        let same = |a: &&String| if must { a.eq_ignore_ascii_case(&words) } else { **a == words };
        if let Some(known) =
            world.actors.iter().find(|a| **a == words).or_else(|| world.actors.iter().find(same))
        {
            return Ok(Some((known.clone(), n)));
        }
    }
    let looks = is_capitals(&first.text) || first.quoted && first.text.starts_with(char::is_uppercase);
    if !must && !looks {
        return Ok(None);
    }
    let near = near(&first.text, world.actors.iter());
    // Quotes insist; and a target that the case does not know is none the less not to be lost: it fits nothing.
    if world.actors.is_empty() || first.quoted || !must && near.is_empty() {
        return Ok(Some((first.text.clone(), 1)));
    }
    Err(Error(Kind::Actor { word: first.text.clone(), near: near.into_iter().cloned().collect() }))
}

/// How many words a name may have.
const MOST_WORDS: usize = 8;

/// The PLOVER type of that name: in any case, and as a verb in its forms ("assaults", "mobilised" is no name).
fn type_named(word: &str) -> Option<Plover> {
    let upper = word.to_uppercase();
    Plover::from_name(&upper).or_else(|| {
        let stem = stem(&word.to_lowercase());
        Plover::ALL.iter().copied().find(|p| crate::tables::stem(&p.name().to_lowercase()) == stem)
    })
}

/// Names at most two edits away, and fewer than half the letters; nearest first.
fn near<T: AsRef<str>>(word: &str, names: impl Iterator<Item = T>) -> Vec<T> {
    let word: Vec<char> = word.to_uppercase().chars().collect();
    let mut near: Vec<(usize, T)> = names
        .map(|n| (edits(&word, &n.as_ref().to_uppercase().chars().collect::<Vec<_>>()), n))
        .filter(|(d, _)| *d <= 2 && d * 2 < word.len())
        .collect();
    near.sort_by(|a, b| (a.0, a.1.as_ref()).cmp(&(b.0, b.1.as_ref())));
    near.into_iter().map(|(_, n)| n).take(3).collect()
}

/// Edit distance with transpositions of neighbours (optimal string alignment; Damerau 1964).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}
