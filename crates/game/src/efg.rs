//! Gambit's `.efg` files (<https://gambitproject.readthedocs.io/en/stable/formats.efg.html>).
//!
//! ```text
//! EFG 2 R "Entry" { "Entrant" "Incumbent" }
//! "a comment"
//! p "" 1 1 "(1,1)" { "In" "Out" } 0
//! p "" 2 1 "(2,1)" { "Accept" "Fight" } 0
//! t "" 1 "shared" { 1, 1 }
//! t "" 2 "war" { -1, -1 }
//! t "" 3 "deterred" { 0, 2 }
//! ```
//!
//! Nodes stand in prefix order; information sets are numbered for each player (and for chance), outcomes for the game.
//! What a number means is said where it stands first; commas between payoffs and line breaks are free.

use crate::{Branch, Game, GameError, Infoset, Node, Number, Outcome, number};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A piece of the file.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Text(String),
    Word(String),
    Open,
    Close,
}

/// Reads a game. Errors say the line; nothing panics, whatever stands there.
pub fn read(text: &str) -> Result<Game, GameError> {
    let mut reader = Reader { tokens: tokens(text)?, at: 0 };
    reader.header()
}

fn tokens(text: &str) -> Result<Vec<(usize, Token)>, GameError> {
    let mut out = Vec::new();
    let mut line = 1;
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => line += 1,
            c if c.is_whitespace() || c == ',' => {}
            '{' => out.push((line, Token::Open)),
            '}' => out.push((line, Token::Close)),
            '"' => {
                let (start, mut name) = (line, String::new());
                loop {
                    match chars.next() {
                        Some('\\') => name.extend(chars.next()),
                        Some('"') => break,
                        Some(c) => {
                            line += usize::from(c == '\n');
                            name.push(c);
                        }
                        None => {
                            return Err(GameError(format!(
                                "line {start}: the name that begins here does not end"
                            )));
                        }
                    }
                }
                out.push((start, Token::Text(name)));
            }
            c => {
                let mut word = c.to_string();
                while let Some(&c) = chars.peek() {
                    if c.is_whitespace() || matches!(c, ',' | '{' | '}' | '"') {
                        break;
                    }
                    word.push(c);
                    chars.next();
                }
                out.push((line, Token::Word(word)));
            }
        }
    }
    Ok(out)
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    at: usize,
}

/// What is known while the tree is read.
#[derive(Default)]
struct Known {
    /// (player from 1, 0 for chance; number in the file) to index.
    infosets: BTreeMap<(usize, i64), usize>,
    outcomes: BTreeMap<i64, usize>,
}

impl Reader {
    fn wrong<T>(&self, message: &str) -> Result<T, GameError> {
        match self.tokens.get(self.at) {
            Some((line, _)) => Err(GameError(format!("line {line}: {message}"))),
            None => Err(GameError(format!("the file ends too early: {message}"))),
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|t| &t.1)
    }

    fn is_text(&self) -> bool {
        matches!(self.peek(), Some(Token::Text(_)))
    }

    fn is(&self, token: &Token) -> bool {
        self.peek() == Some(token)
    }

    fn text(&mut self, what: &str) -> Result<String, GameError> {
        match self.peek() {
            Some(Token::Text(t)) => {
                let t = t.clone();
                self.at += 1;
                Ok(t)
            }
            _ => self.wrong(&format!("{what} in quotation marks is expected")),
        }
    }

    fn word(&mut self, what: &str) -> Result<String, GameError> {
        match self.peek() {
            Some(Token::Word(t)) => {
                let t = t.clone();
                self.at += 1;
                Ok(t)
            }
            _ => self.wrong(&format!("{what} is expected")),
        }
    }

    fn integer(&mut self, what: &str) -> Result<i64, GameError> {
        let word = self.word(what)?;
        word.parse().or_else(|_| {
            self.at -= 1;
            self.wrong(&format!("{what} is expected, not {word}"))
        })
    }

    fn numeral(&mut self, what: &str) -> Result<Number, GameError> {
        let word = self.word(what)?;
        match number(&word) {
            Some(n) => Ok(n),
            None => {
                self.at -= 1;
                self.wrong(&format!("{what} is expected, not {word}"))
            }
        }
    }

    fn brace(&mut self, token: &Token) -> Result<(), GameError> {
        if !self.is(token) {
            return self.wrong(if *token == Token::Open {
                "“{” is expected"
            } else {
                "“}” is expected"
            });
        }
        self.at += 1;
        Ok(())
    }

    fn header(&mut self) -> Result<Game, GameError> {
        if self.word("“EFG”")? != "EFG" {
            self.at -= 1;
            return self.wrong("this is no .efg file: it begins with “EFG 2 R”");
        }
        if self.integer("the version 2")? != 2 {
            return self.wrong("only version 2 of the format can be read");
        }
        self.word("“R” or “D”")?;
        let mut game = Game { title: self.text("the title")?, ..Game::default() };
        self.brace(&Token::Open)?;
        while self.is_text() {
            game.players.push(self.text("a player")?);
        }
        self.brace(&Token::Close)?;
        if self.is_text() {
            game.comment = self.text("the comment")?;
        }
        let mut known = Known::default();
        // Nodes that still want children, with how many.
        let mut open: Vec<(usize, usize)> = Vec::new();
        while self.peek().is_some() {
            if open.is_empty() && !game.nodes.is_empty() {
                return self.wrong("the tree is whole, but the file goes on");
            }
            let node = self.node(&mut game, &mut known)?;
            let id = game.nodes.len();
            if let Some((parent, wanted)) = open.last_mut() {
                game.nodes[*parent].children.push(id);
                *wanted -= 1;
            }
            open.retain(|o| o.1 > 0);
            let wanted = node.infoset.map_or(0, |i| game.infosets[i].branches.len());
            game.nodes.push(node);
            if wanted > 0 {
                open.push((id, wanted));
            }
        }
        if !open.is_empty() {
            return self.wrong("nodes are missing");
        }
        game.check()?;
        Ok(game)
    }

