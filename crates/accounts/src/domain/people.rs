//! A person's name and address, and the state of the account.

use kernel::{Finding, Lang, PersonId, Place};

/// The most characters of a name.
pub const LONGEST_NAME: usize = 120;
/// The most characters of an address: RFC 5321, section 4.5.3.1.3, without its angle brackets.
const LONGEST_ADDRESS: usize = 254;

/// Where an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonState {
    /// Somebody invited the person, who has not signed in yet.
    Invited,
    /// The person can sign in.
    Active,
    /// Switched off: nobody can sign in with it.
    Off,
}

impl PersonState {
    /// The name in the database and in locale keys (`person-state-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Off => "off",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Invited, Self::Active, Self::Off].into_iter().find(|state| state.name() == name)
    }
}

/// A person with name and address open: never for a log, an event or an address of a page.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The name as it is shown.
    pub name: String,
    /// The address, normalised.
    pub email: Address,
    /// The language of mail.
    pub lang: Lang,
    /// Whether the person can sign in.
    pub state: PersonState,
    /// Counts the changes, so that two at once are noticed.
    pub changed: i64,
}

/// Prints no name and no address.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({}, {})", self.id, self.state.name())
    }
}

/// An electronic mail address in the one form that Zicht keeps.
///
/// Spaces around it are dropped and all letters are lower case, also before the `@`: by RFC 5321 the part
/// before it may tell capitals apart, no provider in use does, and people do not. Nothing else is changed:
/// dots and `+tags` stay, because to many providers those are other addresses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// Reads what somebody typed; `None` if no mail can go there.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let text = typed.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@')?;
        let fits = text.chars().count() <= LONGEST_ADDRESS
            && is_local(local)
            && domain.contains('.')
            && domain.split('.').all(is_label);
        fits.then_some(Self(text))
    }

    /// The address as it is kept, shown, written to and looked up.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Prints nothing of it.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Address(..)")
    }
}

/// The part before the `@`, without the quoted form that nobody has.
fn is_local(text: &str) -> bool {
    let dotted = !text.starts_with('.') && !text.ends_with('.') && !text.contains("..");
    let plain =
        |letter: char| !letter.is_whitespace() && !letter.is_control() && !"\"(),:;<>@[\\]".contains(letter);
    !text.is_empty() && text.len() <= 64 && dotted && text.chars().all(plain)
}

fn is_label(text: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || letter == '-';
    !text.is_empty()
        && text.len() <= 63
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(plain)
}

/// A name with single spaces, or `None` if there is nothing in it, too much, or signs that do not print.
#[must_use]
pub fn name(typed: &str) -> Option<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    let fits = (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.chars().any(hidden);
    fits.then_some(name)
}

/// Reads the fields `name` and `email` of a form.
///
/// # Errors
/// Every problem, each at its field.
pub fn read(typed_name: &str, typed_email: &str) -> Result<(String, Address), Vec<Finding>> {
    let (name, email) = (name(typed_name), Address::parse(typed_email));
    if let (Some(name), Some(email)) = (&name, &email) {
        return Ok((name.clone(), email.clone()));
    }
    let mut findings = Vec::new();
    if name.is_none() {
        let finding = Finding::error("person-name", field("name"));
        findings.push(finding.with("n", LONGEST_NAME.to_string()));
    }
    if email.is_none() {
        findings.push(Finding::error("person-email", field("email")));
    }
    Err(findings)
}

/// The place of a field in a form.
#[must_use]
pub fn field(name: &str) -> Place {
    Place { column: Some(name.to_owned()), ..Place::default() }
}
