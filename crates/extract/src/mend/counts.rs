//! Counts, clocks and what is due. "wrapped up three days of talks": the talks hang from the days; "14:20 Chile has closed its
//! ports": the hour closes nothing; "is due in Lima": who is due is the subject of "due".

use super::sentence::Sentence;

/// "wrapped up three days of talks": what is counted hangs from the count, not from the verb.
pub(super) fn counted(sentence: &mut Sentence) {
    for word in sentence.words.clone().skip(2) {
        if sentence[word].deprel != "obl" || sentence[word].upos != "NOUN" {
            continue;
        }
        let of = sentence.related(word, "case").find(|&c| sentence[c].lemma == "of");
        let Some(count) = of.and_then(|c| c.checked_sub(1)).filter(|c| sentence.words.contains(c)) else {
            continue;
        };
        let counts = sentence.lexicon.meeting.is("counting", &sentence[count].lemma)
            && sentence[count].deprel == "obj"
            && sentence[count].head == sentence[word].head;
        if counts {
            sentence.attach(word, count, "nmod");
        }
    }
}

/// "has given rice worth a million": what is "worth" something is given, not whom it is given to.
pub(super) fn worth(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        if sentence[word].lemma != "worth" {
            continue;
        }
        let Some(verb) = sentence.head_before(word) else { continue };
        let given = word.checked_sub(1).filter(|&w| sentence.hangs(w, verb) && sentence.nominal(w));
        let Some(given) = given.filter(|&g| sentence[g].deprel == "iobj") else { continue };
        sentence[given].deprel = "obj";
        sentence.attach(word, given, "amod");
    }
}

/// "14:20 Chile has closed its ports": the hour before a note of a running report is when it was written, and no subject.
pub(super) fn clocked(sentence: &mut Sentence) {
    let hour = sentence.words.start;
    if sentence.words.len() < 4 || !is_hour(sentence.form(hour)) {
        return;
    }
    let Some(verb) = sentence.head_of(hour) else { return };
    let named = sentence.related(hour, "appos").chain(sentence.related(hour, "flat")).next();
    if !sentence[hour].deprel.starts_with("nsubj") || !sentence.is_verb(verb) {
        return;
    }
    let Some(subject) = named else { return };
    let relation = sentence[hour].deprel;
    for w in sentence.children(hour).collect::<Vec<_>>() {
        sentence.hang(w, if w == subject { verb } else { subject });
    }
    sentence[subject].deprel = relation;
    sentence[hour].deprel = "obl:unmarked";
}

/// "14:20", "9.05".
fn is_hour(form: &str) -> bool {
    let digits = form.chars().filter(char::is_ascii_digit).count();
    let marks = form.chars().filter(|c| matches!(c, ':' | '.')).count();
    matches!(digits, 3 | 4) && marks == 1 && digits + marks == form.chars().count()
}

/// "Berg due Lima May 3 for talks", as telegrams have it, with "due" read as a preposition of the name before it.
pub(super) fn due_bare(sentence: &mut Sentence) {
    for due in sentence.words.clone().skip(1) {
        if sentence[due].lemma != "due" || sentence[due].deprel != "case" {
            continue;
        }
        let Some(who) = sentence.head_before(due).filter(|&w| sentence.nominal(w)) else {
            continue;
        };
        if sentence[due - 1].upos != "PROPN" && sentence[due - 1].upos != "NOUN" {
            continue;
        }
        let verbal = sentence.words.clone().any(|w| matches!(sentence[w].upos, "VERB" | "AUX"));
        if verbal {
            continue;
        }
        sentence.take_place(due, who);
        sentence.retag(due, "ADJ", "JJ");
        let mut after: Vec<usize> = sentence.children(who).filter(|&w| w > due).collect();
        let place = after.iter().copied().find(|&w| w == due + 1);
        let more = |&w: &usize| sentence[w].upos == "NUM" || sentence[w].deprel.ends_with("unmarked");
        after.extend(place.into_iter().flat_map(|p| sentence.children(p).filter(|&w| w > due).filter(more)));
        for w in after {
            sentence.hang(w, due);
            if sentence[w].deprel.starts_with("nmod") {
                sentence[w].deprel = "obl";
            }
        }
        sentence.attach(who, due, "nsubj");
    }
}

/// "is due in Lima", read as one long preposition: who is due is the subject of "due".
pub(super) fn due(sentence: &mut Sentence) {
    for due in sentence.words.clone() {
        if sentence[due].lemma != "due" || sentence[due].deprel != "case" {
            continue;
        }
        let Some(place) = sentence.head_behind(due) else { continue };
        let cop = sentence.related(place, "cop").any(|c| c < due);
        let subject = sentence.related(place, "nsubj").any(|s| s < due);
        if !cop || !subject || sentence[place].upos != "PROPN" {
            continue;
        }
        sentence.take_place(due, place);
        sentence.retag(due, "ADJ", "JJ");
        for w in sentence.children(place).collect::<Vec<_>>() {
            let own = matches!(sentence[w].deprel, "case" | "det" | "compound" | "flat" | "amod" | "conj");
            if w != due && !own {
                sentence.hang(w, due);
            }
        }
        sentence.attach(place, due, "obl");
    }
}

