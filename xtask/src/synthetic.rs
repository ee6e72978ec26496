//! Synthetic news: many dispatches on many quarrels over one year, always the same for a seed.
//!
//! Every document is composed of our own templates: what happened, a commitment (demand, threat or promise) or what
//! became of an earlier one, meetings announced, held, put off or called off, quotations, reactions. The generator
//! counts what it writes, so that the answers of a case made of its documents can be checked.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// States: name, adjective, capital, president, foreign minister.
type State = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Real states, invented office-holders.
const STATES: [State; 32] = [
    ("Albania", "Albanian", "Tirana", "Ardit Kola", "Mira Dushku"),
    ("Algeria", "Algerian", "Algiers", "Karim Belhadj", "Samira Ouali"),
    ("Argentina", "Argentine", "Buenos Aires", "Julio Ferrante", "Clara Bossi"),
    ("Azerbaijan", "Azerbaijani", "Baku", "Rauf Hasanli", "Leyla Guluzade"),
    ("Bolivia", "Bolivian", "La Paz", "Hernan Quiroga", "Teresa Mamani"),
    ("Cambodia", "Cambodian", "Phnom Penh", "Sok Vannak", "Chea Sopheap"),
    ("Chile", "Chilean", "Santiago", "Matias Araya", "Paula Rebolledo"),
    ("Colombia", "Colombian", "Bogota", "Andres Zuluaga", "Marta Ospino"),
    ("Ecuador", "Ecuadorean", "Quito", "Ivan Cevallos", "Rosa Intriago"),
    ("Egypt", "Egyptian", "Cairo", "Hossam Wafik", "Nadia Selim"),
    ("Eritrea", "Eritrean", "Asmara", "Tesfai Mehari", "Hiwet Kidane"),
    ("Ethiopia", "Ethiopian", "Addis Ababa", "Dawit Alemu", "Sara Getahun"),
    ("Georgia", "Georgian", "Tbilisi", "Levan Kvirkvelia", "Nino Abashidze"),
    ("Greece", "Greek", "Athens", "Stavros Lekkas", "Eleni Vrettou"),
    ("Guyana", "Guyanese", "Georgetown", "Ravi Persaud", "Joan Braithwaite"),
    ("India", "Indian", "New Delhi", "Anil Deshmane", "Kavita Rao"),
    ("Indonesia", "Indonesian", "Jakarta", "Bambang Santoso", "Dewi Lestanti"),
    ("Kazakhstan", "Kazakh", "Astana", "Yerlan Sadykov", "Aigul Bekova"),
    ("Kenya", "Kenyan", "Nairobi", "Peter Mwendwa", "Grace Achieng"),
    ("Malaysia", "Malaysian", "Kuala Lumpur", "Faisal Hamid", "Noor Aziza"),
    ("Mauritania", "Mauritanian", "Nouakchott", "Sidi Cheikhna", "Mariem Bowba"),
    ("Moldova", "Moldovan", "Chisinau", "Ion Rotaru", "Elena Balan"),
    ("Morocco", "Moroccan", "Rabat", "Driss Lamrani", "Hind Berrada"),
    ("Nepal", "Nepalese", "Kathmandu", "Bishnu Thapaliya", "Sunita Gurung"),
    ("Pakistan", "Pakistani", "Islamabad", "Tariq Mehmud", "Ayesha Lodhi"),
    ("Peru", "Peruvian", "Lima", "Oscar Valdivia", "Luz Huaman"),
    ("Senegal", "Senegalese", "Dakar", "Moussa Ndour", "Awa Thiam"),
    ("Sudan", "Sudanese", "Khartoum", "Bakri Osman", "Amna Idris"),
    ("Thailand", "Thai", "Bangkok", "Somchai Wattana", "Pim Rattanakul"),
    ("Turkey", "Turkish", "Ankara", "Cem Aydogan", "Selin Karaca"),
    ("Uzbekistan", "Uzbek", "Tashkent", "Rustam Yuldashev", "Malika Rakhimova"),
    ("Vietnam", "Vietnamese", "Hanoi", "Tran Van Dung", "Le Thi Huong"),
];

