-- Who did what, on whose behalf, about what, why. Append-only: see the triggers and `platform::audit`.
create table audit_events (
    seq          bigint not null primary key,
    at           text collate "C" not null check (at like '____-__-__T__:__:__.___Z'),
    actor_kind   text collate "C" not null check (actor_kind in ('person', 'operator', 'job', 'nobody')),
    actor        text collate "C",
    on_behalf_of text collate "C",
    organisation text collate "C",
    kind         text collate "C" not null,
    about_kind   text collate "C",
    about        text collate "C",
    reason       text collate "C",
    detail       text collate "C" not null,
    request      text collate "C",
    keep_until   text collate "C" not null check (keep_until like '____-__-__T__:__:__.___Z'),
    hash         text collate "C" not null
);

create index audit_events_actor on audit_events (actor, seq) where actor is not null;
create index audit_events_about on audit_events (about, seq) where about is not null;
create index audit_events_organisation on audit_events (organisation, seq) where organisation is not null;
create index audit_events_kind on audit_events (kind, seq);
create index audit_events_at on audit_events (at, seq);

-- The end of the chain. Updating it is also the lock that gives events their order.
-- NEN 7513 asks for five years; seven is what Zicht starts with.
create table audit_head (
    id         bigint not null primary key check (id = 1),
    seq        bigint not null,
    hash       text collate "C" not null,
    keep_years bigint not null check (keep_years between 5 and 100)
);

insert into audit_head (id, seq, hash, keep_years)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 7);

-- A signature under the chain up to `seq`, once a day.
create table audit_checkpoints (
    seq       bigint not null primary key,
    at        text collate "C" not null,
    hash      text collate "C" not null,
    key_id    text collate "C" not null,
    signature text collate "C" not null
);

-- Conditions stand in the functions, not in the triggers: `zicht audit verify` compares their text.
create function zicht_refuse() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end
$$;

create function zicht_audit_insert() returns trigger language plpgsql as $$
declare
    head audit_head%rowtype;
    last bigint;
begin
    select * into head from audit_head where id = 1;
    select max(seq) into last from audit_events;
    if new.seq is distinct from coalesce(last, head.seq) + 1 then
        raise exception 'an audit event comes after the last one';
    end if;
    -- Years are compared as text, so that 29 February needs no calendar: one day later is always later as text.
    if new.keep_until < lpad((head.keep_years + substr(new.at, 1, 4)::bigint)::text, 4, '0') || substr(new.at, 5) then
        raise exception 'an audit event is kept for the years that audit_head says';
    end if;
    return new;
end
$$;

create function zicht_audit_delete() returns trigger language plpgsql as $$
begin
    if old.keep_until > to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') then
        raise exception 'an audit event cannot be deleted before the end of its retention';
    end if;
    -- The event that says so comes first.
    if not exists (
        select 1 from audit_events
         where kind = 'audit.pruned' and about_kind = 'event' and cast(about as bigint) >= old.seq
    ) then
        raise exception 'an audit event can only be deleted by zicht audit prune';
    end if;
    return old;
end
$$;

-- The head goes to the last event. Only before the first one can it be put elsewhere: for an import of a trail.
create function zicht_audit_head() returns trigger language plpgsql as $$
begin
    if new.id <> 1
        or ((new.seq <> old.seq or new.hash <> old.hash)
            and (old.seq > 0 or exists (select 1 from audit_events))
            and (new.seq <= old.seq
                 or new.seq is distinct from (select max(seq) from audit_events)
                 or new.hash is distinct from (select hash from audit_events where seq = new.seq)))
    then
        raise exception 'the end of the audit trail follows its events';
    end if;
    return new;
end
$$;

create function zicht_audit_checkpoint() returns trigger language plpgsql as $$
begin
    if new.seq <= (select coalesce(max(seq), 0) from audit_checkpoints)
        or new.seq > (select seq from audit_head)
        or new.hash <> (select hash from audit_events where seq = new.seq)
    then
        raise exception 'an audit checkpoint is about the trail as it is, after the last checkpoint';
    end if;
    return new;
end
$$;

create trigger audit_events_in_order before insert on audit_events
for each row execute function zicht_audit_insert();

create trigger audit_events_no_update before update on audit_events
for each row execute function zicht_refuse('an audit event cannot be changed');

create trigger audit_events_no_delete before delete on audit_events
for each row execute function zicht_audit_delete();

create trigger audit_events_no_truncate before truncate on audit_events
for each statement execute function zicht_refuse('the audit trail cannot be emptied');

create trigger audit_head_no_insert before insert on audit_head
for each row execute function zicht_refuse('the audit trail has one end');

create trigger audit_head_no_delete before delete on audit_head
for each row execute function zicht_refuse('the end of the audit trail cannot be deleted');

create trigger audit_head_no_truncate before truncate on audit_head
for each statement execute function zicht_refuse('the end of the audit trail cannot be deleted');

create trigger audit_head_follows before update on audit_head
for each row execute function zicht_audit_head();

create trigger audit_checkpoints_in_order before insert on audit_checkpoints
for each row execute function zicht_audit_checkpoint();

create trigger audit_checkpoints_no_update before update on audit_checkpoints
for each row execute function zicht_refuse('an audit checkpoint cannot be changed');

create trigger audit_checkpoints_no_delete before delete on audit_checkpoints
for each row execute function zicht_refuse('an audit checkpoint cannot be deleted');

create trigger audit_checkpoints_no_truncate before truncate on audit_checkpoints
for each statement execute function zicht_refuse('the audit checkpoints cannot be emptied');
