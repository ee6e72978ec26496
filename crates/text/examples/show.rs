//! Prints the layout of the named files: each paragraph with its kind, each sentence, quotations and notices.
//! `--notices` prints only the notices.

use demarche_text::layout;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let only = arguments.iter().any(|a| a == "--notices");
    for file in arguments.iter().filter(|a| !a.starts_with("--")) {
        let Ok(text) = std::fs::read_to_string(file) else {
            eprintln!("{file}: cannot be read");
            continue;
        };
        let found = layout(&text);
        if !only {
            println!("== {file}");
            for p in &found.paragraphs {
                let dateline = p.dateline.map_or(String::new(), |d| format!(" dateline {:?}", d.of(&text)));
                println!("[{:?}]{dateline}", p.kind);
                for s in &found.sentences[p.sentences.0 as usize..p.sentences.1 as usize] {
                    let words: Vec<&str> = found.words[s.range()].iter().map(|w| w.span.of(&text)).collect();
                    println!("  {}", words.join(" "));
                }
            }
            for q in &found.quotes {
                let marks = if q.balanced { "" } else { " unbalanced" };
                let continues = if q.continues { " continues" } else { "" };
                println!("  quote {}{marks}{continues}: {:?}", q.depth, q.span.of(&text));
            }
        }
        for n in &found.notices {
            let places: Vec<String> = n
                .spans
                .iter()
                .take(3)
                .map(|s| {
                    let from =
                        text[..s.start as usize].char_indices().rev().take(40).last().map_or(0, |c| c.0);
                    let to = text[s.end as usize..]
                        .char_indices()
                        .nth(25)
                        .map_or(text.len(), |c| s.end as usize + c.0);
                    format!("{}⟦{}⟧{}", &text[from..s.start as usize], s.of(&text), &text[s.end as usize..to])
                        .replace('\n', "⏎")
                })
                .collect();
            println!(
                "  {} {}: {}",
                file.rsplit('/').next().unwrap_or(file),
                n.kind.name(),
                places.join(" … ")
            );
        }
    }
}
