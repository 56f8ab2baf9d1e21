-- Versions of questionnaires that were made in the editor, as text in the form of `definitions/questionnaires`. A
-- draft changes; `changed` counts how often. A published one never does: what is stored names it. `hash` is the
-- SHA-256 of the text.
create table questionnaires (
    id           text collate "C" not null,
    version      bigint not null,
    state        text collate "C" not null check (state in ('draft', 'published')),
    body         text collate "C" not null,
    hash         text collate "C" not null,
    changed      bigint not null default 0,
    changed_by   text collate "C" not null,
    changed_at   text collate "C" not null,
    published_by text collate "C",
    published_at text collate "C",
    primary key (id, version)
);

create function zicht_published_questionnaire() returns trigger language plpgsql as $$
begin
    if old.state = 'published' then
        raise exception '%', tg_argv[0];
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

create trigger questionnaires_no_update before update on questionnaires
for each row execute function zicht_published_questionnaire('a published questionnaire cannot be changed');

create trigger questionnaires_no_delete before delete on questionnaires
for each row execute function zicht_published_questionnaire('a published questionnaire cannot be removed');
