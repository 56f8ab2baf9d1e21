//! The sharing guide over HTTP: each outcome, what happens to a state that can't be used, and to answers that no longer
//! count. That nothing of it stays behind is in `meldcode.rs`.

use axum::Router;
use axum::http::{Method, StatusCode, header};

use crate::asking::{Answer, ask, form_token};
use crate::house;
use crate::process::{encoded, hidden};

/// Somebody with a browser, who fills in the guide.
struct Visitor<'a> {
    router: &'a Router,
    token: String,
    cookies: String,
    path: &'static str,
    page: Answer,
}

impl<'a> Visitor<'a> {
    async fn come(router: &'a Router, path: &'static str) -> Self {
        let (token, cookies) = form_token(router, path, "").await;
        let page = ask(router, &Method::GET, path, &cookies, "").await;
        Self { router, token, cookies, path, page }
    }

    /// Comes, and says of whom it is and whom to tell.
    async fn tell(router: &'a Router, who: &[(&str, &str)], receiver: &str) -> Self {
        let mut visitor = Self::come(router, "/guide").await;
        visitor.send(who).await;
        visitor.send(&[("sharing-receiver", receiver)]).await;
        visitor
    }

    /// Sends the page as it stands, with these answers.
    async fn send(&mut self, answers: &[(&str, &str)]) -> &Answer {
        let own =
            ["state", "step", "own"].map(|name| (name, hidden(&self.page.text, name).unwrap_or_default()));
        let mut form = format!("form_token={}", encoded(&self.token));
        for (name, value) in
            own.iter().map(|(name, value)| (*name, value.as_str())).chain(answers.iter().copied())
        {
            form += &format!("&{name}={}", encoded(value));
        }
        self.page = ask(self.router, &Method::POST, self.path, &self.cookies, &form).await;
        &self.page
    }
}

const DOCTOR: [(&str, &str); 2] = [("profession", "gp-doctor"), ("sharing-about", "child-under-12")];

