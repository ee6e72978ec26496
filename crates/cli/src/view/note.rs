//! The terminal view: the record as an analyst's note.
//!
//! In order: what is wrong with the text, who appears, when, the statements, the meetings, the commitments as
//! IF ... THEN ..., the events. Every item stands over the words that prove it, each with its line number.

use super::lines::{Lines, Run};
use super::page::{Page, in_quotes, label, one_line};
use anstyle::{AnsiColor, Style};
use demarche_record::{
    Actor, ActorKind, Attribution, Clause, Commitment, Date, Event, Meeting, PublishedBy, Record, Span,
};

const PLAIN: Style = Style::new();
const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const QUOTE: Style = AnsiColor::Green.on_default();
const HEADING: Style = AnsiColor::Cyan.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default();
const WORD: Style = AnsiColor::Magenta.on_default();

/// How the note is written.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns to wrap at.
    pub width: usize,
    /// Whether each item says which rule or model found it.
    pub explain: bool,
}

/// The note on `record`, with ANSI styles.
pub fn note(record: &Record, options: Options) -> String {
    let mut note =
        Note { page: Page::new(record), lines: Lines::new(options.width), explain: options.explain };
    note.heading();
    note.notices();
    note.actors();
    note.dates();
    note.attributions();
    note.meetings();
    note.commitments();
    note.events();
    note.pairs();
    note.lines.finish()
}

struct Note<'a> {
    page: Page<'a>,
    lines: Lines,
    explain: bool,
}

