//! The many ways in which a page writes a day.

use jiff::civil::Date;

/// The day that `text` begins with or names, as `YYYY-MM-DD`; the day as it is written, whatever its time zone.
///
/// "2023-03-14T08:00:00Z", "20230314", "2023/3/14", "Tue, 14 Mar 2023 08:00:00 GMT", "March 14, 2023".
/// All-figure forms with the day or the month first are left alone: nobody can tell which is which.
pub(crate) fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    let head: String = text.chars().take(80).collect();
    figures(&head).or_else(|| named(&head)).map(|d| d.to_string())
}

/// Year first, in figures.
fn figures(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).take(3).collect();
    match parts.as_slice() {
        [ymd, ..] if ymd.len() == 8 || ymd.len() == 14 => day(&ymd[..4], &ymd[4..6], &ymd[6..8]),
        [y, m, d] if y.len() == 4 && (1..=2).contains(&m.len()) && (1..=2).contains(&d.len()) => day(y, m, d),
        _ => None,
    }
}

/// The month by its name, the day and the year in figures.
fn named(text: &str) -> Option<Date> {
    let mut month = None;
    let mut date = None;
    let mut year = None;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let lower = word.to_ascii_lowercase();
        let ordinal = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let (None, Some(m)) = (month, month_number(&lower)) {
            month = Some(m);
        } else if year.is_none() && lower.len() == 4 && lower.bytes().all(|b| b.is_ascii_digit()) {
            year = Some(word.to_owned());
        } else if date.is_none()
            && (1..=2).contains(&ordinal.len())
            && matches!(&lower[ordinal.len()..], "" | "st" | "nd" | "rd" | "th")
        {
            date = Some(ordinal.to_owned());
        }
        if let (Some(m), Some(d), Some(y)) = (month, &date, &year) {
            return day(y, &m.to_string(), d);
        }
    }
    None
}

fn month_number(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let n = MONTHS
        .iter()
        .position(|m| *m == word || word.len() >= 3 && word.len() <= 4 && m.starts_with(word))?;
    i8::try_from(n + 1).ok()
}

fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1800..=2200).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_many_forms() {
        for text in [
            "2023-03-14T08:00:00Z",
            "2023-03-14",
            " 2023-3-14 10:00",
            "2023/03/14",
            "20230314",
            "20230314080000",
            "Tue, 14 Mar 2023 08:00:00 GMT",
            "March 14, 2023",
            "Tuesday 14th March 2023, 8:00",
            "14 mar. 2023",
        ] {
            assert_eq!(iso_date(text).as_deref(), Some("2023-03-14"), "{text}");
        }
        for text in ["", "today", "03/04/2023", "2023-13-01", "2023", "at 8:00", "é"] {
            assert_eq!(iso_date(text), None, "{text}");
        }
    }
}
