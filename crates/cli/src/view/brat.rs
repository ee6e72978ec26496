//! Standoff annotation of the brat tool: text-bound T, events E, relations R, attributes A, notes #.
//!
//! Offsets are Unicode scalars into the text, which stands beside the file as `.txt`. A span that runs over a
//! line break becomes several fragments, as brat demands.

use super::page::{Page, label, one_line};
use demarche_record::{Party, Record, Span};
use std::collections::HashMap;
use std::fmt::Write;

/// The `.ann` file of `record`.
pub fn brat(record: &Record) -> String {
    let mut out =
        Standoff { page: Page::new(record), lines: String::new(), texts: HashMap::new(), counts: [0; 5] };
    for entity in &record.entities {
        out.text(entity.r#type.name(), &entity.spans);
    }
    for date in &record.dates {
        if let Some(t) = out.text(&format!("TIMEX3_{}", label(date.r#type)), &date.spans) {
            out.note(&t, &date.value);
        }
    }
    for actor in &record.actors {
        out.mentions(&label(actor.kind).replace(' ', "_"), &actor.id, &actor.spans);
    }
    for a in &record.attributions {
        let Some(cue) = out.text("Cue", if a.cue.is_empty() { &a.content } else { &a.cue }) else { continue };
        let source = out.text("Source", &a.source);
        let content = out.text("Content", &a.content);
        let roles = [("Source", source), ("Content", content)];
        let event = out.event("Cue", &cue, roles.into_iter().filter_map(|(r, t)| Some((r.to_owned(), t?))));
        out.attribute("Mode", &event, &label(a.mode));
    }
    for e in &record.events {
        let Some(trigger) = out.text(e.r#type.name(), &e.trigger) else { continue };
        let roles = out.parties("Source", &e.source).into_iter().chain(out.parties("Target", &e.target));
        let event = out.event(e.r#type.name(), &trigger, roles.collect::<Vec<_>>());
        out.attribute("Status", &event, &label(e.status));
    }
    for m in &record.meetings {
        let Some(trigger) = out.text("Meeting", m.spans.get(..1).unwrap_or_default()) else { continue };
        let roles = out.parties("Party", &m.parties);
        let event = out.event("Meeting", &trigger, roles);
        out.attribute("Status", &event, &label(m.status));
    }
    for c in &record.commitments {
        let Some(whole) = out.text(&capital(&label(c.kind)), &c.spans) else { continue };
        let options = c.options.iter().map(|o| ("Option", Some(o)));
        let parts = [("If", c.r#if.as_ref()), ("Then", c.then.as_ref()), ("What", c.what.as_ref())];
        for (role, clause) in parts.into_iter().chain(options) {
            let Some(clause) = clause else { continue };
            let Some(text) = out.text(role, &clause.spans) else { continue };
            if clause.negated {
                out.attribute("Negated", &text, "");
            }
            out.relation(role, &whole, &text);
        }
    }
    for n in &record.notices {
        if let Some(t) = out.text(&format!("Notice_{}", n.kind), &n.spans) {
            out.note(&t, &n.message);
        }
    }
    out.lines
}

struct Standoff<'a> {
    page: Page<'a>,
    lines: String,
    /// Texts that were written, by type and fragments.
    texts: HashMap<(String, Vec<Span>), String>,
    /// How many T, E, R, A and # there are.
    counts: [usize; 5],
}

impl Standoff<'_> {
    fn next(&mut self, letter: usize) -> String {
        self.counts[letter] += 1;
        format!("{}{}", ["T", "E", "R", "A", "#"][letter], self.counts[letter])
    }

    /// A text-bound annotation, written once; `None` where the spans hold no letter.
    fn text(&mut self, kind: &str, spans: &[Span]) -> Option<String> {
        let fragments = fragments(&self.page, spans);
        fragments.first()?;
        let key = (kind.to_owned(), fragments);
        if let Some(id) = self.texts.get(&key) {
            return Some(id.clone());
        }
        let id = self.next(0);
        let places: Vec<String> = key.1.iter().map(|s| format!("{} {}", s[0], s[1])).collect();
        let words: Vec<&str> = key.1.iter().map(|&s| self.page.cited(s)).collect();
        let kind = kind.replace([' ', '\t'], "_");
        let _ =
            writeln!(self.lines, "{id}\t{kind} {}\t{}", places.join(";"), words.join(" ").replace('\t', " "));
        self.texts.insert(key, id.clone());
        Some(id)
    }

    /// All mentions of an actor, each noted with its id, joined as one chain.
    fn mentions(&mut self, kind: &str, id: &str, spans: &[Span]) {
        let texts: Vec<String> =
            spans.iter().filter_map(|&s| self.text(&format!("Actor_{kind}"), &[s])).collect();
        for text in &texts {
            self.note(text, id);
        }
        if texts.len() > 1 {
            let _ = writeln!(self.lines, "*\tSame {}", texts.join(" "));
        }
    }

    fn parties(&mut self, role: &str, parties: &[Party]) -> Vec<(String, String)> {
        let texts: Vec<String> = parties.iter().filter_map(|p| self.text("Party", &p.spans)).collect();
        let name = |i: usize| if i == 0 { role.to_owned() } else { format!("{role}{}", i + 1) };
        texts.into_iter().enumerate().map(|(i, t)| (name(i), t)).collect()
    }

    fn event(
        &mut self,
        kind: &str,
        trigger: &str,
        roles: impl IntoIterator<Item = (String, String)>,
    ) -> String {
        let id = self.next(1);
        let roles: String = roles.into_iter().map(|(role, text)| format!(" {role}:{text}")).collect();
        let _ = writeln!(self.lines, "{id}\t{kind}:{trigger}{roles}");
        id
    }

    fn relation(&mut self, kind: &str, from: &str, to: &str) {
        let id = self.next(2);
        let _ = writeln!(self.lines, "{id}\t{kind} Arg1:{from} Arg2:{to}");
    }

    fn attribute(&mut self, name: &str, of: &str, value: &str) {
        let id = self.next(3);
        let line = format!("{id}\t{name} {of} {value}");
        let _ = writeln!(self.lines, "{}", line.trim_end());
    }

    fn note(&mut self, of: &str, words: &str) {
        let id = self.next(4);
        let _ = writeln!(self.lines, "{id}\tAnnotatorNotes {of}\t{}", one_line(words));
    }
}

/// `spans` in order, joined where they overlap, cut at line breaks, without those that hold no letter.
fn fragments(page: &Page, spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in sorted {
        match joined.last_mut() {
            Some(last) if span[0] <= last[1] => last[1] = last[1].max(span[1]),
            _ => joined.push(span),
        }
    }
    let mut out = Vec::new();
    for [start, end] in joined {
        let mut from = start;
        for (i, _) in page.cited([start, end]).chars().enumerate().filter(|(_, c)| matches!(c, '\n' | '\r')) {
            out.push([from, start + i]);
            from = start + i + 1;
        }
        out.push([from, end]);
    }
    out.retain(|&s| !page.cited(s).trim().is_empty());
    out
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn standoff_of_the_sample() {
        expect![[r#"
            T1	LOC 0 6	Norway
            T2	LOC 51 58	Denmark
            T3	LOC 94 98	Oslo
            T4	PER 131 140	Anna Berg
            T5	TIMEX3_DATE 10 16	Monday
            #1	AnnotatorNotes T5	2024-05-27
            T6	TIMEX3_DATE 102 108	3 June
            #2	AnnotatorNotes T6	2024-06-03
            T7	Actor_state 0 6	Norway
            T8	Actor_state 88 90	it
            #3	AnnotatorNotes T7	NOR
            #4	AnnotatorNotes T8	NOR
            *	Same T7 T8
            T9	Actor_state 51 58	Denmark
            #5	AnnotatorNotes T9	DNK
            T10	Actor_person 111 113	We
            T11	Actor_person 131 140	Anna Berg
            #6	AnnotatorNotes T10	Anna Berg
            #7	AnnotatorNotes T11	Anna Berg
            *	Same T10 T11
            T12	Cue 141 145	told
            T13	Source 131 140	Anna Berg
            T14	Content 110 130	“We will not yield,”
            E1	Cue:T12 Source:T13 Content:T14
            A1	Mode E1 direct
            T15	THREATEN 17 27	threatened
            T16	Party 0 6	Norway
            T17	Party 51 58	Denmark
            E2	THREATEN:T15 Source:T16 Target:T17
            A2	Status E2 occurred
            T18	Meeting 83 98	meet it in Oslo
            T19	Party 62 74	its "allies"
            E3	Meeting:T18 Party:T16 Party2:T19
            A3	Status E3 hypothetical
            T20	Threat 0 108	Norway on Monday threatened to close its ports if <Denmark> & its "allies" did not meet it in Oslo on 3 June
            T21	If 50 108	<Denmark> & its "allies" did not meet it in Oslo on 3 June
            A4	Negated T21
            R1	If Arg1:T20 Arg2:T21
            T22	Then 31 46	close its ports
            R2	Then Arg1:T20 Arg2:T22
            T23	Notice_unbalanced_quote 167 168	“
            #8	AnnotatorNotes T23	A quotation mark without its partner.
        "#]].assert_eq(&brat(&super::super::sample::record()));
    }

    #[test]
    fn every_text_is_what_its_offsets_cite() {
        let record = super::super::sample::record();
        let text: Vec<char> = record.document.text.chars().collect();
        for line in brat(&record).lines().filter(|l| l.starts_with('T')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let places = fields[1].split_once(' ').unwrap().1;
            let cited = places.split(';').map(|p| {
                let (start, end) = p.split_once(' ').unwrap();
                text[start.parse().unwrap()..end.parse().unwrap()].iter().collect::<String>()
            });
            assert_eq!(cited.collect::<Vec<_>>().join(" "), fields[2]);
        }
    }
}