#[tokio::test(flavor = "multi_thread")]
async fn each_outcome_is_reached_with_its_ground_and_its_mark() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    for (receiver, answers, outcome) in [
        ("gi-ots", &[("sharing-initiative", "asked")][..], "must"),
        ("veilig-thuis", &[("sharing-danger", "yes")][..], "may"),
        (
            "gp",
            &[("sharing-consent", "refused"), ("sharing-suspicion", "yes"), ("sharing-danger", "no")][..],
            "only-if",
        ),
        (
            "gp",
            &[("sharing-consent", "refused"), ("sharing-suspicion", "no"), ("sharing-danger", "no")][..],
            "may-not",
        ),
    ] {
        let mut visitor = Visitor::come(&house.router, "/guide").await;
        visitor.send(&DOCTOR).await;
        let page = visitor.send(&[("sharing-receiver", receiver)]).await;
        assert_eq!(page.status, StatusCode::OK);
        let page = visitor.send(answers).await;
        assert_eq!(page.status, StatusCode::OK, "{receiver}: {}", page.text);
        assert!(page.text.contains(&format!("outcome-{outcome}")), "{receiver} {answers:?}");
        assert!(page.text.contains("class=\"certainty "), "{receiver}");
        assert!(page.text.contains("0800-2000") && page.text.contains("112"));
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
        assert!(page.text.contains("<title>Wegwijzer - Zicht</title>"));
        assert!(!page.text.contains("Unknown localization key"));
        // Another answer, and back.
        let page = visitor.send(&[("go", "change-receiver")]).await;
        assert!(page.text.contains("name=\"sharing-receiver\""));
        let page = visitor.send(&[("sharing-receiver", receiver)]).await;
        assert!(page.text.contains("value=\"questions\""), "{receiver}");
        let page = visitor.send(&[("go", "back")]).await;
        assert!(page.text.contains(&format!("value=\"{receiver}\" checked")), "{receiver}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_matters_is_asked_and_what_is_missing_is_told_at_its_field() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let mut visitor = Visitor::come(&house.router, "/en/guide").await;
    let page = visitor.send(&[("profession", "volunteer")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("error-sharing-about") && page.text.contains("value=\"volunteer\" selected"));
    visitor.send(&[("profession", "volunteer"), ("sharing-about", "child-12-15")]).await;
    // Nothing else matters: the result follows at once.
    let page = visitor.send(&[("sharing-receiver", "verwijsindex")]).await;
    assert!(page.text.contains("outcome-may-not"), "{}", page.text);

    let mut visitor = Visitor::come(&house.router, "/en/guide").await;
    visitor.send(&DOCTOR).await;
    let page = visitor.send(&[("sharing-receiver", "gi-ots")]).await;
    assert!(page.text.contains("name=\"sharing-initiative\""));
    assert!(!page.text.contains("name=\"sharing-danger\""));
    // The other language shows the same page with what was chosen.
    visitor.path = "/guide";
    let page = visitor.send(&[("sharing-initiative", "own"), ("go", "same")]).await;
    assert!(page.text.contains("<html lang=\"nl\">") && page.text.contains("value=\"own\" checked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn own_words_come_back_on_the_page_and_an_outcome_is_counted_once() {
    const WORDS: &str = "Zeldzaamwoord over <Kevin> & co";
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let mut visitor = Visitor::tell(&house.router, &DOCTOR, "school").await;
    let answers = [("sharing-consent", "not-asked"), ("sharing-danger", "yes"), ("sharing-suspicion", "yes")];
    let page = visitor.send(&answers).await;
    assert!(page.text.contains("name=\"own-5\""), "{}", page.text);
    let page = visitor.send(&[("own-1", WORDS), ("go", "same")]).await;
    let shown = page.text.matches("Zeldzaamwoord over &#60;Kevin&#62; &#38; co").count();
    assert!(shown >= 2, "in its field and on paper: {shown}");
    assert!(page.text.contains("Kevin”"), "a gentle warning for a name");
    // They go along to another page and back.
    visitor.send(&[("own-1", WORDS), ("go", "back")]).await;
    let page = visitor.send(&answers).await;
    assert!(page.text.contains("Zeldzaamwoord"));
    let mut db = database.read().await.unwrap();
    let counted: Vec<(String, String, i64)> =
        sqlx::query_as("select subject, outcome, uses from meldcode_uses").fetch_all(&mut *db).await.unwrap();
    assert_eq!(counted, [("sharing".to_owned(), "only-if".to_owned(), 1)], "counted once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_about_another_receiver_does_not_follow() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let mut visitor = Visitor::tell(&house.router, &DOCTOR, "gp").await;
    let refused = [("sharing-consent", "refused"), ("sharing-danger", "no"), ("sharing-suspicion", "yes")];
    let page = visitor.send(&refused).await;
    assert!(page.text.contains("outcome-only-if"), "{}", page.text);
    visitor.send(&[("go", "change-receiver")]).await;
    visitor.send(&[("sharing-receiver", "gi-ots")]).await;
    let page = visitor.send(&[("sharing-initiative", "asked")]).await;
    assert!(page.text.contains("outcome-must"), "{}", page.text);
    assert!(!page.text.contains("waarom er geen toestemming is"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_decides_is_not_called_needless() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let mut visitor = Visitor::tell(&house.router, &DOCTOR, "school").await;
    let refused = [("sharing-consent", "refused"), ("sharing-danger", "no"), ("sharing-suspicion", "no")];
    let page = visitor.send(&refused).await;
    assert!(page.text.contains("outcome-may-not") && !page.text.contains("hier niet nodig"), "{}", page.text);
    assert!(
        page.text.contains("Vraag waarom iemand nee zegt") && page.text.contains("niets zeggen, ook niet of")
    );
    // Where consent changes nothing, it is not spoken of.
    visitor.send(&[("go", "change-receiver")]).await;
    let page = visitor.send(&[("sharing-receiver", "verwijsindex")]).await;
    assert!(page.text.contains("name=\"sharing-suspicion\""), "{}", page.text);
    let page = visitor.send(&[("sharing-suspicion", "no")]).await;
    assert!(page.text.contains("outcome-may-not") && !page.text.contains("Wie geeft toestemming"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ground_of_care_stands_with_care_only() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    for (profession, of_care) in [("gp-doctor", true), ("primary-school", false), ("other-education", false)]
    {
        let mut visitor = Visitor::tell(
            &house.router,
            &[("profession", profession), ("sharing-about", "child-under-12")],
            "gp",
        )
        .await;
        let given = [("sharing-consent", "given"), ("sharing-danger", "no"), ("sharing-suspicion", "no")];
        let page = visitor.send(&given).await;
        assert!(page.text.contains("outcome-may\"") && page.text.contains("AVG, artikel 6"), "{}", page.text);
        assert_eq!(page.text.contains("artikel 7:457"), of_care, "{profession}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_that_was_changed_is_refused_with_a_word() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let mut visitor = Visitor::come(&house.router, "/guide").await;
    visitor.send(&DOCTOR).await;
    let state = hidden(&visitor.page.text, "state").unwrap();
    let forged = state.replace("gp-doctor", "volunteer");
    for wrong in [forged.as_str(), "zicht", "zicht-meldcode 00 {}"] {
        let form = format!("form_token={}&step=receiver&state={}", encoded(&visitor.token), encoded(wrong));
        let page = ask(&house.router, &Method::POST, "/guide", &visitor.cookies, &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("kan niet worden gelezen"), "{}", page.text);
    }
    let form =
        format!("form_token={}&step=receiver&state={}", encoded(&visitor.token), "x".repeat(1_000_000));
    let page = ask(&house.router, &Method::POST, "/guide", &visitor.cookies, &form).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    // A page that was not reached is not shown, whatever the form says.
    let form = format!("form_token={}&step=result&state={}", encoded(&visitor.token), encoded(&state));
    let page = ask(&house.router, &Method::POST, "/guide", &visitor.cookies, &form).await;
    assert!(page.text.contains("name=\"sharing-receiver\""));
}
