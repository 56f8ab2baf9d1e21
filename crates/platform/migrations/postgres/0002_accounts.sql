-- Who can be a member of what. A municipality carries its CBS code; a region its Veilig Thuis region code.
-- `search` is the name as people type it: lower case, without accents.
create table organisations (
    id         text collate "C" not null primary key,
    kind       text collate "C" not null check (kind in ('municipality', 'region', 'veilig-thuis', 'national', 'professional')),
    name       text collate "C" not null,
    search     text collate "C" not null,
    code       text collate "C",
    region     text collate "C",
    valid_from text collate "C" not null,
    valid_to   text collate "C",
    successor  text collate "C" references organisations (id),
    changed    bigint not null default 0
);

create unique index organisations_code on organisations (kind, code, valid_from) where code is not null;
create index organisations_name on organisations (name, id);

-- A person. Name and address are sealed; `email_index` finds an address without opening it.
create table people (
    id          text collate "C" not null primary key,
    name        bytea    not null,
    email       bytea    not null,
    email_index text collate "C" not null unique,
    lang        text collate "C" not null check (lang in ('nl', 'en')),
    state       text collate "C" not null check (state in ('invited', 'active', 'off')),
    created_at  text collate "C" not null,
    changed     bigint not null default 0
);

-- What a person is for an organisation. An ended membership stays: the audit trail refers to it. Without
-- `accepted_at` it is an offer and gives no right; `offered_name` is then the name that the inviter typed, sealed,
-- so that nobody learns by an invitation how somebody else's account is named.
create table memberships (
    id           text collate "C" not null primary key,
    person       text collate "C" not null references people (id),
    organisation text collate "C" not null references organisations (id),
    role         text collate "C" not null,
    since        text collate "C" not null,
    until        text collate "C",
    accepted_at  text collate "C",
    offered_name bytea
);

create unique index memberships_current on memberships (person, organisation, role) where until is null;
create index memberships_organisation on memberships (organisation, person);

-- The password of a person, as an Argon2id hash in PHC form.
create table passwords (
    person     text collate "C" not null primary key references people (id),
    hash       text collate "C" not null,
    changed_at text collate "C" not null
);

-- The secret of an authenticator app, sealed. `last_step` refuses a code that was used before.
create table totp (
    person       text collate "C" not null primary key references people (id),
    secret       bytea    not null,
    last_step    bigint not null default 0,
    confirmed_at text collate "C" not null
);

-- Codes for when the authenticator is lost: hashed, each for one time.
create table recovery_codes (
    person  text collate "C" not null references people (id),
    hash    text collate "C" not null,
    used_at text collate "C",
    primary key (person, hash)
);

create table passkeys (
    id           text collate "C" not null primary key,
    person       text collate "C" not null references people (id),
    credential   text collate "C" not null unique,
    passkey      text collate "C" not null,
    name         text collate "C" not null,
    created_at   text collate "C" not null,
    last_used_at text collate "C"
);

create index passkeys_person on passkeys (person, id);

-- A person at an OpenID provider.
create table identities (
    issuer    text collate "C" not null,
    subject   text collate "C" not null,
    person    text collate "C" not null references people (id),
    linked_at text collate "C" not null,
    primary key (issuer, subject)
);

create index identities_person on identities (person);

-- Links that work once: invitation, reset, first administrator. The token itself is never stored.
create table one_time_links (
    token_hash text collate "C" not null primary key,
    purpose    text collate "C" not null check (purpose in ('invitation', 'reset')),
    person     text collate "C" not null references people (id),
    created_at text collate "C" not null,
    expires_at text collate "C" not null,
    used_at    text collate "C"
);

create index one_time_links_person on one_time_links (person);

-- One sign-in on one device. The token is in the cookie of that device only; here is its hash.
create table sessions (
    id           text collate "C" not null primary key,
    token_hash   text collate "C" not null unique,
    person       text collate "C" not null references people (id),
    method       text collate "C" not null,
    device       text collate "C" not null,
    created_at   text collate "C" not null,
    seen_at      text collate "C" not null,
    confirmed_at text collate "C" not null,
    ends_at      text collate "C" not null,
    issuer       text collate "C",
    provider_sid text collate "C",
    subject      text collate "C"
);

create index sessions_person on sessions (person, id);
create index sessions_provider on sessions (issuer, provider_sid) where issuer is not null;

-- Sign-ins that have begun: a password that was right and waits for its second step, a passkey challenge,
-- a visit to an OpenID provider. The state is sealed.
create table ceremonies (
    token_hash text collate "C" not null primary key,
    kind       text collate "C" not null,
    person     text collate "C" references people (id),
    state      bytea not null,
    expires_at text collate "C" not null
);

create index ceremonies_expiry on ceremonies (expires_at);

-- Tokens of back-channel logout that were seen, so that none works twice.
create table logout_tokens (
    issuer     text collate "C" not null,
    jti        text collate "C" not null,
    expires_at text collate "C" not null,
    primary key (issuer, jti)
);
