-- A wave while it is held: planned, open for answers, closed, published. What is published is copied into
-- `waves` and `responses`, and never read from here. `invited` is empty for every municipality, or their codes.
create table runs (
    id                    text    not null primary key,
    year                  integer not null,
    title_nl              text    not null,
    title_en              text    not null,
    questionnaire         text    not null,
    questionnaire_version integer not null,
    scoring_rule          text    not null,
    reference_date        text    not null,
    opens_on              text    not null,
    closes_on             text    not null,
    invited               text    not null,
    four_eyes             integer not null check (four_eyes in (0, 1)),
    most_reminders        integer not null,
    nature                text    not null check (nature in ('real', 'generated')),
    state                 text    not null check (state in ('draft', 'open', 'closed', 'published', 'withdrawn')),
    state_since           text    not null,
    withdrawn_because     text,
    changed               integer not null default 0
) strict;

-- What one invited municipality fills in. `revision` counts every save; `last_day` is an extension.
create table forms (
    run              text    not null references runs (id) on delete cascade,
    municipality     text    not null,
    state            text    not null check (state in ('filling', 'submitted', 'approved')),
    revision         integer not null default 0,
    last_day         text,
    extended_because text,
    submitted_by     text,
    submitted_at     text,
    approved_by      text,
    approved_at      text,
    invited_at       text,
    reminders        integer not null default 0,
    reminded_at      text,
    primary key (run, municipality)
) strict;

create index forms_municipality on forms (municipality, run);

-- One answer, by the column of the answers file; `revision` is the save of the form that it was set in.
create table form_cells (
    run          text    not null,
    municipality text    not null,
    name         text    not null,
    value        text    not null,
    revision     integer not null,
    changed_by   text    not null,
    changed_at   text    not null,
    primary key (run, municipality, name),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;

-- The answers as they were when somebody submitted, approved or sent them back.
create table form_versions (
    run          text    not null,
    municipality text    not null,
    number       integer not null,
    kind         text    not null check (kind in ('submitted', 'approved', 'reopened')),
    cells        text    not null,
    made_by      text    not null,
    made_at      text    not null,
    reason       text,
    primary key (run, municipality, number),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;

-- Who has which part of a form open, so that two editors see each other.
create table form_presence (
    run          text not null,
    municipality text not null,
    person       text not null,
    part         text not null,
    seen_at      text not null,
    primary key (run, municipality, person),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;

-- The link under which young people of a municipality answer. It is spread on purpose, and no secret.
create table youth_links (
    token         text not null primary key,
    run           text not null,
    municipality  text not null,
    questionnaire text not null,
    version       integer not null,
    made_by       text not null,
    made_at       text not null,
    ended_at      text,
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;

create unique index youth_links_open on youth_links (run, municipality) where ended_at is null;

-- How often young people chose an option; nobody's answers are kept. The row without question counts the people.
create table youth_tallies (
    run          text not null,
    municipality text not null,
    question     text not null,
    choice       text not null,
    times        integer not null,
    primary key (run, municipality, question, choice),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;
