-- Ý kiến, kiến nghị (III.9, IV.13.f, IV.14): what was said, where it was sent, the answer and how it was rated.
create table opinion (
    case_number     varchar(40)    not null primary key references case_file(number),
    origin          varchar(10)    not null check (origin in ('PUBLIC', 'UNIT')),
    sender_unit     varchar(40),
    state           varchar(20)    not null,
    topic           varchar(30),
    place_unit      varchar(40),
    text            varchar(16000),
    proposed_unit   varchar(40),
    answer_unit     varchar(40),
    concerned_unit  varchar(40),
    head_concerned  boolean        not null,
    grave_text      varchar(16000),
    inspected       boolean        not null,
    refused_reason  varchar(16000),
    answer_draft    varchar(16000),
    answer          varchar(16000),
    answer_due_on   date,
    answered_on     date,
    rounds          integer        not null,
    rating          varchar(20),
    rating_text     varchar(16000),
    rating_due_on   date,
    rated_on        date,
    sent_at         timestamp with time zone not null,
    submission_id   varchar(36)    unique,
    waiting         varchar(10)
);
create index opinion_waiting on opinion(waiting, sent_at);
create index opinion_answer_unit on opinion(answer_unit, case_number);

-- Who sent it: apart from the opinion, for the standing agency's officers alone, erased after a term.
create table opinion_sender (
    case_number varchar(40)  not null primary key references opinion(case_number),
    full_name   varchar(400) not null,
    contact     varchar(400) not null
);

-- The tracking code itself is known to the sender only.
create table opinion_code (
    code_hash   varchar(64) not null primary key,
    case_number varchar(40) not null unique references opinion(case_number)
);

-- How often something was done in an hour, over all nodes. Addresses are kept as hashes and for two hours at most.
create table public_hit (
    scope varchar(100) not null,
    slot  bigint       not null,
    hits  integer      not null,
    primary key (scope, slot)
);
