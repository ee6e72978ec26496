//! A web page: its main text, and what its metadata say.

use dom_query::{Document, NodeRef, Selection};
use dom_smoothie::{Config, Readability};
use serde_json::Value;

use crate::date::iso_date;

/// What a page gives.
pub(crate) struct Page {
    pub text: String,
    pub title: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
}

/// Elements beyond which a page is not scored for its main part, only cleared of menus.
const MOST_ELEMENTS: usize = 50_000;

/// Nesting beyond which a page is not scored either: scoring looks at all ancestors of every paragraph.
const DEEPEST: usize = 256;

/// Whether the text is a web page, or a part of one.
pub(crate) fn is_html(text: &str) -> bool {
    let head: String = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .chars()
        .take(4096)
        .collect::<String>()
        .to_ascii_lowercase();
    if !head.starts_with('<') {
        return false;
    }
    const FIRST: [&str; 9] =
        ["<!doctype html", "<html", "<head", "<body", "<article", "<main", "<section", "<div", "<p"];
    let begins = FIRST.iter().any(|tag| {
        head.strip_prefix(tag)
            .is_some_and(|rest| rest.starts_with(|c: char| c == '>' || c.is_whitespace() || c == '/'))
    });
    begins
        || ["<html", "<body", "<!doctype html"].iter().any(|tag| head.contains(tag))
        || head.contains("</p>")
}

/// Reads a page.
pub(crate) fn page(html: &str) -> Page {
    let document = Document::from(html);
    let ld = linked_data(&document);
    Page {
        text: main_text(html, &document),
        title: title(&document, &ld),
        published: published(&document, &ld),
        url: attribute(&document, "link[rel='canonical']", "href")
            .or_else(|| meta(&document, "og:url"))
            .filter(|u| u.starts_with("http")),
        language: attribute(&document, "html", "lang")
            .or_else(|| meta(&document, "content-language"))
            .or_else(|| meta(&document, "og:locale").map(|l| l.replace('_', "-"))),
    }
}

/// The text of the page's main part; where none stands out, all of it but menus and the like.
fn main_text(html: &str, document: &Document) -> String {
    let body = document.select("body");
    let whole = body.nodes().first().map(text_of).unwrap_or_default();
    if depth(&document.root()) > DEEPEST {
        return whole;
    }
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, char_threshold: 200, ..Config::default() };
    let article = Readability::new(html, None, Some(config)).ok().and_then(|mut r| r.parse().ok());
    let scored = article.map(|a| text_of(&Document::from(a.content.as_ref()).root())).unwrap_or_default();
    // A short notice on a page with little else: the scoring then finds half of it, or nothing.
    if scored.len() * 3 < whole.len() && whole.len() < 1500 || scored.is_empty() { whole } else { scored }
}

/// How deep the elements below a node nest.
fn depth(root: &NodeRef) -> usize {
    let (mut deepest, mut level) = (0, 0);
    let mut at = *root;
    loop {
        if let Some(child) = at.first_child() {
            level += 1;
            deepest = deepest.max(level);
            at = child;
            continue;
        }
        loop {
            if at.id == root.id {
                return deepest;
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            match at.parent() {
                Some(parent) => at = parent,
                None => return deepest,
            }
            level -= 1;
        }
    }
}

/// The text below a node, one paragraph a line, entities decoded, without menus, forms, captions and scripts.
///
/// Walks without recursion: pages nest as deep as they like.
fn text_of(root: &NodeRef) -> String {
    let mut writer = Writer::default();
    let mut node = Some(*root);
    let mut lists: Vec<Option<usize>> = Vec::new();
    while let Some(current) = node {
        let mut skip = false;
        if current.is_text() {
            writer.text(&current.text());
        } else if let Some(name) = current.node_name() {
            skip = is_aside(&current, &name);
            if !skip {
                enter(&name, &mut writer, &mut lists);
            }
        }
        node = current.first_child().filter(|_| !skip);
        let mut up = current;
        while node.is_none() {
            if let Some(name) = up.node_name().filter(|_| !(skip && up.id == current.id)) {
                leave(&name, &mut writer, &mut lists);
            }
            if up.id == root.id {
                return writer.finish();
            }
            node = up.next_sibling();
            match (node, up.parent()) {
                (None, Some(parent)) => up = parent,
                (None, None) => return writer.finish(),
                _ => {}
            }
        }
    }
    writer.finish()
}

fn enter(name: &str, writer: &mut Writer, lists: &mut Vec<Option<usize>>) {
    match name {
        "br" => writer.soft_break(),
        "ol" => lists.push(Some(0)),
        "ul" | "menu" => lists.push(None),
        _ => {}
    }
    if is_block(name) {
        writer.line();
    }
    if name == "li" {
        match lists.last_mut() {
            Some(Some(n)) => {
                *n += 1;
                writer.mark(&format!("{n}. "));
            }
            _ => writer.mark("• "),
        }
    }
    if matches!(name, "td" | "th") {
        writer.text(" ");
    }
}

fn leave(name: &str, writer: &mut Writer, lists: &mut Vec<Option<usize>>) {
    if matches!(name, "ol" | "ul" | "menu") {
        lists.pop();
    }
    if is_block(name) {
        writer.line();
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "blockquote"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "tr"
            | "table"
            | "pre"
            | "hr"
            | "address"
            | "center"
            | "body"
            | "details"
            | "summary"
            | "menu"
    )
}

/// Parts of a page that are not its text.
fn is_aside(node: &NodeRef, name: &str) -> bool {
    let part = matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "nav"
            | "header"
            | "footer"
            | "aside"
            | "form"
            | "button"
            | "select"
            | "figcaption"
            | "iframe"
            | "svg"
            | "head"
            | "menu"
            | "textarea"
            | "object"
            | "video"
            | "audio"
            | "title"
    );
    // The header of an article holds its headline; the header of the page holds the menu.
    let inner = name == "header"
        && node.ancestors_it(Some(8)).any(|a| a.node_name().is_some_and(|n| &*n == "article"));
    let hidden = node.has_attr("hidden") || node.attr("aria-hidden").is_some_and(|v| &*v == "true");
    let role = node
        .attr("role")
        .is_some_and(|r| matches!(&*r, "navigation" | "banner" | "contentinfo" | "search" | "menu"));
    part && !inner || hidden || role
}

