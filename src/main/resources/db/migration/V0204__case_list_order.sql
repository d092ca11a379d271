-- The list of all cases is read in order of the due date, a page at a time.
create index case_file_due on case_file(due_on, number);
