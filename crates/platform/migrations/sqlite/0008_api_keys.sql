-- Keys with which programs use the API for somebody, in one organisation. Only the hash of a key is kept.
create table api_keys (
    id           text not null primary key,
    token_hash   text not null unique,
    person       text not null references people (id),
    organisation text not null references organisations (id),
    name         text not null,
    scope        text not null check (scope in ('read', 'write')),
    created_at   text not null,
    ends_at      text not null,
    used_at      text
) strict;

create index api_keys_person on api_keys (person, created_at);
create index api_keys_organisation on api_keys (organisation, created_at);
