//! Days and moments in words, for the pages of waves and forms.

use jiff::Timestamp;
use jiff::civil::Date;
use web::Tr;

/// A day in words: `22 november 2026`.
pub fn day(tr: Tr, day: Date) -> String {
    format!("{} {} {}", day.day(), tr.t(&format!("month-{}", day.month())), day.year())
}

/// A moment in words, on the clock of the Netherlands: `22 november 2026, 13:05`.
pub fn moment(tr: Tr, moment: Timestamp) -> String {
    let at = kernel::dutch_time(moment);
    format!("{}, {:02}:{:02}", day(tr, at.date()), at.hour(), at.minute())
}

/// First and last day: `1 oktober 2027 – 31 oktober 2027`.
pub fn period(tr: Tr, (first, last): (Date, Date)) -> String {
    format!("{} – {}", day(tr, first), day(tr, last))
}
