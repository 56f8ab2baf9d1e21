-- The plan of a municipality. `numbers` counts its actions; a number is never given twice.
create table plans (
    municipality text collate "C" not null primary key,
    numbers      bigint not null
);

-- An action, with the step of the advice it came from (codes of the questionnaire; empty for an own one). `reminded_for`
-- is the day of which people were reminded; `effort` (1 to 3) is told by who did it.
create table plan_actions (
    municipality text collate "C" not null references plans (municipality),
    number       bigint not null,
    goal         bigint not null,
    step         text collate "C" not null,
    title        text collate "C" not null,
    owner        text collate "C" not null,
    due          text collate "C",
    state        text collate "C" not null check (state in ('open', 'busy', 'done', 'dropped')),
    effort       bigint check (effort between 1 and 3),
    reminded_for text collate "C",
    changed      bigint not null default 0,
    made_by      text collate "C" not null,
    made_at      text collate "C" not null,
    primary key (municipality, number)
);

create index plan_actions_due on plan_actions (state, due);

-- A target for a goal: where it began, what is aimed at, and where it is now.
create table plan_targets (
    municipality text collate "C" not null,
    goal         bigint not null,
    kind         text collate "C" not null check (kind in ('reach', 'affected')),
    first_year   bigint not null,
    first_value  bigint not null,
    aim_year     bigint not null,
    aim_value    bigint not null,
    now_year     bigint,
    now_value    bigint,
    source       text collate "C" not null,
    changed      bigint not null default 0,
    primary key (municipality, goal, kind)
);

-- How many children of a risk group (an option of the question about them) the municipality has in sight, by year.
create table risk_figures (
    municipality text collate "C" not null,
    risk         text collate "C" not null,
    year         bigint not null,
    children     bigint not null check (children >= 0),
    source       text collate "C" not null,
    primary key (municipality, risk, year)
);

-- Of a measure that a municipality takes: whether its use and its effect are monitored.
create table programmes (
    municipality text collate "C" not null,
    goal         bigint not null,
    step         text collate "C" not null,
    watches      text collate "C" not null check (watches in ('nothing', 'use', 'effect', 'both')),
    primary key (municipality, goal, step)
);

-- How far the training about child abuse reached a profession.
create table training (
    municipality text collate "C" not null,
    profession   text collate "C" not null,
    reached      text collate "C" not null check (reached in ('nobody', 'some', 'most', 'everybody')),
    primary key (municipality, profession)
);
