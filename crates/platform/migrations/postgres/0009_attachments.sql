-- What a municipality keeps with a part of its form: a link or a PDF as evidence, or a note for colleagues. The
-- text of a note is sealed.
create table form_attachments (
    id           text collate "C" not null primary key,
    run          text collate "C" not null,
    municipality text collate "C" not null,
    part         text collate "C" not null,
    kind         text collate "C" not null check (kind in ('link', 'file', 'note')),
    title        text collate "C",
    url          text collate "C",
    file_name    text collate "C",
    size         bigint,
    note         bytea,
    made_by      text collate "C" not null,
    made_at      text collate "C" not null,
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
);

create index form_attachments_part on form_attachments (run, municipality, part, made_at);

-- What is in a file, apart, so that lists do not read it.
create table form_files (
    attachment text collate "C" not null primary key references form_attachments (id) on delete cascade,
    content    bytea not null
);
