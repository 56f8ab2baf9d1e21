-- A good example of a municipality, with a measure of a goal (code as in plan_actions; empty if with none). `search` is
-- what people search in, folded; `because` says why a researcher took it off.
create table examples (
    id           text collate "C" not null primary key,
    municipality text collate "C" not null,
    goal         bigint not null,
    step         text collate "C" not null,
    title        text collate "C" not null,
    what         text collate "C" not null,
    for_whom     text collate "C" not null,
    reach        text collate "C" not null,
    cost         text collate "C" not null,
    contact      text collate "C" not null,
    doc_title    text collate "C",
    doc_url      text collate "C",
    doc_file     text collate "C",
    doc_size     bigint,
    state        text collate "C" not null check (state in ('draft', 'published', 'withdrawn', 'removed')),
    because      text collate "C",
    size_class   bigint not null,
    search       text collate "C" not null,
    changed      bigint not null default 0,
    made_by      text collate "C" not null,
    made_at      text collate "C" not null,
    published_at text collate "C"
);

create index examples_state on examples (state, goal, step);
create index examples_municipality on examples (municipality, id);

-- The document of an example, apart, so that lists do not read it.
create table example_files (
    example text collate "C" not null primary key references examples (id),
    content bytea not null
);

-- Which municipality thanked for an example, once.
create table example_thanks (
    example      text collate "C" not null references examples (id),
    municipality text collate "C" not null,
    made_by      text collate "C" not null,
    made_at      text collate "C" not null,
    primary key (example, municipality)
);