/// Invented places that are quarrelled over.
const PLACES: [&str; 16] = [
    "Karsil Island",
    "Venda Ridge",
    "the Tolmar Pass",
    "Oruba Island",
    "the Besh Plain",
    "Mirna Island",
    "the Dalur Strip",
    "Sefir Island",
    "the Akor Heights",
    "Lomba Island",
    "the Jandar Valley",
    "Pelican Bank",
    "the Ruvo Crossing",
    "Tamis Island",
    "the Okal Hills",
    "Zorin Bank",
];

/// Where third parties receive guests.
const CITIES: [&str; 8] = ["Geneva", "Vienna", "Oslo", "Doha", "Singapore", "Montevideo", "Helsinki", "Bern"];

/// Who carries the dispatches: name, letters of the dateline.
const OUTLETS: [(&str, &str); 6] = [
    ("Southern Wire", "SW"),
    ("Continental Press", "CP"),
    ("Northern Post", "NP"),
    ("Harbour Times", "HT"),
    ("Evening Ledger", "EL"),
    ("Meridian Radio", "MR"),
];

/// A threat: what the other must not do, what follows; each said as condition, as act done.
/// `{p}` is the place, `{b}` and `{B}` the other state's name and adjective.
const THREATS: [[&str; 4]; 5] = [
    [
        "sends troops to {p}",
        "sent troops to {p}",
        "expel the ambassador of {b}",
        "expelled the ambassador of {b}",
    ],
    ["seizes {p}", "seized {p}", "impose sanctions on {b}", "imposed sanctions on {b}"],
    [
        "closes the border at {p}",
        "closed the border at {p}",
        "halt gas exports to {b}",
        "halted gas exports to {b}",
    ],
    ["attacks {p}", "attacked {p}", "recall its ambassador from {b}", "recalled its ambassador from {b}"],
    ["bombs {p}", "bombed {p}", "break off relations with {b}", "broke off relations with {b}"],
];

/// A demand: what the other must do, done, not done.
const DEMANDS: [[&str; 3]; 5] = [
    [
        "withdraw its troops from {p}",
        "withdrew its troops from {p}",
        "refused to withdraw its troops from {p}",
    ],
    ["release the {n} fishermen", "released the {n} fishermen", "refused to release the {n} fishermen"],
    ["reopen the border at {p}", "reopened the border at {p}", "refused to reopen the border at {p}"],
    ["lift the blockade of {p}", "lifted the blockade of {p}", "refused to lift the blockade of {p}"],
    ["admit inspectors to {p}", "admitted inspectors to {p}", "refused to admit inspectors to {p}"],
];

/// A promise: what the speaker will do for the other, done, not done.
const PROMISES: [[&str; 3]; 4] = [
    [
        "send {n} tonnes of wheat to {b}",
        "sent {n} tonnes of wheat to {b}",
        "did not send the {n} tonnes of wheat that it promised",
    ],
    ["lift its sanctions on {b}", "lifted its sanctions on {b}", "did not lift its sanctions on {b}"],
    [
        "free {n} {B} prisoners",
        "freed {n} {B} prisoners",
        "did not free the {n} prisoners as it had promised",
    ],
    [
        "pull back its ships from {p}",
        "pulled back its ships from {p}",
        "did not pull back its ships from {p}",
    ],
];

/// What office-holders say when they say nothing.
const QUOTES: [&str; 12] = [
    "We want good neighbours, but we do not want them at any price",
    "Our patience is long, and it has an end",
    "Nobody will decide for us what happens on our own soil",
    "There is still room for reason, and we are using it",
    "These words will be weighed, not counted",
    "We have read the letter and we have not changed our mind",
    "A map is not an argument",
    "The people of this region deserve quiet nights",
    "Whoever talks of war has not buried anyone",
    "We are ready for every turn of events",
    "The truth is known to those who stood on the shore",
    "It would be wrong to speak of a crisis",
];

