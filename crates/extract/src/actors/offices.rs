//! The offices of persons and whose they are: by the title's own words, by the name, by what the person says where, else by
//! the context.

use super::phrase::{clause_of, extent, noun_at, one_line, preposition, title_at};
use super::read::Reader;
use super::sides::Known;
use crate::ActorId;
use demarche_base::WordRange;
use demarche_lexicon::gazetteer::Sense;
use demarche_lexicon::roles::{Gender, Role, Stands, Title};
use demarche_record::ActorKind;

impl Reader<'_> {
    /// Notes the office of a person and the side that the phrase or the context says.
    pub(super) fn office(
        &mut self,
        actor: usize,
        title: Title,
        words: WordRange,
        head: usize,
        inner: &[usize],
    ) {
        let form = self.view.form(head).to_lowercase();
        let gender = match () {
            () if self.lexicon.roles.is("male", &form) => Some(Gender::Male),
            () if self.lexicon.roles.is("female", &form) || form.ends_with("woman") => Some(Gender::Female),
            () if form.ends_with("man") && form != "human" => Some(Gender::Male),
            () => None,
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
            (noun, Some(&other)) if self.lexicon.roles.is("counterpart", noun) => {
                self.table.drafts[other].actor.role.clone().unwrap_or_else(|| "counterpart".to_owned())
            }
            _ => self.role_text(words),
        };
        if self.table.drafts[actor].actor.role.is_none() || !self.table.drafts[actor].affiliation_read {
            let role = if former { format!("former {role}") } else { role };
            self.table.drafts[actor].actor.role = Some(role);
        }
        // "his colleague of Peru" is not of his side.
        let peer = self.lexicon.roles.is("counterpart", self.view.lemma(head));
        if !former
            && !peer
            && let Some(side) = self.superior(head).filter(|&s| s != actor)
        {
            let actor = &mut self.table.drafts[actor].actor;
            actor.affiliation.get_or_insert(ActorId(side as u32));
        }
        if !former
            && self.table.drafts[actor].actor.affiliation.is_none()
            && let Some(band) = self.band(words, head).filter(|&b| b != actor)
        {
            self.table.drafts[actor].actor.affiliation = Some(ActorId(band as u32));
            self.table.drafts[actor].affiliation_read = true;
            return;
        }
        // "the separatist leader of South Ossetia" acts for a land beside the states, which the lexicon knows by no ISO code.
        let leads =
            words.range().any(|i| self.lexicon.roles.is("unrecognised", &self.view.form(i).to_lowercase()));
        let breakaway = |reader: &Self, a: usize| {
            let behind = reader.view.children_by(head, "nmod").any(|c| reader.table.at(c).contains(&a));
            let iso = reader.table.drafts[a].actor.key.len() == 3;
            leads && behind && !iso && reader.table.kind(a) == ActorKind::State
        };
        let led = leads && self.owners(head).iter().any(|&a| breakaway(self, a));
        if former || !title.acts && !led {
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
            .filter(|&a| a != actor && !inner.is_empty() && (title.acts || breakaway(self, a)))
            .map(|a| self.table.principal(a))
            .collect();
        let side = owners.iter().copied().find(|&a| self.table.kind(a) != ActorKind::Person);
        // "European Commission President Ana Ruiz", wherever the parse hung the name of the body.
        let side = side.or_else(|| self.before_title(words).filter(|&a| a != actor));
        let side = side.or_else(|| inner.iter().find_map(|&name| self.of_name(name)).filter(|&a| a != actor));
        // "European Transport Commissioner Ana Ruiz"
        let commissioner = self.view.lemma(head).eq_ignore_ascii_case("commissioner");
        let union = commissioner
            && (words.start.saturating_sub(3) as usize..words.end as usize)
                .any(|i| self.view.form(i) == "European" && self.view.sentence(head).contains(i));
        let side = if union { self.table.by_id(self.lexicon, "EU").or(side) } else { side };
        // "his counterpart" is of another side than he.
        let named = self
            .view
            .children_by(head, "amod")
            .chain(self.view.children_by(head, "compound"))
            .chain(self.view.children_by(head, "nmod").filter(|&c| preposition(self.view, c) == Some("of")))
            .any(|c| !self.table.at(c).is_empty());
        if self.lexicon.roles.is("counterpart", self.view.lemma(head)) && !named {
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

    /// The state or body whose name stands right before a title.
    fn before_title(&self, title: WordRange) -> Option<usize> {
        let before = (title.start as usize).checked_sub(1)?;
        let hit = &self.hits
            [self.hit_of[before].filter(|_| self.view.sentence(title.start as usize).contains(before))?];
        let head = hit.words.range().find(|&i| !self.table.at(i).is_empty())?;
        let led = preposition(self.view, head).is_some() && hit.reading(&[Sense::Adjective]).is_none();
        let acts = |&a: &usize| {
            matches!(self.table.kind(a), ActorKind::State | ActorKind::Igo | ActorKind::ArmedGroup)
        };
        self.table.at(head).first().copied().filter(acts).filter(|_| !led)
    }

    /// The armed group for which a rebel leader acts of whom the text does not say it: the one spoken of last, else the one that
    /// the text names.
    fn band(&self, title: WordRange, head: usize) -> Option<usize> {
        let armed = |a: usize| self.table.kind(a) == ActorKind::ArmedGroup;
        let modified = self.view.children(head).iter().map(|&c| c as usize).chain(title.range());
        let rebel = modified
            .into_iter()
            .any(|c| self.lexicon.roles.is("armed_kind", &self.view.form(c).to_lowercase()));
        if !rebel {
            return None;
        }
        let last = self.discourse.last(|s| s.head < head && matches!(s.actors[..], [a] if armed(a)));
        let mut named = (0..self.table.drafts.len()).filter(|&a| armed(a));
        last.and_then(|s| s.actors.first().copied())
            .or_else(|| named.next().filter(|_| named.next().is_none()))
    }

    /// The side behind a name: "President Ana Ruiz *of Peru*".
    pub(super) fn of_name(&self, name: usize) -> Option<usize> {
        let of = |c: &usize| *c > name && preposition(self.view, *c) == Some("of");
        let mut behind = self.view.children_by(name, "nmod").filter(of);
        let acts = |&a: &usize| {
            matches!(self.table.kind(a), ActorKind::State | ActorKind::Igo | ActorKind::ArmedGroup)
        };
        behind.find_map(|c| self.table.at(c).first().copied().filter(acts))
    }

    /// The side of the person whose deputy or aide the title is: "*Ana Ruiz's* deputy".
    fn superior(&self, head: usize) -> Option<usize> {
        let of = self.view.children_by(head, "nmod").filter(|&c| self.view.word(c).deprel == "nmod:poss");
        let persons = of.filter_map(|c| self.table.at(c).first().copied());
        let person = persons.into_iter().find(|&a| self.table.kind(a) == ActorKind::Person)?;
        Some(self.table.principal(person)).filter(|&s| s != person)
    }

    /// The words of a title with the nouns before it that are no name of a side: "coast guard spokesman".
    pub(super) fn role_text(&self, words: WordRange) -> String {
        let mut start = words.start as usize;
        let sentence = self.view.sentence(start).start as usize;
        while start > sentence {
            let before = start - 1;
            let part = matches!(self.view.word(before).relation(), "compound" | "amod")
                && matches!(self.view.word(before).upos, "NOUN" | "ADJ" | "PROPN")
                && self.hit_of[before].is_none_or(|h| {
                    let senses = [Sense::Person, Sense::Place, Sense::City];
                    self.hits[h].readings.iter().all(|r| senses.contains(&r.sense))
                });
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
    pub(super) fn side_of_title(&mut self, words: WordRange, head: usize) -> Option<usize> {
        let organ = self.view.children(head).iter().map(|&c| c as usize).chain(words.range()).find_map(|c| {
            let (noun, _) = noun_at(self.view, self.lexicon, c)?;
            matches!(noun.stands, Stands::State | Stands::Body).then(|| self.view.form(c).to_lowercase())
        });
        // "In Lima, government spokeswoman Ana Ruiz": the scene says more than the government spoken of before.
        if self.turn_of[head].is_none()
            && let Some(side) = self.scene(head)
        {
            return Some(side);
        }
        if let Some(organ) = organ
            && let Some(seen) =
                self.discourse.last(|s| s.noun == organ || s.noun.ends_with(&format!(" {organ}")))
            && let [actor] = seen.actors[..]
        {
            return Some(self.table.principal(actor));
        }
        if self.turn_of[head].is_some() {
            return self.side_of_speaker(head);
        }
        if let Some(body) = self.secretariat(words, head) {
            return Some(body);
        }
        if let Some(issuer) = self.issuer(words) {
            return Some(issuer);
        }
        if let Some(host) = self.visited(head) {
            return Some(host);
        }
        let own = extent(self.view, head);
        let own = WordRange::new(own.start.min(words.start) as usize, own.end.max(words.end) as usize);
        // Only states have governments and ministries, and ministers.
        let of_state = self.view.children(head).iter().map(|&c| c as usize).chain(words.range()).any(|c| {
            noun_at(self.view, self.lexicon, c).is_some_and(|n| n.0.stands == Stands::State)
                || title_at(self.view, self.lexicon, c).is_some_and(|t| t.0.role == Role::Minister)
        });
        let clause = clause_of(self.view, head);
        let mut barred = self.opposed(clause, head);
        barred.extend(self.admonished(clause));
        barred.extend(self.guests(head));
        barred.extend(self.visitors(clause, head));
        let known = Known {
            bodies: !of_state,
            barred: &barred,
            announced: self.announced(clause).filter(|a| !barred.contains(a)),
            place: self.seat_of_saying(clause, head).filter(|a| !barred.contains(a)),
        };
        self.discourse.side_among(self.view, &self.table, head, own, true, known)
    }

    /// The state to whose capital somebody goes to see the one at `head`: "flies to Lima on Monday for talks with President Ana
    /// Ruiz".
    fn visited(&mut self, head: usize) -> Option<usize> {
        let view = self.view;
        let is = |class, word: usize| self.lexicon.meeting.is(class, view.lemma(word));
        let met = std::iter::successors(Some(head), |&w| view.head(w)).take(4).find(|&w| {
            is("noun", w) && view.word(w).upos == "NOUN" || is("verb", w) && view.word(w).upos == "VERB"
        })?;
        let above = std::iter::successors(view.head(met), |&w| view.head(w)).take(3);
        let goes = above
            .filter(|&v| (is("go-verb", v) || is("send-verb", v)) && !is("stay-verb", v))
            .find(|&v| v < head)?;
        let place = view
            .children_by(goes, "obl")
            .find(|&c| c < head && matches!(preposition(view, c), Some("to" | "in")))?;
        let hit = &self.hits[self.hit_of[place]?];
        let index = hit.reading(&[Sense::Capital]).and_then(|r| r.index)?;
        Some(self.table.known(&self.lexicon.gazetteer.known[index as usize]))
    }

    /// Whose officer officialese means by "The Foreign Secretary": that of the government which the text names in full with a
    /// capital and then calls "the Government".
    fn issuer(&self, title: WordRange) -> Option<usize> {
        let view = self.view;
        let first = title.start as usize;
        let article = first.checked_sub(1).is_some_and(|a| matches!(view.form(a), "The" | "the"));
        let capital = view.form(first).starts_with(char::is_uppercase);
        let government = |w: &usize| view.form(*w) == "Government" && *w + 1 < view.len();
        let short = |w: usize| view.form(w + 1) != "of" && w > 0 && matches!(view.form(w - 1), "The" | "the");
        let before = || (first.saturating_sub(400)..first).filter(government);
        if !article || !capital || !before().any(short) {
            return None;
        }
        let full = before().find(|&w| view.form(w + 1) == "of" && !self.table.at(w).is_empty())?;
        self.table.at(full).first().copied().filter(|&a| self.table.kind(a) == ActorKind::State)
    }

    /// The body whose "Secretary-General" a text names without it: the one spoken of in this sentence or the last, else the United
    /// Nations where the text knows them.
    fn secretariat(&mut self, words: WordRange, head: usize) -> Option<usize> {
        let title = title_at(self.view, self.lexicon, head).filter(|t| t.0.role == Role::Igo)?;
        let form = self.view.span(title.1).of(self.view.text).to_lowercase();
        if !form.replace([' ', '-'], "").contains("secretarygeneral") {
            return None;
        }
        let sentence = self.view.sentence_index(head);
        let igo = |a: usize| self.table.kind(a) == ActorKind::Igo;
        let near = self.discourse.last(|s| {
            s.sentence + 1 >= sentence
                && s.sentence <= sentence
                && s.head < words.start as usize
                && matches!(s.actors[..], [a] if igo(a))
        });
        let near = near.and_then(|s| s.actors.first().copied());
        let known = near.or_else(|| ["UN", "UNSC", "UNGA"].iter().find_map(|id| self.table.find(id)))?;
        // "the Security Council": an organ has its body's.
        let key = self.table.drafts[known].actor.key.clone();
        let above = self.lexicon.gazetteer.by_id(&key).and_then(|k| k.of);
        let above =
            above.filter(|&of| self.lexicon.gazetteer.by_id(of).is_some_and(|k| k.kind == ActorKind::Igo));
        above.and_then(|of| self.table.by_id(self.lexicon, of)).or(Some(known))
    }

    /// The sides that the subject at `head` of `verb` is not on: whom it warns or accuses, or, where it answers, whose
    /// words it rejects.
    fn opposed(&self, verb: usize, head: usize) -> Vec<usize> {
        let view = self.view;
        let lemma = view.lemma(verb).to_lowercase();
        if !self.acts_in(verb, head) || !self.lexicon.roles.is("opposing", &lemma) {
            return Vec::new();
        }
        let against = view
            .children_by(verb, "obl")
            .filter(|&c| preposition(view, c).is_some_and(|p| matches!(p, "on" | "to" | "against" | "from")));
        let objects = view.children_by(verb, "obj").chain(view.children_by(verb, "iobj")).chain(against);
        let states = objects
            .flat_map(|o| self.table.at(o).iter().map(|&a| self.table.principal(a)))
            .filter(|&a| self.table.kind(a) == ActorKind::State);
        states.collect()
    }

    /// The sides of whom the person at `head` is said to have received: "Minister Ana Ruiz, who received the Chilean envoy".
    fn guests(&self, head: usize) -> Vec<usize> {
        let view = self.view;
        let relatives =
            [Some(head), view.head(head)].into_iter().flatten().flat_map(|h| view.children_by(h, "acl"));
        let hosts = relatives.filter(|&c| {
            self.lexicon.meeting.is("host-verb", view.lemma(c)) && view.child(c, "aux").is_none()
        });
        let guests = hosts.flat_map(|c| view.children_by(c, "obj")).flat_map(|o| self.owners(o));
        guests.map(|a| self.table.principal(a)).filter(|&a| self.table.kind(a) == ActorKind::State).collect()
    }

    /// Whom the words told by `verb` say to do something: "Peru must wait," Foreign Minister Ana Ruiz said.
    fn admonished(&self, verb: usize) -> Vec<usize> {
        let view = self.view;
        let must = |c: &usize| view.children_by(*c, "aux").any(|a| matches!(view.form(a), "must" | "should"));
        let named = |s: &usize| view.word(*s).upos == "PROPN";
        let subjects = view.children_by(verb, "ccomp").filter(must).filter_map(|c| view.child(c, "nsubj"));
        let states = subjects.filter(named).flat_map(|s| self.table.at(s).iter().copied());
        states.filter(|&a| self.table.kind(a) == ActorKind::State).collect()
    }

    /// The sides of who meets or visits the one at `head`: "the ambassador called on Prime Minister Ana Ruiz".
    fn visitors(&self, verb: usize, head: usize) -> Vec<usize> {
        let view = self.view;
        let is = |class| self.lexicon.meeting.is(class, view.lemma(verb));
        let calls = view.lemma(verb) == "call" && verb < head && view.form(verb + 1) == "on";
        let Some(subject) = view.child(verb, "nsubj").filter(|&s| s < verb && verb < head) else {
            return Vec::new();
        };
        if !(is("verb") || is("visit-verb") || is("host-verb") || calls) {
            return Vec::new();
        }
        let sides = self.table.at(subject).iter().map(|&a| self.table.principal(a));
        sides.filter(|&a| self.table.kind(a) == ActorKind::State).collect()
    }

    /// Whether the person or title at `head` is the subject of `verb`.
    fn acts_in(&self, verb: usize, head: usize) -> bool {
        let subject = self.view.child(verb, "nsubj");
        // "Secretary of *State* Ana Ruiz" ends two words below the name.
        let above =
            |s: usize| std::iter::successors(Some(head), |&w| self.view.head(w)).take(3).any(|w| w == s);
        subject.is_some_and(|s| self.view.head(s) == Some(head) || above(s))
    }

    /// The state of which the clause told by `verb` says what it will do.
    fn announced(&self, verb: usize) -> Option<usize> {
        let view = self.view;
        if !self.lexicon.roles.is("announcing", &view.lemma(verb).to_lowercase()) {
            return None;
        }
        // "said there was no money, *adding* that Peru would wait"
        let adds = |&v: &usize| v > verb && self.lexicon.roles.is("announcing", view.lemma(v));
        let told = [verb].into_iter().chain(view.children_by(verb, "advcl").filter(adds));
        let told = told.filter_map(|v| view.child(v, "ccomp").filter(|&c| c > v));
        // "said that Peru would wait", "was not afraid"
        let minded =
            |c: usize| view.child(c, "cop").is_some() && self.lexicon.roles.is("minded", view.lemma(c));
        let will = |c: usize| {
            view.children_by(c, "aux").any(|a| matches!(view.form(a), "will" | "would")) || minded(c)
        };
        let subjects = told.filter(|&c| will(c)).filter_map(|c| view.child(c, "nsubj"));
        let state = |s: usize| match *self.table.at(s) {
            [state] if self.table.kind(state) == ActorKind::State && view.word(s).upos == "PROPN" => {
                Some(state)
            }
            _ => None,
        };
        subjects.filter_map(state).next()
    }

    /// The state, spoken of in the text, in whose capital the subject at `head` of `verb` says something.
    fn seat_of_saying(&self, verb: usize, head: usize) -> Option<usize> {
        let view = self.view;
        if !self.acts_in(verb, head) {
            return None;
        }
        let direct = view.children_by(verb, "obl");
        // "told a news conference in Lima", however the parse hung the hearers.
        let heard = ["obj", "iobj", "obl"].into_iter().flat_map(|r| view.children_by(verb, r));
        let places = direct.chain(heard.flat_map(|o| view.children_by(o, "nmod")));
        places.filter(|&c| preposition(view, c) == Some("in")).find_map(|c| self.state_of_place(c))
    }
}
