//! Documents as PDF: what is in them, read from their bytes.

use std::sync::LazyLock;

use documents::pdf::{Document, PdfError, compile, table_data};
use documents::table::{Cell, Column, Table};
use jiff::civil::date;
use kernel::Lang;
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("sample.typ");

const CHART: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-40 10 640 96" font-family="Source Sans 3">
<rect x="150" y="20" width="400" height="24" fill="#eaeff0"/><rect x="150" y="20" width="172" height="24" fill="#c2770c"/>
<text x="140" y="38" text-anchor="end" font-size="16" fill="#12242d">Hulp bij eerste signalen</text>
<rect x="150" y="70" width="400" height="24" fill="#eaeff0"/><rect x="150" y="70" width="322" height="24" fill="#1f7a4d"/>
<text x="140" y="88" text-anchor="end" font-size="16" fill="#12242d">Training en meldcode</text>
<text x="560" y="38" font-size="16" font-weight="700">43</text><text x="560" y="88" font-size="16" font-weight="700">80</text>
</svg>"##;

fn tables() -> Vec<Table> {
    let options = [
        "Richtlijnen en protocollen",
        "Deskundigheidsbevordering",
        "Aandachtsfunctionaris huiselijk geweld en kindermishandeling",
        "Inzet van risicotaxatie-instrumenten",
    ];
    let rows = |count: usize| {
        (0..count)
            .map(|row| {
                vec![
                    options[row % options.len()].into(),
                    Cell::Count((row as u64 * 7919) % 1700),
                    Cell::Percent((row as f64 * 13.7) % 100.0, 0),
                    if row % 5 == 3 {
                        Cell::NotAvailable
                    } else {
                        Cell::Number((row as f64 * 3.3) % 25.0, 1)
                    },
                ]
            })
            .collect()
    };
    let table = |id: &str, count| Table {
        id: id.into(),
        title: "Wat gemeenten eisen bij subsidie".into(),
        columns: vec![
            Column::text("maatregel"),
            Column::count("aantal"),
            Column::percent("aandeel"),
            Column::number("gemiddelde score (punten)"),
        ],
        rows: rows(count),
        note: Some("Een gemeente kan meer antwoorden geven.".into()),
        source: Some("Bron: monitor 2017, tabel 4.5.".into()),
    };
    let mut wide = table("breed", 9);
    wide.columns.push(Column::text("toelichting"));
    wide.columns.extend(["heel klein", "klein", "middelgroot", "groot"].map(Column::percent));
    for row in &mut wide.rows {
        row.push("alleen in de regio".into());
        row.extend([7.0, 100.0, 33.3, 0.0].map(|value| Cell::Percent(value, 0)));
    }
    vec![table("kort", 6), wide, table("lang", 60)]
}

fn data(lang: Lang, repeat: usize) -> Value {
    let tables: Vec<Value> = tables().iter().map(|table| table_data(table, lang)).collect();
    let text = "Gemeenten leggen vaker vast wat zij doen dan wie zij ermee bereiken. Van de tien doelen is \
        training het sterkst en opvoeden zonder geweld het zwakst. Kleine gemeenten doen minder, maar het \
        verschil wordt kleiner. #set text(red) *geen opmaak* $x$ @niets";
    json!({
        "kicker": "Landelijk rapport",
        "subtitle": "Wat gemeenten doen om kindermishandeling te voorkomen, en wie zij daarmee bereiken",
        "facts": [["Peiling", "2017"], ["Vragenlijst", "preventie-2017"], ["Momentopname", "3f9c2a71d0"]],
        "intro": "Van de 388 gemeenten deden er 169 mee. Samen halen zij 43,2 van de 100 punten.",
        "chapters": ["Samenvatting", "Doelen"],
        "section": "Tien doelen, van sterk naar zwak",
        "key": [
            { "value": "169", "unit": "van 388", "label": "gemeenten deden mee" },
            { "value": "43,2", "unit": "van 100", "label": "gemiddelde score" },
            { "value": "41%", "label": "weet wie het bereikt" },
            { "value": "31", "unit": "18%", "label": "scoort onder de 25" },
        ],
        "text": [text, text, "Emoji 😀 en 漢字 en een bel \u{7} houden het rapport niet tegen."],
        "notice": { "title": "Zelf opgegeven", "text": "Gemeenten vulden dit zelf in. Meer punten betekent niet dat er minder kinderen mishandeld worden." },
        "chart": {
            "image": "doelen.svg", "title": "Training scoort 80, hulp bij eerste signalen 43",
            "alt": "Staafdiagram van twee doelen: training en meldcode 80 van 100, hulp bij eerste signalen 43.",
            "note": "De streepjes staan bij 25 en 75 punten.", "source": "Bron: monitor 2017.",
        },
        "tables": tables,
        "repeat": repeat,
    })
}

