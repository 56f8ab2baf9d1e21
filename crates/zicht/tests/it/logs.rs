//! Nothing personal and nothing secret gets into the log, whatever happens: a whole way through the program is
//! walked with texts that stand out, with the log as talkative as it can be, in both of its forms.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use kernel::{Clock as _, Role};
use testkit::TestDatabase;

use crate::authenticator;
use crate::installation::Installation;
use crate::mailbox::Mailbox;
use crate::process::{Browser, Reply, Server, free_port};
use crate::provider::Provider;

const ADDRESS: &str = "kanarievogel@example.org";
const NAME: &str = "Kanarie Vogelzang";
const PASSWORD: &str = "zwaluwstaart 71 kanariegeel";
const NEW_PASSWORD: &str = "pimpelmees 83 kanarieblauw";
const WRONG: &str = "verkeerd-kanariewachtwoord";
const MAIL_PASSWORD: &str = "kanarie-van-de-mailserver";
const CLIENT_SECRET: &str = "kanarie-van-de-aanbieder";
const DATABASE_PASSWORD: &str = "kanarie-van-de-database";
const CODE: &str = "kanarie-code-van-de-aanbieder";

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_whole_way_through_holds_nothing_personal_and_no_secret() {
    walk(testkit::sqlite(), "json").await;
    walk(with_password(testkit::postgres().await), "text").await;
}

/// The same database with a password in its address, where the server does not ask for one.
fn with_password(mut test: TestDatabase) -> TestDatabase {
    let user = test.address.split('@').next().unwrap().rsplit('/').next().unwrap();
    if !user.contains(':') {
        test.address = test.address.replacen('@', &format!(":{DATABASE_PASSWORD}@"), 1);
    }
    test
}

/// A way through the program, and every secret of it.
struct Walk {
    installation: Installation,
    server: Server,
    mailbox: Mailbox,
    secrets: Vec<String>,
}

async fn walk(test: TestDatabase, format: &str) {
    let (mailbox, provider) = (Mailbox::open(), Provider::open());
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(folder.path(), format, &mailbox, &provider);
    let installation = Installation::settle(test, 41).await;
    let server = installation.serve(free_port(), &settings);
    let secrets = [ADDRESS, NAME, "Vogelzang", PASSWORD, NEW_PASSWORD, WRONG, MAIL_PASSWORD, CLIENT_SECRET];
    let mut secrets: Vec<String> = secrets.map(str::to_owned).to_vec();
    secrets.extend([DATABASE_PASSWORD, CODE].map(str::to_owned));
    secrets.extend(installation.key_texts());
    let mut walk = Walk { installation, server, mailbox, secrets };

    let link = walk.invite().await;
    let (secret, codes) = walk.accept(&link);
    walk.fail();
    walk.reset(&codes);
    walk.sign_in(&secret, &codes);
    walk.go_to_the_provider(&provider);
    walk.search();
}

/// Settings with a mail server and a provider that both ask for a secret.
fn settings(folder: &Path, format: &str, mailbox: &Mailbox, provider: &Provider) -> String {
    let secret = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        file.display().to_string()
    };
    let (mail, client) = (secret("mail", MAIL_PASSWORD), secret("client", CLIENT_SECRET));
    format!(
        "[log]\nformat = \"{format}\"\nlevel = \"debug\"\n{}user = \"zicht\"\npassword_file = \"{mail}\"\n\
         [[oidc]]\nid = \"gemeente\"\nname = \"Gemeente\"\nissuer = \"{}\"\nclient_id = \"zicht\"\n\
         client_secret_file = \"{client}\"\n",
        mailbox.settings(),
        provider.issuer,
    )
}

impl Walk {
    fn browser(&self) -> Browser {
        Browser::new(self.server.address)
    }

    /// Keeps the token of the form on a page, which is a secret too.
    fn token(&mut self, page: &Reply) -> String {
        let token = page.hidden("form_token");
        self.secrets.push(token.clone());
        token
    }

    /// Keeps every cookie of a browser.
    fn cookies(&mut self, browser: &Browser) {
        // A cookie that was taken away is empty.
        self.secrets.extend(browser.cookies.values().filter(|value| !value.is_empty()).cloned());
    }

    /// The newest link of a kind that came by mail, once there are so many mails.
    fn mailed(&mut self, mails: usize, path: &str) -> String {
        crate::wait_until("the mail is sent", || self.mailbox.mails().len() >= mails);
        let mails = self.mailbox.mails();
        let link = mails.iter().rev().find_map(|mail| link_in(mail, path)).unwrap();
        self.secrets.push(link.rsplit('/').next().unwrap_or_default().to_owned());
        link
    }

    async fn invite(&mut self) -> String {
        let society = &self.installation.society;
        let administrator = society.member(&society.home, Role::Administrator);
        let path = format!("/organisations/{}/people/invite", society.home.id);
        let mut inviter = self.installation.browser(self.server.address, administrator).await;
        let token = inviter.get(&path);
        let token = self.token(&token);
        let fields =
            [("form_token", &*token), ("name", NAME), ("email", ADDRESS), ("lang", "nl"), ("role", "reader")];
        assert_eq!(inviter.post(&path, &fields).status, 303);
        self.cookies(&inviter);
        self.mailed(1, "/invitation/")
    }

