-- What a municipality keeps with a part of its form: a link or a PDF as evidence, or a note for colleagues. The
-- text of a note is sealed.
create table form_attachments (
    id           text not null primary key,
    run          text not null,
    municipality text not null,
    part         text not null,
    kind         text not null check (kind in ('link', 'file', 'note')),
    title        text,
    url          text,
    file_name    text,
    size         integer,
    note         blob,
    made_by      text not null,
    made_at      text not null,
    foreign key (run, municipality) references forms (run, municipality) on delete cascade
) strict;

create index form_attachments_part on form_attachments (run, municipality, part, made_at);

-- What is in a file, apart, so that lists do not read it.
create table form_files (
    attachment text not null primary key references form_attachments (id) on delete cascade,
    content    blob not null
) strict;