impl Note<'_> {
    fn heading(&mut self) {
        let document = &self.page.record.document;
        let title = document.title.as_deref().map_or_else(|| one_line(&document.id), one_line);
        self.lines.paragraph((PLAIN, ""), &[(STRONG, &title)]);
        let how = match document.published_by {
            PublishedBy::Given => "given",
            PublishedBy::Metadata => "by its metadata",
            PublishedBy::Inferred => "inferred",
            PublishedBy::Unknown => "unknown",
        };
        let published = match &document.published {
            Some(date) => format!("published {date} ({how})"),
            None => "date of publication unknown".to_owned(),
        };
        let words = document.text.split_whitespace().count();
        let read =
            format!("{published}; {words} words; sha256 {}", document.sha256.get(..12).unwrap_or_default());
        self.lines.paragraph((PLAIN, ""), &[(FAINT, &read)]);
        for candidate in &document.published_candidates {
            let reason = format!("{}: {}", candidate.value, one_line(&candidate.reason));
            self.lines.paragraph((PLAIN, "  "), &[(FAINT, &reason)]);
        }
    }

    fn section(&mut self, name: &str, count: usize) -> bool {
        if count > 0 {
            self.lines.blank();
            self.lines.paragraph((PLAIN, ""), &[(HEADING, name)]);
        }
        count > 0
    }

    /// The words of `spans` with the line of the first.
    fn quote(&mut self, before: &str, spans: &[Span]) {
        let Some(&first) = spans.first() else { return };
        let number = format!("{:>6}  ", self.page.line(first));
        let words = in_quotes(&self.page.quote(spans));
        let before = if before.is_empty() { String::new() } else { format!("{before} ") };
        self.lines.paragraph((FAINT, &number), &[(WORD, &before), (QUOTE, &words)]);
    }

    /// Which rule or model found an item, from which words.
    fn found(&mut self, found_by: &str, from: &[Span]) {
        if !self.explain {
            return;
        }
        let by = format!("found by {found_by}");
        let from = if from.is_empty() {
            String::new()
        } else {
            format!(" from {}", in_quotes(&self.page.quote(from)))
        };
        self.lines.paragraph((PLAIN, "        "), &[(FAINT, &by), (FAINT, &from)]);
    }

    fn item(&mut self, id: &str, runs: &[Run]) {
        self.lines.paragraph((FAINT, id), runs);
    }

    fn notices(&mut self) {
        let notices = &self.page.record.notices;
        if !self.section("WHAT IS WRONG WITH THE TEXT", notices.len()) {
            return;
        }
        for notice in notices {
            let kind = notice.kind.replace('_', " ");
            self.item("  ", &[(WARNING, &kind), (PLAIN, ": "), (PLAIN, &one_line(&notice.message))]);
            for &span in &notice.spans {
                self.quote("", &[shortened(span)]);
            }
        }
    }

    fn actors(&mut self) {
        let actors = &self.page.record.actors;
        if !self.section("WHO", actors.len()) {
            return;
        }
        for actor in actors {
            let about = self.about(actor);
            self.item("  ", &[(STRONG, &one_line(&actor.name)), (PLAIN, &about)]);
            let mentions = self.mentions(actor);
            self.lines.paragraph((PLAIN, "        "), &[(FAINT, &mentions)]);
        }
    }

    /// Kind, id, office and allegiance of an actor.
    fn about(&self, actor: &Actor) -> String {
        let mut parts = vec![label(actor.kind)];
        if actor.kind != ActorKind::Person && actor.id != actor.name {
            parts.push(one_line(&actor.id));
        }
        parts.extend(actor.role.as_deref().map(one_line));
        if let Some(affiliation) = &actor.affiliation {
            parts.push(format!("of {}", self.page.name(affiliation)));
        }
        format!(" – {}", parts.join(", "))
    }

    /// The words by which an actor is named, each once, with the lines where they stand.
    fn mentions(&self, actor: &Actor) -> String {
        let mut forms: Vec<(String, bool, Vec<usize>)> = Vec::new();
        for mention in &actor.mentions {
            let words = self.page.quote(&[mention.span]);
            let line = self.page.line(mention.span);
            match forms.iter_mut().find(|f| f.0 == words && f.1 == mention.coreferent) {
                Some(form) => form.2.push(line),
                None => forms.push((words, mention.coreferent, vec![line])),
            }
        }
        let form = |(words, coreferent, lines): &(String, bool, Vec<usize>)| {
            let mut lines = lines.clone();
            lines.dedup();
            let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
            let mark = if *coreferent { "→" } else { "" };
            format!("{mark}{words} ({})", lines.join(" "))
        };
        forms.iter().map(form).collect::<Vec<_>>().join("; ")
    }

    fn dates(&mut self) {
        let dates = &self.page.record.dates;
        if !self.section("WHEN", dates.len()) {
            return;
        }
        for date in dates {
            self.date(date);
        }
    }

    fn date(&mut self, date: &Date) {
        let value = format!("{:<16}", date.value);
        let words = in_quotes(&self.page.quote(&date.spans));
        let line = date.spans.first().map_or(0, |&s| self.page.line(s));
        let kind = format!(" {}", label(date.r#type).to_lowercase());
        let number = format!("{line:>6}  ");
        self.lines.paragraph((FAINT, &number), &[(STRONG, &value), (QUOTE, &words), (FAINT, &kind)]);
        if !date.candidates.is_empty() {
            // The reasons are those of the dates of publication, which the head of the note lists.
            let values: Vec<&str> = date.candidates.iter().map(|c| c.value.as_str()).collect();
            let other = format!("perhaps {}", values.join(", "));
            self.lines.paragraph((PLAIN, "        "), &[(FAINT, &other)]);
        }
        self.found(&date.found_by, &[]);
    }

    fn attributions(&mut self) {
        let attributions = &self.page.record.attributions;
        if !self.section("WHO SAID WHAT", attributions.len()) {
            return;
        }
        for attribution in attributions {
            self.attribution(attribution);
        }
    }

    fn attribution(&mut self, a: &Attribution) {
        let speaker =
            a.speaker.as_deref().map_or_else(|| self.page.quote(&a.source), |id| self.page.name(id));
        let speaker = if speaker.is_empty() { "(source not named)".to_owned() } else { speaker };
        let stance = a.stance.as_deref().unwrap_or("says");
        let mut about = format!(" {stance}");
        if let Some(addressee) = &a.addressee {
            about += &format!(", to {}", one_line(addressee));
        }
        if let Some(venue) = &a.venue {
            about += &format!(", {}", one_line(venue));
        }
        if let Some(date) = &a.date {
            about += &format!(", {date}");
        }
        let id = format!("  {:<4}", a.id);
        let mode = format!(" ({})", label(a.mode));
        self.item(&id, &[(STRONG, &speaker), (PLAIN, &about), (FAINT, &mode)]);
        self.quote("", &a.content);
        let words: Vec<Span> = a.source.iter().chain(&a.cue).copied().collect();
        self.found(&a.found_by, &words);
    }

    fn meetings(&mut self) {
        let meetings = &self.page.record.meetings;
        if !self.section("WHO MEETS", meetings.len()) {
            return;
        }
        // In the order of time; undated ones after what they follow, in the order of the text.
        let mut order: Vec<&Meeting> = meetings.iter().collect();
        order.sort_by_key(|m| self.begins(m, meetings.len()));
        for meeting in order {
            self.meeting(meeting);
        }
    }

    /// The date by which a meeting is sorted: its own, else that of the meeting it follows.
    fn begins(&self, meeting: &Meeting, most: usize) -> String {
        let mut at = Some(meeting);
        for _ in 0..=most {
            let Some(m) = at else { break };
            if let Some(start) = &m.start {
                return start.clone();
            }
            at = m.after.as_ref().and_then(|id| self.page.record.meetings.iter().find(|m| &m.id == id));
        }
        "~".to_owned()
    }

    fn meeting(&mut self, m: &Meeting) {
        let id = format!("  {:<4}", m.id);
        let when = match (&m.start, &m.end) {
            (Some(start), Some(end)) if start != end => format!("{start} to {end}"),
            (Some(start), _) => start.clone(),
            _ => "date not said".to_owned(),
        };
        let mut about = format!("  {}", self.page.parties(&m.parties));
        for part in [&m.format, &m.forum].into_iter().flatten() {
            about += &format!("; {}", one_line(part));
        }
        if let Some(place) = &m.place {
            about += &format!("; in {}", one_line(place));
        }
        if let Some(after) = &m.after {
            about += &format!("; after {after}");
        }
        let status = format!(" ({})", label(m.status));
        self.item(&id, &[(STRONG, &when), (PLAIN, &about), (FAINT, &status)]);
        for head in &m.heads {
            let whom =
                head.r#for.as_deref().map_or(String::new(), |id| format!(" for {}", self.page.name(id)));
            let led = format!("led by {}{whom}", self.page.name(&head.actor));
            self.lines.paragraph((PLAIN, "        "), &[(PLAIN, &led)]);
        }
        if !m.topics.is_empty() {
            let topics =
                format!("on {}", m.topics.iter().map(|t| one_line(t)).collect::<Vec<_>>().join("; "));
            self.lines.paragraph((PLAIN, "        "), &[(PLAIN, &topics)]);
        }
        for &span in &m.spans {
            self.quote("", &[span]);
        }
        self.found(&m.found_by, &[]);
    }

    fn commitments(&mut self) {
        let commitments = &self.page.record.commitments;
        if !self.section("WHO BINDS WHOM", commitments.len()) {
            return;
        }
        for commitment in commitments {
            self.commitment(commitment);
        }
    }

    fn commitment(&mut self, c: &Commitment) {
        let id = format!("  {:<4}", c.id);
        let kind = label(c.kind).to_uppercase();
        let by = if c.by.is_empty() { "?".to_owned() } else { self.page.names(&c.by) };
        let mut who = format!("  {by}");
        if !c.towards.is_empty() {
            who += &format!(" → {}", self.page.names(&c.towards));
        }
        let known = c.attribution.as_ref().map_or(String::new(), |a| format!(" (said in {a})"));
        self.item(&id, &[(STRONG, &kind), (PLAIN, &who), (FAINT, &known)]);
        self.clause("IF", c.r#if.as_ref());
        self.clause("THEN", c.then.as_ref());
        self.clause("WHAT", c.what.as_ref());
        for option in &c.options {
            self.clause("EITHER", Some(option));
        }
        self.found(&c.found_by, &c.spans);
    }

    fn clause(&mut self, word: &str, clause: Option<&Clause>) {
        let Some(clause) = clause else { return };
        let mut before = word.to_owned();
        if clause.negated {
            before += " NOT";
        }
        let mut about: Vec<String> = Vec::new();
        if !clause.actor.is_empty() {
            about.push(self.page.names(&clause.actor));
        }
        about.extend(clause.r#type.map(label));
        about.extend(clause.event.clone());
        if !about.is_empty() {
            before += &format!(" [{}]", about.join(", "));
        }
        self.quote(&before, &clause.spans);
    }

    fn events(&mut self) {
        let events = &self.page.record.events;
        if !self.section("WHO DID WHAT TO WHOM", events.len()) {
            return;
        }
        for event in events {
            self.event(event);
        }
    }

    fn event(&mut self, e: &Event) {
        let id = format!("  {:<4}", e.id);
        let or_nobody = |names: String| if names.is_empty() { "?".to_owned() } else { names };
        let source = or_nobody(self.page.parties(&e.source));
        let target = self.page.parties(&e.target);
        let mut kind = format!("{:<10}", e.r#type.name());
        if let Some(mode) = &e.mode {
            kind = format!("{}/{mode} ", e.r#type.name());
        }
        let mut about = source;
        if !target.is_empty() {
            about += &format!(" → {target}");
        }
        if let Some(m) = &e.magnitude {
            let sign = if m.approximate { "about " } else { "" };
            let unit = m.unit.as_deref().map_or(String::new(), |u| format!(" {}", one_line(u)));
            about += &format!("; {sign}{}{unit}", m.value);
        }
        if let Some(place) = &e.place {
            about += &format!("; {}", one_line(place));
        }
        if let Some(date) = &e.date {
            about += &format!("; {date}");
        }
        if !e.contexts.is_empty() {
            about += &format!("; {}", e.contexts.join(", "));
        }
        let mut status = format!(" ({}", label(e.status));
        if let Some(attribution) = &e.attribution {
            status += &format!(", said in {attribution}");
        }
        status.push(')');
        self.item(&id, &[(STRONG, &kind), (PLAIN, &about), (FAINT, &status)]);
        self.quote("", &e.trigger);
        let sure = e.confidence.map_or(String::new(), |c| format!(" (certainty {c})"));
        let words: Vec<Span> = e.source.iter().chain(&e.target).flat_map(|p| p.spans.clone()).collect();
        self.found(&format!("{}{sure}", e.found_by), &words);
    }

    fn pairs(&mut self) {
        let Some(pairs) = &self.page.record.pairs else { return };
        if !self.section("ASKED PAIRS", pairs.len()) {
            return;
        }
        for (i, pair) in pairs.iter().enumerate() {
            let number = format!("  {:<4}", i + 1);
            let score = pair.scores.get(&pair.r#type).map_or(String::new(), |s| format!(" {s:.2}"));
            self.item(&number, &[(STRONG, &pair.r#type), (FAINT, &score)]);
        }
    }
}

/// At most the first 200 scalars of a span: a notice may point at a whole page.
fn shortened(span: Span) -> Span {
    [span[0], span[1].min(span[0] + 200)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn plain(explain: bool, width: usize) -> String {
        let styled = note(&super::super::sample::record(), Options { width, explain });
        anstream::adapter::strip_str(&styled).to_string()
    }

    #[test]
    fn a_record_reads_as_a_note() {
        expect![[r#"
            Ports & allies
            published 2024-05-28 (inferred); 34 words; sha256 00ff00ff00ff
              2024-05-28: “Monday” and “3 June” allow it.

            WHAT IS WRONG WITH THE TEXT
              unbalanced quote: A quotation mark without its partner.
                 2  ““”

            WHO
              Norway – state, NOR
                    Norway (1); →it (1)
              Denmark – state, DNK
                    Denmark (1)
              Anna Berg – person, Foreign Minister, of Denmark
                    Anna Berg (2); →We (2)

            WHEN
                 1  2024-05-27      “Monday” date
                 1  2024-06-03      “3 June” date
                    perhaps 2025-06-03

            WHO SAID WHAT
              a1  Anna Berg asserts, the Tidende (direct)
                 2  “We will not yield,”

            WHO MEETS
              m1  2024-06-03  Norway, its "allies"; talks; in Oslo (hypothetical)
                    led by Anna Berg for Denmark
                    on ports
                 1  “meet it in Oslo”

            WHO BINDS WHOM
              c1  THREAT  Norway → Denmark
                 1  IF NOT [Denmark, CONSULT] “<Denmark> & its "allies" did not meet it in
                    Oslo on 3 June”
                 1  THEN [Norway, COERCE, e1] “close its ports”

            WHO DID WHAT TO WHOM
              e1  THREATEN/restrict Norway → Denmark; about 2 ports; 2024-05-27; economic
                  (occurred)
                 1  “threatened”
        "#]]
        .assert_eq(&plain(false, 80));
    }

    #[test]
    fn explanations_name_rule_and_words() {
        let note = plain(true, 100);
        assert!(note.contains("found by rule:quote-verb from “Anna Berg ... told”"), "{note}");
        assert!(note.contains("found by rule:verb (certainty 0.91)"), "{note}");
    }

    #[test]
    fn no_text_drives_the_terminal() {
        let mut record = super::super::sample::record();
        record.document.text = record.document.text.replace("Oslo", "\u{1b}[2J");
        record.actors[0].name = "\u{1b}]0;x".to_owned();
        assert!(
            !anstream::adapter::strip_str(&note(&record, Options { width: 80, explain: true }))
                .to_string()
                .contains('\u{1b}')
        );
    }
}
