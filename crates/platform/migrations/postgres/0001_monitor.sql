-- A measurement among municipalities: what was asked, by which questionnaire, and of what nature.
create table waves (
    id                    text collate "C" not null primary key,
    year                  bigint           not null,
    questionnaire         text collate "C" not null,
    questionnaire_version bigint           not null,
    definition            text collate "C",
    nature                text collate "C" not null check (nature in ('real', 'reconstruction', 'generated')),
    answers_hash          text collate "C" not null,
    respondents           bigint           not null,
    imported_at           text collate "C" not null,
    source                text collate "C" not null
);

-- One row of answers as imported. `named` is the consent to be shown by name in this wave.
create table responses (
    wave         text collate "C" not null references waves (id) on delete cascade,
    row          bigint           not null,
    respondent   text collate "C" not null,
    size_class   bigint           not null,
    municipality text collate "C",
    named        bigint           not null check (named in (0, 1)),
    answers      text collate "C" not null,
    primary key (wave, row),
    unique (wave, respondent)
);

create unique index responses_municipality on responses (wave, municipality) where municipality is not null;

-- The boundaries of one map, loaded by the user; without them every map is the tile map.
create table boundary_set (
    id       bigint           not null primary key check (id = 1),
    view_box text collate "C" not null,
    source   text collate "C" not null
);

create table boundaries (
    code text collate "C" not null primary key,
    path text collate "C" not null
);
