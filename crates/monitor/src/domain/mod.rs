//! What the monitor knows: questionnaire, answers, scores and statistics. Std, kernel and pure crates only.

pub mod advice;
pub mod answers;
pub mod attachment;
pub mod conclusions;
pub mod conditions;
pub mod correlation;
pub mod editing;
pub mod elimination;
pub mod families;
pub mod figures;
pub mod form;
pub mod groups;
pub mod mapping;
pub mod plan;
pub mod questionnaire;
pub mod reference;
pub mod response;
pub mod rule;
pub mod run;
pub mod score;
pub mod sight;
pub mod size_groups;
pub mod statistics;
pub mod tally;
pub mod wave;
pub mod youth;
