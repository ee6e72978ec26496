//! What is wrong with a text, told by the words that show it; and sound text of which nothing is told.

use demarche_base::NoticeKind::{self, StrayFragment, StrayPunctuation, TranslationArtefact};
use demarche_text::layout;

fn found(text: &str) -> Vec<(NoticeKind, &str)> {
    layout(text).notices.iter().flat_map(|n| n.spans.iter().map(|s| (n.kind, s.of(text)))).collect()
}

/// The places of one kind of fault that a text shows; no other fault may be told of it.
fn check(kind: NoticeKind, text: &str, places: &[&str]) {
    let expected: Vec<(NoticeKind, &str)> = places.iter().map(|p| (kind, *p)).collect();
    assert_eq!(found(text), expected, "{text}");
}

fn sound(text: &str) {
    assert_eq!(found(text), [], "{text}");
}

const REST: &str =
    "The port was shut on Friday, the two governments said, and no ship left it, or came near it.";

#[test]
fn commas_and_stops_apart_from_their_words() {
    check(StrayPunctuation, &format!("{REST} They held fire ,and nobody moved."), &["fire ,"]);
    check(StrayPunctuation, &format!("{REST} The admiral , who had retired, sighed."), &["admiral ,"]);
    check(StrayPunctuation, &format!("{REST} Both asked for calm .. Nobody listened."), &["calm .."]);
    check(StrayPunctuation, &format!("{REST} They sailed past the cape !. The rest stayed."), &["!."]);
    check(StrayPunctuation, &format!("{REST} Who fired first?. Nobody knows."), &["first?."]);
    check(StrayPunctuation, &format!("{REST} They shut no \"door\"., he said."), &["\".,"]);
    sound(&format!("{REST} Yahoo!, the firm, and Jeopardy!. are names."));
    sound(&format!("{REST} Well... they waited. . . . And left."));
    sound("The port , shut on Friday , stayed shut , the ministry said . Nobody left . Nobody came .");
}

#[test]
fn a_dash_at_the_end_of_a_paragraph() {
    check(
        StrayPunctuation,
        &format!("{REST}\nThe minister spoke to reporters in the harbour -\nNobody asked him anything."),
        &["harbour -"],
    );
    sound(&format!("{REST}\nThe minister asked for three things -\n- ships,\n- fuel,\n- time."));
    sound(&format!("{REST}\n“We shall never –” he began.\nNobody heard the rest."));
}

#[test]
fn brackets_without_partner() {
    check(StrayPunctuation, &format!("{REST} Ten boats (two of them new were seen."), &["("]);
    check(StrayPunctuation, &format!("{REST} Ten boats, two of them new) were seen."), &[")"]);
    sound(&format!("{REST} He wants a) ships, b) fuel and 3) time :-) (or [most of] it)."));
    sound(&format!("{REST} (Both ministers met in March.\nThey parted in April.) Nobody noticed."));
}

#[test]
fn lines_that_belong_to_no_sentence() {
    for line in ["see map 2/4 on", "– from the above .", "(kr/", "kr/jb", "photo of the same"] {
        check(StrayFragment, &format!("{REST}\n{line}\nNobody spoke of it."), &[line]);
        check(StrayFragment, &format!("{REST}\n{line}"), &[line]);
    }
    for line in [
        "The harbour, seen from above",
        "by our correspondent in Lima",
        "al-Nahar reported the talks first.",
        "www.harbour.example/ships",
        "(The writer is a judge.)",
        "– No, he said.",
    ] {
        sound(&format!("{REST}\n{line}\nNobody spoke of it on that day, and none of them did later."));
    }
    // A list, and a sentence that goes on in the next line.
    sound(&format!("{REST}\nThey ask for:\nships and fuel\ntime and money\nThat is all they ask for today."));
    sound(&format!("{REST}\nShips, it was said,\nwould sail on Monday"));
}

#[test]
fn idioms_word_for_word() {
    check(
        TranslationArtefact,
        "I left that question in the inkwell, he said.",
        &["left that question in the inkwell"],
    );
    check(TranslationArtefact, "They hang us noodles on the ears, he said.", &["noodles on the ears"]);
    check(TranslationArtefact, "A bear has stepped on his ear.", &["bear has stepped on his ear"]);
    check(TranslationArtefact, "“You search lice in the head”, she said.", &["search lice in the head"]);
    check(TranslationArtefact, "The cable cost an eye of the face.", &["eye of the face"]);
    check(TranslationArtefact, "Our patience it is not eternal.", &["Our patience it is not"]);
    for text in [
        "The clerk put the pen back into the inkwell.",
        "The bear was shot near the village, and one ear was torn.",
        "In our view it is not over.",
        "Children with lice were sent home by the head teacher.",
    ] {
        sound(text);
    }
}

#[test]
fn words_that_cannot_follow_each_other() {
    check(TranslationArtefact, "It is allowed to nobody of to of cross the line.", &["of to of"]);
    check(TranslationArtefact, "They want the the border opened.", &["the the"]);
    check(TranslationArtefact, "He praised the his courage.", &["the his"]);
    for text in [
        "He lives in The Hague, in the The Hague district.",
        "It is what they asked for for years, and what it was was clear.",
        "He had had enough of that that day.",
        "What is it made of? To know that, the “The” must go.",
    ] {
        sound(text);
    }
}

#[test]
fn words_left_in_their_own_language() {
    check(TranslationArtefact, "The ministry said, de asemenea, that the bridge was shut.", &["de asemenea"]);
    check(TranslationArtefact, "Peru, sin embargo, refused the offer.", &["sin embargo"]);
    check(TranslationArtefact, "The envoy aussi asked for time.", &["aussi"]);
    check(TranslationArtefact, "They sent doctors в зону бедствия on Monday.", &["в зону бедствия"]);
    for text in [
        "The daily Sin Embargo said so, and Médecins sans Frontières agreed.",
        "The group Ensemble pour la Paix called it a coup d'état, vis-à-vis nobody.",
        "The island (остров) is called “le grand que voici” there.",
        "The daily Народное Слово said so.",
        "The word jihad, like “toutefois”, is a loan.",
    ] {
        sound(text);
    }
}

#[test]
fn marks_of_other_scripts_and_behind_a_day() {
    check(StrayPunctuation, &format!("{REST} The road is shut, he added.،"), &["added.،"]);
    check(StrayPunctuation, &format!("{REST} The guards had seized it on July 8.,"), &["8.,"]);
    check(StrayFragment, &format!("{REST}\n* * ."), &["* * ."]);
    for text in [
        "The port was shut on the 8., 9. and 10. of July, and no ship left it.",
        "The port was shut on Friday.\n* * *\nThe road was opened on Monday, and nobody came.",
    ] {
        sound(text);
    }
}
