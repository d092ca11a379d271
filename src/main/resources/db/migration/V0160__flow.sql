-- Cases of processes that need no module of their own: started by a person, closed when their process ends.
create table flow_case (
    case_number varchar(40)   not null primary key references case_file(number),
    process_key varchar(100)  not null,
    ended_with  varchar(1000),
    reason      varchar(4000)
);
create index flow_case_process on flow_case(process_key, case_number);

-- Which unit answered which form of such a process; the answers themselves are sealed in form_snapshot.
create table flow_answer (
    task_id     varchar(64)  not null primary key,
    case_number varchar(40)  not null references case_file(number),
    process_key varchar(100) not null,
    form_key    varchar(100) not null,
    unit_code   varchar(40)  not null,
    answered_at timestamp with time zone not null
);
create index flow_answer_case on flow_answer(case_number, answered_at);
