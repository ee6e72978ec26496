//! What a person may ask of a scenario.

use clap::{Args, ValueEnum};
use demarche_scenario::Bounds;
use std::path::PathBuf;

/// What the help shows last.
pub const EXAMPLES: &str = "An act is [not] WHO[,WHO] TYPE-or-VERB [WHOM[,WHOM]] [words]: ids of actors as `demarche case actors` \
shows them, a PLOVER type or any verb, and the words that say it closer. It may be the id of a commitment, too (or how that id \
begins): that what it says is done, or with `not` that it is not.

What is withheld, refused or demanded in vain may be said in any of these forms:
  --act \"not NATO GIVE security guarantees\"   it is not done
  --act \"WEST REJECT security guarantees\"     it is refused
  --act \"not c8d07e79a6b\"                     the demand with that id is not met

Examples:
  demarche whatif crisis.case --act \"RUS ASSAULT UKR\"
  demarche whatif crisis.case --act \"not NATO GIVE security guarantees\" --explain
  demarche whatif crisis.case --act \"RUS REJECT diplomacy\" --act c3f2a91c04 --format mermaid
  demarche whatif crisis.case --paths";

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("question").required(true).args(["acts", "paths"]))]
pub struct Whatif {
    /// The case file
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    /// What is assumed to be done; may be given several times
    #[arg(short, long = "act", value_name = "ACT")]
    pub acts: Vec<String>,
    /// Show the tree of choices that the texts set out
    #[arg(long, conflicts_with = "acts")]
    pub paths: bool,
    /// Under each step, the tree of its reasons
    #[arg(short, long)]
    pub explain: bool,
    /// Only what was known on that day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<jiff::civil::Date>,
    /// With --paths: the most decisions one after the other
    #[arg(long, value_name = "N", default_value_t = Bounds::default().depth)]
    pub depth: usize,
    /// With --paths: the most decisions side by side
    #[arg(long, value_name = "N", default_value_t = Bounds::default().breadth)]
    pub breadth: usize,
    /// What to print
    #[arg(short, long, value_name = "FORMAT", default_value = "view")]
    pub format: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For the terminal
    View,
    /// JSON
    Json,
    /// A graph for Graphviz
    Dot,
    /// A flowchart for Mermaid
    Mermaid,
}
