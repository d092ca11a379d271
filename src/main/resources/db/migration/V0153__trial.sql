-- What a modeler did on a draft that is tried: the trial itself lives in memory and is made anew from this on any node.
create table model_trial (
    username   varchar(100)     not null primary key,
    draft_id   bigint           not null references model_draft(id),
    files_hash varchar(64)      not null,
    acts       varchar(1000000) not null,
    revision   bigint           not null,
    begun_at   timestamp with time zone not null
);
create index model_trial_draft on model_trial(draft_id);
