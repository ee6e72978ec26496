//! One self-contained page: the text with every cited span marked, the record beside it.
//!
//! No script: each item has a class of its own, borne by its card and by the stretches of text that it cites;
//! one style rule an item (`:has(.a1:hover) .a1`) lights all of them together. Overlapping spans are cut into
//! stretches at every boundary, and a stretch bears the classes of all items that cite it.

use super::page::{Page, label, one_line};
use demarche_record::{ActorKind, Clause, Party, Record, Span};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The page for `record`.
pub fn html(record: &Record) -> String {
    let page = Page::new(record);
    let sections = sections(&page);
    let title = record.document.title.as_deref().unwrap_or(&record.document.id);
    let mut out = String::new();
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{}{}</style>\n</head>\n",
        escape(&one_line(title)),
        include_str!("page.css"),
        light_together(&sections),
    );
    let _ = write!(
        out,
        "<body>\n<header><h1>{}</h1><p>{}</p></header>\n<main>\n<article aria-label=\"The text\">\n{}</article>\n<aside aria-label=\"The record\">\n{}</aside>\n</main>\n</body>\n</html>\n",
        escape(&one_line(title)),
        about(record),
        marked_text(&page, &sections),
        cards(&page, &sections),
    );
    out
}

/// The items of one list of the record.
struct Section {
    heading: &'static str,
    /// Class of every item in it.
    class: &'static str,
    items: Vec<Item>,
}

/// One item: its own class, what its card says, the spans it cites.
struct Item {
    class: String,
    /// HTML.
    title: String,
    /// HTML.
    body: String,
    /// Spans that the card quotes.
    quoted: Vec<Span>,
    /// Spans that are marked in the text.
    cited: Vec<Span>,
}

fn sections(page: &Page) -> Vec<Section> {
    vec![
        Section { heading: "What is wrong with the text", class: "not", items: notices(page) },
        Section { heading: "Who", class: "act", items: actors(page) },
        Section { heading: "When", class: "dat", items: dates(page) },
        Section { heading: "Who said what", class: "att", items: attributions(page) },
        Section { heading: "Who meets", class: "mee", items: meetings(page) },
        Section { heading: "Who binds whom", class: "com", items: commitments(page) },
        Section { heading: "Who did what to whom", class: "eve", items: events(page) },
        Section { heading: "Other names", class: "ent", items: names(page) },
    ]
}

fn notices(page: &Page) -> Vec<Item> {
    let notice = |(i, n): (usize, &demarche_record::Notice)| Item {
        class: format!("n{}", i + 1),
        title: escape(&n.kind.replace('_', " ")),
        body: escape(&one_line(&n.message)),
        quoted: Vec::new(),
        cited: n.spans.clone(),
    };
    page.record.notices.iter().enumerate().map(notice).collect()
}

fn actors(page: &Page) -> Vec<Item> {
    let actor = |(i, a): (usize, &demarche_record::Actor)| {
        let mut about = vec![label(a.kind)];
        if a.kind != ActorKind::Person && a.id != a.name {
            about.push(one_line(&a.id));
        }
        about.extend(a.role.as_deref().map(one_line));
        about.extend(a.affiliation.as_deref().map(|id| format!("of {}", page.name(id))));
        let mentions = match a.spans.len() {
            1 => "1 mention".to_owned(),
            n => format!("{n} mentions"),
        };
        Item {
            class: format!("w{}", i + 1),
            title: escape(&one_line(&a.name)),
            body: escape(&format!("{} · {mentions}", about.join(", "))),
            quoted: Vec::new(),
            cited: a.spans.clone(),
        }
    };
    page.record.actors.iter().enumerate().map(actor).collect()
}

