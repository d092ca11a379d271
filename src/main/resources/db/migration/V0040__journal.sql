-- Append-only acts, one hash chain per unit. hash = SHA-256(prev_hash || body), body = canonical JSON (RFC 8785).
create table journal_chain (
    chain     varchar(60) not null primary key,
    last_seq  bigint      not null,
    last_hash varchar(64) not null
);

create table journal_entry (
    chain        varchar(60)  not null,
    seq          bigint       not null,
    at           timestamp with time zone not null,
    actor        varchar(100) not null,
    on_behalf_of varchar(100),
    action       varchar(80)  not null,
    case_number  varchar(40),
    body         varchar(1000000) not null,
    prev_hash    varchar(64)  not null,
    hash         varchar(64)  not null,
    primary key (chain, seq)
);
create index journal_entry_case on journal_entry(case_number, at);

-- What a person saw and answered, sealed when a task was done.
create table form_snapshot (
    id            varchar(36)  not null primary key,
    case_number   varchar(40)  not null,
    task_id       varchar(64)  not null,
    task_key      varchar(100) not null,
    task_name     varchar(300) not null,
    deployment_id varchar(64)  not null,
    form_id       varchar(100) not null,
    form_sha256   varchar(64)  not null,
    answers       varchar(1000000) not null,
    sha256        varchar(64)  not null,
    sealed_by     varchar(100) not null,
    sealed_by_name varchar(200) not null,
    on_behalf_of  varchar(100),
    sealed_at     timestamp with time zone not null
);
create unique index form_snapshot_task on form_snapshot(task_id);
create index form_snapshot_case on form_snapshot(case_number, sealed_at);
