-- When whoever has a link to a goal last said to be done with it.
alter table form_shares add column ready_at text;

-- What an answer was before that of the last wave was taken over; it can be put back while the answer is of that save.
create table form_taken (
    run          text not null,
    municipality text not null,
    name         text not null,
    before       text not null,
    revision     integer not null,
    primary key (run, municipality, name),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;
