-- A plan is of a municipality (its code) or of a region (its name in addresses).
alter table plans rename column municipality to whose;
alter table plan_actions rename column municipality to whose;

-- Who takes part in a joint action of a region.
create table plan_members (
    whose        text collate "C" not null,
    number       bigint not null,
    municipality text collate "C" not null,
    primary key (whose, number, municipality),
    foreign key (whose, number) references plan_actions (whose, number)
);

-- Where the vision of a region on domestic violence and child abuse is (regiovisie).
create table region_visions (
    region     text collate "C" not null primary key,
    state      text collate "C" not null check (state in ('none', 'writing', 'adopted')),
    year       bigint,
    first_year bigint,
    last_year  bigint,
    url        text collate "C" not null,
    note       text collate "C" not null,
    changed    bigint not null,
    changed_by text collate "C" not null,
    changed_at text collate "C" not null
);

-- Where people ask each other: a region or a good example. `numbers` counts the questions; no number is given twice.
create table thread_places (
    place   text collate "C" not null primary key,
    numbers bigint not null
);

-- A question with its answers. `asked_by` and `audience` are municipalities (codes), 'coordinator' or 'everybody'.
create table threads (
    place     text collate "C" not null references thread_places (place),
    number    bigint not null,
    asked_by  text collate "C" not null,
    audience  text collate "C" not null,
    made_at   text collate "C" not null,
    closed_at text collate "C",
    closed_by text collate "C",
    primary key (place, number)
);

create index threads_audience on threads (audience, closed_at);
create index threads_asked_by on threads (asked_by, closed_at);

-- What was said; the text is sealed.
create table thread_messages (
    place   text collate "C" not null,
    number  bigint not null,
    message bigint not null,
    party   text collate "C" not null,
    text    bytea not null,
    made_by text collate "C" not null,
    made_at text collate "C" not null,
    primary key (place, number, message),
    foreign key (place, number) references threads (place, number)
);
