-- Photos and files that show a finding (IV.1.b).
create table inspection_finding_file (
    finding_id  bigint      not null references inspection_finding(id),
    document_id varchar(36) not null references document(id),
    primary key (finding_id, document_id)
);
