//! By size, by province and region, and on the map.

use documents::table::{Cell, Column, Table};
use geography::Geography;
use web::Tr;
use web::charts::{Swatch, Tile, TileMap, tile_map};

use super::{BarRow, Bars, Block, Chapter, Picture, Writer};
use crate::domain::size_groups::size_groups;
use crate::report::charts::{map_signs, norm, range, score_words, state};
use crate::report::words::size_class;

/// Every group that may be shown; nothing if there is none.
pub(super) fn chapter(writer: &Writer<'_, '_>) -> Option<Chapter> {
    let mut blocks = vec![writer.intro("report-groups-intro"), writer.section("size")];
    blocks.extend(writer.said("size"));
    blocks.push(Block::Bars(by_size(writer)?));
    blocks.extend(writer.table("size"));
    blocks.extend(writer.table("goals-by-size"));
    let map = map(writer);
    if map.is_some() {
        blocks.push(writer.section("map"));
    }
    blocks.extend(map.map(Block::Picture));
    let areas = ["provinces", "regions"].map(|id| writer.printed(id));
    if areas.iter().any(Option::is_some) {
        blocks.push(writer.section("areas"));
        blocks.extend(areas.into_iter().flatten().map(|printed| Block::Table(printed.with_bar(2))));
    }
    Some(writer.chapter("groups", blocks))
}

/// What the signs of a comparison between groups mean.
pub(super) fn signs(tr: Tr) -> Vec<(Swatch, String)> {
    vec![
        (Swatch::Now, tr.t("report-sign-mean")),
        (Swatch::Band, tr.t("report-sign-band")),
        (Swatch::Mean, tr.t("report-sign-country")),
    ]
}

fn by_size(writer: &Writer<'_, '_>) -> Option<Bars> {
    let (report, tr) = (writer.report, writer.tr);
    let groups = size_groups(&report.analysis.statistics);
    let rows = groups.iter().filter(|group| group.group.respondents > 0).map(|group| {
        let label = size_class(tr.0, group.first, group.last);
        let means = group.group.means.distribution();
        let mean = means.mean();
        BarRow {
            chart: Some(range(report, tr, &label, &means, report.mean())),
            value: score_words(report, tr, mean),
            norm: norm(report, mean),
            label,
        }
    });
    let rows: Vec<BarRow> = rows.collect();
    (!rows.is_empty()).then(|| Bars { title: tr.t("report-size-figure"), rows, signs: signs(tr), note: None })
}

/// The tile map, where it is known which municipalities took part.
fn map(writer: &Writer<'_, '_>) -> Option<Picture> {
    let (report, tr) = (writer.report, writer.tr);
    let wave = report.analysis.wave.as_ref().filter(|_| !report.analysis.participants.is_empty())?;
    let mut municipalities = Geography::built_in().at(wave.reference_date);
    municipalities.sort_by_key(|municipality| municipality.name.trim_start_matches("'s-").to_lowercase());
    let states: Vec<_> = municipalities
        .into_iter()
        .map(|municipality| {
            let (class, state) = state(report, tr, municipality.code);
            (municipality, class, format!("{}: {state}", municipality.name), state)
        })
        .collect();
    let tiles: Vec<Tile<'_>> = states
        .iter()
        .filter_map(|(municipality, class, title, _)| {
            let (x, y) = municipality.tile?;
            let region = municipality.region.name();
            Some(Tile { x: u16::from(x), y: u16::from(y), class: *class, title, href: None, region })
        })
        .collect();
    let signs = map_signs(tr);
    let counts: Vec<String> = signs
        .iter()
        .map(|(sign, label)| {
            let count = states.iter().filter(|(_, class, _, _)| *sign == Swatch::Place(*class)).count();
            format!("{label}: {count}")
        })
        .collect();
    let label = tr.t1("report-map-label", "counts", counts.join("; "));
    let rows = states.iter().map(|(municipality, _, _, state)| {
        let cells = [municipality.name, municipality.region.name(), state];
        cells.map(Cell::from).to_vec()
    });
    let behind = Table {
        id: "map".to_owned(),
        title: tr.t("report-map-figure"),
        columns: ["report-column-municipality", "column-region", "column-score"]
            .map(|key| Column::text(tr.t(key)))
            .to_vec(),
        rows: rows.collect(),
        note: None,
        source: None,
    };
    Some(Picture {
        title: tr.t("report-map-figure"),
        chart: tile_map(&TileMap { label: &label, tiles: &tiles }),
        width: 0.0,
        percent: 82,
        signs: signs.iter().zip(counts).map(|((sign, _), words)| (*sign, words)).collect(),
        note: Some(tr.t("report-map-note")),
        behind: Some(behind),
    })
}
