//! Meetings as a calendar (iCalendar, RFC 5545).

use crate::Days;
use crate::ask::MeetingRow;
use icalendar::{Calendar, Component, Event, Property};
use jiff::ToSpan;
use jiff::civil::Date;

/// A calendar of the meetings whose days are known. The UID of an entry is made of the meeting's id, its DTSTAMP is the
/// day from which it is known, so that the same case gives the same file and a later one updates what a calendar took
/// from an earlier.
pub fn ics(meetings: &[MeetingRow]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//demarche//case//EN"));
    for meeting in meetings {
        let first = meeting.day.as_deref().and_then(Days::day);
        let last = meeting.last.as_deref().and_then(Days::day);
        let Some((first, last)) = first.zip(last) else { continue };
        // DTEND is the day after the last.
        let Ok(end) = last.checked_add(1.day()) else { continue };
        let known = meeting.known.as_deref().and_then(Days::day).unwrap_or(first);
        let names: Vec<&str> = meeting.parties.iter().map(|w| w.name.as_str()).collect();
        let what = meeting.format.as_deref().unwrap_or("meeting");
        let mut event = Event::new();
        event.uid(&format!("{}@demarche", meeting.id));
        event.add_property("DTSTAMP", format!("{}T000000Z", basic(known)));
        event.append_property(date("DTSTART", first));
        event.append_property(date("DTEND", end));
        event.add_property("SUMMARY", format!("{what}: {}", names.join(", ")));
        if let Some(place) = meeting.place.as_ref().or(meeting.forum.as_ref()) {
            event.add_property("LOCATION", place);
        }
        let status = match meeting.state.as_str() {
            "cancelled" | "denied" => "CANCELLED",
            "hypothetical" | "postponed" | "demanded" => "TENTATIVE",
            _ => "CONFIRMED",
        };
        event.add_property("STATUS", status);
        let state = format!("{}; {} source(s)", meeting.state, meeting.sources);
        let quotes = meeting.quotes.iter().map(|q| format!("“{}” ({})", q.quote, q.document));
        event
            .add_property("DESCRIPTION", std::iter::once(state).chain(quotes).collect::<Vec<_>>().join("\n"));
        calendar.push(event.done());
    }
    calendar.to_string()
}

fn date(name: &str, day: Date) -> Property {
    Property::new(name, basic(day)).add_parameter("VALUE", "DATE").done()
}

/// 20220110.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}
