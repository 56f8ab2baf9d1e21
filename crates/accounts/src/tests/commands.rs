use axum::http::StatusCode;
use kernel::Role;
use platform::audit::Who;

use super::world::{PASSWORD, World};
use crate::{CommandError, SessionsCommand, UserCommand};

async fn run(world: &World, command: UserCommand) -> Result<Vec<String>, CommandError> {
    command.run(&world.site, Who::Operator("root".to_owned())).await
}

#[tokio::test]
async fn an_operator_lists_people_and_that_is_recorded() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        world.role(anna.id, "municipality", Role::Administrator).await;
        world.invited("Bram").await;
        let lines = run(&world, UserCommand::List).await.expect("a list");
        assert_eq!(lines.len(), 2);
        assert!(
            lines[0].starts_with("active     2026-11-22  anna@example.nl") && lines[0].contains(" Anna ")
        );
        assert!(lines[0].ends_with(" administrator (Gouda)"), "{}", lines[0]);
        assert!(lines[1].starts_with("invited"));
        assert_eq!(world.kinds().await, ["listed"]);
    }
}

#[tokio::test]
async fn a_link_of_an_operator_works_once_and_as_said() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        for (invitation, path) in [(false, "/en/reset/"), (true, "/en/invitation/")] {
            let command = UserCommand::ResetLink { email: anna.email.clone(), invitation };
            let lines = run(&world, command).await.expect("a link");
            let link = lines[0].lines().next().and_then(|url| url.strip_prefix("http://localhost:8080"));
            let link = link.expect("a path");
            assert!(link.starts_with(path));
            assert_eq!(world.browser().get(link).await.status, StatusCode::OK);
            assert!(!world.trail().await.contains(link.trim_start_matches(path)));
        }
    }
}

#[tokio::test]
async fn an_account_that_is_off_has_no_session_no_link_and_no_sign_in() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        run(&world, UserCommand::Off { email: anna.email.clone() }).await.expect("off");
        assert!(!browser.is_signed_in().await);
        let answer = world.browser().password(&anna.email, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = UserCommand::ResetLink { email: anna.email.clone(), invitation: false };
        assert!(matches!(run(&world, again).await, Err(CommandError::Off)));
    }
}

#[tokio::test]
async fn the_last_administrator_stays() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        world.role(anna.id, "municipality", Role::Administrator).await;
        let off = run(&world, UserCommand::Off { email: anna.email.clone() }).await;
        assert!(matches!(off, Err(CommandError::Last)));
    }
}

#[tokio::test]
async fn an_operator_signs_somebody_out_everywhere() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let end = || UserCommand::Sessions(SessionsCommand::End { email: anna.email.clone() });
        assert_eq!(run(&world, end()).await.expect("done"), ["Sessions ended: 1."]);
        assert!(!browser.is_signed_in().await);
        assert_eq!(run(&world, end()).await.expect("done"), ["Sessions ended: 0."]);
        let unknown = UserCommand::Off { email: "nobody@example.nl".to_owned() };
        assert!(matches!(run(&world, unknown).await, Err(CommandError::Unknown)));
    }
}
