-- Who did what, on whose behalf, about what, why. Append-only: see the triggers and `platform::audit`.
create table audit_events (
    seq          bigint not null primary key,
    at           text collate "C" not null,
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
    keep_until   text collate "C" not null,
    hash         text collate "C" not null
);

create index audit_events_at on audit_events (at, seq);
create index audit_events_actor on audit_events (actor, seq) where actor is not null;
create index audit_events_about on audit_events (about, seq) where about is not null;
create index audit_events_organisation on audit_events (organisation, seq) where organisation is not null;
create index audit_events_kind on audit_events (kind, seq);

-- The end of the chain. Updating it is also the lock that gives events their order.
create table audit_head (
    id   bigint not null primary key check (id = 1),
    seq  bigint not null,
    hash text collate "C" not null
);

insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- A signature under the chain up to `seq`, once a day.
create table audit_checkpoints (
    seq       bigint not null primary key,
    at        text collate "C" not null,
    hash      text collate "C" not null,
    key_id    text collate "C" not null,
    signature text collate "C" not null
);

create function zicht_refuse() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end
$$;

create trigger audit_events_no_update before update on audit_events
for each row execute function zicht_refuse('an audit event cannot be changed');

create trigger audit_events_no_delete before delete on audit_events
for each row when (old.keep_until > to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
execute function zicht_refuse('an audit event cannot be deleted before the end of its retention');

create trigger audit_events_no_truncate before truncate on audit_events
for each statement execute function zicht_refuse('the audit trail cannot be emptied');

create trigger audit_checkpoints_no_update before update on audit_checkpoints
for each row execute function zicht_refuse('an audit checkpoint cannot be changed');

create trigger audit_checkpoints_no_delete before delete on audit_checkpoints
for each row execute function zicht_refuse('an audit checkpoint cannot be deleted');

create trigger audit_checkpoints_no_truncate before truncate on audit_checkpoints
for each statement execute function zicht_refuse('the audit checkpoints cannot be emptied');

create trigger audit_head_no_delete before delete on audit_head
for each row execute function zicht_refuse('the end of the audit trail cannot be deleted');

create trigger audit_head_no_truncate before truncate on audit_head
for each statement execute function zicht_refuse('the end of the audit trail cannot be deleted');

create trigger audit_head_forward before update on audit_head
for each row when (new.seq < old.seq)
execute function zicht_refuse('the audit trail cannot be shortened');
