-- Keys with which programs use the API for somebody, in one organisation. Only the hash of a key is kept.
create table api_keys (
    id           text collate "C" not null primary key,
    token_hash   text collate "C" not null unique,
    person       text collate "C" not null references people (id),
    organisation text collate "C" not null references organisations (id),
    name         text collate "C" not null,
    scope        text collate "C" not null check (scope in ('read', 'write')),
    created_at   text collate "C" not null,
    ends_at      text collate "C" not null,
    used_at      text collate "C"
);

create index api_keys_person on api_keys (person, created_at);
create index api_keys_organisation on api_keys (organisation, created_at);