/// Joins pieces of text to lines with single spaces.
#[derive(Default)]
struct Writer {
    out: String,
    /// White space was seen since the last letter of the line.
    space: bool,
    /// Breaks ("<br>") since the last letter.
    breaks: usize,
    /// A list mark that waits for the text of its item.
    mark: String,
}

impl Writer {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            match std::mem::take(&mut self.breaks) {
                0 => {}
                // A single break inside a sentence only ends a line of the page.
                1 if c.is_lowercase() && self.out.ends_with(|l: char| l.is_alphanumeric() || l == ',') => {
                    self.space = true
                }
                _ => self.line(),
            }
            let fresh = self.out.is_empty() || self.out.ends_with('\n');
            if fresh {
                self.out.push_str(&self.mark);
                self.mark.clear();
            } else if self.space {
                self.out.push(' ');
            }
            self.space = false;
            self.out.push(c);
        }
    }

    fn mark(&mut self, mark: &str) {
        mark.clone_into(&mut self.mark);
    }

    fn soft_break(&mut self) {
        self.breaks += 1;
    }

    fn line(&mut self) {
        self.breaks = 0;
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.space = false;
    }

    fn finish(mut self) -> String {
        self.out.truncate(self.out.trim_end().len());
        self.out
    }
}

/// The content of the meta element of that name or property, in any case.
fn meta(document: &Document, name: &str) -> Option<String> {
    metas(document).into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// Every meta element: its name in lower case and its content.
fn metas(document: &Document) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for node in document.select("meta").nodes() {
        let key = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|a| node.attr(a));
        if let (Some(key), Some(value)) = (key, node.attr("content"))
            && !value.trim().is_empty()
        {
            out.push((key.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    out
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    let found: Selection = document.select_single(selector);
    let value = found.attr(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The JSON-LD of a page, as far as it can be read.
fn linked_data(document: &Document) -> Vec<Value> {
    document
        .select("script[type='application/ld+json']")
        .nodes()
        .iter()
        .filter_map(|n| serde_json::from_str(n.text().trim()).ok())
        .collect()
}

/// The first text under `key`, at any depth.
fn find<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    match value {
        Value::Object(map) => match map.get(key) {
            Some(Value::String(found)) => Some(found),
            _ => map.values().find_map(|v| find(v, key)),
        },
        Value::Array(list) => list.iter().find_map(|v| find(v, key)),
        _ => None,
    }
}

/// The headline: what the page tells others, else its only first-rank heading, else its title less the site's name.
fn title(document: &Document, ld: &[Value]) -> Option<String> {
    let clean = |t: &str| {
        let t = t.split_whitespace().collect::<Vec<_>>().join(" ");
        (!t.is_empty()).then_some(t)
    };
    let told = meta(document, "og:title").or_else(|| meta(document, "twitter:title"));
    let headline = || ld.iter().find_map(|v| find(v, "headline")).map(str::to_owned);
    let heading = || {
        let headings = document.select("h1");
        (headings.length() == 1).then(|| headings.text().to_string())
    };
    let own = || Some(without_site(&document.select_single("title").text()).to_owned());
    told.or_else(headline)
        .and_then(|t| clean(&t))
        .or_else(|| heading().and_then(|t| clean(&t)))
        .or_else(|| own().and_then(|t| clean(&t)))
}

/// "Talks resume - Wire" without " - Wire".
fn without_site(title: &str) -> &str {
    let cut = [" | ", " - ", " – ", " — ", " :: ", " » "].iter().filter_map(|s| title.rfind(s)).max();
    match cut {
        Some(at) if title[..at].split_whitespace().count() >= 2 => &title[..at],
        _ => title,
    }
}

/// The day of publication: metadata first, then JSON-LD, then a marked time in the page.
fn published(document: &Document, ld: &[Value]) -> Option<String> {
    const NAMES: [&str; 22] = [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "article:published",
        "article.published",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_time",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "citation_publication_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "dcterms.created",
        "date",
        "article.created",
    ];
    let metas = metas(document);
    let named = NAMES
        .iter()
        .find_map(|name| metas.iter().find(|(key, _)| key == name).and_then(|(_, value)| iso_date(value)));
    named
        .or_else(|| {
            ["datePublished", "dateCreated"]
                .iter()
                .find_map(|key| ld.iter().find_map(|v| find(v, key)).and_then(iso_date))
        })
        .or_else(|| {
            [
                "time[pubdate]",
                "time[itemprop='datePublished']",
                "[itemprop='datePublished']",
                "article time",
                "main time",
                "time",
            ]
            .iter()
            .find_map(|selector| {
                let found = document.select_single(selector);
                let stamp = found.attr("datetime").or_else(|| found.attr("content"));
                stamp.and_then(|s| iso_date(&s)).or_else(|| iso_date(&found.text()))
            })
        })
}
