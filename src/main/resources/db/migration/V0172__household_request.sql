-- Giấy đề nghị xét duyệt của một hộ ngoài kỳ rà soát (Thông tư 17/2016, Điều 4). Personal data: for the commune alone.
-- year_class: what a request made of the household since the last official result.
alter table household add column year_class varchar(10);

create table household_request (
    case_number   varchar(40) not null primary key references case_file(number),
    commune_code  varchar(40) not null,
    household_id  bigint      not null references household(id),
    kind          varchar(10) not null check (kind in ('ENTER', 'LEAVE')),
    received_on   date        not null,
    due_on        date        not null,
    state         varchar(20) not null,
    previous      varchar(10) not null,
    was_poor      boolean     not null,
    members       integer,
    area          varchar(10),
    needed        boolean,
    asset_points  integer,
    deprivations  varchar(10),
    result        varchar(10),
    met_on        date,
    attended      integer,
    agreed        integer,
    posting_ends_on date,
    objections    integer,
    decision      varchar(20) check (decision in ('GRANTED', 'NOT_GRANTED', 'REFUSED', 'WITHDRAWN')),
    document_no   varchar(100),
    signed_on     date,
    answer        varchar(16000),
    closed_on     date
);
create index household_request_commune on household_request(commune_code, received_on);
create index household_request_household on household_request(household_id);
