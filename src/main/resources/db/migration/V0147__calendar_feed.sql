-- Addresses under which a calendar program reads a person's due dates. Only the digest of the secret part is kept.
create table calendar_feed (
    token_hash   varchar(64)  not null primary key,
    username     varchar(100) not null,
    created_at   timestamp with time zone not null,
    last_read_on date
);
create index calendar_feed_person on calendar_feed(username);