/// Sentences that fill a dispatch: `{a}` and `{A}` the one state, `{b}` and `{B}` the other, `[x|y|z]` one of these; so
/// many that two dispatches on one quarrel are not taken for copies.
const FILLERS: [&str; 14] = [
    "Trade between the two [countries|neighbours|governments] [reached|came to|fell to|rose to] {n}00 million dollars \
     [last year|in the past year|before the quarrel], [most|much|two thirds] of it in [grain|cotton|copper|fish|cement], \
     [timber|textiles|fruit|fuel] and [machine parts|medicine|vehicles|fertiliser].",
    "Both states have [claimed|wanted|fought over] {p} since [the colonial maps were drawn|the war of their \
     grandfathers|the last empire left|oil was found there], and [neither has let the matter rest|no court has settled \
     it|several commissions have failed|every election brings it back].",
    "About {n}00 [families|herders|traders|refugees] live near {p}, according to [the last census|a relief agency|the \
     district office|church records], and [many|most|some|few] of them have [relatives|land|debts|schools] on both sides.",
    "[Shops|Markets|Banks|Offices] in {ca} were [open|crowded|half empty|closed] [as usual|at noon|by evening|on the \
     day], and [buses|trains|ferries|taxis] [ran|stood still|were late], although [queues|rumours|prices|worries] grew.",
    "[Analysts|Diplomats|Bankers|Professors] in {ca} said [neither government|no minister|the army|the treasury] could \
     afford [a long dispute|another winter like this|a blockade|new weapons] while [bread|fuel|rents|wages] [were \
     rising|were short|made people angry].",
    "Some {n}00 [people|students|veterans|workers] marched through {ca} in the [evening|rain|morning|heat] with \
     [flags|candles|drums|banners], and police said [there were no arrests|a few windows broke|it was peaceful|traffic \
     was held up].",
    "{A} [newspapers|websites|broadcasters|weeklies] [gave the matter their front pages|wrote of little else|printed \
     maps|ran old photographs], while [state television|the radio|the main daily] in {cb} [hardly mentioned it|showed \
     football|showed parades].",
    "The {B} opposition [accused|suspected|blamed] [the government|the cabinet|the general staff] of \
     [weakness|haste|silence|greed] and [wants|expects|hopes for] a [debate|hearing|vote] [before the end of the \
     week|next month|in the autumn|soon].",
    "A {A} [military|customs|railway|port] official, who [would not give his name|spoke on the telephone|was off \
     duty], said [leave had been cancelled|shifts were longer|radios were handed out|bridges were checked] in {n} \
     [provinces|towns|barracks|districts].",
    "[Fishermen|Farmers|Drivers|Guides] near {p} [stayed at home|went out early|sold little|packed their things] for \
     [a second day|most of the week|some hours|the first time], because [they feared patrols|fuel was dear|the road was \
     wet|nobody told them anything].",
    "The {A} currency [lost|gained|moved] about {n} [percent|cents] against the [dollar|euro|yen], its \
     [weakest|strongest|strangest] [close|week|morning] since [spring|the harvest|the last election|the floods].",
    "[Satellite pictures|Photographs|Sketches|Recordings] published by [a university|an institute|an amateur|a \
     newspaper] showed [new tents|fresh tracks|a mast|two sheds] and [a road of gravel|a jetty|trenches|lorries] some {n} \
     kilometres from {p}.",
    "[Airlines|Shippers|Railways|Hauliers] [rerouted|cancelled|delayed|insured anew] [services|journeys|deliveries] that \
     usually pass {p}, which adds about {n} [minutes|hours] to the [journey|trip|way] between the [capitals|ports|coasts].",
    "[Schools|Clinics|Libraries|Mosques and churches] in the [border|river|northern|southern] districts will [stay \
     closed|open later|lend their cellars|keep their hours] until [the shelters are looked at|the weather turns|the \
     council has met|teachers return], the [mayor|governor|prefect|headman] said.",
];

