-- With what Camunda Modeler signs in for a person: one key each, kept as its SHA-256 only.
create table deploy_key (
    username     varchar(100) not null primary key,
    key_hash     varchar(64)  not null,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    last_used_on date
);
