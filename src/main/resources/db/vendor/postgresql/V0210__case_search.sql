-- Words are looked for anywhere in a case's number and title; without trigrams that reads every case.
create extension if not exists pg_trgm;
create index case_file_words on case_file using gin (search_key gin_trgm_ops);

-- Open cases of a unit are a small part of its cases and what its list mostly asks for.
create index case_file_lead_open on case_file(lead_unit, due_on, number) where closed_at is null;

-- Lists of open cases in order of the last day do not walk over those long closed.
create index case_file_open_due on case_file(due_on, number) where closed_at is null;
