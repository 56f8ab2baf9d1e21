//! Nothing personal and nothing secret gets into the log, whatever happens: a whole way through the program is
//! walked with texts that stand out, with the log as talkative as it can be.

use kernel::{Clock as _, Role};

use crate::authenticator;
use crate::installation::Installation;
use crate::mailbox::Mailbox;
use crate::process::{Browser, free_port};

const ADDRESS: &str = "kanarievogel@example.org";
const NAME: &str = "Kanarie Vogelzang";
const PASSWORD: &str = "zwaluwstaart 71 kanariegeel";
const WRONG: &str = "verkeerd-kanariewachtwoord";

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_whole_way_through_holds_nothing_personal_and_no_secret() {
    let mailbox = Mailbox::open();
    let installation = Installation::settle(testkit::sqlite(), 41).await;
    let settings = format!("[log]\nformat = \"json\"\nlevel = \"debug\"\n{}", mailbox.settings());
    let server = installation.serve(free_port(), &settings);
    let administrator = installation.society.member(&installation.society.home, Role::Administrator);
    let mut inviter = installation.browser(server.address, administrator).await;
    let mut secrets: Vec<String> = [ADDRESS, NAME, "Vogelzang", PASSWORD, WRONG].map(str::to_owned).to_vec();

    let path = format!("/organisations/{}/people/invite", installation.society.home.id);
    let token = inviter.get(&path).hidden("form_token");
    let fields =
        [("form_token", &*token), ("name", NAME), ("email", ADDRESS), ("lang", "nl"), ("role", "reader")];
    assert_eq!(inviter.post(&path, &fields).status, 303);
    crate::wait_until("the invitation is sent", || !mailbox.mails().is_empty());
    let link = link_in(&mailbox.mails()[0]);
    secrets.push(link.rsplit('/').next().unwrap_or_default().to_owned());

    let mut guest = Browser::new(server.address);
    let page = guest.get(&link);
    let fields = [("form_token", &*page.hidden("form_token")), ("new_password", PASSWORD)];
    let reply = guest.post(&link, &fields);
    assert_eq!(reply.status, 303, "{}", reply.body);
    let app = guest.get(&format!("{link}/app"));
    let secret = authenticator::secret_on(&app.body);
    secrets.push(secret.clone());
    let code = authenticator::code(&secret, zicht::SystemClock.now());
    let fields = [("form_token", &*app.hidden("form_token")), ("code", &*code)];
    assert_eq!(guest.post(&format!("{link}/app"), &fields).status, 200);

    let mut stranger = Browser::new(server.address);
    for (email, password) in [(ADDRESS, WRONG), (ADDRESS, PASSWORD), ("nobody-kanarie@example.org", WRONG)] {
        let token = stranger.get("/sign-in").hidden("form_token");
        stranger.post("/sign-in", &[("form_token", &*token), ("email", email), ("password", password)]);
    }
    stranger.get(&format!("/sign-in?next=/{ADDRESS}"));
    stranger.get(&format!("/{NAME}/nothing").replace(' ', "%20"));
    stranger.get(&format!("/invitation/{}", "ab".repeat(32)));
    stranger.post("/oidc/none/logout", &[("logout_token", WRONG)]);
    for browser in [&inviter, &guest, &stranger] {
        secrets.extend(browser.cookies.values().cloned());
    }
    secrets.extend(installation.key_texts());

    // A cookie that was taken away is empty.
    secrets.retain(|secret| !secret.is_empty());
    let log = server.stop();
    assert!(log.lines().count() > 20, "the log says next to nothing:\n{log}");
    let found: Vec<_> = secrets.iter().filter(|secret| log.contains(secret.as_str())).collect();
    assert!(found.is_empty(), "{found:?} in the log:\n{log}");
}

/// The path of the link in a mail as it came over the line, with quoted-printable ends of line taken out.
fn link_in(mail: &str) -> String {
    let text = mail.replace("=\n", "");
    let rest = text.split("/invitation/").nth(1).unwrap();
    let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    format!("/invitation/{token}")
}
