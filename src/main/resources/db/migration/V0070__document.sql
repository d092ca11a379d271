-- Attachments. The content is in chunks of at most 256 KiB, so that no file is ever whole in memory.
create table document (
    id               varchar(36)  not null primary key,
    case_number      varchar(40)  not null references case_file(number),
    task_id          varchar(64),
    field_key        varchar(64)  not null,
    file_name        varchar(200) not null,
    media_type       varchar(120) not null,
    size_bytes       bigint       not null,
    sha256           varchar(64)  not null,
    state            varchar(10)  not null check (state in ('PENDING', 'SEALED', 'REMOVED')),
    uploaded_by      varchar(100) not null,
    uploaded_by_name varchar(200) not null,
    unit_code        varchar(40)  not null,
    uploaded_at      timestamp with time zone not null
);
create index document_case on document(case_number, state, uploaded_at);
create index document_task on document(task_id, state);
create index document_uploader on document(uploaded_by, state);

-- bytea is a name PostgreSQL and H2 both know.
create table document_chunk (
    document_id varchar(36) not null references document(id),
    seq         integer     not null,
    content     bytea       not null,
    primary key (document_id, seq)
);
