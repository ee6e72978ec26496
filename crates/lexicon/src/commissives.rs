//! Words by which a text speaks of occasions of speech and of commitments.

use std::collections::{HashMap, HashSet};

const CLASSES: &str = include_str!("../data/commitment_classes.tsv");
const FRAMES: &str = include_str!("../data/commissive_frames.tsv");
const CONNECTIVES: &str = include_str!("../data/connectives.tsv");

/// What a word does: bind the subject or bind another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// "demand", "urge", "call".
    Demand,
    /// "threaten".
    Threat,
    /// "warn": a threat where its content is one.
    Warn,
    /// "vow": a threat or a promise where its content is one.
    Vow,
    /// "promise", "pledge".
    Promise,
    /// "agree": a promise where one side concedes.
    Agree,
    /// "offer", "propose".
    Offer,
    /// "ready", "willing".
    Ready,
}

/// What a word takes as its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complement {
    /// An infinitive, the subject's own act.
    Infinitive,
    /// An infinitive, the act of an object or addressee.
    Told,
    /// The same, where "we" or "I" say it.
    ToldByUs,
    /// A finite clause.
    Clause,
    /// A finite clause with "that".
    That,
    /// An object noun phrase.
    Object,
    /// An object noun phrase that names an act.
    Act,
    /// An object noun phrase, where "from" or "of" says of whom: "requires an apology from them".
    From,
    /// An object noun phrase that names what is done or given for others.
    Gift,
    /// An infinitive under the object noun "right": "reserves the right to".
    Right,
    /// What follows "to", where it names a way to behave: "called on them to restraint".
    Conduct,
    /// What follows this preposition.
    Behind(&'static str),
    /// What follows this preposition, as what should not be done.
    Against(&'static str),
}

impl Complement {
    fn from_name(name: &'static str) -> Option<Self> {
        Some(match name {
            "to" => Complement::Infinitive,
            "told" => Complement::Told,
            "told-us" => Complement::ToldByUs,
            "that" => Complement::Clause,
            "only-that" => Complement::That,
            "np" => Complement::Object,
            "act" => Complement::Act,
            "from" => Complement::From,
            "gift" => Complement::Gift,
            "conduct" => Complement::Conduct,
            "right" => Complement::Right,
            "for" => Complement::Behind("for"),
            "of" => Complement::Behind("of"),
            _ => match name.split_once(':')? {
                ("p", word) => Complement::Behind(word),
                ("-p", word) => Complement::Against(word),
                _ => return None,
            },
        })
    }
}

/// How words tie an outcome to an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// "if", "provided", "as long as".
    If,
    /// "unless".
    Unless,
    /// "until", "before".
    Until,
    /// "when", "once", "as soon as": a condition in general or future statements alone.
    When,
    /// "after": a condition behind "only" alone.
    After,
    /// "in case of", with a noun phrase.
    Case,
    /// "in default of", "failing", with a noun phrase.
    Lacking,
    /// "in exchange for", with a noun phrase.
    Exchange,
    /// "subject to", with a noun phrase.
    Subject,
    /// "otherwise", "failing that".
    Otherwise,
}

impl Link {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "if" => Link::If,
            "unless" => Link::Unless,
            "until" => Link::Until,
            "when" => Link::When,
            "after" => Link::After,
            "case" => Link::Case,
            "lacking" => Link::Lacking,
            "exchange" => Link::Exchange,
            "subject" => Link::Subject,
            "otherwise" => Link::Otherwise,
            _ => return None,
        })
    }
}

/// A word that binds, with what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commissive {
    /// What it does.
    pub deed: Deed,
    /// What it takes.
    pub complements: Vec<Complement>,
}

/// The classes of `commitment_classes.tsv`, the words of `commissive_frames.tsv` and the phrases of `connectives.tsv`.
#[derive(Clone, Debug)]
pub struct CommissiveLexicon {
    classes: HashMap<&'static str, HashSet<&'static str>>,
    verbs: HashMap<String, Vec<Commissive>>,
    nouns: HashMap<String, Vec<Commissive>>,
    adjectives: HashMap<String, Vec<Commissive>>,
    connectives: Vec<(Link, Vec<&'static str>)>,
}

impl Default for CommissiveLexicon {
    fn default() -> Self {
        let mut lexicon = CommissiveLexicon {
            classes: HashMap::new(),
            verbs: HashMap::new(),
            nouns: HashMap::new(),
            adjectives: HashMap::new(),
            connectives: lines(CONNECTIVES)
                .filter_map(|l| l.split_once('\t'))
                .filter_map(|(link, phrase)| Some((Link::from_name(link)?, phrase.split(' ').collect())))
                .collect(),
        };
        // The longest first.
        lexicon.connectives.sort_by_key(|c| std::cmp::Reverse(c.1.len()));
        for (class, words) in lines(CLASSES).filter_map(|l| l.split_once('\t')) {
            lexicon.classes.entry(class).or_default().extend(words.split(' '));
        }
        for line in lines(FRAMES) {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let [deed, pos, frames, words] = cells[..] else { continue };
            let Some(deed) = deed_from_name(deed) else { continue };
            let complements: Vec<Complement> = frames.split(' ').filter_map(Complement::from_name).collect();
            let (table, forms): (_, fn(&str) -> Vec<String>) = match pos {
                "verb" => (&mut lexicon.verbs, verb_forms),
                "noun" => (&mut lexicon.nouns, noun_forms),
                _ => (&mut lexicon.adjectives, |w| vec![w.to_owned()]),
            };
            for form in words.split(' ').flat_map(forms) {
                let complements = complements.clone();
                table.entry(form).or_default().push(Commissive { deed, complements });
            }
        }
        lexicon
    }
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|l| !l.starts_with('#') && !l.is_empty())
}

