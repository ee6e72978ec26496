//! Sets right what the tagger and the parser get wrong in ways that can be told from the words alone.
//!
//! First every word of the text gets the lemma and the tags that its form allows ([`forms::known`]). Then the steps of
//! [`GROUPS`] go over each sentence, one after another; each repairs one thing wherever the sentence has it. A step stands in
//! the module of what it is about:
//!
//! | module | sets right |
//! | --- | --- |
//! | [`forms`] | what a word is: lemmas, tags, infinitives taken for nouns |
//! | [`names`] | names, titles and the prepositions before them |
//! | [`lists`] | lists of nouns, and what "and" joins |
//! | [`counts`] | counts, clocks, what is due |
//! | [`saying`] | verbs of saying and who says it |
//! | [`said`] | what is said, and where it ends |
//! | [`conditions`] | which verb a condition is of, what stands inside it |
//! | [`doers`] | subjects, and participles with their doers |
//! | [`objects`] | objects, adjuncts, particles |
//! | [`plain`] | plain clauses with names: who does it to whom, and the prepositions before them |
//! | [`verbs`] | verbs beside one another, infinitives below them |
//! | [`clauses`] | clauses whose verb hangs below a noun, words hung over a clause |
//!
//! [`sentence`] is what all of them read and write.

use demarche_lexicon::Lexicon;
use demarche_syntax::Syntax;
use demarche_text::Layout;
use sentence::Sentence;

mod clauses;
mod conditions;
mod counts;
mod doers;
mod forms;
mod lists;
mod names;
mod objects;
mod plain;
mod said;
mod saying;
mod sentence;
mod verbs;

/// Repairs one thing wherever a sentence has it.
type Step = fn(&mut Sentence);

/// Steps, each with its name.
macro_rules! steps {
    ($($module:ident::$step:ident),+ $(,)?) => {
        &[$((concat!(stringify!($module), "::", stringify!($step)), $module::$step as Step)),+]
    };
}

/// The steps, group by group, in the order in which they run. They depend on it: what one has hung elsewhere the next finds
/// there, and a step that comes late sees no error that an earlier one has mended.
const GROUPS: &[(&str, &[(&str, Step)])] = &[
    (
        "forms, and the names of those who meet",
        steps![
            forms::invariable,
            forms::attributes,
            names::given,
            names::deputy,
            conditions::when_they_met,
            lists::two_nations,
            names::holder_behind,
            names::case_of_whole,
            verbs::and_met,
            conditions::provided,
            objects::done_behind,
            names::title_apart,
            counts::due_bare,
            forms::due_start,
            forms::demanded,
            forms::expressed,
            doers::held_behind,
            saying::left_verb,
        ],
    ),
    (
        "what telegrams and translations leave out or put elsewhere",
        steps![
            objects::charged,
            names::described,
            saying::to_come,
            saying::told_first,
            conditions::conditional,
            lists::beside,
            lists::strung,
            forms::infinitive,
            verbs::next_verb,
        ],
    ),
    (
        "lists, counts, and what stands behind a day or a place",
        steps![
            lists::listed,
            lists::enumerated,
            lists::completed,
            counts::counted,
            counts::due,
            counts::due_to,
            doers::subjects,
            counts::clocked,
            saying::verbal,
            objects::delayed,
            objects::swallowed,
            counts::worth,
        ],
    ),
    (
        "who says it, who does it",
        steps![
            verbs::strung,
            saying::said_behind,
            saying::said_after,
            saying::said_amid,
            doers::owner,
            objects::received,
            saying::reports,
            verbs::ready,
            doers::appealing,
            conditions::supposed,
            objects::branded,
            forms::crossing,
            lists::between,
            lists::repeated,
        ],
    ),
    (
        "doers, prepositions and clauses that hang from a word of another clause",
        steps![
            plain::full_verb,
            plain::verb_for_modifier,
            plain::doer_of_what_is_said,
            plain::past_between,
            plain::first_does,
            plain::before_name,
            plain::agent_before_gerund,
            plain::name_behind,
            doers::doer_before,
            names::own_case,
            lists::with_first,
            said::first_of_two_subjects,
            said::said_as_well,
            said::said_of_it,
            said::having_done,
            said::besides_saying,
            verbs::in_return,
            conditions::before_and,
            verbs::verb_beside,
            verbs::clause_beside,
            doers::that_they_did,
            doers::done_by,
            conditions::proviso,
            conditions::own_condition,
            doers::by_whom,
            conditions::neither,
            forms::told_to,
            doers::it_is_ready,
        ],
    ),
    (
        "the bounds of names, clauses and what is said",
        steps![
            lists::joined,
            names::parted,
            conditions::outside,
            doers::hyphened,
            objects::cased,
            said::at_the_time,
            said::adds,
            said::said_in,
            said::goes_on,
        ],
    ),
    (
        "whole clauses, then what hangs in them",
        steps![
            doers::reduced,
            clauses::clauses,
            clauses::crossings,
            verbs::coordinates,
            verbs::gaps,
            objects::particles,
            objects::objects,
            objects::adjuncts,
            objects::instruments,
            plain::adverbial_names,
        ],
    ),
];

/// Sets right `syntax`, which must be parallel to the words of `layout`.
pub fn mend(text: &str, layout: &Layout, lexicon: &Lexicon, syntax: &mut Syntax) {
    if syntax.words.len() != layout.words.len() {
        return;
    }
    let words = 0..syntax.words.len();
    let mut sentence = Sentence { words, text, layout, lexicon, syntax };
    forms::known(&mut sentence);
    let mut before = Vec::new();
    for &words in &layout.sentences {
        sentence.words = words.range();
        for (_, step) in GROUPS.iter().flat_map(|(_, steps)| *steps) {
            before.clear();
            before.extend(words.range().map(|w| (sentence[w].head, sentence[w].deprel)));
            step(&mut sentence);
            // A parse so strange that a step would make a circle of it is left to the next.
            let hung = words.range().zip(&before).any(|(w, &(head, _))| sentence[w].head != head);
            if hung && !sentence.is_tree() {
                for (w, &(head, deprel)) in words.range().zip(&before) {
                    (sentence[w].head, sentence[w].deprel) = (head, deprel);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
