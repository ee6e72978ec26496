//! Persons: names with title and side, and titles that stand without a name.

use super::discourse::Seen;
use super::phrase::{extent, head_of, is_subject, name_in, preposition, title_at};
use super::read::Reader;
use super::table::Table;
use crate::ActorId;
use crate::View;
use crate::events::roles;
use demarche_base::WordRange;
use demarche_lexicon::gazetteer::{OfficeHolder, Sense, fold};
use demarche_lexicon::roles::{Role, Title};
use demarche_record::{ActorKind, EntityType};

impl Reader<'_> {
    /// The full names of persons, so that a surname in the headline finds the one who is named later.
    pub(super) fn full_names(&mut self) {
        for (i, e) in self.entities.iter().enumerate() {
            let name = self.names[i];
            let own = self.in_entity[name.start as usize] == Some(i);
            if e.kind != EntityType::Person || !own || name.len() < 2 && self.holder_of(name).is_none() {
                continue;
            }
            let first = self.view.form(name.start as usize).to_lowercase();
            if name.len() == 2 && self.lexicon.roles.is("particle", &first) {
                continue;
            }
            let actor = self.person(name);
            self.full_names.add(&name_in(self.view, name), actor);
            self.full_names.add(&self.table.drafts[actor].actor.name, actor);
        }
    }

    /// The offices that the text itself gives to full names together with the side: whoever speaks of the person before
    /// knows them too.
    pub(super) fn introductions(&mut self) {
        for (i, _) in self.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityType::Person) {
            let words = self.names[i];
            let own = self.in_entity[words.start as usize] == Some(i);
            if words.len() < 2 || !own || self.is_no_person(words) {
                continue;
            }
            let head = head_of(self.view, words);
            let mut titles: Vec<_> = self.title_of_name(words, head).into_iter().collect();
            titles.extend(self.appositions(words, head));
            titles.extend(self.predicate_title(head));
            for (title, title_words, noun) in titles {
                let sided = self.owners(noun).iter().any(|&a| self.table.kind(a) != ActorKind::Person);
                if sided && title.acts {
                    let actor = self.person(words);
                    self.office(actor, title, title_words, noun, &[head]);
                }
            }
        }
    }

    /// "Ana Ruiz is the governor of ...".
    fn predicate_title(&self, head: usize) -> Option<(Title, WordRange, usize)> {
        let view = self.view;
        let noun = view
            .head(head)
            .filter(|&n| view.word(head).deprel == "nsubj" && view.child(n, "cop").is_some())?;
        let present = view.children_by(noun, "cop").all(|c| matches!(view.form(c), "is" | "'s" | "’s"));
        let (title, title_words) = title_at(view, self.lexicon, noun).filter(|_| present)?;
        Some((title, title_words, noun))
    }

    /// Marks the titles beside names, which mean nobody else.
    pub(super) fn titles(&mut self) {
        for (i, _) in self.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityType::Person) {
            let name = self.names[i];
            let head = head_of(self.view, name);
            let beside = self.title_of_name(name, head);
            for (_, words, _) in beside.into_iter().chain(self.office_above(head)) {
                self.titled[words.range()].fill(true);
            }
            for (_, words, _) in self.appositions(name, head) {
                self.titled[words.range()].fill(true);
            }
        }
    }

    /// A people ("Estonians"), the field of an office ("Water" of "Water Minister") or an office alone, which the heads
    /// took for a person.
    fn is_no_person(&self, words: WordRange) -> bool {
        let word = words.start as usize;
        if words.len() > 1 || self.holder_of(words).is_some() {
            return false;
        }
        let hit = self.hit_of[word].map(|h| &self.hits[h]);
        let people =
            hit.is_some_and(|h| h.words == words && h.reading(&[Sense::People, Sense::Adjective]).is_some());
        let office = |noun: usize| title_at(self.view, self.lexicon, noun).map(|t| t.0.role);
        let next = word + 1 < self.view.sentence(word).end as usize;
        let field = next
            && matches!(office(word + 1), Some(Role::Minister | Role::Cabinet))
            && self.full_names.first(self.view.form(word)).is_none();
        // "the town of Sunpuri ... took Sunpuri": a place elsewhere.
        let form = self.view.form(word);
        let place = self.full_names.first(form).is_none()
            && self.entities.iter().any(|e| {
                e.kind == EntityType::Location
                    && e.words.len() == 1
                    && self.view.form(e.words.start as usize) == form
            });
        people || field || place || office(word).is_some_and(|r| r != Role::Honorific)
    }

    pub(super) fn holder_of(&self, words: WordRange) -> Option<u32> {
        let form = self.view.span(words).of(self.view.text);
        let readings = self.lexicon.gazetteer.readings(form);
        readings.iter().find(|r| r.sense == Sense::Person).and_then(|r| r.index)
    }

    /// The person of a full name.
    pub(super) fn person(&mut self, words: WordRange) -> usize {
        if let Some(index) = self.holder_of(words) {
            let holder = &self.lexicon.gazetteer.people[index as usize];
            return self.table.holder(self.lexicon, holder, self.day);
        }
        let name = name_in(self.view, words);
        if let Some(known) = self.full_names.same(&name) {
            return known;
        }
        let actor = self.table.get(&name, &name, ActorKind::Person);
        let given = self.lexicon.roles.given_name(self.view.form(words.start as usize));
        if let Some(gender) = given.filter(|_| words.len() > 1) {
            self.table.drafts[actor].gender = gender;
        }
        actor
    }

    /// A person's name with its title and side.
    pub(super) fn person_phrase(&mut self, at: usize) {
        let words = self.names[at];
        let head = head_of(self.view, words);
        if self.is_no_person(words) {
            return;
        }
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
            if let Some((office, office_words, noun)) = self.office_above(head).filter(|o| o.2 != title_head)
            {
                let start = extent(self.view, noun).start.min(range.start);
                range = WordRange::new(start as usize, end);
                self.office(actor, office, office_words, noun, &[head]);
            }
            self.office(actor, title, title_words, title_head, &[head]);
        }
        range.start = range.start.min(self.entities[at].words.start);
        self.belonging(actor, head);
        self.announced_by_office(actor, words, head);
        for (title, title_words, noun) in self.appositions(words, head) {
            self.office(actor, title, title_words, noun, &[head]);
            if self.view.word(noun).relation() == "appos" {
                self.table.mention(self.view, actor, extent(self.view, noun), noun, false);
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

    /// "Peru's foreign minister ruled out talks. ... Ana Ruiz said": a full name without any title as the subject of a verb of
    /// saying, within two sentences of an office without a name that is a subject too, is who holds the office.
    fn announced_by_office(&mut self, actor: usize, words: WordRange, head: usize) {
        let view = self.view;
        let draft = &self.table.drafts[actor].actor;
        let known = draft.role.is_some() || draft.affiliation.is_some() || !draft.mentions.is_empty();
        let says = view.head(head).is_some_and(|v| {
            view.word(head).relation() == "nsubj" && self.lexicon.cues.verb(view.lemma(v)).is_some()
        });
        if known || words.len() < 2 || !says || !self.appositions(words, head).is_empty() {
            return;
        }
        let sentence = view.sentence_index(head);
        let office = |s: &Seen| {
            let [a] = s.actors[..] else { return false };
            let unnamed = &self.table.drafts[a].actor;
            let owned = view.children(s.head).iter().any(|&c| {
                view.word(c as usize).deprel == "nmod:poss" && view.word(c as usize).upos == "PROPN"
                    || view.word(c as usize).relation() == "amod"
            });
            s.sentence < sentence
                && s.sentence + 2 >= sentence
                && is_subject(view, s.head)
                && owned
                && !self.is_indefinite(s.head)
                && matches!(view.word(s.head).xpos, "NN" | "NNP")
                && unnamed.kind == ActorKind::Person
                && unnamed.affiliation.is_some()
                && title_at(view, self.lexicon, s.head).is_some_and(|t| t.0.acts)
                && self.in_entity[s.head].is_none()
        };
        let Some(seen) = self.discourse.last(office) else { return };
        let holder = &self.table.drafts[seen.actors[0]].actor;
        let (role, side) = (holder.role.clone(), holder.affiliation);
        let draft = &mut self.table.drafts[actor].actor;
        (draft.role, draft.affiliation) = (role, side);
    }

    /// "UNICEF's Ana Ruiz": the body or state that has a person belongs to what the person stands for.
    fn belonging(&mut self, actor: usize, head: usize) {
        let owner = self.view.children_by(head, "nmod").find_map(|c| {
            let own = self.view.word(c).deprel == "nmod:poss" && self.view.word(c).upos == "PROPN";
            self.table.at(c).first().copied().filter(|_| own)
        });
        // "Ana Ruiz of Peru", right behind the name.
        let behind = || {
            let end = extent_of_name(self.view, head);
            let of = end + 1 < self.view.len() && self.view.form(end) == "of";
            of.then(|| self.of_name(head)).flatten().filter(|&a| self.table.kind(a) == ActorKind::State)
        };
        let owner = owner.or_else(behind);
        if let Some(owner) = owner.filter(|&o| o != actor && self.table.kind(o) != ActorKind::Person)
            && self.table.drafts[actor].actor.affiliation.is_none()
        {
            self.table.drafts[actor].actor.affiliation = Some(ActorId(owner as u32));
        }
    }

    /// "Ana Ruiz will represent Elbonia", "heads the Elbonian delegation": the person stands for it, where the text does not
    /// say for whom else.
    pub(super) fn represented(&mut self) {
        let view = self.view;
        let is = |class, word: usize| self.lexicon.meeting.is(class, view.lemma(word));
        let mut found: Vec<(usize, usize)> = Vec::new();
        for verb in (0..view.len()).filter(|&w| view.word(w).upos == "VERB") {
            if !is("stand-for", verb) && !is("lead", verb) {
                continue;
            }
            let r = roles(view, self.lexicon, verb);
            let (Some(who), Some(whom)) = (r.agent, r.patient) else { continue };
            let sides = match is("stand-for", verb) {
                true => self.table.at(whom).to_vec(),
                false if is("delegation", whom) => self.owners(whom),
                false => continue,
            };
            let side = sides.into_iter().find(|&s| self.table.kind(s) != ActorKind::Person);
            let person = self.table.at(who).iter().find(|&&p| self.table.kind(p) == ActorKind::Person);
            found.extend(person.copied().zip(side));
            // "Peru's side is represented by Ana Ruiz, *that of Chile by Jorge Salas*"
            let end = view.sentence(verb).end as usize;
            for c in (verb + 1..end).filter(|&c| r.passive && preposition(view, c) == Some("by") && c != who)
            {
                let Some(noun) = view.head(c).filter(|&n| n > verb && n < c) else { continue };
                if !is("side", noun) && !is("delegation", noun) && view.lemma(noun) != "that" {
                    continue;
                }
                let side = self.owners(noun).into_iter().find(|&s| self.table.kind(s) != ActorKind::Person);
                let persons = extent(view, c).range().flat_map(|w| self.table.at(w).iter().copied());
                let person = persons.into_iter().find(|&p| self.table.kind(p) == ActorKind::Person);
                found.extend(person.zip(side));
            }
        }
        for (person, side) in found {
            self.table.drafts[person].actor.affiliation.get_or_insert(ActorId(side as u32));
        }
    }

    /// The titles set off by a comma after a name: "Ana Ruiz, a spokeswoman for the ministry".
    ///
    /// The parse may hang the title from elsewhere: a title within few words of the comma, before which only its own
    /// modifiers stand and after which no other name does, counts all the same.
    fn appositions(&self, words: WordRange, head: usize) -> Vec<(Title, WordRange, usize)> {
        let view = self.view;
        let mut nouns: Vec<usize> = view.children_by(head, "appos").collect();
        let end = words.end as usize;
        let sentence = view.sentence(head).end as usize;
        if end < sentence && view.form(end) == "," {
            let mut k = end + 1;
            while k < sentence.min(end + 9)
                && (matches!(view.word(k).upos, "DET" | "ADJ" | "NOUN" | "PROPN" | "PART" | "NUM")
                    || view.form(k) == "-")
            {
                k += 1;
            }
            let last = (end + 1..k).rev().find(|&i| title_at(view, self.lexicon, i).is_some());
            let others = last.is_some_and(|t| {
                (t + 1..k).any(|i| matches!(view.word(i).upos, "PROPN" | "NOUN"))
                    || self.in_entity.get(t + 1).copied().flatten().is_some_and(|e| {
                        self.entities[e].kind == EntityType::Person
                            && self.entities[e].words.start as usize == t + 1
                    })
            });
            nouns.extend(last.filter(|t| !others && !nouns.contains(t)));
        }
        let titled = |noun: usize| {
            let (title, title_words) = title_at(view, self.lexicon, noun)?;
            (title.role != Role::Honorific).then_some((title, title_words, noun))
        };
        nouns.into_iter().filter_map(titled).collect()
    }

    /// The office before a name that stands as its apposition, with a rank between them or not: "Peru's army chief,
    /// General Ana Ruiz".
    fn office_above(&self, head: usize) -> Option<(Title, WordRange, usize)> {
        let view = self.view;
        let noun = view.head(head).filter(|&n| n < head && view.word(head).relation() == "appos")?;
        let (title, words) = title_at(view, self.lexicon, noun)?;
        (title.role != Role::Honorific && self.in_entity[noun].is_none()).then_some((title, words, noun))
    }

    /// "The Foreign Minister of Peru, *Ana Ruiz*, said", where the parse hung both from the verb: the noun before the comma.
    fn title_beside(&self, name: WordRange, head: usize) -> Option<usize> {
        let view = self.view;
        let comma = (name.start as usize).checked_sub(1).filter(|&c| view.form(c) == ",")?;
        let closed = (name.end as usize) < view.len() && view.form(name.end as usize) == ",";
        let verb = view.head(head).filter(|_| view.word(head).relation() == "nsubj" && closed)?;
        let noun = view.children_by(verb, "nsubj").find(|&n| n < comma && n + 6 > comma)?;
        let plain =
            (noun + 1..comma).all(|k| matches!(view.word(k).upos, "ADP" | "DET" | "PROPN" | "ADJ" | "NOUN"));
        plain.then_some(noun)
    }

    /// The title beside a name: its kind, its words and its head noun.
    pub(super) fn title_of_name(&self, words: WordRange, head: usize) -> Option<(Title, WordRange, usize)> {
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
        // "the minister of territorial administration Ana Ruiz"
        if let Some(i) = beside {
            let field = |w: &usize| matches!(view.word(*w).upos, "NOUN" | "ADJ" | "PROPN" | "CCONJ");
            let low = (i.saturating_sub(3)..=i).rev().take_while(field).last().unwrap_or(i);
            let of = low.checked_sub(1).filter(|&o| view.form(o) == "of" && o > 0);
            nouns.extend(of.map(|o| o - 1).filter(|&n| view.word(n).upos == "NOUN" && low < first));
        }
        nouns.extend(view.children(head).iter().map(|&c| c as usize).filter(|&c| {
            c < head && matches!(view.word(c).deprel, "nmod:desc" | "compound" | "nmod" | "flat")
        }));
        // "a teacher in Callao": what a preposition leads to is no name of the teacher.
        // Nor is "Ana Ruiz's deputy" she herself.
        if matches!(view.word(head).relation(), "flat" | "appos" | "nmod")
            && view.word(head).deprel != "nmod:poss"
            && preposition(view, head).is_none()
        {
            nouns.extend(
                view.head(head).filter(|&h| view.sentence(head).contains(h) && view.word(h).upos != "VERB"),
            );
        }
        // "the envoy of the African Union, Ana Ruiz", with the name hung from the union.
        if view.word(head).relation() == "appos"
            && let Some(body) = view.head(head).filter(|&b| b < head && preposition(view, b) == Some("of"))
        {
            nouns.extend(view.head(body).filter(|&n| n < body && view.word(n).upos == "NOUN"));
        }
        nouns.extend(self.title_beside(words, head));
        nouns.into_iter().find_map(|noun| {
            let (title, title_words) = title_at(view, self.lexicon, noun)?;
            let own = !title_words.range().any(|i| words.contains(i));
            let same = |e: usize| self.names[e] == words;
            (own && self.in_entity[noun].is_none_or(same)).then_some((title, title_words, noun))
        })
    }

    /// Whom a person's name means: the full name, the surname of one named in the text, or of an office holder.
    pub(super) fn named(&mut self, words: WordRange, title: Option<WordRange>) -> Option<usize> {
        // "de Brune" after "Herve de Brune"
        let last = words.end as usize - 1;
        let particle = |i: usize| self.lexicon.roles.is("particle", &self.view.form(i).to_lowercase());
        if words.len() > 1 && self.holder_of(words).is_none() && (words.start as usize..last).all(particle) {
            let name = format!(" {}", name_in(self.view, words));
            let bearer = self.full_names.first(self.view.form(last));
            let same = |&a: &usize| {
                let full = fold(&self.table.drafts[a].actor.name).to_lowercase();
                full.ends_with(&fold(&name).to_lowercase())
            };
            if let Some(actor) = bearer.filter(same) {
                return Some(actor);
            }
        }
        if words.len() > 1 || self.holder_of(words).is_some() {
            return Some(self.person(words));
        }
        let form = self.view.form(words.start as usize).trim_end_matches(['.', '-']);
        let title = title.map(|t| self.view.span(t).of(self.view.text).to_lowercase());
        Some(self.surnamed(form, title))
    }

    /// The person of a surname: one named in the text, or an office holder whom the title or the context fits.
    pub(super) fn surnamed(&mut self, form: &str, title: Option<String>) -> usize {
        let form = fold(form).into_owned();
        // The last one spoken of with this name, else the first one named anywhere.
        let spoken = self.discourse.last(|s| {
            matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::Person && self.full_names.bears(a, &form))
        });
        if let Some(actor) = spoken.map(|s| s.actors[0]).or_else(|| self.full_names.first(&form)) {
            return actor;
        }
        let holders: Vec<_> = self.lexicon.gazetteer.by_surname(&form).collect();
        let fits = |h: &&OfficeHolder| {
            h.offices.iter().any(|o| {
                self.day.is_none_or(|d| o.held_on(d))
                    && title.as_ref().is_none_or(|t| o.title.contains(t.as_str()) || t.contains(o.title))
            })
        };
        let present = |h: &&OfficeHolder| h.offices.iter().any(|o| self.table.find(o.of).is_some());
        let holder = holders.iter().copied().find(|h| fits(h) && present(h));
        let holder = holder
            .or_else(|| holders.iter().copied().find(|h| fits(h) && (title.is_some() || holders.len() == 1)));
        let actor = match holder {
            Some(holder) => self.table.holder(self.lexicon, holder, self.day),
            None => self.table.get(&form, &form, ActorKind::Person),
        };
        self.full_names.add(&form, actor);
        actor
    }

    /// A title without a name: "the president", "a State Department official", "the Omani foreign minister".
    pub(super) fn description(&mut self, head: usize, title: Title, words: WordRange) {
        let view = self.view;
        let relation = view.word(head).relation();
        let predicate = view.child(head, "cop").is_some()
            || matches!(relation, "xcomp" | "appos")
            || preposition(view, head) == Some("as");
        let modifier =
            matches!(relation, "compound" | "amod" | "flat") || view.word(head).deprel == "nmod:desc";
        // "Minister, will you resign?", "the ministry of justice".
        let called = relation == "vocative"
            || view.sentence(head).start as usize == head && view.form(head + 1) == ","
            || preposition(view, head) == Some("of")
                && view.child(head, "det").is_none()
                && !view.children(head).iter().any(|&c| view.word(c as usize).deprel == "nmod:poss");
        if title.role == Role::Honorific || predicate || modifier || called || self.no_holder(head) {
            self.predicate(head);
            return;
        }
        let sides: Vec<usize> =
            self.sides(head).into_iter().filter(|&a| self.table.kind(a) != ActorKind::Person).collect();
        let phrase = view.span(words).of(view.text).to_lowercase();
        let noun = view.lemma(head).to_lowercase();
        let fits_side = |table: &Table, a: usize| {
            sides.is_empty() || table.drafts[a].actor.affiliation.is_none_or(|s| sides.contains(&s.index()))
        };
        // "The Secretary-General": the article may hang from the first part of the title.
        let first = words.start as usize;
        let article =
            first > view.sentence(head).start as usize && view.form(first - 1).eq_ignore_ascii_case("the");
        if article || self.is_definite(head) {
            let spoken = self.discourse.person(view, &self.table, |a| {
                let role =
                    self.table.drafts[a].actor.role.as_ref().map(|r| r.to_lowercase()).unwrap_or_default();
                // "General Ana Ruiz, an adviser of the president": the general, too.
                let titled =
                    self.table.drafts[a].actor.mentions.iter().any(|m| {
                        !m.coreferent && m.words.range().any(|w| view.form(w).to_lowercase() == noun)
                    });
                let same = titled
                    // Translations call a foreign minister chancellor.
                    || phrase == "chancellor" && role == "foreign minister"
                    || role == phrase
                    || role.ends_with(&format!(" {phrase}"))
                    || role.split([' ', '-']).any(|w| w == noun)
                    || title.role == Role::Head
                        && phrase == "leader"
                        && self.lexicon.roles.title(&role).is_some_and(|t| t.role == Role::Head);
                same && fits_side(&self.table, a)
            });
            if let Some(actor) = spoken {
                self.write(head, vec![actor], true, words);
                return;
            }
            let unseated = view
                .children(head)
                .iter()
                .any(|&c| self.lexicon.roles.is("unseated", &view.form(c as usize).to_lowercase()));
            if let Some(actor) = self.office_holder(&sides, &phrase, head).filter(|_| !unseated) {
                self.write(head, vec![actor], true, words);
                return;
            }
        }
        if let Some(actor) = self.introduced_below(head, &sides, &noun) {
            self.write(head, vec![actor], true, words);
            return;
        }
        if !title.acts && title.role == Role::Citizen && !is_subject(view, head) {
            return;
        }
        if view.word(head).upos == "ADJ" {
            return;
        }
        let name = self.plain_name(head);
        // Two unnamed officials of one description are two persons unless the second is "the".
        let key = if self.is_indefinite(head) { self.table.fresh(&name) } else { name.clone() };
        let actor = self.table.get(&key, &name, ActorKind::Person);
        self.office(actor, title, words, head, &[head]);
        self.table.drafts[actor].actor.role = Some(if title.acts { phrase } else { name.clone() });
        self.write(head, vec![actor], false, words);
    }

    /// A noun that is no title here: what is done or used without an article ("to do *justice*"), and a "source" that
    /// tells nothing ("the *source* of the fire").
    fn no_holder(&self, head: usize) -> bool {
        let view = self.view;
        let form = view.form(head);
        let relation = view.word(head).relation();
        if self.lexicon.roles.is("telling", form) {
            let tells = view.word(head).deprel == "nsubj"
                || matches!(preposition(view, head), Some("to" | "by" | "from"));
            return !tells || view.children_by(head, "nmod").any(|c| preposition(view, c) == Some("of"));
        }
        let bare = view.word(head).xpos == "NN"
            && form.starts_with(char::is_lowercase)
            && matches!(relation, "obj" | "obl" | "nmod")
            && !view.children(head).iter().any(|&c| {
                let word = view.word(c as usize);
                matches!(word.relation(), "det" | "nummod" | "compound") || word.deprel == "nmod:poss"
            });
        bare && !self.in_headline(head) && self.sides(head).is_empty()
    }

    /// The one person of that office and side whom the text introduces below its headline: "Guyana minister".
    fn introduced_below(&self, head: usize, sides: &[usize], noun: &str) -> Option<usize> {
        let headline = self.in_headline(head);
        let fits = |a: &usize| {
            let draft = &self.table.drafts[*a];
            let role = draft.actor.role.as_deref().unwrap_or("").to_lowercase();
            draft.affiliation_read
                && draft.actor.affiliation.is_some_and(|s| sides.contains(&s.index()))
                && role.split([' ', '-']).any(|w| w == noun)
        };
        let mut bearers = (0..self.table.drafts.len()).filter(fits);
        let first = bearers.next().filter(|_| headline && !sides.is_empty())?;
        bearers.next().is_none().then_some(first)
    }

    /// "She *was a judge*": the predicate means the person who is its subject.
    fn predicate(&mut self, head: usize) {
        let view = self.view;
        let negated =
            view.children(head).iter().any(|&c| matches!(view.lemma(c as usize), "not" | "no" | "never"));
        let told = view.child(head, "cop").is_some() && view.child(head, "aux").is_none() && !negated;
        let Some(subject) = view.child(head, "nsubj").filter(|_| told) else { return };
        if let [person] = *self.table.at(subject)
            && self.table.kind(person) == ActorKind::Person
        {
            self.table.mention(view, person, extent(view, head), head, true);
        }
    }

    /// Who held the office on the day of the text, where the phrase or the context names the state.
    pub(super) fn office_holder(&mut self, sides: &[usize], phrase: &str, head: usize) -> Option<usize> {
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
}

/// The word behind a name whose first or last word is `head`.
fn extent_of_name(view: &View, head: usize) -> usize {
    let parts = view.children_by(head, "flat").filter(|&c| c > head);
    parts.max().unwrap_or(head) + 1
}
