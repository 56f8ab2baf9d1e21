-- Who did what, on whose behalf, about what, why. Append-only: see the triggers and `platform::audit`.
create table audit_events (
    seq          integer not null primary key,
    at           text    not null,
    actor_kind   text    not null check (actor_kind in ('person', 'operator', 'job', 'nobody')),
    actor        text,
    on_behalf_of text,
    organisation text,
    kind         text    not null,
    about_kind   text,
    about        text,
    reason       text,
    detail       text    not null,
    request      text,
    keep_until   text    not null,
    hash         text    not null
) strict;

create index audit_events_at on audit_events (at, seq);
create index audit_events_actor on audit_events (actor, seq) where actor is not null;
create index audit_events_about on audit_events (about, seq) where about is not null;
create index audit_events_organisation on audit_events (organisation, seq) where organisation is not null;
create index audit_events_kind on audit_events (kind, seq);

-- The end of the chain. Updating it is also the lock that gives events their order.
create table audit_head (
    id   integer not null primary key check (id = 1),
    seq  integer not null,
    hash text    not null
) strict;

insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- A signature under the chain up to `seq`, once a day.
create table audit_checkpoints (
    seq       integer not null primary key,
    at        text    not null,
    hash      text    not null,
    key_id    text    not null,
    signature text    not null
) strict;

create trigger audit_events_no_update before update on audit_events
begin
    select raise(abort, 'an audit event cannot be changed');
end;

create trigger audit_events_no_delete before delete on audit_events
when old.keep_until > strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
begin
    select raise(abort, 'an audit event cannot be deleted before the end of its retention');
end;

create trigger audit_checkpoints_no_update before update on audit_checkpoints
begin
    select raise(abort, 'an audit checkpoint cannot be changed');
end;

create trigger audit_checkpoints_no_delete before delete on audit_checkpoints
begin
    select raise(abort, 'an audit checkpoint cannot be deleted');
end;

create trigger audit_head_no_delete before delete on audit_head
begin
    select raise(abort, 'the end of the audit trail cannot be deleted');
end;

create trigger audit_head_forward before update on audit_head
when new.seq < old.seq
begin
    select raise(abort, 'the audit trail cannot be shortened');
end;
