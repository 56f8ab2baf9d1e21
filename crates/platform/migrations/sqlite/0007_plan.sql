-- The plan of a municipality. `numbers` counts its actions; a number is never given twice.
create table plans (
    municipality text not null primary key,
    numbers      integer not null
) strict;

-- An action, with the step of the advice it came from (codes of the questionnaire; empty for an own one). `reminded_for`
-- is the day of which people were reminded; `effort` (1 to 3) is told by who did it.
create table plan_actions (
    municipality text not null references plans (municipality),
    number       integer not null,
    goal         integer not null,
    step         text not null,
    title        text not null,
    owner        text not null,
    due          text,
    state        text not null check (state in ('open', 'busy', 'done', 'dropped')),
    effort       integer check (effort between 1 and 3),
    reminded_for text,
    changed      integer not null default 0,
    made_by      text not null,
    made_at      text not null,
    primary key (municipality, number)
) strict;

create index plan_actions_due on plan_actions (state, due);

-- A target for a goal: where it began, what is aimed at, and where it is now.
create table plan_targets (
    municipality text not null,
    goal         integer not null,
    kind         text not null check (kind in ('reach', 'affected')),
    first_year   integer not null,
    first_value  integer not null,
    aim_year     integer not null,
    aim_value    integer not null,
    now_year     integer,
    now_value    integer,
    source       text not null,
    changed      integer not null default 0,
    primary key (municipality, goal, kind)
) strict;

-- How many children of a risk group (an option of the question about them) the municipality has in sight, by year.
create table risk_figures (
    municipality text not null,
    risk         text not null,
    year         integer not null,
    children     integer not null check (children >= 0),
    source       text not null,
    primary key (municipality, risk, year)
) strict;

-- Of a measure that a municipality takes: whether its use and its effect are monitored.
create table programmes (
    municipality text not null,
    goal         integer not null,
    step         text not null,
    watches      text not null check (watches in ('nothing', 'use', 'effect', 'both')),
    primary key (municipality, goal, step)
) strict;

-- How far the training about child abuse reached a profession.
create table training (
    municipality text not null,
    profession   text not null,
    reached      text not null check (reached in ('nobody', 'some', 'most', 'everybody')),
    primary key (municipality, profession)
) strict;
