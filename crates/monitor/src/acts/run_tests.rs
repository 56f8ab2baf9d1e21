use super::*;
use crate::acts::publish;
use crate::acts::world::{World, mail_to, plan};
use crate::archive;
use crate::domain::rule::Parts;
use crate::sample::definitions;

const WIJCHEN: &str = "GM0296";
const DRUTEN: &str = "GM0225";
const UTRECHT: &str = "GM0344";

#[tokio::test]
async fn opening_gives_every_invited_municipality_a_form_and_its_people_one_mail_each() {
    for world in World::each().await {
        let (esra, pieter) = (world.somebody(), world.somebody());
        let mails = [mail_to(esra, WIJCHEN), mail_to(pieter, WIJCHEN), mail_to(esra, WIJCHEN)];
        let run = world.open(&plan("2027", &[WIJCHEN, DRUTEN]), &mails).await;
        assert_eq!(run.state, RunState::Open);
        assert_eq!(world.jobs("wave.invitation:2027:%").await, 2);
        assert_eq!(world.form("2027", WIJCHEN).await.invited_at, Some(world.now()));
        assert_eq!(world.form("2027", DRUTEN).await.invited_at, None);
        assert_eq!(world.events().await, ["wave.planned", "wave.opened"]);

        // Who had the page of the draft before them comes too late.
        let stale = Run { state: RunState::Draft, changed: 0, ..run };
        let mut db = world.write().await;
        let again = open(&mut db, &world.act(), &stale, world.post(), &mails).await;
        assert!(matches!(again, Err(ActError::Changed)), "{again:?}");
    }
}

#[tokio::test]
async fn everybody_of_the_reference_date_is_invited_when_nobody_was_chosen() {
    for world in World::each().await {
        world.open(&plan("2027", &[]), &[]).await;
        let mut db = world.write().await;
        assert_eq!(forms::all(&mut db, "2027").await.expect("forms").len(), 342);
    }
}

