use super::*;
use crate::acts::fill::save;
use crate::acts::trials::{RUN, act, answer, events, in_hand, least, opened, person, rule, utrecht};
use crate::sample;

#[tokio::test]
async fn a_form_with_something_open_is_not_sent_in() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra) = (opened(&database, true).await, person(1));
        let mut db = database.write().await.expect("a transaction");
        save(&mut db, &act(&esra), in_hand(&run), 0, &[answer("d1.beleid", "ja")]).await.expect("saved");
        let refused = sign(&mut db, &act(&esra), in_hand(&run), rule(), Signing::Submit).await;
        let Err(ActError::Findings(findings)) = refused else { panic!("{refused:?}") };
        assert_eq!(findings.len(), 9, "nine goals are open");
        assert!(cells::versions(&mut db, RUN, utrecht()).await.expect("read").is_empty());
    }
}

#[tokio::test]
async fn a_form_goes_to_somebody_else_and_back_and_every_version_is_kept() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra, pieter) = (opened(&database, true).await, person(1), person(2));
        let mut db = database.write().await.expect("a transaction");
        let answers = least(sample::questionnaire());
        save(&mut db, &act(&esra), in_hand(&run), 0, &answers).await.expect("saved");
        let mut does =
            async |actor, signing| sign(&mut db, &act(actor), in_hand(&run), rule(), signing).await;
        assert!(matches!(does(&esra, Signing::Submit).await, Ok(FormState::Submitted(_))));
        assert!(matches!(does(&esra, Signing::Approve).await, Err(ActError::Form(FormRefusal::OwnWork))));
        let silent = does(&pieter, Signing::Reopen(" ")).await;
        assert!(matches!(silent, Err(ActError::Form(FormRefusal::NoReason))));
        assert!(matches!(does(&pieter, Signing::Reopen("Doel 1 klopt niet")).await, Ok(FormState::Filling)));
        assert!(matches!(does(&pieter, Signing::Approve).await, Err(ActError::Form(FormRefusal::State))));
        save(&mut db, &act(&esra), in_hand(&run), 9, &[answer("d1.beleid", "ja")]).await.expect("saved");
        let mut does =
            async |actor, signing| sign(&mut db, &act(actor), in_hand(&run), rule(), signing).await;
        does(&esra, Signing::Submit).await.expect("sent in");
        assert!(matches!(does(&pieter, Signing::Approve).await, Ok(FormState::Approved { .. })));
        let refused = save(&mut db, &act(&esra), in_hand(&run), 99, &[answer("d1.beleid", "nee")]).await;
        assert!(matches!(refused, Err(ActError::Form(FormRefusal::State))));
        let versions = cells::versions(&mut db, RUN, utrecht()).await.expect("read");
        let kinds: Vec<_> = versions.iter().rev().map(|version| version.kind.as_str()).collect();
        assert_eq!(kinds, ["submitted", "reopened", "submitted", "approved"]);
        assert_eq!(versions[2].reason.as_deref(), Some("Doel 1 klopt niet"));
        assert_ne!(versions[0].cells, versions[3].cells);
        let signed: Vec<String> =
            events(&mut db).await.into_iter().filter(|kind| kind != "form.saved").collect();
        assert_eq!(signed, ["form.submitted", "form.reopened", "form.submitted", "form.approved"]);
    }
}

#[tokio::test]
async fn without_four_eyes_sending_in_is_enough() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra) = (opened(&database, false).await, person(1));
        let mut db = database.write().await.expect("a transaction");
        save(&mut db, &act(&esra), in_hand(&run), 0, &least(sample::questionnaire())).await.expect("saved");
        let done = sign(&mut db, &act(&esra), in_hand(&run), rule(), Signing::Submit).await;
        assert!(matches!(done, Ok(FormState::Approved { .. })));
        assert_eq!(events(&mut db).await, ["form.saved", "form.approved"]);
    }
}
