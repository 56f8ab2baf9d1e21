-- A good example of a municipality, with a measure of a goal (code as in plan_actions; empty if with none). `search` is
-- what people search in, folded; `because` says why a researcher took it off.
create table examples (
    id           text not null primary key,
    municipality text not null,
    goal         integer not null,
    step         text not null,
    title        text not null,
    what         text not null,
    for_whom     text not null,
    reach        text not null,
    cost         text not null,
    contact      text not null,
    doc_title    text,
    doc_url      text,
    doc_file     text,
    doc_size     integer,
    state        text not null check (state in ('draft', 'published', 'withdrawn', 'removed')),
    because      text,
    size_class   integer not null,
    search       text not null,
    changed      integer not null default 0,
    made_by      text not null,
    made_at      text not null,
    published_at text
) strict;

create index examples_state on examples (state, goal, step);
create index examples_municipality on examples (municipality, id);

-- The document of an example, apart, so that lists do not read it.
create table example_files (
    example text not null primary key references examples (id),
    content blob not null
) strict;

-- Which municipality thanked for an example, once.
create table example_thanks (
    example      text not null references examples (id),
    municipality text not null,
    made_by      text not null,
    made_at      text not null,
    primary key (example, municipality)
) strict;
