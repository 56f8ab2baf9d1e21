-- Work for later, written in the transaction of its cause. A key makes that it is there once only. The
-- payload is sealed, and emptied when the work is done. `held` waits for an administrator.
create table jobs (
    id           text    not null primary key,
    kind         text    not null,
    key          text    unique,
    payload      blob    not null,
    created_at   text    not null,
    run_at       text    not null,
    attempts     integer not null default 0,
    locked_until text,
    locked_by    text,
    state        text    not null default 'waiting' check (state in ('waiting', 'held', 'stuck', 'done')),
    reason       text,
    finished_at  text
) strict;

create index jobs_next on jobs (run_at, id) where state = 'waiting';
create index jobs_state on jobs (state, id);
create index jobs_finished on jobs (finished_at) where state = 'done';

-- How often something was tried within a window of time, over all instances.
create table attempts (
    key        text    not null primary key,
    count      integer not null,
    since      text    not null,
    expires_at text    not null
) strict;

create index attempts_expiry on attempts (expires_at);