#[tokio::test]
async fn a_draft_changes_and_goes_away_and_an_open_wave_does_neither() {
    for world in World::each().await {
        let draft = plan("2027", &[WIJCHEN]);
        let mut db = world.write().await;
        make(&mut db, &world.act(), &draft).await.expect("a draft");
        let taken = make(&mut db, &world.act(), &draft).await;
        assert!(matches!(taken, Err(ActError::Findings(_))), "{taken:?}");
        let other = Plan { four_eyes: true, ..draft.clone() };
        change(&mut db, &world.act(), &other, 0).await.expect("a change");
        let late = change(&mut db, &world.act(), &draft, 0).await;
        assert!(matches!(late, Err(ActError::Changed)), "{late:?}");
        assert!(found(&mut db, "2027").await.expect("a wave").plan.four_eyes);
        remove(&mut db, &world.act(), "2027").await.expect("removed");
        db.commit().await.expect("a commit");
        assert_eq!(world.events().await, ["wave.planned", "wave.changed", "wave.removed"]);

        world.open(&draft, &[]).await;
        let mut db = world.write().await;
        let refused = remove(&mut db, &world.act(), "2027").await;
        assert!(matches!(refused, Err(ActError::Run(RunRefusal::State))), "{refused:?}");
        let refused = change(&mut db, &world.act(), &draft, 1).await;
        assert!(matches!(refused, Err(ActError::Run(RunRefusal::State))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_reminder_goes_to_all_people_of_who_is_not_done_never_too_soon_and_never_too_often() {
    for world in World::each().await {
        let people = [world.somebody(), world.somebody(), world.somebody()];
        let mails = [mail_to(people[0], WIJCHEN), mail_to(people[1], WIJCHEN), mail_to(people[2], DRUTEN)];
        let run = world.open(&plan("2027", &[WIJCHEN, DRUTEN]), &mails).await;
        world.fill("2027", DRUTEN, "nee", "").await.expect("an approved form");
        let remind_now = async || {
            let mut db = world.write().await;
            let reached = remind(&mut db, &world.act(), &run, world.post(), &mails).await.expect("an answer");
            db.commit().await.expect("a commit");
            reached
        };
        assert_eq!(remind_now().await, 0, "invited today");
        world.days_later(3);
        assert_eq!(remind_now().await, 1);
        assert_eq!(world.jobs("wave.reminder:2027:GM0296:1:%").await, 2);
        assert_eq!(remind_now().await, 0, "reminded today");
        world.days_later(2);
        assert_eq!(remind_now().await, 0, "two days ago");
        world.days_later(1);
        assert_eq!(remind_now().await, 1);
        world.days_later(4);
        assert_eq!(remind_now().await, 0, "as many as planned");
        assert_eq!(world.jobs("wave.reminder:%").await, 4);
        assert_eq!(world.jobs("wave.reminder:2027:GM0225%").await, 0);
        let form = world.form("2027", WIJCHEN).await;
        assert_eq!(form.reminders, 2);
        assert_eq!(may_remind(&run, &form, world.now()), Err(NoReminder::Enough));
    }
}

#[tokio::test]
async fn two_researchers_who_remind_at_once_remind_once() {
    for world in World::each().await {
        world.open(&plan("2027", &[WIJCHEN]), &[]).await;
        let code = WIJCHEN.parse().expect("a code");
        let mut db = world.write().await;
        // Both read that nobody was reminded yet.
        assert!(forms::reminded(&mut db, "2027", code, 0, world.now()).await.expect("an answer"));
        assert!(!forms::reminded(&mut db, "2027", code, 0, world.now()).await.expect("an answer"));
    }
}

#[tokio::test]
async fn who_can_not_fill_in_now_is_not_reminded() {
    for world in World::each().await {
        let run = world.open(&plan("2027", &[WIJCHEN]), &[]).await;
        let form = world.form("2027", WIJCHEN).await;
        assert_eq!(may_remind(&run, &form, world.now()), Ok(()), "never had a mail");
        let early = "2027-09-30T10:00:00Z".parse().expect("a moment");
        assert_eq!(may_remind(&run, &form, early), Err(NoReminder::NotNow));
        let late = "2027-11-01T10:00:00Z".parse().expect("a moment");
        assert_eq!(may_remind(&run, &form, late), Err(NoReminder::NotNow));
        let longer = StoredForm { last_day: "2027-11-05".parse().ok(), ..form };
        assert_eq!(may_remind(&run, &longer, late), Ok(()));
    }
}

#[tokio::test]
async fn one_municipality_gets_longer_for_a_reason() {
    for world in World::each().await {
        let run = world.open(&plan("2027", &[WIJCHEN, DRUTEN]), &[]).await;
        let give = async |municipality: &str, day: &str, because: &str| {
            let extension = Extension {
                municipality: municipality.parse().expect("a code"),
                organisation: None,
                last_day: day.parse().expect("a day"),
                because,
            };
            let mut db = world.write().await;
            extend(&mut db, &world.act(), &run, extension).await?;
            db.commit().await.expect("a commit");
            Ok::<(), ActError>(())
        };
        let wrong = give(WIJCHEN, "2027-10-31", " ").await;
        let Err(ActError::Findings(findings)) = wrong else { panic!("{wrong:?}") };
        let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["run-extension", "run-because"]);
        assert!(matches!(give(UTRECHT, "2027-11-10", "ziekte").await, Err(ActError::NotThere)));
        give(WIJCHEN, "2027-11-10", "ziekte").await.expect("longer");
        world.days_later(30);
        assert!(world.fill("2027", WIJCHEN, "nee", "").await.is_ok());
        assert!(world.fill("2027", DRUTEN, "nee", "").await.is_err());
        assert!(world.events().await.contains(&"wave.extended".to_owned()));
    }
}

async fn close_and_publish(world: &World, id: &str) -> u64 {
    let mut db = world.write().await;
    close(&mut db, &world.act(), &world.run(id).await).await.expect("closed");
    db.commit().await.expect("a commit");
    let mut db = world.write().await;
    let run = found(&mut db, id).await.expect("a wave");
    let count = publish::publish(&mut db, &world.act(), definitions(), &run).await.expect("published");
    db.commit().await.expect("a commit");
    count
}

#[tokio::test]
async fn a_published_wave_is_read_as_every_other_and_the_second_is_compared_with_the_first() {
    for world in World::each().await {
        for (id, policy) in [("2027", "nee"), ("2028", "ja")] {
            let mut held = plan(id, &[WIJCHEN, DRUTEN, UTRECHT]);
            held.period.1 = "2029-12-31".parse().expect("a day");
            world.open(&held, &[]).await;
            world.fill(id, WIJCHEN, policy, "ja").await.expect("an approved form");
            world.fill(id, DRUTEN, policy, "nee").await.expect("an approved form");
            assert_eq!(close_and_publish(&world, id).await, 2);
        }
        let mut db = world.database.read().await.expect("a connection");
        let opened = archive::open(&mut db, definitions(), "2028").await.expect("a wave");
        let wave = opened.wave.clone().expect("its definition");
        assert_eq!((wave.invited, wave.title.en.as_str()), (3, "Wave 2028 \"of\" ours"));
        assert_eq!(wave.reference_date, plan("2028", &[]).reference_date);
        assert_eq!(opened.stored.respondents, 2);

        let report =
            archive::report(&mut db, definitions(), "2028", None, Parts::ALL).await.expect("a report");
        let before = report.previous.as_ref().expect("the wave before");
        assert_eq!(before.wave_id, "2027");
        let mean = |analysis: &crate::analysis::Analysis| analysis.statistics.all.means.distribution().mean();
        assert_eq!(mean(before), Some(kernel::Exact::whole(0)));
        assert_eq!(mean(&report.analysis), Some(kernel::Exact::whole(15)));
        let of = |code: &str| report.analysis.participants.get(&code.parse().expect("a code"));
        assert!(matches!(of(WIJCHEN), Some(crate::analysis::Participant::Named(_))));
        assert!(matches!(of(DRUTEN), Some(crate::analysis::Participant::Unnamed)));
        assert!(of(UTRECHT).is_none(), "did not answer");
    }
}

#[tokio::test]
async fn a_withdrawn_wave_is_gone_until_it_is_published_again() {
    for world in World::each().await {
        let run = world.open(&plan("2027", &[WIJCHEN]), &[]).await;
        let mut db = world.write().await;
        let early = publish::publish(&mut db, &world.act(), definitions(), &run).await;
        assert!(matches!(early, Err(ActError::Run(RunRefusal::State))), "{early:?}");
        drop(db);
        world.fill("2027", WIJCHEN, "ja", "").await.expect("an approved form");
        close_and_publish(&world, "2027").await;

        let published = world.run("2027").await;
        let mut db = world.write().await;
        let silent = publish::withdraw(&mut db, &world.act(), &published, " ").await;
        assert!(matches!(silent, Err(ActError::Run(RunRefusal::NoReason))), "{silent:?}");
        publish::withdraw(&mut db, &world.act(), &published, "Een fout.").await.expect("withdrawn");
        assert!(waves::find(&mut db, "2027").await.expect("an answer").is_none());
        db.commit().await.expect("a commit");

        let withdrawn = world.run("2027").await;
        assert_eq!(withdrawn.state, RunState::Withdrawn { because: "Een fout.".to_owned() });
        let mut db = world.write().await;
        publish::publish(&mut db, &world.act(), definitions(), &withdrawn).await.expect("published again");
        assert!(waves::find(&mut db, "2027").await.expect("an answer").is_some());
        db.commit().await.expect("a commit");
        let events = world.events().await;
        let own: Vec<_> = events.iter().filter(|kind| kind.starts_with("wave.")).collect();
        assert_eq!(
            own,
            [
                "wave.planned",
                "wave.opened",
                "wave.closed",
                "wave.published",
                "wave.withdrawn",
                "wave.published"
            ]
        );
    }
}

#[tokio::test]
async fn answers_that_were_imported_under_the_name_meanwhile_are_not_written_over() {
    for world in World::each().await {
        world.open(&plan("2027", &[WIJCHEN]), &[]).await;
        world.fill("2027", WIJCHEN, "ja", "").await.expect("an approved form");
        let imported = crate::store::waves::StoredWave {
            id: "2027".into(),
            year: 2027,
            questionnaire: "preventie-2017".into(),
            questionnaire_version: 1,
            definition: None,
            nature: crate::domain::wave::Nature::Real,
            content: "abc".into(),
            respondents: 0,
            imported_at: world.now().to_string(),
            source: "answers.csv".into(),
        };
        let mut db = world.write().await;
        waves::insert(&mut db, &imported).await.expect("an import");
        close(&mut db, &world.act(), &world.run("2027").await).await.expect("closed");
        db.commit().await.expect("a commit");
        let mut db = world.write().await;
        let run = found(&mut db, "2027").await.expect("a wave");
        let taken = publish::publish(&mut db, &world.act(), definitions(), &run).await;
        assert!(matches!(taken, Err(ActError::Findings(_))), "{taken:?}");
    }
}

#[tokio::test]
async fn the_words_of_a_mail_are_kept_with_the_wave_until_it_closes_and_nobody_writes_over_anothers() {
    use crate::domain::mail_text::{MailText, MailTexts};
    let words = |text: &str| {
        let one = MailText { subject: "S".to_owned(), text: format!("{text} [link]") };
        MailTexts { nl: one.clone(), en: one }
    };
    for world in World::each().await {
        let run = world.open(&plan("2027", &[WIJCHEN]), &[]).await;
        let mut db = world.write().await;
        let act = world.act();
        write_mail(&mut db, &act, &run, "reminder", Some(&words("een")), 0).await.expect("kept");
        let late = write_mail(&mut db, &act, &run, "reminder", Some(&words("twee")), 0).await;
        assert!(matches!(late, Err(ActError::Changed)), "{late:?}");
        write_mail(&mut db, &act, &run, "reminder", Some(&words("drie")), 1).await.expect("kept");
        let kept = mails::of(&mut db, "2027").await.expect("words");
        assert_eq!((kept["reminder"].texts.clone(), kept["reminder"].revision), (words("drie"), 2));
        write_mail(&mut db, &act, &run, "reminder", None, 2).await.expect("as before");
        assert!(mails::of(&mut db, "2027").await.expect("words").is_empty());
        close(&mut db, &act, &run).await.expect("closed");
        let closed = found(&mut db, "2027").await.expect("a wave");
        let refused = write_mail(&mut db, &act, &closed, "reminder", Some(&words("vier")), 0).await;
        assert!(matches!(refused, Err(ActError::Run(RunRefusal::State))), "{refused:?}");
    }
}

#[tokio::test]
async fn whom_a_wave_wrote_to_is_known_so_that_who_comes_later_is_invited_first() {
    for world in World::each().await {
        let (early, late) = (world.somebody(), world.somebody());
        let run = world.open(&plan("2027", &[WIJCHEN]), &[mail_to(early, WIJCHEN)]).await;
        let known = async || {
            let mut db = world.database.read().await.expect("a connection");
            mails::written_to(&mut db, "2027").await.expect("people")
        };
        assert_eq!(known().await.into_iter().map(|(_, person)| person).collect::<Vec<_>>(), [early]);
        world.days_later(4);
        let mut db = world.write().await;
        remind(&mut db, &world.act(), &run, world.post(), &[mail_to(late, WIJCHEN)]).await.expect("sent");
        db.commit().await.expect("a commit");
        assert_eq!(known().await.len(), 2);
    }
}
