-- A plan is of a municipality (its code) or of a region (its name in addresses).
alter table plans rename column municipality to whose;
alter table plan_actions rename column municipality to whose;

-- Who takes part in a joint action of a region.
create table plan_members (
    whose        text not null,
    number       integer not null,
    municipality text not null,
    primary key (whose, number, municipality),
    foreign key (whose, number) references plan_actions (whose, number)
) strict;

-- Where the vision of a region on domestic violence and child abuse is (regiovisie).
create table region_visions (
    region     text not null primary key,
    state      text not null check (state in ('none', 'writing', 'adopted')),
    year       integer,
    first_year integer,
    last_year  integer,
    url        text not null,
    note       text not null,
    changed    integer not null,
    changed_by text not null,
    changed_at text not null
) strict;

-- Where people ask each other: a region or a good example. `numbers` counts the questions; no number is given twice.
create table thread_places (
    place   text not null primary key,
    numbers integer not null
) strict;

-- A question with its answers. `asked_by` and `audience` are municipalities (codes), 'coordinator' or 'everybody'.
create table threads (
    place     text not null references thread_places (place),
    number    integer not null,
    asked_by  text not null,
    audience  text not null,
    made_at   text not null,
    closed_at text,
    closed_by text,
    primary key (place, number)
) strict;

create index threads_audience on threads (audience, closed_at);
create index threads_asked_by on threads (asked_by, closed_at);

-- What was said; the text is sealed.
create table thread_messages (
    place   text not null,
    number  integer not null,
    message integer not null,
    party   text not null,
    text    blob not null,
    made_by text not null,
    made_at text not null,
    primary key (place, number, message),
    foreign key (place, number) references threads (place, number)
) strict;