fn dates(page: &Page) -> Vec<Item> {
    let date = |d: &demarche_record::Date| Item {
        class: d.id.clone(),
        title: escape(&d.value),
        body: format!("{} <q>{}</q>", label(d.r#type).to_lowercase(), escape(&page.quote(&d.spans))),
        quoted: Vec::new(),
        cited: d.spans.clone(),
    };
    page.record.dates.iter().map(date).collect()
}

fn attributions(page: &Page) -> Vec<Item> {
    let attribution = |a: &demarche_record::Attribution| {
        let speaker = a.speaker.as_deref().map_or_else(|| page.quote(&a.source), |id| page.name(id));
        let mut about = vec![label(a.mode)];
        about.extend(a.stance.clone());
        about.extend(a.addressee.as_deref().map(|x| format!("to {}", one_line(x))));
        about.extend(a.venue.as_deref().map(one_line));
        about.extend(a.date.clone());
        Item {
            class: a.id.clone(),
            title: escape(&speaker),
            body: escape(&about.join(", ")),
            quoted: a.content.clone(),
            cited: [&a.source, &a.cue, &a.content].into_iter().flatten().copied().collect(),
        }
    };
    page.record.attributions.iter().map(attribution).collect()
}

fn meetings(page: &Page) -> Vec<Item> {
    let meeting = |m: &demarche_record::Meeting| {
        let mut about = vec![label(m.status)];
        about.extend(m.start.clone());
        about.extend(m.end.as_ref().map(|e| format!("to {e}")));
        about.extend(m.format.as_deref().map(one_line));
        about.extend(m.forum.as_deref().map(one_line));
        about.extend(m.place.as_deref().map(|p| format!("in {}", one_line(p))));
        about.extend(m.after.as_ref().map(|a| format!("after {a}")));
        about.extend(m.heads.iter().map(|h| format!("led by {}", page.name(&h.actor))));
        about.extend(m.topics.iter().map(|t| format!("on {}", one_line(t))));
        Item {
            class: m.id.clone(),
            title: escape(&page.parties(&m.parties)),
            body: escape(&about.join(", ")),
            quoted: m.spans.clone(),
            cited: m.spans.iter().chain(party_spans(&m.parties)).copied().collect(),
        }
    };
    page.record.meetings.iter().map(meeting).collect()
}

fn commitments(page: &Page) -> Vec<Item> {
    let commitment = |c: &demarche_record::Commitment| {
        let towards =
            if c.towards.is_empty() { String::new() } else { format!(" → {}", page.names(&c.towards)) };
        let mut body = String::new();
        let options = c.options.iter().map(|o| ("either", Some(o)));
        let parts = [("if", c.r#if.as_ref()), ("then", c.then.as_ref()), ("what", c.what.as_ref())];
        for (word, clause) in parts.into_iter().chain(options) {
            let Some(clause) = clause else { continue };
            let not = if clause.negated { " not" } else { "" };
            let _ =
                write!(body, "<div><b>{word}{not}</b> <q>{}</q></div>", escape(&page.quote(&clause.spans)));
        }
        let clauses = c.r#if.iter().chain(&c.then).chain(&c.what).chain(&c.options);
        Item {
            class: c.id.clone(),
            title: format!(
                "<b class=\"kind\">{}</b> {}",
                label(c.kind),
                escape(&format!("{}{towards}", page.names(&c.by)))
            ),
            body,
            quoted: Vec::new(),
            cited: c.spans.iter().chain(clauses.flat_map(|x: &Clause| &x.spans)).copied().collect(),
        }
    };
    page.record.commitments.iter().map(commitment).collect()
}

fn events(page: &Page) -> Vec<Item> {
    let event = |e: &demarche_record::Event| {
        let target =
            if e.target.is_empty() { String::new() } else { format!(" → {}", page.parties(&e.target)) };
        let mut about = vec![label(e.status)];
        about.extend(e.mode.clone());
        about.extend(e.date.clone());
        about.extend(e.place.as_deref().map(one_line));
        about.extend(
            e.magnitude
                .as_ref()
                .map(|m| format!("{} {}", m.value, m.unit.as_deref().map_or(String::new(), one_line))),
        );
        about.extend(e.attribution.as_ref().map(|a| format!("said in {a}")));
        let parties = party_spans(&e.source).chain(party_spans(&e.target));
        Item {
            class: e.id.clone(),
            title: format!(
                "<b class=\"kind\">{}</b> {}",
                e.r#type.name(),
                escape(&format!("{}{target}", page.parties(&e.source)))
            ),
            body: escape(&about.join(", ")),
            quoted: e.trigger.clone(),
            cited: e.trigger.iter().chain(parties).copied().collect(),
        }
    };
    page.record.events.iter().map(event).collect()
}

fn names(page: &Page) -> Vec<Item> {
    let others = page.record.entities.iter().filter(|e| e.actor.is_none()).enumerate();
    let name = |(i, e): (usize, &demarche_record::Entity)| Item {
        class: format!("x{}", i + 1),
        title: escape(&page.quote(&e.spans)),
        body: e.r#type.name().to_owned(),
        quoted: Vec::new(),
        cited: e.spans.clone(),
    };
    others.map(name).collect()
}

fn party_spans(parties: &[Party]) -> impl Iterator<Item = &Span> {
    parties.iter().flat_map(|p| &p.spans)
}

fn about(record: &Record) -> String {
    let document = &record.document;
    let published = match &document.published {
        Some(date) => format!("published {date} ({})", label(document.published_by)),
        None => "date of publication unknown".to_owned(),
    };
    let mut out = escape(&published);
    for candidate in &document.published_candidates {
        let _ = write!(out, "<br>{}: {}", escape(&candidate.value), escape(&one_line(&candidate.reason)));
    }
    out
}

/// One rule an item: what lights when any of its places is pointed at.
fn light_together(sections: &[Section]) -> String {
    let mut out = String::new();
    for item in sections.iter().flat_map(|s| &s.items) {
        let c = &item.class;
        let _ = writeln!(
            out,
            ":root:has(.{c}:is(:hover,:target)) .{c}{{background:var(--lit);outline-color:var(--edge)}}"
        );
    }
    out
}

/// The text, a block a line, cut at every boundary of a cited span.
fn marked_text(page: &Page, sections: &[Section]) -> String {
    let text = page.text();
    // Where an item begins (+) or ends (-), by byte.
    let mut edges: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let items: Vec<(&str, &Item)> =
        sections.iter().flat_map(|s| s.items.iter().map(|i| (s.class, i))).collect();
    for (index, (_, item)) in items.iter().enumerate() {
        for &span in &item.cited {
            let bytes = page.bytes(span);
            if !bytes.is_empty() {
                edges.entry(bytes.start).or_default().0.push(index);
                edges.entry(bytes.end).or_default().1.push(index);
            }
        }
    }
    for (at, _) in text.match_indices('\n') {
        edges.entry(at).or_default();
        edges.entry(at + 1).or_default();
    }
    edges.entry(text.len()).or_default();
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    let mut named = vec![false; items.len()];
    let mut out = String::from("<p class=\"line\">");
    let mut at = 0;
    for (edge, (begin, end)) in edges {
        stretch(&mut out, &text[at..edge], &open, &items, &mut named);
        at = edge;
        for index in end {
            if let Some(count) = open.get_mut(&index) {
                *count -= 1;
                if *count == 0 {
                    open.remove(&index);
                }
            }
        }
        for index in begin {
            *open.entry(index).or_default() += 1;
        }
    }
    out.push_str("</p>\n");
    out
}

fn stretch(
    out: &mut String,
    text: &str,
    open: &BTreeMap<usize, usize>,
    items: &[(&str, &Item)],
    named: &mut [bool],
) {
    if text == "\n" {
        out.push_str("</p>\n<p class=\"line\">");
        return;
    }
    if text.is_empty() {
        return;
    }
    if open.is_empty() {
        out.push_str(&escape(text));
        return;
    }
    // The first stretch of an item is the place that its card links to.
    let first: Vec<usize> =
        open.keys().copied().filter(|&i| !std::mem::replace(&mut named[i], true)).collect();
    for index in &first {
        let class = &items[*index].1.class;
        let _ = write!(out, "<a id=\"t-{class}\" class=\"{class}\"></a>");
    }
    let mut classes: Vec<&str> = open.keys().map(|&i| items[i].0).collect();
    classes.dedup();
    let own: Vec<&str> = open.keys().map(|&i| items[i].1.class.as_str()).collect();
    let _ = write!(out, "<span class=\"{} {}\">{}</span>", classes.join(" "), own.join(" "), escape(text));
}

fn cards(page: &Page, sections: &[Section]) -> String {
    let mut out = String::new();
    for section in sections.iter().filter(|s| !s.items.is_empty()) {
        let _ = writeln!(out, "<section class=\"list-{}\">\n<h2>{}</h2>", section.class, section.heading);
        for item in &section.items {
            let line = item.cited.first().map(|&s| page.line(s));
            let line = line.map_or(String::new(), |l| {
                format!("<a class=\"where\" href=\"#t-{}\">line {l}</a>", item.class)
            });
            let quote = match item.quoted.is_empty() {
                true => String::new(),
                false => format!("<blockquote>{}</blockquote>", escape(&page.quote(&item.quoted))),
            };
            let _ = writeln!(
                out,
                "<div class=\"card {0}\" id=\"{0}\"><h3>{1}</h3>{2}<div class=\"about\">{3}</div>{4}</div>",
                item.class, item.title, line, item.body, quote
            );
        }
        out.push_str("</section>\n");
    }
    out
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' => out.push(c),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of the page's `article`, with tags taken out and entities read.
    fn article(html: &str) -> String {
        let article = html.split_once("<article").unwrap().1.split_once("</article>").unwrap().0;
        let mut out = String::new();
        let mut tag = true;
        for c in article.chars() {
            match c {
                '<' => tag = true,
                '>' => tag = false,
                c if !tag => out.push(c),
                _ => {}
            }
        }
        let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        out.replace("&amp;", "&")
    }

    #[test]
    fn the_page_holds_the_whole_text_however_spans_overlap() {
        let record = super::super::sample::record();
        assert_eq!(article(&html(&record)).trim(), record.document.text);
    }

    #[test]
    fn tags_of_the_page_are_balanced_and_the_text_brings_none() {
        let mut record = super::super::sample::record();
        record.actors[0].name = "<script>alert(1)</script>".to_owned();
        record.document.title = Some("</title><script>".to_owned());
        let page = html(&record);
        assert!(!page.contains("<script"));
        for tag in ["span", "p", "div", "section", "article", "a", "q", "h3", "b", "blockquote"] {
            let opened =
                page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }

    #[test]
    fn every_card_leads_to_a_place_in_the_text() {
        let page = html(&super::super::sample::record());
        for link in page.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap();
            assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        }
    }
}
