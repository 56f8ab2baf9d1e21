-- A wave while it is held: planned, open for answers, closed, published. What is published is copied into
-- `waves` and `responses`, and never read from here. `invited` is empty for every municipality, or their codes.
create table runs (
    id                    text collate "C"    not null primary key,
    year                  bigint not null,
    title_nl              text collate "C"    not null,
    title_en              text collate "C"    not null,
    questionnaire         text collate "C"    not null,
    questionnaire_version bigint not null,
    scoring_rule          text collate "C"    not null,
    reference_date        text collate "C"    not null,
    opens_on              text collate "C"    not null,
    closes_on             text collate "C"    not null,
    invited               text collate "C"    not null,
    four_eyes             bigint not null check (four_eyes in (0, 1)),
    most_reminders        bigint not null,
    nature                text collate "C"    not null check (nature in ('real', 'generated')),
    state                 text collate "C"    not null check (state in ('draft', 'open', 'closed', 'published', 'withdrawn')),
    state_since           text collate "C"    not null,
    withdrawn_because     text collate "C",
    changed               bigint not null default 0
);

-- What one invited municipality fills in. `revision` counts every save; `last_day` is an extension.
create table forms (
    run              text collate "C"    not null references runs (id) on delete cascade,
    municipality     text collate "C"    not null,
    state            text collate "C"    not null check (state in ('filling', 'submitted', 'approved')),
    revision         bigint not null default 0,
    last_day         text collate "C",
    extended_because text collate "C",
    submitted_by     text collate "C",
    submitted_at     text collate "C",
    approved_by      text collate "C",
    approved_at      text collate "C",
    invited_at       text collate "C",
    reminders        bigint not null default 0,
    reminded_at      text collate "C",
    primary key (run, municipality)
);

create index forms_municipality on forms (municipality, run);

-- One answer, by the column of the answers file; `revision` is the save of the form that it was set in.
create table form_cells (
    run          text collate "C"    not null,
    municipality text collate "C"    not null,
    name         text collate "C"    not null,
    value        text collate "C"    not null,
    revision     bigint not null,
    changed_by   text collate "C"    not null,
    changed_at   text collate "C"    not null,
    primary key (run, municipality, name),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);

-- The answers as they were when somebody submitted, approved or sent them back.
create table form_versions (
    run          text collate "C"    not null,
    municipality text collate "C"    not null,
    number       bigint not null,
    kind         text collate "C"    not null check (kind in ('submitted', 'approved', 'reopened')),
    cells        text collate "C"    not null,
    made_by      text collate "C"    not null,
    made_at      text collate "C"    not null,
    reason       text collate "C",
    primary key (run, municipality, number),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);

-- Who has which part of a form open, so that two editors see each other.
create table form_presence (
    run          text collate "C" not null,
    municipality text collate "C" not null,
    person       text collate "C" not null,
    part         text collate "C" not null,
    seen_at      text collate "C" not null,
    primary key (run, municipality, person),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);

-- The link under which young people of a municipality answer. It is spread on purpose, and no secret.
create table youth_links (
    token         text collate "C" not null primary key,
    run           text collate "C" not null,
    municipality  text collate "C" not null,
    questionnaire text collate "C" not null,
    version       bigint not null,
    made_by       text collate "C" not null,
    made_at       text collate "C" not null,
    ended_at      text collate "C",
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);

create unique index youth_links_open on youth_links (run, municipality) where ended_at is null;

-- How often young people chose an option; nobody's answers are kept. The row without question counts the people.
create table youth_tallies (
    run          text collate "C" not null,
    municipality text collate "C" not null,
    question     text collate "C" not null,
    choice       text collate "C" not null,
    times        bigint not null,
    primary key (run, municipality, question, choice),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);
