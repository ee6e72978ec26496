//! Persons: names with title and side, and titles that stand without a name.

use super::phrase::{extent, head_of, is_subject, noun_at, one_line, preposition, title_at};
use super::read::Reader;
use super::table::Table;
use crate::ActorId;
use demarche_base::WordRange;
use demarche_lexicon::gazetteer::{OfficeHolder, Sense, fold};
use demarche_lexicon::roles::{Gender, Role, Stands, Title};
use demarche_record::{ActorKind, EntityType};

impl Reader<'_> {
    /// The full names of persons, so that a surname in the headline finds the one who is named later.
    pub(super) fn full_names(&mut self) {
        for e in self.entities {
            if e.kind != EntityType::Person || e.words.len() < 2 && self.holder_of(e.words).is_none() {
                continue;
            }
            let actor = self.person(e.words);
            self.full_names.add(&one_line(e.span.of(self.view.text)), actor);
            self.full_names.add(&self.table.drafts[actor].actor.name, actor);
        }
    }

    /// Marks the titles beside names, which mean nobody else.
    pub(super) fn titles(&mut self) {
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
        let name = one_line(self.view.span(words).of(self.view.text));
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
    pub(super) fn office(
        &mut self,
        actor: usize,
        title: Title,
        words: WordRange,
        head: usize,
        inner: &[usize],
    ) {
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
        let beside =
            self.view.children(head).iter().find(|&&c| self.view.word(c as usize).deprel == "nmod:poss");
        let role = match (self.view.lemma(head), beside.and_then(|&c| self.table.at(c as usize).first())) {
            ("counterpart", Some(&other)) => {
                self.table.drafts[other].actor.role.clone().unwrap_or_else(|| "counterpart".to_owned())
            }
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
        let named = self
            .view
            .children_by(head, "amod")
            .chain(self.view.children_by(head, "compound"))
            .any(|c| !self.table.at(c).is_empty());
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
    pub(super) fn role_text(&self, words: WordRange) -> String {
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
        one_line(self.view.span(words).of(self.view.text))
    }

    /// The side of a title that names none ("ministry spokeswoman", "the coast guard spokesman"): that of the same organ
    /// spoken of before, else of the context.
    pub(super) fn side_of_title(&self, words: WordRange, head: usize) -> Option<usize> {
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
    pub(super) fn named(&mut self, words: WordRange, title: Option<WordRange>) -> Option<usize> {
        if words.len() > 1 || self.holder_of(words).is_some() {
            return Some(self.person(words));
        }
        let form = self.view.form(words.start as usize).trim_end_matches(['.', '-']);
        let form = fold(form).into_owned();
        // The last one spoken of with this name, else the first one named anywhere.
        let spoken = self.discourse.last(|s| {
            matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::Person && self.full_names.bears(a, &form))
        });
        if let Some(actor) = spoken.map(|s| s.actors[0]).or_else(|| self.full_names.first(&form)) {
            return Some(actor);
        }
        let title = title.map(|t| self.view.span(t).of(self.view.text).to_lowercase());
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
        Some(actor)
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
                let role =
                    self.table.drafts[a].actor.role.as_ref().map(|r| r.to_lowercase()).unwrap_or_default();
                let same = role.ends_with(&phrase)
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
            if let Some(actor) = self.office_holder(&sides, &phrase, head) {
                self.write(head, vec![actor], true, words);
                return;
            }
        }
        if !title.acts && title.role == Role::Citizen && !is_subject(view, head) {
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
        let key = if self.is_indefinite(head) { self.table.fresh(&name) } else { name.clone() };
        let actor = self.table.get(&key, &name, ActorKind::Person);
        self.office(actor, title, words, head, &[head]);
        self.table.drafts[actor].actor.role = Some(if title.acts { phrase } else { name.clone() });
        self.write(head, vec![actor], false, words);
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
