//! The reading itself: every phrase that means an actor, in order.

use super::discourse::{Discourse, Seen};
use super::full_names::FullNames;
use super::phrase::{extent, head_of, is_place_use, noun_at, preposition, title_at};
use super::table::Table;
use crate::entities::{Defined, Hit, defined, own_names, scan};
use crate::turns::{Turn, turns};
use crate::{Actor, Entity, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::{Reading, Sense};
use demarche_lexicon::roles::{Role, Stands};
use demarche_record::{ActorKind, EntityType};
use std::collections::{BTreeMap, BTreeSet};

/// A phrase that may mean an actor, in the order in which it is resolved.
#[derive(Clone, Copy, Debug)]
enum Spot {
    /// Entity of this index.
    Name(usize),
    /// A hit of this index that is already resolved or waits for its state.
    Hit(usize),
    /// A common noun.
    Noun(usize),
    /// A pronoun.
    Pronoun(usize),
    /// The label of the turn of this index.
    Label(usize),
}

/// Reads the actors of a text.
pub(super) fn read(
    view: &View,
    lexicon: &Lexicon,
    entities: &[Entity],
    published: Option<jiff::civil::Date>,
) -> Vec<Actor> {
    let mut hits = scan(view, lexicon);
    let defined = defined(view, lexicon, &hits);
    let own = own_names(view, &defined);
    // What is part of a name that the text itself abbreviates means nobody else.
    hits.retain(|h| !own.iter().any(|w| w.start < h.words.end && h.words.start < w.end));
    let mut hit_of = vec![None; view.len()];
    for (i, hit) in hits.iter().enumerate() {
        hit_of[hit.words.range()].fill(Some(i));
    }
    let day = published.map(|d| d.year() as u32 * 10_000 + d.month() as u32 * 100 + d.day() as u32);
    let turns = turns(view);
    let names = entities
        .iter()
        .map(|e| match e.kind {
            EntityType::Person => bare_name(view, lexicon, &hit_of, e.words),
            _ => e.words,
        })
        .collect();
    let mut reader = Reader {
        view,
        lexicon,
        entities,
        hits: &hits,
        hit_of,
        day,
        table: Table::default(),
        discourse: Discourse::new(view, &turns),
        full_names: FullNames::default(),
        bodies_by_word: BTreeMap::new(),
        defined,
        in_dateline: vec![false; view.len()],
        in_entity: vec![None; view.len()],
        names,
        titled: vec![false; view.len()],
        turn_of: vec![None; view.len()],
        speaking: vec![None; turns.len()],
        turns,
    };
    for dateline in view.layout.paragraphs.iter().filter_map(|p| p.dateline) {
        reader.in_dateline[view.words_in(dateline).range()].fill(true);
    }
    for (i, turn) in reader.turns.iter().enumerate() {
        for words in &turn.content {
            reader.turn_of[words.range()].fill(Some(i));
        }
    }
    for (i, _) in entities.iter().enumerate().filter(|(_, e)| !is_office(view, lexicon, &reader.hit_of, e)) {
        reader.in_entity[reader.names[i].range()].fill(Some(i));
    }
    reader.datelines();
    reader.names();
    reader.full_names();
    reader.introductions();
    reader.titles();
    for spot in reader.spots() {
        reader.resolve(spot);
    }
    reader.represented();
    reader.table.abbreviate(view);
    reader.table.finish()
}

/// A person's name without what stands before it: titles with their fields, states and bodies.
///
/// "Rear Admiral Jose Santos", "Fisheries Minister Ana Ruiz", "Peruvian President Ana Ruiz", "Peru's Ruiz".
fn bare_name(view: &View, lexicon: &Lexicon, hit_of: &[Option<usize>], words: WordRange) -> WordRange {
    let (first, end) = (words.start as usize, words.end as usize);
    let title = |from: usize, to: usize| {
        let words = view.span(WordRange::new(from, to)).of(view.text).to_lowercase();
        lexicon.roles.title(&words).map(|t| t.role)
    };
    let owner = |i: usize| hit_of[i].is_some() || matches!(view.form(i), "'s" | "’s" | "'" | "’");
    let office = |k: usize| {
        (first..k).any(|from| {
            title(from, k).is_some_and(|role| {
                let field =
                    matches!(role, Role::Minister | Role::Cabinet | Role::Spokesperson | Role::Diplomat);
                field || (first..from).all(owner)
            })
        })
    };
    let possessed = |k: usize| matches!(view.form(k - 1), "'s" | "’s") && (first..k).all(owner);
    // "President of Peru Ana Ruiz": the side behind "of" is the office's.
    let behind = |k: usize| {
        let Some(h) = hit_of[k - 1].filter(|&h| end > k + 1 && hit_of[k] != Some(h)) else { return false };
        let start = (0..k).rev().take_while(|&i| hit_of[i] == Some(h)).last().unwrap_or(k - 1);
        start >= 2 && view.form(start - 1) == "of" && title(start - 2, start - 1).is_some()
    };
    // "the representative of the MFA Ana Ruiz": an organ's short name is none of the person's.
    let organ = |k: usize| {
        let form = view.form(k - 1);
        k == first + 1
            && form.len() >= 3
            && form.chars().all(|c| c.is_ascii_uppercase())
            && noun_at(view, lexicon, k - 1).is_some_and(|n| n.0.stands == Stands::State)
    };
    let begin = (first + 1..end.min(first + 7))
        .rev()
        .find(|&k| view.word(k).upos != "PUNCT" && (office(k) || possessed(k) || behind(k) || organ(k)));
    WordRange::new(begin.unwrap_or(first), end)
}

/// An office that the heads took for a body or a person: "the Minister of Transport", "UN Secretary-General".
fn is_office(view: &View, lexicon: &Lexicon, hit_of: &[Option<usize>], entity: &Entity) -> bool {
    let head = head_of(view, entity.words);
    let last = entity.words.end as usize - 1;
    if entity.kind == EntityType::Person && entity.words.len() > 1 {
        return title_at(view, lexicon, last).is_some_and(|(_, title)| {
            (entity.words.start..title.start).all(|i| hit_of[i as usize].is_some())
        });
    }
    entity.kind == EntityType::Organization
        && head + 1 < entity.words.end as usize
        && view.form(head + 1) == "of"
        && title_at(view, lexicon, head).is_some_and(|(title, _)| title.acts)
}

/// What is known while a text is read.
pub(super) struct Reader<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) entities: &'a [Entity],
    pub(super) hits: &'a [Hit<'a>],
    pub(super) hit_of: Vec<Option<usize>>,
    pub(super) day: Option<u32>,
    pub(super) table: Table,
    pub(super) discourse: Discourse,
    pub(super) full_names: FullNames,
    /// Bodies that the lexicon does not know, by each word of their names.
    pub(super) bodies_by_word: BTreeMap<String, usize>,
    /// Names that the text abbreviates.
    pub(super) defined: Vec<Defined>,
    /// Words of datelines.
    pub(super) in_dateline: Vec<bool>,
    pub(super) in_entity: Vec<Option<usize>>,
    /// The words of each entity, a person's without titles.
    pub(super) names: Vec<WordRange>,
    /// Words that are a title of a person already read.
    pub(super) titled: Vec<bool>,
    /// The turns of a transcript, by word of their content, and the speaker of each once its label is read.
    pub(super) turns: Vec<Turn>,
    pub(super) turn_of: Vec<Option<usize>>,
    pub(super) speaking: Vec<Option<usize>>,
}

