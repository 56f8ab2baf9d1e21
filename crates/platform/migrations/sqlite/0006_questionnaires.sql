-- Versions of questionnaires that were made in the editor, as text in the form of `definitions/questionnaires`. A
-- draft changes; `changed` counts how often. A published one never does: what is stored names it. `hash` is the
-- SHA-256 of the text.
create table questionnaires (
    id           text    not null,
    version      integer not null,
    state        text    not null check (state in ('draft', 'published')),
    body         text    not null,
    hash         text    not null,
    changed      integer not null default 0,
    changed_by   text    not null,
    changed_at   text    not null,
    published_by text,
    published_at text,
    primary key (id, version)
) strict;

create trigger questionnaires_no_update before update on questionnaires when old.state = 'published'
begin
    select raise(abort, 'a published questionnaire cannot be changed');
end;

create trigger questionnaires_no_delete before delete on questionnaires when old.state = 'published'
begin
    select raise(abort, 'a published questionnaire cannot be removed');
end;
