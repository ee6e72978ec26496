"""Writes news-like articles of our own making: `articles(n)` gives the same n texts on every machine.

The sentences are templates written for this benchmark; states, offices and places are common knowledge. They are as
long and as full of names, quotations, dates and numbers as wire copy is, so that readers have their usual work.
"""
import random

STATES = [("Kenya", "Kenyan", "Nairobi"), ("Ethiopia", "Ethiopian", "Addis Ababa"), ("Egypt", "Egyptian", "Cairo"),
          ("Turkey", "Turkish", "Ankara"), ("Greece", "Greek", "Athens"), ("Armenia", "Armenian", "Yerevan"),
          ("Azerbaijan", "Azerbaijani", "Baku"), ("India", "Indian", "New Delhi"), ("Pakistan", "Pakistani", "Islamabad"),
          ("Serbia", "Serbian", "Belgrade"), ("Japan", "Japanese", "Tokyo"), ("South Korea", "South Korean", "Seoul"),
          ("Colombia", "Colombian", "Bogota"), ("Venezuela", "Venezuelan", "Caracas"), ("Morocco", "Moroccan", "Rabat"),
          ("Algeria", "Algerian", "Algiers"), ("Sudan", "Sudanese", "Khartoum"), ("Georgia", "Georgian", "Tbilisi"),
          ("Vietnam", "Vietnamese", "Hanoi"), ("Indonesia", "Indonesian", "Jakarta")]
BODIES = ["the United Nations", "the African Union", "the European Union", "the Arab League", "ASEAN", "NATO",
          "the Security Council", "the Organization of American States", "the Red Cross", "the World Food Programme"]
FIRST = "Amina Daniel Leyla Tomas Ravi Sofia Kwame Elena Yusuf Mariam Hiroshi Ines Goran Nadia Samuel Thuy".split()
LAST = "Okello Haddad Petrou Aliyev Sharma Tanaka Morales Jovanovic Bekele Rahman Castillo Nguyen Idris Sarkis Mensah".split()
OFFICES = ["Foreign Minister", "Defence Minister", "President", "Prime Minister", "Deputy Foreign Minister", "Ambassador"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July September October November December".split()
TOPICS = ["the disputed border", "the dam on the upper river", "fishing rights in the strait", "the release of detained sailors",
          "the gas pipeline", "the cease-fire line", "grain exports", "the buffer zone", "the return of refugees", "airspace violations"]
ACTS = ["withdraw its troops from the valley", "reopen the crossing", "lift the blockade of the port", "halt the naval drills",
        "release the prisoners", "allow inspectors into the facility", "stop arming the militias", "recall its ambassador",
        "suspend the trade agreement", "respect the armistice"]
SENTENCES = [
    "{A} will not {act} until {B} stops its \"campaign of intimidation\", {officeA} {pA} told reporters in {capA} on {day}.",
    "{officeB} {pB} rejected the accusation, saying that {B} had \"never fired first\" and that talks on {topic} remained possible.",
    "At least {n} people were killed and {m} wounded when artillery fire hit a market near the {adjA} town, local officials said.",
    "The two sides are due to meet in {capC} on {month} {d} to discuss {topic}, according to a statement published by {body}.",
    "If {B} does not {act} by the end of {month}, {A} will close its airspace and expel {n} diplomats, the ministry warned.",
    "\"We are ready to {act}, provided that {A} gives written guarantees,\" said {pB}, who has led the {adjB} delegation since last year.",
    "A spokesman for {body} urged both governments to show restraint and offered to send monitors to the area.",
    "{C}, which has mediated between the neighbours for more than a decade, called the shelling a violation of the {year} agreement.",
    "{adjA} forces seized a cargo ship carrying {m} tonnes of fuel on {day} night, and its crew of {n} was taken to {capA} for questioning.",
    "Analysts say the dispute over {topic} has pushed both economies to the edge of recession.",
    "The {adjB} parliament voted {m} to {n} to approve sanctions against companies that trade with {A}.",
    "\"Nobody wants a war,\" {pA} said, \"but nobody should doubt that we will defend every metre of our land.\"",
    "Thousands of protesters marched through {capB} over the weekend to demand that the government {act}.",
    "He added that {A} had asked {body} for an emergency session and expected an answer within {k} days.",
    "In a letter seen by this newspaper, {officeB} {pB} promised to {act} in exchange for humanitarian aid worth ${k} million.",
    "{C} and {A} signed a memorandum on military cooperation in {month} {year}, despite objections from {capB}.",
    "The {adjA} army denied that its aircraft had crossed the border, and accused {B} of spreading false reports.",
    "Talks broke down on {day} after the {adjB} side walked out over {topic}; no date for a new round has been set.",
    "According to {body}, some {m},000 people have fled their homes since the fighting began on {d} {month}.",
    "{officeA} {pA} flew to {capC} on {day} for a working dinner with {pC}, the {adjC} {officeClow}, before a summit on {topic}.",
    "The {adjC} government summoned the {adjA} ambassador and handed over a note of protest.",
    "She said her country would neither recognise the referendum nor {act}.",
    "Under the plan, which {body} drafted, {A} would {act} and {B} would in turn pull back its armour by {k} kilometres.",
    "Earlier this week, {adjB} police arrested {n} men on suspicion of smuggling weapons across the frontier.",
    "Asked whether {B} would {act}, {pB} replied: \"That depends on what {capA} does in the coming days.\"",
    "The announcement came hours after rebels, whom {capB} accuses {A} of backing, attacked a convoy of {body} near the river.",
]


def fill(sentence, rng, cast):
    """`sentence` with its slots filled from `cast` and chance."""
    slots = dict(cast, day=rng.choice(DAYS), month=rng.choice(MONTHS), d=rng.randint(1, 28), year=rng.randint(1991, 2024),
                 n=rng.randint(3, 60), m=rng.randint(61, 400), k=rng.randint(2, 30), topic=rng.choice(TOPICS),
                 act=rng.choice(ACTS), body=rng.choice(BODIES))
    text = sentence.format(**slots)
    return text[0].upper() + text[1:]


def article(rng):
    """One text: headline, dateline, some twenty sentences in paragraphs."""
    cast = {}
    for key, (name, adj, capital) in zip("ABC", rng.sample(STATES, 3)):
        office = rng.choice(OFFICES)
        cast |= {key: name, "adj" + key: adj, "cap" + key: capital, "office" + key: office,
                 "p" + key: f"{rng.choice(FIRST)} {rng.choice(LAST)}", f"office{key}low": office.lower()}
    out = [f"{cast['A']} and {cast['B']} trade accusations over {rng.choice(TOPICS)}", ""]
    body = rng.sample(SENTENCES, 22)
    lead = f"{cast['capA'].upper()}, {rng.choice(MONTHS)} {rng.randint(1, 28)} (Bench) - "
    at = 0
    while at < len(body):
        k = rng.randint(1, 3)
        paragraph = " ".join(fill(s, rng, cast) for s in body[at:at + k])
        out += [lead + paragraph if at == 0 else paragraph, ""]
        at += k
    return "\n".join(out)


def articles(n, seed=20260101):
    """`n` texts, always the same."""
    rng = random.Random(seed)
    return [article(rng) for _ in range(n)]


if __name__ == "__main__":
    texts = articles(100)
    print(sum(len(t.split()) for t in texts), "words")
    print(texts[0])
