//! The reading itself: every phrase that means an actor, in order.

use super::discourse::{Discourse, Seen, Wanted};
use super::phrase::{extent, head_of, is_place_use, noun_at, preposition, title_at};
use super::table::Table;
use crate::entities::{Hit, scan};
use crate::{Actor, ActorId, Entity, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::{Reading, Sense};
use demarche_lexicon::roles::{AgentNoun, Gender, Role, Stands, Title};
use demarche_record::{ActorKind, EntityType};

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
}

/// Reads the actors of a text.
pub(super) fn read(
    view: &View,
    lexicon: &Lexicon,
    entities: &[Entity],
    published: Option<jiff::civil::Date>,
) -> Vec<Actor> {
    let hits = scan(view, lexicon);
    let mut hit_of = vec![None; view.len()];
    for (i, hit) in hits.iter().enumerate() {
        hit_of[hit.words.range()].fill(Some(i));
    }
    let day = published.map(|d| d.year() as u32 * 10_000 + d.month() as u32 * 100 + d.day() as u32);
    let mut reader = Reader {
        view,
        lexicon,
        entities,
        hits: &hits,
        hit_of,
        day,
        table: Table::default(),
        discourse: Discourse::default(),
        full_names: Vec::new(),
        in_entity: vec![None; view.len()],
        titled: vec![false; view.len()],
    };
    for (i, e) in entities.iter().enumerate() {
        reader.in_entity[e.words.range()].fill(Some(i));
    }
    reader.datelines();
    reader.names();
    reader.full_names();
    reader.titles();
    for spot in reader.spots() {
        reader.resolve(spot);
    }
    reader.table.finish()
}

struct Reader<'a> {
    view: &'a View<'a>,
    lexicon: &'a Lexicon,
    entities: &'a [Entity],
    hits: &'a [Hit<'a>],
    hit_of: Vec<Option<usize>>,
    day: Option<u32>,
    table: Table,
    discourse: Discourse,
    /// Full names of persons with their actor, in order of first mention.
    full_names: Vec<(String, usize)>,
    in_entity: Vec<Option<usize>>,
    /// Words that are a title of a person already read.
    titled: Vec<bool>,
}

