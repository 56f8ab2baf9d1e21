//! `/own`: to the own municipality, or a choice for who works for several. Everybody of a municipality
//! (`Permission::SeeForm`).

use axum::extract::State;
use axum::response::Response;
use geography::{Code, Geography};
use kernel::Permission;
use web::{PageError, RequestContext};

use crate::Desk;
use crate::desk::answered;
use crate::pages::several;

/// Leads on, or shows the choice.
pub async fn show(State(desk): State<Desk>, context: RequestContext) -> Result<Response, PageError> {
    let seen = answered(desk.directory().municipalities(context.actor()?, Permission::SeeForm)).await?;
    if let [only] = seen.codes.as_slice() {
        return Ok(context.see_other(&format!("/own/{only}")));
    }
    let row = |code: &String| {
        let found = Geography::built_in().get(code.parse::<Code>().ok()?)?;
        Some((found.name, context.url(&format!("/own/{code}"))))
    };
    Ok(several::show(&context, "mine", "own", seen.codes.iter().filter_map(row).collect()))
}
