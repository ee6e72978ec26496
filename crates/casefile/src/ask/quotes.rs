//! The words that prove an item, re-read from the documents' texts.

use crate::cited::{self, Cited};
use crate::error::{Doing, Result};
use crate::known::Member;
use crate::local::Words;
use crate::rows::Citation;
use rusqlite::Connection;
use serde::Serialize;
use std::collections::HashMap;

/// Words of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Quote {
    /// The document's id, as the caller gave it.
    pub document: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day of publication.
    pub published: Option<String>,
    /// What of the item the words prove (`trigger`, `content`, `if`, ...).
    pub field: String,
    /// Half-open pairs of Unicode scalars of the document's text.
    pub spans: Vec<[usize; 2]>,
    /// The words, with an ellipsis where some between them are left out.
    pub quote: String,
}

/// A document as quotes need it.
struct Page {
    id: String,
    outlet: Option<String>,
    published: Option<String>,
    text: String,
}

/// The documents' texts, each fetched once.
pub(crate) struct Pages<'c> {
    conn: &'c Connection,
    kept: HashMap<i64, Page>,
}

impl<'c> Pages<'c> {
    pub fn new(conn: &'c Connection) -> Pages<'c> {
        Pages { conn, kept: HashMap::new() }
    }

    fn page(&mut self, doc: i64) -> Result<&Page> {
        use std::collections::hash_map::Entry;
        match self.kept.entry(doc) {
            Entry::Occupied(kept) => Ok(kept.into_mut()),
            Entry::Vacant(free) => {
                let page = self
                    .conn
                    .prepare_cached("SELECT id, outlet, published, text FROM documents WHERE doc = ?1")
                    .and_then(|mut q| {
                        q.query_row([doc], |r| {
                            Ok(Page {
                                id: r.get(0)?,
                                outlet: r.get(1)?,
                                published: r.get(2)?,
                                text: r.get(3)?,
                            })
                        })
                    })
                    .doing("reading a document")?;
                Ok(free.insert(page))
            }
        }
    }

    /// The caller's id of the document.
    pub fn id(&mut self, doc: i64) -> Result<String> {
        Ok(self.page(doc)?.id.clone())
    }

    /// What of an item the words prove and where they stand.
    fn cited(&self, item: i64) -> Result<Cited> {
        let doing = "reading citations";
        let mut query = self.conn.prepare_cached("SELECT cited FROM items WHERE item = ?1").doing(doing)?;
        let mut rows = query.query([item]).doing(doing)?;
        match rows.next().doing(doing)? {
            Some(row) => cited::read(row.get_ref(0).and_then(|c| Ok(c.as_str()?)).doing(doing)?),
            None => Ok(Cited::new()),
        }
    }

    /// The words that prove one item, in the order of the fields' names and, within one, of the text.
    pub fn citations(&mut self, member: &Member) -> Result<Vec<Citation>> {
        let cited = self.cited(member.item)?;
        let page = self.page(member.doc)?;
        let words = Words::new(&page.text);
        let citation = |field: &str, span| Citation {
            document: page.id.clone(),
            field: field.to_owned(),
            span,
            quote: words.at(span).to_owned(),
        };
        let all = cited.iter().flat_map(|(field, spans)| spans.iter().map(move |span| (field, *span)));
        Ok(all.map(|(field, span)| citation(field, span)).collect())
    }

    /// The quotes of one item in those of `fields` (all where none is named), in the order of the text.
    pub fn quotes(&mut self, member: &Member, fields: &[&str]) -> Result<Vec<Quote>> {
        let mut places: Vec<(String, Vec<[usize; 2]>)> = Vec::new();
        for (field, spans) in self.cited(member.item)? {
            if !fields.is_empty() && !fields.contains(&field.as_str()) {
                continue;
            }
            // Two mentions are two quotes; the parts of one content are one.
            match field.starts_with("mention") {
                true => places.extend(spans.into_iter().map(|span| (field.clone(), vec![span]))),
                false => places.push((field, spans)),
            }
        }
        let page = self.page(member.doc)?;
        let words = Words::new(&page.text);
        let mut quotes: Vec<Quote> = places
            .into_iter()
            .map(|(field, spans)| Quote {
                document: page.id.clone(),
                outlet: page.outlet.clone(),
                published: page.published.clone(),
                quote: words.all(&spans),
                field,
                spans,
            })
            .collect();
        quotes.sort_by(|a, b| a.spans.cmp(&b.spans).then_with(|| a.field.cmp(&b.field)));
        Ok(quotes)
    }

    /// The quotes of all members.
    pub fn all(&mut self, members: &[Member], fields: &[&str]) -> Result<Vec<Quote>> {
        let mut quotes = Vec::new();
        for member in members {
            quotes.extend(self.quotes(member, fields)?);
        }
        Ok(quotes)
    }

    /// The sentences around the spans, on one line: from the end of the sentence before to the end of their own, within
    /// their paragraph. What a sentence is is told by stops alone, since nothing here depends on it.
    pub fn around(&mut self, doc: i64, spans: &[[usize; 2]]) -> Result<String> {
        let page = self.page(doc)?;
        let words = Words::new(&page.text);
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Ok(String::new()) };
        let before = words.at([0, first[0]]);
        let start = before.len();
        let end = words.at([0, last[1]]).len().max(start);
        let text = &page.text;
        let paragraph = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let from = sentence_ends(&text[paragraph..start]).last().map_or(paragraph, |at| paragraph + at);
        let rest = &text[end..];
        let line = rest.find('\n').unwrap_or(rest.len());
        // A span that ends with its sentence has the stop before the rest.
        let to = match text[..end].ends_with(['.', '!', '?', '”', '"']) {
            true => end,
            false => sentence_ends(&rest[..line]).next().map_or(end + line, |at| end + at),
        };
        Ok(text[from..to].split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The bytes at which sentences end: after a stop, and the quotation marks that close with it, before white space.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '!', '?']).filter_map(|(at, stop)| {
        let rest = &text[at + stop.len()..];
        let after = rest.trim_start_matches(['”', '"', '’', ')', '\'']);
        let end = text.len() - after.len();
        let mut following = after.chars();
        let space = following.next().is_none_or(char::is_whitespace);
        let capital = following.next().is_none_or(|c| !c.is_lowercase());
        // "Jan. 10", "U.S. officials", "Mr. Lavrov": a short word before the stop ends no sentence.
        let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or("");
        let short = word.chars().count() <= 4 && word.chars().next().is_some_and(char::is_uppercase);
        (space && capital && (!short || after.is_empty())).then_some(end)
    })
}