/// The regular forms of a verb: "urge urges urged urging".
fn verb_forms(verb: &str) -> Vec<String> {
    let mut forms = vec![verb.to_owned()];
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let last: Vec<char> = verb.chars().rev().take(3).collect();
    let vowel = |c: &char| "aeiou".contains(*c);
    match (verb.strip_suffix('y'), &last[..]) {
        (Some(y), [_, before, ..]) if !vowel(before) => {
            forms.extend([format!("{y}ies"), format!("{y}ied"), format!("{verb}ing")]);
        }
        _ => {
            let hiss =
                verb.ends_with('s') || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with('x');
            forms.push(if hiss { format!("{verb}es") } else { format!("{verb}s") });
            forms.extend([format!("{stem}ed"), format!("{stem}ing")]);
            if let [end, middle, first] = last[..]
                && !vowel(&end)
                && !"wxy".contains(end)
                && vowel(&middle)
                && !vowel(&first)
            {
                forms.extend([format!("{verb}{end}ed"), format!("{verb}{end}ing")]);
            }
        }
    }
    forms
}

/// A noun and its regular plural.
fn noun_forms(noun: &str) -> Vec<String> {
    let plural = match noun.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None if noun.ends_with('s') => format!("{noun}es"),
        None => format!("{noun}s"),
    };
    vec![noun.to_owned(), plural]
}

fn deed_from_name(name: &str) -> Option<Deed> {
    Some(match name {
        "demand" => Deed::Demand,
        "threat" => Deed::Threat,
        "warn" => Deed::Warn,
        "vow" => Deed::Vow,
        "promise" => Deed::Promise,
        "agree" => Deed::Agree,
        "offer" => Deed::Offer,
        "ready" => Deed::Ready,
        _ => return None,
    })
}

impl CommissiveLexicon {
    /// The words of `class`, in no order.
    pub fn words(&self, class: &str) -> impl Iterator<Item = &'static str> {
        self.classes.get(class).into_iter().flatten().copied()
    }

    /// Whether `word` (in small letters) belongs to `class`.
    pub fn is(&self, class: &str, word: &str) -> bool {
        self.classes.get(class).is_some_and(|c| c.contains(word))
    }

    /// The connectives, longest first, each as its words in small letters.
    pub fn connectives(&self) -> impl Iterator<Item = (Link, &[&'static str])> {
        self.connectives.iter().map(|(link, words)| (*link, words.as_slice()))
    }

    /// What the verb with this form (in small letters) does: one entry a deed.
    pub fn verb(&self, form: &str) -> &[Commissive] {
        self.verbs.get(form).map_or(&[], Vec::as_slice)
    }

    /// What the noun with this form does: one entry a deed.
    pub fn noun(&self, form: &str) -> &[Commissive] {
        self.nouns.get(form).map_or(&[], Vec::as_slice)
    }

    /// What the adjective with this form does: one entry a deed.
    pub fn adjective(&self, form: &str) -> &[Commissive] {
        self.adjectives.get(form).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_their_words() {
        let lexicon = CommissiveLexicon::default();
        assert!(lexicon.is("occasion", "briefing") && !lexicon.is("occasion", "sanctions"));
        assert!(!lexicon.is("no such class", "briefing"));
        assert!(lexicon.is("shoots", "fire") && !lexicon.is("shoots", "kill"));
    }

    #[test]
    fn every_line_of_the_connectives_is_read() {
        for line in lines(CONNECTIVES) {
            let (link, phrase) = line.split_once('\t').expect(line);
            assert!(Link::from_name(link).is_some(), "{line}");
            assert!(!phrase.is_empty() && phrase == phrase.to_lowercase(), "{line}");
        }
        let lexicon = CommissiveLexicon::default();
        let lengths: Vec<usize> = lexicon.connectives().map(|c| c.1.len()).collect();
        assert!(lengths.is_sorted_by(|a, b| a >= b), "the longest phrase comes first");
        assert!(lexicon.connectives().any(|c| c == (Link::When, &["as", "soon", "as"])));
    }

    #[test]
    fn every_line_of_the_frames_is_read() {
        for line in lines(FRAMES) {
            let cells: Vec<&'static str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            assert!(deed_from_name(cells[0]).is_some(), "{line}");
            assert!(cells[2].split(' ').all(|f| Complement::from_name(f).is_some()), "{line}");
        }
        let lexicon = CommissiveLexicon::default();
        let takes = |word, complement| lexicon.verb(word).iter().any(|c| c.complements.contains(&complement));
        assert!(takes("urge", Complement::Told) && !takes("urge", Complement::Infinitive));
        assert!(takes("pledged", Complement::Gift) && takes("committed", Complement::Behind("to")));
        assert!(takes("warn", Complement::Behind("of")));
    }
}
