-- Time-based one-time codes (RFC 6238) of accounts that have them. last_step: no code counts twice.
create table account_second_factor (
    username   varchar(100) not null primary key references account(username),
    secret     varchar(64)  not null,
    confirmed  boolean      not null,
    last_step  bigint       not null,
    created_at timestamp with time zone not null
);

-- For the day the device is lost; each counts once. SHA-256: the codes are random, not words.
create table account_recovery_code (
    username  varchar(100) not null references account(username),
    code_hash varchar(64)  not null,
    primary key (username, code_hash)
);
