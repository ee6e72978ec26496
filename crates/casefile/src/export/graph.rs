//! Actors and what they do to one another, as GraphML (Brandes et al. 2002).

use super::facts;
use crate::ask::Who;
use crate::error::Result;
use crate::known::View;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::BTreeMap;
use std::io;

/// The attributes of nodes and edges: where, name, type.
const KEYS: [(&str, &str, &str); 9] = [
    ("node", "name", "string"),
    ("node", "side", "string"),
    ("edge", "event", "string"),
    ("edge", "type", "string"),
    ("edge", "quad_class", "string"),
    ("edge", "day", "string"),
    ("edge", "status", "string"),
    ("edge", "goldstein", "double"),
    ("edge", "sources", "int"),
];

/// The facts as a directed multigraph: a node for each actor of an event, an edge for each event from each of its
/// sources to each of its targets, in the order of the days.
///
/// # Errors
/// Where the case cannot be read.
pub fn graphml(view: &View) -> Result<Vec<u8>> {
    let mut facts = facts(view)?;
    for e in &mut facts {
        // Whom the words do not name is no node.
        e.source.retain(|w| !w.id.is_empty());
    }
    let mut nodes: BTreeMap<&str, &Who> = BTreeMap::new();
    for who in facts.iter().filter(|e| !e.source.is_empty() && !e.target.is_empty()) {
        for who in who.source.iter().chain(&who.target) {
            nodes.entry(&who.id).or_insert(who);
        }
    }
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root =
        xml.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
    root.write_inner_content(|xml| {
        for (of, name, r#type) in KEYS {
            let id = format!("{of}.{name}");
            xml.create_element("key")
                .with_attributes([
                    ("id", id.as_str()),
                    ("for", of),
                    ("attr.name", name),
                    ("attr.type", r#type),
                ])
                .write_empty()?;
        }
        let graph =
            xml.create_element("graph").with_attributes([("id", "case"), ("edgedefault", "directed")]);
        graph.write_inner_content(|xml| {
            for (id, who) in &nodes {
                xml.create_element("node").with_attribute(("id", *id)).write_inner_content(|xml| {
                    data(xml, "node.name", &who.name)?;
                    data(xml, "node.side", who.side.as_deref().unwrap_or(id))
                })?;
            }
            for e in &facts {
                for (source, target) in e.source.iter().flat_map(|s| e.target.iter().map(move |t| (s, t))) {
                    let edge = xml.create_element("edge");
                    let ends = [("source", source.id.as_str()), ("target", target.id.as_str())];
                    edge.with_attributes(ends).write_inner_content(|xml| {
                        data(xml, "edge.event", &e.id)?;
                        data(xml, "edge.type", &e.r#type)?;
                        data(xml, "edge.quad_class", &e.quad_class)?;
                        data(xml, "edge.day", e.day.as_deref().or(e.known.as_deref()).unwrap_or_default())?;
                        data(xml, "edge.status", &e.status)?;
                        data(xml, "edge.goldstein", &e.goldstein.to_string())?;
                        data(xml, "edge.sources", &e.sources.to_string())
                    })?;
                }
            }
            Ok(())
        })?;
        Ok(())
    })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn data(xml: &mut Writer<Vec<u8>>, key: &str, value: &str) -> io::Result<()> {
    xml.create_element("data").with_attribute(("key", key)).write_text_content(BytesText::new(value))?;
    Ok(())
}
