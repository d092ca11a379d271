-- One row per open task and principal (a group, or 'u:<username>' for the person who holds it).
create table work_item (
    task_id       varchar(64)   not null,
    principal     varchar(120)  not null,
    case_number   varchar(40)   not null,
    process_key   varchar(100)  not null,
    definition_id varchar(200)  not null,
    deployment_id varchar(64)   not null,
    task_key      varchar(100)  not null,
    task_name     varchar(300)  not null,
    form_key      varchar(100)  not null,
    candidates    varchar(1000) not null,
    title         varchar(1000) not null,
    unit_code     varchar(40)   not null,
    from_unit     varchar(40)   not null,
    clause        varchar(40),
    assignee      varchar(100),
    due_on        date          not null,
    opened_at     timestamp with time zone not null,
    search_key    varchar(3000) not null,
    primary key (task_id, principal)
);
create index work_item_inbox on work_item(principal, due_on, task_id);
create index work_item_case on work_item(case_number);

create table task_draft (
    task_id  varchar(64)  not null,
    username varchar(100) not null,
    answers  varchar(1000000) not null,
    revision bigint       not null,
    saved_at timestamp with time zone not null,
    primary key (task_id, username)
);