fn set(template: &'static str, lang: Lang, data: &Value) -> Result<Vec<u8>, PdfError> {
    let title = match lang {
        Lang::Nl => "Hoe goed voorkomen gemeenten kindermishandeling?",
        Lang::En => "How well do municipalities prevent child abuse?",
    };
    let notice =
        Some("Reconstructie. De antwoorden zijn nagemaakt; alleen de gepubliceerde totalen zijn echt.");
    let images = [("doelen.svg".to_owned(), CHART.as_bytes().to_vec())];
    compile(&Document {
        lang,
        title,
        author: "Zicht",
        date: date(2017, 12, 31),
        notice,
        template,
        data,
        images: &images,
    })
}

/// The sample in Dutch, set once for all tests.
static SAMPLE_NL: LazyLock<Vec<u8>> =
    LazyLock::new(|| set(SAMPLE, Lang::Nl, &data(Lang::Nl, 0)).expect("the sample compiles"));

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn a_report_is_tagged_and_has_its_language_and_title() {
    let english = set(SAMPLE, Lang::En, &data(Lang::En, 0)).unwrap();
    for (lang, pdf) in [(Lang::Nl, &*SAMPLE_NL), (Lang::En, &english)] {
        if let Ok(folder) = std::env::var("KEEP_PDF") {
            std::fs::write(format!("{folder}/sample-{}.pdf", lang.code()), pdf).unwrap();
        }
        assert!(pdf.starts_with(b"%PDF-1.7"));
        assert!(
            contains(pdf, &format!("/Lang({})", lang.code()))
                || contains(pdf, &format!("/Lang ({})", lang.code()))
        );
        assert!(contains(pdf, "/Marked true") && contains(pdf, "/StructTreeRoot"));
        assert!(
            contains(pdf, "<pdfuaid:part>1</pdfuaid:part>") && contains(pdf, "<pdfaid:part>2</pdfaid:part>")
        );
        assert!(contains(pdf, "/DisplayDocTitle true"));
    }
}

#[test]
fn the_only_fonts_are_source_sans() {
    let text = String::from_utf8_lossy(&SAMPLE_NL);
    let names: Vec<&str> =
        text.split("/BaseFont").skip(1).map(|rest| rest.split_whitespace().next().unwrap()).collect();
    assert!(!names.is_empty());
    assert!(names.iter().all(|name| name.contains("SourceSans3")), "{names:?}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(set(SAMPLE, Lang::Nl, &data(Lang::Nl, 0)).unwrap() == *SAMPLE_NL);
}

#[test]
fn a_document_states_the_day_of_its_content_and_not_of_its_making() {
    assert!(contains(&SAMPLE_NL, "D:20171231"));
    assert_eq!(String::from_utf8_lossy(&SAMPLE_NL).matches("D:20").count(), 2);
}

#[test]
fn a_picture_without_text_alternative_stops_the_document() {
    let template = "#import \"/base.typ\": *\n#show: report\n= Kop\n#image(\"/images/doelen.svg\")";
    let error = set(template, Lang::Nl, &json!({})).unwrap_err().to_string();
    assert!(error.contains("main.typ:4: ") && error.contains("alt"), "{error}");
}

#[test]
fn a_template_sees_no_files_no_packages_and_no_clock() {
    for template in [
        "#read(\"/etc/passwd\")",
        "#import \"@preview/cetz:0.3.0\"",
        "#datetime.today()",
        "#image(\"../../secret.svg\", alt: \"x\")",
    ] {
        assert!(set(template, Lang::Nl, &json!({})).is_err(), "{template}");
    }
}
