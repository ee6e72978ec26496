//! Rows for a person, a function for each question.

use super::print::{FAINT, MARGIN, PLAIN, QUOTE, STRONG, Sheet, WARNING, besides, names, once, sources};
use crate::view::page::one_line;
use demarche_casefile::ask::{
    ActorRow, DocumentRow, EventRow, FOUND, Hit, LivingCommitment, MeetingRow, Moment, Page, Quote,
    StatementRow,
};
use std::collections::BTreeMap;

/// Nothing was found, or so many were left out.
fn end<T>(mut sheet: Sheet, page: &Page<T>, what: &str, left_out: &str) -> String {
    if page.rows.is_empty() {
        return format!("no {what}\n");
    }
    sheet.more(page.rows.len(), page.total, left_out);
    sheet.finish()
}

/// Days in the order of time, what happened under each.
pub fn timeline(page: &Page<Moment>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    let mut last = None;
    // What becomes of one item stands on several lines.
    let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (line, moment) in page.rows.iter().enumerate() {
        of.entry(&moment.id).or_default().push(line);
    }
    let mut quotes: Vec<Vec<Quote>> = vec![Vec::new(); page.rows.len()];
    for lines in of.values() {
        let all: Vec<&[Quote]> = lines.iter().map(|line| &page.rows[*line].quotes[..]).collect();
        lines.iter().zip(once(&all)).for_each(|(line, left)| quotes[*line] = left);
    }
    for (moment, quotes) in page.rows.iter().zip(&quotes) {
        if last.as_ref() != Some(&moment.day) {
            if last.is_some() {
                sheet.lines.blank();
            }
            sheet.heading(moment.day.as_deref().unwrap_or("no day"));
            last = Some(moment.day.clone());
        }
        let status = moment.status.replace('_', " ");
        let kind = match moment.kind.as_str() {
            "change" => format!("{} ", status.to_uppercase()),
            _ => String::new(),
        };
        let mut about = Vec::new();
        if moment.kind != "change" {
            about.push(status);
        }
        if moment.reported && moment.kind != "commitment" {
            about.push("day of the report".to_owned());
        }
        if moment.sources > 1 {
            about.push(format!("{} sources", moment.sources));
        }
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
        sheet.row(&moment.id, &[(WARNING, &kind), (PLAIN, &one_line(&moment.what)), (FAINT, &about)]);
        sheet.quotes(quotes);
    }
    end(sheet, page, "such moments", "earlier moments")
}

/// Who appears.
pub fn actors(page: &Page<ActorRow>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for actor in &page.rows {
        let mut about = vec![actor.kind.replace('_', " ")];
        if actor.id != actor.name {
            about.push(one_line(&actor.id));
        }
        about.extend(actor.roles.iter().map(|r| one_line(r)));
        about.extend(actor.side.iter().map(|s| format!("of {}", one_line(s))));
        let about = format!(" – {}", about.join(", "));
        let plural = if actor.documents == 1 { "" } else { "s" };
        let counts = format!(" ({} document{plural}, named {} times)", actor.documents, actor.mentions);
        sheet
            .lines
            .paragraph((PLAIN, "  "), &[(STRONG, &one_line(&actor.name)), (PLAIN, &about), (FAINT, &counts)]);
    }
    end(sheet, page, "such actors", "actors that fewer documents name")
}

/// Who said what.
pub fn said(page: &Page<StatementRow>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for row in &page.rows {
        let speaker = row.speaker.as_ref().map_or("(source not named)".to_owned(), |w| one_line(&w.name));
        let mut about = format!(" {}", row.stance.as_deref().unwrap_or("says"));
        if let Some(to) = &row.addressee {
            about += &format!(", to {}", one_line(to));
        }
        if let Some(venue) = &row.venue {
            about += &format!(", {}", one_line(venue));
        }
        let day = row.day.as_deref().or(row.known.as_deref()).unwrap_or("no day");
        let mode = format!(" ({}, {day}{})", row.mode, sources(row.sources));
        sheet.row(&row.id, &[(STRONG, &speaker), (PLAIN, &about), (FAINT, &mode)]);
        sheet.differences(&row.differences);
        sheet.quotes(&row.quotes);
    }
    end(sheet, page, "such statements", "earlier statements")
}

/// Who did what to whom.
pub fn events(page: &Page<EventRow>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for row in &page.rows {
        event(&mut sheet, row);
    }
    end(sheet, page, "such events", "earlier events")
}