/// "before the two are due to meet", where "due" hangs on what is due, or on another verb: it governs that, and has its subject.
pub(super) fn due_to(sentence: &mut Sentence) {
    for due in sentence.words.clone().skip(1) {
        let to = due + 1;
        if sentence[due].lemma != "due" || !sentence.reads(to, "to") {
            continue;
        }
        let verb = (to + 1..sentence.words.end).take(2).find(|&w| sentence.is_verb(w));
        let Some(verb) = verb.filter(|&v| sentence.head_of(v) != Some(due)) else { continue };
        let before: Vec<usize> = sentence.children(verb).filter(|&w| w < due).collect();
        if !before.iter().any(|&w| sentence[w].lemma == "be") {
            continue;
        }
        sentence.take_place(due, verb);
        sentence.retag(due, "ADJ", "JJ");
        for w in before {
            sentence.hang(w, due);
            if sentence[w].lemma == "be" {
                sentence[w].deprel = "cop";
            }
        }
        // "before ... due to" was read as one preposition.
        for w in sentence.related(due, "fixed").collect::<Vec<_>>() {
            (sentence[w].deprel, sentence[w].upos) = ("mark", "SCONJ");
        }
        sentence.attach(to, verb, "mark");
        sentence.attach(verb, due, "xcomp");
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn days_of_talks_are_talks() {
        check(
            "Oslo    Oslo  PROPN NNP 2 nsubj
             ended   end   VERB  VBD 0 root
             three   three NUM   CD  4 nummod
             days    day   NOUN  NNS 2 obj
             of      of    ADP   IN  6 case
             talks   talk  NOUN  NNS 2 obl",
            expect![
                "Oslo/NNP nsubj ended; end/VBD root -; three/CD nummod days; day/NNS obj ended; of/IN case talks; talk/NNS nmod days"
            ],
        );
    }

    #[test]
    fn what_is_worth_something_is_given() {
        check(
            "Oslo Oslo PROPN NNP 2 nsubj
             gave give VERB  VBD 0 root
             rice rice NOUN  NN  2 iobj
             worth worth ADJ JJ  2 obj
             millions million NOUN NNS 4 obl
             to   to   ADP   IN  7 case
             Lima Lima PROPN NNP 2 obl",
            expect![[
                "Oslo/NNP nsubj gave; give/VBD root -; rice/NN obj gave; worth/JJ amod rice; million/NNS obl worth; to/IN case Lima; Lima/NNP obl gave"
            ]],
        );
    }

    #[test]
    fn the_hour_of_a_note_is_no_subject() {
        check(
            "14:20  14:20 NUM   CD  4 nsubj
             Lima   Lima  PROPN NNP 1 appos
             has    have  AUX   VBZ 4 aux
             closed close VERB  VBN 0 root
             its    its   PRON  PRP$ 6 nmod:poss
             ports  port  NOUN  NNS 4 obj",
            expect![[
                "14:20/CD obl:unmarked closed; Lima/NNP nsubj closed; have/VBZ aux closed; close/VBN root -; its/PRP$ nmod:poss ports; port/NNS obj closed"
            ]],
        );
    }

    #[test]
    fn who_is_due_as_telegrams_have_it() {
        check_with_names(
            "Berg  Berg PROPN NNP 0 root
             due   due  ADJ   JJ  1 case
             Lima  Lima PROPN NNP 1 nmod
             May   May  PROPN NNP 5 nmod:unmarked
             3     3    NUM   CD  3 nmod:unmarked
             for   for  ADP   IN  7 case
             talks talk NOUN  NNS 2 obl",
            expect![
                "Berg/NNP nsubj due; due/JJ root -; Lima/NNP obl due; May/NNP nmod:unmarked 3; 3/CD obl due; for/IN case talks; talk/NNS obl due"
            ],
        );
    }

    #[test]
    fn who_is_due_is_the_subject_of_due() {
        check(
            "Berg   Berg   PROPN NNP 5 nsubj
             is     be     AUX   VBZ 5 cop
             due    due    ADP   IN  5 case
             in     in     ADP   IN  5 case
             Lima   Lima   PROPN NNP 0 root
             on     on     ADP   IN  7 case
             Monday Monday PROPN NNP 5 obl",
            expect![
                "Berg/NNP nsubj due; be/VBZ cop due; due/JJ root -; in/IN case Lima; Lima/NNP obl due; on/IN case Monday; Monday/NNP obl due"
            ],
        );
    }

    #[test]
    fn what_is_due_hangs_on_due() {
        check(
            "Berg   Berg   PROPN NNP 2 nsubj
             left   leave  VERB  VBD 0 root
             before before SCONJ IN  6 fixed
             both   both   DET   DT  8 nsubj
             are    be     AUX   VBP 8 cop
             due    due    ADJ   IN  8 mark
             to     to     ADP   IN  6 fixed
             talk   talk   VERB  VB  2 advcl
             on     on     ADP   IN  10 case
             Monday Monday PROPN NNP 8 obl",
            expect![
                "Berg/NNP nsubj left; leave/VBD root -; before/IN mark due; both/DT nsubj due; be/VBP cop due; due/JJ advcl left; to/IN mark talk; talk/VB xcomp due; on/IN case Monday; Monday/NNP obl talk"
            ],
        );
    }
}
