-- Sign-in names and credentials. Who the person is and what posts they hold lives in module organization.
create table account (
    username            varchar(100) not null primary key,
    password_hash       varchar(200) not null,
    enabled             boolean      not null,
    must_change         boolean      not null,
    demo                boolean      not null,
    failed_count        integer      not null,
    locked_until        timestamp with time zone,
    last_sign_in        timestamp with time zone,
    password_changed_at timestamp with time zone not null,
    created_at          timestamp with time zone not null
);

-- Failures that slow down guessing. account '*' counts an address, ip '*' counts an account over all addresses.
create table sign_in_attempt (
    account        varchar(100) not null,
    ip             varchar(64)  not null,
    failed_count   integer      not null,
    last_failed_at timestamp with time zone not null,
    wait_until     timestamp with time zone,
    primary key (account, ip)
);
create index sign_in_attempt_last on sign_in_attempt(last_failed_at);

-- Sessions: the names are those Spring Session expects.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session(session_id);
create index spring_session_ix2 on spring_session(expiry_time);
create index spring_session_ix3 on spring_session(principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session(primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
