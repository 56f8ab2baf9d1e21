//! The line with column names.

use super::{Table, assert_told, read};

#[test]
fn a_wrong_name_comes_with_the_nearest_and_is_told_once() {
    let table = Table::new().row(&[]).rename("d3.zicht-op-bereik", "d3.zicht op bereik");
    let words = "Deze kolom kennen wij niet. Bedoelt u ‘d3.zicht-op-bereik’? Die kolom is er nog niet.";
    assert_told(table.csv(','), &[("header-unknown", 1, "d3.zicht op bereik", words)]);
}

#[test]
fn names_are_taken_to_the_letter() {
    let table = Table::new().row(&[]).rename("respondent", "Respondent");
    let words = "Deze kolom kennen wij niet. Bedoelt u ‘respondent’? Die kolom is er nog niet.";
    assert_told(table.csv(','), &[("header-unknown", 1, "Respondent", words)]);
}

#[test]
fn a_column_that_is_like_nothing_is_to_be_removed() {
    let table = Table::new().row(&[("telefoon", "030")]);
    let words = "Deze kolom kennen wij niet. Controleer de naam, of verwijder de kolom.";
    assert_told(table.csv(','), &[("header-unknown", 1, "telefoon", words)]);
}

#[test]
fn a_missing_column_is_told() {
    let words = "Deze kolom ontbreekt. Voeg de kolom toe. Heeft niemand deze vraag beantwoord? Laat de cellen eronder dan leeg.";
    assert_told(
        Table::new().row(&[]).without("d10.bereik").without("x4.samenwerking").csv(','),
        &[("header-missing", 1, "d10.bereik", words), ("header-missing", 1, "x4.samenwerking", words)],
    );
}

#[test]
fn a_size_class_may_be_missing_where_the_municipality_is_there() {
    let table = Table::new().row(&[("gemeente", "GM0344")]).without("grootteklasse");
    assert_told(table.csv(','), &[]);
}

#[test]
fn a_column_that_is_there_twice_is_told() {
    let table = Table::new().row(&[("x5.hoe", "")]).rename("x5.hoe", "d1.beleid");
    let words = "Deze kolom staat er twee keer. Laat er één staan.";
    assert_told(table.csv(','), &[("header-twice", 1, "d1.beleid", words)]);
}

#[test]
fn a_column_without_name_is_told_by_its_number() {
    let table = Table::new().row(&[("x5.hoe", "")]).rename("x5.hoe", "");
    let number = table.header.len().to_string();
    let words = "Deze kolom heeft geen naam. Geef de kolom een naam op regel 1, of verwijder de kolom.";
    assert_told(table.csv(','), &[("header-empty", 1, &number, words)]);
}

#[test]
fn a_file_without_any_header_is_told_in_one_sentence() {
    let table = Table::new().row(&[("d1.beleid", "ja")]);
    let csv = table.csv(',');
    let words = "Op de eerste regel staan geen kolomnamen die wij kennen. Er staat: r1, 2, ja. Zet daar de \
        kolomnamen neer in kleine letters, zoals respondent en d1.beleid, met een komma of puntkomma ertussen.";
    assert_told(csv.split_once('\n').unwrap().1, &[("header-none", 1, "", words)]);
}

#[test]
fn everything_wrong_in_a_header_is_told_at_once() {
    let table = Table::new().row(&[("x5.hoe", ""), ("x4.toelichting", ""), ("telefoon", "")]);
    let table = table.rename("x5.hoe", "d1.beleid").rename("x4.toelichting", "").without("d2.bereik");
    let (outcome, heard) = read(table.rename("d1.document", "d1.documenten").csv(','));
    let codes: Vec<_> = heard.findings.iter().map(|finding| finding.code).collect();
    let expected = ["header-unknown", "header-twice", "header-empty", "header-unknown", "header-missing"];
    assert_eq!(codes, expected);
    assert_eq!(outcome.accepted, 0);
}
