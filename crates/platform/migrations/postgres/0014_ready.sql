-- When whoever has a link to a goal last said to be done with it.
alter table form_shares add column ready_at text collate "C";

-- What an answer was before that of the last wave was taken over; it can be put back while the answer is of that save.
create table form_taken (
    run          text collate "C" not null,
    municipality text collate "C" not null,
    name         text collate "C" not null,
    before       text collate "C" not null,
    revision     bigint not null,
    primary key (run, municipality, name),
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);
