//! The actors found so far, each once.

use crate::{Actor, ActorId, Mention, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::{Known, OfficeHolder};
use demarche_lexicon::roles::Gender;
use demarche_record::ActorKind;
use std::collections::BTreeMap;

/// What is known of an actor while the text is read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the record will say of it.
    pub actor: Actor,
    /// Whether "he" or "she" can mean it.
    pub gender: Gender,
    /// Whether "they" is its natural pronoun.
    pub plural: bool,
    /// Whether the affiliation was read in the text, not taken from context or lexicon.
    pub affiliation_read: bool,
}

/// Every actor, by key.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// In order of first mention or need.
    pub drafts: Vec<Draft>,
    by_key: BTreeMap<String, usize>,
    by_head: BTreeMap<usize, Vec<usize>>,
    /// How many actors [`Table::fresh`] keyed by a name.
    keyed: BTreeMap<String, u32>,
}

impl Table {
    /// The actor with `key`; made with `name` and `kind` if it is new.
    pub fn get(&mut self, key: &str, name: &str, kind: ActorKind) -> usize {
        if let Some(&at) = self.by_key.get(key) {
            return at;
        }
        let at = self.drafts.len();
        self.by_key.insert(key.to_owned(), at);
        self.drafts.push(Draft {
            actor: Actor {
                key: key.to_owned(),
                name: name.to_owned(),
                kind,
                wikidata: None,
                role: None,
                affiliation: None,
                mentions: Vec::new(),
            },
            gender: Gender::Unknown,
            plural: kind == ActorKind::People,
            affiliation_read: false,
        });
        at
    }

    /// The actor that the lexicon knows as `known`.
    pub fn known(&mut self, known: &Known) -> usize {
        let at = self.get(known.id, known.name, known.kind);
        self.drafts[at].actor.wikidata = known.wikidata.map(str::to_owned);
        at
    }

    /// The state or body with the lexicon's id `id`.
    pub fn by_id(&mut self, lexicon: &Lexicon, id: &str) -> Option<usize> {
        lexicon.gazetteer.by_id(id).map(|known| self.known(known))
    }

    /// The person whom the lexicon knows as `holder`, with the office held on `day` where there is one.
    pub fn holder(&mut self, lexicon: &Lexicon, holder: &OfficeHolder, day: Option<u32>) -> usize {
        let at = self.get(holder.name, holder.name, ActorKind::Person);
        if self.drafts[at].actor.affiliation.is_none() {
            let office = match day {
                Some(day) => holder.offices.iter().find(|o| o.held_on(day)),
                None => holder.offices.first(),
            };
            if let Some(office) = office {
                let of = self.by_id(lexicon, office.of);
                self.drafts[at].actor.affiliation = of.map(|i| ActorId(i as u32));
                self.drafts[at].actor.role.get_or_insert_with(|| office.title.to_owned());
            }
        }
        if self.drafts[at].gender == Gender::Unknown {
            let given = holder.name.split(' ').next().unwrap_or("");
            self.drafts[at].gender = lexicon.roles.given_name(given).unwrap_or(Gender::Unknown);
        }
        at
    }

    /// A key for another actor of a name that may be taken ("official", "official (2)").
    pub fn fresh(&mut self, name: &str) -> String {
        let count = self.keyed.entry(name.to_owned()).or_insert(0);
        *count += 1;
        if *count == 1 && !self.by_key.contains_key(name) {
            name.to_owned()
        } else {
            format!("{name} ({})", (*count).max(2))
        }
    }

    /// Lets `name` find `actor` too, unless it names another already.
    pub fn alias(&mut self, name: &str, actor: usize) {
        self.by_key.entry(name.to_owned()).or_insert(actor);
    }

    /// Index of the actor with `key`, or with that name beside it.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Writes down a mention of `actor`.
    pub fn mention(&mut self, view: &View, actor: usize, words: WordRange, head: usize, coreferent: bool) {
        let mention = Mention { words, head: head as u32, span: view.span(words), coreferent };
        let meant = self.by_head.entry(head).or_default();
        if !meant.contains(&actor) {
            meant.push(actor);
            self.drafts[actor].actor.mentions.push(mention);
        }
    }

    /// The actors that the mention headed by `head` means.
    pub fn at(&self, head: usize) -> &[usize] {
        self.by_head.get(&head).map_or(&[], Vec::as_slice)
    }

    /// Kind of an actor.
    pub fn kind(&self, actor: usize) -> ActorKind {
        self.drafts[actor].actor.kind
    }

    /// The actor for which a person acts; itself for others.
    pub fn principal(&self, actor: usize) -> usize {
        match self.drafts[actor].actor.affiliation {
            Some(of) if self.kind(actor) == ActorKind::Person => of.index(),
            _ => actor,
        }
    }

    /// Gives bodies and groups that are keyed by a long name the abbreviation that the text has for them: "RF" for "Relief
    /// Front (RF)".
    pub fn abbreviate(&mut self, view: &View) {
        for at in 0..self.drafts.len() {
            let actor = &self.drafts[at].actor;
            let bodied = !matches!(
                actor.kind,
                ActorKind::Person | ActorKind::People | ActorKind::Place | ActorKind::State
            );
            let short = |m: &&Mention| {
                let word = m.span.of(view.text);
                m.words.len() == 1
                    && (2..=8).contains(&word.len())
                    && word.chars().all(|c| c.is_ascii_uppercase())
            };
            let first = actor.mentions.iter().filter(short).min_by_key(|m| m.words);
            let Some(word) = first.filter(|_| bodied && actor.key.contains(' ')) else { continue };
            let key = word.span.of(view.text).to_owned();
            let taken = self.by_key.get(&key).is_some_and(|&other| other != at);
            if !taken {
                self.by_key.insert(key.clone(), at);
                self.drafts[at].actor.key = key;
            }
        }
    }

    /// The actors in order, mentions sorted; without those that the text nowhere means, unless somebody is theirs.
    pub fn finish(self) -> Vec<Actor> {
        let mut actors: Vec<Actor> = self.drafts.into_iter().map(|d| d.actor).collect();
        let mut kept: Vec<bool> = actors.iter().map(|a| !a.mentions.is_empty()).collect();
        for of in actors.iter().filter(|a| !a.mentions.is_empty()).filter_map(|a| a.affiliation) {
            kept[of.index()] = true;
        }
        let place: Vec<ActorId> = kept
            .iter()
            .scan(0, |next, &k| {
                let id = ActorId(*next);
                *next += u32::from(k);
                Some(id)
            })
            .collect();
        let mut keep = kept.iter().copied();
        actors.retain(|_| keep.next().unwrap_or(true));
        for a in &mut actors {
            a.affiliation = a.affiliation.filter(|of| kept[of.index()]).map(|of| place[of.index()]);
            a.mentions.sort_by_key(|m| (m.words, m.head));
        }
        actors
    }
}
