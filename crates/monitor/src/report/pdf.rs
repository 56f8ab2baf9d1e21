//! `report.pdf`: PDF/UA-1 and PDF/A-2a.

use std::collections::BTreeMap;

use documents::pdf::{Document, PdfError, compile, table_data};
use jiff::civil::{Date, date};
use kernel::{Lang, Norm};
use serde_json::{Value, json};
use web::Tr;
use web::charts::{Markup, Swatch, standalone_at, swatch};

use super::document::{BarRow, Bars, Block, Picture, Printed, Score, chapters, cover};
use super::model::Report;
use super::words::notice;

/// Pixels across a chart in a row, so that its dots are as large as those of other charts.
const ROW: f64 = 450.0;
/// The width of charts that know their own.
const OWN: f64 = 0.0;

/// The report as a PDF.
///
/// # Errors
/// When the template does not compile, which is a mistake of ours.
pub fn write(report: &Report<'_>, lang: Lang) -> Result<Vec<u8>, PdfError> {
    let tr = Tr(lang);
    let cover = cover(report, lang);
    let mut printer = Printer { lang, images: BTreeMap::new() };
    let chapters: Vec<Value> = chapters(report, lang)
        .iter()
        .map(|chapter| json!({ "id": chapter.id, "title": chapter.title, "blocks": printer.blocks(&chapter.blocks) }))
        .collect();
    let data = json!({
        "cover": {
            "title": cover.title, "kicker": cover.kicker, "subtitle": cover.subtitle, "facts": cover.facts,
            "notice": cover.notice,
        },
        "chapters": chapters,
        "page": tr.t("report-see-page"),
    });
    let nature = report.analysis.nature;
    let strip =
        notice(lang, nature).map(|text| format!("{} {text}", tr.t(&format!("notice-{}", nature.name()))));
    let images: Vec<(String, Vec<u8>)> = printer.images.into_iter().collect();
    compile(&Document {
        lang,
        title: &tr.t1("report-document-title", "wave", report.wave_title(lang)),
        author: "Zicht",
        date: day(report),
        notice: strip.as_deref(),
        template: include_str!("../../templates/report.typ"),
        data: &data,
        images: &images,
    })
}

/// The day that the answers are of: the last of the wave, or the first of its year.
fn day(report: &Report<'_>) -> Date {
    let year = || i16::try_from(report.analysis.year()).ok().filter(|year| (1900..=2200).contains(year));
    let first = || Date::new(year().unwrap_or(1970), 1, 1).unwrap_or(date(1970, 1, 1));
    report.analysis.wave.as_ref().map_or_else(first, |wave| wave.period.1)
}

/// Turns blocks into data for the template, and charts into pictures.
struct Printer {
    lang: Lang,
    images: BTreeMap<String, Vec<u8>>,
}

impl Printer {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Value> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Value {
        match block {
            Block::Intro(text) => json!({ "kind": "intro", "text": text }),
            Block::Text(text) => json!({ "kind": "text", "text": text }),
            Block::Section(section) => {
                json!({ "kind": "section", "id": section.id, "title": section.title, "new-page": section.new_page })
            }
            Block::Points(points) => json!({ "kind": "points", "points": points }),
            Block::Notice(title, text) => json!({ "kind": "notice", "title": title, "text": text }),
            Block::Aside(title, points) => json!({ "kind": "aside", "title": title, "points": points }),
            Block::KeyFigures(figures) => {
                let items = figures.iter().map(|figure| {
                    let unit = Some(&figure.beside).filter(|text| !text.is_empty());
                    json!({ "value": figure.value, "unit": unit, "label": figure.label })
                });
                json!({ "kind": "key-figures", "items": items.collect::<Vec<_>>() })
            }
            Block::Picture(picture) => self.picture(picture),
            Block::Bars(bars) => self.bars(bars),
            Block::Score(score) => scored(score),
            Block::Halves(left, right) => {
                json!({ "kind": "halves", "left": self.blocks(left), "right": self.blocks(right) })
            }
            Block::Table(printed) => self.table(printed),
            Block::Conclusions(references) => {
                let items = references.iter().map(|reference| {
                    let see = Tr(self.lang).t1("report-see", "title", reference.title.clone());
                    json!({ "text": reference.text, "anchor": reference.anchor, "see": see })
                });
                json!({ "kind": "conclusions", "items": items.collect::<Vec<_>>() })
            }
        }
    }

    fn picture(&mut self, picture: &Picture) -> Value {
        json!({
            "kind": "picture",
            "title": picture.title,
            "image": self.image(&picture.chart, picture.width),
            "alt": label(&picture.chart),
            "width": picture.percent,
            "signs": self.signs(&picture.signs),
            "note": picture.note,
        })
    }

    fn bars(&mut self, bars: &Bars) -> Value {
        let row = |printer: &mut Self, row: &BarRow| {
            json!({
                "label": row.label,
                "image": row.chart.as_ref().map(|chart| printer.image(chart, ROW)),
                "alt": row.chart.as_ref().map(label),
                "value": row.value,
                "norm": row.norm.map(Norm::name),
            })
        };
        let rows: Vec<Value> = bars.rows.iter().map(|one| row(self, one)).collect();
        // A score is short; words need a column of their own.
        let wide = bars.rows.iter().any(|row| row.value.chars().count() > 8);
        json!({
            "kind": "bars", "title": bars.title, "rows": rows, "wide": wide,
            "signs": self.signs(&bars.signs), "note": bars.note,
        })
    }

    fn table(&self, printed: &Printed) -> Value {
        let mut data = table_data(&printed.table, self.lang);
        if let Some(fields) = data.as_object_mut() {
            fields.insert("kind".to_owned(), json!("table"));
            fields.insert("grouped".to_owned(), json!(printed.grouped));
            fields.insert("bar".to_owned(), json!(printed.bar));
            fields.insert("bars".to_owned(), json!(printed.bars()));
            fields.insert("caption".to_owned(), json!(printed.caption));
        }
        data
    }

    fn signs(&mut self, signs: &[(Swatch, String)]) -> Vec<Value> {
        signs
            .iter()
            .map(|(sign, words)| json!({ "image": self.image(&swatch(*sign), OWN), "words": words }))
            .collect()
    }

    /// Keeps a chart as a picture and gives its name. The same picture is kept once.
    fn image(&mut self, chart: &Markup, width: f64) -> String {
        let svg = standalone_at(chart, width).into_bytes();
        if let Some((name, _)) = self.images.iter().find(|(_, known)| **known == svg) {
            return name.clone();
        }
        let name = format!("{:04}.svg", self.images.len());
        self.images.insert(name.clone(), svg);
        name
    }
}

fn scored(score: &Score) -> Value {
    let parts = score.parts.iter().map(|part| {
        let share = if part.maximum > 0.0 { part.points / part.maximum * 100.0 } else { 0.0 };
        json!({ "label": part.label, "share": share, "words": part.words, "of": part.of })
    });
    json!({
        "kind": "score",
        "score": score.total,
        "norm": score.norm.map(Norm::name),
        "norm-text": score.norm_text,
        "maximum": score.maximum,
        "before": score.before,
        "parts": parts.collect::<Vec<_>>(),
        "notes": score.notes,
    })
}

/// The text alternative that a chart carries.
fn label(chart: &Markup) -> String {
    let rest = chart.as_str().split_once("aria-label=\"").map_or("", |(_, rest)| rest);
    let escaped = rest.split('"').next().unwrap_or_default();
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    plain.into_iter().fold(escaped.to_owned(), |text, (code, sign)| text.replace(code, sign))
}