impl Reader<'_> {
    /// The state in whose capital the text was written. Other cities in datelines (Geneva, Dubai, New York) are where
    /// agencies sit, and say nothing of whose ministry is meant.
    pub(super) fn datelines(&mut self) {
        let senses = [Sense::Capital, Sense::State];
        let mut hits = self.hits.iter().filter(|h| self.in_dateline[h.words.start as usize]);
        if let Some(state) = hits.find_map(|h| h.reading(&senses)).and_then(|r| r.index) {
            let known = &self.lexicon.gazetteer.known[state as usize];
            if known.kind == ActorKind::State {
                let state = self.table.known(known);
                let line = self.in_dateline.iter().position(|&d| d).unwrap_or(0);
                self.discourse.dateline = Some((state, self.view.sentence_index(line)));
            }
        }
    }

    /// Pass 1: the names that say themselves whom they mean.
    pub(super) fn names(&mut self) {
        let mut guests: BTreeMap<u32, u32> = BTreeMap::new();
        for at in 0..self.hits.len() {
            let hit = &self.hits[at];
            let head = head_of(self.view, hit.words);
            if self.in_dateline[head] && hit.reading(&[Sense::Body]).is_none() {
                continue;
            }
            let Some(reading) = self.choose(hit, head) else { continue };
            // "ethnic Peruvians" are no state's.
            if hit.words.start > 0
                && self.view.form(hit.words.start as usize - 1).eq_ignore_ascii_case("ethnic")
            {
                continue;
            }
            let Some(index) = reading.index else { continue };
            let place = match reading.sense {
                Sense::Capital if self.is_visited(head) => false,
                Sense::Capital | Sense::Seat => is_place_use(self.view, self.lexicon, head),
                Sense::Person | Sense::Place | Sense::City | Sense::SharedOrgan => true,
                _ => false,
            };
            if place {
                continue;
            }
            let meant = match reading.sense {
                Sense::Capital => {
                    *guests.entry(index).or_insert_with(|| self.guest_of(index).unwrap_or(index))
                }
                _ => index,
            };
            let actor = self.table.known(&self.lexicon.gazetteer.known[meant as usize]);
            let words = self.with_article(hit.words);
            self.table.mention(self.view, actor, words, head, false);
        }
    }

    /// Whether an official is said to visit or to go to the capital at `head`, which is to be its state's guest: "the minister
    /// flies to Lima", "is expected in Quito". Who goes there to meet somebody else is only there.
    fn is_visited(&self, head: usize) -> bool {
        let view = self.view;
        let is = |class, word: usize| self.lexicon.meeting.is(class, view.lemma(word));
        let first = match view.word(head).relation() {
            "conj" => view.head(head).filter(|&h| view.word(h).upos == "PROPN").unwrap_or(head),
            _ => head,
        };
        let Some(verb) = view.head(first) else { return false };
        let led = preposition(view, first);
        let visits = is("visit-verb", verb) && view.word(first).relation() == "obj";
        let goes = is("go-verb", verb) && !is("stay-verb", verb) && matches!(led, Some("to" | "in"));
        // "are sending a joint delegation to Lima"
        let sends = view.child(verb, "obj").is_some_and(|o| o < head && is("delegation", o));
        let sends = sends && matches!(view.lemma(verb), "send" | "dispatch") && led == Some("to");
        let awaited = is("awaited", verb) && led == Some("in");
        let subject = view.child(verb, "nsubj");
        let official = subject.is_some_and(|s| {
            let person = self.in_entity[s].is_some_and(|e| self.entities[e].kind == EntityType::Person);
            let titled = title_at(view, self.lexicon, s).is_some_and(|t| t.0.acts);
            let sent = is("delegation", s) && !view.form(s).starts_with(char::is_uppercase);
            person || titled || sent || matches!(view.form(s).to_lowercase().as_str(), "he" | "she")
        });
        let sentence = view.sentence(verb);
        // "for talks on trade", "for talks with the prime minister": whose, the place says.
        let end = sentence.end as usize;
        let there = |w: usize| {
            let plain = |c: usize| (c..end.min(c + 3)).all(|i| view.word(i).upos != "PROPN");
            is("generic", w)
                && (w + 1 == end
                    || match view.form(w + 1) {
                        "between" | "of" | "among" | "within" | "hosted" | "held" => false,
                        "with" => {
                            plain(w + 2) && !(w + 2..end.min(w + 4)).any(|i| view.form(i).ends_with('s'))
                        }
                        _ => true,
                    })
        };
        let elsewhere = (head + 1..sentence.end as usize).any(|w| {
            is("attend", w) && view.word(w).upos == "VERB"
                || is("noun", w) && view.word(w).upos == "NOUN" && !is("visit", w) && !there(w)
        });
        ((visits || goes || awaited) && official || sends) && !elsewhere
    }

    /// The body that a capital stands for, where the text says that it sat there and speaks of the state by no other name:
    /// "After a summit in Abuja, the bloc ...  We take no orders from Abuja".
    fn guest_of(&self, capital: u32) -> Option<u32> {
        let known = |index: u32| &self.lexicon.gazetteer.known[index as usize];
        let state = known(capital);
        let named = |h: &Hit| {
            let senses = [Sense::State, Sense::People, Sense::Adjective, Sense::Organ, Sense::Seat];
            let index = h.reading(&senses).and_then(|r| r.index);
            index.map(known).is_some_and(|k| k.id == state.id || k.of == Some(state.id))
        };
        if self.hits.iter().any(named) {
            return None;
        }
        let sat_here = |h: &Hit| {
            let head = head_of(self.view, h.words);
            let noun = self.view.head(head).map(|g| self.view.lemma(g).to_lowercase());
            h.reading(&[Sense::Capital]).is_some_and(|r| r.index == Some(capital))
                && noun.is_some_and(|n| self.lexicon.roles.is("sitting", &n))
                && is_place_use(self.view, self.lexicon, head)
        };
        let sentence = |h: &Hit| self.view.sentence_index(h.words.start as usize);
        let sittings: BTreeSet<usize> = self.hits.iter().filter(|h| sat_here(h)).map(sentence).collect();
        self.hits.iter().filter(|h| sittings.contains(&sentence(h))).find_map(|h| {
            let body = h.reading(&[Sense::Body])?.index?;
            known(body).members.contains(&state.id).then_some(body)
        })
    }

    pub(super) fn with_article(&self, words: WordRange) -> WordRange {
        let first = words.start as usize;
        let article = first > self.view.sentence(first).start as usize
            && matches!(self.view.form(first - 1), "the" | "The")
            && self.view.head(first - 1).is_some_and(|h| words.contains(h));
        WordRange::new(first - usize::from(article), words.end as usize)
    }

    /// Which of its meanings a name has here.
    pub(super) fn choose(&self, hit: &Hit, head: usize) -> Option<Reading> {
        let word = self.view.word(head);
        // Part of a longer name of a person, body or place that is not the lexicon's own.
        if let Some(e) = self.in_entity[head] {
            let (entity, name) = (&self.entities[e], self.names[e]);
            // "Peru's Council of State": a possessor stands before the name.
            let owns = (hit.words.end < name.end)
                && matches!(self.view.form(hit.words.end as usize), "'s" | "’s")
                && hit.words.start == name.start;
            let wider = !owns
                && name.len() > hit.words.len()
                && name.range().any(|i| !hit.words.contains(i) && self.view.form(i) != "the");
            // "Peru Defence Force": the state's own.
            let last = name.end as usize - 1;
            let organ = entity.kind == EntityType::Organization
                && hit.words.start == name.start
                && noun_at(self.view, self.lexicon, last).is_some_and(|n| n.0.stands == Stands::State);
            // "the Foreign Ministry of Peru": an organ is the state's that its name ends with.
            let insurgent = name
                .range()
                .any(|i| self.lexicon.roles.is("insurgent_name", &self.view.form(i).to_lowercase()));
            let of = hit.words.start.checked_sub(1).filter(|&i| name.contains(i as usize)).is_some_and(|i| {
                matches!(self.view.form(i as usize), "of" | "Of")
                    && (name.start..i).any(|k| {
                        noun_at(self.view, self.lexicon, k as usize)
                            .is_some_and(|n| n.0.stands == Stands::State)
                    })
            });
            // "the Republic of Peru": a state by its full style.
            let styled = name.range().filter(|&i| !hit.words.contains(i)).all(|i| {
                let form = self.view.form(i).to_lowercase();
                self.lexicon.roles.is("style", &form) || matches!(form.as_str(), "of" | "the")
            });
            let states_own = (of || styled) && !insurgent && hit.reading(&[Sense::State]).is_some();
            let wider = wider && !self.side_and_field(name) && !organ && !states_own;
            if wider && (entity.kind == EntityType::Person || hit.reading(&[Sense::Adjective]).is_none()) {
                return None;
            }
        }
        let adjective = word.upos == "ADJ" || matches!(word.relation(), "amod");
        if adjective && let Some(reading) = hit.reading(&[Sense::Adjective]) {
            return Some(reading);
        }
        let order = [
            Sense::State,
            Sense::Organ,
            Sense::Seat,
            Sense::Capital,
            Sense::People,
            Sense::Adjective,
            Sense::Body,
            Sense::SharedOrgan,
        ];
        let reading = hit.reading(&order)?;
        if reading.sense != Sense::Body {
            return Some(reading);
        }
        let known = reading.index.map(|i| &self.lexicon.gazetteer.known[i as usize]);
        // "the Security Council of Peru" is the state's own.
        let end = hit.words.end as usize;
        let of_state = end + 1 < self.view.len() && self.view.form(end) == "of" && {
            let name = end + 1 + usize::from(self.view.form(end + 1).eq_ignore_ascii_case("the"));
            let state = self.hit_of.get(name).copied().flatten().map(|h| &self.hits[h]);
            state.is_some_and(|h| h.reading(&[Sense::State]).is_some())
        };
        if of_state && known.is_some_and(|k| k.kind == ActorKind::Igo && k.of.is_some()) {
            return None;
        }
        let outlet = known.is_some_and(|k| k.kind == ActorKind::Media);
        if !self.is_this_body(hit, reading) || outlet && self.is_field(hit.words) {
            return None;
        }
        // Two bodies of one name: the one whose state the text names.
        let bodies = || hit.readings.iter().filter(|r| r.sense == Sense::Body);
        let at_home = bodies().find(|r| {
            let of = r.index.and_then(|i| self.lexicon.gazetteer.known[i as usize].of);
            of.is_some_and(|of| bodies().count() > 1 && self.table.find(of).is_some())
        });
        at_home.copied().or(Some(reading))
    }

    /// Whether what could be an outlet is the field of an office: "the Minister of *Foreign Affairs*".
    pub(super) fn is_field(&self, words: WordRange) -> bool {
        let start = words.start as usize;
        start >= 2
            && matches!(self.view.form(start - 1), "of" | "for")
            && (title_at(self.view, self.lexicon, start - 2).is_some_and(|t| t.0.role == Role::Minister)
                || self.lexicon.roles.is("office", &self.view.form(start - 2).to_lowercase()))
    }

    /// Whether a name that many lands have given to fronts and parties ("National Liberation Army") means the lexicon's body:
    /// the text must name its state.
    fn is_this_body(&self, hit: &Hit, reading: Reading) -> bool {
        let known = reading.index.map(|i| &self.lexicon.gazetteer.known[i as usize]);
        let Some(of) = known.and_then(|k| k.of) else { return true };
        let generic =
            |i: usize| self.lexicon.roles.is("generic", &self.view.form(i).to_lowercase().replace('’', "'"));
        if hit.words.len() < 2 || !hit.words.range().all(generic) {
            return true;
        }
        self.hits.iter().any(|h| {
            let senses = [Sense::State, Sense::Capital, Sense::People, Sense::Adjective, Sense::Seat];
            let index = h.reading(&senses).and_then(|r| r.index);
            index.is_some_and(|i| self.lexicon.gazetteer.known[i as usize].id == of)
        })
    }

    /// Everything to resolve, inner phrases before outer ones.
    fn spots(&self) -> Vec<Spot> {
        let mut spots: Vec<(usize, usize, Spot)> = Vec::new();
        let mut labelled = vec![false; self.view.len()];
        for (i, turn) in self.turns.iter().enumerate() {
            labelled[turn.label.range()].fill(true);
            spots.push((turn.label.end as usize, turn.label.len(), Spot::Label(i)));
        }
        for (i, e) in self.entities.iter().enumerate().filter(|(_, e)| !labelled[e.words.start as usize]) {
            spots.push((e.words.end as usize, e.words.len(), Spot::Name(i)));
        }
        for (i, h) in self.hits.iter().enumerate() {
            spots.push((h.words.end as usize, 0, Spot::Hit(i)));
        }
        for (i, &in_label) in labelled.iter().enumerate() {
            let word = self.view.word(i);
            // "Both have warned": the word alone is who did it.
            let both = word.upos == "DET"
                && self.view.form(i).eq_ignore_ascii_case("both")
                && matches!(word.relation(), "nsubj" | "obj" | "obl");
            if word.upos == "PRON" || word.upos == "DET" && word.xpos == "PRP$" || both {
                spots.push((i + 1, 1, Spot::Pronoun(i)));
            } else if matches!(word.upos, "NOUN" | "PROPN" | "ADJ")
                && self.in_entity[i].is_none()
                && self.hit_of[i].is_none()
                && !in_label
            {
                let end = extent(self.view, i).end as usize;
                spots.push((end, 1 + end - i, Spot::Noun(i)));
            }
        }
        spots.sort_by_key(|s| (s.0, s.1));
        spots.into_iter().map(|s| s.2).collect()
    }

    fn resolve(&mut self, spot: Spot) {
        match spot {
            Spot::Hit(i) => self.hit(i),
            Spot::Name(i) => self.name(i),
            Spot::Noun(head) => self.noun(head),
            Spot::Pronoun(word) => self.pronoun(word),
            Spot::Label(turn) => self.label(turn),
        }
    }

    pub(super) fn remember(&mut self, head: usize, actors: Vec<usize>, pronoun: bool, noun: &str) {
        let word = self.view.word(head);
        let modifier = matches!(word.relation(), "amod" | "compound") || word.deprel == "nmod:desc";
        let sentence = self.view.sentence_index(head);
        self.discourse.push(Seen { head, actors, pronoun, modifier, sentence, noun: noun.to_owned() });
    }

    /// A name of the lexicon: remembered, or given its state now that the context is known.
    pub(super) fn hit(&mut self, at: usize) {
        let hit = &self.hits[at];
        let head = head_of(self.view, hit.words);
        let known = self.table.at(head).to_vec();
        if !known.is_empty() {
            self.remember(head, known, false, "");
            return;
        }
        let shared = self.choose(hit, head).filter(|r| r.sense == Sense::SharedOrgan);
        if let Some(reading) = shared {
            let mut owners = self.owners(head);
            owners.extend(
                extent(self.view, head)
                    .range()
                    .filter(|i| !hit.words.contains(*i))
                    .filter_map(|i| self.state_of_place(i)),
            );
            owners.retain(|&a| self.table.kind(a) == ActorKind::State);
            let default = reading.index.map(|i| self.lexicon.gazetteer.known[i as usize].id);
            let spoken = default.and_then(|id| self.table.find(id));
            let actor = owners
                .first()
                .copied()
                .or_else(|| self.discourse.side_at(self.view, &self.table, head, hit.words, false))
                .or(spoken);
            let actor = actor.or_else(|| default.and_then(|id| self.table.by_id(self.lexicon, id)));
            if let Some(actor) = actor {
                let words = self.with_article(hit.words);
                self.table.mention(self.view, actor, words, head, true);
                self.remember(head, vec![actor], false, "");
            }
        }
    }

    /// A name that the entities hold: a person, or a body unknown to the lexicon.
    pub(super) fn name(&mut self, at: usize) {
        let entity = &self.entities[at];
        let head = head_of(self.view, entity.words);
        match entity.kind {
            _ if entity.words.len() == 1 && self.half(head) => {}
            EntityType::Person if !is_office(self.view, self.lexicon, &self.hit_of, entity) => {
                self.person_phrase(at)
            }
            EntityType::Organization
                if self.table.at(head).is_empty()
                    && !is_office(self.view, self.lexicon, &self.hit_of, entity) =>
            {
                self.body(at)
            }
            _ => {}
        }
    }
}
