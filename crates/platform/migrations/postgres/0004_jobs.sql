-- Work for later, written in the transaction of its cause. A key makes that it is there once only. The
-- payload is sealed, and emptied when the work is done. `held` waits for an administrator.
create table jobs (
    id           text collate "C" not null primary key,
    kind         text collate "C" not null,
    key          text collate "C" unique,
    payload      bytea    not null,
    created_at   text collate "C" not null,
    run_at       text collate "C" not null,
    attempts     bigint not null default 0,
    locked_until text collate "C",
    locked_by    text collate "C",
    state        text collate "C" not null default 'waiting' check (state in ('waiting', 'held', 'stuck', 'done')),
    reason       text collate "C",
    finished_at  text collate "C"
);

create index jobs_next on jobs (run_at, id) where state = 'waiting';
create index jobs_state on jobs (state, id);
create index jobs_finished on jobs (finished_at) where state = 'done';

-- How often something was tried within a window of time, over all instances.
create table attempts (
    key        text collate "C" not null primary key,
    count      bigint not null,
    since      text collate "C" not null,
    expires_at text collate "C" not null
);

create index attempts_expiry on attempts (expires_at);
