//! A table per goal with what municipalities do: the heart of the 2017 study (its tables 4.1-4.10).

use documents::table::{Cell, Column, Table};
use web::Arg;

use super::{Maker, percent};

/// One table per goal, a row per option, in the order of the questionnaire.
pub fn measures(maker: &Maker<'_, '_>) -> Vec<Table> {
    let analysis = &maker.report.analysis;
    let goals = analysis.questionnaire.goals.iter().zip(&analysis.statistics.all.goals);
    let tables = goals.map(|(goal, counts)| {
        let mut rows = Vec::new();
        for (question, options) in goal.questions.iter().zip(&counts.questions) {
            for (option, &count) in question.options.iter().zip(options) {
                rows.push(vec![
                    Cell::Text(question.title.get(maker.lang).to_owned()),
                    Cell::Text(option.label.get(maker.lang).to_owned()),
                    Cell::Text(option.code.clone()),
                    Cell::Count(count),
                    percent(count, counts.respondents),
                ]);
            }
        }
        rows.push(vec![
            Cell::Text(maker.t("own-measure")),
            Cell::Text(maker.t("own-measure-explained")),
            Cell::Text("eigen-maatregel".to_owned()),
            Cell::Count(counts.own_measure),
            percent(counts.own_measure, counts.respondents),
        ]);
        let columns = vec![
            Column::text(maker.t("column-question")),
            Column::text(maker.t("column-measure")),
            Column::text(maker.t("column-code")),
            Column::count(maker.t("column-municipalities")),
            Column::percent(maker.t("column-share")),
        ];
        let number = Arg::from(goal.number.to_string());
        let title = Arg::from(goal.title.get(maker.lang).to_owned());
        let mut table = maker.table("measures", columns, rows);
        table.id = format!("measures-{}", goal.number);
        table.title = maker.with("table-measures-of", &[("number", number), ("goal", title)]);
        table.note = Some(maker.with("note-multiple", &[("n", Arg::from(counts.respondents.to_string()))]));
        table
    });
    tables.collect()
}
