-- The words of a mail of a wave, where a researcher changed them. Mails that went out are not read from here.
create table run_mails (
    run        text not null references runs (id) on delete cascade,
    occasion   text not null check (occasion in ('invitation', 'reminder')),
    subject_nl text not null,
    text_nl    text not null,
    subject_en text not null,
    text_en    text not null,
    revision   integer not null,
    primary key (run, occasion)
) strict;

-- Whom a wave wrote to: who is not here yet gets an invitation first.
create table run_written (
    run          text not null references runs (id) on delete cascade,
    municipality text not null,
    person       text not null,
    primary key (run, municipality, person)
) strict;
