-- Who did what, on whose behalf, about what, why. Append-only: see the triggers and `platform::audit`.
create table audit_events (
    seq          integer not null primary key,
    at           text    not null check (at like '____-__-__T__:__:__.___Z'),
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
    keep_until   text    not null check (keep_until like '____-__-__T__:__:__.___Z'),
    hash         text    not null
) strict;

create index audit_events_actor on audit_events (actor, seq) where actor is not null;
create index audit_events_about on audit_events (about, seq) where about is not null;
create index audit_events_organisation on audit_events (organisation, seq) where organisation is not null;
create index audit_events_kind on audit_events (kind, seq);
create index audit_events_at on audit_events (at, seq);

-- The end of the chain. Updating it is also the lock that gives events their order.
-- NEN 7513 asks for five years; seven is what Zicht starts with.
create table audit_head (
    id         integer not null primary key check (id = 1),
    seq        integer not null,
    hash       text    not null,
    keep_years integer not null check (keep_years between 5 and 100)
) strict;

insert into audit_head (id, seq, hash, keep_years)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 7);

-- A signature under the chain up to `seq`, once a day.
create table audit_checkpoints (
    seq       integer not null primary key,
    at        text    not null,
    hash      text    not null,
    key_id    text    not null,
    signature text    not null
) strict;

-- `insert or replace` removes a row without asking the triggers for deleting: refused before it can.
create trigger audit_events_in_order before insert on audit_events
when new.seq is not coalesce((select max(seq) from audit_events), (select seq from audit_head)) + 1
begin
    select raise(abort, 'an audit event comes after the last one');
end;

-- Years are compared as text, so that 29 February needs no calendar: one day later is always later as text.
create trigger audit_events_kept before insert on audit_events
when new.keep_until < printf('%04d', (select keep_years from audit_head) + substr(new.at, 1, 4)) || substr(new.at, 5)
begin
    select raise(abort, 'an audit event is kept for the years that audit_head says');
end;

create trigger audit_events_no_update before update on audit_events
begin
    select raise(abort, 'an audit event cannot be changed');
end;

-- The event that says so comes first.
create trigger audit_events_no_delete before delete on audit_events
begin
    select raise(abort, 'an audit event cannot be deleted before the end of its retention')
     where old.keep_until > strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    select raise(abort, 'an audit event can only be deleted by zicht audit prune')
     where not exists (
         select 1 from audit_events
          where kind = 'audit.pruned' and about_kind = 'event' and cast(about as integer) >= old.seq
     );
end;

create trigger audit_head_no_insert before insert on audit_head
begin
    select raise(abort, 'the audit trail has one end');
end;

create trigger audit_head_no_delete before delete on audit_head
begin
    select raise(abort, 'the end of the audit trail cannot be deleted');
end;

-- The head goes to the last event. Only before the first one can it be put elsewhere: for an import of a trail.
create trigger audit_head_follows before update on audit_head
when new.id <> 1
  or ((new.seq <> old.seq or new.hash <> old.hash)
      and (old.seq > 0 or exists (select 1 from audit_events))
      and (new.seq <= old.seq
           or new.seq is not (select max(seq) from audit_events)
           or new.hash is not (select hash from audit_events where seq = new.seq)))
begin
    select raise(abort, 'the end of the audit trail follows its events');
end;

create trigger audit_checkpoints_in_order before insert on audit_checkpoints
when new.seq <= (select coalesce(max(seq), 0) from audit_checkpoints)
  or new.seq > (select seq from audit_head)
  or new.hash <> (select hash from audit_events where seq = new.seq)
begin
    select raise(abort, 'an audit checkpoint is about the trail as it is, after the last checkpoint');
end;

create trigger audit_checkpoints_no_update before update on audit_checkpoints
begin
    select raise(abort, 'an audit checkpoint cannot be changed');
end;

create trigger audit_checkpoints_no_delete before delete on audit_checkpoints
begin
    select raise(abort, 'an audit checkpoint cannot be deleted');
end;
