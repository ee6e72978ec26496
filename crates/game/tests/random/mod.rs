//! Random games, the same for the same seed.

use demarche_game::{Branch, Game, Infoset, Node, Number, Outcome, number};

/// What kind of game.
#[derive(Clone, Copy)]
pub struct Shape {
    pub players: usize,
    pub depth: usize,
    /// Whether some moves are hidden from the next player.
    pub hidden: bool,
}

/// SplitMix64 (Steele, Lea and Flood 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }
}

pub fn game(seed: u64, shape: Shape) -> Game {
    let mut dice = Dice(seed);
    let mut game = Game {
        title: format!("random \"{seed}\" \\ {}", shape.players),
        comment: "made by chance".to_owned(),
        players: (1..=shape.players).map(|p| format!("player {p}")).collect(),
        ..Game::default()
    };
    grow(&mut game, &mut dice, shape, shape.depth, 0);
    game
}

fn grow(game: &mut Game, dice: &mut Dice, shape: Shape, depth: usize, mover: usize) {
    let id = game.nodes.len();
    game.nodes.push(Node {
        name: if dice.roll(4) == 0 { format!("node {id}") } else { String::new() },
        ..Node::default()
    });
    if depth == 0 || (id > 0 && dice.roll(5) == 0) {
        return end(game, dice, id);
    }
    let actions = 2 + dice.roll(2);
    let chance = dice.roll(6) == 0;
    let player = (!chance).then_some(mover % shape.players);
    let infoset = new_set(game, dice, player, actions);
    game.nodes[id].infoset = Some(infoset);
    // The next player may not see which action was taken: all children share an information set.
    let blind = shape.hidden && !chance && depth > 1 && dice.roll(2) == 0;
    let shared = blind.then(|| new_set(game, dice, Some((mover + 1) % shape.players), 2));
    for _ in 0..actions {
        let child = game.nodes.len();
        game.nodes[id].children.push(child);
        match shared {
            None => grow(game, dice, shape, depth - 1, mover + 1),
            Some(set) => {
                game.nodes.push(Node { infoset: Some(set), ..Node::default() });
                for _ in 0..2 {
                    let grandchild = game.nodes.len();
                    game.nodes[child].children.push(grandchild);
                    game.nodes.push(Node::default());
                    end(game, dice, grandchild);
                }
            }
        }
    }
}

fn new_set(game: &mut Game, dice: &mut Dice, player: Option<usize>, actions: usize) -> usize {
    let index = game.infosets.len();
    let share = |k: usize| match (player, k) {
        (Some(_), _) => None,
        (None, 0) => number(&format!("{}/{actions}", 1)),
        (None, _) => number(&format!("1/{actions}")),
    };
    let branches =
        (0..actions).map(|k| Branch { name: format!("action {k}"), probability: share(k) }).collect();
    let name = if dice.roll(2) == 0 { format!("set {index}") } else { String::new() };
    game.infosets.push(Infoset { player, name, branches });
    index
}

fn end(game: &mut Game, dice: &mut Dice, id: usize) {
    if !game.outcomes.is_empty() && dice.roll(8) == 0 {
        game.nodes[id].outcome = Some(dice.roll(game.outcomes.len()));
        return;
    }
    let index = game.outcomes.len();
    let payoff =
        |dice: &mut Dice| number(&format!("{}/{}", dice.roll(41) as i64 - 20, 1 + dice.roll(3))).unwrap();
    let payoffs: Vec<Number> = game.players.clone().iter().map(|_| payoff(dice)).collect();
    game.outcomes.push(Outcome { name: format!("outcome {index}"), payoffs });
    game.nodes[id].outcome = Some(index);
}
