-- A measurement among municipalities: what was asked, by which questionnaire, and of what nature.
create table waves (
    id                    text    not null primary key,
    year                  integer not null,
    questionnaire         text    not null,
    questionnaire_version integer not null,
    definition            text,
    nature                text    not null check (nature in ('real', 'reconstruction', 'generated')),
    answers_hash          text    not null,
    respondents           integer not null,
    imported_at           text    not null,
    source                text    not null
) strict;

-- One row of answers as imported. `named` is the consent to be shown by name in this wave.
create table responses (
    wave         text    not null references waves (id) on delete cascade,
    row          integer not null,
    respondent   text    not null,
    size_class   integer not null,
    municipality text,
    named        integer not null check (named in (0, 1)),
    answers      text    not null,
    primary key (wave, row),
    unique (wave, respondent)
) strict;

create unique index responses_municipality on responses (wave, municipality) where municipality is not null;

-- The boundaries of one map, loaded by the user; without them every map is the tile map.
create table boundary_set (
    id       integer not null primary key check (id = 1),
    view_box text    not null,
    source   text    not null
) strict;

create table boundaries (
    code text not null primary key,
    path text not null
) strict;