impl Reader<'_> {
    fn in_dateline(&self, word: usize) -> bool {
        let span = self.view.layout.words[word].span;
        self.view.layout.paragraphs.iter().any(|p| p.dateline.is_some_and(|d| d.contains(span)))
    }

    /// The state in whose city the text was written.
    fn datelines(&mut self) {
        let senses = [Sense::Capital, Sense::State, Sense::Place, Sense::City];
        let hit = self.hits.iter().find(|h| self.in_dateline(h.words.start as usize));
        if let Some(state) = hit.and_then(|h| h.reading(&senses)).and_then(|r| r.index) {
            let known = &self.lexicon.gazetteer.known[state as usize];
            if known.kind == ActorKind::State {
                self.discourse.dateline = Some(self.table.known(known));
            }
        }
    }

    /// Pass 1: the names that say themselves whom they mean.
    fn names(&mut self) {
        for at in 0..self.hits.len() {
            let hit = &self.hits[at];
            let head = head_of(self.view, hit.words);
            if self.in_dateline(head) && hit.reading(&[Sense::Body]).is_none() {
                continue;
            }
            let Some(reading) = self.choose(hit, head) else { continue };
            let Some(index) = reading.index else { continue };
            let place = match reading.sense {
                Sense::Capital | Sense::Seat => is_place_use(self.view, head),
                Sense::Person | Sense::Place | Sense::City | Sense::SharedOrgan => true,
                _ => false,
            };
            if place {
                continue;
            }
            let known = &self.lexicon.gazetteer.known[index as usize];
            let actor = self.table.known(known);
            let words = self.with_article(hit.words);
            self.table.mention(self.view, actor, words, head, false);
        }
    }

    fn with_article(&self, words: WordRange) -> WordRange {
        let first = words.start as usize;
        let article = first > self.view.sentence(first).start as usize
            && matches!(self.view.form(first - 1), "the" | "The")
            && self.view.head(first - 1).is_some_and(|h| words.contains(h));
        WordRange::new(first - usize::from(article), words.end as usize)
    }

    /// Which of its meanings a name has here.
    fn choose(&self, hit: &Hit, head: usize) -> Option<Reading> {
        let word = self.view.word(head);
        // Part of a longer name of a person, body or place that is not the lexicon's own.
        if let Some(e) = self.in_entity[head] {
            let entity = &self.entities[e];
            let wider = entity.words.len() > hit.words.len()
                && entity.words.range().any(|i| !hit.words.contains(i) && self.view.form(i) != "the");
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
        // Two bodies of one name: the one whose state the text names.
        let bodies = || hit.readings.iter().filter(|r| r.sense == Sense::Body);
        let at_home = bodies().find(|r| {
            let of = r.index.and_then(|i| self.lexicon.gazetteer.known[i as usize].of);
            of.is_some_and(|of| bodies().count() > 1 && self.table.find(of).is_some())
        });
        at_home.copied().or(Some(reading))
    }

    /// The full names of persons, so that a surname in the headline finds the one who is named later.
    fn full_names(&mut self) {
        for e in self.entities {
            if e.kind != EntityType::Person || e.words.len() < 2 && self.holder_of(e.words).is_none() {
                continue;
            }
            let actor = self.person(e.words);
            let name = demarche_lexicon::gazetteer::fold(e.span.of(self.view.text)).into_owned();
            if !self.full_names.iter().any(|n| n.0 == name) {
                self.full_names.push((name, actor));
            }
        }
    }

    /// Marks the titles beside names, which mean nobody else.
    fn titles(&mut self) {
        for e in self.entities.iter().filter(|e| e.kind == EntityType::Person) {
            let head = head_of(self.view, e.words);
            if let Some((_, words, _)) = self.title_of_name(e.words, head) {
                self.titled[words.range()].fill(true);
            }
            for c in self.view.children_by(head, "appos") {
                if let Some((_, words)) = title_at(self.view, self.lexicon, c) {
                    self.titled[words.range()].fill(true);
                }
            }
        }
    }

    fn holder_of(&self, words: WordRange) -> Option<u32> {
        let form = self.view.span(words).of(self.view.text);
        let readings = self.lexicon.gazetteer.readings(form);
        readings.iter().find(|r| r.sense == Sense::Person).and_then(|r| r.index)
    }

    /// The person of a full name.
    fn person(&mut self, words: WordRange) -> usize {
        if let Some(index) = self.holder_of(words) {
            let holder = &self.lexicon.gazetteer.people[index as usize];
            return self.table.holder(self.lexicon, holder, self.day);
        }
        let name = self.view.span(words).of(self.view.text).split_whitespace().collect::<Vec<_>>().join(" ");
        // "Ana Maria Ruiz" after "Ana Ruiz": the same first and last word.
        let folded = demarche_lexicon::gazetteer::fold(&name).into_owned();
        let ends = |n: &str| {
            (n.split(' ').next().unwrap_or("").to_owned(), n.rsplit(' ').next().unwrap_or("").to_owned())
        };
        if let Some(known) = self.full_names.iter().find(|k| ends(&k.0) == ends(&folded)) {
            return known.1;
        }
        let actor = self.table.get(&name, &name, ActorKind::Person);
        let given = self.lexicon.roles.given_name(self.view.form(words.start as usize));
        if let Some(gender) = given.filter(|_| words.len() > 1) {
            self.table.drafts[actor].gender = gender;
        }
        actor
    }

    /// Everything to resolve, inner phrases before outer ones.
    fn spots(&self) -> Vec<Spot> {
        let mut spots: Vec<(usize, usize, Spot)> = Vec::new();
        for (i, e) in self.entities.iter().enumerate() {
            spots.push((e.words.end as usize, e.words.len(), Spot::Name(i)));
        }
        for (i, h) in self.hits.iter().enumerate() {
            spots.push((h.words.end as usize, 0, Spot::Hit(i)));
        }
        for i in 0..self.view.len() {
            let word = self.view.word(i);
            if word.upos == "PRON" || word.upos == "DET" && word.xpos == "PRP$" {
                spots.push((i + 1, 1, Spot::Pronoun(i)));
            } else if matches!(word.upos, "NOUN" | "PROPN" | "ADJ")
                && self.in_entity[i].is_none()
                && self.hit_of[i].is_none()
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
        }
    }

    fn remember(&mut self, head: usize, actors: Vec<usize>, pronoun: bool, noun: &str) {
        let word = self.view.word(head);
        let modifier = matches!(word.relation(), "amod" | "compound") || word.deprel == "nmod:desc";
        let sentence = self.view.sentence_index(head);
        self.discourse.push(Seen { head, actors, pronoun, modifier, sentence, noun: noun.to_owned() });
    }

    /// A name of the lexicon: remembered, or given its state now that the context is known.
    fn hit(&mut self, at: usize) {
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
            owners.extend(extent(self.view, head).range().filter(|i| !hit.words.contains(*i)).filter_map(|i| self.state_of_place(i)));
            owners.retain(|&a| self.table.kind(a) == ActorKind::State);
            let default = reading.index.map(|i| self.lexicon.gazetteer.known[i as usize].id);
            let spoken = default.and_then(|id| self.table.find(id));
            let actor = owners.first().copied().or_else(|| self.discourse.side_at(self.view, &self.table, head, hit.words, false)).or(spoken);
            let actor = actor.or_else(|| default.and_then(|id| self.table.by_id(self.lexicon, id)));
            if let Some(actor) = actor {
                let words = self.with_article(hit.words);
                self.table.mention(self.view, actor, words, head, true);
                self.remember(head, vec![actor], false, "");
            }
        }
    }

    /// A name that the entities hold: a person, or a body unknown to the lexicon.
    fn name(&mut self, at: usize) {
        let entity = &self.entities[at];
        let head = head_of(self.view, entity.words);
        match entity.kind {
            _ if entity.words.len() == 1 && self.half(head) => {}
            EntityType::Person => self.person_phrase(at),
            EntityType::Organization if self.table.at(head).is_empty() => self.body(at),
            _ => {}
        }
    }

    /// A person's name with its title and side.
    fn person_phrase(&mut self, at: usize) {
        let words = self.entities[at].words;
        let head = head_of(self.view, words);
        let title = self.title_of_name(words, head);
        let actor = match self.named(words, title.as_ref().map(|t| t.1)) {
            Some(actor) => actor,
            None => return,
        };
        let mut range = words;
        if let Some((title, title_words, title_head)) = title {
            let phrase = extent(self.view, title_head);
            let start = phrase.start.min(title_words.start).min(words.start) as usize;
            let end = words.end.max(title_words.end) as usize;
            let apart = title_words.start > words.end;
            if !apart && self.view.sentence(head).contains(start) {
                range = WordRange::new(start, end);
            }
            self.office(actor, title, title_words, title_head, &[head]);
        }
        for &c in self.view.children(head) {
            let c = c as usize;
            if self.view.word(c).relation() == "appos"
                && let Some((title, title_words)) = title_at(self.view, self.lexicon, c)
                && title.role != Role::Honorific
            {
                self.office(actor, title, title_words, c, &[head]);
            }
        }
        let mention_head = if range == words { head } else { head_of(self.view, range) };
        self.table.mention(self.view, actor, range, mention_head, false);
        // The parser may hang the name on its title or the title on the name: both heads mean the person.
        if mention_head != head {
            self.table.mention(self.view, actor, words, head, false);
        }
        self.remember(mention_head, vec![actor], false, "");
    }

    /// The title beside a name: its kind, its words and its head noun.
    fn title_of_name(&self, words: WordRange, head: usize) -> Option<(Title, WordRange, usize)> {
        let view = self.view;
        let first = words.start as usize;
        let before = first.checked_sub(1).filter(|&i| view.sentence_index(i) == view.sentence_index(first));
        let beside = before.filter(|&i| view.form(i) != ",");
        let mut nouns: Vec<usize> = beside.into_iter().collect();
        // "Secretary of State Ana Ruiz": the head noun stands before "of".
        if let Some(i) = beside
            && i >= 2
            && view.form(i - 1) == "of"
        {
            nouns.push(i - 2);
        }
        nouns.extend(view.children(head).iter().map(|&c| c as usize).filter(|&c| {
            c < head && matches!(view.word(c).deprel, "nmod:desc" | "compound" | "nmod" | "flat")
        }));
        if matches!(view.word(head).relation(), "flat" | "appos" | "nmod") {
            nouns.extend(
                view.head(head).filter(|&h| view.sentence(head).contains(h) && view.word(h).upos != "VERB"),
            );
        }
        nouns.into_iter().find_map(|noun| {
            let (title, title_words) = title_at(view, self.lexicon, noun)?;
            let own = !title_words.range().any(|i| words.contains(i));
            (own && self.in_entity[noun].is_none_or(|e| self.entities[e].words == words)).then_some((
                title,
                title_words,
                noun,
            ))
        })
    }

    /// Notes the office of a person and the side that the phrase or the context says.
    fn office(&mut self, actor: usize, title: Title, words: WordRange, head: usize, inner: &[usize]) {
        let gender = match self.view.form(head).to_lowercase().as_str() {
            "mr." | "mr" | "sir" | "king" | "prince" | "lord" => Some(Gender::Male),
            "mrs." | "mrs" | "ms." | "ms" | "miss" | "queen" | "princess" | "dame" | "lady" | "baroness" => {
                Some(Gender::Female)
            }
            w if w.ends_with("woman") => Some(Gender::Female),
            w if w.ends_with("man") && w != "human" => Some(Gender::Male),
            _ => None,
        };
        if let Some(gender) = gender {
            self.table.drafts[actor].gender = gender;
        }
        if title.role == Role::Honorific {
            return;
        }
        let former = self
            .view
            .children_by(head, "amod")
            .any(|c| matches!(self.view.lemma(c), "former" | "late" | "ex"))
            || words.start > 0
                && matches!(self.view.form(words.start as usize - 1), "former" | "Former" | "ex");
        // A counterpart holds the office of the one it is set beside.
        let beside = self.view.children(head).iter().find(|&&c| self.view.word(c as usize).deprel == "nmod:poss");
        let role = match (self.view.lemma(head), beside.and_then(|&c| self.table.at(c as usize).first())) {
            ("counterpart", Some(&other)) => self.table.drafts[other].actor.role.clone().unwrap_or_else(|| "counterpart".to_owned()),
            _ => self.role_text(words),
        };
        if self.table.drafts[actor].actor.role.is_none() || !self.table.drafts[actor].affiliation_read {
            let role = if former { format!("former {role}") } else { role };
            self.table.drafts[actor].actor.role = Some(role);
        }
        if former || !title.acts {
            // Who held an office before speaks for nobody now.
            let expert = matches!(title.role, Role::Expert | Role::Opposition) || former;
            if expert && !self.table.drafts[actor].affiliation_read {
                self.table.drafts[actor].actor.affiliation = None;
            }
            return;
        }
        let owners: Vec<usize> = self
            .owners(head)
            .into_iter()
            .filter(|&a| a != actor && !inner.is_empty())
            .map(|a| self.table.principal(a))
            .collect();
        let side = owners.iter().copied().find(|&a| self.table.kind(a) != ActorKind::Person);
        // "his counterpart" is of another side than he.
        let named = self.view.children_by(head, "amod").chain(self.view.children_by(head, "compound")).any(|c| !self.table.at(c).is_empty());
        if self.view.lemma(head) == "counterpart" && !named {
            return;
        }
        let draft = &self.table.drafts[actor];
        if let Some(side) = side {
            if !draft.affiliation_read {
                self.table.drafts[actor].actor.affiliation = Some(ActorId(side as u32));
                self.table.drafts[actor].affiliation_read = true;
            }
        } else if draft.actor.affiliation.is_none() {
            let side = self.side_of_title(words, head);
            self.table.drafts[actor].actor.affiliation = side.map(|s| ActorId(s as u32));
        }
    }

    /// The words of a title with the nouns before it that are no name of a side: "coast guard spokesman".
    fn role_text(&self, words: WordRange) -> String {
        let mut start = words.start as usize;
        let sentence = self.view.sentence(start).start as usize;
        while start > sentence {
            let before = start - 1;
            let part = matches!(self.view.word(before).relation(), "compound" | "amod")
                && matches!(self.view.word(before).upos, "NOUN" | "ADJ" | "PROPN")
                && self.hit_of[before].is_none();
            if !part {
                break;
            }
            start = before;
        }
        let words = WordRange::new(start, words.end as usize);
        self.view.span(words).of(self.view.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The side of a title that names none ("ministry spokeswoman", "the coast guard spokesman"): that of the same organ
    /// spoken of before, else of the context.
    fn side_of_title(&self, words: WordRange, head: usize) -> Option<usize> {
        let organ = self.view.children(head).iter().map(|&c| c as usize).chain(words.range()).find_map(|c| {
            let (noun, _) = noun_at(self.view, self.lexicon, c)?;
            matches!(noun.stands, Stands::State | Stands::Body).then(|| self.view.form(c).to_lowercase())
        });
        if let Some(organ) = organ
            && let Some(seen) =
                self.discourse.last(|s| s.noun == organ || s.noun.ends_with(&format!(" {organ}")))
            && let [actor] = seen.actors[..]
        {
            return Some(self.table.principal(actor));
        }
        let own = extent(self.view, head);
        let own = WordRange::new(own.start.min(words.start) as usize, own.end.max(words.end) as usize);
        self.discourse.side_at(self.view, &self.table, head, own, true)
    }

    /// Whom a person's name means: the full name, the surname of one named in the text, or of an office holder.
    fn named(&mut self, words: WordRange, title: Option<WordRange>) -> Option<usize> {
        if words.len() > 1 || self.holder_of(words).is_some() {
            return Some(self.person(words));
        }
        let form = self.view.form(words.start as usize).trim_end_matches(['.', '-']);
        let form = demarche_lexicon::gazetteer::fold(form).into_owned();
        let of_name = |full: &str| full.split([' ', '-']).any(|part| part.eq_ignore_ascii_case(&form));
        let is_surname =
            |full: &str| full.rsplit(' ').next() == Some(&form) || full.split(' ').next() == Some(&form);
        // The last one spoken of with this name, else the first one named later.
        let spoken = self.discourse.last(|s| {
            matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::Person
                && (of_name(&demarche_lexicon::gazetteer::fold(&self.table.drafts[a].actor.name))
                    || self.full_names.iter().any(|n| n.1 == a && of_name(&n.0))))
        });
        if let Some(seen) = spoken {
            return seen.actors.first().copied();
        }
        if let Some(later) = self.full_names.iter().find(|n| is_surname(&n.0)) {
            return Some(later.1);
        }
        let title = title.map(|t| self.view.span(t).of(self.view.text).to_lowercase());
        let holders: Vec<_> = self.lexicon.gazetteer.by_surname(&form).collect();
        let fits = |h: &&demarche_lexicon::gazetteer::OfficeHolder| {
            h.offices.iter().any(|o| {
                self.day.is_none_or(|d| o.held_on(d))
                    && title.as_ref().is_none_or(|t| o.title.contains(t.as_str()) || t.contains(o.title))
            })
        };
        let present = |h: &&demarche_lexicon::gazetteer::OfficeHolder| {
            h.offices.iter().any(|o| self.table.find(o.of).is_some())
        };
        let holder = holders.iter().copied().find(|h| fits(h) && present(h));
        let holder = holder
            .or_else(|| holders.iter().copied().find(|h| fits(h) && (title.is_some() || holders.len() == 1)));
        if let Some(holder) = holder {
            return Some(self.table.holder(self.lexicon, holder, self.day));
        }
        Some(self.table.get(&form, &form, ActorKind::Person))
    }

    /// A body by a name that the lexicon does not know.
    fn body(&mut self, at: usize) {
        let entity = &self.entities[at];
        let words = entity.words;
        let head = head_of(self.view, words);
        let last = words.end as usize - 1;
        let organ = noun_at(self.view, self.lexicon, last)
            .or_else(|| noun_at(self.view, self.lexicon, words.start as usize));
        if organ.is_some_and(|o| o.0.stands == Stands::State) {
            self.organ(head, organ.map(|o| o.1).unwrap_or(words), true);
            return;
        }
        let name = entity.span.of(self.view.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let name =
            name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(&name).to_owned();
        // "the Relief Front (RF)": an abbreviation in brackets after the name.
        let bracket = self.before_bracket(words);
        let actor = bracket
            .and_then(|b| self.table.at(b).first().copied())
            .filter(|_| words.len() == 1)
            .or_else(|| {
                // A shorter form of a longer name: "the Crescent Foundation" to "Crescent".
                self.table.find(&name).or_else(|| {
                    self.table.drafts.iter().position(|d| {
                        !matches!(d.actor.kind, ActorKind::State | ActorKind::Person)
                            && words.len() == 1
                            && name.len() > 3
                            && d.actor.name.split(' ').any(|w| w == name)
                    })
                })
            });
        let actor = actor.unwrap_or_else(|| {
            let kind = self.kind_of_body(words);
            self.table.get(&name, &name, kind)
        });
        self.table.alias(&name, actor);
        let words = self.with_article(words);
        self.table.mention(self.view, actor, words, head, false);
        self.remember(head, vec![actor], false, "");
    }

    /// The head of the name before the opening bracket that stands right before `words`.
    fn before_bracket(&self, words: WordRange) -> Option<usize> {
        let open = (words.start as usize).checked_sub(1).filter(|&i| self.view.form(i) == "(")?;
        let last = open.checked_sub(1)?;
        let mut at = last;
        while self.table.at(at).is_empty() {
            at = self.view.head(at).filter(|&h| h + 12 > last && h <= last)?;
        }
        Some(at)
    }

    fn kind_of_body(&self, words: WordRange) -> ActorKind {
        let lower = self.view.span(words).of(self.view.text).to_lowercase();
        let has = |list: &[&str]| lower.split([' ', '-']).any(|w| list.contains(&w));
        if has(&["party", "congress", "democrats", "democratic"]) {
            ActorKind::Party
        } else if has(&[
            "front",
            "army",
            "brigade",
            "brigades",
            "battalion",
            "militia",
            "movement",
            "guerrillas",
            "fighters",
            "resistance",
        ]) {
            ActorKind::ArmedGroup
        } else if has(&[
            "inc",
            "inc.",
            "corp",
            "corp.",
            "corporation",
            "company",
            "co.",
            "ltd",
            "ltd.",
            "bank",
            "airlines",
            "airways",
            "oil",
            "energy",
            "holdings",
            "plc",
        ]) {
            ActorKind::Company
        } else if has(&[
            "times",
            "post",
            "news",
            "tv",
            "television",
            "radio",
            "tribune",
            "herald",
            "gazette",
            "journal",
            "press",
            "magazine",
            "daily",
        ]) {
            ActorKind::Media
        } else if has(&["community", "nations", "council", "commission", "tribunal"]) {
            ActorKind::Igo
        } else {
            ActorKind::Ngo
        }
    }

    /// The actors that the modifiers of a noun name: "Peruvian", "China's", "of Oman", "Hamas", "State Department".
    fn owners(&self, head: usize) -> Vec<usize> {
        let mut found = Vec::new();
        self.owners_below(head, head, 0, &mut found);
        found
    }

    fn owners_below(&self, head: usize, top: usize, depth: u8, found: &mut Vec<usize>) {
        let view = self.view;
        let mut children: Vec<usize> = view.children(head).iter().map(|&c| c as usize).collect();
        // A named possessor or adjective says more than what follows "of" or "for", and a pronoun least of all.
        children.sort_by_key(|&c| (view.word(c).upos == "PRON", view.word(c).deprel != "nmod:poss", c > head));
        for c in children {
            let word = view.word(c);
            let fits = match word.relation() {
                "amod" | "compound" => word.upos != "VERB",
                "nmod" if word.deprel == "nmod:poss" || word.deprel == "nmod:desc" => true,
                "nmod" => matches!(preposition(view, c), Some("of" | "for" | "from" | "in" | "at")),
                "flat" => depth == 0 && c < head,
                "conj" => depth > 0,
                _ => false,
            };
            if !fits {
                continue;
            }
            let located = preposition(view, c) == Some("in") || preposition(view, c) == Some("at");
            let mut own = self.table.at(c).to_vec();
            if own.is_empty() && located && depth == 0 {
                own.extend(self.state_of_place(c));
            }
            for actor in own {
                if !found.contains(&actor) {
                    found.push(actor);
                }
            }
            // "spokesman for [China's ministry]", but not "praise for [their courage]".
            let carries = word.relation() != "nmod"
                || word.upos == "PROPN"
                || word.deprel == "nmod:poss"
                || noun_at(view, self.lexicon, c).is_some_and(|n| matches!(n.0.stands, Stands::State | Stands::Body));
            if depth < 3 && !located && carries {
                self.owners_below(c, top, depth + 1, found);
            }
        }
    }

    /// The state whose capital or own name stands at `word`, read as a place ("officials in Lima").
    fn state_of_place(&self, word: usize) -> Option<usize> {
        let reading = self.hits[self.hit_of[word]?].reading(&[Sense::State, Sense::Capital])?;
        self.table.find(self.lexicon.gazetteer.known[reading.index? as usize].id)
    }

    fn is_definite(&self, head: usize) -> bool {
        self.view.children(head).iter().any(|&c| {
            let word = self.view.word(c as usize);
            matches!(
                self.view.form(c as usize).to_lowercase().as_str(),
                "the" | "both" | "this" | "that" | "these" | "those"
            ) && word.upos == "DET"
                || word.deprel == "nmod:poss"
        })
    }

    fn is_indefinite(&self, head: usize) -> bool {
        self.view.children_by(head, "det").any(|c| {
            matches!(
                self.view.form(c).to_lowercase().as_str(),
                "a" | "an" | "some" | "any" | "no" | "another" | "every" | "each"
            )
        })
    }

    /// Whether "both" or "two" counts the phrase.
    fn is_pair(&self, head: usize) -> bool {
        self.view.children(head).iter().any(|&c| {
            matches!(
                self.view.form(c as usize).to_lowercase().as_str(),
                "both" | "two" | "warring" | "rival" | "neither" | "either"
            )
        })
    }

    /// "the North" where the text speaks of North Korea: the state whose name begins so.
    fn half(&mut self, head: usize) -> bool {
        let form = self.view.form(head);
        let article = head.checked_sub(1).is_some_and(|i| matches!(self.view.form(i), "the" | "The"));
        if !matches!(form, "North" | "South") || !article || matches!(self.view.word(head).relation(), "compound" | "amod") {
            return false;
        }
        let begins = |d: &super::table::Draft| d.actor.kind == ActorKind::State && d.actor.name.split(' ').next() == Some(form);
        let Some(actor) = self.table.drafts.iter().position(begins) else { return false };
        self.table.mention(self.view, actor, WordRange::new(head - 1, head + 1), head, false);
        self.remember(head, vec![actor], false, "");
        true
    }

    /// A common noun: a title without a name, or an agent noun.
    fn noun(&mut self, head: usize) {
        if self.half(head) || self.titled[head] || !self.table.at(head).is_empty() || self.view.word(head).relation() == "flat" {
            return;
        }
        let plural = matches!(self.view.word(head).xpos, "NNS" | "NNPS");
        // "both ministries", "the two governments": the noun is listed in the singular.
        let noun = noun_at(self.view, self.lexicon, head).or_else(|| {
            let noun = self.lexicon.roles.noun(&self.view.lemma(head).to_lowercase()).filter(|n| n.stands == Stands::State)?;
            (plural && self.is_definite(head)).then_some((AgentNoun { plural: true, ..noun }, WordRange::new(head, head + 1)))
        });
        let title = title_at(self.view, self.lexicon, head);
        match (title, noun) {
            // The longer of the two readings: "police chief" is a title, "general staff" an organ.
            (Some((title, words)), other)
                if !plural
                    && other.is_none_or(|n| {
                        n.1.len() < words.len()
                            || title.role != Role::Honorific
                                && n.0.stands == Stands::State
                                && n.1.len() == words.len()
                    }) =>
            {
                self.description(head, title, words);
            }
            (Some((title, words)), None) if plural => {
                let owners = self.sides(head);
                if title.acts && !owners.is_empty() {
                    self.write(head, owners, false, words);
                } else if self.is_pair(head) {
                    let two = self.two_of(&self.view.lemma(head).to_lowercase(), head);
                    self.write(head, two, true, words);
                }
            }
            (_, Some((noun, words))) => self.agent(head, noun, words),
            _ => {}
        }
    }

    /// The owners of a phrase as sides: persons count as those for whom they act.
    fn sides(&self, head: usize) -> Vec<usize> {
        let mut sides = Vec::new();
        for owner in self.owners(head) {
            let side = self.table.principal(owner);
            if !sides.contains(&side) && self.table.kind(side) != ActorKind::Media {
                sides.push(side);
            }
        }
        sides
    }

    /// The two whom "both leaders", "the two sides" mean: persons of that office where two were spoken of, else sides.
    fn two_of(&self, noun: &str, head: usize) -> Vec<usize> {
        const HEADS: &[&str] = &["president", "prime minister", "premier", "chancellor", "leader", "king", "emir", "prince"];
        let persons = match noun {
            "leader" => self.discourse.two_persons(self.view, &self.table, head, |r| HEADS.iter().any(|h| r.contains(h))),
            "side" | "party" | "country" | "nation" => Vec::new(),
            "man" | "woman" => self.discourse.two_persons(self.view, &self.table, head, |_| true),
            noun => self.discourse.two_persons(self.view, &self.table, head, |r| r.contains(noun)),
        };
        if persons.is_empty() { self.discourse.two_sides(self.view, &self.table, head) } else { persons }
    }

    fn write(&mut self, head: usize, actors: Vec<usize>, coreferent: bool, words: WordRange) {
        if actors.is_empty() {
            return;
        }
        let range = extent(self.view, head);
        let range = WordRange::new(range.start.min(words.start) as usize, range.end.max(words.end) as usize);
        for &actor in &actors {
            self.table.mention(self.view, actor, range, head, coreferent);
        }
        let noun = self.view.span(words).of(self.view.text).to_lowercase();
        self.remember(head, actors, false, &noun);
    }

    fn agent(&mut self, head: usize, noun: AgentNoun, words: WordRange) {
        let lower = self.view.span(words).of(self.view.text).to_lowercase();
        let definite = self.is_definite(head);
        match noun.stands {
            Stands::State => self.organ(head, words, definite || self.bare_organ(head, &lower)),
            Stands::Vessel => {
                let mut sides = self.sides(head);
                sides.retain(|&a| matches!(self.table.kind(a), ActorKind::State | ActorKind::ArmedGroup));
                self.write(head, sides, false, words);
            }
            Stands::Side => {
                let mut sides = self.sides(head);
                sides.retain(|&a| self.table.kind(a) != ActorKind::Person);
                if !sides.is_empty() {
                    self.write(head, sides, false, words);
                } else if noun.plural && (definite || self.is_pair(head)) {
                    let two = self.two_of(lower.trim_end_matches('s'), head);
                    self.write(head, two, true, words);
                }
            }
            Stands::Country => self.country(head, noun, words, &lower),
            Stands::Group | Stands::People => self.group(head, noun, words, &lower),
            Stands::Body | Stands::Company => self.kind_of(head, words, &lower, definite),
            Stands::Media => {
                if let Some(seen) = self.discourse.last(|s| s.noun == lower).filter(|_| definite) {
                    let actors = seen.actors.clone();
                    self.write(head, actors, true, words);
                    return;
                }
                let sides = self.sides(head);
                if let [side] = sides[..]
                    && self.table.kind(side) == ActorKind::State
                {
                    let name = format!("{} {lower}", self.table.drafts[side].actor.name);
                    let actor = self.table.get(&name, &name, ActorKind::Media);
                    self.write(head, vec![actor], false, words);
                }
            }
        }
    }

    /// "police", "troops", "officials" as subjects without an article still mean those of the state spoken of.
    fn bare_organ(&self, head: usize, noun: &str) -> bool {
        !self.is_indefinite(head)
            && super::phrase::is_subject(self.view, head)
            && matches!(
                noun,
                "police"
                    | "authorities"
                    | "officials"
                    | "troops"
                    | "soldiers"
                    | "security forces"
                    | "government forces"
                    | "parliament"
                    | "prosecutors"
                    | "lawmakers"
            )
    }

    /// An organ or force of a state: its owner, else the same organ before, else the state of the context.
    fn organ(&mut self, head: usize, words: WordRange, by_context: bool) {
        let sides = self.sides(head);
        if !sides.is_empty() {
            // "the Russian army's command": the state comes before the bodies.
            let states: Vec<usize> =
                sides.iter().copied().filter(|&a| self.table.kind(a) == ActorKind::State).collect();
            self.write(head, if states.is_empty() { sides[..1].to_vec() } else { states }, false, words);
            return;
        }
        let first_person = self.view.children(head).iter().any(|&c| {
            matches!(self.view.form(c as usize).to_lowercase().as_str(), "our" | "my" | "your")
        });
        if !by_context || first_person || matches!(self.view.word(head).relation(), "compound" | "amod") {
            return;
        }
        if matches!(self.view.word(head).xpos, "NNS" | "NNPS") && self.is_pair(head) {
            let two = self.discourse.two_sides(self.view, &self.table, head);
            self.write(head, two, true, words);
            return;
        }
        let lower = self.view.span(words).of(self.view.text).to_lowercase();
        let before = self
            .discourse
            .last(|s| s.noun == lower || s.noun.ends_with(&format!(" {lower}")))
            .map(|s| s.actors.clone());
        let actors =
            before.or_else(|| {
            let own = extent(self.view, head);
            self.discourse.side_at(self.view, &self.table, head, own, false).map(|s| vec![s])
        });
        self.write(head, actors.unwrap_or_default(), true, words);
    }

    fn country(&mut self, head: usize, noun: AgentNoun, words: WordRange, lower: &str) {
        let possessor = self
            .view
            .children(head)
            .iter()
            .map(|&c| c as usize)
            .find(|&c| self.view.word(c).deprel == "nmod:poss");
        let relational = matches!(lower, "ally" | "neighbour" | "neighbor" | "rival" | "partner");
        if let Some(possessor) = possessor {
            // "whose country", "his nation": the side of the person.
            if matches!(lower, "country" | "nation") && self.view.word(possessor).upos == "PRON" {
                let mut sides: Vec<usize> = self.table.at(possessor).iter().map(|&a| self.table.principal(a)).collect();
                sides.retain(|&a| self.table.kind(a) == ActorKind::State);
                self.write(head, sides, true, words);
                return;
            }
            // "its ally": another state, spoken of in this sentence or the last ones.
            if relational && self.view.word(possessor).upos == "PRON" {
                let own: Vec<usize> =
                    self.table.at(possessor).iter().map(|&a| self.table.principal(a)).collect();
                let other = self.discourse.last(|s| {
                    matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::State && !own.contains(&a))
                });
                if let Some(seen) = other.filter(|_| !own.is_empty()) {
                    let actors = seen.actors.clone();
                    self.write(head, actors, true, words);
                }
            }
            return;
        }
        let adjectives: Vec<usize> =
            self.view.children_by(head, "amod").flat_map(|c| self.table.at(c).to_vec()).collect();
        if !adjectives.is_empty() && !relational {
            self.write(head, adjectives, false, words);
            return;
        }
        if noun.plural {
            if self.is_pair(head) {
                let two = self.discourse.two_sides(self.view, &self.table, head);
                self.write(head, two, true, words);
            }
            return;
        }
        let pointed = self
            .view
            .children_by(head, "det")
            .any(|c| matches!(self.view.form(c).to_lowercase().as_str(), "the" | "this" | "that"));
        let bounded =
            self.view.children(head).iter().any(|&c| {
                matches!(self.view.word(c as usize).relation(), "acl" | "nmod") && c as usize > head
            });
        if matches!(lower, "country" | "nation" | "republic" | "kingdom" | "island") && pointed && !bounded {
            let sentence = self.view.sentence_index(head);
            let speaker = self.discourse.last(|s| {
                s.sentence == sentence
                    && super::phrase::is_subject(self.view, s.head)
                    && matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::Person)
            });
            let side = speaker.and_then(|s| s.actors.first()).map(|&a| self.table.principal(a)).filter(|&a| self.table.kind(a) == ActorKind::State);
            let state = side.or_else(|| self.discourse.main_state(self.view, &self.table, head));
            self.write(head, state.into_iter().collect(), true, words);
        }
    }

    /// "rebels", "protesters": the group that a modifier names, the same noun before, or a group of its own.
    fn group(&mut self, head: usize, noun: AgentNoun, words: WordRange, lower: &str) {
        let sides = self.sides(head);
        let groups: Vec<usize> = sides
            .iter()
            .copied()
            .filter(|&a| !matches!(self.table.kind(a), ActorKind::State | ActorKind::Igo))
            .collect();
        if !groups.is_empty() {
            self.write(head, groups, false, words);
            return;
        }
        let singular = matches!(self.view.word(head).xpos, "NN" | "NNP")
            && matches!(
                lower,
                "civilian"
                    | "rebel"
                    | "militant"
                    | "gunman"
                    | "fighter"
                    | "insurgent"
                    | "separatist"
                    | "guerrilla"
                    | "paramilitary"
            );
        if singular {
            return;
        }
        if sides.is_empty()
            && !self.is_indefinite(head)
            && let Some(seen) = self.discourse.last(|s| s.noun == lower)
        {
            let actors = seen.actors.clone();
            self.write(head, actors, true, words);
            return;
        }
        if noun.stands == Stands::Group && self.is_definite(head) && sides.is_empty() {
            let group = self
                .discourse
                .last(|s| matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::ArmedGroup));
            if let Some(seen) = group {
                let actors = seen.actors.clone();
                self.write(head, actors, true, words);
                return;
            }
        }
        let vague = matches!(
            lower,
            "people"
                | "men"
                | "women"
                | "children"
                | "public"
                | "population"
                | "crowd"
                | "students"
                | "workers"
                | "minority"
        );
        if sides.is_empty() && vague
            || matches!(self.view.word(head).relation(), "compound" | "nmod") && sides.is_empty()
        {
            return;
        }
        let kind = if noun.stands == Stands::Group { ActorKind::ArmedGroup } else { ActorKind::People };
        let name = match sides[..] {
            [side, ..] => format!("{} {lower}", self.table.drafts[side].actor.name),
            [] => lower.to_owned(),
        };
        let actor = self.table.get(&name, &name, kind);
        self.table.drafts[actor].plural = true;
        if let [side, ..] = sides[..] {
            self.table.drafts[actor].actor.affiliation = Some(ActorId(side as u32));
        }
        self.write(head, vec![actor], false, words);
    }

    /// "the alliance", "the agency", "the court": the last body whose name holds the word, else the last body at all.
    fn kind_of(&mut self, head: usize, words: WordRange, lower: &str, definite: bool) {
        let sides = self.sides(head);
        let bodies: Vec<usize> = sides
            .iter()
            .copied()
            .filter(|&a| !matches!(self.table.kind(a), ActorKind::State | ActorKind::Person))
            .collect();
        if !bodies.is_empty() {
            self.write(head, bodies, false, words);
            return;
        }
        let bounded =
            self.view.children(head).iter().any(|&c| {
                matches!(self.view.word(c as usize).relation(), "acl" | "nmod") && c as usize > head
            });
        if !definite || !sides.is_empty() || bounded {
            return;
        }
        let is_body = |a: usize| {
            !matches!(
                self.table.kind(a),
                ActorKind::State | ActorKind::Person | ActorKind::People | ActorKind::Place
            )
        };
        let typical: &[&str] = match lower {
            "alliance" => &["NATO", "CSTO"],
            "bloc" | "union" => &["EU", "ASEAN", "ECOWAS", "AU", "BRICS"],
            "watchdog" | "agency" => &["IAEA", "OPCW"],
            "court" | "tribunal" => &["ICC", "ICJ", "ECHR", "ICTY", "PCA"],
            "council" => &["UNSC"],
            "grouping" | "group" => &["G7", "G20", "BRICS"],
            _ => &[],
        };
        let holds = |a: usize| {
            let actor = &self.table.drafts[a].actor;
            typical.contains(&actor.key.as_str()) || actor.name.to_lowercase().split(' ').any(|w| w == lower)
        };
        let exact = self.discourse.last(|s| matches!(s.actors[..], [a] if is_body(a) && holds(a)));
        let any = || {
            let sentence = self.view.sentence_index(head);
            self.discourse.last(|s| {
                s.sentence + 3 >= sentence
                    && matches!(s.actors[..], [a] if is_body(a) && self.table.kind(a) != ActorKind::Media)
            })
        };
        let actors = exact
            .or_else(|| if matches!(lower, "party" | "body" | "fund") { None } else { any() })
            .map(|s| s.actors.clone());
        self.write(head, actors.unwrap_or_default(), true, words);
    }

    /// A title without a name: "the president", "a State Department official", "the Omani foreign minister".
    fn description(&mut self, head: usize, title: Title, words: WordRange) {
        let view = self.view;
        let relation = view.word(head).relation();
        let predicate = view.child(head, "cop").is_some()
            || matches!(relation, "xcomp" | "appos")
            || preposition(view, head) == Some("as");
        let modifier =
            matches!(relation, "compound" | "amod" | "flat") || view.word(head).deprel == "nmod:desc";
        if title.role == Role::Honorific || predicate || modifier {
            return;
        }
        let sides: Vec<usize> =
            self.sides(head).into_iter().filter(|&a| self.table.kind(a) != ActorKind::Person).collect();
        let phrase = view.span(words).of(view.text).to_lowercase();
        let noun = view.lemma(head).to_lowercase();
        let fits_side = |table: &Table, a: usize| {
            sides.is_empty() || table.drafts[a].actor.affiliation.is_none_or(|s| sides.contains(&s.index()))
        };
        if self.is_definite(head) {
            let spoken = self.discourse.person(view, &self.table, |a| {
                let role = self.table.drafts[a].actor.role.as_ref().map(|r| r.to_lowercase()).unwrap_or_default();
                let same = role.ends_with(&phrase)
                    || role.split([' ', '-']).any(|w| w == noun)
                    || title.role == Role::Head && phrase == "leader" && self.lexicon.roles.title(&role).is_some_and(|t| t.role == Role::Head);
                same && fits_side(&self.table, a)
            });
            if let Some(actor) = spoken {
                self.write(head, vec![actor], true, words);
                return;
            }
            if let Some(actor) = self.office_holder(&sides, &phrase, head) {
                self.write(head, vec![actor], true, words);
                return;
            }
        }
        if !title.acts && title.role == Role::Citizen && !super::phrase::is_subject(view, head) {
            return;
        }
        if view.word(head).upos == "ADJ" {
            return;
        }
        let range = extent(view, head);
        let mut start = range.start as usize;
        while start < head && view.word(start).upos == "DET" {
            start += 1;
        }
        let name = view
            .span(WordRange::new(start, range.end as usize))
            .of(view.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        // Two unnamed officials of one description are two persons unless the second is "the".
        let mut key = name.clone();
        let mut number = 1;
        while self.is_indefinite(head) && self.table.find(&key).is_some() {
            number += 1;
            key = format!("{name} ({number})");
        }
        let actor = self.table.get(&key, &name, ActorKind::Person);
        self.office(actor, title, words, head, &[head]);
        self.table.drafts[actor].actor.role = Some(if title.acts { phrase } else { name.clone() });
        self.write(head, vec![actor], false, words);
    }

    /// Who held the office on the day of the text, where the phrase or the context names the state.
    fn office_holder(&mut self, sides: &[usize], phrase: &str, head: usize) -> Option<usize> {
        let day = self.day?;
        let side = match sides {
            [side, ..] => Some(*side),
            [] => self.discourse.side_at(self.view, &self.table, head, extent(self.view, head), false),
        }?;
        let of = self.table.drafts[side].actor.key.clone();
        let titles: &[&str] = match phrase {
            "leader" => &["president", "prime minister", "leader", "chancellor"],
            "defense minister" => &["defence minister"],
            "defense secretary" | "defence secretary" => &["secretary of defense", "defence secretary"],
            "secretary general" => &["secretary-general"],
            _ => &[],
        };
        let find = |title: &str| self.lexicon.gazetteer.holder(title, &of, day);
        let holder = find(phrase).or_else(|| titles.iter().find_map(|t| find(t)))?;
        Some(self.table.holder(self.lexicon, holder, self.day))
    }

    fn pronoun(&mut self, word: usize) {
        let view = self.view;
        if !self.table.at(word).is_empty() {
            return;
        }
        let form = view.form(word).to_lowercase();
        let lexical = |w: Wanted, s: &Self| {
            s.discourse.singular(view, &s.table, word, w).into_iter().collect::<Vec<_>>()
        };
        let actors = match form.as_str() {
            "he" | "him" | "his" => lexical(Wanted::Person(Gender::Male), self),
            "she" | "her" | "hers" => lexical(Wanted::Person(Gender::Female), self),
            "it" | "its" => {
                if view.word(word).relation() == "expl" || is_empty_it(view, word) {
                    return;
                }
                lexical(Wanted::Thing, self)
            }
            "they" | "them" | "their" | "theirs" => self.discourse.plural(view, &self.table, word),
            "himself" | "herself" | "itself" | "themselves" => super::phrase::subjects_above(view, word)
                .first()
                .map(|&s| self.table.at(s).to_vec())
                .unwrap_or_default(),
            "who" | "which" | "that" | "whose" | "whom" => self.relative(word),
            "both" => self.discourse.two_sides(view, &self.table, word),
            _ => return,
        };
        if actors.is_empty() {
            return;
        }
        for &actor in &actors {
            let gender = match form.as_str() {
                "he" | "him" | "his" | "himself" => Gender::Male,
                "she" | "her" | "hers" | "herself" => Gender::Female,
                _ => Gender::Unknown,
            };
            if gender != Gender::Unknown && self.table.drafts[actor].gender == Gender::Unknown {
                self.table.drafts[actor].gender = gender;
            }
            self.table.mention(view, actor, WordRange::new(word, word + 1), word, true);
        }
        self.remember(word, actors, true, "");
    }

    /// Whom a relative pronoun means: the noun that its clause hangs on.
    fn relative(&self, word: usize) -> Vec<usize> {
        let mut at = word;
        for _ in 0..8 {
            let Some(head) = self.view.head(at) else { return Vec::new() };
            if self.view.word(at).relation() == "acl" {
                let mut meant = self.table.at(head).to_vec();
                let many = self.view.word(at).xpos == "VBP" || self.view.children_by(at, "aux").any(|a| matches!(self.view.form(a), "are" | "were" | "have"));
                if many {
                    meant.extend(self.view.children_by(head, "conj").filter(|&c| c < at).flat_map(|c| self.table.at(c).to_vec()));
                }
                return meant;
            }
            at = head;
        }
        Vec::new()
    }
}

/// "It is clear that", "it rains", "it takes": an "it" that means nobody.
fn is_empty_it(view: &View, word: usize) -> bool {
    let Some(head) = view.head(word) else { return true };
    let predicate = view.word(head);
    let clause_follows = view.children(head).iter().any(|&c| {
        matches!(view.word(c as usize).relation(), "csubj" | "ccomp" | "advcl") && c as usize > head
    });
    view.word(word).relation() == "nsubj"
        && view.child(head, "cop").is_some()
        && (predicate.upos == "ADJ" && clause_follows
            || matches!(predicate.lemma.as_str(), "time" | "day" | "year" | "clear" | "important" | "up"))
        || matches!(predicate.lemma.as_str(), "seem" | "appear" | "rain" | "snow" | "happen" | "matter")
}
