-- Who can be a member of what. A municipality carries its CBS code; a region its Veilig Thuis region code.
-- `search` is the name as people type it: lower case, without accents.
create table organisations (
    id         text not null primary key,
    kind       text not null check (kind in ('municipality', 'region', 'veilig-thuis', 'national', 'professional')),
    name       text not null,
    search     text not null,
    code       text,
    region     text,
    valid_from text not null,
    valid_to   text,
    successor  text references organisations (id),
    changed    integer not null default 0
) strict;

create unique index organisations_code on organisations (kind, code, valid_from) where code is not null;
create index organisations_name on organisations (name, id);

-- A person. Name and address are sealed; `email_index` finds an address without opening it.
create table people (
    id          text    not null primary key,
    name        blob    not null,
    email       blob    not null,
    email_index text    not null unique,
    lang        text    not null check (lang in ('nl', 'en')),
    state       text    not null check (state in ('invited', 'active', 'off')),
    created_at  text    not null,
    changed     integer not null default 0
) strict;

-- What a person is for an organisation. An ended membership stays: the audit trail refers to it. Without
-- `accepted_at` it is an offer and gives no right; `offered_name` is then the name that the inviter typed, sealed,
-- so that nobody learns by an invitation how somebody else's account is named.
create table memberships (
    id           text not null primary key,
    person       text not null references people (id),
    organisation text not null references organisations (id),
    role         text not null,
    since        text not null,
    until        text,
    accepted_at  text,
    offered_name blob
) strict;

create unique index memberships_current on memberships (person, organisation, role) where until is null;
create index memberships_organisation on memberships (organisation, person);

-- The password of a person, as an Argon2id hash in PHC form.
create table passwords (
    person     text not null primary key references people (id),
    hash       text not null,
    changed_at text not null
) strict;

-- The secret of an authenticator app, sealed. `last_step` refuses a code that was used before.
create table totp (
    person       text    not null primary key references people (id),
    secret       blob    not null,
    last_step    integer not null default 0,
    confirmed_at text    not null
) strict;

-- Codes for when the authenticator is lost: hashed, each for one time.
create table recovery_codes (
    person  text not null references people (id),
    hash    text not null,
    used_at text,
    primary key (person, hash)
) strict;

create table passkeys (
    id           text not null primary key,
    person       text not null references people (id),
    credential   text not null unique,
    passkey      text not null,
    name         text not null,
    created_at   text not null,
    last_used_at text
) strict;

create index passkeys_person on passkeys (person, id);

-- A person at an OpenID provider.
create table identities (
    issuer    text not null,
    subject   text not null,
    person    text not null references people (id),
    linked_at text not null,
    primary key (issuer, subject)
) strict;

create index identities_person on identities (person);

-- Links that work once: invitation, reset, first administrator. The token itself is never stored.
create table one_time_links (
    token_hash text not null primary key,
    purpose    text not null check (purpose in ('invitation', 'reset')),
    person     text not null references people (id),
    created_at text not null,
    expires_at text not null,
    used_at    text
) strict;

create index one_time_links_person on one_time_links (person);

-- One sign-in on one device. The token is in the cookie of that device only; here is its hash.
create table sessions (
    id           text not null primary key,
    token_hash   text not null unique,
    person       text not null references people (id),
    method       text not null,
    device       text not null,
    created_at   text not null,
    seen_at      text not null,
    confirmed_at text not null,
    ends_at      text not null,
    issuer       text,
    provider_sid text,
    subject      text
) strict;

create index sessions_person on sessions (person, id);
create index sessions_provider on sessions (issuer, provider_sid) where issuer is not null;

-- Sign-ins that have begun: a password that was right and waits for its second step, a passkey challenge,
-- a visit to an OpenID provider. The state is sealed.
create table ceremonies (
    token_hash text not null primary key,
    kind       text not null,
    person     text references people (id),
    state      blob not null,
    expires_at text not null
) strict;

create index ceremonies_expiry on ceremonies (expires_at);

-- Tokens of back-channel logout that were seen, so that none works twice.
create table logout_tokens (
    issuer     text not null,
    jti        text not null,
    expires_at text not null,
    primary key (issuer, jti)
) strict;