/// One event.
fn event(sheet: &mut Sheet, e: &EventRow) {
    let mode = e.mode.as_ref().map(|m| format!("/{m}")).unwrap_or_default();
    let kind = format!("{}{mode} ", e.r#type);
    let mut about = names(&e.source);
    if !e.target.is_empty() {
        about += &format!(" → {}", names(&e.target));
    }
    for part in [&e.magnitude, &e.place].into_iter().flatten() {
        about += &format!("; {}", one_line(part));
    }
    if !e.contexts.is_empty() {
        about += &format!("; {}", e.contexts.join(", "));
    }
    let day = match (&e.day, &e.last, &e.known) {
        (Some(day), Some(last), _) if day != last => format!("{day} to {last}"),
        (Some(day), ..) => day.clone(),
        (None, _, Some(known)) => format!("reported {known}"),
        _ => "no day".to_owned(),
    };
    let said = e.said_by.as_ref().map(|w| format!(", so says {}", one_line(&w.name))).unwrap_or_default();
    let status = format!(" ({}, {day}{said}{})", e.status, sources(e.sources));
    sheet.row(&e.id, &[(STRONG, &kind), (PLAIN, &about), (FAINT, &status)]);
    sheet.differences(&e.differences);
    sheet.quotes(&e.quotes);
}

/// Who meets.
pub fn meetings(page: &Page<MeetingRow>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for m in &page.rows {
        let when = match (&m.start, &m.end) {
            (Some(start), Some(end)) if start != end => format!("{start} to {end}"),
            (Some(start), _) => start.clone(),
            _ => "date not said".to_owned(),
        };
        let mut about = format!("  {}", names(&m.parties));
        for part in [&m.format, &m.forum].into_iter().flatten() {
            about += &format!("; {}", one_line(part));
        }
        if let Some(place) = &m.place {
            about += &format!("; in {}", one_line(place));
        }
        if let Some(after) = &m.after {
            about += &format!("; after {after}");
        }
        let state = format!(" ({}{})", m.state.replace('_', " "), sources(m.sources));
        sheet.row(&m.id, &[(STRONG, &when), (PLAIN, &about), (FAINT, &state)]);
        if !m.heads.is_empty() {
            sheet.under(&[(PLAIN, &format!("led by {}", names(&m.heads)))]);
        }
        if !m.topics.is_empty() {
            let topics = m.topics.iter().map(|t| one_line(t)).collect::<Vec<_>>().join("; ");
            sheet.under(&[(PLAIN, &format!("on {topics}"))]);
        }
        sheet.differences(&m.differences);
        sheet.changes(&m.changes);
        sheet.quotes(&besides(&m.quotes, &m.changes));
    }
    end(sheet, page, "such meetings", "earlier meetings")
}

/// Who binds whom.
pub fn commitments(page: &Page<LivingCommitment>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for c in &page.rows {
        let kind = crate::view::page::label(c.row.kind).to_uppercase();
        let mut who = format!("  {}", names(&c.who));
        if !c.whom.is_empty() {
            who += &format!(" → {}", names(&c.whom));
        }
        let known = c.row.known.as_deref().map(|k| format!(", since {k}")).unwrap_or_default();
        let state = format!(" ({}{known}{})", c.row.state.replace('_', " "), sources(c.row.sources));
        sheet.row(&c.row.id, &[(STRONG, &kind), (PLAIN, &who), (FAINT, &state)]);
        sheet.quotes(&c.quotes);
        sheet.changes(&c.changes);
    }
    end(sheet, page, "such commitments", "earlier commitments")
}

/// What was read.
pub fn documents(page: &Page<DocumentRow>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for d in &page.rows {
        let day = format!("{:<MARGIN$}", d.published.as_deref().unwrap_or("undated"));
        let title = d.title.as_deref().map_or_else(|| one_line(&d.id), one_line);
        let mut about = Vec::new();
        if d.title.is_some() {
            about.push(one_line(&d.id));
        }
        about.extend(d.outlet.iter().map(|o| one_line(o)));
        if d.published.is_some() && d.published_by != "given" {
            about.push(format!(
                "day {}",
                if d.published_by == "metadata" { "by its metadata" } else { &d.published_by }
            ));
        }
        about.push(format!("{} items", d.items));
        about.extend(d.copy_of.iter().map(|c| format!("near-copy of {}", one_line(c))));
        let about = format!(" – {}", about.join(", "));
        sheet.lines.paragraph((STRONG, &day), &[(PLAIN, &title), (FAINT, &about)]);
    }
    end(sheet, page, "documents", "earlier documents")
}

/// Texts that have the words.
pub fn search(page: &Page<Hit>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for hit in &page.rows {
        let day = format!("{:<MARGIN$}", hit.published.as_deref().unwrap_or("undated"));
        let title = hit.title.as_deref().map_or_else(|| one_line(&hit.document), one_line);
        let from = match &hit.outlet {
            Some(outlet) => format!(" – {}, {}", one_line(outlet), one_line(&hit.document)),
            None => format!(" – {}", one_line(&hit.document)),
        };
        sheet.lines.paragraph((STRONG, &day), &[(PLAIN, &title), (FAINT, &from)]);
        let parts: Vec<(usize, String)> = hit.snippet.split(FOUND).map(spaced).enumerate().collect();
        let runs: Vec<_> = parts
            .iter()
            .map(|(n, part)| (if n % 2 == 1 { QUOTE.bold() } else { QUOTE }, part.as_str()))
            .collect();
        sheet.under(&runs);
    }
    end(sheet, page, "text with these words", "further texts")
}

/// On one line, as `one_line` does it, with the spaces at both ends kept.
fn spaced(text: &str) -> String {
    let line = one_line(text);
    let before = if text.starts_with(char::is_whitespace) && !line.is_empty() { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{line}{after}")
}
