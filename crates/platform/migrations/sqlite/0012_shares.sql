-- A goal of a form that somebody without an account may fill in, by a link. Only a digest of its token is kept; the id
-- stands in form_cells.changed_by for whoever has the link.
create table form_shares (
    id           text not null primary key,
    token_hash   text not null unique,
    run          text not null,
    municipality text not null,
    goal         integer not null,
    name         blob not null,
    last_day     text not null,
    made_by      text not null,
    made_at      text not null,
    ended_at     text,
    used_at      text,
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;

create index form_shares_form on form_shares (run, municipality, made_at);
