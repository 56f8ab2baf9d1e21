-- A goal of a form that somebody without an account may fill in, by a link. Only a digest of its token is kept; the id
-- stands in form_cells.changed_by for whoever has the link.
create table form_shares (
    id           text collate "C" not null primary key,
    token_hash   text collate "C" not null unique,
    run          text collate "C" not null,
    municipality text collate "C" not null,
    goal         bigint not null,
    name         bytea not null,
    last_day     text collate "C" not null,
    made_by      text collate "C" not null,
    made_at      text collate "C" not null,
    ended_at     text collate "C",
    used_at      text collate "C",
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);

create index form_shares_form on form_shares (run, municipality, made_at);
