-- Words are looked for anywhere in a case's number and title; without trigrams that reads every case.
create extension if not exists pg_trgm;
create index case_file_words on case_file using gin (search_key gin_trgm_ops);