    fn node(&mut self, game: &mut Game, known: &mut Known) -> Result<Node, GameError> {
        let kind = self.word("“c”, “p” or “t”")?;
        let mut node = Node { name: self.text("the node's name")?, ..Node::default() };
        match kind.as_str() {
            "t" => {}
            "c" => node.infoset = Some(self.infoset(game, known, 0)?),
            "p" => {
                let player = usize::try_from(self.integer("the player's number")?).unwrap_or(0);
                if player == 0 || player > game.players.len() {
                    return self.wrong("there is no such player");
                }
                node.infoset = Some(self.infoset(game, known, player)?);
            }
            _ => return self.wrong("a node begins with “c”, “p” or “t”"),
        }
        node.outcome = self.outcome(game, known)?;
        Ok(node)
    }

    fn infoset(&mut self, game: &mut Game, known: &mut Known, player: usize) -> Result<usize, GameError> {
        let key = (player, self.integer("the number of an information set")?);
        let mut name = None;
        if self.is_text() {
            name = Some(self.text("a name")?);
        }
        let mut branches = Vec::new();
        if self.is(&Token::Open) {
            self.at += 1;
            while self.is_text() {
                let name = self.text("an action")?;
                let probability = if player == 0 { Some(self.numeral("a probability")?) } else { None };
                branches.push(Branch { name, probability });
            }
            self.brace(&Token::Close)?;
        }
        if let Some(&index) = known.infosets.get(&key) {
            if !branches.is_empty() && branches.len() != game.infosets[index].branches.len() {
                return self.wrong("this information set had another number of actions before");
            }
            return Ok(index);
        }
        if branches.is_empty() {
            return self.wrong("an information set that is new must list its actions");
        }
        let index = game.infosets.len();
        let player = player.checked_sub(1);
        game.infosets.push(Infoset { player, name: name.unwrap_or_default(), branches });
        known.infosets.insert(key, index);
        Ok(index)
    }

    fn outcome(&mut self, game: &mut Game, known: &mut Known) -> Result<Option<usize>, GameError> {
        let id = self.integer("the number of an outcome")?;
        let name = if self.is_text() { Some(self.text("a name")?) } else { None };
        let mut payoffs = Vec::new();
        if self.is(&Token::Open) {
            self.at += 1;
            while !self.is(&Token::Close) {
                payoffs.push(self.numeral("a payoff")?);
            }
            self.at += 1;
        }
        if id == 0 {
            return Ok(None);
        }
        if let Some(&index) = known.outcomes.get(&id) {
            return Ok(Some(index));
        }
        if payoffs.len() != game.players.len() {
            return self.wrong("an outcome that is new must have one payoff a player");
        }
        let index = game.outcomes.len();
        game.outcomes.push(Outcome { name: name.unwrap_or_default(), payoffs });
        known.outcomes.insert(id, index);
        Ok(Some(index))
    }
}

/// Writes a game that [`Game::check`] finds nothing wrong with; [`read`] gives it back.
pub fn write(game: &Game) -> String {
    let list = |items: &mut dyn Iterator<Item = String>| items.collect::<Vec<_>>().join(" ");
    let mut out = format!("EFG 2 R {} {{ ", quoted(&game.title));
    let _ = writeln!(out, "{} }}", list(&mut game.players.iter().map(|p| quoted(p))));
    let _ = writeln!(out, "{}\n", quoted(&game.comment));
    // Information sets are numbered for each mover, in the order in which they are met.
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut count: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for node in &game.nodes {
        if let Some(i) = node.infoset {
            let next = count.entry(game.infosets[i].player).or_default();
            numbers.entry(i).or_insert_with(|| {
                *next += 1;
                *next
            });
        }
    }
    for node in &game.nodes {
        let name = quoted(&node.name);
        match node.infoset {
            None => {
                let _ = write!(out, "t {name}");
            }
            Some(i) => {
                let infoset = &game.infosets[i];
                let actions = list(&mut infoset.branches.iter().map(|b| match &b.probability {
                    Some(p) => format!("{} {p}", quoted(&b.name)),
                    None => quoted(&b.name),
                }));
                let mover = infoset.player.map_or("c".to_owned(), |_| "p".to_owned());
                let player = infoset.player.map_or(String::new(), |p| format!(" {}", p + 1));
                let (number, label) = (numbers[&i], quoted(&infoset.name));
                let _ = write!(out, "{mover} {name}{player} {number} {label} {{ {actions} }}");
            }
        }
        match node.outcome {
            None => out.push_str(" 0\n"),
            Some(o) => {
                let outcome = &game.outcomes[o];
                let payoffs = outcome.payoffs.iter().map(Number::to_string).collect::<Vec<_>>().join(", ");
                let _ = writeln!(out, " {} {} {{ {payoffs} }}", o + 1, quoted(&outcome.name));
            }
        }
    }
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
