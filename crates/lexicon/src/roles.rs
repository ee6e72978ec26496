//! Titles of persons, common nouns that name actors, and given names.

use crate::gazetteer::{fold, rows};
use std::collections::HashMap;

/// What kind of role a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Head of state or government, leader.
    Head,
    /// Minister.
    Minister,
    /// Secretary and the like.
    Cabinet,
    /// Official of a state or body.
    Official,
    /// Speaks for somebody.
    Spokesperson,
    /// Ambassador, envoy, negotiator.
    Diplomat,
    /// Officer or soldier.
    Military,
    /// Police, intelligence.
    Security,
    /// Member of a parliament.
    Legislator,
    /// Opposition or rebel leader.
    Opposition,
    /// Politician of a party.
    Party,
    /// Judge or prosecutor.
    Judge,
    /// Of a church or faith.
    Cleric,
    /// Official of an intergovernmental body.
    Igo,
    /// Scholar, analyst, journalist.
    Expert,
    /// Speaks for nobody else.
    Citizen,
    /// "Mr.", "Sir": no role.
    Honorific,
}

/// A title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// Kind of role.
    pub role: Role,
    /// Whether the holder acts for the state or body beside the title.
    pub acts: bool,
}

/// For whom a common noun stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// An organ or force of the state beside it ("troops", "ministry").
    State,
    /// Fighters of no state.
    Group,
    /// Persons at large.
    People,
    /// Whoever the text speaks of ("sides", "leaders").
    Side,
    /// A state as such ("the country").
    Country,
    /// A body as such ("the alliance").
    Body,
    /// An outlet.
    Media,
    /// A ship, aircraft or weapon, for its state only with an adjective.
    Vessel,
    /// A company.
    Company,
}

/// A common noun that names an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgentNoun {
    /// For whom it stands.
    pub stands: Stands,
    /// Whether it means more than one.
    pub plural: bool,
}

/// What a given name says of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
    /// Either.
    Unknown,
}

/// Titles, agent nouns and given names.
#[derive(Debug, Default)]
pub struct Roles {
    titles: HashMap<&'static str, Title>,
    nouns: HashMap<&'static str, AgentNoun>,
    given: HashMap<&'static str, Gender>,
    words: HashMap<&'static str, Vec<&'static str>>,
}

const TITLES: &str = include_str!("../data/titles.tsv");
const NOUNS: &str = include_str!("../data/nouns.tsv");
const GIVEN: &str = include_str!("../data/firstnames.tsv");
const WORDS: &str = include_str!("../data/name_words.tsv");

fn role(class: &str) -> Option<Role> {
    Some(match class {
        "head" => Role::Head,
        "minister" => Role::Minister,
        "cabinet" => Role::Cabinet,
        "official" => Role::Official,
        "spokesperson" => Role::Spokesperson,
        "diplomat" => Role::Diplomat,
        "military" => Role::Military,
        "security" => Role::Security,
        "legislator" => Role::Legislator,
        "opposition" => Role::Opposition,
        "party" => Role::Party,
        "judge" => Role::Judge,
        "cleric" => Role::Cleric,
        "igo" => Role::Igo,
        "expert" => Role::Expert,
        "citizen" => Role::Citizen,
        "honorific" => Role::Honorific,
        _ => return None,
    })
}

fn stands(class: &str) -> Option<Stands> {
    Some(match class {
        "state" => Stands::State,
        "group" => Stands::Group,
        "people" => Stands::People,
        "side" => Stands::Side,
        "country" => Stands::Country,
        "body" => Stands::Body,
        "media" => Stands::Media,
        "vessel" => Stands::Vessel,
        "company" => Stands::Company,
        _ => return None,
    })
}

impl Roles {
    /// Reads the data files.
    pub fn load() -> Self {
        let mut r = Roles::default();
        for [title, class, acts] in rows(TITLES) {
            if let Some(role) = role(class) {
                r.titles.insert(title, Title { role, acts: acts == "yes" });
            }
        }
        for [noun, class, number] in rows(NOUNS) {
            if let Some(stands) = stands(class) {
                r.nouns.insert(noun, AgentNoun { stands, plural: number == "p" });
            }
        }
        r.words = rows(WORDS).map(|[class, words]| (class, words.split(' ').collect())).collect();
        for [gender, names] in rows(GIVEN) {
            let gender = match gender {
                "m" => Gender::Male,
                "f" => Gender::Female,
                _ => Gender::Unknown,
            };
            for name in names.split(' ') {
                r.given
                    .entry(name)
                    .and_modify(|g| *g = if *g == gender { gender } else { Gender::Unknown })
                    .or_insert(gender);
            }
        }
        r
    }

    /// Whether `word`, in lower case, is of `class` of `name_words.tsv` ("place", "motion", ...).
    pub fn is(&self, class: &str, word: &str) -> bool {
        self.words.get(class).is_some_and(|words| words.contains(&word))
    }

    /// What `title` is, in lower case and singular ("foreign minister").
    pub fn title(&self, title: &str) -> Option<Title> {
        self.titles.get(title).copied()
    }

    /// For whom `noun` stands, in lower case, in the number of the text ("troops", "ministry").
    pub fn noun(&self, noun: &str) -> Option<AgentNoun> {
        self.nouns.get(noun).copied()
    }

    /// Whether `name` is a given name, and whose.
    pub fn given_name(&self, name: &str) -> Option<Gender> {
        self.given.get(name).or_else(|| self.given.get(fold(name).as_ref())).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_files_is_known() {
        for [title, class, acts] in rows(TITLES) {
            assert!(role(class).is_some() && ["yes", "no"].contains(&acts), "{title}");
            assert_eq!(title, title.to_lowercase());
        }
        for [noun, class, number] in rows(NOUNS) {
            assert!(stands(class).is_some() && ["s", "p", "b"].contains(&number), "{noun}");
        }
    }

    #[test]
    fn titles_nouns_and_given_names() {
        let r = Roles::load();
        assert_eq!(r.title("foreign minister").map(|t| (t.role, t.acts)), Some((Role::Minister, true)));
        assert_eq!(r.title("scholar").map(|t| t.acts), Some(false));
        assert_eq!(r.noun("troops").map(|n| (n.stands, n.plural)), Some((Stands::State, true)));
        assert_eq!(r.given_name("José"), Some(Gender::Male));
        assert_eq!(r.given_name("Elena"), Some(Gender::Female));
        assert_eq!(r.given_name("Kremlin"), None);
        assert!(r.is("place", "river") && !r.is("place", "ministry") && !r.is("no class", "river"));
    }
}
