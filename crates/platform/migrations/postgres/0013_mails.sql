-- The words of a mail of a wave, where a researcher changed them. Mails that went out are not read from here.
create table run_mails (
    run        text collate "C" not null references runs (id) on delete cascade,
    occasion   text collate "C" not null check (occasion in ('invitation', 'reminder')),
    subject_nl text collate "C" not null,
    text_nl    text collate "C" not null,
    subject_en text collate "C" not null,
    text_en    text collate "C" not null,
    revision   bigint not null,
    primary key (run, occasion)
);

-- Whom a wave wrote to: who is not here yet gets an invitation first.
create table run_written (
    run          text collate "C" not null references runs (id) on delete cascade,
    municipality text collate "C" not null,
    person       text collate "C" not null,
    primary key (run, municipality, person)
);