/// One document.
#[derive(Clone, Debug)]
pub struct Document {
    /// "s00042".
    pub id: String,
    /// ISO date.
    pub published: String,
    /// Headline.
    pub title: String,
    /// Name of who ran it.
    pub outlet: String,
    /// The dispatch.
    pub text: String,
    /// Whether another outlet ran it first.
    pub copy: bool,
}

impl Document {
    /// The line that `demarche case add` and `demarche code` take.
    pub fn line(&self) -> Value {
        let host = self.outlet.to_lowercase().replace(' ', "-");
        json!({
            "id": self.id, "text": self.text, "published": self.published, "title": self.title,
            "outlet": self.outlet, "url": format!("https://{host}.example/{}", self.id),
        })
    }
}

/// The documents, and what was written into them (near-copies counted once).
#[derive(Clone, Debug, Default)]
pub struct News {
    /// In order of their days.
    pub documents: Vec<Document>,
    /// How many are near-copies of one before.
    pub copies: usize,
    /// How many times each thing was written: "demand", "demand met", "threat carried out", "meeting planned", ...
    pub written: BTreeMap<&'static str, usize>,
    /// Documents that have the state's name as a word, copies included.
    pub naming: BTreeMap<&'static str, usize>,
}

/// What a state is bound to in a quarrel, until a later document says what became of it.
enum Open {
    Demand { act: [String; 3] },
    Threat { act: [String; 4] },
    Promise { act: [String; 3] },
    Meeting { city: &'static str, on: Date },
}

/// Two states, a place and what stands open between them; the first is the one that binds or demands.
struct Quarrel {
    a: State,
    b: State,
    place: &'static str,
    open: Vec<(Date, Open)>,
}

/// `SplitMix64` (Steele, Lea and Flood 2014): enough for choosing among templates, the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// `count` documents over the year 2025.
pub fn news(count: usize, seed: u64) -> News {
    let mut dice = Dice(seed);
    let mut quarrels = quarrels(&mut dice);
    let mut news = News::default();
    let first = Date::constant(2025, 1, 1);
    while news.documents.len() < count {
        let at = news.documents.len();
        let day = first + days(at * 365 / count);
        // One in sixteen is another outlet's copy of one of the last dispatches.
        let copy = (at >= 8 && dice.below(16) == 0)
            .then(|| copied(&mut dice, &news.documents[at - 8..], at))
            .flatten();
        if let Some(copy) = copy {
            news.copies += 1;
            news.documents.push(copy);
            continue;
        }
        let which = dice.below(quarrels.len());
        let document = dispatch(&mut dice, &mut quarrels[which], day, at, &mut news.written);
        news.documents.push(document);
    }
    for (name, ..) in STATES {
        let naming = news.documents.iter().filter(|d| has_word(&d.text, name)).count();
        news.naming.insert(name, naming);
    }
    news
}

fn days(n: usize) -> Span {
    i64::try_from(n).unwrap_or(i64::MAX).days()
}

/// Each state quarrels with three others.
fn quarrels(dice: &mut Dice) -> Vec<Quarrel> {
    let n = STATES.len();
    let pairs = (0..n).flat_map(|i| [1, 5, 11].map(|step| (i, (i + step) % n)));
    pairs
        .map(|(i, j)| Quarrel { a: STATES[i], b: STATES[j], place: dice.of(&PLACES), open: Vec::new() })
        .collect()
}

/// The same dispatch in another outlet: its dateline and headline differ, and some are cut short.
fn copied(dice: &mut Dice, last: &[Document], at: usize) -> Option<Document> {
    let source = last.iter().rev().find(|d| !d.copy)?;
    let (outlet, _) = OUTLETS[(OUTLETS.iter().position(|o| o.0 == source.outlet)? + 1) % OUTLETS.len()];
    let (head, body) = source.text.split_once(" - ")?;
    let city = head.split(',').next()?;
    let paragraphs: Vec<&str> = body.split("\n\n").collect();
    let kept = paragraphs.len() - dice.below(2);
    let text = format!("{city} - {}", paragraphs[..kept].join("\n\n"));
    if last.iter().any(|d| d.text == text) {
        return None;
    }
    let title = format!("From the wires: {}", source.title);
    Some(Document { id: id(at), outlet: outlet.into(), title, text, copy: true, ..source.clone() })
}

fn id(at: usize) -> String {
    format!("s{at:05}")
}

/// One dispatch on a quarrel: news first (what became of something open, or something new), then the rest.
fn dispatch(
    dice: &mut Dice,
    quarrel: &mut Quarrel,
    day: Date,
    at: usize,
    written: &mut BTreeMap<&'static str, usize>,
) -> Document {
    let (outlet, letters) = dice.of(&OUTLETS);
    let mut count = |what| *written.entry(what).or_default() += 1;
    let due = quarrel.open.iter().position(|(on, _)| *on < day);
    let (title, mut paragraphs) = match due.map(|i| quarrel.open.remove(i).1) {
        Some(open) => outcome(dice, quarrel, day, open, &mut count),
        None => beginning(dice, quarrel, day, &mut count),
    };
    // From here on either state may be the one that is spoken of first.
    let (a, b) = if dice.below(2) == 0 { (quarrel.a, quarrel.b) } else { (quarrel.b, quarrel.a) };
    paragraphs.insert(2, said(dice, a));
    let mut fillers: Vec<&str> = Vec::new();
    while fillers.len() < 9 {
        let filler = dice.of(&FILLERS);
        if !fillers.contains(&filler) {
            fillers.push(filler);
        }
    }
    for pair in fillers.chunks(2) {
        let filled: Vec<String> = pair.iter().map(|f| fill(dice, f, a, b, quarrel.place)).collect();
        paragraphs.push(filled.join(" "));
    }
    paragraphs.insert(paragraphs.len() - 1, reaction(dice, a, b));
    let city = quarrel.a.2.to_uppercase();
    let dated = day.strftime("%B %-d");
    let text = format!("{city}, {dated} ({letters}) - {}\n", paragraphs.join("\n\n"));
    Document { id: id(at), published: day.to_string(), title, outlet: outlet.into(), text, copy: false }
}

/// Something new in a quarrel: headline and first paragraphs.
fn beginning(
    dice: &mut Dice,
    quarrel: &mut Quarrel,
    day: Date,
    count: &mut impl FnMut(&'static str),
) -> (String, Vec<String>) {
    let (a, b) = (quarrel.a, quarrel.b);
    let (today, due) = (day.strftime("%A"), day + days(4 + dice.below(20)));
    let by = due.strftime("%B %-d");
    let p = quarrel.place;
    match dice.below(4) {
        0 => {
            count("demand");
            let (n, act) = numbered(dice, &DEMANDS);
            let act = act.map(|words| put(words, b, p, n));
            let lead = format!("{} on {today} demanded that {} {} by {by}.", a.0, b.0, act[0]);
            let more = format!("{} Foreign Minister {} said the deadline would not be extended.", a.1, a.4);
            quarrel.open.push((due, Open::Demand { act }));
            (format!("{} sets {} a deadline", a.0, b.0), vec![lead, more])
        }
        1 => {
            count("threat");
            let (n, act) = numbered(dice, &THREATS);
            let act = act.map(|words| put(words, b, p, n));
            let lead = format!("{} on {today} warned {} over {p}.", a.0, b.0);
            let more =
                format!("“If {} {}, we will {},” {} President {} said.", b.0, act[0], act[2], a.1, a.3);
            quarrel.open.push((due, Open::Threat { act }));
            (format!("{} warns {} over {p}", a.0, b.0), vec![lead, more])
        }
        2 => {
            count("promise");
            let (n, act) = numbered(dice, &PROMISES);
            let act = act.map(|words| put(words, b, p, n));
            let lead = format!("{} on {today} promised to {} by {by}.", a.0, act[0]);
            let more = format!("{} Foreign Minister {} welcomed the pledge.", b.1, b.4);
            quarrel.open.push((due, Open::Promise { act }));
            (format!("{} makes a pledge to {}", a.0, b.0), vec![lead, more])
        }
        _ => {
            count("meeting planned");
            let city = dice.of(&CITIES);
            let lead = format!(
                "The foreign ministers of {} and {} will meet in {city} on {by}, {} announced on {today}.",
                a.0, b.0, a.2
            );
            let more = format!("They will discuss {p}, {} Foreign Minister {} said.", b.1, b.4);
            quarrel.open.push((due, Open::Meeting { city, on: due }));
            (format!("{} and {} to talk in {city}", a.0, b.0), vec![lead, more])
        }
    }
}

/// What became of something that stood open.
fn outcome(
    dice: &mut Dice,
    quarrel: &mut Quarrel,
    day: Date,
    open: Open,
    count: &mut impl FnMut(&'static str),
) -> (String, Vec<String>) {
    let (a, b) = (quarrel.a, quarrel.b);
    let (today, p) = (day.strftime("%A"), quarrel.place);
    let good = dice.below(2) == 0;
    match open {
        Open::Demand { act } if good => {
            count("demand met");
            let lead = format!("{} {} on {today}, as {} had demanded.", b.0, act[1], a.0);
            (format!("{} gives way to {}", b.0, a.0), vec![lead, format!("{} welcomed the step.", a.0)])
        }
        Open::Demand { act } => {
            count("demand refused");
            let lead = format!("{} on {today} {}.", b.0, act[2]);
            (format!("{} turns {} down", b.0, a.0), vec![lead, format!("{} condemned the decision.", a.0)])
        }
        Open::Threat { act } if good => {
            count("threat carried out");
            let lead = format!("{} {} on {today}, a day after {} {}.", a.0, act[3], b.0, act[1]);
            (format!("{} acts on its warning", a.0), vec![lead, format!("{} called the step illegal.", b.0)])
        }
        Open::Threat { .. } => {
            count("threat idle");
            let lead = format!("{} and {} held talks on {p} on {today} in {}.", a.0, b.0, b.2);
            (
                format!("Tension eases over {p}"),
                vec![lead, format!("{} thanked {} for its restraint.", a.0, b.0)],
            )
        }
        Open::Promise { act } if good => {
            count("promise kept");
            let lead = format!("{} {} on {today}, as it had promised.", a.0, act[1]);
            (format!("{} keeps its word", a.0), vec![lead, format!("{} thanked {}.", b.0, a.0)])
        }
        Open::Promise { act } => {
            count("promise broken");
            let lead = format!("{} {}, {} said on {today}.", a.0, act[2], b.0);
            (format!("{} breaks its word", a.0), vec![lead, format!("{} accused {} of deceit.", b.0, a.0)])
        }
        Open::Meeting { city, on } if good => {
            count("meeting held");
            let when = on.strftime("%B %-d");
            let lead = format!(
                "The foreign ministers of {} and {} met in {city} on {when} to discuss {p}.",
                a.0, b.0
            );
            (
                format!("Ministers meet in {city}"),
                vec![lead, "They agreed on nothing but a further round.".into()],
            )
        }
        Open::Meeting { city, on } => {
            count("meeting cancelled");
            let when = on.strftime("%B %-d");
            let lead = format!(
                "{} on {today} cancelled talks with {} that were planned for {when} in {city}.",
                a.0, b.0
            );
            (format!("No talks in {city}"), vec![lead, format!("{} regretted the decision.", b.0)])
        }
    }
}

/// One of some templates, and a number for it.
fn numbered<const N: usize>(dice: &mut Dice, all: &[[&'static str; N]]) -> (usize, [&'static str; N]) {
    (3 + dice.below(60), dice.of(all))
}

fn put(words: &str, b: State, place: &str, n: usize) -> String {
    words.replace("{p}", place).replace("{b}", b.0).replace("{B}", b.1).replace("{n}", &n.to_string())
}

fn fill(dice: &mut Dice, words: &str, a: State, b: State, place: &str) -> String {
    let mut words = words.to_owned();
    while let (Some(open), Some(close)) = (words.find('['), words.find(']')) {
        let choices: Vec<&str> = words[open + 1..close].split('|').collect();
        let chosen = dice.of(&choices).to_owned();
        words.replace_range(open..=close, &chosen);
    }
    let words = words.replace("{a}", a.0).replace("{A}", a.1).replace("{ca}", a.2).replace("{cb}", b.2);
    put(&words, b, place, 2 + dice.below(8))
}

/// A quotation and a sentence in reported speech.
fn said(dice: &mut Dice, a: State) -> String {
    let (one, other) =
        (dice.of(&QUOTES), dice.of(&["parliament", "reporters", "state television", "a newspaper"]));
    let (role, who) = dice.of(&[("President", a.3), ("Foreign Minister", a.4)]);
    format!("“{one},” {} {role} {who} told {other} in {}. He would say no more about the talks behind the scenes.", a.1, a.2)
        .replace("He would", if role == "President" { "He would" } else { "She would" })
}

/// What third parties say.
fn reaction(dice: &mut Dice, a: State, b: State) -> String {
    match dice.below(4) {
        0 => format!("The United Nations urged {} and {} to show restraint.", a.0, b.0),
        1 => format!("The European Union called on {} to return to the negotiating table.", b.0),
        2 => format!("The African Union offered to mediate between {} and {}.", a.0, b.0),
        _ => format!(
            "The United Nations Security Council will discuss the dispute between {} and {} next week.",
            a.0, b.0
        ),
    }
}

/// Whether `text` has `name` as a word or words of its own.
pub fn has_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_seed_writes_the_same_news_and_another_seed_does_not() {
        let lines = |seed| news(60, seed).documents.iter().map(|d| d.line().to_string()).collect::<Vec<_>>();
        assert_eq!(lines(7), lines(7));
        assert_ne!(lines(7), lines(8));
    }

    #[test]
    fn every_text_is_its_own_and_as_long_as_a_dispatch() {
        let news = news(1000, 7);
        let texts: HashSet<&str> = news.documents.iter().map(|d| d.text.as_str()).collect();
        assert_eq!(texts.len(), 1000);
        for document in &news.documents {
            let words = document.text.split_whitespace().count();
            assert!((180..=330).contains(&words), "{words} words in\n{}", document.text);
            assert!(!document.text.contains(['{', '}', '[', ']', '|']), "{}", document.text);
        }
    }

    #[test]
    fn what_stands_open_is_followed_up() {
        let written = news(2000, 7).written;
        let both = written["demand met"] + written["demand refused"];
        assert!(both > 0 && both <= written["demand"], "{written:?}");
        for kind in [
            "threat carried out",
            "threat idle",
            "promise kept",
            "promise broken",
            "meeting held",
            "meeting cancelled",
        ] {
            assert!(written[kind] > 20, "{kind}: {written:?}");
        }
    }

    #[test]
    fn two_dispatches_that_are_no_copies_share_less_than_half_of_their_words_in_a_row() {
        let news = news(1000, 7);
        let rows = |d: &&Document| -> HashSet<String> {
            let words: Vec<&str> = d.text.split_whitespace().collect();
            words.windows(4).map(|four| four.join(" ")).collect()
        };
        let originals: Vec<HashSet<String>> = news
            .documents
            .iter()
            .filter(|d| !d.copy)
            .take(200)
            .collect::<Vec<_>>()
            .iter()
            .map(rows)
            .collect();
        for (i, a) in originals.iter().enumerate() {
            for b in &originals[..i] {
                let both = a.intersection(b).count();
                assert!(2 * both < a.len().min(b.len()), "{both} of {} and {}", a.len(), b.len());
            }
        }
    }

    #[test]
    fn copies_are_the_text_of_another_under_another_dateline() {
        let news = news(500, 7);
        let copies: Vec<&Document> = news.documents.iter().filter(|d| d.copy).collect();
        assert_eq!(copies.len(), news.copies);
        assert!((15..=50).contains(&copies.len()), "{}", copies.len());
        for copy in copies {
            let body = copy.text.split_once(" - ").unwrap().1.trim_end();
            assert!(news.documents.iter().any(|d| !d.copy && d.text.contains(body)), "{}", copy.text);
        }
    }
}
