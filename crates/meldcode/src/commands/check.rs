//! `zicht rules check`: every problem in any table, with file and line.

use clap::Args;
use rules::Rules;
use web::{Arg, t_with};

use super::{From, Told};

/// Proves the tables in the program, or those in a folder.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    from: From,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Told> {
        let rules = self.from.rules()?;
        let findings = rules.check();
        if !findings.is_empty() {
            return Err(self.from.tell(&findings));
        }
        println!("{}", sound(&rules, self.from.lang));
        Ok(())
    }
}

fn sound(rules: &Rules, lang: kernel::Lang) -> String {
    let sum = |of: fn(&rules::Bundle) -> u64| rules.bundles.iter().map(of).fold(0, u64::saturating_add);
    t_with(
        lang,
        "rules-sound",
        &[
            ("tables", Arg::from(rules.bundles.len())),
            ("rows", Arg::from(sum(|bundle| bundle.table.rows.len() as u64))),
            ("scenarios", Arg::from(sum(|bundle| bundle.scenarios.len() as u64))),
            ("cases", Arg::from(sum(|bundle| bundle.table.cases()))),
        ],
    )
}
