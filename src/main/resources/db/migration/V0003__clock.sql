-- How far the demo clock runs from the real one; one row at most, none in production.
create table demo_clock (
    id            integer not null primary key,
    offset_millis bigint  not null,
    changed_by    varchar(100) not null,
    changed_at    timestamp with time zone not null,
    constraint demo_clock_single check (id = 1)
);