    /// Chooses a password and an app; gives the secret of the app, and the recovery codes.
    fn accept(&mut self, link: &str) -> (String, Vec<String>) {
        let mut guest = self.browser();
        let page = guest.get(link);
        let token = self.token(&page);
        let reply = guest.post(link, &[("form_token", &*token), ("new_password", PASSWORD)]);
        assert_eq!(reply.status, 303, "{}", reply.body);
        let app = guest.get(&format!("{link}/app"));
        let secret = authenticator::secret_on(&app.body);
        let code = authenticator::code(&secret, zicht::SystemClock.now());
        let token = self.token(&app);
        let shown = guest.post(&format!("{link}/app"), &[("form_token", &*token), ("code", &*code)]);
        assert_eq!(shown.status, 200);
        let codes: Vec<String> = codes_on(&shown.body);
        assert_eq!(codes.len(), 10, "{}", shown.body);
        self.secrets.push(secret.clone());
        self.secrets.extend(codes.iter().flat_map(|code| [code.clone(), code.replace('-', "")]));
        self.cookies(&guest);
        (secret, codes)
    }

    /// What goes wrong, and what nobody should ask.
    fn fail(&mut self) {
        let mut stranger = self.browser();
        for (email, password) in [(ADDRESS, WRONG), ("nobody-kanarie@example.org", WRONG)] {
            let page = stranger.get("/sign-in");
            let token = self.token(&page);
            stranger.post("/sign-in", &[("form_token", &*token), ("email", email), ("password", password)]);
        }
        stranger.get(&format!("/sign-in?next=/{ADDRESS}"));
        stranger.get(&format!("/{NAME}/nothing").replace(' ', "%20"));
        stranger.get(&format!("/invitation/{}", "ab".repeat(32)));
        stranger.post("/oidc/gemeente/logout", &[("logout_token", WRONG)]);
        stranger.post("/oidc/none/logout", &[("logout_token", WRONG)]);
        self.cookies(&stranger);
    }

    /// Asks for another password, and chooses it with a recovery code.
    fn reset(&mut self, codes: &[String]) {
        let mut forgetful = self.browser();
        let page = forgetful.get("/reset");
        let token = self.token(&page);
        let before = self.mailbox.mails().len();
        assert_eq!(forgetful.post("/reset", &[("form_token", &*token), ("email", ADDRESS)]).status, 303);
        let link = self.mailed(before + 1, "/reset/");
        let page = forgetful.get(&link);
        let token = self.token(&page);
        let fields = [("form_token", &*token), ("new_password", NEW_PASSWORD), ("code", &*codes[0])];
        let reply = forgetful.post(&link, &fields);
        assert_eq!(reply.status, 303, "{}", reply.body);
        self.cookies(&forgetful);
    }

    /// Signs in with the new password: with a wrong code, and with a recovery code.
    fn sign_in(&mut self, secret: &str, codes: &[String]) {
        let mut person = self.browser();
        let page = person.get("/sign-in");
        let token = self.token(&page);
        let fields = [("form_token", &*token), ("email", ADDRESS), ("password", NEW_PASSWORD)];
        assert_eq!(person.post("/sign-in", &fields).status, 303);
        self.cookies(&person);
        for (code, status) in [(secret, 422), (&*codes[0], 422), (&*codes[1], 303)] {
            let page = person.get("/sign-in/code");
            let token = self.token(&page);
            let reply = person.post("/sign-in/code", &[("form_token", &*token), ("code", code)]);
            assert_eq!(reply.status, status, "{code}: {}", reply.body);
        }
        assert_eq!(person.get("/account").status, 200);
        self.cookies(&person);
    }

    /// To the provider and back with a code that it does not exchange.
    fn go_to_the_provider(&mut self, provider: &Provider) {
        let mut person = self.browser();
        let page = person.get("/sign-in");
        let token = self.token(&page);
        let going = person.post("/oidc/gemeente", &[("form_token", &*token)]);
        assert_eq!(going.status, 200, "{}", going.body);
        let state = value_in(&going, "state");
        self.secrets.extend([state.clone(), value_in(&going, "nonce"), value_in(&going, "code_challenge")]);
        self.cookies(&person);
        person.get(&format!("/oidc/gemeente/callback?code={CODE}&state={state}"));
        self.cookies(&person);
        let asked = provider.asked();
        assert!(asked.iter().any(|asked| asked.contains(CODE)), "the code was not exchanged: {asked:?}");
    }

    fn search(self) {
        let log = self.server.stop();
        assert!(log.lines().count() > 20, "the log says next to nothing:\n{log}");
        let found: Vec<_> = self.secrets.iter().filter(|secret| log.contains(secret.as_str())).collect();
        assert!(found.is_empty(), "{found:?} in the log:\n{log}");
        // Who reads the log finds what went wrong all the same.
        assert!(log.contains("somebody came back without a right token"), "{log}");
        let told = self.mailbox.told();
        assert!(
            told.iter().any(|line| line.starts_with("AUTH ")),
            "the mail server was told no password: {told:?}"
        );
    }
}

/// The path of the link of a kind in a mail as it came over the line, with quoted-printable ends of line taken out.
fn link_in(mail: &str, path: &str) -> Option<String> {
    let text = mail.replace("=\n", "");
    let rest = text.split(path).nth(1)?;
    let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    Some(format!("{path}{token}"))
}

/// The recovery codes on a page.
fn codes_on(page: &str) -> Vec<String> {
    let texts = page.split("<li><code>").skip(1).filter_map(|rest| rest.split('<').next());
    texts.map(str::to_owned).collect()
}

/// A value in the address of the provider that the page leads to.
fn value_in(going: &Reply, name: &str) -> String {
    let refresh =
        going.headers.iter().find(|(header, _)| header == "refresh").map(|(_, value)| value.clone());
    let value = refresh.unwrap().split(&format!("{name}=")).nth(1).unwrap().to_owned();
    value.split('&').next().unwrap_or_default().to_owned()
}
